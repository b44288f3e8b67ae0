/* Trains a model. First come word classes from plain text. A first model then
 * says what kinds of name each word of the plain text is part of. Then both
 * stages are trained, the second on what the first says about articles that it
 * was not trained on. Last come the confidences, on articles held out. */
#include <pthread.h>
#include <string.h>

#include "core/error.h"
#include "entente/training.h"
#include "recognise/tagger.h"
#include "train/articles.h"
#include "train/calibrate.h"
#include "train/pack.h"
#include "train/samples.h"
#include "train/wordlist.h"

enum {
    LEAST_SPOTS = 3, /* that a feature must be seen in */
    RUNS = 4,        /* of the last training */
    MOST_JOBS = ENT_I_FOLDS > RUNS ? ENT_I_FOLDS : RUNS,
    SEED_STEP = 2000,       /* between their seeds */
    MOST_FEATURES = 130000, /* kept in the model */
    PASSES = 2,             /* over plain text */
};

static const float NAME_BONUS = 0.15f;

typedef struct trainer {
    ent_train_options options;
    const char *const *corpora;
    size_t corpus_count;
    unsigned step;
    ent_i_samples samples;
    size_t sure; /* samples, before those that a model annotated */
    ent_i_wordlist list;
    ent_i_model model;
    ent_i_packed packed;
    ent_i_learnt learnt[ENT_I_STAGES];
    ent_i_reading reading;
    ent_i_numbering numbering;
    ent_i_examples examples;
    ent_i_weights runs[RUNS];
    ent_i_verdict *verdicts; /* what the first stage said of each spot */
} trainer;

static void tell(trainer *t, const char *what)
{
    t->step++;
    if (t->options.progress)
        t->options.progress(t->options.progress_ctx, what, t->step,
                            5 + (t->options.text_count ? 3 * PASSES : 0));
}

/* ---- plain text ---- */

static bool count_words(void *ctx, ent_article *article, const ent_i_text *text)
{
    return ent_i_vocabulary_add(ctx, article, text);
}

static ent_status learn_words(trainer *t, ent_error *error)
{
    ent_i_vocabulary words = {0};
    tell(t, "reading plain text");
    ent_status status = ent_i_each_article(t->corpora, t->corpus_count,
                                           count_words, &words, error);
    if (!status)
        status = ent_i_each_article(t->options.texts, t->options.text_count,
                                    count_words, &words, error);
    tell(t, "clustering words");
    if (!status && !ent_i_wordlist_learn(&t->list, &words))
        status = ent_i_no_memory(error, "recognise");
    ent_i_vocabulary_free(&words);
    for (size_t i = 0; !status && i < t->options.list_count; i++)
        status = ent_i_wordlist_read(&t->list, t->options.lists[i], error);
    if (!status && !ent_i_wordlist_gazetteer(&t->list, &t->model.gazetteer))
        status = ent_i_no_memory(error, "recognise");
    return status;
}

typedef struct observer {
    ent_i_wordlist *list;
    const ent_i_model *model;
    ent_i_tagger tagger;
    bool small_only; /* only lower-case words */
} observer;

static bool has_name(const ent_i_finding *found, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (found[i].best != ENT_I_OUTSIDE)
            return true;
    }
    return false;
}

/* Counts a spot; found NULL: no name stands near it. */
static bool observe_spot(observer *o, const ent_i_spot *spot,
                         const ent_i_finding *found)
{
    const ent_i_reading *reading = &o->tagger.reading;
    const ent_i_traits *word =
        &reading->traits.items[reading->text->tokens.items[spot->token].word];
    float type[ENT_I_SILVER] = {0};
    if (spot->style != ENT_I_STYLE_PLAIN || (o->small_only && word->capital))
        return true;
    for (unsigned t = 0; found && t < ENT_TYPE_COUNT; t++)
        type[t] = found->type[t];
    return ent_i_wordlist_observe(o->list, word, type);
}

