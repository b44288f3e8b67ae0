/* Who is who against gold: matches gold persons with the actors found, article
 * by article. Only persons are scored; pronouns are left out. */
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "cluster/cluster.h"
#include "core/error.h"
#include "corpus/corpus.h"
#include "entente/scoring.h"
#include "evaluate/answers.h"
#include "evaluate/gold.h"
#include "evaluate/score.h"
#include "lexicon/lexicon.h"
#include "recognise/annotated.h"
#include "recognise/recognise.h"

/* ---- what is compared ---- */

/* A labelled or found name in the current article. */
typedef struct person {
    uint32_t start; /* bytes of the text */
    uint32_t end;
    uint32_t number; /* of the gold person or the actor */
    bool used;
    bool story;
} person;

typedef ENT_I_VEC(person) person_list;

typedef struct scoring {
    const ent_read_options *options;
    bool given; /* the recogniser is replaced by the gold's persons */
    ent_i_recogniser *recogniser;
    ent_i_recogniser_scratch *scratch;
    ent_i_text text;
    ent_i_gold_list gold;
    ent_corpus *corpus;
    ent_i_answers answers; /* for the current file */
    person_list golds;     /* in the current article */
    person_list actors;
    size_t gold_count;
    size_t found_count;
    size_t hits;
} scoring;

static ent_status no_memory(ent_error *error)
{
    return ent_i_no_memory(error, "evaluate");
}

/* ---- names to numbers ---- */

/* Adds the name in quotation marks, because the votes are ordered by it. */
static bool add_quoted(ent_i_string *out, const char *text)
{
    bool doubled = strchr(text, '\'') && !strchr(text, '"');
    const char mark = doubled ? '"' : '\'';
    bool ok = ent_i_string_add(out, &mark, 1);
    for (; ok && *text; text++) {
        if (*text == '\\' || *text == mark)
            ok = ent_i_string_add(out, "\\", 1);
        ok = ok && ent_i_string_add(out, text, 1);
    }
    return ok && ent_i_string_add(out, &mark, 1);
}

/* ---- the gold's persons ---- */

/* Gold that links all kinds of mentions labels these too, but a recogniser of
 * names does not look for them. */
static bool is_pronoun(const char *text)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(), text, strlen(text))->use &
           ENT_I_U_PERSONAL;
}

/* Q215627 is Wikidata's class of persons. */
static bool is_person(const ent_i_gold_label *label)
{
    const char *types = ent_i_gold_string(label->object, "types");
    const char *type = ent_i_gold_string(label->object, "type");
    return strcmp(type, "PER") == 0 ||
           strstr(*types ? types : type, "Q215627") != NULL;
}

static bool is_named_person(const ent_i_gold_label *label)
{
    const char *text = ent_i_gold_string(label->object, "text");
    int32_t at = 0;
    UChar32 first;
    U8_NEXT(text, at, -1, first);
    return label->object && is_person(label) && first > 0 &&
           u_isUUppercase(first) && !is_pronoun(text);
}

/* The number of the entity or, without one, of the name in this article
 * only. */
static uint32_t person_number(scoring *s, const ent_i_gold *gold,
                              const json_t *label)
{
    const char *entity = ent_i_gold_string(label, "entity");
    const char *text = ent_i_gold_string(label, "text"), *word = text;
    ent_i_string name = {0};
    bool ok;
    /* For somebody not in the knowledge base, the article and the last word of
     * the name must do. */
    if (strcmp(entity, "<NIL>") != 0 && strcmp(entity, "Unknown") != 0) {
        ok = add_quoted(&name, entity);
    } else {
        for (const char *c = text; *c; c++)
            if (strchr(" \t\n\r", *c) && c[1] && !strchr(" \t\n\r", c[1]))
                word = c + 1;
        ok = ent_i_string_adds(&name, "(") &&
             add_quoted(&name, ent_i_gold_string(gold->object, "id")) &&
             ent_i_string_adds(&name, ", ") && add_quoted(&name, word) &&
             ent_i_string_adds(&name, ")");
    }
    uint32_t number = ok ? ent_i_answers_number(&s->answers, &s->answers.golds,
                                                name.items, name.n)
                         : ENT_NONE;
    ent_i_vec_free(&name);
    return number;
}

