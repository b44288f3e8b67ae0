/* How two names relate: written otherwise, one within the other, father and
 * son. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "names/compare.h"
#include "names/names.h"
#include "names/speech.h"

static ent_i_name parsed(const char *text)
{
    ent_i_name name;
    ent_i_name_parse(&name, text, strlen(text));
    return name;
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_written_otherwise(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        ent_i_otherwise way;
    } cases[] = {
        {"Ann Roe", "Ann Roe", {false, false, false, false}},
        {"Nils Hanssen", "Nils Hansen", {true, false, false, false}},
        {"Edward Stroud", "Ted Stroud", {false, true, false, false}},
        {"Mary Ann Roe", "Mary Roe", {false, false, true, false}},
        {"Mary Ann Roe", "Ann Roe", {false, false, true, true}},
        {"Jong-un Pak", "Jong Un Pak", {false, false, false, false}},
        {"Mary Ann Hanssen", "Ann Hansen", {true, false, true, true}},
        {"Edward Max Stroud", "Ted Stroud", {false, true, true, false}},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        for (int turned = 0; turned < 2; turned++) {
            ent_i_name a = parsed(turned ? cases[i].b : cases[i].a);
            ent_i_name b = parsed(turned ? cases[i].a : cases[i].b);
            ent_i_otherwise found = ent_i_names_otherwise(&a, &b);
            const ent_i_otherwise *way = &cases[i].way;
            if (found.family != way->family || found.given != way->given ||
                found.middle != way->middle || found.later != way->later)
                fail_msg("case %zu: family %d, given %d, middle %d, later %d",
                         i, found.family, found.given, found.middle,
                         found.later);
        }
}

/* Pairs for which a question is answered with yes or no. */
typedef struct pair {
    const char *a, *b;
    bool yes;
} pair;

static void check_pairs(const pair *pairs, size_t n, bool both_ways,
                        bool (*ask)(const ent_i_name *a, const ent_i_name *b))
{
    for (size_t i = 0; i < n; i++) {
        ent_i_name a = parsed(pairs[i].a), b = parsed(pairs[i].b);
        if (ask(&a, &b) != pairs[i].yes ||
            (both_ways && ask(&b, &a) != pairs[i].yes))
            fail_msg("case %zu: %s, %s", i, pairs[i].a, pairs[i].b);
    }
}

static void test_father_and_son(void **state)
{
    (void)state;
    static const pair pairs[] = {{"Max Poe", "Max Poe Jr.", true},
                                 {"Max Poe", "Max Poe III", true},
                                 {"Max Poe", "Max Poe", false},
                                 {"Max Poe Jr.", "Max Poe Sr.", false},
                                 {"Max Poe", "Max B. Poe Jr.", false},
                                 {"Max Poe", "Max Roe Jr.", false},
                                 {"Max Poe", "Ben Poe Jr.", false}};
    check_pairs(pairs, COUNT(pairs), true, ent_i_names_part_kin);
}

static bool agree_within(const ent_i_name *a, const ent_i_name *b)
{
    return ent_i_names_agree_within(a, b) > 0.5;
}

static void test_without_the_last_surname(void **state)
{
    (void)state;
    static const pair pairs[] = {
        {"Lucía Fernández", "Lucía Fernández Rojas", true},
        {"Lucía Fernández", "Lucía Rojas Fernández", false},
        {"Lucía Fernández", "Marta Fernández Rojas", false},
        {"Lucía Fernández", "Lucía Pardo Rojas", false}};
    check_pairs(pairs, COUNT(pairs), true, agree_within);
}

static void test_beginnings(void **state)
{
    (void)state;
    static const pair pairs[] = {
        {"Ivan Sergeyevich", "Ivan Sergeyevich Rokov", true},
        {"Ivan Sergeyevich", "Ivan Sergeyevich", false},
        {"Ivan", "Ivan Sergeyevich Rokov", false},
        {"Ivan Rokov", "Ivan Sergeyevich Rokov", false},
        {"Ivan S.", "Ivan Sergeyevich Rokov", false},
        {"Ivan Sergeyevich Rokov", "Ivan Sergeyevich", false}};
    check_pairs(pairs, COUNT(pairs), false, ent_i_name_begins);
}

