/* Networks read back: the same counts as those written, and clear words about
 * each file that isn't whole or isn't ours. */
#include "unit/hand_corpus.h"

#include <jansson.h>

#include "core/memory.h"
#include "unit/folder.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- a network, written ---- */

static int take(void *ctx, const void *bytes, size_t n)
{
    return !ent_i_string_add(ctx, bytes, n);
}

static void make_corpus(ent_corpus *corpus)
{
    hand_actors(corpus, "abcd");
    ent_article *article =
        hand_article(corpus, "2014-03-05", "a in Lund.", "a met b. c slept.");
    hand_encounter(article, ENT_MEET, ENT_HELD, 1, 1, 2);
    hand_article(corpus, "2014-03-07", "", "a, b and c left. b and d sat.");
    for (size_t i = 0; i < corpus->actors.n; i++)
        corpus->actors.items[i].mentions = corpus->actors.items[i].articles = 1;
}

static json_t *tree_of(const ent_corpus *corpus)
{
    ent_network *network;
    ent_exporters *exporters;
    ent_i_string text = {0};
    const ent_sink sink = {take, &text};
    assert_int_equal(ent_network_build(&network, corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_exporters_new(&exporters, false, NULL, NULL), ENT_OK);
    assert_int_equal(
        ent_export(exporters, NULL, "n.json", NULL, network, &sink, NULL),
        ENT_OK);
    json_t *tree = json_loadb(text.items, text.n, 0, NULL);
    assert_non_null(tree);
    ent_i_vec_free(&text);
    ent_exporters_free(exporters);
    ent_network_free(network);
    return tree;
}

static json_t *whole(void)
{
    ent_corpus corpus = {0};
    make_corpus(&corpus);
    json_t *tree = tree_of(&corpus);
    hand_free(&corpus);
    return tree;
}

static const char *path_of(const char *name)
{
    static char path[64];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static const char *put(const char *name, json_t *tree)
{
    assert_int_equal(json_dump_file(tree, path_of(name), 0), 0);
    json_decref(tree);
    return path_of(name);
}

/* Sets what stands at a place such as "links/0/count" to a JSON value; NULL
 * takes it away. */
static void edit(json_t *tree, const char *place, const char *value)
{
    char name[32];
    for (;;) {
        size_t n = strcspn(place, "/");
        snprintf(name, sizeof name, "%.*s", (int)n, place);
        if (!place[n])
            break;
        place += n + 1;
        tree = json_is_array(tree)
                   ? json_array_get(tree, strtoul(name, NULL, 10))
                   : json_object_get(tree, name);
        assert_non_null(tree);
    }
    json_t *new = value ? json_loads(value, JSON_DECODE_ANY, NULL) : NULL;
    size_t at = strtoul(name, NULL, 10);
    assert_true(!value || new);
    assert_int_equal(json_is_array(tree)
                         ? (new ? json_array_set_new(tree, at, new)
                                : json_array_remove(tree, at))
                         : (new ? json_object_set_new(tree, name, new)
                                : json_object_del(tree, name)),
                     0);
}

/* ---- what is whole ---- */

static void test_counts_come_back(void **state)
{
    (void)state;
    ent_corpus corpus = {0}, *read;
    ent_error error;
    make_corpus(&corpus);
    json_t *before = tree_of(&corpus);
    assert_int_equal(ent_corpus_new(&read, NULL), ENT_OK);
    put("n.json", json_incref(before));
    assert_int_equal(ent_corpus_add_network(read, path_of("n.json"), &error),
                     ENT_OK);
    json_t *after = tree_of(read);
    static const char *const parts[] = {"nodes", "links", "articles"};
    for (size_t i = 0; i < COUNT(parts); i++)
        assert_true(json_equal(json_object_get(before, parts[i]),
                               json_object_get(after, parts[i])));
    json_decref(before);
    json_decref(after);
    ent_corpus_free(read);
    hand_free(&corpus);
}

static void test_a_network_is_told_by_its_beginning(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is;
    } cases[] = {
        {"", false},
        {"{}", false},
        {"[]", false},
        {"{\"directed\":false,\"multigraph\":false,\"graph\":{", false},
        {"Ann Roe met Bo Ek.", false}};
    assert_true(ent_saved_is_network(put("n.json", whole())));
    assert_false(ent_saved_is_network(path_of("absent.json")));
    for (size_t i = 0; i < COUNT(cases); i++) {
        FILE *file = fopen(path_of("other"), "w");
        assert_non_null(file);
        fputs(cases[i].text, file);
        fclose(file);
        if (ent_saved_is_network(path_of("other")) != cases[i].is)
            fail_msg("case %zu", i);
    }
}

/* ---- what isn't ---- */

/* An edit, and what is said then; NULL: nothing. */
typedef struct edited {
    const char *place, *value;
    const char *to_compare; /* by ent_saved_read */
    const char *to_add;     /* by ent_corpus_add_network */
} edited;

#define NODE "a node has no id, label, type, mentions"
#define WHOLE "expected a whole network, found one made with "
#define OPTIONS "its options are not complete"
#define EVIDENCE "evidence has no article that counts"
#define CONTACT "evidence has no kind, status, confidence or day"
#define ENDS "a tie has no two nodes"

static const edited graphs[] = {
    {"graph", NULL, "it has no \"graph\"", "does not name entente"},
    {"graph/program", "\"other\"", "does not name entente",
     "does not name entente"},
    {"graph/counts", NULL, "no count of articles", "counts are not complete"},
    {"graph/counts/articles", "-1", "no count of articles", NULL},
    {"graph/counts/windows", "1.5", NULL, "counts are not complete"},
    {"graph/first", "\"soon\"", "no count of articles", NULL},
    {"graph/options/weight", "1", "an option is no text",
     "an option is no text"},
    {"nodes", NULL, "it has no \"nodes\" or \"links\"", ENDS},
    {"articles", NULL, NULL, "no list of \"articles\""},
    {"articles/0/id", NULL, NULL, "an article has no id"},
    {"articles/0/date", "\"2014-13-01\"", NULL, "an article has no id"},
    {"articles/0/copy_of", "\"n9\"", NULL, "a copy_of is no other article"},
    {"articles/0/copy_of", "\"n0\"", NULL, "a copy_of is no other article"},
    {"graph/options/min-mentions", "\"2\"", NULL, WHOLE "min-mentions=2"},
    {"graph/options/min-mentions", NULL, NULL, OPTIONS},
    {"graph/options/backbone", "\"0.05\"", NULL, WHOLE "backbone=0.05"},
    {"graph/options/top", "\"10\"", NULL, WHOLE "top=10"},
    {"graph/options/component", "\"1\"", NULL, WHOLE "component=1"},
    {"graph/options/isolates", "\"drop\"", NULL, WHOLE "isolates=drop"},
    {"graph/options/isolates", NULL, NULL, OPTIONS},
    {"graph/options/types", NULL, NULL, OPTIONS},
    {"graph/options/types", "\"dogs\"", NULL, "its options are not known"},
    {"graph/options/window-max", NULL, NULL, OPTIONS}};

static const edited nodes[] = {
    {"nodes/0/id", NULL, NODE, NODE},
    {"nodes/0/id", "\"\"", NODE, NODE},
    {"nodes/0/id", "7", NODE, NODE},
    {"nodes/0/label", NULL, NODE, NODE},
    {"nodes/0/type", NULL, NODE, NODE},
    {"nodes/0/type", "\"dog\"", NULL, NODE},
    {"nodes/0/mentions", "\"2\"", NODE, NODE},
    {"nodes/0/mentions", "5000000000", NODE, NODE},
    {"nodes/0/articles", NULL, NODE, NODE},
    {"nodes/0/windows", NULL, NULL, NODE},
    {"nodes/0/first", "\"2014\"", NODE, NODE},
    {"nodes/0/first", NULL, NULL, NULL},
    {"nodes/1/id", "\"a\"", "two nodes have one id", "two nodes have one id"}};

static const edited ties[] = {
    {"links/0/source", NULL, ENDS, ENDS},
    {"links/0/source", "\"nobody\"", ENDS, ENDS},
    {"links/0/source", "0", ENDS, ENDS},
    {"links/0/weight", NULL, "a tie has no weight", NULL},
    {"links/0/weight", "\"1\"", "a tie has no weight", NULL},
    {"links/0/count", NULL, "a tie has no weight, count", ENDS ", or no count"},
    {"links/0/count", "9", NULL, "the evidence of a tie is not complete"},
    {"links/0/articles", NULL, "a tie has no weight, count or articles", NULL},
    {"links/0/last", "\"x\"", "a tie has no weight", NULL},
    {"links/0/events", NULL, NULL, "a tie has no encounters or events"},
    {"links/0/encounters/call", NULL, NULL, "a tie has no encounters"},
    {"links/0/evidence", NULL, NULL, "the evidence of a tie is not complete"},
    {"links/0/evidence/0/article", NULL, NULL, EVIDENCE},
    {"links/0/evidence/0/article", "\"n9\"", NULL, EVIDENCE},
    {"links/0/evidence/0/field", NULL, NULL, EVIDENCE},
    {"links/0/evidence/0/sentence", NULL, NULL, EVIDENCE},
    {"links/0/evidence/0/start", "99", NULL, EVIDENCE},
    {"links/0/evidence/0/end", "-1", NULL, EVIDENCE},
    {"links/0/evidence/0/names", "1", NULL, EVIDENCE},
    {"links/0/evidence/0/sights", "0", NULL, EVIDENCE},
    {"links/0/evidence/0/kind", "\"hug\"", NULL, CONTACT},
    {"links/0/evidence/0/status", "\"maybe\"", NULL, CONTACT},
    {"links/0/evidence/0/form", "\"dance\"", NULL, CONTACT},
    {"links/0/evidence/0/weak", "8", NULL, CONTACT},
    {"links/0/evidence/0/confidence", "1.5", NULL, CONTACT},
    {"links/0/evidence/0/confidence", "-0.5", NULL, CONTACT},
    {"links/0/evidence/0/when", "\"March\"", NULL, CONTACT},
    {"links/0/evidence/0/kind", NULL, NULL, NULL}};

static void check_said(const edited *e, ent_status status,
                       const ent_error *error, const char *expected)
{
    if (!expected && !status)
        return;
    if (!expected || status != ENT_ERR_FORMAT ||
        !strstr(error->message, expected))
        fail_msg("%s: %s: %s, found %s", e->place, e->value ? e->value : "gone",
                 expected ? expected : "no error",
                 status ? error->message : "none");
    assert_string_equal(error->file, path_of("n.json"));
}

static void check_edits(const edited *edits, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        json_t *tree = whole();
        ent_saved *saved = NULL;
        ent_corpus *corpus;
        ent_error error = {.message = ""};
        edit(tree, edits[i].place, edits[i].value);
        const char *path = put("n.json", tree);
        ent_status status = ent_saved_read(&saved, path, &error);
        check_said(&edits[i], status, &error, edits[i].to_compare);
        ent_saved_free(saved);
        assert_int_equal(ent_corpus_new(&corpus, NULL), ENT_OK);
        status = ent_corpus_add_network(corpus, path, &error);
        check_said(&edits[i], status, &error, edits[i].to_add);
        ent_corpus_free(corpus);
    }
}

