/* What inputs are taken for, and what becomes of their bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "source/decode.h"
#include "source/readers.h"

static void test_formats_by_content(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "jsonl"},
        {"{\"text\":\"a\"}", "jsonl"},
        {"\n  {\"text\":\"a\"}\n", "jsonl"},
        {"{}\n{}\n", "jsonl"},
        {"{\"text\": \"cut off\n{\"text\":\"b\"}\n", "jsonl"},
        {"{\"text\": \"longer than what is seen", "jsonl"},
        {"{\n  \"text\": \"a\"\n}\n", "json"},
        {"{\"id\": 1,\n \"text\": \"a\"}\n", "json"},
        {"[{\"text\":\"a\"}]", "json"},
        {"[\n]\n", "json"},
        {" [ { \"text\"", "json"},
        {"[1, 2]", "text"},
        {"[Update] They met.", "text"},
        {"{They met}", "text"},
        {"{", "text"},
        {"", "text"},
        {"-DOCSTART- -X- O\n\nHill B-PER\n", "conll"},
        {"\n-DOCSTART-\nHill B-PER\n", "conll"},
        {"Hill B-PER\nleft O\n\n", "conll"},
        {"Hill\tNNP\tS-PER\r\nleft\tVBD\tO\r\n", "conll"},
        {"Hill B-PER\n", "text"},
        {"Hill B-PER\nThey left. Then O\nsome\n", "text"},
        {"Hill B-per\nleft O\n", "text"},
        {" B-PER\nleft O\n", "text"},
        {"Hill met Ray.\n\nThey talked.\n", "text"},
        {"<!DOCTYPE html>\n<html><p>Hi", "html"},
        {" <!-- a --><HTML lang=en>", "html"},
        {"<?xml version='1.0'?>\n<!DOCTYPE x>\n<html xmlns='y'>", "html"},
        {"<p class=a>They met.</p>", "html"},
        {"<person> met", "text"},
        {"<They met>", "text"},
        {"<?xml version='1.0'?><a/>", "xml"},
        {"<!DOCTYPE note><note>", "xml"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *bytes = cases[i][0];
        size_t size = strlen(bytes);
        assert_null(ent_i_format_sniff(bytes, size, true));
        const char *name = ent_i_format_sniff(bytes, size, false)->shown.name;
        if (strcmp(name, cases[i][1]) != 0)
            fail_msg("%s: %s, not %s", bytes, name, cases[i][1]);
    }
}

static void test_formats_by_name(void **state)
{
    (void)state;
    char names[512], few[8];
    static const char *const known[] = {"text", "jsonl", "json", "conll"};
    ent_i_format_names(names, sizeof names);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        assert_string_equal(ent_i_format_named(known[i])->shown.name, known[i]);
        assert_non_null(strstr(names, known[i]));
    }
    assert_null(ent_i_format_named("JSON"));
    assert_null(ent_i_format_named(""));
    ent_i_format_names(few, sizeof few);
    assert_true(strlen(few) < sizeof few);
}

static void test_binary_kinds(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t size;
        const char *kind;
    } cases[] = {
        {"\x89PNG\r\n", 6, "a PNG image"},
        {"\xFF\xD8\xFF\xE0", 4, "a JPEG image"},
        {"GIF89a", 6, "a GIF image"},
        {"PK\x03\x04", 4, "a ZIP archive or an office document"},
        {"\x1F\x8B\x08", 3, "gzip-compressed data"},
        {"\xFD"
         "7zXZ\0",
         6, "xz-compressed data"},
        {"\0\0\0\0\0\0\0\0", 8, "binary data"},
        {"PK", 2, NULL},
        {"A\0few\x01zeros", 10, NULL},
        {"\x1B[1mHill\x1B[0m\tmet\r\n\f", 19, NULL},
        {"", 0, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *kind = ent_i_binary_kind(cases[i].bytes, cases[i].size);
        if (cases[i].kind)
            assert_string_equal(kind, cases[i].kind);
        else
            assert_null(kind);
    }
}

static void test_utf8_is_told_from_other_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        bool is;
    } cases[] = {
        {"", true},
        {"plain text of more than eight bytes", true},
        {"\u00e9\u4e2d\U0001F600", true},
        {"12345678\xC3\xA9", true},
        {"12345678\xE9", false},
        {"\xC3", false},
        {"\xC0\x80", false},         /* overlong */
        {"\xE0\x80\x80", false},     /* overlong */
        {"\xED\xA0\x80", false},     /* a surrogate */
        {"\xF4\x90\x80\x80", false}, /* beyond the last character */
        {"\x80", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(ent_i_is_utf8(cases[i].bytes, strlen(cases[i].bytes)),
                         cases[i].is);
}

