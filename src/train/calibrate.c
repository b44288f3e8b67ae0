#include "train/calibrate.h"

#include "core/error.h"
#include "recognise/tagger.h"
#include "train/articles.h"

typedef struct reliability {
    ent_i_tagger tagger;
    const ent_i_model *model;
    double right[ENT_I_CALIBRATION];
    double found[ENT_I_CALIBRATION];
    size_t articles; /* annotated ones */
} reliability;

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
    reliability *r = ctx;
    size_t gold = article->mentions.n;
    if (!article->annotated)
        return true;
    r->articles++;
    if (!ent_i_tag(&r->tagger, r->model, article, text))
        return false;
    for (size_t i = gold; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        unsigned step =
            (unsigned)(m->confidence * (ENT_I_CALIBRATION - 1) + 0.5f);
        r->found[step] += 1.0;
        r->right[step] += is_gold(article->mentions.items, gold, m);
    }
    return true;
}

/* Neighbouring steps that fall are pooled until none does (Ayer et al.
 * 1955). */
static void pool(reliability *r)
{
    unsigned first[ENT_I_CALIBRATION]; /* step of each block */
    double right[ENT_I_CALIBRATION], found[ENT_I_CALIBRATION];
    unsigned blocks = 0;
    for (unsigned i = 0; i < ENT_I_CALIBRATION; i++) {
        first[blocks] = i;
        right[blocks] = r->right[i];
        found[blocks] = r->found[i];
        while (blocks && right[blocks] * found[blocks - 1] <
                             right[blocks - 1] * found[blocks]) {
            right[blocks - 1] += right[blocks];
            found[blocks - 1] += found[blocks];
            blocks--;
        }
        blocks++;
    }
    for (unsigned i = ENT_I_CALIBRATION; i-- > 0;) {
        while (first[blocks - 1] > i)
            blocks--;
        r->right[i] = right[blocks - 1] / found[blocks - 1] * r->found[i];
    }
}

ent_status ent_i_calibrate(ent_i_model *model, const char *const *inputs,
                           size_t count, ent_error *error)
{
    reliability r = {.model = model};
    const float last = ENT_I_CALIBRATION - 1;
    for (unsigned i = 0; i < ENT_I_CALIBRATION; i++) {
        model->calibration[i] = (float)i / last;
        /* Where little was found, the tagger's own estimate prevails. */
        r.found[i] = 10.0;
        r.right[i] = 10.0 * i / last;
    }
    ent_status status =
        ent_i_each_article(inputs, count, check_article, &r, error);
    ent_i_tagger_free(&r.tagger);
    if (!status && count && !r.articles)
        return ent_i_fail(error, ENT_ERR_FORMAT, "recognise",
                          "expected annotated articles to hold out, found "
                          "none");
    pool(&r);
    for (unsigned i = 0; i < ENT_I_CALIBRATION; i++)
        model->calibration[i] = (float)(r.right[i] / r.found[i]);
    return status;
}
