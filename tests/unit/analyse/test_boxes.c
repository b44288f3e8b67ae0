/* Boxes that no longer overlap, wherever they began. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#include "analyse/boxes.h"

enum { COUNT = 300 };

static void assert_apart(const ent_i_box *boxes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            double x = fabs(boxes[i].x - boxes[k].x);
            double y = fabs(boxes[i].y - boxes[k].y);
            double width = (boxes[i].width + boxes[k].width) / 2;
            double height = (boxes[i].height + boxes[k].height) / 2;
            assert_true(width - x < 0.02 || height - y < 0.02);
        }
}

static void fill(ent_i_box *boxes, double spread)
{
    unsigned state = 1;
    for (size_t i = 0; i < COUNT; i++) {
        double numbers[3];
        for (size_t k = 0; k < 3; k++) {
            state = state * 1103515245u + 12345u;
            numbers[k] = (double)(state >> 16 & 1023) / 1023;
        }
        boxes[i] = (ent_i_box){numbers[0] * spread, numbers[1] * spread,
                               40 + 80 * numbers[2], 25};
    }
}

static void test_crowds_part(void **state)
{
    (void)state;
    static const double spreads[] = {0, 10, 500, 5000};
    for (size_t i = 0; i < sizeof spreads / sizeof *spreads; i++) {
        ent_i_box boxes[COUNT], again[COUNT];
        fill(boxes, spreads[i]);
        fill(again, spreads[i]);
        assert_true(ent_i_boxes_part(boxes, COUNT));
        assert_true(ent_i_boxes_part(again, COUNT));
        assert_memory_equal(boxes, again, sizeof boxes);
        assert_apart(boxes, COUNT);
    }
}

static void test_what_is_apart_stays(void **state)
{
    (void)state;
    ent_i_box boxes[] = {{0, 0, 10, 10}, {11, 0, 10, 10}, {0, 30, 10, 10}};
    ent_i_box before[3];
    memcpy(before, boxes, sizeof boxes);
    assert_true(ent_i_boxes_part(boxes, 3));
    assert_memory_equal(boxes, before, sizeof boxes);
    assert_true(ent_i_boxes_part(boxes, 1));
    assert_true(ent_i_boxes_part(NULL, 0));
}

static void test_order_is_kept(void **state)
{
    (void)state;
    ent_i_box boxes[] = {{0, 0, 60, 20}, {20, 1, 60, 20}, {40, 0, 60, 20}};
    assert_true(ent_i_boxes_part(boxes, 3));
    assert_true(boxes[0].x < boxes[2].x);
    assert_apart(boxes, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_crowds_part),
        cmocka_unit_test(test_what_is_apart_stays),
        cmocka_unit_test(test_order_is_kept)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
