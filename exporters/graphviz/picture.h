/* A picture in the making: what is drawn, where, and what it says of itself. */
#ifndef ENTENTE_EXPORTERS_PICTURE_H
#define ENTENTE_EXPORTERS_PICTURE_H

#include "graphviz/canvas.h"
#include "graphviz/drawing.h"
#include "graphviz/labels.h"

/* Where a row of the key may end. */
typedef enum key_break { KEY_WITHIN, KEY_GROUP, KEY_ROW } key_break;

/* One thing that the key explains, or a line of it that is only text. */
typedef struct key_item {
    enum { KEY_TEXT, KEY_MARK, KEY_LINE } what;
    double size;       /* of a mark, or width of a line */
    const char *shape; /* of a mark */
    char colour[10];   /* filling of a mark, or of a line */
    const char *edge;  /* around a mark */
    char text[160];
    key_break before;
    double x, y, width; /* from the key's upper left corner */
} key_item;

enum { KEY_MOST = 40 };

typedef struct key {
    key_item items[KEY_MOST];
    size_t n;
    double height;
} key;

typedef struct picture {
    drawing d;
    const char *format; /* "svg", "png" or "pdf" */
    const theme *look;
    double dpi;
    canvas sheet;
    disc *circles;        /* by drawn node, on the sheet */
    double circles_scale; /* from the layout's points to the sheet's */
    label *labels;        /* by drawn node, the first `labelled` of them */
    size_t labelled;      /* how many may have one */
    size_t ego;           /* a drawn node, or one more than there are */
    area map;             /* where the network is, on the sheet */
    char title[256];
    char subtitle[256];
    double small; /* what title and key are shrunk by, to fit a given page */
    key key;
    char problem[120]; /* what is wrong, or "" */
} picture;

/* The name of a drawn node. */
const char *picture_name(const picture *p, size_t i);
/* The number of a drawn node's community, or -1. */
long picture_community(const picture *p, size_t i);
/* A drawn node's shape in Graphviz, by its type. */
const char *picture_shape(const picture *p, size_t i);

/* The width of a tie's line on the sheet. */
double picture_width(const picture *p, const drawn_tie *tie);

/* Fills in title, subtitle and the items of the key. */
void picture_describe(picture *p);
/* The least width of a sheet for these. */
double picture_least_width(const picture *p);
/* Sets the key in rows of a sheet of that width; its height is then known. */
void picture_set_rows(picture *p, double width);
/* The subtitle, the leading people and what is left out, for those who can't
 * see the picture. */
void picture_summary(const picture *p, char *out, size_t room);
/* Draws title and key onto the sheet. */
void picture_furnish(picture *p);
/* How high title and subtitle are. */
double picture_head(const picture *p);

/* The names of a community's leading people, "Ann Roe, Bo Doe"; false when it
 * has fewer than `least` drawn nodes. */
bool picture_leaders(const picture *p, long community, size_t least, char *out,
                     size_t room);

/* Writes an SVG with role, language, title and description, and names instead
 * of numbers in the titles of its parts. Returns 0, or -1. */
int finish_svg(const picture *p, const char *bytes, size_t size,
               const ent_sink *sink);
/* Writes a PDF with a title, and the day of the last article instead of the
 * hour at which it was made. Returns 0, or -1. */
int finish_pdf(const picture *p, char *bytes, size_t size,
               const ent_sink *sink);

#endif
