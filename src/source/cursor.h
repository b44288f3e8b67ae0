/* A place in a text that dates are read from. */
#ifndef ENTENTE_SOURCE_CURSOR_H
#define ENTENTE_SOURCE_CURSOR_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lexicon/lexicon.h"

/* Passed by value to try a form, by pointer to move on. */
typedef struct ent_i_cursor {
    const char *at;
    const char *end;
    uint8_t order; /* an ent_i_day_order */
} ent_i_cursor;

static inline bool ent_i_is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/* Letters of Latin, Greek and Cyrillic; punctuation beyond ASCII begins with
 * C2 or E2 in UTF-8. */
static inline bool ent_i_is_letter(char c)
{
    unsigned char byte = (unsigned char)c;
    return ent_i_is_upper(c) || (c >= 'a' && c <= 'z') ||
           (byte >= 0x80 && byte != 0xC2 && byte != 0xE2);
}

/* The next character, or 0 at the end. */
static inline char ent_i_peek(const ent_i_cursor *in)
{
    return in->at < in->end ? *in->at : 0;
}

/* Skips characters; where blanks are among them, also those that don't break a
 * line. */
static inline void ent_i_skip_any(ent_i_cursor *in, const char *chars)
{
    bool blank = strchr(chars, ' ') != NULL;
    while (ent_i_peek(in)) {
        if (strchr(chars, *in->at))
            in->at++;
        else if (blank && in->end - in->at > 1 &&
                 !memcmp(in->at, "\xC2\xA0", 2))
            in->at += 2;
        else
            return;
    }
}

/* Reads past a word; returns its size. */
static inline size_t ent_i_skip_word(ent_i_cursor *in)
{
    const char *start = in->at;
    while (in->at < in->end && ent_i_is_letter(*in->at))
        in->at++;
    return (size_t)(in->at - start);
}

/* Reads past a word and looks it up in English, as the language of the date is
 * not known yet. */
static inline const ent_i_lexeme *ent_i_read_word(ent_i_cursor *in)
{
    const char *start = in->at;
    size_t size = ent_i_skip_word(in);
    return ent_i_lexeme_of(ent_i_lexicon_default(), start, size);
}

#endif
