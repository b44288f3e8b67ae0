/* Tables and rows of names become articles, or are refused by name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/error.h"
#include "source/fields.h"
#include "source/records.h"
#include "source/source.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- cells ---- */

/* The cells of the first record in brackets, then how much it used. */
static void show(const char *bytes, char delimiter, bool ended, char *out,
                 size_t room)
{
    ent_i_cells cells = {0};
    size_t used, n = 0;
    ent_i_record result = ent_i_record_scan(&cells, delimiter, bytes,
                                            strlen(bytes), ended, &used);
    *out = '\0';
    if (result)
        snprintf(out, room, "%s", result == ENT_I_RECORD_CUT ? "cut" : "quote");
    for (size_t i = 0; !result && i < cells.n; i++) {
        ent_i_string text = {0};
        assert_true(ent_i_cell_add(&text, bytes, &cells.items[i]));
        n += (size_t)snprintf(out + n, room - n, "[%s]", text.items);
        ent_i_vec_free(&text);
    }
    if (!result)
        snprintf(out + n, room - n, "%zu", used);
    ent_i_vec_free(&cells);
}

static void test_records(void **state)
{
    static const struct {
        const char *bytes;
        char delimiter;
        bool ended;
        const char *want;
    } cases[] = {
        {"a,b\nc", ',', false, "[a][b]4"},
        {"a,b\r\nc", ',', false, "[a][b]5"},
        {"a,b\rc", ',', false, "[a][b]4"},
        {"a,b\r", ',', false, "cut"},
        {"a,b\r", ',', true, "[a][b]4"},
        {"a,b", ',', false, "cut"},
        {"a,b", ',', true, "[a][b]3"},
        {",\n", ',', false, "[][]2"},
        {"\n", ',', false, "[]1"},
        {"", ',', true, "[]0"},
        {"\"a,\nb\",c\n", ',', false, "[a,\nb][c]9"},
        {"\"say \"\"no\"\"\",c\n", ',', false, "[say \"no\"][c]15"},
        {"\"\"\"\"\n", ',', false, "[\"]5"},
        {"\"\",\n", ',', false, "[][]4"},
        {"\"a\" ,b\n", ',', false, "[a][b]7"},
        {"a\"b\",c\n", ',', false, "[a\"b\"][c]7"},
        {"\"a\"b,c\n", ',', false, "quote"},
        {"\"a", ',', true, "quote"},
        {"\"a", ',', false, "cut"},
        {"\"a\"", ',', false, "cut"},
        {"\"a\"", ',', true, "[a]3"},
        {"\"a\"b\tc\n", '\t', false, "[\"a\"b][c]7"},
        {"\"a\tb\"\tc\n", '\t', false, "[a\tb][c]8"},
        {"a;b,c\n", ';', false, "[a][b,c]6"},
        {"\"say \\\"no\\\" \",c\n", ',', false, "[say \"no\" ][c]16"},
        {"\"\\\"no\\\", he said\",c\n", ',', false, "[\"no\", he said][c]20"},
        {"\"he said \\\"no\\\"\",c\n", ',', false, "[he said \"no\"][c]19"},
        {"\"C:\\\",c\n", ',', false, "[C:\\][c]8"},
        {"\"C:\\\"\"D\",c\n", ',', false, "[C:\\\"D][c]11"},
        {"\"a\\\\\",c\n", ',', false, "[a\\\\][c]8"},
        {"\"a\\\"", ',', false, "cut"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char found[200];
        show(cases[i].bytes, cases[i].delimiter, cases[i].ended, found,
             sizeof found);
        assert_string_equal(found, cases[i].want);
    }
}

/* ---- names of fields ---- */

static void test_field_names(void **state)
{
    static const struct {
        const char *name;
        ent_i_part part;
    } cases[] = {{"text", ENT_I_PART_TEXT},
                 {"Body", ENT_I_PART_TEXT},
                 {"Publish Date", ENT_I_PART_DATE},
                 {"publishDate", ENT_I_PART_DATE},
                 {"PUBLISHED-AT", ENT_I_PART_DATE},
                 {"headline", ENT_I_PART_TITLE},
                 {"Article ID", ENT_I_PART_ID},
                 {"PERSONS", ENT_I_PART_PERSONS},
                 {"texts", ENT_I_PARTS},
                 {"", ENT_I_PARTS},
                 {"_", ENT_I_PARTS}};
    size_t rank;
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(
            ent_i_field_of(NULL, cases[i].name, strlen(cases[i].name), &rank),
            cases[i].part);
}

static void test_given_fields(void **state)
{
    const char *const given[] = {"text=story", "text=Full Story", "id=key",
                                 NULL};
    static const char *const wrong[] = {
        "", "text", "text=", "=story", "day=x", "Text=x"};
    ent_i_fields fields = {0};
    size_t rank;
    (void)state;
    assert_int_equal(ent_i_fields_read(&fields, given, NULL), ENT_OK);
    assert_int_equal(ent_i_field_of(&fields, "full_story", 10, &rank),
                     ENT_I_PART_TEXT);
    assert_int_equal(rank, 1);
    /* What is given stands in for the usual names, but of that part alone. */
    assert_int_equal(ent_i_field_of(&fields, "text", 4, &rank), ENT_I_PARTS);
    assert_int_equal(ent_i_field_of(&fields, "title", 5, &rank),
                     ENT_I_PART_TITLE);
    ent_i_fields_free(&fields);
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_int_equal(ent_field_check(wrong[i], NULL), ENT_ERR_ARGUMENT);
}

static void test_values_along_paths(void **state)
{
    static const struct {
        const char *json, *path, *want; /* NULL: nothing; "!": wrong */
    } cases[] = {
        {"{\"a\":\"x\"}", "a", "x"},
        {"{\"a\":17}", "a", "17"},
        {"{\"a\":null}", "a", NULL},
        {"{\"a\":1.5}", "a", "!"},
        {"{\"a\":{}}", "a", "!"},
        {"{\"a\":[\"x\",null,\"y\"]}", "a", "x|y"},
        {"{\"a\":[]}", "a", NULL},
        {"{\"a\":{\"b\":\"x\"}}", "a.b", "x"},
        {"{\"a.b\":\"x\",\"a\":{\"b\":\"y\"}}", "a.b", "x"},
        {"{\"a\":[{\"b\":\"x\"},{\"c\":1},{\"b\":[\"y\",\"z\"]}]}", "a.b",
         "x|y|z"},
        {"{\"a\":\"x\"}", "a.b", NULL},
        {"{\"a\":\"x\"}", "b", NULL},
        {"{\"a\":{\"\":\"x\"}}", "a.", "!"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        ent_i_string out = {0};
        json_t *object = json_loads(cases[i].json, 0, NULL);
        assert_non_null(object);
        ent_i_gathered found =
            ent_i_field_gather(&out, object, cases[i].path, "|", true);
        if (!cases[i].want)
            assert_int_equal(found, ENT_I_ABSENT_VALUE);
        else if (*cases[i].want == '!')
            assert_int_equal(found, ENT_I_WRONG_VALUE);
        else
            assert_string_equal(out.items, cases[i].want);
        json_decref(object);
        ent_i_vec_free(&out);
    }
}

/* ---- whole inputs ---- */

/* What comes of an input: an article as "id|title|text|date" or a failure as
 * "!line message", each on a line. */
static void read_all(const char *bytes, const char *const *given, char *out,
                     size_t room)
{
    ent_i_source *source;
    ent_i_fields fields = {0};
    size_t n = 0;
    assert_int_equal(ent_i_fields_read(&fields, given, NULL), ENT_OK);
    assert_int_equal(ent_i_source_open_memory(&source, "in", bytes,
                                              strlen(bytes), NULL, NULL),
                     ENT_OK);
    ent_i_source_fields(source, &fields);
    *out = '\0';
    for (;;) {
        ent_article *article;
        ent_error error = {0};
        char day[16];
        ent_status status = ent_i_source_next(source, &article, &error);
        if (!status && !article)
            break;
        if (status)
            n += (size_t)snprintf(out + n, room - n, "!%lld %.60s\n",
                                  (long long)error.line, error.message);
        else
            n += (size_t)snprintf(
                out + n, room - n, "%s|%s|%s|%s\n", ent_article_id(article),
                ent_article_title(article), ent_article_text(article),
                ent_date_format(ent_article_date(article), day));
        ent_article_free(article);
    }
    ent_i_source_free(source);
    ent_i_fields_free(&fields);
}

static void expect(const char *bytes, const char *want)
{
    const char *const none[] = {NULL};
    char found[2000];
    read_all(bytes, none, found, sizeof found);
    assert_string_equal(found, want);
}

static void test_tables(void **state)
{
    (void)state;
    expect("id,headline,body,date\n1,Talks,They met.,2014-03-05\n"
           "2,More,\"They met,\nagain.\",20140306\n",
           "1|Talks|They met.|2014-03-05\n2|More|They met,\nagain.|"
           "2014-03-06\n");
    expect("title\ttext\n\tThey met.\n\"No\tgood\"\tThey \"met\".\n",
           "in#1||They met.|\nin#2|No\tgood|They \"met\".|\n");
    expect("title;text\n\n\nA;B\r\n\r\nC;D", "in#1|A|B|\nin#2|C|D|\n");
    expect("text|title\nB|A\n", "in#1|A|B|\n");
    expect("\xEF\xBB\xBFtitle,text\nA,B\n", "in#1|A|B|\n");
    expect("title,text\nA,caf\xE9 in Qu\xE9"
           "bec\n",
           "in#1|A|caf\xC3\xA9 in Qu\xC3\xA9"
           "bec|\n");
    expect(",content,text\n0,no,yes\n", "in#1||yes|\n");
    expect("title,text\n", "");
}

static void test_broken_rows_cost_themselves(void **state)
{
    (void)state;
    expect("id,text\n1,A\n2,B,C\n3\n4,D\n",
           "1||A|\n"
           "!3 expected 2 cells as in the header, found 3\n"
           "!4 expected 2 cells as in the header, found 1\n4||D|\n");
    expect("id,text\n1,\"A\" B\n2,\"C\"\n3,\"D\n",
           "!2 expected a cell to end after its closing quote\n2||C|\n"
           "!4 expected a cell to end after its closing quote\n");
}

static void test_tables_without_texts(void **state)
{
    (void)state;
    expect(
        "id,name\n1,Bo\n2,Cy\n",
        "!1 expected a table with a column of texts named \"text\", \"conte\n");
    expect(
        "1\t20140101\t2\tx\n2\t20140102\t2\ty\n",
        "!1 expected a table with a column of texts named \"text\", \"conte\n");
    /* Prose is none, whatever commas it has. */
    expect("Ann Roe, Ben Doe and Cy Poe met.\nAnd so, on it, went.\n",
           "in|Ann Roe, Ben Doe and Cy Poe met.|Ann Roe, Ben Doe and Cy Poe "
           "met.\nAnd so, on it, went.\n|\n");
}

static void test_mapped_tables(void **state)
{
    const char *const given[] = {"text=Story", "id=no", NULL};
    char found[200];
    (void)state;
    read_all("no,text,story\n7,x,They met.\n", given, found, sizeof found);
    assert_string_equal(found, "7||They met.|\n");
}

/* ---- names alone ---- */

static const char gkg_row[] =
    "20150218-1\t20150218230000\t1\tnews.example\thttps://news.example/1\t\t\t"
    "\t\t\t1#Norway#NO#NO##60#10#NO#1900;4#Oslo, Oslo, "
    "Norway#NO#NO12#1#2#3#4#20"
    "\tann roe\tAnn Roe,10;Ben Doe,2000;Cy Poe,2250\t\tThe Bank,15\t1,2\t\t\t\t"
    "\t\t\t\t\t\t\t<PAGE_TITLE>Talks in Oslo</PAGE_TITLE>\n";

static void test_knowledge_graph(void **state)
{
    (void)state;
    expect(gkg_row, "20150218-1|Talks in Oslo|Ann Roe; The Bank; Oslo\n\n"
                    "Norway; Ben Doe\nCy Poe|2015-02-18\n");
    expect("20130401\t1\t\t\t1#Norway#NO#NO#60#10#NO\tann roe;ben doe\t\t1,2\t"
           "\tnews.example\thttps://news.example/1\nbroken\n",
           "in#1||Ann Roe; Ben Doe; Norway|2013-04-01\n"
           "!2 expected a row of GDELT's knowledge graph, of 27 cells with \n");
}

static void test_lists_of_names(void **state)
{
    (void)state;
    expect("id,persons,locations\n1,ann roe;ben doe,\"Oslo, Norway\"\n2,,\n",
           "1||Ann Roe; Ben Doe; Oslo|\n2|||\n");
    expect("{\"id\":\"a\",\"persons\":[\"Ann Roe\",\"Ben Doe\"]}\n",
           "a||Ann Roe; Ben Doe|\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records),
        cmocka_unit_test(test_field_names),
        cmocka_unit_test(test_given_fields),
        cmocka_unit_test(test_values_along_paths),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_broken_rows_cost_themselves),
        cmocka_unit_test(test_tables_without_texts),
        cmocka_unit_test(test_mapped_tables),
        cmocka_unit_test(test_knowledge_graph),
        cmocka_unit_test(test_lists_of_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
