/* Encounters against gold: a pair of persons counts when an encounter that was
 * held or is planned has both. Persons are compared by the last word of their
 * names, as a sentence rarely gives more. */
#include <stdlib.h>
#include <string.h>

#include <unicode/ucasemap.h>

#include "cluster/cluster.h"
#include "core/error.h"
#include "corpus/corpus.h"
#include "encounter/encounter.h"
#include "entente/pipeline.h"
#include "evaluate/gold.h"
#include "evaluate/score.h"
#include "recognise/recognise.h"
#include "relate/relate.h"
#include "source/readers.h"

/* Two persons in contact, the names in alphabetical order. */
typedef struct pair {
    const char *a;
    const char *b;
    ent_kind kind;
    ent_standing standing;
} pair;

typedef ENT_I_VEC(pair) pair_list;
typedef ENT_I_VEC(const char *) name_list;

typedef struct scoring {
    ent_i_recogniser *recogniser;
    ent_i_recogniser_scratch *scratch;
    ent_i_text text;
    UCaseMap *lower;
    ent_i_arena names;
    name_list people; /* of the encounter at hand */
    pair_list gold;   /* of the record at hand */
    pair_list found;
    ent_i_counts counts;
    size_t kind_right;
    size_t standing_right;
} scoring;

/* ---- names ---- */

/* The length of a possessive that begins at text, else 0. */
static size_t possessive(const char *text)
{
    static const char *const endings[] = {"'s", "\xE2\x80\x99s"};
    for (size_t i = 0; i < 2; i++)
        if (strncmp(text, endings[i], strlen(endings[i])) == 0)
            return strlen(endings[i]);
    return 0;
}

/* The last word of the name in lower case, without possessives and without
 * periods and commas around it; NULL when memory is out. */
static const char *last_word(scoring *s, const char *name, size_t size)
{
    char *bare = ent_i_arena_strndup(&s->names, name, size);
    if (!bare)
        return NULL;
    size_t n = 0;
    for (size_t i = 0; bare[i];) {
        size_t skip = possessive(bare + i);
        if (!skip)
            bare[n++] = bare[i];
        i += skip ? skip : 1;
    }
    while (n && strchr(" \t\r\n", bare[n - 1]))
        n--;
    size_t start = n;
    while (start && !strchr(" \t\r\n", bare[start - 1]))
        start--;
    while (n > start && strchr(".,", bare[n - 1]))
        n--;
    while (start < n && strchr(".,", bare[start]))
        start++;
    /* Lower-casing triples a letter at most. */
    size_t room = 3 * (n - start) + 1;
    char *low = ent_i_arena_alloc(&s->names, room);
    UErrorCode code = U_ZERO_ERROR;
    if (low)
        ucasemap_utf8ToLower(s->lower, low, (int32_t)room, bare + start,
                             (int32_t)(n - start), &code);
    return U_SUCCESS(code) ? low : NULL;
}

/* Into the list of the encounter at hand. */
static bool add_person(scoring *s, const char *name, size_t size)
{
    const char *word = last_word(s, name, size);
    return word && ent_i_vec_push(&s->people, word);
}

/* ---- pairs ---- */

/* By walking, as a sentence has few pairs. */
static pair *find_pair(const pair_list *list, const pair *wanted)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->items[i].a, wanted->a) == 0 &&
            strcmp(list->items[i].b, wanted->b) == 0)
            return &list->items[i];
    return NULL;
}

/* Adds every two of s->people; what is said of a pair last stands. */
static bool add_pairs(scoring *s, pair_list *list, ent_kind kind,
                      ent_standing standing)
{
    /* What is only proposed, or denied, is no contact, whoever is named. */
    if (standing != ENT_HELD && standing != ENT_PLANNED)
        return true;
    for (size_t i = 0; i < s->people.n; i++)
        for (size_t k = i + 1; k < s->people.n; k++) {
            const char *a = s->people.items[i], *b = s->people.items[k];
            int order = strcmp(a, b);
            /* Two who share the last word can't be told apart: order is 0. */
            pair added = {order < 0 ? a : b, order < 0 ? b : a, kind, standing};
            pair *known = find_pair(list, &added);
            if (order && known)
                *known = added;
            else if (order && !ent_i_vec_push(list, added))
                return false;
        }
    return true;
}

/* Unknown words fall to the last name of the table: gold is checked by those
 * who make it, and a wrong kind only costs a point. */
static ent_kind kind_of(const char *name)
{
    int kind = ENT_MEET;
    while (kind + 1 < ENT_KIND_COUNT &&
           strcmp(name, ent_kind_name((ent_kind)kind)) != 0)
        kind++;
    return (ent_kind)kind;
}

static ent_standing standing_of(const char *name)
{
    int standing = ENT_HELD;
    while (standing + 1 < ENT_STANDING_COUNT &&
           strcmp(name, ent_standing_name((ent_standing)standing)) != 0)
        standing++;
    return (ent_standing)standing;
}

