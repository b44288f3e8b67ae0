/* How far the tagger's probabilities can be believed. */
#ifndef ENTENTE_TRAIN_CALIBRATE_H
#define ENTENTE_TRAIN_CALIBRATE_H

#include "recognise/model.h"

/* Fills the model's calibration from annotated inputs that it was not trained
 * on; without inputs its probabilities stay as they are. */
ent_status ent_i_calibrate(ent_i_model *model, const char *const *inputs,
                           size_t count, ent_error *error);

#endif
