#include "unit/hand_corpus.h"

#include <jansson.h>

#include "report/json.h"
#include "report/page.h"

/* ---- a network with awkward names, and a place to write to ---- */

typedef struct written {
    ent_i_string text;
    size_t room; /* bytes until the sink fails */
} written;

static int take(void *ctx, const void *bytes, size_t n)
{
    written *to = ctx;
    if (n > to->room)
        return 1;
    to->room -= n;
    return !ent_i_string_add(&to->text, bytes, n);
}

typedef struct world {
    ent_corpus corpus;
    ent_network *network;
    written out;
    ent_sink sink;
} world;

/* a and b meet (once held, once planned); b and c are named together. */
static void open_world(world *w)
{
    *w = (world){.out = {.room = SIZE_MAX}};
    w->sink = (ent_sink){take, &w->out};
    hand_actors(&w->corpus, "abc");
    w->corpus.actors.items[0].label = "Ann <b>|\"quoted\"*";
    w->corpus.actors.items[1].label = "Bjørn 王小明";
    w->corpus.actors.items[2].label = "Céline, d\n'Arc";
    ent_article *article = hand_article(&w->corpus, "2014-03-05", "Talks",
                                        "a saw\n b. a will see b. b and c.");
    hand_encounter(article, ENT_MEET, ENT_HELD, 0, 0, 1);
    hand_encounter(article, ENT_MEET, ENT_PLANNED, 1, 2, 3);
    article->encounters.items[0].where = "Paris";
    assert_true(
        ent_date_parse("2014-03-04", &article->encounters.items[0].when));
    assert_int_equal(ent_network_build(&w->network, &w->corpus, NULL, NULL),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(w->network, NULL, NULL), ENT_OK);
}

static void close_world(world *w)
{
    ent_network_free(w->network);
    ent_i_vec_free(&w->out.text);
    hand_free(&w->corpus);
}

static const char *report(world *w, ent_report_format format, uint32_t rows)
{
    ent_report_options options = ENT_REPORT_OPTIONS_INIT;
    options.format = format;
    options.rows = rows;
    w->out.text.n = 0;
    assert_int_equal(ent_report_write(w->network, &options, &w->sink, NULL),
                     ENT_OK);
    return w->out.text.items;
}

static const char *explain(world *w, ent_report_format format, uint32_t a,
                           uint32_t b)
{
    ent_report_options options = ENT_REPORT_OPTIONS_INIT;
    options.format = format;
    options.rows = 0;
    w->out.text.n = 0;
    assert_int_equal(
        ent_report_explain(w->network, a, b, &options, &w->sink, NULL), ENT_OK);
    return w->out.text.items;
}

static uint32_t node(const world *w, const char *id)
{
    for (uint32_t i = 0; i < ent_network_node_count(w->network); i++)
        if (strcmp(ent_network_node(w->network, i)->id, id) == 0)
            return i;
    fail();
    return 0;
}

#define assert_has(text, part) assert_non_null(strstr(text, part))
#define assert_lacks(text, part) assert_null(strstr(text, part))

/* ---- reports ---- */

static void test_terminal(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    const char *text = report(&w, ENT_REPORT_TERMINAL, 20);
    assert_has(text, "Ann <b>|\"quoted\"*");
    assert_has(text, "Bjørn 王小明");
    assert_has(text, "Céline, d 'Arc");
    assert_has(text, "met 1, to meet 1");
    assert_has(text, "named only");
    assert_lacks(text, "\033");
    assert_lacks(text, "nan");
    close_world(&w);
}

/* A line of ASCII alone has as many columns as bytes. */
static void test_terminal_is_narrow(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    w.corpus.actors.items[0].label =
        "A name that goes on and on and on and on and on and on and on and on";
    ent_network_free(w.network);
    assert_int_equal(ent_network_build(&w.network, &w.corpus, NULL, NULL),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(w.network, NULL, NULL), ENT_OK);
    const char *text = report(&w, ENT_REPORT_TERMINAL, 20);
    assert_has(text, "…");
    for (const char *line = text; *line;) {
        size_t size = strcspn(line, "\n");
        size_t more = 0;
        for (size_t i = 0; i < size; i++)
            more += ((unsigned char)line[i] & 0xC0) == 0x80;
        assert_true(size - more <= 80);
        line += size + (line[size] == '\n');
    }
    close_world(&w);
}

