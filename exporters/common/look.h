/* How nodes and ties look, the same in every format that draws them. */
#ifndef ENTENTE_EXPORTERS_LOOK_H
#define ENTENTE_EXPORTERS_LOOK_H

#include <stdbool.h>

#include "entente/exporter.h"

/* The diameter of a node's circle in points, its area by strength: what the
 * layout left room for. */
double ent_i_look_diameter(const ent_host *host, const ent_view *view,
                           size_t node);

/* Where a node is drawn, in points, y upwards. False where nothing was laid
 * out. */
bool ent_i_look_place(const ent_host *host, const ent_view *view, size_t node,
                      double *x, double *y);

typedef struct ent_i_colour {
    unsigned char r, g, b;
} ent_i_colour;

/* The colour of a node's community, from a palette that colour-blind readers
 * can tell apart; grey for small communities beyond the palette and nodes in
 * none. */
ent_i_colour ent_i_look_rgb(const ent_host *host, const ent_view *view,
                            size_t node);
/* The same as "#rrggbb". */
void ent_i_look_colour(const ent_host *host, const ent_view *view, size_t node,
                       char out[8]);

/* The largest weight of all ties, above 0. */
double ent_i_look_heaviest(const ent_host *host, const ent_view *view);
/* The width of a tie's line in points, by its weight divided by the largest. */
double ent_i_look_width(double share);
/* Whether a contact is stated, so that the line is dark: which standings count
 * was decided when the network was built. */
bool ent_i_look_met(const ent_host *host, const ent_view *view, size_t tie);

#endif