static void test_graphs(void **state)
{
    (void)state;
    check_edits(graphs, COUNT(graphs));
}

static void test_nodes(void **state)
{
    (void)state;
    check_edits(nodes, COUNT(nodes));
}

static void test_ties(void **state)
{
    (void)state;
    check_edits(ties, COUNT(ties));
}

/* ---- several ---- */

/* An edit of the second network, and what is said of it. */
static const edited seconds[] = {
    {"graph/options/window", "\"text\"", NULL,
     "expected a network made with window=sentence like the others, found "
     "window=text"},
    {"graph/options/resolve", "\"article\"", NULL,
     "expected a network made with resolve=corpus, found resolve=article"}};

static void test_only_networks_alike_are_added(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(seconds); i++) {
        ent_corpus *corpus;
        ent_error error = {.message = ""};
        json_t *second = whole();
        assert_int_equal(ent_corpus_new(&corpus, NULL), ENT_OK);
        assert_int_equal(
            ent_corpus_add_network(corpus, put("first.json", whole()), &error),
            ENT_OK);
        edit(second, seconds[i].place, seconds[i].value);
        const char *path = put("n.json", second);
        ent_status status = ent_corpus_add_network(corpus, path, &error);
        check_said(&seconds[i], status, &error, seconds[i].to_add);
        ent_corpus_free(corpus);
    }
}

