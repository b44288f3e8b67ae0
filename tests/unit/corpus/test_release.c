/* Bare surnames that an article's full name takes in, and ought not to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "unit/marked_corpus.h"

/* Who is well known in these corpora, and alone by the surname. */
#define OFTEN                                                                  \
    "President <P Dan Ober> spoke.", "President <P Dan Ober> sat.",            \
        "President <P Dan Ober> ate. <P Ober> sat.",                           \
        "President <P Dan Ober> slept. <P Ober> sat.",                         \
        "President <P Dan Ober> rose. <P Ober> sat.", "<P Ober> spoke.",       \
        "<P Ober> sat.", "Mr. <P Ober> ate."
enum { FIRST = 8 }; /* the article after these */

#define MORE_OFTEN                                                             \
    "<P Dan Ober> ran.", "<P Dan Ober> fell.", "<P Dan Ober> flew.",           \
        "<P Dan Ober> swam.", "<P Dan Ober> rode.", "<P Dan Ober> dug.",       \
        "<P Dan Ober> hid.", "<P Dan Ober> lay.", "<P Dan Ober> wed.",         \
        "<P Dan Ober> led."
enum { LATER = FIRST + 10 };

/* Who the mention of the one article beside OFTEN is. */
static void assert_actor(const char *marked, size_t mention, const char *id)
{
    ent_corpus *corpus = MARKED_CORPUS(OFTEN, marked);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, FIRST, mention), id);
    ent_corpus_free(corpus);
}

static void test_a_title_tells_whose_the_surname_is(void **state)
{
    (void)state;
    assert_actor("<P Mia Ober> sang. President <P Ober> left.", 1, "dan-ober");
    assert_actor("<P Mia Ober> sang. President <P Ober> left.", 0, "mia-ober");
    assert_actor("<P Mia Ober> sang. Mrs. <P Ober> left.", 1, "mia-ober");
}

/* Each mention by its own title. */
static void test_one_article_may_mean_both(void **state)
{
    (void)state;
    const char *both =
        "<P Mia Ober> sang. Ms. <P Ober> sat. President <P Ober> left.";
    assert_actor(both, 1, "mia-ober");
    assert_actor(both, 2, "dan-ober");
}

/* Records that are added to one article move those of the next. */
static void test_several_articles_may_mean_both(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        OFTEN, MORE_OFTEN,
        "<P Kay Poe> ate. <P Mia Ober> sang. President <P Ober> left.",
        "<P Ann Roe> sat.",
        "<P Eva Ober> ran. President <P Ober> left. <P Ann Roe> sat.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, LATER, 0), "kay-poe");
    assert_string_equal(actor_id(corpus, LATER, 1), "mia-ober");
    assert_string_equal(actor_id(corpus, LATER, 2), "dan-ober");
    assert_string_equal(actor_id(corpus, LATER + 1, 0), "ann-roe");
    assert_string_equal(actor_id(corpus, LATER + 2, 0), "eva-ober");
    assert_string_equal(actor_id(corpus, LATER + 2, 1), "dan-ober");
    assert_string_equal(actor_id(corpus, LATER + 2, 2), "ann-roe");
    ent_corpus_free(corpus);
}

/* Of two bearers named alike often, one alone is called so. */
static void test_a_title_decides_between_equals(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "President <P Al Quill> spoke.", "President <P Al Quill> sat there.",
        "President <P Al Quill> ate a fish.", "President <P Al Quill> swam.",
        "President <P Al Quill> has flown.", "<P Eva Quill> sang.",
        "<P Eva Quill> danced there.", "<P Eva Quill> slept a while.",
        "<P Eva Quill> ran.", "<P Eva Quill> won a prize.",
        "President <P Quill> left.", "<P Quill> stayed for a while.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 10, 0), "al-quill");
    assert_string_equal(actor_id(corpus, 11, 0), "quill");
    ent_corpus_free(corpus);
}

static void test_a_son_has_not_his_fathers_surname_alone(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        OFTEN, "<P Dan Ober> ran.", "<P Dan Ober> fell.", "<P Dan Ober> flew.",
        "<P Dan Ober> swam.", "<P Dan Ober> saw <P Dan Ober Jr.> today.",
        "<P Dan Ober Jr.> sang. <P Ober> left.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, FIRST + 5, 0), "dan-ober-jr");
    assert_string_equal(actor_id(corpus, FIRST + 5, 1), "dan-ober");
    ent_corpus_free(corpus);
}

static void test_a_surname_before_the_full_name_is_anothers(void **state)
{
    (void)state;
    assert_actor("<P Ober> spoke. It rained. It was late. <P Mia Ober> sang.",
                 0, "dan-ober");
    assert_actor("<P Mia Ober> sang. It rained. <P Ober> left.", 1, "mia-ober");
}

