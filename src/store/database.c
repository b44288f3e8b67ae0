/* What is asked of the database, and what it says when it fails. */
#include "store/database.h"

#include <string.h>

#include "core/error.h"

static const char *const texts[ENT_I_QUERY_COUNT] = {
    [ENT_I_BEGIN] = "BEGIN IMMEDIATE",
    [ENT_I_COMMIT] = "COMMIT",
    [ENT_I_COUNT] = "SELECT count(*) FROM articles",
    [ENT_I_LAST] = "SELECT max(number) FROM articles",
    [ENT_I_FIND_READING] = "SELECT number FROM readings WHERE how = ?1",
    [ENT_I_ADD_READING] = "INSERT INTO readings(how) VALUES (?1)",
    [ENT_I_FIND_ID] = "SELECT content FROM articles WHERE id = ?1",
    [ENT_I_FIND_URL] = "SELECT content FROM articles WHERE url = ?1 "
                       "AND NOT (own_id AND ?2)",
    [ENT_I_FIND_CONTENT] = "SELECT content FROM articles WHERE content = ?1",
    [ENT_I_ADD_ARTICLE] =
        "INSERT INTO articles(id, own_id, title, date, source, url, language, "
        "author, format, path, content, reading) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    [ENT_I_ADD_RECORD] =
        "INSERT INTO records(number, text_at, text_size, mentions, record) "
        "VALUES (?1, ?2, ?3, ?4, ?5)",
    [ENT_I_REPLACE_ARTICLE] =
        "UPDATE articles SET reading = ?2 WHERE number = ?1",
    [ENT_I_REPLACE_RECORD] =
        "UPDATE records SET text_at = ?2, text_size = ?3, mentions = ?4, "
        "record = ?5 WHERE number = ?1",
    [ENT_I_DRAW] =
        "SELECT a.number, a.id, a.reading, r.record "
        "FROM articles a CROSS JOIN records r ON r.number = a.number "
        "WHERE a.number > ?1 AND a.number <= ?2 AND a.reading <> ?3 "
        "ORDER BY a.number LIMIT 1",
    [ENT_I_ACTORS] =
        "SELECT id, label, type, community FROM actors ORDER BY number",
    [ENT_I_KEEP_ACTOR] =
        "INSERT INTO actors(id, label, type, mentions, articles) "
        "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT(id) DO UPDATE SET "
        "label = ?2, type = ?3, mentions = ?4, articles = ?5 "
        "WHERE label <> ?2 OR type <> ?3 OR mentions <> ?4 OR articles <> ?5",
    [ENT_I_RETIRE_ACTOR] = "UPDATE actors SET mentions = 0, articles = 0 "
                           "WHERE id = ?1 AND mentions > 0",
    [ENT_I_FIND_ACTOR] = "SELECT number FROM actors WHERE id = ?1",
    [ENT_I_KEEP_COMMUNITY] = "UPDATE actors SET community = ?2 "
                             "WHERE id = ?1 AND community IS NOT ?2",
    [ENT_I_ASSIGNMENT] = "SELECT actors FROM assignments WHERE number = ?1",
    [ENT_I_KEEP_ASSIGNMENT] =
        "INSERT INTO assignments(number, actors) VALUES (?1, ?2) "
        "ON CONFLICT(number) DO UPDATE SET actors = ?2 WHERE actors <> ?2",
    [ENT_I_ANSWERS] =
        "SELECT name, whom, type, same FROM answers ORDER BY 1, 2, 3",
    [ENT_I_KEEP_ANSWER] =
        "INSERT OR REPLACE INTO answers(name, whom, type, same) "
        "VALUES (?1, ?2, ?3, ?4)",
};

/* ---- asking ---- */

/* In words that help; SQLite's where these do. */
static const char *reason(const ent_store *store, int code)
{
    switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another program is writing to it";
    case SQLITE_NOTADB:
        return "expected an SQLite database, found other bytes";
    case SQLITE_READONLY:
        return "it or its folder is read-only";
    default:
        return sqlite3_errmsg(store->db);
    }
}

ent_status ent_i_store_fail(ent_store *store, const char *what,
                            ent_error *error)
{
    int code = sqlite3_errcode(store->db);
    ent_status status = ENT_ERR_IO;
    if (code == SQLITE_NOMEM)
        return ent_i_no_memory(error, "store");
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
        status = ENT_ERR_FORMAT;
    ent_i_fail(error, status, "store", "cannot %s: %s", what,
               reason(store, code));
    return ent_i_fail_at(error, status, store->path, 0, -1);
}

ent_status ent_i_store_do(ent_store *store, sqlite3_stmt *statement,
                          ent_error *error)
{
    ent_status status = sqlite3_step(statement) == SQLITE_DONE
                            ? ENT_OK
                            : ent_i_store_fail(store, "write", error);
    sqlite3_reset(statement);
    return status;
}

ent_status ent_i_store_number(ent_store *store, sqlite3_stmt *statement,
                              int64_t *out, ent_error *error)
{
    int code = sqlite3_step(statement);
    ent_status status = ENT_OK;
    if (code == SQLITE_ROW)
        *out = sqlite3_column_int64(statement, 0);
    else if (code != SQLITE_DONE)
        status = ent_i_store_fail(store, "read", error);
    sqlite3_reset(statement);
    return status;
}

ent_status ent_i_store_begin(ent_store *store, ent_error *error)
{
    if (store->adding)
        return ENT_OK;
    ent_status status =
        ent_i_store_do(store, store->queries[ENT_I_BEGIN], error);
    store->adding = !status;
    return status;
}

void ent_i_store_bind(sqlite3_stmt *statement, int place, const char *text)
{
    sqlite3_bind_text(statement, place, text, -1, SQLITE_STATIC);
}

ent_status ent_store_commit(ent_store *store, ent_error *error)
{
    ent_status status = ENT_OK;
    pthread_mutex_lock(&store->lock);
    if (store->adding) {
        status = ent_i_store_do(store, store->queries[ENT_I_COMMIT], error);
        store->adding = status != ENT_OK;
    }
    pthread_mutex_unlock(&store->lock);
    return status;
}

ent_status ent_i_store_prepare(ent_store *store, ent_error *error)
{
    for (size_t i = 0; i < ENT_I_QUERY_COUNT; i++)
        if (sqlite3_prepare_v3(store->db, texts[i], -1,
                               SQLITE_PREPARE_PERSISTENT, &store->queries[i],
                               NULL))
            return ent_i_store_fail(store, "read", error);
    return ENT_OK;
}
