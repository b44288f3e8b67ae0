/* Paragraphs, sentences and tokens. Expectations are written as one string:
 * "a b |c / d" is two sentences, | before a token that hangs on the one before;
 * // parts paragraphs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "text/text.h"
#include "unit/plain_article.h"

/* What the stage made of the article, in the notation above. */
static void show(const ent_i_text *text, const ent_article *article,
                 bool tokens, ent_i_string *out)
{
    assert_int_equal(text->first.n, article->sentences.n + 1);
    assert_true(ent_i_string_adds(out, ""));
    for (size_t i = 0; i < article->sentences.n; i++) {
        const ent_sentence *s = &article->sentences.items[i];
        const char *bytes = ent_article_field(article, (ent_field)s->field);
        if (i)
            ent_i_string_adds(out,
                              s->paragraph == s[-1].paragraph ? " / " : " // ");
        if (!tokens)
            ent_i_string_add(out, bytes + s->start, s->end - s->start);
        for (size_t k = text->first.items[i];
             tokens && k < text->first.items[i + 1]; k++) {
            const ent_i_token *token = &text->tokens.items[k];
            if (k > text->first.items[i])
                ent_i_string_adds(out, " ");
            ent_i_string_addf(out, "%s%.*s", token->glued ? "|" : "",
                              (int)(token->end - token->start),
                              bytes + token->start);
        }
    }
}

static void check(const char *title, const char *given, bool tokens,
                  const char *expected)
{
    ent_i_text text = {0};
    ent_i_string shown = {0};
    ent_error error = {0};
    ent_article *article = plain_article(title, given);
    assert_int_equal(ent_i_text_read(&text, article, &error), ENT_OK);
    show(&text, article, tokens, &shown);
    assert_string_equal(shown.items, expected);
    ent_i_vec_free(&shown);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void check_all(const char *const (*cases)[2], size_t count, bool tokens)
{
    for (size_t i = 0; i < count; i++)
        check("", cases[i][0], tokens, cases[i][1]);
}
#define CHECK_ALL(cases, tokens)                                               \
    check_all(cases, sizeof(cases) / sizeof *(cases), tokens)

/* ---- tokens ---- */

static void test_words_and_marks(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", ""},
        {" \t\n ", ""},
        {"He left (quietly), too.", "He left ( |quietly |) |, too |."},
        {"It cost $3.5m, or 1,000%.", "It cost $ |3.5m |, or 1,000 |% |."},
        {"At 10:30 the 4th F16 came", "At 10:30 the 4th F16 came"},
        {"In 2014Russian soldiers", "In 2014 |Russian soldiers"},
        {"Corby-Rumkov talks", "Corby |- |Rumkov talks"},
        {"al-Arrad\xE2\x80\x94he", "al |- |Arrad |\xE2\x80\x94 |he"},
        {"Paris -- well ...", "Paris -- well ..."},
        {"either/or", "either |/ |or"},
        {"Really?! No!!", "Really |? |! / No |!!"},
    };
    CHECK_ALL(cases, true);
}

static void test_possessives_and_contractions(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Han Ki-joon's aide", "Han Ki |- |joon |'s aide"},
        {"Moscow\xE2\x80\x99s plan", "Moscow |\xE2\x80\x99s plan"},
        {"OMARA'S PLAN", "OMARA |'S PLAN"},
        {"the ministers' talks", "the ministers |' talks"},
        {"We can't, O'Brien's can", "We can't |, O'Brien |'s can"},
        {"he 's there", "he 's there"},
        {"the '90s", "the ' |90s"},
        {"'Stop' he said", "' |Stop |' he said"},
        {"\xE2\x80\x98Stop\xE2\x80\x99 he said",
         "\xE2\x80\x98 |Stop |\xE2\x80\x99 he said"},
        {"D\xE2\x80\x99"
         "Arcy",
         "D\xE2\x80\x99"
         "Arcy"},
    };
    CHECK_ALL(cases, true);
}

