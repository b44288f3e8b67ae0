/* What the grammar reads at each word of contact, rule by rule, before the
 * model weighs it (stated.h has the marks). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "encounter/scan.h"
#include "unit/stated.h"

static bool add_findings(void *ctx, const ent_i_outline *outline)
{
    ent_i_string *out = ctx;
    const ent_article *article = outline->passage->article;
    for (size_t i = 0; i < outline->finding_count; i++) {
        const ent_i_finding *f = &outline->findings[i];
        ent_encounter e = {.kind = f->kind,
                           .standing = f->standing,
                           .participants = f->people,
                           .participant_count = f->count,
                           .when = ENT_NO_DATE};
        describe(article, &e, out);
    }
    return true;
}

static void scan(ent_article *article, const ent_i_text *text,
                 ent_i_string *found)
{
    assert_int_equal(ent_i_scan(article, text, add_findings, found, NULL),
                     ENT_OK);
}

static void read_all(const sample *samples, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_found("2014-03-29", samples[i].marked, samples[i].expected, scan);
    assert_int_equal(wrong, 0);
}

#define READ_ALL(samples) read_all(samples, sizeof(samples) / sizeof *(samples))

static void test_objects(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] met [Holm].", "meet held: Berg, Holm"},
        {"[Berg] met privately with [Holm].", "meet held: Berg, Holm"},
        {"[Berg] met on Friday in {Lima} with [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] met [Holm]'s aides.", ""},
        {"[Berg] wrote to [Holm].", "call held: Berg, Holm"},
        {"[Berg] was greeted by [Holm].", "meet held: Berg, Holm"},
        {"[Berg] was greeted warmly.", ""},
        {"[Berg] sat down with [Holm].", "meet held: Berg, Holm"},
        {"[Berg] sat with a book about [Holm].", ""},
        {"[Berg] discussed taxes and the weather with [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] met with several judges, including [Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] appeared next to [Holm].", "joint held: Berg, Holm"},
        {"[Berg] told the truth about [Holm].", ""},
    };
    READ_ALL(samples);
}

static void test_calls(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] called [Holm] on Monday.", "call held: Berg, Holm"},
        {"[Berg] called [Holm] on the lie.", ""},
        {"[Berg] called [Holm] a fool.", ""},
        {"[Berg] called [Holm] to testify.", ""},
        {"[Berg] called [Holm] to ask for rain.", "call held: Berg, Holm"},
    };
    READ_ALL(samples);
}

static void test_subjects(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"Meeting with [Berg], [Holm] laughed.", "meet held: Holm, Berg"},
        {"[Berg], whom [Holm] met in {Lima}, laughed.",
         "meet held: Holm, Berg"},
        {"[Berg], who met [Holm], laughed.", "meet held: Berg, Holm"},
        {"The lawyer of [Berg], [Holm], met [Lund].", "meet held: Holm, Lund"},
        {"The sister of [Berg], [Holm], called [Lund] on Friday.",
         "call held: Holm, Lund"},
        {"[Berg]'s lawyer, [Holm], met [Lund] on Friday.",
         "meet held: Holm, Lund"},
    };
    READ_ALL(samples);
}

static void test_several_subjects(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] and [Holm] met.", "meet held: Berg, Holm"},
        {"[Berg] and [Holm] spoke by phone.", "call held: Berg, Holm"},
        {"[Berg] and [Holm] spoke.", ""},
        {"Both [Berg] and [Holm] met in {Lima}.", ""},
        {"[Berg] and [Holm] met separately in {Lima}.", ""},
        {"[Berg] and [Holm] met with their lawyers.", ""},
        {"[Berg] and [Holm] toured the mill.", "joint held: Berg, Holm"},
        {"[Berg] or [Holm] could meet [Lund].",
         "meet proposed: Lund, Berg, Holm"},
    };
    READ_ALL(samples);
}

static void test_standing(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] will meet [Holm].", "meet planned: Berg, Holm"},
        {"[Berg] was due to meet [Holm].", "meet planned: Berg, Holm"},
        {"[Berg] asked to meet [Holm].", "meet proposed: Berg, Holm"},
        {"[Berg] refused to meet [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] denied having met [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] denied that she had ever met [Holm].",
         "meet denied: Berg, Holm"},
        {"[Berg] never met [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] is not scheduled to meet [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] is not planning to meet [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] opted not to meet [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] is willing to meet [Holm].", "meet proposed: Berg, Holm"},
        {"[Berg] is keen to meet [Holm].", "meet proposed: Berg, Holm"},
        {"A meeting between [Berg] and [Holm] never took place.",
         "meet denied: Berg, Holm"},
        {"[Berg] called off a meeting with [Holm].", "meet denied: Berg, Holm"},
    };
    READ_ALL(samples);
}

static void test_nouns(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] held talks with [Holm].", "meet held: Berg, Holm"},
        {"[Berg] had lunch with [Holm].", "meet held: Berg, Holm"},
        {"[Berg]'s meeting with [Holm] was short.", "meet held: Berg, Holm"},
        {"A call between [Berg] and [Holm] lasted an hour.",
         "call held: Berg, Holm"},
        {"The [Berg]-[Holm] meeting was short.", "meet held: Berg, Holm"},
        {"[Berg] spoke in a meeting about [Holm].", ""},
        {"In a letter to [Berg], [Holm] wrote of rain.",
         "call held: Holm, Berg"},
    };
    READ_ALL(samples);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_objects),
        cmocka_unit_test(test_calls),
        cmocka_unit_test(test_subjects),
        cmocka_unit_test(test_several_subjects),
        cmocka_unit_test(test_standing),
        cmocka_unit_test(test_nouns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
