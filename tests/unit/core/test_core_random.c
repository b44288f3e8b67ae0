/* Maps, vectors and strings against the plainest ones, by operations drawn at
 * random, with allocations that fail now and then. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/map.h"
#include "core/vec.h"
#include "unit/random.h"

enum { STEPS = 4000, KEYS = 300, SEEDS = 12 };

/* One in so many allocations fails, from a few steps on. */
static bool shut_now_and_then(uint64_t *seed)
{
    bool shut = random_below(seed, 10) == 0;
    ent_i_memory_fail_from(shut ? 1 : 0);
    return shut;
}

/* ---- maps ---- */

static uint64_t key_of(uint32_t i, int family)
{
    static const uint64_t steps[] = {1, UINT64_C(1) << 32, 0x9e3779b97f4a7c15u,
                                     UINT64_C(1) << 52, 64};
    return i * steps[family];
}

static void test_key_maps_keep_what_was_put(void **state)
{
    (void)state;
    for (uint64_t start = 1; start <= SEEDS; start++) {
        uint64_t seed = start;
        ent_i_keymap map = {0};
        uint32_t model[KEYS];
        int family = (int)(start % 5);
        size_t n = 0;
        memset(model, 0xFF, sizeof model);
        for (int step = 0; step < STEPS; step++) {
            uint32_t i = random_below(&seed, KEYS);
            uint64_t key = key_of(i, family);
            if (random_below(&seed, 2)) {
                bool shut = shut_now_and_then(&seed);
                uint32_t *slot = ent_i_keymap_put(&map, key, (uint32_t)step);
                ent_i_memory_fail_from(0);
                if (!slot) {
                    assert_true(shut);
                    continue;
                }
                n += model[i] == ENT_I_ABSENT;
                if (model[i] == ENT_I_ABSENT)
                    model[i] = (uint32_t)step;
                assert_int_equal(*slot, model[i]);
                *slot = model[i] = random_below(&seed, 1000);
            }
            assert_int_equal(ent_i_keymap_get(&map, key), model[i]);
            assert_int_equal(map.n, n);
        }
        for (uint32_t i = 0; i < KEYS; i++)
            assert_int_equal(ent_i_keymap_get(&map, key_of(i, family)),
                             model[i]);
        ent_i_keymap_free(&map);
        assert_int_equal(ent_i_keymap_get(&map, 7), ENT_I_ABSENT);
    }
}

/* Keys of any bytes and sizes, among them none and NUL. */
static size_t string_key(uint32_t i, char out[40])
{
    size_t n = i % 37;
    for (size_t k = 0; k < n; k++)
        out[k] = (char)(i * 31 + k * k);
    return n;
}

static void test_string_maps_keep_what_was_put(void **state)
{
    (void)state;
    for (uint64_t start = 1; start <= SEEDS; start++) {
        uint64_t seed = start * 7;
        ent_i_strmap map = {0};
        uint32_t model[KEYS];
        char keys[KEYS][40];
        size_t sizes[KEYS];
        uint32_t same[KEYS]; /* the first key of those bytes */
        memset(model, 0xFF, sizeof model);
        for (uint32_t i = 0; i < KEYS; i++) {
            sizes[i] = string_key(i, keys[i]);
            for (same[i] = 0; sizes[same[i]] != sizes[i] ||
                              memcmp(keys[same[i]], keys[i], sizes[i]) != 0;)
                same[i]++;
        }
        for (int step = 0; step < STEPS; step++) {
            uint32_t i = random_below(&seed, KEYS), m = same[i];
            char copy[40];
            memcpy(copy, keys[i], sizeof copy);
            if (random_below(&seed, 2)) {
                bool shut = shut_now_and_then(&seed);
                uint32_t *slot =
                    ent_i_strmap_put(&map, copy, sizes[i], (uint32_t)step);
                ent_i_memory_fail_from(0);
                if (!slot) {
                    assert_true(shut);
                    continue;
                }
                if (model[m] == ENT_I_ABSENT)
                    model[m] = (uint32_t)step;
                assert_int_equal(*slot, model[m]);
                memset(copy, 'x', sizeof copy); /* keys are copied */
            }
            assert_int_equal(ent_i_strmap_get(&map, keys[i], sizes[i]),
                             model[m]);
        }
        ent_i_strmap_free(&map);
    }
}

static void test_pair_keys_are_those_of_the_pair(void **state)
{
    (void)state;
    uint64_t seed = 9;
    for (int i = 0; i < 10000; i++) {
        uint32_t a = (uint32_t)random_next(&seed);
        uint32_t b = (uint32_t)random_next(&seed);
        uint64_t key = ent_i_pair_key(a, b);
        assert_true(key == ent_i_pair_key(b, a));
        assert_int_equal((uint32_t)(key >> 32), a < b ? a : b);
        assert_int_equal((uint32_t)key, a < b ? b : a);
    }
}

/* ---- vectors and strings ---- */

