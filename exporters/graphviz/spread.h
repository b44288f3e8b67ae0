/* Removes overlaps from a layout. Graphviz's own method (prism) depends on the
 * order of addresses in memory, and so draws a different picture now and then.
 */
#ifndef ENTENTE_EXPORTERS_SPREAD_H
#define ENTENTE_EXPORTERS_SPREAD_H

#include <stddef.h>

typedef struct spread_box {
    double x, y;          /* the middle */
    double width, height; /* including the gap to the next */
} spread_box;

/* Moves the boxes until none overlap, or nearly so when there are very many.
 * Keeps their arrangement as far as possible; the same input gives the same
 * output. Returns 0, or -1 when memory is out. */
int spread_apart(spread_box *boxes, size_t n);

#endif
