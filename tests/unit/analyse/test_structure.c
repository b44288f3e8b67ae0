/* Distances in steps, what falls apart, triangles, and what a part of a network
 * shows of measures of the whole. That they are networkx's is tested in
 * tests/cli/test_structure.py. */
#include "unit/hand_corpus.h"

#include "analyse/cuts.h"
#include "analyse/hops.h"
#include "analyse/triangles.h"
#include "unit/random.h"

/* ---- on graphs made of links ---- */

enum { LONG = 100000 };

static ent_i_link links[LONG];

/* Everybody knows the next one. */
static ent_i_adjacency chain(uint32_t nodes)
{
    ent_i_adjacency out = {0};
    for (uint32_t i = 0; i + 1 < nodes; i++)
        links[i] = (ent_i_link){i, i + 1, 1};
    assert_true(ent_i_adjacency_build(&out, nodes, links, nodes - 1));
    return out;
}

static void test_steps_along_a_chain(void **state)
{
    (void)state;
    for (uint32_t n = 2; n < 300; n += 41) {
        ent_i_adjacency in = chain(n);
        ent_i_hops hops;
        assert_true(ent_i_measure_hops(&hops, &in, 3, INFINITY));
        assert_near(hops.mean, (n + 1) / 3.0, 1e-9);
        assert_int_equal(hops.diameter, n - 1);
        assert_int_equal(hops.samples, 0);
        ent_i_adjacency_free(&in);
    }
}

static void test_steps_where_nobody_is_tied(void **state)
{
    ent_i_adjacency in = {0};
    ent_i_hops hops;
    (void)state;
    for (uint32_t n = 0; n < 3; n++) {
        assert_true(ent_i_adjacency_build(&in, n, links, 0));
        assert_true(ent_i_measure_hops(&hops, &in, 1, INFINITY));
        assert_true(isnan(hops.mean));
        assert_int_equal(hops.diameter, 0);
        ent_i_adjacency_free(&in);
    }
}

/* The first 64 sources are always taken; the estimate is near, the diameter no
 * larger than it is. */
static void test_steps_are_estimated(void **state)
{
    enum { NODES = 3000, TIES = 12000 };
    uint64_t seed = 4;
    ent_i_adjacency in = {0};
    ent_i_hops all, some;
    (void)state;
    for (size_t i = 0; i < TIES; i++) {
        uint32_t a = (uint32_t)(random_next(&seed) % NODES);
        uint32_t b = (uint32_t)(random_next(&seed) % NODES);
        links[i] = (ent_i_link){a, b == a ? (a + 1) % NODES : b, 1};
    }
    assert_true(ent_i_adjacency_build(&in, NODES, links, TIES));
    assert_true(ent_i_measure_hops(&all, &in, 1, INFINITY));
    assert_true(ent_i_measure_hops(&some, &in, 1, 1));
    assert_int_equal(all.samples, 0);
    assert_int_equal(some.samples, 64);
    assert_near(some.mean, all.mean, 0.1);
    assert_true(some.diameter <= all.diameter);
    ent_i_adjacency_free(&in);
}

/* Recursion would not survive this. */
static void test_a_long_chain_falls_apart(void **state)
{
    ent_i_adjacency in = chain(LONG);
    ent_i_cuts cuts = {0};
    (void)state;
    assert_true(ent_i_find_cuts(&cuts, &in));
    for (uint32_t i = 0; i < LONG; i++)
        assert_int_equal(cuts.parts[i], i > 0 && i < LONG - 1);
    for (uint32_t i = 0; i + 1 < LONG; i++)
        assert_int_equal(cuts.cut_off[i],
                         i + 1 < LONG - 1 - i ? i + 1 : LONG - 1 - i);
    ent_i_cuts_free(&cuts);
    ent_i_adjacency_free(&in);
}

