/* Draws pictures: the places are the network's own, scaled to the sheet; names
 * go where they cover nothing. Graphviz renders what is put on the canvas. */
#include "graphviz/picture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/look.h"

enum {
    /* Beyond this limit Graphviz draws nothing, runs out of memory or crashes.
     * A square PNG of so many dots takes a gigabyte while it is drawn. */
    SIDE_MOST = 16384,
    /* Bytes that drawing takes, rather too many than too few: what is loaded
     * for the first picture (pango, fonts, threads that look for these), what a
     * later one takes, and what a node and a tie do. */
    ROOM_FIRST = 160 << 20,
    ROOM_LATER = 48 << 20,
    ROOM_NODE = 16 << 10,
    ROOM_TIE = 2 << 10
};

/* In points. */
enum {
    WIDE = 1100, /* the map's most, for a few hundred nodes */
    HIGH = 800,
    LEAST_WIDE = 420, /* the sheet's least */
    BORDER_X = 54,    /* around the map, for names */
    BORDER_Y = 18,
    RING = 4 /* around who is in the middle */
};

/* How far the places of few nodes are drawn apart to fill a sheet, and how far
 * their circles grow with that. */
static const double PLACES_GROW = 1.6, CIRCLES_GROW = 1.2;

const char *picture_name(const picture *p, size_t i)
{
    return ent_i_text(p->d.host, p->d.view, ENT_NODE, p->d.nodes[i].node,
                      "label");
}

long picture_community(const picture *p, size_t i)
{
    return (long)ent_i_number(p->d.host, p->d.view, ENT_NODE,
                              p->d.nodes[i].node, "community", -1);
}

const char *picture_shape(const picture *p, size_t i)
{
    static const char *const shapes[][2] = {
        {"org", "square"}, {"place", "diamond"}, {"misc", "hexagon"}};
    const char *type =
        ent_i_text(p->d.host, p->d.view, ENT_NODE, p->d.nodes[i].node, "type");
    for (size_t k = 0; k < sizeof shapes / sizeof *shapes; k++)
        if (strcmp(type, shapes[k][0]) == 0)
            return shapes[k][1];
    return "circle";
}

/* Lines get thinner with the circles, but by less: they must stay visible. */
double picture_width(const picture *p, const drawn_tie *tie)
{
    return ent_i_look_width(tie->weight) * sqrt(fmin(p->circles_scale, 1));
}

/* Whether there is that much memory. */
static int need(picture *p, size_t room)
{
    if (memory_for(room))
        return 0;
    snprintf(p->problem, sizeof p->problem,
             "out of memory: drawing this takes about %zu MB more", room >> 20);
    return -1;
}

/* ---- places ---- */

/* The network's own, in the layout's points; the area that they take. */
static int take_places(picture *p, area *out)
{
    const drawing *d = &p->d;
    *out = (area){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < d->node_count; i++) {
        disc *c = &p->circles[i];
        c->radius = ent_i_look_diameter(d->host, d->view, d->nodes[i].node) / 2;
        if (d->host->struct_size <= offsetof(ent_host, position) ||
            d->host->position(d->view, d->nodes[i].node, &c->x, &c->y) != 0) {
            snprintf(p->problem, sizeof p->problem,
                     "expected a network that is laid out");
            return -1;
        }
        *out = (area){fmin(out->left, c->x - c->radius),
                      fmin(out->low, c->y - c->radius),
                      fmax(out->right, c->x + c->radius),
                      fmax(out->top, c->y + c->radius)};
    }
    if (d->node_count == 0)
        *out = (area){0, 0, 0, 0};
    return 0;
}

static void find_ego(picture *p)
{
    const char *id = ent_i_text(p->d.host, p->d.view, ENT_GRAPH, 0, "ego");
    size_t n = p->d.node_count;
    for (p->ego = *id ? 0 : n; p->ego < n; p->ego++)
        if (strcmp(ent_i_node_id(p->d.host, p->d.view, p->d.nodes[p->ego].node),
                   id) == 0)
            break;
}

