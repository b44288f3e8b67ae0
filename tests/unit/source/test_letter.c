/* What the author of a message wrote, and what others did. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "source/letter.h"

typedef struct sample {
    const char *text;
    const char *own;
    bool whole;
} sample;

static void check(const sample *s, bool flowed)
{
    ent_i_string out = {0};
    bool whole = !s->whole;
    assert_true(ent_i_string_adds(&out, ""));
    assert_true(
        ent_i_letter_add(&out, s->text, strlen(s->text), flowed, &whole));
    assert_string_equal(out.items, s->own);
    if (whole != s->whole)
        fail_msg("%s: %s", s->text, whole ? "is whole" : "is not whole");
    ent_i_vec_free(&out);
}

#define CHECK_ALL(samples, flowed)                                             \
    for (size_t i = 0; i < sizeof(samples) / sizeof *(samples); i++)           \
    check(&(samples)[i], flowed)

static void test_lines(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"", "", true},
        {"One.", "One.\n", true},
        {"One. \t\r\nTwo.\r\n", "One.\nTwo.\n", true},
        {"\n\nOne.\n\n", "\n\nOne.\n\n", true},
        {" indented\n", " indented\n", true}};
    CHECK_ALL(samples, false);
}

static void test_quotations(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"> Gone.\n", "", false},
        {"Yes.\n> Gone.\n>> Gone.\nNo.\n", "Yes.\nNo.\n", false},
        {"Roe wrote:\n> Gone.\nNo.\n", "No.\n", false},
        {"Yes.\n\nRoe wrote:\n\n> Gone.\n", "Yes.\n\n", false},
        {"Yes.\n\nOn Monday, at 10,\nAnn Roe\nwrote:\n> Gone.\n", "Yes.\n\n",
         false},
        /* A paragraph of more than three lines announces nothing. */
        {"One\ntwo\nthree\nfour:\n> Gone.\n", "One\ntwo\nthree\nfour:\n",
         false},
        {"Said so.\n> Gone.\n", "Said so.\n", false}, /* no colon */
        {"They said:\nno.\n", "They said:\nno.\n", true},
        {"5 > 4.\n", "5 > 4.\n", true}};
    CHECK_ALL(samples, false);
}

static void test_signatures(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"Yes.\n-- \nAnn Roe\n", "Yes.\n", false},
        {"Yes.\n--\nAnn Roe\n", "Yes.\n", false},
        {"Yes.\n--- \nno.\n", "Yes.\n---\nno.\n", true},
        {"Yes -- no.\n", "Yes -- no.\n", true},
        {"-- \nAnn Roe\n", "", false}};
    CHECK_ALL(samples, false);
}

static void test_earlier_messages(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"Yes.\n-----Original Message-----\nFrom: Bo\n\nGone.\n", "Yes.\n",
         false},
        {"Yes.\n----- Forwarded by Bo -----\n\nFrom: Cy\n\nGone.\n", "Yes.\n",
         false},
        /* Who adds nothing of his own sends it on. */
        {"-----Forwarded-----\nFrom: Bo\nDate: x\n\nKept.\n", "\nKept.\n",
         false},
        /* A line of dashes, or one with no header below, is a line. */
        {"Yes.\n-----------------\nFrom: Bo\n",
         "Yes.\n-----------------\nFrom: Bo\n", true},
        {"Yes.\n-----Chapter one-----\nThey met.\n",
         "Yes.\n-----Chapter one-----\nThey met.\n", true},
        {"Yes.\n-----Chapter one-----", "Yes.\n-----Chapter one-----\n", true}};
    CHECK_ALL(samples, false);
}

/* RFC 3676: a blank at the end goes on, one at the beginning is stuffing. */
static void test_flowed(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"One \ntwo.\nThree.\n", "One two.\nThree.\n", true},
        {" From here \nto there.\n", "From here to there.\n", true},
        {"One \r\ntwo.\r\n", "One two.\n", true},
        {"> Gone \n> gone.\nYes.\n", "Yes.\n", false},
        {"Yes.\n-- \nAnn Roe\n", "Yes.\n", false}};
    CHECK_ALL(samples, true);
}

static void test_no_memory(void **state)
{
    (void)state;
    ent_i_string out = {0};
    static const char text[] = "Yes.\n> Gone.\nNo.\n";
    bool whole, done = false;
    for (long nth = 1; !done; nth++) {
        ent_i_vec_free(&out);
        ent_i_memory_fail_from(nth);
        done = ent_i_letter_add(&out, text, strlen(text), false, &whole);
        ent_i_memory_fail_from(0);
        assert_true(done || nth < 10);
    }
    assert_string_equal(out.items, "Yes.\nNo.\n");
    ent_i_vec_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_quotations),
        cmocka_unit_test(test_signatures),
        cmocka_unit_test(test_earlier_messages),
        cmocka_unit_test(test_flowed),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
