/* From islands to a picture: each island by itself, islands of one component
 * side by side as discs, turned so that they face those they are tied to, and
 * the smaller components in rows below the largest. */
#include <math.h>

#include "analyse/arrange.h"
#include "analyse/islands.h"
#include "analyse/scene.h"
#include "analyse/stress.h"
#include "analyse/turns.h"
#include "analyse/uncover.h"
#include "core/memory.h"

/* How much of an island's disc its boxes fill, before they are moved apart:
 * with more there would be rows and columns of boxes, with less only space. */
static const double FILLED = 0.5;

enum {
    BETWEEN_ISLANDS = 30, /* points */
    BETWEEN_COMPONENTS = 40
};

typedef struct composer {
    ent_i_scene *s;
    ent_i_box *boxes;  /* in the order of the parts */
    uint32_t *at;      /* by node: its place in boxes */
    ent_i_disc *discs; /* by island */
} composer;

/* ---- one island ---- */

/* The middle of n boxes, then the radius of the disc around it that holds
 * them. */
static ent_i_disc disc_around(const ent_i_box *boxes, size_t n)
{
    double left = INFINITY, right = -INFINITY, low = INFINITY, top = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        left = fmin(left, boxes[i].x - boxes[i].width / 2);
        right = fmax(right, boxes[i].x + boxes[i].width / 2);
        low = fmin(low, boxes[i].y - boxes[i].height / 2);
        top = fmax(top, boxes[i].y + boxes[i].height / 2);
    }
    ent_i_disc disc = {(left + right) / 2, (low + top) / 2, 0};
    for (size_t i = 0; i < n; i++) {
        double dx = fabs(boxes[i].x - disc.x) + boxes[i].width / 2;
        double dy = fabs(boxes[i].y - disc.y) + boxes[i].height / 2;
        disc.radius = fmax(disc.radius, sqrt(dx * dx + dy * dy));
    }
    return disc;
}

static void move(ent_i_box *boxes, size_t n, double x, double y)
{
    for (size_t i = 0; i < n; i++) {
        boxes[i].x += x;
        boxes[i].y += y;
    }
}

/* Grows the island until its boxes have room. */
static void spread_out(ent_i_box *boxes, size_t n)
{
    const double pi = 3.141592653589793;
    double area = 0, far = 0;
    for (size_t i = 0; i < n; i++) {
        area += boxes[i].width * boxes[i].height;
        far = fmax(far, boxes[i].x * boxes[i].x + boxes[i].y * boxes[i].y);
    }
    double factor = far > 0 ? sqrt(area / FILLED / (pi * far)) : 1;
    for (size_t i = 0; i < n && factor > 1; i++) {
        boxes[i].x *= factor;
        boxes[i].y *= factor;
    }
}

static bool lay_out_island(composer *c, uint32_t island)
{
    const ent_i_parts *parts = &c->s->parts;
    uint32_t n = ent_i_part_size(parts, island);
    ent_i_box *boxes = c->boxes + parts->first[island];
    ent_i_adjacency lengths = {0};
    ent_place *places = ent_i_malloc(n * sizeof *places);
    bool done = places && ent_i_part_adjacency(parts, island, &lengths) &&
                ent_i_stress(&lengths, c->s->seed, places);
    for (uint32_t i = 0; done && i < n; i++) {
        boxes[i] = c->s->boxes[parts->nodes[parts->first[island] + i]];
        boxes[i].x = places[i].x;
        boxes[i].y = places[i].y;
    }
    if (done) {
        ent_i_disc disc = disc_around(boxes, n);
        move(boxes, n, -disc.x, -disc.y);
        spread_out(boxes, n);
        done = ent_i_boxes_part(boxes, n);
        disc = disc_around(boxes, n);
        move(boxes, n, -disc.x, -disc.y);
        c->discs[island].radius = disc.radius + BETWEEN_ISLANDS / 2.0;
    }
    ent_i_adjacency_free(&lengths);
    ent_i_free(places);
    return done;
}

/* ---- the islands of a component ---- */

/* The largest disc, which goes into the middle. */
static uint32_t largest_of(const ent_i_disc *discs, uint32_t n)
{
    uint32_t best = 0;
    for (uint32_t i = 0; i < n; i++)
        if (discs[i].radius > discs[best].radius)
            best = i;
    return best;
}

/* Lays the component on its longer side. */
static bool turn_component(ent_i_disc *discs, uint32_t n)
{
    ent_i_box *boxes = ent_i_malloc(n * sizeof *boxes);
    if (!boxes)
        return false;
    for (uint32_t i = 0; i < n; i++)
        boxes[i] = (ent_i_box){discs[i].x, discs[i].y, 2 * discs[i].radius,
                               2 * discs[i].radius};
    ent_i_turn turn = ent_i_best_turn(boxes, n);
    for (uint32_t i = 0; i < n; i++) {
        ent_place at = ent_i_turned(discs[i].x, discs[i].y, turn);
        discs[i].x = at.x;
        discs[i].y = at.y;
    }
    ent_i_free(boxes);
    return true;
}

