/* Who among the neighbours of a node are tied to one another. */
#ifndef ENTENTE_ANALYSE_TRIANGLES_H
#define ENTENTE_ANALYSE_TRIANGLES_H

#include "graph/adjacency.h"

/* By node. Start from {0}. */
typedef struct ent_i_triangles {
    double *through;    /* triangles that it is part of */
    double *constraint; /* NaN without ties, like the next */
    double *effective;  /* size of its neighbourhood */
} ent_i_triangles;

/* Every triangle is found once, from its node of lowest degree (M. Latapy,
 * Main-memory triangle computations for very large (sparse (power-law)) graphs,
 * 2008), in time O(ties^1.5) whatever the hubs. False when memory runs out;
 * free the triangles in any case. */
bool ent_i_find_triangles(ent_i_triangles *out,
                          const ent_i_adjacency *adjacency);
void ent_i_triangles_free(ent_i_triangles *triangles);

#endif
