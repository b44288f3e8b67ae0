/* The model file: what is written is read again, what is broken is refused. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/map.h"
#include "recognise/model.h"
#include "unit/random.h"

static const uint64_t key = 0x123456789ABCDEF0u;

/* A model with one word and one feature. */
static void write_small(ent_i_string *out)
{
    static const ent_i_entry words[] = {{.key = 7, .fine = 3}, {.key = 9}};
    uint16_t tags[4] = {0};
    ent_i_row8 rows[4] = {{{0}}};
    uint32_t slot = ent_i_slot_of(key, 4);
    tags[slot] = ent_i_tag_of(key);
    rows[slot].weight[ENT_I_WEIGHTS + 5] = -3;
    ent_i_model model = {.gazetteer = {.entries = words, .n = 2},
                         .table = {tags, rows, 4},
                         .scale = {0.5f, 0.25f}};
    for (unsigned i = 0; i < ENT_I_CALIBRATION; i++)
        model.calibration[i] = (float)i / (2 * (ENT_I_CALIBRATION - 1));
    out->n = 0;
    assert_true(ent_i_model_write(&model, out));
}

static ent_status read_bytes(ent_i_model *model, const ent_i_string *bytes)
{
    ent_error error = {0};
    ent_status status =
        ent_i_model_read(model, bytes->items, bytes->n, "test", &error);
    assert_true(status == ENT_OK || strstr(error.message, "test: expected"));
    return status;
}

static void test_round_trip(void **state)
{
    (void)state;
    ent_i_string bytes = {0};
    ent_i_model model;
    write_small(&bytes);
    assert_int_equal(read_bytes(&model, &bytes), ENT_OK);
    const ent_i_entry *entry =
        ent_i_gazetteer_find(&model.gazetteer, (uint64_t)7 << 32);
    assert_non_null(entry);
    assert_int_equal(entry->fine, 3);
    assert_null(ent_i_gazetteer_find(&model.gazetteer, (uint64_t)8 << 32));
    const uint64_t keys[] = {key, key + 1, key};
    int16_t sum[ENT_I_ROW] = {[ENT_I_WEIGHTS + 5] = 10};
    ent_i_table_add(&model.table, keys, 3, sum);
    for (unsigned j = 0; j < ENT_I_ROW; j++)
        assert_int_equal(sum[j], j == ENT_I_WEIGHTS + 5 ? 4 : 0);
    assert_true(model.scale[0] == 0.5f);
    ent_i_vec_free(&bytes);
}

static void test_confidence_follows_the_table(void **state)
{
    (void)state;
    ent_i_string bytes = {0};
    ent_i_model model;
    write_small(&bytes);
    assert_int_equal(read_bytes(&model, &bytes), ENT_OK);
    assert_true(ent_i_model_confidence(&model, 0.0f) == 0.0f);
    assert_true(ent_i_model_confidence(&model, 1.0f) == 0.5f);
    assert_true(ent_i_model_confidence(&model, 2.0f) == 0.5f);
    float half = ent_i_model_confidence(&model, 0.525f);
    assert_true(half > 0.26f && half < 0.265f);
    ent_i_vec_free(&bytes);
}

static void test_every_changed_byte_is_noticed(void **state)
{
    (void)state;
    ent_i_string bytes = {0};
    ent_i_model model;
    write_small(&bytes);
    for (size_t i = 0; i < bytes.n; i += i < 512 ? 1 : 37) {
        bytes.items[i] ^= 0x41;
        assert_int_equal(read_bytes(&model, &bytes), ENT_ERR_FORMAT);
        bytes.items[i] ^= 0x41;
    }
    assert_int_equal(read_bytes(&model, &bytes), ENT_OK);
    ent_i_vec_free(&bytes);
}

static void test_cut_short_and_foreign(void **state)
{
    (void)state;
    ent_i_string bytes = {0};
    ent_i_model model;
    write_small(&bytes);
    size_t whole = bytes.n;
    for (bytes.n = 0; bytes.n < whole; bytes.n += 61)
        assert_int_equal(read_bytes(&model, &bytes), ENT_ERR_FORMAT);
    memset(bytes.items, 'x', whole);
    assert_int_equal(read_bytes(&model, &bytes), ENT_ERR_FORMAT);
    ent_i_vec_free(&bytes);
}

