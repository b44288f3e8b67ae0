/* Dates are not read with strptime, which follows the locale and can't say
 * where it stopped. Each form is a small reader over a cursor. */
#include "source/dates.h"

#include <math.h>
#include <string.h>

#include "core/article.h"
#include "source/cursor.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool skip_char(ent_i_cursor *in, char c)
{
    bool there = ent_i_peek(in) == c;
    in->at += there;
    return there;
}

/* A number of `least` to `most` digits, not followed by another digit. */
static bool number(ent_i_cursor *in, size_t least, size_t most, int *out)
{
    size_t n = 0;
    *out = 0;
    for (; n <= most && is_digit(ent_i_peek(in)); n++)
        *out = *out * 10 + (*in->at++ - '0');
    return n >= least && n <= most;
}

/* The number of the month at the cursor, in full or short ("Sept."); 0, and
 * nothing read, when there is none. */
static int month_name(ent_i_cursor *in)
{
    ent_i_cursor after = *in;
    int month = ent_i_read_word(&after)->month;
    if (!month)
        return 0;
    *in = after;
    if (ent_i_peek(in) == '.')
        in->at++;
    return month;
}

/* The word at the cursor, if it is one of another language's dates. */
static ent_i_foreign_day foreign(ent_i_cursor *after)
{
    const char *start = after->at;
    size_t size = ent_i_skip_word(after);
    const ent_i_foreign_day *found =
        ent_i_foreign_day_find(ent_i_lexicon_default(), start, size);
    return found ? *found : (ent_i_foreign_day){0};
}

/* "Monday, " or "lundi ", and what stands between the parts of other languages'
 * dates: "1er", "3 de marzo de 2014". */
static void skip_foreign(ent_i_cursor *in, unsigned use)
{
    ent_i_cursor after = *in;
    while (foreign(&after).use & use) {
        ent_i_skip_any(&after, "., -");
        *in = after;
    }
}

static void skip_weekday(ent_i_cursor *in)
{
    ent_i_cursor after = *in;
    if (ent_i_read_word(&after)->weekday) {
        *in = after;
        ent_i_skip_any(in, "., ");
    } else {
        skip_foreign(in, ENT_I_FOREIGN_WEEKDAY | ENT_I_FOREIGN_BETWEEN);
    }
}

/* The letters after a day: "29th". */
static void skip_ordinal(ent_i_cursor *in)
{
    ent_i_cursor after = *in;
    if (ent_i_read_word(&after)->calendar & ENT_I_CALENDAR_ORDINAL)
        *in = after;
}

/* 2014-03-29, 2014/3/29, 20140329 */
static bool year_first(ent_i_cursor in, const char **after, ent_date *out)
{
    int year, month, day;
    ent_i_cursor compact = in;
    /* Eight digits in a row may be some other number, so years up to 1000 don't
     * count. */
    if (number(&compact, 8, 8, &day)) {
        *out = ent_i_date(day / 10000, day / 100 % 100, day % 100);
        *after = compact.at;
        return *out != ENT_NO_DATE && day / 10000 > 1000;
    }
    if (!number(&in, 4, 4, &year))
        return false;
    char separator = ent_i_peek(&in);
    if (!separator || !strchr("-/.", separator))
        return false;
    in.at++;
    if (!number(&in, 1, 2, &month) || ent_i_peek(&in) != separator)
        return false;
    in.at++;
    if (!number(&in, 1, 2, &day))
        return false;
    *out = ent_i_date(year, month, day);
    *after = in.at;
    return *out != ENT_NO_DATE;
}

/* As in "Mar 29 17:42:00 EST 2014", which programs write. */
static void skip_time(ent_i_cursor *in)
{
    ent_i_cursor after = *in;
    int hour, minute, second;
    if (!number(&after, 1, 2, &hour) || !skip_char(&after, ':') ||
        !number(&after, 2, 2, &minute) || !skip_char(&after, ':') ||
        !number(&after, 2, 2, &second))
        return;
    ent_i_skip_any(&after, " ");
    while (ent_i_is_upper(ent_i_peek(&after)))
        after.at++;
    ent_i_skip_any(&after, " ");
    *in = after;
}

