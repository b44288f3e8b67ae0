/* Who was who: kept for the next time, so that ids and labels stay. */
#include <stdlib.h>
#include <string.h>

#include "core/error.h"
#include "core/map.h"
#include "corpus/corpus.h"
#include "entente/review.h"
#include "store/database.h"

/* ---- recalling ---- */

static const char *text_of(sqlite3_stmt *row, int column)
{
    const char *text = (const char *)sqlite3_column_text(row, column);
    return text ? text : "";
}

static ent_type type_of(sqlite3_stmt *row, int column)
{
    ent_type type = ENT_PERSON;
    ent_type_parse(text_of(row, column), &type);
    return type;
}

/* Takes a row; false when memory is out. */
typedef bool take_row(ent_corpus *corpus, sqlite3_stmt *row);

static ent_status take_rows(ent_store *store, ent_i_query which,
                            ent_corpus *corpus, take_row *take,
                            ent_error *error)
{
    sqlite3_stmt *query = store->queries[which];
    bool done = true;
    int code = SQLITE_DONE;
    while (done && (code = sqlite3_step(query)) == SQLITE_ROW)
        done = take(corpus, query);
    sqlite3_reset(query);
    if (!done)
        return ent_i_no_memory(error, "store");
    return code == SQLITE_DONE ? ENT_OK
                               : ent_i_store_fail(store, "read", error);
}

/* Numbers of actors count from 1 without gaps, since none is ever deleted. */
static bool take_actor(ent_corpus *corpus, sqlite3_stmt *row)
{
    ent_i_arena *arena = &corpus->former_arena;
    ent_i_former former = {ent_i_arena_strdup(arena, text_of(row, 0)),
                           ent_i_arena_strdup(arena, text_of(row, 1)),
                           (uint8_t)type_of(row, 2)};
    return former.id && former.label && ent_i_vec_push(&corpus->former, former);
}

static bool take_answer(ent_corpus *corpus, sqlite3_stmt *row)
{
    ent_i_arena *arena = &corpus->former_arena;
    ent_i_verdict answer = {ent_i_arena_strdup(arena, text_of(row, 0)),
                            ent_i_arena_strdup(arena, text_of(row, 1)),
                            (uint8_t)type_of(row, 2),
                            sqlite3_column_int(row, 3) != 0};
    return answer.name && answer.whom &&
           ent_i_vec_push(&corpus->answers, answer);
}

/* Takes a whole number and what follows it, if there is one. */
static bool take_number(const char **at, uint32_t *out)
{
    char *end;
    *out = (uint32_t)strtoul(*at, &end, 10);
    bool found = end != *at;
    *at = end + (*end == ',' || *end == ']');
    return found;
}

/* Reads [[field, start, end, actor], ...], in the order of mentions. A mention
 * that isn't where it was, since the article was read again, has nobody. */
static void recall_article(const ent_corpus *corpus, const ent_article *article,
                           const char *at, uint32_t *of)
{
    uint32_t n[4] = {0};
    size_t i = 0;
    at += *at == '[';
    while (*at == '[' || *at == ',') {
        at += strspn(at, "[,");
        for (int k = 0; k < 4; k++)
            if (!take_number(&at, &n[k]))
                return;
        const ent_mention *m = article->mentions.items;
        while (i < article->mentions.n &&
               ((m[i].field == ENT_FIELD_TEXT) < n[0] ||
                ((m[i].field == ENT_FIELD_TEXT) == n[0] && m[i].start < n[1])))
            i++;
        if (i < article->mentions.n && m[i].start == n[1] &&
            (m[i].field == ENT_FIELD_TEXT) == n[0] && n[3] &&
            n[3] <= corpus->former.n)
            of[i] = n[3] - 1;
    }
}

static ent_status recall_assignments(ent_store *store, ent_corpus *corpus,
                                     ent_error *error)
{
    sqlite3_stmt *query = store->queries[ENT_I_ASSIGNMENT];
    for (size_t i = 0; i < corpus->articles.n; i++) {
        const ent_article *article = ent_i_article_at(corpus, i);
        size_t first = corpus->former_of.n;
        if (!ent_i_vec_reserve(&corpus->former_of, article->mentions.n))
            return ent_i_no_memory(error, "store");
        for (size_t k = 0; k < article->mentions.n; k++)
            corpus->former_of.items[corpus->former_of.n++] = ENT_NONE;
        if (!article->stored)
            continue;
        sqlite3_bind_int64(query, 1, article->stored);
        int code = sqlite3_step(query);
        if (code == SQLITE_ROW)
            recall_article(corpus, article, text_of(query, 0),
                           corpus->former_of.items + first);
        sqlite3_reset(query);
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            return ent_i_store_fail(store, "read", error);
    }
    return ENT_OK;
}

ent_status ent_store_recall(ent_store *store, ent_corpus *corpus,
                            ent_error *error)
{
    pthread_mutex_lock(&store->lock);
    corpus->former.n = corpus->former_of.n = corpus->answers.n = 0;
    ent_i_arena_free(&corpus->former_arena);
    ent_status status =
        take_rows(store, ENT_I_ACTORS, corpus, take_actor, error);
    if (!status)
        status = take_rows(store, ENT_I_ANSWERS, corpus, take_answer, error);
    if (!status && corpus->former.n)
        status = recall_assignments(store, corpus, error);
    pthread_mutex_unlock(&store->lock);
    return status;
}

/* ---- keeping ---- */

/* Whether the corpus is the store's: others may be without some of its
 * persons. */
