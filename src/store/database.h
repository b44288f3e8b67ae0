/* The store as its files share it: the database and the statements on it. */
#ifndef ENTENTE_STORE_DATABASE_H
#define ENTENTE_STORE_DATABASE_H

#include <pthread.h>
#include <sqlite3.h>

#include "core/vec.h"
#include "store/store.h"

/* What is asked of the database; its SQL is in database.c. */
typedef enum ent_i_query {
    ENT_I_BEGIN,
    ENT_I_COMMIT,
    ENT_I_COUNT,
    ENT_I_LAST,
    ENT_I_FIND_READING,
    ENT_I_ADD_READING,
    ENT_I_FIND_ID,
    ENT_I_FIND_URL,
    ENT_I_FIND_CONTENT,
    ENT_I_ADD_ARTICLE,
    ENT_I_ADD_RECORD,
    ENT_I_REPLACE_ARTICLE,
    ENT_I_REPLACE_RECORD,
    ENT_I_DRAW,
    ENT_I_ACTORS,
    ENT_I_KEEP_ACTOR,
    ENT_I_RETIRE_ACTOR,
    ENT_I_FIND_ACTOR,
    ENT_I_KEEP_COMMUNITY,
    ENT_I_ASSIGNMENT,
    ENT_I_KEEP_ASSIGNMENT,
    ENT_I_ANSWERS,
    ENT_I_KEEP_ANSWER,
    ENT_I_QUERY_COUNT
} ent_i_query;

struct ent_store {
    sqlite3 *db;
    char *path;
    sqlite3_stmt *queries[ENT_I_QUERY_COUNT];
    pthread_mutex_t lock; /* readers' threads draw and ask while the caller
                             adds */
    bool adding;          /* within a transaction */
    ent_i_string how;     /* articles are read, as JSON; empty: not said */
    int64_t reading;      /* its number; 0: not in the database yet */
    int64_t drawn;        /* the last article drawn, */
    int64_t last;         /* and the last to draw; -1: not asked yet */
    ent_i_string record;  /* reused from article to article, as is */
    ent_i_string spans;   /* where its mentions are, as JSON */
    ent_store_counts counts;
};

/* Makes the statements, once the database is open and has its tables. */
ent_status ent_i_store_prepare(ent_store *store, ent_error *error);

/* Fails with what SQLite says; `what` is what was tried: "read", "write". */
ent_status ent_i_store_fail(ent_store *store, const char *what,
                            ent_error *error);

/* Steps a statement that gives no row, and resets it. */
ent_status ent_i_store_do(ent_store *store, sqlite3_stmt *statement,
                          ent_error *error);

/* Steps a statement that gives at most one number, and resets it; *out stays
 * when there is none. */
ent_status ent_i_store_number(ent_store *store, sqlite3_stmt *statement,
                              int64_t *out, ent_error *error);

/* Begins a transaction unless one is open. */
ent_status ent_i_store_begin(ent_store *store, ent_error *error);

/* Binds text that lives until the statement is reset; NULL is SQL's. */
void ent_i_store_bind(sqlite3_stmt *statement, int place, const char *text);

/* Looks for the way in which articles are read now among those noted; its
 * number stays 0 when it isn't there. */
ent_status ent_i_store_find_reading(ent_store *store, ent_error *error);

#endif
