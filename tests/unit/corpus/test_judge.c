#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "core/vec.h"
#include "unit/marked_corpus.h"

/* As many mentions as the judgement of a name needs. */
enum { OFTEN = 40 };

/* The parts, the middle one as often as a name is judged. */
static ent_corpus *repeated(const char *first, const char *often,
                            const char *last)
{
    ent_i_string text = {0};
    assert_true(ent_i_string_adds(&text, first));
    for (int i = 0; i < OFTEN; i++)
        assert_true(ent_i_string_adds(&text, often));
    const char *const marked[] = {text.items, last};
    ent_corpus *corpus = marked_corpus(marked, 2);
    ent_i_vec_free(&text);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    return corpus;
}

static void test_a_name_without_signs_is_no_person(void **state)
{
    (void)state;
    ent_corpus *corpus = repeated("", "The price of <P Zorbicare> fell. ",
                                  "<P Zorbicare> ends.");
    assert_int_equal(actor_named(corpus, "zorbicare")->type, ENT_MISC);
    ent_corpus_free(corpus);
}

static void test_a_pronoun_a_title_or_speech_shows_a_person(void **state)
{
    (void)state;
    static const char *const signs[] = {"<P Zorbic> fell as he ran. ",
                                        "Mr. <P Zorbic> fell. ",
                                        "<P Zorbic> said no. "};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        ent_corpus *corpus = repeated("", signs[i], "<P Zorbic> ends.");
        assert_int_equal(actor_named(corpus, "zorbic")->type, ENT_PERSON);
        ent_corpus_free(corpus);
    }
}

/* Firms speak, too; what nobody calls "he" or "she" and is now and then read as
 * a firm is one. */
static void test_a_name_without_pronouns_is_likelier_a_thing(void **state)
{
    (void)state;
    static const struct {
        const char *last;
        ent_type type;
    } names[] = {{"<P Zorbic> said no. <P Zorbic> said so.", ENT_ORG},
                 {"Mr. <P Zorbic> said no.", ENT_PERSON},
                 {"<P Zorbic> sat as he ate. <P Zorbic> ran as he fell. "
                  "<P Zorbic> ate as he sat. <P Zorbic> fell as he ran.",
                  ENT_PERSON}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ent_corpus *corpus = repeated("<O Zorbic> grew. ",
                                      "They sued <P Zorbic>. ", names[i].last);
        assert_int_equal(actor_named(corpus, "zorbic")->type, names[i].type);
        ent_corpus_free(corpus);
    }
}

static void test_a_title_alone_is_no_person(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS("<P Plaintiff> sat.", "<P King> sat.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(actor_named(corpus, "plaintiff")->type, ENT_MISC);
    assert_int_equal(actor_named(corpus, "king")->type, ENT_PERSON);
    ent_corpus_free(corpus);
}

static void test_a_surname_somebody_bears_is_a_person(void **state)
{
    (void)state;
    ent_corpus *corpus = repeated("", "The day of <P Zorbic> came. ",
                                  "<P Anna Zorbic> and <P Ed Zorbic> ran.");
    assert_int_equal(actor_named(corpus, "zorbic")->type, ENT_PERSON);
    ent_corpus_free(corpus);
}

static void test_a_word_that_is_mostly_a_thing_is_one(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "<O Zorbic Vale> grew. <O Zorbic Vale> paid. <O Zorbic Vale> fell.",
        "<P Zorbic Vale> closed.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_corpus_actor_count(corpus), 1);
    assert_int_equal(ent_corpus_actor(corpus, 0)->type, ENT_ORG);
    ent_corpus_free(corpus);
}

static void test_a_headline_word_is_cut_off(void **state)
{
    (void)state;
    ent_corpus *corpus =
        repeated("<P Anna Zorbic> came. ", "<P Zorbic> said no. ",
                 "<P Why Zorbic> Left");
    assert_string_equal(actor_id(corpus, 1, 0), "anna-zorbic");
    ent_corpus_free(corpus);
}

static void test_a_given_name_and_a_title_are_not_cut_off(void **state)
{
    (void)state;
    static const char *const names[] = {"<P Ellen Zorbic> came.",
                                        "<P Prince Zorbic> came."};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ent_corpus *corpus = repeated("", "<P Zorbic> said no. ", names[i]);
        assert_string_not_equal(actor_id(corpus, 1, 0), "zorbic");
        ent_corpus_free(corpus);
    }
}

static void test_a_word_before_what_is_no_person_is_cut_off(void **state)
{
    (void)state;
    ent_corpus *corpus = repeated("", "The price of <P Zorbicare> fell. ",
                                  "<P Defundit Zorbicare> now.");
    assert_string_equal(actor_id(corpus, 1, 0), "zorbicare");
    assert_int_equal(actor_named(corpus, "zorbicare")->type, ENT_MISC);
    ent_corpus_free(corpus);
}

