/* Filters and measures against plain ones on matrices, on random corpora. */
#include "unit/random_corpus.h"

#include "graph/adjacency.h"
#include "relate/relate.h"

enum { ACTORS = 16, ARTICLES = 12, SEEDS = 40 };

/* A graph as a matrix; weight 0: no tie. */
typedef struct matrix {
    double weight[ACTORS][ACTORS];
    uint32_t articles[ACTORS][ACTORS];
    uint32_t mentions[ACTORS];
    bool kept[ACTORS];
} matrix;

static void fill(matrix *m, const ent_corpus *corpus,
                 const ent_network_options *options)
{
    ent_i_ties ties = {0};
    assert_int_equal(ent_i_relate(&ties, corpus, options, NULL), ENT_OK);
    *m = (matrix){0};
    for (size_t i = 0; i < ties.pairs.n; i++) {
        const ent_i_pair *pair = &ties.pairs.items[i];
        uint32_t a = pair->source, b = pair->target;
        m->weight[a][b] = m->weight[b][a] = fmax(pair->weight, 0);
        m->articles[a][b] = m->articles[b][a] = pair->articles;
    }
    for (uint32_t a = 0; a < ACTORS; a++) {
        m->mentions[a] = ties.presence.items[a].mentions;
        m->kept[a] = m->mentions[a] > 0;
    }
    ent_i_ties_free(&ties);
}

/* Takes the ties of those who go. */
static void settle(matrix *m)
{
    for (uint32_t a = 0; a < ACTORS; a++)
        for (uint32_t b = 0; b < ACTORS; b++)
            if (!m->kept[a] || !m->kept[b])
                m->weight[a][b] = 0;
}

static double strength(const matrix *m, uint32_t a, uint32_t *degree)
{
    double sum = 0;
    *degree = 0;
    for (uint32_t b = 0; b < ACTORS; b++) {
        sum += m->weight[a][b];
        *degree += m->weight[a][b] > 0;
    }
    return sum;
}

static void filter_thresholds(matrix *m, const ent_network_options *options)
{
    for (uint32_t a = 0; a < ACTORS; a++)
        m->kept[a] = m->kept[a] && m->mentions[a] >= options->min_mentions;
    settle(m);
    for (uint32_t a = 0; a < ACTORS; a++)
        for (uint32_t b = 0; b < ACTORS; b++)
            if (m->articles[a][b] < options->min_articles ||
                m->weight[a][b] < options->min_weight)
                m->weight[a][b] = 0;
}

static void filter_backbone(matrix *m, double alpha)
{
    matrix before = *m;
    for (uint32_t a = 0; alpha > 0 && a < ACTORS; a++)
        for (uint32_t b = 0; b < ACTORS; b++) {
            uint32_t k[2];
            double s[] = {strength(&before, a, &k[0]),
                          strength(&before, b, &k[1])};
            double w = before.weight[a][b];
            bool stands_out = false;
            for (int end = 0; w > 0 && end < 2; end++)
                stands_out =
                    stands_out || pow(1 - w / s[end], k[end] - 1.0) < alpha;
            if (!stands_out)
                m->weight[a][b] = 0;
        }
}

/* How many ties lie between every two (Floyd 1962, Warshall 1962). */
static void count_hops(const matrix *m, uint32_t hops[ACTORS][ACTORS])
{
    for (uint32_t a = 0; a < ACTORS; a++)
        for (uint32_t b = 0; b < ACTORS; b++)
            hops[a][b] = a == b ? 0 : m->weight[a][b] > 0 ? 1 : 1000;
    for (uint32_t c = 0; c < ACTORS; c++)
        for (uint32_t a = 0; a < ACTORS; a++)
            for (uint32_t b = 0; b < ACTORS; b++)
                if (hops[a][c] + hops[c][b] < hops[a][b])
                    hops[a][b] = hops[a][c] + hops[c][b];
}

