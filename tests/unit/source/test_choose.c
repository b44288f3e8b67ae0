/* Which articles a choice takes: periods, publishers, addresses, languages,
 * words and expressions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "source/choose.h"
#include "unit/plain_article.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static ent_i_chosen chosen(const ent_choice *choice, const ent_article *article)
{
    ent_i_chooser *chooser = NULL;
    ent_i_chosen out = ENT_I_PASSED;
    assert_int_equal(ent_i_chooser_new(&chooser, choice, NULL), ENT_OK);
    assert_int_equal(ent_i_choose(chooser, article, &out, NULL), ENT_OK);
    ent_i_chooser_free(chooser);
    return out;
}

static void test_words_and_expressions(void **state)
{
    const char *title = "Roe: \"no talks\"";
    const char *text = "Ann Roe\xE2\x80\x99s foreign\npolicy. U.S. envoys; "
                       "\xC3\x89lodie Stra\xC3\x9F"
                       "e, co\xC2\xADoperation";
    static const struct {
        const char *pattern;
        bool matches;
    } cases[] = {
        {"roe", true},
        {"Ro", false},
        {"roes", false},
        {"Roe's", true},
        {"POLICY ann", true},
        {"policy ben", false},
        {"\"foreign policy\"", true},
        {"\"policy foreign\"", false},
        {"\"foreign policy\" \"ann roe\"", true},
        {"\"foreign policy", true},
        {"U.S.", true},
        {"u.k.", false},
        {"\xC3\xA9lodie", true},
        {"elodie", false},
        {"cooperation", true},
        {"\"no talks\"", true},
        {"\"talks ann\"", false}, /* over the border of two fields */
        {"/ro/", true},
        {"/^ann/", true},
        {"/foreign\\s+policy/", true},
        {"/\\bro\\b/", false},
        {"/(?-i)ANN/", false},
        {"/\xC3\x89LODIE/", true},
        {"/talks.*ann/", false},
    };
    (void)state;
    ent_article *article = plain_article(title, text);
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *const list[] = {cases[i].pattern, NULL};
        ent_choice choice = ENT_CHOICE_INIT;
        choice.matches = list;
        if ((chosen(&choice, article) == ENT_I_TAKEN) != cases[i].matches)
            fail_msg("%s", cases[i].pattern);
    }
    ent_article_free(article);
}

static void test_what_is_no_pattern(void **state)
{
    static const char *const wrong[] = {"",    " ",    "- !", "\"\"",
                                        "/(/", "/[a/", "/*/"};
    (void)state;
    for (size_t i = 0; i < COUNT(wrong); i++) {
        const char *const list[] = {"good", wrong[i], NULL};
        ent_choice choice = ENT_CHOICE_INIT;
        ent_error error = {0};
        choice.matches = list;
        assert_int_equal(ent_choice_check(&choice, &error), ENT_ERR_ARGUMENT);
        assert_non_null(strstr(error.message, wrong[i]));
    }
    assert_int_equal(ent_choice_check(NULL, NULL), ENT_OK);
}

