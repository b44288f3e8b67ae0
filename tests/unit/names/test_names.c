#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "names/compare.h"
#include "names/fold.h"
#include "names/names.h"
#include "names/variants.h"

static ent_i_name parsed(const char *text)
{
    ent_i_name name;
    ent_i_name_parse(&name, text, strlen(text));
    return name;
}

static void assert_folds(const char *text, const char *expected)
{
    char out[64];
    ent_i_fold(text, strlen(text), out, sizeof out);
    assert_string_equal(out, expected);
}

static void test_fold_brings_scripts_and_case_together(void **state)
{
    (void)state;
    assert_folds("  John \n Kerry ", "john kerry");
    assert_folds("Štefan Füle", "stefan fule");
    assert_folds("Сергей Лавров", "sergej lavrov");
    assert_folds("J.K. Rowling", "j.k. rowling");
    assert_folds("", "");
    assert_folds("!?", "");
}

static void test_fold_stays_within_its_room(void **state)
{
    (void)state;
    char out[8];
    assert_int_equal(ent_i_fold("abcdefghij", 10, out, sizeof out), 7);
    assert_string_equal(out, "abcdefg");
    char huge[4000];
    memset(huge, 0xc3, sizeof huge); /* broken UTF-8, too */
    assert_true(ent_i_fold(huge, sizeof huge, out, sizeof out) < sizeof out);
}

static void test_blanks_become_single_within_the_room(void **state)
{
    (void)state;
    char out[16], brief[6];
    assert_int_equal(
        ent_i_single_blanks(" John \r\n\tKerry", 14, out, sizeof out), 10);
    assert_string_equal(out, "John Kerry");
    assert_int_equal(ent_i_single_blanks("John Kerry", 10, brief, sizeof brief),
                     5);
    assert_string_equal(brief, "John ");
}

/* Room for so many bytes of a name, and what is kept of it. */
static void test_names_are_cut_between_characters(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        size_t room;
        const char *kept;
    } cases[] = {
        {"\u00e9\u00e9", 5, "\u00e9\u00e9"},
        {"\u00e9\u00e9", 4, "\u00e9"},
        {"\u00e9\u00e9", 3, "\u00e9"},
        {"\u00e9\u00e9", 2, ""},
        {"\u00e9\u00e9", 1, ""},
        {"\u738b\u5c0f\u660e", 10, "\u738b\u5c0f\u660e"},
        {"\u738b\u5c0f\u660e", 9, "\u738b\u5c0f"},
        {"\u738b\u5c0f\u660e", 8, "\u738b\u5c0f"},
        {"\u738b\u5c0f\u660e", 7, "\u738b\u5c0f"},
        {"\u738b\u5c0f\u660e", 6, "\u738b"},
        {"a\U0001F600b", 7, "a\U0001F600b"},
        {"a\U0001F600b", 6, "a\U0001F600"},
        {"a\U0001F600b", 5, "a"},
        {"a\U0001F600b", 3, "a"},
        {"a \n \U0001F600", 5, "a "},
        {"ab", 2, "a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[16];
        size_t n = ent_i_single_blanks(cases[i].name, strlen(cases[i].name),
                                       out, cases[i].room);
        if (strcmp(out, cases[i].kept) != 0 || n != strlen(out))
            fail_msg("%s in %zu bytes: '%s'", cases[i].name, cases[i].room,
                     out);
    }
}

static void test_capitals_are_known_by_want_of_small_letters(void **state)
{
    (void)state;
    assert_true(ent_i_is_capitals("JOHN O'KERRY-2", 14));
    assert_false(ent_i_is_capitals("JOHN McKERRY", 12));
    assert_true(ent_i_is_capitals("JOHN McKERRY", 6));
}

static void test_slug_is_plain(void **state)
{
    (void)state;
    char out[64];
    ent_i_fold_slug("conan o'brien jr.", 17, out, sizeof out);
    assert_string_equal(out, "conan-obrien-jr");
    ent_i_fold_slug("--", 2, out, sizeof out);
    assert_string_equal(out, "");
}

