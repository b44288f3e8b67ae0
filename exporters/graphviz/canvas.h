/* A sheet of paper: marks, lines and texts at fixed places, which Graphviz
 * renders. Coordinates are points from the lower left corner, y up. Uses plain
 * malloc: a module imports nothing from the library. */
#ifndef ENTENTE_EXPORTERS_CANVAS_H
#define ENTENTE_EXPORTERS_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

#include <gvc.h>

#include "graphviz/theme.h"

typedef struct canvas {
    Agraph_t *g;
    const theme *look;
    double width, height; /* of the sheet */
    size_t unnamed;       /* marks that nobody refers to */
    char *ground;         /* areas behind everything, as xdot; or NULL */
    size_t ground_size;
    bool failed; /* memory ran out */
} canvas;

/* An empty sheet; canvas_close frees it, even after a failure. */
void canvas_open(canvas *c, const theme *look, double width, double height);
void canvas_close(canvas *c);

/* A shape, its middle at x, y. Colours are "#rrggbb" or "#rrggbbaa". */
typedef struct mark {
    double x, y, width, height;
    const char *shape; /* Graphviz's name */
    const char *fill, *line;
    double pen;
    const char *kind; /* class in SVG */
    const char *name; /* in SVG's title, or NULL */
} mark;

/* NULL when memory is out. */
Agnode_t *canvas_mark(canvas *c, const mark *m);

typedef struct vertex {
    double x, y;
} vertex;

/* A polygon behind everything. */
void canvas_area(canvas *c, const vertex *points, size_t n, const char *colour);

/* A line between the middles of two marks. */
void canvas_line(canvas *c, Agnode_t *from, Agnode_t *to, double width,
                 const char *colour, const char *kind);

typedef enum align { LEFT, CENTRE, RIGHT } align;

/* One line of text. x is its left end, middle or right end, y the middle of its
 * letters. */
typedef struct words {
    double x, y;
    const char *text;
    double font; /* points */
    const char *colour;
    align at;
    bool bold;
    bool veiled;
    const char *kind;
    const char *name; /* as that of a mark */
} words;

void canvas_words(canvas *c, const words *w);
/* Its width in points, overestimated rather than underestimated. */
double words_width(const words *w);

/* The width of a text in that font size, in points, overestimated rather than
 * underestimated. */
double text_width(const char *text, double font);

/* Whether `most` bytes more could be had: the libraries that draw end the
 * process or crash when they find none, so that this is asked beforehand. */
bool memory_for(size_t most);

/* How many bytes rendering takes beside what memory_for was asked for the
 * marks. */
size_t canvas_room(const canvas *c, double dpi);

/* Renders as "svg", "png" or "pdf"; dpi is for png alone. gvFreeRenderData
 * frees the bytes. Returns 0, or nonzero after a failure. */
int canvas_render(canvas *c, const char *format, double dpi, char **bytes,
                  unsigned *size);

/* Installs a handler that collects Graphviz's messages instead of printing
 * them, and numbers with decimal points. */
void graphviz_begin(void);
/* Restores what the host had; returns the first message, or "". */
const char *graphviz_end(void);

#endif