static bool is_whole(ent_store *store, const ent_corpus *corpus)
{
    int64_t n = 0;
    if (!corpus->resolution ||
        ent_i_store_number(store, store->queries[ENT_I_COUNT], &n, NULL))
        return false;
    for (size_t i = 0; i < corpus->articles.n; i++)
        if (!ent_i_article_at(corpus, i)->stored)
            return false;
    return (size_t)n == corpus->articles.n;
}

/* Receives the number of each actor. */
static ent_status keep_actors(ent_store *store, const ent_corpus *corpus,
                              int64_t *numbers, ent_error *error)
{
    ent_status status = ENT_OK;
    sqlite3_stmt *keep = store->queries[ENT_I_KEEP_ACTOR];
    sqlite3_stmt *find = store->queries[ENT_I_FIND_ACTOR];
    for (size_t i = 0; !status && i < corpus->actors.n; i++) {
        const ent_actor *actor = &corpus->actors.items[i];
        ent_i_store_bind(keep, 1, actor->id);
        ent_i_store_bind(keep, 2, actor->label);
        ent_i_store_bind(keep, 3, ent_type_name((ent_type)actor->type));
        sqlite3_bind_int64(keep, 4, actor->mentions);
        sqlite3_bind_int64(keep, 5, actor->articles);
        status = ent_i_store_do(store, keep, error);
        ent_i_store_bind(find, 1, actor->id);
        if (!status)
            status = ent_i_store_number(store, find, &numbers[i], error);
    }
    return status;
}

/* Who is named no more has no mentions, and keeps the id. */
static ent_status retire_actors(ent_store *store, const ent_corpus *corpus,
                                ent_error *error)
{
    ent_i_strmap ids = {0};
    ent_status status = ENT_OK;
    sqlite3_stmt *retire = store->queries[ENT_I_RETIRE_ACTOR];
    bool done = true;
    for (size_t i = 0; done && i < corpus->actors.n; i++)
        done = ent_i_strmap_put(&ids, corpus->actors.items[i].id,
                                strlen(corpus->actors.items[i].id), 0) != NULL;
    if (!done)
        status = ent_i_no_memory(error, "store");
    for (size_t i = 0; !status && i < corpus->former.n; i++) {
        const char *id = corpus->former.items[i].id;
        if (ent_i_strmap_get(&ids, id, strlen(id)) != ENT_I_ABSENT)
            continue;
        ent_i_store_bind(retire, 1, id);
        status = ent_i_store_do(store, retire, error);
    }
    ent_i_strmap_free(&ids);
    return status;
}

static bool list_assignments(ent_i_string *out, const ent_corpus *corpus,
                             size_t i, const int64_t *numbers)
{
    const ent_article *article = ent_i_article_at(corpus, i);
    const char *before = "";
    out->n = 0;
    bool done = ent_i_string_adds(out, "[");
    for (uint32_t k = 0; done && k < article->mentions.n; k++) {
        const ent_mention *m = &article->mentions.items[k];
        const ent_assignment *who = ent_i_assignment(corpus, i, k);
        if (!who)
            continue;
        done =
            ent_i_string_addf(out, "%s[%d,%u,%u,%lld]", before,
                              m->field == ENT_FIELD_TEXT, (unsigned)m->start,
                              (unsigned)m->end, (long long)numbers[who->actor]);
        before = ",";
    }
    return done && ent_i_string_adds(out, "]");
}

static ent_status keep_assignments(ent_store *store, const ent_corpus *corpus,
                                   const int64_t *numbers, ent_error *error)
{
    ent_status status = ENT_OK;
    sqlite3_stmt *keep = store->queries[ENT_I_KEEP_ASSIGNMENT];
    for (size_t i = 0; !status && i < corpus->articles.n; i++) {
        if (!list_assignments(&store->spans, corpus, i, numbers))
            return ent_i_no_memory(error, "store");
        sqlite3_bind_int64(keep, 1, ent_i_article_at(corpus, i)->stored);
        ent_i_store_bind(keep, 2, store->spans.items);
        status = ent_i_store_do(store, keep, error);
    }
    return status;
}

static ent_status keep(ent_store *store, const ent_corpus *corpus,
                       ent_error *error)
{
    int64_t *numbers = ent_i_calloc(corpus->actors.n, sizeof *numbers);
    ent_status status = numbers ? ent_i_store_begin(store, error)
                                : ent_i_no_memory(error, "store");
    if (!status)
        status = keep_actors(store, corpus, numbers, error);
    if (!status)
        status = retire_actors(store, corpus, error);
    if (!status)
        status = keep_assignments(store, corpus, numbers, error);
    ent_i_free(numbers);
    return status;
}

ent_status ent_store_keep(ent_store *store, const ent_corpus *corpus,
                          ent_error *error)
{
    pthread_mutex_lock(&store->lock);
    ent_status status =
        is_whole(store, corpus) ? keep(store, corpus, error) : ENT_OK;
    pthread_mutex_unlock(&store->lock);
    return status ? status : ent_store_commit(store, error);
}

/* ---- what the user said ---- */

ent_status ent_store_answer(ent_store *store, const char *name,
                            const char *whom, ent_type type, bool same,
                            ent_error *error)
{
    sqlite3_stmt *query = store->queries[ENT_I_KEEP_ANSWER];
    pthread_mutex_lock(&store->lock);
    ent_status status = ent_i_store_begin(store, error);
    ent_i_store_bind(query, 1, name);
    ent_i_store_bind(query, 2, whom);
    ent_i_store_bind(query, 3, ent_type_name(type));
    sqlite3_bind_int(query, 4, same);
    if (!status)
        status = ent_i_store_do(store, query, error);
    pthread_mutex_unlock(&store->lock);
    return status ? status : ent_store_commit(store, error);
}
