#include "evaluate/last_word.h"

#include <string.h>

/* The length of a possessive that begins at text, else 0. */
static size_t possessive(const char *text)
{
    static const char *const endings[] = {"'s", "\xE2\x80\x99s"};
    for (size_t i = 0; i < 2; i++)
        if (strncmp(text, endings[i], strlen(endings[i])) == 0)
            return strlen(endings[i]);
    return 0;
}

const char *ent_i_last_word(UCaseMap *lower, ent_i_arena *arena,
                            const char *name, size_t size)
{
    char *bare = ent_i_arena_strndup(arena, name, size);
    if (!bare)
        return NULL;
    size_t n = 0;
    for (size_t i = 0; bare[i];) {
        size_t skip = possessive(bare + i);
        if (!skip)
            bare[n++] = bare[i];
        i += skip ? skip : 1;
    }
    while (n && strchr(" \t\r\n", bare[n - 1]))
        n--;
    size_t start = n;
    while (start && !strchr(" \t\r\n", bare[start - 1]))
        start--;
    while (n > start && strchr(".,", bare[n - 1]))
        n--;
    while (start < n && strchr(".,", bare[start]))
        start++;
    /* Lower-casing at most triples the size of a letter. */
    size_t room = 3 * (n - start) + 1;
    char *low = ent_i_arena_alloc(arena, room);
    UErrorCode code = U_ZERO_ERROR;
    if (low)
        ucasemap_utf8ToLower(lower, low, (int32_t)room, bare + start,
                             (int32_t)(n - start), &code);
    return U_SUCCESS(code) ? low : NULL;
}
