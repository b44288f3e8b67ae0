/* The surroundings of a node: exactly those nearer than a radius. */
#ifndef ENTENTE_ANALYSE_NEAR_H
#define ENTENTE_ANALYSE_NEAR_H

#include "analyse/search.h"

typedef struct ent_i_near {
    double radius;   /* everything nearer is counted; INFINITY: everything */
    double harmonic; /* sum of 1 / distance over what is nearer */
    uint32_t nodes;  /* how many are nearer, the node itself left out */
} ent_i_near;

typedef struct ent_i_near_search ent_i_near_search;

/* roads must be sorted. NULL when memory is out. */
ent_i_near_search *ent_i_near_search_new(const ent_i_roads *roads);
void ent_i_near_search_free(ent_i_near_search *s);

/* Looks around a node until `steps` ties have been followed or some hundred
 * nodes reached. */
ent_i_near ent_i_look_around(ent_i_near_search *s, uint32_t node,
                             uint32_t steps);

/* Whether a node at this distance, measured from either end, is nearer than the
 * radius: sums of lengths differ in their last bits by the way they were
 * added. */
static inline bool ent_i_is_near(double distance, double radius)
{
    return distance < radius * (1 - 1e-9);
}

#endif
