#include "recognise/chain.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

int ent_i_label_follows(unsigned from, unsigned to)
{
    int open =
        from != ENT_I_OUTSIDE && (ent_i_label_part(from) == ENT_I_BEGIN ||
                                  ent_i_label_part(from) == ENT_I_INSIDE);
    int goes_on =
        to != ENT_I_OUTSIDE && (ent_i_label_part(to) == ENT_I_INSIDE ||
                                ent_i_label_part(to) == ENT_I_END);
    if (open && goes_on)
        return ent_i_label_type(from) == ent_i_label_type(to);
    return !open && !goes_on;
}

/* The closed and the opening labels, ascending: sums go over them in the order
 * of labels. */
static const uint8_t closed[ENT_I_CLOSED] = {0, 3, 4, 7, 8, 11, 12, 15, 16};
static const uint8_t opening[ENT_I_CLOSED] = {0, 1, 4, 5, 8, 9, 12, 13, 16};

enum { TYPES = (ENT_I_LABELS - 1) / ENT_I_PARTS };

static unsigned place_of(unsigned label, const uint8_t list[ENT_I_CLOSED])
{
    unsigned k = 0;
    while (k < ENT_I_CLOSED && list[k] != label)
        k++;
    return k;
}

static void set_step(ent_i_allowed *a, unsigned from, unsigned to, float value)
{
    unsigned k = place_of(from, closed), m = place_of(to, opening);
    if (k < ENT_I_CLOSED)
        a->apart[k][m] = a->back[m][k] = value;
    else
        a->within[ent_i_label_part(from) == ENT_I_INSIDE]
                 [ent_i_label_part(to) == ENT_I_END][ent_i_label_type(from)] =
            value;
}

void ent_i_steps_prepare_one(ent_i_steps *steps, unsigned from, unsigned to)
{
    set_step(&steps->allowed, from, to, steps->score[from][to]);
    set_step(&steps->factor, from, to, expf(steps->score[from][to]));
}

void ent_i_steps_prepare(ent_i_steps *steps)
{
    memset(&steps->allowed, 0, sizeof steps->allowed);
    memset(&steps->factor, 0, sizeof steps->factor);
    for (unsigned i = 0; i < ENT_I_LABELS; i++) {
        for (unsigned j = 0; j < ENT_I_LABELS; j++)
            if (ent_i_label_follows(i, j))
                ent_i_steps_prepare_one(steps, i, j);
    }
}

/* ---- the best path ---- */

/* out[to] = the highest before[from] + score[from][to]. */
static void go_best(const ent_i_allowed *a, const float *before, float *out)
{
    float top[ENT_I_CLOSED_ROOM];
    for (unsigned m = 0; m < ENT_I_CLOSED_ROOM; m++)
        top[m] = -INFINITY;
    for (unsigned k = 0; k < ENT_I_CLOSED; k++) {
        for (unsigned m = 0; m < ENT_I_CLOSED_ROOM; m++) {
            float score = before[closed[k]] + a->apart[k][m];
            top[m] = score > top[m] ? score : top[m];
        }
    }
    for (unsigned m = 0; m < ENT_I_CLOSED; m++)
        out[opening[m]] = top[m];
    for (unsigned t = 0; t < TYPES; t++) {
        unsigned begin = ent_i_label(t, ENT_I_BEGIN);
        unsigned inside = ent_i_label(t, ENT_I_INSIDE);
        for (unsigned part = 0; part < 2; part++) {
            float first = before[begin] + a->within[0][part][t];
            float second = before[inside] + a->within[1][part][t];
            out[inside + part] = second > first ? second : first;
        }
    }
}

/* The label that the best path has before `to`; of equal ones the first. */
static uint8_t best_before(const ent_i_steps *steps, const float *before,
                           unsigned to)
{
    uint8_t best = ENT_I_OUTSIDE;
    float top = -INFINITY;
    for (unsigned i = 0; i < ENT_I_LABELS; i++) {
        float score = before[i] + steps->score[i][to];
        if (score > top && ent_i_label_follows(i, to)) {
            top = score;
            best = (uint8_t)i;
        }
    }
    return best;
}

