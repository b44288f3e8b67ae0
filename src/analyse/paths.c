/* Brandes' algorithm with two changes. Which nodes come before a node on
 * shortest paths is not kept in lists but seen again from the distances, both
 * when paths are counted and when dependencies are handed back: half the memory
 * and no allocation within a search. And distances count as equal within a
 * tolerance, since sums of lengths such as 5/3 differ in their last bits by the
 * way they were added. */
#include "analyse/paths.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "core/memory.h"

/* Sums of lengths that differ by less count as equal: rounding must not decide
 * which of several shortest paths there are. */
static const double SAME = 1e-10;

/* What is known of a node during one search, on one line of cache. */
typedef struct visit {
    double distance;   /* INFINITY: not reached */
    double paths;      /* number of shortest paths */
    double dependency; /* of the source on the node */
    uint32_t place;    /* in the heap */
    bool settled;
} visit;

/* A stretch of a path: ties by their length. */
typedef struct step {
    double length;
    uint32_t node;
} step;

/* One search: a binary heap of reached nodes, and what Brandes sums. */
typedef struct search {
    uint32_t nodes;
    const size_t *first; /* the adjacency's rows */
    step *steps;         /* its neighbours */
    visit *visits;
    uint32_t *order; /* nodes as they were settled */
    uint32_t settled;
    uint32_t *heap;
    uint32_t heaped;
} search;

/* After a failure search_free still has to be called. */
static bool search_new(search *s, const ent_i_adjacency *adjacency)
{
    size_t n = adjacency->nodes;
    size_t steps = adjacency->first[n];
    double largest = 0;
    *s = (search){.nodes = adjacency->nodes, .first = adjacency->first};
    s->steps = ent_i_malloc(steps * sizeof *s->steps);
    s->visits = ent_i_malloc(n * sizeof *s->visits);
    s->order = ent_i_malloc(n * sizeof *s->order);
    s->heap = ent_i_malloc(n * sizeof *s->heap);
    if (!s->steps || !s->visits || !s->order || !s->heap)
        return false;
    /* Strong ties are short. Lengths are taken relative to the strongest tie,
     * so that closeness doesn't change with the unit of the weights. */
    for (size_t i = 0; i < steps; i++)
        largest = fmax(largest, adjacency->neighbours[i].weight);
    for (size_t i = 0; i < steps; i++)
        s->steps[i] = (step){largest / adjacency->neighbours[i].weight,
                             adjacency->neighbours[i].node};
    return true;
}

static void search_free(search *s)
{
    ent_i_free(s->steps);
    ent_i_free(s->visits);
    ent_i_free(s->order);
    ent_i_free(s->heap);
}

/* ---- the heap ---- */

/* Nodes know their place in the heap, so that a lowered distance finds its
 * node. */
static void put(search *s, uint32_t at, uint32_t node)
{
    s->heap[at] = node;
    s->visits[node].place = at;
}

static double key(const search *s, uint32_t at)
{
    return s->visits[s->heap[at]].distance;
}

/* Moves a node up to where its distance, just lowered, belongs. */
static void rise(search *s, uint32_t node)
{
    double distance = s->visits[node].distance;
    uint32_t at = s->visits[node].place;
    while (at > 0) {
        uint32_t above = (at - 1) / 2;
        if (key(s, above) <= distance)
            break;
        put(s, at, s->heap[above]);
        at = above;
    }
    put(s, at, node);
}

/* The nearest node; the last one takes its place and sinks. */
static uint32_t pop(search *s)
{
    uint32_t first = s->heap[0];
    uint32_t node = s->heap[--s->heaped];
    double distance = s->visits[node].distance;
    uint32_t at = 0;
    for (;;) {
        uint32_t below = 2 * at + 1;
        if (below >= s->heaped)
            break;
        if (below + 1 < s->heaped && key(s, below + 1) < key(s, below))
            below++;
        if (key(s, below) >= distance)
            break;
        put(s, at, s->heap[below]);
        at = below;
    }
    put(s, at, node);
    return first;
}

/* Infinity is the mark of a node that is not in the heap yet. */
static void reach(search *s, uint32_t node, double distance)
{
    visit *there = &s->visits[node];
    if (distance >= there->distance)
        return;
    if (isinf(there->distance))
        there->place = s->heaped++;
    there->distance = distance;
    rise(s, node);
}

/* ---- one source ---- */

/* Whether a shortest path goes from one node over the tie to the other. A
 * tolerance relative to the distance, as rounding grows with it; the second
 * test keeps ties of no length from leading round in circles. */
static bool is_before(const visit *from, double length, const visit *to)
{
    return from->distance + length - to->distance <= SAME * to->distance &&
           from->distance < to->distance;
}

