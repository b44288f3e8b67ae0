/* Trains the model of contacts. The articles are read as usual; each pair of
 * persons in an annotated sentence is an example for each two places where it
 * names them. Confidences and the threshold come from models that have not seen
 * the article. */
#include <math.h>
#include <string.h>

#include "cluster/cluster.h"
#include "core/error.h"
#include "core/slots.h"
#include "encounter/scan.h"
#include "entente/training.h"
#include "recognise/recognise.h"
#include "train/articles.h"
#include "train/contact_learner.h"
#include "train/quantise.h"
#include "train/reliability.h"

enum {
    FOLDS = 5,
    ROUNDS = 12,
    LEAST_EXAMPLES = 3,    /* that a feature must be seen in */
    MOST_FEATURES = 15700, /* kept in the model */
    STEPS = 100            /* thresholds tried */
};

/* The least share of right contacts among those found: a little more than the
 * .85 that are wanted, since it is an estimate. */
static const double LEAST_PRECISION = 0.865;

typedef struct trainer {
    ent_train_options options;
    const char *const *articles;
    size_t article_count;
    ent_i_annotations annotations;
    ent_i_contact_examples examples;
    ent_i_recogniser *recogniser;
    ent_i_recogniser_scratch *scratch;
    const ent_i_outline *outline; /* while its pairs are added */
    ent_status status;            /* of a reading that failed */
    ent_error *error;
    unsigned step;
} trainer;

static void tell(trainer *t, const char *what)
{
    t->step++;
    if (t->options.progress)
        t->options.progress(t->options.progress_ctx, what, t->step, 4);
}

/* ---- examples ---- */

/* What is said of the two. The name of a person may differ from place to place:
 * what tells of a contact counts. */
static bool label_of(trainer *t, const ent_i_pair *places, size_t count,
                     ent_i_contact_label *out)
{
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        ent_i_contact_label label;
        if (!ent_i_contact_label_of(&t->annotations, t->outline, &places[i],
                                    &label))
            continue;
        if (!found || ent_i_contact_share(&label) > ent_i_contact_share(out))
            *out = label;
        found = true;
    }
    return found;
}

static bool add_pair(void *ctx, const ent_i_pair *places, size_t count)
{
    trainer *t = ctx;
    ent_i_contact_label label;
    uint64_t keys[ENT_I_PAIR_KEYS];
    if (!label_of(t, places, count, &label))
        return true;
    for (size_t i = 0; i < count; i++) {
        size_t n = ent_i_pair_features(t->outline, &places[i], keys);
        if (!ent_i_contact_examples_add(&t->examples, keys, n, &label, i > 0))
            return false;
    }
    return true;
}

static bool add_pairs(void *ctx, const ent_i_outline *outline)
{
    trainer *t = ctx;
    t->outline = outline;
    return ent_i_each_pair(outline->passage, add_pair, t);
}

static bool add_article(void *ctx, ent_article *article, const ent_i_text *text)
{
    trainer *t = ctx;
    if (!ent_i_is_annotated(&t->annotations, article))
        return true;
    t->status =
        ent_i_recognise(t->recogniser, t->scratch, article, text, t->error);
    if (!t->status)
        t->status = ent_i_cluster_article(article, text, t->error);
    if (!t->status)
        t->status = ent_i_scan(article, text, add_pairs, t, t->error);
    t->examples.articles++;
    return !t->status;
}

static ent_status read_examples(trainer *t, const char *const *sentences,
                                size_t count, ent_error *error)
{
    ent_i_recogniser_options how = {.min_confidence = -1.0};
    tell(t, "reading sentences");
    ent_status status =
        ent_i_annotations_read(&t->annotations, sentences, count, error);
    if (!status)
        status = ent_i_recogniser_new(&t->recogniser, &how, error);
    if (!status)
        status =
            ent_i_recogniser_scratch_new(&t->scratch, t->recogniser, error);
    tell(t, "reading their articles");
    if (!status)
        status = ent_i_each_article(t->articles, t->article_count, add_article,
                                    t, error);
    if (t->status)
        status = t->status;
    if (!status && !t->examples.items.n)
        status = ent_i_fail(error, ENT_ERR_FORMAT, "train",
                            "expected sentences with two persons, and their "
                            "articles; found none");
    if (!status && !ent_i_contact_examples_cut(&t->examples, LEAST_EXAMPLES))
        status = ent_i_no_memory(error, "train");
    return status;
}