/* Only the scores are kept, in `forward`; the path is found again from them,
 * which is a step per token instead of all of them. */
void ent_i_chain_best(ent_i_link *chain, size_t n, const ent_i_steps *steps)
{
    float none[ENT_I_LABELS];
    const float *before = none;
    for (unsigned j = 0; j < ENT_I_LABELS; j++)
        none[j] = j == ENT_I_OUTSIDE ? 0.0f : -INFINITY;
    for (size_t t = 0; t < n; t++) {
        float *now = chain[t].forward;
        go_best(&steps->allowed, before, now);
        for (unsigned j = 0; j < ENT_I_LABELS; j++)
            now[j] += chain[t].score[j];
        before = now;
    }
    unsigned next = ENT_I_OUTSIDE;
    for (size_t t = n; t-- > 0;)
        next = chain[t].best = best_before(steps, chain[t].forward, next);
}

/* ---- marginals ---- */

/* Sums of floats depend on their order, so they all go over the labels in
 * ascending order, which vectors over other labels keep. */

static void prepare_emit(ent_i_link *link)
{
    float top[ENT_I_PARTS] = {0};
    for (unsigned t = 0; t < TYPES; t++) {
        const float *score = link->score + ent_i_label(t, 0);
        for (unsigned k = 0; k < ENT_I_PARTS; k++)
            top[k] = score[k] > top[k] ? score[k] : top[k];
    }
    float highest = link->score[0];
    for (unsigned k = 0; k < ENT_I_PARTS; k++)
        highest = top[k] > highest ? top[k] : highest;
    for (unsigned j = 0; j < ENT_I_LABELS; j++)
        link->emit[j] = expf(link->score[j] - highest);
    for (unsigned j = ENT_I_LABELS; j < ENT_I_LABEL_ROOM; j++)
        link->emit[j] = 0.0f;
}

/* out[to] = the sum of before[from] * factor[from][to]. */
static void go_forward(const ent_i_allowed *a, const float *before, float *out)
{
    float sum[ENT_I_CLOSED_ROOM] = {0};
    for (unsigned k = 0; k < ENT_I_CLOSED; k++) {
        for (unsigned m = 0; m < ENT_I_CLOSED_ROOM; m++)
            sum[m] += before[closed[k]] * a->apart[k][m];
    }
    for (unsigned m = 0; m < ENT_I_CLOSED; m++)
        out[opening[m]] = sum[m];
    for (unsigned t = 0; t < TYPES; t++) {
        unsigned begin = ent_i_label(t, ENT_I_BEGIN);
        unsigned inside = ent_i_label(t, ENT_I_INSIDE);
        for (unsigned part = 0; part < 2; part++)
            out[inside + part] = before[begin] * a->within[0][part][t] +
                                 before[inside] * a->within[1][part][t];
    }
}

/* out[from] = the sum of factor[from][to] * ahead[to]. */
static void go_back(const ent_i_allowed *a, const float *ahead, float *out)
{
    float sum[ENT_I_CLOSED_ROOM] = {0};
    for (unsigned m = 0; m < ENT_I_CLOSED; m++) {
        for (unsigned k = 0; k < ENT_I_CLOSED_ROOM; k++)
            sum[k] += a->back[m][k] * ahead[opening[m]];
    }
    for (unsigned k = 0; k < ENT_I_CLOSED; k++)
        out[closed[k]] = sum[k];
    for (unsigned t = 0; t < TYPES; t++) {
        unsigned begin = ent_i_label(t, ENT_I_BEGIN);
        unsigned inside = ent_i_label(t, ENT_I_INSIDE);
        for (unsigned part = 0; part < 2; part++)
            out[begin + part] = a->within[part][0][t] * ahead[inside] +
                                a->within[part][1][t] * ahead[inside + 1];
    }
}

