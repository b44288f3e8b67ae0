/* jansson allocates by itself: its allocations are made to fail here, in turn.
 * Whoever reads or writes JSON must then report a failure, free everything, and
 * never give half a result for a whole one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

#include "core/vec.h"
#include "entente/entente.h"
#include "evaluate/gold.h"
#include "recognise/entities.h"
#include "recognise/outside.h"
#include "source/opened.h"
#include "source/source.h"

#define TALKS ENTENTE_TESTS_DIR "/golden/data/talks.jsonl"
#define AWKWARD ENTENTE_TESTS_DIR "/golden/data/awkward.jsonl"

/* ---- jansson's memory ---- */

/* How the failures come: all from one on, or a single one. */
typedef enum failing { FROM, ONCE } failing;

static atomic_long live;      /* blocks that jansson holds */
static atomic_long countdown; /* 0: off; 1: the next one fails */
static atomic_bool fired;     /* an allocation was made to fail */
static failing mode;

static bool must_fail(void)
{
    long left = atomic_load(&countdown);
    if (left == 0)
        return false;
    if (left > 1) {
        atomic_store(&countdown, left - 1);
        return false;
    }
    if (mode == ONCE)
        atomic_store(&countdown, 0);
    atomic_store(&fired, true);
    return true;
}

static void *take(size_t size)
{
    void *block = must_fail() ? NULL : malloc(size ? size : 1);
    if (block)
        atomic_fetch_add(&live, 1);
    return block;
}

static void give_back(void *block)
{
    if (block)
        atomic_fetch_sub(&live, 1);
    free(block);
}

/* ---- what is tried ---- */

typedef struct world {
    ent_corpus *corpus;
    ent_network *network;
    uint32_t kerry, lavrov;
} world;

static world made;

typedef ent_status attempt(ent_i_string *out, ent_error *error);

static int to_string(void *ctx, const void *bytes, size_t n)
{
    return ent_i_string_add(ctx, bytes, n) ? 0 : 1;
}

/* Runs an attempt with the nth allocation failing. */
static ent_status try_with(attempt *run, long nth, failing how,
                           ent_i_string *out, ent_error *error)
{
    out->n = 0;
    *error = (ent_error){0};
    mode = how;
    atomic_store(&fired, false);
    long before = atomic_load(&live);
    atomic_store(&countdown, nth);
    ent_status status = run(out, error);
    atomic_store(&countdown, 0);
    assert_int_equal(atomic_load(&live), before);
    return status;
}

/* Every allocation fails in turn until none is left to fail. An attempt that
 * says it went well must have given what it gives without a failure. */
static void in_turn(attempt *run, failing how, ent_status wanted,
                    ent_status or_else)
{
    ent_i_string whole = {0}, out = {0};
    ent_error error;
    assert_int_equal(try_with(run, 0, how, &whole, &error), ENT_OK);
    assert_true(ent_i_string_add(&whole, "", 0));
    long failed = 0;
    for (long nth = 1; nth == 1 || atomic_load(&fired); nth++) {
        ent_status status = try_with(run, nth, how, &out, &error);
        if (status) {
            failed++;
            if (status != wanted && status != or_else)
                fail_msg("allocation %ld: %s: %s", nth, ent_status_name(status),
                         error.message);
            assert_int_equal(error.code, status);
            assert_true(error.message[0] != '\0');
        } else {
            assert_true(ent_i_string_add(&out, "", 0));
            assert_string_equal(out.items, whole.items);
        }
    }
    assert_true(failed > 3);
    ent_i_vec_free(&whole);
    ent_i_vec_free(&out);
}

/* ---- reading ---- */

static ent_status read_as(const char *format, const char *text,
                          ent_i_string *out, ent_error *error)
{
    ent_i_source *source = NULL;
    ent_article *article = NULL;
    ent_status status = ent_i_source_open_memory(&source, "made", text,
                                                 strlen(text), format, error);
    if (!status)
        status = ent_i_source_next(source, &article, error);
    if (!status && !article)
        status = ENT_ERR_NOT_FOUND;
    if (!status)
        ent_i_string_addf(out, "%s %s %s %s %zu", ent_article_id(article),
                          ent_article_title(article),
                          ent_article_source(article),
                          ent_article_text(article), article->mentions.n);
    ent_article_free(article);
    ent_i_source_free(source);
    return status;
}

