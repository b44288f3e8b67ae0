/* Shortest paths from one node to all others. */
#ifndef ENTENTE_ANALYSE_SEARCH_H
#define ENTENTE_ANALYSE_SEARCH_H

#include "graph/adjacency.h"

/* A step of a path: a tie given by its length. */
typedef struct ent_i_step {
    double length;
    uint32_t node;
    uint32_t tie; /* index of the link */
} ent_i_step;

/* The ties as steps, in the rows of an adjacency, which is borrowed. Strong
 * ties are short: the length is the largest weight divided by the tie's own, so
 * that closeness does not depend on the unit of the weights. */
typedef struct ent_i_roads {
    uint32_t nodes;
    const size_t *first;
    ent_i_step *steps;
} ent_i_roads;

/* False when memory runs out. */
bool ent_i_roads_build(ent_i_roads *roads, const ent_i_adjacency *adjacency);
/* Sorts each row, shortest first. */
void ent_i_roads_sort(ent_i_roads *roads);
void ent_i_roads_free(ent_i_roads *roads);

/* What one search knows about a node, in one cache line. */
typedef struct ent_i_visit {
    double distance;   /* INFINITY: not reached */
    double paths;      /* number of shortest paths */
    double dependency; /* of the source on this node */
    uint32_t place;    /* in the heap */
    bool settled;
} ent_i_visit;

/* The state of searches, one after another: a heap of the nodes ahead, and the
 * sums for Brandes. order[0 .. settled) are the nodes reached, nearest
 * first. */
typedef struct ent_i_search {
    const ent_i_roads *roads;
    ent_i_visit *visits;
    uint32_t *order;
    uint32_t settled;
    ent_i_step *heap; /* nodes reached, by distance */
    uint32_t heaped;
} ent_i_search;

/* False when memory runs out; it must be freed even then. */
bool ent_i_search_new(ent_i_search *s, const ent_i_roads *roads);
void ent_i_search_free(ent_i_search *s);

/* Dijkstra: distances and numbers of shortest paths. */
void ent_i_search_from(ent_i_search *s, uint32_t source);
/* Sums over sources: what they owe to a tie, and the squares of that. */
typedef struct ent_i_tie_sum {
    double dependency;
    double squared;
} ent_i_tie_sum;

/* To be called after it: the dependencies of the source on each node reached,
 * and added to ties[] those on each tie. */
void ent_i_search_hand_back(ent_i_search *s, ent_i_tie_sum *ties);

#endif