/* out = a * b, scaled to sum 1; returns the sum. */
static float multiply(float *restrict out, const float *restrict a,
                      const float *restrict b)
{
    float sum = 1e-30f;
    for (unsigned j = 0; j < ENT_I_LABEL_ROOM; j++)
        out[j] = a[j] * b[j];
    for (unsigned j = 0; j < ENT_I_LABELS; j++)
        sum += out[j];
    for (unsigned j = 0; j < ENT_I_LABEL_ROOM; j++)
        out[j] /= sum;
    return sum;
}

/* What comes before the first token: an outside one. */
static const float start[ENT_I_LABELS] = {1.0f};

static void forward(ent_i_link *chain, size_t n, const ent_i_steps *steps)
{
    const float *before = start;
    for (size_t t = 0; t < n; t++) {
        float reached[ENT_I_LABEL_ROOM] = {0};
        prepare_emit(&chain[t]);
        go_forward(&steps->factor, before, reached);
        chain[t].scale = multiply(chain[t].forward, reached, chain[t].emit);
        before = chain[t].forward;
    }
}

static float factor_of(const ent_i_allowed *a, unsigned from, unsigned to)
{
    unsigned k = place_of(from, closed);
    return k < ENT_I_CLOSED ? a->apart[k][place_of(to, opening)]
                            : a->within[ent_i_label_part(from) == ENT_I_INSIDE]
                                       [ent_i_label_part(to) == ENT_I_END]
                                       [ent_i_label_type(from)];
}

/* Adds how often each step into a token is taken. */
static void expect(float expected[ENT_I_LABELS][ENT_I_LABELS],
                   const ent_i_steps *steps, const float *before, float scale,
                   const float *ahead)
{
    float to_scale = (float)(1.0 / (double)scale);
    for (unsigned i = 0; i < ENT_I_LABELS; i++) {
        for (unsigned j = 0; j < ENT_I_LABELS; j++) {
            if (!ent_i_label_follows(i, j))
                continue;
            float part = factor_of(&steps->factor, i, j) * ahead[j];
            expected[i][j] += before[i] * part * to_scale;
        }
    }
}

void ent_i_chain_marginals(ent_i_link *chain, size_t n,
                           const ent_i_steps *steps,
                           float expected[ENT_I_LABELS][ENT_I_LABELS])
{
    float backward[ENT_I_LABEL_ROOM] = {0}, ahead[ENT_I_LABEL_ROOM];
    forward(chain, n, steps);
    for (unsigned k = 0; k < ENT_I_CLOSED; k++)
        backward[closed[k]] = steps->factor.apart[k][0];
    for (size_t t = n; t-- > 0;) {
        ent_i_link *link = &chain[t];
        float sum = multiply(link->marginal, link->forward, backward);
        /* Scaled like the forward values, so that neither can overflow. */
        for (unsigned j = 0; j < ENT_I_LABEL_ROOM; j++)
            ahead[j] = backward[j] * link->emit[j] / sum;
        if (expected)
            expect(expected, steps, t ? chain[t - 1].forward : start,
                   link->scale, ahead);
        go_back(&steps->factor, ahead, backward);
    }
    for (unsigned j = 0; expected && n && j < ENT_I_LABELS; j++)
        expected[j][ENT_I_OUTSIDE] += chain[n - 1].marginal[j];
}

void ent_i_verdict_choose(ent_i_verdict *verdict)
{
    unsigned best = 0;
    for (unsigned k = 1; k < ENT_I_LABELS; k++) {
        if (verdict->marginal[k] > verdict->marginal[best])
            best = k;
    }
    verdict->best = (uint8_t)best;
}

void ent_i_chain_keep(const ent_i_link *chain, size_t n, ent_i_verdict *out)
{
    for (size_t t = 0; t < n; t++) {
        memcpy(out[t].marginal, chain[t].marginal, sizeof out[t].marginal);
        ent_i_verdict_choose(&out[t]);
    }
}
