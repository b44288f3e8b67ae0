/* ASCII compared whatever the locale; what is no plain character. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/ascii.h"
#include "core/control.h"

static void test_words_are_compared_without_case(void **state)
{
    (void)state;
    char lower[8];
    assert_true(ent_i_ascii_is("STATE", 5, "state"));
    assert_false(ent_i_ascii_is("STATE", 5, "states"));
    assert_false(ent_i_ascii_is("States", 6, "state"));
    assert_false(ent_i_ascii_is("", 0, "state"));
    assert_true(ent_i_ascii_begins("photo", 5, "photo by"));
    assert_false(ent_i_ascii_begins("photo by", 8, "photo"));
    ent_i_ascii_lower(lower,
                      "\xc3\x96"
                      "LE",
                      4);
    assert_string_equal(lower, "\xc3\x96"
                               "le");
    assert_true(ent_i_is_possessive("\xe2\x80\x99S", 4));
    assert_true(ent_i_is_possessive("'", 1));
    assert_false(ent_i_is_possessive("s", 1));
}

static void test_the_same_but_for_case(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        size_t n;
        bool same;
    } cases[] = {{"Title", "tITLE", 5, true},
                 {"Title", "Titles", 5, true},
                 {"Title", "Titles", 6, false},
                 {"Title", "title", 99, true},
                 {"", "", 3, true},
                 {"", "a", 0, true},
                 {"", "a", 1, false},
                 {"a", "", 1, false},
                 {"[", "{", 1, false},
                 {"@", "`", 1, false},
                 {"\xc3\x84", "\xc3\xa4", 2, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (ent_i_ascii_same(cases[i].a, cases[i].b, cases[i].n) !=
            cases[i].same)
            fail_msg("case %zu: %s, %s", i, cases[i].a, cases[i].b);
}

static void test_characters_that_terminals_obey(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t size, control;
    } cases[] = {{"a", 1, 0},
                 {" ", 1, 0},
                 {"\x1b[31m", 5, 1},
                 {"\n", 1, 1},
                 {"\0", 1, 1},
                 {"\x7f", 1, 1},
                 {"\xc2\x80", 2, 2},
                 {"\xc2\x9b", 2, 2},
                 {"\xc2\x9b", 1, 0}, /* cut off */
                 {"\xc2\xa0", 2, 0},
                 {"\xc3\x9b", 2, 0},
                 {"\xe2\x80\xa8", 3, 3},
                 {"\xe2\x80\xa9", 3, 3},
                 {"\xe2\x80\xa8", 2, 0},
                 {"\xe2\x80\xaa", 3, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (ent_i_control_size(cases[i].text, cases[i].size) !=
            cases[i].control)
            fail_msg("case %zu", i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_are_compared_without_case),
        cmocka_unit_test(test_the_same_but_for_case),
        cmocka_unit_test(test_characters_that_terminals_obey),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
