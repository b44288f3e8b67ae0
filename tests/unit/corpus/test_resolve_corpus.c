#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unit/marked_corpus.h"

/* A corpus of marked texts, resolved with the defaults. */
static ent_corpus *resolved(ent_corpus *corpus)
{
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    return corpus;
}

#define MADE_CORPUS(...) resolved(MARKED_CORPUS(__VA_ARGS__))

static void test_spellings_meet_across_articles(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MADE_CORPUS("<P Sergey Rumkov> came. <P Rumkov> left.",
                    "<P Sergei Rumkov> spoke.", "<P Sergey Rumkov> sat.");
    assert_int_equal(ent_corpus_actor_count(corpus), 1);
    const ent_actor *actor = ent_corpus_actor(corpus, 0);
    assert_string_equal(actor->id, "sergey-rumkov");
    assert_string_equal(actor->label, "Sergey Rumkov");
    assert_int_equal(actor->mentions, 4);
    assert_int_equal(actor->articles, 3);
    assert_int_equal(actor->alias_count, 2);
    assert_int_equal(actor->likely, ENT_NONE);
    ent_corpus_free(corpus);
}

static void test_a_tie_of_spellings_ignores_the_order(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MADE_CORPUS("<L BEIJING> froze.", "<L Beijing> thawed.");
    ent_corpus *turned =
        MADE_CORPUS("<L Beijing> thawed.", "<L BEIJING> froze.");
    assert_int_equal(ent_corpus_actor_count(corpus), 1);
    assert_string_equal(ent_corpus_actor(corpus, 0)->label, "Beijing");
    assert_string_equal(ent_corpus_actor(turned, 0)->label, "Beijing");
    ent_corpus_free(corpus);
    ent_corpus_free(turned);
}

static void test_a_bare_surname_goes_to_its_only_bearer(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS("<P John Corby> came.", "<P Corby> left.",
                                     "Mr. <P Omara> spoke to Mrs. <P Omara>.");
    assert_string_equal(actor_id(corpus, 1, 0), "john-corby");
    assert_string_equal(actor_id(corpus, 2, 0), "omara");
    ent_corpus_free(corpus);
}

static void test_a_surname_of_two_equals_stays_open(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS("<P Jeb Bosk> came.",
                                     "<P Neil Bosk> left.", "<P Bosk> sat.");
    assert_string_equal(actor_id(corpus, 2, 0), "bosk");
    assert_int_not_equal(actor_named(corpus, "bosk")->likely, ENT_NONE);
    ent_corpus_free(corpus);
}

/* Now the one, now the other is likely: nobody says that both mean one. */
static void test_a_surname_left_open_for_two_is_nobodys_elsewhere(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS(
        "<P Jeb Bosk> saw <P Mona Lir>.", "<P Neil Bosk> saw <P Tim Roth>.",
        "<P Bosk> saw <P Mona Lir>.", "<P Bosk> saw <P Tim Roth>.");
    const ent_actor *one = actor_named(corpus, actor_id(corpus, 2, 0));
    const ent_actor *two = actor_named(corpus, actor_id(corpus, 3, 0));
    assert_string_equal(one->label, "Bosk");
    assert_string_equal(two->label, "Bosk");
    assert_ptr_not_equal(one, two);
    assert_int_not_equal(one->likely, two->likely);
    ent_corpus_free(corpus);
}

/* "Pip" is in no list of given names, but many are called so. */
static void test_a_given_name_by_those_who_have_it(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS(
        "<P Pip Arden> ran.", "<P Pip Bosk> ran.", "<P Pip Corby> ran.",
        "<P Pip Drell> ran.", "<P Pip Ember> ran.", "<P Pip> sat.",
        "<P Pip> left.", "<P Zorro> sat.", "<P Zorro> left.");
    assert_string_not_equal(actor_id(corpus, 5, 0), actor_id(corpus, 6, 0));
    assert_string_equal(actor_id(corpus, 7, 0), actor_id(corpus, 8, 0));
    ent_corpus_free(corpus);
}

static void test_habit_and_gender_decide_a_shared_surname(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS(
        "<P Hillary Fenwick> came. Mrs. <P Fenwick> sat. <P Fenwick> left.",
        "<P Hillary Fenwick> came. <P Fenwick> sat. <P Fenwick> left.",
        "<P Hillary Fenwick> came. <P Fenwick> sat. <P Fenwick> left.",
        "<P Bill Fenwick> rested.", "<P Fenwick> won.",
        "Mr. <P Fenwick> spoke.");
    assert_string_equal(actor_id(corpus, 4, 0), "hillary-fenwick");
    assert_string_equal(actor_id(corpus, 5, 0), "bill-fenwick");
    ent_corpus_free(corpus);
}

