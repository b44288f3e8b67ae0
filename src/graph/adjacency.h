/* Neighbours in rows, for the filters and the path measures. */
#ifndef ENTENTE_GRAPH_ADJACENCY_H
#define ENTENTE_GRAPH_ADJACENCY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/vec.h"

/* An undirected, weighted tie between two nodes. */
typedef struct ent_i_link {
    uint32_t a;
    uint32_t b;
    double weight;
} ent_i_link;

typedef struct ent_i_neighbour {
    uint32_t node;
    uint32_t tie; /* index of the link */
    double weight;
} ent_i_neighbour;

/* The neighbours of node i are neighbours[first[i]] .. [first[i + 1] - 1], in
 * the order of the links. Start from {0}. */
typedef struct ent_i_adjacency {
    size_t *first;
    ent_i_neighbour *neighbours;
    uint32_t nodes;
} ent_i_adjacency;

static inline size_t ent_i_degree_of(const ent_i_adjacency *adjacency,
                                     uint32_t node)
{
    return adjacency->first[node + 1] - adjacency->first[node];
}

/* False when memory runs out; the adjacency is then empty. */
bool ent_i_adjacency_build(ent_i_adjacency *adjacency, uint32_t nodes,
                           const ent_i_link *links, size_t n);
void ent_i_adjacency_free(ent_i_adjacency *adjacency);

/* Numbers the connected components by size in component[0 .. nodes): the
 * largest is 0; of equals, the one with the lowest node comes first. False when
 * memory runs out. */
bool ent_i_components(const ent_i_adjacency *adjacency, uint32_t *component,
                      uint32_t *count);

/* Renumbers groups 0 .. count - 1 so that the largest is 0; of equals, the one
 * with the lowest node comes first. False when memory runs out. */
bool ent_i_number_by_size(uint32_t *group, uint32_t nodes, uint32_t count);

/* Marks the nodes at most `hops` ties away from a node; within[0 .. nodes) must
 * be false before. False when memory runs out. */
bool ent_i_reach(const ent_i_adjacency *adjacency, uint32_t from, uint32_t hops,
                 bool *within);

#endif