static ent_status read_memory(const char *json, ent_i_string *out,
                              ent_error *error)
{
    return read_as("json", json, out, error);
}

/* Whose title stands in its data in full. */
static ent_status read_page(ent_i_string *out, ent_error *error)
{
    return read_as(
        "html",
        "<html><head><title>Ministers meet</title><script type="
        "\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":"
        "\"Ministers meet again on the bridge of Geneva\",\"author\":"
        "[{\"name\":\"Ida Quill\"},{\"name\":\"Abel Sommerfeld\"}]}</script>"
        "</head><body><article><h1>Ministers meet</h1><p>The ministers met on "
        "a bridge in Geneva on Monday, which was a cold place for it, as "
        "those who waited below could tell.</p><p>They talked for an hour and "
        "then went home, and nobody knew what they had said.</p></article>"
        "</body></html>",
        out, error);
}

static ent_status read_article(ent_i_string *out, ent_error *error)
{
    return read_memory(
        "{\"id\":\"one\",\"title\":\"Ministers meet again in Geneva\","
        "\"source\":\"The Ferry Post\",\"text\":\"They met on a bridge, which "
        "was a cold place for it.\",\"more\":{\"words\":[1,2.5,true,null]}}",
        out, error);
}

static ent_status read_mentions(ent_i_string *out, ent_error *error)
{
    return read_memory(
        "{\"id\":\"one\",\"title\":\"T\",\"source\":\"S\","
        "\"text\":\"Ann Dunn met Karl Roth.\",\"mentions\":["
        "{\"start\":0,\"end\":8,\"type\":\"person\",\"role\":\"story\"},"
        "{\"start\":13,\"end\":22,\"type\":\"person\",\"confidence\":0.5}]}",
        out, error);
}

static ent_status read_spacy(ent_i_string *out, ent_error *error)
{
    return read_memory("{\"id\":\"one\",\"title\":\"T\",\"source\":\"S\","
                       "\"text\":\"Ann Dunn met Karl Roth.\",\"ents\":["
                       "{\"start\":0,\"end\":8,\"label\":\"PERSON\"},"
                       "{\"start\":13,\"end\":22,\"label\":\"PERSON\"}]}",
                       out, error);
}

/* A short file of the given text, removed by the caller. */
static void write_file(char *path, const char *text)
{
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    close(file);
}

static ent_status read_aliases(ent_i_string *out, ent_error *error)
{
    char path[] = "/tmp/entente-alias-XXXXXX";
    write_file(path, "{\"actors\":[{\"name\":\"John Kerry\",\"aliases\":"
                     "[\"Secretary Kerry\",\"J. F. Kerry\"]},{\"name\":"
                     "\"Marie Harf\",\"drop\":true}],\"not_the_same\":"
                     "[[\"Jeb Bush\",\"George W. Bush\"]]}");
    ent_resolve_options options = ENT_RESOLVE_OPTIONS_INIT;
    options.aliases = path;
    ent_status status = ent_corpus_resolve(made.corpus, &options, error);
    unlink(path);
    for (size_t i = 0; !status && i < ent_corpus_actor_count(made.corpus); i++)
        ent_i_string_addf(out, "%s %d\n",
                          ent_corpus_actor(made.corpus, i)->label,
                          ent_corpus_actor(made.corpus, i)->dropped);
    return status;
}

static ent_status read_entities(ent_i_string *out, ent_error *error)
{
    char path[] = "/tmp/entente-names-XXXXXX";
    write_file(path, "{\"person\":[\"Ottoline Varga\",{\"name\":\"Cuthbert "
                     "Nkemelu\",\"aliases\":[\"The Cuthbert of old\"]}],"
                     "\"org\":[\"The Ferry Company\"]}");
    ent_i_entities *entities = NULL;
    ent_status status = ent_i_entities_load(&entities, path, error);
    unlink(path);
    ent_i_string_adds(out, entities ? "loaded" : "not loaded");
    ent_i_entities_free(entities);
    return status;
}

