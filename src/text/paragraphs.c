/* Splits text into paragraphs. Blank lines separate paragraphs; whether a
 * single line end does too is decided first for the article as a whole:
 * hard-wrapped text is known by its lines, which break just where the next word
 * would not have fitted. Where lines are ragged or few, each line end is
 * decided by itself: a sentence may read on behind it. */
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

/* ---- lines that read on ---- */

typedef struct reader {
    const ent_i_lexicon *lexicon;
    const char *text;
    line_list lines;
    bool titled; /* the first line that isn't blank is the title */
} reader;

/* Where the last word of the line begins. */
static uint32_t last_word(const reader *r, const line *l)
{
    uint32_t i = l->end;
    while (i > l->start && !is_blank(r->text[i - 1]))
        i--;
    return i;
}

/* What the lexicon says about a word without the marks behind it. */
static const ent_i_lexeme *lexeme_at(const reader *r, uint32_t from,
                                     uint32_t to)
{
    while (to > from && strchr(",.;:", r->text[to - 1]))
        to--;
    return ent_i_lexeme_of(r->lexicon, r->text + from, to - from);
}

static bool is_small(char c) { return c >= 'a' && c <= 'z'; }
static bool is_capital(char c)
{
    return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xC3;
}

/* Whether some word of the line, but for the particles of names, has no
 * capital, as in all prose. */
static bool has_small(const reader *r, const line *l)
{
    for (uint32_t i = l->start, end; i < l->end; i = end + 1) {
        end = i;
        while (end < l->end && !is_blank(r->text[end]))
            end++;
        if (is_small(r->text[i]) &&
            !(lexeme_at(r, i, end)->name & ENT_I_NAME_PARTICLE))
            return true;
    }
    return false;
}

/* "Ms." or "George W." at the line's end: the name goes on in the next. */
static bool ends_in_title(const reader *r, const line *l)
{
    uint32_t from = last_word(r, l), size = l->end - from;
    const char *word = r->text + from;
    if (from == l->start || word[size - 1] != '.')
        return false;
    return (size == 2 && word[0] >= 'A' && word[0] <= 'Z' && has_small(r, l)) ||
           ent_i_abbreviation_find(r->lexicon, word, size - 1) ==
               ENT_I_BEFORE_NAME;
}

/* A hyphen that breaks a word, unlike a dash. */
static bool ends_in_hyphen(const reader *r, const line *l)
{
    const char *end = r->text + l->end;
    return l->end > l->start + 1 && end[-1] == '-' &&
           (is_small(end[-2]) || is_capital(end[-2]));
}

/* Whether the line leaves a sentence open: "of", "Ms.", a broken word. */
static bool is_cut(const reader *r, const line *l)
{
    const uint32_t opens = ENT_I_W_DET | ENT_I_W_PREP | ENT_I_W_CONJ;
    uint32_t from = last_word(r, l);
    bool small = is_small(r->text[from]) && is_small(r->text[l->end - 1]) &&
                 lexeme_at(r, from, l->end)->grammar & opens;
    return small || ends_in_title(r, l) || ends_in_hyphen(r, l);
}

/* Whether the line, which follows another, begins within a sentence. "a)",
 * "iPhone sales rise", "by Jane Roe" and addresses may be lines by themselves.
 */
static bool begins_small(const reader *r, const line *l)
{
    const char *word = r->text + l->start;
    uint32_t n = first_word(r->text, l);
    if (!is_small(word[0]) || (n == 2 && strchr(").", word[1])) ||
        (n > 1 && is_capital(word[1])) || memchr(word, '/', n) ||
        (n > 4 && memcmp(word, "www.", 4) == 0))
        return false;
    const ent_i_lexeme *found = lexeme_at(r, l->start, l->start + n);
    return !(found->press & (ENT_I_PRESS_HEADS | ENT_I_PRESS_LABELS)) &&
           (!(found->name & ENT_I_NAME_PARTICLE) || has_small(r, l - 1));
}

/* A capitalised word behind a small one or a comma, in a line that is no list
 * of such words: "The mayor met Anna". */
static bool ends_in_name(const reader *r, const line *l)
{
    line before = {l->start, last_word(r, l)};
    if (!is_capital(r->text[before.end]))
        return false;
    while (before.end > l->start && is_blank(r->text[before.end - 1]))
        before.end--;
    return before.end > l->start &&
           (is_small(r->text[last_word(r, &before)]) ||
            r->text[before.end - 1] == ',') &&
           has_small(r, &before);
}

