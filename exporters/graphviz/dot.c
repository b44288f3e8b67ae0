/* DOT (https://graphviz.org/doc/info/lang.html): the whole network with its
 * attributes, and enough about its looks that `sfdp -Tsvg FILE` gives a fair
 * picture. Not written by cgraph, because other readers know less of the
 * language: Gephi takes statements other than nodes and edges for nodes or for
 * the end of the file, and pydot needs quotes around anything that is not ASCII
 * and reads a semicolon at the end of a line as a node. */
#include <math.h>
#include <string.h>

#include "common/look.h"
#include "common/writer.h"
#include "graphviz/drawing.h"

typedef struct dot {
    drawing d;
    ent_i_writer w;
    const char *gap; /* before the item's next attribute */
} dot;

/* Within quotes Graphviz's reader knows only \": any other backslash stands for
 * itself and must not be doubled. Before a quote or at the end there is no way
 * to write a single one, so there it is doubled. */
static void put_backslashes(ent_i_writer *w, const char *run, size_t n)
{
    bool quote_follows = run[n] == '"' || run[n] == '\0';
    ent_i_put(w, run, n);
    if (quote_follows && n % 2 == 1)
        ent_i_puts(w, "\\");
}

/* A line end within a text becomes a blank: Graphviz would show "\n" as one,
 * but programs that read the attribute would get a backslash and an "n". */
static void put_text(ent_i_writer *w, const char *text)
{
    while (*text) {
        size_t n = ent_i_utf8_length(text);
        if (*text == '\\') {
            n = strspn(text, "\\");
            put_backslashes(w, text, n);
        } else if (*text == '"')
            ent_i_puts(w, "\\\"");
        else if (strchr("\t\n\r", *text))
            ent_i_puts(w, " ");
        else if (ent_i_is_plain(text, n))
            ent_i_put(w, text, n);
        text += n ? n : 1;
    }
}

static void put_quoted(ent_i_writer *w, const char *text)
{
    ent_i_puts(w, "\"");
    put_text(w, text);
    ent_i_puts(w, "\"");
}

static void put_name(dot *o, const char *name)
{
    ent_i_puts(&o->w, o->gap);
    ent_i_puts(&o->w, name);
    ent_i_puts(&o->w, "=");
    o->gap = ", ";
}

static void put_attributes(dot *o, ent_scope scope, size_t item)
{
    const ent_host *host = o->d.host;
    for (size_t i = 0; i < host->attribute_count(o->d.view, scope); i++) {
        const ent_attribute *a = host->attribute(o->d.view, scope, i);
        ent_value value;
        if (ent_i_is_id(scope, a) ||
            host->value(o->d.view, scope, item, i, &value) != 1)
            continue;
        put_name(o, ent_i_file_name(scope, a));
        ent_i_puts(&o->w, "\"");
        ent_i_put_value(&o->w, a->type, &value, put_text);
        ent_i_puts(&o->w, "\"");
    }
}

static void put_look(dot *o, const char *name, const char *value)
{
    put_name(o, name);
    put_quoted(&o->w, value);
}

static void put_number(dot *o, const char *name, double value)
{
    char text[40];
    ent_i_format_real(text, value);
    put_look(o, name, text);
}

/* The hue, 0..1, of a colour whose largest part is `value` and whose parts
 * differ by up to `spread` (Smith, "Color gamut transform pairs", 1978). */
static double hue_of(ent_i_colour c, double value, double spread)
{
    double sixths = value == c.r   ? (c.g - c.b) / spread
                    : value == c.g ? (c.b - c.r) / spread + 2
                                   : (c.r - c.g) / spread + 4;
    return (sixths < 0 ? sixths + 6 : sixths) / 6;
}

/* Written as hue, saturation and value: Gephi makes "#rrggbb" transparent. */
static void put_colour(dot *o, ent_i_colour c)
{
    double value = fmax(c.r, fmax(c.g, c.b));
    double spread = value - fmin(c.r, fmin(c.g, c.b));
    double parts[] = {spread > 0 ? hue_of(c, value, spread) : 0,
                      value > 0 ? spread / value : 0, value / 255};
    put_name(o, "color");
    for (size_t i = 0; i < 3; i++) {
        ent_i_puts(&o->w, i ? " " : "\"");
        ent_i_put_real(&o->w, round(1000 * parts[i]) / 1000);
    }
    ent_i_puts(&o->w, "\"");
}

static void put_node(dot *o, size_t i)
{
    const drawn_node *node = &o->d.nodes[i];
    ent_i_puts(&o->w, "  ");
    put_quoted(&o->w, ent_i_node_id(o->d.host, o->d.view, node->node));
    o->gap = " [";
    put_attributes(o, ENT_NODE, node->node);
    put_colour(o, ent_i_look_rgb(o->d.host, o->d.view, node->node));
    put_look(o, "shape", "box");
    put_look(o, "style", "rounded,filled");
    put_look(o, "fontname", "Helvetica,Arial,sans-serif");
    put_look(o, "fontcolor", "white");
    put_number(o, "fontsize", drawing_font(node));
    ent_i_puts(&o->w, "]\n");
}

static void put_tie(dot *o, const drawn_tie *tie)
{
    static const ent_i_colour pale = {0xAA, 0xB2, 0xBD};
    static const ent_i_colour dark = {0x4A, 0x55, 0x68};
    for (size_t end = 0; end < 2; end++) {
        size_t node = o->d.nodes[tie->ends[end]].node;
        ent_i_puts(&o->w, end ? " -- " : "  ");
        put_quoted(&o->w, ent_i_node_id(o->d.host, o->d.view, node));
    }
    o->gap = " [";
    put_attributes(o, ENT_TIE, tie->tie);
    put_colour(o, tie->met ? dark : pale);
    put_number(o, "penwidth", ent_i_look_width(tie->weight));
    ent_i_puts(&o->w, "]\n");
}

static bool stopped(dot *o) { return o->w.failed || drawing_cancelled(&o->d); }

/* A comment says how to draw it, since Gephi would take attributes of the graph
 * for nodes. */
static void put_graph(dot *o)
{
    ent_i_puts(&o->w, "// to draw it: sfdp -Goverlap=prism -Gsplines=line "
                      "-Goutputorder=edgesfirst -Tsvg\n"
                      "graph \"entente\" {\n");
    for (size_t i = 0; i < o->d.node_count && !stopped(o); i++)
        put_node(o, i);
    for (size_t i = 0; i < o->d.tie_count && !stopped(o); i++)
        put_tie(o, &o->d.ties[i]);
    ent_i_puts(&o->w, "}\n");
}

int write_dot(const ent_host *host, const ent_view *view, const ent_sink *sink)
{
    dot o = {.gap = ""};
    int result = drawing_choose(&o.d, host, view);
    if (result == 0) {
        ent_i_writer_start(&o.w, sink);
        put_graph(&o);
        result = stopped(&o) ? -1 : ent_i_writer_end(&o.w);
    }
    drawing_free(&o.d);
    return result;
}
