/* What a picture says of itself: its title, and the key to sizes, widths,
 * shapes and colours. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "common/look.h"
#include "graphviz/picture.h"

enum {
    TITLE = 17, /* font sizes, in points */
    SUBTITLE = 10,
    KEY = 9,
    ROW = 17, /* least height of a row of the key */
    GAP = 14, /* between items */
    LINE_LONG = 22,
    SIDE = 18 /* from the sheet's edge */
};

/* ---- texts ---- */

/* What the network was made with, or "". */
static const char *setting(const drawing *d, const char *wanted)
{
    const char *name, *value;
    size_t n = d->host->setting_count(d->view);
    for (size_t i = 0; i < n; i++)
        if (d->host->setting(d->view, i, &name, &value) == 0 &&
            strcmp(name, wanted) == 0)
            return value;
    return "";
}

static void write_title(picture *p)
{
    const drawing *d = &p->d;
    const char *given = d->host->option(d->view, "title");
    bool met = strcmp(setting(d, "ties"), "encounters") == 0;
    const char *what = met ? "Who meets whom" : "Who is named with whom";
    if (*given)
        snprintf(p->title, sizeof p->title, "%.200s", given);
    else if (p->ego < d->node_count)
        snprintf(p->title, sizeof p->title, "%.120s: %s",
                 picture_name(p, p->ego),
                 met ? "who meets whom" : "who is named with whom");
    else
        snprintf(p->title, sizeof p->title, "%s", what);
}

static bool all_persons(const drawing *d)
{
    for (size_t i = 0; i < d->node_count; i++)
        if (strcmp(ent_i_text(d->host, d->view, ENT_NODE, d->nodes[i].node,
                              "type"),
                   "person") != 0)
            return false;
    return true;
}

/* "24 people, 85 ties; 24 articles, 2013-09-05 to 2016-06-01". */
static void write_subtitle(picture *p)
{
    const drawing *d = &p->d;
    const char *first = ent_i_text(d->host, d->view, ENT_GRAPH, 0, "first");
    const char *last = ent_i_text(d->host, d->view, ENT_GRAPH, 0, "last");
    size_t nodes = d->host->node_count(d->view);
    size_t ties = d->host->tie_count(d->view);
    double articles =
        ent_i_number(d->host, d->view, ENT_GRAPH, 0, "articles", 0);
    const char *word = all_persons(d) ? nodes == 1 ? "person" : "people"
                       : nodes == 1   ? "name"
                                      : "names";
    int n = snprintf(p->subtitle, sizeof p->subtitle, "%zu %s, %zu tie%s",
                     nodes, word, ties, ties == 1 ? "" : "s");
    if (articles > 0)
        n += snprintf(p->subtitle + n, sizeof p->subtitle - (size_t)n,
                      " in %.0f article%s", articles, articles > 1 ? "s" : "");
    if (*first && *last)
        snprintf(p->subtitle + n, sizeof p->subtitle - (size_t)n,
                 strcmp(first, last) ? ", %s to %s" : ", %s", first, last);
}

void picture_summary(const picture *p, char *out, size_t room)
{
    const drawing *d = &p->d;
    size_t most = d->node_count < 5 ? d->node_count : 5;
    int n = snprintf(out, room, "%s.", p->subtitle);
    for (size_t i = 0; i < most && n < (int)room; i++)
        n += snprintf(out + n, room - (size_t)n, "%s%s",
                      i ? ", " : " The strongest: ", picture_name(p, i));
    if (n < (int)room)
        snprintf(out + n, room - (size_t)n, "%s", most ? "." : "");
}

/* ---- the key's items ---- */

