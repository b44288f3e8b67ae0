/* The features of a pair while they are gathered, for the files that name
 * them. */
#ifndef ENTENTE_ENCOUNTER_PAIR_KEYS_H
#define ENTENTE_ENCOUNTER_PAIR_KEYS_H

#include "encounter/pairs.h"

/* Kinds of features; the numbers are part of the model's format. */
enum {
    BIAS,
    DISTANCE,
    PERSONS_BETWEEN,
    PERSONS,
    ONE_NODE,
    OWNERS,
    REFERENCES,
    FIRST_REFERENCE,
    SECOND_REFERENCE,
    ONE_GROUP,
    HYPHENED,
    QUOTED,
    QUOTES_BETWEEN,
    FIRST_AROUND = 20, /* one for each distance */
    SECOND_AROUND = 30,
    FIRST_LEFT = 40,
    FIRST_RIGHT,
    SECOND_LEFT,
    SECOND_RIGHT,
    INNER,
    LEFT_OF_BOTH,
    BETWEEN,
    SKELETON,
    SHORT_SKELETON,
    TRIGGER = 60, /* one for each place */
    TRIGGER_FORM = 64,
    WITH_PREPOSITION = 68,
    WITH_PERSONS,
    WITH_CLAUSE,
    WITH_NEXT,
    AFTER_BOTH,
    AFTER_NEXT,
    BEFORE_BOTH,
    NO_TRIGGER,
    NEAREST,
    CUE_BEFORE,
    CUE_BEHIND,
    TRIGGER_LEFT,
    TRIGGER_LEFT_TWO,
    TRIGGER_RIGHT,
    SENTENCE_WORD = 90,
    FIRST_WORD,
    CAPTION,
    SUBJECTS,
    GRAMMAR = 100,
    GRAMMAR_KIND,
    GRAMMAR_STANDING,
    GRAMMAR_TRUST,
    GRAMMAR_OTHER,
    GRAMMAR_HALF,
    GRAMMAR_APART,
    PHRASE_LEFT = 120, /* of the first, the second */
    PHRASE_RIGHT = 122,
    PHRASE_LEFT_TWO = 124,
    PHRASE_RIGHT_TWO = 126,
    PHRASE_SIDES = 128,
    PHRASE_GROUP,
    PHRASE_INNER,
    PHRASE_LEFTS,
    PHRASE_PARTS,
    PHRASE_SKELETON,
    PHRASE_TRIGGER,
    PHRASE_TRIGGER_NEXT,
    PHRASE_BEHIND,
    PHRASE_BEHIND_NEXT,
    FAR = 150,
    FIRST_FAR,
    SECOND_FAR,
    FAME
};

typedef struct ent_i_keys {
    const ent_i_outline *outline;
    const ent_i_passage *r;
    uint32_t i, j; /* the two nodes */
    bool group;    /* both are in one */
    uint64_t *keys;
    size_t n;
} ent_i_keys;

/* As in XXH3's avalanche, with both numbers taking part. */
static inline uint64_t ent_i_mix(uint64_t a, uint64_t b)
{
    uint64_t x = (a ^ (b + 0x9E3779B97F4A7C15u + (a << 6) + (a >> 2))) *
                 0xBF58476D1CE4E5B9u;
    return x ^ (x >> 29);
}

/* `what` is the kind of the feature, a and b are what it says. */
static inline void ent_i_add_key(ent_i_keys *l, unsigned what, uint64_t a,
                                 uint64_t b)
{
    uint64_t key = ent_i_mix(ent_i_mix(what + 1, a), b);
    if (l->n < ENT_I_PAIR_KEYS)
        l->keys[l->n++] = key;
}

/* What the node reads as; beyond the ends of the sentence all is one. */
static inline uint64_t ent_i_word_at(const ent_i_keys *l, int64_t node)
{
    return node >= 0 && node < (int64_t)l->r->node_count
               ? l->outline->words[node]
               : 1;
}

static inline uint64_t ent_i_at_most(uint64_t n, uint64_t most)
{
    return n < most ? n : most;
}

/* The words that shape what stands between the two. */
void ent_i_add_skeletons(ent_i_keys *l);
/* What stands around the whole phrases of the two: with their titles and with
 * the others of their lists. */
void ent_i_add_phrases(ent_i_keys *l);

#endif
