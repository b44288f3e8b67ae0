/* Shortest paths from one node to all others. */
#ifndef ENTENTE_ANALYSE_SEARCH_H
#define ENTENTE_ANALYSE_SEARCH_H

#include "graph/adjacency.h"

/* A stretch of a path: ties by their length. */
typedef struct ent_i_step {
    double length;
    uint32_t node;
} ent_i_step;

/* The ties as stretches, in the rows of an adjacency, which is borrowed. Strong
 * ties are short: a tie is as long as the largest weight divided by its own, so
 * that closeness doesn't change with the unit of the weights. */
typedef struct ent_i_roads {
    uint32_t nodes;
    const size_t *first;
    ent_i_step *steps;
} ent_i_roads;

/* false when memory is out. */
bool ent_i_roads_build(ent_i_roads *roads, const ent_i_adjacency *adjacency);
/* Puts the shortest first in each row. */
void ent_i_roads_sort(ent_i_roads *roads);
void ent_i_roads_free(ent_i_roads *roads);

/* What is known of a node during one search, on one line of cache. */
typedef struct ent_i_visit {
    double distance;   /* INFINITY: not reached */
    double paths;      /* number of shortest paths */
    double dependency; /* of the source on the node */
    uint32_t place;    /* in the heap */
    bool settled;
} ent_i_visit;

/* One search after another: a heap of the nodes ahead, and what Brandes
 * sums. order[0 .. settled) are the nodes reached, nearest first. */
typedef struct ent_i_search {
    const ent_i_roads *roads;
    ent_i_visit *visits;
    uint32_t *order;
    uint32_t settled;
    ent_i_step *heap; /* nodes reached by their distance */
    uint32_t heaped;
} ent_i_search;

/* false when memory is out; free it then, too. */
bool ent_i_search_new(ent_i_search *s, const ent_i_roads *roads);
void ent_i_search_free(ent_i_search *s);

/* Dijkstra: distances and numbers of shortest paths. */
void ent_i_search_from(ent_i_search *s, uint32_t source);
/* After it: the dependencies of the source on each node reached. */
void ent_i_search_hand_back(ent_i_search *s);

#endif
