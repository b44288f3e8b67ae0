/* The key to sizes, widths, shapes and colours. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "common/look.h"
#include "graphviz/picture.h"

/* In points. */
enum {
    FONT = 9,
    ROW = 17, /* least height of a row */
    GAP = 14, /* between items */
    LINE_LONG = 22
};

/* ---- the key's items ---- */

static key_item *add(picture *p, key_break before)
{
    static key_item spare;
    key_item *item = p->key.n < KEY_MOST ? &p->key.items[p->key.n++] : &spare;
    *item = (key_item){.before = before, .edge = p->look->edge, .pen = 1};
    snprintf(item->colour, sizeof item->colour, "%s", p->look->quiet);
    return item;
}

static void add_text(picture *p, key_break before, const char *text)
{
    key_item *item = add(p, before);
    item->what = KEY_TEXT;
    snprintf(item->text, sizeof item->text, "%s", text);
}

static void add_mark(picture *p, const char *shape, double size,
                     const char *colour, const char *text)
{
    key_item *item = add(p, KEY_WITHIN);
    item->what = KEY_MARK;
    item->shape = shape;
    item->size = size;
    if (colour)
        snprintf(item->colour, sizeof item->colour, "%s", colour);
    snprintf(item->text, sizeof item->text, "%s", text);
}

static void add_line(picture *p, double width, const char *colour,
                     const char *text)
{
    key_item *item = add(p, KEY_WITHIN);
    item->what = KEY_LINE;
    item->size = width;
    snprintf(item->colour, sizeof item->colour, "%s", colour);
    snprintf(item->text, sizeof item->text, "%s", text);
}

/* Whole where that is exact enough. */
static void write_number(char out[40], double value)
{
    snprintf(out, 40, fabs(value) < 1000 ? "%.3g" : "%.0f", value);
}

/* Of the nodes drawn the largest of at most that diameter; NULL if there is
 * none. */
static const spot *largest_within(const picture *p, double diameter)
{
    const spot *best = NULL;
    for (size_t k = 0; k < p->frame_count; k++)
        for (size_t i = 0; i < p->frames[k].spot_count; i++) {
            const spot *s = &p->frames[k].spots[i];
            if (s->diameter <= diameter && (!best || s->value > best->value))
                best = s;
        }
    return best;
}

static const spot *smallest(const picture *p)
{
    const spot *least = NULL;
    for (size_t k = 0; k < p->frame_count; k++) {
        const frame *f = &p->frames[k];
        if (f->spot_count &&
            (!least || f->spots[f->spot_count - 1].value < least->value))
            least = &f->spots[f->spot_count - 1];
    }
    return least;
}

/* Nodes drawn serve as measure: the largest, the smallest, and one of a size
 * between. */
static void explain_sizes(picture *p)
{
    const spot *shown[3] = {largest_within(p, INFINITY), NULL, smallest(p)};
    const char *size = p->d.host->option(p->d.view, "size");
    char what[80];
    if (!shown[0])
        return;
    shown[1] = largest_within(p, (shown[0]->diameter + shown[2]->diameter) / 2);
    snprintf(what, sizeof what, "Size: %s%s", size,
             strcmp(size, "strength") ? "" : " (sum of ties)");
    add_text(p, KEY_ROW, what);
    for (size_t i = 0; i < 3; i++) {
        char text[40];
        if (i && (!shown[i] || shown[i]->value >= shown[i - 1]->value))
            continue;
        write_number(text, shown[i]->value);
        add_mark(p, "circle", p->circles_scale * shown[i]->diameter, NULL,
                 text);
    }
}

/* Of the ties drawn the heaviest of at most that width; NULL if there is
 * none. */
static const drawn_tie *heaviest_within(const picture *p, double width)
{
    const drawn_tie *best = NULL;
    for (size_t k = 0; k < p->frame_count; k++)
        for (size_t i = 0; i < p->frames[k].tie_count; i++) {
            const drawn_tie *tie = &p->frames[k].ties[i];
            if (picture_width(p, tie) <= width &&
                (!best || tie->value > best->value))
                best = tie;
        }
    return best;
}

static const drawn_tie *lightest(const picture *p)
{
    const drawn_tie *least = NULL;
    for (size_t k = 0; k < p->frame_count; k++) {
        const frame *f = &p->frames[k];
        if (f->tie_count && (!least || f->ties[0].value < least->value))
            least = &f->ties[0];
    }
    return least;
}

