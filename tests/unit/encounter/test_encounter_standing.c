/* Held, planned, proposed or denied; met, called or side by side (stated.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unit/stated.h"

static void test_verbs_held(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] had met [Holm].", "meet held: Berg, Holm"},
        {"[Berg] did meet [Holm].", "meet held: Berg, Holm"},
        {"[Berg] meets [Holm].", "meet held: Berg, Holm"},
        {"[Berg] managed to meet [Holm].", "meet held: Berg, Holm"},
        {"[Berg] is said to have met [Holm].", "meet held: Berg, Holm"},
        {"[Berg] began meeting [Holm].", "meet held: Berg, Holm"},
        {"[Berg] and [Holm] meet.", "meet held: Berg, Holm"},
        /* A year gone by. */
        {"[Berg] went to meet [Holm] in 1999.", "meet held: Berg, Holm; 1999"},
    };
    EXPECT_ALL(samples);
}

/* In the present tense a picture's caption tells of what it shows. */
static void test_captions_held(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] greets [Holm] at the airport in {Lima}.",
         "meet held: Berg, Holm; Lima"},
        {"[Berg] and [Holm] attend a ceremony in {Bern} in 2011.",
         "joint held: Berg, Holm; 2011; Bern"},
        {"[Berg], left, jokes with [Holm] before a dinner in {Oslo}.",
         "meet held: Berg, Holm; Oslo"},
        {"[Berg] arrives with [Holm] for a concert.", "joint held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_verbs_planned(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] shall meet [Holm].", "meet planned: Berg, Holm"},
        {"She'll meet him when [Berg] meets [Holm].",
         "meet planned: Berg, Holm"},
        {"It was cold before [Berg] travels to meet [Holm].",
         "meet planned: Berg, Holm"},
        {"[Berg] is going to meet [Holm].", "meet planned: Berg, Holm"},
        {"[Berg] is expected to meet [Holm].", "meet planned: Berg, Holm"},
        {"[Berg] meets [Holm] tomorrow.",
         "meet planned: Berg, Holm; 2014-03-30"},
        {"[Berg] said she would meet [Holm].", "meet planned: Berg, Holm"},
        {"[Berg] plans on meeting [Holm].", "meet planned: Berg, Holm"},
        {"[Berg] looks forward to meeting [Holm].", "meet planned: Berg, Holm"},
        {"When [Berg] and [Holm] meet next week, it may rain.",
         "meet planned: Berg, Holm; next week"},
        {"It will be the first dinner of [Berg] and [Holm].",
         "meet planned: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_verbs_proposed(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] may meet [Holm].", "meet proposed: Berg, Holm"},
        {"[Berg] would love to meet [Holm].", "meet proposed: Berg, Holm"},
        {"[Berg] hopes to be able to meet [Holm].",
         "meet proposed: Berg, Holm"},
        {"It is not known if [Berg] met [Holm].", "meet proposed: Berg, Holm"},
        {"Ask whether [Berg] met [Holm].", "meet proposed: Berg, Holm"},
        {"[Berg] tried to meet [Holm].", "meet proposed: Berg, Holm"},
        {"[Berg] is mulling a meeting with [Holm].",
         "meet proposed: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_verbs_denied(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] won't meet [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] cannot meet [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] has yet to meet [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] denied that she met [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] and [Holm] never met.", "meet denied: Berg, Holm"},
        {"[Berg] failed to meet [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] avoided meeting [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] avoided a meeting with [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] has ruled out talks with [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] won't sit down with [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] turned down talks with [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] has turned down a dinner with [Holm].",
         "meet denied: Berg, Holm"},
        {"[Berg] turned down a call with [Holm].", "call denied: Berg, Holm"},
        {"[Berg] turned down a meeting with [Holm].",
         "meet denied: Berg, Holm"},
        {"[Berg] skipped a dinner with [Holm].", "meet denied: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_called_off(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] cancelled a meeting with [Holm] in {Rome}.",
         "meet denied: Berg, Holm; Rome"},
        {"[Berg] canceled the talks with [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] called off a summit with [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] has scrapped a dinner with [Holm].",
         "meet denied: Berg, Holm"},
        {"[Berg]'s meeting with [Holm] was cancelled.",
         "meet denied: Berg, Holm"},
        {"[Berg]'s talks with [Holm] were cancelled.",
         "meet denied: Berg, Holm"},
        {"[Berg]'s summit with [Holm] has been cancelled.",
         "meet denied: Berg, Holm"},
        {"[Berg]'s dinner with [Holm] was cancelled on Monday.",
         "meet denied: Berg, Holm; 2014-03-24"},
        {"[Berg]'s call with [Holm] was called off.",
         "call denied: Berg, Holm"},
        {"Talks between [Berg] and [Holm] were called off.",
         "meet denied: Berg, Holm"},
        {"The meeting between [Berg] and [Holm] never took place.",
         "meet denied: Berg, Holm"},
        {"[Berg] pulled out of a debate with [Holm].",
         "meet denied: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_never_came_about(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"Talks between [Berg] and [Holm] never happened.",
         "meet denied: Berg, Holm"},
        {"The dinner of [Berg] and [Holm] never took place.",
         "meet denied: Berg, Holm"},
        {"A summit between [Berg] and [Holm] didn't happen.",
         "meet denied: Berg, Holm"},
        {"[Berg] denied having met [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] denies having dined with [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] denied ever having met with [Holm].",
         "meet denied: Berg, Holm"},
        /* What failed by itself was turned down by nobody. */
        {"Talks between [Berg] and [Holm] failed to come about.", ""},
        {"A meeting of [Berg] and [Holm] failed to happen.", ""},
        {"A dinner of [Berg] and [Holm] failed to materialise.", ""},
    };
    EXPECT_ALL(samples);
}

