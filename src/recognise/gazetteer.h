/* The model's word list: the classes that each word belongs to, learnt from
 * unannotated text and name lists. */
#ifndef ENTENTE_RECOGNISE_GAZETTEER_H
#define ENTENTE_RECOGNISE_GAZETTEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lexicon/lexicon.h"

enum {
    ENT_I_CLUSTERINGS = 3, /* of 63, 255 and 1023 clusters */
    ENT_I_SILVER = 4       /* types of name */
};

/* The layout is that of the model file; entries are sorted by key. */
typedef struct ent_i_entry {
    uint32_t key;      /* upper half of the word's hash */
    uint16_t fine;     /* number in the finest clustering, from 1; 0: none */
    uint8_t coarse;    /* in the coarsest */
    uint8_t middle;    /* in the middle one */
    uint8_t silver[2]; /* four bits for each type: how often the tagger, on
                          plain text, found the word in a name of that type */
    uint8_t caps;      /* how often it has a capital, 1..7; 0: unknown */
    uint8_t lists;     /* bit set of the name lists that have it; the last bit:
                          lower case, but seen within names */
} ent_i_entry;

enum { ENT_I_LIST_WITHIN = 128 };

typedef struct ent_i_gazetteer {
    const ent_i_entry *entries;
    size_t n;
    bool observed; /* some word has silver */
    /* What stands for a country that has no entry, and for its adjective; NULL:
     * nothing does. */
    const ent_i_entry *country[2];
} ent_i_gazetteer;

/* Sets `observed` from the entries. */
void ent_i_gazetteer_prepare(ent_i_gazetteer *gazetteer);

/* The entry of the word with this hash, or NULL. */
const ent_i_entry *ent_i_gazetteer_find(const ent_i_gazetteer *gazetteer,
                                        uint64_t hash);

/* Which of `country` stands for a name. */
static inline unsigned ent_i_country_entry(const ent_i_naming_row *name)
{
    return name->what == ENT_I_NAMING_ADJECTIVE;
}
/* The entry to take for a capitalised word that the gazetteer does not know:
 * that of countries or of their adjectives if the lexicon has it as one, else
 * NULL. */
const ent_i_entry *ent_i_gazetteer_country(const ent_i_gazetteer *gazetteer,
                                           const char *bytes, size_t size);

static inline unsigned ent_i_entry_silver(const ent_i_entry *entry,
                                          unsigned type)
{
    return entry->silver[type / 2] >> type % 2 * 4 & 15u;
}

#endif
