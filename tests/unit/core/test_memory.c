/* The allocator, the arena, growable strings. */
#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "core/vec.h"
#include "unit/random.h"

/* How many allocations succeed before the first that fails, up to 10. */
static int successes(void)
{
    int n = 0;
    for (void *block; n < 10 && (block = ent_i_malloc(1)); n++)
        ent_i_free(block);
    return n;
}

static void test_the_nth_allocation_and_all_later_fail(void **state)
{
    (void)state;
    for (int nth = 1; nth < 5; nth++) {
        ent_i_memory_fail_from(nth);
        assert_int_equal(successes(), nth - 1);
        assert_null(ent_i_malloc(1));
        assert_null(ent_i_calloc(1, 1));
        assert_null(ent_i_realloc(NULL, 1));
        assert_null(ent_i_strdup("x"));
        ent_i_memory_fail_from(0);
        assert_int_equal(successes(), 10);
    }
}

static void test_no_bytes_are_a_valid_block(void **state)
{
    (void)state;
    void *blocks[] = {ent_i_malloc(0), ent_i_calloc(0, 8), ent_i_calloc(8, 0),
                      ent_i_realloc(NULL, 0), ent_i_strndup("abc", 0)};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        assert_non_null(blocks[i]);
        ent_i_free(blocks[i]);
    }
    ent_i_free(NULL);
}

static void test_strings_are_cut_and_ended(void **state)
{
    (void)state;
    char *copy = ent_i_strndup("Lavrov", 3);
    assert_string_equal(copy, "Lav");
    ent_i_free(copy);
    copy = ent_i_strdup("");
    assert_string_equal(copy, "");
    ent_i_free(copy);
}

/* Blocks of all sizes, each filled with its own byte, keep what was written. */
static void test_arena_blocks_never_overlap(void **state)
{
    enum { BLOCKS = 3000 };
    static unsigned char *blocks[BLOCKS];
    static uint32_t sizes[BLOCKS];
    uint64_t seed = 7;
    ent_i_arena arena = {0};
    (void)state;
    for (int i = 0; i < BLOCKS; i++) {
        sizes[i] = random_below(&seed, i % 100 == 0 ? 40000 : 300);
        blocks[i] = ent_i_arena_alloc(&arena, sizes[i]);
        assert_non_null(blocks[i]);
        assert_int_equal((uintptr_t)blocks[i] % alignof(max_align_t), 0);
        memset(blocks[i], i % 251, sizes[i]);
    }
    for (int i = 0; i < BLOCKS; i++)
        for (uint32_t k = 0; k < sizes[i]; k++)
            if (blocks[i][k] != i % 251)
                fail_msg("block %d is overwritten at %u", i, k);
    ent_i_arena_free(&arena);
    assert_null(arena.last);
    assert_string_equal(ent_i_arena_strdup(&arena, "again"), "again");
    ent_i_arena_free(&arena);
    ent_i_arena_free(&arena);
}

static void test_arena_refuses_what_cannot_be(void **state)
{
    ent_i_arena arena = {0};
    (void)state;
    assert_null(ent_i_arena_alloc(&arena, SIZE_MAX));
    assert_null(ent_i_arena_alloc(&arena, SIZE_MAX - 3));
    assert_null(arena.last);
    ent_i_arena_free(&arena);
}

static void test_arena_survives_a_failed_block(void **state)
{
    ent_i_arena arena = {0};
    (void)state;
    char *kept = ent_i_arena_strdup(&arena, "kept");
    ent_i_memory_fail_from(1);
    assert_null(ent_i_arena_alloc(&arena, 100000));
    assert_non_null(ent_i_arena_alloc(&arena, 16)); /* still room for it */
    ent_i_memory_fail_from(0);
    assert_string_equal(kept, "kept");
    assert_string_equal(ent_i_arena_strndup(&arena, "then", 2), "th");
    ent_i_arena_free(&arena);
}

static void test_strings_grow_and_stay_ended(void **state)
{
    ent_i_string s = {0};
    (void)state;
    for (int i = 0; i < 2000; i++) {
        assert_true(ent_i_string_addf(&s, "%d,", i % 10));
        assert_true(ent_i_string_add(&s, "xyz", 1));
        assert_true(ent_i_string_adds(&s, ""));
        assert_int_equal(s.n, 3 * (i + 1));
        assert_int_equal(strlen(s.items), s.n);
    }
    assert_memory_equal(s.items, "0,x1,x2,x", 9);
    assert_string_equal(s.items + s.n - 3, "9,x");
    ent_i_vec_free(&s);
    assert_int_equal(s.n + s.cap, 0);
}

static void test_a_string_keeps_bytes_of_any_kind(void **state)
{
    ent_i_string s = {0};
    (void)state;
    assert_true(ent_i_string_add(&s, "a\0b", 3));
    assert_true(ent_i_string_adds(&s, "c"));
    assert_int_equal(s.n, 4);
    assert_memory_equal(s.items, "a\0bc", 5);
    ent_i_vec_free(&s);
}

static void test_a_string_is_unchanged_by_failure(void **state)
{
    ent_i_string s = {0};
    char long_text[300];
    (void)state;
    memset(long_text, 'a', sizeof long_text - 1);
    long_text[sizeof long_text - 1] = '\0';
    assert_true(ent_i_string_adds(&s, "start"));
    ent_i_memory_fail_from(1);
    assert_false(ent_i_string_adds(&s, long_text));
    assert_false(ent_i_string_addf(&s, "%s!", long_text));
    ent_i_memory_fail_from(0);
    assert_int_equal(s.n, 5);
    assert_string_equal(s.items, "start");
    assert_true(ent_i_string_addf(&s, "%s!", long_text));
    assert_int_equal(s.n, 5 + strlen(long_text) + 1);
    ent_i_vec_free(&s);
}

static void test_a_vector_refuses_more_than_memory_holds(void **state)
{
    ENT_I_VEC(uint64_t) v = {0};
    (void)state;
    assert_false(ent_i_vec_reserve(&v, SIZE_MAX / 4));
    assert_true(ent_i_vec_reserve(&v, 0));
    assert_true(ent_i_vec_push(&v, 1));
    assert_int_equal(v.n, 1);
    ent_i_vec_free(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_nth_allocation_and_all_later_fail),
        cmocka_unit_test(test_no_bytes_are_a_valid_block),
        cmocka_unit_test(test_strings_are_cut_and_ended),
        cmocka_unit_test(test_arena_blocks_never_overlap),
        cmocka_unit_test(test_arena_refuses_what_cannot_be),
        cmocka_unit_test(test_arena_survives_a_failed_block),
        cmocka_unit_test(test_strings_grow_and_stay_ended),
        cmocka_unit_test(test_a_string_keeps_bytes_of_any_kind),
        cmocka_unit_test(test_a_string_is_unchanged_by_failure),
        cmocka_unit_test(test_a_vector_refuses_more_than_memory_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
