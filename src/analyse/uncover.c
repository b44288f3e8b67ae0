/* Nodes and ties push each other apart, as in the energy of Davidson and Harel
 * ("Drawing graphs nicely using simulated annealing", 1996), but only where
 * they touch. */
#include "analyse/uncover.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"

enum {
    ROUNDS = 60,
    GAP = 4,        /* points between a circle and a foreign tie */
    MOST = 1 << 17, /* pairs of a node and a tie that are looked at */
    CROWDED = 3     /* ties a node: beyond, lines are everywhere */
};
/* How much of a push the node takes; its tie takes the rest. */
#define OF_NODE 0.7

/* How a tie passes a node. */
typedef struct passing {
    double x, y;  /* from the tie's nearest point to the node's middle */
    double along; /* where on the tie that point is, 0 to 1 */
    double away;
} passing;

static passing pass(const ent_i_box *a, const ent_i_box *b,
                    const ent_i_box *node)
{
    double x = b->x - a->x, y = b->y - a->y, square = x * x + y * y;
    double along =
        square > 0 ? ((node->x - a->x) * x + (node->y - a->y) * y) / square : 0;
    passing p = {node->x - (a->x + along * x), node->y - (a->y + along * y),
                 along, 0};
    p.away = sqrt(p.x * p.x + p.y * p.y);
    if (p.away < 0.01 && square > 0) { /* right on it: to the left, then */
        p.x = -y / sqrt(square);
        p.y = x / sqrt(square);
    } else {
        p.x /= p.away;
        p.y /= p.away;
    }
    return p;
}

static void push(ent_i_shift *of, double x, double y)
{
    of->x += x;
    of->y += y;
    of->pushes++;
}

/* Asks the node and the tie to part; returns whether the tie is below its
 * circle. */
static bool part(const ent_i_box *boxes, double radius, uint32_t node,
                 const ent_i_link *tie, ent_i_shift *shifts)
{
    if (node == tie->a || node == tie->b)
        return false;
    passing p = pass(&boxes[tie->a], &boxes[tie->b], &boxes[node]);
    double missing = radius + GAP - p.away;
    if (p.along <= 0 || p.along >= 1 || missing <= 0)
        return false;
    double by = OF_NODE * missing, back = (1 - OF_NODE) * missing;
    push(&shifts[node], by * p.x, by * p.y);
    push(&shifts[tie->a], -back * (1 - p.along) * p.x,
         -back * (1 - p.along) * p.y);
    push(&shifts[tie->b], -back * p.along * p.x, -back * p.along * p.y);
    return p.away < radius;
}

static size_t part_all(const ent_i_box *boxes, const double *radii, size_t n,
                       const ent_i_link *ties, size_t tie_count,
                       ent_i_shift *shifts)
{
    size_t covered = 0;
    for (size_t i = 0; i < tie_count; i++)
        for (uint32_t k = 0; k < n; k++)
            covered += part(boxes, radii[k], k, &ties[i], shifts);
    return covered;
}

/* Keeps the best arrangement, since parting boxes may cover others again. */
static bool search(ent_i_box *boxes, const double *radii, size_t n,
                   const ent_i_link *ties, size_t tie_count, ent_i_box *best,
                   ent_i_shift *shifts)
{
    size_t least = SIZE_MAX;
    for (int round = 0; round < ROUNDS && least > 0; round++) {
        size_t covered = part_all(boxes, radii, n, ties, tie_count, shifts);
        if (covered < least) {
            least = covered;
            memcpy(best, boxes, n * sizeof *best);
        }
        ent_i_boxes_move(boxes, n, shifts);
        if (!ent_i_boxes_part(boxes, n))
            return false;
    }
    memcpy(boxes, best, n * sizeof *best);
    return true;
}

bool ent_i_uncover(ent_i_box *boxes, const double *radii, size_t n,
                   const ent_i_link *ties, size_t tie_count)
{
    if (n < 3 || !tie_count || tie_count > CROWDED * n || tie_count > MOST / n)
        return true;
    ent_i_box *best = ent_i_malloc(n * sizeof *best);
    ent_i_shift *shifts = ent_i_calloc(n, sizeof *shifts);
    bool done = best && shifts &&
                search(boxes, radii, n, ties, tie_count, best, shifts);
    ent_i_free(best);
    ent_i_free(shifts);
    return done;
}
