/* What is known about a word by itself, wherever it stands: its forms, shape,
 * affixes and gazetteer entry. Computed once for each distinct word and kept,
 * since a text repeats its words. */
#ifndef ENTENTE_RECOGNISE_TRAITS_H
#define ENTENTE_RECOGNISE_TRAITS_H

#include <stdbool.h>
#include <stdint.h>

#include "recognise/gazetteer.h"
#include "text/text.h"

enum {
    ENT_I_AFFIXES = 8, /* prefixes of 1..4 letters, suffixes of 1..4 */
    ENT_I_GRAMS = 10,
    ENT_I_POSITIONS = 5, /* words before, at and after the token: -2..2 */
    ENT_I_MAX_ATOMS = 48 /* features of a word at one position */
};

/* What a word means to the search for places where names can stand. */
enum {
    ENT_I_MARK_CAPITAL = 1, /* a name may stand here */
    ENT_I_MARK_COMMON = 2,  /* such as "The": capitalised only at the start */
    ENT_I_MARK_SMALL = 4,   /* such as "of": may join two parts of a name */
    ENT_I_MARK_HYPHEN = 8,
    ENT_I_MARK_BAR = 16,  /* lower case, never seen in a name: ends every
                             name */
    ENT_I_MARK_OPEN = 32, /* brackets and quotation marks */
    ENT_I_MARK_CLOSE = 64,
    ENT_I_MARK_QUOTE = 128
};

typedef struct ent_i_traits {
    /* What features with other words use stands together, so that it comes
     * from memory as one. */
    uint64_t lower;                /* hash of its lower-case form */
    uint64_t shape;                /* hash of its shape, such as Xx or d */
    ent_i_entry entry;             /* from the gazetteer, of the word as written
                                      or the nearest form it knows */
    uint8_t marks;                 /* ENT_I_MARK_... */
    uint8_t kind;                  /* an ent_i_token_kind */
    bool known;                    /* the gazetteer has it */
    bool capital;                  /* has an upper-case letter */
    uint64_t exact;                /* hash of the word as written */
    uint64_t affix[ENT_I_AFFIXES]; /* 0: the word is too short */
    uint64_t gram[ENT_I_GRAMS];    /* three letters each; 0: none */
} ent_i_traits;

/* Fills word from the bytes of a token. */
void ent_i_traits_read(ent_i_traits *word, const ent_i_gazetteer *gazetteer,
                       const char *bytes, size_t size, uint8_t kind);

/* The entry that the traits would have, alone: that of the word as written or
 * of the nearest form the gazetteer knows; NULL when it knows none. */
const ent_i_entry *ent_i_traits_entry(const ent_i_gazetteer *gazetteer,
                                      const char *bytes, size_t size,
                                      uint8_t kind);

/* The word's features for the token it is `position` tokens away from (-2..2):
 * writes at most ENT_I_MAX_ATOMS feature keys and returns how many. word may be
 * NULL beyond the end of the sentence. */
size_t ent_i_traits_atoms(const ent_i_traits *word, int position,
                          uint64_t *out);

/* Mixes two keys into one. */
static inline uint64_t ent_i_mix(uint64_t a, uint64_t b)
{
    uint64_t x = a ^ (b * 0x9E3779B97F4A7C15u);
    x = (x ^ (x >> 31)) * 0xD6E8FEB86659FD93u;
    return x ^ (x >> 29);
}

#endif