static void filter_ego(matrix *m, uint32_t ego, uint32_t within)
{
    uint32_t hops[ACTORS][ACTORS];
    count_hops(m, hops);
    for (uint32_t a = 0; a < ACTORS; a++)
        m->kept[a] = m->kept[a] && hops[ego][a] <= within;
    settle(m);
}

/* Of equally large parts that with the lowest actor. */
static void filter_component(matrix *m)
{
    uint32_t hops[ACTORS][ACTORS], best = 0, most = 0;
    count_hops(m, hops);
    for (uint32_t a = 0; a < ACTORS; a++) {
        uint32_t size = 0;
        for (uint32_t b = 0; b < ACTORS; b++)
            size += hops[a][b] < 1000;
        if (size > most) {
            most = size;
            best = a;
        }
    }
    for (uint32_t a = 0; a < ACTORS; a++)
        m->kept[a] = m->kept[a] && hops[best][a] < 1000;
    settle(m);
}

/* Keeps whom fewer than n others outdo by their strength in the whole. */
static void filter_top(matrix *m, const matrix *whole, uint32_t n)
{
    bool stays[ACTORS];
    for (uint32_t a = 0; a < ACTORS; a++) {
        uint32_t better = 0, degree;
        double mine = strength(whole, a, &degree);
        for (uint32_t b = 0; b < ACTORS; b++) {
            double other = strength(whole, b, &degree);
            better += m->kept[b] && b != a &&
                      (other > mine ||
                       (other == mine &&
                        (m->mentions[b] > m->mentions[a] ||
                         (m->mentions[b] == m->mentions[a] && b < a))));
        }
        stays[a] = m->kept[a] && better < n;
    }
    memcpy(m->kept, stays, sizeof stays);
    settle(m);
}

static void filter_isolates(matrix *m)
{
    for (uint32_t a = 0; a < ACTORS; a++) {
        uint32_t degree;
        strength(m, a, &degree);
        m->kept[a] = m->kept[a] && degree > 0;
    }
}

static void check_same(const ent_network *network, const matrix *m)
{
    size_t nodes = 0, ties = 0;
    for (uint32_t a = 0; a < ACTORS; a++) {
        const char id[] = {(char)('a' + a), '\0'};
        assert_int_equal(hand_node(network, id) != NULL, m->kept[a]);
        nodes += m->kept[a];
        for (uint32_t b = a + 1; b < ACTORS; b++)
            ties += m->weight[a][b] > 0;
    }
    assert_int_equal(ent_network_node_count(network), nodes);
    assert_int_equal(ent_network_tie_count(network), ties);
    for (size_t i = 0; i < ties; i++) {
        const ent_tie *tie = ent_network_tie(network, i);
        uint32_t a = ent_network_node(network, tie->source)->actor;
        uint32_t b = ent_network_node(network, tie->target)->actor;
        assert_near(tie->weight, m->weight[a][b], 1e-12);
    }
}

/* Options drawn at random; each filter is asked for in some of the seeds. */
static ent_network_options draw_options(uint64_t *seed)
{
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    options.window = (ent_window)random_below(seed, 3);
    options.weight = ent_weight_at(random_below(seed, 6))->name;
    options.min_mentions = random_below(seed, 4);
    options.min_articles = random_below(seed, 3);
    options.min_weight = random_below(seed, 3) ? 0 : 0.05;
    options.backbone = random_below(seed, 3) ? 0 : 0.4;
    options.top = random_below(seed, 2) ? 0 : 1 + random_below(seed, ACTORS);
    options.largest_component = random_below(seed, 3) == 0;
    options.isolates = ENT_ISOLATES_DROP;
    return options;
}