/* It would take longer than anybody waits. */
static void test_endless_expression_fails(void **state)
{
    const char *const list[] = {"/(a+)+b/", NULL};
    ent_choice choice = ENT_CHOICE_INIT;
    ent_i_chooser *chooser = NULL;
    ent_i_chosen out;
    ent_error error = {0};
    (void)state;
    choice.matches = list;
    ent_article *article =
        plain_article("", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    assert_int_equal(ent_i_chooser_new(&chooser, &choice, NULL), ENT_OK);
    assert_int_equal(ent_i_choose(chooser, article, &out, &error),
                     ENT_ERR_LIMIT);
    assert_non_null(strstr(error.message, "too long"));
    ent_i_chooser_free(chooser);
    ent_article_free(article);
}

static void test_patterns(void **state)
{
    static const struct {
        const char *pattern, *source, *url;
        bool takes;
    } cases[] = {
        {"The Daily*", "the daily news", NULL, true},
        {"Daily*", "The Daily News", NULL, false},
        {"*daily*", "The Daily News", NULL, true},
        {"*a*b*c", "xaybzabc", NULL, true},
        {"*a*b*c", "xaybzab", NULL, false},
        {"t?e *", "The Daily News", NULL, true},
        {"", "", NULL, true},
        {"", "x", NULL, false},
        {"*", NULL, NULL, true},
        {"\xC3\x89t?", "\xC3\xA9t\xC3\xA9", NULL, true},
        {"example.org", NULL, "https://www.example.org/a", true},
        {"www.example.org", NULL, "https://www.example.org/a", true},
        {"example.org", NULL, "http://example.org:80/a", true},
        {"example.org", "The News", "https://example.org/a", false},
        {"*.example.org", NULL, "https://example.org/a", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *const list[] = {"nobody", cases[i].pattern, NULL};
        ent_choice choice = ENT_CHOICE_INIT;
        ent_article *article = plain_article("", "");
        choice.sources = list;
        article->source = cases[i].source;
        article->url = cases[i].url;
        if ((chosen(&choice, article) == ENT_I_TAKEN) != cases[i].takes)
            fail_msg("%s", cases[i].pattern);
        ent_article_free(article);
    }
}

static void test_addresses_and_languages(void **state)
{
    const char *const urls[] = {"*/politics/*", NULL};
    const char *const languages[] = {"en", "de-AT", NULL};
    ent_choice by_url = ENT_CHOICE_INIT, by_language = ENT_CHOICE_INIT;
    static const struct {
        const char *tag;
        bool takes;
    } tags[] = {{NULL, true},  {"", true},      {"en", true},
                {"EN", true},  {"en_GB", true}, {"eng", false},
                {"de", false}, {"de-at", true}, {"fr", false}};
    (void)state;
    by_url.urls = urls;
    by_language.languages = languages;
    ent_article *article = plain_article("", "");
    assert_int_equal(chosen(&by_url, article), ENT_I_PASSED);
    article->url = "https://example.org/Politics/1";
    assert_int_equal(chosen(&by_url, article), ENT_I_TAKEN);
    article->url = "https://example.org/politics";
    assert_int_equal(chosen(&by_url, article), ENT_I_PASSED);
    for (size_t i = 0; i < COUNT(tags); i++) {
        article->language = tags[i].tag;
        assert_int_equal(chosen(&by_language, article) == ENT_I_TAKEN,
                         tags[i].takes);
    }
    ent_article_free(article);
}

static void test_periods(void **state)
{
    const char *const words[] = {"roe", NULL};
    ent_choice choice = ENT_CHOICE_INIT;
    (void)state;
    ent_article *article = plain_article("", "Ann Roe");
    choice.matches = words;
    assert_int_equal(chosen(&choice, article), ENT_I_TAKEN);
    choice.since = ent_i_date(2014, 3, 1);
    assert_int_equal(chosen(&choice, article), ENT_I_UNDATED);
    article->date = ent_i_date(2014, 2, 28);
    assert_int_equal(chosen(&choice, article), ENT_I_PASSED);
    article->date = ent_i_date(2014, 3, 1);
    assert_int_equal(chosen(&choice, article), ENT_I_TAKEN);
    choice.until = ent_i_date(2014, 3, 1);
    assert_int_equal(chosen(&choice, article), ENT_I_TAKEN);
    article->date = ent_i_date(2014, 3, 2);
    assert_int_equal(chosen(&choice, article), ENT_I_PASSED);
    /* What would not be taken anyway is not told as undated. */
    article->date = ENT_NO_DATE;
    article->text = "Ben Doe";
    assert_int_equal(chosen(&choice, article), ENT_I_PASSED);
    ent_article_free(article);
}

/* A host with an older header gives a smaller struct. */
static void test_smaller_struct(void **state)
{
    const char *const words[] = {"nothing", NULL};
    ent_choice choice = ENT_CHOICE_INIT;
    (void)state;
    choice.size = offsetof(ent_choice, matches);
    choice.matches = words;
    ent_article *article = plain_article("", "Ann Roe");
    assert_int_equal(chosen(&choice, article), ENT_I_TAKEN);
    ent_article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_and_expressions),
        cmocka_unit_test(test_what_is_no_pattern),
        cmocka_unit_test(test_endless_expression_fails),
        cmocka_unit_test(test_patterns),
        cmocka_unit_test(test_addresses_and_languages),
        cmocka_unit_test(test_periods),
        cmocka_unit_test(test_smaller_struct),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