/* Participants that are no strings are passed over: gold may say more of them
 * than we read. */
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

/* Those of the record's sentence, which begins at byte `from`. */
static bool read_found(scoring *s, const ent_article *article, uint32_t from)
{
    for (size_t i = 0; i < article->encounters.n; i++) {
        const ent_encounter *e = &article->encounters.items[i];
        /* What the sentences before it say is context, not to be scored. */
        if (e->end <= from)
            continue;
        s->people.n = 0;
        for (uint32_t k = 0; k < e->participant_count; k++) {
            const ent_mention *m = &article->mentions.items[e->participants[k]];
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

/* Kind and standing are scored among the right pairs alone, as a missed pair
 * has none. */
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

/* ---- records, files ---- */

/* The record as an article: what stands before, a blank, the sentence. */
static ent_status make_article(ent_article *article, const json_t *record,
                               ent_error *error)
{
    const char *before = ent_i_gold_string(record, "before");
    json_t *object =
        json_pack("{s:s, s:o}", "id", "record", "text",
                  json_sprintf("%s%s%s", before, *before ? " " : "",
                               ent_i_gold_string(record, "sentence")));
    /* Days such as "on Friday" are told from the date. */
    json_t *date = json_object_get(record, "date");
    bool good = object && (!json_is_string(date) ||
                           json_object_set(object, "date", date) == 0);
    ent_status status = good ? ent_i_article_from_json(article, object, error)
                             : ent_i_no_memory(error, "evaluate");
    json_decref(object);
    return status;
}

/* All stages but the corpus: who is who is decided within the record. */
static ent_status score_record(scoring *s, const ent_i_gold *gold,
                               ent_error *error)
{
    ent_article *article = gold->article;
    s->gold.n = s->found.n = 0;
    ent_status status = make_article(article, gold->object, error);
    if (!status)
        status = ent_i_text_read(&s->text, article, error);
    if (!status)
        status = ent_i_recognise(s->recogniser, s->scratch, article, &s->text,
                                 error);
    if (!status)
        status = ent_i_cluster_article(article, &s->text, error);
    if (!status)
        status = ent_i_find_encounters(article, &s->text, error);
    if (status)
        return status;
    /* It ends the text; what stands before is there for names and pronouns. */
    size_t sentence = strlen(ent_i_gold_string(gold->object, "sentence"));
    if (!read_gold(s, gold->object) ||
        !read_found(s, article, article->text_size - (uint32_t)sentence))
        return ent_i_no_memory(error, "evaluate");
    count(s);
    return ENT_OK;
}

/* Shares of kind and status are of the right pairs. */
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
    /* Without a right pair there is no share to tell. */
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

static ent_status score_file(scoring *s, const char *path, const ent_sink *sink,
                             ent_error *error)
{
    ent_i_gold_list list = {0};
    ent_status status = ent_i_gold_load(&list, path, error);
    s->counts = (ent_i_counts){0, 0, 0};
    s->kind_right = s->standing_right = 0;
    for (size_t i = 0; i < list.n && !status; i++) {
        status =
            json_is_string(json_object_get(list.items[i].object, "sentence"))
                ? score_record(s, &list.items[i], error)
                : ent_i_fail(error, ENT_ERR_FORMAT, "evaluate",
                             "expected records with a \"sentence\" in "
                             "%s",
                             path);
        /* The names of one record are of no use to the next. */
        ent_i_arena_free(&s->names);
    }
    if (!status)
        status = write_scores(s, path, sink, error);
    ent_i_gold_free(&list);
    return status;
}

/* What is opened here is freed by the caller, whatever failed. */
static ent_status start(scoring *s, const ent_read_options *options,
                        ent_error *error)
{
    ent_i_recogniser_options how = {options->model, options->recogniser,
                                    options->entities, options->min_confidence};
    UErrorCode code = U_ZERO_ERROR;
    s->lower = ucasemap_open("", 0, &code);
    if (U_FAILURE(code))
        return ent_i_no_memory(error, "evaluate");
    ent_status status = ent_i_recogniser_new(&s->recogniser, &how, error);
    return status ? status
                  : ent_i_recogniser_scratch_new(&s->scratch, s->recogniser,
                                                 error);
}

ent_status ent_evaluate_encounters(const ent_read_options *options,
                                   const char *const *gold, size_t gold_count,
                                   const ent_sink *sink, ent_error *error)
{
    static const ent_read_options defaults = ENT_READ_OPTIONS_INIT;
    scoring s = {0};
    ent_status status = start(&s, options ? options : &defaults, error);
    for (size_t i = 0; i < gold_count && !status; i++)
        status = score_file(&s, gold[i], sink, error);
    ent_i_recogniser_scratch_free(s.scratch);
    ent_i_recogniser_free(s.recogniser);
    ent_i_text_free(&s.text);
    ucasemap_close(s.lower);
    ent_i_vec_free(&s.people);
    ent_i_vec_free(&s.gold);
    ent_i_vec_free(&s.found);
    return status;
}
