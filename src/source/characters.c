/* A reference is always longer than its character in UTF-8. */
#include "source/characters.h"

#include <stdint.h>
#include <string.h>
#include <unicode/utf8.h>

/* Of all names of HTML those that are not of Latin-1, then those that are, from
 * U+00A0 on. */
static const struct {
    char name[8];
    uint16_t code;
} names[] = {{"amp", '&'},       {"lt", '<'},        {"gt", '>'},
             {"quot", '"'},      {"apos", '\''},     {"ndash", 0x2013},
             {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019},
             {"sbquo", 0x201A},  {"ldquo", 0x201C},  {"rdquo", 0x201D},
             {"bdquo", 0x201E},  {"bull", 0x2022},   {"hellip", 0x2026},
             {"prime", 0x2032},  {"euro", 0x20AC},   {"trade", 0x2122},
             {"Scaron", 0x160},  {"scaron", 0x161},  {"OElig", 0x152},
             {"oelig", 0x153},   {"Yuml", 0x178},    {"zwj", 0x200D},
             {"zwnj", 0x200C},   {"ensp", 0x2002},   {"emsp", 0x2003},
             {"thinsp", 0x2009}, {"lsaquo", 0x2039}, {"rsaquo", 0x203A},
             {"minus", 0x2212},  {"tilde", 0x2DC}};
static const char latin[][7] = {
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
    "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};
enum { LONGEST = 10, SOFT_HYPHEN = 0xAD, FIRST_LATIN = 0xA0 };

/* "#8217", "#x2019"; 0 for what is no character of a text. */
static UChar32 numbered(const char *at, size_t size)
{
    bool hex = size > 1 && (at[1] == 'x' || at[1] == 'X');
    UChar32 code = 0;
    for (size_t i = hex ? 2 : 1; i < size; i++) {
        const char *digits = "0123456789abcdef";
        char c = at[i] >= 'A' && at[i] <= 'F' ? (char)(at[i] + 32) : at[i];
        const char *digit = c ? strchr(digits, c) : NULL;
        if (!digit || (!hex && digit - digits > 9))
            return 0;
        code = code * (hex ? 16 : 10) + (UChar32)(digit - digits);
    }
    bool control = code < ' ' && code != '\n' && code != '\t';
    return control || (code > 126 && code < 160) || !U_IS_UNICODE_CHAR(code)
               ? 0
               : code;
}

static bool is_name(const char *name, const char *at, size_t size)
{
    return strlen(name) == size && memcmp(name, at, size) == 0;
}

/* The character of what stands between "&" and ";", or 0. */
static UChar32 character(const char *at, size_t size)
{
    if (size && *at == '#')
        return numbered(at, size);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_name(names[i].name, at, size))
            return names[i].code;
    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
        if (is_name(latin[i], at, size))
            return (UChar32)(FIRST_LATIN + i);
    return 0;
}

/* The size of the reference that begins at the "&", with its character; 0 when
 * it is none. */
static size_t reference(const char *at, size_t left, UChar32 *out)
{
    size_t most = left < LONGEST ? left : LONGEST;
    const char *end = memchr(at, ';', most);
    *out = end ? character(at + 1, (size_t)(end - at) - 1) : 0;
    return *out ? (size_t)(end - at) + 1 : 0;
}

/* The size of a soft hyphen at the place, or 0. */
static size_t soft_hyphen(const char *at, size_t left)
{
    return left > 1 && at[0] == '\xC2' && at[1] == '\xAD' ? 2 : 0;
}

size_t ent_i_resolve_characters(char *text, size_t size, bool hyphens)
{
    size_t to = 0;
    if (!memchr(text, '&', size) && !(hyphens && memchr(text, '\xC2', size)))
        return size;
    for (size_t from = 0; from < size;) {
        UChar32 code = SOFT_HYPHEN;
        size_t n = text[from] == '&'
                       ? reference(text + from, size - from, &code)
                   : hyphens ? soft_hyphen(text + from, size - from)
                             : 0;
        if (!n) {
            text[to++] = text[from++];
            continue;
        }
        from += n;
        if (code != SOFT_HYPHEN)
            U8_APPEND_UNSAFE(text, to, code);
    }
    text[to] = '\0';
    return to;
}