static void test_both_named_in_full_are_left_to_the_article(void **state)
{
    (void)state;
    assert_actor("<P Dan Ober> spoke. <P Ober> sat. <P Mia Ober> sang.", 1,
                 "dan-ober");
}

/* Somebody named in full once, and by the surname often. */
#define LOMAX                                                                  \
    "<P Hardy Lomax> came.", "Mr. <P Lomax> sat.", "Mr. <P Lomax> ate.",       \
        "Mr. <P Lomax> ran.", "Mr. <P Lomax> won.", "Mr. <P Lomax> lost.",     \
        "Mr. <P Lomax> hid.", "Mr. <P Lomax> slept."

/* Where surnames have several bearers, this one has, too. */
static void test_a_rare_namesake_takes_no_surname_of_many(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MARKED_CORPUS(LOMAX, "<P Ann Dunn> saw <P Bob Dunn>. <P Dunn> left.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 1, 0), "lomax");
    uint32_t likely = actor_named(corpus, "lomax")->likely;
    assert_int_not_equal(likely, ENT_NONE);
    assert_string_equal(ent_corpus_actor(corpus, likely)->id, "hardy-lomax");
    ent_corpus_free(corpus);
}

/* What the title stands before may be a given name. */
/* A folder of few people has no two of one surname, but some whom every reader
 * knows. */
static void test_a_surname_of_one_among_few_people_is_his(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(LOMAX);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 1, 0), "hardy-lomax");
    ent_corpus_free(corpus);
}

#define FIVE(text) text, text, text, text, text

/* Everybody knows Robert Ober, and nobody calls him Bob Ober. */
#define WELL_KNOWN                                                             \
    FIVE("<P Robert Ober> ran."), FIVE("<P Robert Ober> fell."),               \
        FIVE("<P Robert Ober> flew."), FIVE("<P Robert Ober> swam.")

