/* The trained model: one file, read in place and shared by all threads. */
#ifndef ENTENTE_RECOGNISE_MODEL_H
#define ENTENTE_RECOGNISE_MODEL_H

#include "core/error.h"
#include "core/slots.h"
#include "core/vec.h"
#include "recognise/chain.h"
#include "recognise/gazetteer.h"

enum {
    ENT_I_STAGES = 2,
    ENT_I_ROW = ENT_I_STAGES * ENT_I_WEIGHTS,
    ENT_I_CALIBRATION = 21
};

/* A feature's weights in both stages, which look it up together. */
typedef struct ent_i_row8 {
    int8_t weight[ENT_I_ROW]; /* stage after stage */
} ent_i_row8;

/* Feature weights in eight bits, in the slots of their features' keys. */
typedef struct ent_i_table {
    const uint16_t *tags; /* 0: empty */
    const ent_i_row8 *rows;
    uint32_t cap;
} ent_i_table;

typedef struct ent_i_model {
    ent_i_gazetteer gazetteer;
    ent_i_table table;
    float scale[ENT_I_STAGES]; /* a weight is row8 * scale */
    ent_i_steps steps[ENT_I_STAGES];
    float calibration[ENT_I_CALIBRATION]; /* of marginals 0, 0.05 .. 1 */
    void *mapping;                        /* NULL: the bytes belong to someone
                                             else */
    size_t mapping_size;
} ent_i_model;

/* Maps the model file, or uses the built-in one when path is NULL. Fails with
 * ENT_ERR_NOT_FOUND, ENT_ERR_IO, or ENT_ERR_FORMAT for a file that is not a
 * model, has another version, is cut short or damaged. */
ent_status ent_i_model_open(ent_i_model *out, const char *path,
                            ent_error *error);
/* Reads a model from memory, which must be aligned to 8 bytes and outlive the
 * model; name is for messages. */
ent_status ent_i_model_read(ent_i_model *out, const void *bytes, size_t size,
                            const char *name, ent_error *error);
void ent_i_model_close(ent_i_model *model);

/* Appends the model as a file's bytes. False when memory is out. */
bool ent_i_model_write(const ent_i_model *model, ent_i_string *out);

/* Has the places of the n features fetched into the cache, to be added soon. */
void ent_i_table_prefetch(const ent_i_table *table, const uint64_t *keys,
                          size_t n);

/* Adds the weights of the n features to the sums; a feature that the table
 * doesn't have weighs nothing. */
void ent_i_table_add(const ent_i_table *table, const uint64_t *keys, size_t n,
                     int16_t sum[ENT_I_ROW]);

/* The probability that a mention is right, given the tagger's own estimate. */
float ent_i_model_confidence(const ent_i_model *model, float marginal);

#endif
