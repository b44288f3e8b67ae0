/* Where pairs were seen, packed: the numbers in which each differs from the one
 * before, 7 bytes instead of 36 in news. */
#ifndef ENTENTE_RELATE_SIGHTINGS_H
#define ENTENTE_RELATE_SIGHTINGS_H

#include "core/vec.h"

/* A stretch of sentences in a counted article. */
typedef struct ent_i_sighting {
    uint32_t pair;      /* index in ent_i_ties.pairs */
    uint32_t article;   /* index in the corpus */
    uint32_t sentence;  /* first sentence of the stretch */
    uint32_t last;      /* its last sentence, in the same field */
    uint32_t encounter; /* index in the article, or ENT_NONE */
    uint32_t apart;     /* in its window: sentences between the two, at least */
    uint32_t names;     /* actors in it, at least 2 */
    uint32_t sights;    /* how many sightings stand for it, this one too */
    float share;        /* part of its pair's weight; a pair's sum is 1 */
} ent_i_sighting;

/* A list that only grows. Start from {0}. */
typedef struct ent_i_sightings {
    ent_i_string bytes;
    ENT_I_VEC(size_t) marks; /* where every few begin */
    size_t n;
    ent_i_sighting last; /* the last one added */
} ent_i_sightings;

/* Appends one; false when memory is out. */
bool ent_i_sightings_add(ent_i_sightings *list, const ent_i_sighting *seen);
/* Number i, below n. */
ent_i_sighting ent_i_sighting_at(const ent_i_sightings *list, size_t i);
void ent_i_sightings_free(ent_i_sightings *list);

/* Goes through the list from its beginning. Start from {.list = it}. */
typedef struct ent_i_sightings_walk {
    const ent_i_sightings *list;
    size_t place; /* in its bytes */
    size_t i;
    ent_i_sighting last;
} ent_i_sightings_walk;

/* False behind the last one. */
bool ent_i_sightings_next(ent_i_sightings_walk *walk, ent_i_sighting *out);

#endif
