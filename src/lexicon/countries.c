/* Which country a name or an adjective means. */
#include <string.h>

#include "lexicon/lexicon.h"

/* The first of the names with this key, and how many there are. */
static const ent_i_naming_row *find_key(const ent_i_lexicon *lexicon,
                                        const char *key, size_t *count)
{
    size_t low = 0, high = lexicon->countries_names_count;
    const ent_i_naming_row *names = lexicon->countries_names;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (strcmp(names[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (low + *count < lexicon->countries_names_count &&
           strcmp(names[low + *count].key, key) == 0)
        ++*count;
    return *count ? &names[low] : NULL;
}

/* Names begin with a capital: "us" isn't a country. */
static bool may_name(const char *bytes, size_t size)
{
    return size && !(bytes[0] >= 'a' && bytes[0] <= 'z');
}

const ent_i_naming_row *ent_i_country_names(const ent_i_lexicon *lexicon,
                                            const char *bytes, size_t size,
                                            size_t *count)
{
    char key[ENT_I_PHRASE_ROOM];
    *count = 0;
    return ent_i_phrase_key(bytes, size, key) ? find_key(lexicon, key, count)
                                              : NULL;
}

const ent_i_country *ent_i_country_called(const ent_i_lexicon *lexicon,
                                          const char *bytes, size_t size)
{
    size_t count;
    const ent_i_naming_row *names =
        ent_i_country_names(lexicon, bytes, size, &count);
    for (size_t i = 0; i < count; i++)
        if (names[i].row != names[0].row ||
            names[i].what == ENT_I_NAMING_ADJECTIVE)
            return NULL;
    return names ? &lexicon->countries[names[0].row] : NULL;
}

static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '-'; }

/* Where the word that begins at `at` ends, before any comma or the like. */
static size_t word_end(const char *bytes, size_t at, size_t end)
{
    while (at < end && !is_blank(bytes[at]) && !strchr(",;:()\"", bytes[at]))
        at++;
    return at;
}

/* Where the word ends without its possessive. */
static size_t without_owner(const char *bytes, size_t at, size_t end)
{
    if (end - at > 2 && bytes[end - 1] == 's' && bytes[end - 2] == '\'')
        return end - 2;
    if (end - at > 4 && bytes[end - 1] == 's' &&
        memcmp(bytes + end - 4, "\xE2\x80\x99", 3) == 0)
        return end - 4;
    return end - at > 1 && bytes[end - 1] == '\'' ? end - 1 : end;
}

/* The end of the longest name that begins at `at`, or `at` when none does. */
static size_t longest_name(const ent_i_lexicon *lexicon, const char *bytes,
                           size_t at, size_t end,
                           const ent_i_naming_row **names, size_t *count)
{
    size_t found = at, stop = at;
    *count = 0;
    for (size_t words = 0; words < ENT_I_PHRASE_WORDS; words++) {
        size_t more;
        stop = word_end(bytes, stop, end);
        size_t bare = without_owner(bytes, at, stop);
        const ent_i_naming_row *here =
            ent_i_country_names(lexicon, bytes + at, bare - at, &more);
        if (here) {
            *names = here;
            *count = more;
            found = stop;
        }
        /* A name ends at a possessive or a mark. */
        if (bare != stop || stop >= end || !is_blank(bytes[stop]))
            break;
        stop++;
    }
    return found;
}

static bool share(const ent_i_naming_row *a, size_t a_count,
                  const ent_i_naming_row *b, size_t b_count)
{
    for (size_t i = 0; i < a_count; i++)
        for (size_t k = 0; k < b_count; k++)
            if (a[i].row == b[k].row)
                return true;
    return false;
}

bool ent_i_country_stands(const ent_i_lexicon *lexicon,
                          const ent_i_naming_row *names, size_t count,
                          const char *bytes, size_t start, size_t from,
                          size_t end)
{
    while (start < end) {
        const ent_i_naming_row *here = NULL;
        size_t here_count = 0, stop = start;
        if (may_name(bytes + start, end - start))
            stop = longest_name(lexicon, bytes, start, end, &here, &here_count);
        if (stop > from && share(names, count, here, here_count))
            return true;
        start = stop > start ? stop : word_end(bytes, start, end);
        while (start < end &&
               (is_blank(bytes[start]) || strchr(",;:()\"", bytes[start])))
            start++;
    }
    return false;
}

bool ent_i_is_state(const ent_i_lexicon *lexicon, const char *bytes,
                    size_t size)
{
    size_t count;
    const ent_i_naming_row *names =
        may_name(bytes, size)
            ? ent_i_country_names(lexicon, bytes, size, &count)
            : NULL;
    for (size_t i = 0; names && i < count; i++)
        if (names[i].what == ENT_I_NAMING_FULL)
            return true;
    return false;
}
