/* Encounters against gold: a pair of persons counts when an encounter that was
 * held or is planned includes both. Persons are compared by the last word of
 * their names, since a sentence rarely gives more. Gold labels sentences, but
 * each article is read whole as usual: what a sentence says depends on what
 * comes before it. */
#include <stdlib.h>
#include <string.h>

#include "core/error.h"
#include "core/map.h"
#include "entente/scoring.h"
#include "evaluate/gold.h"
#include "evaluate/last_word.h"
#include "evaluate/score.h"

/* Two persons in contact, with their names in alphabetical order. */
typedef struct pair {
    const char *a;
    const char *b;
    ent_kind kind;
    ent_standing standing;
} pair;

typedef ENT_I_VEC(pair) pair_list;
typedef ENT_I_VEC(const char *) name_list;

/* The articles that the gold names. */
typedef struct article_shelf {
    ent_i_strmap numbers; /* id to number, from 1; 0: not read */
    ENT_I_VEC(ent_article *) articles;
} article_shelf;

typedef struct scoring {
    article_shelf shelf;
    UCaseMap *lower;
    ent_i_arena names;
    name_list people; /* in the current encounter */
    pair_list gold;   /* in the current record */
    pair_list found;
    ent_i_counts counts;
    size_t kind_right;
    size_t standing_right;
} scoring;

/* ---- names ---- */

/* Adds to the list of the current encounter. */
static bool add_person(scoring *s, const char *name, size_t size)
{
    const char *word = ent_i_last_word(s->lower, &s->names, name, size);
    return word && ent_i_vec_push(&s->people, word);
}

/* ---- pairs ---- */

/* A linear search, since a sentence has few pairs. */
static pair *find_pair(const pair_list *list, const pair *wanted)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->items[i].a, wanted->a) == 0 &&
            strcmp(list->items[i].b, wanted->b) == 0)
            return &list->items[i];
    return NULL;
}

/* Adds every pair from s->people; the last statement about a pair counts. */
static bool add_pairs(scoring *s, pair_list *list, ent_kind kind,
                      ent_standing standing)
{
    /* A contact that is only proposed, or denied, is none, whoever is named. */
    if (standing != ENT_HELD && standing != ENT_PLANNED)
        return true;
    for (size_t i = 0; i < s->people.n; i++)
        for (size_t k = i + 1; k < s->people.n; k++) {
            const char *a = s->people.items[i], *b = s->people.items[k];
            int order = strcmp(a, b);
            /* Two people with the same last word cannot be told apart: order is
             * 0. */
            pair added = {order < 0 ? a : b, order < 0 ? b : a, kind, standing};
            pair *known = find_pair(list, &added);
            if (order && known)
                *known = added;
            else if (order && !ent_i_vec_push(list, added))
                return false;
        }
    return true;
}

/* Unknown words become the last name: gold is checked by its authors, and a
 * wrong kind costs only a point. */
static ent_kind kind_of(const char *name)
{
    uint8_t kind = ENT_KIND_COUNT - 1;
    ent_i_kind_parse(name, &kind);
    return (ent_kind)kind;
}

static ent_standing standing_of(const char *name)
{
    uint8_t standing = ENT_STANDING_COUNT - 1;
    ent_i_standing_parse(name, &standing);
    return (ent_standing)standing;
}

/* Participants that are not strings are skipped: gold may contain more about
 * them than is read here. */
static bool read_gold(scoring *s, const json_t *record)
{
    const json_t *encounters = json_object_get(record, "encounters");
    for (size_t i = 0; i < json_array_size(encounters); i++) {
        const json_t *e = json_array_get(encounters, i);
        const json_t *people = json_object_get(e, "participants");
        s->people.n = 0;
        for (size_t k = 0; k < json_array_size(people); k++) {
            const json_t *name = json_array_get(people, k);
            if (json_is_string(name) && !add_person(s, json_string_value(name),
                                                    json_string_length(name)))
                return false;
        }
        if (!add_pairs(s, &s->gold, kind_of(ent_i_gold_string(e, "kind")),
                       standing_of(ent_i_gold_string(e, "status"))))
            return false;
    }
    return true;
}

/* Whether the article states it within the sentence. */
static bool lies_in(const ent_encounter *e, const ent_i_gold *gold)
{
    return e->field == ENT_FIELD_TEXT && e->start < gold->end &&
           e->end > gold->start;
}

