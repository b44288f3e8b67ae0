/* What came of the user's decisions. */
#ifndef ENTENTE_CORPUS_EFFECTS_H
#define ENTENTE_CORPUS_EFFECTS_H

#include "corpus/across.h"

/* Warns, in the corpus just resolved, of names in the alias file that fit
 * nobody and of decisions without which everything were the same. The latter
 * takes another resolution, made only if the file has decisions of a user's.
 * False when memory is out. */
bool ent_i_warn_of_decisions(ent_corpus *corpus,
                             const ent_resolve_options *options);

#endif
