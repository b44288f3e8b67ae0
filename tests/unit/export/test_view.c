/* What exporters are shown, against what the library says of the same network:
 * every attribute of every node, tie and proof of random networks. */
#include "unit/random_corpus.h"

#include "export/export.h"

enum { ACTORS = 8, ARTICLES = 20, SEEDS = 10 };

static ent_network *draw_network(ent_corpus *corpus, uint64_t seed)
{
    ent_network *network = NULL;
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    static const ent_window windows[] = {
        ENT_WINDOW_SENTENCE, ENT_WINDOW_PARAGRAPH, ENT_WINDOW_ARTICLE};
    random_corpus(corpus, &seed, ACTORS, ARTICLES);
    options.window = windows[seed % 3];
    assert_int_equal(ent_network_build(&network, corpus, &options, NULL),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(network, NULL, NULL), ENT_OK);
    return network;
}

/* The value by name; 0 when there is none. */
static int value_of(const ent_view *view, ent_scope scope, size_t item,
                    const char *name, ent_value *out)
{
    const ent_host *host = ent_i_host();
    int i = host->attribute_find(view, scope, name);
    if (i < 0)
        fail_msg("no attribute %s", name);
    return host->value(view, scope, item, (size_t)i, out);
}

static void same_text(const ent_view *view, ent_scope scope, size_t item,
                      const char *name, const char *want)
{
    ent_value value;
    assert_int_equal(value_of(view, scope, item, name, &value), 1);
    assert_string_equal(value.string, want);
}

static void same_whole(const ent_view *view, ent_scope scope, size_t item,
                       const char *name, int64_t want)
{
    ent_value value;
    assert_int_equal(value_of(view, scope, item, name, &value), 1);
    assert_true(value.integer == want);
}

/* To 15 digits; what is not measured has no value. */
static void same_real(const ent_view *view, ent_scope scope, size_t item,
                      const char *name, double want)
{
    ent_value value;
    int found = value_of(view, scope, item, name, &value);
    assert_int_equal(found, isfinite(want) ? 1 : 0);
    if (found)
        assert_near(value.real, want, fabs(want) * 1e-14);
}

static void same_day(const ent_view *view, ent_scope scope, size_t item,
                     const char *name, ent_date want)
{
    ent_value value;
    char day[16];
    int found = value_of(view, scope, item, name, &value);
    assert_int_equal(found, want != ENT_NO_DATE);
    if (found)
        assert_string_equal(value.string, ent_date_format(want, day));
}

/* A row of the library's tables. */
static void same_figure(const ent_view *view, ent_scope scope, size_t item,
                        const ent_measure *measure, double want)
{
    if (measure->whole)
        same_whole(view, scope, item, measure->name, (int64_t)want);
    else
        same_real(view, scope, item, measure->name, want);
}

static void check_node(const ent_view *view, size_t i, const ent_node *node)
{
    for (size_t m = 0; m < ent_measure_count(); m++)
        same_figure(view, ENT_NODE, i, ent_measure_at(m),
                    ent_network_measure(view->network, i, m));
    ent_value value;
    same_text(view, ENT_NODE, i, "id", node->id);
    same_text(view, ENT_NODE, i, "label", node->label);
    same_text(view, ENT_NODE, i, "type", ent_type_name((ent_type)node->type));
    same_whole(view, ENT_NODE, i, "mentions", node->mentions);
    same_whole(view, ENT_NODE, i, "articles", node->articles);
    same_whole(view, ENT_NODE, i, "curated", node->curated);
    same_whole(view, ENT_NODE, i, "component", node->component);
    same_whole(view, ENT_NODE, i, "community", node->community);
    same_day(view, ENT_NODE, i, "first", node->first);
    same_day(view, ENT_NODE, i, "last", node->last);
    assert_int_equal(value_of(view, ENT_NODE, i, "aliases", &value), 1);
    assert_int_equal(value.count, node->alias_count);
}

