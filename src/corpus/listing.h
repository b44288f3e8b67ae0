/* Names in a file of the user's, for a warning. */
#ifndef ENTENTE_CORPUS_LISTING_H
#define ENTENTE_CORPUS_LISTING_H

#include "corpus/across.h"

/* Start from {.ok = true}. */
typedef struct ent_i_listing {
    ent_i_string text;
    ent_i_strmap names; /* those that it has */
    size_t n;
    bool ok; /* false: memory is out */
} ent_i_listing;

/* other is NULL, or the second name of a pair; a name stands there once. */
void ent_i_listing_add(ent_i_listing *list, const char *name,
                       const char *other);
/* Adds "FILE: 3 WHAT: NAMES" to the corpus's warnings, with the words for one
 * or for several, unless the list is empty; frees the list. False when memory
 * is out. */
bool ent_i_listing_warn(ent_corpus *corpus, const char *path,
                        ent_i_listing *list, const char *one,
                        const char *several);

#endif
