/* What is to be placed: the nodes with the room they need, and their ties. */
#ifndef ENTENTE_ANALYSE_SCENE_H
#define ENTENTE_ANALYSE_SCENE_H

#include "analyse/boxes.h"
#include "analyse/parts.h"
#include "entente/network.h"

/* Islands are laid out one by one; components are not tied to one another. All
 * are numbered by size, the largest 0. Start from {0}. */
typedef struct ent_i_scene {
    uint32_t nodes;
    size_t tie_count;
    ent_i_link *ties;    /* with their weights */
    ent_i_link *lengths; /* the same, with the lengths they should have */
    ent_i_box *boxes;    /* by node: the room it needs */
    double *radii;       /* by node: of its circle */
    uint32_t *island;    /* by node */
    uint32_t islands;
    uint32_t *component; /* by island */
    uint32_t components;
    ent_i_parts parts; /* by island, with lengths */
    uint64_t seed;
} ent_i_scene;

/* whole: components are not cut into islands by their communities. False when
 * memory runs out; free the scene in any case. */
bool ent_i_scene_make(ent_i_scene *s, const ent_network *network, bool whole,
                      uint64_t seed);
void ent_i_scene_free(ent_i_scene *s);

/* Gives each box of the scene its place. False when memory runs out. */
bool ent_i_scene_place(ent_i_scene *s);

#endif