static void check_tie(const ent_view *view, size_t i)
{
    const ent_network *network = view->network;
    const ent_tie *tie = ent_network_tie(network, i);
    size_t source, target;
    for (size_t w = 0; w < ent_weight_count(); w++)
        same_figure(view, ENT_TIE, i, ent_weight_at(w),
                    ent_network_weight(network, i, w));
    assert_int_equal(ent_i_host()->tie_ends(view, i, &source, &target), 0);
    assert_int_equal(source, tie->source);
    assert_int_equal(target, tie->target);
    same_real(view, ENT_TIE, i, "weight", tie->weight);
    same_whole(view, ENT_TIE, i, "meet",
               ent_network_encounters(network, i, ENT_MEET));
    same_whole(view, ENT_TIE, i, "call",
               ent_network_encounters(network, i, ENT_CALL));
    same_whole(view, ENT_TIE, i, "joint",
               ent_network_encounters(network, i, ENT_JOINT));
    same_day(view, ENT_TIE, i, "first", tie->first);
    same_day(view, ENT_TIE, i, "last", tie->last);
}

/* The sentence with its white space made single blanks. */
static void check_sentence(const char *found, const char *text, size_t size)
{
    const char *end = text + size;
    for (; *found; found++) {
        if (*found == ' ') {
            assert_true(text < end && isspace((unsigned char)*text));
            while (text < end && isspace((unsigned char)*text))
                text++;
            continue;
        }
        assert_true(text < end);
        assert_int_equal(*found, *text);
        text++;
    }
    while (text < end && isspace((unsigned char)*text))
        text++;
    assert_ptr_equal(text, end);
}

static void check_proofs(const ent_view *view, const ent_network *network,
                         size_t i)
{
    const ent_host *host = ent_i_host();
    size_t n = host->proof_count(view, i);
    assert_int_equal(n, ent_network_tie(network, i)->evidence_count);
    for (size_t k = 0; k < n; k++) {
        ent_evidence want = ENT_EVIDENCE_INIT;
        char day[16];
        const ent_proof *proof = host->proof(view, i, k);
        assert_non_null(proof);
        assert_true(ent_network_evidence(network, i, k, &want));
        assert_string_equal(proof->article, ent_article_id(want.article));
        assert_string_equal(proof->title, ent_article_title(want.article));
        ent_date date = ent_article_date(want.article);
        assert_int_equal(proof->date != NULL, date != ENT_NO_DATE);
        if (proof->date)
            assert_string_equal(proof->date, ent_date_format(date, day));
        assert_int_equal(proof->start, want.start);
        assert_int_equal(proof->end, want.end);
        assert_string_equal(proof->field,
                            want.field == ENT_FIELD_TITLE ? "title" : "text");
        assert_near(proof->share, want.share, 1e-6);
        assert_int_equal(proof->kind != NULL, want.encounter != NULL);
        assert_near(proof->confidence,
                    want.encounter ? (double)want.encounter->confidence : 1,
                    1e-6);
        assert_null(proof->form);
        assert_int_equal(proof->weak, 0);
        check_sentence(proof->sentence, want.text, want.text_size);
    }
    assert_null(host->proof(view, i, n));
}

static void test_everything_is_shown_as_it_is(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        ent_corpus corpus;
        ent_network *network = draw_network(&corpus, seed);
        ent_view view = {.network = network};
        const ent_host *host = ent_i_host();
        assert_int_equal(ent_i_view_prepare(&view, NULL), ENT_OK);
        assert_int_equal(host->node_count(&view),
                         ent_network_node_count(network));
        assert_int_equal(host->tie_count(&view),
                         ent_network_tie_count(network));
        for (size_t i = 0; i < host->node_count(&view); i++)
            check_node(&view, i, ent_network_node(network, i));
        for (size_t i = 0; i < host->tie_count(&view); i++) {
            check_tie(&view, i);
            check_proofs(&view, network, i);
        }
        ent_i_view_free(&view);
        ent_network_free(network);
        hand_free(&corpus);
    }
}

