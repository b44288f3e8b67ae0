/* The small parts of reports: numbers, lines, cells, the order of rows, words
 * for contacts. */
#include "unit/random_corpus.h"

#include <locale.h>

#include "report/contact.h"
#include "report/page.h"
#include "report/rank.h"

/* ---- numbers ---- */

static void test_numbers_come_back_as_they_were(void **state)
{
    uint64_t seed = 5;
    char text[40];
    (void)state;
    for (int i = 0; i < 20000; i++) {
        double scale[] = {1e-6, 1, 1e3, 1e9};
        double value =
            ((double)random_next(&seed) / 1.8446744073709552e19 - 0.5) *
            scale[i % 4];
        unsigned digits = (unsigned)(i % 10);
        double slack = 0.5000001 * pow(10, -(int)digits) + fabs(value) * 1e-15;
        ent_i_cell_real(value, digits, true, text);
        assert_near(strtod(text, NULL), value, slack);
        const char *point = strchr(text, '.');
        assert_int_equal(point ? strlen(point + 1) : 0, digits);
        ent_i_cell_real(value, digits, false, text);
        point = strchr(text, '.');
        assert_near(strtod(text, NULL), value, slack);
        assert_true(!point || text[strlen(text) - 1] != '0');
        assert_true(!point || point[1] != '\0');
    }
}

static void test_numbers_have_a_point_in_any_locale(void **state)
{
    char text[40];
    (void)state;
    if (!setlocale(LC_NUMERIC, "de_DE.UTF-8"))
        setlocale(LC_NUMERIC, "fr_FR.UTF-8");
    assert_string_equal(ent_i_cell_real(1234.5, 2, true, text), "1234.50");
    assert_string_equal(ent_i_cell_real(-0.25, 3, false, text), "-0.25");
    setlocale(LC_NUMERIC, "C");
}

/* ---- text ---- */

static void check_line(const char *text, const char *expected)
{
    ent_i_arena arena = {0};
    assert_string_equal(ent_i_one_line(&arena, text, strlen(text)), expected);
    ent_i_arena_free(&arena);
}

static void test_text_becomes_one_line(void **state)
{
    (void)state;
    check_line("", "");
    check_line("plain", "plain");
    check_line("a\nb", "a b");
    check_line("a \r\n\t b", "a b");
    check_line("Céline\x01\x02 d'Arc", "Céline d'Arc");
}

/* Whatever comes in: no control characters, no two blanks together, the rest
 * in order. */
static void test_any_text_becomes_one_line(void **state)
{
    uint64_t seed = 11;
    (void)state;
    for (int round = 0; round < 500; round++) {
        char text[64], rest[64], left[64];
        size_t n = random_below(&seed, sizeof text), kept = 0, found = 0;
        ent_i_arena arena = {0};
        for (size_t i = 0; i < n; i++) {
            text[i] = " \n\tabc.\r\x01"[random_below(&seed, 9)];
            if (text[i] > ' ')
                rest[kept++] = text[i];
        }
        const char *line = ent_i_one_line(&arena, text, n);
        for (const char *c = line; *c; c++) {
            assert_true(*c >= ' ');
            assert_false(*c == ' ' && c[1] == ' ');
            if (*c != ' ')
                left[found++] = *c;
        }
        assert_int_equal(found, kept);
        assert_memory_equal(left, rest, kept);
        ent_i_arena_free(&arena);
    }
}

/* ---- order ---- */

static bool stands_right(const ent_i_ranked_node *x, const ent_i_ranked_node *y)
{
    bool measured = !isnan(x->value);
    if (measured && x->value != y->value)
        return x->value > y->value;
    if (measured && x->betweenness != y->betweenness)
        return x->betweenness > y->betweenness;
    if (x->node->mentions != y->node->mentions)
        return x->node->mentions > y->node->mentions;
    return strcmp(x->node->id, y->node->id) < 0;
}

static void check_ranking(const ent_network *network, const char *by)
{
    ent_i_ranking of;
    size_t measure = ent_measure_find(by);
    assert_true(ent_i_rank(&of, network, measure));
    assert_int_equal(of.node_count, ent_network_node_count(network));
    assert_int_equal(of.tie_count, ent_network_tie_count(network));
    for (size_t i = 1; i < of.node_count; i++)
        assert_true(stands_right(&of.nodes[i - 1], &of.nodes[i]));
    for (size_t i = 0; i < of.node_count; i++) {
        double value = ent_network_measure(network, of.nodes[i].index, measure);
        assert_ptr_equal(of.nodes[i].node,
                         ent_network_node(network, of.nodes[i].index));
        assert_true(of.nodes[i].value == value ||
                    (isnan(value) && isnan(of.nodes[i].value)));
    }
    for (size_t i = 0; i < of.tie_count; i++) {
        assert_ptr_equal(of.ties[i].tie,
                         ent_network_tie(network, of.ties[i].index));
        if (i == 0)
            continue;
        const ent_tie *x = of.ties[i - 1].tie, *y = of.ties[i].tie;
        assert_true(x->weight >= y->weight);
        if (x->weight == y->weight && x->count == y->count)
            assert_true(x->source < y->source ||
                        (x->source == y->source && x->target < y->target));
    }
    ent_i_ranking_free(&of);
}