static void test_abbreviations_keep_their_period(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"The U.S. and U.N.-led force", "The U.S. and U.N. |- |led force"},
        {"Mr. Hill met Gen. Ray", "Mr. Hill met Gen. Ray"},
        {"John F. Kennedy, J.K. Rowland", "John F. Kennedy |, J.K. Rowland"},
        {"on Jan. 5 at 3 p.m. there", "on Jan. 5 at 3 p.m. there"},
        {"He said no.", "He said no |."},
        {"the Sun. It", "the Sun |. / It"},
        {"No. 5 won", "No. 5 won"},
        {"a Ph.D. there", "a Ph.D. there"},
        {"AT&T and R&D & so", "AT&T and R&D & so"},
    };
    CHECK_ALL(cases, true);
}

static void test_addresses_and_handles(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"See http://example.org/a?b=1.", "See http://example.org/a?b=1 |."},
        {"(www.example.org/x)", "( |www.example.org/x |)"},
        {"at example.com, write", "at example.com |, write"},
        {"to jo.b@example.org now", "to jo.b@example.org now"},
        {"by @some_one: #news", "by @some_one |: #news"},
    };
    CHECK_ALL(cases, true);
}

static void test_other_scripts(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"\u041f\u0443\u0442\u0438\u043d \u0438 \u041a\u0435\u0440\u0440\u0438",
         "\u041f\u0443\u0442\u0438\u043d \u0438 "
         "\u041a\u0435\u0440\u0440\u0438"},
        {"\u0628\u0634\u0627\u0631 \u0627\u0644\u0623\u0633\u062f\u061f",
         "\u0628\u0634\u0627\u0631 \u0627\u0644\u0623\u0633\u062f |\u061f"},
        {"e\u0301tat de Sa\u0303o", "e\u0301tat de Sa\u0303o"},
        {"\u4e2d\u56fd\u548c", "\u4e2d\u56fd |\u548c"},
        {"so\u00ADft a\u00A0b\u200Bc", "so\u00ADft a b c"},
        {"\U0001F468\u200D\U0001F469 \U0001F44D\U0001F3FD!",
         "\U0001F468\u200D\U0001F469 \U0001F44D |\U0001F3FD |!"},
        {"\u200DHill met \u200D Ray", "\u200D |Hill met \u200D Ray"},
        {"\u0301Hill \u0301 5", "\u0301 |Hill \u0301 5"},
        {"\U0001F600\u200DHill", "\U0001F600\u200D |Hill"},
    };
    CHECK_ALL(cases, true);
}

static void test_kinds(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        ent_i_token_kind kind;
    } cases[] = {
        {"minister", ENT_I_TOKEN_LOWER},   {"Minister", ENT_I_TOKEN_TITLE},
        {"NATO", ENT_I_TOKEN_UPPER},       {"U.S.", ENT_I_TOKEN_UPPER},
        {"G20", ENT_I_TOKEN_UPPER},        {"X", ENT_I_TOKEN_LETTER},
        {"McCain", ENT_I_TOKEN_TITLE},     {"\u00C9tat", ENT_I_TOKEN_TITLE},
        {"\u0438", ENT_I_TOKEN_LOWER},     {"\u0628\u0634", ENT_I_TOKEN_OTHER},
        {"2014", ENT_I_TOKEN_NUMBER},      {"1990s", ENT_I_TOKEN_NUMBER},
        {"@name", ENT_I_TOKEN_PUNCT},      {"\u2014", ENT_I_TOKEN_PUNCT},
        {"\U0001F600", ENT_I_TOKEN_PUNCT}, {"'s", ENT_I_TOKEN_LOWER},
    };
    ent_i_text text = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_article *article = plain_article("", cases[i].word);
        assert_int_equal(ent_i_text_read(&text, article, NULL), ENT_OK);
        assert_int_equal(text.tokens.n, 1);
        assert_int_equal(text.tokens.items[0].kind, cases[i].kind);
        ent_article_free(article);
    }
    ent_article *article = plain_article("", "John F. Kennedy");
    assert_int_equal(ent_i_text_read(&text, article, NULL), ENT_OK);
    assert_int_equal(text.tokens.items[1].kind, ENT_I_TOKEN_LETTER);
    ent_article_free(article);
    ent_i_text_free(&text);
}

