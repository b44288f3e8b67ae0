/* Communities as areas of the map, named after their strongest. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/look.h"
#include "graphviz/picture.h"

enum {
    FEW = 40,    /* names among which the strongest are found at a glance */
    MEMBERS = 5, /* the least that a community is named with */
    CORNERS = 12 /* around a circle */
};

static const double AROUND = 9; /* points from a circle to the area's edge */

/* ---- who belongs to an area ---- */

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static double median(double *values, size_t n)
{
    qsort(values, n, sizeof *values, ascending);
    return values[n / 2];
}

/* The members of a community that are near its middle: some are laid out apart,
 * next to others. Returns how many; `values` has room for all nodes. */
static size_t find_core(const picture *p, const disc *discs, long community,
                        size_t *core, double *values)
{
    const double far = 2.5; /* median distances */
    size_t n = 0, kept = 0;
    double middle[2], usual;
    for (size_t i = 0; i < p->d.node_count; i++)
        if (picture_community(p, i) == community)
            core[n++] = i;
    if (n == 0)
        return 0;
    for (size_t i = 0; i < n; i++)
        values[i] = discs[core[i]].x;
    middle[0] = median(values, n);
    for (size_t i = 0; i < n; i++)
        values[i] = discs[core[i]].y;
    middle[1] = median(values, n);
    for (size_t i = 0; i < n; i++)
        values[i] =
            hypot(discs[core[i]].x - middle[0], discs[core[i]].y - middle[1]);
    usual = median(values, n);
    for (size_t i = 0; i < n; i++)
        if (hypot(discs[core[i]].x - middle[0], discs[core[i]].y - middle[1]) <=
            far * usual)
            core[kept++] = core[i];
    return kept;
}

/* ---- their hull ---- */

typedef struct hull {
    vertex *points;
    size_t n;
} hull;

static int left_first(const void *a, const void *b)
{
    const vertex *p = a, *q = b;
    return p->x != q->x ? (p->x > q->x) - (p->x < q->x)
                        : (p->y > q->y) - (p->y < q->y);
}

