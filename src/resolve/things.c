/* Organisations and places within one article. */
#include <stdlib.h>
#include <string.h>

#include "resolve/fold.h"
#include "resolve/group.h"

/* Names of organisations may be whole sentences; what lies beyond tells no two
 * of them apart. */
enum { MAX_WORDS = 16, KEY_ROOM = 256 };

/* ---- comparable names ---- */

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

typedef struct word_list {
    char text[KEY_ROOM];
    const char *items[MAX_WORDS];
    size_t n;
    bool of; /* "of" stood between them */
} word_list;

/* Words of the folded name without marks; "u.s." is one word, "us". With `keep`
 * small words stay. Words are kept in list->text, each ended by NUL; a name
 * that is cut off at MAX_WORDS still has a key. */
static void split(word_list *list, const char *text, size_t size, bool keep)
{
    char folded[KEY_ROOM];
    size_t n = ent_i_fold(text, size, folded, sizeof folded), used = 0;
    list->n = 0;
    list->of = false;
    for (size_t i = 0; i < n && list->n < MAX_WORDS;) {
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
static size_t join(const word_list *list, char *out, size_t room)
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
static void turn_about(word_list *list)
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
    word_list list;
    split(&list, text, size, false);
    /* "The The", "Company": of small words alone, these are the name. */
    if (!list.n)
        split(&list, text, size, true);
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

/* ---- groups ---- */

/* Strings are looked up under a first byte for the type, so that Georgia the
 * place is not Georgia the firm. */
typedef struct things {
    ent_i_grouping *g;
    ent_i_strmap keys;     /* type and key -> group */
    ent_i_strmap acronyms; /* type and initials -> group */
    ent_i_strmap heads;    /* type and first word -> group, ENT_NONE: several */
} things;

/* Names in bylines and captions' credits stand for themselves; persons have
 * rules of their own. */
static bool is_story_thing(const ent_i_form *form)
{
    return form->type != ENT_PERSON && form->role == ENT_ROLE_STORY;
}

/* "EADS", "U.N.": capitals only. */
static bool is_acronym(const ent_i_form *form)
{
    size_t letters = 0;
    for (size_t i = 0; i < form->size; i++) {
        if (form->text[i] >= 'A' && form->text[i] <= 'Z')
            letters++;
        else if (form->text[i] != '.')
            return false;
    }
    /* One letter is an initial; longer runs of capitals are headlines. */
    return letters >= 2 && letters <= 7;
}

/* Keeps what is there: the first long name of an article explains its acronym,
 * as newspapers introduce names in full. */
static bool put_first(ent_i_strmap *map, const char *key, size_t size,
                      uint32_t group)
{
    return ent_i_strmap_put(map, key, size, group) != NULL;
}

/* Remembers the initials of a long name, with and without its small words. */
static bool put_initials(things *t, const ent_i_form *form, uint32_t group)
{
    for (int keep = 0; keep < 2; keep++) {
        word_list list;
        char initials[MAX_WORDS + 1];
        split(&list, form->text, form->size, keep);
        if (list.n < 2)
            continue;
        initials[0] = (char)('a' + form->type);
        for (size_t i = 0; i < list.n; i++)
            initials[i + 1] = list.items[i][0];
        if (!put_first(&t->acronyms, initials, list.n + 1, group))
            return false;
    }
    return true;
}

/* "Lehman" for "Lehman Brothers", where nothing else begins so. A head that two
 * groups share explains neither. */
static bool put_head(things *t, const ent_i_form *form, uint32_t group)
{
    word_list list;
    char key[KEY_ROOM + 1];
    split(&list, form->text, form->size, false);
    if (form->type != ENT_ORG || list.n < 2 || list.of)
        return true;
    key[0] = (char)('a' + form->type);
    size_t n = strlen(list.items[0]);
    memcpy(key + 1, list.items[0], n);
    uint32_t *slot = ent_i_strmap_put(&t->heads, key, n + 1, group);
    if (slot && *slot != group)
        *slot = ENT_NONE;
    return slot != NULL;
}

/* Gives the form its group, made when the key is new. */
static bool add_long(things *t, ent_i_form *form)
{
    char key[KEY_ROOM + 1];
    key[0] = (char)('a' + form->type);
    size_t n = ent_i_thing_key((ent_type)form->type, form->text, form->size,
                               key + 1, sizeof key - 1);
    uint32_t *slot = ent_i_strmap_put(&t->keys, key, n + 1, ENT_NONE);
    if (!slot)
        return false;
    if (*slot == ENT_NONE)
        *slot = ent_i_group_add(t->g, form->text, form->size, NULL);
    form->group = *slot;
    return form->group != ENT_NONE && put_initials(t, form, form->group) &&
           put_head(t, form, form->group);
}

/* Such a name may be short for another; names of several words are not. */
static bool is_one_word(const ent_i_form *form)
{
    return memchr(form->text, ' ', form->size) == NULL;
}

/* The group that a single word or acronym stands for, or ENT_NONE. Acronyms by
 * initials, words by the first word; never both, as "US" would find every
 * "United Something". */
static uint32_t find_long(const things *t, const ent_i_form *form)
{
    char key[KEY_ROOM + 1];
    key[0] = (char)('a' + form->type);
    word_list list;
    split(&list, form->text, form->size, true);
    if (!list.n)
        return ENT_NONE;
    size_t n = strlen(list.items[0]);
    memcpy(key + 1, list.items[0], n);
    uint32_t group = is_acronym(form)
                         ? ent_i_strmap_get(&t->acronyms, key, n + 1)
                         : ent_i_strmap_get(&t->heads, key, n + 1);
    return group;
}

/* Long names first, wherever they stand: headlines have the short form before
 * the text gives the full one. */
static bool group_forms(things *t)
{
    ent_i_grouping *g = t->g;
    for (size_t i = 0; i < g->forms.n; i++)
        if (is_story_thing(&g->forms.items[i]) &&
            !is_one_word(&g->forms.items[i]) &&
            !add_long(t, &g->forms.items[i]))
            return false;
    for (size_t i = 0; i < g->forms.n; i++) {
        ent_i_form *form = &g->forms.items[i];
        if (!is_story_thing(form) || !is_one_word(form))
            continue;
        form->group = find_long(t, form);
        if (form->group == ENT_NONE && !add_long(t, form))
            return false;
    }
    return true;
}

bool ent_i_group_things(ent_i_grouping *g)
{
    things t = {.g = g};
    bool ok = group_forms(&t);
    ent_i_strmap_free(&t.keys);
    ent_i_strmap_free(&t.acronyms);
    ent_i_strmap_free(&t.heads);
    return ok;
}
