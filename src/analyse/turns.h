/* Ways to turn a group of boxes around 0, 0. */
#ifndef ENTENTE_ANALYSE_TURNS_H
#define ENTENTE_ANALYSE_TURNS_H

#include "analyse/boxes.h"
#include "entente/layout.h"

typedef struct ent_i_turn {
    double cosine, sine;
    double mirror; /* 1 or -1 */
} ent_i_turn;

/* How many ways there are: steps of a sixteenth of a circle, then the same
 * mirrored. The first turns nothing. */
enum { ENT_I_TURNS = 16, ENT_I_WAYS = 2 * ENT_I_TURNS };

ent_i_turn ent_i_turn_of(int way);
/* Where a place comes to be. */
ent_place ent_i_turned(double x, double y, ent_i_turn turn);

/* The turn at which n boxes take least room on a sheet that is wider than high.
 */
ent_i_turn ent_i_best_turn(const ent_i_box *boxes, size_t n);

#endif
