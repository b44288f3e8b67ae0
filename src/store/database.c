/* Opening, closing and asking the database. */
#include "store/database.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "core/error.h"
#include "store/schema.h"

/* How long a locked database is waited for. */
enum { BUSY_MS = 5000 };

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
               code == SQLITE_BUSY || code == SQLITE_LOCKED
                   ? "another program is writing to it"
               : code == SQLITE_NOTADB
                   ? "expected an SQLite database, found other bytes"
                   : sqlite3_errmsg(store->db));
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

/* ---- opening ---- */

static ent_status pragma(ent_store *store, const char *text, int64_t *out,
                         ent_error *error)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(store->db, text, -1, &statement, NULL))
        return ent_i_store_fail(store, "read", error);
    ent_status status = ent_i_store_number(store, statement, out, error);
    sqlite3_finalize(statement);
    return status;
}

static ent_status run_script(ent_store *store, const char *script,
                             ent_error *error)
{
    return sqlite3_exec(store->db, script, NULL, NULL, NULL)
               ? ent_i_store_fail(store, "write", error)
               : ENT_OK;
}

/* A database without tables is an empty store: whoever made it may have been
 * stopped before there were any. */
static ent_status check_schema(ent_store *store, bool create, ent_error *error)
{
    int64_t tables = 0, application = 0, version = 0;
    ent_status status =
        pragma(store, "SELECT count(*) FROM sqlite_master", &tables, error);
    if (!status)
        status = pragma(store, "PRAGMA application_id", &application, error);
    if (!status)
        status = pragma(store, "PRAGMA user_version", &version, error);
    if (status)
        return status;
    if (!tables && create)
        return run_script(store, ent_i_store_schema, error);
    if (application == ENT_I_STORE_APPLICATION && version < ENT_I_STORE_VERSION)
        return run_script(store, ent_i_store_upgrade, error);
    if (application != ENT_I_STORE_APPLICATION)
        ent_i_fail(error, ENT_ERR_FORMAT, "store",
                   "expected a store of entente, found another database");
    else if (version > ENT_I_STORE_VERSION)
        ent_i_fail(
            error, ENT_ERR_FORMAT, "store",
            "expected a store of version %d, found %lld: a newer entente "
            "made it",
            ENT_I_STORE_VERSION, (long long)version);
    else
        return ENT_OK;
    return ent_i_fail_at(error, ENT_ERR_FORMAT, store->path, 0, -1);
}

/* A commit is on the disk before it returns. Readers don't wait for whoever
 * adds, since both work on the write-ahead log. */
static ent_status set_up(ent_store *store, bool create, ent_error *error)
{
    static const char *const settings =
        "PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL;";
    sqlite3_busy_timeout(store->db, BUSY_MS);
    ent_status status = ENT_OK;
    if (!sqlite3_db_readonly(store->db, "main"))
        status = run_script(store, settings, error);
    return status ? status : check_schema(store, create, error);
}

static ent_status prepare(ent_store *store, ent_error *error)
{
    for (size_t i = 0; i < ENT_I_QUERY_COUNT; i++)
        if (sqlite3_prepare_v3(store->db, texts[i], -1,
                               SQLITE_PREPARE_PERSISTENT, &store->queries[i],
                               NULL))
            return ent_i_store_fail(store, "read", error);
    return ENT_OK;
}

static ent_status open_file(ent_store *store, bool create, ent_error *error)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                (create ? SQLITE_OPEN_CREATE : 0);
    if (!create && access(store->path, F_OK)) {
        ent_status status =
            errno == ENOENT ? ent_i_fail(error, ENT_ERR_NOT_FOUND, "store",
                                         "no such store; entente add makes one")
                            : ent_i_fail(error, ENT_ERR_IO, "store",
                                         "cannot open: %s", strerror(errno));
        return ent_i_fail_at(error, status, store->path, 0, -1);
    }
    if (sqlite3_open_v2(store->path, &store->db, flags, NULL))
        return store->db ? ent_i_store_fail(store, "open", error)
                         : ent_i_no_memory(error, "store");
    ent_status status = set_up(store, create, error);
    return status ? status : prepare(store, error);
}

bool ent_store_available(void) { return true; }

ent_status ent_store_open(ent_store **out, const char *path, bool create,
                          ent_error *error)
{
    ent_store *store = ent_i_calloc(1, sizeof *store);
    if (!store)
        return ent_i_no_memory(error, "store");
    pthread_mutex_init(&store->lock, NULL);
    store->last = -1;
    store->path = ent_i_strdup(path);
    ent_status status = store->path ? open_file(store, create, error)
                                    : ent_i_no_memory(error, "store");
    if (status)
        ent_store_free(store);
    else
        *out = store;
    return status;
}

void ent_store_free(ent_store *store)
{
    if (!store)
        return;
    for (size_t i = 0; i < ENT_I_QUERY_COUNT; i++)
        sqlite3_finalize(store->queries[i]);
    sqlite3_close(store->db);
    pthread_mutex_destroy(&store->lock);
    ent_i_vec_free(&store->record);
    ent_i_vec_free(&store->spans);
    ent_i_vec_free(&store->how);
    ent_i_free(store->path);
    ent_i_free(store);
}
