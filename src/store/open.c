/* Opening and closing a store. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "core/error.h"
#include "store/database.h"
#include "store/schema.h"

/* How long a locked database is waited for. */
enum { BUSY_MS = 5000 };

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

/* What brings the tables to the present, NULL if nothing need be done. A
 * database without tables is an empty store: whoever made it may have been
 * stopped before there were any. */
static ent_status find_script(ent_store *store, bool create,
                              const char **script, ent_error *error)
{
    int64_t tables = 0, application = 0, version = 0;
    ent_status status =
        pragma(store, "SELECT count(*) FROM sqlite_master", &tables, error);
    if (!status)
        status = pragma(store, "PRAGMA application_id", &application, error);
    if (!status)
        status = pragma(store, "PRAGMA user_version", &version, error);
    *script = NULL;
    if (status)
        return status;
    if (!tables && create)
        *script = ent_i_store_schema;
    else if (application != ENT_I_STORE_APPLICATION)
        status =
            ent_i_fail(error, ENT_ERR_FORMAT, "store",
                       "expected a store of entente, found another database");
    else if (version < ENT_I_STORE_VERSION)
        *script = ent_i_store_upgrade;
    else if (version > ENT_I_STORE_VERSION)
        status = ent_i_fail(
            error, ENT_ERR_FORMAT, "store",
            "expected a store of version %d, found %lld: a newer entente "
            "made it",
            ENT_I_STORE_VERSION, (long long)version);
    return status ? ent_i_fail_at(error, status, store->path, 0, -1) : ENT_OK;
}

/* Once nobody else can write, the tables are looked at again: another program
 * may have made them or brought them up to date by then. */
static ent_status check_schema(ent_store *store, bool create, ent_error *error)
{
    const char *script;
    ent_status status = find_script(store, create, &script, error);
    if (status || !script)
        return status;
    status = run_script(store, "BEGIN IMMEDIATE", error);
    if (status)
        return status;
    status = find_script(store, create, &script, error);
    if (!status && script)
        status = run_script(store, script, error);
    if (!status)
        status = run_script(store, "COMMIT", error);
    if (status)
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return status;
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

/* Whether nobody can be writing to the store, and this program can't either:
 * the file or its folder is read-only, and there is no log of somebody else's.
 * SQLite reads such a store only if it is told so, since it would make a log to
 * read it. */
static bool is_fixed(const char *path, bool *fixed)
{
    const char *slash = strrchr(path, '/');
    ent_i_string beside = {0};
    *fixed = false;
    bool done = ent_i_string_addf(&beside, "%s-wal", path);
    if (done && access(beside.items, F_OK)) {
        beside.n = 0;
        done = !slash ? ent_i_string_adds(&beside, ".")
                      : ent_i_string_addf(&beside, "%.*s",
                                          (int)(slash - path) + 1, path);
        *fixed = done && (access(path, W_OK) || access(beside.items, W_OK));
    }
    ent_i_vec_free(&beside);
    return done;
}

/* As a URI, in which three characters mean something. */
static bool name_fixed(ent_i_string *out, const char *path)
{
    bool done = ent_i_string_adds(out, "file:");
    for (; done && *path; path++)
        done = strchr("%?#", *path)
                   ? ent_i_string_addf(out, "%%%02X", (unsigned char)*path)
                   : ent_i_string_addf(out, "%c", *path);
    return done && ent_i_string_adds(out, "?immutable=1");
}

static ent_status open_database(ent_store *store, ent_error *error)
{
    ent_i_string name = {0};
    bool fixed, done = is_fixed(store->path, &fixed) &&
                       (fixed ? name_fixed(&name, store->path)
                              : ent_i_string_adds(&name, store->path));
    int flags =
        SQLITE_OPEN_NOMUTEX | (fixed ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
                                     : SQLITE_OPEN_READWRITE);
    ent_status status = ENT_OK;
    if (done && sqlite3_open_v2(name.items, &store->db, flags, NULL) &&
        store->db)
        status = ent_i_store_fail(store, "open", error);
    else if (!done || !store->db)
        status = ent_i_no_memory(error, "store");
    ent_i_vec_free(&name);
    return status;
}

/* Says why the file can't be opened or made, which SQLite doesn't. */
static ent_status check_file(const ent_store *store, bool create,
                             ent_error *error)
{
    bool failed = access(store->path, R_OK) != 0;
    if (failed && errno == ENOENT && create) {
        int made = open(store->path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
        failed = made < 0;
        if (!failed)
            close(made);
    }
    if (!failed)
        return ENT_OK;
    ent_status status = errno == ENOENT && !create
                            ? ent_i_fail(error, ENT_ERR_NOT_FOUND, "store",
                                         "no such store; entente add makes one")
                            : ent_i_fail(error, ENT_ERR_IO, "store",
                                         "cannot open: %s", strerror(errno));
    return ent_i_fail_at(error, status, store->path, 0, -1);
}

static ent_status open_file(ent_store *store, bool create, ent_error *error)
{
    ent_status status = check_file(store, create, error);
    if (!status)
        status = open_database(store, error);
    if (!status)
        status = set_up(store, create, error);
    return status ? status : ent_i_store_prepare(store, error);
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
