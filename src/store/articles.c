/* Adding articles to a store, and drawing them from it. */
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "core/map.h"
#include "core/record.h"
#include "store/database.h"

/* ---- who the article is ---- */

/* An id made from the path, perhaps with a number, doesn't tell one article
 * from another: tomorrow's file may have the name of today's. */
static bool has_own_id(const ent_article *article)
{
    size_t n = article->path ? strlen(article->path) : 0;
    return !n || strncmp(article->id, article->path, n) != 0 ||
           (article->id[n] && article->id[n] != '#');
}

/* Of everything but the id. SQLite's numbers have a sign. */
static bool hash_content(const ent_article *article, int64_t *out)
{
    char date[16];
    ent_i_string all = {0};
    const char *const parts[] = {article->title,
                                 article->text,
                                 article->source,
                                 article->url,
                                 article->language,
                                 article->author,
                                 ent_date_format(article->date, date)};
    bool done = true;
    for (size_t i = 0; done && i < sizeof parts / sizeof *parts; i++)
        done = !parts[i]
                   ? ent_i_string_add(&all, "\1", 1)
                   : ent_i_string_add(&all, parts[i], strlen(parts[i]) + 1);
    uint64_t hash = done ? ent_i_hash(all.items, all.n) : 0;
    memcpy(out, &hash, sizeof hash);
    ent_i_vec_free(&all);
    return done;
}

/* Asks for an article; *found is set to its content's hash and *by to how it
 * was found, or to ENT_NOT_KNOWN. */
static ent_status find(ent_store *store, const ent_article *article,
                       int64_t content, int64_t *found, ent_known *by,
                       ent_error *error)
{
    static const ent_i_query queries[ENT_KNOWN_COUNT] = {
        [ENT_KNOWN_BY_ID] = ENT_I_FIND_ID,
        [ENT_KNOWN_BY_URL] = ENT_I_FIND_URL,
        [ENT_KNOWN_BY_CONTENT] = ENT_I_FIND_CONTENT};
    bool own = has_own_id(article);
    int code = SQLITE_DONE;
    ent_i_store_bind(store->queries[ENT_I_FIND_ID], 1,
                     own ? article->id : NULL);
    ent_i_store_bind(store->queries[ENT_I_FIND_URL], 1, article->url);
    sqlite3_bind_int(store->queries[ENT_I_FIND_URL], 2, own);
    sqlite3_bind_int64(store->queries[ENT_I_FIND_CONTENT], 1, content);
    for (*by = ENT_KNOWN_BY_ID; code == SQLITE_DONE && *by < ENT_KNOWN_COUNT;) {
        sqlite3_stmt *query = store->queries[queries[*by]];
        code = sqlite3_step(query);
        if (code == SQLITE_ROW)
            *found = sqlite3_column_int64(query, 0);
        else
            ++*by;
        sqlite3_reset(query);
    }
    if (code == SQLITE_ROW)
        return ENT_OK;
    *by = ENT_NOT_KNOWN;
    return code == SQLITE_DONE ? ENT_OK
                               : ent_i_store_fail(store, "read", error);
}

/* Counts the article if it is known. */
static ent_status look_up(ent_store *store, const ent_article *article,
                          int64_t *content, bool *known, ent_error *error)
{
    int64_t found = 0;
    ent_known by = ENT_NOT_KNOWN;
    if (!hash_content(article, content))
        return ent_i_no_memory(error, "store");
    ent_status status = find(store, article, *content, &found, &by, error);
    *known = by != ENT_NOT_KNOWN;
    if (*known) {
        store->counts.known[by]++;
        store->counts.changed += found != *content;
    }
    return status;
}

ent_status ent_i_store_knows(ent_store *store, const ent_article *article,
                             bool *known, ent_error *error)
{
    int64_t content;
    pthread_mutex_lock(&store->lock);
    ent_status status = look_up(store, article, &content, known, error);
    pthread_mutex_unlock(&store->lock);
    return status;
}

/* ---- adding ---- */

