/* What a picture says of itself: its title, what is counted, and what stands
 * above each slice. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "graphviz/picture.h"

/* Font sizes, in points. */
enum { TITLE = 17, SUBTITLE = 10, ABOVE = 10 };

/* ---- texts ---- */

const char *picture_setting(const picture *p, const char *wanted)
{
    const drawing *d = &p->d;
    const char *name, *value;
    size_t n = d->host->setting_count(d->view);
    for (size_t i = 0; i < n; i++)
        if (d->host->setting(d->view, i, &name, &value) == 0 &&
            strcmp(name, wanted) == 0)
            return value;
    return "";
}

/* ", by month", or ", windows of 3 months". */
static void write_pace(const picture *p, char *out, size_t room)
{
    const char *unit = picture_setting(p, "slice");
    const char *wide = picture_setting(p, "slide");
    *out = '\0';
    if (p->d.slices && *unit && strcmp(wide, "1") == 0)
        snprintf(out, room, ", by %s", unit);
    else if (p->d.slices && *unit)
        snprintf(out, room, ", windows of %s %ss", wide, unit);
}

static void write_title(picture *p)
{
    const drawing *d = &p->d;
    const char *given = d->host->option(d->view, "title");
    bool met = strcmp(picture_setting(p, "ties"), "encounters") == 0;
    char pace[64];
    write_pace(p, pace, sizeof pace);
    if (*given)
        snprintf(p->title, sizeof p->title, "%.200s", given);
    else if (p->ego < d->node_count)
        snprintf(p->title, sizeof p->title, "%.120s: %s%s",
                 picture_name(p, p->ego),
                 met ? "who meets whom" : "who is named with whom", pace);
    else
        snprintf(p->title, sizeof p->title, "%s%s",
                 met ? "Who meets whom" : "Who is named with whom", pace);
}

bool picture_all_persons(const picture *p)
{
    const drawing *d = &p->d;
    for (size_t i = 0; i < d->node_count; i++)
        if (strcmp(ent_i_text(d->host, d->view, ENT_NODE, d->nodes[i].node,
                              "type"),
                   "person") != 0)
            return false;
    return true;
}

/* "24 people, 85 ties in 23 articles". */
static size_t write_counts(const picture *p, char *out, size_t room,
                           double nodes, double ties, double articles)
{
    const char *word = picture_all_persons(p) ? nodes == 1 ? "person" : "people"
                       : nodes == 1           ? "name"
                                              : "names";
    int n = snprintf(out, room, "%.0f %s, %.0f tie%s", nodes, word, ties,
                     ties == 1 ? "" : "s");
    if (articles > 0)
        n += snprintf(out + n, room - (size_t)n, " in %.0f article%s", articles,
                      articles > 1 ? "s" : "");
    return (size_t)n;
}

/* "24 people, 85 ties in 24 articles, 2013-09-05 to 2016-06-01". */
static void write_subtitle(picture *p)
{
    const drawing *d = &p->d;
    const char *first = ent_i_text(d->host, d->view, ENT_GRAPH, 0, "first");
    const char *last = ent_i_text(d->host, d->view, ENT_GRAPH, 0, "last");
    size_t n = write_counts(
        p, p->subtitle, sizeof p->subtitle,
        (double)d->host->node_count(d->view),
        (double)d->host->tie_count(d->view),
        ent_i_number(d->host, d->view, ENT_GRAPH, 0, "articles", 0));
    if (*first && *last)
        snprintf(p->subtitle + n, sizeof p->subtitle - n,
                 strcmp(first, last) ? ", %s to %s" : ", %s", first, last);
}

void texts_set(picture *p)
{
    write_title(p);
    write_subtitle(p);
}

void texts_summary(const picture *p, char *out, size_t room)
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

/* ---- on the sheet ---- */

double texts_height(const picture *p)
{
    return *p->title ? SIDE + TITLE * 1.3 + SUBTITLE * 1.5 : SIDE;
}

double texts_width(const picture *p)
{
    return fmax(1.12 * text_width(p->title, TITLE),
                text_width(p->subtitle, SUBTITLE)) +
           2 * SIDE;
}

double texts_above_frame(const picture *p)
{
    return p->d.slices ? ABOVE * 1.5 : 0;
}

/* The slice's name, and quieter beside it what is counted. */
static void draw_above(picture *p, const frame *f)
{
    const drawing *d = &p->d;
    const char *name, *first, *last;
    char counts[120];
    if (d->host->slice(d->view, f->slice, &name, &first, &last) != 0)
        return;
    write_counts(p, counts, sizeof counts, (double)f->spot_count,
                 (double)(f->tie_count + f->ties_left_out), 0);
    words line = {.x = f->cell.left + SIDE,
                  .y = f->cell.top - ABOVE,
                  .text = name,
                  .font = ABOVE * p->small,
                  .colour = p->look->ink,
                  .at = LEFT,
                  .bold = true,
                  .kind = "slice"};
    canvas_words(&p->sheet, &line);
    line.x += words_width(&line) + 4;
    line.text = counts;
    line.font *= 0.8;
    line.colour = p->look->quiet;
    line.bold = false;
    canvas_words(&p->sheet, &line);
}

void texts_draw(picture *p)
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
    for (size_t k = 0; p->d.slices && k < p->frame_count; k++)
        draw_above(p, &p->frames[k]);
}
