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
    assert_clusters("Secretary of State <P John Corby> spoke. Mr. <P Corby> "
                    "left. <P Corby> called <P Sergei Rumkov>, and <P Rumkov> "
                    "called <P John>.",
                    "aaabba");
    assert_clusters("<P Corby> came. Later <P John Corby> left.", "aa");
    assert_clusters("<P JOHN CORBY> IN PARIS\n\n<P John Corby> came.", "aa");
    /* Who is joined to him by "and" is another; what is named after him isn't.
     */
    assert_clusters("<P John Corby> and <P Corby> came. <P Corby> left.",
                    "abb");
    assert_clusters("He spoke of <P John Corby> and the <P Corby> "
                    "organisation. <P Corby> left.",
                    "aaa");
}

static void test_two_full_names_stay_two(void **state)
{
    (void)state;
    assert_clusters("<P Bill Fenwick> and <P Hillary Fenwick> came. Mrs. "
                    "<P Fenwick> spoke. Mr. <P Fenwick> left.",
                    "abba");
    assert_clusters("<P George W. Bosk> met <P Jeb Bosk>. <P Bosk> left.",
                    "abb");
    assert_clusters("President <P George Bosk> met Governor <P Jeb Bosk>. "
                    "President <P Bosk> left.",
                    "aba");
    assert_clusters("<P Robert Downey Jr.> met <P Robert Downey Sr.> today.",
                    "ab");
    assert_clusters("<P Donald Drumm> and <P Donald Drumm Jr.> came. "
                    "<P Drumm Jr.> left, then <P Drumm>.",
                    "abba");
    assert_clusters("<P Joe Haden> or <P Joseph R. Haden Jr.>", "aa");
}

static void test_a_bare_surname_stays_with_its_bearer(void **state)
{
    (void)state;
    assert_clusters("<P Donald Drumm> spoke. <P Drumm> sat. <P Ivanna Drumm> "
                    "came. It rained. It snowed. <P Drumm> left.",
                    "aaba");
    assert_clusters("<P Jeb Bosk> spoke. <P Bosk> sat. It rained. <P George "
                    "W. Bosk> came. <P Bosk> left.",
                    "aabb");
    /* Twice called so is a habit. */
    assert_clusters("<P Jeb Bosk> spoke. <P Bosk> sat. <P Bosk> ate. <P George "
                    "W. Bosk> came. <P Bosk> left.",
                    "aaaba");
    assert_clusters("<P Bosk> leaves. <P Jeb Bosk> spoke of <P Laura Bosk>.",
                    "aab");
}

static void test_spellings_and_nicknames_join(void **state)
{
    (void)state;
    assert_clusters("<P Sergey Rumkov> came; <P Sergei Rumkov> left.", "aa");
    assert_clusters("<P Kevin Federline> sang. <P K-Fed> danced.", "aa");
    assert_clusters("<P Louis van Goor> won. <P Van Goor> sat.", "aa");
    assert_clusters("<P Xi Jinping> met Mr. <P Xi>.", "aa");
    assert_clusters("<P Bashar al-Arrad> said. <P Arrad> left.", "aa");
    assert_clusters("<P Bashar al-Arrad> said. <P al-Arrad> left.", "aa");
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

/* What somebody said, completed by an editor. */
static void test_brackets_complete_a_name(void **state)
{
    (void)state;
    assert_clusters(
        "<P John Corby> left. “[<P John>] <P Lund> knows,” he said. "
        "“I saw (Senator <P John>) <P Roe> and <P John> [<P Dunn>].”",
        "abbccdd");
    assert_clusters("“[<P Oskvar>] <P Lund> and <P Ann Lund> know,” he said.",
                    "aab");
}

/* The short form of one is the whole given name of another. */
static void test_a_given_name_comes_before_a_nickname(void **state)
{
    (void)state;
    assert_clusters("<P Johnny Dunn> praised <P John Roe>. <P Johnny> smiled.",
                    "aba");
}

static void test_a_relative_is_not_his_own_kin(void **state)
{
    (void)state;
    assert_clusters("<P John Corby> came. So did <P Corby>'s son <P Jack>.",
                    "aab");
    assert_clusters("<P Jake Tapner> wrote. <P Corby>'s wife, <P Tapper>, sat.",
                    "abc");
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
        made_article("By <P John Corby>\n\n<P John Corby> spoke.", &text);
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
        made_article("Secretary <P Corby> came. <P John\nCorby> left.", &text);
    article->mentions.items[0].honorific_start = 0;
    article->mentions.items[0].honorific_end = 9;
    assert_int_equal(ent_i_cluster_article(article, &text, NULL), ENT_OK);
    assert_int_equal(article->clusters.n, 1);
    assert_string_equal(article->clusters.items[0].name, "John Corby");
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
        "<P John Corby> met <P Rumkov> in <L Paris>. <P Corby> left for the "
        "<O State Department>. Sergei Rumkov stayed.",
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
        cmocka_unit_test(test_brackets_complete_a_name),
        cmocka_unit_test(test_a_given_name_comes_before_a_nickname),
        cmocka_unit_test(test_a_relative_is_not_his_own_kin),
        cmocka_unit_test(test_a_nickname_alone_joins_the_formal_name),
        cmocka_unit_test(test_types_and_roles_stay_apart),
        cmocka_unit_test(test_organisations_and_places_have_usual_forms),
        cmocka_unit_test(test_clusters_tell_name_and_title),
        cmocka_unit_test(test_every_failed_allocation_is_reported),
        cmocka_unit_test(test_an_article_without_names_has_no_clusters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
