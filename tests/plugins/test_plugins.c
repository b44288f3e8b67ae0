/* Plug-ins that are right, and wrong in each way there is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/memory.h"
#include "entente/output.h"
#include "plugins/made_network.h"

static made_network made;
static char heard[256];

static const char *specimen(const char *name)
{
    static char path[512];
    snprintf(path, sizeof path, "%s/%s.so", SPECIMENS, name);
    return path;
}

static void hear(void *ctx, ent_log_level level, const char *message)
{
    (void)ctx;
    (void)level;
    snprintf(heard, sizeof heard, "%s", message);
}

static ent_exporters *collect(const char *search_path)
{
    ent_exporters *x;
    ent_error error = {.message = ""};
    ent_status status = ent_exporters_new(&x, true, search_path, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, ENT_OK);
    return x;
}

static ent_exporters *load(const char *name)
{
    ent_exporters *x = collect(NULL);
    ent_error error = {.message = ""};
    ent_status status = ent_exporters_load(x, specimen(name), &error);
    assert_string_equal(error.message, "");
    assert_int_equal(status, ENT_OK);
    return x;
}

static int to_text(void *ctx, const void *bytes, size_t n)
{
    strncat(ctx, bytes, n);
    return 0;
}

static ent_status export(const ent_exporters *x, const char *name,
                         const char *option, char *text, ent_error *error)
{
    const ent_sink sink = {to_text, text};
    const char *const options[] = {option, NULL};
    return ent_export(x, name, NULL, options, make_network(&made), &sink,
                      error);
}

static void test_good_one(void **state)
{
    (void)state;
    ent_exporters *x = load("good");
    ent_export_events events = ENT_EXPORT_EVENTS_INIT;
    char text[64] = "";
    events.log = hear;
    ent_exporters_listen(x, &events);
    assert_int_equal(export(x, "good", NULL, text, NULL), ENT_OK);
    assert_string_equal(text, "hello\n");
    assert_string_equal(heard, "written by a specimen");
    assert_int_equal(export(x, "good", "greeting=hi", text, NULL), ENT_OK);
    assert_string_equal(text, "hello\nhi\n");
    ent_error error;
    assert_int_equal(export(x, "good", "greet=hi", text, &error),
                     ENT_ERR_ARGUMENT);
    assert_int_equal(export(x, "second", NULL, text, NULL), ENT_OK);
    const ent_exporter_info *info;
    assert_int_equal(
        ent_exporters_find(x, NULL, "a/b.HELLO", NULL, &info, NULL), ENT_OK);
    assert_string_equal(info->name, "good");
    assert_string_equal(info->version, "1.2");
    assert_string_equal(info->path, specimen("good"));
    assert_int_equal(info->option_count, 2);
    assert_string_equal(info->options[1].name, "count");
    ent_exporters_free(x);
}

static void test_sparse_and_longer_descriptors(void **state)
{
    (void)state;
    char text[64] = "";
    ent_exporters *x = load("bare");
    assert_int_equal(export(x, "bare", NULL, text, NULL), ENT_OK);
    assert_string_equal(text, "no option\n");
    ent_exporters_free(x);
    x = load("larger");
    assert_int_equal(export(x, "larger", NULL, text, NULL), ENT_OK);
    ent_exporters_free(x);
}

/* Options of ABI 1.0 end before the range. */
static void test_options_without_a_range(void **state)
{
    (void)state;
    char text[64] = "";
    const ent_exporter_info *info;
    ent_exporters *x = load("short_options");
    assert_int_equal(export(x, "short", "count=-99", text, NULL), ENT_OK);
    assert_string_equal(text, "hello\n");
    assert_int_equal(ent_exporters_find(x, "short", NULL, NULL, &info, NULL),
                     ENT_OK);
    assert_string_equal(info->options[1].name, "count");
    assert_null(info->options[1].least);
    ent_exporters_free(x);
}

static void test_options_with_a_range(void **state)
{
    (void)state;
    char text[64] = "";
    ent_error error;
    ent_exporters *x = load("good");
    assert_int_equal(export(x, "good", "count=9", text, NULL), ENT_OK);
    assert_int_equal(export(x, "good", "count=10", text, &error),
                     ENT_ERR_ARGUMENT);
    assert_string_equal(error.message,
                        "option 'count' of exporter 'good': expected a whole "
                        "number from 0 to 9, found '10'");
    ent_exporters_free(x);
}