static bool observe_article(void *ctx, ent_article *article,
                            const ent_i_text *text)
{
    observer *o = ctx;
    const ent_i_reading *reading = &o->tagger.reading;
    if (!ent_i_tag(&o->tagger, o->model, article, text))
        return false;
    for (size_t s = 0; s < reading->stretches.n; s++) {
        const ent_i_stretch *stretch = &reading->stretches.items[s];
        const ent_i_finding *found = o->tagger.found.items + stretch->first;
        bool named = has_name(found, stretch->n);
        for (size_t i = 0; i < stretch->n; i++) {
            if (!observe_spot(o, &reading->spots.items[stretch->first + i],
                              named ? &found[i] : NULL))
                return false;
        }
    }
    return true;
}

static ent_status observe_texts(trainer *t, ent_error *error)
{
    observer o = {.list = &t->list, .model = &t->model};
    tell(t, "observing plain text");
    ent_status status = ent_i_each_article(
        t->options.texts, t->options.text_count, observe_article, &o, error);
    /* The model knows the names in its own corpora too well, so only the words
     * that can stand within names are counted there. */
    o.small_only = true;
    if (!status)
        status = ent_i_each_article(t->corpora, t->corpus_count,
                                    observe_article, &o, error);
    ent_i_tagger_free(&o.tagger);
    if (!status && (!ent_i_wordlist_settle(&t->list) ||
                    !ent_i_wordlist_gazetteer(&t->list, &t->model.gazetteer)))
        status = ent_i_no_memory(error, "recognise");
    return status;
}

/* ---- stages ---- */

static void forget_examples(trainer *t)
{
    ent_i_examples_free(&t->examples);
    ent_i_numbering_free(&t->numbering);
    memset(&t->examples, 0, sizeof t->examples);
    memset(&t->numbering, 0, sizeof t->numbering);
}

static bool add_sample(trainer *t, const ent_i_sample *sample,
                       const ent_i_verdict *verdicts)
{
    ent_i_reading *r = &t->reading;
    if (!ent_i_reading_fill(r, &t->model.gazetteer, sample->article,
                            &sample->text) ||
        (verdicts && !ent_i_reading_recall(r, verdicts)))
        return false;
    uint8_t *labels = ent_i_malloc(r->spots.n);
    bool ok = labels != NULL;
    if (ok) {
        ent_i_sample_spots(sample, r, labels);
        ok = ent_i_examples_add(&t->examples, &t->numbering, r, labels,
                                sample->fold, verdicts);
    }
    ent_i_free(labels);
    return ok;
}

static bool make_examples(trainer *t, unsigned stage)
{
    forget_examples(t);
    /* The gazetteer may have changed since the words were read. */
    ent_i_reading_free(&t->reading);
    for (size_t i = 0; i < t->samples.items.n; i++) {
        const ent_i_verdict *verdicts =
            stage ? t->verdicts + t->examples.labels.n : NULL;
        if (!add_sample(t, &t->samples.items.items[i], verdicts))
            return false;
    }
    if (!ent_i_examples_cut(&t->examples, &t->numbering, LEAST_SPOTS))
        return false;
    t->numbering.closed = true;
    return true;
}

static ent_i_optimise_options learning(const trainer *t)
{
    const ent_i_examples *e = &t->examples;
    return (ent_i_optimise_options){.rounds = t->options.rounds,
                                    .rate = 0.2f,
                                    .decay = 0.1f,
                                    .drop = 0.2f,
                                    .seed = t->options.seed,
                                    .fold = ENT_I_FOLDS,
                                    .sure = t->sure < e->articles.n
                                                ? e->articles.items[t->sure]
                                                : e->stretches.n};
}

typedef bool job(trainer *t, unsigned number);

typedef struct work {
    trainer *trainer;
    job *run;
    unsigned jobs;
    pthread_mutex_t lock;
    unsigned next;
    bool failed;
} work;

