/* Bytes as text: RFC 4648's own examples, what is no such text, and every size
 * there and back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base64.h"

static void test_examples(void **state)
{
    static const char *const pairs[][2] = {
        {"f", "Zg=="},        {"fo", "Zm8="},        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        ent_i_string text = {0};
        assert_true(
            ent_i_base64_write(&text, pairs[i][0], strlen(pairs[i][0])));
        assert_string_equal(text.items, pairs[i][1]);
        ent_i_vec_free(&text);
    }
}

static void test_there_and_back(void **state)
{
    char bytes[256];
    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 151);
    for (size_t n = 0; n <= sizeof bytes; n++) {
        ent_i_string text = {0}, back = {0};
        bool right;
        assert_true(ent_i_base64_write(&text, bytes, n));
        assert_true(ent_i_base64_read(&back, text.items, text.n, &right));
        assert_true(right);
        assert_int_equal(back.n, n);
        assert_memory_equal(back.items, bytes, n);
        ent_i_vec_free(&text);
        ent_i_vec_free(&back);
    }
}

static void test_what_is_none(void **state)
{
    static const char *const wrong[] = {
        "Zg=", "Z",    "Zg==Zg==", "Zm9v\n", "Zm-v",
        "=",   "====", "Zm9vZ===", "Z g=",   "\xc3\xa9Zg"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ent_i_string back = {0};
        bool right;
        assert_true(
            ent_i_base64_read(&back, wrong[i], strlen(wrong[i]), &right));
        assert_false(right);
        ent_i_vec_free(&back);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_examples),
                                       cmocka_unit_test(test_there_and_back),
                                       cmocka_unit_test(test_what_is_none)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
