#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "cluster/cluster.h"
#include "corpus/copies.h"
#include "corpus/corpus.h"
#include "unit/marked_corpus.h"

/* `count` words of a text that differs from seed to seed. */
static void add_words(ent_i_string *out, unsigned seed, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        assert_true(ent_i_string_addf(out, "word%u ",
                                      (seed * 7919u + i * 104729u) % 99991u));
}

static void add_article(ent_corpus *corpus, const ent_i_string *text,
                        ent_date date)
{
    ent_i_text tokens = {0};
    ent_article *article = made_article(text->items, &tokens);
    assert_non_null(article);
    article->date = date;
    assert_int_equal(ent_i_cluster_article(article, &tokens, NULL), ENT_OK);
    assert_int_equal(ent_i_corpus_add_open(corpus, article, NULL), ENT_OK);
    ent_i_text_free(&tokens);
}

/* 0: an article; 1: a later version with a new first and last sentence; 2:
 * another article; 3: the first in capitals, earlier, with a word changed. */
static ent_corpus *corpus_with_copies(void)
{
    ent_corpus *corpus;
    ent_i_string text = {0};
    assert_int_equal(ent_corpus_new(&corpus, NULL), ENT_OK);
    assert_true(ent_i_string_adds(&text, "<P John Corby> left. "));
    add_words(&text, 1, 150);
    add_article(corpus, &text, 20);
    text.n = 0;
    assert_true(ent_i_string_adds(&text, "An update. <P John Corby> left. "));
    add_words(&text, 1, 150);
    assert_true(ent_i_string_adds(&text, "It was all over by then."));
    add_article(corpus, &text, 21);
    text.n = 0;
    assert_true(ent_i_string_adds(&text, "<P John Corby> left. "));
    add_words(&text, 2, 150);
    add_article(corpus, &text, 20);
    text.n = 0;
    assert_true(ent_i_string_adds(&text, "<P John Corby> went. "));
    add_words(&text, 1, 150);
    for (size_t i = 22; i < text.n; i++)
        if (text.items[i] >= 'a' && text.items[i] <= 'z')
            text.items[i] = (char)(text.items[i] - 32);
    add_article(corpus, &text, 19);
    ent_i_vec_free(&text);
    return corpus;
}

static void test_versions_of_one_article_are_copies(void **state)
{
    (void)state;
    ent_corpus *corpus = corpus_with_copies();
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_corpus_copy_of(corpus, 3), ENT_NONE); /* earliest */
    assert_int_equal(ent_corpus_copy_of(corpus, 0), 3);
    assert_int_equal(ent_corpus_copy_of(corpus, 1), 3);
    assert_int_equal(ent_corpus_copy_of(corpus, 2), ENT_NONE);
    assert_int_equal(ent_corpus_copy_of(corpus, 99), ENT_NONE);
    assert_int_equal(corpus->copies.items[3], 2);
    ent_corpus_free(corpus);
}

static void test_copies_are_counted_once_unless_asked_for(void **state)
{
    (void)state;
    ent_resolve_options options = ENT_RESOLVE_OPTIONS_INIT;
    ent_corpus *corpus = corpus_with_copies();
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_corpus_actor(corpus, 0)->articles, 2);
    assert_int_equal(ent_corpus_actor(corpus, 0)->mentions, 2);
    assert_string_equal(actor_id(corpus, 1, 0), "john-corby");
    options.count_copies = true;
    assert_int_equal(ent_corpus_resolve(corpus, &options, NULL), ENT_OK);
    assert_int_equal(ent_corpus_actor(corpus, 0)->articles, 4);
    assert_int_equal(ent_corpus_copy_of(corpus, 1), 3);
    ent_corpus_free(corpus);
}

static void test_short_articles_are_never_copies(void **state)
{
    (void)state;
    ent_corpus *corpus =
        MARKED_CORPUS("<P John Corby> left for Paris today.",
                      "<P John Corby> left for Paris today.", "", "");
    assert_int_equal(ent_corpus_resolve(corpus, NULL, NULL), ENT_OK);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(ent_corpus_copy_of(corpus, i), ENT_NONE);
    ent_corpus_free(corpus);
}

static void test_out_of_memory_is_told(void **state)
{
    (void)state;
    ent_corpus *corpus = corpus_with_copies();
    for (long n = 1; n <= 3; n++) {
        ent_i_memory_fail_from(n);
        assert_false(ent_i_find_copies(corpus));
        ent_i_memory_fail_from(0);
    }
    assert_true(ent_i_find_copies(corpus));
    ent_corpus_free(corpus);
}

static size_t count_words(const char *text, uint64_t *last)
{
    const char *end = text + strlen(text);
    size_t n = 0;
    while (ent_i_next_word(&text, end, last))
        n++;
    return n;
}

/* Neither case nor the kind of quotation marks; letters beyond ASCII count. */
static void test_words_are_the_same_however_they_are_set(void **state)
{
    (void)state;
    uint64_t a, b;
    assert_int_equal(count_words("\"Go 4 it,\" ZO\xc3\xab", &a), 4);
    assert_int_equal(
        count_words("\xe2\x80\x9cgo [4] it\xe2\x80\x9d zo\xc3\xab", &b), 4);
    assert_true(a == b);
    assert_int_equal(count_words("it\xe2\x80\x99s", &a), 2);
    assert_int_equal(count_words("`{@|}~ \xe2\x80", &b), 1);
    assert_int_equal(count_words(" .\xe2\x80\xa6 ", &b), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_versions_of_one_article_are_copies),
        cmocka_unit_test(test_copies_are_counted_once_unless_asked_for),
        cmocka_unit_test(test_short_articles_are_never_copies),
        cmocka_unit_test(test_words_are_the_same_however_they_are_set),
        cmocka_unit_test(test_out_of_memory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
