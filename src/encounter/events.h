/* Several statements of one article that tell of one meeting. */
#ifndef ENTENTE_ENCOUNTER_EVENTS_H
#define ENTENTE_ENCOUNTER_EVENTS_H

#include "encounter/passage.h"

/* What is known of a statement beyond its encounter, as bits. */
enum {
    ENT_I_T_TOLD = 1 << 0,   /* words to a person: there are many a day */
    ENT_I_T_ONGOING = 1 << 1 /* "is meeting", now or soon */
};

/* How many of a's participants are among b's. Each participant is there once,
 * so that pairs can be counted. */
uint32_t ent_i_shared_people(const ent_article *article, const ent_encounter *a,
                             const ent_encounter *b);

/* Lets the statements of one meeting complete one another: one may say where
 * and another when. traits has the bits of each of the article's encounters. */
void ent_i_settle_events(ent_article *article, const uint8_t *traits);

#endif
