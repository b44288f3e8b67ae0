/* Whether bytes are UTF-8. */
#ifndef ENTENTE_CORE_UTF8_H
#define ENTENTE_CORE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the bytes are valid UTF-8, by ICU's rules: no surrogates, no overlong
 * forms. */
bool ent_i_is_utf8(const char *bytes, size_t size);

/* Counts well-formed sequences beyond ASCII, and ill-formed ones. */
void ent_i_utf8_count(const char *bytes, size_t size, size_t *good,
                      size_t *bad);

/* Where the run of ASCII that begins at i ends. */
size_t ent_i_skip_ascii(const char *bytes, size_t i, size_t size);

/* Whether a character begins, or the text ends, at this byte. */
static inline bool ent_i_is_boundary(const char *text, size_t at)
{
    return ((unsigned char)text[at] & 0xC0) != 0x80;
}

#endif
