/* Finds the names in an article with the model: both stages, then the best
 * labels and how certain they are. */
#ifndef ENTENTE_RECOGNISE_TAGGER_H
#define ENTENTE_RECOGNISE_TAGGER_H

#include "recognise/features.h"
#include "recognise/model.h"

/* Sums of weights, for both stages. */
typedef struct ent_i_sum {
    int16_t score[ENT_I_ROW]; /* stage after stage */
} ent_i_sum;

/* What the second stage says of a spot. */
typedef struct ent_i_finding {
    float type[ENT_TYPE_COUNT]; /* probability that it is part of a name of each
                                   type; not set where no name is near */
    float sure;                 /* probability of best */
    uint8_t best;               /* label on the best path */
} ent_i_finding;

/* The sums of a word's own features at each position. */
typedef struct ent_i_word_sums {
    ent_i_sum at[ENT_I_POSITIONS];
} ent_i_word_sums;

/* What one thread needs; start from {0}. */
typedef struct ent_i_tagger {
    ent_i_reading reading;
    ENT_I_VEC(ent_i_word_sums) words; /* of the reading's words */
    ENT_I_VEC(uint8_t) have;          /* of which positions: a bit set each */
    ENT_I_VEC(ent_i_sum) sums;        /* of the spots, without recall */
    ENT_I_VEC(ent_i_link) chain;      /* of the stretch at hand */
    ENT_I_VEC(ent_i_verdict) first;   /* of the spots, by the first stage */
    ENT_I_VEC(ent_i_finding) found;   /* of the spots, by the second stage */
} ent_i_tagger;

/* Appends the names it finds to article->mentions, in order. False when memory
 * is out. */
bool ent_i_tag(ent_i_tagger *tagger, const ent_i_model *model,
               ent_article *article, const ent_i_text *text);
void ent_i_tagger_free(ent_i_tagger *tagger);

#endif
