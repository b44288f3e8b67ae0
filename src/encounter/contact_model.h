/* The trained model of contacts: how probable it is that two persons are in
 * contact, of which kind, and whether it took place. It sees the features of
 * pairs.h. Each answer is a sum of the features' own weights and of a small
 * hidden layer, which sees features together (a "wide and deep" model, Cheng et
 * al. 2016). */
#ifndef ENTENTE_ENCOUNTER_CONTACT_MODEL_H
#define ENTENTE_ENCOUNTER_CONTACT_MODEL_H

#include "core/error.h"
#include "core/vec.h"
#include "encounter/pairs.h"

/* What each weight of a feature is for. */
enum {
    ENT_I_REAL,   /* a contact held or planned, against none */
    ENT_I_UNREAL, /* one proposed or denied, against none */
    ENT_I_KIND,   /* one for each kind */
    ENT_I_STANDING = ENT_I_KIND + ENT_KIND_COUNT, /* one for each */
    ENT_I_OUTPUTS = ENT_I_STANDING + ENT_STANDING_COUNT,
    ENT_I_HIDDEN = 16, /* units; their weights follow */
    ENT_I_CONTACT_ROW = ENT_I_OUTPUTS + ENT_I_HIDDEN,
    ENT_I_CONTACT_STEPS = 21 /* of the confidences: 0, 0.05 .. 1 */
};

typedef struct ent_i_contact_row {
    int8_t weight[ENT_I_CONTACT_ROW];
} ent_i_contact_row;

/* What each hidden unit adds to each answer. */
typedef struct ent_i_contact_layer {
    float weight[ENT_I_OUTPUTS][ENT_I_HIDDEN];
} ent_i_contact_layer;

typedef struct ent_i_contact_model {
    const uint16_t *tags; /* 0: empty */
    const ent_i_contact_row *rows;
    uint32_t cap;
    float scale[ENT_I_CONTACT_ROW]; /* a weight is row * scale */
    ent_i_contact_layer layer;
    float threshold; /* the least probability of a contact */
    float calibration[ENT_I_CONTACT_STEPS];
} ent_i_contact_model;

/* Probabilities, 0..1. */
typedef struct ent_i_odds {
    float real;                 /* held or planned */
    float unreal;               /* proposed or denied */
    float kind[ENT_KIND_COUNT]; /* of a contact */
    float standing[ENT_STANDING_COUNT];
} ent_i_odds;

/* Turns sums of weights into probabilities; first cuts the hidden units' sums
 * at 0 and adds them to the answers', in place. */
ent_i_odds ent_i_odds_of(const ent_i_contact_layer *layer,
                         float sums[ENT_I_CONTACT_ROW]);

/* Judges a pair by its features. */
ent_i_odds ent_i_contact_judge(const ent_i_contact_model *model,
                               const uint64_t *keys, size_t n);

/* How often a contact of that probability is right. */
float ent_i_contact_confidence(const ent_i_contact_model *model, float odds);

/* The built-in model; NULL if it is damaged. Any thread may call it. */
const ent_i_contact_model *ent_i_contact_model_default(void);

/* Reads a model from memory, which must be aligned to 8 bytes and outlive the
 * model; name is for messages. ENT_ERR_FORMAT when it is none. */
ent_status ent_i_contact_model_read(ent_i_contact_model *out, const void *bytes,
                                    size_t size, const char *name,
                                    ent_error *error);
/* Appends the model as a file's bytes. False when memory is out. */
bool ent_i_contact_model_write(const ent_i_contact_model *model,
                               ent_i_string *out);

#endif
