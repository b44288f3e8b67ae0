/* The order within an article: names, from the input, an outside program or the
 * tagger; titles; listed names; roles. */
#include "recognise/recognise.h"

#include "core/error.h"
#include "recognise/agree.h"
#include "recognise/annotated.h"
#include "recognise/complete.h"
#include "recognise/couples.h"
#include "recognise/entities.h"
#include "recognise/firms.h"
#include "recognise/lawsuits.h"
#include "recognise/outside.h"
#include "recognise/reversed.h"
#include "recognise/roles.h"
#include "recognise/tagger.h"
#include "recognise/titled.h"
#include "recognise/titles.h"

/* F1 is highest when names are left out whose probability of being right is
 * below half the F1 that is reached (Lipton, Elkan and Naryanaswamy 2014,
 * "Optimal thresholding of classifiers to maximize F1 measure"): here .84 over
 * persons, organisations and places. A little more is asked, since on text of
 * other kinds than the model was calibrated on its confidences are too high. */
static const double LEAST_CONFIDENCE = 0.45;

struct ent_i_recogniser {
    char *command;     /* NULL: the tagger */
    ent_i_model model; /* the tagger's */
    ent_i_entities *entities;
    double min_confidence;
    unsigned seconds;        /* of the command, for an article */
    const atomic_bool *stop; /* or NULL */
};

struct ent_i_recogniser_scratch {
    ent_i_tagger tagger;
    ent_i_outside *outside;
};

ent_status ent_i_recogniser_new(ent_i_recogniser **out,
                                const ent_i_recogniser_options *options,
                                ent_error *error)
{
    ent_i_recogniser *made = ent_i_calloc(1, sizeof *made);
    ent_status status = made ? ENT_OK : ent_i_no_memory(error, "recognise");
    if (!status && options->command)
        status = ent_i_outside_check(options->command, error);
    if (!status && options->command) {
        made->command = ent_i_strdup(options->command);
        if (!made->command)
            status = ent_i_no_memory(error, "recognise");
    }
    if (!status && !options->command)
        status = ent_i_model_open(&made->model, options->model, error);
    if (!status && options->entities)
        status = ent_i_entities_load(&made->entities, options->entities, error);
    if (status) {
        ent_i_recogniser_free(made);
        return status;
    }
    made->min_confidence = options->min_confidence;
    made->seconds = options->seconds;
    made->stop = options->stop;
    if (options->min_confidence < 0 && !options->command)
        made->min_confidence = LEAST_CONFIDENCE;
    *out = made;
    return ENT_OK;
}

void ent_i_recogniser_free(ent_i_recogniser *recogniser)
{
    if (!recogniser)
        return;
    ent_i_entities_free(recogniser->entities);
    ent_i_model_close(&recogniser->model);
    ent_i_free(recogniser->command);
    ent_i_free(recogniser);
}

ent_status ent_i_recogniser_scratch_new(ent_i_recogniser_scratch **out,
                                        const ent_i_recogniser *recogniser,
                                        ent_error *error)
{
    ent_i_recogniser_scratch *made = ent_i_calloc(1, sizeof *made);
    if (!made)
        return ent_i_no_memory(error, "recognise");
    ent_status status =
        recogniser->command
            ? ent_i_outside_new(&made->outside, recogniser->command,
                                recogniser->seconds, recogniser->stop, error)
            : ENT_OK;
    if (status)
        ent_i_recogniser_scratch_free(made);
    else
        *out = made;
    return status;
}

void ent_i_recogniser_scratch_free(ent_i_recogniser_scratch *scratch)
{
    if (!scratch)
        return;
    ent_i_outside_free(scratch->outside);
    ent_i_tagger_free(&scratch->tagger);
    ent_i_free(scratch);
}

static ent_status find_names(const ent_i_recogniser *recogniser,
                             ent_i_recogniser_scratch *scratch,
                             ent_article *article, const ent_i_text *text,
                             ent_error *error)
{
    if (article->annotated)
        ent_i_mentions_place(article);
    else if (recogniser->command)
        return ent_i_outside_recognise(scratch->outside, article, error);
    else if (!ent_i_tag(&scratch->tagger, &recogniser->model, article, text))
        return ent_i_no_memory(error, "recognise");
    return ENT_OK;
}

static void drop_uncertain(ent_article *article, double min_confidence)
{
    size_t kept = 0;
    for (size_t i = 0; i < article->mentions.n; i++)
        if (article->mentions.items[i].confidence >= min_confidence)
            article->mentions.items[kept++] = article->mentions.items[i];
    article->mentions.n = kept;
}

ent_status ent_i_recognise(const ent_i_recogniser *recogniser,
                           ent_i_recogniser_scratch *scratch,
                           ent_article *article, const ent_i_text *text,
                           ent_error *error)
{
    ent_status status = find_names(recogniser, scratch, article, text, error);
    if (article->names_only) /* there are no words to tell more */
        return status;
    if (!status && !recogniser->command && !article->annotated)
        status = ent_i_titled_apply(article, text, &recogniser->model.gazetteer,
                                    error);
    if (!status && !recogniser->command && !article->annotated)
        ent_i_complete_apply(article, text, &recogniser->model.gazetteer);
    if (!status)
        status = ent_i_titles_apply(article, text, error);
    if (!status && !recogniser->command && !article->annotated)
        status = ent_i_firms_apply(article, text, &recogniser->model.gazetteer,
                                   error);
    if (!status && !recogniser->command && !article->annotated)
        status = ent_i_reversed_apply(article, text,
                                      &recogniser->model.gazetteer, error);
    if (!status && !recogniser->command && !article->annotated)
        status = ent_i_couples_apply(article, text,
                                     &recogniser->model.gazetteer, error);
    if (!status && !article->annotated)
        status = ent_i_agree_apply(
            article, text,
            recogniser->command ? NULL : &recogniser->model.gazetteer, error);
    if (!status && !article->annotated)
        ent_i_lawsuits_apply(article, text);
    if (!status && recogniser->entities && !article->annotated)
        status =
            ent_i_entities_apply(recogniser->entities, article, text, error);
    if (!status)
        status = ent_i_roles_apply(article, text, error);
    if (!status && !article->annotated)
        drop_uncertain(article, recogniser->min_confidence);
    if (!status)
        status = ent_i_couples_list(
            article, text,
            recogniser->command ? NULL : &recogniser->model.gazetteer, error);
    return status;
}
