/* Dates are not read with strptime, which follows the locale and can't say
 * where it stopped. Each form is a small reader over a cursor. */
#include "source/dates.h"

#include <math.h>
#include <string.h>

#include "core/article.h"
#include "lexicon/lexicon.h"

/* How far from the top a date can still be the article's. */
enum { TOP_LINES = 12, TOP_BYTES = 2000, DATELINE_WORDS = 6 };

/* Passed by value to try a form, by pointer to move on. */
typedef struct cursor {
    const char *at;
    const char *end;
} cursor;

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

/* The next character, or 0 at the end. */
static char peek(const cursor *in) { return in->at < in->end ? *in->at : 0; }

static void skip_any(cursor *in, const char *chars)
{
    while (peek(in) && strchr(chars, *in->at))
        in->at++;
}

static bool skip_char(cursor *in, char c)
{
    bool there = peek(in) == c;
    in->at += there;
    return there;
}

/* A number of `least` to `most` digits, not followed by another digit. */
static bool number(cursor *in, size_t least, size_t most, int *out)
{
    size_t n = 0;
    *out = 0;
    for (; n <= most && is_digit(peek(in)); n++)
        *out = *out * 10 + (*in->at++ - '0');
    return n >= least && n <= most;
}

/* Reads past a word and looks it up in English, as the language of the date is
 * not known yet. */
static const ent_i_lexeme *word(cursor *in)
{
    const char *start = in->at;
    while (is_letter(peek(in)))
        in->at++;
    return ent_i_lexeme_of(ent_i_lexicon_default(), start,
                           (size_t)(in->at - start));
}

/* The number of the month at the cursor, in full or short ("Sept."); 0, and
 * nothing read, when there is none. */
static int month_name(cursor *in)
{
    cursor after = *in;
    int month = word(&after)->month;
    if (!month)
        return 0;
    *in = after;
    if (peek(in) == '.')
        in->at++;
    return month;
}

static void skip_weekday(cursor *in)
{
    cursor after = *in;
    if (!word(&after)->weekday)
        return;
    *in = after;
    skip_any(in, "., ");
}

/* The letters after a day: "29th". */
static void skip_ordinal(cursor *in)
{
    cursor after = *in;
    if (word(&after)->calendar & ENT_I_CALENDAR_ORDINAL)
        *in = after;
}

/* 2014-03-29, 2014/3/29, 20140329 */
static bool year_first(cursor in, const char **after, ent_date *out)
{
    int year, month, day;
    cursor compact = in;
    /* Eight digits in a row may be some other number, so years up to 1000 don't
     * count. */
    if (number(&compact, 8, 8, &day)) {
        *out = ent_i_date(day / 10000, day / 100 % 100, day % 100);
        *after = compact.at;
        return *out != ENT_NO_DATE && day / 10000 > 1000;
    }
    if (!number(&in, 4, 4, &year))
        return false;
    char separator = peek(&in);
    if (!separator || !strchr("-/.", separator))
        return false;
    in.at++;
    if (!number(&in, 1, 2, &month) || peek(&in) != separator)
        return false;
    in.at++;
    if (!number(&in, 1, 2, &day))
        return false;
    *out = ent_i_date(year, month, day);
    *after = in.at;
    return *out != ENT_NO_DATE;
}

/* As in "Mar 29 17:42:00 EST 2014", which programs write. */
static void skip_time(cursor *in)
{
    cursor after = *in;
    int hour, minute, second;
    if (!number(&after, 1, 2, &hour) || !skip_char(&after, ':') ||
        !number(&after, 2, 2, &minute) || !skip_char(&after, ':') ||
        !number(&after, 2, 2, &second))
        return;
    skip_any(&after, " ");
    while (is_upper(peek(&after)))
        after.at++;
    skip_any(&after, " ");
    *in = after;
}

/* March 29, 2014 */
static bool month_first(cursor in, const char **after, ent_date *out)
{
    int month = month_name(&in), day, year;
    if (!month)
        return false;
    skip_any(&in, " ");
    if (!number(&in, 1, 2, &day))
        return false;
    skip_ordinal(&in);
    skip_any(&in, ", ");
    skip_time(&in);
    if (!number(&in, 4, 4, &year))
        return false;
    *out = ent_i_date(year, month, day);
    *after = in.at;
    return *out != ENT_NO_DATE;
}

/* 29 March 2014, 29-Mar-2014 */
static bool day_first(cursor in, const char **after, ent_date *out)
{
    int month, day, year;
    if (!number(&in, 1, 2, &day))
        return false;
    skip_ordinal(&in);
    skip_any(&in, " -");
    if (!(month = month_name(&in)))
        return false;
    skip_any(&in, ", -");
    if (!number(&in, 4, 4, &year))
        return false;
    *out = ent_i_date(year, month, day);
    *after = in.at;
    return *out != ENT_NO_DATE;
}

