/* Words for days, resolved against the article's date. */
#ifndef ENTENTE_ENCOUNTER_DATES_H
#define ENTENTE_ENCOUNTER_DATES_H

#include "encounter/passage.h"

/* A stretch of the sentence that says when something happens. */
typedef struct ent_i_when {
    uint32_t first; /* nodes */
    uint32_t last;
    ent_date date; /* its first day; ENT_NO_DATE when it gives none */
    int year;      /* the year it names, or 0 */
} ent_i_when;

/* Reads a date that begins at node i. A weekday is the last one on or before
 * the article's day, as in newspapers (but tomorrow's weekday is tomorrow);
 * with `ahead` it is the next one on or after. A day without a year is the last
 * such day; with `ahead` it is the nearest. "last month" and "in 2013" are read
 * but give no day. If the article has no date, only full dates are resolved.
 * Returns false when no date begins there. */
bool ent_i_read_when(const ent_i_passage *reading, uint32_t i, bool ahead,
                     ent_i_when *out);

#endif
