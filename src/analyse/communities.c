#include "analyse/communities.h"

#include <math.h>

enum { MAX_ROUNDS = 100 };

/* What a round must add to the quality to be worth another. Graphs with
 * communities settle within a few rounds; random ones creep on for ever. */
static const double WORTH = 1e-3;

/* Round after round until the quality stops rising: in igraph 0.10.2 asking
 * for as many as it takes (-1) ends after one. */
static igraph_error_t improve(const ent_i_graph *graph,
                              const igraph_vector_t *strength, double total,
                              igraph_vector_int_t *membership,
                              igraph_integer_t *count)
{
    igraph_real_t quality = -1; /* modularity is more than that */
    for (int round = 0; round < MAX_ROUNDS; round++) {
        igraph_real_t before = quality;
        IGRAPH_CHECK(igraph_community_leiden(
            &graph->graph, &graph->weights, strength, 1 / total, 0.01,
            round > 0, 1, membership, count, &quality));
        if (quality <= before + WORTH * fabs(before))
            break;
    }
    return IGRAPH_SUCCESS;
}

/* With the strengths as node weights and 1 / their sum as resolution, Leiden's
 * quality is the modularity. */
static igraph_error_t partition(const ent_i_graph *graph,
                                igraph_vector_int_t *membership,
                                igraph_integer_t *count)
{
    igraph_vector_t strength;
    IGRAPH_CHECK(igraph_vector_init(&strength, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &strength);
    IGRAPH_CHECK(igraph_strength(&graph->graph, &strength, igraph_vss_all(),
                                 IGRAPH_ALL, IGRAPH_NO_LOOPS, &graph->weights));
    IGRAPH_CHECK(improve(graph, &strength, igraph_vector_sum(&strength),
                         membership, count));
    igraph_vector_destroy(&strength);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

static void each_alone(igraph_vector_int_t *membership, igraph_integer_t *count)
{
    *count = igraph_vector_int_size(membership);
    for (igraph_integer_t i = 0; i < *count; i++)
        VECTOR(*membership)[i] = i;
}

igraph_error_t ent_i_find_communities(const ent_i_graph *graph,
                                      uint32_t *community, uint32_t *count,
                                      double *modularity)
{
    igraph_integer_t found = 0;
    igraph_vector_int_t membership;
    IGRAPH_CHECK(
        igraph_vector_int_init(&membership, igraph_vcount(&graph->graph)));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &membership);
    *modularity = NAN;
    if (igraph_ecount(&graph->graph) == 0) {
        each_alone(&membership, &found);
    } else {
        IGRAPH_CHECK(partition(graph, &membership, &found));
        IGRAPH_CHECK(igraph_modularity(&graph->graph, &membership,
                                       &graph->weights, 1, IGRAPH_UNDIRECTED,
                                       modularity));
    }
    for (igraph_integer_t i = 0; i < igraph_vcount(&graph->graph); i++)
        community[i] = (uint32_t)VECTOR(membership)[i];
    *count = (uint32_t)found;
    igraph_vector_int_destroy(&membership);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}
