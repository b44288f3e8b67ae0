/* Dates as newspapers and their files write them. */
#ifndef ENTENTE_SOURCE_DATES_H
#define ENTENTE_SOURCE_DATES_H

#include <stdbool.h>
#include <stddef.h>

#include "entente/article.h"

/* Reads the date at the start of text: "2014-03-29T17:42Z", "March 29, 2014",
 * "Sat, 29 Mar 2014 17:42:00 GMT", "Sat Mar 29 17:42:00 EST 2014",
 * "29-Mar-2014", "5.6.2014", "3/29/2014" where day and month can't be confused. *used is its size in bytes, without a time of day.
 * @return false when text doesn't begin with a valid date that has a year. */
bool ent_i_read_date(const char *text, size_t size, size_t *used,
                     ent_date *out);

/* The date of a time in seconds since 1970, or in milliseconds when it is too
 * large for seconds. */
ent_date ent_i_epoch_date(double since);

/* The date that an article's first lines give: a line that is a date ("March 29
 * 2014 5:42 PM", "Updated: 5 May 2014") or a dateline ("PARIS, March 5, 2014 -
 * They met"), near the top. ENT_NO_DATE when there is none. */
ent_date ent_i_find_date(const char *text, size_t size);

/* Whether the line is a date, perhaps with a time, and nothing else. */
bool ent_i_is_date_line(const char *line, size_t size, ent_date *out);

#endif
