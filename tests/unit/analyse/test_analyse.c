#include "unit/hand_corpus.h"

#include "analyse/paths.h"
#include "graph/graph.h"
#include "graph/igraph_adapter.h"

static ent_network *analyse(const ent_corpus *corpus,
                            const ent_network_options *options,
                            const ent_analyse_options *how)
{
    ent_error error = {0};
    ent_network *network = NULL;
    assert_int_equal(ent_network_build(&network, corpus, options, &error),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(network, how, &error), ENT_OK);
    return network;
}

/* Two groups, a bridge between them, a pendant, and a pair apart. */
static const hand_tie SMALL[] = {{"a", "b", 4}, {"a", "c", 2}, {"b", "c", 3},
                                 {"c", "d", 1}, {"d", "e", 5}, {"d", "f", 2},
                                 {"e", "f", 2}, {"f", "g", 1}, {"x", "y", 1}};

/* What networkx 2.8.8 gives for it, with ties 5 / weight long. */
static const struct {
    const char *id;
    double degree, strength, betweenness, closeness, eigenvector, pagerank;
} EXPECTED[] = {
    {"a", 2, 6, 0, 0.202205882352941, 0.567556468170301, 0.107429053894812},
    {"b", 2, 7, 0, 0.232514240874215, 0.625433754986147, 0.123620411543662},
    {"c", 3, 6, 8.0 / 28, 0.1975, 0.611303654533273, 0.108417131772424},
    {"d", 3, 8, 9.0 / 28, 0.252083333333333, 1, 0.153214901171055},
    {"e", 2, 7, 0, 0.243510230179028, 0.947128504775304, 0.136422983666927},
    {"f", 3, 5, 5.0 / 28, 0.16780303030303, 0.60755931715439,
     0.112826178685667},
    {"g", 1, 1, 0, 0.0854901960784314, 0.0925866071875457, 0.0358471170432318},
    {"x", 1, 1, 0, 0.025, 0, 1.0 / 9},
    {"y", 1, 1, 0, 0.025, 0, 1.0 / 9}};

