/* What is looked up in the lexicon: languages, words, abbreviations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "lexicon/lexicon.h"

static const ent_i_lexeme *find(const char *word)
{
    return ent_i_lexeme_find(ent_i_lexicon_default(), word, strlen(word));
}

static void test_languages(void **state)
{
    (void)state;
    static const char *const english[] = {NULL,    "",    "en",      "en-GB",
                                          "EN_us", "eng", "English", "und"};
    static const char *const others[] = {"de", "e", "enm", "fr-CA", "-", "un"};
    for (size_t i = 0; i < sizeof english / sizeof *english; i++)
        assert_ptr_equal(ent_i_lexicon_for(english[i]),
                         ent_i_lexicon_default());
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_null(ent_i_lexicon_for(others[i]));
}

/* Every word leads back to its own lexeme, and they are sorted. */
static void test_every_word_is_found(void **state)
{
    (void)state;
    const ent_i_lexicon *lexicon = ent_i_lexicon_default();
    assert_true(lexicon->lexemes_count > 2000);
    for (size_t i = 0; i < lexicon->lexemes_count; i++) {
        const ent_i_lexeme *lexeme = &lexicon->lexemes[i];
        assert_int_equal(lexeme->size, strlen(lexeme->word));
        assert_ptr_equal(find(lexeme->word), lexeme);
        assert_true(!i || strcmp(lexeme[-1].word, lexeme->word) < 0);
    }
}

static void test_letter_case_is_ignored(void **state)
{
    (void)state;
    assert_non_null(find("meet"));
    assert_ptr_equal(find("MEET"), find("meet"));
    assert_ptr_equal(find("Meet"), find("meet"));
}

static void test_what_is_no_word(void **state)
{
    (void)state;
    static const char *const none[] = {"",
                                       "mee",
                                       "meett",
                                       "teapot",
                                       "meet ",
                                       "\xC3\xA9",
                                       "meetmeetmeetmeetmeetmeetmeetmeetmeet"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_null(find(none[i]));
    const ent_i_lexeme *empty =
        ent_i_lexeme_of(ent_i_lexicon_default(), "teapot", 6);
    assert_int_equal(empty->grammar | empty->use | empty->title, 0);
    assert_null(empty->verb);
}

/* All that the tables say of a word is in one place. */
static void test_one_lexeme_a_word(void **state)
{
    (void)state;
    const ent_i_lexeme *kim = find("kim");
    assert_int_equal(kim->given_gender, ENT_I_EITHER);
    assert_string_equal(kim->formal, "kimberly");
    assert_true(kim->name & ENT_I_NAME_FAMILY);
    const ent_i_lexeme *march = find("march");
    assert_int_equal(march->month, 3);
    assert_true(march->calendar & ENT_I_CALENDAR_OTHER);
    assert_string_equal(march->verb->lemma, "march");
    assert_true(march->grammar & ENT_I_W_DAY);
    const ent_i_lexeme *meetings = find("meetings");
    assert_string_equal(meetings->noun->lemma, "meeting");
    assert_int_equal(meetings->noun_form, ENT_I_FORM_THIRD);
    assert_null(meetings->verb);
}

/* Lemmas of contact are found by their own form, and forms lead back. */
static void test_contact_words_are_whole(void **state)
{
    (void)state;
    const ent_i_lexicon *lexicon = ent_i_lexicon_default();
    for (size_t i = 0; i < lexicon->lexemes_count; i++) {
        const ent_i_lexeme *lexeme = &lexicon->lexemes[i];
        if (lexeme->verb) {
            assert_ptr_equal(find(lexeme->verb->lemma)->verb, lexeme->verb);
            assert_int_not_equal(lexeme->verb->takes, 0);
        }
        if (lexeme->noun) {
            assert_ptr_equal(find(lexeme->noun->lemma)->noun, lexeme->noun);
            assert_int_not_equal(lexeme->noun->takes, 0);
        }
    }
}

static void test_abbreviations_are_as_written(void **state)
{
    (void)state;
    const ent_i_lexicon *lexicon = ent_i_lexicon_default();
    for (size_t i = 0; i < lexicon->abbreviations_count; i++) {
        const ent_i_short *item = &lexicon->abbreviations[i];
        assert_int_equal(
            ent_i_abbreviation_find(lexicon, item->word, strlen(item->word)),
            item->kind);
    }
    assert_int_equal(ent_i_abbreviation_find(lexicon, "gen", 3),
                     ENT_I_NO_ABBREVIATION);
}

static void test_cues_are_sorted_by_bytes(void **state)
{
    (void)state;
    const ent_i_lexicon *lexicon = ent_i_lexicon_default();
    assert_true(lexicon->cues_count > 100);
    for (size_t i = 1; i < lexicon->cues_count; i++)
        assert_true(strcmp(lexicon->cues[i - 1].words, lexicon->cues[i].words) <
                    0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_every_word_is_found),
        cmocka_unit_test(test_letter_case_is_ignored),
        cmocka_unit_test(test_what_is_no_word),
        cmocka_unit_test(test_one_lexeme_a_word),
        cmocka_unit_test(test_contact_words_are_whole),
        cmocka_unit_test(test_abbreviations_are_as_written),
        cmocka_unit_test(test_cues_are_sorted_by_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
