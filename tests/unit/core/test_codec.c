/* Numbers and strings of records: what is written comes back, and nothing is
 * read beyond the bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/codec.h"
#include "core/memory.h"
#include "unit/random.h"

/* One of everything that is coded. */
typedef struct all {
    uint32_t number, follows, precedes, near, none;
    uint8_t small, size;
    bool flag;
    ent_date date;
    float fraction;
    const char *text, *absent;
} all;

static void code_all(ent_i_codec *c, all *a, uint32_t known)
{
    ent_i_code_number(c, &a->number);
    ent_i_code_follows(c, &a->follows, known);
    ent_i_code_precedes(c, &a->precedes, known);
    ent_i_code_near(c, &a->near, known);
    ent_i_code_number_or_none(c, &a->none);
    ent_i_code_small(c, &a->small);
    ent_i_code_size_of(c, &a->size, 17);
    ent_i_code_flag(c, &a->flag);
    ent_i_code_date(c, &a->date);
    ent_i_code_fraction(c, &a->fraction);
    ent_i_code_string(c, &a->text);
    ent_i_code_string(c, &a->absent);
}

typedef struct record {
    ent_i_string bytes, strings;
} record;

static void record_free(record *r)
{
    ent_i_vec_free(&r->bytes);
    ent_i_vec_free(&r->strings);
}

static void write_all(record *r, all *a, uint32_t known)
{
    ent_i_codec c = {.out = &r->bytes, .out_strings = &r->strings};
    r->bytes.n = r->strings.n = 0;
    code_all(&c, a, known);
    assert_false(c.failed);
}

/* Of the first n bytes. */
static ent_i_codec reading(const record *r, size_t n)
{
    return (ent_i_codec){.at = r->bytes.items,
                         .end = r->bytes.items + n,
                         .strings = r->strings.items,
                         .string_size = (uint32_t)r->strings.n};
}

static void check_same(const all *a, const all *b)
{
    assert_int_equal(a->number, b->number);
    assert_int_equal(a->follows, b->follows);
    assert_int_equal(a->precedes, b->precedes);
    assert_int_equal(a->near, b->near);
    assert_int_equal(a->none, b->none);
    assert_int_equal(a->small, b->small);
    assert_int_equal(a->flag, b->flag);
    assert_int_equal(a->date, b->date);
    assert_memory_equal(&a->fraction, &b->fraction, sizeof a->fraction);
    assert_string_equal(a->text, b->text);
    assert_null(b->absent);
    assert_int_equal(b->size, 17); /* the reader's own */
}

static const uint32_t edges[] = {0,          1,          0x7F,      0x80,
                                 0x3FFF,     0x4000,     0xFFFFFF,  0x7FFFFFFF,
                                 0x80000000, 0xFFFFFFFE, UINT32_MAX};
enum { EDGES = sizeof edges / sizeof *edges };

static all made_of(uint32_t value, float fraction, const char *text)
{
    return (all){value,           value,          value, value,
                 value,           (uint8_t)value, 0,     value & 1,
                 (ent_date)value, fraction,       text,  NULL};
}

/* Any number may follow any. */
static void test_everything_comes_back(void **state)
{
    (void)state;
    record r = {0};
    for (size_t i = 0; i < EDGES; i++)
        for (size_t k = 0; k < EDGES; k++) {
            all a = made_of(edges[i], 0.1F * (float)i,
                            i % 2 ? "" : "Ann \u00c5"),
                b = {0};
            write_all(&r, &a, edges[k]);
            ent_i_codec c = reading(&r, r.bytes.n);
            code_all(&c, &b, edges[k]);
            assert_false(c.failed);
            assert_ptr_equal(c.at, c.end);
            check_same(&a, &b);
        }
    record_free(&r);
}

/* What is usual takes a byte. */
static void test_neighbours_are_short(void **state)
{
    (void)state;
    static const struct {
        void (*code)(ent_i_codec *c, uint32_t *value, uint32_t known);
        uint32_t value, known;
        size_t bytes;
    } cases[] = {{ent_i_code_follows, 1000100, 1000000, 1},
                 {ent_i_code_follows, 1000128, 1000000, 2},
                 {ent_i_code_follows, 999999, 1000000, 5},
                 {ent_i_code_precedes, 999900, 1000000, 1},
                 {ent_i_code_precedes, 1000001, 1000000, 5},
                 {ent_i_code_near, 1000063, 1000000, 1},
                 {ent_i_code_near, 999936, 1000000, 1},
                 {ent_i_code_near, 999935, 1000000, 2},
                 {ent_i_code_near, 0, UINT32_MAX, 1}};
    record r = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_i_codec c = {.out = &r.bytes};
        uint32_t value = cases[i].value;
        r.bytes.n = 0;
        cases[i].code(&c, &value, cases[i].known);
        if (r.bytes.n != cases[i].bytes)
            fail_msg("case %zu: %zu bytes", i, r.bytes.n);
    }
    record_free(&r);
}

