/* Features of a spot beyond those of single words (traits.h): word pairs, the
 * run that it stands in, how the sentence is written and, for the second stage,
 * what the first stage said here and elsewhere in the article. */
#ifndef ENTENTE_RECOGNISE_FEATURES_H
#define ENTENTE_RECOGNISE_FEATURES_H

#include "recognise/reading.h"

enum { ENT_I_MAX_FEATURES = 96 };

/* Writes the feature keys of spot i, at most ENT_I_MAX_FEATURES, and returns
 * how many there are. */
size_t ent_i_joint_features(const ent_i_reading *reading, size_t i,
                            uint64_t *out);

/* The same for the features that only the second stage has; call it after
 * ent_i_reading_recall with the same verdicts. */
size_t ent_i_recall_features(const ent_i_reading *reading, size_t i,
                             const ent_i_verdict *verdicts, uint64_t *out);

#endif