/* Everybody knows everybody: no hole anywhere. */
static void test_a_closed_circle(void **state)
{
    enum { N = 6 };
    ent_i_adjacency in = {0};
    ent_i_triangles found = {0};
    size_t n = 0;
    (void)state;
    for (uint32_t a = 0; a < N; a++)
        for (uint32_t b = a + 1; b < N; b++)
            links[n++] = (ent_i_link){a, b, 2};
    assert_true(ent_i_adjacency_build(&in, N, links, n));
    assert_true(ent_i_find_triangles(&found, &in));
    for (uint32_t i = 0; i < N; i++) {
        assert_near(found.through[i], 10, 0);
        assert_near(found.effective[i], 1, 1e-12);
        /* Each of 5: 1/5 at first hand, 4 times 1/25 through others. */
        assert_near(found.constraint[i], 5 * 0.36 * 0.36, 1e-12);
    }
    ent_i_triangles_free(&found);
    ent_i_adjacency_free(&in);
}

/* ---- on networks ---- */

static const hand_tie TIES[] = {{"a", "b", 4}, {"a", "c", 2}, {"b", "c", 3},
                                {"c", "d", 1}, {"d", "e", 5}, {"d", "f", 2},
                                {"e", "f", 2}, {"f", "g", 1}};

static double tie_measure(const ent_network *network, const char *a,
                          const char *b, const char *name)
{
    const ent_tie *tie;
    for (size_t i = 0; (tie = ent_network_tie(network, i)); i++) {
        const char *ends[] = {ent_network_node(network, tie->source)->id,
                              ent_network_node(network, tie->target)->id};
        if ((strcmp(ends[0], a) == 0 && strcmp(ends[1], b) == 0) ||
            (strcmp(ends[0], b) == 0 && strcmp(ends[1], a) == 0))
            return ent_network_tie_measure(network, i,
                                           ent_tie_measure_find(name));
    }
    return NAN;
}

static double graph_measure(const ent_network *network, const char *name)
{
    return ent_network_graph_measure(network, ent_graph_measure_find(name));
}

static ent_network *make(ent_corpus *corpus, uint32_t top, bool shown)
{
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    ent_analyse_options how = ENT_ANALYSE_OPTIONS_INIT;
    ent_network *network = NULL;
    options.top = top;
    how.shown = shown;
    assert_int_equal(ent_network_build(&network, corpus, &options, NULL),
                     ENT_OK);
    assert_true(isnan(ent_network_tie_measure(network, 0, 0)));
    assert_true(isnan(graph_measure(network, "density")));
    assert_int_equal(ent_network_analyse(network, &how, NULL), ENT_OK);
    return network;
}

/* What --top leaves of a network has the measures of the whole, unless what is
 * shown is measured. */
static void test_ties_of_a_part(void **state)
{
    ent_corpus corpus = {0};
    (void)state;
    hand_graph(&corpus, TIES, sizeof TIES / sizeof *TIES);
    ent_network *whole = make(&corpus, 0, false);
    ent_network *part = make(&corpus, 4, false);
    ent_network *alone = make(&corpus, 4, true);
    assert_int_equal(ent_network_node_count(part), 4);
    assert_near(tie_measure(whole, "f", "g", "bridge"), 1, 0);
    assert_near(tie_measure(whole, "c", "d", "bridge"), 3, 0);
    assert_near(tie_measure(whole, "d", "e", "bridge"), 0, 0);
    assert_true(isnan(tie_measure(part, "f", "g", "bridge")));
    assert_near(tie_measure(part, "d", "e", "edge_betweenness"),
                tie_measure(whole, "d", "e", "edge_betweenness"), 0);
    assert_true(fabs(tie_measure(alone, "d", "e", "edge_betweenness") -
                     tie_measure(whole, "d", "e", "edge_betweenness")) > 0.01);
    assert_near(graph_measure(whole, "diameter"), 4, 0);
    assert_near(graph_measure(part, "diameter"), 4, 0);
    assert_true(graph_measure(alone, "diameter") < 4);
    ent_network_free(alone);
    ent_network_free(part);
    ent_network_free(whole);
    hand_free(&corpus);
}

