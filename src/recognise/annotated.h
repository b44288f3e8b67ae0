/* Sorts and checks mentions that the tagger didn't find. */
#ifndef ENTENTE_RECOGNISE_ANNOTATED_H
#define ENTENTE_RECOGNISE_ANNOTATED_H

#include "text/text.h"

/* Sorts the mentions by field, start and end (the longer first when two begin
 * together), gives each its sentence, and drops those without one and those of
 * blanks and invisible characters alone. When two overlap, the first one stays;
 * an annotated article also keeps a name within another. */
void ent_i_mentions_place(ent_article *article);

#endif
