/* How often what a model says with some probability is right. */
#ifndef ENTENTE_TRAIN_RELIABILITY_H
#define ENTENTE_TRAIN_RELIABILITY_H

enum { ENT_I_RELIABILITY_STEPS = 21 }; /* probabilities 0, 0.05 .. 1 */

typedef struct ent_i_reliability {
    double right[ENT_I_RELIABILITY_STEPS];
    double found[ENT_I_RELIABILITY_STEPS];
} ent_i_reliability;

/* Begins with a little that agrees with the probabilities, which prevails where
 * little is found. */
void ent_i_reliability_begin(ent_i_reliability *r);
/* Counts something found with the probability; right is 0..1. */
void ent_i_reliability_add(ent_i_reliability *r, float probability,
                           double right);
/* The share that is right at each step, which never falls (isotonic regression
 * by pooling; Ayer et al. 1955). Uses up what was counted. */
void ent_i_reliability_shares(ent_i_reliability *r,
                              float out[ENT_I_RELIABILITY_STEPS]);

#endif
