/* Reading whole files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/file.h"
#include "core/memory.h"
#include "unit/random.h"

static char path[] = "/tmp/entente-file-XXXXXX";

static int make_file(void **state)
{
    (void)state;
    int fd = mkstemp(path);
    return fd < 0 ? -1 : close(fd);
}

static int remove_file(void **state)
{
    (void)state;
    return unlink(path);
}

static void fill(const char *bytes, size_t n)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    assert_int_equal(fclose(file), 0);
}

/* Around the size of one reading, where an end may fall on a border. */
static void test_files_of_any_size_are_read_whole(void **state)
{
    static const size_t sizes[] = {0,     1,      4096,   65535, 65536,
                                   65537, 131072, 200000, 1};
    static char bytes[200000];
    uint64_t seed = 3;
    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)random_next(&seed);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        ent_i_string out = {0};
        fill(bytes, sizes[i]);
        assert_int_equal(ent_i_file_read(&out, path, "source", NULL), ENT_OK);
        assert_int_equal(out.n, sizes[i]);
        assert_memory_equal(out.items, bytes, sizes[i]);
        ent_i_vec_free(&out);
    }
}

static void test_what_was_there_stays_before(void **state)
{
    ent_i_string out = {0};
    (void)state;
    fill("met", 3);
    assert_true(ent_i_string_adds(&out, "who "));
    assert_int_equal(ent_i_file_read(&out, path, "source", NULL), ENT_OK);
    assert_int_equal(ent_i_file_read(&out, path, "source", NULL), ENT_OK);
    assert_int_equal(out.n, 10);
    assert_memory_equal(out.items, "who metmet", 10);
    ent_i_vec_free(&out);
}

static void test_failures_name_the_file(void **state)
{
    ent_i_string out = {0};
    ent_error error = {0};
    char line[512];
    (void)state;
    assert_int_equal(
        ent_i_file_read(&out, "/nowhere/list.txt", "resolve", &error),
        ENT_ERR_NOT_FOUND);
    ent_error_format(&error, line, sizeof line);
    assert_string_equal(line, "resolve: /nowhere/list.txt: cannot open: No "
                              "such file or directory");
    assert_int_equal(ent_i_file_read(&out, "/tmp", "resolve", &error),
                     ENT_ERR_IO);
    assert_string_equal(error.file, "/tmp");
    assert_int_equal(ent_i_file_read(&out, "/nowhere", "resolve", NULL),
                     ENT_ERR_NOT_FOUND);
    assert_int_equal(out.n, 0);
    ent_i_vec_free(&out);
}

static void test_want_of_memory_is_told(void **state)
{
    static char bytes[300000];
    (void)state;
    fill(bytes, sizeof bytes);
    ent_status status = ENT_ERR_MEMORY;
    long nth = 1;
    for (; status; nth++) {
        ent_i_string out = {0};
        ent_i_memory_fail_from(nth);
        status = ent_i_file_read(&out, path, "source", NULL);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        ent_i_vec_free(&out);
    }
    assert_true(nth > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_of_any_size_are_read_whole),
        cmocka_unit_test(test_what_was_there_stays_before),
        cmocka_unit_test(test_failures_name_the_file),
        cmocka_unit_test(test_want_of_memory_is_told),
    };
    return cmocka_run_group_tests(tests, make_file, remove_file);
}