static ent_status read_answer(ent_i_string *out, ent_error *error)
{
    static const char line[] =
        "{\"id\":\"one\",\"mentions\":[{\"start\":0,\"end\":8,\"type\":"
        "\"person\",\"honorific\":\"Mr of the long titles\"}]}";
    ent_article *article = ent_i_article_new();
    assert_non_null(article);
    article->id = "one";
    article->text = "Ann Dunn left.";
    article->text_size = (uint32_t)strlen(article->text);
    ent_status status = ent_i_outside_parse(article, line, strlen(line), error);
    ent_i_string_addf(out, "%zu", article->mentions.n);
    ent_article_free(article);
    return status;
}

static ent_status read_gold(ent_i_string *out, ent_error *error)
{
    ent_i_gold_list list = {0};
    ent_status status =
        ent_i_gold_load(&list, ENTENTE_TESTS_DIR "/gold/small.jsonl", error);
    for (size_t i = 0; !status && i < list.n; i++)
        ent_i_string_addf(out, "%zu ", list.items[i].labels.n);
    ent_i_gold_free(&list);
    return status;
}

static ent_status score_encounters(ent_i_string *out, ent_error *error)
{
    static const char *const gold[] = {ENTENTE_TESTS_DIR
                                       "/gold/encounters.jsonl"};
    static const char *const articles[] = {ENTENTE_TESTS_DIR
                                           "/gold/encounters-articles.jsonl"};
    const ent_sink sink = {to_string, out};
    return ent_evaluate_encounters(NULL, articles, 1, gold, 1, &sink, error);
}

/* jansson takes want of memory within a token for a token that is wrong, so
 * that a wrong format may be told as well. */
static void test_readers(void **state)
{
    (void)state;
    static attempt *const readers[] = {read_article, read_mentions,
                                       read_spacy,   read_aliases,
                                       read_gold,    read_entities};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        in_turn(readers[i], FROM, ENT_ERR_MEMORY, ENT_ERR_FORMAT);
    in_turn(read_answer, FROM, ENT_ERR_MEMORY, ENT_ERR_PLUGIN);
}

/* A page can be read without its data, but not as if it had none. */
static void test_data_of_pages(void **state)
{
    (void)state;
    if (!ent_i_format_named("html")->shown.available)
        skip();
    in_turn(read_page, FROM, ENT_ERR_MEMORY, ENT_ERR_MEMORY);
    in_turn(read_page, ONCE, ENT_ERR_MEMORY, ENT_ERR_MEMORY);
}

/* The first allocation of all fails before any token is looked at. */
static void test_want_of_memory_is_called_so(void **state)
{
    (void)state;
    static attempt *const readers[] = {read_article, read_mentions, read_spacy,
                                       read_aliases, read_entities, read_gold,
                                       read_answer};
    ent_i_string out = {0};
    ent_error error;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        assert_int_equal(try_with(readers[i], 1, FROM, &out, &error),
                         ENT_ERR_MEMORY);
        assert_string_equal(error.message, "out of memory");
    }
    ent_i_vec_free(&out);
}

static void test_scoring(void **state)
{
    (void)state;
    in_turn(score_encounters, FROM, ENT_ERR_MEMORY, ENT_ERR_FORMAT);
}

/* ---- writing ---- */

static ent_status write_article(ent_i_string *out, ent_error *error)
{
    const ent_sink sink = {to_string, out};
    return ent_article_write_json(ent_corpus_article(made.corpus, 1), &sink,
                                  error);
}

static ent_status write_mentions(ent_i_string *out, ent_error *error)
{
    const ent_sink sink = {to_string, out};
    return ent_corpus_write_mentions(made.corpus, 0, ~0u, &sink, error);
}

