#include "lexicon/plain.h"

#include <string.h>

/* ---- entities ---- */

/* HTML 4's names, those of them that news has. */
typedef struct entity {
    const char *name;
    int32_t character;
} entity;

static const entity others[] = {
    {"OElig", 0x152},   {"Scaron", 0x160},  {"Yuml", 0x178},
    {"amp", '&'},       {"apos", '\''},     {"bdquo", 0x201E},
    {"bull", 0x2022},   {"dagger", 0x2020}, {"emsp", 0x2003},
    {"ensp", 0x2002},   {"euro", 0x20AC},   {"gt", '>'},
    {"hellip", 0x2026}, {"ldquo", 0x201C},  {"lsaquo", 0x2039},
    {"lsquo", 0x2018},  {"lt", '<'},        {"mdash", 0x2014},
    {"minus", 0x2212},  {"ndash", 0x2013},  {"oelig", 0x153},
    {"prime", 0x2032},  {"quot", '"'},      {"rdquo", 0x201D},
    {"rsaquo", 0x203A}, {"rsquo", 0x2019},  {"sbquo", 0x201A},
    {"scaron", 0x161},  {"thinsp", 0x2009}, {"tilde", 0x2DC},
    {"trade", 0x2122},  {"zwj", 0x200D},    {"zwnj", 0x200C},
};

/* Latin-1 from U+00A0 on, in its order. */
static const char *const latin[] = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar",
    "sect",   "uml",    "copy",   "ordf",   "laquo",  "not",    "shy",
    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",
    "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",
    "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",
    "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute",
    "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",
    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",
    "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
    "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave",
    "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute",
    "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave", "uacute",
    "ucirc",  "uuml",   "yacute", "thorn",  "yuml",
};

enum { LONGEST_ENTITY = 8, LATIN_FIRST = 0xA0 };

static bool is_name(const char *bytes, size_t size, const char *name)
{
    return strlen(name) == size && memcmp(bytes, name, size) == 0;
}

static int32_t named(const char *name, size_t size)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (is_name(name, size, others[i].name))
            return others[i].character;
    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
        if (is_name(name, size, latin[i]))
            return LATIN_FIRST + (int32_t)i;
    return 0;
}

/* The value of a digit, or `base` for what is none. */
static int32_t digit(char c, int32_t base)
{
    int32_t value = c >= '0' && c <= '9' ? c - '0'
                    : (c | 32) >= 'a'    ? (c | 32) - 'a' + 10
                                         : base;
    return value >= 0 && value < base ? value : base;
}

/* What browsers make of the numbers of Windows' own characters is left to
 * them. */
static int32_t numbered(const char *digits, size_t size)
{
    int32_t base = size && (*digits | 32) == 'x' ? 16 : 10, value = 0;
    size_t i = base == 16;
    if (i == size)
        return 0;
    for (; i < size; i++) {
        int32_t d = digit(digits[i], base);
        if (d == base)
            return 0;
        value = value * base + d;
    }
    bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value > 0x10FFFF || surrogate ? 0 : value;
}

int32_t ent_i_entity_character(const char *name, size_t size)
{
    return size && *name == '#' ? numbered(name + 1, size - 1)
                                : named(name, size);
}

int32_t ent_i_entity(const char *bytes, uint32_t at, uint32_t end,
                     uint32_t *next)
{
    const char *name = bytes + at + 1;
    if (at >= end || bytes[at] != '&')
        return 0;
    size_t room = end - at - 1 < LONGEST_ENTITY ? end - at - 1 : LONGEST_ENTITY;
    const char *stop = memchr(name, ';', room);
    if (!stop)
        return 0;
    size_t size = (size_t)(stop - name);
    *next = at + 2 + (uint32_t)size;
    int32_t character = ent_i_entity_character(name, size);
    return character < ' ' ? 0 : character;
}

/* ---- broken words ---- */

