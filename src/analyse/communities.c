/* All the work is igraph's; this decides when to stop and what to keep. */
#include "analyse/communities.h"

#include <math.h>

#include "core/memory.h"
#include "graph/igraph_versions.h"

enum {
    MAX_ROUNDS = 100,
    /* Leiden ends in one of many good partitions; small graphs can afford
     * several tries, of which the best is kept. */
    MAX_TRIES = 20,
    TRIED_TIES = 1000000 /* over all tries */
};

/* How much a round must add to the quality for another to be worthwhile. Graphs
 * with communities settle within a few rounds; random ones creep on for
 * ever. */
static const double WORTH = 1e-3;

/* Qualities that differ by less are equal but for rounding. */
static const double SAME = 1e-12;

/* More than Leiden takes for a vertex or an edge. Some of what it makes it
 * frees twice when memory runs out (igraph 0.10), so there must be enough. */
enum { LEIDEN_ROOM = 256 };

static bool has_room_for(const ent_i_graph *graph)
{
    size_t parts = (size_t)igraph_vcount(&graph->graph) +
                   (size_t)igraph_ecount(&graph->graph);
    return ent_i_memory_spare((parts + 1) * LEIDEN_ROOM);
}

/* Repeats rounds until the quality stops rising: igraph 0.10.2 stops after one
 * round even when told to iterate until done (-1). With the strengths as node
 * weights and the resolution divided by their sum, the quality is the
 * modularity. */
static igraph_error_t try_once(const ent_i_graph *graph,
                               const igraph_vector_t *strength,
                               double resolution,
                               igraph_vector_int_t *membership,
                               igraph_real_t *quality)
{
    double scaled = resolution / igraph_vector_sum(strength);
    *quality = -INFINITY;
    if (!has_room_for(graph))
        return IGRAPH_ENOMEM;
    for (int round = 0; round < MAX_ROUNDS; round++) {
        igraph_real_t before = *quality;
        IGRAPH_CHECK(ent_i_igraph_leiden(graph, strength, scaled, round > 0,
                                         membership, quality));
        if (round > 0 && *quality <= before + WORTH * fabs(before))
            break;
    }
    return IGRAPH_SUCCESS;
}

/* How many runs a graph can afford. */
static uint32_t runs_of(const ent_i_graph *graph)
{
    igraph_integer_t ties = igraph_ecount(&graph->graph);
    igraph_integer_t runs = ties ? TRIED_TIES / ties : 1;
    return runs > MAX_TRIES ? MAX_TRIES : runs < 1 ? 1 : (uint32_t)runs;
}

/* igraph numbers communities from 0 without gaps. */
static void note_run(ent_i_communities *out, uint32_t run,
                     const igraph_vector_int_t *membership)
{
    size_t n = (size_t)igraph_vector_int_size(membership);
    for (size_t i = 0; i < n; i++)
        out->runs[run * n + i] = (uint32_t)VECTOR(*membership)[i];
}

/* The best of several runs is taken, the first of equals. */
static igraph_error_t try_often(ent_i_communities *out,
                                const ent_i_graph *graph,
                                const igraph_vector_t *strength,
                                double resolution,
                                igraph_vector_int_t *membership)
{
    igraph_real_t best = -INFINITY;
    for (uint32_t run = 0; run < out->run_count; run++) {
        igraph_real_t quality;
        IGRAPH_CHECK(
            try_once(graph, strength, resolution, membership, &quality));
        note_run(out, run, membership);
        if (quality > best + SAME) {
            best = quality;
            out->best = run;
        }
    }
    return IGRAPH_SUCCESS;
}

/* Strengths are computed once for all runs. */
static igraph_error_t partition(ent_i_communities *out,
                                const ent_i_graph *graph, double resolution,
                                igraph_vector_int_t *membership)
{
    igraph_vector_t strength;
    IGRAPH_CHECK(igraph_vector_init(&strength, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &strength);
    IGRAPH_CHECK(igraph_strength(&graph->graph, &strength, igraph_vss_all(),
                                 IGRAPH_ALL, IGRAPH_NO_LOOPS, &graph->weights));
    IGRAPH_CHECK(try_often(out, graph, &strength, resolution, membership));
    igraph_vector_destroy(&strength);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* Without ties there are no communities to find, and igraph would divide by
 * 0. */
static igraph_error_t each_alone(ent_i_communities *out,
                                 igraph_vector_int_t *membership)
{
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(membership); i++)
        VECTOR(*membership)[i] = i;
    note_run(out, 0, membership);
    return IGRAPH_SUCCESS;
}

/* The best run, in `membership` for igraph too. */
static igraph_error_t take_best(ent_i_communities *out,
                                const ent_i_graph *graph, double resolution,
                                igraph_vector_int_t *membership)
{
    size_t n = (size_t)igraph_vector_int_size(membership);
    out->count = 0;
    for (size_t i = 0; i < n; i++) {
        out->of[i] = out->runs[out->best * n + i];
        VECTOR(*membership)[i] = out->of[i];
        if (out->of[i] >= out->count)
            out->count = out->of[i] + 1;
    }
    out->modularity = NAN;
    if (igraph_ecount(&graph->graph) == 0)
        return IGRAPH_SUCCESS;
    return igraph_modularity(&graph->graph, membership, &graph->weights,
                             resolution, IGRAPH_UNDIRECTED, &out->modularity);
}

static igraph_error_t find(ent_i_communities *out, const ent_i_graph *graph,
                           double resolution, igraph_vector_int_t *membership)
{
    IGRAPH_CHECK(igraph_ecount(&graph->graph) == 0
                     ? each_alone(out, membership)
                     : partition(out, graph, resolution, membership));
    return take_best(out, graph, resolution, membership);
}

igraph_error_t ent_i_find_communities(ent_i_communities *out,
                                      const ent_i_graph *graph,
                                      double resolution)
{
    igraph_vector_int_t membership;
    size_t n = (size_t)igraph_vcount(&graph->graph);
    out->run_count = runs_of(graph);
    out->of = ent_i_malloc(n * sizeof *out->of);
    out->runs = ent_i_malloc(n * out->run_count * sizeof *out->runs);
    if (!out->of || !out->runs)
        return IGRAPH_ENOMEM;
    IGRAPH_CHECK(
        igraph_vector_int_init(&membership, igraph_vcount(&graph->graph)));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &membership);
    IGRAPH_CHECK(find(out, graph, resolution, &membership));
    igraph_vector_int_destroy(&membership);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}
