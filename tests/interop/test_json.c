/* JSON of hosts that are not ours: names of members, groups, numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "builtin.h"
#include "core/memory.h"
#include "core/vec.h"

/* A host of one tie between two nodes. The tie's counts of contacts, which
 * stand in an object of their own, don't follow one another; -1: no value. */
static const ent_attribute of_ties[] = {
    {"weight", "", ENT_INTEGER},
    {"meet", "", ENT_INTEGER},
    {"said \"so\"\n\xC2\x85", "", ENT_INTEGER},
    {"joint", "", ENT_INTEGER},
    {"last", "", ENT_INTEGER}};
enum { TIE_COUNT = sizeof of_ties / sizeof *of_ties };
static const ent_attribute of_nodes[] = {{"id", "", ENT_STRING},
                                         {"height", "", ENT_REAL}};
enum { NODE_COUNT = sizeof of_nodes / sizeof *of_nodes };

typedef struct values {
    int64_t tie[TIE_COUNT];
    double height;
} values;

static const values *shown(const ent_view *view) { return (const void *)view; }

static size_t count_nodes(const ent_view *view)
{
    (void)view;
    return 2;
}

static size_t count_ties(const ent_view *view)
{
    (void)view;
    return 1;
}

static size_t count_none(const ent_view *view)
{
    (void)view;
    return 0;
}

static int ends(const ent_view *view, size_t tie, size_t *source,
                size_t *target)
{
    (void)view;
    *source = tie;
    *target = tie + 1;
    return 0;
}

static size_t count_attributes(const ent_view *view, ent_scope scope)
{
    (void)view;
    return scope == ENT_TIE ? TIE_COUNT : scope == ENT_NODE ? NODE_COUNT : 0;
}

static const ent_attribute *attribute(const ent_view *view, ent_scope scope,
                                      size_t i)
{
    if (i >= count_attributes(view, scope))
        return NULL;
    return scope == ENT_TIE ? &of_ties[i] : &of_nodes[i];
}

static int find_attribute(const ent_view *view, ent_scope scope,
                          const char *name)
{
    for (size_t i = 0; i < count_attributes(view, scope); i++)
        if (strcmp(attribute(view, scope, i)->name, name) == 0)
            return (int)i;
    return -1;
}

static int value(const ent_view *view, ent_scope scope, size_t item, size_t i,
                 ent_value *out)
{
    if (scope == ENT_TIE) {
        out->integer = shown(view)->tie[i];
        return out->integer >= 0;
    }
    out->string = item ? "b" : "a";
    out->real = shown(view)->height;
    return 1;
}

static size_t count_proofs(const ent_view *view, size_t tie)
{
    (void)view;
    return tie;
}

static const char *option(const ent_view *view, const char *name)
{
    (void)view;
    return strcmp(name, "edges-key") == 0 ? "links" : "0";
}

static void set_error(const ent_view *view, const char *message)
{
    (void)view;
    fail_msg("%s", message);
}

static int never(const ent_view *view)
{
    (void)view;
    return 0;
}

static int take(void *ctx, const void *bytes, size_t n)
{
    return !ent_i_string_add(ctx, bytes, n);
}

/* What is written, which must be JSON without a member named twice. */
static json_t *written(const values *of, ent_i_string *text)
{
    const ent_host host = {.abi_version = ENT_EXPORTER_ABI,
                           .struct_size = sizeof host,
                           .node_count = count_nodes,
                           .tie_count = count_ties,
                           .tie_ends = ends,
                           .attribute_count = count_attributes,
                           .attribute = attribute,
                           .attribute_find = find_attribute,
                           .value = value,
                           .proof_count = count_proofs,
                           .option = option,
                           .set_error = set_error,
                           .cancelled = never,
                           .slice_count = count_none,
                           .setting_count = count_none,
                           .article_count = count_none};
    const ent_sink sink = {take, text};
    json_error_t error;
    text->n = 0;
    assert_int_equal(ent_i_exporter_json(ENT_EXPORTER_ABI)
                         ->write(&host, (const void *)of, &sink),
                     0);
    json_t *root = json_loads(text->items, JSON_REJECT_DUPLICATES, &error);
    if (!root)
        fail_msg("%s: %s", error.text, text->items);
    return root;
}

static json_int_t number_at(json_t *object, const char *name)
{
    json_t *found = json_object_get(object, name);
    return found ? json_integer_value(found) : -1;
}

/* The group stands where its first attribute would, whatever has a value. */
static void test_a_group_with_others_between(void **state)
{
    (void)state;
    static const values cases[] = {
        {{1, 2, 3, 4, 5}, 0},    {{1, -1, 3, 4, 5}, 0},
        {{1, 2, 3, -1, 5}, 0},   {{1, -1, 3, -1, 5}, 0},
        {{-1, 2, -1, 4, -1}, 0}, {{-1, -1, -1, -1, -1}, 0}};
    ent_i_string text = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const int64_t *of = cases[i].tie;
        json_t *root = written(&cases[i], &text);
        json_t *tie = json_array_get(json_object_get(root, "links"), 0);
        json_t *group = json_object_get(tie, "encounters");
        assert_int_equal(number_at(tie, "weight"), of[0]);
        assert_int_equal(number_at(group, "meet"), of[1]);
        assert_int_equal(number_at(group, "joint"), of[3]);
        assert_int_equal(number_at(tie, "last"), of[4]);
        assert_int_equal(group != NULL, of[1] >= 0 || of[3] >= 0);
        assert_null(json_object_get(tie, "meet"));
        assert_null(json_object_get(group, of_ties[2].name));
        json_decref(root);
    }
    ent_i_vec_free(&text);
}

/* A terminal that shows the file isn't told anything either. */
static void test_names_are_escaped(void **state)
{
    (void)state;
    static const values of = {{1, -1, 7, -1, -1}, 0};
    ent_i_string text = {0};
    json_t *root = written(&of, &text);
    json_t *tie = json_array_get(json_object_get(root, "links"), 0);
    assert_int_equal(number_at(tie, of_ties[2].name), 7);
    assert_non_null(strstr(text.items, "\"said \\\"so\\\"\\n\\u0085\":7"));
    json_decref(root);
    ent_i_vec_free(&text);
}

/* Readers keep reals and integers apart. */
static void test_reals_stay_reals(void **state)
{
    (void)state;
    static const double cases[] = {0,     1,    -1,   0.1,          1e15,  1e16,
                                   1e300, -0.0, 1e-7, 123456.78901, 3e-310};
    ent_i_string text = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const values of = {{1, 1, 1, 1, 1}, cases[i]};
        json_t *root = written(&of, &text);
        json_t *node = json_array_get(json_object_get(root, "nodes"), 1);
        json_t *height = json_object_get(node, "height");
        assert_string_equal(json_string_value(json_object_get(node, "id")),
                            "b");
        assert_true(json_is_real(height));
        assert_true(json_real_value(height) == cases[i]);
        json_decref(root);
    }
    ent_i_vec_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_group_with_others_between),
        cmocka_unit_test(test_names_are_escaped),
        cmocka_unit_test(test_reals_stay_reals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
