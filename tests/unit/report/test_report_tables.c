/* Tables of the reports, to the byte: widths where characters take two columns
 * or none, cut names, empty and small tables, quoting of CSV, escapes of HTML
 * and Markdown. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "report/page.h"

static int take(void *ctx, const void *bytes, size_t n)
{
    return !ent_i_string_add(ctx, bytes, n);
}

static const ent_i_column columns[] = {
    {"name", "Name", ENT_I_CELL_TEXT, 0, 0},
    {"count", "Count", ENT_I_CELL_WHOLE, 0, 0},
    {"share", "Share", ENT_I_CELL_REAL, 2, 0},
    {"id", "Id", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"note", "Note", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
};

typedef struct row {
    const char *name;
    double count, share;
    const char *id, *note;
} row;

/* The rows as a table of that style; `out` is emptied first. */
static const char *table(ent_i_string *out, ent_report_format format,
                         ent_i_table_style style, unsigned width,
                         const row *rows, size_t n)
{
    ent_report_options options = ENT_REPORT_OPTIONS_INIT, copy;
    ent_i_page page;
    const ent_sink sink = {take, out};
    ent_i_table made = {
        "rows", style, columns, sizeof columns / sizeof *columns, {0}, {0}};
    options.format = format;
    options.width = width;
    out->n = 0;
    assert_true(ent_i_string_adds(out, ""));
    assert_int_equal(ent_i_page_open(&page, &copy, &options, &sink, NULL),
                     ENT_OK);
    for (size_t i = 0; i < n; i++) {
        ent_i_add_text(&page, &made, rows[i].name);
        ent_i_add_number(&page, &made, rows[i].count);
        ent_i_add_number(&page, &made, rows[i].share);
        ent_i_add_text(&page, &made, rows[i].id);
        ent_i_add_text(&page, &made, rows[i].note);
    }
    ent_i_page_table(&page, &made);
    assert_int_equal(ent_i_page_close(&page, NULL), ENT_OK);
    return out->items;
}

#define ROWS(rows) rows, sizeof(rows) / sizeof *(rows)

static void test_columns_line_up(void **state)
{
    (void)state;
    ent_i_string out = {0};
    static const row rows[] = {
        {"Anna", 7, 0.25, "anna", "met 1"},
        {"Bj\u00F8rn", 12, 1, "bjorn", ""},
        {"\u738B\u5C0F\u660E", 3, 0.125, "wang", "to meet 2"}, /* 2 each */
        {"Jose\u0301", 1, NAN, "jose", NULL}, /* a mark takes 0 */
        {"A\nB\tC", NAN, 0, "abc", "x"},
    };
    assert_string_equal(
        table(&out, ENT_REPORT_TERMINAL, ENT_I_TABLE_GRID, 80, ROWS(rows)),
        "Name    Count  Share  Note\n"
        "Anna        7   0.25  met 1\n"
        "Bj\u00F8rn      12   1.00\n"
        "\u738B\u5C0F\u660E      3   0.13  to meet 2\n"
        "Jose\u0301        1\n"
        "A B C           0.00  x\n");
    ent_i_vec_free(&out);
}

static void test_long_names_are_cut(void **state)
{
    (void)state;
    ent_i_string out = {0};
    static const row rows[] = {
        {"Bartholomew Featherstonehaugh", 7, 1, "", "met 1"},
        /* Six wide characters and the ellipsis fit, and a blank is left. */
        {"\u738B\u5C0F\u660E\u738B\u5C0F\u660E\u738B\u5C0F\u660E\u738B\u5C0F"
         "\u660E\u738B",
         1, 2, "", ""},
        /* The mark goes with its letter, on whichever side of the cut. */
        {"Jose\u0301Jose\u0301Jose\u0301Jose\u0301Jose\u0301", 2, 3, "", ""},
    };
    assert_string_equal(
        table(&out, ENT_REPORT_TERMINAL, ENT_I_TABLE_GRID, 35, ROWS(rows)),
        "Name            Count  Share  Note\n"
        "Bartholomew F\u2026      7      1  met 1\n"
        "\u738B\u5C0F\u660E\u738B\u5C0F\u660E\u2026       1      2\n"
        "Jose\u0301Jose\u0301Jose\u0301J\u2026      2      3\n");
    ent_i_vec_free(&out);
}

static void test_empty_and_single(void **state)
{
    (void)state;
    ent_i_string out = {0};
    static const row one[] = {{"Anna", 1, 1, "anna", "alone"}};
    assert_string_equal(
        table(&out, ENT_REPORT_TERMINAL, ENT_I_TABLE_GRID, 80, one, 0),
        "Name  Count  Share  Note\n");
    assert_string_equal(
        table(&out, ENT_REPORT_TERMINAL, ENT_I_TABLE_GRID, 80, one, 1),
        "Name  Count  Share  Note\n"
        "Anna      1      1  alone\n");
    assert_string_equal(
        table(&out, ENT_REPORT_CSV, ENT_I_TABLE_GRID, 80, one, 0),
        "name,count,share,id\r\n");
    assert_string_equal(
        table(&out, ENT_REPORT_JSON, ENT_I_TABLE_GRID, 80, one, 0),
        "\n\"rows\":[\n]\n}\n");
    assert_string_equal(
        table(&out, ENT_REPORT_JSON, ENT_I_TABLE_GRID, 80, one, 1),
        "\n\"rows\":[\n"
        "{\"name\":\"Anna\",\"count\":1,\"share\":1.0,\"id\":\"anna\"}\n]\n}"
        "\n");
    ent_i_vec_free(&out);
}