static ent_status write_mentions_alone(ent_i_string *out, ent_error *error)
{
    const ent_sink sink = {to_string, out};
    return ent_article_write_mentions(ent_corpus_article(made.corpus, 0),
                                      1u << ENT_PERSON, &sink, error);
}

static ent_status write_aliases(ent_i_string *out, ent_error *error)
{
    const ent_sink sink = {to_string, out};
    return ent_corpus_write_aliases(made.corpus, 0, &sink, error);
}

static ent_status write_report(ent_i_string *out, ent_error *error)
{
    const ent_sink sink = {to_string, out};
    ent_report_options options = ENT_REPORT_OPTIONS_INIT;
    options.format = ENT_REPORT_JSON;
    return ent_report_write(made.network, &options, &sink, error);
}

static ent_status write_evidence(ent_i_string *out, ent_error *error)
{
    const ent_sink sink = {to_string, out};
    ent_report_options options = ENT_REPORT_OPTIONS_INIT;
    options.format = ENT_REPORT_JSON;
    return ent_report_explain(made.network, made.kerry, made.lavrov, &options,
                              &sink, error);
}

static ent_status write_all_evidence(ent_i_string *out, ent_error *error)
{
    const ent_sink sink = {to_string, out};
    ent_report_options options = ENT_REPORT_OPTIONS_INIT;
    options.format = ENT_REPORT_JSON;
    return ent_report_explain(made.network, made.kerry, ENT_NONE, &options,
                              &sink, error);
}

/* One allocation that fails alone is the harder case: what comes after it goes
 * well, so that a member could be missing without anybody noticing. */
static void test_writers(void **state)
{
    (void)state;
    static attempt *const writers[] = {
        write_article, write_mentions, write_mentions_alone, write_aliases,
        write_report,  write_evidence, write_all_evidence};
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        in_turn(writers[i], FROM, ENT_ERR_MEMORY, ENT_ERR_IO);
        in_turn(writers[i], ONCE, ENT_ERR_MEMORY, ENT_ERR_IO);
    }
}

/* ---- set-up ---- */

static uint32_t node_of(const char *name)
{
    uint32_t actor = ENT_NONE;
    assert_int_equal(
        ent_corpus_find_actor(made.corpus, name, &actor, NULL, NULL), ENT_OK);
    for (uint32_t i = 0; i < ent_network_node_count(made.network); i++)
        if (ent_network_node(made.network, i)->actor == actor)
            return i;
    fail_msg("%s is no node", name);
    return ENT_NONE;
}

static int make_world(void **state)
{
    (void)state;
    static const char *const inputs[] = {TALKS, AWKWARD};
    ent_reader *reader;
    ent_article *article;
    assert_int_equal(ent_reader_open(&reader, NULL, inputs, 2, NULL), ENT_OK);
    assert_int_equal(ent_corpus_new(&made.corpus, NULL), ENT_OK);
    do {
        assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
        if (article)
            assert_int_equal(ent_corpus_add_take(made.corpus, article, NULL),
                             ENT_OK);
    } while (article);
    ent_reader_free(reader);
    assert_int_equal(ent_corpus_resolve(made.corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_network_build(&made.network, made.corpus, NULL, NULL),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(made.network, NULL, NULL), ENT_OK);
    made.kerry = node_of("Kerry");
    made.lavrov = node_of("Lavrov");
    return 0;
}

/* The network borrows the corpus as it was resolved: readers of alias files
 * resolve it anew and come last. */
static int forget_network(void **state)
{
    (void)state;
    ent_network_free(made.network);
    made.network = NULL;
    return 0;
}

static int free_world(void **state)
{
    (void)state;
    ent_corpus_free(made.corpus);
    return atomic_load(&live) != 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_writers, forget_network),
        cmocka_unit_test(test_readers),
        cmocka_unit_test(test_data_of_pages),
        cmocka_unit_test(test_want_of_memory_is_called_so),
        cmocka_unit_test(test_scoring),
    };
    json_set_alloc_funcs(take, give_back);
    return cmocka_run_group_tests(tests, make_world, free_world);
}
