/* Which full names of a corpus are one person's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/marked_corpus.h"

static ent_corpus *resolved(ent_corpus *corpus)
{
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    return corpus;
}

#define MADE_CORPUS(...) resolved(MARKED_CORPUS(__VA_ARGS__))

/* Whether the first mentions of two articles are one person. */
static bool are_one(const ent_corpus *corpus, size_t a, size_t b)
{
    return strcmp(actor_id(corpus, a, 0), actor_id(corpus, b, 0)) == 0;
}

static void check_names(const char *const names[][2], size_t n, bool one)
{
    for (size_t i = 0; i < n; i++) {
        char first[128], second[128];
        snprintf(first, sizeof first, "<P %s> came to Oslo.", names[i][0]);
        snprintf(second, sizeof second, "<P %s> left the fair.", names[i][1]);
        ent_corpus *corpus = MADE_CORPUS(first, second);
        if (are_one(corpus, 0, 1) != one)
            fail_msg("%s, %s", names[i][0], names[i][1]);
        ent_corpus_free(corpus);
    }
}

#define CHECK_NAMES(list, one)                                                 \
    check_names(list, sizeof(list) / sizeof *(list), one)

static void test_forms_of_one_name(void **state)
{
    (void)state;
    static const char *const names[][2] = {
        {"Ted Hallworth", "Edward Hallworth"},
        {"Ted Hallworth", "Theodore Hallworth"},
        {"Jerry Ondrak", "Jerrold Ondrak"},
        {"Mandy Pewsey", "Amanda Pewsey"},
        {"Al Rossetti", "Alfred Rossetti"},
        {"Mykola Hrytsenko", "Nikolai Hrytsenko"},
        {"Mohammed Saleh", "Muhammad Salih"},
        {"Tarek Jaber", "Tariq Jabir"},
        {"Abd al-Rahman al-Tamimi", "Abdulrahman Al Tamimi"},
        {"Abdel Rahman el-Tamimi", "Abdur-Rahman al-Tamimi"},
        {"Omar Abdel Qadir", "Omar Abdul-Qadir"},
        {"Szabó Gergely", "Gergely Szabó"},
        {"Wei Liping", "Liping Wei"},
        {"Ulla Brita Ekdal", "Ulla Ekdal"},
        {"Jürgen Höfer", "Juergen Hoefer"},
        {"Sunil Rao", "Rao-ji"},
        {"Q. Hallworth", "Quentin Hallworth"}};
    CHECK_NAMES(names, true);
}

static void test_names_that_differ(void **state)
{
    (void)state;
    static const char *const names[][2] = {
        {"Bill Hallworth", "Willie Hallworth"},
        {"Liz Pewsey", "Libby Pewsey"},
        {"Edward Hallworth", "Theodore Hallworth"},
        {"Karim Rosen", "Karim Risen"},
        {"James Thomas", "Thomas James"},
        {"Q. R. Hallworth", "Quentin Hallworth"},
        {"Tamim bin Saqr", "Saqr bin Tamim"},
        {"Rashid bin Abdul Aziz", "Abdul Aziz"},
        {"Kim Do Hyun", "Kim Hyun"},
        {"Lena Ortiz", "Lena Ortiz Blanco"}};
    CHECK_NAMES(names, false);
}

/* Those whom two persons of similar names keep company with. */
#define WARDENS "<P Ines Vogt>, <P Paul Brandl>, <P Olga Sand>, <P Leo Mohn>"
#define DOCTORS "<P Rita Kolb>, <P Emil Stark>, <P Nora Fink>, <P Hugo Lenz>"

static void test_company_tells_a_slip_from_another(void **state)
{
    (void)state;
    ent_corpus *one = MADE_CORPUS("<P Karim Pelzer> met " WARDENS ".",
                                  "<P Karim Pelzer> saw " WARDENS ".",
                                  "<P Karim Pelser> saw " WARDENS ".");
    ent_corpus *two = MADE_CORPUS("<P Karim Pelzer> met " WARDENS ".",
                                  "<P Karim Pelzer> saw " WARDENS ".",
                                  "<P Karim Belzar> saw " DOCTORS ".");
    assert_true(are_one(one, 0, 2));
    assert_false(are_one(two, 0, 2));
    ent_corpus_free(one);
    ent_corpus_free(two);
}

static void test_company_and_titles_tell_two_of_one_name(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MADE_CORPUS("Senator <P Stephen Kolm> met " WARDENS ".",
                    "Senator <P Stephen Kolm> saw " WARDENS ".",
                    "Senator <P Stephen Kolm> heard " WARDENS ".",
                    "Senator <P Stephen Kolm> left " WARDENS ".",
                    "Commissioner <P Steven Kolm> met " DOCTORS ".",
                    "Commissioner <P Steven Kolm> saw " DOCTORS ".",
                    "Commissioner <P Steven Kolm> heard " DOCTORS ".",
                    "Commissioner <P Steven Kolm> left " DOCTORS ".");
    assert_true(are_one(corpus, 0, 3));
    assert_true(are_one(corpus, 4, 7));
    assert_false(are_one(corpus, 0, 4));
    ent_corpus_free(corpus);
}