/* "Moreau on Friday", "Moreau, who": a name in the middle of a sentence. */
static bool begins_in_name(const reader *r, const line *l)
{
    uint32_t n = first_word(r->text, l);
    line rest = {l->start + n, l->end};
    while (rest.start < rest.end && is_blank(r->text[rest.start]))
        rest.start++;
    if (!is_capital(r->text[l->start]))
        return false;
    if (strchr(",.", r->text[l->start + n - 1]))
        return true;
    uint32_t grammar =
        lexeme_at(r, rest.start, rest.start + first_word(r->text, &rest))
            ->grammar;
    return grammar & (ENT_I_W_PREP | ENT_I_W_CONJ);
}

static bool is_title(const reader *r, const line *l)
{
    const line *first = r->lines.items;
    while (r->titled && first < l && first->start == first->end)
        first++;
    return r->titled && first == l;
}

/* Whether the two lines are within a sentence, and perhaps within a name. */
static bool share_sentence(const reader *r, const line *l)
{
    if (!ends_in_name(r, l) || is_title(r, l))
        return false;
    return begins_in_name(r, l + 1) ||
           (is_capital(r->text[l[1].start]) &&
            lexeme_at(r, last_word(r, l), l->end)->given_gender);
}

/* Whether a sentence surely goes on in the next line. */
static bool reads_on(const reader *r, const line *l)
{
    if (is_cut(r, l))
        return true;
    return !ends_sentence(r->text, l) &&
           (begins_small(r, l + 1) || share_sentence(r, l));
}

/* A stretch of lines without a blank one. */
typedef struct block {
    size_t end;      /* after its last line */
    uint32_t widest; /* of its lines */
    bool listed;     /* most of its lines end as sentences do */
    bool prose;      /* lines read on unless something speaks against it */
} block;

/* A block is prose when it ends as a sentence does, and as many of its open
 * line ends show that they are inside one as don't. */
static block find_block(const reader *r, size_t i)
{
    block b = {.end = i};
    size_t sure = 0, open = 0, closed = 0;
    for (bool more = true; more; b.end++) {
        const line *l = &r->lines.items[b.end];
        uint32_t n = width(r->text, l);
        b.widest = n > b.widest ? n : b.widest;
        more = is_joint(&r->lines, b.end);
        bool on = more && reads_on(r, l);
        sure += on;
        closed += more && !on && ends_sentence(r->text, l);
        open += more && !on && !ends_sentence(r->text, l);
    }
    b.listed = closed > sure + open;
    b.prose = sure > 0 && 2 * sure >= open &&
              ends_sentence(r->text, &r->lines.items[b.end - 1]);
    return b;
}

/* Whether the paragraph goes on behind the line. Even in ragged text a line
 * is not much shorter than the others. */
static bool goes_on(const reader *r, const line *l, const block *b)
{
    uint32_t used = width(r->text, l) + 1 + first_word(r->text, l + 1);
    if (b->listed || 2 * used < b->widest)
        return false;
    return reads_on(r, l) || (b->prose && !ends_sentence(r->text, l) &&
                              3 * used >= 2 * b->widest);
}

/* In wrapped text a line with room for the next word ends its paragraph, unless
 * its sentence goes on. */
static bool add_paragraphs(ent_i_span_list *out, const reader *r)
{
    const line *lines = r->lines.items;
    uint32_t wrapped = wrap_width(r->text, &r->lines);
    block b = {0};
    for (size_t i = 0; i < r->lines.n; i++) {
        ent_i_span span = {lines[i].start, lines[i].end};
        if (span.start == span.end)
            continue;
        if (i >= b.end && is_joint(&r->lines, i))
            b = find_block(r, i);
        while (is_joint(&r->lines, i) &&
               ((wrapped && is_full(r->text, &lines[i], wrapped)) ||
                goes_on(r, &lines[i], &b)))
            span.end = lines[++i].end;
        if (!ent_i_vec_push(out, span))
            return false;
    }
    return true;
}

bool ent_i_paragraphs(ent_i_span_list *out, const ent_i_lexicon *lexicon,
                      const char *text, uint32_t size, bool titled)
{
    reader r = {.lexicon = lexicon, .text = text, .titled = titled};
    bool fine = split_lines(&r.lines, text, size) && add_paragraphs(out, &r);
    ent_i_vec_free(&r.lines);
    return fine;
}
