/* Statements in one article about the same meeting. */
#ifndef ENTENTE_ENCOUNTER_EVENTS_H
#define ENTENTE_ENCOUNTER_EVENTS_H

#include "encounter/passage.h"

/* Lets statements about one meeting complete each other: one may say where and
 * another when. `told` says of each encounter in the article whether it is only
 * words to a person, of which there can be many in a day. */
void ent_i_settle_events(ent_article *article, const bool *told);

#endif
