#include "unit/hand_corpus.h"

#include <locale.h>

#include "graph/graph.h"
#include "graph/igraph_adapter.h"

static const ent_network_options DEFAULTS = ENT_NETWORK_OPTIONS_INIT;

static ent_network *build(const ent_corpus *corpus,
                          const ent_network_options *options)
{
    ent_error error = {0};
    ent_network *network = NULL;
    assert_int_equal(ent_network_build(&network, corpus, options, &error),
                     ENT_OK);
    return network;
}

static void test_nodes_and_ties_are_in_order(void **state)
{
    ent_corpus corpus = {0};
    (void)state;
    hand_actors(&corpus, "dcba");
    hand_article(&corpus, "2014-05-01", "", "c a. c b. c b. d.");
    ent_network_options options = DEFAULTS;
    options.isolates = ENT_ISOLATES_DROP;
    ent_network *network = build(&corpus, &options);
    assert_int_equal(ent_network_node_count(network), 3);
    assert_string_equal(ent_network_node(network, 0)->id, "c");
    assert_string_equal(ent_network_node(network, 1)->id, "b");
    assert_string_equal(ent_network_node(network, 2)->id, "a");
    assert_int_equal(ent_network_node(network, 0)->mentions, 3);
    assert_int_equal(ent_network_node(network, 0)->actor, 1);
    assert_true(isnan(ent_network_measure(network, 0, 0)));
    assert_int_equal(ent_network_node(network, 0)->community, ENT_NONE);
    assert_null(ent_network_node(network, 3));
    assert_int_equal(ent_network_tie_count(network), 2);
    const ent_tie *tie = ent_network_tie(network, 0);
    assert_int_equal(tie->source, 0);
    assert_int_equal(tie->target, 1);
    assert_int_equal(tie->count, 2);
    assert_near(tie->weight, 2, 0);
    assert_null(ent_network_tie(network, 2));
    const ent_network_summary *summary = ent_network_get_summary(network);
    assert_int_equal(summary->actors, 4);
    assert_int_equal(summary->nodes, 3);
    assert_int_equal(summary->ties, 2);
    assert_int_equal(summary->windows, 4);
    assert_near(summary->density, 2.0 / 3, 1e-12);
    assert_true(isnan(summary->modularity));
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_equal_mentions_go_by_id(void **state)
{
    ent_corpus corpus = {0};
    (void)state;
    hand_actors(&corpus, "zay");
    hand_article(&corpus, NULL, "", "y z a.");
    ent_network *network = build(&corpus, NULL);
    assert_string_equal(ent_network_node(network, 0)->id, "a");
    assert_string_equal(ent_network_node(network, 1)->id, "y");
    assert_string_equal(ent_network_node(network, 2)->id, "z");
    ent_network_free(network);
    hand_free(&corpus);
}

static void check_text(const ent_evidence *evidence, const char *text)
{
    assert_int_equal(evidence->text_size, strlen(text));
    assert_memory_equal(evidence->text, text, strlen(text));
    assert_ptr_equal(
        evidence->text,
        ent_article_field(evidence->article, (ent_field)evidence->field) +
            evidence->start);
    assert_int_equal(evidence->end - evidence->start, evidence->text_size);
}

static void test_evidence_is_the_best_first_and_sums_to_one(void **state)
{
    ent_corpus corpus = {0};
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    (void)state;
    hand_actors(&corpus, "ab");
    hand_article(&corpus, NULL, "a and b.", "nothing.");
    ent_article *met =
        hand_article(&corpus, "2014-05-02", "", "x. a met b. b, a.");
    hand_article(&corpus, "2014-05-01", "", "a, b first.");
    hand_encounter(met, ENT_MEET, ENT_HELD, 1, 0, 1);
    ent_network *network = build(&corpus, NULL);
    assert_int_equal(ent_network_tie(network, 0)->evidence_count, 4);
    static const char *const texts[] = {"a met b.", "b, a.", "a, b first.",
                                        "a and b."};
    double sum = 0;
    for (size_t k = 0; k < 4; k++) {
        assert_true(ent_network_evidence(network, 0, k, &evidence));
        check_text(&evidence, texts[k]);
        assert_int_equal(evidence.copies, 0);
        assert_true((evidence.encounter != NULL) == (k == 0));
        sum += evidence.share;
    }
    assert_int_equal(evidence.field, ENT_FIELD_TITLE);
    assert_near(sum, 1, 1e-6);
    assert_false(ent_network_evidence(network, 0, 4, &evidence));
    assert_false(ent_network_evidence(network, 1, 0, &evidence));
    assert_int_equal(ent_network_encounters(network, 0, ENT_MEET), 1);
    ent_network_free(network);
    hand_free(&corpus);
}

/* A program built against an older header knows fewer members, one built
 * against a newer header more. */
static void test_evidence_is_filled_as_far_as_the_caller_knows(void **state)
{
    ent_corpus corpus = {0};
    struct {
        ent_evidence evidence;
        uint64_t later;
    } newer;
    (void)state;
    hand_actors(&corpus, "ab");
    hand_article(&corpus, NULL, "", "a and b.");
    ent_network *network = build(&corpus, NULL);
    memset(&newer, 0x55, sizeof newer);
    newer.evidence.size = offsetof(ent_evidence, start);
    assert_true(ent_network_evidence(network, 0, 0, &newer.evidence));
    assert_int_equal(newer.evidence.text_size, 8);
    assert_int_equal(newer.evidence.end, 0x55555555);
    newer.evidence.size = sizeof newer;
    assert_true(ent_network_evidence(network, 0, 0, &newer.evidence));
    assert_int_equal(newer.evidence.size, sizeof newer);
    assert_int_equal(newer.evidence.end, 8);
    assert_int_equal(newer.later, 0);
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_an_actor_has_its_node(void **state)
{
    ent_corpus corpus = {0};
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "abc");
    hand_article(&corpus, NULL, "", "a and c. c alone. b.");
    options.isolates = ENT_ISOLATES_DROP;
    ent_network *network = build(&corpus, &options);
    assert_int_equal(ent_network_node_count(network), 2);
    for (uint32_t i = 0; i < 2; i++) {
        const ent_node *node = ent_network_node(network, i);
        assert_int_equal(node->size, sizeof *node);
        assert_int_equal(ent_network_node_of(network, node->actor), i);
    }
    assert_int_equal(ent_network_node_of(network, 1), ENT_NONE);
    assert_int_equal(ent_network_node_of(network, 3), ENT_NONE);
    assert_int_equal(ent_network_encounters(network, 0, ENT_KIND_COUNT), 0);
    assert_int_equal(ent_network_encounters(network, 1, ENT_MEET), 0);
    ent_network_free(network);
    hand_free(&corpus);
}

static uint32_t first_copies(const ent_corpus *corpus, const char *since)
{
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    ent_network_options options = DEFAULTS;
    assert_true(ent_date_parse(since, &options.since));
    ent_network *network = build(corpus, &options);
    assert_true(ent_network_evidence(network, 0, 0, &evidence));
    ent_network_free(network);
    return evidence.copies;
}

/* Whatever the order of articles: held before planned before denied, of those
 * held the surest, of equally sure ones the newest; then what only names them,
 * a single sentence before two. */
static void test_contacts_stand_by_standing_and_confidence(void **state)
{
    static const struct {
        const char *date, *text;
        int standing; /* -1: no contact */
        float confidence;
        int place; /* in the order expected */
    } made[] = {{"2014-05-09", "a, b.", -1, 0, 5},
                {"2014-05-01", "a saw b.", ENT_HELD, 0.9F, 1},
                {"2014-05-02", "a met b.", ENT_HELD, 0.9F, 0},
                {"2014-05-03", "a may meet b.", ENT_PLANNED, 0.99F, 3},
                {"2014-05-04", "a can meet b.", ENT_HELD, 0.5F, 2},
                {"2014-05-05", "a never met b.", ENT_DENIED, 1, 4},
                {"2014-06-01", "a. b.", -1, 0, 7},
                {NULL, "a; b.", -1, 0, 6}};
    enum { N = sizeof made / sizeof *made };
    ent_corpus corpus = {0};
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "ab");
    for (size_t i = 0; i < N; i++) {
        ent_article *article =
            hand_article(&corpus, made[i].date, "", made[i].text);
        if (made[i].standing < 0)
            continue;
        hand_encounter(article, ENT_MEET, (ent_standing)made[i].standing, 0, 0,
                       1);
        article->encounters.items[0].confidence = made[i].confidence;
    }
    options.window = ENT_WINDOW_ARTICLE;
    ent_network *network = build(&corpus, &options);
    for (size_t i = 0; i < N; i++) {
        ent_evidence evidence = ENT_EVIDENCE_INIT;
        assert_true(
            ent_network_evidence(network, 0, (size_t)made[i].place, &evidence));
        assert_string_equal(ent_article_text(evidence.article), made[i].text);
    }
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_evidence_tells_the_copies_left_out(void **state)
{
    ent_corpus corpus = {0};
    (void)state;
    hand_actors(&corpus, "ab");
    hand_article(&corpus, "2014-05-01", "", "a b.");
    hand_article(&corpus, "2014-05-02", "", "a b.");
    hand_article(&corpus, "2014-05-03", "", "a b.");
    corpus.copy_of.items[1] = corpus.copy_of.items[2] = 0;
    corpus.copies.items[0] = 2;
    assert_int_equal(first_copies(&corpus, "2014-05-01"), 2);
    assert_int_equal(first_copies(&corpus, "2014-05-02"), 2);
    corpus.count_copies = true;
    assert_int_equal(first_copies(&corpus, "2014-05-01"), 0);
    hand_free(&corpus);
}

/* The last one only quotes the sentence; the third is a copy of the second. */
static void test_evidence_names_the_articles_that_say_the_same(void **state)
{
    ent_corpus corpus = {0};
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    static const char said[] = "On that day a met b on the old bridge.";
    uint32_t found[4] = {0};
    (void)state;
    hand_actors(&corpus, "abc");
    hand_article(&corpus, "2014-05-02", "", said);
    hand_article(&corpus, "2014-05-01", "", said);
    hand_article(&corpus, "2014-05-03", "", said);
    hand_article(&corpus, "2014-05-04", "",
                 "On that day A MET b, on the old bridge. c saw a.");
    corpus.copy_of.items[2] = 1;
    ent_network *network = build(&corpus, NULL);
    assert_int_equal(ent_network_tie(network, 0)->evidence_count, 1);
    assert_true(ent_network_evidence(network, 0, 0, &evidence));
    assert_string_equal(ent_article_id(evidence.article), "n1");
    assert_int_equal(evidence.copies, 3);
    assert_int_equal(ent_network_evidence_copies(network, 0, 0, found, 4), 3);
    assert_int_equal(found[0], 0);
    assert_int_equal(found[1], 2);
    assert_int_equal(found[2], 3);
    found[1] = 9;
    assert_int_equal(ent_network_evidence_copies(network, 0, 0, found, 1), 3);
    assert_int_equal(found[1], 9);
    assert_int_equal(ent_network_evidence_copies(network, 0, 1, found, 4), 0);
    assert_int_equal(ent_network_evidence_copies(network, 9, 0, found, 4), 0);
    assert_int_equal(ent_network_get_summary(network)->sentences_left_out, 2);
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_evidence_may_span_sentences(void **state)
{
    ent_corpus corpus = {0};
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "ab");
    hand_article(&corpus, NULL, "", "x. a came. He saw b. y.");
    options.window = ENT_WINDOW_PARAGRAPH;
    ent_network *network = build(&corpus, &options);
    assert_true(ent_network_evidence(network, 0, 0, &evidence));
    check_text(&evidence, "a came. He saw b.");
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_description_names_every_option(void **state)
{
    ent_corpus corpus = {0};
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "ab");
    hand_article(&corpus, "2014-05-01", "", "a b.");
    hand_article(&corpus, NULL, "", "a b.");
    options.types = 1u << ENT_PERSON | 1u << ENT_PLACE;
    options.window = ENT_WINDOW_WORDS;
    options.window_words = 25;
    options.weight = "npmi";
    options.since = ent_i_date(2014, 1, 1);
    options.min_weight = 0.25;
    ent_network *network = build(&corpus, &options);
    static const struct {
        const char *name;
        const char *value;
    } known[] = {{"types", "person,place"},  {"ties", "windows"},
                 {"window", "25"},           {"weight", "npmi"},
                 {"since", "2014-01-01"},    {"until", ""},
                 {"status", "held,planned"}, {"min-weight", "0.25"},
                 {"min-articles", "0"},      {"isolates", "auto"},
                 {"undated-left-out", "1"},  {"articles-counted", "1"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_string_equal(hand_setting(network, known[i].name),
                            known[i].value);
    assert_string_equal(ent_network_setting(network, 0)->name, "entente");
    assert_string_equal(hand_setting(network, "entente"), ent_version());
    assert_null(
        ent_network_setting(network, ent_network_setting_count(network)));
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_numbers_keep_their_point_in_any_locale(void **state)
{
    ent_i_settings out = {0};
    (void)state;
    /* Where the locale isn't installed this checks the C locale alone. */
    setlocale(LC_NUMERIC, "de_DE.UTF-8");
    assert_true(ent_i_describe_real(&out, "x", 0.5));
    assert_true(ent_i_describe_real(&out, "y", -1.5e-30));
    setlocale(LC_NUMERIC, "C");
    assert_string_equal(out.list.items[0].value, "0.5");
    assert_string_equal(out.list.items[1].value, "-1.5e-30");
    ent_i_settings_free(&out);
}

static void refused(const ent_network_options *options, const char *word)
{
    ent_corpus corpus = {0};
    ent_error error = {0};
    ent_network *network = NULL;
    assert_int_equal(ent_network_build(&network, &corpus, options, &error),
                     ENT_ERR_ARGUMENT);
    assert_null(network);
    assert_non_null(strstr(error.message, word));
}

static void test_wrong_options_are_refused(void **state)
{
    (void)state;
    static const struct {
        size_t offset;
        const char *word;
    } masks[] = {{offsetof(ent_network_options, types), "type"},
                 {offsetof(ent_network_options, kinds), "kind"},
                 {offsetof(ent_network_options, standings), "status"}};
    for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
        const unsigned wrong[] = {0, 1u << 8};
        for (int k = 0; k < 2; k++) {
            ent_network_options options = DEFAULTS;
            memcpy((char *)&options + masks[i].offset, &wrong[k],
                   sizeof wrong[k]);
            refused(&options, masks[i].word);
        }
    }
    ent_network_options options = DEFAULTS;
    options.window = ENT_WINDOW_WORDS;
    refused(&options, "word");
    options = DEFAULTS;
    options.min_weight = NAN;
    refused(&options, "weight");
    options = DEFAULTS;
    options.backbone = 1.5;
    refused(&options, "backbone");
    options = DEFAULTS;
    options.since = 10;
    options.until = 9;
    refused(&options, "since");
}

static void test_an_older_callers_options_are_completed(void **state)
{
    ent_corpus corpus = {0};
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "abc");
    hand_article(&corpus, NULL, "", "a b. c.");
    options.isolates = ENT_ISOLATES_DROP; /* not read: beyond the size */
    options.size = offsetof(ent_network_options, isolates);
    ent_network *network = build(&corpus, &options);
    assert_int_equal(ent_network_node_count(network), 3);
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_nothing_makes_an_empty_network(void **state)
{
    ent_corpus corpus = {0};
    (void)state;
    ent_network *network = build(&corpus, NULL);
    assert_int_equal(ent_network_node_count(network), 0);
    assert_int_equal(ent_network_tie_count(network), 0);
    assert_non_null(hand_setting(network, "types"));
    ent_network_free(network);
    ent_network_free(NULL);
}

static void hosts_handler(const char *reason, const char *file, int line,
                          igraph_error_t code)
{
    (void)reason;
    (void)file;
    (void)line;
    (void)code;
    IGRAPH_FINALLY_FREE();
}

static void test_igraph_graph_has_the_links(void **state)
{
    static const ent_i_link links[] = {{0, 2, 2.5}, {1, 2, 1}};
    ent_i_graph *graph = NULL;
    ent_i_igraph_use use;
    (void)state;
    assert_int_equal(ent_i_graph_new(&graph, 4, links, 2, NULL), ENT_OK);
    ent_i_igraph_enter(&use);
    assert_int_equal(igraph_vcount(&graph->graph), 4);
    assert_int_equal(igraph_ecount(&graph->graph), 2);
    assert_false(igraph_is_directed(&graph->graph));
    assert_int_equal(
        IGRAPH_FROM(&graph->graph, 0) + IGRAPH_TO(&graph->graph, 0), 2);
    assert_near(VECTOR(graph->weights)[0], 2.5, 0);
    ent_i_igraph_leave(&use);
    ent_i_graph_free(graph);
}

static void test_igraph_errors_come_back_and_handlers_too(void **state)
{
    ent_i_igraph_use use;
    ent_error error = {0};
    igraph_t graph;
    (void)state;
    igraph_error_handler_t *before = igraph_set_error_handler(hosts_handler);
    ent_i_igraph_enter(&use);
    igraph_error_t code = igraph_empty(&graph, -1, IGRAPH_UNDIRECTED);
    assert_int_equal(ent_i_igraph_check(code, "graph", &error),
                     ENT_ERR_LIBRARY);
    assert_int_equal(ent_i_igraph_check(IGRAPH_ENOMEM, "graph", NULL),
                     ENT_ERR_MEMORY);
    ent_i_igraph_leave(&use);
    assert_non_null(strstr(error.message, "igraph: "));
    assert_string_equal(error.stage, "graph");
    assert_ptr_equal(igraph_set_error_handler(before), hosts_handler);
}

static void test_each_failed_allocation_is_survived(void **state)
{
    ent_corpus corpus = {0};
    ent_network_options options = DEFAULTS;
    (void)state;
    hand_actors(&corpus, "abcde");
    hand_article(&corpus, NULL, "", "a b c. c d. d e. a b.");
    options.ego = "a";
    options.hops = 3;
    options.top = 4;
    options.backbone = 0.999;
    options.largest_component = true;
    ent_status status = ENT_ERR_MEMORY;
    long nth;
    for (nth = 1; status; nth++) {
        ent_error error = {0};
        ent_network *network = NULL;
        ent_i_memory_fail_from(nth);
        status = ent_network_build(&network, &corpus, &options, &error);
        ent_i_memory_fail_from(0);
        assert_true(status == ENT_OK || status == ENT_ERR_MEMORY);
        assert_int_equal(error.code, status);
        assert_true((network != NULL) == (status == ENT_OK));
        ent_network_free(network);
        assert_true(nth < 500);
    }
    assert_true(nth > 20);
    hand_free(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nodes_and_ties_are_in_order),
        cmocka_unit_test(test_equal_mentions_go_by_id),
        cmocka_unit_test(test_evidence_is_the_best_first_and_sums_to_one),
        cmocka_unit_test(test_evidence_is_filled_as_far_as_the_caller_knows),
        cmocka_unit_test(test_an_actor_has_its_node),
        cmocka_unit_test(test_contacts_stand_by_standing_and_confidence),
        cmocka_unit_test(test_evidence_tells_the_copies_left_out),
        cmocka_unit_test(test_evidence_names_the_articles_that_say_the_same),
        cmocka_unit_test(test_evidence_may_span_sentences),
        cmocka_unit_test(test_description_names_every_option),
        cmocka_unit_test(test_numbers_keep_their_point_in_any_locale),
        cmocka_unit_test(test_wrong_options_are_refused),
        cmocka_unit_test(test_an_older_callers_options_are_completed),
        cmocka_unit_test(test_nothing_makes_an_empty_network),
        cmocka_unit_test(test_igraph_graph_has_the_links),
        cmocka_unit_test(test_igraph_errors_come_back_and_handlers_too),
        cmocka_unit_test(test_each_failed_allocation_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
