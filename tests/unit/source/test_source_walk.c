/* Folders to files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "source/walk.h"
#include "unit/folder.h"

/* Walks folder/sub and compares the paths behind the folder. */
static void check_walk(const char *sub, const char *const *expected,
                       size_t count)
{
    char input[128], path[128];
    ent_i_walk walk = {.sized = true};
    snprintf(input, sizeof input, "%s/%s", folder, sub);
    assert_int_equal(ent_i_walk_add(&walk, input, NULL), ENT_OK);
    assert_int_equal(walk.files.n, count);
    for (size_t i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, expected[i]);
        assert_string_equal(walk.files.items[i].path, path);
    }
    ent_i_walk_free(&walk);
}
#define CHECK_WALK(sub, ...)                                                   \
    do {                                                                       \
        const char *const expected_[] = {__VA_ARGS__};                         \
        check_walk(sub, expected_, sizeof expected_ / sizeof *expected_);      \
    } while (0)

static void test_order_is_bytewise(void **state)
{
    (void)state;
    run("mkdir -p o/b/c && touch o/a o/B o/b/x o/b/c/y o/b.txt o/10 o/9 o/z");
    CHECK_WALK("o", "o/10", "o/9", "o/B", "o/a", "o/b/c/y", "o/b/x", "o/b.txt",
               "o/z");
    CHECK_WALK("o///", "o/10", "o/9", "o/B", "o/a", "o/b/c/y", "o/b/x",
               "o/b.txt", "o/z");
}

static void test_links_are_followed_but_not_in_circles(void **state)
{
    (void)state;
    run("mkdir -p l/real && touch l/real/f && ln -s real l/alias && "
        "ln -s .. l/real/up && ln -s . l/self && ln -s real/f l/one && "
        "ln -s nowhere l/broken");
    CHECK_WALK("l", "l/alias/f", "l/broken");
}

/* Each of 20 folders links to all: by names there are 20! ways through them. */
static void test_links_do_not_fan_out(void **state)
{
    (void)state;
    run("mkdir w && cd w && for i in $(seq 20); do mkdir $i && touch $i/f; "
        "for k in $(seq 20); do ln -s ../$k $i/to$k; done; done");
    char input[128];
    ent_i_walk walk = {.sized = true};
    snprintf(input, sizeof input, "%s/w", folder);
    assert_int_equal(ent_i_walk_add(&walk, input, NULL), ENT_OK);
    assert_int_equal(walk.files.n, 20);
    /* 400 links and 20 folders lead to 20, each reached first by one. */
    assert_int_equal(walk.repeats.n, 400);
    ent_i_walk_free(&walk);
}

static void test_a_file_is_added_once_under_any_name(void **state)
{
    (void)state;
    static const char *const names[] = {"t/a",    "t/a",   "t/hard",
                                        "t/soft", "t/./a", "t"};
    char paths[6][128];
    ent_i_walk walk = {.sized = true};
    run("mkdir t && printf x > t/a && ln t/a t/hard && ln -s a t/soft && "
        "printf x > t/same");
    for (size_t i = 0; i < 6; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%s", folder, names[i]);
        assert_int_equal(ent_i_walk_add(&walk, paths[i], NULL), ENT_OK);
    }
    assert_int_equal(walk.files.n, 2);
    assert_string_equal(walk.files.items[0].path, paths[0]);
    assert_int_equal(walk.repeats.n, 4 + 3);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(walk.repeats.items[i].path, paths[i + 1]);
    for (size_t i = 0; i < walk.repeats.n; i++)
        assert_string_equal(walk.repeats.items[i].first, paths[0]);
    ent_i_walk_free(&walk);
}

static void test_hidden_and_special_files_are_passed_over(void **state)
{
    (void)state;
    run("mkdir -p h/.git h/empty && touch h/.git/f h/.f h/f && mkfifo h/pipe");
    CHECK_WALK("h", "h/f");
    CHECK_WALK("h/.f", "h/.f");
    CHECK_WALK("h/pipe", "h/pipe");
    check_walk("h/empty", NULL, 0);
}

static void test_sizes_and_failures_are_noted(void **state)
{
    (void)state;
    char path[128];
    ent_i_walk walk = {.sized = true};
    run("printf 'a text' > six");
    snprintf(path, sizeof path, "%s/six", folder);
    assert_int_equal(ent_i_walk_add(&walk, path, NULL), ENT_OK);
    assert_int_equal(ent_i_walk_add(&walk, "/no/such/file", NULL), ENT_OK);
    assert_int_equal(walk.files.items[0].size, 6);
    assert_int_equal(walk.files.items[0].code, 0);
    assert_int_not_equal(walk.files.items[1].code, 0);
    assert_true(walk.sized);
    assert_int_equal(ent_i_walk_add(&walk, "-", NULL), ENT_OK);
    assert_false(walk.sized);
    ent_i_walk_free(&walk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_is_bytewise),
        cmocka_unit_test(test_links_are_followed_but_not_in_circles),
        cmocka_unit_test(test_links_do_not_fan_out),
        cmocka_unit_test(test_a_file_is_added_once_under_any_name),
        cmocka_unit_test(test_hidden_and_special_files_are_passed_over),
        cmocka_unit_test(test_sizes_and_failures_are_noted),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
