#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/article.h"
#include "core/error.h"
#include "core/map.h"
#include "core/vec.h"

static void test_vec_grows_and_keeps_items(void **state)
{
    (void)state;
    ENT_I_VEC(int) v = {0};
    for (int i = 0; i < 1000; i++)
        assert_true(ent_i_vec_push(&v, i));
    assert_int_equal(v.n, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(v.items[i], i);
    ent_i_vec_free(&v);
    assert_null(v.items);
}

static void test_vec_survives_a_failed_allocation(void **state)
{
    (void)state;
    ENT_I_VEC(int) v = {0};
    assert_true(ent_i_vec_push(&v, 7));
    ent_i_memory_fail_from(1);
    while (v.n < v.cap)
        assert_true(ent_i_vec_push(&v, 7));
    assert_false(ent_i_vec_push(&v, 8));
    ent_i_memory_fail_from(0);
    assert_int_equal(v.items[v.n - 1], 7);
    assert_true(ent_i_vec_push(&v, 8));
    ent_i_vec_free(&v);
}

static int ascending(const void *a, const void *b)
{
    const int *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

static void test_sort_takes_lists_of_any_length(void **state)
{
    (void)state;
    ENT_I_VEC(int) v = {0};
    ent_i_sort(v.items, v.n, sizeof *v.items, ascending);
    assert_null(v.items);
    for (int i = 0; i < 500; i++) {
        assert_true(ent_i_vec_push(&v, i * 7919 % 503));
        ent_i_sort(v.items, v.n, sizeof *v.items, ascending);
        for (size_t k = 1; k < v.n; k++)
            assert_true(v.items[k - 1] <= v.items[k]);
    }
    ent_i_vec_free(&v);
}

static void test_strmap_finds_what_was_put(void **state)
{
    (void)state;
    ent_i_strmap map = {0};
    assert_int_equal(ent_i_strmap_get(&map, "x", 1), ENT_I_ABSENT);
    char key[16];
    for (uint32_t i = 0; i < 5000; i++) {
        size_t n = (size_t)snprintf(key, sizeof key, "k%u", i);
        uint32_t *value = ent_i_strmap_put(&map, key, n, i);
        assert_non_null(value);
        assert_int_equal(*value, i);
        assert_int_equal(*ent_i_strmap_put(&map, key, n, 9999999), i);
    }
    assert_int_equal(map.n, 5000);
    assert_int_equal(ent_i_strmap_get(&map, "k4321", 5), 4321);
    assert_int_equal(ent_i_strmap_get(&map, "k432", 5), ENT_I_ABSENT);
    assert_int_equal(ent_i_strmap_get(&map, "nobody", 6), ENT_I_ABSENT);
    ent_i_strmap_free(&map);
}

static void test_keymap_counts_pairs(void **state)
{
    (void)state;
    ent_i_keymap map = {0};
    for (uint32_t round = 0; round < 3; round++)
        for (uint32_t i = 0; i < 200; i++)
            ++*ent_i_keymap_put(&map, ent_i_pair_key(i, 2 * i), 0);
    assert_int_equal(map.n, 200);
    assert_int_equal(ent_i_keymap_get(&map, ent_i_pair_key(14, 7)), 3);
    assert_int_equal(ent_i_keymap_get(&map, ent_i_pair_key(7, 15)),
                     ENT_I_ABSENT);
    ent_i_keymap_free(&map);
}

static void test_dates_follow_the_calendar(void **state)
{
    (void)state;
    ent_date date;
    char buffer[16];
    assert_int_equal(ent_i_date(1970, 1, 1), 0);
    assert_int_equal(ent_i_date(2014, 3, 29), 16158);
    assert_int_equal(ent_i_date_weekday(16158), 6); /* a Saturday */
    assert_int_equal(ent_i_date(2015, 2, 29), ENT_NO_DATE);
    assert_int_not_equal(ent_i_date(2016, 2, 29), ENT_NO_DATE);
    assert_true(ent_date_parse("2016-12-31T10:00:00Z", &date));
    assert_string_equal(ent_date_format(date, buffer), "2016-12-31");
    assert_false(ent_date_parse("2016-13-01", &date));
    assert_false(ent_date_parse("2016-1-1", &date));
    assert_false(ent_date_parse("", &date));
    for (ent_date d = -800000; d < 800000; d += 97) {
        int year, month, day;
        ent_i_date_civil(d, &year, &month, &day);
        if (year >= 1)
            assert_int_equal(ent_i_date(year, month, day), d);
    }
}

static void test_error_says_where(void **state)
{
    (void)state;
    ent_error error = {0};
    char line[256];
    ent_status status =
        ent_i_fail(&error, ENT_ERR_FORMAT, "source", "expected %s", "an\nid");
    assert_int_equal(status, ENT_ERR_FORMAT);
    ent_error_format(&error, line, sizeof line);
    assert_string_equal(line, "source: expected an id");
    ent_i_fail_at(&error, status, "a.jsonl", 3, 17);
    ent_error_format(&error, line, sizeof line);
    assert_string_equal(line, "source: a.jsonl:3: byte 17: expected an id");
    assert_string_equal(ent_status_name(status), "format");
    assert_int_equal(ent_i_fail(NULL, ENT_ERR_IO, "x", "y"), ENT_ERR_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vec_grows_and_keeps_items),
        cmocka_unit_test(test_vec_survives_a_failed_allocation),
        cmocka_unit_test(test_sort_takes_lists_of_any_length),
        cmocka_unit_test(test_strmap_finds_what_was_put),
        cmocka_unit_test(test_keymap_counts_pairs),
        cmocka_unit_test(test_dates_follow_the_calendar),
        cmocka_unit_test(test_error_says_where),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
