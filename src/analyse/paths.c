#include "analyse/paths.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

/* Sums of lengths that differ by less count as equal: rounding must not decide
 * which of several shortest paths there are. */
static const double SAME = 1e-10;

/* One search: a binary heap of reached nodes, and what Brandes sums. */
typedef struct search {
    const ent_i_adjacency *adjacency;
    double largest;     /* weight */
    double *distance;   /* INFINITY: not reached */
    double *paths;      /* number of shortest paths */
    double *dependency; /* on each node */
    uint32_t *order;    /* nodes as they were settled */
    uint32_t settled;
    uint32_t *heap;
    uint32_t *place; /* in the heap */
    uint32_t heaped;
    bool *done;
} search;

static bool search_new(search *s, const ent_i_adjacency *adjacency)
{
    size_t n = adjacency->nodes;
    *s = (search){.adjacency = adjacency};
    s->distance = ent_i_malloc(n * sizeof *s->distance);
    s->paths = ent_i_malloc(n * sizeof *s->paths);
    s->dependency = ent_i_malloc(n * sizeof *s->dependency);
    s->order = ent_i_malloc(n * sizeof *s->order);
    s->heap = ent_i_malloc(n * sizeof *s->heap);
    s->place = ent_i_malloc(n * sizeof *s->place);
    s->done = ent_i_malloc(n * sizeof *s->done);
    for (size_t i = 0; i < adjacency->first[n]; i++)
        s->largest = fmax(s->largest, adjacency->neighbours[i].weight);
    return s->distance && s->paths && s->dependency && s->order && s->heap &&
           s->place && s->done;
}

static void search_free(search *s)
{
    ent_i_free(s->distance);
    ent_i_free(s->paths);
    ent_i_free(s->dependency);
    ent_i_free(s->order);
    ent_i_free(s->heap);
    ent_i_free(s->place);
    ent_i_free(s->done);
}

/* ---- the heap ---- */

static void put(search *s, uint32_t at, uint32_t node)
{
    s->heap[at] = node;
    s->place[node] = at;
}

static void rise(search *s, uint32_t node)
{
    uint32_t at = s->place[node];
    while (at > 0) {
        uint32_t above = (at - 1) / 2;
        if (s->distance[s->heap[above]] <= s->distance[node])
            break;
        put(s, at, s->heap[above]);
        at = above;
    }
    put(s, at, node);
}

static uint32_t pop(search *s)
{
    uint32_t first = s->heap[0];
    uint32_t node = s->heap[--s->heaped];
    uint32_t at = 0;
    for (;;) {
        uint32_t below = 2 * at + 1;
        if (below >= s->heaped)
            break;
        if (below + 1 < s->heaped &&
            s->distance[s->heap[below + 1]] < s->distance[s->heap[below]])
            below++;
        if (s->distance[s->heap[below]] >= s->distance[node])
            break;
        put(s, at, s->heap[below]);
        at = below;
    }
    put(s, at, node);
    return first;
}

static void reach(search *s, uint32_t node, double distance)
{
    if (distance >= s->distance[node])
        return;
    if (isinf(s->distance[node]))
        s->place[node] = s->heaped++;
    s->distance[node] = distance;
    rise(s, node);
}

/* ---- one source ---- */

/* Whether a shortest path to `node` comes over the neighbour, settled before.
 */
static bool is_before(const search *s, const ent_i_neighbour *neighbour,
                      uint32_t node)
{
    double here = s->distance[node];
    double over = s->distance[neighbour->node] + s->largest / neighbour->weight;
    return over - here <= SAME * here && s->distance[neighbour->node] < here;
}

