/* Groups of nodes with more ties among themselves than to others. */
#ifndef ENTENTE_ANALYSE_COMMUNITIES_H
#define ENTENTE_ANALYSE_COMMUNITIES_H

#include "graph/igraph_adapter.h"

/* Start from {0}. */
typedef struct ent_i_communities {
    uint32_t *of; /* by node; by size, 0 is the largest */
    uint32_t count;
    double modularity; /* at the resolution; NaN without ties */
    uint32_t *runs;    /* what each run of the search found, node by node */
    uint32_t run_count;
    uint32_t best;        /* the run that was taken */
    double *stability;    /* by community: the share of its pairs that are
                             together in the other runs; NaN without a pair or
                             another run */
    double all_stability; /* the same over all communities */
} ent_i_communities;

/* Leiden communities (V. A. Traag, L. Waltman and N. J. van Eck, From Louvain
 * to Leiden, 2019) that maximise weighted modularity, using igraph's default
 * random generator. Call it between enter and leave; ent_i_settle_communities
 * does the rest outside. Above a resolution of 1 communities are smaller, below
 * it larger. Without ties every node is a community. Free the communities in
 * any case. */
igraph_error_t ent_i_find_communities(ent_i_communities *out,
                                      const ent_i_graph *graph,
                                      double resolution);
/* Numbers the communities and finds their stability. False when memory runs
 * out. */
bool ent_i_settle_communities(ent_i_communities *communities, uint32_t nodes);
void ent_i_communities_free(ent_i_communities *communities);

#endif
