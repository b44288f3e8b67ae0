/* Several statements of one meeting in one article (stated.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "encounter/encounter.h"
#include "unit/stated.h"

static void test_statements_complete_one_another(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] met [Holm] on Friday. She wept. In {Oslo}, [Berg] held talks "
         "with [Holm].",
         "meet held: Berg, Holm; 2014-03-28; Oslo | "
         "meet held: Berg, Holm; 2014-03-28; Oslo"},
        {"[Holm] and [Berg] dined in {Rome}. [Berg] met [Holm] last week.",
         "meet held: Holm, Berg; last week; Rome | "
         "meet held: Berg, Holm; last week; Rome"},
        {"[Berg] will meet [Holm] in {Bern}. [Berg] is to meet [Holm] on "
         "Tuesday.",
         "meet planned: Berg, Holm; 2014-04-01; Bern | "
         "meet planned: Berg, Holm; 2014-04-01; Bern"},
    };
    EXPECT_ALL(samples);
}

static void test_other_meetings_stay_apart(void **state)
{
    (void)state;
    static const sample samples[] = {
        /* Two days: two meetings, and no telling which was where. */
        {"[Berg] met [Holm] on Monday. [Berg] met [Holm] on Friday. "
         "[Berg] and [Holm] dined in {Oslo}.",
         "meet held: Berg, Holm; 2014-03-24 | "
         "meet held: Berg, Holm; 2014-03-28 | "
         "meet held: Berg, Holm; Oslo"},
        {"[Berg] met [Holm] in {Rome}. [Berg] met [Holm] in {Oslo} on Friday.",
         "meet held: Berg, Holm; Rome | "
         "meet held: Berg, Holm; 2014-03-28; Oslo"},
        /* Another kind, another standing, other people. */
        {"[Berg] met [Holm] in {Rome}. [Berg] phoned [Holm] on Friday.",
         "meet held: Berg, Holm; Rome | call held: Berg, Holm; 2014-03-28"},
        {"[Berg] met [Holm] in {Rome}. [Berg] will meet [Holm] on Tuesday.",
         "meet held: Berg, Holm; Rome | meet planned: Berg, Holm; 2014-04-01"},
        {"[Berg] met [Holm] in {Rome}. [Berg] met [Holm] and [Lund] on Friday.",
         "meet held: Berg, Holm; Rome | "
         "meet held: Berg, Holm, Lund; 2014-03-28"},
    };
    EXPECT_ALL(samples);
}

/* What people tell one another all day is no event with a place. */
static void test_words_are_no_meeting(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] told [Holm] that it rained. [Berg] met [Holm] in {Rome}.",
         "meet held: Berg, Holm | meet held: Berg, Holm; Rome"},
        {"[Berg] told [Holm] on Friday that it rained. [Berg] met [Holm].",
         "meet held: Berg, Holm; 2014-03-28 | meet held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_far_statements_stay_apart(void **state)
{
    (void)state;
    char text[1024] = "[Berg] met [Holm] in {Rome}.";
    for (int i = 0; i < 10; i++)
        strcat(text, " Rain fell again.");
    strcat(text, " [Berg] met [Holm] on Friday.");
    expect_on("2014-03-29", text,
              "meet held: Berg, Holm; Rome | "
              "meet held: Berg, Holm; 2014-03-28");
}

static void test_ongoing_or_still_to_come(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] is meeting [Holm], an aide said. She flew to {Bern} to meet "
         "with [Holm].",
         "meet planned: Berg, Holm; Bern | meet planned: Berg, Holm; Bern"},
        {"[Berg] is meeting [Holm]. [Berg] will meet [Holm] and [Lund].",
         "meet planned: Berg, Holm | meet planned: Berg, Holm, Lund"},
        {"[Berg] is meeting [Holm] in {Bern}.", "meet planned: Berg, Holm; Bern"},
        /* Past, or of other people, or in another way. */
        {"[Berg] is meeting [Holm]. [Berg] will meet [Lund].",
         "meet planned: Berg, Holm | meet planned: Berg, Lund"},
        {"[Berg] is meeting [Holm]. [Berg] will phone [Holm].",
         "meet planned: Berg, Holm | call planned: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

/* Whichever allocation fails, nothing is lost or kept. */
static void test_every_allocation_may_fail(void **state)
{
    (void)state;
    for (long nth = 1;; nth++) {
        ent_i_text text = {0};
        ent_article *article =
            read_article(&text,
                         "[Berg] met [Holm] on Friday. [Berg] met separately "
                         "with [Holm] and [Lund] in {Rome}. [Berg] and [Holm] "
                         "posed, then met.",
                         "2014-03-29");
        ent_i_memory_fail_from(nth);
        ent_status status = ent_i_find_encounters(article, &text, NULL);
        ent_i_memory_fail_from(0);
        size_t found = article->encounters.n;
        ent_article_free(article);
        ent_i_text_free(&text);
        if (status == ENT_OK) {
            assert_true(found >= 3);
            break;
        }
        assert_int_equal(status, ENT_ERR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_statements_complete_one_another),
        cmocka_unit_test(test_other_meetings_stay_apart),
        cmocka_unit_test(test_words_are_no_meeting),
        cmocka_unit_test(test_far_statements_stay_apart),
        cmocka_unit_test(test_ongoing_or_still_to_come),
        cmocka_unit_test(test_every_allocation_may_fail),
        cmocka_unit_test(test_few_are_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