/* Takes the encounters that the article states in the record's sentence. */
static bool read_found(scoring *s, const ent_article *article,
                       const ent_i_gold *gold)
{
    size_t n = ent_article_encounter_count(article);
    for (size_t i = 0; i < n; i++) {
        const ent_encounter *e = ent_article_encounter(article, i);
        if (!lies_in(e, gold))
            continue;
        s->people.n = 0;
        for (uint32_t k = 0; k < e->participant_count; k++) {
            const ent_mention *m =
                ent_article_mention(article, e->participants[k]);
            const char *field = ent_article_field(article, (ent_field)m->field);
            if (!add_person(s, field + m->start, m->end - m->start))
                return false;
        }
        if (!add_pairs(s, &s->found, (ent_kind)e->kind,
                       (ent_standing)e->standing))
            return false;
    }
    return true;
}

/* Kind and standing are scored only for right pairs, since a missed pair has
 * none. */
static void count(scoring *s)
{
    for (size_t i = 0; i < s->gold.n; i++) {
        const pair *found = find_pair(&s->found, &s->gold.items[i]);
        s->counts.missed += !found;
        if (!found)
            continue;
        s->counts.right++;
        s->kind_right += found->kind == s->gold.items[i].kind;
        s->standing_right += found->standing == s->gold.items[i].standing;
    }
    for (size_t i = 0; i < s->found.n; i++)
        s->counts.wrong += !find_pair(&s->gold, &s->found.items[i]);
}

/* ---- articles ---- */

/* Keeps the article if the gold names it. Of two with the same id, the later
 * one counts. */
static bool keep(article_shelf *shelf, ent_article *article)
{
    const char *id = ent_article_id(article);
    uint32_t known = ent_i_strmap_get(&shelf->numbers, id, strlen(id));
    if (known == ENT_I_ABSENT) {
        ent_article_free(article);
    } else if (known) {
        ent_article_free(shelf->articles.items[known - 1]);
        shelf->articles.items[known - 1] = article;
    } else {
        uint32_t *number = ent_i_strmap_put(&shelf->numbers, id, strlen(id), 0);
        if (!number || !ent_i_vec_push(&shelf->articles, article)) {
            ent_article_free(article);
            return false;
        }
        *number = (uint32_t)shelf->articles.n;
    }
    return true;
}

/* Reads whole articles with contacts, but does not resolve people across
 * them. */
static ent_status read_articles(article_shelf *shelf,
                                const ent_read_options *options,
                                const char *const *inputs, size_t count,
                                ent_error *error)
{
    ent_read_options how = *options;
    how.resolve = ENT_RESOLVE_ARTICLE;
    how.text_only = false;
    ent_reader *reader = NULL;
    ent_article *article = NULL;
    ent_status status = ent_reader_open(&reader, &how, inputs, count, error);
    do {
        if (!status)
            status = ent_reader_next(reader, &article, error);
        if (!status && article && !keep(shelf, article))
            status = ent_i_no_memory(error, "evaluate");
    } while (!status && article);
    ent_reader_free(reader);
    return status;
}

static void free_shelf(article_shelf *shelf)
{
    for (size_t i = 0; i < shelf->articles.n; i++)
        ent_article_free(shelf->articles.items[i]);
    ent_i_vec_free(&shelf->articles);
    ent_i_strmap_free(&shelf->numbers);
}

/* ---- records, files ---- */

/* Registers the articles that the records need. */
static ent_status want_articles(article_shelf *shelf,
                                const ent_i_gold_list *list, const char *path,
                                ent_error *error)
{
    for (size_t i = 0; i < list->n; i++) {
        const ent_i_gold *gold = &list->items[i];
        const char *id = ent_i_gold_string(gold->object, "article");
        if (!*id || gold->start >= gold->end) {
            ent_i_fail(error, ENT_ERR_FORMAT, "evaluate",
                       "expected a record with \"article\", and \"start\" "
                       "before \"end\"");
            return ent_i_fail_at(error, ENT_ERR_FORMAT, path, gold->line, -1);
        }
        if (!ent_i_strmap_put(&shelf->numbers, id, strlen(id), 0))
            return ent_i_no_memory(error, "evaluate");
    }
    return ENT_OK;
}