static key_item *add(picture *p, key_break before)
{
    static key_item spare;
    key_item *item = p->key.n < KEY_MOST ? &p->key.items[p->key.n++] : &spare;
    *item = (key_item){.before = before, .edge = p->look->edge};
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

/* Nodes drawn serve as measure: the strongest, the weakest, and one of a size
 * between. */
static void explain_sizes(picture *p)
{
    const drawing *d = &p->d;
    size_t n = d->node_count, middle = 0;
    double sizes[2];
    if (n == 0)
        return;
    sizes[0] = ent_i_look_diameter(d->host, d->view, d->nodes[0].node);
    sizes[1] = ent_i_look_diameter(d->host, d->view, d->nodes[n - 1].node);
    while (middle + 1 < n &&
           ent_i_look_diameter(d->host, d->view, d->nodes[middle].node) >
               (sizes[0] + sizes[1]) / 2)
        middle++;
    const size_t shown[] = {0, middle, n - 1};
    double last = -1;
    add_text(p, KEY_ROW, "Size: strength (sum of ties)");
    for (size_t i = 0; i < 3; i++) {
        const drawn_node *node = &d->nodes[shown[i]];
        char text[40];
        if (i && node->strength >= last)
            continue;
        last = node->strength;
        write_number(text, last);
        add_mark(p, "circle",
                 p->circles_scale *
                     ent_i_look_diameter(d->host, d->view, node->node),
                 NULL, text);
    }
}

/* The same for ties, which are sorted by weight, the lightest first. */
static void explain_widths(picture *p)
{
    const drawing *d = &p->d;
    size_t n = d->tie_count, middle = n;
    if (n == 0)
        return;
    double widest = picture_width(p, &d->ties[n - 1]);
    double thinnest = picture_width(p, &d->ties[0]);
    while (middle > 1 &&
           picture_width(p, &d->ties[middle - 1]) > (widest + thinnest) / 2)
        middle--;
    const size_t shown[] = {n - 1, middle - 1, 0};
    double last = INFINITY;
    add_text(p, KEY_GROUP, "Width: weight");
    for (size_t i = 0; i < 3; i++) {
        const drawn_tie *tie = &d->ties[shown[i]];
        char text[40];
        if (tie->value >= last)
            continue;
        last = tie->value;
        write_number(text, last);
        add_line(p, picture_width(p, tie), p->look->quiet, text);
    }
}

static void explain_contacts(picture *p)
{
    bool met = false, named = false;
    for (size_t i = 0; i < p->d.tie_count; i++) {
        met = met || p->d.ties[i].met;
        named = named || !p->d.ties[i].met;
    }
    char colour[10];
    if (met || named)
        add_text(p, KEY_GROUP, "Line:");
    theme_line(p->look, true, p->d.tie_count, colour);
    if (met)
        add_line(p, 2, colour, "contact stated");
    theme_line(p->look, false, p->d.tie_count, colour);
    if (named)
        add_line(p, 2, colour, "only named together");
}

static void explain_shapes(picture *p)
{
    static const char *const types[] = {"person", "org", "place", "misc"};
    static const char *const spoken[] = {"person", "organisation", "place",
                                         "other"};
    if (all_persons(&p->d))
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

static void explain_colours(picture *p)
{
    enum { COMMUNITIES = 8, LEAST = 3 };
    size_t first = p->key.n;
    for (long c = 0; c < COMMUNITIES; c++) {
        char names[140], colour[8];
        size_t i = 0;
        if (!picture_leaders(p, c, LEAST, names, sizeof names))
            continue;
        while (picture_community(p, i) != c)
            i++;
        ent_i_look_colour(p->d.host, p->d.view, p->d.nodes[i].node, colour);
        if (p->key.n == first)
            add_text(p, KEY_ROW, "Colour: community around");
        add_mark(p, "circle", 9, colour, names);
    }
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
void picture_set_rows(picture *p, double width)
{
    key *k = &p->key;
    double y = 0;
    p->small = fmin(1, width / picture_least_width(p));
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

void picture_describe(picture *p)
{
    write_title(p);
    write_subtitle(p);
    p->key.n = 0;
    if (strcmp(p->d.host->option(p->d.view, "legend"), "true") == 0) {
        explain_sizes(p);
        explain_widths(p);
        explain_contacts(p);
        explain_shapes(p);
        explain_colours(p);
        explain_left_out(p);
    }
    for (size_t i = 0; i < p->key.n; i++) {
        key_item *item = &p->key.items[i];
        item->width = mark_room(item) + text_width(item->text, KEY);
    }
}

double picture_least_width(const picture *p)
{
    double widest = fmax(1.12 * text_width(p->title, TITLE),
                         text_width(p->subtitle, SUBTITLE));
    for (size_t i = 0; i < p->key.n; i++)
        widest = fmax(widest, p->key.items[i].width);
    return widest + 2 * SIDE;
}

/* ---- on the sheet ---- */

double picture_head(const picture *p)
{
    return *p->title ? SIDE + TITLE * 1.3 + SUBTITLE * 1.5 : SIDE;
}

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
                                       .pen = 1,
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
                                         .font = KEY * p->small,
                                         .colour = p->look->quiet,
                                         .at = LEFT,
                                         .kind = "key"});
}

void picture_furnish(picture *p)
{
    double top = p->sheet.height - SIDE;
    words line = {.x = SIDE,
                  .y = top - TITLE * 0.6,
                  .text = p->title,
                  .font = TITLE * p->small,
                  .colour = p->look->ink,
                  .at = LEFT,
                  .bold = true,
                  .kind = "title"};
    canvas_words(&p->sheet, &line);
    line.y = top - TITLE * 1.3 - SUBTITLE * 0.6;
    line.text = p->subtitle;
    line.font = SUBTITLE * p->small;
    line.colour = p->look->quiet;
    line.bold = false;
    canvas_words(&p->sheet, &line);
    for (size_t i = 0; i < p->key.n; i++)
        draw_item(p, &p->key.items[i], SIDE / 2.0 + p->key.height);
}
