/* Moves circles off the ties of others. */
#ifndef ENTENTE_ANALYSE_UNCOVER_H
#define ENTENTE_ANALYSE_UNCOVER_H

#include "analyse/boxes.h"
#include "graph/adjacency.h"

/* A tie that passes below somebody's circle seems to be two of his. Moves the
 * boxes, whose circles have these radii, until fewer ties do, or none; boxes
 * don't overlap after it. Leaves large networks as they are: too much crosses
 * too much in them. The same input gives the same output. False when memory
 * runs out. */
bool ent_i_uncover(ent_i_box *boxes, const double *radii, size_t n,
                   const ent_i_link *ties, size_t tie_count);

#endif