/* A network without places gets some for the file; one with them shows these.
 */
static void test_places_are_made_for_those_who_ask(void **state)
{
    (void)state;
    static ent_place places[] = {{1.5, -2}, {3, 4}, {5, 6}};
    char text[256] = "";
    const ent_exporter_info *info;
    ent_exporters *x = load("placed");
    assert_int_equal(ent_exporters_find(x, "placed", NULL, NULL, &info, NULL),
                     ENT_OK);
    assert_true(info->placed);
    assert_int_equal(export(x, "placed", NULL, text, NULL), ENT_OK);
    assert_string_equal(strstr(text, "nowhere"), "nowhere\n"); /* no node */
    make_network(&made);
    made.network.places = places;
    const ent_sink sink = {to_text, text};
    *text = '\0';
    assert_int_equal(
        ent_export(x, "placed", NULL, NULL, &made.network, &sink, NULL),
        ENT_OK);
    assert_string_equal(
        text, "1.50 -2.00 6.00\n3.00 4.00 6.00\n5.00 6.00 6.00\nnowhere\n");
    ent_exporters_free(x);
}

static void test_who_writes_no_measures(void **state)
{
    (void)state;
    const struct {
        const char *name;
        bool unmeasured;
    } cases[] = {
        {"edges", true}, {"matrix", true}, {"csv", false}, {"mermaid", false}};
    const ent_exporter_info *info;
    ent_exporters *x = load("good");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(
            ent_exporters_find(x, cases[i].name, NULL, NULL, &info, NULL),
            ENT_OK);
        assert_int_equal(info->unmeasured, cases[i].unmeasured);
    }
    ent_exporters_free(x);
}

static void test_wrong_ones_are_refused(void **state)
{
    (void)state;
    const struct {
        const char *name;
        ent_status status;
        const char *message;
    } cases[] = {
        {"no_symbol", ENT_ERR_PLUGIN, "no symbol 'ent_exporter_entry'"},
        {"declines", ENT_ERR_ABI, "does not support"},
        {"older", ENT_ERR_ABI,
         "made for exporter ABI 0, this program has ABI 1"},
        {"newer", ENT_ERR_ABI,
         "made for exporter ABI 2, this program has ABI 1"},
        {"small", ENT_ERR_ABI, "found struct_size 16"},
        {"nameless", ENT_ERR_PLUGIN, "expected a name"},
        {"bad_name", ENT_ERR_PLUGIN, "found 'Big Name'"},
        {"no_write", ENT_ERR_PLUGIN, "no write function"},
        {"bad_options", ENT_ERR_PLUGIN, "option_size"},
        {"bad_default", ENT_ERR_PLUGIN, "option 1"},
        {"bad_range", ENT_ERR_PLUGIN, "option 1"},
        {"endless", ENT_ERR_PLUGIN, "at most 64"},
        {"clash", ENT_ERR_PLUGIN, "the name 'json' is taken by built-in"},
        {"no_module", ENT_ERR_PLUGIN, "can't be loaded"},
        {"missing", ENT_ERR_NOT_FOUND, "no such plug-in"},
        {"folder", ENT_ERR_IO, "found a folder"}};
    ent_exporters *x = collect(NULL);
    size_t before = ent_exporters_count(x);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_error error = {.message = ""};
        assert_int_equal(ent_exporters_load(x, specimen(cases[i].name), &error),
                         cases[i].status);
        if (!strstr(error.message, cases[i].message))
            fail_msg("%s: no '%s' in: %s", cases[i].name, cases[i].message,
                     error.message);
        assert_string_equal(error.file, specimen(cases[i].name));
    }
    assert_int_equal(ent_exporters_count(x), before);
    ent_exporters_free(x);
}