static void assert_surname(const char *text, const char *given,
                           const char *family)
{
    ent_i_name name = parsed(text);
    assert_true(name.count > 0);
    assert_string_equal(ent_i_name_part(&name, name.family), family);
    if (given)
        assert_string_equal(ent_i_name_part(&name, name.given), given);
    else
        assert_int_equal(name.given, name.family);
}

static void test_parse_finds_given_name_and_surname(void **state)
{
    (void)state;
    assert_surname("John Kerry", "john", "kerry");
    assert_surname("Kerry", NULL, "kerry");
    assert_surname("Ursula von der Leyen", "ursula", "leyen");
    assert_surname("Bashar al-Assad", "bashar", "assad");
    assert_surname("Van Gaal", NULL, "gaal");
    assert_surname("Ben Carson", "ben", "carson");
    assert_surname("Al-Sisi", NULL, "sisi");
    assert_surname("Joe Biden Joe BidenHarris", "joe", "biden");
    assert_surname("Trump Donald John TrumpGOP", "donald", "trump");
    assert_surname("Chris Christie Christie", "chris", "christie");
    assert_surname("Sirhan Sirhan", "sirhan", "sirhan");
    assert_surname("Rosena Allin-Khan", "rosena", "allinkhan");
    assert_surname("Putin, Vladimir", "vladimir", "putin");
    assert_surname("Robert Downey Jr.", "robert", "downey");
    assert_surname("Christopher M. Rose, M.D.", "christopher", "rose");
    assert_surname("J.K. Rowling", "j", "rowling");
    assert_surname("JK Rowling", "j", "rowling");
}

static void test_parse_knows_family_names_that_come_first(void **state)
{
    (void)state;
    assert_surname("Xi Jinping", "jinping", "xi");
    assert_surname("Kim Jong-un", "jongun", "kim");
    assert_surname("Ban Ki-moon", "kimoon", "ban");
    assert_surname("Kim Kardashian", "kim", "kardashian");
    assert_surname("Lee Harvey Oswald", "lee", "oswald");
}

static void test_parse_sets_titles_aside(void **state)
{
    (void)state;
    ent_i_name name = parsed("Prime Minister David Cameron");
    assert_true(name.titled);
    assert_int_equal(name.count, 2);
    assert_int_equal(parsed("Mrs. Clinton").gender, ENT_I_FEMALE);
    assert_int_equal(parsed("Hillary Clinton").gender, ENT_I_FEMALE);
    assert_int_equal(parsed("Mr Blair").gender, ENT_I_MALE);
    /* Of both sexes, unless a title tells. */
    assert_int_equal(parsed("Kim Holm").gender, ENT_I_EITHER);
    assert_int_equal(parsed("Mrs. Kim Holm").gender, ENT_I_FEMALE);
    assert_int_equal(parsed("Mr. Kim Holm").gender, ENT_I_MALE);
    assert_true(parsed("The coach").nominal);
    assert_false(ent_i_name_is_full(&name) != true);
}

static void test_parse_survives_anything(void **state)
{
    (void)state;
    static const char *const odd[] = {
        "",         " ",       "-",        "...",
        "Mr.",      "Jr.",     "of",       "\xf0\x9f\x98\x80",
        ",",        "a,b,c,d", "-- -- --", "The",
        "\xff\xfe", "习近平"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        ent_i_name name = parsed(odd[i]);
        assert_true(name.count <= ENT_I_NAME_PARTS);
    }
    char many[2000];
    for (size_t i = 0; i < sizeof many; i++)
        many[i] = i % 2 ? ' ' : (char)('a' + i % 26);
    ent_i_name name;
    ent_i_name_parse(&name, many, sizeof many);
    assert_true(name.count <= ENT_I_NAME_PARTS);
    memset(many, 'x', sizeof many);
    ent_i_name_parse(&name, many, sizeof many);
    assert_true(name.count <= 1);
}