/* 3/29/2014 or 29-3-2014, if only one way to read it gives a valid date; with
 * periods, perhaps with blanks after them, the day comes first where it can. */
static bool in_figures(cursor in, const char **after, ent_date *out)
{
    int first, second, year;
    if (!number(&in, 1, 2, &first))
        return false;
    char mark = peek(&in);
    if (!mark || !strchr("/.-", mark))
        return false;
    in.at++;
    skip_any(&in, mark == '.' ? " " : "");
    if (!number(&in, 1, 2, &second) || !skip_char(&in, mark))
        return false;
    skip_any(&in, mark == '.' ? " " : "");
    if (!number(&in, 4, 4, &year))
        return false;
    ent_date american = ent_i_date(year, first, second);
    ent_date european = ent_i_date(year, second, first);
    *out = european == ENT_NO_DATE ? american : european;
    *after = in.at;
    return *out != ENT_NO_DATE &&
           (american == european || american == ENT_NO_DATE ||
            european == ENT_NO_DATE || mark == '.');
}

/* No newspaper is older than the Relation of Strasbourg (1605): an earlier date
 * is what a database writes for an unknown one ("0001-01-01"). */
enum { FIRST_YEAR = 1605 };

/* A weekday may come first; it isn't checked, as newspapers get the weekday
 * wrong more often than the date. */
bool ent_i_read_date(const char *text, size_t size, size_t *used, ent_date *out)
{
    static bool (*const forms[])(cursor, const char **, ent_date *) = {
        year_first, month_first, day_first, in_figures};
    cursor in = {text, text + size};
    skip_any(&in, " \t\r\n");
    skip_weekday(&in);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const char *after;
        if (forms[i](in, &after, out)) {
            *used = (size_t)(after - text);
            if (*out >= ent_i_date(FIRST_YEAR, 1, 1))
                return true;
            break;
        }
    }
    *out = ENT_NO_DATE;
    return false;
}

/* Seconds, or milliseconds as in JavaScript when the number is too large for
 * the time of a newspaper. */
ent_date ent_i_epoch_date(double since)
{
    double seconds = fabs(since) >= 1e11 ? since / 1000 : since;
    double day = floor(seconds / 86400);
    return fabs(day) < 2.9e6 ? (ent_date)day : ENT_NO_DATE;
}

/* ---- the date within an article's first lines ---- */

/* Words that may accompany the date on a date line; the caller skips the digits
 * and marks of a time of day. */
static bool is_date_line_word(const char *text, size_t n)
{
    const ent_i_lexeme *found =
        ent_i_lexeme_of(ent_i_lexicon_default(), text, n);
    return found->use & ENT_I_U_DATE_LINE || found->weekday;
}

/* Whether the text holds nothing but words of a date line; figures and marks
 * may be a time of day. */
static bool only_date_words(const char *at, const char *end)
{
    while (at < end) {
        const char *from = at;
        while (at < end && is_letter(*at))
            at++;
        if (at > from && !is_date_line_word(from, (size_t)(at - from)))
            return false;
        if (at == from) {
            if ((unsigned char)*at >= 0x80)
                return false;
            at++;
        }
    }
    return true;
}

/* The start of the next word, where a date may begin. */
static const char *next_word(const char *at, const char *end)
{
    while (at < end && (is_letter(*at) || is_digit(*at)))
        at++;
    while (at < end && !is_letter(*at) && !is_digit(*at))
        at++;
    return at;
}

/* Lines longer than that are text that contains a date. */
bool ent_i_is_date_line(const char *line, size_t size, ent_date *out)
{
    const char *end = line + size;
    if (size > 100)
        return false;
    for (const char *at = line; at < end; at = next_word(at, end)) {
        size_t used;
        if (ent_i_read_date(at, (size_t)(end - at), &used, out))
            return only_date_words(line, at) && only_date_words(at + used, end);
    }
    return false;
}

/* "UPDATE, April 21, 2020 at 6 p.m.: The president met ...": a line that begins
 * with when the article was made is dated, whatever follows. */
static bool is_dated_line(const char *line, size_t size, ent_date *out)
{
    cursor in = {line, line + size};
    bool dated = false;
    while (in.at < in.end) {
        size_t used;
        if (ent_i_read_date(in.at, (size_t)(in.end - in.at), &used, out))
            return dated;
        const char *from = in.at;
        const ent_i_lexeme *found = word(&in);
        if (in.at > from && !(found->use & ENT_I_U_DATE_LINE))
            return false;
        dated |= (found->use & ENT_I_U_DATED) != 0;
        if (in.at == from && !strchr(" :,(|", *in.at++))
            return false;
    }
    return false;
}

