/* What is left of a network that is too large for a picture, checked against
 * the definition on networks made at random. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "common/choose.h"
#include "common/graph.h"
#include "common/look.h"
#include "interop/fake_view.h"
#include "unit/random.h"

enum { NODES = 12, TIES = 30, ROUNDS = 300 };

static size_t most_nodes, most_ties;

static double strength(const ent_host *host, const ent_view *view, size_t i)
{
    return ent_i_number(host, view, ENT_NODE, i, "strength", 0);
}

static double weight(const ent_host *host, const ent_view *view, size_t i)
{
    return ent_i_number(host, view, ENT_TIE, i, "weight", 1);
}

/* Whether i comes before k: the larger, of equals the earlier. */
static bool precedes(double of_i, double of_k, size_t i, size_t k)
{
    return of_i > of_k || (of_i == of_k && i < k);
}

/* Whether so many nodes are stronger that this one is left out. */
static bool is_weak(const ent_host *host, const ent_view *view, size_t node)
{
    size_t before = 0;
    for (size_t i = 0; i < host->node_count(view); i++)
        before += precedes(strength(host, view, i), strength(host, view, node),
                           i, node);
    return before >= most_nodes;
}

static void check_nodes(const ent_i_choice *c, const ent_host *host,
                        const ent_view *view)
{
    size_t n = host->node_count(view), shown = 0;
    bool all = n <= most_nodes;
    for (size_t i = 0; i < n; i++) {
        bool is_in = c->place[i] != SIZE_MAX;
        shown += is_in;
        if (is_in)
            assert_int_equal(c->nodes[c->place[i]], i);
        if (all)
            assert_true(is_in);
        if (is_weak(host, view, i))
            assert_false(is_in);
    }
    assert_int_equal(shown, c->node_count);
    for (size_t i = 1; i < c->node_count; i++)
        assert_true(precedes(strength(host, view, c->nodes[i - 1]),
                             strength(host, view, c->nodes[i]), c->nodes[i - 1],
                             c->nodes[i]));
}

/* Whether no heavier tie among those that may be shown reaches the node. */
static bool is_heaviest_of(const ent_host *host, const ent_view *view,
                           size_t tie, size_t node)
{
    for (size_t k = 0; k < host->tie_count(view); k++) {
        size_t a, b;
        host->tie_ends(view, k, &a, &b);
        if ((a == node || b == node) && !is_weak(host, view, a) &&
            !is_weak(host, view, b) &&
            precedes(weight(host, view, k), weight(host, view, tie), k, tie))
            return false;
    }
    return true;
}

/* A node's heaviest tie is there; of the others, the heaviest. */
static void check_ties(const ent_i_choice *c, const ent_host *host,
                       const ent_view *view)
{
    size_t n = host->tie_count(view), needed = 0, more = 0;
    size_t lightest = SIZE_MAX, left_out = SIZE_MAX; /* of those not needed */
    for (size_t i = 1; i < c->tie_count; i++)
        assert_true(precedes(weight(host, view, c->ties[i - 1]),
                             weight(host, view, c->ties[i]), c->ties[i - 1],
                             c->ties[i]));
    for (size_t i = 0; i < n; i++) {
        size_t a, b;
        bool is_in = false;
        host->tie_ends(view, i, &a, &b);
        for (size_t k = 0; k < c->tie_count; k++)
            is_in |= c->ties[k] == i;
        if (is_weak(host, view, a) || is_weak(host, view, b)) {
            assert_false(is_in);
            continue;
        }
        if (is_heaviest_of(host, view, i, a) ||
            is_heaviest_of(host, view, i, b)) {
            assert_true(is_in);
            needed++;
            continue;
        }
        size_t *last = is_in ? &lightest : &left_out;
        bool before =
            *last != SIZE_MAX && precedes(weight(host, view, *last),
                                          weight(host, view, i), *last, i);
        more += is_in;
        if (*last == SIZE_MAX || before == is_in)
            *last = i;
    }
    assert_int_equal(c->tie_count, needed + more);
    if (more)
        assert_true(c->tie_count <= most_ties);
    if (left_out != SIZE_MAX)
        assert_true(c->tie_count >= most_ties);
    if (left_out != SIZE_MAX && lightest != SIZE_MAX)
        assert_true(precedes(weight(host, view, lightest),
                             weight(host, view, left_out), lightest, left_out));
}