/* March 29, 2014 */
static bool month_first(ent_i_cursor in, const char **after, ent_date *out)
{
    int month = month_name(&in), day, year;
    if (!month)
        return false;
    ent_i_skip_any(&in, " ");
    if (!number(&in, 1, 2, &day))
        return false;
    skip_ordinal(&in);
    ent_i_skip_any(&in, ", ");
    skip_time(&in);
    if (!number(&in, 4, 4, &year))
        return false;
    *out = ent_i_date(year, month, day);
    *after = in.at;
    return *out != ENT_NO_DATE;
}

/* Other languages have the month behind the day only. */
static int any_month_name(ent_i_cursor *in)
{
    ent_i_cursor after = *in;
    int month = month_name(in);
    if (!month && (month = foreign(&after).month)) {
        *in = after;
        ent_i_skip_any(in, ".");
    }
    return month;
}

/* Years of two figures stand in old mail, before a time; they are those from
 * 1970 on. */
static bool year_of(ent_i_cursor *in, int *year)
{
    ent_i_cursor full = *in;
    if (number(&full, 4, 4, year)) {
        *in = full;
        return true;
    }
    int hour, minute;
    if (!number(in, 2, 2, year))
        return false;
    *year += *year < 70 ? 2000 : 1900;
    ent_i_cursor after = *in;
    return skip_char(&after, ' ') && number(&after, 2, 2, &hour) &&
           skip_char(&after, ':') && number(&after, 2, 2, &minute);
}

/* 29 March 2014, 29-Mar-2014, 29. März 2014, 29 de marzo de 2014 */
static bool day_first(ent_i_cursor in, const char **after, ent_date *out)
{
    int month, day, year;
    if (!number(&in, 1, 2, &day))
        return false;
    skip_ordinal(&in);
    skip_foreign(&in, ENT_I_FOREIGN_BETWEEN);
    ent_i_skip_any(&in, " -.");
    skip_foreign(&in, ENT_I_FOREIGN_BETWEEN);
    if (!(month = any_month_name(&in)))
        return false;
    ent_i_skip_any(&in, ", -");
    skip_foreign(&in, ENT_I_FOREIGN_BETWEEN);
    if (!year_of(&in, &year))
        return false;
    *out = ent_i_date(year, month, day);
    *after = in.at;
    return *out != ENT_NO_DATE;
}

/* Two numbers and a year with a mark between them: 3/29/2014, 29-3-2014, with
 * periods perhaps with blanks after them. */
static bool figures(ent_i_cursor *in, int *first, int *second, int *year,
                    char *mark)
{
    if (!number(in, 1, 2, first))
        return false;
    *mark = ent_i_peek(in);
    const char *gap = *mark == '.' ? " " : "";
    if (!*mark || !strchr("/.-", *mark))
        return false;
    in->at++;
    ent_i_skip_any(in, gap);
    if (!number(in, 1, 2, second) || !skip_char(in, *mark))
        return false;
    ent_i_skip_any(in, gap);
    return number(in, 4, 4, year);
}

/* If only one way to read them gives a valid date, or the order is known; with
 * periods the day comes first where it can. */
static bool in_figures(ent_i_cursor in, const char **after, ent_date *out)
{
    int first, second, year;
    char mark;
    if (!figures(&in, &first, &second, &year, &mark))
        return false;
    ent_date american = ent_i_date(year, first, second);
    ent_date european = ent_i_date(year, second, first);
    bool either = american != european && american != ENT_NO_DATE &&
                  european != ENT_NO_DATE;
    bool month = european == ENT_NO_DATE ||
                 (either && mark != '.' && in.order == ENT_I_MONTH_FIRST);
    *out = month ? american : european;
    *after = in.at;
    return *out != ENT_NO_DATE && (!either || mark == '.' || in.order);
}