/* Above 0 where the way from a over b to c turns left. */
static double turn(vertex a, vertex b, vertex c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* Adds a corner, after taking back those that it makes concave. */
static size_t add_corner(vertex *out, size_t n, size_t least, vertex at)
{
    while (n >= least + 2 && turn(out[n - 2], out[n - 1], at) <= 0)
        n--;
    out[n] = at;
    return n + 1;
}

/* Andrew's monotone chain ("Another efficient algorithm for convex hulls in two
 * dimensions", 1979). `out` has room for one more than n. */
static size_t convex(vertex *in, size_t n, vertex *out)
{
    size_t k = 0;
    qsort(in, n, sizeof *in, left_first);
    for (size_t i = 0; i < n; i++)
        k = add_corner(out, k, 0, in[i]);
    size_t lower = k - 1;
    for (size_t i = n - 1; i-- > 0;)
        k = add_corner(out, k, lower, in[i]);
    return k - 1;
}

/* Around the discs; false when memory is out. Free its points, in any case. */
static bool hull_around(hull *out, const disc *discs, const size_t *core,
                        size_t n)
{
    const double turns = 2 * 3.141592653589793 / CORNERS;
    vertex *all = calloc(n * CORNERS + 1, sizeof *all);
    out->points = calloc(n * CORNERS + 2, sizeof *out->points);
    bool done = all && out->points;
    for (size_t i = 0; done && i < n * CORNERS; i++) {
        const disc *d = &discs[core[i / CORNERS]];
        double angle = turns * (double)(i % CORNERS);
        all[i].x = d->x + (d->radius + AROUND) * cos(angle);
        all[i].y = d->y + (d->radius + AROUND) * sin(angle);
    }
    if (done)
        out->n = convex(all, n * CORNERS, out->points);
    free(all);
    return done;
}

static bool is_within(const hull *h, const disc *d)
{
    const vertex at = {d->x, d->y};
    for (size_t i = 0; i < h->n; i++)
        if (turn(h->points[i], h->points[(i + 1) % h->n], at) < 0)
            return false;
    return true;
}

/* The hull of a community; without points where there are too few to have one,
 * or others among them: then it is no area of its own. */
static bool make_hull(const picture *p, const disc *discs, long community,
                      hull *out)
{
    size_t n = p->d.node_count, others = 0;
    size_t *core = calloc(n + 1, sizeof *core);
    double *values = calloc(n + 1, sizeof *values);
    bool done = core && values;
    size_t members = done ? find_core(p, discs, community, core, values) : 0;
    *out = (hull){NULL, 0};
    if (members >= MEMBERS)
        done = hull_around(out, discs, core, members);
    for (size_t i = 0; out->n && i < n; i++)
        others +=
            picture_community(p, i) != community && is_within(out, &discs[i]);
    if (4 * others > members)
        out->n = 0;
    free(core);
    free(values);
    return done;
}

/* ---- which are named on the map ---- */

/* Those of the palette: of greys nobody could tell which is meant. Where most
 * have no area of their own, as in layouts that don't part them, none has. */
int communities_find(picture *p)
{
    enum { COLOURS = 10 };
    size_t large = 0;
    bool done = true;
    if (p->d.slices || p->d.node_count <= FEW)
        return 0;
    for (long c = 0; done && c < COLOURS; c++) {
        caption *next = &p->captions[p->caption_count];
        hull h = {NULL, 0};
        next->community = c;
        if (!picture_leaders(p, c, MEMBERS, next->text, sizeof next->text))
            continue;
        large++;
        done = make_hull(p, p->places, c, &h);
        p->caption_count += h.n > 0;
        free(h.points);
    }
    if (3 * p->caption_count < 2 * large)
        p->caption_count = 0;
    return done ? 0 : -1;
}

/* ---- captions ---- */

/* Larger on larger sheets, which are looked at from further away. */
static double caption_font(const picture *p)
{
    return round(fmin(fmax(p->sheet.width / 80, 9), 14));
}

static words caption_words(const picture *p, const caption *c,
                           const char *colour)
{
    return (words){.x = (c->at.left + c->at.right) / 2,
                   .y = (c->at.low + c->at.top) / 2,
                   .text = c->text,
                   .font = caption_font(p),
                   .colour = colour,
                   .at = CENTRE,
                   .bold = true,
                   .veiled = true,
                   .kind = "community"};
}

/* Above or below a hull, where it is highest or lowest around x. */
static area beside(const hull *h, double x, double width, double high,
                   bool above)
{
    const double gap = 1;
    double edge = above ? -INFINITY : INFINITY;
    for (size_t i = 0; i < h->n; i++) {
        vertex from = h->points[i], to = h->points[(i + 1) % h->n];
        if (fmax(from.x, to.x) < x - width / 2 ||
            fmin(from.x, to.x) > x + width / 2)
            continue;
        edge = above ? fmax(edge, fmax(from.y, to.y))
                     : fmin(edge, fmin(from.y, to.y));
    }
    double low = above ? edge + gap : edge - gap - high;
    return (area){x - width / 2, low, x + width / 2, low + high};
}

/* What a caption there would cover, in points of line. */
static double cost(const picture *p, const caption *c, const area *at,
                   const surroundings *around)
{
    const double disc_cost = 200, never = 1e6;
    double sum = labels_ink(at, around);
    for (size_t i = 0; i < around->disc_count; i++)
        sum += labels_cover(at, &around->discs[i]) ? disc_cost : 0;
    for (size_t i = 0; i < p->caption_count; i++)
        sum += &p->captions[i] != c && labels_meet(at, &p->captions[i].at)
                   ? never
                   : 0;
    if (at->left < around->sheet.left || at->right > around->sheet.right ||
        at->low < around->sheet.low || at->top > around->sheet.top)
        sum += never;
    return sum;
}

/* Above rather than below, over the middle rather than over an end. */
static void place_caption(const picture *p, caption *c, const hull *h,
                          const surroundings *around)
{
    static const double ways[] = {0, -0.25, 0.25, -0.5, 0.5};
    const double aside = 20, below = 20;
    words text = caption_words(p, c, "");
    double width = words_width(&text), least = INFINITY;
    double left = INFINITY, right = -INFINITY;
    for (size_t i = 0; i < h->n; i++) {
        left = fmin(left, h->points[i].x);
        right = fmax(right, h->points[i].x);
    }
    for (size_t i = 0; i < 2 * sizeof ways / sizeof *ways; i++) {
        double way = ways[i / 2];
        double x = (left + right) / 2 + way * (right - left);
        x = fmin(fmax(x, around->sheet.left + width / 2),
                 around->sheet.right - width / 2);
        area at = beside(h, x, width, 1.15 * text.font, i % 2 == 0);
        double costs =
            cost(p, c, &at, around) + aside * fabs(way) + (i % 2 ? below : 0);
        if (costs < least) {
            least = costs;
            c->at = at;
        }
    }
}

/* Towards the colour of texts, so that it can be read. */
static void text_colour(const picture *p, const ent_i_colour *of, char out[8])
{
    unsigned long ink = strtoul(p->look->ink + 1, NULL, 16);
    snprintf(out, 8, "#%02lx%02lx%02lx",
             (3 * of->r + 2 * (ink >> 16 & 0xFF)) / 5 & 0xFF,
             (3 * of->g + 2 * (ink >> 8 & 0xFF)) / 5 & 0xFF,
             (3 * of->b + 2 * (ink & 0xFF)) / 5 & 0xFF);
}

static int draw(picture *p, caption *c, const disc *discs,
                const surroundings *around)
{
    size_t i = 0;
    char colour[10];
    hull h;
    if (!make_hull(p, discs, c->community, &h)) {
        free(h.points);
        return -1;
    }
    while (picture_community(p, i) != c->community)
        i++;
    ent_i_colour of = ent_i_look_rgb(p->d.host, p->d.view, p->d.nodes[i].node);
    snprintf(colour, sizeof colour, "#%02x%02x%02x%02x", of.r, of.g, of.b,
             p->look->area);
    if (h.n)
        canvas_area(&p->sheet, h.points, h.n, colour);
    place_caption(p, c, &h, around);
    text_colour(p, &of, colour);
    words text = caption_words(p, c, colour);
    canvas_words(&p->sheet, &text);
    free(h.points);
    return 0;
}

int communities_draw(picture *p)
{
    const frame *f = p->frames;
    stroke *strokes = names_strokes(f);
    surroundings around = {.sheet = {f->cell.left + 2, f->map.low - BORDER_Y,
                                     f->cell.right - 2, f->map.top + BORDER_Y},
                           .discs = f->circles,
                           .disc_count = f->spot_count,
                           .strokes = strokes,
                           .stroke_count = f->tie_count};
    disc *discs = calloc(p->d.node_count + 1, sizeof *discs);
    int result = strokes && discs ? 0 : -1;
    for (size_t i = 0; discs && i < f->spot_count; i++)
        discs[f->spots[i].node] = f->circles[i];
    for (size_t i = 0; result == 0 && i < p->caption_count; i++)
        result = draw(p, &p->captions[i], discs, &around);
    free(strokes);
    free(discs);
    return result;
}