static void test_rows_are_limited(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    assert_has(report(&w, ENT_REPORT_TERMINAL, 1), "(1 of 3)");
    assert_lacks(report(&w, ENT_REPORT_TERMINAL, 3), " of 3)");
    assert_lacks(report(&w, ENT_REPORT_TERMINAL, 0), " of 3)");
    close_world(&w);
}

static void test_markdown_is_escaped(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    const char *text = report(&w, ENT_REPORT_MARKDOWN, 20);
    assert_has(text, "| Ann &lt;b\\>\\|\"quoted\"\\* |");
    assert_has(text, "| Céline, d 'Arc |");
    close_world(&w);
}

static void test_html_is_escaped(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    const char *text = report(&w, ENT_REPORT_HTML, 20);
    assert_has(text, "Ann &lt;b&gt;|&quot;quoted&quot;*");
    assert_lacks(text, "<b>");
    assert_lacks(text, "href");
    assert_has(text, "</html>\n");
    close_world(&w);
}

static void test_csv_is_one_table(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    const char *text = report(&w, ENT_REPORT_CSV, 0);
    size_t lines = 0;
    for (const char *at = text; (at = strchr(at, '\n')); at++) {
        assert_int_equal(at[-1], '\r');
        lines++;
    }
    assert_int_equal(lines, 4);
    assert_memory_equal(text, "rank,id,label,type,", 19);
    assert_has(text, "\"Ann <b>|\"\"quoted\"\"*\"");
    assert_has(text, "\"Céline, d 'Arc\"");
    close_world(&w);
}

static void test_json_says_the_same(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    json_error_t where;
    json_t *root = json_loads(report(&w, ENT_REPORT_JSON, 0), 0, &where);
    assert_non_null(root);
    json_t *nodes = json_object_get(root, "nodes");
    json_t *ties = json_object_get(root, "ties");
    assert_int_equal(json_array_size(nodes), 3);
    assert_int_equal(json_array_size(ties), 2);
    json_t *first = json_array_get(nodes, 0);
    assert_string_equal(json_string_value(json_object_get(first, "id")), "b");
    assert_near(json_number_value(json_object_get(first, "strength")), 3, 0);
    json_t *tie = json_array_get(ties, 0);
    assert_int_equal(json_integer_value(json_object_get(tie, "meet")), 2);
    assert_int_equal(json_integer_value(json_object_get(tie, "count")), 2);
    json_t *summary = json_object_get(root, "summary");
    assert_int_equal(json_integer_value(json_object_get(summary, "ties")), 2);
    assert_true(json_array_size(json_object_get(root, "communities")) > 0);
    json_decref(root);
    close_world(&w);
}

static void test_empty_network(void **state)
{
    world w;
    (void)state;
    w = (world){.out = {.room = SIZE_MAX}};
    w.sink = (ent_sink){take, &w.out};
    assert_int_equal(ent_network_build(&w.network, &w.corpus, NULL, NULL),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(w.network, NULL, NULL), ENT_OK);
    for (int format = 0; format <= ENT_REPORT_JSON; format++)
        assert_non_null(report(&w, (ent_report_format)format, 20));
    json_t *root = json_loads(report(&w, ENT_REPORT_JSON, 0), 0, NULL);
    assert_non_null(root);
    json_decref(root);
    close_world(&w);
}

/* ---- evidence ---- */

static void test_explain_tells_met_from_named(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    const char *text =
        explain(&w, ENT_REPORT_TERMINAL, node(&w, "a"), node(&w, "b"));
    assert_has(text, "met, 2014-03-04, Paris");
    assert_has(text, "to meet");
    assert_has(text, "2014-03-05");
    assert_has(text, "a saw b.");
    assert_has(text, "50\u00a0% of the tie");
    assert_lacks(text, "named together ·");
    text = explain(&w, ENT_REPORT_TERMINAL, node(&w, "c"), ENT_NONE);
    assert_has(text, "named only");
    assert_lacks(text, "Paris");
    close_world(&w);
}