static void assert_agree(const char *a, const char *b, bool expected)
{
    ent_i_name x = parsed(a), y = parsed(b);
    bool agreed = ent_i_names_agree(&x, &y, ENT_I_LIKE_CORPUS) > 0;
    if (agreed != expected)
        print_error("%s / %s\n", a, b);
    assert_int_equal(agreed, expected);
    assert_int_equal(ent_i_names_agree(&y, &x, ENT_I_LIKE_CORPUS) > 0,
                     expected);
}

static void test_full_names_agree_over_spellings(void **state)
{
    (void)state;
    assert_agree("Sergey Lavrov", "Sergei Lavrov", true);
    assert_agree("Muammar Gaddafi", "Muammar Qadhafi", true);
    assert_agree("Volodymyr Zelenskyy", "Volodymyr Zelensky", true);
    assert_agree("Сергей Лавров", "Sergey Lavrov", true);
    assert_agree("Bill Clinton", "William Clinton", true);
    assert_agree("Kim Jong-un", "Kim Jong Un", true);
    assert_agree("John F. Kerry", "John Kerry", true);
    assert_agree("John F. Kerry", "John Forbes Kerry", true);
    assert_agree("J. Kerry", "John Kerry", true);
    assert_agree("Jean-Claude Juncker", "Jean Claude Juncker", true);
}

static void test_full_names_that_contradict_stay_apart(void **state)
{
    (void)state;
    assert_agree("Hillary Clinton", "Bill Clinton", false);
    assert_agree("George W. Bush", "George H.W. Bush", false);
    assert_agree("Kim Jong-un", "Kim Jong-il", false);
    assert_agree("Tom Cook", "Tim Cook", false);
    assert_agree("Donald Trump Jr.", "Donald Trump Sr.", false);
    assert_agree("J. Kerry", "Robert Kerry", false);
    assert_agree("John Kerry", "John Kelly", false);
}

static void assert_short(const char *brief, const char *full,
                         ent_i_short_kind expected)
{
    ent_i_name x = parsed(brief), y = parsed(full);
    if (ent_i_name_shortens(&x, &y) != expected)
        print_error("%s / %s\n", brief, full);
    assert_int_equal(ent_i_name_shortens(&x, &y), expected);
}

static void test_short_names_are_read(void **state)
{
    (void)state;
    assert_short("Kerry", "John Kerry", ENT_I_SHORT_FAMILY);
    assert_short("Dr. Bose", "Pinaki Bose", ENT_I_SHORT_FAMILY);
    assert_short("Van Gaal", "Louis van Gaal", ENT_I_SHORT_TAIL);
    assert_short("Peña Nieto", "Enrique Peña Nieto", ENT_I_SHORT_TAIL);
    assert_short("Saddam", "Saddam Hussein", ENT_I_SHORT_GIVEN);
    assert_short("Berejiklian", "Gladys Berejikilian", ENT_I_SHORT_ALIKE);
    assert_short("K-Fed", "Kevin Federline", ENT_I_SHORT_ODD);
    assert_short("Xi", "Xi Jinping", ENT_I_SHORT_FAMILY);
    assert_short("Obama", "John Kerry", ENT_I_NOT_SHORT);
    assert_short("John Kerry", "John Kerry", ENT_I_NOT_SHORT);
}

static void test_edit_distance_is_bounded(void **state)
{
    (void)state;
    assert_int_equal(ent_i_edit_distance("abc", 3, "abc", 3, 2), 0);
    assert_int_equal(ent_i_edit_distance("abc", 3, "acb", 3, 2), 1);
    assert_int_equal(ent_i_edit_distance("macron", 6, "marcon", 6, 2), 1);
    assert_int_equal(ent_i_edit_distance("", 0, "abc", 3, 5), 3);
    assert_int_equal(ent_i_edit_distance("kitten", 6, "sitting", 7, 3), 3);
    assert_int_equal(ent_i_edit_distance("kitten", 6, "sitting", 7, 2), 3);
}

