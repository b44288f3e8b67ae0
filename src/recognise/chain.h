/* The linear-chain conditional random field over name labels (Lafferty,
 * McCallum and Pereira 2001): the best path, the marginals and the expectations
 * for the gradient. It knows nothing about words or features. */
#ifndef ENTENTE_RECOGNISE_CHAIN_H
#define ENTENTE_RECOGNISE_CHAIN_H

#include <stddef.h>
#include <stdint.h>

/* Labels: 0 is outside; 1 + 4 * type + part for the tokens of a name, where the
 * parts are begin, inside, end and single. */
enum {
    ENT_I_PARTS = 4,
    ENT_I_BEGIN = 0,
    ENT_I_INSIDE = 1,
    ENT_I_END = 2,
    ENT_I_SINGLE = 3,
    ENT_I_OUTSIDE = 0,
    ENT_I_LABELS = 17,
    /* Outside always scores 0, so a feature has weights for 16 labels. */
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
/* Whether `to` may follow `from`: a name that has begun goes on until its
 * end. */
int ent_i_label_follows(unsigned from, unsigned to);

/* A third of the steps are allowed: those from a closed label (outside, the end
 * of a name, a single token) to an opening one (outside, the begin of a name, a
 * single token), and those within a name, from its begin or inside to its
 * inside or end. The first are kept as a matrix, rounded up to whole vectors,
 * the others by type, so that no time goes into what can't be. */
enum { ENT_I_CLOSED = 9, ENT_I_CLOSED_ROOM = 12 };

typedef struct ent_i_allowed {
    float apart[ENT_I_CLOSED][ENT_I_CLOSED_ROOM]; /* closed, opening */
    float back[ENT_I_CLOSED][ENT_I_CLOSED_ROOM];  /* the same by opening */
    float within[2][2][4]; /* begin or inside, inside or end, type */
} ent_i_allowed;

/* The score of each step from one label to the next. A chain begins after an
 * outside token and ends before one. Forbidden steps don't count. */
typedef struct ent_i_steps {
    float score[ENT_I_LABELS][ENT_I_LABELS];
    ent_i_allowed allowed; /* score */
    ent_i_allowed factor;  /* exp(score) */
} ent_i_steps;

/* Fills the rest from score. */
void ent_i_steps_prepare(ent_i_steps *steps);
/* The same for one step, which must be allowed. */
void ent_i_steps_prepare_one(ent_i_steps *steps, unsigned from, unsigned to);

/* ENT_I_LABELS rounded up to whole vectors. */
enum { ENT_I_LABEL_ROOM = 20 };

/* What is computed for one token of a chain; start from {0}. */
typedef struct ent_i_link {
    float score[ENT_I_LABELS];       /* input: of each label; [0] is 0 */
    float forward[ENT_I_LABEL_ROOM]; /* scaled to sum 1 */
    float marginal[ENT_I_LABEL_ROOM];
    float emit[ENT_I_LABEL_ROOM]; /* exp(score - the highest) */
    float scale;                  /* what forward was divided by */
    uint8_t from[ENT_I_LABELS];   /* the best label before this one */
    uint8_t best;                 /* output: label on the best path */
} ent_i_link;

/* What is kept of a token when its chain is done: a fifth of a link, since a
 * long article has millions of tokens. */
typedef struct ent_i_verdict {
    float marginal[ENT_I_LABELS];
    uint8_t best; /* the label with the highest; the first of equal ones */
} ent_i_verdict;

/* Fills in the best label. */
void ent_i_verdict_choose(ent_i_verdict *verdict);

/* Keeps the marginals of the n links in out. */
void ent_i_chain_keep(const ent_i_link *chain, size_t n, ent_i_verdict *out);

/* The probability that the token is part of a name of this type. */
static inline float ent_i_verdict_type(const ent_i_verdict *verdict,
                                       unsigned type)
{
    float p = 0.0f;
    for (unsigned part = 0; part < ENT_I_PARTS; part++)
        p += verdict->marginal[ent_i_label(type, part)];
    return p;
}

/* Finds the best path: fills best. To be called before the marginals are
 * computed, since it uses their room. */
void ent_i_chain_best(ent_i_link *chain, size_t n, const ent_i_steps *steps);

/* Computes the marginal probabilities: fills marginal, and adds to `expected`
 * (which may be NULL) how often each step is taken. */
void ent_i_chain_marginals(ent_i_link *chain, size_t n,
                           const ent_i_steps *steps,
                           float expected[ENT_I_LABELS][ENT_I_LABELS]);

#endif
