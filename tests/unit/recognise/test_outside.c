#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "recognise/outside.h"
#include "unit/made.h"

#define SCRIPT "python3 " ENTENTE_TESTS_DIR "/recognisers/capitals.py "

static ent_article *article_named(const char *id, const char *title,
                                  const char *text, ent_i_text *tokens)
{
    ent_article *article = made_article(text, tokens);
    article->id = id;
    article->title = title;
    article->title_size = (uint32_t)strlen(title);
    return article;
}

/* No time is set where no time is what is tested: on a busy machine a child may
 * take any. */
enum { ANY_TIME = 0 };

/* Runs the command over a good, a troublesome and a good article; the middle
 * one's status and error are handed back. */
static ent_status run_three(const char *command, ent_error *error)
{
    ent_i_text tokens = {0};
    ent_i_outside *outside = NULL;
    ent_status middle = ENT_OK;
    assert_int_equal(ent_i_outside_new(&outside, command, ANY_TIME, NULL, NULL),
                     ENT_OK);
    for (int i = 0; i < 3; i++) {
        static const char *const ids[] = {"one", "two", "three"};
        ent_error own = {0};
        ent_article *article =
            article_named(ids[i], i == 1 ? "Trouble" : "Fine",
                          "Z\xc3\xbcrich: Ann Dunn saw Karl Roth.", &tokens);
        ent_status status = ent_i_outside_recognise(outside, article, &own);
        if (i == 1) {
            middle = status;
            *error = own;
        } else {
            assert_int_equal(status, ENT_OK);
        }
        assert_int_equal(article->mentions.n, status ? 0 : 2);
        if (!status) {
            assert_true(made_is(article, 0, "Ann Dunn"));
            assert_true(made_is(article, 1, "Karl Roth"));
        }
        ent_article_free(article);
    }
    ent_i_outside_free(outside);
    ent_i_text_free(&tokens);
    return middle;
}

static void test_answers_become_mentions(void **state)
{
    (void)state;
    ent_error error = {0};
    assert_int_equal(run_three(SCRIPT, &error), ENT_OK);
}

static void test_each_fault_is_reported_and_survived(void **state)
{
    (void)state;
    static const struct {
        const char *fault;
        const char *message; /* a part of it */
    } faults[] = {{"crash", "recogniser: ended with exit status 7"},
                  {"id", "recogniser: found the answer for article another"},
                  {"offset", "recogniser: mention 0: expected \"start\""},
                  {"json", "recogniser: expected JSON"},
                  {"array", "recogniser: expected an array \"mentions\""},
                  {"close", "recogniser: ended with exit status 0"}};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        char command[512];
        ent_error error = {0};
        snprintf(command, sizeof command, SCRIPT "%s", faults[i].fault);
        assert_int_equal(run_three(command, &error), ENT_ERR_PLUGIN);
        assert_non_null(strstr(error.message, faults[i].message));
        assert_string_equal(error.file, "two");
    }
}

static ent_status ask(ent_i_outside *outside, const char *id, const char *title,
                      ent_error *error)
{
    ent_i_text tokens = {0};
    ent_article *article =
        article_named(id, title, "Ann Dunn saw Karl Roth.", &tokens);
    ent_status status = ent_i_outside_recognise(outside, article, error);
    ent_article_free(article);
    ent_i_text_free(&tokens);
    return status;
}

/* A child that hangs costs its article and is started anew; how soon it answers
 * then is the machine's affair. */
static void test_a_child_that_hangs_is_given_up(void **state)
{
    (void)state;
    ent_i_outside *outside = NULL;
    ent_error error = {0};
    assert_int_equal(
        ent_i_outside_new(&outside,
                          "while read line; do case $line in *Trouble*) "
                          "sleep 600;; esac; "
                          "echo '{\"id\":\"three\",\"mentions\":[]}'; "
                          "done",
                          1, NULL, NULL),
        ENT_OK);
    assert_int_equal(ask(outside, "two", "Trouble", &error), ENT_ERR_PLUGIN);
    assert_non_null(strstr(error.message, "no answer within 1 second"));
    ent_status status = ENT_ERR_PLUGIN;
    for (int tries = 0; status && tries < 120; tries++)
        status = ask(outside, "three", "Fine", &error);
    assert_int_equal(status, ENT_OK);
    ent_i_outside_free(outside);
}

