/* What the formats share: escaping for XML, numbers, UTF-8, CSV's cells. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "builtin.h"
#include "common/graph.h"
#include "common/writer.h"
#include "core/memory.h"
#include "core/vec.h"
#include "interop/fake_view.h"

static int take(void *ctx, const void *bytes, size_t n)
{
    return !ent_i_string_add(ctx, bytes, n);
}

/* ---- text ---- */

static void test_xml_is_escaped(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", ""},
        {"Anna Berg", "Anna Berg"},
        {"a < b & c > d", "a &lt; b &amp; c &gt; d"},
        {"\"quoted\" 'too'", "&quot;quoted&quot; &apos;too&apos;"},
        {"&amp;", "&amp;amp;"},
        {"]]>", "]]&gt;"},
        {"tab\tline\nreturn\r", "tab&#9;line&#10;return&#13;"},
        {"bell\a and \x01 and \x1F.", "bell and  and ."},
        {"\x7F", "\x7F"}, /* discouraged, but allowed */
        {"Bj\u00F8rn \u738B \U0001F600", "Bj\u00F8rn \u738B \U0001F600"},
        {"\xEF\xBF\xBD stays", "\xEF\xBF\xBD stays"},
        {"\xEF\xBF\xBE\xEF\xBF\xBFgone", "gone"},
        {"\xF0\x9F\xBF\xBE", "\xF0\x9F\xBF\xBE"}, /* U+1FFFE is a Char */
        {"a\xFF\xFEz", "az"},
        {"cut \xC3", "cut "},
        {"cut \xE4\xB8", "cut "},
        {"half \xE4\xB8< of one", "half &lt; of one"},
        {"overlong \xC0\xAF\xE0\x80\xAF.", "overlong ."},
        {"surrogate \xED\xA0\x80.", "surrogate ."},
        {"beyond \xF4\x90\x80\x80.", "beyond ."},
    };
    ent_i_string out = {0};
    const ent_sink sink = {take, &out};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_i_writer w;
        out.n = 0;
        assert_true(ent_i_string_adds(&out, ""));
        ent_i_writer_start(&w, &sink);
        ent_i_put_xml(&w, cases[i][0]);
        assert_int_equal(ent_i_writer_end(&w), 0);
        assert_string_equal(out.items, cases[i][1]);
    }
    ent_i_vec_free(&out);
}

/* Tabs and line ends of ASCII, but nothing else that a terminal obeys or that
 * ends a line for some programs. */
