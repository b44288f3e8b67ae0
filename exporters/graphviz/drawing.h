/* What a drawing shows of a network, and in which sizes, widths and colours;
 * shared by the DOT file and the pictures. Uses plain malloc: a module imports
 * nothing from the library. */
#ifndef ENTENTE_EXPORTERS_DRAWING_H
#define ENTENTE_EXPORTERS_DRAWING_H

#include <stdbool.h>

#include <cgraph.h>

#include "common/graph.h"

typedef struct drawn_node {
    size_t node;
    double size;      /* 0..1 of the largest strength, as an area */
    bool labelled;    /* among the N strongest */
    Agnode_t *circle; /* set while drawing */
} drawn_node;

typedef struct drawn_tie {
    size_t tie;
    size_t ends[2]; /* indices into nodes */
    double weight;  /* 0..1 of the heaviest */
    bool met;       /* a reported contact, not only named together */
    bool kept;      /* while choosing */
} drawn_tie;

typedef struct drawing {
    const ent_host *host;
    const ent_view *view;
    drawn_node *nodes; /* by strength, then in the network's order */
    drawn_tie *ties;   /* by weight, lightest first: heavy ones end up on top */
    size_t node_count, tie_count;
    size_t nodes_left_out, ties_left_out;
} drawing;

/* Chooses what to draw by the options max-nodes, max-ties and labels. Returns
 * 0, or -1 when memory is out. Free the drawing in either case. */
int drawing_choose(drawing *d, const ent_host *host, const ent_view *view);
void drawing_free(drawing *d);

/* Whether the user wants to stop. A layout, once begun, belongs to Graphviz and
 * can't be stopped; work done item by item can. */
bool drawing_cancelled(const drawing *d);

/* An option as a number. */
long drawing_option(const drawing *d, const char *name);
/* The font size of a label, in points. */
double drawing_font(const drawn_node *node);
/* The width of a text in that font size, in points, overestimated rather than
 * underestimated. */
double drawing_text_width(const char *text, double font);

/* An empty undirected graph; NULL when memory is out. */
Agraph_t *drawing_graph(void);
/* The node of that name, created if new; NULL when memory is out. */
Agnode_t *drawing_node(Agraph_t *g, const char *name);
/* Sets an attribute's default; kind is AGRAPH, AGNODE or AGEDGE. */
void drawing_default(Agraph_t *g, int kind, const char *name,
                     const char *value);
/* Sets an attribute; a new one is declared with an empty default. */
void drawing_set(void *object, const char *name, const char *value);
/* The same with a number, whatever the locale. */
void drawing_set_number(void *object, const char *name, double value);
/* The same with a text to be shown: nothing in it is taken for an escape or an
 * entity. */
void drawing_set_label(void *object, const char *name, const char *text);

/* Installs a handler that collects Graphviz's messages instead of printing
 * them. */
void graphviz_begin(void);
/* Restores the host's handler; returns the first message, or "". */
const char *graphviz_end(void);

int write_dot(const ent_host *host, const ent_view *view, const ent_sink *sink);
int write_svg(const ent_host *host, const ent_view *view, const ent_sink *sink);
int write_png(const ent_host *host, const ent_view *view, const ent_sink *sink);
int write_pdf(const ent_host *host, const ent_view *view, const ent_sink *sink);

#endif
