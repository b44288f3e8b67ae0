/* Networks cut into slices of time. */
#include "unit/hand_corpus.h"

#include "analyse/periods.h"

static ent_date day(const char *text)
{
    ent_date date = ENT_NO_DATE;
    assert_true(ent_date_parse(text, &date));
    return date;
}

static ent_network *cut(const ent_corpus *corpus,
                        const ent_network_options *options, ent_slice_unit unit,
                        uint32_t width)
{
    ent_error error = {0};
    ent_network *network = NULL;
    ent_slice_options how = ENT_SLICE_OPTIONS_INIT;
    how.unit = unit;
    how.width = width;
    assert_int_equal(ent_network_build(&network, corpus, options, &error),
                     ENT_OK);
    assert_int_equal(ent_network_analyse(network, NULL, &error), ENT_OK);
    assert_int_equal(ent_network_cut(network, &how, &error), ENT_OK);
    return network;
}

static size_t node_named(const ent_network *network, const char *id)
{
    size_t i = 0;
    while (strcmp(ent_network_node(network, i)->id, id) != 0)
        i++;
    return i;
}

static const ent_slice_node *node_in(const ent_network *network, size_t slice,
                                     const char *id)
{
    return ent_network_slice_node(network, slice, node_named(network, id));
}

static size_t tie_between(const ent_network *network, const char *a,
                          const char *b)
{
    uint32_t x = (uint32_t)node_named(network, a);
    uint32_t y = (uint32_t)node_named(network, b);
    size_t i = 0;
    for (;; i++) {
        const ent_tie *tie = ent_network_tie(network, i);
        if ((tie->source == x && tie->target == y) ||
            (tie->source == y && tie->target == x))
            return i;
    }
}

/* ---- the calendar ---- */

static const struct {
    ent_slice_unit unit;
    const char *day, *start, *next, *name;
} PERIODS[] = {
    {ENT_SLICE_DAY, "2016-02-28", "2016-02-28", "2016-02-29", "2016-02-28"},
    {ENT_SLICE_WEEK, "2016-01-03", "2015-12-28", "2016-01-04", "2015-W53"},
    {ENT_SLICE_WEEK, "2014-12-31", "2014-12-29", "2015-01-05", "2015-W01"},
    {ENT_SLICE_WEEK, "2018-01-01", "2018-01-01", "2018-01-08", "2018-W01"},
    {ENT_SLICE_MONTH, "2015-02-28", "2015-02-01", "2015-03-01", "2015-02"},
    {ENT_SLICE_MONTH, "2016-12-31", "2016-12-01", "2017-01-01", "2016-12"},
    {ENT_SLICE_QUARTER, "2016-05-31", "2016-04-01", "2016-07-01", "2016-Q2"},
    {ENT_SLICE_QUARTER, "2016-12-01", "2016-10-01", "2017-01-01", "2016-Q4"},
    {ENT_SLICE_YEAR, "2016-12-31", "2016-01-01", "2017-01-01", "2016"},
    {ENT_SLICE_YEAR, "1969-07-20", "1969-01-01", "1970-01-01", "1969"},
};

static void test_periods_are_those_of_the_calendar(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof PERIODS / sizeof *PERIODS; i++) {
        char text[16], name[ENT_I_PERIOD_NAME];
        ent_date start =
            ent_i_period_start(PERIODS[i].unit, day(PERIODS[i].day));
        assert_string_equal(ent_date_format(start, text), PERIODS[i].start);
        ent_date next = ent_i_period_next(PERIODS[i].unit, start);
        assert_string_equal(ent_date_format(next, text), PERIODS[i].next);
        ent_i_period_name(PERIODS[i].unit, start, name);
        assert_string_equal(name, PERIODS[i].name);
    }
}

/* Every day of some centuries lies in the period that begins where the one
 * before ends. */
static void test_periods_leave_no_day_out(void **state)
{
    (void)state;
    ent_date last = day("2105-01-01");
    for (unsigned u = 0; u <= ENT_SLICE_YEAR; u++) {
        ent_slice_unit unit = (ent_slice_unit)u;
        ent_date start = ent_i_period_start(unit, day("1895-03-14"));
        for (ent_date at = start; at < last; at++) {
            if (at == ent_i_period_next(unit, start))
                start = at;
            assert_int_equal(ent_i_period_start(unit, at), start);
        }
    }
}

/* ---- counts ---- */