static void test_wide_encodings(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t size;
        const char *encoding;
        size_t mark;
    } cases[] = {
        {"\xFF\xFE"
         "a\0",
         4, "UTF-16LE", 2},
        {"\xFE\xFF\0a", 4, "UTF-16BE", 2},
        {"\xFF\xFE\0\0a\0\0\0", 8, "UTF-32LE", 4},
        {"\0\0\xFE\xFF\0\0\0a", 8, "UTF-32BE", 4},
        {"\xEF\xBB\xBF"
         "a",
         4, NULL, 3},
        {"H\0i\0l\0l\0", 8, "UTF-16LE", 0},
        {"\0H\0i\0l\0l", 8, "UTF-16BE", 0},
        {"Hill", 4, NULL, 0},
        {"Hill\0Ray", 8, NULL, 0},
        {"\0\0\0\0\0\0\0\0", 8, NULL, 0},
        {"", 0, NULL, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t mark = 99;
        const char *encoding =
            ent_i_wide_encoding(cases[i].bytes, cases[i].size, &mark);
        assert_int_equal(mark, cases[i].mark);
        if (cases[i].encoding)
            assert_string_equal(encoding, cases[i].encoding);
        else
            assert_null(encoding);
    }
}

static void check_decoded(const char *bytes, size_t size, const char *encoding,
                          const char *expected)
{
    ent_i_string out = {0};
    ent_i_string_adds(&out, "before ");
    assert_int_equal(ent_i_decode(&out, bytes, size, encoding, NULL), ENT_OK);
    assert_int_equal(out.n, 7 + strlen(expected));
    assert_string_equal(out.items + 7, expected);
    ent_i_vec_free(&out);
}

static void test_decoding_appends_utf8(void **state)
{
    (void)state;
    check_decoded("", 0, NULL, "");
    check_decoded("Hill", 4, NULL, "Hill");
    check_decoded("H\0i\0\x3d\xd8\0\xde", 8, "UTF-16LE", "Hi\U0001F600");
    check_decoded("\x3d\xd8H\0", 4, "UTF-16LE", "\uFFFDH");
    check_decoded("\xD0\x9F\xD1\x83 \xFF", 6, NULL, "\u041f\u0443 \uFFFD");
    check_decoded("caf\xE9", 4, NULL, "caf\u00e9");
    ent_i_string out = {0};
    ent_error error = {0};
    assert_int_equal(ent_i_decode(&out, "a", 1, "no-such-code", &error),
                     ENT_ERR_FORMAT);
    assert_non_null(strstr(error.message, "no-such-code"));
    ent_i_vec_free(&out);
}

static void test_nul_becomes_blank(void **state)
{
    (void)state;
    char bytes[] = "\0a\0\0b\0";
    ent_i_blank_nul(bytes, 6);
    assert_string_equal(bytes, " a  b ");
    ent_i_blank_nul(bytes, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formats_by_content),
        cmocka_unit_test(test_formats_by_name),
        cmocka_unit_test(test_binary_kinds),
        cmocka_unit_test(test_utf8_is_told_from_other_bytes),
        cmocka_unit_test(test_wide_encodings),
        cmocka_unit_test(test_decoding_appends_utf8),
        cmocka_unit_test(test_nul_becomes_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
