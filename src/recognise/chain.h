/* The linear-chain conditional random field over name labels (Lafferty,
 * McCallum and Pereira 2001): best path, marginals and the gradient's
 * expectations. Knows nothing of words or features. */
#ifndef ENTENTE_RECOGNISE_CHAIN_H
#define ENTENTE_RECOGNISE_CHAIN_H

#include <stddef.h>
#include <stdint.h>

/* Labels: 0 is outside; 1 + 4 * type + part for the tokens of a name, parts
 * being begin, inside, end and single. */
enum {
    ENT_I_PARTS = 4,
    ENT_I_BEGIN = 0,
    ENT_I_INSIDE = 1,
    ENT_I_END = 2,
    ENT_I_SINGLE = 3,
    ENT_I_OUTSIDE = 0,
    ENT_I_LABELS = 17,
    /* Outside scores 0 by definition, so a feature weighs 16 labels. */
    ENT_I_WEIGHTS = ENT_I_LABELS - 1
};

static inline unsigned ent_i_label(unsigned type, unsigned part)
{
    return 1 + ENT_I_PARTS * type + part;
}
static inline unsigned ent_i_label_type(unsigned label)
{
    return (label - 1) / ENT_I_PARTS;
}
static inline unsigned ent_i_label_part(unsigned label)
{
    return (label - 1) % ENT_I_PARTS;
}
/* Whether `to` may follow `from`: a begun name goes on until its end. */
int ent_i_label_follows(unsigned from, unsigned to);

/* Scores of one label after another. A chain begins after and ends before an
 * outside token. Forbidden steps have no say. */
typedef struct ent_i_steps {
    float score[ENT_I_LABELS][ENT_I_LABELS];
    float factor[ENT_I_LABELS][ENT_I_LABELS]; /* exp(score), 0: forbidden */
} ent_i_steps;

/* Fills factor from score. */
void ent_i_steps_prepare(ent_i_steps *steps);

/* Room for one token of a chain, while the chain is at hand. */
typedef struct ent_i_link {
    float score[ENT_I_LABELS];   /* in: of each label, [0] is 0 */
    float forward[ENT_I_LABELS]; /* scaled to sum 1 */
    float marginal[ENT_I_LABELS];
    float emit[ENT_I_LABELS]; /* exp(score - highest) */
    double scale;             /* what forward was divided by */
    float highest;
    uint8_t from[ENT_I_LABELS]; /* best label before, of the best path */
    uint8_t best;               /* out: label on the best path */
} ent_i_link;

/* What is kept of a token when its chain is done: a fifth of a link, as a
 * long article has millions of them. */
typedef struct ent_i_verdict {
    float marginal[ENT_I_LABELS];
} ent_i_verdict;

/* Keeps the marginals of the n links. */
void ent_i_chain_keep(const ent_i_link *chain, size_t n, ent_i_verdict *out);

/* Probability that the token is part of a name of this type. */
static inline float ent_i_verdict_type(const ent_i_verdict *verdict,
                                       unsigned type)
{
    float p = 0.0f;
    for (unsigned part = 0; part < ENT_I_PARTS; part++)
        p += verdict->marginal[ent_i_label(type, part)];
    return p;
}

/* Best path: fills best. */
void ent_i_chain_best(ent_i_link *chain, size_t n, const ent_i_steps *steps);

/* Marginal probabilities: fills marginal; adds to `expected` (NULL is allowed)
 * how often each step is taken. Returns the logarithm of the partition sum. */
double ent_i_chain_marginals(ent_i_link *chain, size_t n,
                             const ent_i_steps *steps,
                             float expected[ENT_I_LABELS][ENT_I_LABELS]);

#endif
