/* The library as a program of somebody else's uses it: the public header alone,
 * several runs at a time, older headers, getters beyond their range. */
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <entente/entente.h>

#define DATA ENTENTE_TESTS_DIR "/golden/data"
enum { ARTICLES = 4 + 1 + 1 + 1 }; /* of the four */
#define TALKS DATA "/talks.jsonl"
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- a small growing text, as an embedder would have one ---- */

typedef struct text {
    char *bytes;
    size_t n, cap;
} text;

static int add(void *ctx, const void *bytes, size_t n)
{
    text *t = ctx;
    if (t->n + n + 1 > t->cap) {
        size_t cap = 2 * (t->n + n + 1);
        char *grown = realloc(t->bytes, cap);
        if (!grown)
            return 1;
        t->bytes = grown;
        t->cap = cap;
    }
    memcpy(t->bytes + t->n, bytes, n);
    t->n += n;
    t->bytes[t->n] = '\0';
    return 0;
}

/* ---- the straight line ---- */

static ent_corpus *read_corpus(const ent_read_options *options)
{
    static const char *const inputs[] = {TALKS};
    ent_reader *reader = NULL;
    ent_corpus *corpus = NULL;
    ent_article *article;
    ent_error error;
    assert_int_equal(ent_reader_open(&reader, options, inputs, 1, &error),
                     ENT_OK);
    assert_int_equal(ent_corpus_new(&corpus, &error), ENT_OK);
    do {
        assert_int_equal(ent_reader_next(reader, &article, &error), ENT_OK);
        if (article)
            assert_int_equal(ent_corpus_add_take(corpus, article, &error),
                             ENT_OK);
    } while (article);
    assert_int_equal(ent_reader_skipped(reader), 0);
    ent_reader_free(reader);
    return corpus;
}

static ent_network *network_of(ent_corpus *corpus)
{
    ent_network *network = NULL;
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_network_build(&network, corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_network_analyse(network, NULL, NULL), ENT_OK);
    return network;
}

/* What the JSON exporter writes of everything; the caller frees. */
static char *whole_run(void)
{
    text out = {NULL, 0, 0};
    const ent_sink sink = {add, &out};
    ent_exporters *exporters = NULL;
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    options.threads = 2;
    ent_corpus *corpus = read_corpus(&options);
    ent_network *network = network_of(corpus);
    assert_int_equal(ent_exporters_new(&exporters, false, NULL, NULL), ENT_OK);
    assert_int_equal(
        ent_export(exporters, "json", NULL, NULL, network, &sink, NULL),
        ENT_OK);
    ent_exporters_free(exporters);
    ent_network_free(network);
    ent_corpus_free(corpus);
    return out.bytes;
}

static void test_one_run_is_like_the_next(void **state)
{
    (void)state;
    char *first = whole_run();
    assert_non_null(strstr(first, "\"john-kerry\""));
    for (int i = 0; i < 3; i++) {
        char *again = whole_run();
        assert_string_equal(again, first);
        free(again);
    }
    free(first);
}

static void *run_in_thread(void *argument)
{
    (void)argument;
    return whole_run();
}

/* Objects of their own in each thread: nothing is shared that is not locked. */
static void test_several_runs_at_a_time(void **state)
{
    (void)state;
    enum { THREADS = 6 };
    pthread_t threads[THREADS];
    char *alone = whole_run();
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, run_in_thread, NULL),
                         0);
    for (int i = 0; i < THREADS; i++) {
        void *found;
        assert_int_equal(pthread_join(threads[i], &found), 0);
        assert_string_equal(found, alone);
        free(found);
    }
    free(alone);
}

/* ---- getters ---- */

static void test_getters_beyond_their_range(void **state)
{
    (void)state;
    ent_corpus *corpus = read_corpus(NULL);
    ent_network *network = network_of(corpus);
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    static const size_t far[] = {1000, ENT_NONE, SIZE_MAX};
    for (size_t i = 0; i < COUNT(far); i++) {
        const ent_article *article = ent_corpus_article(corpus, 0);
        assert_null(ent_corpus_article(corpus, far[i]));
        assert_null(ent_corpus_actor(corpus, far[i]));
        assert_int_equal(ent_corpus_copy_of(corpus, far[i]), ENT_NONE);
        assert_null(ent_article_sentence(article, far[i]));
        assert_null(ent_article_mention(article, far[i]));
        assert_null(ent_article_cluster(article, far[i]));
        assert_null(ent_article_encounter(article, far[i]));
        assert_null(ent_network_node(network, far[i]));
        assert_null(ent_network_tie(network, far[i]));
        assert_false(ent_network_evidence(network, far[i], 0, &evidence));
        assert_false(ent_network_evidence(network, 0, far[i], &evidence));
    }
    assert_ptr_equal(ent_network_get_corpus(network), corpus);
    ent_network_free(network);
    ent_corpus_free(corpus);
}