/* To the byte: facts of the tie, then its evidence as a numbered list. */
static void test_explain_whole(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    assert_string_equal(
        explain(&w, ENT_REPORT_TERMINAL, node(&w, "b"), node(&w, "c")),
        "Evidence\n"
        "\n"
        "Bjørn 王小明 – Céline, d 'Arc\n"
        "Weight          1\n"
        "Named together  1\n"
        "Articles        1\n"
        "Contact         named only\n"
        "First day       2014-03-05\n"
        "Last day        2014-03-05\n"
        "  1. 2014-03-05 · named together · Talks · n0 · "
        "100\u00a0% of the tie\n"
        "     b and c.\n");
    assert_string_equal(
        explain(&w, ENT_REPORT_CSV, node(&w, "b"), ENT_NONE),
        "source,target,date,title,article,article_source,url,kind,status,"
        "when,where,copies,copy_articles,share,field,start,end,sentence\r\n"
        "Bjørn 王小明,\"Ann <b>|\"\"quoted\"\"*\",2014-03-05,Talks,n0,,,meet,"
        "held,2014-03-04,Paris,0,,0.5,text,0,9,a saw b.\r\n"
        "Bjørn 王小明,\"Ann <b>|\"\"quoted\"\"*\",2014-03-05,Talks,n0,,,meet,"
        "planned,,,0,,0.5,text,10,23,a will see b.\r\n"
        "Bjørn 王小明,\"Céline, d 'Arc\",2014-03-05,Talks,n0,,,,,,,0,,1,text,"
        "24,32,b and c.\r\n");
    close_world(&w);
}

static void test_explain_as_data(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    json_t *root = json_loads(
        explain(&w, ENT_REPORT_JSON, node(&w, "b"), ENT_NONE), 0, NULL);
    json_t *evidence = json_object_get(root, "evidence");
    assert_int_equal(json_array_size(evidence), 3);
    json_t *first = json_array_get(evidence, 0);
    assert_string_equal(json_string_value(json_object_get(first, "kind")),
                        "meet");
    assert_string_equal(json_string_value(json_object_get(first, "status")),
                        "held");
    assert_string_equal(json_string_value(json_object_get(first, "where")),
                        "Paris");
    assert_string_equal(json_string_value(json_object_get(first, "sentence")),
                        "a saw b.");
    json_decref(root);
    assert_has(explain(&w, ENT_REPORT_CSV, node(&w, "b"), node(&w, "c")),
               "source,target,date,title,article,article_source,url,kind");
    close_world(&w);
}

static void test_explain_without_a_tie(void **state)
{
    world w;
    ent_error error = {0};
    (void)state;
    open_world(&w);
    assert_int_equal(ent_report_explain(w.network, node(&w, "a"), node(&w, "c"),
                                        NULL, &w.sink, &error),
                     ENT_ERR_NOT_FOUND);
    assert_has(error.message, "no tie between");
    assert_int_equal(
        ent_report_explain(w.network, 99, ENT_NONE, NULL, &w.sink, &error),
        ENT_ERR_ARGUMENT);
    close_world(&w);
}

static void test_a_format_that_nobody_knows(void **state)
{
    world w;
    ent_error error = {0};
    ent_report_options options = ENT_REPORT_OPTIONS_INIT;
    (void)state;
    open_world(&w);
    options.format = (ent_report_format)(ENT_REPORT_JSON + 1);
    assert_int_equal(ent_report_write(w.network, &options, &w.sink, &error),
                     ENT_ERR_ARGUMENT);
    assert_has(error.message, "found 5");
    assert_int_equal(
        ent_report_explain(w.network, 0, ENT_NONE, &options, &w.sink, &error),
        ENT_ERR_ARGUMENT);
    assert_int_equal(w.out.text.n, 0);
    close_world(&w);
}

static void test_near_copies_are_named(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    ent_network_free(w.network);
    hand_article(&w.corpus, "2014-03-06", "", "a saw b.");
    w.corpus.copy_of.items[1] = 0;
    w.corpus.copies.items[0] = 1;
    assert_int_equal(ent_network_build(&w.network, &w.corpus, NULL, NULL),
                     ENT_OK);
    assert_has(explain(&w, ENT_REPORT_TERMINAL, node(&w, "a"), node(&w, "b")),
               "also in n1");
    assert_has(explain(&w, ENT_REPORT_JSON, node(&w, "a"), node(&w, "b")),
               "\"copies\":1,\"copy_articles\":[\"n1\"]");
    close_world(&w);
}

