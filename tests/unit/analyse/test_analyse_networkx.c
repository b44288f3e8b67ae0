/* The measures of a graph against networkx, where Python has it. */
#include "unit/hand_corpus.h"

#include <sys/wait.h>
#include <unistd.h>

/* Zachary's karate club (1977), as "who whom weight". */
static const struct {
    uint32_t a, b, weight;
} CLUB[] = {{0, 1, 4},   {0, 2, 5},   {0, 3, 3},   {0, 4, 3},   {0, 5, 3},
            {0, 6, 3},   {0, 7, 2},   {0, 8, 2},   {0, 10, 2},  {0, 11, 3},
            {0, 12, 1},  {0, 13, 3},  {0, 17, 2},  {0, 19, 2},  {0, 21, 2},
            {0, 31, 2},  {1, 2, 6},   {1, 3, 3},   {1, 7, 4},   {1, 13, 5},
            {1, 17, 1},  {1, 19, 2},  {1, 21, 2},  {1, 30, 2},  {2, 3, 3},
            {2, 7, 4},   {2, 8, 5},   {2, 9, 1},   {2, 13, 3},  {2, 27, 2},
            {2, 28, 2},  {2, 32, 2},  {3, 7, 3},   {3, 12, 3},  {3, 13, 3},
            {4, 6, 2},   {4, 10, 3},  {5, 6, 5},   {5, 10, 3},  {5, 16, 3},
            {6, 16, 3},  {8, 30, 3},  {8, 32, 3},  {8, 33, 4},  {9, 33, 2},
            {13, 33, 3}, {14, 32, 3}, {14, 33, 2}, {15, 32, 3}, {15, 33, 4},
            {18, 32, 1}, {18, 33, 2}, {19, 33, 1}, {20, 32, 3}, {20, 33, 1},
            {22, 32, 2}, {22, 33, 3}, {23, 25, 5}, {23, 27, 4}, {23, 29, 3},
            {23, 32, 5}, {23, 33, 4}, {24, 25, 2}, {24, 27, 3}, {24, 31, 2},
            {25, 31, 7}, {26, 29, 4}, {26, 33, 2}, {27, 33, 4}, {28, 31, 2},
            {28, 33, 2}, {29, 32, 4}, {29, 33, 2}, {30, 32, 3}, {30, 33, 3},
            {31, 32, 4}, {31, 33, 4}, {32, 33, 5}};
enum { TIES = sizeof CLUB / sizeof *CLUB, MEMBERS = 34 };

static ent_network *measure_club(ent_corpus *corpus)
{
    hand_tie ties[TIES];
    const char *names[MEMBERS];
    for (uint32_t i = 0; i < MEMBERS; i++) {
        char name[16];
        snprintf(name, sizeof name, "m%u", i);
        names[i] = ent_i_arena_strdup(&corpus->arena, name);
    }
    for (size_t i = 0; i < TIES; i++)
        ties[i] =
            (hand_tie){names[CLUB[i].a], names[CLUB[i].b], CLUB[i].weight};
    hand_graph(corpus, ties, TIES);
    ent_network *network = NULL;
    assert_int_equal(ent_network_build(&network, corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_network_analyse(network, NULL, NULL), ENT_OK);
    return network;
}

/* Four communities; 0.444903581 is the optimum (igraph's exhaustive search). */
static void test_club_splits_as_known(void **state)
{
    ent_corpus corpus = {0};
    (void)state;
    ent_network *network = measure_club(&corpus);
    const ent_network_summary *summary = ent_network_get_summary(network);
    uint32_t sizes[4] = {0};
    assert_int_equal(summary->communities, 4);
    assert_near(summary->modularity, 0.444903581267, 1e-9);
    for (size_t i = 0; i < MEMBERS; i++)
        sizes[ent_network_node(network, i)->community]++;
    static const uint32_t known[] = {12, 11, 6, 5};
    assert_memory_equal(sizes, known, sizeof sizes);
    ent_network_free(network);
    hand_free(&corpus);
}

/* Reads the script's lines; false when Python or networkx is not there. */
static bool run_networkx(const char *ties, ent_i_string *out)
{
    const char *pythons[] = {"python3", "/usr/bin/python3"};
    for (size_t i = 0; i < sizeof pythons / sizeof *pythons; i++) {
        char command[1024];
        char line[512];
        snprintf(command, sizeof command,
                 "%s '%s/unit/networkx_measures.py' < '%s' 2>/dev/null",
                 pythons[i], ENTENTE_TESTS_DIR, ties);
        FILE *pipe = popen(command, "r");
        assert_non_null(pipe);
        out->n = 0;
        while (fgets(line, sizeof line, pipe))
            assert_true(ent_i_string_adds(out, line));
        int code = pclose(pipe);
        if (WIFEXITED(code) && WEXITSTATUS(code) == 0)
            return true;
    }
    return false;
}

static void check_line(const ent_network *network, const char *line)
{
    char id[16];
    double betweenness, closeness, eigenvector, pagerank;
    assert_int_equal(sscanf(line, "%15s %lf %lf %lf %lf", id, &betweenness,
                            &closeness, &eigenvector, &pagerank),
                     5);
    const ent_node *node = hand_node(network, id);
    assert_non_null(node);
    assert_near(hand_measure(network, node, "betweenness"), betweenness, 1e-9);
    assert_near(hand_measure(network, node, "closeness"), closeness, 1e-9);
    assert_near(hand_measure(network, node, "eigenvector"), eigenvector, 1e-7);
    assert_near(hand_measure(network, node, "pagerank"), pagerank, 1e-9);
}

static void test_club_is_measured_as_by_networkx(void **state)
{
    ent_corpus corpus = {0};
    ent_i_string lines = {0};
    char path[] = "/tmp/entente-ties-XXXXXX";
    (void)state;
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "w");
    for (size_t i = 0; i < TIES; i++)
        fprintf(file, "m%u m%u %u\n", CLUB[i].a, CLUB[i].b, CLUB[i].weight);
    assert_int_equal(fclose(file), 0);
    bool there = run_networkx(path, &lines);
    unlink(path);
    if (!there) {
        ent_i_vec_free(&lines);
        skip();
    }
    ent_network *network = measure_club(&corpus);
    size_t checked = 0;
    for (char *line = lines.items, *end; (end = strchr(line, '\n'));
         line = end + 1, checked++) {
        *end = '\0';
        check_line(network, line);
    }
    assert_int_equal(checked, MEMBERS);
    ent_network_free(network);
    ent_i_vec_free(&lines);
    hand_free(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_club_splits_as_known),
        cmocka_unit_test(test_club_is_measured_as_by_networkx),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
