/* The maps, with keys of the kinds that bring hash tables into trouble. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/map.h"
#include "core/slots.h"
#include "unit/random.h"

/* The nth key of a family. */
typedef uint64_t family(uint32_t n);

static uint64_t running(uint32_t n) { return n; }
static uint64_t from_the_end(uint32_t n) { return UINT64_MAX - n; }
static uint64_t high_half(uint32_t n) { return (uint64_t)n << 32; }
static uint64_t same_pair(uint32_t n) { return (uint64_t)n << 32 | n; }
static uint64_t powers(uint32_t n) { return (uint64_t)(n / 64) << (n % 64); }
static uint64_t coarse(uint32_t n) { return (uint64_t)n << 12; }
static uint64_t star(uint32_t n) { return ent_i_pair_key(3, n); }
static uint64_t grid(uint32_t n) { return ent_i_pair_key(n % 300, n / 300); }
static uint64_t low_bits_cancel(uint32_t n)
{
    return (uint64_t)n << 32 | (n ^ 0x5555u); /* high ^ low is constant */
}
static uint64_t any(uint32_t n)
{
    uint64_t seed = n;
    return random_next(&seed);
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static size_t count_different(uint64_t *keys, size_t n)
{
    size_t different = 0;
    qsort(keys, n, sizeof *keys, by_value);
    for (size_t i = 0; i < n; i++)
        different += i == 0 || keys[i] != keys[i - 1];
    return different;
}

/* The longest way from where a key should stand to where it does is told by
 * the run of full slots: long runs make every look-up slow. */
static size_t longest_run(const ent_i_keymap *map)
{
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < 2 * map->cap; i++) {
        run = map->slots[i % map->cap].value == ENT_I_ABSENT ? 0 : run + 1;
        longest = run > longest && run <= map->cap ? run : longest;
    }
    return longest;
}

static void test_keys_of_every_family_are_kept(void **state)
{
    enum { KEYS = 40000 };
    static family *const families[] = {
        running, from_the_end, high_half, same_pair,       powers,
        coarse,  star,         grid,      low_bits_cancel, any};
    static uint64_t keys[KEYS];
    (void)state;
    for (size_t f = 0; f < sizeof families / sizeof *families; f++) {
        ent_i_keymap map = {0};
        for (uint32_t i = 0; i < KEYS; i++) {
            keys[i] = families[f](i);
            uint32_t *value = ent_i_keymap_put(&map, keys[i], i);
            assert_non_null(value);
            assert_true(families[f](*value) == keys[i]);
        }
        for (uint32_t i = 0; i < KEYS; i++) {
            uint32_t value = ent_i_keymap_get(&map, keys[i]);
            assert_true(value <= i && families[f](value) == keys[i]);
        }
        assert_int_equal(map.n, count_different(keys, KEYS));
        ent_i_keymap_free(&map);
        assert_int_equal(ent_i_keymap_get(&map, keys[0]), ENT_I_ABSENT);
    }
}

/* Pairs of low indices are what the program counts; a hash that let them
 * gather would make it slow without making it wrong. */
static void test_pairs_do_not_gather(void **state)
{
    ent_i_keymap map = {0};
    (void)state;
    for (uint32_t a = 0; a < 300; a++)
        for (uint32_t b = a + 1; b < 300; b++)
            assert_non_null(ent_i_keymap_put(&map, ent_i_pair_key(b, a), a));
    assert_int_equal(map.n, 300 * 299 / 2);
    assert_true(longest_run(&map) < map.cap / 100);
    ent_i_keymap_free(&map);
}

static void test_a_pair_has_no_order(void **state)
{
    (void)state;
    assert_true(ent_i_pair_key(1, 2) == ent_i_pair_key(2, 1));
    assert_true(ent_i_pair_key(1, 2) != ent_i_pair_key(1, 3));
    assert_true(ent_i_pair_key(0, UINT32_MAX) == ent_i_pair_key(UINT32_MAX, 0));
    assert_true(ent_i_pair_key(5, 5) == ((uint64_t)5 << 32 | 5));
}

/* Values are changed where they stand; other keys keep theirs. */
static void test_counting_agrees_with_an_array(void **state)
{
    enum { KEYS = 97 };
    uint32_t counts[KEYS] = {0};
    uint64_t seed = 1;
    ent_i_keymap map = {0};
    (void)state;
    for (int i = 0; i < 20000; i++) {
        uint32_t key = random_below(&seed, KEYS);
        counts[key]++;
        ++*ent_i_keymap_put(&map, (uint64_t)key << 40, 0);
    }
    for (uint32_t key = 0; key < KEYS; key++)
        assert_int_equal(ent_i_keymap_get(&map, (uint64_t)key << 40),
                         counts[key]);
    ent_i_keymap_free(&map);
}

