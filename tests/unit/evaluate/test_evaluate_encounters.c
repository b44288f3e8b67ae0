/* Scoring encounters: five records of our own, of which one pair is right, one
 * right but for kind and status, one missed and one too many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/vec.h"
#include "entente/pipeline.h"

#define GOLD(name) ENTENTE_TESTS_DIR "/gold/" name

static int keep(void *ctx, const void *bytes, size_t n)
{
    return ent_i_string_add(ctx, bytes, n) ? 0 : 1;
}

static int refuse(void *ctx, const void *bytes, size_t n)
{
    (void)ctx;
    (void)bytes;
    (void)n;
    return 1;
}

static void test_pairs_kinds_and_standings_are_scored(void **state)
{
    (void)state;
    const char *path = GOLD("encounters.jsonl");
    ent_i_string out = {0};
    ent_sink sink = {keep, &out};
    assert_int_equal(ent_evaluate_encounters(NULL, &path, 1, &sink, NULL),
                     ENT_OK);
    size_t skip = strlen(path);
    assert_memory_equal(out.items, path, skip);
    char *second = strchr(out.items, '\n');
    assert_non_null(second);
    *second++ = '\0';
    assert_string_equal(out.items + skip,
                        "\tencounters\tP 0.667\tR 0.667\tF1 0.6667\t"
                        "gold pairs 3");
    assert_string_equal(second + skip, "\tof those found\tkind right 0.500\t"
                                       "status right 0.500\n");
    ent_i_vec_free(&out);
}

static void test_failures_are_reported(void **state)
{
    (void)state;
    const char *path = GOLD("no-such-file.jsonl");
    ent_i_string out = {0};
    ent_sink sink = {keep, &out};
    ent_error error = {0};
    assert_int_equal(ent_evaluate_encounters(NULL, &path, 1, &sink, &error),
                     ENT_ERR_NOT_FOUND);
    path = GOLD("small.jsonl"); /* articles, not sentences */
    assert_int_equal(ent_evaluate_encounters(NULL, &path, 1, &sink, &error),
                     ENT_ERR_FORMAT);
    assert_non_null(strstr(error.message, "sentence"));
    ent_i_vec_free(&out);
    path = GOLD("encounters.jsonl");
    ent_sink full = {refuse, NULL};
    assert_int_equal(ent_evaluate_encounters(NULL, &path, 1, &full, &error),
                     ENT_ERR_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs_kinds_and_standings_are_scored),
        cmocka_unit_test(test_failures_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
