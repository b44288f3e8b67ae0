/* Draws pictures through gvc, in two passes: first a layout in which a node is
 * as large as its circle with its label, so that labels don't overlap; then the
 * circles and labels at these places. Graphviz has no circle with a label below
 * it that it would keep clear. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gvc.h>

#include "common/look.h"
#include "graphviz/drawing.h"
#include "graphviz/spread.h"

#define FONT "Helvetica,Arial,sans-serif"
#define PAD 18.0 /* points between the drawing and the edge of the picture */

/* With more nodes the force model is faster and clearer than stress. */
enum { NEATO_MAX = 60 };

/* Beyond this limit Graphviz draws nothing, runs out of memory or crashes. A
 * square PNG of SIDE_MOST dots takes a gigabyte while it is drawn. */
enum { SIDE_MOST = 16384 };

/* Bytes that drawing takes, rather too many than too few: what is loaded for
 * the first picture (pango, fonts, threads that look for these), what a later
 * one takes, and what a node and a tie do. */
enum {
    ROOM_FIRST = 160 << 20,
    ROOM_LATER = 48 << 20,
    ROOM_NODE = 16 << 10,
    ROOM_TIE = 2 << 10,
    ROOM_DOT = 4
};

/* Where a circle is, in points, and on which side its label is. */
typedef struct place {
    double x, y;
    double lines_above, lines_below; /* lines running into a label */
} place;

typedef struct picture {
    drawing d;
    GVC_t *gvc;
    const char *format;
    place *places; /* by drawn node */
    double dpi;
    char caption[600];   /* lines below the picture */
    double caption_font; /* points */
    char problem[120];   /* what is wrong, or "" */
} picture;

/* Whether there is that much memory. The libraries that draw end the process or
 * crash when they find none, so that this is asked beforehand. */
static int need(picture *p, size_t room)
{
    /* Else a compiler may leave out what is not used. */
    void *volatile block = malloc(room);
    bool found = block != NULL;
    free(block);
    if (!found)
        snprintf(p->problem, sizeof p->problem,
                 "out of memory: drawing this takes about %zu MB more",
                 room >> 20);
    return found ? 0 : -1;
}

static double diameter(const drawn_node *node)
{
    return 9 + 39 * sqrt(node->size);
}

static const char *label_of(const picture *p, size_t i)
{
    return ent_i_text(p->d.host, p->d.view, ENT_NODE, p->d.nodes[i].node,
                      "label");
}

/* The box of a circle and its label below. */
static void box_of(const picture *p, size_t i, double *width, double *height)
{
    const drawn_node *node = &p->d.nodes[i];
    double across = diameter(node), font = drawing_font(node);
    double text = node->labelled ? drawing_text_width(label_of(p, i), font) : 0;
    *width = fmax(across, text) + 8;
    *height = across + (node->labelled ? font * 1.3 : 0) + 6;
}

static bool add_box(picture *p, Agraph_t *g, size_t i)
{
    char name[32];
    double width, height;
    snprintf(name, sizeof name, "n%zu", i);
    Agnode_t *node = drawing_node(g, name);
    if (!node)
        return false;
    box_of(p, i, &width, &height);
    drawing_set_number(node, "width", width / POINTS_PER_INCH);
    drawing_set_number(node, "height", height / POINTS_PER_INCH);
    p->d.nodes[i].circle = node;
    return true;
}

static Agedge_t *add_line(picture *p, Agraph_t *g, const drawn_tie *tie)
{
    return agedge(g, p->d.nodes[tie->ends[0]].circle,
                  p->d.nodes[tie->ends[1]].circle, NULL, 1);
}

static Agraph_t *boxes(picture *p)
{
    Agraph_t *g = drawing_graph();
    bool small = p->d.node_count <= NEATO_MAX;
    bool done = g != NULL;
    if (g) {
        drawing_default(g, AGRAPH, "overlap", "true");
        drawing_default(g, AGRAPH, "splines", "none");
        drawing_default(g, AGRAPH, "K", "1.1");
        drawing_default(g, AGRAPH, "start", "1");
        drawing_default(g, AGRAPH, "maxiter", "1000");
        drawing_default(g, AGNODE, "shape", "box");
        drawing_default(g, AGNODE, "fixedsize", "true");
        drawing_default(g, AGNODE, "label", "");
    }
    for (size_t i = 0; i < p->d.node_count && done; i++)
        done = !drawing_cancelled(&p->d) && add_box(p, g, i);
    for (size_t i = 0; i < p->d.tie_count && done; i++) {
        Agedge_t *edge = add_line(p, g, &p->d.ties[i]);
        done = edge != NULL;
        if (done && small) /* strong ties are short */
            drawing_set_number(edge, "len",
                               2.2 - 1.0 * sqrt(p->d.ties[i].weight));
    }
    if (g && !done) {
        agclose(g);
        g = NULL;
    }
    return g;
}

