#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "recognise/recognise.h"
#include "unit/made.h"

/* Answers the article "made" with two persons, one of them uncertain. */
#define CHILD                                                                  \
    "while read line; do echo '{\"id\":\"made\",\"mentions\":["                \
    "{\"start\":0,\"end\":8,\"type\":\"person\",\"confidence\":0.4},"          \
    "{\"start\":13,\"end\":22,\"type\":\"person\",\"confidence\":0.9}]}'; "    \
    "done"
#define TEXT "Ann Dunn saw Karl Roth in the Boat Club of Ulm."

/* Recognises a marked text; the caller frees the article. */
static ent_article *recognise(const ent_i_recogniser_options *options,
                              const char *marked, bool annotated)
{
    ent_i_text text = {0};
    ent_i_recogniser *recogniser = NULL;
    ent_i_recogniser_scratch *scratch = NULL;
    ent_article *article = made_article(marked, &text);
    article->annotated = annotated;
    assert_int_equal(ent_i_recogniser_new(&recogniser, options, NULL), ENT_OK);
    assert_int_equal(ent_i_recogniser_scratch_new(&scratch, recogniser, NULL),
                     ENT_OK);
    assert_int_equal(ent_i_recognise(recogniser, scratch, article, &text, NULL),
                     ENT_OK);
    ent_i_recogniser_scratch_free(scratch);
    ent_i_recogniser_free(recogniser);
    ent_i_text_free(&text);
    return article;
}

static void test_uncertain_names_are_left_out(void **state)
{
    (void)state;
    static const struct {
        double min_confidence;
        size_t names;
    } cases[] = {{0, 2}, {0.3, 2}, {0.5, 1}, {0.95, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_i_recogniser_options options = {
            .command = CHILD, .min_confidence = cases[i].min_confidence};
        ent_article *article = recognise(&options, TEXT, false);
        assert_int_equal(article->mentions.n, cases[i].names);
        ent_article_free(article);
    }
}

static void test_the_tagger_is_as_sure_as_it_says(void **state)
{
    (void)state;
    ent_i_recogniser_options options = {0};
    static const char text[] =
        "Secretary of State John Kerry met Sergei Lavrov in Paris on Sunday. "
        "Mr Kerry and Lavrov talked.";
    ent_article *all = recognise(&options, text, false);
    options.min_confidence = 0.9;
    ent_article *sure = recognise(&options, text, false);
    size_t expected = 0;
    for (size_t i = 0; i < all->mentions.n; i++) {
        float confidence = all->mentions.items[i].confidence;
        assert_true(confidence >= 0 && confidence <= 1);
        expected += confidence >= 0.9;
    }
    assert_true(all->mentions.n >= 4);
    assert_int_equal(sure->mentions.n, expected);
    ent_article_free(all);
    ent_article_free(sure);
}

static void test_annotated_mentions_stay_whatever_the_options(void **state)
{
    (void)state;
    ent_i_recogniser_options options = {.command = CHILD,
                                        .min_confidence = 0.99};
    ent_article *article =
        recognise(&options, "Mr <P Dunn> saw the <O Boat Club>.", true);
    assert_int_equal(article->mentions.n, 2);
    assert_true(made_is(article, 0, "Dunn"));
    assert_int_equal(article->mentions.items[0].honorific_end, 2);
    assert_true(made_is(article, 1, "Boat Club"));
    ent_article_free(article);
}

static void test_listed_names_join_those_found(void **state)
{
    (void)state;
    char path[] = "/tmp/entente-names-XXXXXX";
    static const char list[] = "org\tBoat Club\norg\tRoth\n";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, list, sizeof list - 1), sizeof list - 1);
    close(file);
    ent_i_recogniser_options options = {.command = CHILD, .entities = path};
    ent_article *article = recognise(&options, TEXT, false);
    assert_int_equal(article->mentions.n, 3);
    assert_true(made_is(article, 0, "Ann Dunn"));
    assert_true(made_is(article, 1, "Roth")); /* the list wins */
    assert_int_equal(article->mentions.items[1].type, ENT_ORG);
    assert_true(made_is(article, 2, "Boat Club"));
    ent_article_free(article);
    unlink(path);
}

static void test_wrong_options_are_reported(void **state)
{
    (void)state;
    ent_i_recogniser *recogniser = NULL;
    ent_error error = {0};
    ent_i_recogniser_options options = {.entities = "/no/such/list"};
    assert_int_equal(ent_i_recogniser_new(&recogniser, &options, &error),
                     ENT_ERR_NOT_FOUND);
    assert_null(recogniser);
    assert_string_equal(error.file, "/no/such/list");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_uncertain_names_are_left_out),
        cmocka_unit_test(test_the_tagger_is_as_sure_as_it_says),
        cmocka_unit_test(test_annotated_mentions_stay_whatever_the_options),
        cmocka_unit_test(test_listed_names_join_those_found),
        cmocka_unit_test(test_wrong_options_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
