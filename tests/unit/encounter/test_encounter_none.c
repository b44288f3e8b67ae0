/* Words of contact that bring nobody together (stated.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "unit/stated.h"

static void test_names_and_not_telephones(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] called [Holm] \"a lazy old fool\" on Friday.", ""},
        {"[Berg] kept calling [Holm], \"the lazy one\" of the two.", ""},
        {"[Berg] calls [Holm] 'lazy and old' in public", ""},
        {"[Berg] called [Holm] \"lazy.\"", ""},
        {"[Berg] called [Holm] out for the delay.", ""},
        {"[Berg] and [Holm] called each other liars.", ""},
        {"[Berg] mocked what she called \"the gang\" backing [Holm] there.",
         ""},
        {"[Berg], [Holm] and [Lund] spoke up only to call time.", ""},
        {"[Berg] called [Holm], who was ill.", "call held: Berg, Holm"},
        {"[Berg] called [Holm] twice.", "call held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_talk_in_public(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] urged [Holm] to resign.", ""},
        {"[Berg] thanked [Holm] for the rain.", ""},
        {"[Berg] publicly urged [Holm] in a letter to resign.", ""},
        {"[Berg] privately urged [Holm] to resign.", "call held: Berg, Holm"},
        {"[Berg] said on Friday she thanked [Holm].",
         "call held: Berg, Holm; 2014-03-28"},
        {"In a letter [Berg] urged [Holm] to resign.", "call held: Berg, Holm"},
        {"[Berg] stands with [Holm].", ""},
        {"[Berg] was asked about [Holm].", ""},
        {"Asked about [Holm], [Berg] laughed.", ""},
    };
    EXPECT_ALL(samples);
}

static void test_passives(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] was told [Holm] had left.", ""},
        {"[Berg] was met with cheers, unlike [Holm].", ""},
        {"[Berg] was briefed on [Holm].", ""},
        {"[Berg] was briefed on Friday by [Holm].",
         "meet held: Berg, Holm; 2014-03-28"},
        {"[Berg] was photographed with [Holm].", "joint held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_debates_of_many(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] and [Holm] joined in the debate over taxes.", ""},
        {"[Berg] and [Holm] debate new taxes at home.", ""},
        {"[Berg] and [Holm] debated in {Lima}.", "meet held: Berg, Holm; Lima"},
        {"The debate between [Berg] and [Holm] was dull.",
         "meet held: Berg, Holm"},
        {"[Berg] joined [Holm] in that ruling.", ""},
        {"[Berg] joined [Holm] and three judges in that ruling.", ""},
        {"[Berg] joined [Holm] in {Lima}.", "joint held: Berg, Holm; Lima"},
    };
    EXPECT_ALL(samples);
}

static void test_another_verb_has_the_object(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] did not discuss the call with [Holm].",
         "meet denied: Berg, Holm"},
        {"[Berg] spoke of the summit and [Holm]'s meeting with [Lund].",
         "meet held: Holm, Lund"},
        {"A guide talking with {Paris} sharply criticised [Holm], [Berg] said.",
         ""},
        {"[Berg] and [Lund] helped set up talks in {Bern} between two bakers, "
         "one old.",
         ""},
        {"[Berg] and [Lund], who has met painters, slept.", ""},
        {"Officials failed to tell [Holm], [Berg] said.", ""},
        {"[Berg] wept, but officials were meeting with [Holm].", ""},
        {"[Berg] burnt pictures of [Holm] and [Lund].", ""},
        {"[Berg] hates talk show hosts, including [Holm] and [Lund].", ""},
    };
    EXPECT_ALL(samples);
}

static void test_things_and_applications(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"Lawyers for [Berg] and [Holm] seized notes, emails, files and maps.",
         ""},
        {"[Berg] and [Holm] were in talks for the post.", ""},
        {"[Berg] and [Holm] held talks to end the strike.",
         "meet held: Berg, Holm"},
        {"[Berg] dares to speak the truth to [Holm].", ""},
        {"[Berg] spoke this week to [Holm].",
         "call held: Berg, Holm; this week"},
        {"Staff for [Berg] and [Lund] spoke with [Holm].", ""},
        {"A spokesman for Mayor [Berg] said she thanks [Holm].", ""},
    };
    EXPECT_ALL(samples);
}

static void test_phrases_for_others(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Lund] joined the \"Bakers for [Berg]\" and met voters.", ""},
        {"[Berg] pals met with [Holm].", ""},
        {"[Berg] met with [Holm] supporters.", ""},
        {"[Berg] and [Holm] supporters met.", ""},
        {"[Berg] (D-[Holm]) met voters.", ""},
        {"[Berg] met a painter, [Holm], in {Lima}.",
         "meet held: Berg, Holm; Lima"},
        {"[Berg] met a painter, [Holm] said.", ""},
    };
    EXPECT_ALL(samples);
}

/* Far too long, empty, or without letters: nothing to read, nothing to crash.
 */
static void test_odd_texts(void **state)
{
    (void)state;
    static char text[LONGEST];
    char *at = text + sprintf(text, "[Berg] met");
    while (at < text + LONGEST - 64)
        at += sprintf(at, " a b");
    sprintf(at, " [Holm].");
    expect_on("2014-03-29", text, "");
    expect_on("2014-03-29", "[Berg] met", "");
    expect_on("2014-03-29", "met [Berg]", "");
    expect_on("2014-03-29", "\"\" \"\" \" [Berg] \"\" \" [Holm] met \"", "");
    expect_on("2014-03-29", "[Berg], , met, [Holm],", "");
    expect_on("2014-03-29", "with with alongside [Berg] with", "");
    expect_on("2014-03-29", "whom [Berg] met", "");
    expect_on("2014-03-29", "who met [Berg] who", "");
    expect_on("2014-03-29", "\"I", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_and_not_telephones),
        cmocka_unit_test(test_talk_in_public),
        cmocka_unit_test(test_passives),
        cmocka_unit_test(test_debates_of_many),
        cmocka_unit_test(test_another_verb_has_the_object),
        cmocka_unit_test(test_things_and_applications),
        cmocka_unit_test(test_phrases_for_others),
        cmocka_unit_test(test_odd_texts),
        cmocka_unit_test(test_few_are_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
