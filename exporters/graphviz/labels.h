/* Names beside circles, none of which covers another or a circle. */
#ifndef ENTENTE_EXPORTERS_LABELS_H
#define ENTENTE_EXPORTERS_LABELS_H

#include <stdbool.h>
#include <stddef.h>

/* Left, low, right, top. */
typedef struct area {
    double left, low, right, top;
} area;

typedef struct disc {
    double x, y, radius;
} disc;

/* A line from one circle to another. */
typedef struct stroke {
    double x[2], y[2];
    double width;
} stroke;

/* What is on the sheet already. */
typedef struct surroundings {
    area sheet; /* within which names must stay */
    const disc *discs;
    size_t disc_count;
    const stroke *strokes;
    size_t stroke_count;
    const area *taken; /* by other texts */
    size_t taken_count;
} surroundings;

/* A name that goes beside a circle, at its full size or smaller. */
typedef struct label {
    double x, y, radius; /* of the circle */
    double width, height;
    double least; /* the least part of its size at which it can be read */
    double size;  /* the part at which it is placed */
    bool placed;  /* false: it would cover something, or leave the sheet */
    bool lined;   /* lines run through it there */
    int side;     /* -1 left of its circle, 0 above or below, 1 right */
    area at;
} label;

/* Places the labels in their order, the most important first: where nothing is
 * covered, below rather than above rather than beside, and off the lines. */
void labels_place(label *labels, size_t n, const surroundings *around);

/* How much ink of lines is in an area: their length times their width. */
double labels_ink(const area *a, const surroundings *around);
bool labels_meet(const area *a, const area *b);
/* Whether an area covers part of a disc. */
bool labels_cover(const area *a, const disc *d);

#endif