/* Words before a date that make it a date mentioned in the text, or the date of
 * a picture. */
static bool is_text_word(const char *text, size_t n)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(), text, n)->use &
           ENT_I_U_IN_TEXT;
}

/* A capital or a letter beyond ASCII; 0xE2 begins curly quotes and dashes in
 * UTF-8. */
static bool is_place_start(unsigned char c)
{
    return is_upper((char)c) || (c >= 0x80 && c != 0xE2);
}

/* "-", "–" or "—". */
static bool skip_dash(cursor *in)
{
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t n = strlen(dashes[i]);
        if ((size_t)(in->end - in->at) >= n && !memcmp(in->at, dashes[i], n)) {
            in->at += n;
            return true;
        }
    }
    return false;
}

/* "(Agency)" or "/Agency/": a name between two marks. */
static bool skip_agency(cursor *in)
{
    char open = peek(in);
    if (open != '(' && open != '/')
        return false;
    const char *name = in->at + 1;
    const char *close =
        memchr(name, open == '(' ? ')' : '/', (size_t)(in->end - name));
    if (!close || close == name || !is_place_start((unsigned char)*name))
        return false;
    in->at = close + 1;
    return true;
}

/* What separates a dateline from its story, after the date: a dash or a colon,
 * perhaps after the agency; the end of the line; or nothing at all, where
 * markup was lost ("2014Russian soldiers"). Another date after the dash would
 * make it a span of years ("1942 - May 5, 2014"). */
static bool ends_dateline(cursor in)
{
    if (is_upper(peek(&in)))
        return true;
    skip_any(&in, " .,\r");
    if (skip_agency(&in))
        skip_any(&in, " .,\r");
    if (in.at == in.end || *in.at == ':')
        return true;
    if (!skip_dash(&in))
        return false;
    while (peek(&in) == ' ' || skip_dash(&in))
        skip_any(&in, " ");
    size_t used;
    ent_date other;
    return !ent_i_read_date(in.at, (size_t)(in.end - in.at), &used, &other);
}

/* Skips the next word of a place; false when it is a word of running text. */
static bool skip_place_word(cursor *in)
{
    const char *from = in->at;
    if (skip_agency(in)) {
        skip_any(in, " ,-");
        return true;
    }
    if (!is_place_start((unsigned char)*from))
        return false;
    while (in->at < in->end && *in->at != ' ')
        in->at++;
    bool running = is_text_word(from, (size_t)(in->at - from));
    skip_any(in, " -");
    return !running;
}

/* "PARIS, March 5, 2014 - They met": a place of capitalised words, the date,
 * and a mark that separates them from the story. A date within a sentence
 * belongs to the sentence: "Ann Dunn (born March 5, 1970) met ...". */
static bool is_dateline(const char *line, size_t size, ent_date *out)
{
    cursor in = {line, line + size};
    for (int word = 0; word <= DATELINE_WORDS && in.at < in.end; word++) {
        size_t used;
        if (ent_i_read_date(in.at, (size_t)(in.end - in.at), &used, out))
            return word > 0 && ends_dateline((cursor){in.at + used, in.end});
        if (!skip_place_word(&in))
            return false;
    }
    return false;
}

typedef bool line_test(const char *line, size_t size, ent_date *out);

/* The date of the first line near the top that passes the test. */
static ent_date first_dated_line(const char *text, size_t size, line_test *is)
{
    const char *end = text + (size < TOP_BYTES ? size : TOP_BYTES);
    for (int line = 0; text < end && line < TOP_LINES;) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        stop = stop ? stop : end;
        while (text < stop && strchr(" \t\r", *text))
            text++;
        ent_date date;
        line += text < stop;
        if (text < stop && is(text, (size_t)(stop - text), &date))
            return date;
        text = stop + 1;
    }
    return ENT_NO_DATE;
}

/* A line that is only a date is about the article, and so is one that begins
 * with when it was made. A dateline may belong to the caption of a picture, so
 * it comes last. */
ent_date ent_i_find_date(const char *text, size_t size)
{
    static line_test *const tests[] = {ent_i_is_date_line, is_dated_line,
                                       is_dateline};
    ent_date date = ENT_NO_DATE;
    for (size_t i = 0; i < sizeof tests / sizeof *tests && date == ENT_NO_DATE;
         i++)
        date = first_dated_line(text, size, tests[i]);
    return date;
}
