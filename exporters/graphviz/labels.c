/* A greedy placement of point labels at the positions that map makers use
 * (Imhof 1975; Christensen, Marks and Shieber, "An empirical study of
 * algorithms for point-feature label placement", 1995): the more important
 * label chooses first, and one that finds no free position is left out. */
#include "graphviz/labels.h"

#include <math.h>

/* Directions in the order of preference: below, above, right, left, the
 * corners, then above and below with the circle at a quarter of the name. The
 * cost of each is in points of line that run through it. */
static const struct {
    double x, y;
    double cost;
} sides[] = {{0, -1, 0},    {0, 1, 4},      {1, 0, 6},    {-1, 0, 8},
             {1, 1, 10},    {1, -1, 10},    {-1, 1, 12},  {-1, -1, 12},
             {0.5, -1, 16}, {-0.5, -1, 16}, {0.5, 1, 18}, {-0.5, 1, 18}};

enum {
    SIDES = sizeof sides / sizeof *sides,
    SIZES = 3 /* full, least, and one between */
};

bool labels_meet(const area *a, const area *b)
{
    return a->left < b->right && b->left < a->right && a->low < b->top &&
           b->low < a->top;
}

static bool is_within(const area *a, const area *sheet)
{
    return a->left >= sheet->left && a->right <= sheet->right &&
           a->low >= sheet->low && a->top <= sheet->top;
}

/* At the corners a name touches the circle where it is nearest. */
static area position(const label *l, int side, double size)
{
    const double gap = 2, diagonal = 0.7071067811865476;
    double width = l->width * size, height = l->height * size;
    double across = sides[side].x, up = sides[side].y;
    bool corner = fabs(across) > 0.9 && fabs(up) > 0.9;
    bool aside = fabs(across) > 0.9;
    double reach = corner ? l->radius * diagonal + 1 : l->radius + gap;
    double x = l->x + across * ((aside ? reach : 0) + width / 2);
    double y = l->y + up * (reach + height / 2);
    return (area){x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

/* The part of a line that lies within a range of one coordinate, as the part
 * of its length from *from to *to, which only shrinks. */
static void clip(double start, double end, double low, double high,
                 double *from, double *to)
{
    double way = end - start;
    if (fabs(way) < 1e-9) {
        if (start < low || start > high)
            *to = -1;
        return;
    }
    double a = (low - start) / way, b = (high - start) / way;
    *from = fmax(*from, fmin(a, b));
    *to = fmin(*to, fmax(a, b));
}

double labels_ink(const area *a, const surroundings *around)
{
    double sum = 0;
    for (size_t i = 0; i < around->stroke_count; i++) {
        const stroke *s = &around->strokes[i];
        double from = 0, to = 1;
        clip(s->x[0], s->x[1], a->left, a->right, &from, &to);
        clip(s->y[0], s->y[1], a->low, a->top, &from, &to);
        if (to > from)
            sum += (to - from) * hypot(s->x[1] - s->x[0], s->y[1] - s->y[0]) *
                   s->width;
    }
    return sum;
}

/* Letters may all but touch a circle. */
bool labels_cover(const area *a, const disc *d)
{
    double dx = fmax(fmax(a->left - d->x, d->x - a->right), 0);
    double dy = fmax(fmax(a->low - d->y, d->y - a->top), 0);
    return dx * dx + dy * dy < d->radius * d->radius;
}

static bool is_free(const area *a, const label *labels, size_t n,
                    const surroundings *around)
{
    for (size_t i = 0; i < n; i++)
        if (labels[i].placed && labels_meet(a, &labels[i].at))
            return false;
    for (size_t i = 0; i < around->taken_count; i++)
        if (labels_meet(a, &around->taken[i]))
            return false;
    for (size_t i = 0; i < around->disc_count; i++)
        if (labels_cover(a, &around->discs[i]))
            return false;
    return is_within(a, &around->sheet);
}

static bool place(label *l, double size, const label *before, size_t n,
                  const surroundings *around)
{
    double least = INFINITY;
    for (int side = 0; side < SIDES; side++) {
        area at = position(l, side, size);
        if (sides[side].cost >= least || !is_free(&at, before, n, around))
            continue;
        double ink = labels_ink(&at, around), cost = sides[side].cost + ink;
        if (cost < least) {
            least = cost;
            l->at = at;
            l->lined = ink > 0;
            l->side = (int)sides[side].x;
        }
    }
    l->size = size;
    l->placed = !isinf(least);
    return l->placed;
}

/* A smaller name is better than none. */
void labels_place(label *labels, size_t n, const surroundings *around)
{
    for (size_t i = 0; i < n; i++) {
        double step = (1 - labels[i].least) / (SIZES - 1);
        for (int k = 0; k < SIZES; k++)
            if (place(&labels[i], 1 - k * step, labels, i, around) || step <= 0)
                break;
    }
}
