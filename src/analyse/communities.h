/* Groups of nodes with more ties among themselves than to others. */
#ifndef ENTENTE_ANALYSE_COMMUNITIES_H
#define ENTENTE_ANALYSE_COMMUNITIES_H

#include "graph/igraph_adapter.h"

/* Leiden communities (V. A. Traag, L. Waltman and N. J. van Eck, From Louvain
 * to Leiden, 2019) that maximise weighted modularity, using igraph's default
 * random generator. Call it between enter and leave. community[node] runs from
 * 0 to *count - 1 in no particular order. Without ties every node is a
 * community and the modularity is NaN. */
igraph_error_t ent_i_find_communities(const ent_i_graph *graph,
                                      uint32_t *community, uint32_t *count,
                                      double *modularity);

#endif