/* `of` holds the components' islands and the ties between these. */
static bool arrange_islands(composer *c, const ent_i_parts *of,
                            uint32_t component)
{
    const uint32_t *islands = of->nodes + of->first[component];
    uint32_t n = ent_i_part_size(of, component);
    size_t first_tie = of->first_link[component];
    ent_i_disc *discs = ent_i_malloc(n * sizeof *discs);
    if (!discs)
        return false;
    for (uint32_t i = 0; i < n; i++)
        discs[i] = c->discs[islands[i]];
    bool done =
        ent_i_arrange(discs, n, largest_of(discs, n), of->links + first_tie,
                      of->first_link[component + 1] - first_tie) &&
        turn_component(discs, n);
    for (uint32_t i = 0; done && i < n; i++)
        c->discs[islands[i]] = discs[i];
    ent_i_free(discs);
    return done;
}

static bool arrange_all(composer *c)
{
    const ent_i_scene *s = c->s;
    ent_i_parts of = {0};
    ent_i_link *between = ent_i_malloc(s->tie_count * sizeof *between);
    size_t n = between ? ent_i_between(s->island, s->islands, s->ties,
                                       s->tie_count, between)
                       : SIZE_MAX;
    bool done = n != SIZE_MAX && ent_i_parts_make(&of, s->component, s->islands,
                                                  s->components, between, n);
    for (uint32_t k = 0; done && k < s->components; k++)
        done = arrange_islands(c, &of, k);
    ent_i_parts_free(&of);
    ent_i_free(between);
    return done;
}

/* ---- turning islands ---- */

enum { ROUNDS = 2 };

/* How long the ties that leave the island are, if it is turned so. */
static double cost_of(const composer *c, const ent_i_adjacency *outer,
                      uint32_t island, ent_i_turn turn)
{
    const ent_i_parts *parts = &c->s->parts;
    const ent_i_disc *here = &c->discs[island];
    double sum = 0;
    for (size_t k = parts->first[island]; k < parts->first[island + 1]; k++) {
        uint32_t node = parts->nodes[k];
        ent_place at = ent_i_turned(c->boxes[k].x, c->boxes[k].y, turn);
        for (size_t i = outer->first[node]; i < outer->first[node + 1]; i++) {
            const ent_i_neighbour *to = &outer->neighbours[i];
            const ent_i_box *box = &c->boxes[c->at[to->node]];
            const ent_i_disc *there = &c->discs[c->s->island[to->node]];
            double dx = here->x + at.x - there->x - box->x;
            double dy = here->y + at.y - there->y - box->y;
            sum += to->weight * sqrt(dx * dx + dy * dy);
        }
    }
    return sum;
}

/* The turn at which the ties that leave the island are shortest. */
static ent_i_turn turn_to_partners(const composer *c,
                                   const ent_i_adjacency *outer,
                                   uint32_t island)
{
    ent_i_turn best = ent_i_turn_of(0);
    double least = cost_of(c, outer, island, best);
    for (int way = 1; way < ENT_I_WAYS; way++) {
        double cost = cost_of(c, outer, island, ent_i_turn_of(way));
        if (cost < least) {
            least = cost;
            best = ent_i_turn_of(way);
        }
    }
    return best;
}

static bool has_partners(const composer *c, const ent_i_adjacency *outer,
                         uint32_t island)
{
    const ent_i_parts *parts = &c->s->parts;
    for (size_t k = parts->first[island]; k < parts->first[island + 1]; k++)
        if (outer->first[parts->nodes[k]] < outer->first[parts->nodes[k] + 1])
            return true;
    return false;
}

static void turn_island(composer *c, const ent_i_adjacency *outer,
                        uint32_t island)
{
    ent_i_box *boxes = c->boxes + c->s->parts.first[island];
    uint32_t n = ent_i_part_size(&c->s->parts, island);
    ent_i_turn turn = has_partners(c, outer, island)
                          ? turn_to_partners(c, outer, island)
                          : ent_i_best_turn(boxes, n);
    for (uint32_t i = 0; i < n; i++) {
        ent_place at = ent_i_turned(boxes[i].x, boxes[i].y, turn);
        boxes[i].x = at.x;
        boxes[i].y = at.y;
    }
}

/* Boxes are wider than high, so that turning makes some overlap again. */
static bool turn_all(composer *c)
{
    const ent_i_scene *s = c->s;
    ent_i_link *links = ent_i_malloc(s->tie_count * sizeof *links);
    ent_i_adjacency outer = {0};
    size_t n = 0;
    for (size_t i = 0; links && i < s->tie_count; i++)
        if (s->island[s->ties[i].a] != s->island[s->ties[i].b])
            links[n++] = s->ties[i];
    bool done = links && ent_i_adjacency_build(&outer, s->nodes, links, n);
    for (int round = 0; done && round < ROUNDS; round++)
        for (uint32_t island = 0; island < s->islands; island++)
            turn_island(c, &outer, island);
    for (uint32_t island = 0; done && island < s->islands; island++)
        done = ent_i_boxes_part(c->boxes + s->parts.first[island],
                                ent_i_part_size(&s->parts, island));
    ent_i_adjacency_free(&outer);
    ent_i_free(links);
    return done;
}

