/* Mentions that were not found by the tagger: put in order and checked. */
#ifndef ENTENTE_RECOGNISE_ANNOTATED_H
#define ENTENTE_RECOGNISE_ANNOTATED_H

#include "text/text.h"

/* Sorts the mentions by field, start and end (the longer of two that begin
 * together first), gives each its sentence and drops those without one, or of
 * blanks and invisible characters alone. Of two that overlap the first stays,
 * but an annotated article keeps both. */
void ent_i_mentions_place(ent_article *article);

#endif