/* ---- sentences ---- */

static void test_plain_ends(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"He came. She left? They stayed! It rained",
         "He came. / She left? / They stayed! / It rained"},
        {"Nobody knew the v2.0 of it", "Nobody knew the v2.0 of it"},
        {"The talks ended.The guests left.",
         "The talks ended. / The guests left."},
        {"He waited... Then he left.", "He waited... / Then he left."},
        {"They met \xE2\x80\xA6 and left", "They met \xE2\x80\xA6 and left"},
        {"They met . . . and left", "They met . . . and left"},
        {"The Yahoo! board met", "The Yahoo! board met"},
        {"\u4ED6\u6765\u3002\u5979\u8D70\u3002",
         "\u4ED6\u6765\u3002 / \u5979\u8D70\u3002"},
        {"What?! They did.", "What?! / They did."},
    };
    CHECK_ALL(cases, false);
}

static void test_abbreviations_end_no_sentence(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"U.S. Secretary Hill met Mr. Ray. He left.",
         "U.S. Secretary Hill met Mr. Ray. / He left."},
        {"Lt. Gen. Ray and Sen. Will Hill came.",
         "Lt. Gen. Ray and Sen. Will Hill came."},
        {"John F. Kennedy met W. H. Auden.",
         "John F. Kennedy met W. H. Auden."},
        {"MR. HILL: No. SEN. McRAY: Yes.", "MR. HILL: No. / SEN. McRAY: Yes."},
        {"He left the SEC. Hill stayed. A word with MS. J. ROE.",
         "He left the SEC. / Hill stayed. / A word with MS. J. ROE."},
        {"J. I. Hill met R. A. Dunn.", "J. I. Hill met R. A. Dunn."},
        {"On Jan. 5 in St. Louis. Then Aug. 6.",
         "On Jan. 5 in St. Louis. / Then Aug. 6."},
        {"At 5 p.m. Friday, at 6 a.m. EST. At 7 p.m. Hill left.",
         "At 5 p.m. Friday, at 6 a.m. EST. / At 7 p.m. / Hill left."},
        {"Acme Inc. Chairman Ray left Acme Inc. He was 60.",
         "Acme Inc. Chairman Ray left Acme Inc. / He was 60."},
        {"They left the U.S. The rest stayed in the U.K.",
         "They left the U.S. / The rest stayed in the U.K."},
        {"Hill vs. Ray, i.e. Dover v. Kent, etc. Next",
         "Hill vs. Ray, i.e. Dover v. Kent, etc. / Next"},
        {"Joe Hill Jr. Monday said so.", "Joe Hill Jr. Monday said so."},
        {"Ask plan B. The other failed.", "Ask plan B. / The other failed."},
        {"Q. Is it so?", "Q. Is it so?"},
        {"Who left the U.S.? Hill did.", "Who left the U.S.? / Hill did."},
    };
    CHECK_ALL(cases, false);
}

static void test_quotes_and_brackets_stay_with_their_sentence(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"\"We agreed.\" Hill smiled. \"Good.\"",
         "\"We agreed.\" / Hill smiled. / \"Good.\""},
        {"\xE2\x80\x9CNo. We left.\xE2\x80\x9D Ray said so.",
         "\xE2\x80\x9CNo. / We left.\xE2\x80\x9D / Ray said so."},
        {"\"Why?\" he asked.", "\"Why?\" he asked."},
        {"(They met.) They left.", "(They met.) / They left."},
        {"He said: \"Go.\" \"Where?\" she asked.",
         "He said: \"Go.\" / \"Where?\" she asked."},
        {"\xE2\x80\x9CGo,\xE2\x80\x9D Hill said. \xE2\x80\x9CNow.\xE2\x80\x9D",
         "\xE2\x80\x9CGo,\xE2\x80\x9D Hill said. / "
         "\xE2\x80\x9CNow.\xE2\x80\x9D"},
        {"George [W.] Bosk came", "George [W.] Bosk came"},
    };
    CHECK_ALL(cases, false);
}

