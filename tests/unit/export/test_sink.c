/* Output files: whole or not at all, and every failure told. */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/memory.h"
#include "entente/output.h"

static char folder[] = "/tmp/entente-sink-XXXXXX";
static char path[128];

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/out.txt", folder);
    return 0;
}

static size_t files_in_folder(void)
{
    size_t n = 0;
    DIR *dir = opendir(folder);
    for (struct dirent *item; dir && (item = readdir(dir));)
        n += strcmp(item->d_name, ".") != 0 && strcmp(item->d_name, "..") != 0;
    if (dir)
        closedir(dir);
    return n;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static int clean(void **state)
{
    (void)state;
    unlink(path);
    return files_in_folder() == 0 ? 0 : -1;
}

static void put(ent_output *output, const char *text)
{
    const ent_sink *sink = ent_output_sink(output);
    assert_int_equal(sink->write(sink->ctx, text, strlen(text)), 0);
}

static void assert_content(const char *file, const char *expected)
{
    char buffer[64] = "";
    FILE *in = fopen(file, "r");
    assert_non_null(in);
    buffer[fread(buffer, 1, sizeof buffer - 1, in)] = '\0';
    fclose(in);
    assert_string_equal(buffer, expected);
}

static void test_appears_on_commit_only(void **state)
{
    (void)state;
    ent_output *output;
    ent_error error;
    assert_int_equal(ent_output_open(&output, path, &error), ENT_OK);
    put(output, "hello");
    assert_int_equal(access(path, F_OK), -1);
    assert_int_equal(ent_output_commit(output, &error), ENT_OK);
    assert_content(path, "hello");
    assert_int_equal(files_in_folder(), 1);
}

static void test_discard_keeps_the_old(void **state)
{
    (void)state;
    ent_output *output;
    test_appears_on_commit_only(state);
    assert_int_equal(ent_output_open(&output, path, NULL), ENT_OK);
    put(output, "new");
    ent_output_discard(output);
    assert_content(path, "hello");
    assert_int_equal(files_in_folder(), 1);
    ent_output_discard(NULL);
}

static void test_abandon_removes_temporaries(void **state)
{
    (void)state;
    ent_output *a, *b;
    assert_int_equal(ent_output_open(&a, path, NULL), ENT_OK);
    assert_int_equal(ent_output_open(&b, path, NULL), ENT_OK);
    assert_int_equal(files_in_folder(), 2);
    ent_output_abandon_all();
    assert_int_equal(files_in_folder(), 0);
    ent_error error;
    assert_int_equal(ent_output_commit(a, &error), ENT_ERR_IO);
    ent_output_discard(b);
}

static void test_modes(void **state)
{
    (void)state;
    ent_output *output;
    struct stat info;
    mode_t before = umask(027);
    assert_int_equal(ent_output_open(&output, path, NULL), ENT_OK);
    assert_int_equal(ent_output_commit(output, NULL), ENT_OK);
    umask(before);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    assert_int_equal(chmod(path, 0604), 0);
    assert_int_equal(ent_output_open(&output, path, NULL), ENT_OK);
    assert_int_equal(ent_output_commit(output, NULL), ENT_OK);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0604);
}

