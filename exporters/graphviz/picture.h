/* A picture in the making: what is drawn, where, and what it says of itself. */
#ifndef ENTENTE_EXPORTERS_PICTURE_H
#define ENTENTE_EXPORTERS_PICTURE_H

#include "graphviz/canvas.h"
#include "graphviz/drawing.h"
#include "graphviz/labels.h"

/* In points. */
enum {
    BORDER_Y = 18, /* above and below a map */
    SIDE = 18,     /* from the sheet's edge to title, key and captions */
    RING = 4,      /* around who is in the middle */
    CAME = 2       /* the edge's width of who came */
};

/* Where a row of the key may end. */
typedef enum key_break { KEY_WITHIN, KEY_GROUP, KEY_ROW } key_break;

/* One thing that the key explains, or a line of it that is only text. */
typedef struct key_item {
    enum { KEY_TEXT, KEY_MARK, KEY_LINE } what;
    double size;       /* of a mark, or width of a line */
    const char *shape; /* of a mark */
    char colour[10];   /* filling of a mark, or of a line */
    const char *edge;  /* around a mark */
    double pen;        /* the edge's width */
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

/* A node in a frame. */
typedef struct spot {
    size_t node;     /* a drawn node */
    double value;    /* what sizes show, 0 at least */
    double share;    /* of the largest, 0..1 */
    double diameter; /* of its circle, in the layout's points */
    bool came;       /* it was not in the frame before */
} spot;

/* The network as it is shown in one place: the whole, or a slice of time. */
typedef struct frame {
    size_t slice;
    size_t *at;  /* by drawn node: its spot, SIZE_MAX where it has none */
    spot *spots; /* the largest first */
    size_t spot_count;
    drawn_tie *ties; /* between spots, the heaviest last */
    size_t tie_count;
    size_t ties_left_out;
    area cell;     /* its part of the sheet */
    area map;      /* where its circles are */
    disc *circles; /* by spot, on the sheet */
    label *labels; /* by spot, the first `labelled` of them */
    size_t labelled;
} frame;

/* A community that is named on the map. */
typedef struct caption {
    long community;
    char text[140];
    area at; /* on the sheet */
} caption;

enum { CAPTIONS_MOST = 24 };

typedef struct picture {
    drawing d;
    const char *format; /* "svg", "png" or "pdf" */
    const theme *look;
    double dpi;
    canvas sheet;
    disc *places; /* by drawn node, in the layout's points */
    area reach;   /* of all places */
    frame *frames;
    size_t frame_count;   /* one, or one for each slice shown */
    size_t columns;       /* of frames */
    size_t most_lines;    /* in a frame */
    double circles_scale; /* from the layout's points to the sheet's */
    size_t ego;           /* a drawn node, or one more than there are */
    caption captions[CAPTIONS_MOST];
    size_t caption_count;
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
/* What the network was made with, or "". */
const char *picture_setting(const picture *p, const char *name);
/* Whether all drawn nodes are persons. */
bool picture_all_persons(const picture *p);
/* The names of a community's leading people, "Ann Roe, Bo Doe"; false when it
 * has fewer than `least` drawn nodes. */
bool picture_leaders(const picture *p, long community, size_t least, char *out,
                     size_t room);
/* Fills the frames. Returns 0, or -1 when memory is out; free them in either
 * case. */
int frames_make(picture *p);
void frames_free(picture *p);

/* Decides on the sheet, and puts circles and key onto it. */
void sheet_set(picture *p);
/* What a frame has around its map on either side. */
double sheet_border(const picture *p);

/* Fills in title and subtitle. */
void texts_set(picture *p);
/* The subtitle, the leading people and what is left out, for those who can't
 * see the picture. */
void texts_summary(const picture *p, char *out, size_t room);
/* How high title and subtitle are. */
double texts_height(const picture *p);
/* Their width. */
double texts_width(const picture *p);
/* Draws them, and what stands above each slice. */
void texts_draw(picture *p);
/* How high the latter is. */
double texts_above_frame(const picture *p);

/* Fills in the items of the key. */
void key_set(picture *p);
/* The least width of a sheet for these. */
double key_width(const picture *p);
/* Sets the key in rows of a sheet of that width; its height is then known. */
void key_set_rows(picture *p, double width);
void key_draw(picture *p);

/* Finds the communities that are named on the map instead of in the key, where
 * there are too many names to find their strongest. Returns 0, or -1 when memory
 * is out. */
int communities_find(picture *p);
/* Draws them as areas with captions, whose places are known from then on.
 * Returns 0, or -1 when memory is out. */
int communities_draw(picture *p);

/* Decides on the places of names. Returns 0, or -1 when memory is out. */
int names_place(picture *p);
/* The lines of a frame; free them. NULL when memory is out. */
stroke *names_strokes(const frame *f);
void names_draw(picture *p);

/* Writes an SVG with role, language, title and description, and names instead
 * of numbers in the titles of its parts. Returns 0, or -1. */
int finish_svg(const picture *p, const char *bytes, size_t size,
               const ent_sink *sink);
/* Writes a PDF with a title, and the day of the last article instead of the
 * hour at which it was made. Returns 0, or -1. */
int finish_pdf(const picture *p, char *bytes, size_t size,
               const ent_sink *sink);

#endif
