/* Which ties a Mermaid diagram draws. */
#include "unit/hand_corpus.h"

#include "unit/random.h"

enum { ACTORS = 16, DRAWN = 10 };

typedef struct world {
    ent_corpus corpus;
    ent_network *network;
    ent_exporters *exporters;
    ent_i_string text;
} world;

static int take(void *ctx, const void *bytes, size_t n)
{
    return !ent_i_string_add(ctx, bytes, n);
}

/* Every second pair of the letters is tied, with weights of which many are
 * equal. */
static void open_world(world *w, uint64_t seed)
{
    static const char letters[ACTORS][2] = {"a", "b", "c", "d", "e", "f",
                                            "g", "h", "i", "j", "k", "l",
                                            "m", "n", "o", "p"};
    hand_tie ties[ACTORS * ACTORS];
    size_t n = 0;
    *w = (world){0};
    for (int i = 0; i < ACTORS; i++)
        for (int k = i + 1; k < ACTORS; k += 2)
            ties[n++] =
                (hand_tie){letters[i], letters[k], 1 + random_below(&seed, 6)};
    hand_graph(&w->corpus, ties, n);
    assert_int_equal(ent_network_build(&w->network, &w->corpus, NULL, NULL),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(w->network, NULL, NULL), ENT_OK);
    assert_int_equal(ent_exporters_new(&w->exporters, false, NULL, NULL),
                     ENT_OK);
}

static void close_world(world *w)
{
    ent_exporters_free(w->exporters);
    ent_network_free(w->network);
    ent_i_vec_free(&w->text);
    hand_free(&w->corpus);
}

static const char *drawn(world *w, const char *option)
{
    const char *const options[] = {option, NULL};
    const ent_sink sink = {take, &w->text};
    w->text.n = 0;
    assert_int_equal(ent_export(w->exporters, "mermaid", "x.mmd", options,
                                w->network, &sink, NULL),
                     ENT_OK);
    return w->text.items;
}

static const ent_network *sorted; /* qsort has no argument of the caller's */

/* The heaviest first; of equal ones the first. */
static int by_weight(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;
    double v = ent_network_tie(sorted, x)->weight;
    double u = ent_network_tie(sorted, y)->weight;
    return v != u ? (v > u ? -1 : 1) : x < y ? -1 : 1;
}

static void check(world *w)
{
    size_t order[ACTORS * ACTORS], n = ent_network_tie_count(w->network);
    bool shown[ACTORS] = {false};
    const char *at = drawn(w, "max-ties=10");
    char line[80];
    for (size_t i = 0; i < n; i++)
        order[i] = i;
    sorted = w->network;
    qsort(order, n, sizeof *order, by_weight);
    snprintf(line, sizeof line, "%%%% shows the %d heaviest of %zu ties\n",
             DRAWN, n);
    assert_non_null(strstr(at, line));
    for (size_t i = 0; i < DRAWN; i++) {
        const ent_tie *tie = ent_network_tie(w->network, order[i]);
        snprintf(line, sizeof line, "  n%u ---|%g| n%u\n", tie->source,
                 tie->weight, tie->target);
        shown[tie->source] = shown[tie->target] = true;
        at = strstr(at, line); /* in this order */
        assert_non_null(at);
    }
    assert_null(strstr(at + strlen(line), " ---|"));
    for (size_t i = 0; i < ACTORS; i++) {
        snprintf(line, sizeof line, "  n%zu([", i);
        assert_int_equal(strstr(w->text.items, line) != NULL, shown[i]);
    }
}

static void test_the_heaviest_are_drawn(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 9; seed++) {
        world w;
        open_world(&w, seed);
        check(&w);
        close_world(&w);
    }
}

static void test_all_are_drawn_where_they_fit(void **state)
{
    (void)state;
    world w;
    open_world(&w, 1);
    const char *text = drawn(&w, NULL);
    size_t lines = 0;
    assert_null(strstr(text, "%%"));
    while ((text = strstr(text, " ---|"))) {
        lines++;
        text++;
    }
    assert_int_equal(lines, ent_network_tie_count(w.network));
    close_world(&w);
}

/* Whatever a label has, it stays within its quotes. */
static void test_labels_are_plain(void **state)
{
    (void)state;
    world w;
    open_world(&w, 1);
    w.corpus.actors.items[0].label = "A \"b\" <i>#x;</i>\n`c` \x1B[31m*d*";
    ent_network_free(w.network);
    assert_int_equal(ent_network_build(&w.network, &w.corpus, NULL, NULL),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(w.network, NULL, NULL), ENT_OK);
    assert_non_null(strstr(drawn(&w, NULL),
                           "([\"A #34;b#34; #60;i#62;#35;x#59;#60;/i#62; "
                           "#96;c#96; #91;31m#42;d#42;\"])"));
    close_world(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_heaviest_are_drawn),
        cmocka_unit_test(test_all_are_drawn_where_they_fit),
        cmocka_unit_test(test_labels_are_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
