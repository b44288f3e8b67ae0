/* Recognition against gold: a name counts when its span and type exactly match
 * the gold's (as in the CoNLL shared tasks, Tjong Kim Sang and De Meulder
 * 2003). MISC and names of types we do not have are left out. */
#include <string.h>

#include "core/error.h"
#include "entente/scoring.h"
#include "evaluate/gold.h"
#include "evaluate/score.h"
#include "recognise/recognise.h"

enum { SCORED = 3 }; /* types, in the order of ent_type */

static const char *const type_labels[SCORED] = {"PER", "ORG", "LOC"};

/* Bytes of the text, and the type's index in type_labels. */
typedef struct span {
    uint32_t start;
    uint32_t end;
    int type;
} span;

typedef ENT_I_VEC(span) span_list;

typedef struct scoring {
    ent_i_recogniser *recogniser;
    ent_i_recogniser_scratch *scratch;
    ent_i_text text;
    span_list gold;
    span_list found;
    ent_i_counts counts[SCORED];
} scoring;

/* The same order for gold and found: two sorted lists can be compared in one
 * walk. */
static int compare(const void *a, const void *b)
{
    const span *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->end != y->end)
        return x->end < y->end ? -1 : 1;
    return (x->type > y->type) - (x->type < y->type);
}

/* Sorts and removes duplicates. */
static void make_set(span_list *list)
{
    size_t kept = 0;
    ent_i_sort(list->items, list->n, sizeof *list->items, compare);
    for (size_t i = 0; i < list->n; i++)
        if (kept == 0 || compare(&list->items[kept - 1], &list->items[i]) != 0)
            list->items[kept++] = list->items[i];
    list->n = kept;
}

/* Walks both sets; what only one of them has is wrong or missed. */
static void count(scoring *s)
{
    size_t g = 0, f = 0;
    make_set(&s->gold);
    make_set(&s->found);
    while (g < s->gold.n || f < s->found.n) {
        int order = g == s->gold.n ? 1
                    : f == s->found.n
                        ? -1
                        : compare(&s->gold.items[g], &s->found.items[f]);
        const span *one = order <= 0 ? &s->gold.items[g] : &s->found.items[f];
        ent_i_counts *counts = &s->counts[one->type];
        if (order == 0)
            counts->right++;
        else if (order < 0)
            counts->missed++;
        else
            counts->wrong++;
        g += order <= 0;
        f += order >= 0;
    }
}

/* The lists are emptied but not freed, so that thousands of articles reuse the
 * memory. */
static ent_status score_article(scoring *s, ent_i_gold *gold, ent_error *error)
{
    ent_article *article = gold->article;
    bool room = true;
    s->gold.n = s->found.n = 0;
    for (size_t i = 0; i < gold->labels.n && room; i++)
        for (int type = 0; type < SCORED && room; type++)
            if (strcmp(gold->labels.items[i].type, type_labels[type]) == 0)
                room = ent_i_vec_push(&s->gold,
                                      (span){gold->labels.items[i].start,
                                             gold->labels.items[i].end, type});
    /* Runs the stages as a reader does, but without its threads, which could
     * only change the order of the figures. */
    ent_status status = ent_i_text_read(&s->text, article, error);
    if (!status)
        status = ent_i_recognise(s->recogniser, s->scratch, article, &s->text,
                                 error);
    for (size_t i = 0; i < article->mentions.n && room && !status; i++) {
        const ent_mention *m = &article->mentions.items[i];
        /* Annotators saw only the text, and did not mark roles. */
        if (m->field == ENT_FIELD_TEXT && m->type < SCORED)
            room = ent_i_vec_push(&s->found, (span){m->start, m->end, m->type});
    }
    if (!room)
        return ent_i_no_memory(error, "evaluate");
    if (!status)
        count(s);
    return status;
}

static ent_status write_scores(const scoring *s, const char *path,
                               const ent_sink *sink, ent_error *error)
{
    /* Pooled over the types, as the shared tasks rank: frequent types count
     * more than in a mean of three. */
    ent_i_counts all = {0, 0, 0};
    ent_status status = ENT_OK;
    for (int type = 0; type < SCORED && !status; type++) {
        all.right += s->counts[type].right;
        all.wrong += s->counts[type].wrong;
        all.missed += s->counts[type].missed;
        status = ent_i_score_write(sink, path, type_labels[type],
                                   &s->counts[type], true, error);
    }
    return status ? status
                  : ent_i_score_write(sink, path, "all", &all, false, error);
}

static ent_status score_file(scoring *s, const char *path, const ent_sink *sink,
                             ent_error *error)
{
    ent_i_gold_list list = {0};
    ent_status status = ent_i_gold_load(&list, path, error);
    /* Each file has its own figures: newspapers differ. */
    memset(s->counts, 0, sizeof s->counts);
    for (size_t i = 0; i < list.n && !status; i++)
        status = score_article(s, &list.items[i], error);
    if (!status)
        status = write_scores(s, path, sink, error);
    ent_i_gold_free(&list);
    return status;
}

/* One recogniser for all files, as in normal use. */
ent_status ent_evaluate_ner(const ent_read_options *options,
                            const char *const *gold, size_t gold_count,
                            const ent_sink *sink, ent_error *error)
{
    static const ent_read_options defaults = ENT_READ_OPTIONS_INIT;
    const ent_read_options *o = options ? options : &defaults;
    scoring s = {0};
    ent_i_recogniser_options how = {
        o->model,          o->recogniser,         o->entities,
        o->min_confidence, o->recogniser_seconds, NULL};
    ent_status status = ent_i_recogniser_new(&s.recogniser, &how, error);
    if (!status)
        status = ent_i_recogniser_scratch_new(&s.scratch, s.recogniser, error);
    for (size_t i = 0; i < gold_count && !status; i++)
        status = score_file(&s, gold[i], sink, error);
    ent_i_recogniser_scratch_free(s.scratch);
    ent_i_recogniser_free(s.recogniser);
    ent_i_text_free(&s.text);
    ent_i_vec_free(&s.gold);
    ent_i_vec_free(&s.found);
    return status;
}