static void test_filters_leave_what_plain_ones_leave(void **state)
{
    size_t ties = 0;
    (void)state;
    for (uint64_t start = 0; start < 5 * SEEDS; start++) {
        uint64_t seed = start;
        ent_corpus corpus;
        ent_network *network;
        matrix m;
        random_corpus(&corpus, &seed, ACTORS, ARTICLES);
        ent_network_options options = draw_options(&seed);
        fill(&m, &corpus, &options);
        filter_thresholds(&m, &options);
        matrix whole = m;
        filter_backbone(&m, options.backbone);
        if (options.largest_component)
            filter_component(&m);
        if (options.top)
            filter_top(&m, &whole, options.top);
        filter_isolates(&m);
        assert_int_equal(ent_network_build(&network, &corpus, &options, NULL),
                         ENT_OK);
        check_same(network, &m);
        ties += ent_network_tie_count(network);
        ent_network_free(network);
        hand_free(&corpus);
    }
    assert_true(ties > 1000); /* not all were filtered away */
}

static void test_ego_is_as_far_as_its_hops(void **state)
{
    (void)state;
    for (uint64_t start = 0; start < SEEDS; start++) {
        uint64_t seed = 500 + start;
        ent_corpus corpus;
        ent_network *network;
        matrix m;
        ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
        random_corpus(&corpus, &seed, ACTORS, 3);
        fill(&m, &corpus, &options);
        uint32_t ego = 0;
        while (!m.kept[ego])
            ego++;
        options.ego = corpus.actors.items[ego].id;
        options.hops = random_below(&seed, 4);
        filter_ego(&m, ego, options.hops);
        assert_int_equal(ent_network_build(&network, &corpus, &options, NULL),
                         ENT_OK);
        check_same(network, &m);
        ent_network_free(network);
        hand_free(&corpus);
    }
}

/* ---- measures ---- */

/* The modularity of the communities found (Newman 2004), from its definition.
 */
static double modularity(const matrix *m, const uint32_t *community)
{
    double total = 0, sum = 0, strengths[ACTORS];
    uint32_t degree;
    for (uint32_t a = 0; a < ACTORS; a++)
        total += strengths[a] = strength(m, a, &degree);
    for (uint32_t a = 0; a < ACTORS; a++)
        for (uint32_t b = 0; b < ACTORS; b++)
            if (community[a] == community[b])
                sum += m->weight[a][b] - strengths[a] * strengths[b] / total;
    return sum / total;
}

static ent_network *analyse(const ent_corpus *corpus,
                            const ent_network_options *options)
{
    ent_network *network;
    assert_int_equal(ent_network_build(&network, corpus, options, NULL),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(network, NULL, NULL), ENT_OK);
    return network;
}

/* By actor; those who are no node stand alone. */
static void read_communities(const ent_network *network, uint32_t *community)
{
    for (uint32_t a = 0; a < ACTORS; a++)
        community[a] = 1000 + a;
    for (size_t i = 0; i < ent_network_node_count(network); i++)
        community[ent_network_node(network, i)->actor] =
            ent_network_node(network, i)->community;
}

/* No move of one node to another's community is better than what was found. */
static void check_no_better_move(const matrix *m, const uint32_t *community,
                                 double found)
{
    for (uint32_t a = 0; a < ACTORS; a++)
        for (uint32_t b = 0; b < ACTORS; b++) {
            uint32_t moved[ACTORS];
            memcpy(moved, community, sizeof moved);
            moved[a] = community[b];
            assert_true(modularity(m, moved) <= found + 1e-9);
        }
}

static void test_modularity_is_that_of_the_communities(void **state)
{
    (void)state;
    for (uint64_t start = 0; start < SEEDS; start++) {
        uint64_t seed = 9000 + start;
        ent_corpus corpus;
        matrix m;
        uint32_t community[ACTORS], alone[ACTORS];
        ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
        random_corpus(&corpus, &seed, ACTORS, ARTICLES);
        options.weight = ent_weight_at(start % 3)->name;
        fill(&m, &corpus, &options);
        ent_network *network = analyse(&corpus, &options);
        double found = ent_network_get_summary(network)->modularity;
        read_communities(network, community);
        for (uint32_t a = 0; a < ACTORS; a++)
            alone[a] = a;
        assert_near(found, modularity(&m, community), 1e-9);
        assert_true(found >= modularity(&m, alone));
        assert_true(found >= 0);
        check_no_better_move(&m, community, found);
        ent_network_free(network);
        hand_free(&corpus);
    }
}

