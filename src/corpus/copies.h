/* Near-copies: syndicated, reprinted and updated versions of one article. */
#ifndef ENTENTE_CORPUS_COPIES_H
#define ENTENTE_CORPUS_COPIES_H

#include "corpus/corpus.h"

/* Fills corpus->copy_of and copies. The original of a group is its first
 * article by date, then by order; every copy points to it. False when memory
 * runs out. */
bool ent_i_find_copies(ent_corpus *corpus);

/* The hash of the next word before `end`, regardless of ASCII case and marks;
 * *text moves behind it. False when there is none. */
bool ent_i_next_word(const char **text, const char *end, uint64_t *hash);

#endif
