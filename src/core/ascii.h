/* Compares tokens with English words, whatever the locale. */
#ifndef ENTENTE_CORE_ASCII_H
#define ENTENTE_CORE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

/* The byte in lower case. Bytes beyond ASCII are left alone, so UTF-8 passes
 * through unharmed. */
static inline char ent_i_ascii_small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Copies size bytes in lower case (A-Z only) and adds a NUL. */
void ent_i_ascii_lower(char *out, const char *bytes, size_t size);

/* The two functions below, in full: most comparisons end at the first byte,
 * without a call. */
bool ent_i_ascii_begins_all(const char *bytes, size_t size, const char *words);
bool ent_i_ascii_is_all(const char *bytes, size_t size, const char *word);

/* Whether the words (given in lower case) begin with the bytes, A-Z read as
 * a-z. */
static inline bool ent_i_ascii_begins(const char *bytes, size_t size,
                                      const char *words)
{
    return (!size || ent_i_ascii_small(*bytes) == *words) &&
           ent_i_ascii_begins_all(bytes, size, words);
}

/* Whether the bytes are the word (given in lower case), A-Z read as a-z. */
static inline bool ent_i_ascii_is(const char *bytes, size_t size,
                                  const char *word)
{
    return (!size || ent_i_ascii_small(*bytes) == *word) &&
           ent_i_ascii_is_all(bytes, size, word);
}

/* Whether the first n bytes of two texts, or all of both where they end before,
 * are the same, A-Z read as a-z. */
bool ent_i_ascii_same(const char *a, const char *b, size_t n);

/* Whether the bytes are 's (with a straight or a curly apostrophe) or an
 * apostrophe alone. */
bool ent_i_is_possessive(const char *bytes, size_t size);

#endif