/* Dates with a slash, since others hardly ever have the month first. */
uint8_t ent_i_find_day_order(const char *bytes, size_t size)
{
    ent_i_cursor in = {bytes, bytes + size, ENT_I_ORDER_UNKNOWN};
    bool seen[] = {false, false, false};
    const char *slash;
    while ((slash = memchr(in.at, '/', (size_t)(in.end - in.at)))) {
        ent_i_cursor from = {slash, in.end, ENT_I_ORDER_UNKNOWN};
        int first, second, year;
        char mark;
        while (from.at > bytes && slash - from.at < 2 && is_digit(from.at[-1]))
            from.at--;
        in.at = slash + 1;
        if (from.at > bytes && is_digit(from.at[-1]))
            continue;
        if (!figures(&from, &first, &second, &year, &mark) || mark != '/')
            continue;
        in.at = from.at;
        if (first > 12 && first <= 31 && second <= 12)
            seen[ENT_I_DAY_FIRST] = true;
        if (second > 12 && second <= 31 && first <= 12)
            seen[ENT_I_MONTH_FIRST] = true;
    }
    return seen[ENT_I_DAY_FIRST] == seen[ENT_I_MONTH_FIRST]
               ? ENT_I_ORDER_UNKNOWN
           : seen[ENT_I_DAY_FIRST] ? ENT_I_DAY_FIRST
                                   : ENT_I_MONTH_FIRST;
}

/* No newspaper is older than the Relation of Strasbourg (1605): an earlier date
 * is what a database writes for an unknown one ("0001-01-01"). */
enum { FIRST_YEAR = 1605 };

/* A weekday may come first; it isn't checked, as newspapers get the weekday
 * wrong more often than the date. */
static bool read_date(ent_i_cursor in, const char **after, ent_date *out)
{
    static bool (*const forms[])(ent_i_cursor, const char **, ent_date *) = {
        year_first, month_first, day_first, in_figures};
    ent_i_skip_any(&in, " \t\r\n");
    skip_weekday(&in);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (forms[i](in, after, out)) {
            if (*out >= ent_i_date(FIRST_YEAR, 1, 1))
                return true;
            break;
        }
    *out = ENT_NO_DATE;
    return false;
}

bool ent_i_read_date(const char *text, size_t size, size_t *used, ent_date *out)
{
    const char *after = text;
    bool there = read_date(
        (ent_i_cursor){text, text + size, ENT_I_ORDER_UNKNOWN}, &after, out);
    *used = (size_t)(after - text);
    return there;
}

/* ---- the date that a field states ---- */

/* Seconds, or milliseconds as in JavaScript when the number is too large for
 * the time of a newspaper. */
ent_date ent_i_epoch_date(double since)
{
    double seconds = fabs(since) >= 1e11 ? since / 1000 : since;
    double day = floor(seconds / 86400);
    return fabs(day) < 2.9e6 ? (ent_date)day : ENT_NO_DATE;
}

/* 14 and 12 digits are those of a day and a time. */
ent_date ent_i_number_date(double number)
{
    double day = number >= 1e13   ? floor(number / 1e6)
                 : number >= 1e11 ? floor(number / 1e4)
                                  : number;
    if (day < 19000101 || day > 20991231)
        return ent_i_epoch_date(number);
    int digits = (int)day;
    ent_date date =
        ent_i_date(digits / 10000, digits / 100 % 100, digits % 100);
    return date == ENT_NO_DATE ? ent_i_epoch_date(number) : date;
}

bool ent_i_stated_date(const char *text, size_t size, uint8_t order,
                       ent_date *out)
{
    ent_i_cursor in = {text, text + size, order};
    const char *after;
    ent_i_skip_any(&in, " \t\r\n");
    while (in.end > in.at && strchr(" \t\r\n", in.end[-1]))
        in.end--;
    size_t digits = 0;
    double number = 0;
    while (in.at + digits < in.end && is_digit(in.at[digits]))
        number = number * 10 + (in.at[digits++] - '0');
    if (digits && digits < 18 && in.at + digits == in.end) {
        *out = ent_i_number_date(number);
        return *out != ENT_NO_DATE;
    }
    return read_date(in, &after, out) || ent_i_is_date_line(text, size, out);
}
