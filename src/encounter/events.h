/* Statements in one article about the same meeting. */
#ifndef ENTENTE_ENCOUNTER_EVENTS_H
#define ENTENTE_ENCOUNTER_EVENTS_H

#include "encounter/passage.h"

/* What is known about a statement beyond its encounter, as bits. */
enum {
    ENT_I_T_TOLD = 1 << 0,   /* words to a person; there can be many in a day */
    ENT_I_T_ONGOING = 1 << 1 /* "is meeting", now or soon */
};

/* How many of a's participants are also b's. Each participant is listed once,
 * so pairs can be counted. */
uint32_t ent_i_shared_people(const ent_article *article, const ent_encounter *a,
                             const ent_encounter *b);

/* Lets statements about one meeting complete each other: one may say where and
 * another when. `traits` holds the bits of each encounter in the article. */
void ent_i_settle_events(ent_article *article, const uint8_t *traits);

#endif