static void test_news_forms(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"PARIS (Agency) - Hill came. He left.",
         "PARIS (Agency) - Hill came. / He left."},
        {"DOVER, Del. (Agency) \xE2\x80\x94 Hill came.",
         "DOVER, Del. (Agency) \xE2\x80\x94 Hill came."},
        {"1. Hill came. 2 left.", "1. Hill came. / 2 left."},
        {"\u2022 Hill came \u2022 Ray left",
         "\u2022 Hill came / \u2022 Ray left"},
    };
    CHECK_ALL(cases, false);
}

static void test_text_that_comes_in_tokens(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Mr . Hill of the U.S . Senate met Gen . Ray . He left .",
         "Mr . Hill of the U.S . Senate met Gen . Ray . / He left ."},
        {"John F . Kennedy said : \" Go . \" He left .",
         "John F . Kennedy said : \" Go . \" / He left ."},
        {"R . A . Dunn left . A friend came .",
         "R . A . Dunn left . / A friend came ."},
        {"He left the U.S. . Hill stayed .",
         "He left the U.S. . / Hill stayed ."},
        {"`` Go . '' He left .", "`` Go . '' / He left ."},
    };
    CHECK_ALL(cases, false);
}

/* Each mark must not look at all that follow it. */
static void test_long_runs_take_linear_time(void **state)
{
    (void)state;
    static const char *const units[] = {"? ! ", ".\"", ". ( ", "a. ", "U.S. "};
    enum { SIZE = 4 << 20 };
    ent_i_text text = {0};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        ent_i_string given = {0};
        while (given.n < SIZE)
            assert_true(ent_i_string_adds(&given, units[i]));
        ent_article *article = plain_article("", given.items);
        assert_int_equal(ent_i_text_read(&text, article, NULL), ENT_OK);
        assert_true(article->sentences.n > 0);
        ent_article_free(article);
        ent_i_vec_free(&given);
    }
    ent_i_text_free(&text);
}

static void test_endless_sentence_is_cut(void **state)
{
    (void)state;
    ent_i_string given = {0};
    ent_i_text text = {0};
    for (int i = 0; i < 1000; i++)
        ent_i_string_adds(&given, i == 350 ? "word, " : "word ");
    ent_article *article = plain_article("", given.items);
    assert_int_equal(ent_i_text_read(&text, article, NULL), ENT_OK);
    assert_int_equal(article->sentences.n, 3);
    assert_int_equal(text.first.items[1], 352);
    assert_int_equal(text.first.items[2], 752);
    ent_article_free(article);
    ent_i_text_free(&text);
    ent_i_vec_free(&given);
}

/* ---- paragraphs ---- */

static void test_paragraphs(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"One came\n\nTwo left", "One came // Two left"},
        {"One came\r\n\r\n  Two left\r\n", "One came // Two left"},
        {"One came.\nTwo left.\nThree stayed.\n",
         "One came. // Two left. // Three stayed."},
        {"One\u2028Two\u2029Three\xC2\x85"
         "Four\fFive",
         "One // Two // Three // Four // Five"},
        {"Rebels took the town \n", "Rebels took the town"},
    };
    CHECK_ALL(cases, false);
}

static void test_wrapped_text_is_joined(void **state)
{
    (void)state;
    check("",
          "The foreign ministers of both countries met in Geneva, where John\n"
          "Hill said that nothing had been agreed so far and that the talks\n"
          "would go on.\n"
          "A spokesman for the other delegation confirmed this later in the\n"
          "evening but gave no further details of what had been discussed\n"
          "before.\n",
          false,
          "The foreign ministers of both countries met in Geneva, where John\n"
          "Hill said that nothing had been agreed so far and that the talks\n"
          "would go on. // "
          "A spokesman for the other delegation confirmed this later in the\n"
          "evening but gave no further details of what had been discussed\n"
          "before.");
}