/* Notes that a line leaves node a towards b: only steep lines meet the label,
 * thick ones more so. */
static void note_line(place *a, const place *b, double width)
{
    double dx = b->x - a->x, dy = b->y - a->y;
    double steepness = dy / fmax(hypot(dx, dy), 1);
    double *side = dy > 0 ? &a->lines_above : &a->lines_below;
    *side += width * steepness * steepness * steepness * steepness;
}

/* Labels are expected below; the space above must be clearly freer. */
static bool is_label_above(const place *at)
{
    return at->lines_below > 1.5 * at->lines_above + 1;
}

/* The circle goes to the end of its box that the label leaves free. */
static void settle(picture *p)
{
    for (size_t i = 0; i < p->d.tie_count; i++) {
        const drawn_tie *tie = &p->d.ties[i];
        place *a = &p->places[tie->ends[0]], *b = &p->places[tie->ends[1]];
        note_line(a, b, ent_i_look_width(tie->weight));
        note_line(b, a, ent_i_look_width(tie->weight));
    }
    for (size_t i = 0; i < p->d.node_count; i++) {
        double width, height;
        box_of(p, i, &width, &height);
        double shift = height / 2 - diameter(&p->d.nodes[i]) / 2 - 3;
        p->places[i].y += is_label_above(&p->places[i]) ? -shift : shift;
    }
}

/* The layout's places, once nothing overlaps any more. */
static int take_places(picture *p)
{
    size_t n = p->d.node_count;
    spread_box *all = calloc(n + 1, sizeof *all);
    if (!all)
        return -1;
    for (size_t i = 0; i < n; i++) {
        pointf at = ND_coord(p->d.nodes[i].circle);
        all[i] = (spread_box){.x = at.x, .y = at.y};
        box_of(p, i, &all[i].width, &all[i].height);
    }
    int result = spread_apart(all, n);
    for (size_t i = 0; i < n; i++)
        p->places[i] = (place){.x = all[i].x, .y = all[i].y};
    if (result == 0)
        settle(p);
    free(all);
    return result;
}

static int lay_out(picture *p)
{
    char engine[8];
    Agraph_t *g = boxes(p);
    if (!g)
        return -1;
    strcpy(engine, p->d.node_count > NEATO_MAX ? "sfdp" : "neato");
    int result = gvLayout(p->gvc, g, engine);
    if (result == 0) {
        result = take_places(p);
        gvFreeLayout(p->gvc, g);
    }
    agclose(g);
    return result;
}

static void set_place(void *node, double x, double y)
{
    char pos[96];
    /* Whole points avoid the decimal point, which depends on the locale. */
    snprintf(pos, sizeof pos, "%.0f,%.0f", x, y);
    drawing_set(node, "pos", pos);
}

static bool add_circle(picture *p, Agraph_t *g, size_t i)
{
    char name[32], colour[8];
    double across = diameter(&p->d.nodes[i]) / POINTS_PER_INCH;
    snprintf(name, sizeof name, "n%zu", i);
    Agnode_t *node = drawing_node(g, name);
    if (!node)
        return false;
    ent_i_look_colour(p->d.host, p->d.view, p->d.nodes[i].node, colour);
    drawing_set(node, "fillcolor", colour);
    drawing_set_number(node, "width", across);
    drawing_set_number(node, "height", across);
    drawing_set_label(node, "tooltip", label_of(p, i));
    set_place(node, p->places[i].x, p->places[i].y);
    p->d.nodes[i].circle = node;
    return true;
}

/* The label is a separate node, on a veil that keeps lines off the letters. */
static bool add_label(picture *p, Agraph_t *g, size_t i)
{
    const drawn_node *drawn = &p->d.nodes[i];
    double font = drawing_font(drawn);
    char name[32];
    if (!drawn->labelled)
        return true;
    snprintf(name, sizeof name, "l%zu", i);
    Agnode_t *node = drawing_node(g, name);
    if (!node)
        return false;
    drawing_set_label(node, "label", label_of(p, i));
    drawing_set(node, "shape", "box");
    drawing_set(node, "fillcolor", "#ffffffb8");
    drawing_set(node, "color", "#ffffff00");
    drawing_set_number(node, "fontsize", font);
    drawing_set_number(node, "width",
                       drawing_text_width(label_of(p, i), font) /
                           POINTS_PER_INCH);
    drawing_set_number(node, "height", font * 1.15 / POINTS_PER_INCH);
    double away = diameter(drawn) / 2 + font * 0.62 + 1;
    set_place(node, p->places[i].x,
              p->places[i].y + (is_label_above(&p->places[i]) ? away : -away));
    return true;
}

