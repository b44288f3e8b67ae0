/* A Dijkstra that follows one tie at a time, always the one to the nearest end
 * from what has been reached. Almost every search reaches hubs early; following
 * all their thousands of ties at once would cost as much as a complete
 * search. */
#include "analyse/near.h"

#include <math.h>

#include "core/memory.h"

enum { MAX_NODES = 256 };

/* A node reached, and which of its ties to follow next. */
typedef struct reached {
    double distance;
    size_t next;
    size_t end;
} reached;

struct ent_i_near_search {
    const ent_i_roads *roads;
    uint32_t *seen; /* by node: the last search that reached it */
    uint32_t look;
    reached nodes[MAX_NODES];
    uint32_t count;
    uint32_t heap[MAX_NODES]; /* indices in nodes of those with ties left */
    uint32_t heaped;
};

ent_i_near_search *ent_i_near_search_new(const ent_i_roads *roads)
{
    ent_i_near_search *s = ent_i_calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->roads = roads;
    s->seen = ent_i_calloc(roads->nodes, sizeof *s->seen);
    if (!s->seen) {
        ent_i_free(s);
        return NULL;
    }
    return s;
}

void ent_i_near_search_free(ent_i_near_search *s)
{
    if (!s)
        return;
    ent_i_free(s->seen);
    ent_i_free(s);
}

/* The distance at which the next tie of a heap entry ends. */
static double key(const ent_i_near_search *s, uint32_t at)
{
    const reached *from = &s->nodes[s->heap[at]];
    return from->distance + s->roads->steps[from->next].length;
}

static void swap(ent_i_near_search *s, uint32_t a, uint32_t b)
{
    uint32_t kept = s->heap[a];
    s->heap[a] = s->heap[b];
    s->heap[b] = kept;
}

static void sink(ent_i_near_search *s)
{
    for (uint32_t at = 0, below; (below = 2 * at + 1) < s->heaped; at = below) {
        if (below + 1 < s->heaped && key(s, below + 1) < key(s, below))
            below++;
        if (key(s, below) >= key(s, at))
            return;
        swap(s, at, below);
    }
}

static void reach(ent_i_near_search *s, uint32_t node, double distance)
{
    const size_t *row = &s->roads->first[node];
    s->seen[node] = s->look;
    s->nodes[s->count] = (reached){distance, row[0], row[1]};
    if (row[0] < row[1]) {
        uint32_t at = s->heaped++;
        s->heap[at] = s->count;
        for (; at > 0 && key(s, at) < key(s, (at - 1) / 2); at = (at - 1) / 2)
            swap(s, at, (at - 1) / 2);
    }
    s->count++;
}

/* Follows the nearest remaining tie, whose end may already be known. */
static void follow(ent_i_near_search *s)
{
    double distance = key(s, 0);
    reached *from = &s->nodes[s->heap[0]];
    uint32_t node = s->roads->steps[from->next++].node;
    if (from->next == from->end)
        s->heap[0] = s->heap[--s->heaped];
    sink(s);
    if (s->seen[node] != s->look)
        reach(s, node, distance);
}

/* Whatever is not reached is at least as far as the next tie's end. Nodes
 * reached at just that distance are left out, since others there may be
 * missing. */
ent_i_near ent_i_look_around(ent_i_near_search *s, uint32_t node,
                             uint32_t steps)
{
    s->look++;
    s->count = s->heaped = 0;
    reach(s, node, 0);
    for (uint32_t i = 0; i < steps && s->heaped && s->count < MAX_NODES; i++)
        follow(s);
    ent_i_near near = {.radius = s->heaped ? key(s, 0) : INFINITY};
    for (uint32_t i = 1;
         i < s->count && ent_i_is_near(s->nodes[i].distance, near.radius);
         i++) {
        near.harmonic += 1 / s->nodes[i].distance;
        near.nodes++;
    }
    return near;
}
