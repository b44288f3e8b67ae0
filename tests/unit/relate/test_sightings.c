/* Packed sightings: what was added comes back, from any place, and sorting some
 * at a time gives the same list as sorting all. */
#include "unit/random_corpus.h"

#include "relate/counter.h"

enum { SOME = 1000, PAIRS = 40, ACTORS = 12 };

/* Mostly small numbers, now and then any. */
static uint32_t any_number(uint64_t *seed)
{
    uint32_t bits = (uint32_t)random_next(seed);
    return random_below(seed, 8) ? bits % 4 : bits;
}

static ent_i_sighting any_sighting(uint64_t *seed)
{
    ent_i_sighting s = {.pair = any_number(seed),
                        .article = any_number(seed),
                        .sentence = any_number(seed),
                        .encounter = ENT_NONE,
                        .names = any_number(seed),
                        .sights = 1,
                        .share = random_below(seed, 3) ? 1 : 0.25F};
    s.last = s.sentence;
    if (!random_below(seed, 4))
        s.encounter = any_number(seed);
    if (!random_below(seed, 4)) {
        s.last = any_number(seed);
        s.apart = any_number(seed);
        s.sights = any_number(seed);
    }
    return s;
}

static void test_sightings_come_back(void **state)
{
    ent_i_sighting all[SOME], found;
    ent_i_sightings list = {0};
    uint64_t seed = 5;
    (void)state;
    for (size_t i = 0; i < SOME; i++) {
        all[i] = any_sighting(&seed);
        assert_true(ent_i_sightings_add(&list, &all[i]));
    }
    assert_int_equal(list.n, SOME);
    assert_in_range(list.bytes.n, 1, SOME * sizeof *all / 2);
    for (size_t i = SOME; i-- > 0;) {
        found = ent_i_sighting_at(&list, i);
        assert_memory_equal(&found, &all[i], sizeof found);
    }
    ent_i_sightings_walk walk = {.list = &list};
    for (size_t i = 0; i < SOME; i++) {
        assert_true(ent_i_sightings_next(&walk, &found));
        assert_memory_equal(&found, &all[i], sizeof found);
    }
    assert_false(ent_i_sightings_next(&walk, &found));
    ent_i_sightings_free(&list);
}

/* Counts the same windows, whatever is unpacked at once. */
static void count_some(ent_i_ties *ties, const ent_corpus *corpus,
                       size_t at_once)
{
    static const ent_network_options options = ENT_NETWORK_OPTIONS_INIT;
    ent_i_counter counter = {.plan = &ties->plan,
                             .corpus = corpus,
                             .options = &options,
                             .weight = ent_i_weight_named(NULL),
                             .ties = ties,
                             .pair_limit = PAIRS * PAIRS,
                             .at_once = at_once};
    uint64_t seed = 8;
    for (size_t i = 0; i < ACTORS; i++)
        assert_true(ent_i_vec_push(&ties->presence, (ent_i_presence){0}));
    for (size_t i = 0; i < SOME; i++) {
        uint32_t a = random_below(&seed, ACTORS - 1), pair;
        ent_i_count count = {a, a + 1 + random_below(&seed, ACTORS - 1 - a), 0,
                             2};
        counter.article = random_below(&seed, (uint32_t)corpus->articles.n);
        assert_int_equal(ent_i_count_window(&counter, &count, &pair), ENT_OK);
        ent_i_sighting seen = {.pair = pair,
                               .sentence = random_below(&seed, 9),
                               .encounter = ENT_NONE,
                               .names = 2,
                               .sights = 1};
        seen.last = seen.sentence;
        assert_int_equal(ent_i_count_sighting(&counter, seen), ENT_OK);
    }
    assert_int_equal(ent_i_finish_pairs(&counter), ENT_OK);
    ent_i_keymap_free(&counter.index);
    ent_i_vec_free(&counter.ranked);
    ent_i_sightings_free(&counter.counted);
}

static void test_some_at_a_time(void **state)
{
    static const size_t at_once[] = {1, 7, 100, SOME - 1};
    ent_corpus corpus = {0};
    ent_i_ties whole = {0};
    (void)state;
    hand_actors(&corpus, "ab");
    hand_article(&corpus, "2014-01-01", "", "a b.");
    hand_article(&corpus, "2014-01-03", "", "a b.");
    hand_article(&corpus, NULL, "", "a b.");
    count_some(&whole, &corpus, SOME);
    assert_int_equal(whole.sightings.n, SOME);
    for (size_t i = 0; i < sizeof at_once / sizeof *at_once; i++) {
        ent_i_ties ties = {0};
        count_some(&ties, &corpus, at_once[i]);
        assert_int_equal(ties.sightings.bytes.n, whole.sightings.bytes.n);
        assert_memory_equal(ties.sightings.bytes.items,
                            whole.sightings.bytes.items,
                            whole.sightings.bytes.n);
        ent_i_ties_free(&ties);
    }
    ent_i_ties_free(&whole);
    hand_free(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sightings_come_back),
        cmocka_unit_test(test_some_at_a_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