static void test_getters_of_an_article(void **state)
{
    (void)state;
    ent_corpus *corpus = read_corpus(NULL);
    for (size_t i = 0; i < ent_corpus_article_count(corpus); i++) {
        const ent_article *a = ent_corpus_article(corpus, i);
        char day[16];
        assert_ptr_equal(ent_article_field(a, ENT_FIELD_TITLE),
                         ent_article_title(a));
        assert_ptr_equal(ent_article_field(a, ENT_FIELD_TEXT),
                         ent_article_text(a));
        assert_int_equal(strlen(ent_date_format(ent_article_date(a), day)), 10);
        assert_null(ent_article_url(a));
        assert_true(ent_article_mention_count(a) > 0);
        for (size_t k = 0; k < ent_article_mention_count(a); k++) {
            const ent_mention *m = ent_article_mention(a, k);
            const ent_sentence *s = ent_article_sentence(a, m->sentence);
            assert_non_null(s);
            assert_true(s->start <= m->start && m->end <= s->end);
            assert_true(m->honorific_start <= m->honorific_end);
            assert_true(m->honorific_end <= m->start);
        }
    }
    ent_corpus_free(corpus);
}

/* Before resolve there are no actors; before analyse there are no measures. */
static void test_what_comes_too_early_is_told(void **state)
{
    (void)state;
    text out = {NULL, 0, 0};
    const ent_sink sink = {add, &out};
    ent_corpus *corpus = read_corpus(NULL);
    ent_network *network = NULL;
    ent_error error = {0};
    uint32_t actor;
    assert_int_equal(ent_corpus_actor_count(corpus), 0);
    assert_int_equal(
        ent_corpus_find_actor(corpus, "Kerry", &actor, NULL, &error),
        ENT_ERR_NOT_FOUND);
    assert_int_equal(ent_corpus_write_aliases(corpus, 0, &sink, &error),
                     ENT_ERR_ARGUMENT);
    assert_int_equal(ent_corpus_explain(corpus, 0, &sink, &error),
                     ENT_ERR_ARGUMENT);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_network_build(&network, corpus, NULL, NULL), ENT_OK);
    assert_true(isnan(
        ent_network_measure(network, 0, ent_measure_find("betweenness"))));
    assert_int_equal(ent_network_node(network, 0)->community, ENT_NONE);
    assert_int_equal(ent_network_get_summary(network)->components, 0);
    assert_true(isnan(ent_network_get_summary(network)->modularity));
    ent_network_free(network);
    ent_corpus_free(corpus);
    free(out.bytes);
}

/* ---- names of values ---- */

static void test_every_value_has_its_own_name(void **state)
{
    (void)state;
    for (int i = 0; i < ENT_TYPE_COUNT; i++) {
        ent_type type;
        assert_true(ent_type_parse(ent_type_name((ent_type)i), &type));
        assert_int_equal(type, i);
        for (int k = 0; k < i; k++)
            assert_string_not_equal(ent_type_name((ent_type)i),
                                    ent_type_name((ent_type)k));
    }
    for (int i = 1; i < ENT_KIND_COUNT; i++)
        assert_string_not_equal(ent_kind_name((ent_kind)i),
                                ent_kind_name((ent_kind)(i - 1)));
    for (int i = 1; i < ENT_STANDING_COUNT; i++)
        assert_string_not_equal(ent_standing_name((ent_standing)i),
                                ent_standing_name((ent_standing)(i - 1)));
    for (int i = 1; i <= ENT_ROLE_FURNITURE; i++)
        assert_string_not_equal(ent_role_name((ent_role)i),
                                ent_role_name((ent_role)(i - 1)));
    ent_type type = ENT_ORG;
    static const char *const wrong[] = {"", "Person", "persons", "dog", "per"};
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_false(ent_type_parse(wrong[i], &type));
    assert_int_equal(type, ENT_ORG);
}

/* ---- freeing nothing ---- */

static void test_nothing_can_be_freed(void **state)
{
    (void)state;
    ent_article_free(NULL);
    ent_reader_free(NULL);
    ent_corpus_free(NULL);
    ent_network_free(NULL);
    ent_exporters_free(NULL);
    ent_output_discard(NULL);
    ent_output_abandon_all();
}

/* ---- older headers ---- */

/* An option struct of every size that an older header may have had: what it
 * lacks keeps its default, and nothing beyond it is read. */
