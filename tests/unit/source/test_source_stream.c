/* Inputs that don't fit the first buffer, files that fail, standard input. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/vec.h"
#include "source/source.h"
#include "source/stream.h"

enum { ARTICLES = 400 };

static char folder[] = "/tmp/entente-test-XXXXXX";
static char path[64];

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/input", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static void write_file(const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

/* The text of article i: of every size from none to several buffers. */
static size_t text_size(size_t i) { return i % 40 ? i * 7 : i * 1000; }

static ent_i_source *open_file(const char *format)
{
    static const char *const inputs[] = {path};
    ent_i_source *source;
    assert_int_equal(ent_i_source_open(&source, inputs, 1, format, NULL),
                     ENT_OK);
    return source;
}

/* Wherever the pieces that are read end, each article comes out whole. */
static void check_articles(const char *before, const char *start,
                           const char *end, const char *after)
{
    ent_i_string all = {0};
    ent_i_string_adds(&all, before);
    for (size_t i = 0; i < ARTICLES; i++) {
        ent_i_string_addf(&all, "%s%zu ", start, i);
        for (size_t n = 0; n < text_size(i); n++)
            ent_i_string_add(&all, "x", 1);
        ent_i_string_adds(&all, i + 1 < ARTICLES ? end : after);
    }
    write_file(all.items, all.n);
    ent_i_vec_free(&all);
    ent_i_source *source = open_file(NULL);
    ent_article *article;
    ent_error error = {0};
    for (size_t i = 0; i < ARTICLES; i++) {
        char number[32];
        int n = snprintf(number, sizeof number, "%zu ", i);
        assert_int_equal(ent_i_source_next(source, &article, &error), ENT_OK);
        assert_non_null(article);
        assert_memory_equal(article->text, number, (size_t)n);
        assert_int_equal(article->text_size, (size_t)n + text_size(i));
        ent_article_free(article);
    }
    assert_int_equal(ent_i_source_next(source, &article, &error), ENT_OK);
    assert_null(article);
    ent_i_source_free(source);
}

static void test_articles_across_buffers(void **state)
{
    (void)state;
    check_articles("", "{\"text\":\"", "\"}\n", "\"}\n");
    check_articles("", "{\"text\":\"", "\"}\r\n\r\n", "\"}");
    check_articles("[", "{\"text\":\"", "\"},", "\"}]");
    check_articles("[\n", "{\"s\":\"\\\\\\\"}\",\"text\":\"", "\"}\n,\n",
                   "\"}\n]\n");
}

static void test_tokens_across_buffers(void **state)
{
    (void)state;
    ent_i_string all = {0};
    size_t count = 0;
    while (all.n < 600000) {
        ent_i_string_adds(&all, "-DOCSTART- O\n\n");
        for (size_t k = 0; k < 1 + count % 97; k++)
            ent_i_string_adds(&all, "Hill B-PER\n");
        ent_i_string_adds(&all, "\n");
        count++;
    }
    write_file(all.items, all.n);
    ent_i_vec_free(&all);
    ent_i_source *source = open_file(NULL);
    for (size_t i = 0; i < count; i++) {
        ent_article *article;
        assert_int_equal(ent_i_source_next(source, &article, NULL), ENT_OK);
        assert_non_null(article);
        assert_int_equal(article->mentions.n, 1 + i % 97);
        ent_article_free(article);
    }
    ent_i_source_free(source);
}

/* Larger than any article may be: passed over, and the next one is read. */
static void test_limit(void **state)
{
    (void)state;
    static const char start[] = "{\"text\":\"", end[] = "\"}\n{\"text\":\"b\"}";
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(start, file);
    assert_int_equal(fseek(file, (long)ENT_I_ARTICLE_MOST, SEEK_SET), 0);
    fputs(end, file);
    assert_int_equal(fclose(file), 0);
    ent_i_source *source = open_file("jsonl");
    ent_article *article;
    ent_error error = {0};
    assert_int_equal(ent_i_source_next(source, &article, &error),
                     ENT_ERR_LIMIT);
    assert_string_equal(error.file, path);
    assert_non_null(strstr(error.message, "at most 268435456 bytes (max-article)"));
    assert_int_equal(ent_i_source_next(source, &article, &error), ENT_OK);
    assert_non_null(article);
    assert_string_equal(article->text, "b");
    ent_article_free(article);
    ent_i_source_free(source);
}

static void test_standard_input(void **state)
{
    (void)state;
    static const char *const inputs[] = {"-"};
    static const char text[] = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n";
    ent_i_source *source;
    ent_article *article;
    uint64_t done, total;
    write_file(text, sizeof text - 1);
    assert_non_null(freopen(path, "rb", stdin));
    assert_int_equal(ent_i_source_open(&source, inputs, 1, NULL, NULL), ENT_OK);
    assert_int_equal(ent_i_source_next(source, &article, NULL), ENT_OK);
    assert_string_equal(article->id, "stdin#1");
    ent_article_free(article);
    ent_i_source_progress(source, &done, &total);
    assert_int_equal(done, sizeof text - 1);
    assert_int_equal(total, 0);
    ent_i_source_free(source);

    /* A filter that is fed nothing gives nothing. */
    write_file("", 0);
    assert_non_null(freopen(path, "rb", stdin));
    assert_int_equal(ent_i_source_open(&source, inputs, 1, NULL, NULL), ENT_OK);
    assert_int_equal(ent_i_source_next(source, &article, NULL), ENT_OK);
    assert_null(article);
    ent_i_source_free(source);
}

static void test_a_failed_read_is_reported(void **state)
{
    (void)state;
    ent_i_stream stream;
    ent_error error = {0};
    assert_int_equal(ent_i_stream_open(&stream, folder, &error), ENT_OK);
    assert_int_equal(ent_i_stream_fill(&stream, &error), ENT_ERR_IO);
    assert_string_equal(error.file, folder);
    assert_true(stream.ended);
    ent_i_stream_close(&stream);
    assert_int_equal(ent_i_stream_open(&stream, "/no/such/file", &error),
                     ENT_ERR_NOT_FOUND);
    ent_i_stream_close(&stream);
}

static void test_skipping_counts_lines_and_bytes(void **state)
{
    (void)state;
    bool more;
    ent_i_stream stream;
    static const char text[] = "ab\n\n  cd\nef";
    assert_int_equal(
        ent_i_stream_open_memory(&stream, "m", text, sizeof text - 1, NULL),
        ENT_OK);
    assert_int_equal(ent_i_stream_skip_line(&stream, NULL), ENT_OK);
    assert_int_equal(stream.line, 2);
    assert_int_equal(ent_i_stream_skip_space(&stream, &more, NULL), ENT_OK);
    assert_true(more);
    assert_int_equal(stream.line, 3);
    assert_int_equal(stream.offset, 6);
    assert_int_equal(ent_i_stream_skip_line(&stream, NULL), ENT_OK);
    ent_i_stream_skip(&stream, 2);
    assert_int_equal(ent_i_stream_skip_space(&stream, &more, NULL), ENT_OK);
    assert_false(more);
    assert_int_equal(stream.line, 4);
    assert_int_equal(stream.offset, sizeof text - 1);
    ent_i_stream_close(&stream);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_articles_across_buffers),
        cmocka_unit_test(test_tokens_across_buffers),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_standard_input),
        cmocka_unit_test(test_a_failed_read_is_reported),
        cmocka_unit_test(test_skipping_counts_lines_and_bytes),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
