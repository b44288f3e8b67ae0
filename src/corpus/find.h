/* The actor that a user's words mean. */
#ifndef ENTENTE_CORPUS_FIND_H
#define ENTENTE_CORPUS_FIND_H

#include "corpus/corpus.h"

/* As ent_corpus_find_actor, among those who are somewhere in particular.
 * mentions: by actor, how often each is named there, 0: is not there; NULL:
 * everybody, in the whole corpus. Where nobody there bears the name, the whole
 * corpus is asked. */
ent_status ent_i_find_actor(const ent_corpus *corpus, const uint32_t *mentions,
                            const char *name, uint32_t *out, ent_remark *remark,
                            ent_error *error);

#endif