static void test_a_bare_given_name_needs_habit(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS(
        "<P Hillary Fenwick> came. <P Hillary> left.", "<P Hillary> won.",
        "<P David Camborn> came.", "<P David> won.", "<P David> lost.");
    assert_string_equal(actor_id(corpus, 1, 0), "hillary-fenwick");
    assert_string_equal(actor_id(corpus, 3, 0), "david");
    assert_string_equal(actor_id(corpus, 4, 0), "david-2");
    ent_corpus_free(corpus);
}

static void test_articles_show_that_two_are_two(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MADE_CORPUS("<P Donald Drumm> met <P Donald Drumm Jr.> there.",
                    "<P Donald Drumm> left.", "<P Donald Drumm Jr.> left.",
                    "<P Ken Griffey Jr.> ran.", "<P Ken Griffey> ran.");
    assert_string_equal(actor_id(corpus, 1, 0), "donald-drumm");
    assert_string_equal(actor_id(corpus, 2, 0), "donald-drumm-jr");
    assert_string_equal(actor_id(corpus, 3, 0), actor_id(corpus, 4, 0));
    ent_corpus_free(corpus);
}

static void test_surroundings_decide_between_namesakes(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS(
        "<P Jeb Bosk> met <P Marco Rubin>, <P Rick Snell>, <P Ann Dunn> at "
        "the <O Miami Herald>.",
        "<P Jeb Bosk> called <P Marco Rubin>, <P Rick Snell> and <P Ann Dunn> "
        "of <O Miami Herald>.",
        "<P George Bosk> met <P Dick Cheyne>, <P Karl Roke>, <P Colin Powley> "
        "of <O Halliburton>.",
        "<P George Bosk> called <P Dick Cheyne>, <P Karl Roke>, "
        "<P Colin Powley> of <O Halliburton>.",
        "<P Bosk> thanked <P Dick Cheyne>, <P Karl Roke>, <P Colin Powley> of "
        "<O Halliburton>.",
        "<P Bosk> thanked <P Marco Rubin>, <P Rick Snell>, <P Ann Dunn> and "
        "<O Miami Herald>.");
    assert_string_equal(actor_id(corpus, 4, 0), "george-bosk");
    assert_string_equal(actor_id(corpus, 5, 0), "jeb-bosk");
    ent_corpus_free(corpus);
}

static void test_a_mistyped_word_goes_to_the_place(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MADE_CORPUS("<L Ohio> and <L Ohio> and <L Ohio>.", "<P Ohio> won.",
                    "<L Paris> lay there.", "<P Paris Hilton> met <P Paris>.");
    assert_string_equal(actor_id(corpus, 1, 0), "ohio");
    assert_int_equal(actor_named(corpus, "ohio")->type, ENT_PLACE);
    assert_string_equal(actor_id(corpus, 3, 1), "paris-hilton");
    ent_corpus_free(corpus);
}

static void test_names_outside_the_story_get_no_actor(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS("<P Ann Writer>\n\n<P John Corby> left.");
    /* Nobody marked the byline in time: mark it and resolve again. */
    ent_article *article = corpus->articles.items[0];
    article->mentions.items[0].role = ENT_ROLE_BYLINE;
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_corpus_actor_count(corpus), 1);
    assert_string_equal(actor_id(corpus, 0, 0), "none");
    assert_string_equal(actor_id(corpus, 0, 1), "john-corby");
    ent_corpus_free(corpus);
}

