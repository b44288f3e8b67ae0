/* The doubtful decisions as questions. */
#include <string.h>

#include "core/error.h"
#include "core/utf8.h"
#include "corpus/decisions.h"
#include "entente/review.h"

/* Below, a decision is doubtful. */
static const double SURE = 0.9;

enum { EVIDENCE_MAX = 300 };

struct ent_questions {
    ENT_I_VEC(ent_question) list;
    ent_i_arena arena;
};

/* Where a mention is. */
typedef struct place {
    uint32_t article; /* ENT_NONE: nowhere */
    uint32_t mention;
} place;

typedef struct asking {
    const ent_corpus *corpus;
    const ent_i_resolution *r;
    unsigned types;
    ent_questions *out;
    place *actors;   /* by actor: a mention by the name itself */
    uint32_t *whose; /* by node: the only actor it was given to; ENT_NONE: none
                        yet, SEVERAL */
} asking;

#define SEVERAL (ENT_NONE - 1)

/* ---- evidence ---- */

/* The date, and the title where the sentence isn't it: what an article is
 * remembered by. The id finds it. */
static bool put_article(ent_i_string *out, const ent_article *article,
                        const ent_sentence *s)
{
    char date[16];
    bool named = s->field == ENT_FIELD_TEXT && *article->title;
    ent_date_format(article->date, date);
    return ent_i_string_addf(out, "%s%s", date, *date ? ", " : "") &&
           (named ? ent_i_string_addf(out, "%s (%s): ", article->title,
                                      article->id)
                  : ent_i_string_addf(out, "%s: ", article->id));
}

/* With single blanks, cut between characters. */
static const char *sentence_at(asking *a, place at)
{
    ent_i_string text = {0};
    if (at.article == ENT_NONE)
        return "";
    const ent_article *article = ent_i_article_at(a->corpus, at.article);
    const ent_mention *m = &article->mentions.items[at.mention];
    const ent_sentence *s = &article->sentences.items[m->sentence];
    const char *field = ent_article_field(article, (ent_field)s->field);
    bool blank = false;
    bool ok = put_article(&text, article, s);
    for (uint32_t i = s->start; ok && i < s->end; i++) {
        bool space = (unsigned char)field[i] <= ' ';
        if (!space && i - s->start > EVIDENCE_MAX &&
            ent_i_is_boundary(field, i)) {
            ok = ent_i_string_adds(&text, " …");
            break;
        }
        if (!space || !blank)
            ok = ent_i_string_add(&text, space ? " " : field + i, 1);
        blank = space;
    }
    const char *copy =
        ok ? ent_i_arena_strndup(&a->out->arena, text.items, text.n) : NULL;
    ent_i_vec_free(&text);
    return copy;
}

/* A mention of the article whose record has the node. */
static place find_mention(const asking *a, uint32_t article, uint32_t node)
{
    const ent_article *in = ent_i_article_at(a->corpus, article);
    const uint32_t *record = ent_i_assigned_in(a->corpus, article);
    for (uint32_t k = 0; k < in->mentions.n; k++) {
        if (record[k] != ENT_NONE &&
            ent_i_record_at(a->r, record[k])->node == node)
            return (place){article, k};
    }
    return (place){ENT_NONE, 0};
}

/* The first mention of each actor under a name that is surely his. */
static void find_actors(asking *a)
{
    const ent_corpus *corpus = a->corpus;
    for (size_t i = 0; i < corpus->actors.n; i++)
        a->actors[i].article = ENT_NONE;
    for (uint32_t i = 0; i < corpus->articles.n; i++) {
        size_t n = ent_i_article_at(corpus, i)->mentions.n;
        for (uint32_t k = 0; k < n; k++) {
            const ent_assignment *who = ent_i_assignment(corpus, i, k);
            if (who && who->reason == ENT_BY_ITSELF &&
                a->actors[who->actor].article == ENT_NONE)
                a->actors[who->actor] = (place){i, k};
        }
    }
}

/* ---- questions ---- */

static void find_owners(asking *a, const ent_i_decision_list *list)
{
    for (size_t i = 0; i < a->r->nodes.n; i++)
        a->whose[i] = ENT_NONE;
    for (size_t i = 0; i < list->n; i++) {
        uint32_t *whose = &a->whose[list->items[i].node];
        uint32_t actor = list->items[i].actor;
        *whose = *whose == ENT_NONE || *whose == actor ? actor : SEVERAL;
    }
}

/* The actor who may be meant by a name that was left open, or who was given
 * it with little evidence; ENT_NONE when there is nothing to ask. */
