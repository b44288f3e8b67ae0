/* Who is subject and who is counterpart: the ways in which news puts the
 * persons of an encounter into a sentence (stated.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unit/stated.h"

static void test_speaker_after_the_verb(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"\"The roof leaks,\" said Senator [Karl Holm] after dining with "
         "[Berg] on Friday.",
         "meet held: Holm, Berg; 2014-03-28"},
        {"\"It rains,\" said [Holm], who met [Berg] in {Oslo}.",
         "meet held: Holm, Berg; Oslo"},
        {"The roof leaks, said [Holm] during a visit with [Berg].",
         "meet held: Holm, Berg"},
        /* Not the speaker, but the one spoken to. */
        {"A neighbour told [Holm] after dining with [Berg].", ""},
        {"Nobody said [Holm] had dined with his dog and [Berg] slept.", ""},
    };
    EXPECT_ALL(samples);
}

static void test_others_at_the_side(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] and her two aides met [Holm] at noon.",
         "meet held: Berg, Holm"},
        {"[Berg] and fellow miners later spoke with [Holm].",
         "call held: Berg, Holm"},
        {"[Berg], the mayor, and local officials met with [Holm].",
         "meet held: Berg, Holm"},
        {"After [Berg] and the others dined with [Holm], it rained.",
         "meet held: Berg, Holm"},
        /* The others alone. */
        {"[Lund] saw [Berg] and local officials met with [Holm].", ""},
        {"A friend of [Berg] and local officials met with [Holm].", ""},
    };
    EXPECT_ALL(samples);
}

static void test_examples_of_those_who_act(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"Top bankers, including [Berg] and [Lund], met with [Holm].",
         "meet held: Berg, Lund, Holm"},
        {"Painters such as [Berg] and [Lund] -- dined in {Rome}.", ""},
        {"[Holm] was flanked by about a dozen cooks including [Berg].",
         "joint held: Holm, Berg"},
        {"[Holm] met nearly 20 painters, including [Berg] and [Lund].",
         "meet held: Holm, Berg, Lund"},
        /* Here they are those who are met. */
        {"[Holm] likes bankers, including [Berg], who met voters.", ""},
    };
    EXPECT_ALL(samples);
}

static void test_subjects_that_end_no_phrase(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"In a matter of weeks [Berg] will meet [Holm].",
         "meet planned: Berg, Holm"},
        {"It was the last time [Berg] ever spoke with [Holm].",
         "call held: Berg, Holm"},
        {"It rained on the afternoon [Berg] met with [Holm].",
         "meet held: Berg, Holm"},
        {"A painter by the name of [Berg] met with [Holm].", ""},
        {"The brother of [Berg] met with [Holm].", ""},
    };
    EXPECT_ALL(samples);
}

static void test_whose_wish_it_is(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg]'s eagerness to meet [Holm] is well known.",
         "meet proposed: Berg, Holm"},
        {"[Berg]'s sudden decision to meet with [Holm] in {Bern} surprised "
         "many.",
         "meet planned: Berg, Holm; Bern"},
        {"[Berg]'s refusal to meet [Holm] surprised many.",
         "meet denied: Berg, Holm"},
        {"[Berg]'s lawyer to meet [Holm]", ""},
        {"[Berg]'s wish surprised those who came to meet [Holm].", ""},
    };
    EXPECT_ALL(samples);
}

static void test_relative_clauses(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"One day [Berg] married [Holm], whom she met in {Rome}.",
         "meet held: Berg, Holm; Rome"},
        {"[Berg] praised [Holm], with whom she had dined.",
         "meet held: Berg, Holm"},
        {"Mayor [Berg] -- who talked with [Holm] on Friday -- was tired.",
         "meet held: Berg, Holm; 2014-03-28"},
        {"[Berg] lied about the talks she held with [Holm] in {Lima}.",
         "meet held: Berg, Holm; Lima"},
        {"Nobody recalls the dinner that [Berg] had with [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] and [Holm] fell out over a conversation the two had "
         "about money.",
         "meet held: Berg, Holm"},
        {"The meeting [Berg] and [Holm] held in {Bern} was short.",
         "meet held: Berg, Holm; Bern"},
        /* Another verb has the object, or there is nobody to meet. */
        {"[Holm], whom [Berg] served as cook, said they met her there.", ""},
        {"The dinner that [Berg] had was cold.", ""},
    };
    EXPECT_ALL(samples);
}

