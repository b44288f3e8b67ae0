/* The reader: many threads, one order. Articles are annotated, so that the
 * tests are about the reading. Tests run under ThreadSanitizer, too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/memory.h"
#include "core/vec.h"
#include "entente/entente.h"

enum { ARTICLES = 400, BROKEN_EACH = 7 };

static char folder[] = "/tmp/entente-reader-XXXXXX";
static char many[64];   /* ARTICLES in one file */
static char broken[64]; /* every seventh line is no JSON */
static char few[64];    /* three short ones */

/* Texts of very different lengths: short ones overtake long ones. */
static void write_article(FILE *file, int number)
{
    int sentences = number % 50 == 0 ? 600 : number % 7;
    fprintf(file, "{\"id\":\"%d\",\"title\":\"Talks\",\"text\":\"", number);
    fprintf(file, "Ann Dunn met Bo Hill.");
    for (int i = 0; i < sentences; i++)
        fprintf(file, " Then Cy Lane wrote to Di Moor in June.");
    fprintf(file, "\",\"mentions\":[{\"start\":0,\"end\":8,\"type\":"
                  "\"person\"},{\"start\":13,\"end\":20,\"type\":"
                  "\"person\"}]}\n");
}

static FILE *open_file(char *path, size_t room, const char *name)
{
    snprintf(path, room, "%s/%s.jsonl", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    return file;
}

static int make_inputs(void **state)
{
    (void)state;
    assert_non_null(mkdtemp(folder));
    FILE *file = open_file(many, sizeof many, "many");
    for (int i = 0; i < ARTICLES; i++)
        write_article(file, i);
    fclose(file);
    file = open_file(broken, sizeof broken, "broken");
    for (int i = 0; i < ARTICLES; i++) {
        if (i % BROKEN_EACH == 0)
            fprintf(file, "{\"id\": \"%d\", \"text\": \n", i);
        else
            write_article(file, i);
    }
    fclose(file);
    file = open_file(few, sizeof few, "few");
    for (int i = 1; i < 4; i++)
        write_article(file, i);
    fclose(file);
    return 0;
}

static int remove_inputs(void **state)
{
    (void)state;
    unlink(many);
    unlink(broken);
    unlink(few);
    return rmdir(folder);
}

static ent_read_options with_threads(unsigned threads)
{
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    options.threads = threads;
    return options;
}

static ent_reader *open_reader(const ent_read_options *options,
                               const char *const *path)
{
    ent_reader *reader = NULL;
    assert_int_equal(ent_reader_open(&reader, options, path, 1, NULL), ENT_OK);
    return reader;
}

static const unsigned THREADS[] = {1, 2, 3, 8, 40};
enum { THREAD_COUNTS = sizeof THREADS / sizeof *THREADS };

static void test_articles_come_in_order(void **state)
{
    const char *path = many;
    (void)state;
    for (int t = 0; t < THREAD_COUNTS; t++) {
        ent_read_options options = with_threads(THREADS[t]);
        ent_reader *reader = open_reader(&options, &path);
        for (int i = 0; i < ARTICLES; i++) {
            ent_article *article;
            char id[16];
            snprintf(id, sizeof id, "%d", i);
            assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
            assert_non_null(article);
            assert_string_equal(ent_article_id(article), id);
            assert_int_equal(ent_article_mention_count(article), 2);
            assert_int_equal(ent_article_cluster_count(article), 2);
            ent_article_free(article);
        }
        for (int again = 0; again < 3; again++) {
            ent_article *article = (ent_article *)reader;
            assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
            assert_null(article);
        }
        assert_int_equal(ent_reader_skipped(reader), 0);
        ent_reader_free(reader);
    }
}

static void test_what_cannot_be_read_is_told_in_its_place(void **state)
{
    const char *path = broken;
    (void)state;
    for (int t = 0; t < THREAD_COUNTS; t++) {
        ent_read_options options = with_threads(THREADS[t]);
        ent_reader *reader = open_reader(&options, &path);
        for (int i = 0; i < ARTICLES; i++) {
            ent_article *article;
            ent_error error = {0};
            ent_status status = ent_reader_next(reader, &article, &error);
            if (i % BROKEN_EACH == 0) {
                assert_int_equal(status, ENT_ERR_FORMAT);
                assert_null(article);
                assert_int_equal(error.line, i + 1);
                assert_string_equal(error.file, broken);
            } else {
                assert_int_equal(status, ENT_OK);
                assert_int_equal(atoi(ent_article_id(article)), i);
            }
            assert_int_equal(ent_reader_skipped(reader), i / BROKEN_EACH + 1);
            ent_article_free(article);
        }
        ent_reader_free(reader);
    }
}

static void test_missing_inputs_leave_the_others(void **state)
{
    const char *const paths[] = {"/nowhere/at/all.txt", few, "/nowhere/too",
                                 few};
    ent_read_options options = with_threads(4);
    ent_reader *reader;
    ent_article *article;
    int given = 0;
    (void)state;
    assert_int_equal(ent_reader_open(&reader, &options, paths, 4, NULL),
                     ENT_OK);
    for (;;) {
        ent_error error = {0};
        ent_status status = ent_reader_next(reader, &article, &error);
        if (status) {
            assert_int_equal(status, ENT_ERR_NOT_FOUND);
            assert_non_null(strstr(error.file, "/nowhere/"));
        } else if (!article) {
            break;
        }
        given += status == ENT_OK;
        ent_article_free(article);
    }
    assert_int_equal(given, 3);
    assert_int_equal(ent_reader_skipped(reader), 2);
    const char *first;
    assert_int_equal(ent_reader_repeat_count(reader), 1);
    assert_string_equal(ent_reader_repeat(reader, 0, &first), few);
    assert_string_equal(first, few);
    assert_null(ent_reader_repeat(reader, 1, NULL));
    ent_reader_free(reader);
}

/* Workers may stand anywhere: drawing, reading, waiting for room in the ring.
 */
static void test_stopping_anywhere_frees_all(void **state)
{
    const char *path = many;
    (void)state;
    for (int t = 0; t < THREAD_COUNTS; t++)
        for (int stop = 0; stop < 60; stop += stop < 3 ? 1 : 19) {
            ent_read_options options = with_threads(THREADS[t]);
            ent_reader *reader = open_reader(&options, &path);
            for (int i = 0; i < stop; i++) {
                ent_article *article;
                assert_int_equal(ent_reader_next(reader, &article, NULL),
                                 ENT_OK);
                ent_article_free(article);
            }
            ent_reader_free(reader);
        }
    ent_reader_free(NULL);
}

static void test_progress_only_grows_and_ends_whole(void **state)
{
    const char *path = many;
    struct stat file;
    (void)state;
    assert_int_equal(stat(many, &file), 0);
    for (int t = 0; t < THREAD_COUNTS; t++) {
        ent_read_options options = with_threads(THREADS[t]);
        ent_reader *reader = open_reader(&options, &path);
        ent_article *article;
        uint64_t last = 0, done, total;
        do {
            assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
            ent_reader_progress(reader, &done, &total);
            assert_true(done >= last && done <= total);
            assert_int_equal(total, file.st_size);
            last = done;
            ent_article_free(article);
        } while (article);
        assert_int_equal(done, total);
        ent_reader_free(reader);
    }
}

static void test_text_alone_finds_nothing(void **state)
{
    const char *path = ENTENTE_SAMPLES_DIR "/articles/2015-02-12-minsk.txt";
    ent_read_options options = with_threads(2);
    ent_article *article;
    (void)state;
    options.text_only = true;
    options.model = "/nowhere/model"; /* nor is the model looked at */
    ent_reader *reader = open_reader(&options, &path);
    assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
    assert_string_equal(ent_article_id(article), path);
    assert_true(strlen(ent_article_text(article)) > 500);
    assert_int_equal(ent_article_mention_count(article), 0);
    assert_int_equal(ent_article_sentence_count(article), 0);
    assert_int_equal(ent_article_encounter_count(article), 0);
    ent_article_free(article);
    ent_reader_free(reader);
}

static void test_without_resolving_there_are_mentions_only(void **state)
{
    const char *path = ENTENTE_SAMPLES_DIR "/articles/2015-02-12-minsk.txt";
    ent_read_options options = with_threads(1);
    ent_article *article;
    (void)state;
    options.resolve = ENT_RESOLVE_NONE;
    ent_reader *reader = open_reader(&options, &path);
    assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
    assert_true(ent_article_mention_count(article) > 10);
    assert_int_equal(ent_article_cluster_count(article), 0);
    assert_int_equal(ent_article_encounter_count(article), 0);
    assert_int_equal(ent_article_mention(article, 0)->cluster, ENT_NONE);
    ent_article_free(article);
    ent_reader_free(reader);
}

static void test_a_wrong_model_is_told_at_once(void **state)
{
    const char *path = few;
    ent_read_options options = with_threads(1);
    ent_reader *reader = NULL;
    ent_error error = {0};
    char line[256];
    (void)state;
    options.model = "/nowhere/model.bin";
    assert_int_equal(ent_reader_open(&reader, &options, &path, 1, &error),
                     ENT_ERR_NOT_FOUND);
    assert_null(reader);
    ent_error_format(&error, line, sizeof line);
    assert_non_null(strstr(line, "/nowhere/model.bin"));
}

/* An older program's options end earlier: what they lack has its default. */
/* The limits on inputs have bounds of their own. */
static void test_wrong_limits_are_told_at_once(void **state)
{
    (void)state;
    static const struct {
        uint32_t ratio, depth;
        uint64_t article;
        ent_status status;
    } samples[] = {{1, 0, 65536, ENT_OK},
                   {250, 16, 268435456, ENT_OK},
                   {0, 3, 65536, ENT_ERR_ARGUMENT},
                   {1, 17, 65536, ENT_ERR_ARGUMENT},
                   {1, 3, 65535, ENT_ERR_ARGUMENT},
                   {1, 3, 268435457, ENT_ERR_ARGUMENT},
                   {1, 3, UINT64_MAX, ENT_ERR_ARGUMENT}};
    const char *path = few;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        ent_read_options options = with_threads(1);
        ent_reader *reader = NULL;
        ent_error error = {0};
        options.max_ratio = samples[i].ratio;
        options.max_depth = samples[i].depth;
        options.max_article = samples[i].article;
        assert_int_equal(ent_reader_open(&reader, &options, &path, 1, &error),
                         samples[i].status);
        assert_int_equal(strstr(error.message, "max_article") != NULL,
                         samples[i].status != ENT_OK);
        ent_reader_free(samples[i].status ? NULL : reader);
    }
}

