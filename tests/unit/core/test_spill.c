/* Memory in a temporary file: blocks stay where they are and keep what was
 * written. */
#include <stdalign.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../folder.h"
#include "core/memory.h"
#include "core/spill.h"

enum { BLOCKS = 5000, LARGEST = 100000, HUGE_BLOCK = 70 << 20 };

static size_t size_of(size_t i) { return 1 + i * 7919 % LARGEST; }

/* Long enough for memory to be given back many times. */
static void test_blocks_last(void **state)
{
    (void)state;
    static char *blocks[BLOCKS];
    ent_i_spill *spill;
    assert_int_equal(ent_i_spill_new(&spill, folder, NULL), ENT_OK);
    for (size_t i = 0; i < BLOCKS; i++) {
        void *block;
        assert_int_equal(ent_i_spill_alloc(spill, size_of(i), &block, NULL),
                         ENT_OK);
        assert_int_equal((uintptr_t)block % alignof(max_align_t), 0);
        blocks[i] = block;
        assert_int_equal(blocks[i][size_of(i) - 1], 0);
        memset(blocks[i], (int)(i % 251), size_of(i));
    }
    for (size_t k = 0; k < BLOCKS; k++) {
        size_t i = k * 3001 % BLOCKS;
        ent_i_spill_use(spill, blocks[i]);
        assert_int_equal((unsigned char)blocks[i][0], i % 251);
        assert_int_equal((unsigned char)blocks[i][size_of(i) - 1], i % 251);
    }
    ent_i_spill_free(spill);
}

/* Memory that the process shares with files, in bytes. */
static size_t mapped(void)
{
    unsigned long size, resident, shared;
    FILE *file = fopen("/proc/self/statm", "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%lu %lu %lu", &size, &resident, &shared), 3);
    fclose(file);
    return shared * (size_t)sysconf(_SC_PAGESIZE);
}

/* However much of the file is looked at, in memory is little of it. */
static void test_memory_is_given_back(void **state)
{
    enum { LIST = 200 << 20, LITTLE = 64 << 20, STEP = 4096 };
    (void)state;
    void *list;
    ent_i_spill *spill;
    size_t before = mapped();
    assert_int_equal(ent_i_spill_new(&spill, folder, NULL), ENT_OK);
    assert_int_equal(ent_i_spill_alloc(spill, LIST, &list, NULL), ENT_OK);
    for (int turn = 0; turn < 2; turn++)
        for (char *at = list; at < (char *)list + LIST; at += STEP) {
            ent_i_spill_walk(spill, at);
            assert_int_equal(*at, turn);
            ++*at;
            assert_true(mapped() < before + LITTLE);
        }
    ent_i_spill_free(spill);
    ent_i_spill_walk(NULL, list);
}

/* Whoever looks at the same block again and again has it in memory: this is one
 * use. */
static void test_a_block_stays_while_it_is_used(void **state)
{
    enum { TIMES = 10000 };
    (void)state;
    void *block;
    ent_i_spill *spill;
    assert_int_equal(ent_i_spill_new(&spill, folder, NULL), ENT_OK);
    assert_int_equal(ent_i_spill_alloc(spill, 8, &block, NULL), ENT_OK);
    unsigned before = spill->uses;
    for (int i = 0; i < TIMES; i++)
        ent_i_spill_use(spill, block);
    assert_int_equal(spill->uses, before);
    ent_i_spill_use(spill, (char *)block + 8);
    assert_int_equal(spill->uses, before + 1);
    ent_i_spill_free(spill);
}

/* One that is larger than a part of the file, between small ones. */
static void test_large_block(void **state)
{
    (void)state;
    void *small, *large, *after;
    ent_i_spill *spill;
    assert_int_equal(ent_i_spill_new(&spill, folder, NULL), ENT_OK);
    assert_int_equal(ent_i_spill_alloc(spill, 8, &small, NULL), ENT_OK);
    assert_int_equal(ent_i_spill_alloc(spill, HUGE_BLOCK, &large, NULL),
                     ENT_OK);
    assert_int_equal(ent_i_spill_alloc(spill, 8, &after, NULL), ENT_OK);
    memcpy(small, "before", 7);
    ((char *)large)[HUGE_BLOCK - 1] = 'x';
    memcpy(after, "behind", 7);
    assert_string_equal(small, "before");
    assert_int_equal(((char *)large)[HUGE_BLOCK - 1], 'x');
    assert_string_equal(after, "behind");
    ent_i_spill_free(spill);
}

/* The file has no name while it is used. */
static void test_no_file_is_seen(void **state)
{
    (void)state;
    ent_i_spill *spill;
    assert_int_equal(ent_i_spill_new(&spill, folder, NULL), ENT_OK);
    run("test -z \"$(ls -A)\"");
    ent_i_spill_free(spill);
}

static void test_no_folder(void **state)
{
    (void)state;
    ent_i_spill *spill;
    ent_error error = {0};
    assert_int_equal(ent_i_spill_new(&spill, "/nowhere/at-all", &error),
                     ENT_ERR_IO);
    assert_non_null(strstr(error.message, "temporary file"));
    assert_non_null(strstr(error.message, "No such file"));
}

static void test_no_memory(void **state)
{
    (void)state;
    ent_i_spill *spill = NULL;
    ent_status status = ENT_ERR_MEMORY;
    for (long nth = 1; status; nth++) {
        ent_i_memory_fail_from(nth);
        status = ent_i_spill_new(&spill, folder, NULL);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
    }
    void *block;
    ent_i_memory_fail_from(1);
    assert_int_equal(ent_i_spill_alloc(spill, 8, &block, NULL), ENT_ERR_MEMORY);
    ent_i_memory_fail_from(0);
    assert_int_equal(ent_i_spill_alloc(spill, 8, &block, NULL), ENT_OK);
    ent_i_spill_free(spill);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks_last),
        cmocka_unit_test(test_memory_is_given_back),
        cmocka_unit_test(test_a_block_stays_while_it_is_used),
        cmocka_unit_test(test_large_block),
        cmocka_unit_test(test_no_file_is_seen),
        cmocka_unit_test(test_no_folder),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