/* ---- the components ---- */

/* The boxes of a component move to where its hull is put. */
static void move_component(composer *c, const ent_i_parts *of,
                           uint32_t component, double x, double y)
{
    const ent_i_parts *parts = &c->s->parts;
    for (size_t k = of->first[component]; k < of->first[component + 1]; k++)
        move(c->boxes + parts->first[of->nodes[k]],
             ent_i_part_size(parts, of->nodes[k]), x, y);
}

static ent_i_box hull_of(const composer *c, const ent_i_parts *of,
                         uint32_t component)
{
    const ent_i_parts *parts = &c->s->parts;
    double left = INFINITY, right = -INFINITY, low = INFINITY, top = -INFINITY;
    for (size_t k = of->first[component]; k < of->first[component + 1]; k++) {
        uint32_t island = of->nodes[k];
        for (size_t i = parts->first[island]; i < parts->first[island + 1];
             i++) {
            const ent_i_box *box = &c->boxes[i];
            left = fmin(left, box->x - box->width / 2);
            right = fmax(right, box->x + box->width / 2);
            low = fmin(low, box->y - box->height / 2);
            top = fmax(top, box->y + box->height / 2);
        }
    }
    return (ent_i_box){(left + right) / 2, (low + top) / 2,
                       right - left + BETWEEN_COMPONENTS,
                       top - low + BETWEEN_COMPONENTS};
}

/* In rows, as wide as the largest, or wider where none stands out. */
static void line_up(composer *c, const ent_i_parts *of, ent_i_box *hulls,
                    ent_i_box *rows)
{
    const double aspect = 1.4;
    uint32_t n = c->s->components;
    double area = 0, widest = 0;
    for (uint32_t k = 0; k < n; k++) {
        hulls[k] = rows[k] = hull_of(c, of, k);
        area += hulls[k].width * hulls[k].height;
        widest = fmax(widest, hulls[k].width);
    }
    ent_i_boxes_line_up(rows, n, fmax(widest, sqrt(aspect * area)));
    for (uint32_t k = 0; k < n; k++)
        move_component(c, of, k, rows[k].x - hulls[k].x,
                       rows[k].y - hulls[k].y);
}

static bool line_up_components(composer *c)
{
    const ent_i_scene *s = c->s;
    ent_i_parts of = {0};
    ent_i_box *hulls = ent_i_malloc(s->components * sizeof *hulls);
    ent_i_box *rows = ent_i_malloc(s->components * sizeof *rows);
    bool done =
        hulls && rows &&
        ent_i_parts_make(&of, s->component, s->islands, s->components, NULL, 0);
    if (done)
        line_up(c, &of, hulls, rows);
    ent_i_parts_free(&of);
    ent_i_free(hulls);
    ent_i_free(rows);
    return done;
}

/* ---- all ---- */

static void move_to_discs(composer *c)
{
    const ent_i_parts *parts = &c->s->parts;
    for (uint32_t i = 0; i < c->s->islands; i++)
        move(c->boxes + parts->first[i], ent_i_part_size(parts, i),
             c->discs[i].x, c->discs[i].y);
}

static bool compose(composer *c)
{
    ent_i_scene *s = c->s;
    for (uint32_t k = 0; k < s->nodes; k++)
        c->at[s->parts.nodes[k]] = k;
    for (uint32_t i = 0; i < s->islands; i++)
        if (!lay_out_island(c, i))
            return false;
    if (!arrange_all(c) || !turn_all(c))
        return false;
    move_to_discs(c);
    if (!line_up_components(c) || !ent_i_boxes_part(c->boxes, s->nodes))
        return false;
    for (uint32_t i = 0; i < s->nodes; i++)
        s->boxes[i] = c->boxes[c->at[i]];
    if (!ent_i_uncover(s->boxes, s->radii, s->nodes, s->ties, s->tie_count))
        return false;
    if (s->nodes) {
        ent_i_disc all = disc_around(s->boxes, s->nodes);
        move(s->boxes, s->nodes, -all.x, -all.y);
    }
    return true;
}

bool ent_i_scene_place(ent_i_scene *s)
{
    composer c = {.s = s};
    c.boxes = ent_i_malloc(s->nodes * sizeof *c.boxes);
    c.at = ent_i_malloc(s->nodes * sizeof *c.at);
    c.discs = ent_i_calloc(s->islands, sizeof *c.discs);
    bool done = c.boxes && c.at && c.discs && compose(&c);
    ent_i_free(c.boxes);
    ent_i_free(c.at);
    ent_i_free(c.discs);
    return done;
}
