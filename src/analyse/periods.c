#include "analyse/periods.h"

#include <stdio.h>

#include "core/article.h"

/* Back from Monday, as in ISO 8601; ent_i_date_weekday counts from Sunday. */
static ent_date week_start(ent_date day)
{
    return day - (ent_i_date_weekday(day) + 6) % 7;
}

/* Back to the first day of a stretch of so many months. */
static ent_date months_start(ent_date day, int months)
{
    int year, month, of_month;
    do {
        ent_i_date_civil(day, &year, &month, &of_month);
        day -= of_month - 1;
    } while ((month - 1) % months && day--);
    return day;
}

ent_date ent_i_period_start(ent_slice_unit unit, ent_date day)
{
    static const int months[] = {
        [ENT_SLICE_MONTH] = 1, [ENT_SLICE_QUARTER] = 3, [ENT_SLICE_YEAR] = 12};
    if (unit == ENT_SLICE_DAY)
        return day;
    return unit == ENT_SLICE_WEEK ? week_start(day)
                                  : months_start(day, months[unit]);
}

/* The longest that each can be leads into the next and not beyond it. */
ent_date ent_i_period_next(ent_slice_unit unit, ent_date start)
{
    static const int longest[] = {1, 7, 31, 92, 366};
    return ent_i_period_start(unit, start + longest[unit]);
}

/* A week belongs to the year of its Thursday. The remainders tell the compiler
 * how many digits there are. */
void ent_i_period_name(ent_slice_unit unit, ent_date start, char *out)
{
    int year, month, day;
    ent_date asked = unit == ENT_SLICE_WEEK ? start + 3 : start;
    ent_i_date_civil(asked, &year, &month, &day);
    unsigned y = (unsigned)year % 100000, m = (unsigned)month % 100;
    unsigned week =
        (unsigned)(asked - ent_i_period_start(ENT_SLICE_YEAR, asked)) / 7 + 1;
    switch (unit) {
    case ENT_SLICE_DAY:
        ent_date_format(start, out);
        break;
    case ENT_SLICE_WEEK:
        snprintf(out, ENT_I_PERIOD_NAME, "%04u-W%02u", y, week % 100);
        break;
    case ENT_SLICE_MONTH:
        snprintf(out, ENT_I_PERIOD_NAME, "%04u-%02u", y, m);
        break;
    case ENT_SLICE_QUARTER:
        snprintf(out, ENT_I_PERIOD_NAME, "%04u-Q%u", y, (m + 2) / 3 % 10);
        break;
    case ENT_SLICE_YEAR:
        snprintf(out, ENT_I_PERIOD_NAME, "%04u", y);
        break;
    }
}
