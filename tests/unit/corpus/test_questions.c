/* What the user is asked about who is who. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "entente/review.h"
#include "unit/marked_corpus.h"

/* "Voll" alone is Karl Voll by habit, not by certainty: another is there. A
 * second family's name is in more articles. */
static const char *const texts[] = {
    "<P Karl Voll> sang in Rome with <P Mia Beck>. Mr. <P Voll> sang.",
    "<P Karl Voll> met <P Mia Beck>. <P Voll> left.",
    "<P Peter Voll> spoke in Lund. Mr. <P Voll> was glad.",
    "<P Mia Beck> said that <P Voll>, a singer, was late.",
    "Mr. <P Voll> met <P Mia Beck> in Rome.",
    "<P Olga Ruhl> sang with <P Mia Beck>. Ms. <P Ruhl> sang.",
    "<P Olga Ruhl> met <P Mia Beck>. <P Ruhl> left.",
    "<P Inge Ruhl> spoke in Lund. Ms. <P Ruhl> was glad.",
    "<P Mia Beck> said that <P Ruhl> was late.",
    "Ms. <P Ruhl> met <P Mia Beck> in Rome.",
    "<P Ruhl> sang in Oslo with <P Mia Beck>."};

static ent_corpus *resolved(void)
{
    ent_corpus *corpus = marked_corpus(texts, sizeof texts / sizeof *texts);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    return corpus;
}

static ent_questions *asked(const ent_corpus *corpus, unsigned types)
{
    ent_questions *questions = NULL;
    assert_int_equal(ent_questions_find(&questions, corpus, types, NULL),
                     ENT_OK);
    return questions;
}

static const ent_question *about(const ent_questions *questions,
                                 const char *name)
{
    for (size_t i = 0; i < ent_questions_count(questions); i++)
        if (strcmp(ent_questions_at(questions, i)->name, name) == 0)
            return ent_questions_at(questions, i);
    return NULL;
}

static void test_names_with_little_evidence_are_asked_for(void **state)
{
    (void)state;
    ent_corpus *corpus = resolved();
    ent_questions *questions = asked(corpus, 1u << ENT_PERSON);
    const ent_question *voll = about(questions, "Voll");
    assert_non_null(voll);
    assert_string_equal(voll->whom, "Karl Voll");
    assert_int_equal(voll->type, ENT_PERSON);
    assert_true(voll->together);
    assert_int_equal(voll->articles, 2);
    assert_true(voll->confidence > 0 && voll->confidence < 0.9);
    assert_non_null(strstr(voll->evidence, "Voll"));
    assert_non_null(strstr(voll->beside, "Karl Voll sang in Rome"));
    assert_null(about(questions, "Mia Beck"));
    assert_null(about(questions, "Karl Voll"));
    ent_questions_free(questions);
    ent_corpus_free(corpus);
}

/* Articles times doubt. */
static void test_what_concerns_most_comes_first(void **state)
{
    (void)state;
    ent_corpus *corpus = resolved();
    ent_questions *questions = asked(corpus, ~0u);
    size_t n = ent_questions_count(questions);
    assert_int_equal(n, 2);
    assert_string_equal(ent_questions_at(questions, 0)->name, "Ruhl");
    assert_int_equal(ent_questions_at(questions, 0)->articles, 3);
    assert_string_equal(ent_questions_at(questions, 1)->name, "Voll");
    assert_null(ent_questions_at(questions, n));
    ent_questions_free(questions);
    ent_corpus_free(corpus);
}

static void test_only_these_types_are_asked_for(void **state)
{
    (void)state;
    ent_corpus *corpus = resolved();
    ent_questions *questions = asked(corpus, 1u << ENT_ORG | 1u << ENT_PLACE);
    assert_int_equal(ent_questions_count(questions), 0);
    ent_questions_free(questions);
    ent_corpus_free(corpus);
}

/* Long sentences are cut between characters, blanks and line ends are one. */
static void test_evidence_is_short(void **state)
{
    (void)state;
    char long_one[1500] = "<P Voll> \t  sang";
    while (strlen(long_one) < 1200)
        strcat(long_one, " \xC3\xA5\xC3\xA4\xC3\xB6");
    strcat(long_one, ".");
    const char *marked[sizeof texts / sizeof *texts];
    memcpy(marked, texts, sizeof texts);
    marked[3] = marked[4] = long_one;
    ent_corpus *corpus = marked_corpus(marked, 5);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    ent_questions *questions = asked(corpus, ~0u);
    const ent_question *voll = about(questions, "Voll");
    assert_non_null(voll);
    assert_non_null(strstr(voll->evidence, ": Voll sang \xC3\xA5"));
    assert_in_range(strlen(voll->evidence), 300, 330);
    const char *end = voll->evidence + strlen(voll->evidence);
    assert_string_equal(end - 4, " \xE2\x80\xA6");
    assert_true(end[-5] == ' ' || ((unsigned char)end[-5] & 0x80));
    ent_questions_free(questions);
    ent_corpus_free(corpus);
}

static void test_wrong_calls_and_no_memory(void **state)
{
    (void)state;
    ent_questions *questions = NULL;
    ent_error error = {0};
    ent_corpus *corpus = MARKED_CORPUS("<P Ann Roe> left.");
    assert_int_equal(ent_questions_find(&questions, corpus, ~0u, &error),
                     ENT_ERR_ARGUMENT);
    assert_non_null(strstr(error.message, "expected a resolved corpus"));
    ent_corpus_free(corpus);
    corpus = resolved();
    ent_status status = ENT_ERR_MEMORY;
    for (long nth = 1; status; nth++) {
        ent_i_memory_fail_from(nth);
        status = ent_questions_find(&questions, corpus, ~0u, &error);
        ent_i_memory_fail_from(0);
        assert_true(!status || status == ENT_ERR_MEMORY);
    }
    assert_int_equal(ent_questions_count(questions), 2);
    ent_questions_free(questions);
    ent_questions_free(NULL);
    ent_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_with_little_evidence_are_asked_for),
        cmocka_unit_test(test_what_concerns_most_comes_first),
        cmocka_unit_test(test_only_these_types_are_asked_for),
        cmocka_unit_test(test_evidence_is_short),
        cmocka_unit_test(test_wrong_calls_and_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
