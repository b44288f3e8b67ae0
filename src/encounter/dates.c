/* A small grammar of dates in news English: weekday, "today", "last week",
 * "March 5", "5 March 2014", "March 2014", "in 2014", "two weeks ago". */
#include "encounter/dates.h"

#include <stdlib.h>
#include <string.h>

/* ---- words ---- */

/* Empty past the end. */
static const ent_i_lexeme *word_at(const ent_i_passage *r, uint32_t i)
{
    static const ent_i_lexeme none = {.word = ""};
    return i < r->node_count && r->nodes[i].what <= ENT_I_NUMBER
               ? r->nodes[i].word
               : &none;
}

/* "" past the end, which equals no word. */
static const char *text_at(const ent_i_passage *r, uint32_t i)
{
    return i < r->node_count ? r->nodes[i].text : "";
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

static int year_at(const ent_i_passage *r, uint32_t i)
{
    return number_at(r, i, 1900, 2100);
}

/* "a week ago" means one week. */
static int small_number(const ent_i_passage *r, uint32_t i)
{
    int count = word_at(r, i)->count;
    return count ? count : number_at(r, i, 1, 99);
}

static bool is_part_of_day(const char *text)
{
    return lexeme(text, strlen(text))->calendar & ENT_I_CALENDAR_PART;
}

/* ---- months and days ---- */

/* "2014", ", 2014" or "of 2014" after a day or month; 0 when there is none. */
static int year_after(const ent_i_passage *r, uint32_t i, uint32_t *last)
{
    uint32_t at = i + 1;
    if ((at < r->node_count && r->nodes[at].what == ENT_I_COMMA) ||
        ent_i_is_text(r, at, "of"))
        at++;
    int year = year_at(r, at);
    if (year)
        *last = at;
    return year;
}

/* Whether a month or year may stand alone after the word before node i. At the
 * start of a sentence, "may" and "march" are other words. */
static bool is_timed(const ent_i_passage *r, uint32_t i)
{
    static const char *const before[] = {"in",   "since",  "during", "mid",
                                         "of",   "until",  "by",     "from",
                                         "late", "around", NULL};
    return i > 0 && (ent_i_is_any(r, i - 1, before) ||
                     word_at(r, i - 1)->points != ENT_I_POINTS_NOWHERE);
}

/* "March 5", "March 5, 2014", "March 2014", or "March" alone after a
 * preposition or "last". */
static bool read_month(const ent_i_passage *r, uint32_t i, bool ahead,
                       uint8_t points, ent_i_when *out)
{
    int month = month_of(text_at(r, i));
    if (!month || !r->nodes[i].capital)
        return false;
    int day = number_at(r, i + 1, 1, 31);
    out->last = day ? i + 1 : i;
    out->year = year_after(r, out->last, &out->last);
    out->basis = ENT_WHEN_TEXT;
    if (day)
        ent_i_when_day(r, out, month, day, ahead);
    else
        ent_i_when_month(r, out, month, ahead, points);
    return day || out->year || is_timed(r, i);
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
    out->year = year_after(r, at, &out->last);
    out->basis = ENT_WHEN_TEXT;
    ent_i_when_day(r, out, month, day, ahead);
    return true;
}

/* ---- weekdays ---- */

/* How many days the weekday is from the article's day. Tomorrow's weekday more
 * likely means tomorrow than six days ago: the article may be dated on the
 * other side of the date line or before its last change. */
static int weekday_shift(ent_date base, int weekday, bool ahead, uint8_t points)
{
    int back = (ent_i_date_weekday(base) - weekday + 7) % 7;
    int shift = ahead ? (7 - back) % 7 : back == 6 ? 1 : -back;
    if (points == ENT_I_POINTS_LAST && shift >= 0)
        shift -= 7;
    if (points == ENT_I_POINTS_NEXT && shift <= 0)
        shift += 7;
    return shift;
}

/* In "Friday, March 28", the day of the month is more reliable. */
static void read_full_day(const ent_i_passage *r, bool ahead, ent_i_when *out)
{
    uint32_t day = out->last + 1;
    ent_i_when full = {.from = ENT_NO_DATE, .to = ENT_NO_DATE};
    if (day < r->node_count && r->nodes[day].what == ENT_I_COMMA &&
        month_of(text_at(r, day + 1)) &&
        read_month(r, day + 1, ahead, ENT_I_POINTS_NOWHERE, &full) &&
        full.from != ENT_NO_DATE && full.from == full.to) {
        full.first = out->first;
        *out = full;
    }
}

/* Agencies name days of the past or coming week by weekday alone. */
static bool read_weekday(const ent_i_passage *r, uint32_t i, bool ahead,
                         uint8_t points, ent_i_when *out)
{
    int weekday = weekday_of(text_at(r, i));
    if (weekday < 0)
        return false;
    out->last = i;
    out->basis = ENT_WHEN_WEEKDAY;
    ent_date base = r->article->date;
    if (base != ENT_NO_DATE) {
        ent_date day = base + weekday_shift(base, weekday, ahead, points);
        ent_i_when_days(out, day, day);
    }
    if (is_part_of_day(text_at(r, i + 1)))
        out->last = i + 1;
    read_full_day(r, ahead, out);
    return true;
}

/* ---- words that point from today ---- */

/* "overnight" counts as the day of the report. */
static bool read_near_day(const ent_i_passage *r, uint32_t i, ent_i_when *out)
{
    int points = word_at(r, i)->points;
    if (points < ENT_I_POINTS_TODAY)
        return false;
    out->last = i + is_part_of_day(text_at(r, i + 1));
    out->basis = ENT_WHEN_RELATIVE;
    if (r->article->date != ENT_NO_DATE) {
        ent_date day = r->article->date + (points == ENT_I_POINTS_TOMORROW) -
                       (points == ENT_I_POINTS_YESTERDAY);
        ent_i_when_days(out, day, day);
    }
    return true;
}

/* Two days from a Saturday on: with `ahead` the one to come. */
static void set_weekend(ent_i_when *out, ent_date base, int shift, bool ahead)
{
    int weekday = ent_i_date_weekday(base);
    ent_date saturday = base - (weekday + 1) % 7;
    bool now = base - saturday < 2;
    if (ahead)
        saturday += (now ? 0 : 7) + (shift > 0 ? 7 : 0);
    else if (now && shift < 0)
        saturday -= 7;
    ent_i_when_days(out, saturday, saturday + 1);
}

/* The week, from Sunday as in American calendars, that is `shift` weeks from
 * the article's. What happened "this week" is over on Sunday. */
static void set_week(ent_i_when *out, ent_date base, int shift, bool ahead)
{
    int weekday = ent_i_date_weekday(base);
    ent_date sunday = base - weekday + 7 * shift;
    if (!shift && !weekday && !ahead)
        ent_i_when_days(out, base - 7, base);
    else
        ent_i_when_days(out, sunday, sunday + 6);
}

/* "last summer" is the last one that is over, "this summer" the year's. */
static void set_near_season(ent_i_when *out, ent_date base, int season,
                            int shift)
{
    int year = ent_i_year_of(base);
    ent_i_when_season(out, year, season);
    if (shift < 0 && out->to >= base)
        ent_i_when_season(out, year - 1, season);
    if (shift > 0 && out->from <= base)
        ent_i_when_season(out, year + 1, season);
}

/* The period that is `shift` of its kind from the article's. */
static void set_period(const ent_i_passage *r, int period, int shift,
                       bool ahead, ent_i_when *out)
{
    ent_date base = r->article->date;
    if (base == ENT_NO_DATE)
        return;
    if (period == ENT_I_PERIOD_DAY)
        ent_i_when_days(out, base + shift, base + shift);
    else if (period == ENT_I_PERIOD_WEEK)
        set_week(out, base, shift, ahead);
    else if (period == ENT_I_PERIOD_WEEKEND)
        set_weekend(out, base, shift, ahead);
    else if (period == ENT_I_PERIOD_MONTH)
        ent_i_when_month_from(out, base, shift);
    else if (period == ENT_I_PERIOD_YEAR)
        ent_i_when_year(out, ent_i_year_of(base) + shift);
    else
        set_near_season(out, base, period, shift);
}

/* "earlier this month" ends today, "later this month" begins today. */
static void cut(const ent_i_passage *r, uint8_t points, ent_i_when *out)
{
    ent_date base = r->article->date;
    if (base == ENT_NO_DATE || out->from == ENT_NO_DATE || out->from > base ||
        out->to < base)
        return;
    if (points == ENT_I_POINTS_EARLIER)
        out->to = base;
    else
        out->from = base;
}

/* "earlier Friday", "late last year", "earlier in the week". */
static bool read_part_of_time(const ent_i_passage *r, uint32_t i, bool ahead,
                              ent_i_when *out)
{
    uint8_t points = word_at(r, i)->points;
    uint32_t at = i + 1;
    if (ent_i_is_text(r, at, "in") && ent_i_is_text(r, at + 1, "the") &&
        word_at(r, at + 2)->period) {
        out->last = at + 2;
        out->basis = ENT_WHEN_RELATIVE;
        /* "the day" is the one that is told of */
        if (word_at(r, at + 2)->period == ENT_I_PERIOD_DAY)
            out->basis = ENT_WHEN_UNKNOWN;
        else
            set_period(r, word_at(r, at + 2)->period, 0, ahead, out);
    } else {
        ent_i_when rest;
        at += ent_i_is_text(r, at, "in") || ent_i_is_text(r, at, "on");
        if (!ent_i_read_when(r, at, ahead, &rest))
            return false;
        rest.first = i;
        *out = rest;
    }
    cut(r, points, out);
    return true;
}

/* "the past two weeks", "the last few months". */
static bool read_stretch(const ent_i_passage *r, uint32_t i, ent_i_when *out)
{
    static const uint16_t days[] = {
        [ENT_I_PERIOD_DAY] = 1,
        [ENT_I_PERIOD_WEEK] = 7,
        [ENT_I_PERIOD_MONTH] = 31,
        [ENT_I_PERIOD_YEAR] = 366,
    };
    const ent_i_lexeme *number = word_at(r, i + 1);
    int period = word_at(r, i + 2)->period;
    int count = small_number(r, i + 1);
    bool some = number->calendar & ENT_I_CALENDAR_SOME;
    if (!(count || some) || (size_t)period >= sizeof days / sizeof *days ||
        !days[period])
        return false;
    out->last = i + 2;
    out->basis = ENT_WHEN_RELATIVE;
    ent_date base = r->article->date;
    if (base != ENT_NO_DATE && count)
        ent_i_when_days(out, base - count * days[period], base);
    return true;
}

static bool is_the(const ent_i_passage *r, uint32_t i)
{
    return i > 0 && ent_i_is_text(r, i - 1, "the");
}

/* "last week", "next month", "this morning". "the next day" and "that week"
 * count from what was told before, so that their days stay unknown. */
static bool read_period(const ent_i_passage *r, uint32_t i, bool ahead,
                        ent_i_when *out)
{
    static const int shifts[] = {[ENT_I_POINTS_LAST] = -1,
                                 [ENT_I_POINTS_NEXT] = 1,
                                 [ENT_I_POINTS_LATER] = 0};
    uint8_t points = word_at(r, i)->points;
    if (!points || points > ENT_I_POINTS_LATER)
        return false;
    /* "following Friday's talks" says after what */
    if (ent_i_is_text(r, i, "following") && !is_the(r, i))
        return false;
    if (points >= ENT_I_POINTS_EARLIER)
        return read_part_of_time(r, i, ahead, out);
    if (points == ENT_I_POINTS_LAST && read_stretch(r, i, out))
        return true;
    const char *unit = text_at(r, i + 1);
    bool part = is_part_of_day(unit);
    int period = part ? ENT_I_PERIOD_DAY : word_at(r, i + 1)->period;
    bool told = points == ENT_I_POINTS_THAT ||
                (period == ENT_I_PERIOD_DAY && !part) ||
                (points == ENT_I_POINTS_NEXT && is_the(r, i));
    if (weekday_of(unit) >= 0 && read_weekday(r, i + 1, ahead, points, out)) {
    } else if (month_of(unit) && !number_at(r, i + 2, 1, 31) &&
               read_month(r, i + 1, ahead, points, out)) {
    } else if (!period || (period == ENT_I_PERIOD_DAY &&
                           points == ENT_I_POINTS_LAST && !part)) {
        return false; /* "his last day" is no date */
    } else {
        out->last = i + 1;
        out->basis = ENT_WHEN_RELATIVE;
        if (!told)
            set_period(r, period, shifts[points], ahead || shifts[points] > 0,
                       out);
    }
    if (told) {
        out->basis = ENT_WHEN_UNKNOWN;
        ent_i_when_days(out, ENT_NO_DATE, ENT_NO_DATE);
    }
    return true;
}

/* ---- times ago ---- */

/* "three days ago" gives a day, "two weeks ago" the week around it, "two months
 * ago" the month. "three days later" counts from what was told before. */
static bool read_ago(const ent_i_passage *r, uint32_t i, ent_i_when *out)
{
    int n = small_number(r, i);
    bool some = word_at(r, i)->calendar & ENT_I_CALENDAR_SOME;
    uint32_t unit = i + 1 + ent_i_is_text(r, i + 1, "of");
    int period = word_at(r, unit)->period;
    bool told = word_at(r, unit + 1)->points == ENT_I_POINTS_EARLIER ||
                word_at(r, unit + 1)->points == ENT_I_POINTS_LATER;
    ent_date base = r->article->date;
    if (!(n || some) || !period || !(told || ent_i_is_text(r, unit + 1, "ago")))
        return false;
    out->last = unit + 1;
    out->basis = told ? ENT_WHEN_UNKNOWN : ENT_WHEN_RELATIVE;
    if (told || base == ENT_NO_DATE || some)
        return true;
    if (period == ENT_I_PERIOD_WEEK)
        ent_i_when_days(out, base - 7 * n - 3, base - 7 * n + 3);
    else
        set_period(r, period, -n, false, out);
    return true;
}

/* ---- years ---- */

/* "a 2005 interview", "their 2013 meeting" */
static bool is_attribute(const ent_i_passage *r, uint32_t i)
{
    return i > 0 &&
           (ent_i_is_word(r, i - 1, ENT_I_W_DET) ||
            r->nodes[i - 1].possessive) &&
           i + 1 < r->node_count && r->nodes[i + 1].what <= ENT_I_NAME;
}

/* A number is a year only after a preposition of time or before what happened
 * in it; otherwise it could be anything. */
static bool read_year(const ent_i_passage *r, uint32_t i, ent_i_when *out)
{
    int year = year_at(r, i);
    if (!year || !(is_timed(r, i) || is_attribute(r, i)))
        return false;
    out->last = i;
    out->year = year;
    out->basis = ENT_WHEN_TEXT;
    ent_i_when_year(out, year);
    return true;
}

/* "the 1990s", all ten years. */
static bool read_decade(const ent_i_passage *r, uint32_t i, ent_i_when *out)
{
    const char *text = text_at(r, i);
    if (strlen(text) < 5 || strcmp(text + 4, "s") != 0 ||
        strspn(text, "0123456789") != 4 || text[3] != '0')
        return false;
    out->last = i;
    out->year = (int)strtol(text, NULL, 10);
    out->basis = ENT_WHEN_TEXT;
    ent_i_when_months(out, out->year, 1, 120);
    return true;
}

/* "the summer of 2015", "summer 2015". */
static bool read_season(const ent_i_passage *r, uint32_t i, ent_i_when *out)
{
    int season = word_at(r, i)->period;
    if (season < ENT_I_PERIOD_WINTER || season > ENT_I_PERIOD_FALL)
        return false;
    out->last = i;
    out->year = year_after(r, i, &out->last);
    out->basis = ENT_WHEN_TEXT;
    if (out->year)
        ent_i_when_season(out, out->year, season);
    return out->year != 0;
}

/* "over the weekend" */
static bool read_weekend(const ent_i_passage *r, uint32_t i, bool ahead,
                         ent_i_when *out)
{
    if (word_at(r, i)->period != ENT_I_PERIOD_WEEKEND || !is_the(r, i))
        return false;
    out->basis = ENT_WHEN_RELATIVE;
    set_period(r, ENT_I_PERIOD_WEEKEND, 0, ahead, out);
    return true;
}

/* Tries the surest reading first; the first that fits takes the words. */
bool ent_i_read_when(const ent_i_passage *r, uint32_t i, bool ahead,
                     ent_i_when *out)
{
    out->first = out->last = i;
    out->from = out->to = ENT_NO_DATE;
    out->year = 0;
    out->basis = ENT_WHEN_UNKNOWN;
    if (i >= r->node_count || !*r->nodes[i].text)
        return false;
    const uint8_t plain = ENT_I_POINTS_NOWHERE;
    return read_weekday(r, i, ahead, plain, out) || read_near_day(r, i, out) ||
           read_month(r, i, ahead, plain, out) ||
           read_day_month(r, i, ahead, out) || read_period(r, i, ahead, out) ||
           read_ago(r, i, out) || read_season(r, i, out) ||
           read_weekend(r, i, ahead, out) || read_year(r, i, out) ||
           read_decade(r, i, out);
}
