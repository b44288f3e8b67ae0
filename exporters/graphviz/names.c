/* The names of nodes on the maps, the strongest first, each where it covers
 * nothing. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/look.h"
#include "graphviz/picture.h"

/* In points; larger where there are few. */
static double least_font(const picture *p)
{
    return p->d.slices              ? 7.5
           : p->d.node_count <= 40  ? 10
           : p->d.node_count <= 120 ? 9
                                    : 8;
}

/* In all slices the same. */
static double font_of(const picture *p, const spot *s)
{
    return p->d.slices ? least_font(p) + 2 * sqrt(p->d.nodes[s->node].size)
                       : least_font(p) + 6 * sqrt(s->share);
}

/* ---- places ---- */

static void make_label(const picture *p, frame *f, size_t i)
{
    const spot *s = &f->spots[i];
    double font = font_of(p, s);
    bool ego = s->node == p->ego;
    words name = {.text = picture_name(p, s->node), .font = font, .bold = ego};
    f->labels[i] = (label){.x = f->circles[i].x,
                           .y = f->circles[i].y,
                           .radius = f->circles[i].radius + (ego ? RING : 0),
                           .width = words_width(&name),
                           .height = font * 1.1,
                           .least = least_font(p) / font};
}

stroke *names_strokes(const frame *f)
{
    stroke *strokes = calloc(f->tie_count + 1, sizeof *strokes);
    for (size_t i = 0; strokes && i < f->tie_count; i++) {
        const disc *a = &f->circles[f->ties[i].ends[0]];
        const disc *b = &f->circles[f->ties[i].ends[1]];
        strokes[i] = (stroke){
            {a->x, b->x}, {a->y, b->y}, ent_i_look_width(f->ties[i].weight)};
    }
    return strokes;
}

/* Of the first n labels the last comes first, or goes back. */
static void bring_forward(label *labels, size_t n, bool back)
{
    label moved = labels[back ? 0 : n - 1];
    memmove(labels + !back, labels + back, (n - 1) * sizeof *labels);
    labels[back ? n - 1 : 0] = moved;
}

/* Who is in the middle is named before anybody else. */
static void place_all(const picture *p, frame *f, const surroundings *around)
{
    size_t ego = p->ego < p->d.node_count ? f->at[p->ego] : SIZE_MAX;
    bool named = ego < f->labelled;
    if (named)
        bring_forward(f->labels, ego + 1, false);
    labels_place(f->labels, f->labelled, around);
    if (named)
        bring_forward(f->labels, ego + 1, true);
}

static int place_in(picture *p, frame *f)
{
    long most = drawing_option(&p->d, "labels");
    size_t n = f->spot_count;
    stroke *strokes = names_strokes(f);
    if (!strokes)
        return -1;
    f->labelled = most < 0 || (size_t)most > n ? n : (size_t)most;
    for (size_t i = 0; i < f->labelled; i++)
        make_label(p, f, i);
    area taken[CAPTIONS_MOST];
    for (size_t i = 0; i < p->caption_count; i++)
        taken[i] = p->captions[i].at;
    surroundings around = {.sheet = {f->cell.left + 2, f->map.low - BORDER_Y,
                                     f->cell.right - 2, f->map.top + BORDER_Y},
                           .discs = f->circles,
                           .disc_count = n,
                           .strokes = strokes,
                           .stroke_count = f->tie_count,
                           .taken = taken,
                           .taken_count = p->caption_count};
    place_all(p, f, &around);
    free(strokes);
    return 0;
}

int names_place(picture *p)
{
    for (size_t k = 0; k < p->frame_count; k++)
        if (place_in(p, &p->frames[k]) != 0)
            return -1;
    return 0;
}

/* ---- drawing ---- */

static void draw_name(picture *p, const frame *f, size_t i)
{
    const label *l = &f->labels[i];
    const spot *s = &f->spots[i];
    char name[48];
    snprintf(name, sizeof name, "l%zu.%zu", (size_t)(f - p->frames), i);
    canvas_words(&p->sheet,
                 &(words){.x = l->side > 0   ? l->at.left
                               : l->side < 0 ? l->at.right
                                             : (l->at.left + l->at.right) / 2,
                          .y = (l->at.low + l->at.top) / 2,
                          .text = picture_name(p, s->node),
                          .font = round(10 * font_of(p, s) * l->size) / 10,
                          .colour = p->look->ink,
                          .at = l->side > 0   ? LEFT
                                : l->side < 0 ? RIGHT
                                              : CENTRE,
                          .veiled = l->lined,
                          .bold = s->node == p->ego,
                          .kind = "label",
                          .name = name});
}

void names_draw(picture *p)
{
    for (size_t k = 0; k < p->frame_count; k++)
        for (size_t i = p->frames[k].labelled; i-- > 0;)
            if (p->frames[k].labels[i].placed)
                draw_name(p, &p->frames[k], i);
}
