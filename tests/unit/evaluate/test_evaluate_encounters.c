/* Scoring encounters: five sentences of our own, of which one pair is right,
 * one right but for kind and status, one missed and one too many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/vec.h"
#include "entente/scoring.h"

#define GOLD(name) ENTENTE_TESTS_DIR "/gold/" name

static const char *const articles[] = {GOLD("encounters-articles.jsonl")};

/* Scores one gold file on the first `count` of the articles. */
static ent_status score(const char *gold, size_t count, const ent_sink *sink,
                        ent_error *error)
{
    return ent_evaluate_encounters(NULL, articles, count, &gold, 1, sink,
                                   error);
}

static int keep(void *ctx, const void *bytes, size_t n)
{
    return ent_i_string_add(ctx, bytes, n) ? 0 : 1;
}

static int refuse(void *ctx, const void *bytes, size_t n)
{
    (void)ctx;
    (void)bytes;
    (void)n;
    return 1;
}

static void test_pairs_kinds_and_standings_are_scored(void **state)
{
    (void)state;
    const char *path = GOLD("encounters.jsonl");
    ent_i_string out = {0};
    ent_sink sink = {keep, &out};
    assert_int_equal(score(path, 1, &sink, NULL), ENT_OK);
    size_t skip = strlen(path);
    assert_memory_equal(out.items, path, skip);
    char *second = strchr(out.items, '\n');
    assert_non_null(second);
    *second++ = '\0';
    assert_string_equal(out.items + skip,
                        "\tencounters\tP 0.667\tR 0.667\tF1 0.6667\t"
                        "gold pairs 3");
    assert_string_equal(second + skip, "\tof those found\tkind right 0.500\t"
                                       "status right 0.500\n");
    ent_i_vec_free(&out);
}

/* As if it were read and nothing found in it. */
static void test_articles_that_are_not_there_have_no_encounters(void **state)
{
    (void)state;
    ent_i_string out = {0};
    ent_sink sink = {keep, &out};
    assert_int_equal(score(GOLD("encounters.jsonl"), 0, &sink, NULL), ENT_OK);
    assert_non_null(strstr(out.items, "P 0.000\tR 0.000\tF1 0.0000\t"
                                      "gold pairs 3\n"));
    assert_null(strstr(out.items, "of those found"));
    ent_i_vec_free(&out);
}

/* What is written for gold of one line, with the articles' file given so many
 * times, has these words. */
static void assert_scored(const char *line, size_t files, const char *words)
{
    static const char *const twice[] = {
        GOLD("encounters-articles.jsonl"),
        GOLD("../gold/encounters-articles.jsonl")};
    char path[] = "/tmp/entente-gold-XXXXXX";
    const char *gold = path;
    ent_i_string out = {0};
    ent_sink sink = {keep, &out};
    int file = mkstemp(path);
    assert_int_equal(write(file, line, strlen(line)), strlen(line));
    close(file);
    assert_int_equal(
        ent_evaluate_encounters(NULL, twice, files, &gold, 1, &sink, NULL),
        ENT_OK);
    unlink(path);
    if (!strstr(out.items, words))
        fail_msg("no \"%s\" in\n%s", words, out.items);
    ent_i_vec_free(&out);
}

#define RECORD(encounters)                                                     \
    "{\"article\":\"met\",\"start\":31,\"end\":79,\"encounters\":[" encounters \
    "]}\n"
#define CONTACT(kind, status, more)                                            \
    "{\"kind\":\"" kind "\",\"status\":\"" status                              \
    "\",\"participants\":[\"John Kerry\",\"Lavrov\"" more "]}"

/* Of what is said about a pair the last counts; what is proposed or denied is
 * no contact, and two of one name are no pair. */
static void test_what_gold_says_of_a_pair(void **state)
{
    (void)state;
    static const char *const samples[][2] = {
        {RECORD(CONTACT("meet", "held", "")), "kind right 1.000"},
        {RECORD(CONTACT("call", "held", "") "," CONTACT("meet", "held", "")),
         "kind right 1.000"},
        {RECORD(CONTACT("meet", "held", "") "," CONTACT("call", "held", "")),
         "kind right 0.000"},
        {RECORD(CONTACT("meet", "held", "") "," CONTACT("call", "denied", "")),
         "kind right 1.000"},
        {RECORD(CONTACT("meet", "held", ",\"Sergei Lavrov\",5")),
         "R 1.000\tF1 1.0000\tgold pairs 1"},
        {RECORD(CONTACT("meet", "proposed", "")), "gold pairs 0"},
        {RECORD(""), "P 0.000\tR 0.000"}};
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        assert_scored(samples[i][0], 1, samples[i][1]);
}

static void test_an_article_may_come_twice(void **state)
{
    (void)state;
    assert_scored(RECORD(CONTACT("meet", "held", "")), 2,
                  "R 1.000\tF1 1.0000\tgold pairs 1");
}

static void test_failures_are_reported(void **state)
{
    (void)state;
    ent_i_string out = {0};
    ent_sink sink = {keep, &out};
    ent_error error = {0};
    assert_int_equal(score(GOLD("no-such-file.jsonl"), 1, &sink, &error),
                     ENT_ERR_NOT_FOUND);
    /* Articles, not sentences of some. */
    assert_int_equal(score(GOLD("small.jsonl"), 1, &sink, &error),
                     ENT_ERR_FORMAT);
    assert_non_null(strstr(error.message, "\"article\""));
    assert_int_equal(error.line, 1);
    const char *gold = GOLD("encounters.jsonl");
    const char *none = GOLD("no-such-articles.jsonl");
    assert_int_equal(
        ent_evaluate_encounters(NULL, &none, 1, &gold, 1, &sink, &error),
        ENT_ERR_NOT_FOUND);
    ent_i_vec_free(&out);
    ent_sink full = {refuse, NULL};
    assert_int_equal(score(gold, 1, &full, &error), ENT_ERR_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs_kinds_and_standings_are_scored),
        cmocka_unit_test(test_articles_that_are_not_there_have_no_encounters),
        cmocka_unit_test(test_what_gold_says_of_a_pair),
        cmocka_unit_test(test_an_article_may_come_twice),
        cmocka_unit_test(test_failures_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
