/* Lines as they stand on pages, made into running text: columns, running heads,
 * paragraphs, hyphens. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "source/pages.h"

enum { LEADING = 12, LETTER = 5, HEIGHT = 10 };

/* Puts a line at its place; letters are five points wide. */
static void put(ent_i_pages *pages, float x, float y, const char *text)
{
    size_t n = strlen(text);
    ent_i_page_line place = {
        .x1 = x, .y1 = y, .x2 = x + (float)(n * LETTER), .y2 = y + HEIGHT};
    ent_i_pages_add(pages, text, n, place);
}

static void check(ent_i_pages *pages, const char *want)
{
    ent_i_document out = {0};
    assert_false(pages->no_memory);
    ent_i_pages_write(pages, &out);
    assert_false(out.no_memory);
    assert_string_equal(out.text.n ? out.text.items : "", want);
    ent_i_document_free(&out);
    ent_i_pages_free(pages);
}

static const char *const story[] = {
    "Ann Roe met Ben Poe in Paris on Friday to",
    "speak about the harbour. They agreed on it", "after a long day.",
    "The two will meet again in May, as both have",
    "said. Nobody else was asked to come."};
enum { STORY = sizeof story / sizeof *story };
#define TEXT                                                                   \
    "Ann Roe met Ben Poe in Paris on Friday to speak about the harbour. They " \
    "agreed on it after a long day.\n\nThe two will meet again in May, as "    \
    "both have said. Nobody else was asked to come."

static void test_a_column(void **state)
{
    (void)state;
    ent_i_pages pages = {.count = 1};
    for (int i = 0; i < STORY; i++)
        put(&pages, 50, 100 + (float)(i * LEADING), story[i]);
    ent_i_pages_order(&pages, 0);
    check(&pages, TEXT);
}

/* Drawn line by line across both, as some programs do. */
static void test_two_columns(void **state)
{
    (void)state;
    static const char *const right[] = {
        "Fishermen of both lands had asked for the",
        "talks, which went on until the evening,",
        "when the ships of the north came in at last",
        "and the market of the old town was opened",
        "to all who had come to see it and to buy."};
    ent_i_pages pages = {.count = 1};
    for (int i = 0; i < STORY; i++) {
        put(&pages, 50, 100 + (float)(i * LEADING), story[i]);
        put(&pages, 320, 100 + (float)(i * LEADING), right[i]);
    }
    ent_i_pages_order(&pages, 0);
    check(&pages, TEXT "\n\nFishermen of both lands had asked for the talks, "
                       "which went on until the evening, when the ships of "
                       "the north came in at last and the market of the old "
                       "town was opened to all who had come to see it and to "
                       "buy.");
}

static void test_running_heads(void **state)
{
    (void)state;
    ent_i_pages pages = {0};
    for (int page = 1; page <= 4; page++) {
        char number[16];
        size_t before = pages.lines.n;
        pages.count++;
        put(&pages, 50, 20, "The Daily Nobody");
        for (int i = 0; i < 20; i++)
            put(&pages, 50, 60 + (float)(i * LEADING),
                "and they went on and on about the old harbour");
        snprintf(number, sizeof number, "- %d -", page);
        put(&pages, 250, 800, number);
        ent_i_pages_order(&pages, before);
    }
    ent_i_document out = {0};
    ent_i_pages_write(&pages, &out);
    assert_non_null(out.text.items);
    assert_null(strstr(out.text.items, "Nobody"));
    assert_null(strstr(out.text.items, "- 2 -"));
    assert_string_equal(out.left_out, "running heads and page numbers");
    assert_int_equal(out.text.n, 80 * 46 - 1);
    ent_i_document_free(&out);
    ent_i_pages_free(&pages);
}

/* On a page alone. */
static void test_what_browsers_print(void **state)
{
    (void)state;
    ent_i_pages pages = {.count = 1};
    put(&pages, 30, 20, "5/12/15, 7:25 PM");
    put(&pages, 250, 21, "Roe meets Poe");
    for (int i = 0; i < STORY; i++)
        put(&pages, 50, 100 + (float)(i * LEADING), story[i]);
    put(&pages, 30, 800, "https://news.example/roe");
    put(&pages, 500, 801, "1/1");
    ent_i_pages_order(&pages, 0);
    check(&pages, TEXT);
}

static void test_hyphens(void **state)
{
    (void)state;
    static const struct {
        const char *first, *second, *want;
    } cases[] = {{"They negoti-", "ated.", "They negotiated."},
                 {"In Saint-", "Denis they met.", "In Saint-Denis they met."},
                 {"Mr. Ma Ying-", "jeou left.", "Mr. Ma Ying-jeou left."},
                 {"Mr. Kim Jong-", "un left.", "Mr. Kim Jong-un left."},
                 {"Mr. Med-", "vedev left.", "Mr. Medvedev left."},
                 {"a soft\xC2\xAD", "ly spoken man", "a softly spoken man"},
                 {"from 1999-", "2014 they met", "from 1999- 2014 they met"},
                 {"a co-operation, a co-", "operation",
                  "a co-operation, a co-operation"},
                 {"-", "all", "- all"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_i_pages pages = {.count = 1};
        put(&pages, 50, 100, cases[i].first);
        put(&pages, 50, 112, cases[i].second);
        check(&pages, cases[i].want);
    }
}

/* A file of broken words must not take the square of its size. */
static void test_many_hyphens(void **state)
{
    (void)state;
    ent_i_pages pages = {0};
    for (int i = 0; i < 60000; i++) {
        char line[32];
        pages.count += i % 50 == 0;
        snprintf(line, sizeof line, "ab%d broken-", i);
        put(&pages, 50, 60 + (float)(i % 50 * LEADING), line);
    }
    ent_i_document out = {0};
    ent_i_pages_write(&pages, &out);
    assert_false(out.no_memory);
    assert_true(out.text.n > 60000 * 10);
    ent_i_document_free(&out);
    ent_i_pages_free(&pages);
}

static void test_no_memory_is_told(void **state)
{
    (void)state;
    for (unsigned long n = 1; n < 12; n++) {
        ent_i_pages pages = {.count = 1};
        ent_i_document out = {0};
        ent_i_memory_fail_from(n);
        for (int i = 0; i < STORY; i++)
            put(&pages, 50, 100 + (float)(i * LEADING), story[i]);
        ent_i_pages_order(&pages, 0);
        ent_i_pages_write(&pages, &out);
        ent_i_memory_fail_from(0);
        assert_true(out.no_memory || strcmp(out.text.items, TEXT) == 0);
        ent_i_document_free(&out);
        ent_i_pages_free(&pages);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_column),
        cmocka_unit_test(test_two_columns),
        cmocka_unit_test(test_running_heads),
        cmocka_unit_test(test_what_browsers_print),
        cmocka_unit_test(test_hyphens),
        cmocka_unit_test(test_many_hyphens),
        cmocka_unit_test(test_no_memory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