/* Whether the process whose number the file holds is there. */
static bool is_alive(const char *path)
{
    long pid = 0;
    FILE *file = fopen(path, "r");
    if (!file)
        return false;
    assert_int_equal(fscanf(file, "%ld", &pid), 1);
    fclose(file);
    char name[64], state = 'X';
    snprintf(name, sizeof name, "/proc/%ld/stat", pid);
    file = fopen(name, "r");
    if (!file)
        return false;
    if (fscanf(file, "%*d %*s %c", &state) != 1)
        state = 'X';
    fclose(file);
    return state != 'Z' && state != 'X';
}

static void *stop_soon(void *argument)
{
    /* Not before the child has said its number. */
    for (int i = 0; i < 3000 && access("pid", R_OK) != 0; i++)
        nanosleep(&(struct timespec){0, 10000000}, NULL);
    atomic_store((atomic_bool *)argument, true);
    return NULL;
}

static void test_a_stop_ends_the_waiting_and_the_child(void **state)
{
    (void)state;
    atomic_bool stop = false;
    pthread_t thread;
    ent_i_outside *outside = NULL;
    ent_error error = {0};
    remove("pid");
    assert_int_equal(
        ent_i_outside_new(&outside,
                          "trap '' TERM INT HUP; sleep 600 & echo $! > pid.new;"
                          " mv pid.new pid; wait; sleep 600",
                          ANY_TIME, &stop, NULL),
        ENT_OK);
    assert_int_equal(pthread_create(&thread, NULL, stop_soon, &stop), 0);
    assert_int_equal(ask(outside, "a", "Fine", &error), ENT_ERR_CANCELLED);
    pthread_join(thread, NULL);
    ent_i_outside_free(outside);
    for (int i = 0; i < 3000 && is_alive("pid"); i++)
        nanosleep(&(struct timespec){0, 10000000}, NULL);
    assert_false(is_alive("pid"));
    remove("pid");
}

static void test_a_program_that_is_not_there_is_told(void **state)
{
    (void)state;
    ent_error error = {0};
    assert_int_equal(ent_i_outside_check("no-such-program -x", &error),
                     ENT_ERR_NOT_FOUND);
    assert_non_null(strstr(error.message, "\"no-such-program\""));
    assert_int_equal(ent_i_outside_check("/no/such/program", NULL),
                     ENT_ERR_NOT_FOUND);
    static const char *const fine[] = {
        "sh -c true",  "/bin/sh", "exit 3", "A=1 no-such",
        "( no-such )", "'x y'",   ""};
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        assert_int_equal(ent_i_outside_check(fine[i], NULL), ENT_OK);
}

static void test_a_second_line_is_an_error(void **state)
{
    (void)state;
    ent_i_text tokens = {0};
    ent_i_outside *outside = NULL;
    ent_error error = {0};
    assert_int_equal(
        ent_i_outside_new(&outside,
                          "read line; printf '{\"id\":\"a\",\"mentions\":[]}"
                          "\\nmore\\n'; read line",
                          ANY_TIME, NULL, NULL),
        ENT_OK);
    ent_article *article = article_named("a", "", "Ann Dunn.", &tokens);
    assert_int_equal(ent_i_outside_recognise(outside, article, &error),
                     ENT_ERR_PLUGIN);
    assert_non_null(strstr(error.message, "more than one line"));
    ent_article_free(article);
    ent_i_outside_free(outside);
    ent_i_text_free(&tokens);
}

static volatile sig_atomic_t pipe_signals;

static void count_signal(int number)
{
    (void)number;
    pipe_signals++;
}

static void test_a_child_that_is_gone_raises_no_signal(void **state)
{
    (void)state;
    ent_i_text tokens = {0};
    struct sigaction old, count = {.sa_handler = count_signal};
    sigaction(SIGPIPE, &count, &old);
    static const char *const commands[] = {"exit 3", "/no/such/program",
                                           "kill -9 $$"};
    static const char *const messages[] = {"exit status 3", "exit status 127",
                                           "signal 9"};
    size_t size = 4u << 20; /* more than a socket holds */
    char *long_text = malloc(size + 1);
    assert_non_null(long_text);
    memset(long_text, 'x', size);
    long_text[size] = '\0';
    for (size_t i = 0; i < 3; i++) {
        ent_i_outside *outside = NULL;
        ent_error error = {0};
        assert_int_equal(
            ent_i_outside_new(&outside, commands[i], ANY_TIME, NULL, NULL),
            ENT_OK);
        ent_article *article = ent_i_article_new();
        article->text = long_text;
        article->text_size = (uint32_t)size;
        assert_int_equal(ent_i_outside_recognise(outside, article, &error),
                         ENT_ERR_PLUGIN);
        assert_non_null(strstr(error.message, messages[i]));
        ent_article_free(article);
        ent_i_outside_free(outside);
    }
    free(long_text);
    sigaction(SIGPIPE, &old, NULL);
    assert_int_equal(pipe_signals, 0);
    ent_i_text_free(&tokens);
}

