/* The user's answers, kept in a store, on whether a name is an actor's. */
#ifndef ENTENTE_CORPUS_VERDICTS_H
#define ENTENTE_CORPUS_VERDICTS_H

#include "corpus/across.h"

/* Adds the answers to what the alias file says, as if they stood there. False
 * when memory runs out. */
bool ent_i_take_verdicts(ent_i_resolution *r, const ent_corpus *corpus);

/* Leaves short names open that the user said are not the actor's whom they were
 * given to by other articles; after attaching. An article that itself names the
 * actor knows better, so this is nothing for an alias file. */
void ent_i_keep_verdicts(ent_i_resolution *r, const ent_corpus *corpus);

#endif
