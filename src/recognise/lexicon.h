/* The model's word list: for each word, learnt from unannotated text and name
 * lists, the classes it belongs to. */
#ifndef ENTENTE_RECOGNISE_LEXICON_H
#define ENTENTE_RECOGNISE_LEXICON_H

#include <stddef.h>
#include <stdint.h>

enum { ENT_I_CLUSTERINGS = 3, ENT_I_SILVER = 4 };

/* As it stands in the model file; sorted by key. */
typedef struct ent_i_entry {
    uint32_t key;                        /* upper half of the word's hash */
    uint16_t cluster[ENT_I_CLUSTERINGS]; /* 0: none; coarse to fine */
    uint8_t caps;                        /* how often capitalised, 0: unknown */
    uint8_t lists;                       /* bit set of the name lists */
    uint8_t silver[ENT_I_SILVER];        /* how often a name of each type */
} ent_i_entry;

typedef struct ent_i_lexicon {
    const ent_i_entry *entries;
    size_t n;
} ent_i_lexicon;

/* The entry of the word with this hash, or NULL. */
const ent_i_entry *ent_i_lexicon_find(const ent_i_lexicon *lexicon,
                                      uint64_t hash);

#endif
