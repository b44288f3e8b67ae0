/* Given names that a word of kinship introduces. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "unit/marked_corpus.h"

static ent_corpus *resolved(const char *const *marked, size_t n)
{
    ent_corpus *corpus = marked_corpus(marked, n);
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    return corpus;
}

#define RESOLVED(...)                                                          \
    resolved((const char *const[]){__VA_ARGS__},                               \
             sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void test_a_relative_has_the_surname_of_his_kin(void **state)
{
    (void)state;
    ent_corpus *corpus =
        RESOLVED("<P Karl Ober> sat. His wife, <P Ann>, ate. <P Ann> left.",
                 "<P Ober> met <P Dunn>, who lost his son <P Grover>.",
                 "<P Ann Ober> sang. <P Grover Dunn> was young.");
    assert_string_equal(actor_id(corpus, 0, 1), "ann-ober");
    assert_string_equal(actor_id(corpus, 0, 2), "ann-ober");
    assert_string_equal(actor_id(corpus, 1, 2), "grover-dunn");
    ent_corpus_free(corpus);
}

/* The given name is none of those who have it as their surname. */
static void test_a_relative_is_no_bearer_of_the_surname(void **state)
{
    (void)state;
    ent_corpus *corpus = RESOLVED(
        "<P Mia Grover> spoke. <P Dunn> and his son <P Grover> sat. <P Grover> "
        "spoke again.",
        "<P Mia Grover> ate. <P Grover> left.",
        "<P Lund> praised his brother <P Grover>.");
    assert_string_equal(actor_id(corpus, 0, 3), "mia-grover");
    assert_string_not_equal(actor_id(corpus, 0, 2), "mia-grover");
    assert_string_equal(actor_id(corpus, 1, 1), "mia-grover");
    assert_string_not_equal(actor_id(corpus, 2, 1), "mia-grover");
    ent_corpus_free(corpus);
}

/* A comma may end a clause, and who is known by a surname stays so. */
static void test_a_surname_behind_a_word_of_kinship_is_one(void **state)
{
    (void)state;
    ent_corpus *corpus = RESOLVED(
        "<P Mia Grover> sat. With her son, <P Grover> left for Oslo.",
        "<P Mia Grover> sat. <P Grover> ate. She is the sister <P Grover> had.",
        "<P Mia Grover> sat with her husband, Mr. <P Grover>, there.");
    assert_string_equal(actor_id(corpus, 0, 1), "mia-grover");
    assert_string_equal(actor_id(corpus, 1, 2), "mia-grover");
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(ent_corpus_article(corpus, i)->kin.n, 0);
    ent_corpus_free(corpus);
}

static void test_lists_of_relatives_are_read(void **state)
{
    (void)state;
    ent_corpus *corpus = RESOLVED(
        "<P Karl Ober> came with his daughters, <P Ann>, <P Sarah> and "
        "<P Mary>, and <P Dunn>.",
        "<P Mary Ober> sang to <P Sarah Ober>.");
    assert_string_equal(actor_id(corpus, 0, 2), "sarah-ober");
    assert_string_equal(actor_id(corpus, 0, 3), "mary-ober");
    ent_corpus_free(corpus);
}

static void test_every_failed_allocation_is_reported(void **state)
{
    (void)state;
    ent_i_text text = {0};
    ent_article *article =
        made_article("<P Karl Ober> and his son <P Max> ate.", &text);
    ent_status status = ENT_ERR_MEMORY;
    for (long n = 1; status == ENT_ERR_MEMORY; n++) {
        ent_i_memory_fail_from(n);
        status = ent_i_cluster_article(article, &text, NULL);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        assert_true(n < 500);
    }
    assert_int_equal(article->kin.n, 1);
    ent_article_free(article);
    ent_i_text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_relative_has_the_surname_of_his_kin),
        cmocka_unit_test(test_a_relative_is_no_bearer_of_the_surname),
        cmocka_unit_test(test_a_surname_behind_a_word_of_kinship_is_one),
        cmocka_unit_test(test_lists_of_relatives_are_read),
        cmocka_unit_test(test_every_failed_allocation_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
