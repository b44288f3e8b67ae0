/* What a picture shows of a network, and what the module's exporters share.
 * Uses plain malloc: a module imports nothing from the library. */
#ifndef ENTENTE_EXPORTERS_DRAWING_H
#define ENTENTE_EXPORTERS_DRAWING_H

#include <stdbool.h>

#include "common/graph.h"

typedef struct drawn_node {
    size_t node;
    double size; /* strength as part of the largest, 0 at least */
} drawn_node;

typedef struct drawn_tie {
    size_t tie;
    size_t ends[2]; /* indices into nodes */
    double value;   /* the weight */
    double weight;  /* 0..1 of the heaviest */
    bool met;       /* a reported contact, not only named together */
} drawn_tie;

typedef struct drawing {
    const ent_host *host;
    const ent_view *view;
    drawn_node *nodes; /* by strength, then in the network's order */
    drawn_tie *ties;   /* by weight, lightest first: heavy ones end up on top */
    size_t node_count, tie_count;
    size_t nodes_left_out, ties_left_out;
    size_t slices; /* of time; 0 where it is not cut */
} drawing;

/* Chooses what to draw by the options max-nodes and max-ties. Returns 0, or -1
 * when memory is out. Free the drawing in either case. */
int drawing_choose(drawing *d, const ent_host *host, const ent_view *view);
void drawing_free(drawing *d);

/* Whether the user wants to stop. A layout, once begun, belongs to Graphviz and
 * can't be stopped; work done item by item can. */
bool drawing_cancelled(const drawing *d);

/* An option as a number. */
long drawing_option(const drawing *d, const char *name);
/* Tells the user when less than the network is shown. */
void drawing_tell(const ent_host *host, const ent_view *view, size_t nodes,
                  size_t ties);

int write_dot(const ent_host *host, const ent_view *view, const ent_sink *sink);
int write_svg(const ent_host *host, const ent_view *view, const ent_sink *sink);
int write_png(const ent_host *host, const ent_view *view, const ent_sink *sink);
int write_pdf(const ent_host *host, const ent_view *view, const ent_sink *sink);

#endif
