/* A small grammar of dates in news English: weekday, "today", "last week",
 * "March 5", "5 March 2014", "March 2014", "in 2014", "two days ago". */
#include "encounter/dates.h"

#include <stdlib.h>
#include <string.h>

/* "" past the end, which equals no word. */
static const char *text_at(const ent_i_passage *r, uint32_t i)
{
    return i < r->node_count ? r->nodes[i].text : "";
}

/* The index of text in the list, or -1. */
static int index_in(const char *text, const char *const *list)
{
    for (int i = 0; list[i]; i++)
        if (strcmp(text, list[i]) == 0)
            return i;
    return -1;
}

static const ent_i_lexeme *lexeme(const char *text, size_t size)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(), text, size);
}

/* Counted from Sunday, as in ent_i_date_weekday; -1 for other words. */
static int weekday_of(const char *text)
{
    const ent_i_lexeme *word = lexeme(text, strlen(text));
    return word->calendar & ENT_I_CALENDAR_SHORT ? -1 : word->weekday - 1;
}

/* 1 to 12 for a month or its abbreviation, else 0. */
static int month_of(const char *text)
{
    size_t size = strlen(text);
    return lexeme(text, size && text[size - 1] == '.' ? size - 1 : size)->month;
}

/* The number at the node, which may have an ordinal ending; otherwise 0. */
static int number_at(const ent_i_passage *r, uint32_t i, int low, int high)
{
    /* strtol would accept a sign and blanks. */
    const char *text = text_at(r, i);
    char *end;
    if (*text < '0' || *text > '9')
        return 0;
    long n = strtol(text, &end, 10);
    bool ordinal =
        !*end || lexeme(end, strlen(end))->calendar & ENT_I_CALENDAR_ORDINAL;
    return n >= low && n <= high && ordinal ? (int)n : 0;
}

/* "a week ago" means one week. */
static int small_number(const ent_i_passage *r, uint32_t i)
{
    static const char *const words[] = {"a",     "one",  "two", "three",
                                        "four",  "five", "six", "seven",
                                        "eight", "nine", "ten", NULL};
    int word = index_in(text_at(r, i), words);
    if (word >= 0)
        return word ? word : 1;
    return number_at(r, i, 1, 999);
}

/* The year of a day given without one: with `ahead` the nearest such day,
 * otherwise the last before the article. A few days after it are allowed, since
 * articles are changed later. */
static ent_date nearest_year(ent_date base, int month, int day, bool ahead)
{
    enum { HALF_A_YEAR = 183, CHANGED_LATER = 10 };
    if (base == ENT_NO_DATE)
        return ENT_NO_DATE;
    int year, m, d;
    ent_i_date_civil(base, &year, &m, &d);
    /* Starts at next year; February 29 may need four years to come round. */
    for (int y = year + 1; y >= year - 4; y--) {
        ent_date date = ent_i_date(y, month, day);
        if (date != ENT_NO_DATE &&
            date - base <= (ahead ? HALF_A_YEAR : CHANGED_LATER))
            return date;
    }
    return ENT_NO_DATE;
}

static ent_date day_of_month(const ent_i_passage *r, int year, int month,
                             int day, bool ahead)
{
    return year ? ent_i_date(year, month, day)
                : nearest_year(r->article->date, month, day, ahead);
}

/* "2014", ", 2014" or "this year" after a day; 0 when there is none. */
static int year_after(const ent_i_passage *r, uint32_t i, uint32_t *last)
{
    uint32_t at = i + 1;
    if (at < r->node_count && r->nodes[at].what == ENT_I_COMMA)
        at++;
    int year = number_at(r, at, 1900, 2100);
    if (year)
        *last = at;
    return year;
}

/* "March 5", "March 5, 2014", "March 2014", or "March" alone after a
 * preposition or "last". */
static bool read_month(const ent_i_passage *r, uint32_t i, bool ahead,
                       ent_i_when *out)
{
    int month = month_of(text_at(r, i));
    if (!month || !r->nodes[i].capital)
        return false;
    int day = number_at(r, i + 1, 1, 31);
    out->last = day ? i + 1 : i;
    int year = out->year = year_after(r, out->last, &out->last);
    if (day)
        out->date = day_of_month(r, year, month, day, ahead);
    /* At the start of a sentence, "may" and "march" are other words. */
    return day || year ||
           (i > 0 &&
            (ent_i_is_text(r, i - 1, "in") || ent_i_is_text(r, i - 1, "last") ||
             ent_i_is_text(r, i - 1, "next") ||
             ent_i_is_text(r, i - 1, "this")));
}

/* The British order: "5 March 2014", "the 5th of March". */
static bool read_day_month(const ent_i_passage *r, uint32_t i, bool ahead,
                           ent_i_when *out)
{
    int day = number_at(r, i, 1, 31);
    uint32_t at = i + 1 + ent_i_is_text(r, i + 1, "of");
    int month = day ? month_of(text_at(r, at)) : 0;
    if (!month)
        return false;
    out->last = at;
    int year = out->year = year_after(r, at, &out->last);
    out->date = day_of_month(r, year, month, day, ahead);
    return true;
}

/* How many days the weekday is from the article's day. Tomorrow's weekday more
 * likely means tomorrow than six days ago: the article may be dated on the
 * other side of the date line or before its last change. */
static int weekday_shift(ent_date base, int weekday, bool ahead)
{
    int back = (ent_i_date_weekday(base) - weekday + 7) % 7;
    return ahead ? (7 - back) % 7 : back == 6 ? 1 : -back;
}

