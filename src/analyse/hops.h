/* How many steps apart the nodes are, whatever the weights. */
#ifndef ENTENTE_ANALYSE_HOPS_H
#define ENTENTE_ANALYSE_HOPS_H

#include "graph/adjacency.h"

typedef struct ent_i_hops {
    double mean;       /* over the pairs that are connected; NaN without one */
    uint32_t diameter; /* the largest distance found */
    uint32_t samples;  /* nodes from which distances were taken; 0: all */
} ent_i_hops;

/* Looks from 64 nodes at once, a bit each (M. Then et al., The more the
 * merrier: efficient multi-source graph traversal, 2014). All nodes are taken,
 * in a drawn order, until this is worth so many nanoseconds of one core, by a
 * count of the ties followed; INFINITY takes all. A sample's mean is an
 * estimate, its diameter a lower bound. False when memory runs out. */
bool ent_i_measure_hops(ent_i_hops *out, const ent_i_adjacency *adjacency,
                        uint64_t seed, double budget);

#endif
