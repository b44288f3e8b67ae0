/* The chain against sums over every path. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "recognise/chain.h"

enum { N = 3 };

static ent_i_steps steps;
static ent_i_link chain[N];

/* Scores that no two labels share. */
static void fill(void)
{
    memset(&steps, 0, sizeof steps);
    memset(chain, 0, sizeof chain);
    for (unsigned i = 0; i < ENT_I_LABELS; i++) {
        for (unsigned j = 0; j < ENT_I_LABELS; j++)
            steps.score[i][j] = (float)((i * 7 + j * 3) % 11) * 0.1f;
    }
    ent_i_steps_prepare(&steps);
    for (unsigned t = 0; t < N; t++) {
        for (unsigned j = 1; j < ENT_I_LABELS; j++)
            chain[t].score[j] = (float)((t * 5 + j * 13) % 17) * 0.2f - 1.0f;
    }
}

typedef struct paths {
    double sum;
    double marginal[N][ENT_I_LABELS];
    double best;
    unsigned best_path[N];
} paths;

static void walk(paths *p, unsigned t, unsigned *path, double score)
{
    unsigned before = t ? path[t - 1] : ENT_I_OUTSIDE;
    if (t == N) {
        if (!ent_i_label_follows(before, ENT_I_OUTSIDE))
            return;
        score += (double)steps.score[before][ENT_I_OUTSIDE];
        p->sum += exp(score);
        for (unsigned i = 0; i < N; i++)
            p->marginal[i][path[i]] += exp(score);
        if (score > p->best) {
            p->best = score;
            memcpy(p->best_path, path, sizeof p->best_path);
        }
        return;
    }
    for (unsigned j = 0; j < ENT_I_LABELS; j++) {
        if (!ent_i_label_follows(before, j))
            continue;
        path[t] = j;
        walk(p, t + 1, path,
             score + (double)steps.score[before][j] +
                 (double)chain[t].score[j]);
    }
}

static paths walk_all(void)
{
    paths p = {.best = -INFINITY};
    unsigned path[N];
    walk(&p, 0, path, 0.0);
    return p;
}

static void test_labels_follow(void **state)
{
    (void)state;
    unsigned begin = ent_i_label(2, ENT_I_BEGIN);
    assert_true(ent_i_label_follows(begin, ent_i_label(2, ENT_I_END)));
    assert_true(ent_i_label_follows(begin, ent_i_label(2, ENT_I_INSIDE)));
    assert_false(ent_i_label_follows(begin, ent_i_label(1, ENT_I_END)));
    assert_false(ent_i_label_follows(begin, ENT_I_OUTSIDE));
    assert_false(ent_i_label_follows(ENT_I_OUTSIDE, ent_i_label(0, ENT_I_END)));
    assert_true(ent_i_label_follows(ent_i_label(0, ENT_I_SINGLE), begin));
    assert_int_equal(ent_i_label_type(begin), 2);
    assert_int_equal(ent_i_label_part(begin), ENT_I_BEGIN);
}

static void test_best_path(void **state)
{
    (void)state;
    fill();
    paths p = walk_all();
    ent_i_chain_best(chain, N, &steps);
    for (unsigned t = 0; t < N; t++)
        assert_int_equal(chain[t].best, p.best_path[t]);
}

static void test_marginals(void **state)
{
    (void)state;
    fill();
    paths p = walk_all();
    ent_i_chain_marginals(chain, N, &steps, NULL);
    for (unsigned t = 0; t < N; t++) {
        for (unsigned j = 0; j < ENT_I_LABELS; j++)
            assert_true(fabs((double)chain[t].marginal[j] -
                             p.marginal[t][j] / p.sum) < 1e-5);
    }
}

static void test_expected_steps_add_up(void **state)
{
    (void)state;
    float expected[ENT_I_LABELS][ENT_I_LABELS] = {{0}};
    double all = 0.0;
    fill();
    ent_i_chain_marginals(chain, N, &steps, expected);
    for (unsigned i = 0; i < ENT_I_LABELS; i++) {
        for (unsigned j = 0; j < ENT_I_LABELS; j++) {
            all += (double)expected[i][j];
            if (!ent_i_label_follows(i, j))
                assert_true(expected[i][j] == 0.0f);
        }
    }
    assert_true(fabs(all - (N + 1)) < 1e-4);
}

static void test_large_scores_stay_finite(void **state)
{
    (void)state;
    fill();
    for (unsigned t = 0; t < N; t++)
        chain[t].score[ent_i_label(0, ENT_I_SINGLE)] = 5000.0f;
    ent_i_chain_marginals(chain, N, &steps, NULL);
    for (unsigned t = 0; t < N; t++)
        assert_true(chain[t].marginal[ent_i_label(0, ENT_I_SINGLE)] > 0.99f);
}

static void test_empty_chain(void **state)
{
    (void)state;
    fill();
    ent_i_chain_best(chain, 0, &steps);
    ent_i_chain_marginals(chain, 0, &steps, NULL);
    assert_true(chain[0].marginal[0] == 0.0f);
}

static void test_the_first_of_the_best_is_kept(void **state)
{
    (void)state;
    ent_i_link links[2];
    ent_i_verdict kept[2];
    memset(links, 0, sizeof links);
    links[0].marginal[3] = links[0].marginal[7] = 0.5f;
    links[1].marginal[0] = 0.25f;
    links[1].marginal[ENT_I_LABELS - 1] = 0.75f;
    ent_i_chain_keep(links, 2, kept);
    assert_int_equal(kept[0].best, 3);
    assert_int_equal(kept[1].best, ENT_I_LABELS - 1);
    assert_true(kept[1].marginal[0] == 0.25f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels_follow),
        cmocka_unit_test(test_best_path),
        cmocka_unit_test(test_marginals),
        cmocka_unit_test(test_expected_steps_add_up),
        cmocka_unit_test(test_large_scores_stay_finite),
        cmocka_unit_test(test_empty_chain),
        cmocka_unit_test(test_the_first_of_the_best_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