static void test_a_wrong_resolution(void **state)
{
    ent_corpus corpus = {0};
    ent_analyse_options how = ENT_ANALYSE_OPTIONS_INIT;
    ent_error error = {0};
    (void)state;
    hand_graph(&corpus, TIES, sizeof TIES / sizeof *TIES);
    ent_network *network = make(&corpus, 0, false);
    const double wrong[] = {-1, NAN, INFINITY};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        how.resolution = wrong[i];
        assert_int_equal(ent_network_analyse(network, &how, &error),
                         ENT_ERR_ARGUMENT);
        assert_false(isnan(graph_measure(network, "density")));
    }
    ent_network_free(network);
    hand_free(&corpus);
}

/* ---- the strongest ---- */

static void test_the_strongest(void **state)
{
    ent_corpus corpus = {0};
    ent_network *few = NULL;
    (void)state;
    hand_graph(&corpus, TIES, sizeof TIES / sizeof *TIES);
    ent_network *whole = make(&corpus, 0, false);
    for (uint32_t count = 0; count < 9; count++) {
        assert_int_equal(ent_network_strongest(&few, whole, count, NULL),
                         ENT_OK);
        size_t n = ent_network_node_count(few);
        assert_int_equal(n, count < 7 ? count : 7);
        for (size_t i = 0; i < n; i++) {
            const ent_node *node = ent_network_node(few, i);
            assert_near(
                hand_measure(few, node, "betweenness"),
                hand_measure(whole, hand_node(whole, node->id), "betweenness"),
                0);
            assert_int_equal(ent_network_node_of(few, node->actor), i);
        }
        if (count == 2) { /* d and b, who are not tied */
            assert_non_null(hand_node(few, "d"));
            assert_int_equal(ent_network_tie_count(few), 0);
        }
        ent_evidence evidence = ENT_EVIDENCE_INIT;
        for (size_t i = 0; i < ent_network_tie_count(few); i++)
            assert_true(ent_network_evidence(few, i, 0, &evidence));
        ent_network_free(few);
    }
    ent_network_free(whole);
    hand_free(&corpus);
}

static void test_the_ego_is_among_the_strongest(void **state)
{
    ent_corpus corpus = {0};
    ent_network *network = NULL, *few = NULL;
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    (void)state;
    hand_graph(&corpus, TIES, sizeof TIES / sizeof *TIES);
    options.ego = "g";
    options.hops = 3;
    assert_int_equal(ent_network_build(&network, &corpus, &options, NULL),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(network, NULL, NULL), ENT_OK);
    assert_int_equal(ent_network_strongest(&few, network, 2, NULL), ENT_OK);
    assert_string_equal(ent_network_node(few, ent_network_ego(few))->id, "g");
    ent_network_free(few);
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_want_of_memory(void **state)
{
    ent_corpus corpus = {0};
    ent_network *few = NULL;
    ent_status status = ENT_ERR_MEMORY;
    (void)state;
    hand_graph(&corpus, TIES, sizeof TIES / sizeof *TIES);
    ent_network *whole = make(&corpus, 0, false);
    for (long nth = 1; status; nth++) {
        ent_i_memory_fail_from(nth);
        status = ent_network_strongest(&few, whole, 4, NULL);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        assert_true(nth < 100);
    }
    ent_network_free(few);
    ent_network_free(whole);
    hand_free(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_steps_along_a_chain),
        cmocka_unit_test(test_steps_where_nobody_is_tied),
        cmocka_unit_test(test_steps_are_estimated),
        cmocka_unit_test(test_a_long_chain_falls_apart),
        cmocka_unit_test(test_a_closed_circle),
        cmocka_unit_test(test_ties_of_a_part),
        cmocka_unit_test(test_a_wrong_resolution),
        cmocka_unit_test(test_the_strongest),
        cmocka_unit_test(test_the_ego_is_among_the_strongest),
        cmocka_unit_test(test_want_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