static void test_an_older_callers_options_are_completed(void **state)
{
    const char *path = few;
    ent_read_options options = with_threads(1);
    ent_article *article;
    (void)state;
    options.size = offsetof(ent_read_options, text_only);
    options.text_only = true;
    ent_reader *reader = open_reader(&options, &path);
    assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
    assert_int_equal(ent_article_mention_count(article), 2);
    ent_article_free(article);
    ent_reader_free(reader);
}

/* Reads all with the nth allocation and all later ones failing. */
static ent_status read_starved(const ent_read_options *options, long nth)
{
    const char *path = few;
    ent_reader *reader = NULL;
    ent_article *article = NULL;
    ent_i_memory_fail_from(nth);
    ent_status status = ent_reader_open(&reader, options, &path, 1, NULL);
    for (int given = 0; !status; given++) {
        status = ent_reader_next(reader, &article, NULL);
        ent_article_free(article);
        if (!status && !article) {
            assert_int_equal(given, 3);
            break;
        }
    }
    if (status && reader) {
        assert_int_equal(ent_reader_next(reader, &article, NULL), status);
        assert_null(article);
    }
    ent_i_memory_fail_from(0);
    ent_reader_free(reader);
    return status;
}

static void starve(unsigned threads, bool text_only, long step)
{
    ent_read_options options = with_threads(threads);
    options.text_only = text_only;
    ent_status status = ENT_ERR_MEMORY;
    long nth = 1;
    for (; status && nth < 200000; nth += nth < 40 ? 1 : step) {
        status = read_starved(&options, nth);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
    }
    assert_int_equal(status, ENT_OK);
    assert_true(nth > 10);
}

