#include "recognise/chain.h"

#include <math.h>
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

void ent_i_steps_prepare(ent_i_steps *steps)
{
    for (unsigned i = 0; i < ENT_I_LABELS; i++) {
        for (unsigned j = 0; j < ENT_I_LABELS; j++)
            steps->factor[i][j] =
                ent_i_label_follows(i, j) ? expf(steps->score[i][j]) : 0.0f;
    }
}

void ent_i_chain_best(ent_i_link *chain, size_t n, const ent_i_steps *steps)
{
    float before[ENT_I_LABELS], now[ENT_I_LABELS];
    for (unsigned j = 0; j < ENT_I_LABELS; j++)
        before[j] = j == ENT_I_OUTSIDE ? 0.0f : -INFINITY;
    for (size_t t = 0; t < n; t++) {
        for (unsigned j = 0; j < ENT_I_LABELS; j++) {
            now[j] = -INFINITY;
            chain[t].from[j] = 0;
            for (unsigned i = 0; i < ENT_I_LABELS; i++) {
                if (steps->factor[i][j] == 0.0f)
                    continue;
                float score = before[i] + steps->score[i][j];
                if (score > now[j]) {
                    now[j] = score;
                    chain[t].from[j] = (uint8_t)i;
                }
            }
            now[j] += chain[t].score[j];
        }
        memcpy(before, now, sizeof before);
    }
    unsigned best = 0;
    float top = -INFINITY;
    for (unsigned j = 0; j < ENT_I_LABELS; j++) {
        if (steps->factor[j][ENT_I_OUTSIDE] == 0.0f)
            continue;
        float score = before[j] + steps->score[j][ENT_I_OUTSIDE];
        if (score > top) {
            top = score;
            best = j;
        }
    }
    for (size_t t = n; t-- > 0;) {
        chain[t].best = (uint8_t)best;
        best = chain[t].from[best];
    }
}

static void prepare_emit(ent_i_link *link)
{
    link->highest = link->score[0];
    for (unsigned j = 1; j < ENT_I_LABELS; j++) {
        if (link->score[j] > link->highest)
            link->highest = link->score[j];
    }
    for (unsigned j = 0; j < ENT_I_LABELS; j++)
        link->emit[j] = expf(link->score[j] - link->highest);
}

static double forward(ent_i_link *chain, size_t n, const ent_i_steps *steps)
{
    double log_sum = 0.0;
    float start[ENT_I_LABELS] = {1.0f};
    const float *before = start;
    for (size_t t = 0; t < n; t++) {
        ent_i_link *link = &chain[t];
        prepare_emit(link);
        memset(link->forward, 0, sizeof link->forward);
        for (unsigned i = 0; i < ENT_I_LABELS; i++) {
            for (unsigned j = 0; j < ENT_I_LABELS; j++)
                link->forward[j] += before[i] * steps->factor[i][j];
        }
        float sum = 1e-30f;
        for (unsigned j = 0; j < ENT_I_LABELS; j++) {
            link->forward[j] *= link->emit[j];
            sum += link->forward[j];
        }
        for (unsigned j = 0; j < ENT_I_LABELS; j++)
            link->forward[j] /= sum;
        link->scale = sum;
        log_sum += log(link->scale) + link->highest;
        before = link->forward;
    }
    double last = 1e-30;
    for (unsigned j = 0; j < ENT_I_LABELS; j++)
        last += before[j] * steps->factor[j][ENT_I_OUTSIDE];
    return log_sum + log(last);
}

double ent_i_chain_marginals(ent_i_link *chain, size_t n,
                             const ent_i_steps *steps,
                             float expected[ENT_I_LABELS][ENT_I_LABELS])
{
    if (!n)
        return 0.0;
    double log_sum = forward(chain, n, steps);
    float backward[ENT_I_LABELS], ahead[ENT_I_LABELS];
    for (unsigned j = 0; j < ENT_I_LABELS; j++)
        backward[j] = steps->factor[j][ENT_I_OUTSIDE];
    for (size_t t = n; t-- > 0;) {
        ent_i_link *link = &chain[t];
        float sum = 1e-30f;
        for (unsigned j = 0; j < ENT_I_LABELS; j++) {
            link->marginal[j] = link->forward[j] * backward[j];
            sum += link->marginal[j];
        }
        for (unsigned j = 0; j < ENT_I_LABELS; j++) {
            link->marginal[j] /= sum;
            /* Normalised like the forward values, so that neither can
             * overflow. */
            ahead[j] = backward[j] * link->emit[j] / sum;
        }
        static const float start[ENT_I_LABELS] = {1.0f};
        const float *before = t ? chain[t - 1].forward : start;
        float to_scale = (float)(1.0 / link->scale);
        for (unsigned i = 0; i < ENT_I_LABELS; i++) {
            float total = 0.0f;
            for (unsigned j = 0; j < ENT_I_LABELS; j++) {
                float part = steps->factor[i][j] * ahead[j];
                total += part;
                if (expected)
                    expected[i][j] += before[i] * part * to_scale;
            }
            backward[i] = total;
        }
    }
    if (expected) {
        for (unsigned j = 0; j < ENT_I_LABELS; j++)
            expected[j][ENT_I_OUTSIDE] += chain[n - 1].marginal[j];
    }
    return log_sum;
}

void ent_i_chain_keep(const ent_i_link *chain, size_t n, ent_i_verdict *out)
{
    for (size_t t = 0; t < n; t++)
        memcpy(out[t].marginal, chain[t].marginal, sizeof out[t].marginal);
}