/* The same for ties. */
static void explain_widths(picture *p)
{
    const drawn_tie *shown[3] = {heaviest_within(p, INFINITY), NULL,
                                 lightest(p)};
    if (!shown[0])
        return;
    shown[1] = heaviest_within(
        p, (picture_width(p, shown[0]) + picture_width(p, shown[2])) / 2);
    add_text(p, KEY_GROUP, "Width: weight");
    for (size_t i = 0; i < 3; i++) {
        char text[40];
        if (i && (!shown[i] || shown[i]->value >= shown[i - 1]->value))
            continue;
        write_number(text, shown[i]->value);
        add_line(p, picture_width(p, shown[i]), p->look->quiet, text);
    }
}

static bool any_tie(const picture *p, bool met)
{
    for (size_t k = 0; k < p->frame_count; k++)
        for (size_t i = 0; i < p->frames[k].tie_count; i++)
            if (p->frames[k].ties[i].met == met)
                return true;
    return false;
}

static void explain_contacts(picture *p)
{
    bool met = any_tie(p, true), named = any_tie(p, false);
    char colour[10];
    if (met || named)
        add_text(p, KEY_GROUP, "Line:");
    theme_line(p->look, true, p->most_lines, colour);
    if (met)
        add_line(p, 2, colour, "contact stated");
    theme_line(p->look, false, p->most_lines, colour);
    if (named)
        add_line(p, 2, colour, "only named together");
}

static void explain_slices(picture *p)
{
    if (p->frame_count < 2)
        return;
    add_text(p, KEY_GROUP, "Ring:");
    add_mark(p, "circle", 9, NULL, "not in the slice before");
    p->key.items[p->key.n - 1].edge = p->look->ink;
    p->key.items[p->key.n - 1].pen = CAME;
}

static void explain_shapes(picture *p)
{
    static const char *const types[] = {"person", "org", "place", "misc"};
    static const char *const spoken[] = {"person", "organisation", "place",
                                         "other"};
    if (picture_all_persons(p))
        return;
    for (size_t t = 0; t < sizeof types / sizeof *types; t++)
        for (size_t i = 0; i < p->d.node_count; i++)
            if (strcmp(ent_i_text(p->d.host, p->d.view, ENT_NODE,
                                  p->d.nodes[i].node, "type"),
                       types[t]) == 0) {
                add_mark(p, picture_shape(p, i), 10, NULL, spoken[t]);
                break;
            }
}

bool picture_leaders(const picture *p, long community, size_t least, char *out,
                     size_t room)
{
    size_t found = 0;
    *out = '\0';
    for (size_t i = 0; i < p->d.node_count; i++) {
        if (picture_community(p, i) != community)
            continue;
        size_t used = strlen(out);
        if (found < 2 && used + 3 < room)
            snprintf(out + used, room - used, "%s%s", found ? ", " : "",
                     picture_name(p, i));
        found++;
    }
    return found >= least;
}

static bool is_captioned(const picture *p, long community)
{
    for (size_t i = 0; i < p->caption_count; i++)
        if (p->captions[i].community == community)
            return true;
    return false;
}

/* Of the communities those that the map does not name. Two of a small one say
 * little, except in a picture of few. */
static void explain_colours(picture *p)
{
    enum { COMMUNITIES = 8, LARGE = 3, LEAST = 3 };
    size_t first = p->key.n;
    for (long c = 0; c < COMMUNITIES; c++) {
        char names[140], colour[8];
        size_t i = 0;
        if (is_captioned(p, c) ||
            !picture_leaders(p, c, c < LARGE ? 2 : LEAST, names, sizeof names))
            continue;
        while (picture_community(p, i) != c)
            i++;
        ent_i_look_colour(p->d.host, p->d.view, p->d.nodes[i].node, colour);
        if (p->key.n == first)
            add_text(p, KEY_ROW, "Colour: community around");
        add_mark(p, "circle", 9, colour, names);
    }
    if (p->key.n == first && p->caption_count)
        add_text(p, KEY_ROW,
                 "Colour and area: community, named after its "
                 "strongest");
}

static void explain_slices_left_out(picture *p)
{
    size_t ties = 0;
    char text[160];
    for (size_t k = 0; k < p->frame_count; k++)
        ties += p->frames[k].ties_left_out > 0;
    if (ties)
        add_text(p, KEY_ROW,
                 "Where a slice has more ties than can be told "
                 "apart, the heaviest.");
    if (p->d.slices <= p->frame_count)
        return;
    snprintf(text, sizeof text, "The last %zu of %zu slices.", p->frame_count,
             p->d.slices);
    add_text(p, KEY_ROW, text);
}

