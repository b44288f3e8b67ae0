/* K-cores, by igraph. */
#include "analyse/measures.h"

/* igraph counts in whole numbers. */
static igraph_error_t find_cores(const ent_i_graph *graph,
                                 igraph_vector_t *values)
{
    igraph_vector_int_t cores;
    IGRAPH_CHECK(igraph_vector_int_init(&cores, 0));
    IGRAPH_FINALLY(igraph_vector_int_destroy, &cores);
    IGRAPH_CHECK(igraph_coreness(&graph->graph, &cores, IGRAPH_ALL));
    IGRAPH_CHECK(igraph_vector_resize(values, igraph_vector_int_size(&cores)));
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&cores); i++)
        VECTOR(*values)[i] = (double)VECTOR(cores)[i];
    igraph_vector_int_destroy(&cores);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

const ent_i_measure ent_i_row_core = {
    {.size = sizeof(ent_measure),
     .name = "core",
     .heading = "Core",
     .help = "the k of the innermost k-core that it is part of",
     .gloss = "k, where it belongs to a circle in which everybody is tied to k "
              "of the circle",
     .formula = "largest k with v in a subgraph whose degrees are all >= k",
     .source = "S. B. Seidman, Network structure and minimum degree, 1983; V. "
               "Batagelj and M. Zaversnik 2003",
     .show = ENT_SHOW_WIDE,
     .whole = true},
    .ask = find_cores};
