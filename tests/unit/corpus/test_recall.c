/* Alias files that the program wrote, given back to it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/alias_file.h"

/* Resolves as the file says that the corpus writes itself. */
static void give_back(ent_corpus *corpus)
{
    char *text = written(corpus);
    assert_int_equal(resolve_with(corpus, text, NULL, NULL), ENT_OK);
    ent_i_free(text);
}

/* The same with one entry edited: this text replaced by that. */
static void give_back_edited(ent_corpus *corpus, const char *old,
                             const char *new)
{
    char *text = written(corpus), *at = strstr(text, old);
    assert_non_null(at);
    ent_i_string edited = {0};
    assert_true(ent_i_string_addf(&edited, "%.*s%s%s", (int)(at - text), text,
                                  new, at + strlen(old)));
    assert_int_equal(resolve_with(corpus, edited.items, NULL, NULL), ENT_OK);
    ent_i_vec_free(&edited);
    ent_i_free(text);
}

/* A surname that all know, so that a namesake's article may mean the other. */
static void test_an_article_is_read_as_without_the_file(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "President <P Cal Torble> won. <P Torble> bowed.",
        "President <P Cal Torble> lost. <P Torble> sighed.",
        "President <P Cal Torble> slept. <P Torble> snored.",
        "President <P Cal Torble> woke.", "President <P Cal Torble> dined.",
        "<P Torble> paid.", "<P Torble> tipped.", "Mr. <P Torble> walked.",
        "<P Una Torble> sings. President <P Torble> listens.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 8, 1), "cal-torble");
    char *before = fingerprint(corpus);
    give_back(corpus);
    char *after = fingerprint(corpus);
    assert_string_equal(before, after);
    give_back_edited(corpus, "\"Una Torble\"",
                     "\"Una Torble\", \"rename\": \"Una\"");
    assert_string_equal(actor_id(corpus, 8, 0), "una");
    assert_string_equal(actor_id(corpus, 8, 1), "cal-torble");
    ent_i_free(before);
    ent_i_free(after);
    ent_corpus_free(corpus);
}

/* The entry must cover the mentions, which were read as a person's. */
static void test_what_is_no_person_can_be_dropped(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS("<P Anna Vintrob> met <P Ed Malquist>.",
                                       "The <P Vintrob-Malquist> bill fell.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(actor_named(corpus, "vintrob-malquist")->type, ENT_MISC);
    give_back_edited(corpus, "\"Vintrob-Malquist\"",
                     "\"Vintrob-Malquist\", \"drop\": true");
    assert_int_equal(actor_named(corpus, "vintrob-malquist")->type, ENT_MISC);
    assert_true(actor_named(corpus, "vintrob-malquist")->dropped);
    assert_false(actor_named(corpus, "anna-vintrob")->dropped);
    ent_corpus_free(corpus);
}

/* Only the first corpus has an article that says so. */
static void test_other_names_carry_over(void **state)
{
    (void)state;
    ent_corpus *one =
        MARKED_CORPUS("<P Oda Brill>, also known as <P Fay Wend>, left.",
                      "<P Fay Wend> sat.", "<P Oda Brill> came.");
    assert_int_equal(ent_corpus_resolve(one, NULL, NULL), ENT_OK);
    char *text = written(one);
    ent_corpus *two =
        MARKED_CORPUS("<P Oda Brill> ate.", "<P Fay Wend> drank.");
    assert_int_equal(ent_corpus_resolve(two, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(two, 1, 0), "fay-wend");
    assert_int_equal(resolve_with(two, text, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(two, 1, 0), actor_id(two, 0, 0));
    ent_i_free(text);
    ent_corpus_free(one);
    ent_corpus_free(two);
}

/* The first corpus takes the name for a place, the second for a body. */
static void test_later_articles_tell_what_a_thing_is(void **state)
{
    (void)state;
    ent_corpus *one = MARKED_CORPUS("The <L State House> burns. Nobody is in "
                                    "the <L State House>.",
                                    "The <O State House> spoke.");
    assert_int_equal(ent_corpus_resolve(one, NULL, NULL), ENT_OK);
    char *text = written(one);
    ent_corpus *two = MARKED_CORPUS("The <O State House> said no. Then the <O "
                                    "State House> said yes.",
                                    "The <L State House> shone.");
    assert_int_equal(resolve_with(two, text, NULL, NULL), ENT_OK);
    assert_int_equal(ent_corpus_actor_count(two), 1);
    assert_int_equal(ent_corpus_actor(two, 0)->type, ENT_ORG);
    ent_i_free(text);
    ent_corpus_free(one);
    ent_corpus_free(two);
}

/* An answer is the user's, and so is the entry that it adds to. */
static void test_an_answer_edits_the_entry(void **state)
{
    (void)state;
    ent_corpus *one = MARKED_CORPUS("<P Sal Norring> came.");
    assert_int_equal(ent_corpus_resolve(one, NULL, NULL), ENT_OK);
    char *text = written(one);
    ent_corpus *two = MARKED_CORPUS("<P Sal Norring> ate.",
                                    "<P Bix Orlo> drank.", "<P Orlo> slept.");
    const ent_i_verdict answer = {.name = "Orlo",
                                  .whom = "Sal Norring",
                                  .type = ENT_PERSON,
                                  .same = true};
    assert_true(ent_i_vec_push(&two->answers, answer));
    assert_int_equal(resolve_with(two, text, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(two, 2, 0), "sal-norring");
    ent_i_free(text);
    ent_corpus_free(one);
    ent_corpus_free(two);
}

/* Though the program wrote entries of these names; the other names of such an
 * entry are decided anew. */
static void test_the_users_alias_goes_before_the_names_own_entry(void **state)
{
    (void)state;
    ent_corpus *corpus = MARKED_CORPUS(
        "<P Sal Norring> came.", "<P Bixo> drank.", "<P Hanna Orlo> slept.",
        "<P Hannah Orlo> ate.", "<P Hanna Orlo> sang.");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_string_equal(actor_id(corpus, 3, 0), "hanna-orlo");
    give_back_edited(corpus,
                     "\"Sal Norring\", \"type\": \"person\", "
                     "\"aliases\": [",
                     "\"Sal Norring\", \"type\": \"person\", \"aliases\": ["
                     "\"Bixo\", \"Hanna Orlo\"");
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(actor_id(corpus, i, 0), "sal-norring");
    ent_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_article_is_read_as_without_the_file),
        cmocka_unit_test(test_what_is_no_person_can_be_dropped),
        cmocka_unit_test(test_other_names_carry_over),
        cmocka_unit_test(test_later_articles_tell_what_a_thing_is),
        cmocka_unit_test(test_an_answer_edits_the_entry),
        cmocka_unit_test(test_the_users_alias_goes_before_the_names_own_entry),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
