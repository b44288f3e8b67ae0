/* A graph cut into groups of its nodes, each with the ties within it. */
#ifndef ENTENTE_ANALYSE_PARTS_H
#define ENTENTE_ANALYSE_PARTS_H

#include "graph/adjacency.h"

/* Group g has the nodes nodes[first[g]] .. [first[g + 1] - 1], ascending, and
 * the links links[first_link[g]] .. , whose ends are places within the group's
 * nodes. Start from {0}. */
typedef struct ent_i_parts {
    uint32_t count;
    size_t *first;
    size_t *first_link;
    uint32_t *nodes;
    ent_i_link *links;
} ent_i_parts;

/* group[node] runs from 0 to count - 1. False when memory runs out; free the
 * parts in any case. */
bool ent_i_parts_make(ent_i_parts *parts, const uint32_t *group, uint32_t nodes,
                      uint32_t count, const ent_i_link *links, size_t n);
void ent_i_parts_free(ent_i_parts *parts);

/* How many nodes a group has. */
static inline uint32_t ent_i_part_size(const ent_i_parts *parts, uint32_t g)
{
    return (uint32_t)(parts->first[g + 1] - parts->first[g]);
}

/* The ties within a group as rows, by the nodes' places in it. False when
 * memory runs out. */
bool ent_i_part_adjacency(const ent_i_parts *parts, uint32_t g,
                          ent_i_adjacency *out);

#endif