static void test_gerunds(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] wept after meeting [Holm].", "meet held: Berg, Holm"},
        {"[Berg] wept without visiting [Holm].", "meet denied: Berg, Holm"},
        {"Asked about her lunch with [Holm], [Berg] smiled.",
         "meet held: Holm, Berg"},
        {"Speaking to cooks before lunch with [Holm] on Friday [Berg] wept.",
         "meet planned: Holm, Berg; 2014-03-28"},
        {"In an interview with [Holm] on \"The Morning,\" [Berg] wept.",
         "meet held: Holm, Berg"},
        {"Asked about [Holm], [Berg] smiled.", ""},
        {"The meeting [Holm] hall is closed, [Berg] said.", ""},
    };
    EXPECT_ALL(samples);
}

static void test_bare_infinitives(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"A cook helped [Berg] meet [Holm].", "meet held: Berg, Holm"},
        {"Two guards heard [Berg] ask [Holm] about the key.",
         "meet held: Berg, Holm"},
        {"Two guards saw [Berg] greet [Holm].", "meet held: Berg, Holm"},
        /* A call to the reader, not a report. */
        {"[Berg], meet [Holm]!", ""},
        {"[Berg] call [Holm] names.", ""},
        {"[Berg] and [Holm] meet often.", "meet held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_alternatives(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] or [Lund] will meet [Holm] in {Bern}.",
         "meet planned: Berg, Holm; Bern | meet planned: Lund, Holm; Bern"},
        {"[Berg] or [Lund] could meet the miners.", ""},
        {"[Berg] or [Lund] held talks in {Bern}.", ""},
        {"[Berg] met separately with [Holm] and [Lund].",
         "meet held: Berg, Holm | meet held: Berg, Lund"},
        {"[Berg] and [Holm] toasted one another, then met one another.",
         "meet held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_lists(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"He left to prepare for the summit between [Berg] and [Holm] aimed at "
         "peace.",
         "meet planned: Berg, Holm"},
        {"A cook looked up as [Berg] and [Holm] shook hands.",
         "meet held: Berg, Holm"},
        {"Rain fell after [Berg] and [Holm] met.", "meet held: Berg, Holm"},
        {"[Berg], along with her cousin [Lund], is to meet [Holm].",
         "meet planned: Berg, Lund, Holm"},
        {"[Berg] of {Peru} and [Lund] of {Chile} met with [Holm].",
         "meet held: Berg, Lund, Holm"},
        {"[Berg] visited the state with [Holm].", "joint held: Berg, Holm"},
        {"[Berg] rashly and secretly met with [Holm].",
         "meet held: Berg, Holm"},
        {"They praised [Berg]'s part in the {Oslo} meeting with [Holm].",
         "meet held: Berg, Holm; Oslo"},
        {"A cook spoke with [Berg] and [Lund] met [Holm].",
         "meet held: Lund, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_side_by_side(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] made the remark on Friday alongside Senator [Karl Holm].",
         "joint held: Berg, Holm; 2014-03-28"},
        {"Speaking alongside [Holm], [Berg] asked for time.",
         "joint held: Holm, Berg"},
        {"[Berg] stood next to [Holm] at the gate.", "joint held: Berg, Holm"},
        {"[Berg] stands with [Holm] on taxes.", ""},
        {"[Berg] stood trial alongside a cook.", ""},
    };
    EXPECT_ALL(samples);
}

static void test_one_before_a_noun(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] call with [Holm] raises questions", "call held: Berg, Holm"},
        {"Why the [Berg] interview with [Holm] matters",
         "meet held: Berg, Holm"},
        {"[Berg]-[Holm] debate draws millions", "meet held: Berg, Holm"},
        {"[Berg] and [Holm] debate", "meet held: Berg, Holm"},
        {"[Berg] call to arms stuns [Holm]", ""},
    };
    EXPECT_ALL(samples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_speaker_after_the_verb),
        cmocka_unit_test(test_others_at_the_side),
        cmocka_unit_test(test_examples_of_those_who_act),
        cmocka_unit_test(test_subjects_that_end_no_phrase),
        cmocka_unit_test(test_whose_wish_it_is),
        cmocka_unit_test(test_relative_clauses),
        cmocka_unit_test(test_gerunds),
        cmocka_unit_test(test_bare_infinitives),
        cmocka_unit_test(test_alternatives),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_side_by_side),
        cmocka_unit_test(test_one_before_a_noun),
        cmocka_unit_test(test_few_are_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