static void test_facts_and_lists(void **state)
{
    (void)state;
    ent_i_string out = {0};
    static const row fact[] = {{"Anna", 4, NAN, "x",
                                "a long note that has to "
                                "go on on the next line"}};
    static const row items[] = {
        {"Anna", 4, 0.5, "x", "She said little."},
        {NULL, NAN, NAN, "y",
         "A sentence that is longer than one line of the "
         "page is."},
    };
    assert_string_equal(
        table(&out, ENT_REPORT_TERMINAL, ENT_I_TABLE_FACTS, 30, ROWS(fact)),
        "Name   Anna\n"
        "Count  4\n"
        "Note   a long note that has to\n"
        "       go on on the next line\n");
    assert_string_equal(
        table(&out, ENT_REPORT_TERMINAL, ENT_I_TABLE_LIST, 40, ROWS(items)),
        "  1. Anna \u00B7 4 \u00B7 0.50\n"
        "     She said little.\n"
        "  2. A sentence that is longer than one\n"
        "     line of the page is.\n");
    assert_string_equal(
        table(&out, ENT_REPORT_MARKDOWN, ENT_I_TABLE_FACTS, 0, ROWS(fact)),
        "- Name: Anna\n- Count: 4\n"
        "- Note: a long note that has to go on on the next line\n\n");
    ent_i_vec_free(&out);
}

static void test_csv_is_quoted(void **state)
{
    (void)state;
    ent_i_string out = {0};
    static const row rows[] = {
        {"Berg, Anna", 1, 0.1, "a", ""},
        {"the \"chief\"", 2, 1.0 / 3, "b;c", ""},
        {"two\nlines", 3, 1e-10, " d ", ""},
        {NULL, NAN, NAN, NULL, ""},
    };
    assert_string_equal(
        table(&out, ENT_REPORT_CSV, ENT_I_TABLE_GRID, 0, ROWS(rows)),
        "name,count,share,id\r\n"
        "\"Berg, Anna\",1,0.1,a\r\n"
        "\"the \"\"chief\"\"\",2,0.333333333,b;c\r\n"
        "two lines,3,0,d\r\n"
        ",,,\r\n");
    ent_i_vec_free(&out);
}

static void test_markup_is_escaped(void **state)
{
    (void)state;
    ent_i_string out = {0};
    static const row rows[] = {{"<b>|\"x\"*_`", 1, 1, "", "a & b [1] #2"}};
    assert_string_equal(
        table(&out, ENT_REPORT_MARKDOWN, ENT_I_TABLE_GRID, 0, ROWS(rows)),
        "| Name | Count | Share | Note |\n"
        "|---|--:|--:|---|\n"
        "| &lt;b\\>\\|\"x\"\\*\\_\\` | 1 | 1 | a &amp; b \\[1\\] \\#2 |\n\n");
    const char *html =
        table(&out, ENT_REPORT_HTML, ENT_I_TABLE_GRID, 0, ROWS(rows));
    assert_non_null(strstr(html, "<tr><td>&lt;b&gt;|&quot;x&quot;*_`</td>"
                                 "<td class=\"n\">1</td><td class=\"n\">1</td>"
                                 "<td>a &amp; b [1] #2</td></tr>"));
    ent_i_vec_free(&out);
}

static void test_one_line(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", ""},
        {" \n\t ", ""},
        {"a", "a"},
        {"  a  b\r\n c ", "a b c"},
        {"bell\a\x1B[2Jend", "bell [2Jend"},
        {"caf\u00E9\u00A0au lait\x7F!", "caf\u00E9\u00A0au lait !"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_i_arena arena = {0};
        const char *line =
            ent_i_one_line(&arena, cases[i][0], strlen(cases[i][0]));
        assert_string_equal(line, cases[i][1]);
        ent_i_arena_free(&arena);
    }
}

static void test_numbers_of_a_column(void **state)
{
    (void)state;
    static const struct {
        double value;
        unsigned digits;
        bool exact;
        const char *text;
    } cases[] = {{0, 0, true, "0"},
                 {0.5, 0, true, "1"},
                 {1.005, 1, true, "1.0"},
                 {0.999, 2, true, "1.00"},
                 {1.10, 2, false, "1.1"},
                 {100, 2, false, "100"},
                 {-0.5, 1, true, "-0.5"},
                 {0.05, 1, true, "0.1"},
                 {1e-9, 9, false, "0.000000001"},
                 {999999999.4, 0, true, "999999999"},
                 {1e9, 2, true, "1000000000"},
                 {NAN, 2, true, "0"},
                 {2.5e15, 3, true, "2500000000000000"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[40];
        assert_string_equal(ent_i_cell_real(cases[i].value, cases[i].digits,
                                            cases[i].exact, out),
                            cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_columns_line_up),
        cmocka_unit_test(test_long_names_are_cut),
        cmocka_unit_test(test_empty_and_single),
        cmocka_unit_test(test_facts_and_lists),
        cmocka_unit_test(test_csv_is_quoted),
        cmocka_unit_test(test_markup_is_escaped),
        cmocka_unit_test(test_one_line),
        cmocka_unit_test(test_numbers_of_a_column)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