static void test_what_any_text_may_hold(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool plain;
    } cases[] = {{"a", true},
                 {"\t", true},
                 {"\n", true},
                 {"\x1b", false},
                 {"\x7f", false},
                 {"\xc2\x85", false},
                 {"\xc2\xa0", true},
                 {"\xe2\x80\xa7", true},
                 {"\xe2\x80\xa8", false},
                 {"\xe2\x80\xa9", false},
                 {"\xe2\x81\xa8", true},
                 {"\xef\xbf\xbe", false},
                 {"\xff", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (ent_i_is_plain(cases[i].text, ent_i_utf8_length(cases[i].text)) !=
            cases[i].plain)
            fail_msg("case %zu", i);
}

static void test_utf8_lengths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
    } cases[] = {
        {"a", 1},
        {"\x7F", 1},
        {"\xC2\x80", 2},
        {"\xDF\xBF", 2},
        {"\xE0\xA0\x80", 3},
        {"\xED\x9F\xBF", 3},
        {"\xEF\xBF\xBF", 3},
        {"\xF0\x90\x80\x80", 4},
        {"\xF4\x8F\xBF\xBF", 4},
        {"\x80", 0},
        {"\xC1\xBF", 0},
        {"\xC2", 0},
        {"\xC2"
         "a",
         0},
        {"\xE0\x9F\xBF", 0},
        {"\xE1\x80", 0},
        {"\xED\xA0\x80", 0},
        {"\xF0\x8F\xBF\xBF", 0},
        {"\xF4\x90\x80\x80", 0},
        {"\xF5\x80\x80\x80", 0},
        {"\xFF", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(ent_i_utf8_length(cases[i].text), cases[i].length);
}

static void test_reals_are_short_and_exact(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *text;
    } cases[] = {{0, "0"},
                 {-0.0, "0"},
                 {1, "1"},
                 {-2.5, "-2.5"},
                 {0.1, "0.1"},
                 {0.1 + 0.2, "0.30000000000000004"},
                 {1.0 / 3, "0.3333333333333333"},
                 {2.0 / 3, "0.6666666666666666"},
                 {123456789012345, "123456789012345"},
                 {1e15, "1e+15"},
                 {1e-7, "1e-07"},
                 {1.5e-300, "1.5e-300"},
                 {1.7976931348623157e308, "1.7976931348623157e+308"},
                 {5e-324, "4.94065645841247e-324"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char buffer[40];
        ent_i_format_real(buffer, cases[i].value);
        assert_string_equal(buffer, cases[i].text);
        assert_true(strtod(buffer, NULL) == cases[i].value);
    }
}

/* What printf and strtod make of the same value, by which digits it has. */
static void check_real(double value)
{
    char fast[40], slow[40];
    for (int digits = 1; digits <= 15; digits++) {
        snprintf(slow, sizeof slow, "%.*g", digits, value);
        assert_true(ent_i_round_real(value, digits) == strtod(slow, NULL));
    }
    value = ent_i_round_real(value, 15);
    ent_i_format_real(fast, value);
    snprintf(slow, sizeof slow, "%.15g", value);
    assert_string_equal(fast, slow);
}

static uint64_t draw(void)
{
    static uint64_t seed = 1;
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return seed ^ seed >> 29;
}

/* Of all sizes; halves of the last digit; whole and decimal fractions. */
static void test_reals_are_those_of_printf(void **state)
{
    (void)state;
    for (int i = 0; i < 20000; i++) {
        uint64_t bits = draw();
        double any, part = (double)(bits >> 11) / 9007199254740992.0;
        memcpy(&any, &bits, sizeof any);
        if (isfinite(any) && fabs(any) < 1e300)
            check_real(any);
        check_real(exp(90 * part - 45));
        check_real(-part);
        check_real(((double)(bits % 1000000000000000) + 0.5) /
                   pow(10, (double)(bits >> 60)));
        check_real((double)(bits % 100000) / (double)(1ull << (bits >> 59)));
        check_real((double)(bits % 1000000) / 1000);
    }
}

static int take_short(void *ctx, const void *bytes, size_t n)
{
    size_t *room = ctx;
    (void)bytes;
    if (n > *room)
        return 1;
    *room -= n;
    return 0;
}

/* More than the buffer at once, and a failure in the middle. */
static void test_writer_passes_everything_on(void **state)
{
    (void)state;
    static char block[20000];
    ent_i_string out = {0};
    const ent_sink sink = {take, &out};
    ent_i_writer w;
    memset(block, 'x', sizeof block);
    ent_i_writer_start(&w, &sink);
    ent_i_puts(&w, "<");
    /* By the name for large blocks: the size of this one is known to the
     * compiler, which warns of a copy that is never made. */
    ent_i_put_over(&w, block, sizeof block);
    ent_i_put_integer(&w, INT64_MIN);
    assert_int_equal(ent_i_writer_end(&w), 0);
    assert_int_equal(out.n, 1 + sizeof block + 20);
    assert_string_equal(out.items + 1 + sizeof block, "-9223372036854775808");
    size_t room = 10000;
    const ent_sink narrow = {take_short, &room};
    ent_i_writer_start(&w, &narrow);
    ent_i_put_over(&w, block, sizeof block);
    ent_i_puts(&w, "later");
    assert_int_equal(ent_i_writer_end(&w), -1);
    ent_i_vec_free(&out);
}

/* ---- whole files of made-up networks ---- */

/* A network of one node or two, tied when there are two. */
static void make(fake_network *n, fake_node *nodes, fake_tie *tie,
                 const char *first, const char *second)
{
    nodes[0] = (fake_node){.id = "a",
                           .label = first,
                           .aliases = {first},
                           .strength = 0.5,
                           .mentions = 3,
                           .community = 0};
    nodes[1] = (fake_node){.id = "b",
                           .label = second,
                           .strength = 0.5,
                           .mentions = 2,
                           .community = -1};
    *tie = (fake_tie){0, 1, 0.5, 1, 1};
    *n = (fake_network){nodes, tie, second ? 2 : 1, second != NULL};
}

/* What the exporter writes of them; the caller frees. */
static char *written(const ent_exporter *exporter, const char *first,
                     const char *second, char *option)
{
    fake_network network;
    fake_node nodes[2];
    fake_tie tie;
    char message[400];
    ent_i_string out = {0};
    const ent_sink sink = {take, &out};
    char *const options[] = {option, NULL};
    make(&network, nodes, &tie, first, second);
    assert_int_equal(
        fake_export(exporter, &network, options, &sink, message, -1), 0);
    assert_string_equal(message, "");
    return out.items;
}

static void test_csv_cells(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Anna Berg", "Anna Berg"},
        {"", ""},
        {"Berg, Anna", "\"Berg, Anna\""},
        {"semi;colon", "semi;colon"},
        {"the \"chief\"", "\"the \"\"chief\"\"\""},
        {"\"", "\"\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"two\r\nlines", "\"two\r\nlines\""},
        {" before", "\" before\""},
        {"behind ", "behind "},
        {"=1+1", "'=1+1"},
        {"+49", "'+49"},
        {"-5", "'-5"},
        {"@name", "'@name"},
        {"\tx", "'\tx"},
        {"=a,b", "\"'=a,b\""},
        {"a=b", "a=b"},
        {"al-Assad", "al-Assad"},
    };
    char part[] = "part=nodes";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char expected[200];
        char *text = written(ent_i_exporter_csv(ENT_EXPORTER_ABI), cases[i][0],
                             NULL, part);
        snprintf(expected, sizeof expected, "\na,%s,person,", cases[i][1]);
        if (!strstr(text, expected))
            fail_msg("no '%s' in: %s", expected, text);
        ent_i_free(text);
    }
}