static void test_a_corpus_with_articles_takes_none(void **state)
{
    (void)state;
    ent_corpus corpus = {0};
    ent_error error;
    make_corpus(&corpus);
    assert_int_equal(
        ent_corpus_add_network(&corpus, put("n.json", whole()), &error),
        ENT_ERR_ARGUMENT);
    hand_free(&corpus);
}

/* ---- no memory ---- */

static void test_each_failed_allocation_is_survived(void **state)
{
    (void)state;
    const char *path = put("n.json", whole());
    ent_status status = ENT_ERR_MEMORY;
    for (unsigned i = 1; status == ENT_ERR_MEMORY; i++) {
        ent_saved *saved = NULL;
        ent_error error;
        ent_i_memory_fail_from(i);
        status = ent_saved_read(&saved, path, &error);
        ent_i_memory_fail_from(0);
        ent_saved_free(saved);
    }
    assert_int_equal(status, ENT_OK);
    status = ENT_ERR_MEMORY;
    for (unsigned i = 1; status == ENT_ERR_MEMORY; i++) {
        ent_corpus *corpus;
        ent_error error;
        assert_int_equal(ent_corpus_new(&corpus, NULL), ENT_OK);
        ent_i_memory_fail_from(i);
        status = ent_corpus_add_network(corpus, path, &error);
        ent_i_memory_fail_from(0);
        ent_corpus_free(corpus);
    }
    assert_int_equal(status, ENT_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_come_back),
        cmocka_unit_test(test_a_network_is_told_by_its_beginning),
        cmocka_unit_test(test_graphs),
        cmocka_unit_test(test_nodes),
        cmocka_unit_test(test_ties),
        cmocka_unit_test(test_only_networks_alike_are_added),
        cmocka_unit_test(test_a_corpus_with_articles_takes_none),
        cmocka_unit_test(test_each_failed_allocation_is_survived),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