static void test_shorter_option_structs(void **state)
{
    (void)state;
    ent_corpus *corpus = read_corpus(NULL);
    ent_network *usual = NULL;
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    for (size_t size = sizeof(size_t); size <= sizeof(ent_network_options);
         size += 4) {
        ent_network_options wanted = ENT_NETWORK_OPTIONS_INIT;
        ent_network *network = NULL;
        wanted.size = size;
        /* On the heap and of that size: reading on would be noticed. */
        void *exact = malloc(size);
        assert_non_null(exact);
        memcpy(exact, &wanted, size);
        assert_int_equal(ent_network_build(&network, corpus, exact, NULL),
                         ENT_OK);
        if (!usual)
            usual = network;
        size_t n = ent_network_setting_count(usual);
        assert_int_equal(ent_network_setting_count(network), n);
        for (size_t i = 0; i < n; i++)
            assert_string_equal(ent_network_setting(network, i)->value,
                                ent_network_setting(usual, i)->value);
        if (network != usual)
            ent_network_free(network);
        free(exact);
    }
    for (size_t size = sizeof(size_t); size <= sizeof(ent_resolve_options);
         size += 4) {
        ent_resolve_options wanted = ENT_RESOLVE_OPTIONS_INIT;
        wanted.size = size;
        void *exact = malloc(size);
        assert_non_null(exact);
        memcpy(exact, &wanted, size);
        assert_int_equal(ent_corpus_resolve(corpus, exact, NULL), ENT_OK);
        free(exact);
    }
    ent_network_free(usual);
    ent_corpus_free(corpus);
}

/* ---- listening ---- */

typedef struct listener {
    int lines;
    int asked;
    int stop_after; /* -1: never */
} listener;

static void hear(void *ctx, ent_log_level level, const char *message)
{
    listener *l = ctx;
    assert_true(level == ENT_LOG_INFO || level == ENT_LOG_WARNING);
    assert_null(strchr(message, '\n'));
    l->lines++;
}

static int asked(void *ctx)
{
    listener *l = ctx;
    return l->stop_after >= 0 && l->asked++ >= l->stop_after;
}

static void test_stopping_an_export(void **state)
{
    (void)state;
    static const char *const names[] = {"json", "graphml", "gexf", "csv"};
    ent_corpus *corpus = read_corpus(NULL);
    ent_network *network = network_of(corpus);
    ent_exporters *exporters = NULL;
    assert_int_equal(ent_exporters_new(&exporters, false, NULL, NULL), ENT_OK);
    for (size_t i = 0; i < COUNT(names); i++)
        for (int after = -1; after < 4; after++) {
            text out = {NULL, 0, 0};
            listener l = {0, 0, after};
            const ent_sink sink = {add, &out};
            ent_export_events events = ENT_EXPORT_EVENTS_INIT;
            events.log = hear;
            events.cancelled = asked;
            events.ctx = &l;
            ent_exporters_listen(exporters, &events);
            ent_status status = ent_export(exporters, names[i], NULL, NULL,
                                           network, &sink, NULL);
            assert_int_equal(status, after < 0 ? ENT_OK : ENT_ERR_CANCELLED);
            free(out.bytes);
        }
    ent_exporters_free(exporters);
    ent_network_free(network);
    ent_corpus_free(corpus);
}

/* A reader may be freed with articles unread, at any point. */
static void test_leaving_a_reader_early(void **state)
{
    (void)state;
    static const char *const inputs[] = {TALKS, DATA "/apart.jsonl",
                                         DATA "/nobody.jsonl",
                                         DATA "/awkward.jsonl"};
    for (unsigned threads = 1; threads <= 4; threads++)
        for (int taken = 0; taken < 17; taken += 2) {
            ent_read_options options = ENT_READ_OPTIONS_INIT;
            ent_reader *reader = NULL;
            options.threads = threads;
            assert_int_equal(
                ent_reader_open(&reader, &options, inputs, 4, NULL), ENT_OK);
            uint64_t done, total, last = 0;
            for (int i = 0; i < taken; i++) {
                ent_article *article = NULL;
                assert_int_equal(ent_reader_next(reader, &article, NULL),
                                 ENT_OK);
                assert_int_equal(article != NULL, i < ARTICLES);
                ent_article_free(article);
                ent_reader_progress(reader, &done, &total);
                assert_true(done >= last && done <= total);
                last = done;
            }
            ent_reader_free(reader);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_run_is_like_the_next),
        cmocka_unit_test(test_several_runs_at_a_time),
        cmocka_unit_test(test_getters_beyond_their_range),
        cmocka_unit_test(test_getters_of_an_article),
        cmocka_unit_test(test_what_comes_too_early_is_told),
        cmocka_unit_test(test_every_value_has_its_own_name),
        cmocka_unit_test(test_nothing_can_be_freed),
        cmocka_unit_test(test_shorter_option_structs),
        cmocka_unit_test(test_stopping_an_export),
        cmocka_unit_test(test_leaving_a_reader_early),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
