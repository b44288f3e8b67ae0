/* Discs are placed one by one, the largest first, each touching two that are
 * placed already, where that costs least: the mean distance to its partners and
 * to the middle (as in the front-chain packing of Wang, Wang, Dai and Wang,
 * "Visualization of large hierarchical data by circle packing", 2006, but with
 * ties). Then each is taken out once more and put where it is best now. */
#include "analyse/arrange.h"

#include <math.h>

#include "core/memory.h"
#include "core/vec.h"

enum {
    SWEEPS = 2,
    SWEPT = 250 /* more discs than this are placed only once */
};

/* Pictures are wider than high. */
static const double ASPECT = 1.4;

/* What the distance from the middle counts beside that from partners. */
static const double INWARDS = 0.5;

typedef struct pair {
    uint32_t a, b;
} pair;

typedef struct table {
    ent_i_disc *discs;
    uint32_t n;
    ent_i_adjacency ties;
    bool *placed;
    uint32_t *order;
    ENT_I_VEC(pair) pairs; /* placed discs that one more could touch */
    double largest;        /* radius */
} table;

/* ---- where a disc may go ---- */

static double gap(const ent_i_disc *a, const ent_i_disc *b)
{
    double dx = a->x - b->x, dy = a->y - b->y;
    return sqrt(dx * dx + dy * dy) - a->radius - b->radius;
}

static bool is_free(const table *t, uint32_t which, const ent_i_disc *at)
{
    for (uint32_t i = 0; i < t->n; i++)
        if (t->placed[i] && i != which && gap(&t->discs[i], at) < -1e-6)
            return false;
    return true;
}

/* Where a disc of that radius touches both; side is 1 or -1. False when it is
 * too small for that. */
static bool touching(const ent_i_disc *a, const ent_i_disc *b, double radius,
                     double side, ent_i_disc *out)
{
    double dx = b->x - a->x, dy = b->y - a->y;
    double apart = sqrt(dx * dx + dy * dy);
    double to_a = a->radius + radius, to_b = b->radius + radius;
    if (apart > to_a + to_b || apart <= 0)
        return false;
    double along = (to_a * to_a - to_b * to_b + apart * apart) / (2 * apart);
    double beside = sqrt(fmax(to_a * to_a - along * along, 0)) * side;
    *out = (ent_i_disc){a->x + (along * dx - beside * dy) / apart,
                        a->y + (along * dy + beside * dx) / apart, radius};
    return true;
}

static double cost(const table *t, uint32_t which, const ent_i_disc *at)
{
    double sum = 0, pulls = 0;
    for (size_t i = t->ties.first[which]; i < t->ties.first[which + 1]; i++) {
        const ent_i_neighbour *to = &t->ties.neighbours[i];
        const ent_i_disc *there = &t->discs[to->node];
        if (!t->placed[to->node])
            continue;
        double dx = at->x - there->x, dy = at->y - there->y;
        sum += to->weight * sqrt(dx * dx + dy * dy);
        pulls += to->weight;
    }
    double x = at->x / ASPECT;
    return (pulls > 0 ? sum / pulls : 0) +
           INWARDS * sqrt(x * x + at->y * at->y);
}

/* ---- one disc ---- */

/* Remembers with which placed discs this one can be touched by another. */
static bool note_pairs(table *t, uint32_t which)
{
    for (uint32_t i = 0; i < t->n; i++)
        if (t->placed[i] && i != which &&
            gap(&t->discs[i], &t->discs[which]) <= 2 * t->largest &&
            !ent_i_vec_push(&t->pairs, (pair){i, which}))
            return false;
    t->placed[which] = true;
    return true;
}

/* To the right of the first while there is no pair. */
static void put(table *t, uint32_t which, const ent_i_disc *only)
{
    ent_i_disc *disc = &t->discs[which], best = *disc, at;
    double least = INFINITY;
    best.x = only->x + only->radius + disc->radius;
    best.y = only->y;
    for (size_t i = 0; i < t->pairs.n; i++)
        for (double side = -1; side <= 1; side += 2) {
            pair p = t->pairs.items[i];
            if (!touching(&t->discs[p.a], &t->discs[p.b], disc->radius, side,
                          &at))
                continue;
            double costs = cost(t, which, &at);
            if (costs < least && is_free(t, which, &at)) {
                least = costs;
                best = at;
            }
        }
    *disc = best;
}

static bool place_all(table *t)
{
    for (uint32_t i = 0; i < t->n; i++) {
        uint32_t which = t->order[i];
        if (i == 0)
            t->discs[which].x = t->discs[which].y = 0;
        else
            put(t, which, &t->discs[t->order[0]]);
        if (!note_pairs(t, which))
            return false;
    }
    return true;
}

/* Takes a disc out and puts it where it is best now. */
static bool place_anew(table *t, uint32_t which)
{
    t->pairs.n = 0;
    t->placed[which] = false;
    for (uint32_t i = 0; i < t->n; i++) {
        if (!t->placed[i])
            continue;
        t->placed[i] = false;
        if (!note_pairs(t, i))
            return false;
    }
    put(t, which, &t->discs[t->order[0]]);
    t->placed[which] = true;
    return true;
}

/* ---- all ---- */

/* The middle first, then by radius, in a stable order. */
static void sort_order(table *t, uint32_t middle)
{
    t->order[0] = middle;
    for (uint32_t i = 0, n = 1; i < t->n; i++) {
        t->largest = fmax(t->largest, t->discs[i].radius);
        if (i == middle)
            continue;
        uint32_t at = n++;
        for (; at > 1 && t->discs[t->order[at - 1]].radius < t->discs[i].radius;
             at--)
            t->order[at] = t->order[at - 1];
        t->order[at] = i;
    }
}

bool ent_i_arrange(ent_i_disc *discs, uint32_t n, uint32_t middle,
                   const ent_i_link *ties, size_t tie_count)
{
    table t = {.discs = discs, .n = n};
    if (n == 0)
        return true;
    t.placed = ent_i_calloc(n, sizeof *t.placed);
    t.order = ent_i_malloc(n * sizeof *t.order);
    bool done = t.placed && t.order &&
                ent_i_adjacency_build(&t.ties, n, ties, tie_count);
    if (done) {
        sort_order(&t, middle);
        done = place_all(&t);
    }
    for (uint32_t sweep = 0; done && sweep < SWEEPS && n <= SWEPT; sweep++)
        for (uint32_t i = 1; done && i < n; i++)
            done = n < 3 || place_anew(&t, t.order[i]);
    ent_i_adjacency_free(&t.ties);
    ent_i_vec_free(&t.pairs);
    ent_i_free(t.placed);
    ent_i_free(t.order);
    return done;
}
