/* Makes the keys of names of several words, both for look-ups and for the
 * generator. */
#include "lexicon/lexicon.h"

#include <string.h>

/* The size of the curly or straight apostrophe at i, or 0. */
static size_t apostrophe(const char *bytes, size_t i, size_t size)
{
    if (bytes[i] == '\'')
        return 1;
    return size - i >= 3 && memcmp(bytes + i, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

bool ent_i_phrase_key(const char *bytes, size_t size, char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < size;) {
        size_t mark = apostrophe(bytes, i, size);
        char c = bytes[i];
        i += mark ? mark : 1;
        if (mark || c == '.')
            continue;
        if (c == '-' || c == '\n')
            c = ' ';
        if (c == ' ' && (!n || out[n - 1] == ' '))
            continue;
        if (n + 1 == ENT_I_PHRASE_ROOM)
            return false;
        out[n++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    out[n] = '\0';
    return true;
}