static void test_measures_are_those_of_networkx(void **state)
{
    ent_corpus corpus = {0};
    (void)state;
    hand_graph(&corpus, SMALL, sizeof SMALL / sizeof *SMALL);
    ent_network *network = analyse(&corpus, NULL, NULL);
    for (size_t i = 0; i < sizeof EXPECTED / sizeof *EXPECTED; i++) {
        const ent_node *node = hand_node(network, EXPECTED[i].id);
        assert_non_null(node);
        assert_near(hand_measure(network, node, "degree"), EXPECTED[i].degree,
                    0);
        assert_near(hand_measure(network, node, "strength"),
                    EXPECTED[i].strength, 0);
        assert_near(hand_measure(network, node, "betweenness"),
                    EXPECTED[i].betweenness, 1e-12);
        assert_near(hand_measure(network, node, "closeness"),
                    EXPECTED[i].closeness, 1e-12);
        assert_near(hand_measure(network, node, "eigenvector"),
                    EXPECTED[i].eigenvector, 1e-9);
        assert_near(hand_measure(network, node, "pagerank"),
                    EXPECTED[i].pagerank, 1e-9);
    }
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_groups_are_numbered_by_size(void **state)
{
    ent_corpus corpus = {0};
    (void)state;
    hand_graph(&corpus, SMALL, sizeof SMALL / sizeof *SMALL);
    ent_network *network = analyse(&corpus, NULL, NULL);
    const ent_network_summary *summary = ent_network_get_summary(network);
    assert_int_equal(summary->components, 2);
    assert_int_equal(summary->communities, 3);
    /* The optimum, by exhaustive search. */
    assert_near(summary->modularity, 0.49546485260771, 1e-12);
    static const char *const communities[] = {"defg", "abc", "xy"};
    for (uint32_t c = 0; c < 3; c++)
        for (const char *p = communities[c]; *p; p++) {
            const char id[] = {*p, '\0'};
            assert_int_equal(hand_node(network, id)->community, c);
            assert_int_equal(hand_node(network, id)->component, c == 2);
        }
    assert_int_equal(summary->samples, 0);
    ent_network_free(network);
    hand_free(&corpus);
}

/* Krackhardt's kite (1990), all weights 1; its betweenness as in his paper's
 * order of the actors. */
static void test_kite_has_its_known_centralities(void **state)
{
    static const hand_tie kite[] = {
        {"a", "b", 1}, {"a", "c", 1}, {"a", "d", 1}, {"a", "f", 1},
        {"b", "d", 1}, {"b", "e", 1}, {"b", "g", 1}, {"c", "d", 1},
        {"c", "f", 1}, {"d", "e", 1}, {"d", "f", 1}, {"d", "g", 1},
        {"e", "g", 1}, {"f", "g", 1}, {"f", "h", 1}, {"g", "h", 1},
        {"h", "i", 1}, {"i", "j", 1}};
    static const struct {
        const char *id;
        double betweenness, harmonic;
    } known[] = {{"a", 0.023148148, 6.0833333}, {"c", 0, 5.5833333},
                 {"d", 0.101851852, 7.0833333}, {"f", 0.231481481, 6.8333333},
                 {"g", 0.231481481, 6.8333333}, {"h", 0.388888889, 6},
                 {"i", 0.222222222, 4.6666667}, {"j", 0, 3.4166667}};
    ent_corpus corpus = {0};
    (void)state;
    hand_graph(&corpus, kite, sizeof kite / sizeof *kite);
    ent_network *network = analyse(&corpus, NULL, NULL);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const ent_node *node = hand_node(network, known[i].id);
        assert_near(hand_measure(network, node, "betweenness"),
                    known[i].betweenness, 1e-8);
        assert_near(hand_measure(network, node, "closeness"),
                    known[i].harmonic / 9, 1e-8);
    }
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_isolates_and_empty_graphs_have_plain_values(void **state)
{
    ent_corpus corpus = {0};
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    (void)state;
    ent_network *network = analyse(&corpus, NULL, NULL);
    assert_int_equal(ent_network_get_summary(network)->components, 0);
    assert_int_equal(ent_network_get_summary(network)->communities, 0);
    ent_network_free(network);
    hand_actors(&corpus, "abc");
    hand_article(&corpus, NULL, "", "a. b. b. c.");
    options.isolates = true;
    network = analyse(&corpus, &options, NULL);
    assert_int_equal(ent_network_node_count(network), 3);
    assert_int_equal(ent_network_get_summary(network)->components, 3);
    assert_int_equal(ent_network_get_summary(network)->communities, 3);
    for (size_t i = 0; i < 3; i++) {
        const ent_node *node = ent_network_node(network, i);
        assert_near(hand_measure(network, node, "closeness"), 0, 0);
        assert_near(hand_measure(network, node, "betweenness"), 0, 0);
        assert_near(hand_measure(network, node, "eigenvector"), 0, 0);
        assert_near(hand_measure(network, node, "pagerank"), 1.0 / 3, 1e-12);
        assert_int_equal(node->component, i);
    }
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_one_tie_is_measured(void **state)
{
    static const hand_tie one[] = {{"a", "b", 3}};
    ent_corpus corpus = {0};
    (void)state;
    hand_graph(&corpus, one, 1);
    ent_network *network = analyse(&corpus, NULL, NULL);
    for (size_t i = 0; i < 2; i++) {
        const ent_node *node = ent_network_node(network, i);
        assert_near(hand_measure(network, node, "closeness"), 1, 1e-12);
        assert_near(hand_measure(network, node, "betweenness"), 0, 0);
        assert_near(hand_measure(network, node, "eigenvector"), 1, 1e-9);
        assert_near(hand_measure(network, node, "pagerank"), 0.5, 1e-12);
    }
    assert_near(ent_network_get_summary(network)->density, 1, 0);
    ent_network_free(network);
    hand_free(&corpus);
}

/* ---- against igraph ---- */

enum { NODES = 120, LINKS = 400 };

/* A random graph without loops or repeated ties; node 0 stands alone. */
static void make_random(ent_i_link *links, uint64_t seed)
{
    bool taken[NODES][NODES] = {{false}};
    for (size_t n = 0; n < LINKS;) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        uint32_t a = 1 + (uint32_t)(seed >> 33) % (NODES - 1);
        uint32_t b = 1 + (uint32_t)(seed >> 45) % (NODES - 1);
        if (a == b || taken[a][b])
            continue;
        taken[a][b] = taken[b][a] = true;
        links[n++] = (ent_i_link){a, b, 1 + (double)(seed >> 20 & 3)};
    }
}

static void ask_igraph(const ent_i_link *links, igraph_vector_t *betweenness,
                       igraph_vector_t *harmonic)
{
    igraph_t graph;
    igraph_vector_int_t ends;
    igraph_vector_t lengths;
    igraph_vector_int_init(&ends, 2 * LINKS);
    igraph_vector_init(&lengths, LINKS);
    for (igraph_integer_t i = 0; i < LINKS; i++) {
        VECTOR(ends)[2 * i] = links[i].a;
        VECTOR(ends)[2 * i + 1] = links[i].b;
        VECTOR(lengths)[i] = 4 / links[i].weight;
    }
    igraph_create(&graph, &ends, NODES, IGRAPH_UNDIRECTED);
#if IGRAPH_VERSION_MAJOR >= 1
    igraph_error_t code =
        igraph_betweenness(&graph, &lengths, betweenness, igraph_vss_all(),
                           IGRAPH_UNDIRECTED, false);
#else
    igraph_error_t code = igraph_betweenness(
        &graph, betweenness, igraph_vss_all(), IGRAPH_UNDIRECTED, &lengths);
#endif
    assert_int_equal(code, IGRAPH_SUCCESS);
    assert_int_equal(igraph_harmonic_centrality(&graph, harmonic,
                                                igraph_vss_all(), IGRAPH_ALL,
                                                &lengths, true),
                     IGRAPH_SUCCESS);
    igraph_vector_int_destroy(&ends);
    igraph_vector_destroy(&lengths);
    igraph_destroy(&graph);
}

/* Path measures of such a graph. */
static void measure(ent_i_paths *paths, const ent_i_link *links,
                    const ent_i_path_options *options)
{
    ent_i_adjacency adjacency = {0};
    uint32_t component[NODES], components;
    assert_true(ent_i_adjacency_build(&adjacency, NODES, links, LINKS));
    assert_true(ent_i_components(&adjacency, component, &components));
    assert_true(
        ent_i_measure_paths(paths, &adjacency, component, components, options));
    ent_i_adjacency_free(&adjacency);
}

static void test_path_measures_are_those_of_igraph(void **state)
{
    static const ent_i_path_options exact = {.exact = true};
    ent_i_link links[LINKS];
    igraph_vector_t wanted[2];
    (void)state;
    igraph_vector_init(&wanted[0], 0);
    igraph_vector_init(&wanted[1], 0);
    for (uint64_t seed = 1; seed < 6; seed++) {
        ent_i_paths paths;
        make_random(links, seed);
        ask_igraph(links, &wanted[0], &wanted[1]);
        measure(&paths, links, &exact);
        assert_int_equal(paths.samples, 0);
        assert_null(paths.betweenness_error);
        double pairs = (NODES - 1) * (NODES - 2) / 2.0;
        for (uint32_t i = 0; i < NODES; i++) {
            assert_near(paths.betweenness[i], VECTOR(wanted[0])[i] / pairs,
                        1e-12);
            assert_near(paths.closeness[i], VECTOR(wanted[1])[i], 1e-12);
        }
        ent_i_paths_free(&paths);
    }
    igraph_vector_destroy(&wanted[0]);
    igraph_vector_destroy(&wanted[1]);
}

/* ---- estimates ---- */

/* What many samples say of a measure's values. */
typedef struct verdict {
    double sum[NODES];     /* of the differences from the exact value */
    double squares[NODES]; /* of them, squared */
    double errors[NODES];  /* of the standard errors claimed, squared */
    uint32_t within;       /* two standard errors */
    uint32_t total;
} verdict;

static void judge(verdict *v, const double *found, const double *error,
                  const double *exact)
{
    for (uint32_t i = 0; i < NODES; i++) {
        double off = found[i] - exact[i];
        v->sum[i] += off;
        v->squares[i] += off * off;
        v->errors[i] += error[i] * error[i];
        v->within += fabs(off) <= 2 * error[i] + 1e-12;
        v->total++;
    }
}

/* The mean of all samples is the exact value, as near as their spread lets it;
 * the spread is what the standard errors say. Of 119 sources 30 seldom show the
 * few that give a node most of its betweenness. */
static void check_verdict(const verdict *v, uint32_t runs, double within)
{
    for (uint32_t i = 0; i < NODES; i++) {
        double spread = sqrt(v->squares[i] / runs);
        assert_true(fabs(v->sum[i] / runs) <=
                    4.5 * spread / sqrt(runs) + 1e-12);
        assert_true(v->errors[i] <= 2 * v->squares[i] + 1e-12);
        assert_true(v->squares[i] <= 2 * v->errors[i] + 1e-12);
    }
    assert_true(v->within > within * v->total);
}

enum { SAMPLES = 30, RUNS = 400 };

static void test_estimates_are_unbiased_and_know_their_error(void **state)
{
    static const ent_i_path_options exact = {.exact = true};
    ent_i_link links[LINKS];
    ent_i_paths truth;
    verdict between = {.total = 0}, close = {.total = 0};
    (void)state;
    make_random(links, 9);
    measure(&truth, links, &exact);
    for (uint64_t seed = 1; seed <= RUNS; seed++) {
        ent_i_path_options some = {.seed = seed, .samples = SAMPLES};
        ent_i_paths paths;
        measure(&paths, links, &some);
        assert_int_equal(paths.samples, SAMPLES);
        judge(&between, paths.betweenness, paths.betweenness_error,
              truth.betweenness);
        judge(&close, paths.closeness, paths.closeness_error, truth.closeness);
        ent_i_paths_free(&paths);
    }
    check_verdict(&between, RUNS, 0.75);
    check_verdict(&close, RUNS, 0.9);
    ent_i_paths_free(&truth);
}

/* As many samples as nodes are no sample. */
static void test_samples_of_all_are_exact(void **state)
{
    ent_i_link links[LINKS];
    ent_i_paths paths;
    ent_i_path_options all = {.seed = 1, .samples = NODES};
    (void)state;
    make_random(links, 3);
    measure(&paths, links, &all);
    assert_int_equal(paths.samples, 0);
    ent_i_paths_free(&paths);
}

/* A ring so long that its nodes lie beyond one another's surroundings, and a
 * pair apart, which is exact whatever the sample. */
static void test_what_is_far_is_estimated(void **state)
{
    enum { LONG = 3000, SAMPLE = 300 };
    ent_i_link *links = malloc((LONG + 1) * sizeof *links);
    uint32_t *component = malloc((LONG + 2) * sizeof *component), components;
    ent_i_adjacency adjacency = {0};
    ent_i_path_options how = {.seed = 5, .samples = SAMPLE};
    ent_i_paths paths;
    double wanted = 0, off = 0, error = 0;
    (void)state;
    assert_true(links && component);
    for (uint32_t i = 0; i < LONG; i++)
        links[i] = (ent_i_link){i, (i + 1) % LONG, 1};
    links[LONG] = (ent_i_link){LONG, LONG + 1, 1};
    for (uint32_t d = 1; d < LONG; d++)
        wanted += 1.0 / (d < LONG - d ? d : LONG - d) / (LONG + 1);
    assert_true(ent_i_adjacency_build(&adjacency, LONG + 2, links, LONG + 1));
    assert_true(ent_i_components(&adjacency, component, &components));
    assert_true(
        ent_i_measure_paths(&paths, &adjacency, component, components, &how));
    for (uint32_t i = 0; i < LONG; i++) {
        off += fabs(paths.closeness[i] - wanted) / LONG;
        error += paths.closeness_error[i] / LONG;
    }
    assert_true(off > 0 && off < 2 * error);
    assert_true(error < 0.04 * wanted);
    assert_near(paths.closeness[LONG], 1.0 / (LONG + 1), 1e-15);
    assert_near(paths.closeness_error[LONG], 0, 0);
    ent_i_paths_free(&paths);
    ent_i_adjacency_free(&adjacency);
    free(component);
    free(links);
}

/* ---- repeatable, and safe ---- */

/* Large enough for the libraries' own threads, which would show. */
enum { RING = 700 };

static void make_ring(ent_corpus *corpus)
{
    ent_i_string text = {0};
    for (int i = 0; i < RING; i++) {
        char id[16];
        snprintf(id, sizeof id, "r%d", i);
        hand_actor(corpus, ent_i_arena_strdup(&corpus->arena, id));
        assert_true(ent_i_string_addf(&text, "r%d r%d. r%d r%d. ", i,
                                      (i + 1) % RING, i, i * i % RING));
    }
    hand_article(corpus, NULL, "",
                 ent_i_arena_strdup(&corpus->arena, text.items));
    ent_i_vec_free(&text);
}

static void test_same_seed_gives_the_same(void **state)
{
    ent_corpus corpus = {0};
    ent_analyse_options how = ENT_ANALYSE_OPTIONS_INIT;
    (void)state;
    make_ring(&corpus);
    how.samples = 20;
    how.seed = 7;
    ent_network *one = analyse(&corpus, NULL, &how);
    ent_network *two = analyse(&corpus, NULL, &how);
    assert_int_equal(ent_network_get_summary(one)->samples, 20);
    assert_true(
        ent_network_measure_error(one, 0, ent_measure_find("closeness")) > 0);
    assert_int_equal(ent_network_node_count(one), RING);
    for (size_t i = 0; i < RING; i++) {
        const ent_node *a = ent_network_node(one, i);
        const ent_node *b = ent_network_node(two, i);
        assert_int_equal(a->community, b->community);
        assert_near(hand_measure(one, a, "betweenness"),
                    hand_measure(two, b, "betweenness"), 0);
        assert_near(hand_measure(one, a, "closeness"),
                    hand_measure(two, b, "closeness"), 0);
        assert_near(hand_measure(one, a, "eigenvector"),
                    hand_measure(two, b, "eigenvector"), 0);
        assert_near(hand_measure(one, a, "pagerank"),
                    hand_measure(two, b, "pagerank"), 0);
    }
    ent_network_free(two);
    /* Measuring again replaces; it says so once. */
    how.samples = 0;
    how.seed = 8;
    assert_int_equal(ent_network_analyse(one, &how, NULL), ENT_OK);
    size_t settings = ent_network_setting_count(one);
    assert_string_equal(hand_setting(one, "seed"), "8");
    assert_int_equal(ent_network_analyse(one, &how, NULL), ENT_OK);
    assert_int_equal(ent_network_setting_count(one), settings);
    assert_int_equal(ent_network_get_summary(one)->samples, 0);
    assert_true(isnan(
        ent_network_measure_error(one, 0, ent_measure_find("closeness"))));
    ent_network_free(one);
    hand_free(&corpus);
}

static void test_the_hosts_generator_is_left_alone(void **state)
{
    ent_corpus corpus = {0};
    (void)state;
    make_ring(&corpus);
    igraph_rng_seed(igraph_rng_default(), 5);
    igraph_integer_t expected =
        igraph_rng_get_integer(igraph_rng_default(), 0, 1 << 30);
    igraph_rng_seed(igraph_rng_default(), 5);
    ent_network_free(analyse(&corpus, NULL, NULL));
    assert_int_equal(igraph_rng_get_integer(igraph_rng_default(), 0, 1 << 30),
                     expected);
    hand_free(&corpus);
}

static void test_each_failed_allocation_is_survived(void **state)
{
    ent_corpus corpus = {0};
    ent_network *network = NULL;
    ent_status status = ENT_ERR_MEMORY;
    (void)state;
    hand_graph(&corpus, SMALL, sizeof SMALL / sizeof *SMALL);
    long nth;
    for (nth = 1; status; nth++) {
        ent_error error = {0};
        assert_int_equal(ent_network_build(&network, &corpus, NULL, NULL),
                         ENT_OK);
        ent_i_memory_fail_from(nth);
        status = ent_network_analyse(network, NULL, &error);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        assert_int_equal(error.code, status);
        ent_network_free(network);
        assert_true(nth < 100);
    }
    assert_true(nth > 15);
    hand_free(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_measures_are_those_of_networkx),
        cmocka_unit_test(test_groups_are_numbered_by_size),
        cmocka_unit_test(test_kite_has_its_known_centralities),
        cmocka_unit_test(test_isolates_and_empty_graphs_have_plain_values),
        cmocka_unit_test(test_one_tie_is_measured),
        cmocka_unit_test(test_path_measures_are_those_of_igraph),
        cmocka_unit_test(test_estimates_are_unbiased_and_know_their_error),
        cmocka_unit_test(test_samples_of_all_are_exact),
        cmocka_unit_test(test_what_is_far_is_estimated),
        cmocka_unit_test(test_same_seed_gives_the_same),
        cmocka_unit_test(test_the_hosts_generator_is_left_alone),
        cmocka_unit_test(test_each_failed_allocation_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