static void check_nodes(const ent_network *network, const matrix *m)
{
    uint32_t hops[ACTORS][ACTORS];
    double ranks = 0, strongest = 0;
    count_hops(m, hops);
    for (size_t i = 0; i < ent_network_node_count(network); i++) {
        const ent_node *x = ent_network_node(network, i);
        uint32_t degree;
        assert_near(hand_measure(network, x, "strength"),
                    strength(m, x->actor, &degree), 1e-9);
        assert_near(hand_measure(network, x, "degree"), degree, 0);
        assert_true(hand_measure(network, x, "betweenness") >= 0 &&
                    hand_measure(network, x, "betweenness") <= 1);
        assert_true(hand_measure(network, x, "closeness") >= 0 &&
                    hand_measure(network, x, "closeness") <= 1);
        assert_true(hand_measure(network, x, "pagerank") > 0);
        ranks += hand_measure(network, x, "pagerank");
        strongest = fmax(strongest, hand_measure(network, x, "eigenvector"));
        for (size_t k = 0; k < ent_network_node_count(network); k++) {
            const ent_node *y = ent_network_node(network, k);
            assert_int_equal(x->component == y->component,
                             hops[x->actor][y->actor] < 1000);
            if (x->component != y->component)
                assert_int_not_equal(x->community, y->community);
        }
    }
    assert_near(ranks, 1, 1e-9);
    assert_near(strongest, 1, 1e-9);
}

static void test_measures_keep_within_their_bounds(void **state)
{
    (void)state;
    for (uint64_t start = 0; start < SEEDS; start++) {
        uint64_t seed = 7000 + start;
        ent_corpus corpus;
        matrix m;
        ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
        random_corpus(&corpus, &seed, ACTORS, 2 + start % 9);
        options.weight = ent_weight_at(start % 4)->name;
        fill(&m, &corpus, &options);
        ent_network *network = analyse(&corpus, &options);
        check_nodes(network, &m);
        ent_network_free(network);
        hand_free(&corpus);
    }
}

/* ---- neighbours and components on their own ---- */

static void test_components_are_those_of_a_matrix(void **state)
{
    enum { LINKS = 14 };
    (void)state;
    for (uint64_t start = 0; start < 10 * SEEDS; start++) {
        uint64_t seed = start;
        ent_i_link links[LINKS];
        ent_i_adjacency adjacency = {0};
        matrix m = {0};
        uint32_t component[ACTORS], count, sizes[ACTORS] = {0};
        uint32_t hops[ACTORS][ACTORS];
        for (int i = 0; i < LINKS; i++) {
            uint32_t a = random_below(&seed, ACTORS);
            uint32_t b = (a + 1 + random_below(&seed, ACTORS - 1)) % ACTORS;
            links[i] = (ent_i_link){a, b, 1};
            m.weight[a][b] = m.weight[b][a] = 1;
        }
        assert_true(ent_i_adjacency_build(&adjacency, ACTORS, links, LINKS));
        assert_true(ent_i_components(&adjacency, component, &count));
        count_hops(&m, hops);
        for (uint32_t a = 0; a < ACTORS; a++) {
            bool within[ACTORS] = {false};
            uint32_t reach = random_below(&seed, 5);
            assert_true(ent_i_reach(&adjacency, a, reach, within));
            for (uint32_t b = 0; b < ACTORS; b++) {
                assert_int_equal(within[b], hops[a][b] <= reach);
                assert_int_equal(component[a] == component[b],
                                 hops[a][b] < 1000);
            }
            assert_true(component[a] < count);
            sizes[component[a]]++;
        }
        for (uint32_t i = 1; i < count; i++)
            assert_true(sizes[i] > 0 && sizes[i] <= sizes[i - 1]);
        ent_i_adjacency_free(&adjacency);
    }
}

