#include "names/things.h"

#include <stdlib.h>
#include <string.h>

#include "names/fold.h"

/* Other usual forms of countries, cities and institutions, folded and without
 * marks; sorted. */
static const char *const usual[][2] = {
    {"america", "united states"},
    {"britain", "united kingdom"},
    {"burma", "myanmar"},
    {"cote divoire", "ivory coast"},
    {"czech republic", "czechia"},
    {"dc", "washington"},
    {"dprk", "north korea"},
    {"eu", "european union"},
    {"great britain", "united kingdom"},
    {"holland", "netherlands"},
    {"la", "los angeles"},
    {"new york city", "new york"},
    {"ny", "new york"},
    {"nyc", "new york"},
    {"peoples republic china", "china"},
    {"prc", "china"},
    {"rok", "south korea"},
    {"russian federation", "russia"},
    {"soviet union", "ussr"},
    {"u k", "united kingdom"},
    {"u s", "united states"},
    {"uae", "united arab emirates"},
    {"uk", "united kingdom"},
    {"un", "united nations"},
    {"united states america", "united states"},
    {"us", "united states"},
    {"usa", "united states"},
    {"washington dc", "washington"},
};

/* Words that say what an organisation is in law, or nothing. */
static const char *const small_words[] = {
    "ab",      "ag",          "and",  "asa", "bv",   "co",  "company",
    "corp",    "corporation", "de",   "for", "gmbh", "inc", "incorporated",
    "limited", "llc",         "llp",  "ltd", "nv",   "of",  "oy",
    "plc",     "sa",          "sarl", "se",  "spa",  "the"};

/* For bsearch over words, and over pairs whose first item is the word. */
static int compare_words(const void *key, const void *item)
{
    return strcmp(key, *(const char *const *)item);
}

/* Left out when names are compared, kept in acronyms where usage wavers ("DoS",
 * "DOD"). */
static bool is_small(const char *word)
{
    return bsearch(word, small_words, sizeof small_words / sizeof *small_words,
                   sizeof *small_words, compare_words) != NULL;
}

void ent_i_thing_split(ent_i_thing *list, const char *text, size_t size,
                       bool keep)
{
    char folded[ENT_I_THING_ROOM];
    size_t n = ent_i_fold(text, size, folded, sizeof folded), used = 0;
    list->n = 0;
    list->of = false;
    for (size_t i = 0; i < n && list->n < ENT_I_THING_WORDS;) {
        char *word = list->text + used;
        size_t length = 0;
        for (;
             i < n && folded[i] != ' ' && folded[i] != '-' && folded[i] != ',';
             i++)
            if (folded[i] != '.' && folded[i] != '\'' && folded[i] != '&')
                word[length++] = folded[i];
        i++;
        word[length] = '\0';
        if (!length)
            continue;
        list->of |= strcmp(word, "of") == 0;
        if (!keep && is_small(word))
            continue;
        list->items[list->n++] = word;
        used += length + 1;
    }
}

/* What finds no room is cut between words, not within. */
static size_t join(const ent_i_thing *list, char *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++) {
        size_t size = strlen(list->items[i]);
        if (n + size + 2 > room)
            break;
        if (i)
            out[n++] = ' ';
        memcpy(out + n, list->items[i], size);
        n += size;
    }
    out[n] = '\0';
    return n;
}

/* "Department of State" is "State Department": of two words about "of", the
 * second comes first. */
static void turn_about(ent_i_thing *list)
{
    /* Of these alone, as "Bank of America" style names exist beside their
     * turned forms, while "Sea of Japan" is no "Japan Sea" in news. */
    static const char *const kinds[] = {"department", "ministry", "university",
                                        "bank", "office"};
    for (size_t i = 0;
         list->of && list->n > 1 && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(list->items[0], kinds[i]) == 0) {
            const char *first = list->items[0];
            memmove(list->items, list->items + 1,
                    (list->n - 1) * sizeof *list->items);
            list->items[list->n - 1] = first;
            return;
        }
}

size_t ent_i_thing_key(ent_type type, const char *text, size_t size, char *out,
                       size_t room)
{
    ent_i_thing list;
    ent_i_thing_split(&list, text, size, false);
    /* "The The", "Company": of small words alone, these are the name. */
    if (!list.n)
        ent_i_thing_split(&list, text, size, true);
    if (type == ENT_ORG)
        turn_about(&list);
    size_t n = join(&list, out, room);
    const char *const(*found)[2] = bsearch(
        out, usual, sizeof usual / sizeof *usual, sizeof *usual, compare_words);
    if (found && strlen((*found)[1]) < room) {
        n = strlen((*found)[1]);
        memcpy(out, (*found)[1], n + 1);
    }
    return n;
}
