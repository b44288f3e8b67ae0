/* Mentions that were not found by the tagger: put in order and checked. */
#ifndef ENTENTE_RECOGNISE_ANNOTATED_H
#define ENTENTE_RECOGNISE_ANNOTATED_H

#include "text/text.h"

/* Sorts the mentions by field, start and end, gives each its sentence and
 * drops those without one. Of two that overlap the first stays, of two that
 * begin together the longer. */
void ent_i_mentions_place(ent_article *article);

/* Whether start..end is a non-empty stretch of the field that begins and ends
 * between two characters of UTF-8. */
bool ent_i_mention_fits(const ent_article *article, ent_field field,
                        uint64_t start, uint64_t end);

#endif
