/* Sentences that stand in several articles, or twice in one: background taken
 * over from day to day, captions, lists of teasers. */
#ifndef ENTENTE_CORPUS_REPEATS_H
#define ENTENTE_CORPUS_REPEATS_H

#include "corpus/corpus.h"

/* One place of a sentence that has others. */
typedef struct ent_i_repeat {
    uint64_t words; /* equal for the same words; once all are found, where
                       its first place is in ent_i_repeats.same */
    uint32_t article;
    uint32_t sentence;
} ent_i_repeat;

/* Start from {0}. */
typedef struct ent_i_repeats {
    ENT_I_VEC(ent_i_repeat) same;   /* by words, then article, then sentence */
    ENT_I_VEC(ent_i_repeat) places; /* the same by article, then sentence */
    ENT_I_VEC(uint32_t)
    first;                    /* by original: the first article of its
                                 family of near-copies, or ENT_NONE */
    ENT_I_VEC(uint32_t) next; /* by article: the next of its family */
} ent_i_repeats;

/* Finds the sentences of eight words and more that name somebody in the story
 * and stand elsewhere too, regardless of ASCII case and of marks. Finds none
 * where the corpus counts copies. False when memory runs out. */
bool ent_i_find_repeats(ent_i_repeats *out, const ent_corpus *corpus);
void ent_i_repeats_free(ent_i_repeats *repeats);

/* The repeated sentences of an article, in order; *n is how many. */
const ent_i_repeat *ent_i_repeats_in(const ent_i_repeats *repeats,
                                     uint32_t article, size_t *n);
/* The other articles that say what the sentence says, in order: near-copies of
 * its article, and those with the same sentence. Writes the first `room` of
 * them to out, which may then be NULL, and returns how many there are. */
size_t ent_i_said_elsewhere(const ent_i_repeats *repeats,
                            const ent_corpus *corpus, uint32_t article,
                            uint32_t sentence, uint32_t *out, size_t room);

#endif