/* ... though where only names have capitals, a word may be one. */
static void test_a_name_within_a_sentence_is_not_cut(void **state)
{
    (void)state;
    ent_corpus *corpus = repeated("", "<P Zorbic> said no. ",
                                  "It was host <P Skip Zorbic> again.");
    assert_string_equal(actor_id(corpus, 1, 0), "skip-zorbic");
    ent_corpus_free(corpus);
}

/* Places lend their names to persons, and who is quoted is one. */
static void test_a_place_is_a_given_name_where_names_stand(void **state)
{
    (void)state;
    static const char *const last[] = {
        "It was our friend <P Mallow Zorbic> there.",
        "\"It rained,\" said <P Mallow Zorbic>.",
        "It was shown by <P Mallow Zorbic>.", "<P Mallow Zorbic> Rained Out",
        "Shown by <P Mallow Zorbic>"};
    static const char *const ids[] = {"mallow-zorbic", "mallow-zorbic",
                                      "mallow-zorbic", "anna-zorbic",
                                      "anna-zorbic"};
    for (size_t i = 0; i < sizeof last / sizeof *last; i++) {
        ent_corpus *corpus =
            repeated("<P Anna Zorbic> came. ",
                     "<P Zorbic> said no in <L Mallow>. ", last[i]);
        assert_string_equal(actor_id(corpus, 1, 0), ids[i]);
        ent_corpus_free(corpus);
    }
}

/* Unless it stands before many names. */
static void test_what_is_glued_to_many_names_is_cut_off(void **state)
{
    (void)state;
    ent_corpus *corpus =
        repeated("", "<P Zorbic>, <P Mallow> and <P Quill> said no. ",
                 "He saw <P Team Zorbic>, then saw <P Team Mallow> and met "
                 "<P Team Quill>.");
    assert_string_equal(actor_id(corpus, 1, 0), "zorbic");
    assert_string_equal(actor_id(corpus, 1, 2), "quill");
    ent_corpus_free(corpus);
}

