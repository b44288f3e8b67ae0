/* Who was who, in which community, and what the user said of it: told to a
 * corpus before it decides. */
#include <stdlib.h>
#include <string.h>

#include "core/error.h"
#include "corpus/corpus.h"
#include "store/database.h"

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
                           (uint8_t)type_of(row, 2), ENT_NONE};
    if (sqlite3_column_type(row, 3) == SQLITE_INTEGER)
        former.community = (uint32_t)sqlite3_column_int64(row, 3);
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