/* ---- threshold and confidences ---- */

/* What models say of articles that they have not seen; for ent_i_free. */
static float *cross_judge(const trainer *t)
{
    const ent_i_contact_examples *all = &t->examples;
    float *odds = ent_i_calloc(all->items.n, sizeof *odds);
    for (unsigned fold = 0; odds && fold < FOLDS; fold++) {
        ent_i_contact_learning how = {ROUNDS, t->options.seed, FOLDS, fold};
        ent_i_contact_weights weights;
        bool learnt = ent_i_contact_learn(&weights, all, &how);
        for (size_t i = 0; learnt && i < all->items.n; i++)
            if (!all->items.items[i].again &&
                ent_i_contact_fold(all, i, FOLDS) == fold)
                odds[i] = ent_i_contact_apply(all, &weights, i).real;
        ent_i_contact_weights_free(&weights);
        if (!learnt) {
            ent_i_free(odds);
            return NULL;
        }
    }
    return odds;
}

/* Readers' labels alone count here, once a pair: a model's say what a model
 * would. Sentences that were chosen or made up would make contacts rarer or
 * plainer than they are. */
static bool is_read(const ent_i_contact_example *example)
{
    return example->label.by_reader && example->label.drawn && !example->again;
}

_Static_assert((int)ENT_I_CONTACT_STEPS == (int)ENT_I_RELIABILITY_STEPS,
               "a model has a share for each step");

static void calibrate(const ent_i_contact_examples *all, const float *odds,
                      float out[ENT_I_CONTACT_STEPS])
{
    ent_i_reliability reliability;
    ent_i_reliability_begin(&reliability);
    for (size_t i = 0; i < all->items.n; i++) {
        const ent_i_contact_example *e = &all->items.items[i];
        if (is_read(e))
            ent_i_reliability_add(&reliability, odds[i],
                                  ent_i_real_share(&e->label));
    }
    ent_i_reliability_shares(&reliability, out);
}

/* The threshold with the best F1 among those that are precise enough; else the
 * most precise one. Calibrated confidences stand for what is right: they rise
 * evenly where single examples would decide. */
static float find_threshold(const ent_i_contact_examples *all,
                            const float *odds, const ent_i_contact_model *model)
{
    double best = -1.0;
    float threshold = 0.5f;
    for (unsigned s = 1; s < STEPS; s++) {
        float least = (float)s / STEPS;
        double right = 0, found = 0, gold = 0;
        for (size_t i = 0; i < all->items.n; i++) {
            if (!is_read(&all->items.items[i]))
                continue;
            double confidence = ent_i_contact_confidence(model, odds[i]);
            gold += confidence;
            found += odds[i] >= least;
            right += odds[i] >= least ? confidence : 0.0;
        }
        double precision = found > 0 ? right / found : 0;
        double f1 = right > 0 ? 2 * right / (found + gold) : 0;
        double worth = precision >= LEAST_PRECISION ? 1 + f1 : precision;
        if (worth > best) {
            best = worth;
            threshold = least;
        }
    }
    return threshold;
}

/* ---- the model ---- */

typedef struct packed {
    uint16_t *tags;
    ent_i_contact_row *rows;
} packed;

/* How much each feature bears on the answers: its largest weight, and more the
 * more examples have it. NULL when memory is out. */
static float *sizes_of(const ent_i_contact_examples *all,
                       const ent_i_contact_feature *features)
{
    size_t n = all->numbering.keys.n;
    float *sizes = ent_i_calloc(n + 1, sizeof *sizes);
    for (size_t i = 0; sizes && i < all->features.n; i++)
        sizes[all->features.items[i]] += 1.0f;
    for (size_t i = 0; sizes && i < n; i++)
        sizes[i] = sqrtf(sizes[i]) *
                   ent_i_largest_weight(features[i].of, ENT_I_CONTACT_ROW);
    return sizes;
}

/* The size that a feature must exceed to be kept. */
static bool least_size(const float *sizes, size_t n, float *out)
{
    float *sorted = ent_i_malloc((n + 1) * sizeof *sorted);
    if (!sorted)
        return false;
    memcpy(sorted, sizes, n * sizeof *sorted);
    *out = ent_i_least_size(sorted, n, MOST_FEATURES);
    ent_i_free(sorted);
    return true;
}

static void put_row(ent_i_contact_row *out, const float *row,
                    const float *scale)
{
    for (unsigned j = 0; j < ENT_I_CONTACT_ROW; j++)
        out->weight[j] = ent_i_quantise(row[j], scale[j]);
}