static bool add_drawn_line(picture *p, Agraph_t *g, const drawn_tie *tie)
{
    Agedge_t *edge = add_line(p, g, tie);
    if (!edge)
        return false;
    drawing_set_number(edge, "penwidth", ent_i_look_width(tie->weight));
    drawing_set(edge, "color", tie->met ? "#43506490" : "#aab2bd80");
    return true;
}

static bool is_png(const picture *p) { return strcmp(p->format, "png") == 0; }

/* Formats that scale have no dots. Graphviz would scale the drawing anyway, but
 * neither the viewBox nor the page around it. */
static void set_look(Agraph_t *g, const picture *p)
{
    static const struct {
        int kind;
        const char *name, *value;
    } look[] = {
        {AGRAPH, "bgcolor", "white"}, {AGRAPH, "pad", ""},
        {AGRAPH, "splines", "line"},  {AGRAPH, "outputorder", "edgesfirst"},
        {AGRAPH, "fontname", FONT},   {AGRAPH, "fontcolor", "#5a6472"},
        {AGNODE, "fontname", FONT},   {AGNODE, "fontcolor", "#1d232b"},
        {AGNODE, "label", ""},        {AGNODE, "shape", "circle"},
        {AGNODE, "style", "filled"},  {AGNODE, "color", "white"},
        {AGNODE, "penwidth", "1.2"},  {AGNODE, "fixedsize", "true"}};
    for (size_t i = 0; i < sizeof look / sizeof *look; i++)
        drawing_default(g, look[i].kind, look[i].name, look[i].value);
    drawing_set_number(g, "dpi", is_png(p) ? p->dpi : POINTS_PER_INCH);
}

/* A wide picture is viewed at a small scale, and its caption with it. */
static double caption_font(const picture *p)
{
    double left = 0, right = 0;
    for (size_t i = 0; i < p->d.node_count; i++) {
        left = fmin(left, p->places[i].x);
        right = fmax(right, p->places[i].x);
    }
    return fmax(11, floor((right - left) / 130));
}

/* Sets what the picture says about itself, below it. */
static void set_caption(Agraph_t *g, picture *p)
{
    const drawing *d = &p->d;
    char *text = p->caption;
    const size_t room = sizeof p->caption;
    const char *title = d->host->option(d->view, "title");
    int n = snprintf(text, room, "%.200s%s", title, *title ? "\n" : "");
    if (strcmp(d->host->option(d->view, "legend"), "true") == 0) {
        n += snprintf(text + n, room - (size_t)n,
                      "Circle: strength.  Line: weight of the tie, dark where "
                      "a contact is stated.  Colour: community.\n");
        if (d->nodes_left_out)
            n += snprintf(text + n, room - (size_t)n,
                          "The %zu strongest of %zu nodes. ", d->node_count,
                          d->node_count + d->nodes_left_out);
        if (d->ties_left_out)
            snprintf(text + n, room - (size_t)n,
                     "The %zu heaviest of %zu ties.", d->tie_count,
                     d->tie_count + d->ties_left_out);
    }
    drawing_set_number(g, "fontsize", p->caption_font);
    drawing_default(g, AGRAPH, "label", "");
    drawing_default(g, AGRAPH, "labelloc", "b");
    drawing_set_label(g, "label", text);
}

static double caption_width(const picture *p)
{
    double widest = 0;
    char line[sizeof p->caption];
    for (const char *at = p->caption; *at; at += strspn(at, "\n")) {
        size_t n = strcspn(at, "\n");
        snprintf(line, sizeof line, "%.*s", (int)n, at);
        widest = fmax(widest, drawing_text_width(line, p->caption_font));
        at += n;
    }
    return widest;
}

/* Graphviz makes room for the caption in a font of this machine. The machine
 * that shows the picture may have a wider one. */
static void set_pad(const picture *p, Agraph_t *g)
{
    char pad[96], across[40], down[40];
    boxf box = GD_bb(g);
    double over = caption_width(p) - (box.UR.x - box.LL.x);
    ent_i_format_real(across,
                      (PAD + ceil(fmax(over, 0) / 2)) / POINTS_PER_INCH);
    ent_i_format_real(down, PAD / POINTS_PER_INCH);
    snprintf(pad, sizeof pad, "%s,%s", across, down);
    drawing_set(g, "pad", pad);
}

static Agraph_t *drawn(picture *p)
{
    Agraph_t *g = drawing_graph();
    bool done = g != NULL;
    if (g) {
        p->caption_font = caption_font(p);
        set_look(g, p);
        set_caption(g, p);
    }
    for (size_t i = p->d.node_count; i-- > 0 && done;)
        done = add_circle(p, g, i);
    for (size_t i = 0; i < p->d.tie_count && done; i++)
        done = add_drawn_line(p, g, &p->d.ties[i]);
    for (size_t i = p->d.node_count; i-- > 0 && done;)
        done = add_label(p, g, i);
    if (g && !done) {
        agclose(g);
        g = NULL;
    }
    return g;
}

