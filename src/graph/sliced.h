/* The slices of a network, as they are kept and read. */
#ifndef ENTENTE_GRAPH_SLICED_H
#define ENTENTE_GRAPH_SLICED_H

#include "core/memory.h"
#include "core/vec.h"
#include "entente/slices.h"

/* Only who is named is kept: by day, most of the nodes of a network are not. */
typedef struct ent_i_slice {
    ent_slice shown;
    ENT_I_VEC(ent_slice_node) nodes; /* by node */
    ENT_I_VEC(ent_slice_tie) ties;   /* by tie */
    double *values;                  /* by measure, then place in nodes */
} ent_i_slice;

/* Start from {0}. */
typedef struct ent_i_slices {
    ENT_I_VEC(ent_i_slice) items;
    ENT_I_VEC(ent_track) tracks;
    ent_i_arena arena; /* for the names */
} ent_i_slices;

void ent_i_slices_free(ent_i_slices *slices);

#endif