static void test_failing_writes(void **state)
{
    (void)state;
    char text[64] = "";
    ent_error error;
    ent_exporters *x = load("failing");
    assert_int_equal(export(x, "failing", NULL, text, &error), ENT_ERR_PLUGIN);
    assert_string_equal(error.message,
                        "exporter 'failing': expected rain, found sun");
    ent_exporters_free(x);
    x = load("silent");
    assert_int_equal(export(x, "silent", NULL, text, &error), ENT_ERR_PLUGIN);
    assert_non_null(strstr(error.message, "without saying why"));
    ent_exporters_free(x);
}

static int refuse(void *ctx, const void *bytes, size_t n)
{
    (void)bytes;
    (void)n;
    ++*(int *)ctx;
    return 1;
}

static void test_a_full_sink_is_noticed_anyway(void **state)
{
    (void)state;
    int asked = 0;
    const ent_sink sink = {refuse, &asked};
    ent_exporters *x = load("deaf");
    assert_int_equal(
        ent_export(x, "deaf", NULL, NULL, make_network(&made), &sink, NULL),
        ENT_ERR_IO);
    assert_int_equal(asked, 1);
    ent_exporters_free(x);
}

static const ent_exporter_info *entry_of(const ent_exporters *x,
                                         const char *file)
{
    for (size_t i = 0; i < ent_exporters_count(x); i++) {
        const ent_exporter_info *info = ent_exporters_info(x, i);
        const char *slash = strrchr(info->path, '/');
        if (slash && strcmp(slash + 1, file) == 0)
            return info;
    }
    fail_msg("no entry of %s", file);
    return NULL;
}

static void test_scanning(void **state)
{
    (void)state;
    ent_exporters *x = collect("/nowhere::" SPECIMENS ":" SPECIMENS);
    assert_null(entry_of(x, "good.so")->failure);
    assert_string_equal(entry_of(x, "older.so")->name, "older.so");
    assert_non_null(strstr(entry_of(x, "older.so")->failure, "ABI 0"));
    assert_non_null(strstr(entry_of(x, "clash.so")->failure, "built-in"));
    assert_null(entry_of(x, "twin_a.so")->failure); /* the first by name */
    assert_non_null(strstr(entry_of(x, "twin_b.so")->failure, "twin_a.so"));
    assert_string_equal(entry_of(x, "nowhere")->failure,
                        "the folder can't be read");
    assert_null(ent_exporters_info(x, ent_exporters_count(x)));
    ent_exporters_free(x);
}

static void test_asked_for_goes_before_found(void **state)
{
    (void)state;
    ent_exporters *x = collect(SPECIMENS);
    const ent_exporter_info *info;
    ent_error error;
    assert_int_equal(ent_exporters_load(x, specimen("twin_b"), &error), ENT_OK);
    assert_int_equal(ent_exporters_find(x, "twin", NULL, NULL, &info, NULL),
                     ENT_OK);
    assert_string_equal(info->path, specimen("twin_b"));
    assert_non_null(strstr(entry_of(x, "twin_a.so")->failure, "twin_b.so"));
    /* Asking twice for one file changes nothing, for its twin is an error. */
    size_t before = ent_exporters_count(x);
    assert_int_equal(ent_exporters_load(x, specimen("twin_b"), &error), ENT_OK);
    assert_int_equal(ent_exporters_count(x), before);
    assert_int_equal(ent_exporters_load(x, specimen("twin_a"), &error),
                     ENT_ERR_PLUGIN);
    ent_exporters_free(x);
}

static void test_without_plugins(void **state)
{
    (void)state;
    ent_exporters *x;
    assert_int_equal(ent_exporters_new(&x, false, SPECIMENS, NULL), ENT_OK);
    for (size_t i = 0; i < ent_exporters_count(x); i++)
        assert_string_equal(ent_exporters_info(x, i)->path, "built-in");
    ent_exporters_free(x);
    ent_exporters_free(NULL);
}

/* What is said of a file that nothing writes. */
static void assert_missing(const ent_exporters *x, const char *name,
                           const char *path, const char *message)
{
    ent_error error = {.message = ""};
    assert_int_equal(ent_exporters_find(x, name, path, NULL, NULL, &error),
                     ENT_ERR_NOT_FOUND);
    if (!strstr(error.message, message))
        fail_msg("no '%s' in: %s", message, error.message);
}