/* ---- the sheet ---- */

/* What was asked for, in points; INFINITY where nothing was. Pages lie where
 * the network does. */
static void given_page(const picture *p, bool standing, double *width,
                       double *height)
{
    static const struct {
        const char *name;
        double width, height; /* mm */
    } pages[] = {{"A3", 420, 297}, {"A4", 297, 210}, {"A5", 210, 148}};
    const double millimetre = 72 / 25.4;
    const char *wanted = p->d.host->option(p->d.view, "page");
    double x = strtod(p->d.host->option(p->d.view, "width"), NULL);
    double y = strtod(p->d.host->option(p->d.view, "height"), NULL);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (strcmp(pages[i].name, wanted) == 0) {
            x = standing ? pages[i].height : pages[i].width;
            y = standing ? pages[i].width : pages[i].height;
        }
    *width = x > 0 ? x * millimetre : INFINITY;
    *height = y > 0 ? y * millimetre : INFINITY;
}

/* The scale at which an area fits into a room. */
static double fitting(const area *a, double width, double height)
{
    return fmin(width / fmax(a->right - a->left, 1),
                height / fmax(a->top - a->low, 1));
}

/* Sheets grow with the number of nodes, but by much less. */
static double natural_scale(const picture *p, const area *places)
{
    double more = sqrt(sqrt((double)p->d.node_count / 200));
    more = fmin(fmax(more, 0.45), 1.5);
    return fmin(fitting(places, WIDE * more, HIGH * more), PLACES_GROW);
}

/* Where many are left out, the others' circles have more room. */
static void set_circles_scale(picture *p, double scale)
{
    double all = (double)(p->d.node_count + p->d.nodes_left_out);
    double room = sqrt(all / fmax((double)p->d.node_count, 1));
    p->circles_scale = fmin(fmax(scale, fmin(scale * room, 0.5)), CIRCLES_GROW);
}

/* Puts the map between title and key, and the circles onto the map. */
static void set_map(picture *p, const area *places, double scale, double width,
                    double height)
{
    p->map = (area){BORDER_X, p->key.height + 2 * BORDER_Y, width - BORDER_X,
                    height - picture_head(p) - BORDER_Y};
    double x = (p->map.left + p->map.right) / 2;
    double y = (p->map.low + p->map.top) / 2;
    for (size_t i = 0; i < p->d.node_count; i++) {
        disc *c = &p->circles[i];
        c->x = x + scale * (c->x - (places->left + places->right) / 2);
        c->y = y + scale * (c->y - (places->low + places->top) / 2);
        c->radius = fmax(c->radius * p->circles_scale, 1.2);
    }
}

/* The scale at which the map fits into what a given page leaves for it. */
static double scale_for(const picture *p, const area *places, double width,
                        double height)
{
    double around = picture_head(p) + p->key.height + 3 * BORDER_Y;
    if (isinf(width) && isinf(height))
        return natural_scale(p, places);
    return fmin(fitting(places, fmax(width - 2 * BORDER_X, 1),
                        fmax(height - around, 1)),
                PLACES_GROW);
}

/* The scale decides on the key, whose height decides on the scale of a given
 * page: two rounds settle both. */
static void set_sheet(picture *p, const area *places)
{
    double given[2], width = 0, height = 0;
    double across = places->right - places->left;
    double down = places->top - places->low;
    double scale = natural_scale(p, places);
    given_page(p, across < down, &given[0], &given[1]);
    for (int round = 0; round < 2; round++) {
        set_circles_scale(p, scale);
        picture_describe(p);
        width = fmax(fmax(scale * across + 2 * BORDER_X, LEAST_WIDE),
                     picture_least_width(p));
        width = isinf(given[0]) ? width : given[0];
        picture_set_rows(p, width);
        scale = scale_for(p, places, given[0], given[1]);
        height = scale * down + picture_head(p) + p->key.height + 3 * BORDER_Y;
        height = isinf(given[1]) ? height : given[1];
    }
    set_circles_scale(p, scale);
    set_map(p, places, scale, width, height);
    canvas_open(&p->sheet, p->look, width, height);
}

