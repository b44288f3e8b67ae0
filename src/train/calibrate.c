#include "train/calibrate.h"

#include "core/error.h"
#include "recognise/tagger.h"
#include "train/articles.h"
#include "train/reliability.h"

_Static_assert((int)ENT_I_CALIBRATION == (int)ENT_I_RELIABILITY_STEPS,
               "a model has a share for each step");

typedef struct trial {
    ent_i_tagger tagger;
    const ent_i_model *model;
    ent_i_reliability reliability;
    size_t articles; /* annotated ones */
} trial;

static bool is_gold(const ent_mention *gold, size_t n, const ent_mention *found)
{
    for (size_t i = 0; i < n; i++) {
        if (gold[i].start == found->start && gold[i].end == found->end &&
            gold[i].type == found->type && gold[i].field == found->field)
            return true;
    }
    return false;
}

static bool check_article(void *ctx, ent_article *article,
                          const ent_i_text *text)
{
    trial *t = ctx;
    size_t gold = article->mentions.n;
    if (!article->annotated)
        return true;
    t->articles++;
    if (!ent_i_tag(&t->tagger, t->model, article, text))
        return false;
    for (size_t i = gold; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        ent_i_reliability_add(&t->reliability, m->confidence,
                              is_gold(article->mentions.items, gold, m));
    }
    return true;
}

ent_status ent_i_calibrate(ent_i_model *model, const char *const *inputs,
                           size_t count, ent_error *error)
{
    trial t = {.model = model};
    for (unsigned i = 0; i < ENT_I_CALIBRATION; i++)
        model->calibration[i] = (float)i / (ENT_I_CALIBRATION - 1);
    ent_i_reliability_begin(&t.reliability);
    ent_status status =
        ent_i_each_article(inputs, count, check_article, &t, error);
    ent_i_tagger_free(&t.tagger);
    if (!status && count && !t.articles)
        return ent_i_fail(error, ENT_ERR_FORMAT, "recognise",
                          "expected annotated articles to hold out, found "
                          "none");
    ent_i_reliability_shares(&t.reliability, model->calibration);
    return status;
}