static void test_figures_of_the_whole(void **state)
{
    (void)state;
    ent_corpus corpus;
    ent_network *network = draw_network(&corpus, 3);
    const ent_network_summary *sum = ent_network_get_summary(network);
    ent_view view = {.network = network};
    ent_value value;
    assert_int_equal(ent_i_view_prepare(&view, NULL), ENT_OK);
    same_text(&view, ENT_GRAPH, 0, "program", "entente");
    same_text(&view, ENT_GRAPH, 0, "version", ent_version());
    same_whole(&view, ENT_GRAPH, 0, "articles", sum->articles);
    same_whole(&view, ENT_GRAPH, 0, "windows", sum->windows);
    same_whole(&view, ENT_GRAPH, 0, "actors", sum->actors);
    same_whole(&view, ENT_GRAPH, 0, "nodes", sum->nodes);
    same_whole(&view, ENT_GRAPH, 0, "ties", sum->ties);
    same_whole(&view, ENT_GRAPH, 0, "components", sum->components);
    same_whole(&view, ENT_GRAPH, 0, "communities", sum->communities);
    same_real(&view, ENT_GRAPH, 0, "density", sum->density);
    same_real(&view, ENT_GRAPH, 0, "modularity", sum->modularity);
    same_day(&view, ENT_GRAPH, 0, "first", sum->first);
    same_day(&view, ENT_GRAPH, 0, "last", sum->last);
    assert_int_equal(value_of(&view, ENT_GRAPH, 0, "options", &value), 1);
    assert_true(value.count > 10);
    for (size_t i = 0; i < value.count; i++) {
        const ent_setting *want = ent_network_setting(network, i);
        const char *found[2];
        size_t size = strlen(want->name);
        assert_int_equal(strncmp(value.list[i], want->name, size), 0);
        assert_int_equal(value.list[i][size], '=');
        assert_string_equal(value.list[i] + size + 1, want->value);
        assert_int_equal(ent_i_host()->setting(&view, i, &found[0], &found[1]),
                         0);
        assert_string_equal(found[0], want->name);
        assert_string_equal(found[1], want->value);
    }
    ent_i_view_free(&view);
    ent_network_free(network);
    hand_free(&corpus);
}

/* A plug-in may keep what it was given until its write() returns. */
static void test_strings_live_until_the_end(void **state)
{
    (void)state;
    ent_corpus corpus;
    ent_network *network = draw_network(&corpus, 4);
    ent_view view = {.network = network};
    const char *kept[ACTORS][2];
    size_t n = ent_network_node_count(network);
    assert_int_equal(ent_i_view_prepare(&view, NULL), ENT_OK);
    for (size_t i = 0; i < n; i++) {
        ent_value value;
        kept[i][0] = kept[i][1] = NULL;
        if (value_of(&view, ENT_NODE, i, "first", &value) == 1)
            kept[i][0] = value.string;
        if (value_of(&view, ENT_NODE, i, "last", &value) == 1)
            kept[i][1] = value.string;
    }
    for (size_t i = 0; i < ent_network_tie_count(network); i++)
        check_tie(&view, i);
    for (size_t i = 0; i < n; i++) {
        const ent_node *node = ent_network_node(network, i);
        char day[16];
        if (kept[i][0])
            assert_string_equal(kept[i][0], ent_date_format(node->first, day));
        if (kept[i][1])
            assert_string_equal(kept[i][1], ent_date_format(node->last, day));
    }
    ent_i_view_free(&view);
    ent_network_free(network);
    hand_free(&corpus);
}

/* Before analyse there are no measures: no value, and no number for none. */
static void test_what_is_not_measured_has_no_value(void **state)
{
    (void)state;
    static const char *const measures[] = {"betweenness", "closeness",
                                           "eigenvector", "pagerank",
                                           "component",   "community"};
    ent_corpus corpus;
    uint64_t seed = 5;
    ent_network *network = NULL;
    random_corpus(&corpus, &seed, ACTORS, ARTICLES);
    assert_int_equal(ent_network_build(&network, &corpus, NULL, NULL), ENT_OK);
    ent_view view = {.network = network};
    assert_int_equal(ent_i_view_prepare(&view, NULL), ENT_OK);
    for (size_t i = 0; i < ent_network_node_count(network); i++)
        for (size_t k = 0; k < sizeof measures / sizeof *measures; k++) {
            ent_value value;
            assert_int_equal(value_of(&view, ENT_NODE, i, measures[k], &value),
                             0);
        }
    ent_i_view_free(&view);
    ent_network_free(network);
    hand_free(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_everything_is_shown_as_it_is),
        cmocka_unit_test(test_figures_of_the_whole),
        cmocka_unit_test(test_strings_live_until_the_end),
        cmocka_unit_test(test_what_is_not_measured_has_no_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
