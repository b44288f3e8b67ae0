/* Groups of nodes that are tied more among themselves. */
#ifndef ENTENTE_ANALYSE_COMMUNITIES_H
#define ENTENTE_ANALYSE_COMMUNITIES_H

#include "graph/igraph_adapter.h"

/* Leiden communities (V. A. Traag, L. Waltman and N. J. van Eck, From Louvain
 * to Leiden, 2019) that maximise weighted modularity; drawn with
 * igraph's default generator. Call it between enter and leave. community[node]
 * runs from 0 to *count - 1 in no order; without ties every node is one and the
 * modularity NaN. */
igraph_error_t ent_i_find_communities(const ent_i_graph *graph,
                                      uint32_t *community, uint32_t *count,
                                      double *modularity);

#endif