static void find_scales(ent_i_contact_model *model,
                        const ent_i_contact_feature *features, size_t n)
{
    for (unsigned j = 0; j < ENT_I_CONTACT_ROW; j++) {
        float top = 0.0f;
        for (size_t i = 0; i < n; i++)
            top = fmaxf(top, fabsf(features[i].of[j]));
        model->scale[j] = ent_i_scale(top);
    }
}

static bool put_rows(const trainer *t, const ent_i_contact_weights *weights,
                     const float *sizes, ent_i_contact_model *model,
                     packed *out)
{
    const ent_i_numbering *numbering = &t->examples.numbering;
    size_t n = numbering->keys.n, kept = 0;
    float least;
    if (!least_size(sizes, n, &least))
        return false;
    for (size_t i = 0; i < n; i++)
        kept += sizes[i] > least;
    model->cap = ent_i_slots_for(kept);
    out->tags = ent_i_calloc(model->cap, sizeof *out->tags);
    out->rows = ent_i_calloc(model->cap, sizeof *out->rows);
    if (!out->tags || !out->rows)
        return false;
    for (size_t i = 0; i < n; i++)
        if (sizes[i] > least)
            put_row(&out->rows[ent_i_slot_take(out->tags, model->cap,
                                               numbering->keys.items[i])],
                    weights->features[i].of, model->scale);
    return true;
}

static bool pack(const trainer *t, const ent_i_contact_weights *weights,
                 ent_i_contact_model *model, packed *out)
{
    float *sizes = sizes_of(&t->examples, weights->features);
    find_scales(model, weights->features, t->examples.numbering.keys.n);
    model->layer = weights->layer;
    bool ok = sizes && put_rows(t, weights, sizes, model, out);
    model->tags = out->tags;
    model->rows = out->rows;
    ent_i_free(sizes);
    return ok;
}

static bool learn(trainer *t, ent_i_contact_model *model, packed *out)
{
    tell(t, "measuring confidences");
    float *odds = cross_judge(t);
    if (!odds)
        return false;
    calibrate(&t->examples, odds, model->calibration);
    model->threshold = find_threshold(&t->examples, odds, model);
    ent_i_free(odds);
    tell(t, "training");
    ent_i_contact_learning how = {ROUNDS, t->options.seed, 0, 0};
    ent_i_contact_weights weights;
    bool ok = ent_i_contact_learn(&weights, &t->examples, &how) &&
              pack(t, &weights, model, out);
    ent_i_contact_weights_free(&weights);
    return ok;
}

static ent_status write_model(const ent_i_contact_model *model,
                              const ent_sink *sink, ent_error *error)
{
    ent_i_string bytes = {0};
    ent_status status = ENT_OK;
    if (!ent_i_contact_model_write(model, &bytes))
        status = ent_i_no_memory(error, "train");
    else if (sink->write(sink->ctx, bytes.items, bytes.n))
        status =
            ent_i_fail(error, ENT_ERR_IO, "train", "cannot write the model");
    ent_i_vec_free(&bytes);
    return status;
}

static void free_trainer(trainer *t)
{
    ent_i_annotations_free(&t->annotations);
    ent_i_contact_examples_free(&t->examples);
    ent_i_recogniser_scratch_free(t->scratch);
    ent_i_recogniser_free(t->recogniser);
}

ent_status ent_train_encounters(const ent_train_options *options,
                                const char *const *sentences, size_t count,
                                const char *const *articles,
                                size_t article_count, const ent_sink *sink,
                                ent_error *error)
{
    trainer t = {.options = ENT_TRAIN_OPTIONS_INIT,
                 .articles = articles,
                 .article_count = article_count,
                 .error = error};
    if (options)
        memcpy(&t.options, options,
               options->size < sizeof t.options ? options->size
                                                : sizeof t.options);
    if (!t.options.seed)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "train",
                          "expected a seed of 1 or more, found 0");
    ent_i_contact_model model = {0};
    packed bytes = {0};
    ent_status status = read_examples(&t, sentences, count, error);
    if (!status && !learn(&t, &model, &bytes))
        status = ent_i_no_memory(error, "train");
    if (!status)
        status = write_model(&model, sink, error);
    ent_i_free(bytes.tags);
    ent_i_free(bytes.rows);
    free_trainer(&t);
    return status;
}
