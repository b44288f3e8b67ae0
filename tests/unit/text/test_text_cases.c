/* Sentences and tokens of many kinds of text: " / " stands where a sentence
 * ends, and tokens are parted by blanks, "|" before what hangs on the token
 * before. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "text/text.h"

enum { ROOM = 600 };

static ent_article *article_of(const char *given, ent_i_text *text)
{
    ent_article *article = ent_i_article_new();
    assert_non_null(article);
    article->text = given;
    article->text_size = (uint32_t)strlen(given);
    assert_int_equal(ent_i_text_read(text, article, NULL), ENT_OK);
    return article;
}

/* Each row is the text as it should be split; the marks are taken out first. */
static int check_split(const char *row, ent_i_text *text, ent_i_string *found)
{
    char given[ROOM];
    size_t n = 0;
    for (const char *p = row; *p; p++) {
        if (strncmp(p, " / ", 3) == 0)
            p += 2;
        given[n++] = *p;
        assert_true(n < sizeof given);
    }
    given[n] = '\0';
    ent_article *article = article_of(given, text);
    found->n = 0;
    assert_true(ent_i_string_adds(found, ""));
    for (size_t i = 0; i < article->sentences.n; i++) {
        const ent_sentence *s = &article->sentences.items[i];
        ent_i_string_adds(found, i ? " / " : "");
        ent_i_string_add(found, given + s->start, s->end - s->start);
    }
    ent_article_free(article);
    if (strcmp(found->items, row) == 0)
        return 0;
    print_error("wanted %s\nfound  %s\n", row, found->items);
    return 1;
}

static void check_all_splits(const char *const *rows, size_t count)
{
    ent_i_text text = {0};
    ent_i_string found = {0};
    int wrong = 0;
    for (size_t i = 0; i < count; i++)
        wrong += check_split(rows[i], &text, &found);
    ent_i_vec_free(&found);
    ent_i_text_free(&text);
    assert_int_equal(wrong, 0);
}
#define CHECK_SPLITS(rows) check_all_splits(rows, sizeof(rows) / sizeof *(rows))

static void check_all_tokens(const char *const (*rows)[2], size_t count)
{
    ent_i_text text = {0};
    ent_i_string found = {0};
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        ent_article *article = article_of(rows[i][0], &text);
        found.n = 0;
        assert_true(ent_i_string_adds(&found, ""));
        for (size_t k = 0; k < text.tokens.n; k++) {
            const ent_i_token *t = &text.tokens.items[k];
            ent_i_string_addf(&found, "%s%s%.*s", k ? " " : "",
                              t->glued ? "|" : "", (int)(t->end - t->start),
                              rows[i][0] + t->start);
        }
        ent_article_free(article);
        if (strcmp(found.items, rows[i][1]) != 0) {
            print_error("wanted %s\nfound  %s\n", rows[i][1], found.items);
            wrong++;
        }
    }
    ent_i_vec_free(&found);
    ent_i_text_free(&text);
    assert_int_equal(wrong, 0);
}
#define CHECK_TOKENS(rows) check_all_tokens(rows, sizeof(rows) / sizeof *(rows))

/* ---- sentences ---- */

static void test_ranks_and_offices(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "Lt. Gov. Ann Dunn and Atty. Gen. Bo Hill came. / They sat.",
        "Maj. Gen. Roe said so. / Brig. Gen. Poe did not.",
        "Insp. Lund asked Det. Sgt. Hale. / Nobody knew.",
        "The Hon. Ann Dunn spoke for Msgr. Bo Hill. / All rose.",
        "Sens. Roe and Poe met Reps. Lee and Moss. / It took an hour.",
        "Mme. Roe and Mlle. Poe left. / M. Lee stayed.",
        "Ask Dr. Lund, Ph.D., or Prof. Hale, M.D. / Neither is in.",
        "Fr. Poe and the Rev. Dr. Roe prayed. / It helped.",
        "Supt. Hale retired. / He is 60.",
        "Barr. Ann Roe and Mag. Bo Lee came. / They sat.",
        "Ann Poe told Barr. / Bo Lee was told, too.",
        "Gens. Roe and Poe met Adm. Kay. / None smiled.",
    };
    CHECK_SPLITS(rows);
}

static void test_places_and_states(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "They met in St. Paul, Minn. on Monday. / It snowed.",
        "He lives in Ft. Worth, Tex. / She does not.",
        "From Mt. Hood one sees Portland, Ore. and more. / It is far.",
        "The shop on Elm St. closed. / The one on Oak Ave. did not.",
        "Born in Va., raised in W.Va., he left for Pa. / Then he came back.",
        "The St. Louis team beat St. Paul. / It was close.",
        "She moved to Washington, D.C. / He followed.",
        "The U.S.-led force left. / The U.N.-backed one stayed.",
        "In the U.K. the vote was on Thursday. / In the U.S. it was not.",
        "The U.S. Senate voted. / The U.S. House did not.",
    };
    CHECK_SPLITS(rows);
}

