/* Title words and cues are English, but the C library's functions follow the
 * locale: in a Turkish locale the lower case of I is not i. */
#include "core/ascii.h"

void ent_i_ascii_lower(char *out, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        out[i] = ent_i_ascii_small(bytes[i]);
    out[size] = '\0';
}

bool ent_i_ascii_begins_all(const char *bytes, size_t size, const char *words)
{
    for (size_t i = 0; i < size; i++)
        if (words[i] == '\0' || ent_i_ascii_small(bytes[i]) != words[i])
            return false;
    return true;
}

bool ent_i_ascii_is_all(const char *bytes, size_t size, const char *word)
{
    return ent_i_ascii_begins_all(bytes, size, word) && word[size] == '\0';
}

bool ent_i_ascii_same(const char *a, const char *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (ent_i_ascii_small(a[i]) != ent_i_ascii_small(b[i]))
            return false;
        else if (!a[i])
            return true;
    return true;
}

bool ent_i_is_possessive(const char *bytes, size_t size)
{
    /* The text stage leaves apostrophes as they are written. */
    static const char *const forms[] = {"'s", "'", "\xe2\x80\x99s",
                                        "\xe2\x80\x99"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (ent_i_ascii_is(bytes, size, forms[i]))
            return true;
    return false;
}
