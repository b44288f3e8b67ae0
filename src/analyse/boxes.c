/* Pushes overlapping boxes apart along the axis on which they overlap less,
 * each by half the distance, and lets the whole grow a little in between: the
 * force scan of Misue, Eades, Lai and Sugiyama ("Layout adjustment and the
 * mental map", 1995) in its simplest form. */
#include "analyse/boxes.h"

#include <math.h>
#include <stdint.h>

#include "core/memory.h"

enum { ROUNDS = 1000 };
#define GROWTH 1.01

/* Sorts from left to right, in place. After the first round the order is nearly
 * sorted, for which insertion sort is the fastest. Equals keep their order. */
static void sort_by_x(const ent_i_box *boxes, size_t *order, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        size_t moved = order[i], at = i;
        for (; at > 0 && boxes[order[at - 1]].x > boxes[moved].x; at--)
            order[at] = order[at - 1];
        order[at] = moved;
    }
}

/* Asks two boxes to separate; returns whether they overlapped. A hair's breadth
 * does not count, so that rounding does not keep them moving. */
static int push(const ent_i_box *a, const ent_i_box *b, ent_i_shift *of_a,
                ent_i_shift *of_b)
{
    double dx = b->x - a->x, dy = b->y - a->y;
    double over_x = (a->width + b->width) / 2 - fabs(dx);
    double over_y = (a->height + b->height) / 2 - fabs(dy);
    if (over_x < 0.01 || over_y < 0.01)
        return 0;
    /* Measured relative to the boxes: labels are wide, and in plain points
     * everything would be piled up rather than moved aside. */
    if (over_x * (a->height + b->height) < over_y * (a->width + b->width)) {
        double step = (dx < 0 ? -over_x : over_x) / 2;
        of_a->x -= step;
        of_b->x += step;
    } else {
        double step = (dy < 0 ? -over_y : over_y) / 2;
        of_a->y -= step;
        of_b->y += step;
    }
    of_a->pushes++;
    of_b->pushes++;
    return 1;
}

static size_t push_all(const ent_i_box *boxes, const size_t *order, size_t n,
                       double widest, ent_i_shift *shifts)
{
    size_t overlaps = 0;
    for (size_t i = 0; i < n; i++) {
        const ent_i_box *a = &boxes[order[i]];
        for (size_t k = i + 1; k < n; k++) {
            const ent_i_box *b = &boxes[order[k]];
            if (b->x - a->x > (a->width + widest) / 2)
                break; /* and so are all later ones */
            overlaps +=
                (size_t)push(a, b, &shifts[order[i]], &shifts[order[k]]);
        }
    }
    return overlaps;
}

void ent_i_boxes_move(ent_i_box *boxes, size_t n, ent_i_shift *shifts)
{
    for (size_t i = 0; i < n; i++) {
        if (shifts[i].pushes) {
            double share = 1 / sqrt(shifts[i].pushes);
            boxes[i].x += shifts[i].x * share;
            boxes[i].y += shifts[i].y * share;
        }
        shifts[i] = (ent_i_shift){0};
    }
}

static void grow(ent_i_box *boxes, size_t n, double factor)
{
    for (size_t i = 0; i < n; i++) {
        boxes[i].x *= factor;
        boxes[i].y *= factor;
    }
}

bool ent_i_boxes_part(ent_i_box *boxes, size_t n)
{
    size_t *order = ent_i_malloc(n * sizeof *order);
    ent_i_shift *shifts = ent_i_calloc(n, sizeof *shifts);
    double widest = 0;
    bool done = order && shifts;
    for (size_t i = 0; i < n && done; i++) {
        order[i] = i;
        widest = fmax(widest, boxes[i].width);
    }
    for (int round = 1; round <= ROUNDS && done; round++) {
        sort_by_x(boxes, order, n);
        if (push_all(boxes, order, n, widest, shifts) == 0)
            break;
        ent_i_boxes_move(boxes, n, shifts);
        grow(boxes, n, GROWTH);
    }
    ent_i_free(shifts);
    ent_i_free(order);
    return done;
}

void ent_i_boxes_line_up(ent_i_box *boxes, size_t n, double width)
{
    double top = 0;
    for (size_t i = 0; i < n;) {
        double wide = 0, high = 0;
        size_t end = i;
        for (; end < n && (end == i || wide + boxes[end].width <= width);
             end++) {
            wide += boxes[end].width;
            high = fmax(high, boxes[end].height);
        }
        for (double left = -wide / 2; i < end; i++) {
            boxes[i].x = left + boxes[i].width / 2;
            boxes[i].y = top - high / 2;
            left += boxes[i].width;
        }
        top -= high;
    }
}
