/* A store through the library: what is added is drawn, who is who is recalled,
 * and whatever allocation fails, nothing is lost but the call. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/memory.h"
#include "entente/entente.h"

static char path[64];

static void remove_store(void)
{
    char beside[80];
    static const char *const ends[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        snprintf(beside, sizeof beside, "%s%s", path, ends[i]);
        unlink(beside);
    }
}

static int make_path(void **state)
{
    (void)state;
    snprintf(path, sizeof path, "/tmp/entente-store-%ld.db", (long)getpid());
    remove_store();
    return 0;
}

static int remove_path(void **state)
{
    (void)state;
    remove_store();
    return 0;
}

enum { TEXTS = 5 };
static ent_text made[TEXTS];

static void make_texts(void)
{
    static const char *const ids[] = {"a", "b", "c", "d", "e"};
    static const char *const texts[] = {
        "Peter Voll met Ann Roe in Lund. Mr. Voll was glad.",
        "Peter Voll met Ann Roe again. Mr. Voll was glad of that.",
        "Karl Voll sings with Mia Beck in Rome. Mr. Voll sang.",
        "Karl Voll sang for Mia Beck. Mr. Voll sang well.",
        "Critics say that Mr. Voll, who was away, said nothing."};
    for (size_t i = 0; i < TEXTS; i++) {
        made[i] = (ent_text)ENT_TEXT_INIT;
        made[i].id = ids[i];
        made[i].text = texts[i];
        made[i].date = "2020-01-01";
    }
}

/* Reads with the store; add keeps what comes, else the corpus gets it. */
static ent_status read_all(ent_store *store, ent_store_use use, size_t texts,
                           ent_corpus *corpus, size_t *n)
{
    ent_reader *reader = NULL;
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    options.store = store;
    options.store_use = use;
    options.threads = 1;
    options.texts = made;
    options.text_count = texts;
    ent_status status = ent_reader_open(&reader, &options, NULL, 0, NULL);
    for (*n = 0; !status; ++*n) {
        ent_article *article;
        status = ent_reader_next(reader, &article, NULL);
        if (status || !article)
            break;
        if (corpus) {
            status = ent_corpus_add_take(corpus, article, NULL);
            if (!status)
                continue;
        } else {
            status = ent_store_add(store, article, NULL);
        }
        ent_article_free(article);
    }
    ent_reader_free(reader);
    return status;
}

static ent_status add_all(size_t texts, size_t *n)
{
    ent_store *store = NULL;
    ent_status status = ent_store_open(&store, path, true, NULL);
    if (!status)
        status = read_all(store, ENT_STORE_ADD, texts, NULL, n);
    if (!status)
        status = ent_store_commit(store, NULL);
    ent_store_free(store);
    return status;
}

/* A network is measured, and its communities are kept. */
static ent_status measure(ent_store *store, const ent_corpus *corpus)
{
    ent_network *network = NULL;
    ent_status status = ent_network_build(&network, corpus, NULL, NULL);
    if (!status)
        status = ent_network_analyse(network, NULL, NULL);
    if (!status)
        status = ent_store_keep_communities(store, network, NULL);
    ent_network_free(network);
    return status;
}

/* Who is who among the store's articles, kept and asked about. */
static ent_status resolve_all(size_t *articles, size_t *questions)
{
    ent_store *store = NULL;
    ent_corpus *corpus = NULL;
    ent_questions *asked = NULL;
    ent_status status = ent_store_open(&store, path, false, NULL);
    if (!status)
        status = ent_corpus_new(&corpus, NULL);
    if (!status)
        status = read_all(store, ENT_STORE_READ, 0, corpus, articles);
    if (!status)
        status = ent_store_recall(store, corpus, NULL);
    if (!status)
        status = ent_corpus_resolve(corpus, NULL, NULL);
    if (!status)
        status = ent_store_keep(store, corpus, NULL);
    if (!status)
        status = measure(store, corpus);
    if (!status)
        status = ent_questions_find(&asked, corpus, 1u << ENT_PERSON, NULL);
    if (!status)
        *questions = ent_questions_count(asked);
    ent_questions_free(asked);
    ent_corpus_free(corpus);
    ent_store_free(store);
    return status;
}

static void test_there_and_back(void **state)
{
    (void)state;
    size_t n, questions = 0;
    assert_int_equal(add_all(2, &n), ENT_OK);
    assert_int_equal(n, 2);
    assert_int_equal(add_all(TEXTS, &n), ENT_OK);
    assert_int_equal(n, TEXTS - 2);
    assert_int_equal(resolve_all(&n, &questions), ENT_OK);
    assert_int_equal(n, TEXTS);
    assert_int_equal(questions, 1);
}

/* Only one with the reader's own options can be kept, since the store must
 * know how it was read. */
static void test_an_article_from_elsewhere(void **state)
{
    (void)state;
    ent_store *store;
    ent_reader *reader;
    ent_article *article;
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    options.texts = made;
    options.text_count = 1;
    assert_int_equal(ent_store_open(&store, path, true, NULL), ENT_OK);
    assert_int_equal(ent_reader_open(&reader, &options, NULL, 0, NULL), ENT_OK);
    assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
    assert_int_equal(ent_store_add(store, article, NULL), ENT_ERR_ARGUMENT);
    ent_article_free(article);
    ent_reader_free(reader);
    ent_store_free(store);
}

/* Until nothing fails any more. What was not committed is not there. */
static void test_no_memory(void **state)
{
    (void)state;
    size_t n = 0, questions = 0;
    ent_status status = ENT_ERR_MEMORY;
    for (long nth = 1; status; nth += nth < 40 ? 1 : 7) {
        remove_store();
        ent_i_memory_fail_from(nth);
        status = add_all(TEXTS, &n);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
    }
    status = ENT_ERR_MEMORY;
    for (long nth = 1; status; nth += nth < 40 ? 1 : 7) {
        ent_i_memory_fail_from(nth);
        status = resolve_all(&n, &questions);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
    }
    assert_int_equal(n, TEXTS);
    assert_int_equal(questions, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_there_and_back, make_path,
                                        remove_path),
        cmocka_unit_test_setup_teardown(test_an_article_from_elsewhere,
                                        make_path, remove_path),
        cmocka_unit_test_setup_teardown(test_no_memory, make_path, remove_path),
    };
    make_texts();
    return ent_store_available() ? cmocka_run_group_tests(tests, NULL, NULL)
                                 : 0;
}