static uint32_t doubtful(const asking *a, const ent_i_decision *d)
{
    const ent_actor *actor = &a->corpus->actors.items[d->actor];
    if (!(a->types & 1u << a->r->nodes.items[d->node].type) ||
        a->whose[d->node] == SEVERAL || d->reason == ENT_BY_FILE ||
        d->reason == ENT_BY_KIND || actor->dropped || actor->curated)
        return ENT_NONE;
    if (d->reason == ENT_BY_ITSELF)
        return actor->likely;
    return d->confidence < SURE ? d->actor : ENT_NONE;
}

static bool is_answered(const ent_corpus *corpus, const char *name,
                        const char *whom)
{
    for (size_t i = 0; i < corpus->answers.n; i++)
        if (strcmp(corpus->answers.items[i].name, name) == 0 &&
            strcmp(corpus->answers.items[i].whom, whom) == 0)
            return true;
    return false;
}

static bool add_question(asking *a, const ent_i_decision *d, uint32_t whom)
{
    ent_i_arena *arena = &a->out->arena;
    const ent_actor *actor = &a->corpus->actors.items[whom];
    bool together = whom == d->actor;
    if (is_answered(a->corpus, d->label, actor->label))
        return true;
    ent_question q = {
        .name = ent_i_arena_strdup(arena, d->label),
        .whom = ent_i_arena_strdup(arena, actor->label),
        .type = a->r->nodes.items[d->node].type,
        .together = together,
        .articles = d->articles,
        .confidence = together ? d->confidence : 0.5,
        .reason = together ? ent_i_reason_text((ent_reason)d->reason)
                           : "left open: not certain enough to say",
        .evidence = sentence_at(a, find_mention(a, d->example, d->node)),
        .beside = sentence_at(a, a->actors[whom])};
    return q.name && q.whom && q.evidence && q.beside &&
           (strcmp(q.name, q.whom) == 0 || ent_i_vec_push(&a->out->list, q));
}

/* A name given for several reasons is asked for once. */
static bool join_questions(asking *a, const ent_i_decision *d, uint32_t whom)
{
    const char *label = a->corpus->actors.items[whom].label;
    for (size_t i = a->out->list.n; i-- > 0;) {
        ent_question *q = &a->out->list.items[i];
        if (strcmp(q->whom, label) != 0)
            return false;
        if (strcmp(q->name, d->label) != 0 || !q->together)
            continue;
        q->confidence =
            (q->confidence * q->articles + d->confidence * d->articles) /
            (q->articles + d->articles);
        q->articles += d->articles;
        return true;
    }
    return false;
}

static double stake(const ent_question *q)
{
    return q->articles * (1 - q->confidence);
}

static int by_stake(const void *a, const void *b)
{
    const ent_question *x = a, *y = b;
    if (stake(x) != stake(y))
        return stake(x) > stake(y) ? -1 : 1;
    int order = strcmp(x->name, y->name);
    return order ? order : strcmp(x->whom, y->whom);
}

static bool ask(asking *a)
{
    ent_i_decision_list list = {0};
    a->actors = ent_i_malloc(a->corpus->actors.n * sizeof *a->actors);
    a->whose = ent_i_malloc(a->r->nodes.n * sizeof *a->whose);
    bool ok = a->actors && a->whose && ent_i_decisions(&list, a->corpus);
    if (ok) {
        find_actors(a);
        find_owners(a, &list);
    }
    for (size_t i = 0; ok && i < list.n; i++) {
        const ent_i_decision *d = &list.items[i];
        uint32_t whom = doubtful(a, d);
        ok = whom == ENT_NONE || join_questions(a, d, whom) ||
             add_question(a, d, whom);
    }
    ent_i_vec_free(&list);
    ent_i_free(a->actors);
    ent_i_free(a->whose);
    return ok;
}

ent_status ent_questions_find(ent_questions **out, const ent_corpus *corpus,
                              unsigned types, ent_error *error)
{
    asking a = {.corpus = corpus, .r = corpus->resolution, .types = types};
    if (!a.r)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "resolve",
                          "expected a resolved corpus");
    a.out = ent_i_calloc(1, sizeof *a.out);
    if (!a.out || !ask(&a)) {
        ent_questions_free(a.out);
        return ent_i_no_memory(error, "resolve");
    }
    ent_i_sort(a.out->list.items, a.out->list.n, sizeof *a.out->list.items,
               by_stake);
    *out = a.out;
    return ENT_OK;
}

size_t ent_questions_count(const ent_questions *questions)
{
    return questions->list.n;
}

const ent_question *ent_questions_at(const ent_questions *questions, size_t i)
{
    return i < questions->list.n ? &questions->list.items[i] : NULL;
}

void ent_questions_free(ent_questions *questions)
{
    if (!questions)
        return;
    ent_i_vec_free(&questions->list);
    ent_i_arena_free(&questions->arena);
    ent_i_free(questions);
}