/* In an article that is missing, nothing is found. */
static bool score_record(scoring *s, const ent_i_gold *gold)
{
    const char *id = ent_i_gold_string(gold->object, "article");
    uint32_t number = ent_i_strmap_get(&s->shelf.numbers, id, strlen(id));
    s->gold.n = s->found.n = 0;
    if (!read_gold(s, gold->object))
        return false;
    if (number && !read_found(s, s->shelf.articles.items[number - 1], gold))
        return false;
    count(s);
    /* The names of one record are not needed for the next. */
    ent_i_arena_free(&s->names);
    return true;
}

/* Kind and status are shares of the right pairs. */
static ent_status write_scores(const scoring *s, const char *path,
                               const ent_sink *sink, ent_error *error)
{
    ent_i_score score = ent_i_score_of(&s->counts);
    double found = s->counts.right ? (double)s->counts.right : 1;
    char p[ENT_I_SHARE_SIZE], r[ENT_I_SHARE_SIZE], f[ENT_I_SHARE_SIZE];
    ent_i_string lines = {0};
    bool good = ent_i_string_addf(
        &lines, "%s\tencounters\tP %s\tR %s\tF1 %s\tgold pairs %zu\n", path,
        ent_i_share(score.precision, 3, p), ent_i_share(score.recall, 3, r),
        ent_i_share(score.f1, 4, f), s->counts.right + s->counts.missed);
    /* Without a right pair there is no share to report. */
    if (good && s->counts.right)
        good = ent_i_string_addf(
            &lines, "%s\tof those found\tkind right %s\tstatus right %s\n",
            path, ent_i_share((double)s->kind_right / found, 3, p),
            ent_i_share((double)s->standing_right / found, 3, r));
    ent_status status = good ? ENT_OK : ent_i_no_memory(error, "evaluate");
    if (good && sink->write(sink->ctx, lines.items, lines.n) != 0)
        status = ent_i_fail(error, ENT_ERR_IO, "evaluate", "cannot write");
    ent_i_vec_free(&lines);
    return status;
}

static ent_status score_file(scoring *s, const ent_i_gold_list *list,
                             const char *path, const ent_sink *sink,
                             ent_error *error)
{
    s->counts = (ent_i_counts){0, 0, 0};
    s->kind_right = s->standing_right = 0;
    for (size_t i = 0; i < list->n; i++)
        if (!score_record(s, &list->items[i]))
            return ent_i_no_memory(error, "evaluate");
    return write_scores(s, path, sink, error);
}

/* All gold is read before the articles, so that these are read only once. */
static ent_status load_all(scoring *s, ent_i_gold_list *lists,
                           const char *const *gold, size_t gold_count,
                           ent_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    s->lower = ucasemap_open("", 0, &code);
    ent_status status =
        U_FAILURE(code) ? ent_i_no_memory(error, "evaluate") : ENT_OK;
    for (size_t i = 0; i < gold_count && !status; i++) {
        status = ent_i_gold_load(&lists[i], gold[i], error);
        if (!status)
            status = want_articles(&s->shelf, &lists[i], gold[i], error);
    }
    return status;
}

ent_status ent_evaluate_encounters(const ent_read_options *options,
                                   const char *const *articles,
                                   size_t article_count,
                                   const char *const *gold, size_t gold_count,
                                   const ent_sink *sink, ent_error *error)
{
    static const ent_read_options defaults = ENT_READ_OPTIONS_INIT;
    scoring s = {0};
    ent_i_gold_list *lists = ent_i_calloc(gold_count, sizeof *lists);
    if (!lists)
        return ent_i_no_memory(error, "evaluate");
    ent_status status = load_all(&s, lists, gold, gold_count, error);
    if (!status)
        status = read_articles(&s.shelf, options ? options : &defaults,
                               articles, article_count, error);
    for (size_t i = 0; i < gold_count && !status; i++)
        status = score_file(&s, &lists[i], gold[i], sink, error);
    for (size_t i = 0; i < gold_count; i++)
        ent_i_gold_free(&lists[i]);
    ent_i_free(lists);
    free_shelf(&s.shelf);
    ucasemap_close(s.lower);
    ent_i_arena_free(&s.names);
    ent_i_vec_free(&s.people);
    ent_i_vec_free(&s.gold);
    ent_i_vec_free(&s.found);
    return status;
}