static void *run_jobs(void *argument)
{
    work *w = argument;
    for (;;) {
        pthread_mutex_lock(&w->lock);
        unsigned number = w->next++;
        pthread_mutex_unlock(&w->lock);
        if (number >= w->jobs)
            return NULL;
        if (!w->run(w->trainer, number)) {
            pthread_mutex_lock(&w->lock);
            w->failed = true;
            pthread_mutex_unlock(&w->lock);
        }
    }
}

/* Does jobs 0, 1, ... in as many threads as may be at work. */
static bool share_out(trainer *t, job *run, unsigned jobs)
{
    work w = {.trainer = t, .run = run, .jobs = jobs};
    pthread_t threads[MOST_JOBS];
    unsigned started = 0;
    pthread_mutex_init(&w.lock, NULL);
    while (started + 1 < t->options.threads && started + 1 < jobs &&
           !pthread_create(&threads[started], NULL, run_jobs, &w))
        started++;
    run_jobs(&w);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    pthread_mutex_destroy(&w.lock);
    return !w.failed;
}

static bool run_once(trainer *t, unsigned number)
{
    ent_i_optimise_options options = learning(t);
    options.seed += (uint64_t)number * SEED_STEP;
    return ent_i_optimise(&t->runs[number], &t->examples, t->numbering.keys.n,
                          &options);
}

/* The mean of several runs is better than most of them. */
static bool learn_weights(trainer *t, ent_i_weights *out, unsigned runs)
{
    memset(t->runs, 0, sizeof t->runs);
    bool ok = share_out(t, run_once, runs);
    for (unsigned i = 1; ok && i < runs; i++)
        ent_i_weights_near(&t->runs[0], &t->runs[i], 1.0f / (float)(i + 1));
    for (unsigned i = ok; i < runs; i++)
        ent_i_weights_free(&t->runs[i]);
    *out = t->runs[0];
    return ok;
}

static bool learn_stage(trainer *t, unsigned stage, unsigned runs)
{
    ent_i_learnt *learnt = &t->learnt[stage];
    ent_i_learnt_free(learnt);
    if (!make_examples(t, stage) || !learn_weights(t, &learnt->weights, runs))
        return false;
    learnt->numbering = t->numbering;
    memset(&t->numbering, 0, sizeof t->numbering);
    return ent_i_pack(&t->packed, &t->model, t->learnt, MOST_FEATURES);
}

/* ---- what the first stage says of articles new to it ---- */

static bool tag_fold(trainer *t, const ent_i_weights *weights, unsigned fold)
{
    const ent_i_examples *e = &t->examples;
    ent_i_link *links = ent_i_calloc(ent_i_examples_longest(e), sizeof *links);
    for (size_t a = 0; links && a < e->articles.n; a++) {
        if (e->folds.items[a] != fold)
            continue;
        size_t end = ent_i_examples_end(e, a);
        for (size_t s = e->articles.items[a]; s < end; s++) {
            const ent_i_stretch *stretch = &e->stretches.items[s];
            ent_i_weights_score(weights, e, stretch, links);
            ent_i_chain_marginals(links, stretch->n, &weights->steps, NULL);
            ent_i_chain_keep(links, stretch->n, t->verdicts + stretch->first);
        }
    }
    ent_i_free(links);
    return links != NULL;
}

static bool run_fold(trainer *t, unsigned fold)
{
    ent_i_weights weights;
    ent_i_optimise_options options = learning(t);
    options.fold = fold;
    if (!ent_i_optimise(&weights, &t->examples, t->numbering.keys.n, &options))
        return false;
    bool tagged = tag_fold(t, &weights, fold);
    ent_i_weights_free(&weights);
    return tagged;
}

static bool cross_tag(trainer *t)
{
    if (!make_examples(t, 0))
        return false;
    ent_i_free(t->verdicts);
    t->verdicts = ent_i_calloc(t->examples.labels.n + 1, sizeof *t->verdicts);
    return t->verdicts && share_out(t, run_fold, ENT_I_FOLDS);
}

