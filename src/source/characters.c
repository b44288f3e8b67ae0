/* A reference is always longer than its character in UTF-8. */
#include "source/characters.h"

#include <string.h>
#include <unicode/utf8.h>

#include "lexicon/plain.h"

enum { LONGEST = 10, SOFT_HYPHEN = 0xAD };

/* The character of what stands between "&" and ";"; 0 for what is no character
 * of a text. */
static UChar32 character(const char *at, size_t size)
{
    UChar32 code = ent_i_entity_character(at, size);
    bool control = code < ' ' && code != '\n' && code != '\t';
    return control || (code > 126 && code < 160) || !U_IS_UNICODE_CHAR(code)
               ? 0
               : code;
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
