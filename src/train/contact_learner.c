#include "train/contact_learner.h"

#include <math.h>
#include <string.h>

#include "core/random.h"

/* Runs from other beginnings, whose mean is surer than each, and the hidden
 * units of a run. */
enum { RUNS = 4, UNITS = ENT_I_HIDDEN / RUNS };

static const float RATE = 0.2f;
static const float DECAY = 0.3f;   /* of each weight in a round */
static const float DROP = 0.3f;    /* share of features that an example lacks */
static const float SPREAD = 0.05f; /* of the first weights of hidden units */

/* What a model says counts as much as what a reader says of whether there is a
 * contact, but less of what kind it is and whether it took place. */
static const float MODEL_KIND = 0.3f;
static const float MODEL_STANDING = 0.1f;

/* ---- examples ---- */

bool ent_i_contact_examples_add(ent_i_contact_examples *all,
                                const uint64_t *keys, size_t n,
                                const ent_i_contact_label *label, bool again)
{
    if (!ent_i_vec_reserve(&all->features, n))
        return false;
    for (size_t i = 0; i < n; i++) {
        uint32_t next = (uint32_t)all->numbering.keys.n;
        uint32_t *number = ent_i_keymap_put(&all->numbering.map, keys[i], next);
        if (!number ||
            (*number == next && !ent_i_vec_push(&all->numbering.keys, keys[i])))
            return false;
        all->features.items[all->features.n++] = *number;
    }
    ent_i_contact_example example = {all->features.n, *label, all->articles,
                                     again};
    return ent_i_vec_push(&all->items, example);
}

/* The new number of each feature; ENT_I_ABSENT for the rare ones. */
static uint32_t *renumber(ent_i_contact_examples *all, unsigned least)
{
    size_t n = all->numbering.keys.n, kept = 0;
    uint32_t *numbers = ent_i_calloc(n + 1, sizeof *numbers);
    for (size_t i = 0; numbers && i < all->features.n; i++)
        numbers[all->features.items[i]]++;
    for (size_t i = 0; numbers && i < n; i++) {
        bool often = numbers[i] >= least;
        numbers[i] = often ? (uint32_t)kept : ENT_I_ABSENT;
        if (often)
            all->numbering.keys.items[kept++] = all->numbering.keys.items[i];
    }
    all->numbering.keys.n = numbers ? kept : n;
    return numbers;
}

bool ent_i_contact_examples_cut(ent_i_contact_examples *all, unsigned least)
{
    uint32_t *numbers = renumber(all, least);
    if (!numbers)
        return false;
    size_t kept = 0, from = 0;
    for (size_t i = 0; i < all->items.n; i++) {
        size_t end = all->items.items[i].end;
        for (; from < end; from++) {
            uint32_t number = numbers[all->features.items[from]];
            if (number != ENT_I_ABSENT)
                all->features.items[kept++] = number;
        }
        all->items.items[i].end = kept;
    }
    all->features.n = kept;
    ent_i_free(numbers);
    return true;
}

void ent_i_contact_examples_free(ent_i_contact_examples *all)
{
    ent_i_vec_free(&all->items);
    ent_i_vec_free(&all->features);
    ent_i_numbering_free(&all->numbering);
}

/* ---- learning ---- */

typedef struct learner {
    const ent_i_contact_examples *all;
    const ent_i_contact_learning *how;
    ent_i_contact_weights *weights;
    ent_i_contact_weights mean;
    ent_i_contact_feature *squares; /* sums of squared gradients */
    ent_i_contact_layer layer_squares;
    uint32_t *order;
    size_t n;
    uint64_t random;
} learner;

/* Between -1 and 1. */
static float draw(uint64_t *random)
{
    return (float)(ent_i_random(random) >> 40) * 0x1p-23f - 1.0f;
}

static bool is_dropped(uint64_t seed, uint32_t feature)
{
    uint64_t state = seed ^ feature;
    return seed && (float)(ent_i_random(&state) >> 40) * 0x1p-24f < DROP;
}

/* What the weights say of an example without the features that are dropped with
 * this seed; 0 drops none. */
