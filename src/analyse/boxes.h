/* Rectangles that stand for nodes, with the room around them, or for groups of
 * nodes. */
#ifndef ENTENTE_ANALYSE_BOXES_H
#define ENTENTE_ANALYSE_BOXES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct ent_i_box {
    double x, y;          /* the middle */
    double width, height; /* including the gap to the next */
} ent_i_box;

/* What is asked of a box: the sum of all pushes, and their number. */
typedef struct ent_i_shift {
    double x, y;
    int pushes;
} ent_i_shift;

/* Moves all at once, each by its summed pushes over the root of their number: a
 * hub that is pressed from every side stays where it is. Clears the shifts. */
void ent_i_boxes_move(ent_i_box *boxes, size_t n, ent_i_shift *shifts);

/* Moves the boxes until none overlap, or nearly so when there are very many.
 * Keeps their arrangement as far as possible; the same input gives the same
 * output. False when memory runs out. */
bool ent_i_boxes_part(ent_i_box *boxes, size_t n);

/* Puts the boxes in rows, in their order, the first at the top, so that
 * rows are `width` wide at most, if their boxes are not wider. Rows are centred
 * on x = 0; the first is below y = 0. */
void ent_i_boxes_line_up(ent_i_box *boxes, size_t n, double width);

#endif