static void test_link_stays_a_link(void **state)
{
    (void)state;
    char link[160];
    struct stat info;
    ent_output *output;
    snprintf(link, sizeof link, "%s/link", folder);
    test_appears_on_commit_only(state);
    assert_int_equal(symlink("out.txt", link), 0);
    assert_int_equal(ent_output_open(&output, link, NULL), ENT_OK);
    put(output, "through");
    assert_int_equal(ent_output_commit(output, NULL), ENT_OK);
    assert_int_equal(lstat(link, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_content(path, "through");
    ent_error error;
    unlink(path);
    assert_int_equal(ent_output_open(&output, link, &error), ENT_ERR_IO);
    unlink(link);
}

static void test_full_disk(void **state)
{
    (void)state;
    ent_output *output;
    ent_error error;
    assert_int_equal(ent_output_open(&output, "/dev/full", &error), ENT_OK);
    put(output, "lost");
    assert_int_equal(ent_output_commit(output, &error), ENT_ERR_IO);
    assert_non_null(strstr(error.message, "No space left"));
    assert_string_equal(error.file, "/dev/full");
}

static void test_failure_is_sticky(void **state)
{
    (void)state;
    static char block[100000];
    ent_output *output;
    assert_int_equal(ent_output_open(&output, "/dev/full", NULL), ENT_OK);
    const ent_sink *sink = ent_output_sink(output);
    assert_int_not_equal(sink->write(sink->ctx, block, sizeof block), 0);
    assert_int_not_equal(sink->write(sink->ctx, "", 0), 0);
    assert_int_equal(ent_output_commit(output, NULL), ENT_ERR_IO);
}

static void assert_unwritable(const char *target, const char *why)
{
    ent_output *output;
    ent_error error;
    assert_int_equal(ent_output_open(&output, target, &error), ENT_ERR_IO);
    assert_non_null(strstr(error.message, why));
    assert_string_equal(error.file, target);
}

static void test_wrong_places(void **state)
{
    (void)state;
    char place[160];
    assert_unwritable(folder, "Is a directory");
    assert_unwritable("", "No such file");
    snprintf(place, sizeof place, "%s/none/out.txt", folder);
    assert_unwritable(place, "No such file");
    snprintf(place, sizeof place, "%s/", folder);
    assert_unwritable(place, "Is a directory");
    if (geteuid() == 0)
        return; /* root may write everywhere */
    assert_int_equal(chmod(folder, 0500), 0);
    assert_unwritable(path, "Permission denied");
    assert_int_equal(chmod(folder, 0700), 0);
}

static void test_pipe_is_written_in_place(void **state)
{
    (void)state;
    ent_output *output;
    char buffer[8] = "";
    assert_int_equal(mkfifo(path, 0600), 0);
    int in = open(path, O_RDONLY | O_NONBLOCK);
    assert_int_equal(ent_output_open(&output, path, NULL), ENT_OK);
    put(output, "flow");
    assert_int_equal(ent_output_commit(output, NULL), ENT_OK);
    assert_int_equal(read(in, buffer, sizeof buffer), 4);
    close(in);
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_true(S_ISFIFO(info.st_mode));
}

/* Neither the folder nor what stands in it is changed. */
static void test_check_changes_nothing(void **state)
{
    (void)state;
    char nowhere[160];
    ent_error error = {.message = ""};
    assert_int_equal(ent_output_check(path, &error), ENT_OK);
    assert_int_equal(files_in_folder(), 0);
    FILE *old = fopen(path, "w");
    assert_non_null(old);
    fputs("old", old);
    fclose(old);
    assert_int_equal(ent_output_check(path, &error), ENT_OK);
    assert_content(path, "old");
    assert_int_equal(files_in_folder(), 1);
    snprintf(nowhere, sizeof nowhere, "%s/no/out.txt", folder);
    assert_int_equal(ent_output_check(nowhere, &error), ENT_ERR_IO);
    assert_string_equal(error.file, nowhere);
    assert_int_equal(ent_output_check(folder, &error), ENT_ERR_IO);
    assert_non_null(strstr(error.message, "directory"));
    assert_int_equal(ent_output_check("/dev/null", &error), ENT_OK);
    assert_int_equal(ent_output_check("-", &error), ENT_OK);
}

/* Opening it would wait for a reader, for ever. */
static void test_check_does_not_open_a_pipe(void **state)
{
    (void)state;
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_int_equal(ent_output_check(path, NULL), ENT_OK);
}

static void test_allocation_failures(void **state)
{
    (void)state;
    ent_output *output;
    for (long n = 1;; n++) {
        ent_error error;
        ent_i_memory_fail_from(n);
        ent_status status = ent_output_open(&output, path, &error);
        ent_i_memory_fail_from(0);
        if (status == ENT_OK)
            break;
        assert_int_equal(status, ENT_ERR_MEMORY);
        assert_int_equal(files_in_folder(), 0);
    }
    ent_output_discard(output);
}

/* A process that was, and whose number is free again. */
static long gone(void)
{
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    waitpid(child, NULL, 0);
    return child;
}

static void touch(char *name, size_t room, long process, const char *rest)
{
    snprintf(name, room, "%s/.entente-%ld%s", folder, process, rest);
    int fd = open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    close(fd);
}

static void test_what_a_killed_run_left_is_removed(void **state)
{
    (void)state;
    char stale[128], alive[128], locked[128], other[128];
    long dead = gone();
    touch(stale, sizeof stale, dead, "-0.tmp");
    touch(locked, sizeof locked, dead, "-1.tmp");
    touch(other, sizeof other, dead, "-0.tmpx");
    touch(alive, sizeof alive, (long)getpid(), "-900.tmp");
    int lock = open(locked, O_RDONLY | O_CLOEXEC);
    assert_int_equal(flock(lock, LOCK_EX), 0);
    ent_output *output;
    assert_int_equal(ent_output_open(&output, path, NULL), ENT_OK);
    assert_int_not_equal(access(stale, F_OK), 0);
    assert_int_equal(access(locked, F_OK), 0);
    assert_int_equal(access(other, F_OK), 0);
    assert_int_equal(access(alive, F_OK), 0);
    ent_output_discard(output);
    close(lock);
    unlink(locked);
    unlink(other);
    unlink(alive);
    assert_int_equal(files_in_folder(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_appears_on_commit_only, clean),
        cmocka_unit_test_teardown(test_discard_keeps_the_old, clean),
        cmocka_unit_test_teardown(test_abandon_removes_temporaries, clean),
        cmocka_unit_test_teardown(test_modes, clean),
        cmocka_unit_test_teardown(test_link_stays_a_link, clean),
        cmocka_unit_test(test_what_a_killed_run_left_is_removed),
        cmocka_unit_test(test_full_disk),
        cmocka_unit_test(test_failure_is_sticky),
        cmocka_unit_test_teardown(test_wrong_places, clean),
        cmocka_unit_test_teardown(test_pipe_is_written_in_place, clean),
        cmocka_unit_test_teardown(test_check_changes_nothing, clean),
        cmocka_unit_test_teardown(test_check_does_not_open_a_pipe, clean),
        cmocka_unit_test_teardown(test_allocation_failures, clean)};
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
