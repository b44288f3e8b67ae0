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
    area sheet;        /* within which names must stay */
    const area *taken; /* by texts */
    size_t taken_count;
    const disc *discs;
    size_t disc_count;
    const stroke *strokes;
    size_t stroke_count;
} surroundings;

/* A name of that size, which goes to one of eight places around the middle of a
 * circle. */
typedef struct label {
    double x, y, radius; /* of the circle */
    double width, height;
    bool placed; /* false: it would cover something, or leave the sheet */
    int side;    /* -1 left of its circle, 0 above or below, 1 right */
    area at;
} label;

/* Places the labels in their order, the most important first: where nothing is
 * covered, below rather than above rather than beside, and off the lines. */
void labels_place(label *labels, size_t n, const surroundings *around);

/* Whether an area on the sheet covers neither a text nor a circle. */
bool area_is_free(const area *a, const surroundings *around);

#endif