static void test_title_comes_first(void **state)
{
    (void)state;
    check("Hill meets Ray", "They met.\nThey left.", false,
          "Hill meets Ray // They met. // They left.");
    ent_i_text text = {0};
    ent_article *article =
        plain_article("Hill meets Ray", "Hill meets Ray\nThey met.");
    article->title_in_text = true;
    assert_int_equal(ent_i_text_read(&text, article, NULL), ENT_OK);
    assert_int_equal(article->sentences.n, 2);
    assert_int_equal(article->sentences.items[0].field, ENT_FIELD_TEXT);
    ent_article_free(article);
    ent_i_text_free(&text);
}

/* ---- helpers ---- */

static void test_questions_about_tokens(void **state)
{
    (void)state;
    const char *bytes = "Mr. HILL's \u00C9TAT hill' \u00E9tat ministers'";
    ent_i_text text = {0};
    ent_article *article = plain_article("A title", bytes);
    assert_int_equal(ent_i_text_read(&text, article, NULL), ENT_OK);
    const ent_i_token *t = text.tokens.items + 2;
    assert_true(ent_i_token_is(bytes, &t[0], "Mr."));
    assert_false(ent_i_token_is(bytes, &t[0], "Mr"));
    assert_true(ent_i_token_is_nocase(bytes, &t[1], "hill"));
    assert_false(ent_i_token_is_nocase(bytes, &t[1], "hills"));
    assert_false(ent_i_token_is_nocase(bytes, &t[1], "hil"));
    assert_true(ent_i_token_is_possessive(bytes, &t[2]));
    assert_true(ent_i_token_same(bytes, &t[3], bytes, &t[6]));
    assert_false(ent_i_token_same(bytes, &t[1], bytes, &t[6]));
    assert_false(ent_i_token_is_possessive(bytes, &t[5]));
    assert_true(ent_i_token_is_possessive(bytes, &t[8]));
    assert_int_equal(ent_i_token_size(&t[0]), 3);
    assert_int_equal(ent_i_token_sentence(&text, 0), 0);
    assert_int_equal(ent_i_token_sentence(&text, 2), 1);
    assert_int_equal(ent_i_token_sentence(&text, 10), 1);
    assert_int_equal(ent_i_token_at(&text, article, ENT_FIELD_TEXT, 4), 3);
    assert_int_equal(ent_i_token_at(&text, article, ENT_FIELD_TEXT, 3), 3);
    assert_int_equal(ent_i_token_at(&text, article, ENT_FIELD_TITLE, 0), 0);
    assert_int_equal(ent_i_token_at(&text, article, ENT_FIELD_TITLE, 7),
                     text.tokens.n);
    assert_int_equal(ent_i_token_at(&text, article, ENT_FIELD_TEXT, 99),
                     text.tokens.n);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_each_failed_allocation_is_reported(void **state)
{
    (void)state;
    for (long nth = 1;; nth++) {
        ent_i_text text = {0};
        ent_error error = {0};
        ent_article *article = plain_article(
            "Hill meets Ray", "One came.\n\n\u4e2d\u56fd\u548c two.");
        ent_i_memory_fail_from(nth);
        ent_status status = ent_i_text_read(&text, article, &error);
        ent_i_memory_fail_from(0);
        ent_article_free(article);
        ent_i_text_free(&text);
        if (!status) {
            assert_true(nth > 5);
            return;
        }
        assert_int_equal(status, ENT_ERR_MEMORY);
        assert_string_equal(error.stage, "text");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_and_marks),
        cmocka_unit_test(test_possessives_and_contractions),
        cmocka_unit_test(test_abbreviations_keep_their_period),
        cmocka_unit_test(test_addresses_and_handles),
        cmocka_unit_test(test_other_scripts),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_plain_ends),
        cmocka_unit_test(test_abbreviations_end_no_sentence),
        cmocka_unit_test(test_quotes_and_brackets_stay_with_their_sentence),
        cmocka_unit_test(test_news_forms),
        cmocka_unit_test(test_text_that_comes_in_tokens),
        cmocka_unit_test(test_endless_sentence_is_cut),
        cmocka_unit_test(test_long_runs_take_linear_time),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_wrapped_text_is_joined),
        cmocka_unit_test(test_title_comes_first),
        cmocka_unit_test(test_questions_about_tokens),
        cmocka_unit_test(test_each_failed_allocation_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