/* The stretch that annotators looked at. */
static void annotated_range(const ent_i_gold *gold, const ent_article *article,
                            uint32_t *low, uint32_t *high)
{
    const json_t *range = json_object_get(gold->object, "annotated");
    uint64_t character = 0;
    *low = 0;
    *high = article->text_size;
    if (json_array_size(range) != 2)
        return;
    /* Beyond what annotators looked at, a found name is neither right nor
     * wrong. */
    json_int_t from = json_integer_value(json_array_get(range, 0));
    json_int_t to = json_integer_value(json_array_get(range, 1));
    *high = 0;
    if (!ent_i_gold_byte(article->text, article->text_size, (uint64_t)from, low,
                         &character))
        return;
    *high = *low;
    if (!ent_i_gold_byte(article->text, article->text_size, (uint64_t)to, high,
                         &character))
        *high = article->text_size;
}

/* Fills s->golds, which the next article reuses. */
static bool take_golds(scoring *s, const ent_i_gold *gold, uint32_t low,
                       uint32_t high)
{
    s->golds.n = 0;
    for (size_t i = 0; i < gold->labels.n; i++) {
        const ent_i_gold_label *label = &gold->labels.items[i];
        /* A label across the border was only partly looked at. */
        if (!is_named_person(label) || label->start < low || label->end > high)
            continue;
        person p = {.start = label->start, .end = label->end};
        p.number = person_number(s, gold, label->object);
        if (p.number == ENT_NONE || !ent_i_vec_push(&s->golds, p))
            return false;
    }
    return true;
}

/* ---- the actors found ---- */

static const ent_actor *actor_of(const scoring *s, size_t index, size_t mention)
{
    const ent_assignment *who =
        ent_corpus_assignment(s->corpus, index, mention);
    return who ? ent_corpus_actor(s->corpus, who->actor) : NULL;
}

/* Whether it is a person by what all articles together say of it, else by what
 * its own does. */
static bool names_person(const scoring *s, size_t index, size_t mention)
{
    const ent_mention *m =
        ent_article_mention(ent_corpus_article(s->corpus, index), mention);
    const ent_actor *actor =
        m->role == ENT_ROLE_STORY ? actor_of(s, index, mention) : NULL;
    return (actor ? actor->type : m->type) == ENT_PERSON;
}

/* The number of the actor's id or, without an actor, of the cluster itself. */
static uint32_t number_of(scoring *s, size_t index, size_t mention)
{
    const ent_article *article = ent_corpus_article(s->corpus, index);
    const ent_mention *m = ent_article_mention(article, mention);
    const ent_cluster *c = ent_article_cluster(article, m->cluster);
    const ent_actor *actor = actor_of(s, index, mention);
    ent_i_string own = {0}, name = {0};
    /* Prefixed with the article, since nobody said that two such clusters are
     * the same. */
    bool ok =
        actor || ent_i_string_addf(&own, "%s#%u:%s", article->id,
                                   (unsigned)m->cluster, c ? c->name : "");
    ok = ok && add_quoted(&name, actor ? actor->id : own.items);
    uint32_t number = ok ? ent_i_answers_number(&s->answers, &s->answers.actors,
                                                name.items, name.n)
                         : ENT_NONE;
    ent_i_vec_free(&own);
    ent_i_vec_free(&name);
    return number;
}

/* Takes only names of persons in the text, since only those were annotated. */
static bool take_actors(scoring *s, size_t index, uint32_t low, uint32_t high)
{
    const ent_article *article = ent_corpus_article(s->corpus, index);
    s->actors.n = 0;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (!names_person(s, index, i) || m->field != ENT_FIELD_TEXT ||
            m->start < low || m->end > high)
            continue;
        person p = {.start = m->start,
                    .end = m->end,
                    .story = m->role == ENT_ROLE_STORY};
        p.number = number_of(s, index, i);
        if (p.number == ENT_NONE || !ent_i_vec_push(&s->actors, p))
            return false;
    }
    return true;
}

/* ---- one article ---- */

/* How many characters both cover. */
static uint32_t overlap(const char *text, const person *a, const person *b)
{
    uint32_t start = a->start > b->start ? a->start : b->start;
    uint32_t end = a->end < b->end ? a->end : b->end, n = 0;
    for (uint32_t i = start; i < end; i++)
        /* Counts all but the continuation bytes of UTF-8. */
        n += (text[i] & 0xC0) != 0x80;
    return n;
}

