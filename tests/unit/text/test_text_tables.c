/* Sentences of news in many forms: " / " stands where one ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "text/text.h"

/* The text's sentences, joined by " / ". */
static void split(const char *given, ent_i_string *out)
{
    ent_i_text text = {0};
    ent_article *article = ent_i_article_new();
    assert_non_null(article);
    article->text = given;
    article->text_size = (uint32_t)strlen(given);
    assert_int_equal(ent_i_text_read(&text, article, NULL), ENT_OK);
    out->n = 0;
    assert_true(ent_i_string_adds(out, ""));
    for (size_t i = 0; i < article->sentences.n; i++) {
        const ent_sentence *s = &article->sentences.items[i];
        ent_i_string_adds(out, i ? " / " : "");
        ent_i_string_add(out, given + s->start, s->end - s->start);
    }
    ent_article_free(article);
    ent_i_text_free(&text);
}

/* Each row is the text as it should be split; the marks are taken out first. */
static void check_all(const char *const *rows, size_t count)
{
    ent_i_string out = {0};
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        char given[400];
        size_t n = 0;
        for (const char *p = rows[i]; *p; p++) {
            /* Its last blank stays, as the one between the sentences. */
            if (strncmp(p, " / ", 3) == 0)
                p += 2;
            given[n++] = *p;
        }
        given[n] = '\0';
        split(given, &out);
        if (strcmp(out.items, rows[i]) == 0)
            continue;
        print_error("wanted %s\nfound  %s\n", rows[i], out.items);
        wrong++;
    }
    ent_i_vec_free(&out);
    assert_int_equal(wrong, 0);
}
#define CHECK_ALL(rows) check_all(rows, sizeof(rows) / sizeof *(rows))

static void test_titles_and_initials(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "Dr. Mills saw Prof. Adams. / They spoke.",
        "Gov. Pat Dale and Rep. Lee Moss left. / Nobody saw Sgt. Poe.",
        "It was Adm. Kay who said so. / Col. Finn agreed.",
        "The Rev. T. J. Marsh prayed. / All rose.",
        "Harry S. Mott spoke. / J. Q. Finn did not.",
        "They asked George W. / He was away.",
        "Messrs. Hart and Lowe signed.",
        "Ms. Ode thanked Mrs. Pell and Mr. Pell Jr. / She smiled.",
        "Spokesman Al Ray Sr. declined. / So did his son.",
        "Capt. R. Dunn, Lt. Col. S. Hale and Maj. Gen. O. Wynn came.",
    };
    CHECK_ALL(rows);
}

static void test_firms_and_countries(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "Brock Corp. said it would buy Lund Ltd. / The price was not named.",
        "Shares of Hale Bros. fell. / Dunn & Co. rose.",
        "The U.N. envoy flew to the U.S. on Monday.",
        "He works for the U.N. / She works for the E.U.",
        "They met in Washington, D.C. on Friday.",
        "She was born in Salem, Ore. / He was not.",
        "U.S. officials and U.K. ministers agreed. / They signed.",
        "The firm, Ode Inc., closed. / Its owner left.",
    };
    CHECK_ALL(rows);
}

static void test_times_and_numbers(void **state)
{
    (void)state;
    static const char *const rows[] = {
        ("They met at 9:30 a.m. on Sept. 3. / It lasted till 4 p.m. / Then "
         "they left."),
        "The vote was 5.5 percent. / Turnout was 61.2.",
        "On Dec. 31, 2013, it ended. / In 2014 it began anew.",
        "No. 10 said nothing. / The answer was no. / Nobody asked again.",
        "It cost $1.2 million. / That was too much.",
        "See Vol. 3, No. 2. / It says so.",
        "At 8 p.m. Sunday they met. / At 9 p.m. ET they parted.",
        "It rose 3.4% in Q2. / It fell in Q3.",
    };
    CHECK_ALL(rows);
}

static void test_speech(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "\"We will talk,\" Moss said. / \"We always did.\"",
        "\"Are they here?\" he asked. / \"They are!\" said Dale.",
        "Moss said: \"Come in. / Sit down.\" / They sat down.",
        "\u201CWe met,\u201D said Dale. / \u201CIt was short.\u201D / He left.",
        "\u2018No,\u2019 she said. / \u2018Not now.\u2019",
        "He called it \"a start.\" / Others did not.",
        "\u00ABOui.\u00BB / He nodded.",
        "(He had left by then.) / They waited.",
        "They waited (he had left). / Then they went.",
        "He asked why. / \"Because,\" she said.",
    };
    CHECK_ALL(rows);
}

static void test_marks(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "Will they talk? / Will they not? / Nobody knows!",
        "He paused ... and went on.",
        "He paused\u2026 / Then he went on.",
        "They met; they talked: nothing came of it.",
        "They met \u2013 at last \u2013 in Rome. / It rained.",
        "Read more at example.org. / Write to news@example.org.",
        "The e.g. and the i.e. of it, viz. all of that, etc.",
        "Dover v. Kent was heard. / Hill vs. Ray was not.",
        "What now?! / Nothing.",
        "One. / Two. / Three.",
    };
    CHECK_ALL(rows);
}

static void test_other_scripts(void **state)
{
    (void)state;
    static const char *const rows[] = {
        ("\u041E\u043D \u043F\u0440\u0438\u0448\u0451\u043B. / "
         "\u041E\u043D\u0430 \u0443\u0448\u043B\u0430."),
        "\u00C9mile est venu. / \u00C9lise est partie.",
        "\u00D6zg\u00FCr kam. / \u00C4nne ging.",
    };
    CHECK_ALL(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_titles_and_initials),
        cmocka_unit_test(test_firms_and_countries),
        cmocka_unit_test(test_times_and_numbers),
        cmocka_unit_test(test_speech),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_other_scripts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