/* ---- names ---- */

/* In points; larger where there are few. */
static double least_font(const picture *p)
{
    return p->d.node_count <= 40 ? 10 : p->d.node_count <= 120 ? 9 : 8;
}

static double font_of(const picture *p, size_t i)
{
    return least_font(p) + 6 * sqrt(p->d.nodes[i].size);
}

static int place_names(picture *p)
{
    long most = drawing_option(&p->d, "labels");
    size_t n = p->d.node_count, ties = p->d.tie_count;
    stroke *strokes = calloc(ties + 1, sizeof *strokes);
    p->labels = calloc(n + 1, sizeof *p->labels);
    p->labelled = most < 0 || (size_t)most > n ? n : (size_t)most;
    if (!strokes || !p->labels) {
        free(strokes);
        return -1;
    }
    for (size_t i = 0; i < ties; i++) {
        const disc *a = &p->circles[p->d.ties[i].ends[0]];
        const disc *b = &p->circles[p->d.ties[i].ends[1]];
        strokes[i] = (stroke){
            {a->x, b->x}, {a->y, b->y}, ent_i_look_width(p->d.ties[i].weight)};
    }
    for (size_t i = 0; i < p->labelled; i++) {
        double font = font_of(p, i);
        bool ego = i == p->ego;
        words name = {.text = picture_name(p, i), .font = font, .bold = ego};
        p->labels[i] =
            (label){.x = p->circles[i].x,
                    .y = p->circles[i].y,
                    .radius = p->circles[i].radius + (ego ? RING : 0),
                    .width = words_width(&name),
                    .height = font * 1.1,
                    .least = least_font(p) / font};
    }
    surroundings around = {.sheet = {2, p->map.low - BORDER_Y,
                                     p->sheet.width - 2, p->map.top + BORDER_Y},
                           .discs = p->circles,
                           .disc_count = n,
                           .strokes = strokes,
                           .stroke_count = ties};
    labels_place(p->labels, p->labelled, &around);
    free(strokes);
    return 0;
}

/* ---- drawing ---- */

static Agnode_t *draw_circle(picture *p, size_t i)
{
    const disc *c = &p->circles[i];
    char name[32], colour[8];
    bool ego = i == p->ego;
    snprintf(name, sizeof name, "n%zu", i);
    ent_i_look_colour(p->d.host, p->d.view, p->d.nodes[i].node, colour);
    if (ego)
        canvas_mark(&p->sheet, &(mark){.x = c->x,
                                       .y = c->y,
                                       .width = 2 * (c->radius + RING),
                                       .height = 2 * (c->radius + RING),
                                       .shape = "circle",
                                       .fill = p->look->paper,
                                       .line = p->look->ink,
                                       .pen = 1.5,
                                       .kind = "ego"});
    return canvas_mark(&p->sheet, &(mark){.x = c->x,
                                          .y = c->y,
                                          .width = 2 * c->radius,
                                          .height = 2 * c->radius,
                                          .shape = picture_shape(p, i),
                                          .fill = colour,
                                          .line = p->look->edge,
                                          .pen = fmin(1, c->radius / 4),
                                          .kind = "name",
                                          .name = name});
}

static int draw_network(picture *p)
{
    size_t n = p->d.node_count;
    char colours[2][10];
    Agnode_t **marks = calloc(n + 1, sizeof *marks);
    if (!marks)
        return -1;
    for (int met = 0; met < 2; met++)
        theme_line(p->look, met, p->d.tie_count, colours[met]);
    for (size_t i = n; i-- > 0;) /* the strongest on top */
        marks[i] = draw_circle(p, i);
    for (size_t i = 0; i < p->d.tie_count; i++) {
        const drawn_tie *tie = &p->d.ties[i];
        canvas_line(&p->sheet, marks[tie->ends[0]], marks[tie->ends[1]],
                    picture_width(p, tie), colours[tie->met],
                    tie->met ? "contact" : "together");
    }
    free(marks);
    return 0;
}