/* Tables are read by programs that take some words for no text at all. */
static void test_ids_are_never_values(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MADE_CORPUS("<O NULL> met <O NaN>.", "<O None> met <O NA>.",
                    "<O 1e5> met <O Inf>.", "<O 2-3> met <O True>.",
                    "<O Nanette> met <O 50 Cent>.", "<O 112> met <O ---7>.");
    static const char *const wanted[][2] = {
        {"actor-null", "actor-nan"}, {"actor-none", "actor-na"},
        {"actor-1e5", "actor-inf"},  {"actor-2-3", "actor-true"},
        {"nanette", "50-cent"},      {"actor-112", "actor-7"}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        for (size_t k = 0; k < 2; k++)
            assert_string_equal(actor_id(corpus, i, k), wanted[i][k]);
    ent_corpus_free(corpus);
}

static void test_article_mode_keeps_articles_apart(void **state)
{
    (void)state;
    ent_resolve_options options = ENT_RESOLVE_OPTIONS_INIT;
    options.mode = ENT_RESOLVE_ARTICLE;
    ent_corpus *corpus = MARKED_CORPUS("<P John Corby> ran. <P Corby> sat.",
                                       "<P John Corby> left.");
    assert_int_equal(ent_corpus_resolve(corpus, &options, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 0, 0), "john-corby");
    assert_string_equal(actor_id(corpus, 0, 1), "john-corby");
    assert_string_equal(actor_id(corpus, 1, 0), "john-corby-2");
    ent_corpus_free(corpus);
}

static void test_capitals_fold_to_the_normal_form(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MADE_CORPUS("<P JOHN CORBY> LEFT.", "<P JOHN CORBY> CAME.",
                    "<P John Corby> sat.", "<P ANGELA LINDEL> SPOKE.");
    assert_int_equal(ent_corpus_actor_count(corpus), 2);
    assert_string_equal(ent_corpus_actor(corpus, 0)->label, "John Corby");
    assert_string_equal(ent_corpus_actor(corpus, 1)->label, "Angela Lindel");
    ent_corpus_free(corpus);
}

static void test_actors_are_found_by_what_users_type(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MADE_CORPUS("<P Štefan Füge> met <P John Corby>. <P Corby> left.",
                    "<P Jeb Bosk> met <P Neil Bosk>.");
    uint32_t found;
    ent_error error;
    static const char *const corby[] = {"john-corby", "John Corby", "CORBY",
                                        " john  corby"};
    for (size_t i = 0; i < sizeof corby / sizeof *corby; i++) {
        assert_int_equal(
            ent_corpus_find_actor(corpus, corby[i], &found, NULL, &error),
            ENT_OK);
        assert_string_equal(ent_corpus_actor(corpus, found)->id, "john-corby");
    }
    assert_int_equal(
        ent_corpus_find_actor(corpus, "fuge", &found, NULL, &error), ENT_OK);
    assert_string_equal(ent_corpus_actor(corpus, found)->id, "stefan-fuge");
    assert_int_equal(
        ent_corpus_find_actor(corpus, "Bosk", &found, NULL, &error),
        ENT_ERR_ARGUMENT);
    assert_non_null(strstr(error.message, "jeb-bosk"));
    assert_int_equal(
        ent_corpus_find_actor(corpus, "John Kerrry", &found, NULL, &error),
        ENT_ERR_NOT_FOUND);
    assert_non_null(strstr(error.message, "john-corby"));
    assert_int_equal(ent_corpus_find_actor(corpus, "", &found, NULL, &error),
                     ENT_ERR_NOT_FOUND);
    ent_corpus_free(corpus);
}

static void test_the_bearer_named_most_is_meant(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS(
        "<P Don Drumm> met <P Ann Dunn>. <P Don Drumm> left. <P Don Drumm> "
        "sat. <P Don Drumm> ran. <P Don Drumm> ate.",
        "<P Eve Drumm> met <P Jeb Bosk>.",
        "<P Neil Bosk> met <P Jeb Bosk>. <P Jeb Bosk> left.",
        "<P Drumm Tower> and <P Drumm> spoke.");
    uint32_t found;
    ent_error error;
    ent_remark remark;
    assert_int_equal(
        ent_corpus_find_actor(corpus, "Drumm", &found, &remark, &error),
        ENT_OK);
    assert_string_equal(ent_corpus_actor(corpus, found)->id, "don-drumm");
    assert_non_null(strstr(remark.text, "Drumm: taken as Don Drumm ("));
    assert_non_null(strstr(remark.text, " mentions); others: Eve Drumm "
                                        "(eve-drumm) 1"));
    /* Three to one is close. */
    assert_int_equal(
        ent_corpus_find_actor(corpus, "Bosk", &found, &remark, &error),
        ENT_ERR_ARGUMENT);
    assert_non_null(strstr(error.message, "Jeb Bosk (jeb-bosk) 3, Neil Bosk "
                                          "(neil-bosk) 1; give"));
    assert_string_equal(remark.text, "");
    /* A full name means nobody else, however rare. */
    assert_int_equal(
        ent_corpus_find_actor(corpus, "eve drumm", &found, &remark, &error),
        ENT_OK);
    assert_string_equal(ent_corpus_actor(corpus, found)->id, "eve-drumm");
    assert_string_equal(remark.text, "");
    ent_corpus_free(corpus);
}

static void test_an_open_name_gives_way_to_its_bearers(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MADE_CORPUS("<P Jeb Bosk> met <P Neil Bosk>.", "<P Bosk> left.",
                    "<P Ann Dunn> came. <P Dunn> left.");
    uint32_t found;
    /* "Bosk" fits two, and is not the actor that was left open. */
    assert_int_equal(ent_corpus_find_actor(corpus, "Bosk", &found, NULL, NULL),
                     ENT_ERR_ARGUMENT);
    ent_remark remark;
    assert_int_equal(
        ent_corpus_find_actor(corpus, "bosk", &found, &remark, NULL),
        ENT_OK); /* its id */
    assert_string_equal(remark.text, "");
    assert_int_equal(ent_corpus_find_actor(corpus, "Dunn", &found, NULL, NULL),
                     ENT_OK);
    assert_string_equal(ent_corpus_actor(corpus, found)->id, "ann-dunn");
    ent_corpus_free(corpus);
}

/* Among so many articles, one that names somebody in full explains the bare
 * surname only of those that have more in common with it. */
static void test_few_know_whom_one_article_of_many_names(void **state)
{
    enum { MANY = 3000, OWN = 3 };
    const char *marked[MANY] = {
        "<P Ada Quill> of <O Echo> met <P Max Dunn>.",
        "<P Quill> left early, <P Max Dunn> said.",
        "The price of a house by <P Quill> rose.",
    };
    (void)state;
    for (size_t i = OWN; i < MANY; i++)
        marked[i] = "It rained.";
    ent_corpus *corpus = marked_corpus(marked, MANY);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 1, 0), "ada-quill");
    assert_string_equal(actor_id(corpus, 2, 0), "quill");
    ent_corpus_free(corpus);
    corpus = marked_corpus(marked, OWN);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 2, 0), "ada-quill");
    ent_corpus_free(corpus);
}

