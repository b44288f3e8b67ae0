/* The distinct words of the texts read, each with a number. A text repeats its
 * words, so each stage works out only once what it wants to know about a
 * word. */
#ifndef ENTENTE_TEXT_WORDBOOK_H
#define ENTENTE_TEXT_WORDBOOK_H

#include "core/map.h"
#include "core/vec.h"
#include "lexicon/lexicon.h"

/* A word or mark as it is written. */
typedef struct ent_i_word {
    const char *bytes;          /* NUL-terminated */
    const ent_i_lexeme *lexeme; /* its entry in the lexicon; never NULL */
    const ent_i_lexeme *title;  /* as ent_i_title_find says; or NULL */
    uint32_t size;
    uint16_t cue; /* the first of the cues that begin with it; or
                     ENT_I_NO_CUE */
    uint8_t kind; /* an ent_i_token_kind */
} ent_i_word;

/* Start from {0}; word 0 stands for "no word there". */
typedef struct ent_i_wordbook {
    ent_i_keymap index; /* hash of bytes and kind -> word */
    ENT_I_VEC(ent_i_word) words;
    ent_i_arena letters;
    const ent_i_lexicon *lexicon; /* where the lexemes are from */
    uint64_t edition; /* differs between books, and before and after a book is
                         emptied */
} ent_i_wordbook;

/* The key under which the word is found. Its place is fetched into the cache:
 * ask for the keys of some words before finding the first. */
uint64_t ent_i_wordbook_key(const ent_i_wordbook *book, const char *bytes,
                            size_t size, uint8_t kind);
/* Finds the word's number; a new word gets one. False when memory is out. */
bool ent_i_wordbook_find(ent_i_wordbook *book, uint64_t key, const char *bytes,
                         size_t size, uint8_t kind, uint32_t *out);
/* Prepares the book for a text in the lexicon's language. Forgets all words if
 * they are from another language or if there are more than `most`. */
void ent_i_wordbook_open(ent_i_wordbook *book, const ent_i_lexicon *lexicon,
                         size_t most);
void ent_i_wordbook_free(ent_i_wordbook *book);

#endif