/* With a right checksum, so that only the check of the part can refuse. */
static void refuse_changed(size_t at, const void *value, size_t size)
{
    enum { CHECKSUM_AT = 24, CHECKED_FROM = 32 };
    ent_i_string bytes = {0};
    ent_i_model model;
    write_small(&bytes);
    memcpy(bytes.items + at, value, size);
    uint64_t sum =
        ent_i_hash(bytes.items + CHECKED_FROM, bytes.n - CHECKED_FROM);
    memcpy(bytes.items + CHECKSUM_AT, &sum, sizeof sum);
    assert_int_equal(read_bytes(&model, &bytes), ENT_ERR_FORMAT);
    ent_i_vec_free(&bytes);
}

static void test_parts_that_do_not_fit(void **state)
{
    (void)state;
    enum { SCALE_AT = 40, SECTIONS_AT = 48, SECTIONS = 5 };
    const uint64_t wrong[] = {1, 64 * 1000, UINT64_MAX - 63, UINT64_MAX};
    for (size_t s = 0; s < SECTIONS; s++) {
        for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
            refuse_changed(SECTIONS_AT + 16 * s, &wrong[i], 8);
            refuse_changed(SECTIONS_AT + 16 * s + 8, &wrong[i], 8);
        }
    }
    const float huge = 1e30f;
    refuse_changed(SCALE_AT, &huge, sizeof huge);
    const uint32_t unsorted = 10;
    refuse_changed(128, &unsorted, sizeof unsorted);
}

static void test_files(void **state)
{
    (void)state;
    char path[] = "/tmp/entente-model-XXXXXX";
    int file = mkstemp(path);
    ent_i_string bytes = {0};
    ent_i_model model;
    ent_error error = {0};
    write_small(&bytes);
    assert_int_equal(write(file, bytes.items, bytes.n), (ssize_t)bytes.n);
    assert_int_equal(ent_i_model_open(&model, path, &error), ENT_OK);
    assert_int_equal(model.gazetteer.n, 2);
    ent_i_model_close(&model);
    assert_int_equal(ftruncate(file, 100), 0);
    assert_int_equal(ent_i_model_open(&model, path, &error), ENT_ERR_FORMAT);
    close(file);
    unlink(path);
    assert_int_equal(ent_i_model_open(&model, path, &error), ENT_ERR_NOT_FOUND);
    assert_int_equal(ent_i_model_open(&model, "/tmp", &error), ENT_ERR_FORMAT);
    ent_i_vec_free(&bytes);
}

static void test_built_in_model(void **state)
{
    (void)state;
    ent_i_model model;
    ent_error error = {0};
    assert_int_equal(ent_i_model_open(&model, NULL, &error), ENT_OK);
    assert_true(model.gazetteer.n > 1000);
    assert_true(model.table.cap > 1000);
    for (unsigned i = 1; i < ENT_I_CALIBRATION; i++)
        assert_true(model.calibration[i] >= model.calibration[i - 1]);
    ent_i_model_close(&model);
}

/* All words are found, and nothing between them, however the keys are spread:
 * guesses that go wrong cost time alone. */
static void test_every_word_is_found(void **state)
{
    enum { WORDS = 3000 };
    static ent_i_entry words[WORDS];
    uint64_t seed = 3;
    (void)state;
    for (unsigned spread = 0; spread <= 16; spread += 4) {
        ent_i_gazetteer gazetteer = {.entries = words, .n = WORDS};
        uint32_t at = random_below(&seed, 1000);
        for (size_t i = 0; i < WORDS; i++) {
            words[i].key = at;
            at += 2 + random_below(&seed, (UINT32_MAX / WORDS) >> spread);
        }
        for (size_t i = 0; i < WORDS; i++) {
            uint64_t hash = (uint64_t)words[i].key << 32 | i;
            assert_ptr_equal(ent_i_gazetteer_find(&gazetteer, hash), &words[i]);
            hash += (uint64_t)1 << 32;
            assert_null(ent_i_gazetteer_find(&gazetteer, hash));
        }
        assert_null(ent_i_gazetteer_find(&gazetteer, UINT64_MAX));
    }
}

static void test_memory_failures(void **state)
{
    (void)state;
    static const ent_i_entry words[] = {{.key = 7}};
    ent_i_model model = {.gazetteer = {.entries = words, .n = 1}};
    ent_i_string bytes = {0};
    ent_i_memory_fail_from(1);
    assert_false(ent_i_model_write(&model, &bytes));
    ent_i_memory_fail_from(0);
    ent_i_vec_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_confidence_follows_the_table),
        cmocka_unit_test(test_every_changed_byte_is_noticed),
        cmocka_unit_test(test_cut_short_and_foreign),
        cmocka_unit_test(test_parts_that_do_not_fit),
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_built_in_model),
        cmocka_unit_test(test_every_word_is_found),
        cmocka_unit_test(test_memory_failures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
