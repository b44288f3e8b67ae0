/* What exporters see of a network, their options, and how they are chosen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <jansson.h>

#include "core/memory.h"
#include "entente/entente.h"
#include "export/export.h"
#include "plugins/made_network.h"

typedef struct memory_sink {
    ent_i_string text;
    size_t fail_after; /* bytes; 0: never */
    int calls_after_failure;
} memory_sink;

static int to_memory(void *ctx, const void *bytes, size_t n)
{
    memory_sink *m = ctx;
    if (m->fail_after && m->text.n + n > m->fail_after) {
        m->calls_after_failure++;
        return 1;
    }
    return !ent_i_string_add(&m->text, bytes, n);
}

static made_network made;

static ent_exporters *built_in(void)
{
    ent_exporters *x;
    assert_int_equal(ent_exporters_new(&x, false, NULL, NULL), ENT_OK);
    return x;
}

/* The network by the exporter of that path; the caller frees. */
static char *export(const char *path, const char *const *options)
{
    ent_exporters *x = built_in();
    memory_sink m = {0};
    const ent_sink sink = {to_memory, &m};
    ent_error error = {.message = ""};
    ent_status status =
        ent_export(x, NULL, path, options, make_network(&made), &sink, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, ENT_OK);
    ent_exporters_free(x);
    return m.text.items;
}

static json_t *export_json(void)
{
    char *text = export("net.json", NULL);
    json_error_t error;
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    if (!root)
        fail_msg("%s in %s", error.text, text);
    ent_i_free(text);
    return root;
}

static void assert_text(json_t *object, const char *name, const char *expected)
{
    const char *found = json_string_value(json_object_get(object, name));
    assert_non_null(found);
    assert_string_equal(found, expected);
}

static void test_graph_attributes(void **state)
{
    (void)state;
    json_t *root = export_json(), *graph = json_object_get(root, "graph");
    assert_text(graph, "program", "entente");
    assert_text(graph, "version", ent_version());
    json_t *options = json_object_get(graph, "options");
    assert_int_equal(json_object_size(options), 2);
    assert_text(options, "ego", "a=b");
    assert_int_equal(json_array_size(json_object_get(graph, "warnings")), 1);
    json_t *counts = json_object_get(graph, "counts");
    assert_int_equal(json_integer_value(json_object_get(counts, "ties")), 2);
    assert_null(json_object_get(counts, "modularity")); /* NaN: not measured */
    assert_null(json_object_get(graph, "first"));
    json_decref(root);
}

static void test_node_attributes(void **state)
{
    (void)state;
    json_t *root = export_json();
    json_t *nodes = json_object_get(root, "nodes");
    assert_int_equal(json_array_size(nodes), 3);
    json_t *node = json_array_get(nodes, 2);
    assert_text(node, "id", "cy");
    assert_text(node, "label", "Cy <\"'&>");
    assert_text(node, "type", "person");
    assert_text(node, "first", "2014-03-29");
    assert_int_equal(json_array_size(json_object_get(node, "aliases")), 2);
    assert_int_equal(json_integer_value(json_object_get(node, "degree")), 1);
    assert_true(json_real_value(json_object_get(node, "strength")) == 2.5);
    assert_true(json_is_false(json_object_get(node, "curated")));
    static const char *const unknown[] = {"last", "betweenness", "closeness",
                                          "community"};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        assert_null(json_object_get(node, unknown[i]));
    json_decref(root);
}

static void test_ties_and_evidence(void **state)
{
    (void)state;
    json_t *root = export_json();
    json_t *ties = json_object_get(root, "links");
    assert_int_equal(json_array_size(ties), 2);
    json_t *tie = json_array_get(ties, 0);
    assert_text(tie, "source", "ann");
    assert_text(tie, "target", "bo");
    assert_text(tie, "last", "2014-03-30");
    json_t *met = json_object_get(tie, "encounters");
    assert_int_equal(json_integer_value(json_object_get(met, "meet")), 1);
    assert_int_equal(json_integer_value(json_object_get(met, "joint")), 2);
    json_t *evidence = json_object_get(tie, "evidence");
    assert_int_equal(json_array_size(evidence), 2);
    json_t *named = json_array_get(evidence, 0);
    assert_text(named, "article", "a1");
    assert_text(named, "sentence", "Ann met Bo.");
    assert_text(named, "field", "text");
    assert_int_equal(json_integer_value(json_object_get(named, "start")), 4);
    assert_null(json_object_get(named, "kind"));
    assert_null(json_object_get(named, "date"));
    json_t *stated = json_array_get(evidence, 1);
    assert_text(stated, "kind", "meet");
    assert_text(stated, "status", "planned");
    assert_text(stated, "when", "2014-03-30");
    assert_text(stated, "where", "Paris");
    assert_true(json_real_value(json_object_get(stated, "share")) == 0.25);
    json_decref(root);
}

