/* What holds a network together: nodes and ties without which it falls
 * apart. */
#ifndef ENTENTE_ANALYSE_CUTS_H
#define ENTENTE_ANALYSE_CUTS_H

#include "graph/adjacency.h"

/* Start from {0}. */
typedef struct ent_i_cuts {
    uint32_t *parts;   /* by node: how many more parts there are without it */
    uint32_t *cut_off; /* by tie: nodes on the smaller side without it, 0 if
                          the two sides stay connected */
} ent_i_cuts;

/* J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms for graph
 * manipulation, 1973: one walk over all ties. False when memory runs out; free
 * the cuts in any case. */
bool ent_i_find_cuts(ent_i_cuts *out, const ent_i_adjacency *adjacency);
void ent_i_cuts_free(ent_i_cuts *cuts);

#endif
