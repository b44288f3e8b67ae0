/* Actors to ties: windows, pair counts, weights; and stated encounters. */
#ifndef ENTENTE_RELATE_RELATE_H
#define ENTENTE_RELATE_RELATE_H

#include "entente/pipeline.h"
#include "text/text.h"

/* Fills article->encounters from its clusters. Looks at this article alone;
 * may run for several articles at a time. */
ent_status ent_i_find_encounters(ent_article *article, const ent_i_text *text,
                                 ent_error *error);

/* Where a pair was seen: a window of the corpus. */
typedef struct ent_i_sighting {
    uint32_t article;
    uint32_t sentence;  /* of the evidence shown */
    uint32_t encounter; /* index in the article, or ENT_NONE */
    float share;        /* what it adds to the count or weight, unscaled */
} ent_i_sighting;

/* A pair of actors, source < target, and what was counted for it. */
typedef struct ent_i_pair {
    uint32_t source; /* actor indices */
    uint32_t target;
    uint32_t count;
    uint32_t articles;
    double distance;
    double jaccard;
    double npmi;
    double llr;
    double weight; /* by the chosen measure */
    ent_date first;
    ent_date last;
    uint32_t encounters[ENT_KIND_COUNT];
    uint32_t first_sighting; /* in ent_i_ties.sightings */
    uint32_t sighting_count;
} ent_i_pair;

/* What was counted for one actor within the articles considered. */
typedef struct ent_i_presence {
    uint32_t mentions;
    uint32_t articles;
    uint32_t windows;
    ent_date first;
    ent_date last;
} ent_i_presence;

/* All pairs of a corpus, sorted by source, then target. Start from {0}. */
typedef struct ent_i_ties {
    ENT_I_VEC(ent_i_pair) pairs;
    ENT_I_VEC(ent_i_sighting) sightings;
    ENT_I_VEC(ent_i_presence) presence; /* by actor */
    uint32_t articles;
    uint32_t windows;
    ent_date first;
    ent_date last;
} ent_i_ties;

/* Counts the pairs of a resolved corpus by the options' types, ties, kinds,
 * standings, window, weight, since and until; no filter is applied here. */
ent_status ent_i_relate(ent_i_ties *ties, const ent_corpus *corpus,
                        const ent_network_options *options, ent_error *error);
void ent_i_ties_free(ent_i_ties *ties);

#endif
