/* The book of distinct words: numbers, editions, trimming. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "text/text.h"

static uint32_t number(ent_i_wordbook *book, const char *word, uint8_t kind)
{
    uint32_t out;
    size_t size = strlen(word);
    uint64_t key = ent_i_wordbook_key(book, word, size, kind);
    assert_true(ent_i_wordbook_find(book, key, word, size, kind, &out));
    return out;
}

static void test_a_word_keeps_its_number(void **state)
{
    (void)state;
    ent_i_wordbook book = {.lexicon = ent_i_lexicon_default()};
    uint32_t met = number(&book, "met", ENT_I_TOKEN_LOWER);
    assert_int_not_equal(met, 0);
    assert_int_equal(number(&book, "met", ENT_I_TOKEN_LOWER), met);
    assert_int_not_equal(number(&book, "Met", ENT_I_TOKEN_TITLE), met);
    /* "A" may be a letter or a word in capitals; the tagger tells them apart.
     */
    assert_int_not_equal(number(&book, "A", ENT_I_TOKEN_LETTER),
                         number(&book, "A", ENT_I_TOKEN_UPPER));
    assert_string_equal(book.words.items[met].bytes, "met");
    assert_int_equal(book.words.items[met].size, 3);
    assert_string_equal(book.words.items[met].lexeme->word, "met");
    /* However the apostrophe is written. */
    uint32_t plain = number(&book, "didn't", ENT_I_TOKEN_LOWER);
    uint32_t curly = number(&book, "didn\xE2\x80\x99t", ENT_I_TOKEN_LOWER);
    assert_int_not_equal(plain, curly);
    assert_ptr_equal(book.words.items[plain].lexeme,
                     book.words.items[curly].lexeme);
    ent_i_wordbook_free(&book);
}

static void test_editions_differ(void **state)
{
    (void)state;
    const ent_i_lexicon *english = ent_i_lexicon_default();
    ent_i_wordbook a = {.lexicon = english}, b = {.lexicon = english};
    number(&a, "one", ENT_I_TOKEN_LOWER);
    number(&b, "one", ENT_I_TOKEN_LOWER);
    assert_true(a.edition != b.edition);
    uint64_t before = a.edition;
    ent_i_wordbook_open(&a, english, 2); /* "no word" and one more */
    assert_int_equal(a.words.n, 2);
    const void *room = a.words.items;
    ent_i_wordbook_open(&a, english, 1);
    assert_int_equal(a.words.n, 0);
    assert_int_equal(number(&a, "two", ENT_I_TOKEN_LOWER), 1);
    assert_int_equal(number(&a, "one", ENT_I_TOKEN_LOWER), 2);
    assert_ptr_equal(a.words.items, room);
    assert_true(a.edition != before);
    ent_i_wordbook_free(&a);
    ent_i_wordbook_free(&b);
}

static void test_without_memory_nothing_is_entered(void **state)
{
    (void)state;
    for (long nth = 1;; nth++) {
        ent_i_wordbook book = {.lexicon = ent_i_lexicon_default()};
        uint32_t out;
        uint64_t key = ent_i_wordbook_key(&book, "word", 4, 0);
        ent_i_memory_fail_from(nth);
        bool ok = ent_i_wordbook_find(&book, key, "word", 4, 0, &out);
        ent_i_memory_fail_from(0);
        if (ok)
            assert_string_equal(book.words.items[out].bytes, "word");
        ent_i_wordbook_free(&book);
        if (ok)
            break;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_word_keeps_its_number),
        cmocka_unit_test(test_editions_differ),
        cmocka_unit_test(test_without_memory_nothing_is_entered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
