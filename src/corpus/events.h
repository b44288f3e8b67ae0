/* Which statements tell of one event: the same people met on the same day, as
 * several sentences, articles and days report it. */
#ifndef ENTENTE_CORPUS_EVENTS_H
#define ENTENTE_CORPUS_EVENTS_H

#include "corpus/statements.h"

/* Collects the encounters of a resolved corpus and brings those of one event
 * together. Teasers and participants whom the user dropped are left out. False
 * when memory runs out. */
bool ent_i_find_events(ent_i_statements *out, const ent_corpus *corpus);
void ent_i_statements_free(ent_i_statements *statements);

/* The event that an encounter of an article tells of, or ENT_NONE. */
uint32_t ent_i_event_of(const ent_i_statements *statements, uint32_t article,
                        uint32_t encounter);

#endif
