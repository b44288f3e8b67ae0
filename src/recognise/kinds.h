/* Firms, places and things that are named after a person. */
#ifndef ENTENTE_RECOGNISE_KINDS_H
#define ENTENTE_RECOGNISE_KINDS_H

#include "recognise/place.h"

/* "Karl Roe Ltd.", "Karl Roe & Sons", "Karl Roe Stadium": where the last word
 * of the person's name or the one behind it says that it is not the person, the
 * mention gets the other type, and p ends behind that word. One before another
 * name may belong there. room is the first token that the next mention has. */
void ent_i_take_kind(ent_i_place *p, ent_mention *m, size_t room);

#endif
