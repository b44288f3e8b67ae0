#include "train/optimise.h"

#include <math.h>
#include <string.h>

#include "core/random.h"

typedef struct learner {
    ent_i_weights *weights;
    const ent_i_examples *examples;
    const ent_i_optimise_options *options;
    float *squares; /* of each row: sum of squared gradients */
    ent_i_row *mean;
    float step_squares[ENT_I_LABELS][ENT_I_LABELS];
    float step_mean[ENT_I_LABELS][ENT_I_LABELS];
    uint32_t *order;
    size_t n;
    ent_i_link *links;
    uint64_t random;
} learner;

static bool dropped(const learner *l, uint64_t seed, uint32_t feature)
{
    return l->options->drop > 0.0f &&
           (float)(ent_i_mix(seed, feature) >> 40) * 0x1p-24f <
               l->options->drop;
}

static void score(const learner *l, const ent_i_stretch *stretch, uint64_t seed)
{
    for (size_t i = 0; i < stretch->n; i++) {
        float *out = l->links[i].score;
        memset(out, 0, sizeof l->links[i].score);
        size_t spot = stretch->first + i;
        for (size_t k = ent_i_example_begin(l->examples, spot);
             k < l->examples->ends.items[spot]; k++) {
            uint32_t f = l->examples->features.items[k];
            if (dropped(l, seed, f))
                continue;
            const float *row = l->weights->rows[f];
            for (unsigned j = 0; j < ENT_I_WEIGHTS; j++)
                out[j + 1] += row[j];
        }
    }
}

static void learn_rows(learner *l, size_t spot, const ent_i_link *link,
                       uint64_t seed)
{
    ent_i_row gradient;
    float square = 0.0f;
    for (unsigned j = 0; j < ENT_I_WEIGHTS; j++) {
        gradient[j] = (l->examples->labels.items[spot] == j + 1 ? 1.0f : 0.0f) -
                      link->marginal[j + 1];
        square += gradient[j] * gradient[j];
    }
    if (square < 1e-8f)
        return;
    for (size_t k = ent_i_example_begin(l->examples, spot);
         k < l->examples->ends.items[spot]; k++) {
        uint32_t f = l->examples->features.items[k];
        if (dropped(l, seed, f))
            continue;
        l->squares[f] += square;
        float rate = l->options->rate / sqrtf(l->squares[f] + 1.0f);
        float *row = l->weights->rows[f];
        for (unsigned j = 0; j < ENT_I_WEIGHTS; j++)
            row[j] += rate * gradient[j];
    }
}

static void learn_steps(learner *l, const ent_i_stretch *stretch,
                        float expected[ENT_I_LABELS][ENT_I_LABELS])
{
    unsigned before = ENT_I_OUTSIDE;
    for (size_t i = 0; i <= stretch->n; i++) {
        unsigned label = i < stretch->n
                             ? l->examples->labels.items[stretch->first + i]
                             : ENT_I_OUTSIDE;
        expected[before][label] -= 1.0f;
        before = label;
    }
    ent_i_steps *steps = &l->weights->steps;
    for (unsigned i = 0; i < ENT_I_LABELS; i++) {
        for (unsigned j = 0; j < ENT_I_LABELS; j++) {
            float g = -expected[i][j];
            if (g == 0.0f || !ent_i_label_follows(i, j))
                continue;
            l->step_squares[i][j] += g * g;
            steps->score[i][j] +=
                l->options->rate * g / sqrtf(l->step_squares[i][j] + 1.0f);
            ent_i_steps_prepare_one(steps, i, j);
        }
    }
}

static void learn_stretch(learner *l, const ent_i_stretch *stretch)
{
    float expected[ENT_I_LABELS][ENT_I_LABELS] = {{0}};
    uint64_t seed = ent_i_random(&l->random);
    score(l, stretch, seed);
    const ent_i_steps *steps = &l->weights->steps;
    ent_i_chain_marginals(l->links, stretch->n, steps, expected);
    for (size_t i = 0; i < stretch->n; i++)
        learn_rows(l, stretch->first + i, &l->links[i], seed);
    learn_steps(l, stretch, expected);
}

