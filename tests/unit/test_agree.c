/* Doubtful names that the article explains elsewhere. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "made.h"
#include "recognise/agree.h"

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
    assert_int_equal(ent_i_agree_apply(article, NULL), ENT_OK);
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
        status = ent_i_agree_apply(article, NULL);
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
        cmocka_unit_test(test_sure_names_stay),
        cmocka_unit_test(test_a_doubtful_person_explains_nothing),
        cmocka_unit_test(test_no_names_no_change),
        cmocka_unit_test(test_memory_failures_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