static bool is_part_of_day(const char *text)
{
    return lexeme(text, strlen(text))->calendar & ENT_I_CALENDAR_PART;
}

/* Agencies name days of the past or coming week by weekday alone. */
static bool read_weekday(const ent_i_passage *r, uint32_t i, bool ahead,
                         ent_i_when *out)
{
    int weekday = weekday_of(text_at(r, i));
    if (weekday < 0)
        return false;
    out->last = i;
    ent_date base = r->article->date;
    if (base != ENT_NO_DATE) {
        int shift = weekday_shift(base, weekday, ahead);
        bool last = i > 0 && ent_i_is_text(r, i - 1, "last");
        bool next = i > 0 && ent_i_is_text(r, i - 1, "next");
        if (last && shift >= 0)
            shift -= 7;
        if (next && shift <= 0)
            shift += 7;
        out->date = base + shift;
    }
    if (is_part_of_day(text_at(r, i + 1)))
        out->last = i + 1;
    /* In "Friday, March 28", the day of the month is more reliable. */
    uint32_t day = out->last + 1;
    ent_i_when full = {0, 0, ENT_NO_DATE, 0};
    if (day < r->node_count && r->nodes[day].what == ENT_I_COMMA &&
        month_of(text_at(r, day + 1)) && read_month(r, day + 1, ahead, &full) &&
        full.date != ENT_NO_DATE) {
        out->last = full.last;
        out->date = full.date;
        out->year = full.year;
    }
    return true;
}

/* "overnight" counts as the day of the report. */
static bool read_near_day(const ent_i_passage *r, uint32_t i, ent_i_when *out)
{
    static const struct {
        const char *text;
        int shift;
    } days[] = {{"today", 0},
                {"tonight", 0},
                {"yesterday", -1},
                {"tomorrow", 1},
                {"overnight", 0}};
    for (size_t k = 0; k < sizeof days / sizeof *days; k++)
        if (ent_i_is_text(r, i, days[k].text)) {
            out->last = i;
            if (r->article->date != ENT_NO_DATE)
                out->date = r->article->date + days[k].shift;
            return true;
        }
    return false;
}

/* "last week", "next month", "this morning", "earlier this year". For a week or
 * month the words are kept, but the date stays unknown. */
static bool read_period(const ent_i_passage *r, uint32_t i, bool ahead,
                        ent_i_when *out)
{
    static const char *const which[] = {"last", "next",    "this",  "past",
                                        "that", "earlier", "later", NULL};
    static const char *const units[] = {"week",   "month",  "year", "weekend",
                                        "spring", "summer", "fall", "autumn",
                                        "winter", NULL};
    int first = index_in(text_at(r, i), which);
    if (first < 0)
        return false;
    if (first >= 5) { /* earlier, later */
        ent_i_when rest = {0, 0, ENT_NO_DATE, 0};
        if (!ent_i_read_when(r, i + 1, ahead, &rest))
            return false;
        out->last = rest.last;
        out->date = rest.date;
        out->year = rest.year;
        return true;
    }
    const char *unit = text_at(r, i + 1);
    if (is_part_of_day(unit) || ent_i_is_text(r, i + 1, "day")) {
        if (first == 4)
            return false;
        out->last = i + 1;
        if (r->article->date != ENT_NO_DATE)
            out->date = r->article->date + (first == 0 ? -1 : first == 1);
        return true;
    }
    if (weekday_of(unit) >= 0) {
        read_weekday(r, i + 1, ahead, out);
        return true;
    }
    out->last = i + 1;
    return index_in(unit, units) >= 0 || month_of(unit) > 0;
}

/* "three days ago" gives a day; longer units, as in "two weeks ago", do not. */
static bool read_ago(const ent_i_passage *r, uint32_t i, ent_i_when *out)
{
    static const char *const units[] = {"day",   "days",  "week",
                                        "weeks", "month", "months",
                                        "year",  "years", NULL};
    int n = small_number(r, i);
    int unit = n ? index_in(text_at(r, i + 1), units) : -1;
    if (unit < 0 || !ent_i_is_text(r, i + 2, "ago"))
        return false;
    out->last = i + 2;
    if (unit < 2 && r->article->date != ENT_NO_DATE)
        out->date = r->article->date - n;
    return true;
}

/* A number is a year only after a preposition of time; otherwise it could be
 * anything. */
static bool read_year(const ent_i_passage *r, uint32_t i, ent_i_when *out)
{
    out->last = i;
    out->year = number_at(r, i, 1900, 2100);
    return out->year && i > 0 &&
           (ent_i_is_text(r, i - 1, "in") || ent_i_is_text(r, i - 1, "early") ||
            ent_i_is_text(r, i - 1, "late"));
}

/* Tries the surest reading first; the first that fits takes the words. */
bool ent_i_read_when(const ent_i_passage *r, uint32_t i, bool ahead,
                     ent_i_when *out)
{
    out->first = out->last = i;
    out->date = ENT_NO_DATE;
    out->year = 0;
    if (i >= r->node_count || !*r->nodes[i].text)
        return false;
    return read_weekday(r, i, ahead, out) || read_near_day(r, i, out) ||
           read_month(r, i, ahead, out) || read_day_month(r, i, ahead, out) ||
           read_period(r, i, ahead, out) || read_ago(r, i, out) ||
           read_year(r, i, out);
}
