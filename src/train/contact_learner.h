/* Learns the weights of the model of contacts from examples. */
#ifndef ENTENTE_TRAIN_CONTACT_LEARNER_H
#define ENTENTE_TRAIN_CONTACT_LEARNER_H

#include "train/contact_labels.h"
#include "train/examples.h"

/* A pair at two places with what is said about it. */
typedef struct ent_i_contact_example {
    size_t end; /* of its features */
    ent_i_contact_label label;
    uint32_t article; /* counted from 0 */
    bool again;       /* the pair of the example before, at other places */
} ent_i_contact_example;

/* Start from {0}. */
typedef struct ent_i_contact_examples {
    ENT_I_VEC(ent_i_contact_example) items;
    ENT_I_VEC(uint32_t) features; /* numbers, one example after another */
    ent_i_numbering numbering;
    uint32_t articles;
} ent_i_contact_examples;

/* The weights of one feature. */
typedef struct ent_i_contact_feature {
    float of[ENT_I_CONTACT_ROW];
} ent_i_contact_feature;

typedef struct ent_i_contact_weights {
    ent_i_contact_feature *features; /* as many as are numbered */
    ent_i_contact_layer layer;
} ent_i_contact_weights;

typedef struct ent_i_contact_learning {
    unsigned rounds;
    uint64_t seed;
    unsigned folds; /* 0: learn from all articles */
    unsigned fold;  /* else not from this part of them */
} ent_i_contact_learning;

/* Where the example's features begin. */
static inline size_t ent_i_contact_begin(const ent_i_contact_examples *all,
                                         size_t i)
{
    return i ? all->items.items[i - 1].end : 0;
}

/* The part of the articles that the example belongs to. */
static inline unsigned ent_i_contact_fold(const ent_i_contact_examples *all,
                                          size_t i, unsigned folds)
{
    return all->items.items[i].article % folds;
}

/* Adds a pair with its feature keys; `again` where it is that of the example
 * before. False when memory is out. */
bool ent_i_contact_examples_add(ent_i_contact_examples *all,
                                const uint64_t *keys, size_t n,
                                const ent_i_contact_label *label, bool again);
/* Forgets the features that fewer than `least` examples have. */
bool ent_i_contact_examples_cut(ent_i_contact_examples *all, unsigned least);
void ent_i_contact_examples_free(ent_i_contact_examples *all);

/* Learns by adaptive gradients (Duchi, Hazan and Singer 2011), with decaying
 * weights and features dropped at random (Srivastava et al. 2014), and takes
 * the mean of several runs and of the last half of their rounds. A sentence
 * says of a pair, not of two places, whether it is in contact: what is learned
 * from are the places that show it most so far (multiple-instance learning;
 * Andrews, Tsochantaridis and Hofmann 2003). Free the weights in either case;
 * false when memory is out. */
bool ent_i_contact_learn(ent_i_contact_weights *out,
                         const ent_i_contact_examples *all,
                         const ent_i_contact_learning *how);
void ent_i_contact_weights_free(ent_i_contact_weights *weights);

/* What the weights say of the pair that example i begins, at the places where
 * they find a contact most probable. */
ent_i_odds ent_i_contact_apply(const ent_i_contact_examples *all,
                               const ent_i_contact_weights *weights, size_t i);

#endif
