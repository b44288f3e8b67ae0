/* One signature for calls that differ between igraph 0.10 and 1.0. All of them
 * go between enter and leave (igraph_adapter.h). */
#ifndef ENTENTE_GRAPH_IGRAPH_VERSIONS_H
#define ENTENTE_GRAPH_IGRAPH_VERSIONS_H

#include "graph/igraph_adapter.h"

#define ENT_I_IGRAPH_1 (IGRAPH_VERSION_MAJOR >= 1)

/* Weighted PageRank of all nodes by ARPACK; ties have no direction. */
static inline igraph_error_t ent_i_igraph_pagerank(const ent_i_graph *graph,
                                                   double damping,
                                                   igraph_vector_t *values)
{
#if ENT_I_IGRAPH_1
    return igraph_pagerank(&graph->graph, &graph->weights, values, NULL,
                           damping, IGRAPH_UNDIRECTED, igraph_vss_all(),
                           IGRAPH_PAGERANK_ALGO_ARPACK, NULL);
#else
    return igraph_pagerank(&graph->graph, IGRAPH_PAGERANK_ALGO_ARPACK, values,
                           NULL, igraph_vss_all(), IGRAPH_UNDIRECTED, damping,
                           &graph->weights, NULL);
#endif
}

/* Weighted eigenvector centrality, scaled so that the largest is 1. */
static inline igraph_error_t ent_i_igraph_eigenvector(const ent_i_graph *graph,
                                                      igraph_vector_t *values)
{
#if ENT_I_IGRAPH_1
    return igraph_eigenvector_centrality(&graph->graph, values, NULL,
                                         IGRAPH_ALL, &graph->weights, NULL);
#else
    return igraph_eigenvector_centrality(&graph->graph, values, NULL,
                                         IGRAPH_UNDIRECTED, true,
                                         &graph->weights, NULL);
#endif
}

/* One round of Leiden's algorithm, starting from membership if start is true;
 * strengths are the weights of the nodes. */
static inline igraph_error_t
ent_i_igraph_leiden(const ent_i_graph *graph, const igraph_vector_t *strengths,
                    double resolution, bool start,
                    igraph_vector_int_t *membership, igraph_real_t *quality)
{
    const double randomness = 0.01; /* recommended by igraph */
#if ENT_I_IGRAPH_1
    return igraph_community_leiden(&graph->graph, &graph->weights, strengths,
                                   NULL, resolution, randomness, start, 1,
                                   membership, NULL, quality);
#else
    return igraph_community_leiden(&graph->graph, &graph->weights, strengths,
                                   resolution, randomness, start, 1, membership,
                                   NULL, quality);
#endif
}

/* Holds the host's default generator while another replaces it: 0.10 copies
 * generators, 1.0 keeps pointers to them. */
#if ENT_I_IGRAPH_1
typedef igraph_rng_t *ent_i_igraph_rng;
#else
typedef igraph_rng_t ent_i_igraph_rng;
#endif

/* Makes ours the default; it must live until the host's is restored. */
static inline void ent_i_igraph_set_rng(ent_i_igraph_rng *hosts,
                                        igraph_rng_t *ours)
{
#if ENT_I_IGRAPH_1
    *hosts = igraph_rng_set_default(ours);
#else
    *hosts = *igraph_rng_default();
    igraph_rng_set_default(ours);
#endif
}

static inline void ent_i_igraph_put_rng_back(ent_i_igraph_rng *hosts)
{
#if ENT_I_IGRAPH_1
    igraph_rng_set_default(*hosts);
#else
    igraph_rng_set_default(hosts);
#endif
}

#endif
