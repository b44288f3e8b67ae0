/* The steps of the text stage one by one: lists of words, paragraphs, tokens
 * of hard cases, and that offsets point at what they should. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "text/parts.h"

/* The lists are searched by halving: one word out of order hides others. */
static void test_abbreviations_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        ent_i_abbreviation kind;
    } cases[] = {
        {"Adj", ENT_I_BEFORE_NAME},
        {"Adm", ENT_I_BEFORE_NAME},
        {"Ala", ENT_I_AFTER_NAME},
        {"Aug", ENT_I_BEFORE_NUMBER},
        {"Calif", ENT_I_AFTER_NAME},
        {"Capt", ENT_I_BEFORE_NAME},
        {"Co", ENT_I_AFTER_NAME},
        {"Corp", ENT_I_AFTER_NAME},
        {"Dec", ENT_I_BEFORE_NUMBER},
        {"Dept", ENT_I_AFTER_NAME},
        {"Dr", ENT_I_BEFORE_NAME},
        {"Feb", ENT_I_BEFORE_NUMBER},
        {"Gen", ENT_I_BEFORE_NAME},
        {"Gov", ENT_I_BEFORE_NAME},
        {"Inc", ENT_I_AFTER_NAME},
        {"Jan", ENT_I_BEFORE_NUMBER},
        {"Jr", ENT_I_AFTER_NAME},
        {"Lt", ENT_I_BEFORE_NAME},
        {"Mass", ENT_I_AFTER_NAME},
        {"Mr", ENT_I_BEFORE_NAME},
        {"Mrs", ENT_I_BEFORE_NAME},
        {"Ms", ENT_I_BEFORE_NAME},
        {"No", ENT_I_BEFORE_NUMBER},
        {"Oct", ENT_I_BEFORE_NUMBER},
        {"Ph.D", ENT_I_AFTER_NAME},
        {"Prof", ENT_I_BEFORE_NAME},
        {"Rep", ENT_I_BEFORE_NAME},
        {"Rev", ENT_I_BEFORE_NAME},
        {"Sen", ENT_I_BEFORE_NAME},
        {"Sept", ENT_I_BEFORE_NUMBER},
        {"Sgt", ENT_I_BEFORE_NAME},
        {"St", ENT_I_AFTER_NAME},
        {"Tex", ENT_I_AFTER_NAME},
        {"Va", ENT_I_AFTER_NAME},
        {"W.Va", ENT_I_AFTER_NAME},
        {"Wyo", ENT_I_AFTER_NAME},
        {"a.k.a", ENT_I_ANYWHERE},
        {"a.m", ENT_I_OF_TIME},
        {"e.g", ENT_I_ANYWHERE},
        {"i.e", ENT_I_ANYWHERE},
        {"p.m", ENT_I_OF_TIME},
        {"v", ENT_I_ANYWHERE},
        {"viz", ENT_I_ANYWHERE},
        {"vs", ENT_I_ANYWHERE},
        {"gen", ENT_I_NO_ABBREVIATION},
        {"mass", ENT_I_NO_ABBREVIATION},
        {"minister", ENT_I_NO_ABBREVIATION},
        {"", ENT_I_NO_ABBREVIATION},
        {"Secretariat-General", ENT_I_NO_ABBREVIATION},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (ent_i_abbreviation_find(ent_i_lexicon_default(), cases[i].word,
                                    strlen(cases[i].word)) != cases[i].kind)
            fail_msg("%s", cases[i].word);
}

static void test_starters_and_times_are_found(void **state)
{
    (void)state;
    const ent_i_lexicon *lexicon = ent_i_lexicon_default();
    static const char *const starters[] = {
        "A",     "a",  "The", "HE", "They",      "But", "Yet",   "Your", "Mr",
        "While", "It", "In",  "I",  "According", "You", "Would", "An",   "And"};
    static const char *const names[] = {"Hill", "Chairman", "",
                                        "Hee",  "Th",       "Internationally"};
    static const char *const times[] = {"Friday", "EST", "GMT",       "Eastern",
                                        "April",  "CT",  "Wednesday", "UTC"};
    for (size_t i = 0; i < sizeof starters / sizeof *starters; i++)
        assert_true(
            ent_i_is_starter(lexicon, starters[i], strlen(starters[i])));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_false(ent_i_is_starter(lexicon, names[i], strlen(names[i])));
        assert_false(ent_i_follows_time(lexicon, names[i], strlen(names[i])));
    }
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        assert_true(ent_i_follows_time(lexicon, times[i], strlen(times[i])));
}

