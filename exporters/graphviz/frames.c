/* The whole network as one frame, or each slice of time as one. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/look.h"
#include "graphviz/picture.h"

enum {
    FRAMES_MOST = 36, /* the latest; more can't be read on a sheet */
    LEAST = 6,
    LARGEST = 50 /* diameters, in the layout's points */
};

/* ---- figures ---- */

/* The attribute's number in the frame; NAN where it has none. */
static double figure(const drawing *d, const frame *f, ent_scope scope,
                     size_t item, const char *name)
{
    if (!d->slices)
        return ent_i_number(d->host, d->view, scope, item, name, NAN);
    int attribute = d->host->attribute_find(d->view, scope, name);
    ent_value value;
    if (attribute < 0 || d->host->slice_value(d->view, f->slice, scope, item,
                                              (size_t)attribute, &value) != 1)
        return NAN;
    const ent_attribute *known =
        d->host->attribute(d->view, scope, (size_t)attribute);
    return known->type == ENT_REAL ? value.real : (double)value.integer;
}

/* ---- nodes ---- */

static int largest_first(const void *a, const void *b)
{
    const spot *x = a, *y = b;
    if (x->value != y->value)
        return x->value < y->value ? 1 : -1;
    return x->node < y->node ? -1 : x->node > y->node;
}

static void take_spots(const drawing *d, frame *f)
{
    const char *size = d->host->option(d->view, "size");
    for (size_t i = 0; i < d->node_count; i++) {
        size_t node = d->nodes[i].node;
        f->at[i] = SIZE_MAX;
        if (!d->slices || !isnan(figure(d, f, ENT_NODE, node, "mentions")))
            f->spots[f->spot_count++] =
                (spot){.node = i,
                       .value = fmax(figure(d, f, ENT_NODE, node, size), 0)};
    }
    qsort(f->spots, f->spot_count, sizeof *f->spots, largest_first);
    for (size_t k = 0; k < f->spot_count; k++)
        f->at[f->spots[k].node] = k;
}

/* The layout has left room for strengths in the whole. In slices the same
 * value has the same size. */
static void set_size(const picture *p, spot *s, double largest)
{
    const drawing *d = &p->d;
    s->share = largest > 0 ? s->value / largest : 0;
    s->diameter =
        d->slices || strcmp(d->host->option(d->view, "size"), "strength") != 0
            ? LEAST + (LARGEST - LEAST) * sqrt(s->share)
            : ent_i_look_diameter(d->host, d->view, d->nodes[s->node].node);
}

static void set_sizes(picture *p)
{
    double largest = 0;
    for (size_t k = 0; k < p->frame_count; k++)
        if (p->frames[k].spot_count)
            largest = fmax(largest, p->frames[k].spots[0].value);
    for (size_t k = 0; k < p->frame_count; k++)
        for (size_t i = 0; i < p->frames[k].spot_count; i++) {
            spot *s = &p->frames[k].spots[i];
            set_size(p, s, largest);
            s->came = k > 0 && p->frames[k - 1].at[s->node] == SIZE_MAX;
        }
}

/* ---- ties ---- */

static int heaviest_last(const void *a, const void *b)
{
    const drawn_tie *x = a, *y = b;
    if (x->value != y->value)
        return x->value > y->value ? 1 : -1;
    return x->tie < y->tie ? -1 : x->tie > y->tie;
}

static void take_tie(const drawing *d, frame *f, const drawn_tie *tie)
{
    size_t a = f->at[tie->ends[0]], b = f->at[tie->ends[1]];
    drawn_tie *out = &f->ties[f->tie_count];
    *out = *tie;
    out->ends[0] = a;
    out->ends[1] = b;
    if (d->slices) {
        out->value = figure(d, f, ENT_TIE, tie->tie, "weight");
        out->met = figure(d, f, ENT_TIE, tie->tie, "events") > 0;
        if (isnan(out->value) || a == SIZE_MAX || b == SIZE_MAX)
            return;
    }
    f->tie_count++;
}

/* Of a slice the heaviest, as many as leave it readable. */
static void take_ties(const drawing *d, frame *f)
{
    enum { SOME = 10 };
    for (size_t i = 0; i < d->tie_count; i++)
        take_tie(d, f, &d->ties[i]);
    if (!d->slices)
        return;
    qsort(f->ties, f->tie_count, sizeof *f->ties, heaviest_last);
    size_t most =
        drawing_option(d, "max-ties") < 0 ? f->spot_count + SOME : f->tie_count;
    if (f->tie_count > most) {
        f->ties_left_out = f->tie_count - most;
        f->tie_count = most;
        memmove(f->ties, f->ties + f->ties_left_out, most * sizeof *f->ties);
    }
}

static void set_weights(picture *p)
{
    double heaviest = 0;
    for (size_t k = 0; k < p->frame_count; k++) {
        const frame *f = &p->frames[k];
        if (f->tie_count)
            heaviest = fmax(heaviest, f->ties[f->tie_count - 1].value);
    }
    for (size_t k = 0; k < p->frame_count; k++)
        for (size_t i = 0; i < p->frames[k].tie_count; i++) {
            drawn_tie *tie = &p->frames[k].ties[i];
            tie->weight = heaviest > 0 ? fmax(tie->value, 0) / heaviest : 0;
        }
}

/* ---- frames ---- */

/* One element more than needed: calloc of 0 may return NULL, which would look
 * like running out of memory. */
static int fill(picture *p, frame *f)
{
    const drawing *d = &p->d;
    size_t nodes = d->node_count + 1;
    f->at = calloc(nodes, sizeof *f->at);
    f->spots = calloc(nodes, sizeof *f->spots);
    f->circles = calloc(nodes, sizeof *f->circles);
    f->labels = calloc(nodes, sizeof *f->labels);
    f->ties = calloc(d->tie_count + 1, sizeof *f->ties);
    if (!f->at || !f->spots || !f->circles || !f->labels || !f->ties)
        return -1;
    take_spots(d, f);
    take_ties(d, f);
    if (f->tie_count > p->most_lines)
        p->most_lines = f->tie_count;
    return 0;
}

int frames_make(picture *p)
{
    size_t slices = p->d.slices;
    size_t first = slices > FRAMES_MOST ? slices - FRAMES_MOST : 0;
    size_t count = slices ? slices - first : 1;
    p->frames = calloc(count, sizeof *p->frames);
    if (!p->frames)
        return -1;
    for (; p->frame_count < count; p->frame_count++) {
        frame *f = &p->frames[p->frame_count];
        f->slice = first + p->frame_count;
        if (fill(p, f) != 0 || drawing_cancelled(&p->d)) {
            p->frame_count++;
            return -1;
        }
    }
    set_sizes(p);
    if (slices)
        set_weights(p);
    return 0;
}

void frames_free(picture *p)
{
    for (size_t k = 0; k < p->frame_count; k++) {
        frame *f = &p->frames[k];
        free(f->at);
        free(f->spots);
        free(f->circles);
        free(f->labels);
        free(f->ties);
    }
    free(p->frames);
}
