/* All the work is igraph's; this decides when to stop and what to keep. */
#include "analyse/communities.h"

#include <math.h>

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

/* Repeats rounds until the quality stops rising: igraph 0.10.2 stops after one
 * round even when told to iterate until done (-1). With the strengths as node
 * weights and 1 / their sum as resolution, the quality is the modularity. */
static igraph_error_t try_once(const ent_i_graph *graph,
                               const igraph_vector_t *strength,
                               igraph_vector_int_t *membership,
                               igraph_real_t *quality)
{
    double resolution = 1 / igraph_vector_sum(strength);
    *quality = -1; /* lower than any modularity */
    for (int round = 0; round < MAX_ROUNDS; round++) {
        igraph_real_t before = *quality;
        IGRAPH_CHECK(ent_i_igraph_leiden(graph, strength, resolution, round > 0,
                                         membership, quality));
        if (*quality <= before + WORTH * fabs(before))
            break;
    }
    return IGRAPH_SUCCESS;
}

/* Leaves the best of several tries in membership; `next` has room for one. */
static igraph_error_t try_often(const ent_i_graph *graph,
                                const igraph_vector_t *strength,
                                igraph_vector_int_t *membership,
                                igraph_vector_int_t *next)
{
    igraph_integer_t tries = TRIED_TIES / igraph_ecount(&graph->graph);
    igraph_real_t best;
    IGRAPH_CHECK(try_once(graph, strength, membership, &best));
    for (igraph_integer_t i = 1; i < tries && i < MAX_TRIES; i++) {
        igraph_real_t quality;
        IGRAPH_CHECK(try_once(graph, strength, next, &quality));
        if (quality > best + 1e-12) {
            best = quality;
            IGRAPH_CHECK(igraph_vector_int_update(membership, next));
        }
    }
    return IGRAPH_SUCCESS;
}

/* Strengths are computed once for all tries. */
static igraph_error_t partition(const ent_i_graph *graph,
                                igraph_vector_int_t *membership)
{
    igraph_vector_t strength;
    igraph_vector_int_t next;
    IGRAPH_CHECK(igraph_vector_init(&strength, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &strength);
    IGRAPH_CHECK(igraph_vector_int_init(&next, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &next);
    IGRAPH_CHECK(igraph_strength(&graph->graph, &strength, igraph_vss_all(),
                                 IGRAPH_ALL, IGRAPH_NO_LOOPS, &graph->weights));
    IGRAPH_CHECK(try_often(graph, &strength, membership, &next));
    igraph_vector_int_destroy(&next);
    igraph_vector_destroy(&strength);
    IGRAPH_FINALLY_CLEAN(2);
    return IGRAPH_SUCCESS;
}

/* Without ties there are no communities to find, and igraph would divide by
 * 0. */
static void each_alone(igraph_vector_int_t *membership)
{
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(membership); i++)
        VECTOR(*membership)[i] = i;
}

/* igraph numbers communities from 0 without gaps. */
static igraph_error_t run(const ent_i_graph *graph,
                          igraph_vector_int_t *membership, double *modularity)
{
    *modularity = NAN;
    if (igraph_ecount(&graph->graph) == 0) {
        each_alone(membership);
        return IGRAPH_SUCCESS;
    }
    IGRAPH_CHECK(partition(graph, membership));
    return igraph_modularity(&graph->graph, membership, &graph->weights, 1,
                             IGRAPH_UNDIRECTED, modularity);
}

/* `community` has room for each node; igraph's own vector is not passed on. */
igraph_error_t ent_i_find_communities(const ent_i_graph *graph,
                                      uint32_t *community, uint32_t *count,
                                      double *modularity)
{
    igraph_vector_int_t membership;
    IGRAPH_CHECK(
        igraph_vector_int_init(&membership, igraph_vcount(&graph->graph)));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &membership);
    IGRAPH_CHECK(run(graph, &membership, modularity));
    *count = 0;
    for (igraph_integer_t i = 0; i < igraph_vcount(&graph->graph); i++) {
        community[i] = (uint32_t)VECTOR(membership)[i];
        if (community[i] >= *count)
            *count = community[i] + 1;
    }
    igraph_vector_int_destroy(&membership);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}
