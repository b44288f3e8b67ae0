/* DOT through cgraph: the whole network with its attributes, and enough of the
 * drawing that `dot -Tsvg FILE` gives a fair picture. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/writer.h"
#include "graphviz/drawing.h"

/* The lists' names joined by "; ", as in the other formats. */
static void set_list(void *object, const char *name, const ent_value *list)
{
    size_t size = 1, used = 0;
    for (size_t i = 0; i < list->count; i++)
        size += strlen(list->list[i]) + 2;
    char *joined = malloc(size);
    if (!joined)
        return;
    *joined = '\0';
    for (size_t i = 0; i < list->count; i++)
        used += (size_t)snprintf(joined + used, size - used, "%s%s",
                                 i ? "; " : "", list->list[i]);
    drawing_set_label(object, name, joined);
    free(joined);
}

/* Numbers go through our own writer, as cgraph keeps text alone: a printf of
 * ours would follow the locale. */
static void set_attribute(void *object, const drawing *d, ent_scope scope,
                          size_t item, size_t i)
{
    const ent_attribute *a = d->host->attribute(d->view, scope, i);
    ent_value value;
    if (ent_i_is_id(scope, a) ||
        d->host->value(d->view, scope, item, i, &value) != 1)
        return;
    const char *name = ent_i_file_name(scope, a);
    switch (a->type) {
    case ENT_REAL:
        drawing_set_number(object, name, value.real);
        break;
    case ENT_INTEGER:
        drawing_set_number(object, name, (double)value.integer);
        break;
    case ENT_BOOLEAN:
        drawing_set(object, name, value.integer ? "true" : "false");
        break;
    case ENT_STRING:
    case ENT_DATE:
        drawing_set_label(object, name, value.string);
        break;
    case ENT_STRING_LIST:
        set_list(object, name, &value);
        break;
    }
}

static void set_attributes(void *object, const drawing *d, ent_scope scope,
                           size_t item)
{
    for (size_t i = 0; i < d->host->attribute_count(d->view, scope); i++)
        set_attribute(object, d, scope, item, i);
}

/* Written as defaults of the graph and not at each node: who edits the file
 * changes a look in one place. */
static void set_defaults(Agraph_t *g, const drawing *d)
{
    static const struct {
        int kind;
        const char *name, *value;
    } defaults[] = {{AGRAPH, "charset", "UTF-8"},
                    {AGRAPH, "overlap", "prism"},
                    {AGRAPH, "splines", "line"},
                    {AGRAPH, "outputorder", "edgesfirst"},
                    {AGNODE, "label", "\\N"},
                    {AGNODE, "shape", "box"},
                    {AGNODE, "style", "rounded,filled"},
                    {AGNODE, "color", "white"},
                    {AGNODE, "fontname", "Helvetica,Arial,sans-serif"},
                    {AGNODE, "fontcolor", "white"},
                    {AGEDGE, "color", "#aab2bd"}};
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        drawing_default(g, defaults[i].kind, defaults[i].name,
                        defaults[i].value);
    drawing_default(g, AGRAPH, "layout", d->node_count > 60 ? "sfdp" : "neato");
}

static Agnode_t *add_node(Agraph_t *g, const drawing *d, size_t i)
{
    const drawn_node *drawn = &d->nodes[i];
    char colour[8];
    Agnode_t *node =
        drawing_node(g, ent_i_node_id(d->host, d->view, drawn->node));
    if (!node)
        return NULL;
    set_attributes(node, d, ENT_NODE, drawn->node);
    drawing_colour(d, i, colour);
    drawing_set(node, "fillcolor", colour);
    drawing_set_number(node, "fontsize", drawing_font(drawn));
    return node;
}

static bool add_tie(Agraph_t *g, const drawing *d, const drawn_tie *tie)
{
    Agedge_t *edge = agedge(g, d->nodes[tie->ends[0]].circle,
                            d->nodes[tie->ends[1]].circle, NULL, 1);
    if (!edge)
        return false;
    set_attributes(edge, d, ENT_TIE, tie->tie);
    drawing_set_number(edge, "penwidth", drawing_width(tie));
    if (tie->met)
        drawing_set(edge, "color", "#4a5568");
    return true;
}

static bool fill(Agraph_t *g, drawing *d)
{
    set_defaults(g, d);
    for (size_t i = 0; i < d->node_count; i++)
        if (drawing_cancelled(d) || !(d->nodes[i].circle = add_node(g, d, i)))
            return false;
    for (size_t i = 0; i < d->tie_count; i++)
        if (drawing_cancelled(d) || !add_tie(g, d, &d->ties[i]))
            return false;
    return true;
}

/* cgraph takes EOF for a failure, as fputs gives it. */
static int put_text(void *channel, const char *text)
{
    ent_i_writer *w = channel;
    ent_i_puts(w, text);
    return w->failed ? EOF : 0;
}

static int flush_nothing(void *channel)
{
    (void)channel;
    return 0;
}

/* The disciplines are those of cgraph but for the last one, which sends the
 * text to the sink instead of a FILE. */
static int write_graph(drawing *d, const ent_sink *sink)
{
    Agiodisc_t io = {NULL, put_text, flush_nothing};
    Agdisc_t disciplines = {&AgMemDisc, &AgIdDisc, &io};
    ent_i_writer w;
    Agraph_t *g = drawing_graph(&disciplines);
    if (!g)
        return -1;
    ent_i_writer_start(&w, sink);
    int result = fill(g, d) && agwrite(g, &w) == 0 ? 0 : -1;
    agclose(g);
    return ent_i_writer_end(&w) != 0 ? -1 : result;
}

int write_dot(const ent_host *host, const ent_view *view, const ent_sink *sink)
{
    drawing d;
    int result = drawing_choose(&d, host, view);
    if (result == 0) {
        graphviz_begin();
        result = write_graph(&d, sink);
        const char *why = graphviz_end();
        if (result != 0)
            host->set_error(view, *why ? why : "out of memory");
    }
    drawing_free(&d);
    return result;
}