static void test_each_failed_allocation_ends_the_reading(void **state)
{
    (void)state;
    starve(1, true, 1);
    starve(4, true, 1);
    starve(1, false, 7);
    starve(4, false, 13);
}

/* ---- texts that the host has ---- */

static ent_text given(const char *text, const char *title, const char *date)
{
    ent_text out = ENT_TEXT_INIT;
    out.text = text;
    out.title = title;
    out.date = date;
    return out;
}

static void test_texts_come_after_the_files(void **state)
{
    (void)state;
    ent_text texts[] = {given("Ann Dunn met Bo Hill.", NULL, NULL),
                        given("Cy Lane rang Di Moor.", "Calls", "2014-03-29")};
    texts[1].id = "mine";
    texts[1].url = "https://example.org/2";
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    options.texts = texts;
    options.text_count = 2;
    options.text_only = true;
    ent_reader *reader;
    ent_article *article;
    const char *inputs[] = {few};
    assert_int_equal(ent_reader_open(&reader, &options, inputs, 1, NULL),
                     ENT_OK);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
        ent_article_free(article);
    }
    assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
    assert_string_equal(ent_article_id(article), "text#1");
    assert_string_equal(ent_article_title(article), "");
    assert_int_equal(ent_article_date(article), ENT_NO_DATE);
    ent_article_free(article);
    assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
    char date[16];
    assert_string_equal(ent_article_id(article), "mine");
    assert_string_equal(ent_article_title(article), "Calls");
    assert_string_equal(ent_article_text(article), "Cy Lane rang Di Moor.");
    assert_string_equal(ent_article_url(article), "https://example.org/2");
    assert_string_equal(ent_date_format(ent_article_date(article), date),
                        "2014-03-29");
    ent_article_free(article);
    assert_int_equal(ent_reader_next(reader, &article, NULL), ENT_OK);
    assert_null(article);
    ent_reader_free(reader);
}