static void test_sums_times_and_lists(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "It cost $1.5 million. / That is 2.5 times more.",
        "At 6.30 p.m. they met. / At 7 p.m. they parted.",
        "On Jan. 3 it rained. / On Feb. 4 it snowed.",
        "It opens Mon. through Fri. at nine. / It closes at five.",
        "Turnout was 61.4 percent. / In 2010 it was 58.",
        "No. 5 beat No. 12. / The score was 3-1.",
        "He is 1.80 m tall. / She is taller.",
        "Version 2.0.1 is out. / It is free.",
        "The years 1990-95 were good. / Those after were not.",
        "His name was Art. / He painted.",
        "It fell 0.5% to 1,234.5 points. / It was Tuesday.",
    };
    CHECK_SPLITS(rows);
}

static void test_speech_of_all_kinds(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "\"No,\" she said. / \"Never.\" / He nodded.",
        "\"Why now?\" he asked. / \"Because,\" she said, \"it is late.\"",
        "\u201CI agree.\u201D / \u201CSo do I.\u201D / They left.",
        "\u201CI agree,\u201D said Dr. Lund. / \u201CSo does Mr. Hale.\u201D",
        "He said, \"I did it. / I would do it again.\" / She wept.",
        "(They were late.) / Nobody waited.",
        "They were late (by an hour). / Nobody waited.",
        "They were late (it rained.). / Nobody waited.",
        "\"Stop!\" cried Roe. / Poe ran on.",
        "'Is it so?' she wondered. / It was.",
        "\u201EWir kommen\u201C, sagte er. / Sie kamen nicht.",
        "\u00AB Nous venons \u00BB, dit-il. / Ils ne vinrent pas.",
        "The \"Yes!\" camp won. / The \"No!\" camp wept.",
        "\"He said 'Go.' and left,\" she said. / It was true.",
    };
    CHECK_SPLITS(rows);
}

static void test_marks_of_all_kinds(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "Really?! / Yes. / No way!!!",
        "Wait... / What was that?",
        "He paused ... then went on.",
        "He paused\u2026 then went on.",
        "Go to example.org. / It has all.",
        "Visit www.example.org/a.html? / No.",
        "The score: 3:2. / The crowd: silent.",
        "They came; they saw. / They left.",
        "One \u2014 and only one \u2014 was left. / Who?",
        "A. B. Roe wrote it. / C. D. Poe read it.",
        "Vitamin C is good. / So is vitamin D.",
        "Plan A failed. / Plan B did not.",
        "World War II. / Then came peace.",
        "Pope John Paul II spoke. / All listened.",
        "Yahoo! and Jeopardy! are names. / So is Guess?",
        "e.g. this one, i.e. that one. / Etc. is Latin.",
    };
    CHECK_SPLITS(rows);
}

static void test_other_languages(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "Der Minister kam. / Die Kanzlerin ging.",
        "\u00DCber alles sprach man. / \u00C4rger gab es keinen.",
        "Le ministre est venu. / \u00C0 midi, il est parti.",
        "\u00BFVino el ministro? / No vino. / \u00A1Qu\u00E9 l\u00E1stima!",
        "O ministro chegou. / \u00C9 tarde.",
        ("\u041C\u0438\u043D\u0438\u0441\u0442\u0440 "
         "\u043F\u0440\u0438\u0431\u044B\u043B. / "
         "\u041E\u043D \u0443\u0448\u0451\u043B."),
        "\u039F \u03C5\u03C0\u03BF\u03C5\u03C1\u03B3\u03CC\u03C2. / "
        "\u0397 \u03C7\u03CE\u03C1\u03B1.",
        "\u90E8\u957F\u6765\u4E86\u3002 / \u4ED6\u8D70\u4E86\uFF01",
        "\u0627\u0644\u0648\u0632\u064A\u0631 \u0648\u0635\u0644. / "
        "\u062B\u0645 \u063A\u0627\u062F\u0631\u061F",
    };
    CHECK_SPLITS(rows);
}

/* ---- tokens ---- */

static void test_names_and_their_marks(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"Han Ki-joon's talk", "Han Ki |- |joon |'s talk"},
        {"Bashar al-Arrad", "Bashar al |- |Arrad"},
        {"Conan O'Brien and D'Arcy", "Conan O'Brien and D'Arcy"},
        {"the Joneses' house", "the Joneses |' house"},
        {"James's or James'", "James |'s or James |'"},
        {"J.R.R. Tolkien", "J.R.R. Tolkien"},
        {"J. R. R. Tolkien", "J. R. R. Tolkien"},
        {"Jean-Luc, Marie-Claire", "Jean |- |Luc |, Marie |- |Claire"},
        {"Corby/Rumkov", "Corby |/ |Rumkov"},
        {"Corby\u2013Rumkov talks", "Corby |\u2013 |Rumkov talks"},
        {"McDonald, MacArthur", "McDonald |, MacArthur"},
        {"\u00C9mile Zola\u2019s", "\u00C9mile Zola |\u2019s"},
        {"Smith & Wesson, AT&T", "Smith & Wesson |, AT&T"},
        {"[sic] (Roe)", "[ |sic |] ( |Roe |)"},
        {"Robert Downey Jr., actor", "Robert Downey Jr. |, actor"},
        {"Mr.Roe", "Mr. |Roe"},
        {"Ann Har-\ngrave of Jean-\nLuc", "Ann Har-\ngrave of Jean |- Luc"},
        {"her hus- \r\n band", "her hus- \r\n band"},
        {"the vice-\npresident", "the vice |- president"},
        {"Roe-\nera", "Roe |- era"},
    };
    CHECK_TOKENS(rows);
}

