#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/marked_corpus.h"

/* Ids of each article's first mention, resolved with the defaults. */
static void check(ent_corpus *corpus, const char *const *ids, size_t n)
{
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(actor_id(corpus, i, 0), ids[i]);
    ent_corpus_free(corpus);
}

#define CHECK(corpus, ...)                                                     \
    check(corpus, (const char *const[]){__VA_ARGS__},                          \
          sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

#define SAID "<O Umbal Fish Board> (<O UFB>) said so."
#define UFB "umbal-fish-board"

static void test_initials_are_read_as_others_explain_them(void **state)
{
    (void)state;
    CHECK(MARKED_CORPUS("<O UFB> said so.", SAID, SAID "!",
                        "<O U.F.B.> said no."),
          UFB, UFB, UFB, UFB);
}

static void test_initials_that_one_article_explains_stay(void **state)
{
    (void)state;
    CHECK(MARKED_CORPUS("<O UFB> said so.", SAID), "ufb", UFB);
}

static void test_initials_explained_by_two_names_stay(void **state)
{
    (void)state;
    CHECK(MARKED_CORPUS("<O UFB> said so.", SAID, SAID "!",
                        "<O Upper Foal Bank> (<O UFB>) said no."),
          "ufb", UFB, UFB, "upper-foal-bank");
}

/* Two articles explain initials that n others only use. */
static ent_corpus *used_by(size_t n)
{
    char texts[16][32];
    const char *marked[18] = {SAID, SAID "!"};
    assert_true(n <= sizeof texts / sizeof *texts);
    for (size_t i = 0; i < n; i++) {
        snprintf(texts[i], sizeof *texts, "<O UFB> said so on day %zu.", i);
        marked[i + 2] = texts[i];
    }
    return marked_corpus(marked, n + 2);
}

static void test_initials_that_few_explain_stay(void **state)
{
    (void)state;
    CHECK(used_by(9), UFB, UFB, UFB);
    CHECK(used_by(12), UFB, UFB, "ufb");
}

#define SPOKE "<O Umbal Bank> spoke. <O Umbal> was heard."

static void test_first_words_are_read_as_in_other_articles(void **state)
{
    (void)state;
    CHECK(MARKED_CORPUS(SPOKE, SPOKE "!", "<O Umbal> said no."), "umbal-bank",
          "umbal-bank", "umbal-bank");
    CHECK(MARKED_CORPUS(SPOKE, SPOKE "!",
                        "<O Umbal Hotel> shut. <O Umbal> was sad.",
                        "<O Umbal> said no."),
          "umbal-bank", "umbal-bank", "umbal-hotel", "umbal");
}

/* The Umbal Bank is a part of Umbal. */
static void test_words_that_mostly_stand_alone_are_names(void **state)
{
    (void)state;
    CHECK(MARKED_CORPUS(SPOKE, SPOKE "!",
                        "<O Umbal> said no. <O Umbal> slept. <O Umbal> ate. "
                        "<O Umbal> drank. <O Umbal> sat. <O Umbal> sang. "
                        "<O Umbal> stood. <O Umbal> left. <O Umbal> won."),
          "umbal-bank", "umbal-bank", "umbal");
}

static void test_bodies_and_known_initials_have_one_type(void **state)
{
    (void)state;
    CHECK(MARKED_CORPUS("<L Duma> said so.", "<O Duma> said no.",
                        "<O Duma> slept."),
          "duma", "duma", "duma");
    CHECK(MARKED_CORPUS("<L U.N.> said so.", "<O United Nations> said no.",
                        "<O United Nations> slept."),
          "united-nations", "united-nations", "united-nations");
    CHECK(MARKED_CORPUS("<O VA> said so.", "<L Virginia> sat.",
                        "<L VA> slept."),
          "va", "virginia", "virginia");
}

static void test_a_thing_has_one_type(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MARKED_CORPUS("<L Umbal House> said so.", "<O Umbal House> said no.",
                      "<O Umbal House> slept.");
    CHECK(corpus, "umbal-house", "umbal-house", "umbal-house");
}

static void test_a_single_word_may_be_two_things(void **state)
{
    (void)state;
    CHECK(MARKED_CORPUS("<L Umbal> said so.", "<O Umbal> said no.",
                        "<O Umbal> slept."),
          "umbal-2", "umbal", "umbal");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_initials_are_read_as_others_explain_them),
        cmocka_unit_test(test_initials_that_one_article_explains_stay),
        cmocka_unit_test(test_initials_explained_by_two_names_stay),
        cmocka_unit_test(test_initials_that_few_explain_stay),
        cmocka_unit_test(test_first_words_are_read_as_in_other_articles),
        cmocka_unit_test(test_words_that_mostly_stand_alone_are_names),
        cmocka_unit_test(test_bodies_and_known_initials_have_one_type),
        cmocka_unit_test(test_a_thing_has_one_type),
        cmocka_unit_test(test_a_single_word_may_be_two_things),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
