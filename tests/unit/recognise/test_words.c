/* Words as the tagger reads them, the clusters learnt of them, and where names
 * can stand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "lexicon/lexicon.h"
#include "recognise/features.h"
#include "train/wordlist.h"

static const ent_i_gazetteer none = {.n = 0};

static ent_i_traits word(const char *bytes, ent_i_token_kind kind)
{
    ent_i_traits w;
    ent_i_traits_read(&w, &none, bytes, strlen(bytes), (uint8_t)kind);
    return w;
}

static void test_forms(void **state)
{
    (void)state;
    ent_i_traits a = word("Rumkov", ENT_I_TOKEN_TITLE);
    ent_i_traits b = word("RUMKOV", ENT_I_TOKEN_UPPER);
    ent_i_traits c = word("Sergei", ENT_I_TOKEN_TITLE);
    assert_true(a.lower == b.lower && a.exact != b.exact);
    assert_true(a.shape == c.shape && a.shape != b.shape);
    assert_true(a.affix[0] == b.affix[0] && a.affix[7] == b.affix[7]);
    assert_true(a.capital && b.capital);
    ent_i_traits d = word("Évry", ENT_I_TOKEN_TITLE);
    ent_i_traits e = word("évry", ENT_I_TOKEN_LOWER);
    assert_true(d.lower == e.lower && d.capital && !e.capital);
}

static void test_marks_of_writing_are_one(void **state)
{
    (void)state;
    ent_i_traits straight = word("\"", ENT_I_TOKEN_PUNCT);
    ent_i_traits curly = word("\xE2\x80\x9C", ENT_I_TOKEN_PUNCT);
    assert_true(straight.exact == curly.exact);
    assert_int_equal(curly.marks, ENT_I_MARK_QUOTE);
    assert_int_equal(word("-", ENT_I_TOKEN_PUNCT).marks, ENT_I_MARK_HYPHEN);
    assert_int_equal(word("\xE2\x80\x94", ENT_I_TOKEN_PUNCT).marks, 0);
    assert_true(word("\xE2\x80\x99s", ENT_I_TOKEN_PUNCT).exact ==
                word("'s", ENT_I_TOKEN_PUNCT).exact);
}

static void test_odd_words(void **state)
{
    (void)state;
    char nothing[1] = "";
    char lengthy[400];
    memset(lengthy, 'A', sizeof lengthy - 1);
    lengthy[sizeof lengthy - 1] = '\0';
    uint64_t keys[ENT_I_MAX_ATOMS];
    ent_i_traits a = word(nothing, ENT_I_TOKEN_PUNCT);
    ent_i_traits b = word(lengthy, ENT_I_TOKEN_UPPER);
    ent_i_traits c = word("\xFF\xFEX", ENT_I_TOKEN_OTHER);
    const ent_i_traits *all[] = {&a, &b, &c, NULL};
    for (size_t i = 0; i < 4; i++) {
        for (int k = -2; k <= 2; k++)
            assert_in_range(ent_i_traits_atoms(all[i], k, keys), 1,
                            ENT_I_MAX_ATOMS);
    }
}

static void read_article(const char *bytes, ent_article **article,
                         ent_i_text *text)
{
    ent_error error = {0};
    memset(text, 0, sizeof *text);
    *article = ent_i_article_new();
    (*article)->title = "";
    (*article)->text = bytes;
    (*article)->text_size = (uint32_t)strlen(bytes);
    assert_int_equal(ent_i_text_read(text, *article, &error), ENT_OK);
}

static void test_lower_case_alone_has_no_spots(void **state)
{
    (void)state;
    ent_article *article;
    ent_i_text text;
    ent_i_reading reading = {0};
    read_article("nothing here is called by any name at all.", &article, &text);
    assert_true(ent_i_reading_fill(&reading, &none, article, &text));
    assert_int_equal(reading.spots.n, 0);
    ent_i_reading_free(&reading);
    ent_i_text_free(&text);
    ent_article_free(article);
}

static void test_spots_and_runs(void **state)
{
    (void)state;
    ent_article *article;
    ent_i_text text;
    ent_i_reading reading = {0};
    uint64_t keys[ENT_I_MAX_FEATURES];
    read_article("we saw the Bank of Northern Islands fall and then nothing "
                 "more was heard.",
                 &article, &text);
    assert_true(ent_i_reading_fill(&reading, &none, article, &text));
    assert_int_equal(reading.stretches.n, 1);
    /* "saw the Bank of Northern Islands fall and" */
    assert_int_equal(reading.spots.n, 8);
    const ent_i_spot *bank = &reading.spots.items[2];
    assert_int_equal(bank->token, 3);
    assert_int_equal(bank->run_end - bank->run_first, 1);
    assert_int_equal(bank->wide_end - bank->wide_first, 4);
    for (size_t i = 0; i < reading.spots.n; i++)
        assert_in_range(ent_i_joint_features(&reading, i, keys), 10,
                        ENT_I_MAX_FEATURES);
    ent_i_reading_free(&reading);
    ent_i_text_free(&text);
    ent_article_free(article);
}