/* Memory that a few keys need again is kept, much of it is given back. */
static void test_clearing_forgets_all_keys(void **state)
{
    ent_i_keymap map = {0};
    (void)state;
    ent_i_keymap_clear(&map);
    for (uint32_t n = 1; n <= 1000; n *= 10) {
        for (uint32_t i = 0; i < n; i++)
            assert_int_equal(*ent_i_keymap_put(&map, i, n + i), n + i);
        size_t cap = map.cap;
        ent_i_keymap_clear(&map);
        assert_int_equal(map.n, 0);
        assert_int_equal(map.cap, n == 1 ? 0 : cap);
        for (uint32_t i = 0; i < n; i++)
            assert_int_equal(ent_i_keymap_get(&map, i), ENT_I_ABSENT);
    }
    assert_int_equal(*ent_i_keymap_put(&map, 5, 7), 7);
    ent_i_keymap_free(&map);
}

/* A map whose growing fails still holds what it held. */
static void test_failed_growth_loses_nothing(void **state)
{
    ent_i_keymap numbers = {0};
    ent_i_strmap names = {0};
    uint32_t n = 0;
    char key[16];
    (void)state;
    assert_non_null(ent_i_keymap_put(&numbers, 0, 0));
    ent_i_memory_fail_from(1);
    while (ent_i_keymap_put(&numbers, n, n))
        n++;
    ent_i_memory_fail_from(0);
    assert_true(n > 10 && numbers.n == n);
    for (uint32_t i = 0; i < n; i++)
        assert_int_equal(ent_i_keymap_get(&numbers, i), i);
    assert_int_equal(ent_i_keymap_get(&numbers, n), ENT_I_ABSENT);
    assert_non_null(ent_i_keymap_put(&numbers, n, n));
    ent_i_keymap_free(&numbers);

    for (long nth = 1; nth < 8; nth++) {
        uint32_t put = 0;
        ent_i_memory_fail_from(nth);
        for (; put < 100000; put++) {
            snprintf(key, sizeof key, "%u", put);
            if (!ent_i_strmap_put(&names, key, strlen(key), put))
                break;
        }
        ent_i_memory_fail_from(0);
        assert_int_equal(names.n, put);
        for (uint32_t i = 0; i < put; i++) {
            snprintf(key, sizeof key, "%u", i);
            assert_int_equal(ent_i_strmap_get(&names, key, strlen(key)), i);
        }
        ent_i_strmap_free(&names);
    }
}

static void test_a_text_is_kept_once(void **state)
{
    (void)state;
    ent_i_strmap texts = {0};
    char text[] = "President";
    const char *kept = ent_i_strmap_keep(&texts, text);
    text[0] = 'p';
    assert_string_equal(kept, "President");
    assert_ptr_not_equal(ent_i_strmap_keep(&texts, text), kept);
    text[0] = 'P';
    assert_ptr_equal(ent_i_strmap_keep(&texts, text), kept);
    ent_i_strmap_free(&texts);
    ent_i_memory_fail_from(1);
    assert_null(ent_i_strmap_keep(&texts, text));
    ent_i_memory_fail_from(0);
}

/* Keys that are prefixes of one another, hold NUL bytes or nothing at all. */
static void test_strings_are_bytes_of_a_size(void **state)
{
    static const char bytes[64] = "a\0a\0\0aa";
    ent_i_strmap map = {0};
    (void)state;
    for (uint32_t size = 0; size <= sizeof bytes; size++)
        assert_int_equal(*ent_i_strmap_put(&map, bytes, size, size), size);
    assert_int_equal(map.n, sizeof bytes + 1);
    for (uint32_t size = 0; size <= sizeof bytes; size++)
        assert_int_equal(ent_i_strmap_get(&map, bytes, size), size);
    assert_int_equal(ent_i_strmap_get(&map, "b", 1), ENT_I_ABSENT);
    ent_i_strmap_free(&map);
}

static void test_keys_are_copied(void **state)
{
    char key[] = "kerry";
    ent_i_strmap map = {0};
    (void)state;
    assert_non_null(ent_i_strmap_put(&map, key, 5, 1));
    memcpy(key, "putin", 5);
    assert_int_equal(ent_i_strmap_get(&map, "kerry", 5), 1);
    assert_int_equal(ent_i_strmap_get(&map, key, 5), ENT_I_ABSENT);
    ent_i_strmap_free(&map);
}

