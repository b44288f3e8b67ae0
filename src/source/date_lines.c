/* Which line near the top of an article tells its day. */
#include <string.h>

#include "source/cursor.h"
#include "source/dates.h"

/* How far from the top a date can still be the article's. */
enum { TOP_LINES = 12, TOP_BYTES = 2000, DATELINE_WORDS = 6 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Words that may accompany the date on a date line; the caller skips the digits
 * and marks of a time of day. */
static bool is_date_line_word(const char *text, size_t n)
{
    const ent_i_lexeme *found =
        ent_i_lexeme_of(ent_i_lexicon_default(), text, n);
    return found->use & ENT_I_U_DATE_LINE || found->weekday ||
           ent_i_foreign_day_find(ent_i_lexicon_default(), text, n);
}

/* Whether the text holds nothing but words of a date line; figures and marks
 * may be a time of day. */
static bool only_date_words(const char *at, const char *end)
{
    while (at < end) {
        const char *from = at;
        while (at < end && ent_i_is_letter(*at))
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
    while (at < end && (ent_i_is_letter(*at) || is_digit(*at)))
        at++;
    while (at < end && !ent_i_is_letter(*at) && !is_digit(*at))
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
    ent_i_cursor in = {line, line + size, ENT_I_ORDER_UNKNOWN};
    bool dated = false;
    while (in.at < in.end) {
        size_t used;
        if (ent_i_read_date(in.at, (size_t)(in.end - in.at), &used, out))
            return dated;
        const char *from = in.at;
        const ent_i_lexeme *found = ent_i_read_word(&in);
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
    return ent_i_is_upper((char)c) || (c >= 0x80 && c != 0xE2);
}

/* "-", "–" or "—". */
static bool skip_dash(ent_i_cursor *in)
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
static bool skip_agency(ent_i_cursor *in)
{
    char open = ent_i_peek(in);
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
static bool ends_dateline(ent_i_cursor in)
{
    if (ent_i_is_upper(ent_i_peek(&in)))
        return true;
    ent_i_skip_any(&in, " .,\r");
    if (skip_agency(&in))
        ent_i_skip_any(&in, " .,\r");
    if (in.at == in.end || *in.at == ':')
        return true;
    if (!skip_dash(&in))
        return false;
    while (ent_i_peek(&in) == ' ' || skip_dash(&in))
        ent_i_skip_any(&in, " ");
    size_t used;
    ent_date other;
    return !ent_i_read_date(in.at, (size_t)(in.end - in.at), &used, &other);
}

/* Skips the next word of a place; false when it is a word of running text. */
static bool skip_place_word(ent_i_cursor *in)
{
    const char *from = in->at;
    if (skip_agency(in)) {
        ent_i_skip_any(in, " ,-");
        return true;
    }
    if (!is_place_start((unsigned char)*from))
        return false;
    while (in->at < in->end && *in->at != ' ')
        in->at++;
    bool running = is_text_word(from, (size_t)(in->at - from));
    ent_i_skip_any(in, " -");
    return !running;
}

/* "PARIS, March 5, 2014 - They met": a place of capitalised words, the date,
 * and a mark that separates them from the story. A date within a sentence
 * belongs to the sentence: "Ann Dunn (born March 5, 1970) met ...". */
static bool is_dateline(const char *line, size_t size, ent_date *out)
{
    ent_i_cursor in = {line, line + size, ENT_I_ORDER_UNKNOWN};
    for (int word = 0; word <= DATELINE_WORDS && in.at < in.end; word++) {
        size_t used;
        if (ent_i_read_date(in.at, (size_t)(in.end - in.at), &used, out))
            return word > 0 &&
                   ends_dateline((ent_i_cursor){in.at + used, in.end, 0});
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