static ent_i_odds judge(const ent_i_contact_examples *all,
                        const ent_i_contact_weights *weights, size_t i,
                        uint64_t seed, float sums[ENT_I_CONTACT_ROW])
{
    memset(sums, 0, ENT_I_CONTACT_ROW * sizeof *sums);
    for (size_t k = ent_i_contact_begin(all, i); k < all->items.items[i].end;
         k++) {
        uint32_t f = all->features.items[k];
        if (is_dropped(seed, f))
            continue;
        for (unsigned j = 0; j < ENT_I_CONTACT_ROW; j++)
            sums[j] += weights->features[f].of[j];
    }
    return ent_i_odds_of(&weights->layer, sums);
}

/* The example of the pair that example i begins at the places where the weights
 * find a contact most probable, and what they say of it. */
static size_t likeliest(const ent_i_contact_examples *all,
                        const ent_i_contact_weights *weights, size_t i,
                        ent_i_odds *out)
{
    float sums[ENT_I_CONTACT_ROW];
    size_t best = i;
    *out = judge(all, weights, i, 0, sums);
    while (++i < all->items.n && all->items.items[i].again) {
        ent_i_odds odds = judge(all, weights, i, 0, sums);
        if (odds.real + odds.unreal > out->real + out->unreal) {
            *out = odds;
            best = i;
        }
    }
    return best;
}

ent_i_odds ent_i_contact_apply(const ent_i_contact_examples *all,
                               const ent_i_contact_weights *weights, size_t i)
{
    ent_i_odds odds;
    likeliest(all, weights, i, &odds);
    return odds;
}

/* What is said minus what the weights say. Kinds and standings are learned from
 * contacts only, as much as they are contacts. */
static void compare(const ent_i_contact_label *label, const ent_i_odds *odds,
                    float gradient[ENT_I_CONTACT_ROW])
{
    float contact = ent_i_contact_share(label);
    float kind = label->weight * (label->by_reader ? 1.0f : MODEL_KIND);
    float standing = label->weight * (label->by_reader ? 1.0f : MODEL_STANDING);
    gradient[ENT_I_REAL] =
        label->weight * (ent_i_real_share(label) - odds->real);
    gradient[ENT_I_UNREAL] =
        label->weight * (ent_i_unreal_share(label) - odds->unreal);
    for (unsigned k = 0; k < ENT_KIND_COUNT; k++)
        gradient[ENT_I_KIND + k] =
            kind * (label->kind[k] - contact * odds->kind[k]);
    for (unsigned s = 0; s < ENT_STANDING_COUNT; s++)
        gradient[ENT_I_STANDING + s] =
            standing * (label->standing[s] - contact * odds->standing[s]);
}

static void step(float *weight, float *square, float gradient)
{
    *square += gradient * gradient;
    *weight += RATE * gradient / sqrtf(*square + 1.0f);
}

/* Passes the gradient on to the hidden units that are at work, and changes what
 * they add. */
static void learn_layer(learner *l, const float sums[ENT_I_CONTACT_ROW],
                        float gradient[ENT_I_CONTACT_ROW])
{
    for (unsigned h = 0; h < ENT_I_HIDDEN; h++) {
        float unit = sums[ENT_I_OUTPUTS + h], passed = 0.0f;
        for (unsigned j = 0; unit > 0.0f && j < ENT_I_OUTPUTS; j++) {
            float *weight = &l->weights->layer.weight[j][h];
            passed += *weight * gradient[j];
            step(weight, &l->layer_squares.weight[j][h], gradient[j] * unit);
        }
        gradient[ENT_I_OUTPUTS + h] = passed;
    }
}

static bool has_other_places(const ent_i_contact_examples *all, size_t i)
{
    return i + 1 < all->items.n && all->items.items[i + 1].again;
}

/* From the pair that example i begins. */
static void learn_example(learner *l, size_t i)
{
    ent_i_odds now;
    if (has_other_places(l->all, i))
        i = likeliest(l->all, l->weights, i, &now);
    float gradient[ENT_I_CONTACT_ROW], sums[ENT_I_CONTACT_ROW];
    uint64_t seed = ent_i_random(&l->random) | 1;
    ent_i_odds odds = judge(l->all, l->weights, i, seed, sums);
    compare(&l->all->items.items[i].label, &odds, gradient);
    learn_layer(l, sums, gradient);
    for (size_t k = ent_i_contact_begin(l->all, i);
         k < l->all->items.items[i].end; k++) {
        uint32_t f = l->all->features.items[k];
        if (is_dropped(seed, f))
            continue;
        for (unsigned j = 0; j < ENT_I_CONTACT_ROW; j++)
            step(&l->weights->features[f].of[j], &l->squares[f].of[j],
                 gradient[j]);
    }
}