static void explain_left_out(picture *p)
{
    const drawing *d = &p->d;
    char text[160];
    int n = 0;
    if (d->nodes_left_out)
        n += snprintf(text, sizeof text, "The %zu strongest of %zu nodes. ",
                      d->node_count, d->node_count + d->nodes_left_out);
    if (d->ties_left_out)
        n += snprintf(text + n, sizeof text - (size_t)n,
                      "The %zu strongest of %zu ties.", d->tie_count,
                      d->tie_count + d->ties_left_out);
    if (n)
        add_text(p, KEY_ROW, text);
    explain_slices_left_out(p);
}

/* ---- rows ---- */

static double mark_room(const key_item *item)
{
    return item->what == KEY_MARK   ? item->size + 4
           : item->what == KEY_LINE ? LINE_LONG + 4
                                    : 0;
}

/* How wide the items are up to the next place where a row may end. */
static double group_width(const key *k, size_t i, double small)
{
    double width = 0;
    do
        width += k->items[i].width * small + GAP;
    while (++i < k->n && k->items[i].before == KEY_WITHIN);
    return width - GAP;
}

/* Where the row that begins at i ends. Groups stay together, unless one alone
 * is too wide. */
static size_t end_of_row(key *k, size_t i, double width, double small)
{
    double x = SIDE;
    size_t end = i;
    for (; end < k->n; end++) {
        key_item *item = &k->items[end];
        double right = x + item->width * small;
        if (end > i && (item->before == KEY_ROW || right > width - SIDE ||
                        (item->before == KEY_GROUP &&
                         x + group_width(k, end, small) > width - SIDE)))
            break;
        item->x = x;
        x = right + GAP;
    }
    return end;
}

/* Every row is as high as its largest mark. */
void key_set_rows(picture *p, double width)
{
    key *k = &p->key;
    double y = 0;
    p->small = fmin(1, width / fmax(key_width(p), texts_width(p)));
    for (size_t i = 0; i < k->n;) {
        double high = ROW;
        size_t end = end_of_row(k, i, width, p->small);
        for (size_t j = i; j < end; j++)
            if (k->items[j].what == KEY_MARK)
                high = fmax(high, k->items[j].size + 4);
        for (; i < end; i++)
            k->items[i].y = y + high / 2;
        y += high;
    }
    k->height = y;
}

void key_set(picture *p)
{
    p->key.n = 0;
    if (strcmp(p->d.host->option(p->d.view, "legend"), "true") == 0) {
        explain_sizes(p);
        explain_widths(p);
        explain_contacts(p);
        explain_slices(p);
        explain_shapes(p);
        explain_colours(p);
        explain_left_out(p);
    }
    for (size_t i = 0; i < p->key.n; i++) {
        key_item *item = &p->key.items[i];
        item->width = mark_room(item) + text_width(item->text, FONT);
    }
}

double key_width(const picture *p)
{
    double widest = 0;
    for (size_t i = 0; i < p->key.n; i++)
        widest = fmax(widest, p->key.items[i].width);
    return widest + 2 * SIDE;
}

/* ---- on the sheet ---- */

static void draw_item(picture *p, const key_item *item, double top)
{
    double x = item->x, y = top - item->y;
    if (item->what == KEY_MARK)
        canvas_mark(&p->sheet, &(mark){.x = x + item->size / 2,
                                       .y = y,
                                       .width = item->size,
                                       .height = item->size,
                                       .shape = item->shape,
                                       .fill = item->colour,
                                       .line = item->edge,
                                       .pen = item->pen,
                                       .kind = "key"});
    if (item->what == KEY_LINE) {
        mark end = {.x = x,
                    .y = y,
                    .shape = "point",
                    .fill = "#ffffff00",
                    .line = "#ffffff00",
                    .kind = "key"};
        Agnode_t *from = canvas_mark(&p->sheet, &end);
        end.x += LINE_LONG;
        Agnode_t *to = canvas_mark(&p->sheet, &end);
        canvas_line(&p->sheet, from, to, item->size, item->colour, "key");
    }
    if (*item->text)
        canvas_words(&p->sheet, &(words){.x = x + mark_room(item),
                                         .y = y,
                                         .text = item->text,
                                         .font = FONT * p->small,
                                         .colour = p->look->quiet,
                                         .at = LEFT,
                                         .kind = "key"});
}

void key_draw(picture *p)
{
    for (size_t i = 0; i < p->key.n; i++)
        draw_item(p, &p->key.items[i], SIDE / 2.0 + p->key.height);
}
