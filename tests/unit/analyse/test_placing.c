/* The steps of a layout: distances as in the graph, discs side by side, groups
 * turned. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#include "analyse/arrange.h"
#include "analyse/islands.h"
#include "analyse/stress.h"
#include "analyse/turns.h"
#include "core/memory.h"
#include "core/random.h"

static double distance(ent_place a, ent_place b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

static void test_a_path_is_drawn_straight(void **state)
{
    (void)state;
    enum { N = 8 };
    ent_i_link links[N - 1];
    ent_i_adjacency path;
    ent_place places[N];
    for (uint32_t i = 0; i + 1 < N; i++)
        links[i] = (ent_i_link){i, i + 1, 10 + i};
    assert_true(ent_i_adjacency_build(&path, N, links, N - 1));
    assert_true(ent_i_stress(&path, 1, places));
    for (uint32_t i = 0; i + 1 < N; i++)
        assert_true(fabs(distance(places[i], places[i + 1]) - 10 - i) < 1.5);
    assert_true(distance(places[0], places[N - 1]) > 85);
    ent_i_adjacency_free(&path);
}

/* More nodes than every pair would be counted of: a grid stays a grid. */
static void test_a_large_grid_is_spread_out(void **state)
{
    (void)state;
    enum { SIDE = 30, N = SIDE * SIDE };
    ent_i_link *links = ent_i_malloc(2 * N * sizeof *links);
    ent_place *places = ent_i_malloc(N * sizeof *places);
    ent_i_adjacency grid;
    size_t n = 0;
    double wrong = 0;
    for (uint32_t i = 0; i < N; i++) {
        if (i % SIDE + 1 < SIDE)
            links[n++] = (ent_i_link){i, i + 1, 10};
        if (i + SIDE < N)
            links[n++] = (ent_i_link){i, i + SIDE, 10};
    }
    assert_true(ent_i_adjacency_build(&grid, N, links, n));
    assert_true(ent_i_stress(&grid, 1, places));
    for (size_t i = 0; i < n; i++)
        wrong +=
            fabs(distance(places[links[i].a], places[links[i].b]) - 10) / 10;
    assert_true(wrong / (double)n < 0.3);
    assert_true(distance(places[0], places[N - 1]) > 10 * SIDE);
    ent_i_adjacency_free(&grid);
    ent_i_free(links);
    ent_i_free(places);
}

static void assert_discs_apart(const ent_i_disc *discs, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            assert_true(
                hypot(discs[i].x - discs[k].x, discs[i].y - discs[k].y) >
                discs[i].radius + discs[k].radius - 1e-3);
}

static void test_discs_are_packed(void **state)
{
    (void)state;
    enum { N = 40 };
    uint64_t seed = 3;
    ent_i_disc discs[N];
    ent_i_link links[N];
    double area = 0, far = 0;
    for (uint32_t i = 0; i < N; i++) {
        discs[i] = (ent_i_disc){0, 0, 5 + (double)(ent_i_random(&seed) % 40)};
        links[i] = (ent_i_link){i, (i + 1) % N, 1};
        area += discs[i].radius * discs[i].radius;
    }
    assert_true(ent_i_arrange(discs, N, 7, links, N));
    assert_true(fabs(discs[7].x) < 1e-9 && fabs(discs[7].y) < 1e-9);
    assert_discs_apart(discs, N);
    for (uint32_t i = 0; i < N; i++)
        far = fmax(far, hypot(discs[i].x, discs[i].y) + discs[i].radius);
    assert_true(far * far < 4 * area);
    for (uint32_t n = 0; n < 4; n++) {
        assert_true(ent_i_arrange(discs, n, 0, links, n > 1 ? n - 1 : 0));
        assert_discs_apart(discs, n);
    }
}

static void test_partners_are_neighbours(void **state)
{
    (void)state;
    enum { N = 9 };
    ent_i_disc discs[N];
    const ent_i_link pairs[] = {{1, 8, 1}, {2, 7, 1}, {3, 6, 1}};
    for (uint32_t i = 0; i < N; i++)
        discs[i] = (ent_i_disc){0, 0, i ? 10 : 30};
    assert_true(ent_i_arrange(discs, N, 0, pairs, 3));
    for (size_t i = 0; i < 3; i++) {
        const ent_i_disc *a = &discs[pairs[i].a], *b = &discs[pairs[i].b];
        assert_true(hypot(a->x - b->x, a->y - b->y) < 30);
    }
}

static void test_turns_keep_distances(void **state)
{
    (void)state;
    for (int way = 0; way < ENT_I_WAYS; way++) {
        ent_i_turn turn = ent_i_turn_of(way);
        ent_place a = ent_i_turned(3, 4, turn), b = ent_i_turned(-1, 2, turn);
        assert_true(fabs(hypot(a.x, a.y) - 5) < 1e-12);
        assert_true(fabs(distance(a, b) - sqrt(20)) < 1e-12);
        double across = 3 * 2 - 4 * -1;
        assert_true(fabs(a.x * b.y - a.y * b.x - across * turn.mirror) < 1e-9);
    }
    const ent_i_box standing[] = {{0, -50, 5, 5}, {0, 50, 5, 5}, {1, 0, 5, 5}};
    ent_place end = ent_i_turned(0, 50, ent_i_best_turn(standing, 3));
    assert_true(fabs(end.y) < 1e-9); /* now it lies */
}

/* Two triangles of one community each, a pendant of a third one, and
 * a stranger. */
static void test_islands(void **state)
{
    (void)state;
    enum { N = 8 };
    const uint32_t community[N] = {0, 0, 0, 1, 1, 1, 2, 3};
    const ent_i_link links[] = {{0, 1, 1}, {1, 2, 1}, {0, 2, 1}, {3, 4, 1},
                                {4, 5, 1}, {3, 5, 1}, {6, 0, 1}, {6, 4, 2}};
    uint32_t island[N], count;
    ent_i_link between[8];
    assert_true(ent_i_islands(community, N, links, 8, island, &count));
    assert_int_equal(count, 3);
    assert_int_equal(island[6], island[4]); /* by its strongest tie */
    assert_int_equal(island[0], island[2]);
    assert_true(island[0] != island[3]);
    for (uint32_t i = 0; i < N; i++)
        assert_true(i == 7 || island[i] != island[7]);
    size_t n = ent_i_between(island, count, links, 8, between);
    assert_int_equal(n, 1);
    for (size_t i = 0; i < n; i++) {
        assert_true(between[i].a < between[i].b);
        assert_true(between[i].weight > 0 && between[i].weight <= 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_path_is_drawn_straight),
        cmocka_unit_test(test_a_large_grid_is_spread_out),
        cmocka_unit_test(test_discs_are_packed),
        cmocka_unit_test(test_partners_are_neighbours),
        cmocka_unit_test(test_turns_keep_distances),
        cmocka_unit_test(test_islands)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
