/* DOT (https://graphviz.org/doc/info/lang.html): the whole network with its
 * attributes, and enough about its looks that `sfdp -Tsvg FILE` gives a fair
 * picture. Not written by cgraph, because other readers know less of the
 * language: Gephi takes statements other than nodes and edges for nodes or for
 * the end of the file, and pydot needs quotes around anything that is not ASCII
 * and reads a semicolon at the end of a line as a node. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/choose.h"
#include "common/format.h"
#include "common/look.h"
#include "graphviz/drawing.h"

typedef struct dot {
    ent_i_format f;  /* its gap: before the item's next attribute */
    ent_i_choice of; /* the part that is written; without lists the whole, in
                        the network's order, so that memory does not grow with
                        it: Graphviz draws ties node by node, whatever order
                        the file has */
    double strongest;
    double heaviest;
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

static void put_name(ent_i_format *f, const char *name)
{
    ent_i_puts(&f->w, f->gap);
    ent_i_puts(&f->w, name);
    ent_i_puts(&f->w, "=");
    f->gap = ", ";
}

static void put_value(ent_i_format *f, const char *name, ent_value_type type,
                      const ent_value *value)
{
    put_name(f, name);
    ent_i_puts(&f->w, "\"");
    ent_i_put_value(&f->w, type, value, put_text);
    ent_i_puts(&f->w, "\"");
}

static void put_look(ent_i_format *f, const char *name, const char *value)
{
    put_name(f, name);
    put_quoted(&f->w, value);
}

static void put_number(ent_i_format *f, const char *name, double value)
{
    char text[40];
    ent_i_format_real(text, value);
    put_look(f, name, text);
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
static void put_colour(ent_i_format *f, ent_i_colour c)
{
    double value = fmax(c.r, fmax(c.g, c.b));
    double spread = value - fmin(c.r, fmin(c.g, c.b));
    double parts[] = {spread > 0 ? hue_of(c, value, spread) : 0,
                      value > 0 ? spread / value : 0, value / 255};
    put_name(f, "color");
    for (size_t i = 0; i < 3; i++) {
        ent_i_puts(&f->w, i ? " " : "\"");
        ent_i_put_real(&f->w, round(1000 * parts[i]) / 1000);
    }
    ent_i_puts(&f->w, "\"");
}

static double strength(const dot *o, size_t node)
{
    return ent_i_number(o->f.host, o->f.view, ENT_NODE, node, "strength", 0);
}

/* In points; the area of a name shows its strength. Weights such as npmi may
 * make a strength negative. */
static double font(const dot *o, size_t node)
{
    double share =
        o->strongest > 0 ? fmax(strength(o, node), 0) / o->strongest : 0;
    return round(10 * (10 + 10 * sqrt(share))) / 10;
}

static void put_node(dot *o, size_t node)
{
    ent_i_format *f = &o->f;
    ent_i_puts(&f->w, "  ");
    put_quoted(&f->w, ent_i_node_id(f->host, f->view, node));
    f->gap = " [";
    ent_i_format_values(f, ENT_NODE, node, NULL, put_value);
    put_colour(f, ent_i_look_rgb(f->host, f->view, node));
    put_look(f, "shape", "box");
    put_look(f, "style", "rounded,filled");
    put_look(f, "fontname", "Helvetica,Arial,sans-serif");
    put_look(f, "fontcolor", "white");
    put_number(f, "fontsize", font(o, node));
    ent_i_puts(&f->w, "]\n");
}

static void put_tie(dot *o, size_t tie)
{
    static const ent_i_colour pale = {0xAA, 0xB2, 0xBD};
    static const ent_i_colour dark = {0x4A, 0x55, 0x68};
    ent_i_format *f = &o->f;
    double weight = fmax(ent_i_format_weight(f, tie), 0);
    for (int end = 0; end < 2; end++) {
        ent_i_puts(&f->w, end ? " -- " : "  ");
        put_quoted(&f->w, ent_i_format_end_id(f, tie, end));
    }
    f->gap = " [";
    ent_i_format_values(f, ENT_TIE, tie, NULL, put_value);
    put_colour(f, ent_i_look_met(f->host, f->view, tie) ? dark : pale);
    put_number(f, "penwidth",
               ent_i_look_width(o->heaviest > 0 ? weight / o->heaviest : 0));
    ent_i_puts(&f->w, "]\n");
}

static size_t node_at(const dot *o, size_t i)
{
    return o->of.nodes ? o->of.nodes[i] : i;
}

static size_t tie_at(const dot *o, size_t i)
{
    return o->of.ties ? o->of.ties[i] : i;
}

static void find_largest(dot *o)
{
    for (size_t i = 0; i < o->of.node_count; i++)
        o->strongest = fmax(o->strongest, strength(o, node_at(o, i)));
    for (size_t i = 0; i < o->of.tie_count; i++)
        o->heaviest =
            fmax(o->heaviest, ent_i_format_weight(&o->f, tie_at(o, i)));
}

/* A comment says how to draw it, since Gephi would take attributes of the graph
 * for nodes. */
static void put_graph(dot *o)
{
    ent_i_format *f = &o->f;
    ent_i_puts(&f->w, "// to draw it: sfdp -Goverlap=prism -Gsplines=line "
                      "-Goutputorder=edgesfirst -Tsvg\n"
                      "graph \"entente\" {\n");
    for (size_t i = 0; i < o->of.node_count && !ent_i_format_stopped(f); i++)
        put_node(o, node_at(o, i));
    for (size_t i = 0; i < o->of.tie_count && !ent_i_format_stopped(f); i++)
        put_tie(o, tie_at(o, i));
    ent_i_puts(&f->w, "}\n");
}

/* 0 means all. */
static size_t limit(const ent_host *host, const ent_view *view,
                    const char *option)
{
    long most = strtol(host->option(view, option), NULL, 10);
    return most > 0 ? (size_t)most : SIZE_MAX;
}

static int choose(dot *o)
{
    const ent_host *host = o->f.host;
    const ent_view *view = o->f.view;
    size_t nodes = limit(host, view, "max-nodes");
    size_t ties = limit(host, view, "max-ties");
    o->of.node_count = host->node_count(view);
    o->of.tie_count = host->tie_count(view);
    if (nodes == SIZE_MAX && ties == SIZE_MAX)
        return 0;
    int result = ent_i_choose(&o->of, host, view, nodes, ties);
    if (result == 0)
        drawing_tell(host, view, o->of.node_count, o->of.tie_count);
    return result;
}

int write_dot(const ent_host *host, const ent_view *view, const ent_sink *sink)
{
    dot o = {.strongest = 0};
    ent_i_format_start(&o.f, host, view, sink);
    int result = choose(&o);
    if (result == 0) {
        find_largest(&o);
        put_graph(&o);
        result = ent_i_format_end(&o.f);
    }
    ent_i_choice_free(&o.of);
    return result;
}
