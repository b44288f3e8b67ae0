/* Names that cover neither one another nor a circle, wherever the circles
 * are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

#include "graphviz/labels.h"

enum { COUNT = 120 };

static const area sheet = {0, 0, 600, 400};

typedef struct scene {
    disc discs[COUNT];
    label labels[COUNT];
    stroke strokes[COUNT];
    surroundings around;
} scene;

static double random_part(unsigned *state)
{
    *state = *state * 1103515245u + 12345u;
    return (double)(*state >> 16 & 1023) / 1023;
}

static void fill(scene *s, unsigned seed)
{
    for (size_t i = 0; i < COUNT; i++) {
        double x = 600 * random_part(&seed), y = 400 * random_part(&seed);
        double radius = 2 + 10 * random_part(&seed);
        s->discs[i] = (disc){x, y, radius};
        s->labels[i] = (label){.x = x,
                               .y = y,
                               .radius = radius,
                               .width = 30 + 60 * random_part(&seed),
                               .height = 10,
                               .least = i % 2 ? 0.7 : 1};
        s->strokes[i] = (stroke){{x, s->discs[i / 2].x},
                                 {y, s->discs[i / 2].y},
                                 1 + random_part(&seed)};
    }
    s->around = (surroundings){.sheet = sheet,
                               .discs = s->discs,
                               .disc_count = COUNT,
                               .strokes = s->strokes,
                               .stroke_count = COUNT};
}

static void assert_covers_nothing(const scene *s, size_t i)
{
    const area *a = &s->labels[i].at;
    assert_true(a->left >= sheet.left && a->right <= sheet.right &&
                a->low >= sheet.low && a->top <= sheet.top);
    for (size_t k = 0; k < COUNT; k++) {
        const area *b = &s->labels[k].at;
        double x =
            fmax(fmax(a->left - s->discs[k].x, s->discs[k].x - a->right), 0);
        double y =
            fmax(fmax(a->low - s->discs[k].y, s->discs[k].y - a->top), 0);
        assert_true(hypot(x, y) >= s->discs[k].radius - 1e-9);
        if (k != i && s->labels[k].placed)
            assert_true(a->right <= b->left || b->right <= a->left ||
                        a->top <= b->low || b->top <= a->low);
    }
}

static void test_nothing_is_covered(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 20; seed++) {
        scene s;
        size_t placed = 0;
        fill(&s, seed);
        labels_place(s.labels, COUNT, &s.around);
        for (size_t i = 0; i < COUNT; i++) {
            if (!s.labels[i].placed)
                continue;
            placed++;
            assert_covers_nothing(&s, i);
            assert_true(s.labels[i].size >= s.labels[i].least - 1e-9);
            assert_true(fabs(s.labels[i].at.right - s.labels[i].at.left -
                             s.labels[i].width * s.labels[i].size) < 1e-9);
        }
        assert_true(placed > COUNT / 4);
    }
}

/* A node, and its label before it is placed. */
static const disc own = {300, 200, 10};
static const label someone = {
    .x = 300, .y = 200, .radius = 10, .width = 50, .height = 10, .least = 0.5};

static void test_other_texts_keep_their_places(void **state)
{
    (void)state;
    const area below = {200, 100, 400, 189};
    label one = someone;
    surroundings around = {.sheet = sheet,
                           .discs = &own,
                           .disc_count = 1,
                           .taken = &below,
                           .taken_count = 1};
    labels_place(&one, 1, &around);
    assert_true(one.placed && one.at.low > 210);
    assert_false(one.lined);
}

static void test_alone_it_stands_below(void **state)
{
    (void)state;
    label one = someone;
    stroke down = {{300, 300}, {200, 0}, 5};
    surroundings around = {.sheet = sheet, .discs = &own, .disc_count = 1};
    labels_place(&one, 1, &around);
    assert_true(one.placed && one.at.top < 190 && one.side == 0);
    assert_true(fabs(one.size - 1) < 1e-9);
    around.strokes = &down;
    around.stroke_count = 1;
    labels_place(&one, 1, &around);
    assert_true(one.placed && one.at.low > 210); /* off the line */
}

static void test_the_more_important_comes_first(void **state)
{
    (void)state;
    const disc discs[] = {{40, 20, 5}, {40, 38, 5}};
    label both[2] = {
        {.x = 40, .y = 20, .radius = 5, .width = 70, .height = 20, .least = 1},
        {.x = 40,
         .y = 38,
         .radius = 5,
         .width = 70,
         .height = 20,
         .least = 0.5}};
    const surroundings narrow = {
        .sheet = {0, -10, 80, 68}, .discs = discs, .disc_count = 2};
    labels_place(both, 2, &narrow);
    assert_true(both[0].placed && both[1].placed);
    both[1] = both[0];
    both[1].placed = false;
    const surroundings tight = {
        .sheet = {0, -10, 80, 25}, .discs = discs, .disc_count = 1};
    labels_place(both, 2, &tight);
    assert_true(both[0].placed);
    assert_false(both[1].placed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_is_covered),
        cmocka_unit_test(test_other_texts_keep_their_places),
        cmocka_unit_test(test_alone_it_stands_below),
        cmocka_unit_test(test_the_more_important_comes_first)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
