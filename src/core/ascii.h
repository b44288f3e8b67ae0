/* Compares tokens with English words, whatever the locale. */
#ifndef ENTENTE_CORE_ASCII_H
#define ENTENTE_CORE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

/* Copies size bytes in lower case (A-Z only) and adds a NUL. */
void ent_i_ascii_lower(char *out, const char *bytes, size_t size);

/* Whether the words (given in lower case) begin with the bytes, A-Z read as
 * a-z. */
bool ent_i_ascii_begins(const char *bytes, size_t size, const char *words);

/* Whether the bytes are the word (given in lower case), A-Z read as a-z. */
bool ent_i_ascii_is(const char *bytes, size_t size, const char *word);

/* Whether the first n bytes of two texts, or all of both where they end before,
 * are the same, A-Z read as a-z. */
bool ent_i_ascii_same(const char *a, const char *b, size_t n);

/* Whether the bytes are 's (with a straight or a curly apostrophe) or an
 * apostrophe alone. */
bool ent_i_is_possessive(const char *bytes, size_t size);

#endif
