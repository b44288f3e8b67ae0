/* What the user's decisions changed. */
#ifndef ENTENTE_CORPUS_EFFECTS_H
#define ENTENTE_CORPUS_EFFECTS_H

#include "corpus/across.h"

/* Adds warnings to the corpus just resolved: about names in the alias file that
 * fit nobody, and about decisions that make no difference. The latter requires
 * resolving again, which is done only if the file contains decisions by the
 * user. False when memory runs out. */
bool ent_i_warn_of_decisions(ent_corpus *corpus,
                             const ent_resolve_options *options);

#endif