static void test_given_names_in_one(void **state)
{
    (void)state;
    static const struct {
        const char *name, *joined; /* NULL: there is an initial */
    } cases[] = {{"Jong-un Pak", "jongun"}, {"Jean Claude Roe", "jeanclaude"},
                 {"Ann Roe", "ann"},        {"Roe", ""},
                 {"Ann B. Roe", NULL},      {"A. Roe", NULL}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        char joined[ENT_I_NAME_ROOM];
        ent_i_name name = parsed(cases[i].name);
        bool done = ent_i_name_join_given(&name, joined);
        assert_int_equal(done, cases[i].joined != NULL);
        if (done)
            assert_string_equal(joined, cases[i].joined);
    }
}

/* As it is written, particles included. */
static void test_where_the_surname_stands(void **state)
{
    (void)state;
    static const struct {
        const char *name, *surname;
    } cases[] = {{"Ann Roe", "Roe"},
                 {"Roe", "Roe"},
                 {"Max Poe Jr.", "Poe"},
                 {"Max Poe, Jr.", "Poe"},
                 {"Jan van der Velde", "van der Velde"},
                 {"Van Velde", "Velde"}, /* the given name, perhaps */
                 {"Lucía de la Roca III", "de la Roca"},
                 {"Jr.", "Jr."}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t from, size = strlen(cases[i].name);
        size_t to = ent_i_surname(cases[i].name, size, &from);
        assert_true(from <= to && to <= size);
        assert_int_equal(to - from, strlen(cases[i].surname));
        assert_memory_equal(cases[i].name + from, cases[i].surname, to - from);
    }
}

static bool is_childs(const ent_i_name *a, const ent_i_name *b)
{
    (void)b;
    return ent_i_name_is_childs(a);
}

static bool is_reign(const ent_i_name *a, const ent_i_name *b)
{
    (void)b;
    return ent_i_name_is_reign(a);
}

static void test_fathers_and_thrones(void **state)
{
    (void)state;
    static const pair children[] = {{"Omar bin Hamdan", "", true},
                                    {"Omar ibn Hamdan", "", true},
                                    {"Omar al Hamdan", "", false},
                                    {"Hamdan", "", false}};
    static const pair reigns[] = {{"King Ottar", "", true},
                                  {"Ottar King", "", false},
                                  {"King Ottar Roe", "", false},
                                  {"Ann Roe", "", false}};
    check_pairs(children, COUNT(children), false, is_childs);
    check_pairs(reigns, COUNT(reigns), false, is_reign);
}

/* A number tells a monarch of one given name, once a title stands before it. */
static void test_numbers_of_monarchs(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool numbered;
    } cases[] = {{"Ottar IX", true},
                 {"King Ottar IX", true},
                 {"Ottar", false},
                 {"Max Poe III", false},
                 {"Ottar Jr.", false}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        ent_i_name name = parsed(cases[i].name);
        ent_i_name_reigns(&name);
        if (name.numbered != cases[i].numbered)
            fail_msg("case %zu", i);
        assert_true(name.reign);
        if (name.numbered)
            assert_true(ent_i_name_is_full(&name));
    }
}

static void test_who_speaks_next(void **state)
{
    (void)state;
    static const struct {
        const char *after;
        bool speaks;
    } cases[] = {{" said", true},
                 {" said.", true},
                 {" told them", true},
                 {"said", false},
                 {"'s man said", false},
                 {" man said", false},
                 {" ", false},
                 {"", false},
                 {" saidsaidsaidsaid", false},
                 {" Said", false}};
    for (size_t i = 0; i < COUNT(cases); i++)
        if (ent_i_speaks_next(cases[i].after) != cases[i].speaks)
            fail_msg("case %zu", i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_written_otherwise),
        cmocka_unit_test(test_father_and_son),
        cmocka_unit_test(test_without_the_last_surname),
        cmocka_unit_test(test_beginnings),
        cmocka_unit_test(test_given_names_in_one),
        cmocka_unit_test(test_where_the_surname_stands),
        cmocka_unit_test(test_fathers_and_thrones),
        cmocka_unit_test(test_numbers_of_monarchs),
        cmocka_unit_test(test_who_speaks_next),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
