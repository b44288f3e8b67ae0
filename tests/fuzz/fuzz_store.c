/* A store in which any values were changed by somebody else's program: what it
 * holds is drawn, recalled, added to and read anew, or an error says what is
 * wrong. Records of articles have a fuzzer of their own.
 *
 * The input is changes: a byte for the column, one for the row, one for the
 * kind and size of the value, then its bytes. */
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "entente/entente.h"
#include "entente/review.h"
#include "fuzz/fuzz.h"

enum { TEXTS = 4, CHANGES_MOST = 8, STORE_MOST = 1 << 20 };

static const ent_text texts[TEXTS] = {
    {.size = sizeof(ent_text),
     .id = "a",
     .title = "Talks",
     .text = "Peter Voll met Ann Roe in Lund. Mr. Voll was glad.",
     .date = "2020-01-01",
     .url = "https://news.example/a"},
    {.size = sizeof(ent_text),
     .id = "b",
     .text = "Karl Voll sang for Mia Beck in Rome. Mr. Voll sang well.",
     .source = "The Example"},
    {.size = sizeof(ent_text),
     .id = "c",
     .text = "Critics say that Mr. Voll, who was away, told Ann Roe nothing.",
     .language = "en"},
    {.size = sizeof(ent_text),
     .id = "d",
     .text = "Karl Voll called Ann Roe. Mia Beck heard it.",
     .date = "2020-02-01"}};

static const struct {
    const char *table, *column;
} columns[] = {{"readings", "how"},       {"articles", "id"},
               {"articles", "own_id"},    {"articles", "title"},
               {"articles", "date"},      {"articles", "source"},
               {"articles", "url"},       {"articles", "language"},
               {"articles", "author"},    {"articles", "format"},
               {"articles", "path"},      {"articles", "content"},
               {"articles", "reading"},   {"articles", "number"},
               {"records", "number"},     {"records", "text_at"},
               {"records", "text_size"},  {"records", "mentions"},
               {"records", "record"},     {"actors", "id"},
               {"actors", "label"},       {"actors", "type"},
               {"actors", "mentions"},    {"actors", "articles"},
               {"actors", "number"},      {"assignments", "actors"},
               {"assignments", "number"}, {"answers", "name"},
               {"answers", "whom"},       {"answers", "type"},
               {"answers", "same"}};

static char path[64];

static void check_status(ent_status status, const ent_error *error)
{
    FUZZ_CHECK(!status || (status != ENT_ERR_MEMORY && error->message[0]));
}

/* ---- what is done with a store ---- */

static ent_status read_all(ent_store *store, ent_store_use use,
                           ent_corpus *corpus, size_t count)
{
    ent_reader *reader;
    ent_article *article;
    ent_error error = {0};
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    options.store = store;
    options.store_use = use;
    options.threads = 1;
    options.texts = texts;
    options.text_count = count;
    FUZZ_CHECK(!ent_reader_open(&reader, &options, NULL, 0, &error));
    ent_status status = ENT_OK;
    /* Each failure but the last passes over an article. */
    for (int n = 0; n < 100; n++) {
        status = ent_reader_next(reader, &article, &error);
        check_status(status, &error);
        if (!status && !article)
            break;
        if (!status && corpus)
            FUZZ_CHECK(!ent_corpus_add_take(corpus, article, NULL));
        else if (!status) {
            status = ent_store_add(store, article, &error);
            check_status(status, &error);
            ent_article_free(article);
        }
    }
    ent_reader_free(reader);
    return status;
}

static void resolve_all(ent_store *store)
{
    ent_corpus *corpus;
    ent_questions *questions;
    ent_error error = {0};
    FUZZ_CHECK(!ent_corpus_new(&corpus, NULL));
    read_all(store, ENT_STORE_READ, corpus, 0);
    ent_status status = ent_store_recall(store, corpus, &error);
    check_status(status, &error);
    FUZZ_CHECK(!ent_corpus_resolve(corpus, NULL, NULL));
    FUZZ_CHECK(!ent_questions_find(&questions, corpus, ~0u, NULL));
    ent_questions_free(questions);
    status = ent_store_keep(store, corpus, &error);
    check_status(status, &error);
    ent_corpus_free(corpus);
}

