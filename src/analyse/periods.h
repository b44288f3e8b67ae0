/* Days, weeks, months, quarters and years of the calendar. */
#ifndef ENTENTE_ANALYSE_PERIODS_H
#define ENTENTE_ANALYSE_PERIODS_H

#include "entente/slices.h"

enum { ENT_I_PERIOD_NAME = 16 };

/* The first day of the period that holds the day. */
ent_date ent_i_period_start(ent_slice_unit unit, ent_date day);
/* The first day of the period after the one that begins with `start`. */
ent_date ent_i_period_next(ent_slice_unit unit, ent_date start);
/* "2016-03-01", "2016-W09", "2016-03", "2016-Q1" or "2016"; out has room for
 * ENT_I_PERIOD_NAME bytes. */
void ent_i_period_name(ent_slice_unit unit, ent_date start, char *out);

#endif