/* Settles a node: counts the shortest paths to it, reaches its neighbours. */
static void settle(search *s, uint32_t node)
{
    visit *here = &s->visits[node];
    here->settled = true;
    s->order[s->settled++] = node;
    for (size_t i = s->first[node]; i < s->first[node + 1]; i++) {
        const step *next = &s->steps[i];
        const visit *there = &s->visits[next->node];
        if (!there->settled)
            reach(s, next->node, here->distance + next->length);
        else if (is_before(there, next->length, here))
            here->paths += there->paths;
    }
}

/* Dijkstra; afterwards order holds what can be reached, the source first. */
static void search_from(search *s, uint32_t source)
{
    for (uint32_t i = 0; i < s->nodes; i++)
        s->visits[i] = (visit){.distance = INFINITY};
    s->settled = s->heaped = 0;
    s->visits[source].paths = 1;
    reach(s, source, 0);
    while (s->heaped)
        settle(s, pop(s));
}

/* Hands the dependencies back along the paths, the farthest node first. */
static void accumulate(search *s, double *betweenness)
{
    for (uint32_t k = s->settled; k-- > 1;) {
        uint32_t node = s->order[k];
        const visit *here = &s->visits[node];
        double part = (1 + here->dependency) / here->paths;
        for (size_t i = s->first[node]; i < s->first[node + 1]; i++) {
            visit *there = &s->visits[s->steps[i].node];
            if (is_before(there, s->steps[i].length, here))
                there->dependency += there->paths * part;
        }
        betweenness[node] += here->dependency;
    }
}

/* ---- all sources, in blocks ---- */

enum {
    /* Sums are made block by block, then over the blocks in order: the same
     * however many threads there are. */
    BLOCKS = 16,
    /* Ties followed that are worth a thread of their own. */
    THREAD_WORK = 4000000
};

typedef struct job {
    const ent_i_adjacency *adjacency;
    const uint32_t *sources;
    uint32_t source_count;
    double *sums[BLOCKS]; /* betweenness, then closeness of all nodes */
    atomic_uint next;     /* block to be done */
    atomic_bool failed;   /* for want of memory */
} job;

/* The sums of one block of sources, from nothing. */
static bool measure_block(job *all, search *s, unsigned block)
{
    size_t n = s->nodes;
    double *sums = ent_i_calloc(2 * n, sizeof *sums);
    all->sums[block] = sums;
    if (!sums)
        return false;
    size_t from = (size_t)all->source_count * block / BLOCKS;
    size_t to = (size_t)all->source_count * (block + 1) / BLOCKS;
    for (size_t i = from; i < to; i++) {
        search_from(s, all->sources[i]);
        accumulate(s, sums);
        for (uint32_t k = 1; k < s->settled; k++)
            sums[n + s->order[k]] += 1 / s->visits[s->order[k]].distance;
    }
    return true;
}

/* One thread: takes blocks as long as there are any. */
static void *work(void *argument)
{
    job *all = argument;
    search s;
    bool done = search_new(&s, all->adjacency);
    for (unsigned block;
         done && (block = atomic_fetch_add(&all->next, 1)) < BLOCKS;)
        done = measure_block(all, &s, block);
    if (!done)
        atomic_store(&all->failed, true);
    search_free(&s);
    return NULL;
}

/* The caller's thread works, too: one that can't be started isn't missed. */
static void work_together(job *all)
{
    pthread_t helpers[BLOCKS];
    unsigned started = 0;
    size_t ties = all->adjacency->first[all->adjacency->nodes];
    double worth = (double)ties * all->source_count / THREAD_WORK;
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    while (started + 1 < BLOCKS && started + 1 < cores && started + 1 < worth &&
           pthread_create(&helpers[started], NULL, work, all) == 0)
        started++;
    work(all);
    while (started)
        pthread_join(helpers[--started], NULL);
}

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

/* Blocks are added up in their order, not in that of finishing: sums of doubles
 * depend on it. */
bool ent_i_measure_paths(const ent_i_adjacency *adjacency,
                         const uint32_t *sources, uint32_t source_count,
                         double *betweenness, double *closeness)
{
    uint32_t n = adjacency->nodes;
    job all = {.adjacency = adjacency,
               .sources = sources,
               .source_count = source_count};
    work_together(&all);
    bool done = !atomic_load(&all.failed);
    for (uint32_t i = 0; done && i < n; i++) {
        betweenness[i] = closeness[i] = 0;
        for (unsigned block = 0; block < BLOCKS; block++) {
            betweenness[i] += all.sums[block][i];
            closeness[i] += all.sums[block][n + i];
        }
    }
    if (done)
        normalise(n, sources, source_count, betweenness, closeness);
    for (unsigned block = 0; block < BLOCKS; block++)
        ent_i_free(all.sums[block]);
    return done;
}

/* splitmix64 (Steele, Lea and Flood 2014). */
static uint64_t random_bits(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

/* A sample in the order of nodes reads memory in order as well. */
static int ascending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The first steps of a Fisher-Yates shuffle. */
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
    ent_i_sort(out, count, sizeof *out, ascending);
}