static void learn_round(learner *l, unsigned round)
{
    unsigned first = l->options->rounds / 2;
    ent_i_shuffle(l->order, l->n, &l->random);
    for (size_t i = 0; i < l->n; i++) {
        if (round < first || l->order[i] < l->options->sure)
            learn_stretch(l, &l->examples->stretches.items[l->order[i]]);
    }
    float keep = 1.0f - l->options->decay;
    unsigned many = l->options->rounds - first;
    ent_i_weights *w = l->weights;
    for (size_t f = 0; f < w->n; f++) {
        for (unsigned j = 0; j < ENT_I_WEIGHTS; j++) {
            w->rows[f][j] *= keep;
            if (round >= first)
                l->mean[f][j] += w->rows[f][j] / (float)many;
        }
    }
    for (unsigned i = 0; i < ENT_I_LABELS && round >= first; i++) {
        for (unsigned j = 0; j < ENT_I_LABELS; j++)
            l->step_mean[i][j] += w->steps.score[i][j] / (float)many;
    }
}

static void choose(learner *l)
{
    const ent_i_examples *e = l->examples;
    for (size_t a = 0; a < e->articles.n; a++) {
        if (e->folds.items[a] == l->options->fold)
            continue;
        size_t end = ent_i_examples_end(e, a);
        for (size_t s = e->articles.items[a]; s < end; s++)
            l->order[l->n++] = (uint32_t)s;
    }
}

bool ent_i_optimise(ent_i_weights *weights, const ent_i_examples *examples,
                    size_t features, const ent_i_optimise_options *options)
{
    learner l = {.weights = weights,
                 .examples = examples,
                 .options = options,
                 .random = options->seed};
    memset(weights, 0, sizeof *weights);
    weights->n = features;
    weights->rows = ent_i_calloc(features, sizeof *weights->rows);
    l.mean = ent_i_calloc(features, sizeof *l.mean);
    l.squares = ent_i_calloc(features, sizeof *l.squares);
    l.order = ent_i_calloc(examples->stretches.n, sizeof *l.order);
    l.links = ent_i_calloc(ent_i_examples_longest(examples), sizeof *l.links);
    bool ok = weights->rows && l.mean && l.squares && l.order && l.links;
    if (ok) {
        ent_i_steps_prepare(&weights->steps);
        choose(&l);
        for (unsigned round = 0; round < options->rounds; round++)
            learn_round(&l, round);
        ent_i_row *last = weights->rows;
        weights->rows = l.mean;
        l.mean = last;
        memcpy(weights->steps.score, l.step_mean, sizeof l.step_mean);
        ent_i_steps_prepare(&weights->steps);
    } else {
        ent_i_weights_free(weights);
    }
    ent_i_free(l.mean);
    ent_i_free(l.squares);
    ent_i_free(l.order);
    ent_i_free(l.links);
    return ok;
}

void ent_i_weights_near(ent_i_weights *weights, const ent_i_weights *other,
                        float share)
{
    for (size_t f = 0; f < weights->n; f++) {
        for (unsigned j = 0; j < ENT_I_WEIGHTS; j++)
            weights->rows[f][j] +=
                share * (other->rows[f][j] - weights->rows[f][j]);
    }
    ent_i_steps *steps = &weights->steps;
    for (unsigned i = 0; i < ENT_I_LABELS; i++) {
        for (unsigned j = 0; j < ENT_I_LABELS; j++)
            steps->score[i][j] +=
                share * (other->steps.score[i][j] - steps->score[i][j]);
    }
    ent_i_steps_prepare(steps);
}

void ent_i_weights_free(ent_i_weights *weights)
{
    ent_i_free(weights->rows);
    weights->rows = NULL;
    weights->n = 0;
}

void ent_i_weights_score(const ent_i_weights *weights,
                         const ent_i_examples *examples,
                         const ent_i_stretch *stretch, ent_i_link *links)
{
    ent_i_optimise_options none = {0};
    learner l = {.weights = (ent_i_weights *)(uintptr_t)weights,
                 .examples = examples,
                 .options = &none,
                 .links = links};
    score(&l, stretch, 0);
}