/* Matches each gold label with the unused mention that overlaps it most. */
static bool compare(scoring *s, const char *text)
{
    /* Any overlap will do: whether "President" belongs to the name is the
     * business of the recogniser's figures. */
    for (size_t i = 0; i < s->golds.n; i++) {
        const person *g = &s->golds.items[i];
        person *best = NULL;
        uint32_t most = 0;
        for (size_t j = 0; j < s->actors.n; j++) {
            person *a = &s->actors.items[j];
            uint32_t n = a->used ? 0 : overlap(text, g, a);
            if (n > most) {
                most = n;
                best = a;
            }
        }
        ent_i_answer answer = {g->number, best ? best->number : ENT_NONE};
        if (best)
            best->used = true;
        s->hits += best != NULL;
        if (!ent_i_vec_push(&s->answers.items, answer))
            return false;
    }
    for (size_t j = 0; j < s->actors.n; j++)
        if (!s->actors.items[j].used &&
            !ent_i_vec_push(
                &s->answers.items,
                (ent_i_answer){ENT_NONE, s->actors.items[j].number}))
            return false;
    return true;
}

/* Ties the persons of one article. */
static bool tie(scoring *s, uint32_t article)
{
    for (size_t i = 0; i < s->golds.n; i++)
        for (size_t j = 0; j < i; j++) {
            uint32_t a = s->golds.items[i].number;
            uint32_t b = s->golds.items[j].number;
            if (a != b && !ent_i_keymap_put(&s->answers.gold_ties,
                                            ent_i_pair_key(a, b), 0))
                return false;
        }
    /* Found ties wait until every actor is read as a gold person; bylines and
     * credits make none. */
    for (size_t i = 0; i < s->actors.n; i++)
        if (s->actors.items[i].story &&
            !ent_i_vec_push(&s->answers.seen, (uint64_t)article << 32 |
                                                  s->actors.items[i].number))
            return false;
    return true;
}

/* Uses the article as the corpus resolved it; the gold's own was handed
 * over. */
static bool score_article(scoring *s, uint32_t index)
{
    const ent_i_gold *gold = &s->gold.items[index];
    const ent_article *article = ent_i_article_at(s->corpus, index);
    uint32_t low, high;
    annotated_range(gold, article, &low, &high);
    if (!take_golds(s, gold, low, high) || !take_actors(s, index, low, high) ||
        !compare(s, article->text) || !tie(s, index))
        return false;
    s->gold_count += s->golds.n;
    s->found_count += s->actors.n;
    return true;
}

/* ---- figures ---- */

/* Recognition is scored too, since a person who is not found cannot be
 * resolved: without it, a low B3 would say nothing. */
static ent_status write_persons(const scoring *s, const char *path,
                                ent_i_score b3, const ent_sink *sink,
                                ent_error *error)
{
    char p[ENT_I_SHARE_SIZE], r[ENT_I_SHARE_SIZE], q[ENT_I_SHARE_SIZE];
    char u[ENT_I_SHARE_SIZE], f[ENT_I_SHARE_SIZE];
    double found = s->found_count ? (double)s->found_count : 1;
    double gold = s->gold_count ? (double)s->gold_count : 1;
    ent_i_string line = {0};
    bool ok = ent_i_string_addf(
        &line, "%s\tpersons\tP %s\tR %s\tgold %zu\n%s\tB3\tP %s\tR %s\tF1 %s\n",
        path, ent_i_share((double)s->hits / found, 3, p),
        ent_i_share((double)s->hits / gold, 3, r), s->gold_count, path,
        ent_i_share(b3.precision, 3, q), ent_i_share(b3.recall, 3, u),
        ent_i_share(b3.f1, 4, f));
    ent_status status = ok ? ENT_OK : no_memory(error);
    if (ok && sink->write(sink->ctx, line.items, line.n) != 0)
        status = ent_i_fail(error, ENT_ERR_IO, "evaluate", "cannot write");
    ent_i_vec_free(&line);
    return status;
}

static ent_status write_figures(scoring *s, const char *path,
                                const ent_sink *sink, ent_error *error)
{
    ent_i_score b_cubed;
    ent_i_counts ties;
    if (!ent_i_answers_score(&s->answers, &b_cubed, &ties))
        return no_memory(error);
    ent_status status = write_persons(s, path, b_cubed, sink, error);
    return status ? status
                  : ent_i_score_write(sink, path, "ties", &ties, true, error);
}

