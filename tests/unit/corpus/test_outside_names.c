/* Names in furniture: who they are is known from the stories. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "unit/marked_corpus.h"

/* The text, with its mentions from number `from` on in furniture. */
static ent_corpus *corpus_of(const char *other, const char *text, size_t from)
{
    ent_corpus *corpus = MARKED_CORPUS(other, text);
    ent_article *article = corpus->articles.items[1];
    ent_i_text tokens = {0};
    for (size_t i = from; i < article->mentions.n; i++)
        article->mentions.items[i].role = ENT_ROLE_FURNITURE;
    assert_int_equal(ent_i_text_read(&tokens, article, NULL), ENT_OK);
    assert_int_equal(ent_i_cluster_article(article, &tokens, NULL), ENT_OK);
    ent_i_text_free(&tokens);
    return corpus;
}

static void test_they_mean_the_persons_of_the_stories(void **state)
{
    (void)state;
    ent_corpus *corpus =
        corpus_of("<P Karl Roth> sat.",
                  "<P Ann Dunn> and <P Lund> sat. <P Dunn> wins. <P Karl Roth> "
                  "loses. <P Roth> cries. <P Mia Lund> sings.",
                  2);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 1, 2), "ann-dunn");
    assert_string_equal(actor_id(corpus, 1, 3), "karl-roth");
    assert_string_equal(actor_id(corpus, 1, 4), "karl-roth");
    assert_string_equal(actor_id(corpus, 1, 5), "none");
    assert_int_equal(actor_named(corpus, "ann-dunn")->mentions, 1);
    assert_int_equal(actor_named(corpus, "karl-roth")->articles, 1);
    ent_corpus_free(corpus);
}

static void test_a_surname_goes_with_the_full_name_beside_it(void **state)
{
    (void)state;
    ent_corpus *corpus = corpus_of(
        "<P Karl Roth> sat.",
        "<P Ann Roth> sat. <P Karl Roth> wins. <P Roth> cries. <P Mia Lund> "
        "sings. <P Lund> bows.",
        1);
    const ent_article *article = corpus->articles.items[1];
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 1, 2), "karl-roth");
    assert_string_equal(actor_id(corpus, 1, 4), "none");
    assert_int_equal(article->mentions.items[3].cluster,
                     article->mentions.items[4].cluster);
    ent_corpus_free(corpus);
}

/* A surname alone is whose it mostly is, not one's of two. */
static void test_a_surname_alone_is_whom_the_stories_mean(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "<P Karl Roth> sat. <P Roth> ate.", "<P Karl Roth> ran. <P Roth> won.",
        "<P Karl Roth> rose. <P Roth> fell.", "<P Roth> swam away.",
        "<P Roth> came back late.", "<P Roth> left again.",
        "<P Mia Lund> sang. <P Lund> wept.", "<P Lund> hid.",
        "<P Ann Dunn> sat. <P Roth> wins. <P Lund> cries.");
    ent_article *last = corpus->articles.items[8];
    last->mentions.items[1].role = last->mentions.items[2].role =
        ENT_ROLE_FURNITURE;
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 8, 1), "karl-roth");
    assert_string_equal(actor_id(corpus, 8, 2), "none");
    ent_corpus_free(corpus);
}

static void test_a_byline_goes_with_its_surname(void **state)
{
    (void)state;
    ent_corpus *corpus =
        corpus_of("It rained.",
                  "<P Ann Dunn> sat. <P Karl Roth> wrote. <P Roth> did.", 1);
    ent_article *article = corpus->articles.items[1];
    ent_i_text tokens = {0};
    article->mentions.items[1].role = article->mentions.items[2].role =
        ENT_ROLE_BYLINE;
    assert_int_equal(ent_i_text_read(&tokens, article, NULL), ENT_OK);
    assert_int_equal(ent_i_cluster_article(article, &tokens, NULL), ENT_OK);
    ent_i_text_free(&tokens);
    assert_int_equal(article->mentions.items[1].cluster,
                     article->mentions.items[2].cluster);
    ent_corpus_free(corpus);
}

static void test_within_an_article_only_its_own(void **state)
{
    (void)state;
    ent_resolve_options options = ENT_RESOLVE_OPTIONS_INIT;
    ent_corpus *corpus = corpus_of(
        "<P Karl Roth> sat.", "<P Dunn> sat. <P Karl Roth> met <P Dunn>.", 1);
    options.mode = ENT_RESOLVE_ARTICLE;
    assert_int_equal(ent_corpus_resolve(corpus, &options, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 1, 1), "none");
    assert_string_equal(actor_id(corpus, 1, 2), actor_id(corpus, 1, 0));
    ent_corpus_free(corpus);
}

static void test_of_two_namesakes_neither_is_meant(void **state)
{
    (void)state;
    ent_corpus *corpus = corpus_of(
        "It rained.", "<P Ann Dunn> met <P Bob Dunn>. <P Dunn> wins.", 2);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 1, 2), "none");
    ent_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_they_mean_the_persons_of_the_stories),
        cmocka_unit_test(test_a_surname_goes_with_the_full_name_beside_it),
        cmocka_unit_test(test_a_surname_alone_is_whom_the_stories_mean),
        cmocka_unit_test(test_a_byline_goes_with_its_surname),
        cmocka_unit_test(test_within_an_article_only_its_own),
        cmocka_unit_test(test_of_two_namesakes_neither_is_meant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