static void test_hash_is_that_of_all_bytes(void **state)
{
    char text[] = "Who met whom, and who with whom?";
    (void)state;
    uint64_t before = ent_i_hash(text, sizeof text - 1);
    assert_true(before == ent_i_hash(text, sizeof text - 1));
    for (size_t i = 0; i + 1 < sizeof text; i++) {
        text[i] ^= 1;
        assert_true(before != ent_i_hash(text, sizeof text - 1));
        text[i] ^= 1;
    }
    assert_true(before != ent_i_hash(text, sizeof text - 2));
}

/* Of so few keys none are taken for one another. */
static void test_counts_are_those_of_a_map(void **state)
{
    enum { KEYS = 5000, ADDED = 40000 };
    ent_i_countmap counts = {0};
    ent_i_keymap map = {0};
    uint64_t seed = 3;
    (void)state;
    assert_int_equal(ent_i_countmap_of(&counts, 1), 0);
    for (size_t i = 0; i < ADDED; i++) {
        uint64_t key = any(random_below(&seed, KEYS));
        assert_true(ent_i_countmap_add(&counts, key));
        ++*ent_i_keymap_put(&map, key, 0);
    }
    assert_int_equal(counts.n, map.n);
    for (uint32_t i = 0; i < KEYS; i++) {
        uint32_t n = ent_i_keymap_get(&map, any(i));
        assert_int_equal(ent_i_countmap_of(&counts, any(i)),
                         n == ENT_I_ABSENT ? 0 : n);
    }
    assert_int_equal(ent_i_countmap_of(&counts, any(KEYS)), 0);
    ent_i_countmap_free(&counts);
    ent_i_keymap_free(&map);
}

static void test_counts_end_at_a_million(void **state)
{
    enum { MOST = (1 << 20) - 1 };
    ent_i_countmap counts = {0};
    (void)state;
    for (uint32_t i = 0; i < MOST + 9; i++)
        assert_true(ent_i_countmap_add(&counts, 7));
    assert_int_equal(ent_i_countmap_of(&counts, 7), MOST);
    assert_int_equal(counts.n, 1);
    ent_i_countmap_free(&counts);
}

/* One slot after the other. */
static uint32_t probe(const uint16_t *tags, uint32_t cap, uint64_t key)
{
    uint32_t slot = ent_i_slot_of(key, cap);
    for (uint32_t n = 0; n < cap && tags[slot]; n++) {
        if (tags[slot] == ent_i_tag_of(key))
            return slot;
        slot = (slot + 1) % cap;
    }
    return ENT_I_ABSENT;
}

/* Nearly full tables, where keys stand far from where they should, and behind
 * the end; low tags, so that others' are met, too. */
static void test_slots_are_those_of_probing(void **state)
{
    (void)state;
    static const uint32_t caps[] = {1, 31, 32, 33, 64, 200, 1000};
    uint64_t seed = 11;
    for (size_t c = 0; c < sizeof caps / sizeof *caps; c++) {
        uint16_t tags[1000] = {0};
        for (uint32_t n = 0; n < caps[c] - caps[c] / 16; n++)
            ent_i_slot_take(tags, caps[c],
                            random_next(&seed) & 0xffffffff000003ffu);
        for (int i = 0; i < 5000; i++) {
            uint64_t key = random_next(&seed) & 0xffffffff000003ffu;
            assert_int_equal(ent_i_slot_find(tags, caps[c], key),
                             probe(tags, caps[c], key));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_of_every_family_are_kept),
        cmocka_unit_test(test_pairs_do_not_gather),
        cmocka_unit_test(test_a_pair_has_no_order),
        cmocka_unit_test(test_counting_agrees_with_an_array),
        cmocka_unit_test(test_clearing_forgets_all_keys),
        cmocka_unit_test(test_counts_are_those_of_a_map),
        cmocka_unit_test(test_counts_end_at_a_million),
        cmocka_unit_test(test_failed_growth_loses_nothing),
        cmocka_unit_test(test_strings_are_bytes_of_a_size),
        cmocka_unit_test(test_keys_are_copied),
        cmocka_unit_test(test_a_text_is_kept_once),
        cmocka_unit_test(test_hash_is_that_of_all_bytes),
        cmocka_unit_test(test_slots_are_those_of_probing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
