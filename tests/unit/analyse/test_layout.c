/* Places of networks: everybody has one, nobody stands on another's, and the
 * same seed gives the same. */
#include "unit/random_corpus.h"

#include "entente/layout.h"

enum { ACTORS = 26, ARTICLES = 12, SEEDS = 12 };

static ent_network *draw_network(ent_corpus *corpus, uint64_t seed)
{
    ent_network *network = NULL;
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    options.isolates = ENT_ISOLATES_KEEP;
    random_corpus(corpus, &seed, ACTORS, ARTICLES);
    assert_int_equal(ent_network_build(&network, corpus, &options, NULL),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(network, NULL, NULL), ENT_OK);
    return network;
}

static ent_place place_of(const ent_network *network, size_t node)
{
    ent_place place;
    assert_true(ent_network_position(network, node, &place));
    assert_true(isfinite(place.x) && isfinite(place.y));
    return place;
}

static void assert_apart(const ent_network *network)
{
    size_t n = ent_network_node_count(network);
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            ent_place a = place_of(network, i), b = place_of(network, k);
            double circles = (ent_network_diameter(network, i) +
                              ent_network_diameter(network, k)) /
                             2;
            assert_true(hypot(a.x - b.x, a.y - b.y) > circles);
        }
}

static void test_no_two_circles_touch(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        ent_corpus corpus;
        ent_network *network = draw_network(&corpus, seed);
        ent_layout_options how = ENT_LAYOUT_OPTIONS_INIT;
        for (size_t i = 0; ent_layout_at(i); i++) {
            how.layout = ent_layout_at(i)->name;
            assert_int_equal(ent_network_lay_out(network, &how, NULL), ENT_OK);
            assert_apart(network);
        }
        ent_network_free(network);
        hand_free(&corpus);
    }
}

static void test_the_same_seed_gives_the_same(void **state)
{
    (void)state;
    ent_corpus corpus;
    ent_network *network = draw_network(&corpus, 3);
    size_t n = ent_network_node_count(network);
    ent_place *first = ent_i_calloc(n, sizeof *first);
    ent_place *again = ent_i_calloc(n, sizeof *again);
    ent_layout_options how = ENT_LAYOUT_OPTIONS_INIT;
    assert_int_equal(ent_network_places(network, NULL, first, NULL), ENT_OK);
    assert_int_equal(ent_network_places(network, &how, again, NULL), ENT_OK);
    assert_memory_equal(first, again, n * sizeof *first);
    how.seed = 2;
    assert_int_equal(ent_network_places(network, &how, again, NULL), ENT_OK);
    assert_true(memcmp(first, again, n * sizeof *first) != 0);
    ent_i_free(first);
    ent_i_free(again);
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_wrong_calls(void **state)
{
    (void)state;
    ent_corpus corpus;
    ent_network *network = draw_network(&corpus, 1);
    ent_layout_options how = ENT_LAYOUT_OPTIONS_INIT;
    ent_place place;
    ent_error error = {0};
    how.layout = "spaghetti";
    assert_int_equal(ent_network_lay_out(network, &how, &error),
                     ENT_ERR_ARGUMENT);
    assert_string_equal(error.message,
                        "expected a known layout, found 'spaghetti'");
    assert_false(ent_network_position(network, 0, &place));
    assert_int_equal(ent_network_lay_out(network, NULL, NULL), ENT_OK);
    assert_true(ent_network_position(network, 0, &place));
    size_t n = ent_network_node_count(network);
    assert_false(ent_network_position(network, n, &place));
    assert_near(ent_network_diameter(network, n), 0, 0);
    ent_network_free(network);
    hand_free(&corpus);
}

/* Those around it know one another better than it. */
static void test_an_ego_is_in_the_middle(void **state)
{
    static const hand_tie ties[] = {{"e", "a", 1}, {"e", "b", 1}, {"e", "c", 1},
                                    {"a", "b", 9}, {"b", "c", 9}, {"a", "c", 9},
                                    {"e", "d", 1}, {"e", "f", 1}, {"d", "f", 3},
                                    {"e", "g", 1}};
    (void)state;
    ent_corpus corpus = {0};
    ent_network *network = NULL;
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    double far[2] = {0, 0}, own = 0;
    options.ego = "e";
    hand_graph(&corpus, ties, sizeof ties / sizeof *ties);
    assert_int_equal(ent_network_build(&network, &corpus, &options, NULL),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(network, NULL, NULL), ENT_OK);
    assert_int_equal(ent_network_lay_out(network, NULL, NULL), ENT_OK);
    for (size_t i = 0; i < ent_network_node_count(network); i++) {
        ent_place at = place_of(network, i);
        bool ego = strcmp(ent_network_node(network, i)->label, "e") == 0;
        own = ego ? hypot(at.x, at.y) : own;
        far[0] = fmin(far[0], at.x);
        far[1] = fmax(far[1], at.x);
    }
    assert_true(own < (far[1] - far[0]) / 4);
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_sizes_follow_strength(void **state)
{
    static const hand_tie ties[] = {{"a", "b", 3}, {"b", "c", 1}};
    (void)state;
    ent_corpus corpus = {0};
    ent_network *network = NULL;
    hand_graph(&corpus, ties, 2);
    assert_int_equal(ent_network_build(&network, &corpus, NULL, NULL), ENT_OK);
    assert_near(ent_network_diameter(network, 0), 6, 0);
    assert_int_equal(ent_network_analyse(network, NULL, NULL), ENT_OK);
    for (size_t i = 0; i < 3; i++) {
        const char *id = ent_network_node(network, i)->id;
        double share = *id == 'b' ? 1 : *id == 'a' ? 0.75 : 0.25;
        assert_near(ent_network_diameter(network, i), 6 + 44 * sqrt(share),
                    0.006);
    }
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_an_empty_network_has_a_layout(void **state)
{
    (void)state;
    ent_corpus corpus = {0};
    ent_network *network = NULL;
    assert_int_equal(ent_network_build(&network, &corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_network_analyse(network, NULL, NULL), ENT_OK);
    assert_int_equal(ent_network_lay_out(network, NULL, NULL), ENT_OK);
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_each_failed_allocation_is_survived(void **state)
{
    (void)state;
    ent_corpus corpus;
    ent_network *network = draw_network(&corpus, 2);
    ent_status status = ENT_ERR_MEMORY;
    for (long nth = 1; status; nth++) {
        ent_error error = {0};
        ent_i_memory_fail_from(nth);
        status = ent_network_lay_out(network, NULL, &error);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        assert_int_equal(error.code, status);
    }
    ent_network_free(network);
    hand_free(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_two_circles_touch),
        cmocka_unit_test(test_the_same_seed_gives_the_same),
        cmocka_unit_test(test_wrong_calls),
        cmocka_unit_test(test_an_ego_is_in_the_middle),
        cmocka_unit_test(test_sizes_follow_strength),
        cmocka_unit_test(test_an_empty_network_has_a_layout),
        cmocka_unit_test(test_each_failed_allocation_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