static void test_numbers_and_signs(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"$1,000.50 or 20%", "$ |1,000.50 or 20 |%"},
        {"\u20AC5m, \u00A310bn", "\u20AC |5m |, \u00A3 |10bn"},
        {"3-1 on 5/6/2014", "3 |- |1 on 5 |/ |6 |/ |2014"},
        {"10:30 a.m.", "10:30 a.m."},
        {"the 1990s, '90s", "the 1990s |, ' |90s"},
        {"1st, 2nd, 3rd", "1st |, 2nd |, 3rd"},
        {"F-16s and B52", "F |- |16s and B52"},
        {"2.5.1", "2.5.1"},
        {"C++ and C#", "C |+ |+ and C |#"},
        {"50-50", "50 |- |50"},
        {"+49 30 1234", "+ |49 30 1234"},
        {"\u00BD a mile", "\u00BD a mile"},
        {"x = y + 2", "x = y + 2"},
    };
    CHECK_TOKENS(rows);
}

static void test_what_comes_from_the_net(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"https://example.org/a_(b)?c=d#e, see",
         "https://example.org/a_ |( |b |) |? |c |= |d |#e |, see"},
        {"ftp://example.org.", "ftp://example.org |."},
        {"to Jo.B@example.org.", "to Jo.B@example.org |."},
        {"Ann.M.Roe+news@example.org", "Ann.M.Roe+news@example.org"},
        {"He left.Ann-Roe@example.org", "He left.Ann-Roe@example.org"},
        {"mail jo@example.org!", "mail jo@example.org |!"},
        {"@jo_b #news_now", "@jo_b #news_now"},
        {"www.example.org", "www.example.org"},
        {"example.co.uk wins", "example.co.uk wins"},
        {"a@b", "a@b"},
        {":-) \U0001F600\U0001F600", ": |- |) \U0001F600 |\U0001F600"},
        {"&amp; &#39; &nothing; &#0;", "&amp; &#39; & |nothing |; & |#0 |;"},
        {"O&#39;Hara&#8217;s &quot;deal&quot; with R&amp;D",
         "O&#39;Hara |&#8217;s &quot; |deal |&quot; with R&amp;D"},
        {"Jos&eacute;&nbsp;R&#xED;os", "Jos&eacute; R&#xED;os"},
        {"snake_case and CamelCase", "snake_case and CamelCase"},
        {"Barr. Ann Roe, Barr. (Mrs.) Poe and Barr. Bo Lee",
         "Barr. Ann Roe |, Barr. ( |Mrs. |) Poe and Barr. Bo Lee"},
        {"He told Barr. Ann left. So did Barr. Bo.",
         "He told Barr |. Ann left |. So did Barr |. Bo |."},
        {"Luis \u00C1. Roe left.", "Luis \u00C1. Roe left |."},
        {"saidAnn HostBen RunwayCar", "said |Ann Host |Ben RunwayCar"},
        {"Jan deRoe, DeRoe and MacLean, iPhone",
         "Jan deRoe |, DeRoe and MacLean |, iPhone"},
        {"**bold** _it_", "** |bold |** _ |it_"},
    };
    CHECK_TOKENS(rows);
}

static void test_scripts_without_blanks(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"\u4E2D\u56FDABC\u4E2D\u56FD", "\u4E2D\u56FD |ABC |\u4E2D\u56FD"},
        {"2014\u5E74", "2014 |\u5E74"},
        {"\uD55C\uAD6D \uC11C\uC6B8", "\uD55C\uAD6D \uC11C\uC6B8"},
        {"\u0938\u0930\u0915\u093E\u0930 \u0928\u0947",
         "\u0938\u0930\u0915\u093E\u0930 \u0928\u0947"},
        {"\u05E9\u05DC\u05D5\u05DD, \u05E2\u05D5\u05DC\u05DD",
         "\u05E9\u05DC\u05D5\u05DD |, \u05E2\u05D5\u05DC\u05DD"},
    };
    CHECK_TOKENS(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ranks_and_offices),
        cmocka_unit_test(test_places_and_states),
        cmocka_unit_test(test_sums_times_and_lists),
        cmocka_unit_test(test_speech_of_all_kinds),
        cmocka_unit_test(test_marks_of_all_kinds),
        cmocka_unit_test(test_other_languages),
        cmocka_unit_test(test_names_and_their_marks),
        cmocka_unit_test(test_numbers_and_signs),
        cmocka_unit_test(test_what_comes_from_the_net),
        cmocka_unit_test(test_scripts_without_blanks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
