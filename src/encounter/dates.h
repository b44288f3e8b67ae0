/* Words for days and longer times, resolved against the article's date. */
#ifndef ENTENTE_ENCOUNTER_DATES_H
#define ENTENTE_ENCOUNTER_DATES_H

#include "encounter/stretches.h"

/* Reads a date that begins at node i. A weekday is the last one on or before
 * the article's day, as in newspapers (but tomorrow's weekday is tomorrow);
 * with `ahead` it is the next one on or after. A day without a year is the last
 * such day; with `ahead` it is the nearest. "last month" and "in 2013" are read
 * as all their days, "the next day" is read but gives none. If the article has
 * no date, only what names its year is resolved. Returns false when no date
 * begins there. */
bool ent_i_read_when(const ent_i_passage *reading, uint32_t i, bool ahead,
                     ent_i_when *out);

#endif