static void test_known_small_words_end_names(void **state)
{
    (void)state;
    ent_i_wordlist list = {0};
    ent_i_gazetteer gazetteer;
    ent_i_vocabulary words = {0};
    ent_article *article;
    ent_i_text text;
    const float person[ENT_I_SILVER] = {1.0f}, nobody[ENT_I_SILVER] = {0};
    ent_i_traits anna = word("Anna", ENT_I_TOKEN_TITLE);
    ent_i_traits slept = word("slept", ENT_I_TOKEN_LOWER);
    read_article("Anna slept. Anna slept. Anna slept. Anna slept.", &article,
                 &text);
    assert_true(ent_i_vocabulary_add(&words, article, &text));
    assert_true(ent_i_wordlist_learn(&list, &words));
    for (int i = 0; i < 4; i++) {
        assert_true(ent_i_wordlist_observe(&list, &anna, person));
        assert_true(ent_i_wordlist_observe(&list, &slept, nobody));
    }
    assert_true(ent_i_wordlist_settle(&list));
    assert_true(ent_i_wordlist_gazetteer(&list, &gazetteer));
    assert_true(gazetteer.observed);
    ent_i_reading reading = {0};
    assert_true(ent_i_reading_fill(&reading, &gazetteer, article, &text));
    assert_int_equal(reading.spots.n, 4);
    ent_i_reading_free(&reading);
    ent_i_vocabulary_free(&words);
    ent_i_wordlist_free(&list);
    ent_i_text_free(&text);
    ent_article_free(article);
}

static void test_words_alike_share_a_cluster(void **state)
{
    (void)state;
    static const char *const left[] = {"red", "blue", "green"};
    static const char *const right[] = {"dog", "cat", "horse"};
    ent_i_vocabulary words = {0};
    ent_i_contexts contexts;
    uint16_t numbers[64] = {0};
    for (unsigned i = 0; i < 90; i++) {
        char bytes[64];
        ent_article *article;
        ent_i_text text;
        snprintf(bytes, sizeof bytes, "the %s %s ran .", left[i % 3],
                 right[i / 3 % 3]);
        read_article(bytes, &article, &text);
        assert_true(ent_i_vocabulary_add(&words, article, &text));
        ent_i_text_free(&text);
        ent_article_free(article);
    }
    assert_true(ent_i_contexts_count(&contexts, &words, 4));
    assert_in_range(contexts.word_count, 8, 64);
    assert_true(ent_i_cluster(&contexts, 5, 5, numbers));
    uint16_t of[6];
    for (unsigned k = 0; k < 6; k++) {
        ent_i_traits w =
            word(k < 3 ? left[k] : right[k - 3], ENT_I_TOKEN_LOWER);
        for (size_t i = 0; i < contexts.word_count; i++) {
            if (words.words.items[contexts.words[i]].exact == w.exact)
                of[k] = numbers[i];
        }
    }
    assert_true(of[0] == of[1] && of[1] == of[2]);
    assert_true(of[3] == of[4] && of[4] == of[5]);
    assert_true(of[0] != of[3]);
    ent_i_contexts_free(&contexts);
    ent_i_vocabulary_free(&words);
}

static bool is_state(const char *name)
{
    return ent_i_is_state(ent_i_lexicon_default(), name, strlen(name));
}

static void test_full_names_of_states(void **state)
{
    (void)state;
    assert_true(is_state("Russian Federation"));
    assert_true(is_state("Kingdom of Norway"));
    assert_false(is_state("Kingdom of "));
    assert_false(is_state("Football Federation"));
    assert_false(is_state(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_marks_of_writing_are_one),
        cmocka_unit_test(test_odd_words),
        cmocka_unit_test(test_lower_case_alone_has_no_spots),
        cmocka_unit_test(test_spots_and_runs),
        cmocka_unit_test(test_known_small_words_end_names),
        cmocka_unit_test(test_words_alike_share_a_cluster),
        cmocka_unit_test(test_full_names_of_states),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
