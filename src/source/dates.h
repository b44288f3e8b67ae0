/* Dates as newspapers and their files write them. */
#ifndef ENTENTE_SOURCE_DATES_H
#define ENTENTE_SOURCE_DATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "entente/article.h"

/* In which order numbers stand for day and month. */
typedef enum ent_i_day_order {
    ENT_I_ORDER_UNKNOWN,
    ENT_I_DAY_FIRST,
    ENT_I_MONTH_FIRST
} ent_i_day_order;

/* The ent_i_day_order that dates such as "29/3/2014" show, if all that can be
 * read in one way only agree. */
uint8_t ent_i_find_day_order(const char *bytes, size_t size);

/* Reads the date at the start of text: "2014-03-29T17:42Z", "March 29, 2014",
 * "Sat, 29 Mar 2014 17:42:00 GMT", "Sat Mar 29 17:42:00 EST 2014",
 * "29-Mar-2014", "29 Mar 14 17:42", "5.6.2014", "29 de marzo de 2014",
 * "3/29/2014" where day and month can't be confused. *used is its size in
 * bytes, without a time of day.
 * @return false when text doesn't begin with a valid date that has a year. */
bool ent_i_read_date(const char *text, size_t size, size_t *used,
                     ent_date *out);

/* Reads the date that a field of an input or of a page states: one as above, a
 * line with a date, or a number alone, as below. The order, an ent_i_day_order,
 * is that of the input's other dates. */
bool ent_i_stated_date(const char *text, size_t size, uint8_t order,
                       ent_date *out);

/* The date of 20140329, 20140329174200, or of a time since 1970. */
ent_date ent_i_number_date(double number);
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