static void draw_names(picture *p)
{
    for (size_t i = p->labelled; i-- > 0;) {
        const label *l = &p->labels[i];
        char name[32];
        snprintf(name, sizeof name, "l%zu", i);
        if (!l->placed)
            continue;
        canvas_words(&p->sheet,
                     &(words){.x = l->side > 0 ? l->at.left
                                   : l->side < 0
                                       ? l->at.right
                                       : (l->at.left + l->at.right) / 2,
                              .y = (l->at.low + l->at.top) / 2,
                              .text = picture_name(p, i),
                              .font = round(10 * font_of(p, i) * l->size) / 10,
                              .colour = p->look->ink,
                              .at = l->side > 0   ? LEFT
                                    : l->side < 0 ? RIGHT
                                                  : CENTRE,
                              .veiled = true,
                              .bold = i == p->ego,
                              .kind = "label",
                              .name = name});
    }
}

/* ---- the file ---- */

static bool is_png(const picture *p) { return strcmp(p->format, "png") == 0; }

/* The size is known only once everything has its place. */
static int check_side(picture *p)
{
    double side = fmax(p->sheet.width, p->sheet.height);
    double most = SIDE_MOST / (side / POINTS_PER_INCH + 1);
    if (!is_png(p))
        return 0;
    if (p->dpi <= most)
        return need(p, ROOM_LATER + canvas_room(&p->sheet, p->dpi));
    snprintf(p->problem, sizeof p->problem,
             "expected at most %.0f dpi for a picture of this size, found %.0f",
             floor(most), p->dpi);
    return -1;
}

static int render(picture *p, const ent_sink *sink)
{
    char *bytes = NULL;
    unsigned size = 0;
    int result = check_side(p);
    if (result == 0)
        result = canvas_render(&p->sheet, p->format, p->dpi, &bytes, &size);
    if (result == 0)
        result = strcmp(p->format, "svg") == 0
                     ? finish_svg(p, bytes, size, sink)
                 : strcmp(p->format, "pdf") == 0
                     ? finish_pdf(p, bytes, size, sink)
                     : sink->write(sink->ctx, bytes, size);
    if (bytes)
        gvFreeRenderData(bytes);
    return result;
}

static int draw(picture *p, const ent_sink *sink)
{
    static bool drawn_before;
    size_t room = (drawn_before ? ROOM_LATER : ROOM_FIRST) +
                  p->d.node_count * ROOM_NODE + p->d.tie_count * ROOM_TIE;
    area places;
    if (need(p, room) != 0)
        return -1;
    drawn_before = true;
    p->circles = calloc(p->d.node_count + 1, sizeof *p->circles);
    if (!p->circles || take_places(p, &places) != 0)
        return -1;
    find_ego(p);
    set_sheet(p, &places);
    if (place_names(p) != 0 || draw_network(p) != 0)
        return -1;
    draw_names(p);
    picture_furnish(p);
    return p->sheet.failed || drawing_cancelled(&p->d) ? -1 : render(p, sink);
}

static int write_picture(const ent_host *host, const ent_view *view,
                         const ent_sink *sink, const char *format)
{
    picture p = {.format = format};
    int result = drawing_choose(&p.d, host, view);
    if (result == 0) {
        graphviz_begin();
        p.look = theme_named(host->option(view, "theme"));
        p.dpi = strtod(host->option(view, "dpi"), NULL);
        result = draw(&p, sink);
        canvas_close(&p.sheet);
        const char *why = graphviz_end();
        if (result != 0)
            host->set_error(view, *p.problem ? p.problem
                                  : *why     ? why
                                             : "Graphviz can't draw it");
    }
    free(p.circles);
    free(p.labels);
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