/* Another program may have noted it since the store was opened. */
static ent_status note_reading(ent_store *store, ent_error *error)
{
    if (store->reading)
        return ENT_OK;
    if (!store->how.n)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "store",
                          "expected an article from a reader of this store");
    sqlite3_stmt *query = store->queries[ENT_I_ADD_READING];
    ent_status status = ent_i_store_find_reading(store, error);
    if (status || store->reading)
        return status;
    ent_i_store_bind(query, 1, store->how.items);
    status = ent_i_store_do(store, query, error);
    if (!status)
        store->reading = sqlite3_last_insert_rowid(store->db);
    return status;
}

/* Where the mentions are: [field, start, end, type, role]. */
static bool list_mentions(ent_i_string *out, const ent_article *article)
{
    out->n = 0;
    bool done = ent_i_string_adds(out, "[");
    for (size_t i = 0; done && i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        done = ent_i_string_addf(
            out, "%s[%d,%u,%u,\"%s\",\"%s\"]", i ? "," : "",
            m->field == ENT_FIELD_TEXT, (unsigned)m->start, (unsigned)m->end,
            ent_type_name((ent_type)m->type), ent_role_name((ent_role)m->role));
    }
    return done && ent_i_string_adds(out, "]");
}

/* Adds or replaces the record of the article with this number. */
static ent_status keep_record(ent_store *store, const ent_article *article,
                              int64_t number, ent_i_query query,
                              ent_error *error)
{
    ent_i_string *record = &store->record;
    record->n = 0;
    if (!ent_i_record_write(record, article) ||
        !list_mentions(&store->spans, article))
        return ent_i_no_memory(error, "store");
    sqlite3_stmt *keep = store->queries[query];
    sqlite3_bind_int64(keep, 1, number);
    sqlite3_bind_int64(keep, 2,
                       (int64_t)ent_i_record_text(record->items, record->n));
    sqlite3_bind_int64(keep, 3, article->text_size);
    ent_i_store_bind(keep, 4, store->spans.items);
    sqlite3_bind_blob64(keep, 5, record->items, record->n, SQLITE_STATIC);
    return ent_i_store_do(store, keep, error);
}

/* The article's id, with a number if another article has it. */
static ent_status free_id(ent_store *store, const ent_article *article,
                          ent_i_string *id, ent_error *error)
{
    sqlite3_stmt *query = store->queries[ENT_I_FIND_ID];
    int code = SQLITE_ROW;
    for (unsigned n = 1; code == SQLITE_ROW; n++) {
        id->n = 0;
        if (!ent_i_string_adds(id, article->id) ||
            (n > 1 && !ent_i_string_addf(id, "#%u", n)))
            return ent_i_no_memory(error, "store");
        ent_i_store_bind(query, 1, id->items);
        code = sqlite3_step(query);
        sqlite3_reset(query);
    }
    return code == SQLITE_DONE ? ENT_OK
                               : ent_i_store_fail(store, "read", error);
}

static ent_status keep_article(ent_store *store, const ent_article *a,
                               const char *id, int64_t content,
                               ent_error *error)
{
    char date[16];
    sqlite3_stmt *keep = store->queries[ENT_I_ADD_ARTICLE];
    const char *const texts[] = {
        a->title,
        a->date == ENT_NO_DATE ? NULL : ent_date_format(a->date, date),
        a->source,
        a->url,
        a->language,
        a->author,
        a->format,
        a->path};
    ent_i_store_bind(keep, 1, id);
    sqlite3_bind_int(keep, 2, has_own_id(a));
    for (int i = 0; i < (int)(sizeof texts / sizeof *texts); i++)
        ent_i_store_bind(keep, 3 + i, texts[i]);
    sqlite3_bind_int64(keep, 11, content);
    sqlite3_bind_int64(keep, 12, store->reading);
    return ent_i_store_do(store, keep, error);
}

static ent_status add_article(ent_store *store, const ent_article *article,
                              int64_t content, ent_error *error)
{
    ent_i_string id = {0};
    ent_status status = free_id(store, article, &id, error);
    if (!status)
        status = keep_article(store, article, id.items, content, error);
    ent_i_vec_free(&id);
    return status ? status
                  : keep_record(store, article,
                                sqlite3_last_insert_rowid(store->db),
                                ENT_I_ADD_RECORD, error);
}