/* "a b" in January and March, copies and a repetition in March, one undated. */
static void fill(ent_corpus *corpus)
{
    hand_actors(corpus, "abcd");
    hand_article(corpus, "2016-01-05", "", "a saw b. a saw c.");
    hand_article(corpus, "2016-01-31", "", "a saw b.");
    hand_article(corpus, "2016-03-01", "", "c saw d. d saw a.");
    hand_article(corpus, "2016-03-02", "",
                 "On that day in that town a and d were seen again.");
    hand_article(corpus, "2016-04-02", "",
                 "On that day in that town a and d were seen again.");
    hand_article(corpus, NULL, "", "b saw c.");
}

static void test_slices_add_up_to_the_whole(void **state)
{
    (void)state;
    ent_corpus corpus = {0};
    fill(&corpus);
    ent_network *network = cut(&corpus, NULL, ENT_SLICE_MONTH, 1);
    assert_int_equal(ent_network_slice_count(network), 4);
    static const struct {
        const char *name;
        uint32_t articles, nodes, ties;
    } expected[] = {{"2016-01", 2, 3, 2},
                    {"2016-02", 0, 0, 0},
                    {"2016-03", 2, 3, 2},
                    {"2016-04", 1, 0, 0}};
    for (size_t i = 0; i < 4; i++) {
        const ent_slice *slice = ent_network_slice(network, i);
        assert_string_equal(slice->name, expected[i].name);
        assert_int_equal(slice->articles, expected[i].articles);
        assert_int_equal(slice->nodes, expected[i].nodes);
        assert_int_equal(slice->ties, expected[i].ties);
    }
    /* The repetition counts in the whole once, and so here, in March. */
    for (size_t t = 0; t < ent_network_tie_count(network); t++) {
        uint32_t count = 0;
        for (size_t i = 0; i < 4; i++)
            if (ent_network_slice_tie(network, i, t))
                count += ent_network_slice_tie(network, i, t)->count;
        bool undated = t == tie_between(network, "b", "c");
        assert_int_equal(count + undated, ent_network_tie(network, t)->count);
    }
    const ent_slice_tie *tie =
        ent_network_slice_tie(network, 2, tie_between(network, "a", "d"));
    assert_int_equal(tie->count, 2);
    assert_int_equal(tie->articles, 2);
    assert_int_equal(node_in(network, 0, "a")->mentions, 3);
    assert_int_equal(node_in(network, 0, "a")->articles, 2);
    assert_null(node_in(network, 0, "d"));
    assert_null(node_in(network, 1, "a"));
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_measures_are_those_of_the_slice(void **state)
{
    (void)state;
    ent_corpus corpus = {0};
    fill(&corpus);
    ent_network *network = cut(&corpus, NULL, ENT_SLICE_QUARTER, 1);
    size_t strength = ent_measure_find("strength");
    assert_int_equal(ent_network_slice_count(network), 2);
    assert_near(ent_network_slice_measure(network, 0, node_named(network, "a"),
                                          strength),
                5, 0);
    assert_true(isnan(ent_network_slice_measure(
        network, 1, node_named(network, "a"), strength)));
    assert_true(isnan(ent_network_slice_measure(network, 0, 99, strength)));
    assert_true(isnan(ent_network_slice_measure(network, 9, 0, strength)));
    assert_null(ent_network_slice(network, 2));
    assert_null(ent_network_slice_tie(network, 0, 99));
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_wide_slices_slide(void **state)
{
    (void)state;
    ent_corpus corpus = {0};
    fill(&corpus);
    ent_network *network = cut(&corpus, NULL, ENT_SLICE_MONTH, 2);
    static const char *const names[] = {"2016-01/2016-02", "2016-02/2016-03",
                                        "2016-03/2016-04"};
    assert_int_equal(ent_network_slice_count(network), 3);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(ent_network_slice(network, i)->name, names[i]);
    assert_int_equal(ent_network_slice(network, 1)->articles, 2);
    assert_int_equal(ent_network_slice(network, 2)->articles, 3);
    ent_network_free(network);
    hand_free(&corpus);
}

/* What is shown has fewer nodes, but the slice's figures are of the whole. */
static void test_only_what_is_shown_is_told(void **state)
{
    (void)state;
    ent_corpus corpus = {0};
    ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    options.top = 2;
    fill(&corpus);
    ent_network *network = cut(&corpus, &options, ENT_SLICE_MONTH, 1);
    assert_int_equal(ent_network_node_count(network), 2);
    assert_int_equal(ent_network_slice(network, 0)->nodes, 3);
    assert_null(ent_network_slice_node(network, 0, 2));
    assert_near(ent_network_slice_measure(network, 0, node_named(network, "a"),
                                          ent_measure_find("degree")),
                2, 0);
    ent_network_free(network);
    hand_free(&corpus);
}

/* ---- communities ---- */

/* Two groups in January; in February one of them is away; in March it comes
 * back with somebody new, and in April it has lost half to a third. */
static void test_communities_keep_their_numbers(void **state)
{
    (void)state;
    ent_corpus corpus = {0};
    hand_actors(&corpus, "abcdefgxyz");
    hand_article(&corpus, "2016-01-01", "",
                 "a saw b saw c. a saw b. d saw e saw f saw g.");
    hand_article(&corpus, "2016-02-01", "", "d saw e saw f saw g.");
    hand_article(&corpus, "2016-03-01", "",
                 "a saw b saw c saw x. d saw e saw f saw g.");
    hand_article(&corpus, "2016-04-01", "",
                 "x saw y saw z. a saw b saw c. d saw e saw f saw g.");
    ent_network *network = cut(&corpus, NULL, ENT_SLICE_MONTH, 1);
    uint32_t large = node_in(network, 0, "d")->community;
    uint32_t small = node_in(network, 0, "a")->community;
    assert_int_equal(ent_network_track_count(network), 3);
    assert_int_equal(large, 0);
    assert_int_equal(small, 1);
    assert_int_equal(node_in(network, 1, "g")->community, large);
    assert_int_equal(node_in(network, 2, "e")->community, large);
    assert_int_equal(node_in(network, 2, "x")->community, small);
    assert_int_equal(node_in(network, 3, "a")->community, small);
    assert_int_equal(node_in(network, 3, "x")->community, 2);
    const ent_track *track = ent_network_track(network, small);
    assert_int_equal(track->first, 0);
    assert_int_equal(track->last, 3);
    assert_int_equal(track->slices, 3);
    assert_int_equal(track->parent, ENT_NONE);
    assert_int_equal(ent_network_track(network, 2)->parent, small);
    assert_null(ent_network_track(network, 3));
    ent_network_free(network);
    hand_free(&corpus);
}

/* ---- mistakes ---- */

static void test_mistakes_are_refused(void **state)
{
    (void)state;
    ent_corpus corpus = {0};
    ent_error error = {0};
    ent_network *network = NULL;
    ent_slice_options how = ENT_SLICE_OPTIONS_INIT;
    hand_actors(&corpus, "ab");
    hand_article(&corpus, "1816-01-01", "", "a saw b.");
    hand_article(&corpus, "2016-01-01", "", "a saw b.");
    assert_int_equal(ent_network_build(&network, &corpus, NULL, NULL), ENT_OK);
    assert_int_equal(ent_network_cut(network, NULL, &error), ENT_ERR_ARGUMENT);
    assert_int_equal(ent_network_analyse(network, NULL, NULL), ENT_OK);
    how.width = 0;
    assert_int_equal(ent_network_cut(network, &how, &error), ENT_ERR_ARGUMENT);
    how.width = 1;
    how.unit = ENT_SLICE_DAY;
    assert_int_equal(ent_network_cut(network, &how, &error), ENT_ERR_LIMIT);
    assert_non_null(strstr(error.message, "1816-01-01 to 2016-01-01"));
    assert_int_equal(ent_network_slice_count(network), 0);
    assert_int_equal(ent_network_cut(network, NULL, &error), ENT_OK);
    assert_int_equal(ent_network_slice_count(network), 2401);
    /* Analysing again forgets the slices. */
    assert_int_equal(ent_network_analyse(network, NULL, NULL), ENT_OK);
    assert_int_equal(ent_network_slice_count(network), 0);
    ent_network_free(network);
    hand_free(&corpus);
}

static void test_undated_articles_make_no_slice(void **state)
{
    (void)state;
    ent_corpus corpus = {0};
    hand_actors(&corpus, "ab");
    hand_article(&corpus, NULL, "", "a saw b.");
    ent_network *network = cut(&corpus, NULL, ENT_SLICE_YEAR, 1);
    assert_int_equal(ent_network_slice_count(network), 0);
    ent_network_free(network);
    hand_free(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_periods_are_those_of_the_calendar),
        cmocka_unit_test(test_periods_leave_no_day_out),
        cmocka_unit_test(test_slices_add_up_to_the_whole),
        cmocka_unit_test(test_measures_are_those_of_the_slice),
        cmocka_unit_test(test_wide_slices_slide),
        cmocka_unit_test(test_only_what_is_shown_is_told),
        cmocka_unit_test(test_communities_keep_their_numbers),
        cmocka_unit_test(test_mistakes_are_refused),
        cmocka_unit_test(test_undated_articles_make_no_slice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