static void test_sound_keys_bring_candidates_together(void **state)
{
    (void)state;
    static const char *const same[][2] = {{"gaddafi", "qaddafi"},
                                          {"kadhafi", "ghadafi"},
                                          {"sergey", "sergei"},
                                          {"schulz", "shults"},
                                          {"merz", "mertz"}};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        char a[ENT_I_WORD_ROOM], b[ENT_I_WORD_ROOM];
        ent_i_sound_key(same[i][0], a);
        ent_i_sound_key(same[i][1], b);
        assert_string_equal(a, b);
    }
}

static void assert_person(const char *a, const char *b, bool expected)
{
    double found = ent_i_person_similarity(a, strlen(a), b, strlen(b));
    if ((found >= 0.72) != expected)
        print_error("%s / %s: %.2f\n", a, b, found);
    assert_int_equal(found >= 0.72, expected);
    assert_true(found == ent_i_person_similarity(b, strlen(b), a, strlen(a)));
}

static void test_names_by_themselves_are_likened(void **state)
{
    (void)state;
    assert_person("Lavrov, Sergey", "Sergei Lavrov", true);
    assert_person("SergeiLavrov", "Sergei Lavrov", true);
    assert_person("Mohamed Salah", "Muhammad Salah", true);
    assert_person("Anna Maria Berg", "Anna Berg", true);
    assert_person("A. Berg", "Anna Berg", true);
    assert_person("Angela Merkle", "Angela Merkel", true);
    assert_person("Karim bin Yusuf", "Yusuf bin Karim", false);
    assert_person("Anna Berg", "Hannah Arendt", false);
    assert_person("Ivan Petrovich Orlov", "Ivan Sergeyevich Orlov", false);
    assert_person("A. B.", "Anna Berg", false);
    assert_person("\xe9\x87\x91\xe6\xad\xa3", "\xe9\x87\x91\xe6\x97\xa5",
                  false);
    assert_person("", "", false);
}

static void test_tables_are_searched_to_their_ends(void **state)
{
    (void)state;
    bool sure;
    assert_true(ent_i_is_particle("abou") && ent_i_is_particle("zur"));
    assert_true(ent_i_is_suffix("ii") && ent_i_is_suffix("v"));
    assert_true(ent_i_is_degree("ao") && ent_i_is_degree("sa"));
    assert_true(ent_i_is_eastern_family("zhu", &sure) && sure);
    assert_true(ent_i_is_eastern_family("ahn", &sure) && !sure);
    assert_int_equal(ent_i_given_gender("aaron"), ENT_I_MALE);
    assert_int_equal(ent_i_given_gender("zachary"), ENT_I_MALE);
    assert_int_equal(ent_i_given_gender("abigail"), ENT_I_FEMALE);
    assert_int_equal(ent_i_given_gender("zoe"), ENT_I_FEMALE);
    assert_int_equal(ent_i_given_gender("kim"), ENT_I_EITHER);
    assert_int_equal(ent_i_given_gender("qwerty"), 0);
    assert_true(ent_i_same_nickname("abby", "abigail"));
    assert_true(ent_i_same_nickname("zack", "zach"));
    assert_false(ent_i_same_nickname("bill", "bob"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fold_brings_scripts_and_case_together),
        cmocka_unit_test(test_fold_stays_within_its_room),
        cmocka_unit_test(test_blanks_become_single_within_the_room),
        cmocka_unit_test(test_names_are_cut_between_characters),
        cmocka_unit_test(test_capitals_are_known_by_want_of_small_letters),
        cmocka_unit_test(test_slug_is_plain),
        cmocka_unit_test(test_parse_finds_given_name_and_surname),
        cmocka_unit_test(test_parse_knows_family_names_that_come_first),
        cmocka_unit_test(test_parse_sets_titles_aside),
        cmocka_unit_test(test_parse_survives_anything),
        cmocka_unit_test(test_full_names_agree_over_spellings),
        cmocka_unit_test(test_full_names_that_contradict_stay_apart),
        cmocka_unit_test(test_short_names_are_read),
        cmocka_unit_test(test_edit_distance_is_bounded),
        cmocka_unit_test(test_sound_keys_bring_candidates_together),
        cmocka_unit_test(test_names_by_themselves_are_likened),
        cmocka_unit_test(test_tables_are_searched_to_their_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
