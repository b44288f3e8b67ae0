/* Groups of nodes that are drawn together. */
#ifndef ENTENTE_ANALYSE_ISLANDS_H
#define ENTENTE_ANALYSE_ISLANDS_H

#include "graph/adjacency.h"

/* Numbers the islands in island[0 .. nodes), the largest 0: the connected
 * pieces of each community, where pieces of one or two nodes go to the island
 * that they are tied to most. False
 * when memory runs out. */
bool ent_i_islands(const uint32_t *community, uint32_t nodes,
                   const ent_i_link *links, size_t n, uint32_t *island,
                   uint32_t *count);

/* The ties between groups, each pair once, ordered by its ends: the weight is
 * the sum of the links', divided by the root of both groups' sums, so that
 * large groups don't pull more than others. out has room for n. Returns how
 * many there are, or SIZE_MAX when memory runs out. */
size_t ent_i_between(const uint32_t *group, uint32_t groups,
                     const ent_i_link *links, size_t n, ent_i_link *out);

#endif