static bool learn_both(trainer *t, unsigned runs)
{
    tell(t, "training the first stage");
    if (!cross_tag(t) || !learn_stage(t, 0, runs))
        return false;
    tell(t, "training the second stage");
    return learn_stage(t, 1, runs);
}

/* Weight decay makes a careful model, which misses more names than it invents;
 * a small bonus for names evens that out. */
static void favour_names(ent_i_steps *steps)
{
    for (unsigned i = 0; i < ENT_I_LABELS; i++) {
        for (unsigned j = 1; j < ENT_I_LABELS; j++)
            steps->score[i][j] += NAME_BONUS;
    }
    ent_i_steps_prepare(steps);
}

static ent_status learn_stages(trainer *t, ent_error *error)
{
    /* Each model tells the next one about the words of plain text; the second
     * time it knows more. */
    for (unsigned pass = 0; t->options.text_count && pass < PASSES; pass++) {
        if (!learn_both(t, 1))
            return ent_i_no_memory(error, "recognise");
        ent_status status = observe_texts(t, error);
        if (status)
            return status;
    }
    if (!learn_both(t, RUNS))
        return ent_i_no_memory(error, "recognise");
    favour_names(&t->model.steps[ENT_I_STAGES - 1]);
    return ENT_OK;
}

/* ---- all of it ---- */

static ent_status read_samples(trainer *t, ent_error *error)
{
    const ent_train_options *options = &t->options;
    ent_status status = ent_i_samples_read(
        &t->samples, t->corpora, t->corpus_count, options->seed, error);
    t->sure = t->samples.items.n;
    if (!status && !t->sure)
        status = ent_i_fail(error, ENT_ERR_FORMAT, "recognise",
                            "expected annotated articles, found none");
    if (!status)
        status = ent_i_samples_read(&t->samples, options->also,
                                    options->also_count, options->seed, error);
    return status;
}

static ent_status write_model(const trainer *t, const ent_sink *sink,
                              ent_error *error)
{
    ent_i_string bytes = {0};
    ent_status status = ENT_OK;
    if (!ent_i_model_write(&t->model, &bytes))
        status = ent_i_no_memory(error, "recognise");
    else if (sink->write(sink->ctx, bytes.items, bytes.n))
        status = ent_i_fail(error, ENT_ERR_IO, "recognise",
                            "cannot write the model");
    ent_i_vec_free(&bytes);
    return status;
}

static void free_trainer(trainer *t)
{
    forget_examples(t);
    ent_i_samples_free(&t->samples);
    ent_i_wordlist_free(&t->list);
    ent_i_reading_free(&t->reading);
    for (unsigned i = 0; i < ENT_I_STAGES; i++)
        ent_i_learnt_free(&t->learnt[i]);
    ent_i_packed_free(&t->packed);
    ent_i_free(t->verdicts);
}

ent_status ent_train_ner(const ent_train_options *options,
                         const char *const *corpora, size_t count,
                         const ent_sink *sink, ent_error *error)
{
    trainer t = {.options = ENT_TRAIN_OPTIONS_INIT,
                 .corpora = corpora,
                 .corpus_count = count};
    if (options)
        memcpy(&t.options, options,
               options->size < sizeof t.options ? options->size
                                                : sizeof t.options);
    if (!t.options.rounds || !t.options.seed)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "recognise",
                          "expected rounds and a seed of 1 or more, found 0");
    ent_status status = read_samples(&t, error);
    if (!status)
        status = learn_words(&t, error);
    if (!status)
        status = learn_stages(&t, error);
    if (!status) {
        tell(&t, "measuring confidences");
        status = ent_i_calibrate(&t.model, t.options.held_out,
                                 t.options.held_out_count, error);
    }
    if (!status)
        status = write_model(&t, sink, error);
    free_trainer(&t);
    return status;
}
