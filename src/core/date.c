/* Calendar arithmetic after Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms" (days_from_civil, civil_from_days). */
#include <stdio.h>
#include <string.h>

#include "core/article.h"

/* The Gregorian calendar for all years, as in ISO 8601. */
static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

ent_date ent_i_date(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month))
        return ENT_NO_DATE;
    /* Years begin in March here, so that the leap day comes last. */
    int y = year - (month <= 2);
    int era = y / 400;
    int of_era = y - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * 146097 + days - 719468;
}

void ent_i_date_civil(ent_date date, int *year, int *month, int *day)
{
    int64_t z = (int64_t)date + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int of_era = (int)(z - era * 146097);
    int years =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * years + years / 4 - years / 100);
    int shifted = (5 * of_year + 2) / 153; /* month; March is 0 */
    *day = of_year - (153 * shifted + 2) / 5 + 1;
    *month = shifted < 10 ? shifted + 3 : shifted - 9;
    *year = years + (int)era * 400 + (*month <= 2);
}

int ent_i_date_weekday(ent_date date)
{
    int day = (date + 4) % 7; /* 1970-01-01 was a Thursday */
    return day < 0 ? day + 7 : day;
}

/* strftime would need a struct tm and follow the locale. */
char *ent_date_format(ent_date date, char *buffer)
{
    buffer[0] = '\0';
    if (date != ENT_NO_DATE) {
        int year, month, day;
        ent_i_date_civil(date, &year, &month, &day);
        /* The remainders tell the compiler that there are only two digits. */
        snprintf(buffer, 16, "%04d-%02u-%02u", year, (unsigned)month % 100,
                 (unsigned)day % 100);
    }
    return buffer;
}

/* The number that n digits make; -1 when one of them isn't a digit. sscanf
 * would accept signs and blanks. */
static int digits(const char *text, int n)
{
    int number = 0;
    for (int i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/* A time after the day is allowed but ignored: only the day is kept. */
bool ent_date_parse(const char *text, ent_date *out)
{
    if (strlen(text) < 10 || text[4] != '-' || text[7] != '-' ||
        (text[10] && !strchr("Tt ", text[10])))
        return false;
    ent_date date =
        ent_i_date(digits(text, 4), digits(text + 5, 2), digits(text + 8, 2));
    if (date == ENT_NO_DATE)
        return false;
    *out = date;
    return true;
}
