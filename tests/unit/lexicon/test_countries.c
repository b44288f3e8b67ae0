/* Which countries names and adjectives mean, whole and within a sentence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lexicon/lexicon.h"

static const ent_i_naming_row *names_of(const char *name, size_t *count)
{
    return ent_i_country_names(ent_i_lexicon_default(), name, strlen(name),
                               count);
}

/* Whether the name stands in the text, of which bytes from `from` on count. */
static bool stands_from(const char *name, const char *text, size_t from)
{
    size_t count;
    const ent_i_naming_row *names = names_of(name, &count);
    assert_non_null(names);
    return ent_i_country_stands(ent_i_lexicon_default(), names, count, text, 0,
                                from, strlen(text));
}

static bool stands(const char *name, const char *text)
{
    return stands_from(name, text, 0);
}

static void test_names_that_look_alike(void **state)
{
    (void)state;
    /* name or adjective, where it stands, and where another does */
    static const char *const cases[][3] = {
        {"Austrian", "Austria's President", "Australian President"},
        {"Australian", "Australia's President", "Austrian President"},
        {"Niger", "Nigerien President", "Nigerian President"},
        {"Nigerian", "Nigeria's President", "Niger's President"},
        {"Guinea", "Guinean President", "Equatorial Guinea's President"},
        {"Guinea", "the Guinea President", "Papua New Guinea President"},
        {"Guinea", "Guinea President", "Guinea-Bissau President"},
        {"Equatorial Guinea", "Equatorial Guinean President",
         "Guinean President"},
        {"Papua New Guinea", "Papua New Guinea's President",
         "Guinea's President"},
        {"Sudan", "Sudanese President", "South Sudanese President"},
        {"South Sudan", "South Sudan's President", "Sudan's President"},
        {"Irish", "Ireland's Minister", "Northern Ireland's Minister"},
        {"Northern Ireland", "Northern Irish Minister", "Irish Minister"},
        {"Dominica", "Dominica's President", "Dominican Republic President"},
        {"Dominican Republic", "the Dominican Republic's President",
         "Dominica's President"},
        {"South Korean", "South Korea's President", "North Korean President"},
        {"North Korea", "North Korean leader", "South Korean President"},
        {"DR Congo", "Democratic Republic of Congo President",
         "Republic of Congo President"},
        {"American", "U.S. President", "Latin American President"},
        {"Georgian", "Georgia's President", "German President"},
        {"Samoa", "Samoan Prime Minister", "American Samoa Governor"},
        {"Danish", "Denmark's Prime Minister", "Dutch Prime Minister"},
        {"Swiss", "Switzerland's President", "Swedish President"},
        {"Iraqi", "Iraq's President", "Iran's President"},
        {"Slovak", "Slovakia's President", "Slovenia's President"},
        {"Mali", "Malian President", "Malawian President"},
        {"Iraqi", "Iraqi President", "Iraqi Kurdish President"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (!stands(cases[i][0], cases[i][1]))
            fail_msg("%s not in %s", cases[i][0], cases[i][1]);
        if (stands(cases[i][0], cases[i][2]))
            fail_msg("%s in %s", cases[i][0], cases[i][2]);
    }
}

static void test_names_of_two(void **state)
{
    (void)state;
    size_t count;
    names_of("Korean", &count);
    assert_int_equal(count, 2);
    assert_true(stands("Korean", "North Korean leader"));
    assert_true(stands("Korean", "South Korean President"));
    assert_true(stands("Congo", "Democratic Republic of Congo President"));
    assert_true(stands("Congolese", "Congo's President"));
    assert_true(stands("Dominican", "Dominica's President"));
    assert_true(stands("Dominican", "the Dominican Republic's President"));
    assert_null(ent_i_country_called(ent_i_lexicon_default(), "Congo", 5));
}

static void test_marks_in_names(void **state)
{
    (void)state;
    assert_true(stands("U.S.", "American President"));
    assert_true(stands("US", "U.S. President"));
    assert_true(stands("C\xC3\xB4te d'Ivoire", "Ivory Coast's President"));
    assert_true(stands("Ivorian", "C\xC3\xB4te d\xE2\x80\x99Ivoire President"));
    assert_true(stands("Guinea-Bissau", "Guinea-Bissau\xE2\x80\x99s leader"));
    assert_true(stands("Philippines", "the Philippines' President"));
    assert_true(stands("Norway", "in Oslo, Norway, President"));
    assert_true(stands("New Zealand", "New\nZealand Prime Minister"));
    assert_true(stands("France", "(France) President"));
}

/* "told us President Holm" has no country. */
static void test_names_have_capitals(void **state)
{
    (void)state;
    assert_false(stands("U.S.", "told us President"));
    assert_false(stands("Turkey", "a turkey President"));
}

/* What begins before counts when it reaches beyond. */
static void test_where_one_looks(void **state)
{
    (void)state;
    static const char text[] = "Equatorial Guinea President";
    assert_true(stands_from("Equatorial Guinea", text, 12));
    assert_false(stands_from("Guinea", text, 11));
    assert_false(stands_from("Equatorial Guinea", text, 17));
    assert_false(stands("France", ""));
}

static const char *called(const char *name)
{
    const ent_i_country *country =
        ent_i_country_called(ent_i_lexicon_default(), name, strlen(name));
    return country ? country->name : "";
}

static void test_usual_names(void **state)
{
    (void)state;
    assert_string_equal(called("Russian Federation"), "Russia");
    assert_string_equal(called("Kingdom of Norway"), "Norway");
    assert_string_equal(called("America"), "United States");
    assert_string_equal(called("burma"), "Myanmar");
    assert_string_equal(called("DPRK"), "North Korea");
    assert_string_equal(called("Democratic People's Republic of Korea"),
                        "North Korea");
    assert_string_equal(called("Dominican Republic"), "Dominican Republic");
    assert_string_equal(called("Norwegian"), "");
    assert_string_equal(called("Ruritania"), "");
    assert_string_equal(called(""), "");
}

/* All states have a capital and an adjective or a word for their people. */
static void test_states_are_whole(void **state)
{
    (void)state;
    const ent_i_lexicon *lexicon = ent_i_lexicon_default();
    size_t states = 0;
    for (size_t i = 0; i < lexicon->countries_count; i++) {
        const ent_i_country *country = &lexicon->countries[i];
        bool adjective = false;
        if (country->kind != ENT_I_COUNTRY_STATE)
            continue;
        states++;
        for (size_t k = 0; k < lexicon->countries_names_count; k++)
            adjective |=
                lexicon->countries_names[k].row == i &&
                lexicon->countries_names[k].what == ENT_I_NAMING_ADJECTIVE;
        bool city = strcmp(country->name, "Vatican City") == 0;
        if (!city && (!adjective || !country->capital))
            fail_msg("%s", country->name);
    }
    assert_int_equal(states, 197);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_that_look_alike),
        cmocka_unit_test(test_names_of_two),
        cmocka_unit_test(test_marks_in_names),
        cmocka_unit_test(test_names_have_capitals),
        cmocka_unit_test(test_where_one_looks),
        cmocka_unit_test(test_usual_names),
        cmocka_unit_test(test_states_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
