/* Words for days, resolved against the article's date. */
#ifndef ENTENTE_ENCOUNTER_DATES_H
#define ENTENTE_ENCOUNTER_DATES_H

#include "encounter/passage.h"

/* A stretch of the sentence that says when. */
typedef struct ent_i_when {
    uint32_t first; /* nodes */
    uint32_t last;
    ent_date date; /* its first day; ENT_NO_DATE when no day follows from it */
    int year;      /* the year it names, or 0 */
} ent_i_when;

/* Reads the words for a date that begin at node i. A weekday is the last one on
 * or before the article's day, as newspapers use it (but tomorrow's is
 * tomorrow), or with `ahead` the next on or after; a day without a year is the
 * last such day, or with `ahead` the nearest.
 * "last month" and "in 2013" are read but give no day. Without a date of the
 * article only full dates are resolved.
 * Returns false when no such words begin there. */
bool ent_i_read_when(const ent_i_passage *reading, uint32_t i, bool ahead,
                     ent_i_when *out);

#endif
