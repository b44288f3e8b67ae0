/* How large the sheet is, and where on it frames and circles are. The places
 * are the network's own, scaled. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "graphviz/picture.h"

/* In points. */
enum {
    WIDE = 1100, /* a map's most, for a few hundred nodes */
    HIGH = 800,
    SLICE_WIDE = 240, /* that of a slice */
    SLICE_HIGH = 200,
    LEAST_WIDE = 420, /* the sheet's least */
    BORDER = 54,      /* beside a map, for names */
    SLICE_BORDER = 34
};

/* How far the places of few nodes are drawn apart to fill a sheet, and how far
 * their circles grow with that. */
static const double PLACES_GROW = 1.6, CIRCLES_GROW = 1.2;

static size_t rows(const picture *p, size_t columns)
{
    return (p->frame_count + columns - 1) / columns;
}

/* What the frames of a column have above and below their maps. */
static double above_and_below(const picture *p)
{
    return 2 * BORDER_Y + texts_above_frame(p);
}

double sheet_border(const picture *p)
{
    return p->d.slices ? SLICE_BORDER : BORDER;
}

/* ---- pages ---- */

/* What was asked for, in points; INFINITY where nothing was. Pages lie where
 * the network does. */
static void given_page(const picture *p, bool standing, double *width,
                       double *height)
{
    static const struct {
        const char *name;
        double width, height; /* mm */
    } pages[] = {{"A3", 420, 297}, {"A4", 297, 210}, {"A5", 210, 148}};
    const double millimetre = 72 / 25.4;
    const char *wanted = p->d.host->option(p->d.view, "page");
    double x = strtod(p->d.host->option(p->d.view, "width"), NULL);
    double y = strtod(p->d.host->option(p->d.view, "height"), NULL);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (strcmp(pages[i].name, wanted) == 0) {
            x = standing ? pages[i].height : pages[i].width;
            y = standing ? pages[i].width : pages[i].height;
        }
    *width = x > 0 ? x * millimetre : INFINITY;
    *height = y > 0 ? y * millimetre : INFINITY;
}

/* ---- scales ---- */

/* The scale at which an area fits into a room. */
static double fitting(const area *a, double width, double height)
{
    return fmin(width / fmax(a->right - a->left, 1),
                height / fmax(a->top - a->low, 1));
}

/* Sheets grow with the number of nodes, but by much less. */
static double natural_scale(const picture *p)
{
    double more = sqrt(sqrt((double)p->d.node_count / 200));
    more = fmin(fmax(more, 0.45), 1.5);
    return fmin(p->d.slices ? fitting(&p->reach, SLICE_WIDE, SLICE_HIGH)
                            : fitting(&p->reach, WIDE * more, HIGH * more),
                PLACES_GROW);
}

/* The scale at which maps in so many columns fit into a page. */
static double page_scale(const picture *p, size_t columns, double width,
                         double height)
{
    double high = height - texts_height(p) - p->key.height - BORDER_Y;
    return fmin(
        fitting(&p->reach,
                fmax(width / (double)columns - 2 * sheet_border(p), 1),
                fmax(high / (double)rows(p, columns) - above_and_below(p), 1)),
        PLACES_GROW);
}

/* The columns in which maps are largest on a page; on a free one there are
 * somewhat more rows than columns. */
static double choose_columns(picture *p, double width, double height)
{
    double best = 0;
    p->columns = (size_t)ceil(sqrt(0.75 * (double)p->frame_count));
    if (isinf(width) && isinf(height))
        return natural_scale(p);
    for (size_t columns = 1; columns <= p->frame_count; columns++) {
        double scale = page_scale(p, columns, width, height);
        if (scale <= best)
            continue;
        best = scale;
        p->columns = columns;
    }
    return best;
}

/* Where many are left out, the others' circles have more room; in slices,
 * which are small, they need it. */
static void set_circles_scale(picture *p, double scale)
{
    const double slice = 0.45;
    double all = (double)(p->d.node_count + p->d.nodes_left_out);
    double room = sqrt(all / fmax((double)p->d.node_count, 1));
    double least = p->d.slices ? slice : fmin(scale * room, 0.5);
    p->circles_scale = fmin(fmax(scale, least), CIRCLES_GROW);
}

/* ---- the sheet ---- */

/* Frames stand in rows between title and key. */
static void set_cell(const picture *p, frame *f, size_t k, double width,
                     double height)
{
    double low = p->key.height + BORDER_Y, top = height - texts_height(p);
    double wide = width / (double)p->columns;
    double high = (top - low) / (double)rows(p, p->columns);
    double left = wide * (double)(k % p->columns), border = sheet_border(p);
    size_t row = k / p->columns;
    top -= high * (double)row;
    f->cell = (area){left, top - high, left + wide, top};
    f->map = (area){left + border, top - high + BORDER_Y, left + wide - border,
                    top - BORDER_Y - texts_above_frame(p)};
}

static void set_circles(const picture *p, frame *f, double scale)
{
    double x = (f->map.left + f->map.right) / 2;
    double y = (f->map.low + f->map.top) / 2;
    for (size_t i = 0; i < f->spot_count; i++) {
        const disc *place = &p->places[f->spots[i].node];
        double radius = f->spots[i].diameter / 2 * p->circles_scale;
        f->circles[i] = (disc){
            x + scale * (place->x - (p->reach.left + p->reach.right) / 2),
            y + scale * (place->y - (p->reach.low + p->reach.top) / 2),
            fmax(radius, 1.2)};
    }
}

/* The scale decides on the key, whose height decides on the scale of a given
 * page: two rounds settle both. */
void sheet_set(picture *p)
{
    double given[2], width = 0, height = 0, border = sheet_border(p);
    double across = p->reach.right - p->reach.left;
    double down = p->reach.top - p->reach.low;
    given_page(p, across < down, &given[0], &given[1]);
    p->key.height = 0;
    double scale = natural_scale(p);
    texts_set(p);
    for (int round = 0; round < 2; round++) {
        set_circles_scale(p, scale);
        key_set(p);
        scale = choose_columns(p, given[0], given[1]);
        width = (scale * across + 2 * border) * (double)p->columns;
        width =
            fmax(fmax(width, LEAST_WIDE), fmax(key_width(p), texts_width(p)));
        width = isinf(given[0]) ? width : given[0];
        key_set_rows(p, width);
        scale = choose_columns(p, given[0], given[1]);
        height =
            (scale * down + above_and_below(p)) * (double)rows(p, p->columns) +
            texts_height(p) + p->key.height + BORDER_Y;
        height = isinf(given[1]) ? height : given[1];
    }
    set_circles_scale(p, scale);
    for (size_t k = 0; k < p->frame_count; k++) {
        set_cell(p, &p->frames[k], k, width, height);
        set_circles(p, &p->frames[k], scale);
    }
    canvas_open(&p->sheet, p->look, width, height);
}