static void test_a_nickname_that_nobody_writes_is_anothers(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MARKED_CORPUS("<P Robert Ober> met a friend. <P Bob> is tough.",
                      WELL_KNOWN, "<P Bob Dunn> sang.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 0, 0), "robert-ober");
    assert_string_not_equal(actor_id(corpus, 0, 1), "robert-ober");
    ent_corpus_free(corpus);
    corpus = MARKED_CORPUS("<P Robert Ober> met a friend. <P Bob> is tough.",
                           WELL_KNOWN, "<P Bob Ober> sang.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 0, 1), "robert-ober");
    ent_corpus_free(corpus);
}

static void test_a_title_and_a_given_name_are_one_person(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MARKED_CORPUS("Pope <P Francis> sat there. <P Francis> ate.",
                      "The Pope came. It was Pope <P Francis> who rested.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 0, 0), actor_id(corpus, 0, 1));
    assert_string_equal(actor_id(corpus, 0, 0), actor_id(corpus, 1, 0));
    ent_corpus_free(corpus);
}

/* A name that only resembles the article's is that of whom all know. */
static void test_a_name_like_it_is_the_well_known_ones(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "President <P Dan Oberton> spoke.", "President <P Dan Oberton> sat.",
        "<P Oberton> ate.", "President <P Dan Oberton> rose. <P Oberton> sat.",
        "President <P Dan Oberton> ran. <P Oberton> sat.",
        "President <P Dan Oberton> lay. <P Oberton> sat.", "<P Oberton> hid.",
        "<P Mia Oberson> sang. <P Oberson> sat. <P Oberton> left.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 7, 1), "mia-oberson");
    assert_string_equal(actor_id(corpus, 7, 2), "dan-oberton");
    ent_corpus_free(corpus);
}

/* "Ann Lind Ober": a headline's two names run together. */
static void test_a_name_that_ran_into_another_has_not_its_surname(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        OFTEN, MORE_OFTEN, "<P Ann Lind> sang.", "<P Ann Lind> ate.",
        "<P Ann Lind Ober> meet. <P Lind> sang. <P Ober> sat.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, LATER + 2, 1), "ann-lind");
    assert_string_equal(actor_id(corpus, LATER + 2, 2), "dan-ober");
    ent_corpus_free(corpus);
}

/* A word that is cut off a name means somebody else where it stands alone. */
static void test_a_glued_word_alone_is_its_bearers(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        OFTEN, MORE_OFTEN,
        "<O Ober>. <O Ober>. <O Ober>. <O Ober>. <O Ober>. <O Ober>. <O Ober>. "
        "<O Ober>. <O Ober>. <O Ober>.",
        "<P Anna Zorbic> came. <P Zorbic>, <P Zorbic>, <P Zorbic>, <P Zorbic>, "
        "<P Zorbic>, <P Zorbic>, <P Zorbic>, <P Zorbic>, <P Zorbic>.",
        "Why <P Ober Zorbic> Left. <P Zorbic> sat. <P Ober> ran.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, LATER + 2, 0), "anna-zorbic");
    assert_string_equal(actor_id(corpus, LATER + 2, 1), "anna-zorbic");
    assert_string_equal(actor_id(corpus, LATER + 2, 2), "dan-ober");
    ent_corpus_free(corpus);
}

/* The article gives the son's name beside the father's with its initial. */
static void test_a_son_leaves_his_father(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        OFTEN, "<P Dan Ober> saw <P Dan Ober Jr.> today.",
        "<P Dan Ober Jr.> sang.", "<P Dan Ober Jr.> ate. <P Ober Jr.> sat.",
        "<P Dan P. Ober> came. <P Dan Ober Jr.> sang. <P Ober Jr.> ate. "
        "<P Ober> left.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, FIRST + 3, 0), "dan-ober");
    assert_string_equal(actor_id(corpus, FIRST + 3, 1), "dan-ober-jr");
    assert_string_equal(actor_id(corpus, FIRST + 3, 2), "dan-ober-jr");
    assert_string_equal(actor_id(corpus, FIRST + 3, 3), "dan-ober");
    ent_corpus_free(corpus);
}

/* A father whose name is the son's middle name. */
static void test_a_father_leaves_his_son(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        OFTEN, "<P Emil Ober> fell.", "<P Emil Ober> hid.",
        "<P Dan Emil Ober> ate. <P Emil Ober> was his father. <P Dan Ober> "
        "sat.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, FIRST + 2, 0), "dan-ober");
    assert_string_equal(actor_id(corpus, FIRST + 2, 1), "emil-ober");
    assert_string_equal(actor_id(corpus, FIRST + 2, 2), "dan-ober");
    ent_corpus_free(corpus);
}

/* Initials before the surname are a shorter form, not another's name. */
static void test_initials_stay_with_the_full_name(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        OFTEN, "<P E.F. Ober> fell.", "<P E.F. Ober> hid.",
        "<P Dan E.F. Ober> ate. <P E.F. Ober> left. <P Dan Ober> sat.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, FIRST + 2, 1),
                        actor_id(corpus, FIRST + 2, 0));
    ent_corpus_free(corpus);
}

static void test_every_failed_allocation_is_reported(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MARKED_CORPUS(OFTEN, "<P Mia Ober> sang. President <P Ober> left.",
                      "<P Mia Obert> hid. <P Ober> sat.",
                      "<P Mia Ober> saw <P Mia Ober Jr.> there.",
                      "<P Mia P. Ober> ate. <P Mia Ober Jr.> sat.");
    ent_status status = ENT_ERR_MEMORY;
    for (long n = 1; status == ENT_ERR_MEMORY; n++) {
        ent_i_memory_fail_from(n);
        status = ent_corpus_resolve(corpus, NULL, NULL);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        assert_true(n < 5000);
    }
    assert_string_equal(actor_id(corpus, FIRST, 1), "dan-ober");
    ent_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_title_tells_whose_the_surname_is),
        cmocka_unit_test(test_one_article_may_mean_both),
        cmocka_unit_test(test_several_articles_may_mean_both),
        cmocka_unit_test(test_a_title_decides_between_equals),
        cmocka_unit_test(test_a_son_has_not_his_fathers_surname_alone),
        cmocka_unit_test(test_a_surname_before_the_full_name_is_anothers),
        cmocka_unit_test(test_both_named_in_full_are_left_to_the_article),
        cmocka_unit_test(test_a_rare_namesake_takes_no_surname_of_many),
        cmocka_unit_test(test_a_surname_of_one_among_few_people_is_his),
        cmocka_unit_test(test_a_nickname_that_nobody_writes_is_anothers),
        cmocka_unit_test(test_a_title_and_a_given_name_are_one_person),
        cmocka_unit_test(test_a_name_like_it_is_the_well_known_ones),
        cmocka_unit_test(test_a_name_that_ran_into_another_has_not_its_surname),
        cmocka_unit_test(test_a_glued_word_alone_is_its_bearers),
        cmocka_unit_test(test_a_son_leaves_his_father),
        cmocka_unit_test(test_a_father_leaves_his_son),
        cmocka_unit_test(test_initials_stay_with_the_full_name),
        cmocka_unit_test(test_every_failed_allocation_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
