/* Words for days and longer times, resolved against the article's date. */
#ifndef ENTENTE_ENCOUNTER_DATES_H
#define ENTENTE_ENCOUNTER_DATES_H

#include "encounter/passage.h"

/* A stretch of the sentence that says when something happens. */
typedef struct ent_i_when {
    uint32_t first; /* nodes */
    uint32_t last;
    ent_date from; /* its first and last day; ENT_NO_DATE, both of them, when */
    ent_date to;   /* it can't be worked out */
    int year;      /* the year it names, or 0 */
    uint8_t basis; /* an ent_when_from; ENT_WHEN_UNKNOWN for "that day" */
} ent_i_when;

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
