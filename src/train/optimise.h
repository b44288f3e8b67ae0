/* Learns the weights of a chain from examples. */
#ifndef ENTENTE_TRAIN_OPTIMISE_H
#define ENTENTE_TRAIN_OPTIMISE_H

#include "train/examples.h"

typedef float ent_i_row[ENT_I_WEIGHTS];

typedef struct ent_i_weights {
    ent_i_row *rows; /* of each feature */
    size_t n;
    ent_i_steps steps;
} ent_i_weights;

typedef struct ent_i_optimise_options {
    unsigned rounds; /* over all examples */
    float rate;      /* of learning */
    float decay;     /* of the weights, each round */
    float drop;      /* share of features left out of each step */
    uint64_t seed;
    unsigned fold; /* whose articles are left out; ENT_I_FOLDS: none */
    size_t sure;   /* first stretch that only the earlier rounds learn from */
} ent_i_optimise_options;

/* Learns by stochastic gradient descent with a rate for each feature (AdaGrad;
 * Duchi, Hazan and Singer 2011) and takes the mean of the later half of the
 * rounds. False when memory is out. */
bool ent_i_optimise(ent_i_weights *weights, const ent_i_examples *examples,
                    size_t features, const ent_i_optimise_options *options);
/* Moves the weights towards others of the same features: by 0 not at all, by 1
 * all the way. */
void ent_i_weights_near(ent_i_weights *weights, const ent_i_weights *other,
                        float share);
void ent_i_weights_free(ent_i_weights *weights);

/* Fills the scores of a stretch from its features. */
void ent_i_weights_score(const ent_i_weights *weights,
                         const ent_i_examples *examples,
                         const ent_i_stretch *stretch, ent_i_link *links);

#endif
