/* Finds the actor that a user means. */
#ifndef ENTENTE_CORPUS_FIND_H
#define ENTENTE_CORPUS_FIND_H

#include "corpus/corpus.h"

/* Like ent_corpus_find_actor, but limited to the actors in some part of the
 * corpus. mentions[actor] says how often each is named there, 0 if not at all;
 * NULL means the whole corpus. If nobody there has the name, the whole corpus
 * is searched. */
ent_status ent_i_find_actor(const ent_corpus *corpus, const uint32_t *mentions,
                            const char *name, uint32_t *out, ent_remark *remark,
                            ent_error *error);

#endif