static void test_a_missing_module_is_named(void **state)
{
    (void)state;
    ent_exporters *x;
    assert_int_equal(ent_exporters_new(&x, false, NULL, NULL), ENT_OK);
    assert_missing(x, NULL, "a/b.SVG",
                   "'SVG' is in graphviz.so, which is left out, like all "
                   "plug-ins");
    assert_missing(x, "pdf", NULL, "'pdf' is in graphviz.so");
    assert_missing(x, NULL, "svg", "no exporter has the extension");
    ent_exporters_free(x);
    x = collect(SPECIMENS "/broken");
    assert_missing(x, "svg", NULL,
                   "broken/graphviz.so, which can't be used: can't be loaded");
    ent_exporters_free(x);
    x = collect("/nowhere");
    assert_missing(x, "svg", NULL,
                   "graphviz.so, which is in none of the folders /nowhere, ");
    assert_missing(x, "svg", NULL, "/tests/plugins/entente-exporters, ");
    ent_exporters_free(x);
}

/* The names and endings by which a missing module is known are its own. */
static void assert_known_by_all_words(const char *path, const char *file)
{
    ent_exporters *all, *x;
    ent_error error = {.message = ""};
    char words[256], message[64];
    snprintf(message, sizeof message, "is in %s", file);
    assert_int_equal(ent_exporters_new(&x, false, NULL, NULL), ENT_OK);
    assert_int_equal(ent_exporters_new(&all, false, NULL, NULL), ENT_OK);
    size_t before = ent_exporters_count(all);
    assert_int_equal(ent_exporters_load(all, path, &error), ENT_OK);
    assert_true(ent_exporters_count(all) > before);
    for (size_t i = before; i < ent_exporters_count(all); i++) {
        const ent_exporter_info *info = ent_exporters_info(all, i);
        assert_missing(x, info->name, NULL, message);
        snprintf(words, sizeof words, "%s", info->extensions);
        for (char *word = words, *end; *word; word = end) {
            end = word + strcspn(word, " ");
            end += *end ? (*end = '\0', 1) : 0;
            assert_missing(x, word, NULL, message);
        }
    }
    ent_exporters_free(all);
    ent_exporters_free(x);
}

static void test_modules_are_known_by_all_their_words(void **state)
{
    static const char *const modules[][2] = {
#ifdef GRAPHVIZ_MODULE
        {GRAPHVIZ_MODULE, "graphviz.so"},
#endif
#ifdef HTML_MODULE
        {HTML_MODULE, "html.so"},
#endif
        {NULL, NULL}};
    (void)state;
    for (size_t i = 0; modules[i][0]; i++)
        assert_known_by_all_words(modules[i][0], modules[i][1]);
}

static void test_allocation_failures(void **state)
{
    (void)state;
    for (long n = 1;; n++) {
        ent_exporters *x = NULL;
        ent_i_memory_fail_from(n);
        ent_status status = ent_exporters_new(&x, true, SPECIMENS, NULL);
        if (status == ENT_OK)
            status = ent_exporters_load(x, specimen("twin_b"), NULL);
        ent_i_memory_fail_from(0);
        ent_exporters_free(x);
        if (status == ENT_OK)
            break;
        assert_int_equal(status, ENT_ERR_MEMORY);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good_one),
        cmocka_unit_test(test_sparse_and_longer_descriptors),
        cmocka_unit_test(test_options_without_a_range),
        cmocka_unit_test(test_options_with_a_range),
        cmocka_unit_test(test_places_are_made_for_those_who_ask),
        cmocka_unit_test(test_who_writes_no_measures),
        cmocka_unit_test(test_wrong_ones_are_refused),
        cmocka_unit_test(test_failing_writes),
        cmocka_unit_test(test_a_full_sink_is_noticed_anyway),
        cmocka_unit_test(test_scanning),
        cmocka_unit_test(test_asked_for_goes_before_found),
        cmocka_unit_test(test_without_plugins),
        cmocka_unit_test(test_a_missing_module_is_named),
        cmocka_unit_test(test_modules_are_known_by_all_their_words),
        cmocka_unit_test(test_allocation_failures)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
