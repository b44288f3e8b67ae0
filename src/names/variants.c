/* Brings the romanised spellings of a name to one form by rules, then to a
 * sound, and measures how alike two words are. */
#include "names/variants.h"

#include <limits.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

#include "names/names.h"

/* ---- one spelling ---- */

typedef ent_i_spelling_rule rule;

/* strchr would find NUL, which is no vowel. */
static bool is_vowel(char c) { return c && strchr("aeiou", c); }

/* Whether the rule, which has the word's first letter, holds for it. "ej" ends
 * Sergej but begins a syllable in Ahmadinejad. */
static bool fits(const rule *r, const char *word)
{
    size_t n = 1;
    while (r->from[n] && r->from[n] == word[n])
        n++;
    if (r->from[n])
        return false;
    char last = r->from[n - 1];
    return (last != 'j' && last != 'y') || !is_vowel(r->from[0]) ||
           !is_vowel(word[n]);
}

/* By letter: one past its rules. */
static size_t ends[UCHAR_MAX + 1];
static pthread_once_t ends_found = PTHREAD_ONCE_INIT;

static void find_ends(void)
{
    const ent_i_lexicon *lexicon = ent_i_lexicon_default();
    for (size_t i = 0; i < lexicon->spellings_count; i++)
        ends[(unsigned char)lexicon->spellings[i].from[0]] = i + 1;
}

/* A letter has few rules, and they are sorted: counting from the end, the first
 * that fits is the longest. */
static const rule *rule_at(const char *word)
{
    const rule *rules = ent_i_lexicon_default()->spellings;
    for (size_t i = ends[(unsigned char)word[0]];
         i-- > 0 && rules[i].from[0] == word[0];)
        if (fits(&rules[i], word))
            return &rules[i];
    return NULL;
}

/* Double letters vary between romanisations and mean nothing. */
static void put_letter(char *out, size_t *n, char c)
{
    bool doubled = *n && out[*n - 1] == c;
    if (!doubled && *n + 1 < ENT_I_WORD_ROOM)
        out[(*n)++] = c;
}

/* Rules read the word, not their own output, so none feeds another. */
size_t ent_i_spelling(const char *word, char *out)
{
    size_t n = 0;
    pthread_once(&ends_found, find_ends);
    while (*word) {
        const rule *r = rule_at(word);
        for (const char *c = r ? r->to : ""; *c; c++)
            put_letter(out, &n, *c);
        if (!r)
            put_letter(out, &n, *word);
        word += r ? strlen(r->from) : 1;
    }
    out[n] = '\0';
    return n;
}

/* Voiced and voiceless consonants count as one sound, since ears and keyboards
 * confuse them. */
static char sound_of(char c)
{
    static const char from[] = "gjdbvsx", to[] = "kktpfsk";
    const char *found = strchr(from, c);
    return found && c ? to[found - from] : c;
}

/* Consonants only, with a mark for an initial vowel, in the manner of Soundex
 * (Russell 1918), which keeps the first letter. */
size_t ent_i_sound_key(const char *word, char *out)
{
    char spelling[ENT_I_WORD_ROOM];
    size_t size = ent_i_spelling(word, spelling), n = 0;
    for (size_t i = 0; i < size; i++) {
        char c = spelling[i];
        if (strchr("aeiouh", c))
            c = i == 0 && c != 'h' ? 'a' : '\0';
        if (c)
            put_letter(out, &n, sound_of(c));
    }
    if (!n)
        put_letter(out, &n, 'a');
    out[n] = '\0';
    return n;
}

/* ---- edit distance ---- */

static unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

/* Damerau, "A technique for computer detection and correction of spelling
 * errors", 1964; three rows are enough. */
unsigned ent_i_edit_distance(const char *a, size_t a_size, const char *b,
                             size_t b_size, unsigned limit)
{
    unsigned rows[3][ENT_I_WORD_ROOM + 1];
    if (a_size > ENT_I_WORD_ROOM || b_size > ENT_I_WORD_ROOM)
        return limit + 1;
    if ((a_size > b_size ? a_size - b_size : b_size - a_size) > limit)
        return limit + 1;
    for (size_t j = 0; j <= b_size; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= a_size; i++) {
        unsigned *row = rows[i % 3], *before = rows[(i + 2) % 3];
        const unsigned *two_before = rows[(i + 1) % 3];
        unsigned best = row[0] = (unsigned)i;
        for (size_t j = 1; j <= b_size; j++) {
            unsigned cost = before[j - 1] + (a[i - 1] != b[j - 1]);
            cost = least(cost, least(before[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost = least(cost, two_before[j - 2] + 1);
            row[j] = cost;
            best = least(best, cost);
        }
        if (best > limit)
            return limit + 1;
    }
    unsigned distance = rows[a_size % 3][b_size];
    return distance <= limit ? distance : limit + 1;
}

/* ---- similarity ---- */

/* "gadafi" and "kadafi": one letter apart, with the same sound. The final
 * letter must be equal, since it tells "Angelo" from "Angela". */
static bool sounds_alike(const char *a, size_t a_size, const char *b,
                         size_t b_size)
{
    char sound_a[ENT_I_WORD_ROOM], sound_b[ENT_I_WORD_ROOM];
    if (a_size < 5 || b_size < 5 || a[a_size - 1] != b[b_size - 1] ||
        ent_i_edit_distance(a, a_size, b, b_size, 1) > 1)
        return false;
    ent_i_sound_key(a, sound_a);
    ent_i_sound_key(b, sound_b);
    return strcmp(sound_a, sound_b) == 0;
}

double ent_i_part_similarity(const char *a, const char *b)
{
    char spelling_a[ENT_I_WORD_ROOM], spelling_b[ENT_I_WORD_ROOM];
    if (strcmp(a, b) == 0)
        return 1;
    if (strcmp(ent_i_usual_spelling(a), ent_i_usual_spelling(b)) == 0)
        return 0.95;
    /* Most pairs differ too much in length to need a closer look. */
    size_t long_a = strlen(a), long_b = strlen(b);
    if (long_a > 2 * long_b || long_b > 2 * long_a)
        return 0;
    size_t na = ent_i_spelling(a, spelling_a);
    size_t nb = ent_i_spelling(b, spelling_b);
    if (na > 1 && strcmp(spelling_a, spelling_b) == 0)
        return 0.95;
    if (sounds_alike(spelling_a, na, spelling_b, nb))
        return 0.94;
    size_t longer = na > nb ? na : nb, size_a = strlen(a), size_b = strlen(b);
    size_t written = size_a > size_b ? size_a : size_b;
    if (longer < 3)
        return 0;
    unsigned limit = (unsigned)(longer / 3);
    unsigned sound = ent_i_edit_distance(spelling_a, na, spelling_b, nb, limit);
    unsigned letters = ent_i_edit_distance(a, size_a, b, size_b, limit);
    double by_sound = sound > limit ? 0 : 1 - (double)sound / (double)longer;
    double by_letter =
        letters > limit ? 0 : 1 - (double)letters / (double)written;
    return 0.95 * (by_sound > by_letter ? by_sound : by_letter);
}

double ent_i_given_similarity(const char *a, const char *b)
{
    double similarity = ent_i_part_similarity(a, b);
    return similarity < 0.95 && ent_i_same_nickname(a, b) ? 0.95 : similarity;
}