/* Both surnames are others', too, and the given names differ besides. */
static void test_two_surnames_that_sound_alike(void **state)
{
    (void)state;
    ent_corpus *two = MADE_CORPUS(
        "<P Wim Stahl> met <P Ines Vogt>.", "<P Willem F. Stael> sat.",
        "<P Eva Stahl> spoke.", "<P Otto Stahl> ran.", "<P Ida Stahl> rose.",
        "<P Anna Stael> spoke.", "<P Karl Stael> ran.", "<P Rosa Stael> rose.");
    ent_corpus *slip = MADE_CORPUS(
        "<P Wim Stahl> met <P Ines Vogt>.", "<P Wim Stael> sat.",
        "<P Eva Stahl> spoke.", "<P Otto Stahl> ran.", "<P Ida Stahl> rose.");
    assert_false(are_one(two, 0, 1));
    assert_true(are_one(slip, 0, 1));
    ent_corpus_free(two);
    ent_corpus_free(slip);
}

static void test_a_nickname_of_two_stays_with_one(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS(
        "Senator <P Stephen Kolm> met " WARDENS ".",
        "Senator <P Stephen Kolm> saw " WARDENS ".",
        "Senator <P Stephen Kolm> heard " WARDENS ".",
        "Commissioner <P Steven Kolm> met " DOCTORS ".",
        "Commissioner <P Steven Kolm> saw " DOCTORS ".",
        "Commissioner <P Steven Kolm> heard " DOCTORS ".",
        "Commissioner <P Steve Kolm> left " DOCTORS ".", "<P Steve Kolm> sat.");
    assert_true(are_one(corpus, 3, 6));
    assert_false(are_one(corpus, 0, 6));
    ent_corpus_free(corpus);
}

static void test_one_article_apart_is_not_enough(void **state)
{
    (void)state;
    /* A slip in one article, where both names stand side by side. */
    ent_corpus *one = MADE_CORPUS(
        "<P Paul D. Karsh> and <P Paul E. Karsh> met " WARDENS ".",
        "<P Paul Karsh> met " WARDENS ".", "<P Paul Karsh> saw " WARDENS ".",
        "<P Paul D. Karsh> met " WARDENS ".",
        "<P Paul D. Karsh> saw " WARDENS ".");
    assert_true(are_one(one, 1, 3));
    ent_corpus_free(one);
}

static void test_father_and_son_stay_two(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS(
        "<P Anton Pelzer> met <P Anton Pelzer Jr.> and " WARDENS ".",
        "<P Anton Pelzer> saw " WARDENS ".",
        "<P Anton Pelzer Jr.> saw " WARDENS ".");
    assert_false(are_one(corpus, 1, 2));
    ent_corpus_free(corpus);
}

/* One article has both, as it drops the suffix later on. */
static void test_a_suffix_may_be_dropped(void **state)
{
    (void)state;
#define MEN(name, brief)                                                       \
    "<P " name "> met " WARDENS ". <P Anton Pelzer> sat.",                     \
        "<P " name "> saw " WARDENS ". " brief " sat.",                        \
        "<P " name "> and " WARDENS " sat.",                                   \
        "<P " name "> heard " WARDENS " there.",                               \
        "<P Anton Pelzer> saw " WARDENS ".",                                   \
        "<P Anton Pelzer> met " WARDENS ".",                                   \
        "<P Anton Pelzer> and " WARDENS " sat.",                               \
        "<P Anton Pelzer> heard " WARDENS " there."
    ent_corpus *one = MADE_CORPUS(MEN("Anton Pelzer Jr.", "He"));
    ent_corpus *son = MADE_CORPUS(MEN("Anton Pelzer Jr.", "<P Pelzer Jr.>"));
    ent_corpus *father = MADE_CORPUS(MEN("Anton Pelzer Sr.", "He"));
#define TEN(name) JOIN(name) JOIN(name) JOIN(name) JOIN(name) JOIN(name)
#define JOIN(name) " <P " name "> met <P " name ">."
    ent_corpus *slip =
        MADE_CORPUS(MEN("Anton Pelzer Jr.", "<P Pelzer Jr.>"),
                    TEN("Anton Pelzer Jr.") TEN("Anton Pelzer Jr."));
#undef JOIN
#undef TEN
#undef MEN
    assert_true(are_one(one, 1, 4));
    assert_false(are_one(son, 1, 4));
    assert_false(are_one(father, 1, 4));
    assert_true(are_one(slip, 1, 4));
    ent_corpus_free(one);
    ent_corpus_free(son);
    ent_corpus_free(slip);
    ent_corpus_free(father);
}

/* "Sr." is said of hardly anybody but relatives; "Jr." belongs to formal
 * names. */