static void check_paragraphs(const char *text, const char *const *expected,
                             size_t count)
{
    ent_i_span_list spans = {0};
    assert_true(ent_i_paragraphs(&spans, ent_i_lexicon_default(), text,
                                 (uint32_t)strlen(text), false));
    assert_int_equal(spans.n, count);
    for (size_t i = 0; i < count; i++) {
        size_t size = spans.items[i].end - spans.items[i].start;
        assert_int_equal(size, strlen(expected[i]));
        assert_memory_equal(text + spans.items[i].start, expected[i], size);
    }
    ent_i_vec_free(&spans);
}
#define CHECK_PARAGRAPHS(text, ...)                                            \
    do {                                                                       \
        const char *const expected_[] = {__VA_ARGS__};                         \
        check_paragraphs(text, expected_,                                      \
                         sizeof expected_ / sizeof *expected_);                \
    } while (0)

static void test_when_lines_are_joined(void **state)
{
    (void)state;
    /* Lines of a list: short ones, never wrapped. */
    CHECK_PARAGRAPHS("John Hill\nAnn Dunn\nJoe Ray", "John Hill", "Ann Dunn",
                     "Joe Ray");
    /* Each line a sentence, of like length by chance. */
    CHECK_PARAGRAPHS("The ministers of both countries met in Geneva.\n"
                     "The talks went on until late in the evening.\n"
                     "The delegations left the hotel by the backdoor.",
                     "The ministers of both countries met in Geneva.",
                     "The talks went on until late in the evening.",
                     "The delegations left the hotel by the backdoor.");
    /* Wrapped, with a blank line between paragraphs. */
    CHECK_PARAGRAPHS("The ministers of both countries met in the old city of\n"
                     "Geneva on Friday and talked for several hours about the\n"
                     "ceasefire.\n"
                     "\n"
                     "Nothing was agreed, said a diplomat who had been at the\n"
                     "table himself.",
                     "The ministers of both countries met in the old city of\n"
                     "Geneva on Friday and talked for several hours about the\n"
                     "ceasefire.",
                     "Nothing was agreed, said a diplomat who had been at the\n"
                     "table himself.");
    /* Lines far longer than any that is wrapped. */
    char text[800];
    size_t n = 0;
    for (int i = 0; i < 4; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%0150d Dunn\n", i);
    ent_i_span_list spans = {0};
    assert_true(ent_i_paragraphs(&spans, ent_i_lexicon_default(), text,
                                 (uint32_t)n, false));
    assert_int_equal(spans.n, 4);
    ent_i_vec_free(&spans);
    CHECK_PARAGRAPHS("\r\n \r\n\tone\r\rtwo", "one", "two");
}

static void test_sentences_read_on_behind_line_ends(void **state)
{
    (void)state;
    /* Short and ragged lines, each of which begins with a capital. */
    CHECK_PARAGRAPHS("The harbour master, Ingrid\n"
                     "Solbakk, showed her guest Jan-Ole\n"
                     "Berge the quay on Tuesday. Ms.\n"
                     "Solbakk said it would last. Mr.\n"
                     "Berge agreed.",
                     "The harbour master, Ingrid\n"
                     "Solbakk, showed her guest Jan-Ole\n"
                     "Berge the quay on Tuesday. Ms.\n"
                     "Solbakk said it would last. Mr.\n"
                     "Berge agreed.");
    CHECK_PARAGRAPHS("The court heard Sergeant Rose Har-\ngrave.",
                     "The court heard Sergeant Rose Har-\ngrave.");
    CHECK_PARAGRAPHS("The council asked Odalys\nBrandt on Friday to stay.",
                     "The council asked Odalys\nBrandt on Friday to stay.");
    CHECK_PARAGRAPHS("Then it left the port of\nNew Harbour.",
                     "Then it left the port of\nNew Harbour.");
    /* A headline, a byline, a list, a heading above wrapped lines. */
    CHECK_PARAGRAPHS("Storm hits Ostend\nby Ann Dunn\nHouses fell.",
                     "Storm hits Ostend", "by Ann Dunn", "Houses fell.");
    CHECK_PARAGRAPHS("Present:\nOdalys Brandt, chair\nJan Berge,\n"
                     "treasurer\nIngrid Solbakk",
                     "Present:", "Odalys Brandt, chair",
                     "Jan Berge,\ntreasurer", "Ingrid Solbakk");
    CHECK_PARAGRAPHS("Brandt, Odalys M.\nde Boer, Jan\nName: Ana Ruiz\n"
                     "Date of birth: May",
                     "Brandt, Odalys M.", "de Boer, Jan", "Name: Ana Ruiz",
                     "Date of birth: May");
    CHECK_PARAGRAPHS("Old letters\nThe pilot came on board at\n"
                     "Dover and left the ship the same night.",
                     "Old letters",
                     "The pilot came on board at\n"
                     "Dover and left the ship the same night.");
    CHECK_PARAGRAPHS("a) the pilot Jan Berge\nb) the cook\ne.g. Ann Dunn",
                     "a) the pilot Jan Berge", "b) the cook\ne.g. Ann Dunn");
}

static void test_offsets_point_into_their_fields(void **state)
{
    (void)state;
    static const char title[] = "Hill's visit";
    static const char body[] = "\n  \u00C9va Dunn met\r\n\r\nJohn F. Hill.";
    ent_article *article = ent_i_article_new();
    ent_i_text text = {0};
    assert_non_null(article);
    article->title = title;
    article->title_size = sizeof title - 1;
    article->text = body;
    article->text_size = sizeof body - 1;
    /* Twice: what an article leaves behind must not show in the next. */
    for (int round = 0; round < 2; round++) {
        assert_int_equal(ent_i_text_read(&text, article, NULL), ENT_OK);
        assert_int_equal(article->sentences.n, 3);
    }
    const ent_sentence *s = article->sentences.items;
    assert_int_equal(s[0].field, ENT_FIELD_TITLE);
    assert_int_equal(s[0].end, 12);
    assert_int_equal(s[1].start, 3);
    assert_int_equal(s[1].end, 16);
    assert_int_equal(s[1].paragraph, 1);
    assert_int_equal(s[2].paragraph, 2);
    assert_int_equal(s[2].end, sizeof body - 1);
    const ent_i_token *t = &text.tokens.items[text.first.items[1]];
    assert_memory_equal(ent_i_token_bytes(article, ENT_FIELD_TEXT, t),
                        "\u00C9va", 4);
    assert_false(t->glued); /* though the title ends where it begins */
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_tokens_of_a_stretch(void **state)
{
    (void)state;
    static const char bytes[] = "Mr. Hill's U.S.-led talks";
    ent_i_text text = {.book = ent_i_calloc(1, sizeof *text.book)};
    assert_non_null(text.book);
    text.book->lexicon = ent_i_lexicon_default();
    assert_int_equal(ent_i_tokens(&text, bytes, (ent_i_span){4, 15}, NULL),
                     ENT_OK);
    assert_int_equal(text.tokens.n, 3);
    assert_int_equal(text.tokens.items[0].start, 4);
    assert_int_equal(text.tokens.items[1].end, 10);
    /* The stretch ends with "U.S.": nothing behind it is read. */
    assert_int_equal(text.tokens.items[2].end, 15);
    ent_i_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_abbreviations_are_found),
        cmocka_unit_test(test_starters_and_times_are_found),
        cmocka_unit_test(test_when_lines_are_joined),
        cmocka_unit_test(test_sentences_read_on_behind_line_ends),
        cmocka_unit_test(test_offsets_point_into_their_fields),
        cmocka_unit_test(test_tokens_of_a_stretch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
