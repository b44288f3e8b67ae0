/* Persons in annotated sentences are compared by the last words of their
 * names. */
#ifndef ENTENTE_EVALUATE_LAST_WORD_H
#define ENTENTE_EVALUATE_LAST_WORD_H

#include <unicode/ucasemap.h>

#include "core/memory.h"

/* The last word of the name in lower case, without possessives or surrounding
 * periods and commas, kept in the arena; NULL when memory is out. */
const char *ent_i_last_word(UCaseMap *lower, ent_i_arena *arena,
                            const char *name, size_t size);

#endif