/* A record that ends early fails, wherever it ends. */
static void test_cut_off_anywhere(void **state)
{
    (void)state;
    record r = {0};
    all a = made_of(0x12345678, 0.5F, "Ann Roe");
    write_all(&r, &a, 7);
    for (size_t n = 0; n < r.bytes.n; n++) {
        ent_i_codec c = reading(&r, n);
        all b = {0};
        code_all(&c, &b, 7);
        assert_true(c.failed);
        assert_true(c.at <= c.end);
    }
    record_free(&r);
}

/* Whatever the bytes are, nothing is read beyond them, and a string is one of
 * those there are. */
static void test_any_bytes_are_survived(void **state)
{
    (void)state;
    uint64_t seed = 11;
    record r = {0};
    assert_true(ent_i_string_add(&r.strings, "Ann\0B\xc3\xa9\0", 8));
    for (int round = 0; round < 20000; round++) {
        size_t n = random_below(&seed, 40);
        r.bytes.n = 0;
        assert_true(ent_i_string_adds(&r.bytes, ""));
        for (size_t i = 0; i < n; i++) {
            char byte =
                (char)(random_below(&seed, 3) ? random_below(&seed, 10)
                                              : random_below(&seed, 256));
            assert_true(ent_i_string_add(&r.bytes, &byte, 1));
        }
        ent_i_codec c = reading(&r, r.bytes.n);
        all b = {0};
        code_all(&c, &b, round % 3 ? 0 : UINT32_MAX);
        assert_true(c.at <= c.end);
        if (!c.failed && b.text)
            assert_true(b.text >= r.strings.items &&
                        b.text < r.strings.items + r.strings.n);
    }
    record_free(&r);
}

/* Five bytes are the longest number, a byte the largest small one; a string
 * begins with a character. */
static void test_what_is_no_record(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t n;
        bool small, string, failed;
    } cases[] = {
        {"\xff\xff\xff\xff\x0f", 5, false, false, false},
        {"\x80\x80\x80\x80\x80\x01", 6, false, false, true},
        {"\x80\x80", 2, false, false, true},
        {"\xff\x01", 2, true, false, false},
        {"\x80\x02", 2, true, false, true},
        {"\x01", 1, false, true, false},
        {"\x03", 1, false, true, true}, /* within a character */
        {"\x04", 1, false, true, false},
        {"\x05", 1, false, true, true}, /* there are four bytes */
    };
    record r = {0};
    assert_true(ent_i_string_add(&r.strings, "x\xc3\xa9", 4));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint8_t small;
        uint32_t number;
        const char *text;
        r.bytes.n = 0;
        assert_true(ent_i_string_add(&r.bytes, cases[i].bytes, cases[i].n));
        ent_i_codec c = reading(&r, r.bytes.n);
        if (cases[i].small)
            ent_i_code_small(&c, &small);
        else if (cases[i].string)
            ent_i_code_string(&c, &text);
        else
            ent_i_code_number(&c, &number);
        if (c.failed != cases[i].failed)
            fail_msg("case %zu", i);
    }
    record_free(&r);
}

static void test_want_of_memory(void **state)
{
    (void)state;
    record r = {0};
    all a = made_of(UINT32_MAX, 1, "Ann Roe");
    ent_i_codec c = {.out = &r.bytes, .out_strings = &r.strings};
    ent_i_memory_fail_from(1);
    code_all(&c, &a, 0);
    ent_i_memory_fail_from(0);
    assert_true(c.failed);
    record_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_everything_comes_back),
        cmocka_unit_test(test_neighbours_are_short),
        cmocka_unit_test(test_cut_off_anywhere),
        cmocka_unit_test(test_any_bytes_are_survived),
        cmocka_unit_test(test_what_is_no_record),
        cmocka_unit_test(test_want_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
