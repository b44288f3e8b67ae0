/* Days, months and seasons worked out from the article's day. */
#ifndef ENTENTE_ENCOUNTER_STRETCHES_H
#define ENTENTE_ENCOUNTER_STRETCHES_H

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

int ent_i_year_of(ent_date date);

/* Each sets out->from and out->to; to ENT_NO_DATE where there is no such
 * day. Months are 1 to 12. */
void ent_i_when_days(ent_i_when *out, ent_date from, ent_date to);
void ent_i_when_months(ent_i_when *out, int year, int first, int months);
void ent_i_when_year(ent_i_when *out, int year);
/* The month that is `shift` months from the day's. */
void ent_i_when_month_from(ent_i_when *out, ent_date base, int shift);
/* `season` is an ENT_I_PERIOD_ from winter on. */
void ent_i_when_season(ent_i_when *out, int year, int season);

/* Without out->year the day or month is the last one before the article, with
 * `ahead` the nearest or next. `points`, an ENT_I_POINTS_, is what "last" and
 * "next" say. */
void ent_i_when_day(const ent_i_passage *reading, ent_i_when *out, int month,
                    int day, bool ahead);
void ent_i_when_month(const ent_i_passage *reading, ent_i_when *out, int month,
                      bool ahead, uint8_t points);

#endif
