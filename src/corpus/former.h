/* Who the actors were in an earlier resolve of some of these articles, as a
 * store remembers it, so that ids and labels stay as articles come. */
#ifndef ENTENTE_CORPUS_FORMER_H
#define ENTENTE_CORPUS_FORMER_H

#include "corpus/corpus.h"

/* What the actors of this resolve have names to compare by. */
typedef struct ent_i_draft_name {
    const char *label;
    uint8_t type;    /* an ent_type */
    uint32_t former; /* receives an index in corpus->former, or ENT_NONE */
} ent_i_draft_name;

/* Finds the former actor of each draft: the one with which it shares the most
 * mentions, and of what is left the one of its name. Each has one at most.
 * Until then an assignment's actor is the draft. False when memory runs out. */
bool ent_i_match_former(const ent_corpus *corpus, ent_i_draft_name *drafts,
                        size_t n);

#endif
