/* Ties that pass below the circles of others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#include "analyse/uncover.h"

enum { COUNT = 5 };

static const double radii[COUNT] = {10, 10, 10, 10, 10};

/* From the circle's middle to the line between two others. */
static double away(const ent_i_box *node, const ent_i_box *a,
                   const ent_i_box *b)
{
    double x = b->x - a->x, y = b->y - a->y;
    return fabs((node->x - a->x) * y - (node->y - a->y) * x) / hypot(x, y);
}

static void set(ent_i_box *boxes, const double at[][2])
{
    for (size_t i = 0; i < COUNT; i++)
        boxes[i] = (ent_i_box){at[i][0], at[i][1], 30, 30};
}

static void test_a_tie_comes_out(void **state)
{
    (void)state;
    static const double places[][COUNT][2] = {
        {{0, 0}, {100, 0}, {200, 0}, {0, 200}, {200, 200}},  /* right on it */
        {{0, 0}, {100, 6}, {200, 0}, {0, 200}, {200, 200}},  /* a bit above */
        {{0, 0}, {80, 76}, {160, 160}, {0, 300}, {300, 0}}}; /* slanting */
    static const ent_i_link ties[] = {{0, 2, 1}, {3, 4, 1}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        ent_i_box boxes[COUNT];
        set(boxes, places[i]);
        assert_true(away(&boxes[1], &boxes[0], &boxes[2]) < radii[1]);
        assert_true(ent_i_uncover(boxes, radii, COUNT, ties, 2));
        assert_true(away(&boxes[1], &boxes[0], &boxes[2]) >= radii[1]);
        assert_true(away(&boxes[1], &boxes[0], &boxes[2]) < 3 * radii[1]);
    }
}

static void test_what_is_clear_stays(void **state)
{
    (void)state;
    static const double places[][2] = {
        {0, 0}, {100, 40}, {200, 0}, {250, 0}, {-50, 0}};
    /* 3 and 4 are in line with the tie, but beyond its ends */
    static const ent_i_link ties[] = {{0, 2, 1}, {0, 1, 1}};
    ent_i_box boxes[COUNT], before[COUNT];
    set(boxes, places);
    set(before, places);
    assert_true(ent_i_uncover(boxes, radii, COUNT, ties, 2));
    assert_memory_equal(boxes, before, sizeof boxes);
    assert_true(ent_i_uncover(boxes, radii, 0, NULL, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_tie_comes_out),
        cmocka_unit_test(test_what_is_clear_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
