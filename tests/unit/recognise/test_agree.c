/* Doubtful names that the article explains elsewhere. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "recognise/agree.h"
#include "unit/made.h"

/* Knows no word. */
static const ent_i_gazetteer gazetteer = {.n = 0};

/* The types after agreeing, a letter a mention: P, O, L, M. confidence gives
 * each mention's in tenths, one digit a mention. */
static void check(const char *marked, const char *confidence,
                  const char *expected)
{
    ent_i_text text = {0};
    ent_article *article = made_article(marked, &text);
    char types[16] = "";
    assert_non_null(article);
    assert_int_equal(article->mentions.n, strlen(confidence));
    for (size_t i = 0; i < article->mentions.n; i++)
        article->mentions.items[i].confidence =
            (float)(confidence[i] - '0') / 10;
    assert_int_equal(ent_i_agree_apply(article, &text, &gazetteer, NULL),
                     ENT_OK);
    for (size_t i = 0; i < article->mentions.n; i++)
        types[i] = "POLM"[article->mentions.items[i].type];
    assert_string_equal(types, expected);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_doubtful_names_follow_the_full_name(void **state)
{
    (void)state;
    check("<O Dunn> leaves. <P Ann Dunn> said so.", "59", "PP");
    check("<L Dunn> leaves. <P Ann Dunn> said so.", "59", "PP");
    check("<P Ann Dunn> spoke. <O Ann Dunn> left.", "95", "PP");
}

/* "Dunn" alone says that "Dunn Ann" is not a firm. */
static void test_two_words_follow_the_one_alone(void **state)
{
    (void)state;
    check("<O Dunn Ann> met <L Ann Dunn>. <P Dunn> left.", "556", "PPP");
    check("<O Dunn Ann> met <L Ann Dunn>. <P Dunn> left.", "884", "OLP");
    check("<O Dunn Steel> sued. <P Dunn> left.", "56", "OP");
    check("<O Dunn Ann Steel> sued. <P Dunn> left.", "56", "OP");
}

static void test_sure_names_stay(void **state)
{
    (void)state;
    check("<P George Roth> came to <L Roth>.", "99", "PL");
    check("<P Ann Dunn> runs <O Dunn Steel>.", "95", "PO");
}

static void test_a_doubtful_person_explains_nothing(void **state)
{
    (void)state;
    check("<O Dunn> leaves. <P Ann Dunn> said so.", "57", "OP");
    check("<O Dunn> leaves. <P Dunn> said so.", "59", "OP");
    check("<O Ann> leaves. <P Ann Dunn> said so.", "59", "OP");
}

/* The confidence of the first name, if it and the sentence are the title. */
static float confidence_in_title(const char *marked)
{
    ent_i_text text = {0};
    ent_article *article = made_article(marked, &text);
    assert_non_null(article);
    char title[64] = "";
    memcpy(title, article->text, strcspn(article->text, ";"));
    article->title = title;
    ent_mention *m = &article->mentions.items[0];
    m->field = ENT_FIELD_TITLE;
    for (size_t i = 0; i < article->mentions.n; i++)
        article->mentions.items[i].confidence = 0.9f;
    assert_int_equal(ent_i_agree_apply(article, &text, &gazetteer, NULL),
                     ENT_OK);
    float confidence = m->confidence;
    ent_article_free(article);
    ent_i_text_free(&text);
    return confidence;
}

static void test_towns_stand_before_their_country(void **state)
{
    (void)state;
    check("We saw <P Dunn>, <L France>; and left.", "58", "LL");
    check("We saw <P Dunn>, <L Oslo>; and left.", "58", "PL");
    check("We saw <P Dunn>, <L France>; <P Ann Dunn> left.", "589", "PLP");
}

static void test_a_title_of_one_word_is_a_subject(void **state)
{
    (void)state;
    assert_true(confidence_in_title("<P Barracks>") == 0);
    assert_true(confidence_in_title("<P Barracks>; <P Dunn> spoke") == 0);
    assert_true(confidence_in_title("<P Dunn>; <P Ann Dunn> spoke") > 0);
    assert_true(confidence_in_title("<P Ann Dunn>") > 0);
    assert_true(confidence_in_title("<P Dunn> left") > 0);
    assert_true(confidence_in_title("<O Barracks>") > 0);
}

static void test_words_of_kinship_make_persons(void **state)
{
    (void)state;
    check("Her daughter <L Virginia> left. <L Virginia> ran.", "99", "PP");
    check("Their son, <L Lincoln>, left.", "9", "P");
    check("Two nephews, <L Jordan> and <P Max Roe>, ran.", "99", "PP");
    /* what follows reports, and is nobody's father */
    check("He shot his father, <O Echo> reported.", "9", "O");
    check("I had a father, <L Ohio> had a mother.", "5", "L");
    /* nor is a treaty */
    check("Under her husband <O UFTA> was signed.", "9", "O");
}

static void test_nouns_tell_what_is_no_person(void **state)
{
    (void)state;
    check("The organisation \"<P Adhik>\" sued. <P Adhik> won.", "99", "OO");
    check("The newspapers \xe2\x80\x9c<P El Eco>\xe2\x80\x9d closed.", "7",
          "O");
    check("A firm called <P Oris> closed.", "9", "O");
    check("<P Oris>, a small maker of toys, closed.", "9", "P");
    check("<P Oris>, a small airline of the north, closed.", "9", "O");
    check("<P Oris> was a private bank in Kent.", "9", "P");
    check("<P Oris> was a daily newspaper.", "9", "O");
    check("They live in a village called <P Oris>.", "9", "L");
}

static void test_directions_stand_before_places(void **state)
{
    (void)state;
    check("It rained in northern <P Vassia>. <P Vassia> is dry.", "88", "LL");
    check("The pro-western <P Vassia> left.", "8", "P");
}

static void test_nouns_leave_other_names_alone(void **state)
{
    (void)state;
    /* the noun belongs to whom the name explains */
    check("<P Ann Roe> of <P Oris>, the newspaper, left.", "99", "PP");
    check("The newspaper <P Oris> founded closed.", "9", "P");
    check("The newspaper <P Roe>. <P Ann Roe> left.", "99", "PP");
    check("The law firm <P Ann Roe> closed. <P Ann Roe> sued.", "99", "PP");
    check("At the law firm <P Ann Roe>. <P Ann Roe> sued.", "99", "OO");
    check("At the publisher <P Ann Roe>, he said.", "9", "P");
    check("He saw <P Ann Roe>, a law firm.", "9", "P");
    check("The spokesman <O White House> officials sent left.", "9", "O");
    check("A lawyer called <O Oris>.", "9", "O");
    check("A lawyer called <O Oris>.", "5", "P");
    /* announced in two ways */
    check("A lawyer called <P Oris>. A firm called <P Oris>.", "55", "PP");
}

static void test_storms_are_no_persons(void **state)
{
    (void)state;
    check("<P Hurricane Bo> hit. <P Bo> grew.", "99", "MM");
    check("Tropical storm <P Bo> hit. <P Bo> grew.", "99", "MM");
    check("<P Bo>, the third hurricane of the year, hit.", "9", "M");
    check("The destroyer <P Ada Moss> sank.", "9", "M");
    check("<P USS Ada Moss> sank.", "9", "M");
    check("<P Storm> left. <P Ann Storm> ran.", "99", "PP");
    /* a middle name */
    check("<P Storm Roe> fled. <P Ann Roe> ran. <P Roe> hid.", "999", "MPP");
}

static void test_speakers_are_persons(void **state)
{
    (void)state;
    check("\"We go,\" said <O Roe>. <O Roe> left.", "55", "PP");
    check("\xe2\x80\x9cWe go\xe2\x80\x9d, according to <L Roe>.", "5", "P");
    check("<O Roe> said: \"We go.\"", "5", "P");
    check("<O Roe> said, \"We go.\"", "5", "P");
    /* sure ones, acronyms, longer names, speech that is not quoted */
    check("\"We go,\" said <O Roe>.", "9", "O");
    check("\"We go,\" said <O UNO>.", "5", "O");
    check("\"We go,\" said <O Roe Steel>.", "5", "O");
    check("We go, said <O Roe>.", "5", "O");
    check("<O Roe> said so.", "5", "O");
    check("Ann of <L Kent> said: \"We go.\"", "5", "L");
}

/* The confidence of a doubtful person after agreeing. */
static float settled(const char *marked)
{
    ent_i_text text = {0};
    ent_article *article = made_article(marked, &text);
    assert_non_null(article);
    ent_mention *m = &article->mentions.items[0];
    m->confidence = 0.3f;
    assert_int_equal(ent_i_agree_apply(article, &text, &gazetteer, NULL),
                     ENT_OK);
    float confidence = m->confidence;
    assert_int_equal(m->type, ENT_PERSON);
    ent_article_free(article);
    ent_i_text_free(&text);
    return confidence;
}

static void test_doubtful_persons_are_made_sure(void **state)
{
    (void)state;
    assert_true(settled("He rang <P A P Roe> again.") > 0.8f);
    assert_true(settled("He rang <P K. R. Roe> again.") > 0.8f);
    assert_true(settled("Then <P A Roe> won.") < 0.4f);
    assert_true(settled("Then <P Ann> won. He met <P Ann Dunn>.") > 0.8f);
    assert_true(settled("Then <P Eva> won. He met <P Ann Dunn>.") < 0.4f);
    assert_true(settled("He rang <P A P> again.") < 0.4f);
    assert_true(settled("We asked <P Eva (Evie) Dunn> why.") > 0.8f);
    assert_true(settled("<P Bo af Ugglas> left.") > 0.8f);
    assert_true(settled("<P Una Shalit> MK left.") > 0.8f);
    assert_true(settled("<P Duchess of Roe> left.") < 0.8f);
    assert_true(settled("<P Una Shalit> left.") < 0.8f);
    assert_true(settled("We asked <P Eva> and <P Thomas Dunn>.") > 0.8f);
    assert_true(settled("We asked <P Eva> and the <P Dunn>.") < 0.4f);
}

static void test_no_names_no_change(void **state)
{
    (void)state;
    check("It rained.", "", "");
}

static void test_memory_failures_are_reported(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article = made_article("<O Dunn> and <P Ann Dunn>.", &text);
    assert_non_null(article);
    article->mentions.items[0].confidence = 0.5f;
    article->mentions.items[1].confidence = 0.9f;
    ent_status status = ENT_ERR_MEMORY;
    for (long nth = 1; status == ENT_ERR_MEMORY && nth < 20; nth++) {
        ent_i_memory_fail_from(nth);
        status = ent_i_agree_apply(article, &text, &gazetteer, NULL);
        ent_i_memory_fail_from(0);
        if (status == ENT_ERR_MEMORY)
            assert_int_equal(article->mentions.items[0].type, ENT_ORG);
    }
    assert_int_equal(status, ENT_OK);
    assert_int_equal(article->mentions.items[0].type, ENT_PERSON);
    ent_article_free(article);
    ent_i_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_doubtful_names_follow_the_full_name),
        cmocka_unit_test(test_two_words_follow_the_one_alone),
        cmocka_unit_test(test_sure_names_stay),
        cmocka_unit_test(test_a_doubtful_person_explains_nothing),
        cmocka_unit_test(test_towns_stand_before_their_country),
        cmocka_unit_test(test_a_title_of_one_word_is_a_subject),
        cmocka_unit_test(test_words_of_kinship_make_persons),
        cmocka_unit_test(test_nouns_tell_what_is_no_person),
        cmocka_unit_test(test_directions_stand_before_places),
        cmocka_unit_test(test_nouns_leave_other_names_alone),
        cmocka_unit_test(test_storms_are_no_persons),
        cmocka_unit_test(test_speakers_are_persons),
        cmocka_unit_test(test_doubtful_persons_are_made_sure),
        cmocka_unit_test(test_no_names_no_change),
        cmocka_unit_test(test_memory_failures_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