static void test_curated_names_are_marked(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    w.corpus.actors.items[0].curated = true;
    assert_int_equal(
        ent_corpus_write_mentions(&w.corpus, 0, ~0u, &w.sink, NULL), ENT_OK);
    assert_has(w.out.text.items, "\"actor\":\"a\",\"curated\":true");
    assert_lacks(w.out.text.items, "\"actor\":\"b\",\"curated\"");
    close_world(&w);
}

/* ---- JSON lines ---- */

static void test_article_line(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    ent_article *article = w.corpus.articles.items[0];
    article->source = "The \"Post\"";
    article->text = "Zoë\n😀";
    assert_int_equal(ent_article_write_json(article, &w.sink, NULL), ENT_OK);
    assert_string_equal(
        w.out.text.items,
        "{\"id\":\"n0\",\"title\":\"Talks\",\"date\":\"2014-03-05\","
        "\"source\":\"The \\\"Post\\\"\",\"url\":null,\"language\":null,"
        "\"warnings\":[\"short\"],"
        "\"text\":\"Zoë\\n😀\"}\n");
    close_world(&w);
}

static const char person_mention[] =
    "{\"start\":%d,\"end\":%d,\"text\":\"%c\",\"type\":\"person\","
    "\"sentence\":%d,\"actor\":\"%c\",\"confidence\":1.0}";

static void test_mentions_line(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    ent_article *article = w.corpus.articles.items[0];
    article->encounters.n = 1;
    article->encounters.items[0].when_text = "on Tuesday";
    article->encounters.items[0].when_first =
        article->encounters.items[0].when_last =
            article->encounters.items[0].when;
    article->encounters.items[0].when_from = ENT_WHEN_WEEKDAY;
    article->encounters.items[0].field = ENT_FIELD_TEXT;
    article->mentions.n = 3;
    article->mentions.items[2].role = ENT_ROLE_CREDIT;
    article->mentions.items[2].type = ENT_ORG;
    assert_int_equal(ent_corpus_write_mentions(&w.corpus, 0, 1u << ENT_PERSON,
                                               &w.sink, NULL),
                     ENT_OK);
    assert_int_equal(
        ent_corpus_write_mentions(&w.corpus, 9, ~0u, &w.sink, NULL),
        ENT_ERR_ARGUMENT);
    char a[200];
    char b[200];
    char expected[1000];
    snprintf(a, sizeof a, person_mention, 0, 1, 'a', 0, 'a');
    snprintf(b, sizeof b, person_mention, 7, 8, 'b', 0, 'b');
    snprintf(expected, sizeof expected,
             "{\"id\":\"n0\",\"title\":\"Talks\",\"date\":\"2014-03-05\","
             "\"mentions\":[%s,%s],\"encounters\":[{\"kind\":\"meet\","
             "\"status\":\"held\",\"participants\":[\"a\",\"b\"],"
             "\"actors\":[\"a\",\"b\"],\"start\":0,\"end\":0,"
             "\"when\":\"2014-03-04\",\"when_text\":\"on Tuesday\","
             "\"when_from\":\"weekday\",\"when_first\":\"2014-03-04\","
             "\"when_last\":\"2014-03-04\",\"when_precision\":\"day\","
             "\"where\":\"Paris\",\"confidence\":0.0}]}\n",
             a, b);
    assert_string_equal(w.out.text.items, expected);
    w.out.text.n = 0;
    assert_int_equal(
        ent_article_write_mentions(article, 1u << ENT_ORG, &w.sink, NULL),
        ENT_OK);
    assert_has(w.out.text.items, "\"type\":\"org\"");
    assert_has(w.out.text.items, "\"role\":\"credit\"");
    assert_has(w.out.text.items, "#0:");
    close_world(&w);
}

static void test_unresolved_mentions_have_no_actor(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    ent_article *article = w.corpus.articles.items[0];
    for (size_t i = 0; i < article->mentions.n; i++)
        article->mentions.items[i].cluster = ENT_NONE;
    article->mentions.items[0].field = ENT_FIELD_TITLE;
    article->encounters.n = 0;
    assert_int_equal(ent_article_write_mentions(article, ~0u, &w.sink, NULL),
                     ENT_OK);
    assert_lacks(w.out.text.items, "\"actor\"");
    assert_has(w.out.text.items, "\"text\":\"T\"");
    assert_has(w.out.text.items, "\"field\":\"title\"");
    close_world(&w);
}

