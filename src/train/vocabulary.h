/* The words of a body of text in their order, and how often each is
 * capitalised. */
#ifndef ENTENTE_TRAIN_VOCABULARY_H
#define ENTENTE_TRAIN_VOCABULARY_H

#include "core/map.h"
#include "recognise/traits.h"

/* Word 0: a sentence begins or ends. */
enum { ENT_I_BOUNDARY = 0 };

typedef struct ent_i_vocabulary_word {
    uint64_t exact; /* hash, as in ent_i_traits */
    uint32_t count;
    uint32_t cased; /* index of its case counts */
    uint8_t kind;   /* an ent_i_token_kind */
} ent_i_vocabulary_word;

/* How often a word, whatever its case, is capitalised within sentences. */
typedef struct ent_i_case_count {
    uint32_t capital;
    uint32_t small;
} ent_i_case_count;

/* Start from {0}. */
typedef struct ent_i_vocabulary {
    ent_i_keymap seen;  /* hash of bytes and kind -> word */
    ent_i_keymap index; /* exact -> word */
    ent_i_keymap lower; /* lower -> case counts */
    ENT_I_VEC(ent_i_vocabulary_word) words;
    ENT_I_VEC(ent_i_case_count) cases;
    ENT_I_VEC(uint32_t) stream; /* word after word */
} ent_i_vocabulary;

/* Adds the words of an article. False when memory is out. */
bool ent_i_vocabulary_add(ent_i_vocabulary *vocabulary,
                          const ent_article *article, const ent_i_text *text);
void ent_i_vocabulary_free(ent_i_vocabulary *vocabulary);

/* How often the word is capitalised within sentences, in seven steps; 0 when
 * it is too rare to say. */
uint8_t ent_i_vocabulary_caps(const ent_i_vocabulary *vocabulary,
                              uint32_t word);

#endif
