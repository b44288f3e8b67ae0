/* Splits text into paragraphs. Blank lines separate paragraphs; whether a
 * single line end does too is decided for the article as a whole. Hard-wrapped
 * text is known by its lines, which break just where the next word would not
 * have fitted. */
#include <string.h>

#include "text/parts.h"

/* The width in columns of wrapped text in mail and archives; with fewer lines
 * than WRAP_LINES it can't be told. */
enum { WRAP_LEAST = 40, WRAP_MOST = 130, WRAP_LINES = 3 };

typedef struct line {
    uint32_t start;
    uint32_t end;
} line;

typedef ENT_I_VEC(line) line_list;

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* The size of the line end at i, or 0. Everything that Unicode counts as one
 * (UAX #14), in UTF-8. */
static uint32_t line_end(const char *text, uint32_t i, uint32_t size)
{
    char c = text[i];
    if (c == '\r')
        return i + 1 < size && text[i + 1] == '\n' ? 2 : 1;
    if (c == '\n' || c == '\f' || c == '\v')
        return 1;
    if (c == '\xC2' && i + 1 < size && text[i + 1] == '\x85')
        return 2;
    if (c == '\xE2' && i + 2 < size && text[i + 1] == '\x80' &&
        (text[i + 2] == '\xA8' || text[i + 2] == '\xA9'))
        return 3;
    return 0;
}

/* Splits into lines without the white space at both ends; blank lines are
 * empty. */
static bool split_lines(line_list *lines, const char *text, uint32_t size)
{
    for (uint32_t at = 0; at < size;) {
        uint32_t stop = at, step = 0;
        while (stop < size && !(step = line_end(text, stop, size)))
            stop++;
        line l = {at, stop};
        while (l.start < l.end && is_blank(text[l.start]))
            l.start++;
        while (l.end > l.start && is_blank(text[l.end - 1]))
            l.end--;
        if (!ent_i_vec_push(lines, l))
            return false;
        at = stop + step;
    }
    return true;
}

/* Roughly the number of characters: counts the bytes that begin one. */
static uint32_t width(const char *text, const line *l)
{
    uint32_t n = 0;
    for (uint32_t i = l->start; i < l->end; i++)
        n += ((unsigned char)text[i] & 0xC0) != 0x80;
    return n;
}

static uint32_t first_word(const char *text, const line *l)
{
    uint32_t i = l->start;
    while (i < l->end && text[i] != ' ')
        i++;
    return i - l->start;
}

/* Whether the next line's first word would not have fitted. */
static bool is_full(const char *text, const line *l, uint32_t widest)
{
    return width(text, l) + 1 + first_word(text, l + 1) > widest;
}

/* A line that ends a sentence may end its paragraph; most lines of wrapped text
 * don't. */
static bool ends_sentence(const char *text, const line *l)
{
    uint32_t i = l->end;
    while (i > l->start && strchr("\"')]", text[i - 1]))
        i--;
    return i > l->start && strchr(".!?:", text[i - 1]) != NULL;
}

/* Whether only a line end separates line i from the next. */
static bool is_joint(const line_list *lines, size_t i)
{
    return i + 1 < lines->n && lines->items[i].start < lines->items[i].end &&
           lines->items[i + 1].start < lines->items[i + 1].end;
}

/* The width that the text is wrapped at, or 0 when it isn't. */
static uint32_t wrap_width(const char *text, const line_list *lines)
{
    uint32_t widest = 0;
    size_t joints = 0, full = 0, open = 0;
    for (size_t i = 0; i < lines->n; i++) {
        uint32_t n = width(text, &lines->items[i]);
        widest = n > widest ? n : widest;
    }
    if (widest < WRAP_LEAST || widest > WRAP_MOST)
        return 0;
    for (size_t i = 0; i < lines->n; i++)
        if (is_joint(lines, i)) {
            joints++;
            full += is_full(text, &lines->items[i], widest);
            open += !ends_sentence(text, &lines->items[i]);
        }
    return joints + 1 >= WRAP_LINES && full * 4 >= joints * 3 &&
                   open * 2 >= joints
               ? widest
               : 0;
}

/* In wrapped text a line with room for the next word ends its paragraph. */
bool ent_i_paragraphs(ent_i_span_list *out, const char *text, uint32_t size)
{
    line_list lines = {0};
    bool fine = split_lines(&lines, text, size);
    uint32_t wrapped = fine ? wrap_width(text, &lines) : 0;
    for (size_t i = 0; fine && i < lines.n; i++) {
        ent_i_span span = {lines.items[i].start, lines.items[i].end};
        if (span.start == span.end)
            continue;
        while (wrapped && is_joint(&lines, i) &&
               is_full(text, &lines.items[i], wrapped))
            span.end = lines.items[++i].end;
        fine = ent_i_vec_push(out, span);
    }
    ent_i_vec_free(&lines);
    return fine;
}