static void test_the_strongest_come_first(void **state)
{
    (void)state;
    for (uint64_t start = 0; start < 30; start++) {
        uint64_t seed = start;
        ent_corpus corpus;
        ent_network *network;
        ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
        random_corpus(&corpus, &seed, 14, (uint32_t)start);
        options.weight = ent_weight_at(start % 6)->name;
        assert_int_equal(ent_network_build(&network, &corpus, &options, NULL),
                         ENT_OK);
        check_ranking(network, "strength");
        check_ranking(network, "closeness"); /* without measures, too */
        assert_int_equal(ent_network_analyse(network, NULL, NULL), ENT_OK);
        check_ranking(network, "strength");
        check_ranking(network, "closeness");
        ent_network_free(network);
        hand_free(&corpus);
    }
}

static void test_ranking_survives_want_of_memory(void **state)
{
    uint64_t seed = 1;
    ent_corpus corpus;
    ent_network *network;
    (void)state;
    random_corpus(&corpus, &seed, 6, 5);
    assert_int_equal(ent_network_build(&network, &corpus, NULL, NULL), ENT_OK);
    for (long nth = 1; nth < 3; nth++) {
        ent_i_ranking of;
        ent_i_memory_fail_from(nth);
        assert_false(ent_i_rank(&of, network, 0));
        ent_i_memory_fail_from(0);
    }
    ent_network_free(network);
    hand_free(&corpus);
}

/* ---- contacts ---- */

static void test_contacts_in_words(void **state)
{
    ent_i_arena arena = {0};
    ent_i_contacts contacts = {0};
    (void)state;
    assert_string_equal(ent_i_contacts_text(&arena, &contacts), "named only");
    contacts.n[ENT_MEET][ENT_HELD] = 2;
    assert_string_equal(ent_i_contacts_text(&arena, &contacts), "met 2");
    contacts.n[ENT_MEET][ENT_PLANNED] = 1;
    contacts.n[ENT_CALL][ENT_DENIED] = 4000000000u;
    assert_string_equal(ent_i_contacts_text(&arena, &contacts),
                        "met 2, to meet 1, did not speak 4000000000");
    /* All of them at once still fit. */
    for (int kind = 0; kind < ENT_KIND_COUNT; kind++)
        for (int standing = 0; standing < ENT_STANDING_COUNT; standing++)
            contacts.n[kind][standing] = UINT32_MAX;
    const char *text = ent_i_contacts_text(&arena, &contacts);
    size_t commas = 0;
    for (const char *c = text; *c; c++)
        commas += *c == ',';
    assert_int_equal(commas, ENT_KIND_COUNT * ENT_STANDING_COUNT - 1);
    assert_non_null(strstr(text, "did not act together 4294967295"));
    ent_i_arena_free(&arena);
}

static void test_an_encounter_in_words(void **state)
{
    ent_i_arena arena = {0};
    ent_encounter e = {.when = ENT_NO_DATE, .kind = ENT_MEET};
    (void)state;
    assert_string_equal(ent_i_encounter_text(&arena, NULL), "named together");
    assert_string_equal(ent_i_encounter_text(&arena, &e), "met");
    e.where = "Paris";
    assert_string_equal(ent_i_encounter_text(&arena, &e), "met, Paris");
    e.when_text = "on Sunday";
    assert_string_equal(ent_i_encounter_text(&arena, &e),
                        "met, on Sunday, Paris");
    e.when = ent_i_date(2014, 3, 30);
    e.kind = ENT_CALL;
    e.standing = ENT_PLANNED;
    assert_string_equal(ent_i_encounter_text(&arena, &e),
                        "to speak, 2014-03-30, Paris");
    for (long nth = 1; nth < 4; nth++) {
        ent_i_arena fresh = {0};
        ent_i_memory_fail_from(nth);
        const char *text = ent_i_encounter_text(&fresh, &e);
        ent_i_memory_fail_from(0);
        assert_true(!text || strcmp(text, "to speak, 2014-03-30, Paris") == 0);
        assert_true(nth > 1 || !text);
        ent_i_arena_free(&fresh);
    }
    ent_i_arena_free(&arena);
}

/* Other schemes could run what an article wants. */
static void test_what_may_become_a_link(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool may;
    } cases[] = {{"http://news.example", true},
                 {"https://news.example/a?b#c", true},
                 {"HTTPS://news.example", true},
                 {"https://\u00e9.example", true},
                 {NULL, false},
                 {"", false},
                 {"news.example", false},
                 {"javascript:alert(1)", false},
                 {"javascript://news.example", false},
                 {"data:text/html,x", false},
                 {"ftp://news.example", false},
                 {" http://news.example", false},
                 {"http:/news.example", false},
                 {"http://", false},
                 {"https:///etc", false},
                 {"https://?x", false},
                 {"https://#x", false},
                 {"https://news.example/a b", false},
                 {"https://news.example/a\tb", false},
                 {"https://news.example/\n", false},
                 {"https://news.example/\x7f", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (ent_i_is_web_address(cases[i].text) != cases[i].may)
            fail_msg("case %zu", i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_come_back_as_they_were),
        cmocka_unit_test(test_numbers_have_a_point_in_any_locale),
        cmocka_unit_test(test_text_becomes_one_line),
        cmocka_unit_test(test_any_text_becomes_one_line),
        cmocka_unit_test(test_the_strongest_come_first),
        cmocka_unit_test(test_ranking_survives_want_of_memory),
        cmocka_unit_test(test_contacts_in_words),
        cmocka_unit_test(test_an_encounter_in_words),
        cmocka_unit_test(test_what_may_become_a_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