/* Whatever of a network is shown, its nodes have the measures that they have in
 * the whole; asked otherwise, those of what is shown. */
static void check_measures(const ent_network *part, const ent_network *whole)
{
    for (size_t i = 0; i < ent_network_node_count(part); i++) {
        const ent_node *x = ent_network_node(part, i);
        const ent_node *y = hand_node(whole, x->id);
        assert_non_null(y);
        assert_int_equal(x->community, y->community);
        assert_int_equal(x->component, y->component);
        for (size_t m = 0; m < ent_measure_count(); m++) {
            const char *name = ent_measure_at(m)->name;
            assert_near(hand_measure(part, x, name),
                        hand_measure(whole, y, name), 0);
        }
    }
    const ent_network_summary *a = ent_network_get_summary(part);
    const ent_network_summary *b = ent_network_get_summary(whole);
    assert_int_equal(a->measured_nodes, b->nodes);
    assert_int_equal(a->measured_ties, b->ties);
    assert_int_equal(a->communities, b->communities);
    assert_near(a->density, b->density, 0);
}

static void test_a_part_has_the_measures_of_the_whole(void **state)
{
    (void)state;
    size_t parts = 0;
    for (uint64_t start = 0; start < SEEDS; start++) {
        uint64_t seed = 700 + start;
        ent_corpus corpus;
        random_corpus(&corpus, &seed, ACTORS, ARTICLES);
        ent_network_options some = draw_options(&seed);
        ent_network_options all = some;
        all.top = 0;
        all.backbone = 0;
        all.largest_component = false;
        ent_network *part = analyse(&corpus, &some);
        ent_network *whole = analyse(&corpus, &all);
        check_measures(part, whole);
        parts += ent_network_node_count(part) < ent_network_node_count(whole);
        ent_network_free(whole);
        ent_network_free(part);
        hand_free(&corpus);
    }
    assert_true(parts > SEEDS / 2);
}

static void test_what_is_shown_can_be_measured(void **state)
{
    ent_analyse_options how = ENT_ANALYSE_OPTIONS_INIT;
    (void)state;
    how.shown = true;
    for (uint64_t start = 0; start < SEEDS; start++) {
        uint64_t seed = 800 + start;
        ent_corpus corpus;
        random_corpus(&corpus, &seed, ACTORS, ARTICLES);
        ent_network_options some = draw_options(&seed);
        ent_network *part = analyse(&corpus, &some);
        assert_int_equal(ent_network_analyse(part, &how, NULL), ENT_OK);
        for (size_t i = 0; i < ent_network_node_count(part); i++) {
            double degree = 0;
            for (size_t k = 0; k < ent_network_tie_count(part); k++)
                degree += ent_network_tie(part, k)->source == i ||
                          ent_network_tie(part, k)->target == i;
            assert_near(ent_network_measure(part, i, 0), degree, 0);
        }
        assert_int_equal(ent_network_get_summary(part)->measured_ties,
                         ent_network_tie_count(part));
        assert_string_equal(hand_setting(part, "measure"), "shown");
        ent_network_free(part);
        hand_free(&corpus);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filters_leave_what_plain_ones_leave),
        cmocka_unit_test(test_ego_is_as_far_as_its_hops),
        cmocka_unit_test(test_a_part_has_the_measures_of_the_whole),
        cmocka_unit_test(test_what_is_shown_can_be_measured),
        cmocka_unit_test(test_modularity_is_that_of_the_communities),
        cmocka_unit_test(test_measures_keep_within_their_bounds),
        cmocka_unit_test(test_components_are_those_of_a_matrix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