/* Each is told with its number, and the others are read. */
static void test_wrong_texts_are_named(void **state)
{
    (void)state;
    ent_text texts[] = {given(NULL, NULL, NULL),
                        given("Ann Dunn met Bo Hill.", NULL, "last Tuesday"),
                        given("Ann \xFF Dunn met Bo Hill.", NULL, NULL),
                        given("John Kerry met Vladimir Putin.", NULL, NULL)};
    static const char *const expected[] = {"text", "2014-03-29", "UTF-8"};
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    options.texts = texts;
    options.text_count = 4;
    ent_reader *reader;
    ent_article *article;
    ent_error error;
    assert_int_equal(ent_reader_open(&reader, &options, NULL, 0, NULL), ENT_OK);
    for (int i = 0; i < 3; i++) {
        char name[16];
        snprintf(name, sizeof name, "text#%d", i + 1);
        assert_int_equal(ent_reader_next(reader, &article, &error),
                         ENT_ERR_FORMAT);
        assert_string_equal(error.file, name);
        assert_non_null(strstr(error.message, expected[i]));
    }
    assert_int_equal(ent_reader_next(reader, &article, &error), ENT_OK);
    assert_string_equal(ent_article_id(article), "text#4");
    assert_int_equal(ent_article_encounter_count(article), 1);
    ent_article_free(article);
    assert_int_equal(ent_reader_skipped(reader), 3);
    ent_reader_free(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_come_after_the_files),
        cmocka_unit_test(test_wrong_texts_are_named),
        cmocka_unit_test(test_articles_come_in_order),
        cmocka_unit_test(test_what_cannot_be_read_is_told_in_its_place),
        cmocka_unit_test(test_missing_inputs_leave_the_others),
        cmocka_unit_test(test_stopping_anywhere_frees_all),
        cmocka_unit_test(test_progress_only_grows_and_ends_whole),
        cmocka_unit_test(test_text_alone_finds_nothing),
        cmocka_unit_test(test_without_resolving_there_are_mentions_only),
        cmocka_unit_test(test_a_wrong_model_is_told_at_once),
        cmocka_unit_test(test_wrong_limits_are_told_at_once),
        cmocka_unit_test(test_an_older_callers_options_are_completed),
        cmocka_unit_test(test_each_failed_allocation_ends_the_reading),
    };
    return cmocka_run_group_tests(tests, make_inputs, remove_inputs);
}