/* cairo writes the current time into a PDF. The same network must give the same
 * bytes, so it is replaced by the day of the latest article. */
static void set_date(const picture *p, char *bytes, size_t size)
{
    static const char mark[] = "/CreationDate (D:";
    const size_t length = sizeof mark - 1, digits = 14;
    const char *last = ent_i_text(p->d.host, p->d.view, ENT_GRAPH, 0, "last");
    char date[15] = "19700101000000";
    if (strlen(last) == 10) /* 2014-03-29 */
        snprintf(date, sizeof date, "%.4s%.2s%.2s000000", last, last + 5,
                 last + 8);
    for (size_t i = 0; i + length + digits <= size; i++)
        if (memcmp(bytes + i, mark, length) == 0)
            memcpy(bytes + i + length, date, digits);
}

/* How many dots a picture of that size has, with what stands around it. */
static size_t dots(const picture *p, boxf box)
{
    double across = (box.UR.x - box.LL.x) / POINTS_PER_INCH + 1;
    double down = (box.UR.y - box.LL.y) / POINTS_PER_INCH + 1;
    return (size_t)(across * p->dpi * down * p->dpi);
}

/* The size is known only once everything has its place. */
static int check_side(picture *p, Agraph_t *g)
{
    boxf box = GD_bb(g);
    double side = fmax(box.UR.x - box.LL.x, box.UR.y - box.LL.y);
    double most = SIDE_MOST / (side / POINTS_PER_INCH + 1);
    if (!is_png(p))
        return 0;
    if (p->dpi <= most)
        return need(p, ROOM_LATER + dots(p, box) * ROOM_DOT);
    snprintf(p->problem, sizeof p->problem,
             "expected at most %.0f dpi for a picture of this size, found %.0f",
             floor(most), p->dpi);
    return -1;
}

static int render(picture *p, const ent_sink *sink)
{
    Agraph_t *g = drawn(p);
    char *bytes = NULL;
    unsigned size = 0;
    if (!g)
        return -1;
    int result = gvLayout(p->gvc, g, "nop1");
    if (result == 0) {
        set_pad(p, g);
        result = check_side(p, g);
        if (result == 0)
            result = gvRenderData(p->gvc, g, p->format, &bytes, &size);
        gvFreeLayout(p->gvc, g);
    }
    if (result == 0) {
        if (strcmp(p->format, "pdf") == 0)
            set_date(p, bytes, size);
        result = sink->write(sink->ctx, bytes, size);
    }
    if (bytes)
        gvFreeRenderData(bytes);
    agclose(g);
    return result;
}

/* A single context that is never freed: Graphviz's pango plug-in keeps font
 * names that the context owns, and reads them after gvFreeContext. */
static GVC_t *context(void)
{
    static GVC_t *only;
    if (!only)
        only = gvContext();
    return only;
}

static int draw(picture *p, const ent_sink *sink)
{
    static bool drawn_before;
    size_t room = (drawn_before ? ROOM_LATER : ROOM_FIRST) +
                  p->d.node_count * ROOM_NODE + p->d.tie_count * ROOM_TIE;
    if (need(p, room) != 0)
        return -1;
    drawn_before = true;
    p->places = calloc(p->d.node_count + 1, sizeof *p->places);
    p->gvc = context();
    int result = p->places && p->gvc ? lay_out(p) : -1;
    if (result == 0 && drawing_cancelled(&p->d))
        result = -1;
    if (result == 0)
        result = render(p, sink);
    free(p->places);
    return result;
}

static int write_picture(const ent_host *host, const ent_view *view,
                         const ent_sink *sink, const char *format)
{
    picture p = {.format = format};
    int result = drawing_choose(&p.d, host, view);
    if (result == 0) {
        graphviz_begin();
        p.dpi = strtod(host->option(view, "dpi"), NULL);
        result = draw(&p, sink);
        const char *why = graphviz_end();
        if (result != 0)
            host->set_error(view, *p.problem ? p.problem
                                  : *why     ? why
                                             : "Graphviz can't draw it");
    }
    drawing_free(&p.d);
    return result;
}

int write_svg(const ent_host *host, const ent_view *view, const ent_sink *sink)
{
    return write_picture(host, view, sink, "svg");
}

int write_png(const ent_host *host, const ent_view *view, const ent_sink *sink)
{
    return write_picture(host, view, sink, "png");
}

int write_pdf(const ent_host *host, const ent_view *view, const ent_sink *sink)
{
    return write_picture(host, view, sink, "pdf");
}