static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/* Small letters, or those beyond ASCII, whose case is not looked at. */
static bool is_small(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static uint32_t skip_blanks(const char *bytes, uint32_t at, uint32_t end)
{
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t'))
        at++;
    return at;
}

/* Where the next line begins, if nothing but blanks stands before it; else
 * 0. */
static uint32_t next_line(const char *bytes, uint32_t at, uint32_t end)
{
    at = skip_blanks(bytes, at, end);
    at += at < end && bytes[at] == '\r';
    return at < end && bytes[at] == '\n' ? skip_blanks(bytes, at + 1, end) : 0;
}

/* Both halves together, or an unknown word where they are too long for one. */
static const ent_i_lexeme *whole(const ent_i_lexicon *lexicon, const char *a,
                                 size_t n, const char *b, size_t m)
{
    char word[32];
    if (n + m > sizeof word)
        return ent_i_lexeme_of(lexicon, "", 0);
    memcpy(word, a, n);
    memcpy(word + n, b, m);
    return ent_i_lexeme_of(lexicon, word, n + m);
}

static bool is_known(const ent_i_lexeme *word) { return word->size > 0; }

/* A name of which no half is a word ("Black-\nwood"), or another word that is
 * known only as a whole ("hus-\nband"); but no "vice-\npresident",
 * "Stroud-\nera", "Jong-\nun". */
uint32_t ent_i_break_end(const ent_i_lexicon *lexicon, const char *bytes,
                         uint32_t start, uint32_t at, uint32_t end)
{
    uint32_t rest = at + 1 < end ? next_line(bytes, at + 1, end) : 0;
    uint32_t stop = rest;
    while (rest && stop < end && is_small(bytes[stop]))
        stop++;
    if (stop == rest || at == start)
        return 0;
    const ent_i_lexeme *first =
        ent_i_lexeme_of(lexicon, bytes + start, at - start);
    const ent_i_lexeme *second =
        ent_i_lexeme_of(lexicon, bytes + rest, stop - rest);
    const ent_i_lexeme *both =
        whole(lexicon, bytes + start, at - start, bytes + rest, stop - rest);
    bool compound = first->title || first->name & ENT_I_NAME_PARTICLE ||
                    second->title || second->grammar ||
                    second->use & ENT_I_U_COMPOUND ||
                    both->name & ENT_I_NAME_BEHIND;
    bool name = is_upper(bytes[start]) || (unsigned char)bytes[start] >= 0x80;
    return (name && !compound) || (is_known(both) && !both->name) ? rest : 0;
}

/* ---- both ---- */

bool ent_i_is_roundabout(const char *bytes, size_t size)
{
    const char *hyphen = memchr(bytes, '-', size);
    return memchr(bytes, '&', size) ||
           (hyphen && memchr(hyphen, '\n', size - (size_t)(hyphen - bytes)));
}

/* Adds the character in UTF-8; an entity is never shorter than that. */
static size_t add_character(char *out, size_t room, int32_t c)
{
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    if (size >= room)
        return 0;
    for (size_t i = size; i-- > 1; c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(lead[size] | c);
    return size;
}

size_t ent_i_plain(const ent_i_lexicon *lexicon, const char *bytes, size_t size,
                   char *out, size_t room)
{
    size_t n = 0;
    uint32_t word = 0, end = (uint32_t)size, next = 0;
    for (uint32_t i = 0; i < end && n + 1 < room;) {
        int32_t c = ent_i_entity(bytes, i, end, &next);
        uint32_t on =
            bytes[i] == '-' ? ent_i_break_end(lexicon, bytes, word, i, end) : 0;
        if (bytes[i] == ' ' || bytes[i] == '-' || bytes[i] == '\n')
            word = on ? word : i + 1;
        if (c) {
            n += add_character(out + n, room - n, c);
            i = next;
        } else if (on) {
            i = on;
        } else {
            bool hyphen = bytes[i] == '-' && i && (bytes[i - 1] | 32) >= 'a';
            out[n++] = bytes[i++];
            uint32_t line = hyphen ? next_line(bytes, i, end) : 0;
            i = line && line < end ? line : i;
        }
    }
    out[n] = '\0';
    return n;
}