/* ---- running the stages ---- */

/* As if the recogniser had found exactly the gold's persons. */
static bool hand_in(const ent_i_gold *gold, ent_article *article)
{
    article->annotated = true;
    for (size_t i = 0; i < gold->labels.n; i++) {
        const ent_i_gold_label *label = &gold->labels.items[i];
        ent_mention m = {.size = sizeof m,
                         .start = label->start,
                         .end = label->end,
                         .honorific_start = label->start,
                         .honorific_end = label->start,
                         .cluster = ENT_NONE,
                         .confidence = 1,
                         .type = ENT_PERSON,
                         .role = ENT_ROLE_STORY,
                         .field = ENT_FIELD_TEXT};
        if (is_named_person(label) && !ent_i_vec_push(&article->mentions, m))
            return false;
    }
    return true;
}

static ent_status run_article(scoring *s, ent_i_gold *gold, ent_error *error)
{
    ent_article *article = gold->article;
    if (s->given && !hand_in(gold, article))
        return no_memory(error);
    ent_status status = ent_i_text_read(&s->text, article, error);
    if (!status)
        status = ent_i_recognise(s->recogniser, s->scratch, article, &s->text,
                                 error);
    if (!status)
        status = ent_i_cluster_article(article, &s->text, error);
    if (!status)
        status = ent_corpus_add_take(s->corpus, article, error);
    /* Now owned by the corpus. */
    if (!status)
        gold->article = NULL;
    return status;
}

/* Each file is a corpus of its own: people in one are not looked for in
 * another. */
static void forget_file(scoring *s)
{
    ent_i_gold_free(&s->gold);
    ent_corpus_free(s->corpus);
    ent_i_answers_free(&s->answers);
    s->corpus = NULL;
    s->gold_count = s->found_count = s->hits = 0;
}

static ent_status score_file(scoring *s, const char *path, const ent_sink *sink,
                             ent_error *error)
{
    ent_status status = ent_i_gold_load(&s->gold, path, error);
    if (!status)
        status = ent_corpus_new(&s->corpus, error);
    for (size_t i = 0; i < s->gold.n && !status; i++) {
        /* .conll marks names but does not say whose they are. */
        if (!s->gold.items[i].object)
            return ent_i_fail_at(
                error,
                ent_i_fail(error, ENT_ERR_FORMAT, "evaluate",
                           "expected JSON Lines whose labels have \"entity\""),
                path, 0, -1);
        status = run_article(s, &s->gold.items[i], error);
    }
    /* First resolves with all articles present, then scores. */
    if (!status)
        status = ent_corpus_resolve(s->corpus, NULL, error);
    for (uint32_t i = 0; i < s->gold.n && !status; i++)
        if (!score_article(s, i))
            status = no_memory(error);
    return status ? status : write_figures(s, path, sink, error);
}

/* All files share one recogniser and scratch: loading a model takes longer than
 * scoring a file. */
ent_status ent_evaluate_resolve(const ent_read_options *options,
                                bool gold_spans, const char *const *gold,
                                size_t gold_count, const ent_sink *sink,
                                ent_error *error)
{
    static const ent_read_options defaults = ENT_READ_OPTIONS_INIT;
    scoring s = {.options = options ? options : &defaults, .given = gold_spans};
    ent_i_recogniser_options how = {s.options->model,
                                    s.options->recogniser,
                                    s.options->entities,
                                    s.options->min_confidence,
                                    s.options->recogniser_seconds,
                                    NULL};
    ent_status status = ent_i_recogniser_new(&s.recogniser, &how, error);
    if (!status)
        status = ent_i_recogniser_scratch_new(&s.scratch, s.recogniser, error);
    for (size_t i = 0; i < gold_count && !status; i++) {
        status = score_file(&s, gold[i], sink, error);
        forget_file(&s);
    }
    ent_i_recogniser_scratch_free(s.scratch);
    ent_i_recogniser_free(s.recogniser);
    ent_i_text_free(&s.text);
    ent_i_vec_free(&s.golds);
    ent_i_vec_free(&s.actors);
    return status;
}
