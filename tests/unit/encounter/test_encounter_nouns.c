/* Nouns of contact: owners, occasions, what was received and what is only told
 * of (stated.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unit/stated.h"

static void test_what_was_received(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] received a phone call from [Holm].", "call held: Berg, Holm"},
        {"[Berg] took a late call from [Holm] on Friday.",
         "call held: Berg, Holm; 2014-03-28"},
        {"[Berg] got a letter from [Holm].", "call held: Berg, Holm"},
        {"[Berg] heeds a call from [Holm] for calm.", ""},
        {"[Berg] sent an email to [Holm].", "call held: Berg, Holm"},
        {"[Berg] sent a message by talking to [Holm].",
         "meet held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_occasions(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] and [Holm] are in {Lima} for a meeting with miners.",
         "meet held: Berg, Holm; Lima"},
        {"[Berg] and [Holm] sang at the dinner with miners.",
         "meet held: Berg, Holm"},
        /* Each may have had one of his own. */
        {"[Berg] and [Holm] held meetings with miners.", ""},
        {"[Berg] and [Holm] want a meeting with miners.", ""},
    };
    EXPECT_ALL(samples);
}

static void test_present(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"Present at the dinner were [Berg], [Holm] and [Lund].",
         "meet held: Berg, Holm, Lund"},
        {"Present at the talks in {Oslo} were [Berg] and [Holm].",
         "meet held: Berg, Holm; Oslo"},
        {"Also at the meeting were [Berg] and [Holm].",
         "meet held: Berg, Holm"},
        {"Among those at the meeting were [Berg], [Holm] and [Dahl].",
         "meet held: Berg, Holm, Dahl"},
        {"In attendance at the lunch were [Berg], [Lund] and [Holm].",
         "meet held: Berg, Lund, Holm"},
        {"The meeting was attended by [Berg], [Holm] and [Lund].",
         "meet held: Berg, Holm, Lund"},
        {"[Berg], [Holm] and [Lund] were present at the meeting.",
         "meet held: Berg, Holm, Lund"},
        {"Seated around the table for the talks were [Berg], [Holm] and "
         "[Moe].",
         "meet held: Berg, Holm, Moe"},
        {"[Berg] called a meeting attended by [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] chaired a session attended by [Holm] and [Lund].",
         "meet held: Berg, Holm, Lund"},
        {"[Berg] was met at the station by [Holm].", "meet held: Berg, Holm"},
        {"[Berg] was greeted at the door by [Holm].", "meet held: Berg, Holm"},
        {"[Berg]-[Holm] talks began in {Oslo}.", "meet held: Berg, Holm; Oslo"},
        {"[Berg]\xe2\x80\x93[Holm] talks ended.", "meet held: Berg, Holm"},
        {"Absent from the meeting were [Berg] and [Holm].", ""},
        {"Missing at the dinner were [Berg], [Holm] and [Lund].", ""},
    };
    EXPECT_ALL(samples);
}

static void test_told_of_and_not_taken_part_in(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] wrote a book about talks with [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] read from interviews with [Holm].", ""},
        {"[Berg] kept notes about talks with [Holm].", "meet held: Berg, Holm"},
        {"[Berg] lost his memos of the call with [Holm].",
         "call held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_needed_words(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] played a round of golf with [Holm].", "meet held: Berg, Holm"},
        {"[Berg] bought a round of beer with [Holm].", ""},
        {"[Berg] spent time with [Holm].", "meet held: Berg, Holm"},
        {"[Berg] spent money with [Holm].", ""},
        {"[Berg] and [Holm] faced off in {Lima}.",
         "meet held: Berg, Holm; Lima"},
        {"[Berg] and [Holm] faced rain in {Lima}.", ""},
        {"[Berg] gave a press conference with [Holm].",
         "joint held: Berg, Holm"},
        {"[Berg] slept at a conference with [Holm] on a list.", ""},
        {"[Berg] and [Holm] gave a ceremony.", ""},
        {"[Berg] and [Holm] held a joint rally.", "joint held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_whose_it_is(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg]'s second, very long meeting with [Holm] ended.",
         "meet held: Berg, Holm"},
        {"[Berg]'s outburst in a call with [Holm] was odd.",
         "call held: Berg, Holm"},
        {"[Berg]'s lawyer in talks with [Holm] was odd.", ""},
        {"The visit by [Berg] and [Holm] was short.", "joint held: Berg, Holm"},
        {"A trip of [Berg] to {Rome} annoyed [Holm].", ""},
        {"[Lund] joined [Berg]'s meeting with [Holm].",
         "meet held: Lund, Berg, Holm"},
        {"[Lund] mocked [Berg]'s meeting with [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg]'s statement came after an interview with [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] held a dinner and a news conference with [Holm].",
         "meet held: Berg, Holm"},
        {"The messages of [Berg] and [Holm] are dull.", ""},
        {"In her talks [Berg] praised [Holm].", ""},
    };
    EXPECT_ALL(samples);
}

static void test_clauses_of_others(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] slept; the mayor had talks with [Holm].", ""},
        {"[Berg] said that the mayor had talks with [Holm].", ""},
        {"[Berg] said that a tired mayor came for talks with [Holm].", ""},
        {"[Berg], the mayor, who came late, had talks with [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] (61), who came late for talks with [Holm], slept.",
         "meet held: Berg, Holm"},
        {"[Berg], mayor of the old town, who chairs talks with [Holm], left.",
         "meet held: Berg, Holm"},
        {"[Berg] urged [Lund] to hold talks with [Holm].",
         "meet proposed: Lund, Holm"},
        {"[Berg] is said to have had talks with [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] came home to hold talks with [Holm].",
         "meet planned: Berg, Holm"},
        {"[Berg] managed to hold talks with [Holm].", "meet held: Berg, Holm"},
        {"Rain fell -- talks with [Holm] went on.", ""},
    };
    EXPECT_ALL(samples);
}

static void test_others_in_the_list(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] as well as [Lund] met [Holm].", "meet held: Berg, Lund, Holm"},
        {"[Berg] met [Holm], [Lund], and [Dahl].",
         "meet held: Berg, Holm, Lund, Dahl"},
        {"[Berg], [Lund] meet in {Rome}", "meet held: Berg, Lund; Rome"},
        {"[Berg] met [Holm], a painter, and [Lund].",
         "meet held: Berg, Holm, Lund"},
        {"[Berg] met leaders such as [Holm] and [Lund].",
         "meet held: Berg, Holm, Lund"},
        {"[Berg] met bakers, [Holm] said.", ""},
    };
    EXPECT_ALL(samples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_was_received),
        cmocka_unit_test(test_occasions),
        cmocka_unit_test(test_present),
        cmocka_unit_test(test_told_of_and_not_taken_part_in),
        cmocka_unit_test(test_needed_words),
        cmocka_unit_test(test_whose_it_is),
        cmocka_unit_test(test_clauses_of_others),
        cmocka_unit_test(test_others_in_the_list),
        cmocka_unit_test(test_few_are_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