static void test_csv_tables(void **state)
{
    (void)state;
    char nodes[] = "part=nodes", edges[] = "part=edges";
    const ent_exporter *csv = ent_i_exporter_csv(ENT_EXPORTER_ABI);
    char *text = written(csv, "Anna", "Bo", nodes);
    assert_string_equal(
        text, "Id,Label,entity_type,aliases,mentions,strength,community,"
              "curated\n"
              "a,Anna,person,\"Anna\",3,0.5,0,true\n"
              "b,Bo,person,\"\",2,0.5,,true\n");
    ent_i_free(text);
    text = written(csv, "Anna", "Bo", edges);
    assert_string_equal(
        text, "Source,Target,Type,source_label,target_label,Weight,count,first,"
              "meet\n"
              "a,b,Undirected,Anna,Bo,0.5,1,,1\n");
    ent_i_free(text);
}

static void test_csv_options(void **state)
{
    (void)state;
    char tab[] = "delimiter=tab", semicolon[] = "delimiter=semicolon";
    char bare[] = "guard=false";
    const ent_exporter *csv = ent_i_exporter_csv(ENT_EXPORTER_ABI);
    char *text = written(csv, "A, B", "C;D", tab);
    assert_non_null(strstr(text, "a\tb\tUndirected\tA, B\tC;D\t0.5\t"));
    ent_i_free(text);
    text = written(csv, "A, B", "C;D", semicolon);
    assert_non_null(strstr(text, "a;b;Undirected;A, B;\"C;D\";0.5;"));
    ent_i_free(text);
    text = written(csv, "=x", "-y", bare);
    assert_non_null(strstr(text, "a,b,Undirected,=x,-y,0.5,"));
    ent_i_free(text);
}

