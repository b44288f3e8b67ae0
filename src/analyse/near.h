/* The surroundings of a node: exactly the nodes within a radius. */
#ifndef ENTENTE_ANALYSE_NEAR_H
#define ENTENTE_ANALYSE_NEAR_H

#include "analyse/search.h"

typedef struct ent_i_near {
    double radius;   /* all nearer nodes are counted; INFINITY: all nodes */
    double harmonic; /* sum of 1 / distance over the nearer nodes */
    uint32_t nodes;  /* how many are nearer, without the node itself */
} ent_i_near;

typedef struct ent_i_near_search ent_i_near_search;

/* `roads` must be sorted. NULL when memory runs out. */
ent_i_near_search *ent_i_near_search_new(const ent_i_roads *roads);
void ent_i_near_search_free(ent_i_near_search *s);

/* Looks around a node until `steps` ties have been followed or a few hundred
 * nodes reached. */
ent_i_near ent_i_look_around(ent_i_near_search *s, uint32_t node,
                             uint32_t steps);

/* Whether a node at this distance is nearer than the radius, with a tolerance:
 * sums of lengths differ in their last bits by the end they start from. */
static inline bool ent_i_is_near(double distance, double radius)
{
    return distance < radius * (1 - 1e-9);
}

#endif