static void test_two_surnames_joined_are_no_person(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MARKED_CORPUS("<P Anna Zorbic> met <P Ed Mallow>.",
                      "The <P Zorbic-Mallow> bill fell.",
                      "<P Ann Quill-Zorbic> and Ms. <P Quill-Zorbic> sat.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(actor_named(corpus, "zorbic-mallow")->type, ENT_MISC);
    assert_int_equal(actor_named(corpus, "ann-quill-zorbic")->type, ENT_PERSON);
    ent_corpus_free(corpus);
}

static void test_a_family_is_no_person(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "<P Anna Zorbic> ran. The <P Zorbics> left. All know the <P Zorbics>.",
        "<P Ed Davids> ran. <P Davids> left. The <P Davids> file is lost.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(actor_named(corpus, "zorbics")->type, ENT_MISC);
    assert_string_equal(actor_id(corpus, 1, 2), "ed-davids");
    ent_corpus_free(corpus);
    corpus = MARKED_CORPUS(
        "<P Anna Zorbic>, <P Ida Zorbic>, <P Ed Zorbic> and <P Una Zorbic> "
        "ran.",
        "The <P Zorbics> say no. The <P Zorbics> left.", "<P Bo Zorbics> sat.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(actor_named(corpus, "zorbics")->type, ENT_MISC);
    ent_corpus_free(corpus);
    corpus = MARKED_CORPUS("Both <P Zorbics> met <P Ida Zorbic>.",
                           "<P Anna Zorbic> ran.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(actor_named(corpus, "zorbics")->type, ENT_MISC);
    ent_corpus_free(corpus);
}

static void test_where_people_work_is_no_person(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "He works at <P Zorbic Mallow>. She is at <P Anna Quill>.",
        "She left a post at <P Zorbic Mallow>. Jo is at <P Hurn Tarvey>.",
        "Jo spoke as a <P Hurn Tarvey> banker.",
        "It was at <P Anna Quill> that he shouted.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(actor_named(corpus, "zorbic-mallow")->type, ENT_ORG);
    assert_int_equal(actor_named(corpus, "hurn-tarvey")->type, ENT_ORG);
    assert_int_equal(actor_named(corpus, "anna-quill")->type, ENT_PERSON);
    ent_corpus_free(corpus);
}

static void test_a_party_behind_a_place_is_no_surname(void **state)
{
    (void)state;
    ent_corpus *corpus = repeated("", "They left <L Zorbia>. ",
                                  "A <P Zorbia Democrat> said no.");
    assert_int_equal(actor_named(corpus, "zorbia-democrat")->type, ENT_MISC);
    ent_corpus_free(corpus);
}

/* A law that is called after somebody, and somebody of the name. */
static void test_one_name_may_be_a_persons_and_a_things(void **state)
{
    (void)state;
    const char *const law = "The end of <P Zorbic> came. Years of <P Zorbic> "
                            "went. All of <P Zorbic> fell. Most of <P Zorbic> "
                            "stood. Some of <P Zorbic> burnt. ";
    const char *const marked[] = {law,
                                  law,
                                  law,
                                  law,
                                  "Yet the day of <P Zorbic> came.",
                                  "<P Jane Zorbic> sang.",
                                  "<P Zorbic> said that she left."};
    ent_corpus *corpus = marked_corpus(marked, sizeof marked / sizeof *marked);
    ent_resolve_options options = ENT_RESOLVE_OPTIONS_INIT;
    options.count_copies = true;
    assert_int_equal(ent_corpus_resolve(corpus, &options, NULL), ENT_OK);
    assert_int_equal(actor_named(corpus, actor_id(corpus, 4, 0))->type,
                     ENT_MISC);
    assert_string_equal(actor_id(corpus, 5, 0), "jane-zorbic");
    assert_int_equal(actor_named(corpus, actor_id(corpus, 6, 0))->type,
                     ENT_PERSON);
    ent_corpus_free(corpus);
}

static void test_a_title_shows_a_person_called_like_a_place(void **state)
{
    (void)state;
    ent_corpus *corpus =
        repeated("", "They left <L Zorbia>. ", "Mr. <P Zorbia> left.");
    const ent_assignment *who = ent_corpus_assignment(corpus, 1, 0);
    assert_int_equal(ent_corpus_actor(corpus, who->actor)->type, ENT_PERSON);
    ent_corpus_free(corpus);
}

static int keep_text(void *ctx, const void *bytes, size_t n)
{
    return !ent_i_string_add(ctx, bytes, n);
}

/* Who has the surname makes no difference, if nobody speaks under it. */
static void test_a_surname_may_be_a_case_in_court(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "<P Vera Quoll> sat. Judges heard <P Quoll> v. Oslo.",
        "They cited <P Quoll> v Oslo in <P Quoll>.",
        "The end of <P Quoll> is near, she wrote.",
        "<P Max Quoll> ran. \"No,\" said <P Quoll>. <P Quoll> v. Bern is old.",
        "Mr. <P Quoll> left.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 0, 0), "vera-quoll");
    assert_int_equal(actor_named(corpus, actor_id(corpus, 0, 1))->type,
                     ENT_MISC);
    assert_string_equal(actor_id(corpus, 1, 1), actor_id(corpus, 0, 1));
    assert_string_equal(actor_id(corpus, 2, 0), actor_id(corpus, 0, 1));
    assert_string_equal(actor_id(corpus, 3, 1), "max-quoll");
    assert_int_equal(actor_named(corpus, actor_id(corpus, 4, 0))->type,
                     ENT_PERSON);
    ent_corpus_free(corpus);
}

/* One that somebody often has is a case only where the case is named. */
static void test_a_case_does_not_take_a_well_known_surname(void **state)
{
    (void)state;
    ent_corpus *corpus =
        repeated("", "<P Max Quoll> rose. <P Quoll> sat. ",
                 "The court heard <P Quoll> v. Oslo. <P Quoll> and <P Quoll> "
                 "and <P Quoll> and <P Quoll> lost.");
    assert_string_equal(actor_id(corpus, 1, 1), "max-quoll");
    ent_corpus_free(corpus);
}

static void test_the_judgement_is_explained(void **state)
{
    (void)state;
    ent_corpus *corpus = repeated("", "The price of <P Zorbicare> fell. ",
                                  "<P Zorbicare> ends.");
    ent_i_string text = {0};
    const ent_sink sink = {.ctx = &text, .write = keep_text};
    assert_int_equal(ent_corpus_explain(corpus, 0, &sink, NULL), ENT_OK);
    assert_non_null(strstr(text.items, "no person"));
    ent_i_vec_free(&text);
    ent_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_name_without_signs_is_no_person),
        cmocka_unit_test(test_a_pronoun_a_title_or_speech_shows_a_person),
        cmocka_unit_test(test_a_name_without_pronouns_is_likelier_a_thing),
        cmocka_unit_test(test_a_title_alone_is_no_person),
        cmocka_unit_test(test_a_surname_somebody_bears_is_a_person),
        cmocka_unit_test(test_a_word_that_is_mostly_a_thing_is_one),
        cmocka_unit_test(test_a_headline_word_is_cut_off),
        cmocka_unit_test(test_a_given_name_and_a_title_are_not_cut_off),
        cmocka_unit_test(test_a_word_before_what_is_no_person_is_cut_off),
        cmocka_unit_test(test_a_name_within_a_sentence_is_not_cut),
        cmocka_unit_test(test_a_place_is_a_given_name_where_names_stand),
        cmocka_unit_test(test_what_is_glued_to_many_names_is_cut_off),
        cmocka_unit_test(test_two_surnames_joined_are_no_person),
        cmocka_unit_test(test_a_family_is_no_person),
        cmocka_unit_test(test_where_people_work_is_no_person),
        cmocka_unit_test(test_a_party_behind_a_place_is_no_surname),
        cmocka_unit_test(test_one_name_may_be_a_persons_and_a_things),
        cmocka_unit_test(test_a_title_shows_a_person_called_like_a_place),
        cmocka_unit_test(test_a_surname_may_be_a_case_in_court),
        cmocka_unit_test(test_a_case_does_not_take_a_well_known_surname),
        cmocka_unit_test(test_the_judgement_is_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
