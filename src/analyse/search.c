/* Brandes' algorithm with two changes. First, the nodes that precede a node on
 * shortest paths are not kept in lists but found again from the distances, both
 * when counting paths and when handing back dependencies; this halves the
 * memory and avoids allocation during a search. Second, distances count as
 * equal within a tolerance, since sums of lengths such as 5/3 differ in their
 * last bits depending on the order of addition. */
#include "analyse/search.h"

#include <math.h>

#include "core/memory.h"
#include "core/vec.h"

/* Sums of lengths that differ by less than this count as equal: rounding must
 * not decide which shortest paths exist. */
static const double SAME = 1e-10;

/* ---- lengths ---- */

static int nearest_first(const void *a, const void *b)
{
    const ent_i_step *x = a;
    const ent_i_step *y = b;
    if (x->length != y->length)
        return x->length < y->length ? -1 : 1;
    return (x->node > y->node) - (x->node < y->node);
}

bool ent_i_roads_build(ent_i_roads *roads, const ent_i_adjacency *adjacency)
{
    size_t n = adjacency->first[adjacency->nodes];
    double largest = 0;
    *roads =
        (ent_i_roads){.nodes = adjacency->nodes, .first = adjacency->first};
    roads->steps = ent_i_malloc(n * sizeof *roads->steps);
    if (!roads->steps)
        return false;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, adjacency->neighbours[i].weight);
    for (size_t i = 0; i < n; i++)
        roads->steps[i] = (ent_i_step){
            largest / adjacency->neighbours[i].weight,
            adjacency->neighbours[i].node, adjacency->neighbours[i].tie};
    return true;
}

void ent_i_roads_sort(ent_i_roads *roads)
{
    for (uint32_t i = 0; i < roads->nodes; i++)
        ent_i_sort(roads->steps + roads->first[i],
                   roads->first[i + 1] - roads->first[i], sizeof *roads->steps,
                   nearest_first);
}

void ent_i_roads_free(ent_i_roads *roads)
{
    ent_i_free(roads->steps);
    *roads = (ent_i_roads){0};
}

/* A four-way heap with the distances next to the nodes: lowering a distance
 * finds its node, and sinking looks at one cache line per level. Places beyond
 * its end hold INFINITY. */
enum { WAYS = 4 };

/* ---- a search's memory ---- */

/* Nodes are reset between searches: each search leaves behind only what it
 * reached, and the next one clears that. */
bool ent_i_search_new(ent_i_search *s, const ent_i_roads *roads)
{
    size_t n = roads->nodes;
    *s = (ent_i_search){.roads = roads};
    s->visits = ent_i_malloc(n * sizeof *s->visits);
    s->order = ent_i_malloc(n * sizeof *s->order);
    s->heap = ent_i_malloc((n + WAYS) * sizeof *s->heap);
    if (!s->visits || !s->order || !s->heap)
        return false;
    for (size_t i = 0; i < n; i++)
        s->visits[i] = (ent_i_visit){.distance = INFINITY};
    for (size_t i = 0; i < n + WAYS; i++)
        s->heap[i] = (ent_i_step){.length = INFINITY};
    return true;
}

void ent_i_search_free(ent_i_search *s)
{
    ent_i_free(s->visits);
    ent_i_free(s->order);
    ent_i_free(s->heap);
}

/* ---- the heap ---- */

static void put(ent_i_search *s, uint32_t at, ent_i_step entry)
{
    s->heap[at] = entry;
    s->visits[entry.node].place = at;
}

/* Moves an entry up from a free place to where it belongs. */
static void rise(ent_i_search *s, uint32_t at, ent_i_step entry)
{
    while (at > 0) {
        uint32_t above = (at - 1) / WAYS;
        if (s->heap[above].length <= entry.length)
            break;
        put(s, at, s->heap[above]);
        at = above;
    }
    put(s, at, entry);
}

/* The nearest of the four entries below a place, of equal ones the first. Which
 * it is can't be predicted, so there are no branches. */
static uint32_t nearest_below(const ent_i_search *s, uint32_t at)
{
    uint32_t first = WAYS * at + 1;
    const ent_i_step *below = &s->heap[first];
    uint32_t a = below[1].length < below[0].length;
    uint32_t b = 2 + (below[3].length < below[2].length);
    return first + a + (b - a) * (below[b].length < below[a].length);
}

/* Takes the nearest node; the last one moves to its place and sinks. */
static uint32_t pop(ent_i_search *s)
{
    uint32_t first = s->heap[0].node;
    ent_i_step last = s->heap[--s->heaped];
    s->heap[s->heaped].length = INFINITY;
    uint32_t at = 0;
    while (WAYS * at + 1 < s->heaped) {
        uint32_t below = nearest_below(s, at);
        if (s->heap[below].length >= last.length)
            break;
        put(s, at, s->heap[below]);
        at = below;
    }
    if (s->heaped)
        put(s, at, last);
    return first;
}

/* Infinity marks a node that is not in the heap yet. */
static void reach(ent_i_search *s, uint32_t node, double distance)
{
    ent_i_visit *there = &s->visits[node];
    if (distance >= there->distance)
        return;
    uint32_t at = isinf(there->distance) ? s->heaped++ : there->place;
    there->distance = distance;
    rise(s, at, (ent_i_step){.length = distance, .node = node});
}

/* ---- one source ---- */

/* Whether a shortest path leads from one node over the tie to the other. The
 * tolerance is relative to the distance, since rounding grows with it; the
 * second test keeps ties of length zero from leading in circles. */
static bool is_before(const ent_i_visit *from, double length,
                      const ent_i_visit *to)
{
    return from->distance + length - to->distance <= SAME * to->distance &&
           from->distance < to->distance;
}

/* Settles a node: counts the shortest paths to it and reaches its
 * neighbours. */
static void settle(ent_i_search *s, uint32_t node)
{
    ent_i_visit *here = &s->visits[node];
    here->settled = true;
    s->order[s->settled++] = node;
    for (size_t i = s->roads->first[node]; i < s->roads->first[node + 1]; i++) {
        const ent_i_step *next = &s->roads->steps[i];
        const ent_i_visit *there = &s->visits[next->node];
        if (!there->settled)
            reach(s, next->node, here->distance + next->length);
        else if (is_before(there, next->length, here))
            here->paths += there->paths;
    }
}

void ent_i_search_from(ent_i_search *s, uint32_t source)
{
    for (uint32_t i = 0; i < s->settled; i++)
        s->visits[s->order[i]] = (ent_i_visit){.distance = INFINITY};
    s->settled = s->heaped = 0;
    s->visits[source].paths = 1;
    reach(s, source, 0);
    while (s->heaped)
        settle(s, pop(s));
}

/* Starts with the farthest node. Only one end of a tie can be before the other,
 * so a source adds to it at most once. */
void ent_i_search_hand_back(ent_i_search *s, ent_i_tie_sum *ties)
{
    for (uint32_t k = s->settled; k-- > 1;) {
        uint32_t node = s->order[k];
        const ent_i_visit *here = &s->visits[node];
        double part = (1 + here->dependency) / here->paths;
        for (size_t i = s->roads->first[node]; i < s->roads->first[node + 1];
             i++) {
            const ent_i_step *back = &s->roads->steps[i];
            ent_i_visit *there = &s->visits[back->node];
            if (!is_before(there, back->length, here))
                continue;
            double owed = there->paths * part;
            there->dependency += owed;
            ties[back->tie].dependency += owed;
            ties[back->tie].squared += owed * owed;
        }
    }
}