static void test_gexf_versions(void **state)
{
    (void)state;
    static const struct {
        char option[12];
        const char *head;
    } cases[] = {{"version=1.2",
                  "<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
                  "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" "
                  "version=\"1.2\">\n"},
                 {"version=1.3", "<gexf xmlns=\"http://gexf.net/1.3\" "
                                 "xmlns:viz=\"http://gexf.net/1.3/viz\" "
                                 "version=\"1.3\">\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char option[12];
        strcpy(option, cases[i].option);
        char *text = written(ent_i_exporter_gexf(ENT_EXPORTER_ABI), "Anna",
                             "Bo", option);
        assert_non_null(strstr(text, cases[i].head));
        assert_non_null(strstr(
            text, "      <node id=\"a\" label=\"Anna\">\n"
                  "        <attvalues>\n"
                  "          <attvalue for=\"entity_type\" value=\"person\"/>\n"
                  "          <attvalue for=\"aliases\" value=\"Anna\"/>\n"
                  "          <attvalue for=\"mentions\" value=\"3\"/>\n"
                  "          <attvalue for=\"strength\" value=\"0.5\"/>\n"
                  "          <attvalue for=\"community\" value=\"0\"/>\n"
                  "          <attvalue for=\"curated\" value=\"true\"/>\n"
                  "        </attvalues>\n"
                  "        <viz:size value=\"50\"/>\n"
                  "        <viz:color r=\"0\" g=\"114\" b=\"178\" a=\"1\"/>\n"
                  "        <viz:position x=\"0\" y=\"0\" z=\"0\"/>\n"
                  "      </node>\n"));
        /* In no community: no value, and grey. */
        assert_non_null(strstr(text, "r=\"154\" g=\"159\" b=\"166\""));
        assert_non_null(strstr(text, "<edge id=\"a--b\" source=\"a\" "
                                     "target=\"b\" weight=\"0.5\">"));
        ent_i_free(text);
    }
}

static void test_graphml_is_typed(void **state)
{
    (void)state;
    char *text =
        written(ent_i_exporter_graphml(ENT_EXPORTER_ABI), "A & B", "Bo", NULL);
    static const char *const parts[] = {
        "<key id=\"entity_type\" for=\"node\" attr.name=\"entity_type\" "
        "attr.type=\"string\"/>",
        "<key id=\"mentions\" for=\"node\" attr.name=\"mentions\" "
        "attr.type=\"long\"/>",
        "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" "
        "attr.type=\"double\"/>",
        "<graph id=\"entente\" edgedefault=\"undirected\">",
        "    <node id=\"a\">\n"
        "      <data key=\"label\">A &amp; B</data>\n",
        "<edge id=\"a--b\" source=\"a\" target=\"b\">\n"
        "      <data key=\"weight\">0.5</data>\n"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(text, parts[i]))
            fail_msg("no '%s' in: %s", parts[i], text);
    assert_null(strstr(text, "key id=\"id\""));
    ent_i_free(text);
}

static void test_json_keys(void **state)
{
    (void)state;
    static const struct {
        char option[20];
        bool links, edges;
    } cases[] = {{"edges-key=links", true, false},
                 {"edges-key=edges", false, true},
                 {"edges-key=both", true, true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char option[20];
        strcpy(option, cases[i].option);
        char *text = written(ent_i_exporter_json(ENT_EXPORTER_ABI), "Anna",
                             "Bo", option);
        assert_int_equal(strstr(text, "\"links\":[") != NULL, cases[i].links);
        assert_int_equal(strstr(text, "\"edges\":[") != NULL, cases[i].edges);
        /* Whatever the name, the evidence is written once. */
        const char *evidence = strstr(text, "\"evidence\":");
        assert_non_null(evidence);
        assert_null(strstr(evidence + 1, "\"evidence\":"));
        ent_i_free(text);
    }
}

static void test_colours_and_sizes(void **state)
{
    (void)state;
    char *text =
        written(ent_i_exporter_gexf(ENT_EXPORTER_ABI), "Anna", NULL, NULL);
    /* Alone, one is the strongest; without strength there is no division. */
    assert_non_null(strstr(text, "<viz:size value=\"50\"/>"));
    assert_non_null(strstr(text, "    <edges>\n    </edges>\n"));
    ent_i_free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_xml_is_escaped),
        cmocka_unit_test(test_what_any_text_may_hold),
        cmocka_unit_test(test_utf8_lengths),
        cmocka_unit_test(test_reals_are_short_and_exact),
        cmocka_unit_test(test_reals_are_those_of_printf),
        cmocka_unit_test(test_writer_passes_everything_on),
        cmocka_unit_test(test_csv_cells),
        cmocka_unit_test(test_csv_tables),
        cmocka_unit_test(test_csv_options),
        cmocka_unit_test(test_gexf_versions),
        cmocka_unit_test(test_graphml_is_typed),
        cmocka_unit_test(test_json_keys),
        cmocka_unit_test(test_colours_and_sizes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
