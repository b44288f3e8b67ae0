/* Days, months and seasons worked out from the article's day. */
#include "encounter/stretches.h"

void ent_i_when_days(ent_i_when *out, ent_date from, ent_date to)
{
    bool known = from != ENT_NO_DATE && to != ENT_NO_DATE;
    out->from = known ? from : ENT_NO_DATE;
    out->to = known ? to : ENT_NO_DATE;
}

/* The day before the first of the month that follows. */
static ent_date month_end(int year, int month)
{
    ent_date next = ent_i_date(year + (month == 12), month % 12 + 1, 1);
    return next == ENT_NO_DATE ? ENT_NO_DATE : next - 1;
}

void ent_i_when_months(ent_i_when *out, int year, int first, int months)
{
    int last = first + months - 1;
    ent_i_when_days(out, ent_i_date(year, first, 1),
                    month_end(year + (last - 1) / 12, (last - 1) % 12 + 1));
}

void ent_i_when_year(ent_i_when *out, int year)
{
    ent_i_when_months(out, year, 1, 12);
}

/* The month that is `shift` months from the day's. */
void ent_i_when_month_from(ent_i_when *out, ent_date base, int shift)
{
    int year, month, day;
    ent_i_date_civil(base, &year, &month, &day);
    int months = year * 12 + month - 1 + shift;
    ent_i_when_months(out, months / 12, months % 12 + 1, 1);
}

int ent_i_year_of(ent_date date)
{
    int year, month, day;
    ent_i_date_civil(date, &year, &month, &day);
    return year;
}

/* A season's three months; winter begins in the December before its year. */
void ent_i_when_season(ent_i_when *out, int year, int season)
{
    int quarter = season - ENT_I_PERIOD_WINTER;
    ent_i_when_months(out, quarter ? year : year - 1,
                      quarter ? quarter * 3 : 12, 3);
}

/* With `ahead` the nearest such day, otherwise the last before the article. A
 * few days after it are allowed, since articles are changed later. */
static ent_date nearest_year(ent_date base, int month, int day, bool ahead)
{
    enum { HALF_A_YEAR = 183, CHANGED_LATER = 10 };
    if (base == ENT_NO_DATE)
        return ENT_NO_DATE;
    /* Starts at next year; February 29 may need four years to come round. */
    for (int y = ent_i_year_of(base) + 1; y >= ent_i_year_of(base) - 4; y--) {
        ent_date date = ent_i_date(y, month, day);
        if (date != ENT_NO_DATE &&
            date - base <= (ahead ? HALF_A_YEAR : CHANGED_LATER))
            return date;
    }
    return ENT_NO_DATE;
}

void ent_i_when_day(const ent_i_passage *r, ent_i_when *out, int month, int day,
                    bool ahead)
{
    ent_date date = out->year
                        ? ent_i_date(out->year, month, day)
                        : nearest_year(r->article->date, month, day, ahead);
    ent_i_when_days(out, date, date);
}

/* "in March": the last one that has begun, with `ahead` the next one that has
 * not ended. "last March" is never the article's own month, nor "next March".
 */
void ent_i_when_month(const ent_i_passage *r, ent_i_when *out, int month,
                      bool ahead, uint8_t points)
{
    ent_date base = r->article->date;
    if (out->year) {
        ent_i_when_months(out, out->year, month, 1);
        return;
    }
    if (base == ENT_NO_DATE)
        return;
    ahead =
        (ahead && points != ENT_I_POINTS_LAST) || points == ENT_I_POINTS_NEXT;
    int year = ent_i_year_of(base) + (ahead ? -1 : 1);
    for (int tries = 0; tries < 3; tries++, year += ahead ? 1 : -1) {
        ent_i_when_months(out, year, month, 1);
        if (ahead ? out->to >= base &&
                        (points != ENT_I_POINTS_NEXT || out->from > base)
                  : out->from <= base &&
                        (points != ENT_I_POINTS_LAST || out->to < base))
            return;
    }
}