/* Settles a node: counts the shortest paths to it, reaches its neighbours. */
static void settle(search *s, uint32_t node)
{
    const ent_i_adjacency *adjacency = s->adjacency;
    s->done[node] = true;
    s->order[s->settled++] = node;
    for (size_t i = adjacency->first[node]; i < adjacency->first[node + 1];
         i++) {
        const ent_i_neighbour *neighbour = &adjacency->neighbours[i];
        if (!s->done[neighbour->node])
            reach(s, neighbour->node,
                  s->distance[node] + s->largest / neighbour->weight);
        else if (is_before(s, neighbour, node))
            s->paths[node] += s->paths[neighbour->node];
    }
}

static void search_from(search *s, uint32_t source)
{
    uint32_t n = s->adjacency->nodes;
    for (uint32_t i = 0; i < n; i++)
        s->distance[i] = INFINITY;
    memset(s->paths, 0, n * sizeof *s->paths);
    memset(s->dependency, 0, n * sizeof *s->dependency);
    memset(s->done, 0, n * sizeof *s->done);
    s->settled = s->heaped = 0;
    s->paths[source] = 1;
    reach(s, source, 0);
    while (s->heaped)
        settle(s, pop(s));
}

/* Hands the dependencies back along the paths, the farthest node first. */
static void accumulate(search *s, uint32_t source, double *betweenness)
{
    const ent_i_adjacency *adjacency = s->adjacency;
    for (uint32_t k = s->settled; k-- > 1;) {
        uint32_t node = s->order[k];
        double part = (1 + s->dependency[node]) / s->paths[node];
        for (size_t i = adjacency->first[node]; i < adjacency->first[node + 1];
             i++) {
            const ent_i_neighbour *neighbour = &adjacency->neighbours[i];
            if (is_before(s, neighbour, node))
                s->dependency[neighbour->node] +=
                    s->paths[neighbour->node] * part;
        }
        if (node != source)
            betweenness[node] += s->dependency[node];
    }
}

/* ---- all sources ---- */

/* From sums to means: n nodes, of which k were sources. */
static void normalise(uint32_t n, const uint32_t *sources, uint32_t k,
                      double *betweenness, double *closeness)
{
    double pairs = ((double)n - 1) * ((double)n - 2);
    for (uint32_t i = 0; i < n; i++)
        betweenness[i] *= pairs > 0 ? (double)n / k / pairs : 0;
    for (uint32_t i = 0; i < n; i++)
        closeness[i] = k > 0 ? closeness[i] / k : 0;
    /* A source is not its own target. */
    for (uint32_t i = 0; i < k; i++)
        closeness[sources[i]] *= k > 1 ? k / (k - 1.0) : 0;
}

bool ent_i_measure_paths(const ent_i_adjacency *adjacency,
                         const uint32_t *sources, uint32_t source_count,
                         double *betweenness, double *closeness)
{
    search s;
    bool ready = search_new(&s, adjacency);
    memset(betweenness, 0, adjacency->nodes * sizeof *betweenness);
    memset(closeness, 0, adjacency->nodes * sizeof *closeness);
    for (uint32_t i = 0; ready && i < source_count; i++) {
        search_from(&s, sources[i]);
        accumulate(&s, sources[i], betweenness);
        for (uint32_t k = 1; k < s.settled; k++)
            closeness[s.order[k]] += 1 / s.distance[s.order[k]];
    }
    search_free(&s);
    if (ready)
        normalise(adjacency->nodes, sources, source_count, betweenness,
                  closeness);
    return ready;
}

/* splitmix64 (Steele, Lea and Flood 2014). */
static uint64_t random_bits(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static int ascending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

void ent_i_sample_nodes(uint64_t seed, uint32_t nodes, uint32_t count,
                        uint32_t *out)
{
    for (uint32_t i = 0; i < nodes; i++)
        out[i] = i;
    for (uint32_t i = 0; i < count && count < nodes; i++) {
        uint32_t other = i + (uint32_t)(random_bits(&seed) % (nodes - i));
        uint32_t kept = out[i];
        out[i] = out[other];
        out[other] = kept;
    }
    if (count)
        qsort(out, count, sizeof *out, ascending);
}
