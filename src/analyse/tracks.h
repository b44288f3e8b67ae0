/* Communities followed from slice to slice (see ent_network_track_count), and
 * from one build of a growing archive to the next. */
#ifndef ENTENTE_ANALYSE_TRACKS_H
#define ENTENTE_ANALYSE_TRACKS_H

#include "core/vec.h"
#include "entente/slices.h"

/* Set nodes and last (each ENT_NONE); the rest starts as 0. */
typedef struct ent_i_tracker {
    uint32_t nodes;              /* of the network */
    uint32_t *last;              /* by node: the track it was in last */
    ENT_I_VEC(ent_track) tracks; /* in order of appearance */
} ent_i_tracker;

/* The communities of a slice, by the nodes named in it; those of a whole
 * network are the only slice. */
typedef struct ent_i_step {
    uint32_t slice;            /* its index */
    uint32_t n;                /* how many nodes it names */
    const uint32_t *nodes;     /* their numbers in the network */
    const double *strength;    /* theirs in the slice */
    const uint32_t *community; /* theirs, from 0 */
    uint32_t communities;
} ent_i_step;

/* Which track each community of the step goes on, by the tracks that the
 * network's nodes were in last (ENT_NONE, or below `tracks`): track_of[c] is
 * its number, or ENT_NONE. False when memory runs out. */
bool ent_i_match_tracks(const ent_i_step *step, const uint32_t *last,
                        size_t tracks, uint32_t *track_of);

/* Goes on to the next slice: track[i] becomes the track of the slice's node i,
 * or ENT_NONE. *kept receives how many communities have a track. False when
 * memory runs out. */
bool ent_i_track(ent_i_tracker *tracker, const ent_i_step *step,
                 uint32_t *track, uint32_t *kept);

#endif
