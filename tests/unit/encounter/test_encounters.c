/* Sentences that state encounters, and sentences that state none (stated.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "encounter/encounter.h"
#include "unit/stated.h"

static void test_verbs_of_meeting(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Anna Berg] met [Karl Holm] on Tuesday.",
         "meet held: Berg, Holm; 2014-03-25"},
        {"[Berg] and [Holm] met in {Oslo} on Tuesday.",
         "meet held: Berg, Holm; 2014-03-25; Oslo"},
        {"[Berg] met privately with Foreign Minister [Karl Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] met with [Holm], [Lund] and [Dahl] at noon.",
         "meet held: Berg, Holm, Lund, Dahl"},
        {"[Berg], who chairs the panel, dined with [Holm] in {Rome}.",
         "meet held: Berg, Holm; Rome"},
        {"On Friday [Berg] was greeted by [Holm] at the airport.",
         "meet held: Berg, Holm; 2014-03-28"},
        {"[Berg] sat down with [Holm] for an hour yesterday.",
         "meet held: Berg, Holm; 2014-03-28"},
        {"[Berg] shook hands with [Holm].", "meet held: Berg, Holm"},
        {"[Berg] discussed the border with [Holm].", "meet held: Berg, Holm"},
        {"[Berg] (R-Ohio) and [Holm], 61, huddled late into the night.",
         "meet held: Berg, Holm"},
        {"[Berg] flew home and later met his German counterpart, [Holm].",
         "meet held: Berg, Holm"},
        {"Meeting with [Holm] on Monday, [Berg] promised more aid.",
         "meet held: Holm, Berg; 2014-03-24"},
        {"[Berg] met [Holm] and told him the truth.", "meet held: Berg, Holm"},
        {"[Berg]'s lawyer, [Holm], said on a show hosted by [Lund] that "
         "it rained.",
         "meet held: Holm, Lund"},
        {"[Berg] and [Holm] met on Friday.",
         "meet held: Berg, Holm; 2014-03-28"},
        {"[Berg] was sworn in by Chief Justice [Karl Holm].",
         "meet held: Berg, Holm"},
        {"[Berg] said on a show hosted by [Holm] that it rained.",
         "meet held: Berg, Holm"},
        {"[Berg] told [Holm] that the money was gone.",
         "meet held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_nouns_of_meeting(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"The meeting between [Berg] and [Holm] lasted four hours.",
         "meet held: Berg, Holm"},
        {"[Berg]'s first meeting with [Holm] was cordial.",
         "meet held: Berg, Holm"},
        {"The [Berg]-[Holm] summit ended without a deal.",
         "meet held: Berg, Holm"},
        {"[Berg] and [Holm]'s dinner was long.", "meet held: Berg, Holm"},
        {"[Berg] held talks with [Holm] in {Geneva} on March 5.",
         "meet held: Berg, Holm; 2014-03-05; Geneva"},
        {"After talks with [Holm], [Berg] said a deal was near.",
         "meet held: Holm, Berg"},
        {"[Berg] and [Holm] reached a truce at a meeting in {Lima}.",
         "meet held: Berg, Holm; Lima"},
        {"[Berg] said so after her lunch with Senator [Karl Holm].",
         "meet held: Berg, Holm"},
        {"The talks included [Berg], then-Minister [Holm] and officials.",
         "meet held: Berg, Holm"},
        {"In a meeting on Monday, [Berg], [Holm] and [Lund] heard complaints.",
         "meet held: Berg, Holm, Lund; 2014-03-24"},
        {"[Berg] sat in on [Holm]'s talks with [Lund].",
         "meet held: Berg, Holm, Lund"},
        {"[Berg] had separate meetings with [Holm] and [Lund].",
         "meet held: Berg, Holm | meet held: Berg, Lund"},
    };
    EXPECT_ALL(samples);
}

static void test_calls(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] called [Holm] on Thursday to complain.",
         "call held: Berg, Holm; 2014-03-27"},
        {"[Berg] spoke by phone with [Holm].", "call held: Berg, Holm"},
        {"In a phone call with [Holm], [Berg] asked for time.",
         "call held: Holm, Berg"},
        {"[Berg] wrote a letter to [Holm] last week.",
         "call held: Berg, Holm; last week"},
        {"The July 2 phone call between [Berg] and [Holm] was recorded.",
         "call held: Berg, Holm; 2013-07-02"},
        {"[Berg] e-mailed [Holm] about it.", "call held: Berg, Holm"},
        {"[Berg] and [Holm] spoke by phone.", "call held: Berg, Holm"},
        {"[Berg] reached out to [Holm].", "call held: Berg, Holm"},
        {"[Berg] congratulated [Holm] in a message on Monday.",
         "call held: Berg, Holm; 2014-03-24"},
    };
    EXPECT_ALL(samples);
}

static void test_joint_acts(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] appeared with [Holm] at a rally in {Ohio}.",
         "joint held: Berg, Holm; Ohio"},
        {"[Berg] and [Holm] held a joint news conference.",
         "joint held: Berg, Holm"},
        {"[Berg], accompanied by [Holm], toured the plant.",
         "joint held: Berg, Holm"},
        {"[Berg] and [Holm] campaigned together on Friday.",
         "joint held: Berg, Holm; 2014-03-28"},
        {"[Berg] and [Holm] said in a joint statement that they agreed.",
         "joint held: Berg, Holm"},
        {"[Holm] looks on as [Berg] speaks in {Rome}.",
         "joint held: Holm, Berg; Rome"},
        {"[Berg] and Senator [Karl Holm] at the {Louvre} in July 2013.",
         "joint held: Berg, Holm; July 2013; Louvre"},
        {"[Berg] posed for a photograph with [Holm].",
         "joint held: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_standing(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] will meet [Holm] on Monday.",
         "meet planned: Berg, Holm; 2014-03-31"},
        {"[Berg] to Meet [Holm]", "meet planned: Berg, Holm"},
        {"[Berg] is scheduled to meet with [Holm] in {Paris} on Sunday.",
         "meet planned: Berg, Holm; 2014-03-30; Paris"},
        {"[Berg] flew to {Sochi} to meet with [Holm] and [Lund].",
         "meet planned: Berg, Holm, Lund; Sochi"},
        {"[Berg]'s upcoming summit with [Holm] worries allies.",
         "meet planned: Berg, Holm"},
        {"[Berg] agreed to sit down with [Holm].", "meet planned: Berg, Holm"},
        {"[Berg] said he would meet [Holm] tomorrow.",
         "meet planned: Berg, Holm; 2014-03-30"},
        {"[Berg] wants to meet [Holm].", "meet proposed: Berg, Holm"},
        {"[Berg] could meet [Holm] in {Bern}.",
         "meet proposed: Berg, Holm; Bern"},
        {"[Berg] offered to meet with [Holm].", "meet proposed: Berg, Holm"},
        {"[Berg] has never met [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] did not meet with [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] refused to meet [Holm].", "meet denied: Berg, Holm"},
        {"[Berg] cancelled a planned meeting with [Holm].",
         "meet denied: Berg, Holm"},
        {"The meeting between [Berg] and [Holm] was called off.",
         "meet denied: Berg, Holm"},
        {"[Berg] didn't call [Holm] after the vote.",
         "call denied: Berg, Holm"},
    };
    EXPECT_ALL(samples);
}

static void test_no_encounter(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Berg] criticised [Holm] on Monday.", ""},
        {"[Berg] talked about [Holm] for an hour.", ""},
        {"[Berg] appointed [Holm] to the court.", ""},
        {"[Berg] called [Holm] a liar.", ""},
        {"[Berg] called [Holm]'s plan a mistake.", ""},
        {"The [Berg] administration met with [Holm].", ""},
        {"[Berg] and [Holm] decided their ministers should meet.", ""},
        {"Aides to [Berg] met with [Holm].", ""},
        {"[Berg] said officials had met with [Holm].", ""},
        {"[Berg] told reporters that [Holm] was wrong.", ""},
        {"[Berg] met with reporters and criticised [Holm].", ""},
        {"[Berg] endorsed [Holm], a senator, over [Lund].", ""},
        {"[Holm] would beat [Berg] in a debate.", ""},
        {"Both [Berg] and [Holm] will visit {Iowa} again.", ""},
        {"[Berg] and [Holm] hug their wives.", ""},
        {"The talks between the [Berg] and [Holm] camps failed.", ""},
        {"[Berg] told reporters [Holm] was ill.", ""},
        {"[Berg] called [Holm] on the lie.", ""},
        {"[Berg] called [Holm] to testify.", ""},
        {"[Berg] rejected what he called a ploy by [Holm].", ""},
        {"[Berg] and [Holm] worked at the golf club.", ""},
        {"[Berg] spoke with [Holm]'s chief of staff.", ""},
        {"[Berg] and [Holm] huddled with their allies.", ""},
        {"It took months for the panel to summon [Holm], [Berg] said.", ""},
        {"[Berg] published pages from interviews with [Holm].", ""},
        {"[Berg] joined [Holm] in calling for a vote.", ""},
        {"The book is by [Berg], the film by [Holm].", ""},
        {"[Berg]'s lawyer, [Holm], met voters.", ""},
        {"", ""},
    };
    EXPECT_ALL(samples);
}

static void test_references(void **state)
{
    (void)state;
    static const sample samples[] = {
        {"[Karl Holm] came home. He met [Berg] on Friday.",
         "meet held: Holm, Berg; 2014-03-28"},
        {"[Berg] was tired. [Holm] met with her in {Rome}.",
         "meet held: Berg, Holm; Rome"},
        {"President [Anna Berg] left. Later [Holm] met the president.",
         "meet held: Berg, Holm"},
        {"[Berg] knows Russian Foreign Minister [Ivan Orlov]. "
         "She will meet her Russian counterpart on Sunday.",
         "meet planned: Berg, Orlov; 2014-03-30"},
        {"[Berg] criticised [Holm]. The two leaders met in {Rome}.",
         "meet held: Berg, Holm; Rome"},
        {"As he prepares for his summit with [Lund], [Holm] should rest.",
         "meet planned: Lund, Holm"},
        {"The minister met the president.", ""},
        {"She met him.", ""},
    };
    EXPECT_ALL(samples);
}

static void test_without_a_date(void **state)
{
    (void)state;
    expect_on(NULL, "[Berg] met [Holm] on Sunday.",
              "meet held: Berg, Holm; on Sunday");
    expect_on(NULL, "[Berg] met [Holm] on July 2, 2013.",
              "meet held: Berg, Holm; 2013-07-02");
}

/* A name is surer than what a pronoun stands for. */
static void test_confidence(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article = read_article(
        &text, "[Berg] met [Holm]. Later he met [Lund].", "2014-03-29");
    assert_int_equal(ent_i_find_encounters(article, &text, NULL), ENT_OK);
    assert_int_equal(article->encounters.n, 2);
    float named = article->encounters.items[0].confidence;
    float referred = article->encounters.items[1].confidence;
    assert_true(0 < referred && referred < named && named <= 1);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_every_allocation_may_fail(void **state)
{
    (void)state;
    for (long nth = 1;; nth++) {
        ent_i_text text = {0};
        ent_article *article = read_article(
            &text, "[Berg] met [Holm] in {Rome} on Friday.", "2014-03-29");
        ent_error error = {0};
        ent_i_memory_fail_from(nth);
        ent_status status = ent_i_find_encounters(article, &text, &error);
        ent_i_memory_fail_from(0);
        size_t found = article->encounters.n;
        ent_article_free(article);
        ent_i_text_free(&text);
        if (status == ENT_OK) {
            assert_int_equal(found, 1);
            assert_true(nth > 1);
            break;
        }
        assert_int_equal(status, ENT_ERR_MEMORY);
        assert_string_equal(error.stage, "encounter");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verbs_of_meeting),
        cmocka_unit_test(test_nouns_of_meeting),
        cmocka_unit_test(test_calls),
        cmocka_unit_test(test_joint_acts),
        cmocka_unit_test(test_standing),
        cmocka_unit_test(test_no_encounter),
        cmocka_unit_test(test_references),
        cmocka_unit_test(test_without_a_date),
        cmocka_unit_test(test_confidence),
        cmocka_unit_test(test_every_allocation_may_fail),
        cmocka_unit_test(test_few_are_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