static ent_store *open_store(bool create)
{
    ent_store *store = NULL;
    ent_error error = {0};
    ent_status status = ent_store_open(&store, path, create, &error);
    check_status(status, &error);
    FUZZ_CHECK(!status || !create);
    return status ? NULL : store;
}

/* ---- the store before the changes, made once ---- */

static size_t load_file(uint8_t *bytes)
{
    FILE *file = fopen(path, "rb");
    FUZZ_CHECK(file);
    size_t n = fread(bytes, 1, STORE_MOST, file);
    FUZZ_CHECK(n > 0 && n < STORE_MOST && fclose(file) == 0);
    return n;
}

static void remove_beside(const char *end)
{
    char beside[80];
    snprintf(beside, sizeof beside, "%s%s", path, end);
    unlink(beside);
}

static void remove_store(void)
{
    remove_beside("");
    remove_beside("-wal");
    remove_beside("-shm");
}

static size_t make_store(uint8_t *bytes)
{
    ent_error error = {0};
    snprintf(path, sizeof path, "%s/entente-fuzz-%ld.db",
             access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp",
             (long)getpid());
    remove_store();
    atexit(remove_store);
    ent_store *store = open_store(true);
    FUZZ_CHECK(!read_all(store, ENT_STORE_ADD, NULL, TEXTS - 1));
    FUZZ_CHECK(!ent_store_commit(store, &error));
    resolve_all(store);
    FUZZ_CHECK(!ent_store_answer(store, "Voll", "Karl Voll", ENT_PERSON, true,
                                 &error));
    ent_store_free(store);
    return load_file(bytes);
}

static void restore(void)
{
    static uint8_t bytes[STORE_MOST];
    static size_t size;
    if (!size)
        size = make_store(bytes);
    remove_store();
    FILE *file = fopen(path, "wb");
    FUZZ_CHECK(file && fwrite(bytes, 1, size, file) == size);
    FUZZ_CHECK(fclose(file) == 0);
}

/* ---- the changes ---- */

static void bind(sqlite3_stmt *query, unsigned kind, const uint8_t *bytes,
                 size_t size)
{
    int64_t number = 0;
    memcpy(&number, bytes, size < sizeof number ? size : sizeof number);
    if (kind == 0)
        sqlite3_bind_int64(query, 1, number);
    else if (kind == 1)
        sqlite3_bind_blob(query, 1, bytes, (int)size, SQLITE_STATIC);
    else
        sqlite3_bind_text(query, 1, (const char *)bytes, (int)size,
                          SQLITE_STATIC);
}

/* Returns how many bytes were used. What the schema refuses stays as it was. */
static size_t change(sqlite3 *db, const uint8_t *data, size_t size)
{
    char sql[200];
    sqlite3_stmt *query;
    size_t i = data[0] % (sizeof columns / sizeof *columns);
    size_t n = data[2] & 63;
    n = n < size - 3 ? n : size - 3;
    snprintf(sql, sizeof sql,
             "UPDATE OR IGNORE %s SET %s = ?1 WHERE %s IS "
             "(SELECT %s FROM %s LIMIT 1 OFFSET %d)",
             columns[i].table, columns[i].column, columns[i].column,
             columns[i].column, columns[i].table, data[1] % 4);
    FUZZ_CHECK(sqlite3_prepare_v2(db, sql, -1, &query, NULL) == SQLITE_OK);
    bind(query, data[2] >> 6, data + 3, n);
    sqlite3_step(query);
    sqlite3_finalize(query);
    return 3 + n;
}

static void change_all(const uint8_t *data, size_t size)
{
    sqlite3 *db;
    FUZZ_CHECK(sqlite3_open(path, &db) == SQLITE_OK);
    for (int i = 0; i < CHANGES_MOST && size > 3; i++) {
        size_t n = change(db, data, size);
        data += n;
        size -= n;
    }
    FUZZ_CHECK(sqlite3_close(db) == SQLITE_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ent_error error = {0};
    restore();
    change_all(data, size);
    ent_store *store = open_store(false);
    if (!store)
        return 0;
    resolve_all(store);
    read_all(store, ENT_STORE_REFRESH, NULL, 0);
    read_all(store, ENT_STORE_ADD, NULL, TEXTS);
    check_status(ent_store_commit(store, &error), &error);
    ent_store_free(store);
    return 0;
}