static void test_a_rare_suffix_is_a_relatives(void **state)
{
    (void)state;
#define TWO(name)                                                              \
    "<P " name "> saw " WARDENS ".", "<P " name "> met " WARDENS "."
#define TEN(name) TWO(name), TWO(name), TWO(name), TWO(name), TWO(name)
    ent_corpus *corpus =
        MADE_CORPUS(TEN("Anton Pelzer"), TEN("Bruno Pelzer"),
                    TEN("Emil Pelzer"), "<P Anton Pelzer Sr.> met " WARDENS ".",
                    "<P Bruno Pelzer Jr.> met " WARDENS ".",
                    "<P Emil K. Pelzer Jr.> met " WARDENS ".");
    assert_false(are_one(corpus, 0, 30));
    assert_false(are_one(corpus, 10, 31));
    assert_true(are_one(corpus, 20, 32));
    ent_corpus_free(corpus);
    corpus = MADE_CORPUS(TWO("Anton Pelzer"), TWO("Bruno Pelzer"),
                         "<P Anton Pelzer Sr.> met " WARDENS ".",
                         "<P Bruno Pelzer Jr.> met " WARDENS ".");
    assert_true(are_one(corpus, 0, 4));
    assert_true(are_one(corpus, 2, 5));
    ent_corpus_free(corpus);
#undef TEN
#undef TWO
}

/* The middle name keeps the son's company, but has no suffix. */
static void test_a_name_without_suffix_is_the_fathers(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS(
        "<P Anton Pelzer> met <P Anton Pelzer Jr.> and " WARDENS ".",
        "<P Anton Pelzer> saw <P Ines Vogt>.",
        "<P Anton Pelzer> met <P Ines Vogt>.",
        "<P Anton Pelzer Jr.> saw " WARDENS ".",
        "<P Anton Karl Pelzer> saw " WARDENS ".");
    assert_true(are_one(corpus, 1, 4));
    assert_false(are_one(corpus, 3, 4));
    ent_corpus_free(corpus);
}

static void test_a_surname_before_the_last(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MADE_CORPUS("<P Lena Ortiz Blanco> met " WARDENS ". Ms. <P Ortiz> sat.",
                    "<P Lena Ortiz> saw <P Ines Vogt>.");
    assert_true(are_one(corpus, 0, 1));
    ent_corpus_free(corpus);
}

static void test_an_initial_of_two_stays_open(void **state)
{
    (void)state;
    ent_corpus *two =
        MADE_CORPUS("<P John Harfield> sat.", "<P Jane Harfield> ran.",
                    "<P J. Harfield> spoke.");
    assert_false(are_one(two, 0, 2));
    assert_false(are_one(two, 1, 2));
    ent_corpus_free(two);
}

static void test_a_rare_run_on_makes_no_two_one(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS(
        "<P Paul Karsh> met " WARDENS ".", "<P Paul Karsh> saw " WARDENS ".",
        "<P Rolf Paul> met " WARDENS ".", "<P Rolf Paul> saw " WARDENS ".",
        "<P Paul Karsh Rolf Paul> met " WARDENS ".");
    assert_true(are_one(corpus, 0, 1));
    assert_true(are_one(corpus, 2, 3));
    assert_false(are_one(corpus, 0, 2));
    ent_corpus_free(corpus);
}

/* Most articles leave the initial out. */
static void test_middle_initials_tell_apart(void **state)
{
    (void)state;
    enum { PLAIN = 30, ALL = PLAIN + 4 };
    static const char *const initialed[] = {"D. ", "D. ", "S. ", "S. "};
    static const char *const places[] = {"Oslo", "Bergen", "Turku", "Malmo",
                                         "Ghent"};
    char texts[ALL][64];
    const char *articles[ALL];
    for (size_t i = 0; i < ALL; i++) {
        snprintf(texts[i], sizeof texts[i], "<P Tom %sHallworth> saw %s %zu.",
                 i < PLAIN ? "" : initialed[i - PLAIN], places[i % 5], i);
        articles[i] = texts[i];
    }
    ent_corpus *corpus = resolved(marked_corpus(articles, ALL));
    assert_true(are_one(corpus, 0, PLAIN));
    assert_true(are_one(corpus, PLAIN, PLAIN + 1));
    assert_true(are_one(corpus, PLAIN + 2, PLAIN + 3));
    assert_false(are_one(corpus, PLAIN, PLAIN + 2));
    ent_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms_of_one_name),
        cmocka_unit_test(test_middle_initials_tell_apart),
        cmocka_unit_test(test_names_that_differ),
        cmocka_unit_test(test_company_tells_a_slip_from_another),
        cmocka_unit_test(test_company_and_titles_tell_two_of_one_name),
        cmocka_unit_test(test_two_surnames_that_sound_alike),
        cmocka_unit_test(test_a_nickname_of_two_stays_with_one),
        cmocka_unit_test(test_one_article_apart_is_not_enough),
        cmocka_unit_test(test_father_and_son_stay_two),
        cmocka_unit_test(test_a_suffix_may_be_dropped),
        cmocka_unit_test(test_a_rare_suffix_is_a_relatives),
        cmocka_unit_test(test_a_name_without_suffix_is_the_fathers),
        cmocka_unit_test(test_a_surname_before_the_last),
        cmocka_unit_test(test_an_initial_of_two_stays_open),
        cmocka_unit_test(test_a_rare_run_on_makes_no_two_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
