/* Taking overlaps out of a layout. Graphviz's own way (prism) goes by the order
 * of addresses in memory, and so draws another picture now and then. */
#ifndef ENTENTE_EXPORTERS_SPREAD_H
#define ENTENTE_EXPORTERS_SPREAD_H

#include <stddef.h>

typedef struct spread_box {
    double x, y;          /* the middle */
    double width, height; /* with the gap to the next */
} spread_box;

/* Moves the boxes until none overlaps another, or nearly so when there are very
 * many. Keeps their arrangement as far as it can; the same input gives the same
 * output. Returns 0, or -1 when memory is out. */
int spread_apart(spread_box *boxes, size_t n);

#endif
