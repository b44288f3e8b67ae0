/* Centralities that are eigenvectors, found by igraph. */
#include "analyse/measures.h"

#include "graph/igraph_versions.h"

/* An eigenvector centrality indistinguishable from 0. */
static const double NOISE = 1e-12;

/* The eigenvector is 0 outside the component with the largest eigenvalue;
 * without ties there is no such component and it is 0 everywhere. ARPACK leaves
 * about 1e-16 above or below 0, a different number on each machine. */
static igraph_error_t find_eigenvector(const ent_i_graph *graph,
                                       igraph_vector_t *values)
{
    if (igraph_ecount(&graph->graph) == 0) {
        IGRAPH_CHECK(
            igraph_vector_resize(values, igraph_vcount(&graph->graph)));
        igraph_vector_null(values);
        return IGRAPH_SUCCESS;
    }
    IGRAPH_CHECK(ent_i_igraph_eigenvector(graph, values));
    for (igraph_integer_t i = 0; i < igraph_vector_size(values); i++)
        if (VECTOR(*values)[i] < NOISE)
            VECTOR(*values)[i] = 0;
    return IGRAPH_SUCCESS;
}

/* With damping 0.85. Uses ARPACK, because PRPACK's threads give other last
 * digits on every run. */
static igraph_error_t rank_pages(const ent_i_graph *graph,
                                 igraph_vector_t *values)
{
    return ent_i_igraph_pagerank(graph, 0.85, values);
}

const ent_i_measure ent_i_row_eigenvector = {
    {.size = sizeof(ent_measure),
     .name = "eigenvector",
     .heading = "Eigen",
     .help = "eigenvector centrality, largest 1; 0 outside its component",
     .gloss = "how strongly tied to central actors, 0 to 1",
     .formula = "x with w x = lambda x, lambda the largest, scaled to max 1",
     .source = "P. Bonacich, Factoring and weighting approaches to status "
               "scores and clique identification, 1972",
     .digits = 3,
     .weighted = true},
    .ask = find_eigenvector};

const ent_i_measure ent_i_row_pagerank = {
    {.size = sizeof(ent_measure),
     .name = "pagerank",
     .heading = "PageRank",
     .help = "weighted PageRank, damping 0.85; sums to 1",
     .gloss = "how often a random walk comes by, 0 to 1",
     .formula = "PR(v) = 0.15 / n + 0.85 sum over u of PR(u) w(u,v) / "
                "strength(u)",
     .source = "S. Brin and L. Page, The anatomy of a large-scale "
               "hypertextual web search engine, 1998",
     .digits = 4,
     .weighted = true},
    .ask = rank_pages};