static void test_a_long_article_passes_whole(void **state)
{
    (void)state;
    enum { WORDS = 200000 };
    ent_i_text tokens = {0};
    ent_i_string text = {0};
    ent_i_outside *outside = NULL;
    ent_error error = {0};
    for (int i = 0; i < WORDS; i++)
        assert_true(ent_i_string_adds(&text, i % 8 ? "boats " : "Ann Dunn. "));
    ent_article *article = article_named("long", "", text.items, &tokens);
    assert_int_equal(ent_i_outside_new(&outside, SCRIPT, ANY_TIME, NULL, NULL),
                     ENT_OK);
    assert_int_equal(ent_i_outside_recognise(outside, article, &error), ENT_OK);
    assert_int_equal(article->mentions.n, WORDS / 8);
    ent_article_free(article);
    ent_i_outside_free(outside);
    ent_i_vec_free(&text);
    ent_i_text_free(&tokens);
}

static void test_parser_rejects_what_is_no_answer(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "[]",
        "null",
        "{",
        "{\"id\":1,\"mentions\":[]}",
        "{\"id\":\"a\"}",
        "{\"id\":\"a\",\"mentions\":{}}",
        "{\"id\":\"a\",\"mentions\":[1]}",
        "{\"id\":\"a\",\"mentions\":[{\"start\":3,\"end\":3,\"type\":\"org\"}]"
        "}",
        "{\"id\":\"a\",\"mentions\":[{\"start\":-1,\"end\":3,\"type\":\"org\"}]"
        "}",
        "{\"id\":\"a\",\"mentions\":[{\"start\":0,\"end\":3,\"type\":\"dog\"}]"
        "}",
        "{\"id\":\"a\",\"id\":\"a\",\"mentions\":[]}"};
    ent_i_text tokens = {0};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ent_error error = {0};
        ent_article *article =
            article_named("a", "", "Ann Dunn left.", &tokens);
        assert_int_equal(
            ent_i_outside_parse(article, bad[i], strlen(bad[i]), &error),
            ENT_ERR_PLUGIN);
        assert_int_equal(error.code, ENT_ERR_PLUGIN);
        assert_string_equal(error.file, "a");
        ent_article_free(article);
    }
    ent_i_text_free(&tokens);
}

static void test_memory_failures_are_reported(void **state)
{
    (void)state;
    ent_i_text tokens = {0};
    for (long nth = 1; nth < 100; nth++) {
        ent_i_outside *outside = NULL;
        ent_article *article =
            article_named("a", "", "Ann Dunn left.", &tokens);
        ent_i_memory_fail_from(nth);
        ent_status status = ent_i_outside_new(
            &outside,
            "while read line; do echo '{\"id\":\"a\",\"mentions\":"
            "[{\"start\":0,\"end\":8,\"type\":\"person\"}]}'; done",
            ANY_TIME, NULL, NULL);
        if (!status)
            status = ent_i_outside_recognise(outside, article, NULL);
        ent_i_memory_fail_from(0);
        ent_i_outside_free(outside);
        size_t found = article->mentions.n;
        ent_article_free(article);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        if (status == ENT_OK) {
            assert_int_equal(found, 1);
            assert_true(nth > 3);
            break;
        }
    }
    ent_i_text_free(&tokens);
}

int main(void)
{
    if (system("python3 -c '' 2>/dev/null") != 0) {
        print_message("python3 is not there: skipped\n");
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers_become_mentions),
        cmocka_unit_test(test_each_fault_is_reported_and_survived),
        cmocka_unit_test(test_a_child_that_hangs_is_given_up),
        cmocka_unit_test(test_a_stop_ends_the_waiting_and_the_child),
        cmocka_unit_test(test_a_program_that_is_not_there_is_told),
        cmocka_unit_test(test_a_second_line_is_an_error),
        cmocka_unit_test(test_a_child_that_is_gone_raises_no_signal),
        cmocka_unit_test(test_a_long_article_passes_whole),
        cmocka_unit_test(test_parser_rejects_what_is_no_answer),
        cmocka_unit_test(test_memory_failures_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
