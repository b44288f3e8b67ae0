/* Packs learnt weights into the form they have in the model. */
#ifndef ENTENTE_TRAIN_PACK_H
#define ENTENTE_TRAIN_PACK_H

#include "recognise/model.h"
#include "train/optimise.h"

/* What a stage has learnt, with the keys of its features. Start from {0}. */
typedef struct ent_i_learnt {
    ent_i_weights weights;
    ent_i_numbering numbering;
} ent_i_learnt;

void ent_i_learnt_free(ent_i_learnt *learnt);

/* Memory for a table, which the caller frees. Start from {0}. */
typedef struct ent_i_packed {
    uint16_t *tags;
    ent_i_row8 *rows;
} ent_i_packed;

/* Packs the stages, except one without features: keeps the `most` features with
 * the largest weights, in eight bits, and points the model at them. What `out`
 * held before is freed. False when memory is out. */
bool ent_i_pack(ent_i_packed *out, ent_i_model *model,
                const ent_i_learnt learnt[ENT_I_STAGES], size_t most);
void ent_i_packed_free(ent_i_packed *packed);

#endif
