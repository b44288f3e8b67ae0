/* What articles must contain: words, words together, expressions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/article.h"
#include "core/memory.h"
#include "source/match.h"
#include "unit/plain_article.h"

static ent_i_match *match_for(const char *pattern)
{
    ent_i_match *match = NULL;
    ent_error error = {0};
    if (ent_i_match_new(&match, pattern, &error))
        fail_msg("%s: %s", pattern, error.message);
    return match;
}

typedef struct sample {
    const char *pattern;
    const char *title;
    const char *text;
    bool found;
} sample;

static void check(const sample *s)
{
    ent_i_match *match = match_for(s->pattern);
    ent_article *article = plain_article(s->title, s->text);
    bool found = !s->found;
    assert_int_equal(ent_i_match_test(match, article, &found, NULL), ENT_OK);
    if (found != s->found)
        fail_msg("%s %s in: %s / %s", s->pattern, found ? "is" : "is not",
                 s->title, s->text);
    ent_article_free(article);
    ent_i_match_free(match);
}

#define CHECK_ALL(samples)                                                     \
    for (size_t i = 0; i < sizeof(samples) / sizeof *(samples); i++)           \
    check(&(samples)[i])

static void test_words(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"roe", "", "Ann Roe left.", true},
        {"roe ann", "", "Ann met a Mr. Roe.", true},
        {"ann roe", "Ann", "Roe", true}, /* wherever each is */
        {"ann poe", "Ann", "Roe", false},
        {"roe", "", "Monroe left, and so did Roes.", false}, /* whole ones */
        {"roe", "", "", false},
        {"vice-president", "", "The vice president left.", true},
        {"vice president", "", "The Vice-President left.", true},
        {"u.s.", "", "In the U.S. nobody left.", true},
        {"2014", "", "In 2014, 20140 left.", true},
        {"2014", "", "In 20140 nobody left.", false},
        {"  \t roe \n", "", "Roe", true},
        {"...roe!", "", "Roe", true}};
    CHECK_ALL(samples);
}

static void test_words_together(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"\"foreign policy\"", "", "The foreign\npolicy of Roe.", true},
        {"\"foreign policy\"", "", "A foreign, odd policy.", false},
        {"\"foreign policy\"", "", "His policy was foreign.", false},
        {"\"foreign policy\"", "Foreign", "Policy", false}, /* in one field */
        {"\"ann roe\" lund", "Lund", "Ann Roe left.", true},
        {"\"ann roe\" lund", "Oslo", "Ann Roe left.", false},
        {"\"ann roe", "", "Ann Roe left.", true}, /* to the end */
        {"\"ann roe", "", "Roe met Ann.", false},
        {"lund\"ann roe\"", "", "Ann Roe left Lund.", true},
        {"\"\" roe", "", "Roe", true}};
    CHECK_ALL(samples);
}

static void test_letters_of_all_scripts(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"MÜLLER", "", "müller left.", true},
        {"müller", "", "MÜLLER left.", true},
        {"ΑΘΗΝΑ", "", "αθηνα", true},
        {"путин", "", "ПУТИН", true},
        {"muller", "", "Müller left.", false}, /* accents tell */
        {"lake\xC2\xADwood", "", "Lakewood", true},
        {"lakewood", "", "Lake\xC2\xADwood", true}, /* a soft hyphen */
        {"e\xCC\x81va", "", "E\xCC\x81va left.", true}};
    CHECK_ALL(samples);
}

static void test_expressions(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"/met (Ann|Bo) Roe/", "", "He met Bo Roe.", true},
        {"/met (Ann|Bo) Roe/", "", "He met Cy Roe.", false},
        {"/MET/", "", "they met", true}, /* case is ignored */
        {"/^bo/", "", "Ann\nBo", true},  /* at each line */
        {"/roe$/", "Ann Roe", "left", true},
        {"/a.b/", "", "a\nb", false},
        {"/^$/", "", "", true},
        {"/\\bm\xC3\xBCller\\b/", "", "M\xC3\x9CLLER", true},
        {"/a/b/", "", "a/b", true},
        {"//", "", "a // b", false}}; /* words, and there is none */
    for (size_t i = 0; i + 1 < sizeof samples / sizeof *samples; i++)
        check(&samples[i]);
    ent_i_match *match = NULL;
    assert_int_equal(ent_i_match_new(&match, samples[9].pattern, NULL),
                     ENT_ERR_ARGUMENT);
}

static void test_what_is_neither(void **state)
{
    (void)state;
    static const char *const wrong[][2] = {
        {"", "expected words or /EXPRESSION/"},
        {" \t", "expected words or /EXPRESSION/"},
        {"!?...", "expected words or /EXPRESSION/"},
        {"\"\"", "expected words or /EXPRESSION/"},
        {"/(/", "U_REGEX_MISMATCHED_PAREN"},
        {"/a{2,1}/", "expected a regular expression"},
        {"/[z-a]/", "expected a regular expression"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ent_i_match *match = NULL;
        ent_error error = {0};
        assert_int_equal(ent_i_match_new(&match, wrong[i][0], &error),
                         ENT_ERR_ARGUMENT);
        assert_non_null(strstr(error.message, wrong[i][1]));
        assert_null(match);
    }
}

/* Backtracking without end is given up, on this article alone. */
static void test_an_expression_that_takes_too_long(void **state)
{
    (void)state;
    char text[64];
    bool found = true;
    ent_error error = {0};
    memset(text, 'a', sizeof text);
    text[sizeof text - 1] = '\0';
    ent_i_match *match = match_for("/(a+)+b/");
    ent_article *slow = plain_article("", text),
                *quick = plain_article("", "ab");
    assert_int_equal(ent_i_match_test(match, slow, &found, &error),
                     ENT_ERR_LIMIT);
    assert_false(found);
    assert_non_null(strstr(error.message, "takes too long here"));
    assert_int_equal(ent_i_match_test(match, quick, &found, NULL), ENT_OK);
    assert_true(found);
    ent_article_free(slow);
    ent_article_free(quick);
    ent_i_match_free(match);
}

static void test_no_memory(void **state)
{
    (void)state;
    ent_i_match *match = NULL;
    ent_article *article = plain_article("Talks", "Ann Roe left Lund.");
    ent_status status = ENT_ERR_MEMORY;
    bool found = false;
    for (long nth = 1; status; nth++) {
        ent_i_memory_fail_from(nth);
        status = ent_i_match_new(&match, "\"ann roe\" lund", NULL);
        ent_i_memory_fail_from(0);
        assert_true(!status || status == ENT_ERR_MEMORY);
    }
    ent_i_memory_fail_from(1);
    assert_int_equal(ent_i_match_test(match, article, &found, NULL),
                     ENT_ERR_MEMORY);
    ent_i_memory_fail_from(0);
    assert_false(found);
    ent_article_free(article);
    ent_i_match_free(match);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_words_together),
        cmocka_unit_test(test_letters_of_all_scripts),
        cmocka_unit_test(test_expressions),
        cmocka_unit_test(test_what_is_neither),
        cmocka_unit_test(test_an_expression_that_takes_too_long),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
