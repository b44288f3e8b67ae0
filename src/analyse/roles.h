/* What part a node has in its community and in others. */
#ifndef ENTENTE_ANALYSE_ROLES_H
#define ENTENTE_ANALYSE_ROLES_H

#include "graph/adjacency.h"

/* By node; NaN without ties. Start from {0}. */
typedef struct ent_i_roles {
    double *participation; /* 0: all ties within one community; towards 1:
                              spread evenly over many */
    double *module_degree; /* strength within the community, as a z-score among
                              its members */
} ent_i_roles;

/* R. Guimera and L. A. N. Amaral, Functional cartography of complex metabolic
 * networks, 2005, with strengths in place of degrees. False when memory runs
 * out; free the roles in any case. */
bool ent_i_find_roles(ent_i_roles *out, const ent_i_adjacency *adjacency,
                      const uint32_t *community, uint32_t communities);
void ent_i_roles_free(ent_i_roles *roles);

#endif
