/* What reports say of a network's slices: who ranks where in each, and from
 * when to when ties are seen. */
#ifndef ENTENTE_REPORT_MOMENTS_H
#define ENTENTE_REPORT_MOMENTS_H

#include <stdbool.h>

#include "core/vec.h"
#include "entente/slices.h"

/* A node of a slice. */
typedef struct ent_i_placed {
    uint32_t node;
    uint32_t mentions;
    double value; /* of the measure */
} ent_i_placed;

/* Who ranks where in a slice. */
typedef struct ent_i_moment {
    uint32_t *rank; /* by node of the network, from 1; 0: not in the slice */
    double *share;  /* by node: of the measure's sum over the slice, 0..1 */
    ent_i_placed *order; /* the nodes in the slice, the first rank first */
    size_t n;
} ent_i_moment;

/* Room for a moment of the network. False when memory runs out; free it in any
 * case. */
bool ent_i_moment_new(ent_i_moment *out, const ent_network *network);
void ent_i_moment_free(ent_i_moment *moment);
/* Ranks the slice's nodes by the measure, mentions, then place. */
void ent_i_moment_take(ent_i_moment *moment, const ent_network *network,
                       size_t slice, size_t measure);

/* When a tie is seen. */
typedef struct ent_i_span {
    uint32_t first;  /* slice */
    uint32_t last;   /* slice */
    uint32_t slices; /* how many have it; 0: none */
} ent_i_span;

/* By tie of the network; the caller frees them. NULL when memory runs out. */
ent_i_span *ent_i_spans(const ent_network *network);

/* Adds a bar for each value, "▁▄█", as high as it is beside the largest, and a
 * dot for 0. False when memory runs out. */
bool ent_i_bars(ent_i_string *out, const double *values, size_t n);

#endif
