/* Places at which distances in the picture are those in the graph. */
#ifndef ENTENTE_ANALYSE_STRESS_H
#define ENTENTE_ANALYSE_STRESS_H

#include "entente/layout.h"
#include "graph/adjacency.h"

/* Lays out a connected graph, whose weights are the lengths that its ties
 * should have; all above 0. Up to some hundreds of nodes every pair counts,
 * beyond that the ties and the distances to a few dozen nodes. The same lengths
 * and seed give the same places. False when memory runs out. */
bool ent_i_stress(const ent_i_adjacency *lengths, uint64_t seed,
                  ent_place *places);

#endif
