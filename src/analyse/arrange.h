/* Discs put side by side, those that belong together next to each other. */
#ifndef ENTENTE_ANALYSE_ARRANGE_H
#define ENTENTE_ANALYSE_ARRANGE_H

#include "graph/adjacency.h"

typedef struct ent_i_disc {
    double x, y, radius;
} ent_i_disc;

/* Fills in the places of the discs, so that none overlap, packed around the
 * disc `middle`, which is at 0, 0. Each goes where it is near those it is tied
 * to; a tie's weight is how strongly it pulls. False when memory runs out. */
bool ent_i_arrange(ent_i_disc *discs, uint32_t n, uint32_t middle,
                   const ent_i_link *ties, size_t tie_count);

#endif
