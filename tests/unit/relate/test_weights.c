#include "unit/hand_corpus.h"

#include "relate/relate.h"

/* k11, k12, k21, k22 of Dunning 1993, table 1, and his -2 log lambda. */
static void test_llr_gives_dunnings_figures(void **state)
{
    static const struct {
        uint32_t both, first, second, neither;
        double published;
    } bigrams[] = {
        {110, 2442, 111, 29114, 270.72}, /* the swiss */
        {29, 13, 123, 31612, 263.90},    /* can be */
        {31, 23, 139, 31584, 256.84},    /* previous year */
        {10, 0, 3, 31764, 167.23},       /* mineral water */
    };
    (void)state;
    for (size_t i = 0; i < sizeof bigrams / sizeof *bigrams; i++) {
        uint32_t both = bigrams[i].both;
        uint32_t a = both + bigrams[i].first;
        uint32_t b = both + bigrams[i].second;
        uint32_t n = a + bigrams[i].second + bigrams[i].neither;
        assert_near(hand_association("llr", both, a, b, n),
                    bigrams[i].published, 0.01);
        assert_near(hand_association("llr", both, b, a, n),
                    bigrams[i].published, 0.01);
    }
}

static void test_llr_is_zero_when_independent(void **state)
{
    (void)state;
    assert_near(hand_association("llr", 20, 40, 50, 100), 0, 1e-9);
    assert_near(hand_association("llr", 100, 100, 100, 100), 0, 1e-9);
    assert_near(hand_association("llr", 7, 7, 100, 100), 0, 1e-9);
    /* 10 and 10 of 20, never together: 2 * 20 * ln 2. */
    assert_near(hand_association("llr", 0, 10, 10, 20), 40 * log(2), 1e-9);
    assert_near(hand_association("llr", 10, 10, 10, 20), 40 * log(2), 1e-9);
}

/* Bouma's limits, and one in between by hand: p(a) = 1/2, p(b) = 1/4,
 * p(a,b) = 3/16, so ln(3/2) / ln(16/3). */
static void test_npmi_keeps_its_limits(void **state)
{
    (void)state;
    assert_near(hand_association("npmi", 5, 5, 5, 40), 1, 1e-12);
    assert_near(hand_association("npmi", 40, 40, 40, 40), 1, 1e-12);
    assert_near(hand_association("npmi", 0, 5, 5, 40), -1, 1e-12);
    assert_near(hand_association("npmi", 20, 40, 50, 100), 0, 1e-12);
    assert_near(hand_association("npmi", 3, 8, 4, 16), log(1.5) / log(16.0 / 3),
                1e-12);
    assert_true(hand_association("npmi", 1, 40, 50, 100) < 0);
    assert_true(hand_association("npmi", 1, 40, 50, 100) > -1);
}

static void test_jaccard_divides_by_either(void **state)
{
    (void)state;
    assert_near(hand_association("jaccard", 3, 8, 4, 0), 3.0 / 9, 1e-12);
    assert_near(hand_association("jaccard", 4, 4, 4, 0), 1, 1e-12);
    assert_near(hand_association("jaccard", 0, 4, 4, 0), 0, 1e-12);
    assert_near(hand_association("jaccard", 0, 0, 0, 0), 0, 1e-12);
    assert_near(
        hand_association("jaccard", UINT32_MAX - 1, UINT32_MAX, UINT32_MAX, 0),
        1, 1e-9);
}

static void test_nearness_decays_by_e(void **state)
{
    (void)state;
    assert_near(ent_i_nearness(0), 1, 0);
    assert_near(ent_i_nearness(1), 0.36787944117144233, 1e-15);
    assert_near(ent_i_nearness(3), 0.049787068367863944, 1e-15);
    assert_near(ent_i_nearness(UINT32_MAX), 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_llr_gives_dunnings_figures),
        cmocka_unit_test(test_llr_is_zero_when_independent),
        cmocka_unit_test(test_npmi_keeps_its_limits),
        cmocka_unit_test(test_jaccard_divides_by_either),
        cmocka_unit_test(test_nearness_decays_by_e),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
