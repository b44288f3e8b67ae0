#include "unit/hand_corpus.h"

#include "graph/adjacency.h"

static const ent_network_options DEFAULTS = ENT_NETWORK_OPTIONS_INIT;

/* The ids of the nodes, sorted by letter, and the number of ties. */
static void check(const ent_corpus *corpus, const ent_network_options *options,
                  const char *ids, size_t ties)
{
    ent_error error = {0};
    ent_network *network = NULL;
    char found[32] = "";
    ent_status status = ent_network_build(&network, corpus, options, &error);
    assert_int_equal(status, ENT_OK);
    for (char c = 'a'; c <= 'z'; c++) {
        const char id[] = {c, '\0'};
        if (hand_node(network, id))
            strcat(found, id);
    }
    assert_string_equal(found, ids);
    assert_int_equal(strlen(found), ent_network_node_count(network));
    assert_int_equal(ent_network_tie_count(network), ties);
    ent_network_free(network);
}

/* Two triangles with a bridge c-d, a tail f-g-h, and a pair x-y; z alone. */
static const hand_tie GRAPH[] = {
    {"a", "b", 4}, {"a", "c", 2}, {"b", "c", 3}, {"c", "d", 1}, {"d", "e", 5},
    {"d", "f", 2}, {"e", "f", 2}, {"f", "g", 1}, {"g", "h", 1}, {"x", "y", 9}};

static void make(ent_corpus *corpus)
{
    *corpus = (ent_corpus){0};
    hand_graph(corpus, GRAPH, sizeof GRAPH / sizeof *GRAPH);
    hand_actor(corpus, "z");
    hand_article(corpus, "2014-02-01", "", "z. a b.");
}

static void test_isolates_stay_while_no_tie_is_chosen(void **state)
{
    ent_corpus corpus;
    ent_network_options options = DEFAULTS;
    (void)state;
    make(&corpus);
    check(&corpus, &options, "abcdefghxyz", 10);
    options.isolates = ENT_ISOLATES_DROP;
    check(&corpus, &options, "abcdefghxy", 10);
    options.isolates = ENT_ISOLATES_AUTO;
    options.min_articles = 2;
    check(&corpus, &options, "ab", 1);
    options.isolates = ENT_ISOLATES_KEEP;
    check(&corpus, &options, "abcdefghxyz", 1);
    hand_free(&corpus);
}

static void test_thresholds_include_their_value(void **state)
{
    ent_corpus corpus;
    ent_network_options options = DEFAULTS;
    (void)state;
    make(&corpus);
    options.min_mentions = 6;
    /* a 7, b 8, c 6, d 8, e 7, f 5, x and y 9. */
    check(&corpus, &options, "abcdexy", 6);
    options = DEFAULTS;
    options.min_weight = 3;
    check(&corpus, &options, "abcdexy", 4);
    options = DEFAULTS;
    options.min_articles = 2;
    check(&corpus, &options, "ab", 1);
    options.min_articles = 3;
    check(&corpus, &options, "", 0);
    hand_free(&corpus);
}

static void test_ego_keeps_what_is_near(void **state)
{
    ent_corpus corpus;
    ent_network_options options = DEFAULTS;
    (void)state;
    make(&corpus);
    options.ego = "d";
    check(&corpus, &options, "cdef", 4);
    options.hops = 2;
    check(&corpus, &options, "abcdefg", 8);
    options.hops = 100;
    check(&corpus, &options, "abcdefgh", 9);
    options.hops = 0;
    check(&corpus, &options, "d", 0);
    /* The ego stays, whatever else goes. */
    options.hops = 1;
    options.ego = "z";
    options.min_mentions = 5;
    check(&corpus, &options, "z", 0);
    hand_free(&corpus);
}

static void test_ego_must_be_there(void **state)
{
    ent_corpus corpus;
    ent_network_options options = DEFAULTS;
    ent_network *network = NULL;
    ent_error error = {0};
    (void)state;
    make(&corpus);
    options.ego = "nobody in particular";
    assert_int_equal(ent_network_build(&network, &corpus, &options, &error),
                     ENT_ERR_NOT_FOUND);
    options.ego = "z";
    options.until = ent_i_date(2014, 1, 15);
    assert_int_equal(ent_network_build(&network, &corpus, &options, &error),
                     ENT_ERR_NOT_FOUND);
    assert_non_null(strstr(error.message, "\"z\""));
    options.types = 1u << ENT_ORG;
    assert_int_equal(ent_network_build(&network, &corpus, &options, &error),
                     ENT_ERR_ARGUMENT);
    assert_non_null(strstr(error.message, "person"));
    assert_null(network);
    hand_free(&corpus);
}