static void test_whose_and_separately(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"The lawyer of [Berg], [Holm], met [Lund].", "meet held: Holm, Lund"},
        {"The spokesman of [Berg], [Holm], met with [Lund].",
         "meet held: Holm, Lund"},
        {"The wife of [Berg], [Holm], had dinner with [Lund].",
         "meet held: Holm, Lund"},
        {"[Berg] met separately with [Holm] and [Lund].",
         "meet held: Berg, Holm | meet held: Berg, Lund"},
        {"[Berg] met [Holm] and [Lund] separately.",
         "meet held: Berg, Holm | meet held: Berg, Lund"},
        {"[Berg] held separate meetings with [Holm] and [Lund].",
         "meet held: Berg, Holm | meet held: Berg, Lund"},
    };
    EXPECT_ALL(samples);
}

static void test_nouns(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"The long talks between [Berg] and [Holm] were held in {Bern}.",
         "meet held: Berg, Holm; Bern"},
        {"The talks between [Berg] and [Holm] will take place in {Bern}.",
         "meet planned: Berg, Holm; Bern"},
        {"The talks between [Berg] and [Holm] would be a first.",
         "meet planned: Berg, Holm"},
        {"The talks between [Berg] and [Holm] did not happen.",
         "meet denied: Berg, Holm"},
        {"The talks between [Berg] and [Holm] were postponed.",
         "meet denied: Berg, Holm"},
        /* Something else is denied. */
        {"The talks between [Berg] and [Holm] were not about money.",
         "meet held: Berg, Holm"},
        {"[Berg] proposed a meeting with [Holm].", "meet proposed: Berg, Holm"},
        {"[Berg] prepares for a summit with [Holm].",
         "meet planned: Berg, Holm"},
        {"[Berg] testified before a court of her talks with [Holm].",
         "meet held: Berg, Holm"},
        {"A cook was asked about [Berg]'s talks with [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] tried to win votes by talks with [Holm].",
         "meet held: Berg, Holm"},
        {"There could be trouble in [Berg]'s meeting with [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] agreed in talks with [Holm] to pay.", "meet held: Berg, Holm"},
        {"[Berg] agreed to talks with [Holm].", "meet planned: Berg, Holm"},
        {"No meeting between [Berg] and [Holm] was held.",
         "meet denied: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_far_and_near(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] talked with [Holm] by phone.", "call held: Berg, Holm"},
        {"[Berg] talked with [Holm] over dinner.", "meet held: Berg, Holm"},
        {"[Berg] and [Holm] held talks by video link.",
         "call held: Berg, Holm"},
        {"A video shows how [Berg] chatted with [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] spoke with [Holm].", "call held: Berg, Holm"},
        {"[Berg] spoke with [Holm] in her office.", "meet held: Berg, Holm"},
        {"[Berg] speaks with [Holm] at the lake.", "meet held: Berg, Holm"},
        {"[Berg] had a conversation by telephone with [Holm].",
         "call held: Berg, Holm"},
        {"Emails show that [Berg] met [Holm].", "meet held: Berg, Holm"},
        {"[Berg] met with [Holm] by telephone.", "call held: Berg, Holm"},
        {"[Berg] met by telephone with [Holm].", "call held: Berg, Holm"},
        {"[Berg] met [Holm] by phone.", "call held: Berg, Holm"},
        {"[Berg] and [Holm] met by video link.", "call held: Berg, Holm"},
        {"[Berg] tried to win votes by placing calls to [Holm].",
         "call held: Berg, Holm"},
        {"[Berg] and [Holm] had a long phone conversation.",
         "call held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_several_in_one_sentence(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] met [Holm] and will meet [Lund].",
         "meet held: Berg, Holm | meet planned: Berg, Lund"},
        {"[Berg] phoned [Holm] and met [Lund].",
         "call held: Berg, Holm | meet held: Berg, Lund"},
        {"[Berg] called [Holm] and later dined with [Lund].",
         "call held: Berg, Holm | meet held: Berg, Lund"},
        {"[Berg] met [Holm] on Monday and [Lund] on Friday.",
         "meet held: Berg, Holm; 2014-03-24 | "
         "meet held: Berg, Lund; 2014-03-28"},
        /* The stronger word stands for both. */
        {"[Berg] posed with [Holm] and met [Holm].", "meet held: Berg, Holm"},
        {"[Berg] met [Holm] and posed with [Holm].", "meet held: Berg, Holm"},
        {"[Berg] met [Holm] and met [Holm] again.", "meet held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_where(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"In {Oslo}, [Berg] held talks with [Holm].",
         "meet held: Berg, Holm; Oslo"},
        {"[Berg] met [Holm] near {Oslo} in {Norway}.",
         "meet held: Berg, Holm; Oslo"},
        {"[Berg] and [Holm] spoke at the {Louvre} by phone.",
         "call held: Berg, Holm; Louvre"},
        /* Where something else happened, or what somebody rules. */
        {"In {Oslo} it rained as [Berg] met [Holm].", "meet held: Berg, Holm"},
        {"[Berg] of {Norway} met [Holm].", "meet held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_when(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"On Friday it rained as [Berg] met [Holm] on Monday.",
         "meet held: Berg, Holm; 2014-03-24"},
        {"[Berg] met [Holm] for the first time since 1999.",
         "meet held: Berg, Holm"},
        {"[Berg] will meet [Holm] on Friday.",
         "meet planned: Berg, Holm; 2014-04-04"},
        {"[Berg] slept before meeting [Holm] on Friday.",
         "meet held: Berg, Holm; 2014-03-28"},
        {"[Berg] trusts her talks with [Holm] next week.",
         "meet planned: Berg, Holm; next week"},
        {"[Berg] trusts her talks with [Holm], but rain looms next week.",
         "meet held: Berg, Holm; next week"},
        {"[Berg] met [Holm] three days ago.",
         "meet held: Berg, Holm; 2014-03-26"},
    };
    EXPECT_ALL(samples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verbs_held),
        cmocka_unit_test(test_captions_held),
        cmocka_unit_test(test_verbs_planned),
        cmocka_unit_test(test_verbs_proposed),
        cmocka_unit_test(test_verbs_denied),
        cmocka_unit_test(test_called_off),
        cmocka_unit_test(test_never_came_about),
        cmocka_unit_test(test_whose_and_separately),
        cmocka_unit_test(test_nouns),
        cmocka_unit_test(test_far_and_near),
        cmocka_unit_test(test_several_in_one_sentence),
        cmocka_unit_test(test_where),
        cmocka_unit_test(test_when),
        cmocka_unit_test(test_few_are_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