/* ---- failures ---- */

static void test_failing_sink(void **state)
{
    world w;
    ent_error error = {0};
    (void)state;
    open_world(&w);
    for (int format = 0; format <= ENT_REPORT_JSON; format++) {
        ent_report_options options = ENT_REPORT_OPTIONS_INIT;
        options.format = (ent_report_format)format;
        w.out.room = 10;
        assert_int_equal(ent_report_write(w.network, &options, &w.sink, &error),
                         ENT_ERR_IO);
    }
    w.out.room = 10;
    assert_int_equal(
        ent_article_write_json(w.corpus.articles.items[0], &w.sink, &error),
        ENT_ERR_IO);
    close_world(&w);
}

/* Every allocation in turn: no crash, no leak, and in the end success. */
static void test_want_of_memory(void **state)
{
    world w;
    (void)state;
    open_world(&w);
    assert_true(ent_i_vec_reserve(&w.out.text, 1 << 16));
    for (int format = 0; format <= ENT_REPORT_JSON; format++) {
        ent_report_options options = ENT_REPORT_OPTIONS_INIT;
        options.format = (ent_report_format)format;
        ent_status status = ENT_ERR_MEMORY;
        for (long n = 1; status == ENT_ERR_MEMORY && n < 10000; n++) {
            w.out.text.n = 0;
            ent_i_memory_fail_from(n);
            status = ent_report_write(w.network, &options, &w.sink, NULL);
            if (!status)
                status = ent_report_explain(w.network, 0, ENT_NONE, &options,
                                            &w.sink, NULL);
            ent_i_memory_fail_from(0);
        }
        assert_int_equal(status, ENT_OK);
    }
    close_world(&w);
}

static void test_numbers(void **state)
{
    char out[40];
    (void)state;
    assert_string_equal(ent_i_cell_real(0.12345, 3, true, out), "0.123");
    assert_string_equal(ent_i_cell_real(2, 2, true, out), "2.00");
    assert_string_equal(ent_i_cell_real(2.5, 9, false, out), "2.5");
    assert_string_equal(ent_i_cell_real(10, 9, false, out), "10");
    assert_string_equal(ent_i_cell_real(-0.0001, 2, true, out), "0.00");
    assert_string_equal(ent_i_cell_real(-1.25, 2, true, out), "-1.25");
    assert_string_equal(ent_i_cell_real(1e12, 2, true, out), "1000000000000");
}

/* JSON's writer shows the sign of a zero, which no measure has. */
static void test_no_minus_zero_in_json(void **state)
{
    (void)state;
    json_t *object = json_object();
    assert_true(ent_i_json_real(object, "npmi", -0.0));
    char *text = json_dumps(object, JSON_COMPACT);
    assert_string_equal(text, "{\"npmi\":0.0}");
    free(text);
    json_decref(object);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_terminal),
        cmocka_unit_test(test_terminal_is_narrow),
        cmocka_unit_test(test_rows_are_limited),
        cmocka_unit_test(test_markdown_is_escaped),
        cmocka_unit_test(test_html_is_escaped),
        cmocka_unit_test(test_csv_is_one_table),
        cmocka_unit_test(test_json_says_the_same),
        cmocka_unit_test(test_empty_network),
        cmocka_unit_test(test_explain_tells_met_from_named),
        cmocka_unit_test(test_explain_whole),
        cmocka_unit_test(test_explain_as_data),
        cmocka_unit_test(test_explain_without_a_tie),
        cmocka_unit_test(test_a_format_that_nobody_knows),
        cmocka_unit_test(test_near_copies_are_named),
        cmocka_unit_test(test_curated_names_are_marked),
        cmocka_unit_test(test_article_line),
        cmocka_unit_test(test_mentions_line),
        cmocka_unit_test(test_unresolved_mentions_have_no_actor),
        cmocka_unit_test(test_failing_sink),
        cmocka_unit_test(test_want_of_memory),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_no_minus_zero_in_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
