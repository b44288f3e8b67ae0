/* Draws pictures: one frame of the whole network, or one of each slice, at the
 * places that the network has. Graphviz renders what is put on the canvas. */
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

/* The network's own, in the layout's points, and the area that they take. */
static int take_places(picture *p)
{
    const drawing *d = &p->d;
    area reach = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    p->places = calloc(d->node_count + 1, sizeof *p->places);
    if (!p->places)
        return -1;
    for (size_t i = 0; i < d->node_count; i++) {
        disc *c = &p->places[i];
        c->radius = ent_i_look_diameter(d->host, d->view, d->nodes[i].node) / 2;
        if (!ent_i_look_place(d->host, d->view, d->nodes[i].node, &c->x,
                              &c->y)) {
            snprintf(p->problem, sizeof p->problem,
                     "expected a network that is laid out");
            return -1;
        }
        reach = (area){fmin(reach.left, c->x - c->radius),
                       fmin(reach.low, c->y - c->radius),
                       fmax(reach.right, c->x + c->radius),
                       fmax(reach.top, c->y + c->radius)};
    }
    p->reach = d->node_count ? reach : (area){0, 0, 0, 0};
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

/* ---- drawing ---- */

static void draw_ring(picture *p, const disc *c)
{
    canvas_mark(&p->sheet, &(mark){.x = c->x,
                                   .y = c->y,
                                   .width = 2 * (c->radius + RING),
                                   .height = 2 * (c->radius + RING),
                                   .shape = "circle",
                                   .fill = p->look->paper,
                                   .line = p->look->ink,
                                   .pen = 1.5,
                                   .kind = "ego"});
}

static Agnode_t *draw_circle(picture *p, const frame *f, size_t i)
{
    const spot *s = &f->spots[i];
    const disc *c = &f->circles[i];
    char name[48], colour[8];
    snprintf(name, sizeof name, "n%zu.%zu", (size_t)(f - p->frames), i);
    ent_i_look_colour(p->d.host, p->d.view, p->d.nodes[s->node].node, colour);
    if (s->node == p->ego)
        draw_ring(p, c);
    return canvas_mark(&p->sheet,
                       &(mark){.x = c->x,
                               .y = c->y,
                               .width = 2 * c->radius,
                               .height = 2 * c->radius,
                               .shape = picture_shape(p, s->node),
                               .fill = colour,
                               .line = s->came ? p->look->ink : p->look->edge,
                               .pen = s->came ? CAME : fmin(1, c->radius / 4),
                               .kind = "name",
                               .name = name});
}

static int draw_network(picture *p, const frame *f)
{
    char colours[2][10];
    Agnode_t **marks = calloc(f->spot_count + 1, sizeof *marks);
    if (!marks)
        return -1;
    for (int met = 0; met < 2; met++)
        theme_line(p->look, met, p->most_lines, colours[met]);
    for (size_t i = f->spot_count; i-- > 0;) /* the strongest on top */
        marks[i] = draw_circle(p, f, i);
    for (size_t i = 0; i < f->tie_count; i++) {
        const drawn_tie *tie = &f->ties[i];
        canvas_line(&p->sheet, marks[tie->ends[0]], marks[tie->ends[1]],
                    picture_width(p, tie), colours[tie->met],
                    tie->met ? "contact" : "together");
    }
    free(marks);
    return 0;
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

/* Graphviz ends the process where memory is out: this is asked beforehand. */
static int need_room(picture *p)
{
    static bool drawn_before;
    size_t room = drawn_before ? ROOM_LATER : ROOM_FIRST;
    for (size_t k = 0; k < p->frame_count; k++)
        room += p->frames[k].spot_count * ROOM_NODE +
                p->frames[k].tie_count * ROOM_TIE;
    if (need(p, room) != 0)
        return -1;
    drawn_before = true;
    return 0;
}

/* All that is done before Graphviz draws. */
static int make_sheet(picture *p)
{
    if (take_places(p) != 0 || frames_make(p) != 0 || need_room(p) != 0)
        return -1;
    find_ego(p);
    if (communities_find(p) != 0)
        return -1;
    sheet_set(p);
    if (communities_draw(p) != 0 || names_place(p) != 0)
        return -1;
    for (size_t k = 0; k < p->frame_count; k++)
        if (draw_network(p, &p->frames[k]) != 0)
            return -1;
    names_draw(p);
    texts_draw(p);
    key_draw(p);
    return p->sheet.failed ? -1 : 0;
}

static int draw(picture *p, const ent_sink *sink)
{
    int made = make_sheet(p);
    if (drawing_cancelled(&p->d))
        return -1;
    if (made == 0)
        return render(p, sink);
    if (!*p->problem)
        snprintf(p->problem, sizeof p->problem, "out of memory");
    return -1;
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
    frames_free(&p);
    free(p.places);
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