/* With nodes left out, nobody stands alone. */
static void check_reached(const ent_i_choice *c, const ent_host *host,
                          const ent_view *view)
{
    if (host->node_count(view) <= most_nodes)
        return;
    for (size_t i = 0; i < c->node_count; i++) {
        bool reached = false;
        for (size_t k = 0; k < c->tie_count; k++) {
            size_t a, b;
            host->tie_ends(view, c->ties[k], &a, &b);
            reached |= a == c->nodes[i] || b == c->nodes[i];
        }
        assert_true(reached);
    }
}

static int check_choice(const ent_host *host, const ent_view *view,
                        const ent_sink *sink)
{
    ent_i_choice c;
    (void)sink;
    assert_int_equal(ent_i_choose(&c, host, view, most_nodes, most_ties), 0);
    check_nodes(&c, host, view);
    check_ties(&c, host, view);
    check_reached(&c, host, view);
    ent_i_choice_free(&c);
    return 0;
}

static int refuse(void *ctx, const void *bytes, size_t n)
{
    (void)ctx, (void)bytes, (void)n;
    return 1;
}

static void run_on(const fake_network *network,
                   int (*write)(const ent_host *, const ent_view *,
                                const ent_sink *))
{
    const ent_exporter exporter = {.abi_version = ENT_EXPORTER_ABI,
                                   .struct_size = sizeof exporter,
                                   .name = "test",
                                   .write = write};
    const ent_sink sink = {refuse, NULL};
    char message[400] = "";
    char *none = NULL;
    assert_int_equal(fake_export(&exporter, network, &none, &sink, message, -1),
                     0);
}

/* Few strengths and weights, so that many are equal. */
static void test_random_networks(void **state)
{
    (void)state;
    uint64_t seed = 3;
    fake_node nodes[NODES];
    fake_tie ties[TIES];
    for (int round = 0; round < ROUNDS; round++) {
        fake_network network = {nodes, ties, 1 + random_below(&seed, NODES), 0};
        memset(nodes, 0, sizeof nodes);
        for (size_t i = 0; i < network.node_count; i++) {
            nodes[i].label = "";
            nodes[i].id[0] = (char)('a' + i);
            nodes[i].strength = random_below(&seed, 5);
        }
        for (size_t a = 0; a < network.node_count; a++)
            for (size_t b = 0; b < a && network.tie_count < TIES; b++)
                if (random_below(&seed, 3) == 0)
                    ties[network.tie_count++] =
                        (fake_tie){a, b, 1 + random_below(&seed, 4), 1, 0};
        most_nodes =
            random_below(&seed, 3) ? random_below(&seed, NODES) + 1 : SIZE_MAX;
        most_ties =
            random_below(&seed, 3) ? random_below(&seed, TIES) : SIZE_MAX;
        run_on(&network, check_choice);
    }
}

static int check_look(const ent_host *host, const ent_view *view,
                      const ent_sink *sink)
{
    static const char *const colours[] = {"#0072b2", "#9a9fa6", "#9a9fa6"};
    char colour[8];
    (void)sink;
    for (size_t i = 0; i < 3; i++) {
        ent_i_look_colour(host, view, i, colour);
        assert_string_equal(colour, colours[i]);
    }
    assert_true(ent_i_look_met(host, view, 0));
    assert_false(ent_i_look_met(host, view, 1));
    assert_true(ent_i_look_heaviest(host, view) == 9);
    return 0;
}

/* Beyond the palette a colour would say that two groups are one. */
static void test_looks(void **state)
{
    (void)state;
    fake_node nodes[3] = {{"a", "", {NULL, NULL}, 1, 1, 0},
                          {"b", "", {NULL, NULL}, 1, 1, 1000},
                          {"c", "", {NULL, NULL}, 1, 1, -1}};
    fake_tie ties[2] = {{0, 1, 9, 9, 1}, {1, 2, 2, 2, 0}};
    const fake_network network = {nodes, ties, 3, 2};
    run_on(&network, check_look);
}

static void test_widths(void **state)
{
    (void)state;
    static const double cases[][2] = {
        {-1, 0.6}, {0, 0.6}, {0.25, 3.3}, {0.5, 4.42}, {1, 6}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(ent_i_look_width(cases[i][0]) == cases[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_networks),
        cmocka_unit_test(test_looks),
        cmocka_unit_test(test_widths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