static void test_part_follows_the_name(void **state)
{
    (void)state;
    static const char *const edges[] = {"part=edges", NULL};
    const struct {
        const char *path;
        const char *const *options;
        const char *begins;
    } cases[] = {{"net.csv", NULL, "Source,"},
                 {"a/net-nodes.csv", NULL, "Id,"},
                 {"nodes.CSV", NULL, "Id,"},
                 {"nodes/edges.csv", NULL, "Source,"},
                 {"nodes.csv", edges, "Source,"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *text = export(cases[i].path, cases[i].options);
        assert_memory_equal(text, cases[i].begins, strlen(cases[i].begins));
        ent_i_free(text);
    }
}

static void assert_refused(const char *name, const char *path,
                           const char *option, ent_status expected,
                           const char *message)
{
    ent_exporters *x = built_in();
    const char *const options[] = {option, NULL};
    ent_error error;
    assert_int_equal(ent_exporters_find(x, name, path, option ? options : NULL,
                                        NULL, &error),
                     expected);
    if (!strstr(error.message, message))
        fail_msg("no '%s' in: %s", message, error.message);
    ent_exporters_free(x);
}

static void test_refusals_say_what_there_is(void **state)
{
    (void)state;
    assert_refused(NULL, "net.xyz", NULL, ENT_ERR_NOT_FOUND, "net.xyz");
    assert_refused(NULL, "json", NULL, ENT_ERR_NOT_FOUND, "graphml");
    assert_refused(NULL, NULL, NULL, ENT_ERR_NOT_FOUND, "json, graphml");
    assert_refused("xml", "a.json", NULL, ENT_ERR_NOT_FOUND, "'xml'");
    assert_refused("json", NULL, "colour=1", ENT_ERR_ARGUMENT,
                   "edges-key, evidence");
    assert_refused("json", NULL, "evidence", ENT_ERR_ARGUMENT, "NAME=VALUE");
    assert_refused("json", NULL, "evidence=x", ENT_ERR_ARGUMENT,
                   "a whole number of at least -1, found 'x'");
    assert_refused("json", NULL, "evidence=-2", ENT_ERR_ARGUMENT,
                   "a whole number of at least -1, found '-2'");
    assert_refused("json", NULL, "edges-key=link", ENT_ERR_ARGUMENT,
                   "links|edges|both");
    assert_refused("csv", NULL, "guard=maybe", ENT_ERR_ARGUMENT,
                   "true or false");
    assert_refused("graphml", NULL, "x=1", ENT_ERR_ARGUMENT, "none");
}

static void test_option_values(void **state)
{
    (void)state;
    const struct {
        ent_exporter_option option;
        const char *text;
        bool fits;
    } cases[] = {
        {{.name = "n", .type = ENT_INTEGER}, "-12", true},
        {{.name = "n", .type = ENT_INTEGER}, "1.5", false},
        {{.name = "n", .type = ENT_INTEGER}, "", false},
        {{.name = "n", .type = ENT_INTEGER}, "99999999999999999999", false},
        {{.name = "n", .type = ENT_INTEGER, .least = "-1"}, "-1", true},
        {{.name = "n", .type = ENT_INTEGER, .least = "-1"}, "-2", false},
        {{.name = "n", .type = ENT_INTEGER, .least = "-1"}, "+7", true},
        {{.name = "n", .type = ENT_INTEGER, .most = "9"}, "10", false},
        {{.name = "r", .type = ENT_REAL}, ".5e-3", true},
        {{.name = "r", .type = ENT_REAL}, "0,5", false},
        {{.name = "r", .type = ENT_REAL}, ".", false},
        {{.name = "r", .type = ENT_REAL}, "nan", false},
        {{.name = "r", .type = ENT_REAL, .least = "10"}, "9.99", false},
        {{.name = "r", .type = ENT_REAL, .least = "10"}, "10.0", true},
        {{.name = "r", .type = ENT_REAL, .least = ".1"}, "1e-1", true},
        {{.name = "r", .type = ENT_REAL, .least = ".1"}, "9.9e-2", false},
        {{.name = "r", .type = ENT_REAL, .most = "1200"}, "1.2e3", true},
        {{.name = "r", .type = ENT_REAL, .most = "1200"}, "1200.5", false},
        {{.name = "r", .type = ENT_REAL, .most = "1200"}, "1e999", false},
        {{.name = "r", .type = ENT_REAL, .least = "10"}, "1e-999", false},
        {{.name = "b", .type = ENT_BOOLEAN}, "off", true},
        {{.name = "b", .type = ENT_BOOLEAN}, "2", false},
        {{.name = "c", .type = ENT_STRING, .choices = "a|bc"}, "bc", true},
        {{.name = "c", .type = ENT_STRING, .choices = "a|bc"}, "b", false},
        {{.name = "c", .type = ENT_STRING, .choices = "a|bc"}, "a|bc", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(ent_i_option_fits(&cases[i].option, cases[i].text),
                         cases[i].fits);
}

static void test_full_sink(void **state)
{
    (void)state;
    static const char *const names[] = {"json", "graphml", "gexf", "csv"};
    ent_exporters *x = built_in();
    for (size_t i = 0; i < 4; i++)
        for (size_t room = 1; room < 200; room += 99) {
            memory_sink m = {.fail_after = room};
            const ent_sink sink = {to_memory, &m};
            ent_error error;
            assert_int_equal(ent_export(x, names[i], NULL, NULL,
                                        make_network(&made), &sink, &error),
                             ENT_ERR_IO);
            assert_int_equal(m.calls_after_failure, 1);
            ent_i_vec_free(&m.text);
        }
    ent_exporters_free(x);
}

static int yes(void *ctx)
{
    ++*(int *)ctx;
    return 1;
}

static void test_cancelling(void **state)
{
    (void)state;
    static const char *const names[] = {"json", "graphml", "gexf", "csv"};
    ent_exporters *x = built_in();
    int asked = 0;
    ent_export_events events = ENT_EXPORT_EVENTS_INIT;
    events.cancelled = yes;
    events.ctx = &asked;
    ent_exporters_listen(x, &events);
    for (size_t i = 0; i < 4; i++) {
        memory_sink m = {0};
        const ent_sink sink = {to_memory, &m};
        assert_int_equal(ent_export(x, names[i], NULL, NULL,
                                    make_network(&made), &sink, NULL),
                         ENT_ERR_CANCELLED);
        ent_i_vec_free(&m.text);
    }
    assert_true(asked >= 4);
    ent_exporters_free(x);
}

static int drop(void *ctx, const void *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)ctx += n;
    return 0;
}

static void test_allocation_failures(void **state)
{
    (void)state;
    const ent_network *network = make_network(&made);
    for (long n = 1;; n++) {
        ent_exporters *x = NULL;
        size_t written = 0;
        const ent_sink sink = {drop, &written};
        ent_error error;
        ent_i_memory_fail_from(n);
        ent_status status = ent_exporters_new(&x, true, "/nowhere", &error);
        if (status == ENT_OK)
            status =
                ent_export(x, NULL, "nodes.csv", NULL, network, &sink, &error);
        if (status == ENT_OK)
            status = ent_export(x, "json", NULL, NULL, network, &sink, &error);
        ent_i_memory_fail_from(0);
        ent_exporters_free(x);
        if (status == ENT_OK)
            break;
        assert_int_equal(status, ENT_ERR_MEMORY);
    }
}

static void test_view_ranges(void **state)
{
    (void)state;
    const ent_host *host = ent_i_host();
    ent_view view = {.network = make_network(&made)};
    ent_value value;
    size_t a, b;
    assert_int_equal(ent_i_view_prepare(&view, NULL), ENT_OK);
    assert_int_equal(host->value(&view, ENT_NODE, 3, 0, &value), -1);
    assert_int_equal(host->value(&view, ENT_NODE, 0, 999, &value), -1);
    assert_int_equal(host->value(&view, ENT_GRAPH, 1, 0, &value), -1);
    assert_int_equal(host->value(&view, (ent_scope)7, 0, 0, &value), -1);
    assert_int_equal(host->tie_ends(&view, 2, &a, &b), -1);
    assert_null(host->attribute(&view, ENT_TIE, 999));
    assert_int_equal(host->attribute_find(&view, ENT_TIE, "nothing"), -1);
    assert_int_equal(host->proof_count(&view, 9), 0);
    assert_null(host->proof(&view, 0, 2));
    const ent_proof *proof = host->proof(&view, 0, 1);
    assert_true(proof->confidence == 0.5);
    assert_string_equal(proof->form, "interview");
    assert_int_equal(proof->weak, ENT_WEAK_PUBLIC);
    assert_true(host->proof(&view, 0, 0)->confidence == 1.0);
    double x, y;
    assert_int_equal(host->position(&view, 0, &x, &y), -1);
    assert_true(host->diameter(&view, 3) <= 0);
    for (int scope = ENT_GRAPH; scope <= ENT_TIE; scope++)
        for (size_t i = 0; i < host->attribute_count(&view, scope); i++) {
            const ent_attribute *attribute = host->attribute(&view, scope, i);
            assert_int_equal(
                host->attribute_find(&view, scope, attribute->name), i);
            assert_true(*attribute->help != '\0');
        }
    ent_i_view_free(&view);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_graph_attributes),
        cmocka_unit_test(test_node_attributes),
        cmocka_unit_test(test_ties_and_evidence),
        cmocka_unit_test(test_part_follows_the_name),
        cmocka_unit_test(test_refusals_say_what_there_is),
        cmocka_unit_test(test_option_values),
        cmocka_unit_test(test_full_sink),
        cmocka_unit_test(test_cancelling),
        cmocka_unit_test(test_allocation_failures),
        cmocka_unit_test(test_view_ranges)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
