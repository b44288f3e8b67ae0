/* The distinct words of the texts read, each known by a number: a text repeats
 * itself, so what a stage finds out about a word it finds out once. */
#ifndef ENTENTE_TEXT_WORDBOOK_H
#define ENTENTE_TEXT_WORDBOOK_H

#include "core/map.h"
#include "core/vec.h"
#include "lexicon/lexicon.h"

/* A word or mark as it is written. */
typedef struct ent_i_word {
    const char *bytes;          /* NUL-terminated */
    const ent_i_lexeme *lexeme; /* what the lexicon says of it; never NULL */
    uint32_t size;
    uint8_t kind; /* an ent_i_token_kind */
} ent_i_word;

/* Start from {0}; word 0 stands for "no word there". */
typedef struct ent_i_wordbook {
    ent_i_keymap index; /* hash of bytes and kind -> word */
    ENT_I_VEC(ent_i_word) words;
    ent_i_arena letters;
    const ent_i_lexicon *lexicon; /* that the lexemes are from */
    uint64_t edition; /* no two books, nor one before and after it was trimmed,
                         have the same */
} ent_i_wordbook;

/* Finds the word's number, giving it one when it is new. False when memory is
 * out. */
bool ent_i_wordbook_find(ent_i_wordbook *book, const char *bytes, size_t size,
                         uint8_t kind, uint32_t *out);
/* Prepares the book for a text in the lexicon's language. Forgets all words
 * when they are of another language, or more than `most`. */
void ent_i_wordbook_open(ent_i_wordbook *book, const ent_i_lexicon *lexicon,
                         size_t most);
void ent_i_wordbook_free(ent_i_wordbook *book);

#endif
