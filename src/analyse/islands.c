#include "analyse/islands.h"

#include <math.h>

#include "core/memory.h"
#include "core/vec.h"

enum { SMALLEST = 3 };

/* ---- pieces of communities ---- */

static bool find_pieces(const uint32_t *community, uint32_t nodes,
                        const ent_i_link *links, size_t n, uint32_t *island,
                        uint32_t *count)
{
    ent_i_link *within = ent_i_malloc(n * sizeof *within);
    ent_i_adjacency adjacency = {0};
    size_t kept = 0;
    for (size_t i = 0; within && i < n; i++)
        if (community[links[i].a] == community[links[i].b])
            within[kept++] = links[i];
    bool done = within &&
                ent_i_adjacency_build(&adjacency, nodes, within, kept) &&
                ent_i_components(&adjacency, island, count);
    ent_i_adjacency_free(&adjacency);
    ent_i_free(within);
    return done;
}

/* The strongest tie that leads from a small island to a large one. */
typedef struct way_out {
    double weight;
    uint32_t to;
} way_out;

static void look_for_ways_out(way_out *ways, const uint32_t *size,
                              const uint32_t *island, const ent_i_link *links,
                              size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (int end = 0; end < 2; end++) {
            uint32_t from = island[end ? links[i].b : links[i].a];
            uint32_t to = island[end ? links[i].a : links[i].b];
            if (size[from] < SMALLEST && size[to] >= SMALLEST &&
                links[i].weight > ways[from].weight)
                ways[from] = (way_out){links[i].weight, to};
        }
}

/* Numbers are given anew afterwards, so that there are no gaps. */
static bool join_small(uint32_t nodes, const ent_i_link *links, size_t n,
                       uint32_t *island, uint32_t *count)
{
    uint32_t *size = ent_i_calloc(*count, sizeof *size);
    way_out *ways = ent_i_calloc(*count, sizeof *ways);
    uint32_t *number = ent_i_malloc(*count * sizeof *number);
    bool done = size && ways && number;
    for (uint32_t i = 0; done && i < nodes; i++)
        size[island[i]]++;
    if (done)
        look_for_ways_out(ways, size, island, links, n);
    uint32_t left = 0;
    for (uint32_t g = 0; done && g < *count; g++)
        if (ways[g].weight <= 0)
            number[g] = left++;
    for (uint32_t i = 0; done && i < nodes; i++) {
        const way_out *way = &ways[island[i]];
        island[i] = number[way->weight > 0 ? way->to : island[i]];
    }
    *count = left;
    done = done && ent_i_number_by_size(island, nodes, left);
    ent_i_free(size);
    ent_i_free(ways);
    ent_i_free(number);
    return done;
}

bool ent_i_islands(const uint32_t *community, uint32_t nodes,
                   const ent_i_link *links, size_t n, uint32_t *island,
                   uint32_t *count)
{
    return find_pieces(community, nodes, links, n, island, count) &&
           join_small(nodes, links, n, island, count);
}

/* ---- ties between groups ---- */

static int by_ends(const void *a, const void *b)
{
    const ent_i_link *x = a, *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    if (x->b != y->b)
        return x->b < y->b ? -1 : 1;
    /* Sums must not depend on how the sort treats equals. */
    return (x->weight > y->weight) - (x->weight < y->weight);
}

static size_t add_up(ent_i_link *links, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (kept && links[kept - 1].a == links[i].a &&
            links[kept - 1].b == links[i].b)
            links[kept - 1].weight += links[i].weight;
        else
            links[kept++] = links[i];
    return kept;
}

size_t ent_i_between(const uint32_t *group, uint32_t groups,
                     const ent_i_link *links, size_t n, ent_i_link *out)
{
    double *sums = ent_i_calloc(groups, sizeof *sums);
    size_t kept = 0;
    if (!sums)
        return SIZE_MAX;
    for (size_t i = 0; i < n; i++) {
        uint32_t a = group[links[i].a], b = group[links[i].b];
        if (a == b)
            continue;
        sums[a] += links[i].weight;
        sums[b] += links[i].weight;
        out[kept++] =
            (ent_i_link){a < b ? a : b, a < b ? b : a, links[i].weight};
    }
    ent_i_sort(out, kept, sizeof *out, by_ends);
    kept = add_up(out, kept);
    for (size_t i = 0; i < kept; i++)
        out[i].weight /= sqrt(sums[out[i].a] * sums[out[i].b]);
    ent_i_free(sums);
    return kept;
}
