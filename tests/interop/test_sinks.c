/* Every exporter with sinks that fail and users who stop, at any place: it says
 * so, asks no further, and what it had handed over is the beginning of what it
 * would have written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "builtin.h"
#include "core/memory.h"
#include "core/vec.h"
#include "export/export.h"
#include "interop/fake_view.h"

enum { MOST = 16 };

static const ent_exporter *exporters[MOST];
static size_t exporter_count;

static const char *const networks[] = {"empty", "one", "nasty", "small",
                                       "large"};
enum { NETWORKS = sizeof networks / sizeof *networks };

/* A sink with room for so many bytes, or so many calls. */
typedef struct narrow {
    ent_i_string bytes;
    size_t room;
    long calls; /* after which it fails; -1: never */
    long asked;
    long asked_after; /* once it had failed */
    bool failed;
} narrow;

static int take(void *ctx, const void *bytes, size_t n)
{
    narrow *s = ctx;
    s->asked++;
    s->asked_after += s->failed;
    s->failed = s->failed || n > s->room || s->calls == 0;
    if (s->failed)
        return 1;
    s->calls -= s->calls > 0;
    s->room -= n;
    return ent_i_string_add(&s->bytes, bytes, n) ? 0 : 1;
}

static int write_to(narrow *s, const ent_exporter *exporter,
                    const char *network, char *const *options, char *message,
                    long cancel_after)
{
    fake_network made;
    const ent_sink sink = {take, s};
    assert_true(fake_make(&made, network));
    int result =
        fake_export(exporter, &made, options, &sink, message, cancel_after);
    fake_free(&made);
    return result;
}

static narrow wide(void) { return (narrow){.room = SIZE_MAX, .calls = -1}; }

/* All that the exporter writes of a network. */
static narrow whole(const ent_exporter *exporter, const char *network)
{
    char message[400];
    narrow s = wide();
    assert_int_equal(write_to(&s, exporter, network, NULL, message, -1), 0);
    assert_string_equal(message, "");
    assert_true(s.bytes.n > 0);
    return s;
}

/* Fails in one way and looks at what came of it. */
static void fails(const ent_exporter *exporter, const char *network, narrow s,
                  const narrow *all)
{
    char message[400];
    int result = write_to(&s, exporter, network, NULL, message, -1);
    if (result == 0 || !s.failed)
        fail_msg("%s, %s: %zu bytes, %ld calls: no failure", exporter->name,
                 network, s.room, s.calls);
    assert_int_equal(s.asked_after, 0);
    assert_true(s.bytes.n < all->bytes.n);
    assert_memory_equal(s.bytes.items ? s.bytes.items : "", all->bytes.items,
                        s.bytes.n);
    ent_i_vec_free(&s.bytes);
}

static void test_no_room_at_any_place(void **state)
{
    (void)state;
    for (size_t e = 0; e < exporter_count; e++)
        for (size_t n = 0; n < NETWORKS; n++) {
            narrow all = whole(exporters[e], networks[n]);
            size_t size = all.bytes.n;
            const size_t rooms[] = {0,        1,        size / 4,
                                    size / 2, size - 2, size - 1};
            for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
                narrow s = {.room = rooms[i], .calls = -1};
                if (rooms[i] < size)
                    fails(exporters[e], networks[n], s, &all);
            }
            ent_i_vec_free(&all.bytes);
        }
}

static void test_every_call_may_be_refused(void **state)
{
    (void)state;
    for (size_t e = 0; e < exporter_count; e++) {
        narrow all = whole(exporters[e], "large");
        for (long calls = 0; calls < all.asked; calls++) {
            narrow s = {.room = SIZE_MAX, .calls = calls};
            fails(exporters[e], "large", s, &all);
        }
        ent_i_vec_free(&all.bytes);
    }
}

/* Just enough room is enough. */
static void test_exact_room_is_enough(void **state)
{
    (void)state;
    char message[400];
    for (size_t e = 0; e < exporter_count; e++)
        for (size_t n = 0; n < NETWORKS; n++) {
            narrow all = whole(exporters[e], networks[n]);
            narrow s = {.room = all.bytes.n, .calls = -1};
            assert_int_equal(
                write_to(&s, exporters[e], networks[n], NULL, message, -1), 0);
            assert_int_equal(s.bytes.n, all.bytes.n);
            assert_memory_equal(s.bytes.items, all.bytes.items, s.bytes.n);
            ent_i_vec_free(&s.bytes);
            ent_i_vec_free(&all.bytes);
        }
}

/* Asked often enough, and heard whenever the user says stop. */
static void test_cancelled_at_any_time(void **state)
{
    (void)state;
    char message[400];
    for (size_t e = 0; e < exporter_count; e++)
        for (long after = 0;; after++) {
            narrow s = wide();
            int result =
                write_to(&s, exporters[e], "small", NULL, message, after);
            ent_i_vec_free(&s.bytes);
            if (result == 0) {
                if (after == 0)
                    fail_msg("%s never asks", exporters[e]->name);
                break;
            }
            assert_true(after < 10000);
        }
}

/* ---- options ---- */