static void test_largest_component_and_top(void **state)
{
    ent_corpus corpus;
    ent_network_options options = DEFAULTS;
    (void)state;
    make(&corpus);
    options.largest_component = true;
    check(&corpus, &options, "abcdefgh", 9);
    /* Strengths: x, y 9; b, d 8; a, e 7 (and one more article for a, b). */
    options = DEFAULTS;
    options.top = 3;
    check(&corpus, &options, "xy", 1);
    options.top = 6;
    check(&corpus, &options, "abdexy", 3);
    options.top = 50;
    check(&corpus, &options, "abcdefghxy", 10);
    options.top = 2;
    options.ego = "d";
    check(&corpus, &options, "de", 1);
    options.hops = 100;
    options.top = 1;
    check(&corpus, &options, "d", 0);
    hand_free(&corpus);
}

/* A hub with one strong and many weak ties. With k = 5 and s = 14 the strong
 * one has alpha (1 - 10/14)^4 = 0.0067, a weak one (1 - 1/14)^4 = 0.74; at the
 * other end degree 1 gives 1. */
static void test_backbone_keeps_what_stands_out(void **state)
{
    static const hand_tie hub[] = {{"h", "s", 10},
                                   {"h", "a", 1},
                                   {"h", "b", 1},
                                   {"h", "c", 1},
                                   {"h", "d", 1}};
    ent_corpus corpus = {0};
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_graph(&corpus, hub, sizeof hub / sizeof *hub);
    options.backbone = 0.01;
    check(&corpus, &options, "hs", 1);
    options.backbone = 0.006;
    check(&corpus, &options, "", 0);
    options.backbone = 0.75;
    check(&corpus, &options, "abcdhs", 5);
    hand_free(&corpus);
}

/* Min-weight works before the ego's surroundings are taken, these before the
 * top: another order would keep others. */
static void test_filters_work_one_after_another(void **state)
{
    ent_corpus corpus;
    ent_network_options options = DEFAULTS;
    (void)state;
    make(&corpus);
    options.ego = "a";
    options.hops = 3;
    options.min_weight = 2;
    check(&corpus, &options, "abc", 3);
    options.top = 2;
    check(&corpus, &options, "ab", 1);
    hand_free(&corpus);
}

static void test_weights_of_zero_or_less_make_no_tie(void **state)
{
    ent_corpus corpus = {0};
    ent_network_options options = DEFAULTS;
    ent_network *network = NULL;
    (void)state;
    hand_actors(&corpus, "abc");
    hand_article(&corpus, NULL, "", "a b. a b. a c. b. b. b. c. c. a. a. a.");
    check(&corpus, &options, "abc", 2);
    options.weight = "npmi";
    options.min_weight = -1;
    assert_int_equal(ent_network_build(&network, &corpus, &options, NULL),
                     ENT_OK);
    assert_int_equal(ent_network_tie_count(network), 0);
    assert_string_equal(hand_setting(network, "ties-without-weight"), "2");
    ent_network_free(network);
    hand_free(&corpus);
}

/* ---- adjacency ---- */

static void test_neighbours_come_in_rows(void **state)
{
    static const ent_i_link links[] = {{0, 1, 2}, {1, 3, 4}, {0, 3, 1}};
    ent_i_adjacency adjacency = {0};
    (void)state;
    assert_true(ent_i_adjacency_build(&adjacency, 4, links, 3));
    static const size_t first[] = {0, 2, 4, 4, 6};
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(adjacency.first[i], first[i]);
    assert_int_equal(adjacency.neighbours[0].node, 1);
    assert_int_equal(adjacency.neighbours[1].node, 3);
    assert_near(adjacency.neighbours[1].weight, 1, 0);
    assert_int_equal(adjacency.neighbours[4].node, 1);
    ent_i_adjacency_free(&adjacency);
}

static void test_groups_of_a_size_go_by_lowest_node(void **state)
{
    uint32_t group[] = {2, 0, 1, 0, 1, 2, 3, 1};
    static const uint32_t renumbered[] = {1, 2, 0, 2, 0, 1, 3, 0};
    (void)state;
    assert_true(ent_i_number_by_size(group, 8, 4));
    assert_memory_equal(group, renumbered, sizeof group);
    assert_true(ent_i_number_by_size(group, 0, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_isolates_stay_while_no_tie_is_chosen),
        cmocka_unit_test(test_thresholds_include_their_value),
        cmocka_unit_test(test_ego_keeps_what_is_near),
        cmocka_unit_test(test_ego_must_be_there),
        cmocka_unit_test(test_largest_component_and_top),
        cmocka_unit_test(test_backbone_keeps_what_stands_out),
        cmocka_unit_test(test_filters_work_one_after_another),
        cmocka_unit_test(test_weights_of_zero_or_less_make_no_tie),
        cmocka_unit_test(test_neighbours_come_in_rows),
        cmocka_unit_test(test_groups_of_a_size_go_by_lowest_node),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