/* Adds the weights to the mean. What the units of a run see is theirs alone, so
 * that only what they add is shared among the runs. */
static void add_to_mean(learner *l, float share)
{
    for (size_t f = 0; f < l->all->numbering.keys.n; f++) {
        const float *from = l->weights->features[f].of;
        float *to = l->mean.features[f].of;
        for (unsigned j = 0; j < ENT_I_OUTPUTS; j++)
            to[j] += from[j] * share / RUNS;
        for (unsigned j = ENT_I_OUTPUTS; j < ENT_I_CONTACT_ROW; j++)
            to[j] += from[j] * share;
    }
    for (unsigned j = 0; j < ENT_I_OUTPUTS; j++)
        for (unsigned h = 0; h < ENT_I_HIDDEN; h++)
            l->mean.layer.weight[j][h] +=
                l->weights->layer.weight[j][h] * share / RUNS;
}

static void learn_round(learner *l, unsigned round)
{
    unsigned first = l->how->rounds / 2;
    ent_i_shuffle(l->order, l->n, &l->random);
    for (size_t i = 0; i < l->n; i++)
        learn_example(l, l->order[i]);
    for (size_t f = 0; f < l->all->numbering.keys.n; f++)
        for (unsigned j = 0; j < ENT_I_CONTACT_ROW; j++)
            l->weights->features[f].of[j] *= 1.0f - DECAY;
    if (round >= first)
        add_to_mean(l, 1.0f / (float)(l->how->rounds - first));
}

static void choose_examples(learner *l)
{
    for (size_t i = 0; i < l->all->items.n; i++)
        if (!l->all->items.items[i].again &&
            (!l->how->folds ||
             ent_i_contact_fold(l->all, i, l->how->folds) != l->how->fold))
            l->order[l->n++] = (uint32_t)i;
}

/* Hidden units must differ to learn different things. Those of other runs are
 * all 0 and stay so. */
static void begin_run(learner *l, unsigned run)
{
    size_t n = l->all->numbering.keys.n;
    unsigned first = run * UNITS, end = first + UNITS;
    memset(&l->weights->layer, 0, sizeof l->weights->layer);
    memset(&l->layer_squares, 0, sizeof l->layer_squares);
    memset(l->weights->features, 0, n * sizeof *l->weights->features);
    memset(l->squares, 0, n * sizeof *l->squares);
    for (unsigned j = 0; j < ENT_I_OUTPUTS; j++)
        for (unsigned h = first; h < end; h++)
            l->weights->layer.weight[j][h] = draw(&l->random);
    for (size_t f = 0; f < n; f++)
        for (unsigned h = first; h < end; h++)
            l->weights->features[f].of[ENT_I_OUTPUTS + h] =
                SPREAD * draw(&l->random);
}

static bool make_weights(ent_i_contact_weights *out, size_t n)
{
    memset(out, 0, sizeof *out);
    out->features = ent_i_calloc(n + 1, sizeof *out->features);
    return out->features != NULL;
}

void ent_i_contact_weights_free(ent_i_contact_weights *weights)
{
    ent_i_free(weights->features);
    weights->features = NULL;
}

bool ent_i_contact_learn(ent_i_contact_weights *out,
                         const ent_i_contact_examples *all,
                         const ent_i_contact_learning *how)
{
    size_t n = all->numbering.keys.n;
    ent_i_contact_weights moving;
    learner l = {.all = all,
                 .how = how,
                 .weights = &moving,
                 .squares = ent_i_calloc(n + 1, sizeof *l.squares),
                 .order = ent_i_calloc(all->items.n + 1, sizeof *l.order),
                 .random = how->seed};
    bool ok = make_weights(&moving, n);
    ok = make_weights(&l.mean, n) && ok && l.squares && l.order;
    if (ok)
        choose_examples(&l);
    for (unsigned run = 0; ok && run < RUNS; run++) {
        begin_run(&l, run);
        for (unsigned round = 0; round < how->rounds; round++)
            learn_round(&l, round);
    }
    ent_i_contact_weights_free(&moving);
    ent_i_free(l.squares);
    ent_i_free(l.order);
    *out = l.mean;
    return ok;
}