/* Values that an option's type or choices allow. */
static size_t values_of(const ent_exporter_option *option, char values[4][80])
{
    static const char *const by_type[][4] = {
        [ENT_STRING] = {"", "Who & <whom> \"met\"?"},
        [ENT_INTEGER] = {"0", "1", "7"},
        [ENT_REAL] = {"10", "72.5"},
        [ENT_BOOLEAN] = {"true", "false"}};
    size_t n = 0;
    if (!option->choices) {
        for (; n < 4 && by_type[option->type][n]; n++)
            snprintf(values[n], 80, "%s=%s", option->name,
                     by_type[option->type][n]);
        return n;
    }
    for (const char *at = option->choices; n < 4;) {
        size_t size = strcspn(at, "|");
        snprintf(values[n++], 80, "%s=%.*s", option->name, (int)size, at);
        if (!at[size])
            break;
        at += size + 1;
    }
    return n;
}

/* Each value of each option writes something, the same twice. */
static void test_all_values_of_all_options(void **state)
{
    (void)state;
    char values[4][80], message[400];
    for (size_t e = 0; e < exporter_count; e++)
        for (uint32_t o = 0; o < exporters[e]->option_count; o++) {
            size_t n = values_of(&exporters[e]->options[o], values);
            assert_true(n > 0);
            for (size_t i = 0; i < n; i++) {
                char *const options[] = {values[i], NULL};
                narrow a = wide(), b = wide();
                assert_int_equal(
                    write_to(&a, exporters[e], "nasty", options, message, -1),
                    0);
                assert_int_equal(
                    write_to(&b, exporters[e], "nasty", options, message, -1),
                    0);
                assert_int_equal(a.bytes.n, b.bytes.n);
                assert_memory_equal(a.bytes.items, b.bytes.items, a.bytes.n);
                ent_i_vec_free(&a.bytes);
                ent_i_vec_free(&b.bytes);
            }
        }
}

/* An option's default, given, is as if it were not. */
static void test_defaults_given_change_nothing(void **state)
{
    (void)state;
    char given[80], message[400];
    char *const options[] = {given, NULL};
    for (size_t e = 0; e < exporter_count; e++)
        for (uint32_t o = 0; o < exporters[e]->option_count; o++) {
            const ent_exporter_option *option = &exporters[e]->options[o];
            narrow all = whole(exporters[e], "small"), s = wide();
            snprintf(given, sizeof given, "%s=%s", option->name,
                     option->default_value);
            assert_int_equal(
                write_to(&s, exporters[e], "small", options, message, -1), 0);
            assert_int_equal(s.bytes.n, all.bytes.n);
            assert_memory_equal(s.bytes.items, all.bytes.items, s.bytes.n);
            ent_i_vec_free(&s.bytes);
            ent_i_vec_free(&all.bytes);
        }
}

/* ---- what exporters say of themselves ---- */

static void test_descriptors_are_whole(void **state)
{
    (void)state;
    for (size_t e = 0; e < exporter_count; e++) {
        const ent_exporter *x = exporters[e];
        assert_int_equal(x->abi_version, ENT_EXPORTER_ABI);
        assert_int_equal(x->struct_size, sizeof *x);
        assert_int_equal(strspn(x->name, "abcdefghijklmnopqrstuvwxyz"
                                         "0123456789-"),
                         strlen(x->name));
        assert_non_null(strstr(x->mime, "/"));
        assert_true(*x->description && *x->version && *x->extensions);
        assert_null(strchr(x->description, '\n'));
        assert_null(strchr(x->extensions, '.'));
        for (size_t i = 0; i < e; i++)
            assert_string_not_equal(x->name, exporters[i]->name);
        for (uint32_t o = 0; o < x->option_count; o++) {
            const ent_exporter_option *option = &x->options[o];
            assert_true(*option->name && *option->help);
            assert_non_null(option->default_value);
            assert_true(!option->choices ||
                        strstr(option->choices, option->default_value));
        }
    }
}

static int load(const ent_exporter *x)
{
    for (; x; x = ent_i_exporter_next(x)) {
        if (exporter_count == MOST)
            return -1;
        exporters[exporter_count++] = x;
    }
    return 0;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_room_at_any_place),
        cmocka_unit_test(test_every_call_may_be_refused),
        cmocka_unit_test(test_exact_room_is_enough),
        cmocka_unit_test(test_cancelled_at_any_time),
        cmocka_unit_test(test_all_values_of_all_options),
        cmocka_unit_test(test_defaults_given_change_nothing),
        cmocka_unit_test(test_descriptors_are_whole)};
    const ent_exporter *loaded;
    ent_error error;
    load(ent_i_exporter_json(ENT_EXPORTER_ABI));
    load(ent_i_exporter_graphml(ENT_EXPORTER_ABI));
    load(ent_i_exporter_gexf(ENT_EXPORTER_ABI));
    load(ent_i_exporter_csv(ENT_EXPORTER_ABI));
    for (int i = 1; i < argc; i++)
        if (ent_i_plugin_load(argv[i], &loaded, &error) || load(loaded)) {
            fprintf(stderr, "%s: %s\n", argv[i], error.message);
            return 1;
        }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
