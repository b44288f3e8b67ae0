#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cluster/cluster.h"
#include "corpus/corpus.h"
#include "recognise/titles.h"
#include "unit/made.h"

/* ---- within one article ---- */

/* The clusters of the marked text's mentions, as letters: "aab" means that the
 * first two are one and the third is another. */
static void assert_clusters(const char *marked, const char *expected)
{
    ent_i_text text = {0};
    ent_article *article = made_article(marked, &text);
    char found[64];
    uint32_t letters[64];
    size_t used = 0;
    assert_non_null(article);
    for (size_t i = 0; i < article->mentions.n; i++)
        ent_i_honorific_find(article, &text, &article->mentions.items[i]);
    assert_int_equal(ent_i_cluster_article(article, &text, NULL), ENT_OK);
    size_t n = article->mentions.n;
    for (size_t i = 0; i < n; i++) {
        uint32_t cluster = article->mentions.items[i].cluster;
        size_t j = 0;
        while (j < used && letters[j] != cluster)
            j++;
        letters[j] = cluster;
        used += j == used;
        found[i] = (char)('a' + j);
    }
    found[n] = '\0';
    assert_string_equal(found, expected);
    assert_int_equal(article->clusters.n, used);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_short_forms_join_the_full_name(void **state)
{
    (void)state;
    assert_clusters("Secretary of State <P John Kerry> spoke. Mr. <P Kerry> "
                    "left. <P Kerry> called <P Sergei Lavrov>, and <P Lavrov> "
                    "called <P John>.",
                    "aaabba");
    assert_clusters("<P Kerry> came. Later <P John Kerry> left.", "aa");
    assert_clusters("<P JOHN KERRY> IN PARIS\n\n<P John Kerry> came.", "aa");
}

static void test_two_full_names_stay_two(void **state)
{
    (void)state;
    assert_clusters("<P Bill Clinton> and <P Hillary Clinton> came. Mrs. "
                    "<P Clinton> spoke. Mr. <P Clinton> left.",
                    "abba");
    assert_clusters("<P George W. Bush> met <P Jeb Bush>. <P Bush> left.",
                    "abb");
    assert_clusters("President <P George Bush> met Governor <P Jeb Bush>. "
                    "President <P Bush> left.",
                    "aba");
    assert_clusters("<P Robert Downey Jr.> met <P Robert Downey Sr.> today.",
                    "ab");
    assert_clusters("<P Donald Trump> and <P Donald Trump Jr.> came. "
                    "<P Trump Jr.> left, then <P Trump>.",
                    "abba");
    assert_clusters("<P Joe Biden> or <P Joseph R. Biden Jr.>", "aa");
}

static void test_a_bare_surname_stays_with_its_bearer(void **state)
{
    (void)state;
    assert_clusters("<P Donald Trump> spoke. <P Trump> sat. <P Ivanka Trump> "
                    "came. It rained. It snowed. <P Trump> left.",
                    "aaba");
    assert_clusters("<P Jeb Bush> spoke. <P Bush> sat. It rained. <P George "
                    "W. Bush> came. <P Bush> left.",
                    "aabb");
    /* Twice called so is a habit. */
    assert_clusters("<P Jeb Bush> spoke. <P Bush> sat. <P Bush> ate. <P George "
                    "W. Bush> came. <P Bush> left.",
                    "aaaba");
    assert_clusters("<P Bush> leaves. <P Jeb Bush> spoke of <P Laura Bush>.",
                    "aab");
}

static void test_spellings_and_nicknames_join(void **state)
{
    (void)state;
    assert_clusters("<P Sergey Lavrov> came; <P Sergei Lavrov> left.", "aa");
    assert_clusters("<P Kevin Federline> sang. <P K-Fed> danced.", "aa");
    assert_clusters("<P Louis van Gaal> won. <P Van Gaal> sat.", "aa");
    assert_clusters("<P Xi Jinping> met Mr. <P Xi>.", "aa");
    assert_clusters("<P Bashar al-Assad> said. <P Assad> left.", "aa");
    assert_clusters("<P Bashar al-Assad> said. <P al-Assad> left.", "aa");
}

static void test_full_name_in_the_text_helps(void **state)
{
    (void)state;
    assert_clusters("The actor Kate Hudson came. <P Hudson> sang and <P Kate> "
                    "danced.",
                    "aa");
}

/* Every word of a headline is capitalised, and few of them are names. */
static void test_a_headline_makes_no_full_name(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article = made_article(
        "More People Blame Congress Than Hudson For Woes\n\n<P Hudson> spoke.",
        &text);
    assert_int_equal(ent_i_cluster_article(article, &text, NULL), ENT_OK);
    assert_string_equal(article->clusters.items[0].name, "Hudson");
    ent_article_free(article);
    article = made_article(
        "More People Now Blame Kate Hudson For Woes\n\n<P Hudson> spoke.",
        &text);
    assert_int_equal(ent_i_cluster_article(article, &text, NULL), ENT_OK);
    assert_string_equal(article->clusters.items[0].name, "Kate Hudson");
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_a_nickname_alone_joins_the_formal_name(void **state)
{
    (void)state;
    assert_clusters("<P Robert Miller> came. <P Bob> left. Bob Miller sat.",
                    "aa");
}

static void test_types_and_roles_stay_apart(void **state)
{
    (void)state;
    assert_clusters("<P Washington> lives in <L Washington>.", "ab");
    ent_i_text text = {0};
    ent_article *article =
        made_article("By <P John Kerry>\n\n<P John Kerry> spoke.", &text);
    article->mentions.items[0].role = ENT_ROLE_BYLINE;
    assert_int_equal(ent_i_cluster_article(article, &text, NULL), ENT_OK);
    assert_int_not_equal(article->mentions.items[0].cluster,
                         article->mentions.items[1].cluster);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_organisations_and_places_have_usual_forms(void **state)
{
    (void)state;
    assert_clusters("The <O Department of State> and the <O State Department> "
                    "agree.",
                    "aa");
    assert_clusters("<O European Aeronautic Defence and Space Company> or "
                    "<O EADS> and <O Lehman Brothers>, <O Lehman>.",
                    "aabb");
    assert_clusters("The <L U.S.> and the <L United States>, <L Britain>, "
                    "<L UK>, <L France>.",
                    "aabbc");
    assert_clusters("<O Siemens AG> and <O Siemens>.", "aa");
    assert_clusters("The <O House Budget Committee> and the <O House>.", "ab");
}

static void test_clusters_tell_name_and_title(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article =
        made_article("Secretary <P Kerry> came. <P John\nKerry> left.", &text);
    article->mentions.items[0].honorific_start = 0;
    article->mentions.items[0].honorific_end = 9;
    assert_int_equal(ent_i_cluster_article(article, &text, NULL), ENT_OK);
    assert_int_equal(article->clusters.n, 1);
    assert_string_equal(article->clusters.items[0].name, "John Kerry");
    assert_string_equal(article->clusters.items[0].honorific, "Secretary");
    assert_int_equal(article->clusters.items[0].mentions, 2);
    /* Resolving again starts anew. */
    assert_int_equal(ent_i_cluster_article(article, &text, NULL), ENT_OK);
    assert_int_equal(article->clusters.n, 1);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_every_failed_allocation_is_reported(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article = made_article(
        "<P John Kerry> met <P Lavrov> in <L Paris>. <P Kerry> left for the "
        "<O State Department>. Sergei Lavrov stayed.",
        &text);
    ent_status status = ENT_ERR_MEMORY;
    for (long n = 1; status == ENT_ERR_MEMORY; n++) {
        ent_error error = {0};
        ent_i_memory_fail_from(n);
        status = ent_i_cluster_article(article, &text, &error);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        if (status)
            assert_int_equal(error.code, ENT_ERR_MEMORY);
        assert_true(n < 1000);
    }
    assert_int_equal(article->clusters.n, 4);
    ent_article_free(article);
    ent_i_text_free(&text);
}

static void test_an_article_without_names_has_no_clusters(void **state)
{
    (void)state;
    assert_clusters("Nothing happened.", "");
    assert_clusters("", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_forms_join_the_full_name),
        cmocka_unit_test(test_two_full_names_stay_two),
        cmocka_unit_test(test_a_bare_surname_stays_with_its_bearer),
        cmocka_unit_test(test_spellings_and_nicknames_join),
        cmocka_unit_test(test_full_name_in_the_text_helps),
        cmocka_unit_test(test_a_headline_makes_no_full_name),
        cmocka_unit_test(test_a_nickname_alone_joins_the_formal_name),
        cmocka_unit_test(test_types_and_roles_stay_apart),
        cmocka_unit_test(test_organisations_and_places_have_usual_forms),
        cmocka_unit_test(test_clusters_tell_name_and_title),
        cmocka_unit_test(test_every_failed_allocation_is_reported),
        cmocka_unit_test(test_an_article_without_names_has_no_clusters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