static ent_status replace(ent_store *store, const ent_article *article,
                          ent_error *error)
{
    sqlite3_stmt *query = store->queries[ENT_I_REPLACE_ARTICLE];
    sqlite3_bind_int64(query, 1, article->stored);
    sqlite3_bind_int64(query, 2, store->reading);
    ent_status status = ent_i_store_do(store, query, error);
    return status ? status
                  : keep_record(store, article, article->stored,
                                ENT_I_REPLACE_RECORD, error);
}

static ent_status add(ent_store *store, const ent_article *article,
                      ent_error *error)
{
    int64_t content;
    bool known = false;
    ent_status status = ent_i_store_begin(store, error);
    if (!status)
        status = note_reading(store, error);
    if (status)
        return status;
    if (article->stored) {
        status = replace(store, article, error);
        store->counts.refreshed += !status;
        return status;
    }
    status = look_up(store, article, &content, &known, error);
    if (!status && !known) {
        status = add_article(store, article, content, error);
        store->counts.added += !status;
    }
    return status;
}

ent_status ent_store_add(ent_store *store, const ent_article *article,
                         ent_error *error)
{
    pthread_mutex_lock(&store->lock);
    ent_status status = add(store, article, error);
    pthread_mutex_unlock(&store->lock);
    return status;
}

ent_store_counts ent_store_done(const ent_store *store)
{
    return store->counts;
}

size_t ent_store_article_count(ent_store *store)
{
    int64_t n = 0;
    pthread_mutex_lock(&store->lock);
    if (ent_i_store_number(store, store->queries[ENT_I_COUNT], &n, NULL))
        n = 0;
    pthread_mutex_unlock(&store->lock);
    return (size_t)n;
}

/* ---- drawing ---- */

static ent_status take_row(const ent_store *store, sqlite3_stmt *row,
                           ent_article **out, ent_error *error)
{
    const char *id = (const char *)sqlite3_column_text(row, 1);
    int64_t reading = sqlite3_column_int64(row, 2);
    const char *bytes = sqlite3_column_blob(row, 3);
    size_t size = (size_t)sqlite3_column_bytes(row, 3);
    ent_status status = ent_i_record_read(out, bytes, size, error);
    if (status)
        return ent_i_fail_at(error, status, id ? id : store->path, 0, -1);
    (*out)->stored = (uint32_t)store->drawn;
    (*out)->outdated = reading != store->reading;
    if (!id || strcmp(id, (*out)->id) == 0)
        return ENT_OK;
    (*out)->id = ent_i_arena_strdup(&(*out)->arena, id);
    if ((*out)->id)
        return ENT_OK;
    ent_article_free(*out);
    *out = NULL;
    return ent_i_no_memory(error, "store");
}

static ent_status draw(ent_store *store, bool outdated, ent_article **out,
                       ent_error *error)
{
    ent_status status = ENT_OK;
    sqlite3_stmt *query = store->queries[ENT_I_DRAW];
    if (store->last < 0) {
        store->last = 0;
        status = ent_i_store_number(store, store->queries[ENT_I_LAST],
                                    &store->last, error);
    }
    if (status)
        return status;
    sqlite3_bind_int64(query, 1, store->drawn);
    sqlite3_bind_int64(query, 2, store->last);
    sqlite3_bind_int64(query, 3, outdated ? store->reading : -1);
    int code = sqlite3_step(query);
    if (code == SQLITE_ROW) {
        store->drawn = sqlite3_column_int64(query, 0);
        status = take_row(store, query, out, error);
    } else {
        store->drawn = store->last; /* asking again would fail again */
        if (code != SQLITE_DONE)
            status = ent_i_store_fail(store, "read", error);
    }
    sqlite3_reset(query);
    return status;
}

ent_status ent_i_store_draw(ent_store *store, bool outdated, ent_article **out,
                            ent_error *error)
{
    *out = NULL;
    pthread_mutex_lock(&store->lock);
    ent_status status = draw(store, outdated, out, error);
    pthread_mutex_unlock(&store->lock);
    return status;
}

void ent_i_store_progress(ent_store *store, uint64_t *done, uint64_t *total)
{
    pthread_mutex_lock(&store->lock);
    *done = (uint64_t)store->drawn;
    *total = store->last > 0 ? (uint64_t)store->last : 0;
    pthread_mutex_unlock(&store->lock);
}