static void test_vectors_keep_what_was_pushed(void **state)
{
    (void)state;
    for (uint64_t start = 1; start <= SEEDS; start++) {
        uint64_t seed = start * 11;
        ENT_I_VEC(uint64_t) v = {0};
        uint64_t sum = 0;
        size_t n = 0;
        for (int step = 0; step < STEPS; step++) {
            uint64_t item = random_next(&seed);
            bool shut = shut_now_and_then(&seed);
            bool pushed = random_below(&seed, 4) != 0;
            if (pushed)
                pushed = ent_i_vec_push(&v, item);
            else if (ent_i_vec_reserve(&v, random_below(&seed, 50)))
                assert_true(v.cap >= v.n);
            else
                assert_true(shut);
            ent_i_memory_fail_from(0);
            n += pushed;
            sum += pushed ? item : 0;
            assert_int_equal(v.n, n);
        }
        for (size_t i = 0; i < v.n; i++)
            sum -= v.items[i];
        assert_true(sum == 0);
        ent_i_vec_free(&v);
        assert_true(!v.items && !v.n && !v.cap);
    }
}

static void test_strings_are_what_was_added(void **state)
{
    (void)state;
    for (uint64_t start = 1; start <= SEEDS; start++) {
        uint64_t seed = start * 13;
        char model[STEPS * 12];
        size_t n = 0;
        ent_i_string s = {0};
        for (int step = 0; step < STEPS / 2; step++) {
            char piece[32];
            bool shut = shut_now_and_then(&seed), added;
            uint32_t number = random_below(&seed, 100000);
            snprintf(piece, sizeof piece, "%u,", (unsigned)number);
            size_t size = strlen(piece);
            switch (random_below(&seed, 3)) {
            case 0:
                added = ent_i_string_adds(&s, piece);
                break;
            case 1:
                added = ent_i_string_addf(&s, "%u,", (unsigned)number);
                break;
            default:
                size = random_below(&seed, (uint32_t)size + 1);
                added = ent_i_string_add(&s, piece, size);
                break;
            }
            ent_i_memory_fail_from(0);
            assert_true(added || shut);
            if (added) {
                memcpy(model + n, piece, size);
                n += size;
                assert_int_equal(s.items[s.n], '\0');
            }
            assert_int_equal(s.n, n);
        }
        assert_memory_equal(s.items, model, n);
        ent_i_vec_free(&s);
    }
}

/* ---- the arena ---- */

/* Blocks of all sizes keep their bytes, whatever comes after them. */
static void test_arenas_keep_their_blocks_apart(void **state)
{
    (void)state;
    enum { BLOCKS = 400 };
    for (uint64_t start = 1; start <= SEEDS; start++) {
        uint64_t seed = start * 17;
        ent_i_arena arena = {0};
        unsigned char *blocks[BLOCKS] = {NULL};
        size_t sizes[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            sizes[i] = random_below(&seed, i % 20 ? 100 : 20000);
            bool shut = shut_now_and_then(&seed);
            blocks[i] = ent_i_arena_alloc(&arena, sizes[i]);
            ent_i_memory_fail_from(0);
            assert_true(blocks[i] || shut);
            if (blocks[i]) {
                assert_int_equal((uintptr_t)blocks[i] % sizeof(void *), 0);
                memset(blocks[i], i, sizes[i]);
            }
        }
        for (int i = 0; i < BLOCKS; i++)
            for (size_t k = 0; blocks[i] && k < sizes[i]; k++)
                assert_int_equal(blocks[i][k], (unsigned char)i);
        ent_i_arena_free(&arena);
        assert_null(arena.last);
    }
}

/* ---- sorting ---- */

typedef struct pair {
    uint32_t key, place;
} pair;

static int by_key(const void *a, const void *b)
{
    const pair *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->place < y->place ? -1 : x->place > y->place;
}

static void test_sorting_loses_nothing(void **state)
{
    (void)state;
    uint64_t seed = 21;
    for (uint32_t n = 0; n < 200; n++) {
        ENT_I_VEC(pair) v = {0};
        for (uint32_t i = 0; i < n; i++)
            assert_true(ent_i_vec_push(&v, (pair){random_below(&seed, 20), i}));
        ent_i_sort(v.items, v.n, sizeof *v.items, by_key);
        bool seen[200] = {false};
        for (uint32_t i = 0; i < n; i++) {
            assert_false(seen[v.items[i].place]);
            seen[v.items[i].place] = true;
            if (i)
                assert_true(by_key(&v.items[i - 1], &v.items[i]) < 0);
        }
        ent_i_vec_free(&v);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_key_maps_keep_what_was_put),
        cmocka_unit_test(test_string_maps_keep_what_was_put),
        cmocka_unit_test(test_pair_keys_are_those_of_the_pair),
        cmocka_unit_test(test_vectors_keep_what_was_pushed),
        cmocka_unit_test(test_strings_are_what_was_added),
        cmocka_unit_test(test_arenas_keep_their_blocks_apart),
        cmocka_unit_test(test_sorting_loses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