static void test_an_empty_corpus_has_no_actors(void **state)
{
    (void)state;
    ent_corpus *corpus = NULL;
    uint32_t found;
    assert_int_equal(ent_corpus_new(&corpus, NULL), ENT_OK);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_corpus_actor_count(corpus), 0);
    assert_null(ent_corpus_actor(corpus, 0));
    assert_null(ent_corpus_article(corpus, 0));
    assert_int_equal(ent_corpus_find_actor(corpus, "x", &found, NULL, NULL),
                     ENT_ERR_NOT_FOUND);
    ent_corpus_free(corpus);
    ent_corpus_free(NULL);
}

static void test_every_failed_allocation_is_reported(void **state)
{
    (void)state;
    ent_corpus *corpus = MADE_CORPUS(
        "<P Sergey Rumkov> met <P John Corby> in <L Paris>. <P Corby> left.",
        "<P Sergei Rumkov> called <P Corby> and <P Bosk>.",
        "<P Jeb Bosk> met <P Neil Bosk> and <P David>.");
    size_t expected = ent_corpus_actor_count(corpus);
    ent_status status = ENT_ERR_MEMORY;
    for (long n = 1; status == ENT_ERR_MEMORY; n++) {
        ent_i_memory_fail_from(n);
        status = ent_corpus_resolve(corpus, NULL, NULL);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        if (status)
            assert_int_equal(ent_corpus_actor_count(corpus), 0);
        assert_true(n < 5000);
    }
    assert_int_equal(ent_corpus_actor_count(corpus), expected);
    ent_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spellings_meet_across_articles),
        cmocka_unit_test(test_a_tie_of_spellings_ignores_the_order),
        cmocka_unit_test(test_a_bare_surname_goes_to_its_only_bearer),
        cmocka_unit_test(test_a_surname_of_two_equals_stays_open),
        cmocka_unit_test(test_a_surname_left_open_for_two_is_nobodys_elsewhere),
        cmocka_unit_test(test_a_given_name_by_those_who_have_it),
        cmocka_unit_test(test_habit_and_gender_decide_a_shared_surname),
        cmocka_unit_test(test_a_bare_given_name_needs_habit),
        cmocka_unit_test(test_articles_show_that_two_are_two),
        cmocka_unit_test(test_surroundings_decide_between_namesakes),
        cmocka_unit_test(test_a_mistyped_word_goes_to_the_place),
        cmocka_unit_test(test_names_outside_the_story_get_no_actor),
        cmocka_unit_test(test_ids_are_never_values),
        cmocka_unit_test(test_article_mode_keeps_articles_apart),
        cmocka_unit_test(test_capitals_fold_to_the_normal_form),
        cmocka_unit_test(test_actors_are_found_by_what_users_type),
        cmocka_unit_test(test_the_bearer_named_most_is_meant),
        cmocka_unit_test(test_an_open_name_gives_way_to_its_bearers),
        cmocka_unit_test(test_few_know_whom_one_article_of_many_names),
        cmocka_unit_test(test_an_empty_corpus_has_no_actors),
        cmocka_unit_test(test_every_failed_allocation_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
