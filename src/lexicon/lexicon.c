/* Look-ups in the tables made by generate.c. */
#include "lexicon/lexicon.h"

#include <string.h>

#include "core/ascii.h"

/* No word in a table is longer; the generator checks that. */
enum { LONGEST_WORD = 31 };

static const ent_i_lexeme nothing = {.word = ""};

/* ---- choosing a lexicon ---- */

static bool is_called(const ent_i_lexicon *lexicon, const char *tag,
                      size_t size)
{
    for (size_t i = 0; i < lexicon->tags_count; i++)
        if (strlen(lexicon->tags[i].tag) == size &&
            ent_i_ascii_same(lexicon->tags[i].tag, tag, size))
            return true;
    return false;
}

const ent_i_lexicon *ent_i_lexicon_for(const char *language)
{
    if (!language || !*language)
        return ent_i_lexicon_default();
    size_t size = strcspn(language, "-_");
    for (size_t i = 0; i < ent_i_lexicon_count; i++)
        if (is_called(ent_i_lexicons[i], language, size))
            return ent_i_lexicons[i];
    return ent_i_ascii_same(language, "und", size) && size == 3
               ? ent_i_lexicon_default()
               : NULL;
}

const ent_i_lexicon *ent_i_lexicon_default(void) { return ent_i_lexicons[0]; }

const ent_i_lexicon *ent_i_lexicon_of(const ent_article *article)
{
    const ent_i_lexicon *own = ent_i_lexicon_for(ent_article_language(article));
    return own ? own : ent_i_lexicon_default();
}

/* ---- words ---- */

const ent_i_lexeme *ent_i_lexeme_find(const ent_i_lexicon *lexicon,
                                      const char *bytes, size_t size)
{
    char word[LONGEST_WORD];
    uint32_t hash = ENT_I_WORD_HASH;
    if (size == 0 || size > sizeof word)
        return NULL;
    for (size_t i = 0; i < size; i++) {
        char c = bytes[i];
        word[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        hash = ent_i_word_hash(hash, word[i]);
    }
    /* Linear probing; it ends at an empty slot, since the table is never
     * full. */
    size_t mask = lexicon->slots_count - 1;
    uint16_t tag = (uint16_t)(hash >> 16);
    for (size_t at = hash & mask; lexicon->slots[at].lexeme;
         at = (at + 1) & mask) {
        if (lexicon->slots[at].tag != tag)
            continue;
        const ent_i_lexeme *found =
            &lexicon->lexemes[lexicon->slots[at].lexeme - 1];
        if (found->size == size && memcmp(found->word, word, size) == 0)
            return found;
    }
    return NULL;
}

const ent_i_lexeme *ent_i_lexeme_of(const ent_i_lexicon *lexicon,
                                    const char *bytes, size_t size)
{
    const ent_i_lexeme *found = ent_i_lexeme_find(lexicon, bytes, size);
    return found ? found : &nothing;
}

/* Whether the word begins with an accented capital of Latin-1: "Échevin". */
static bool starts_with_accent(const char *bytes, size_t size)
{
    return size > 2 && size <= LONGEST_WORD && bytes[0] == '\xc3' &&
           (unsigned char)bytes[1] >= 0x80 && (unsigned char)bytes[1] <= 0x9e;
}

const ent_i_lexeme *ent_i_title_find(const ent_i_lexicon *lexicon,
                                     const char *bytes, size_t size)
{
    const unsigned any = ENT_I_TITLE_HEAD | ENT_I_TITLE_MOD | ENT_I_TITLE_COMP |
                         ENT_I_TITLE_PLAIN | ENT_I_TITLE_FORMER;
    if (size && bytes[size - 1] == '.')
        size--;
    const ent_i_lexeme *found = ent_i_lexeme_find(lexicon, bytes, size);
    if (!found && starts_with_accent(bytes, size)) {
        char word[LONGEST_WORD];
        memcpy(word, bytes, size);
        word[1] |= 0x20;
        found = ent_i_lexeme_find(lexicon, word, size);
    }
    return found && found->title & any ? found : NULL;
}

ent_i_gender ent_i_title_gender(const ent_i_lexicon *lexicon, const char *bytes,
                                size_t size)
{
    size_t start = 0;
    for (size_t i = 0; i <= size; i++) {
        if (i < size && bytes[i] != ' ' && bytes[i] != '-' && bytes[i] != '\n')
            continue;
        const ent_i_lexeme *word =
            ent_i_title_find(lexicon, bytes + start, i - start);
        if (word && word->title_gender != ENT_I_GENDER_UNKNOWN)
            return (ent_i_gender)word->title_gender;
        start = i + 1;
    }
    return ENT_I_GENDER_UNKNOWN;
}

/* ---- rows ---- */

/* Like strcmp, for bytes of a given size. */
static int compare(const char *bytes, size_t size, const char *key)
{
    size_t n = strlen(key);
    int order = memcmp(bytes, key, size < n ? size : n);
    return order ? order : (size > n) - (size < n);
}

uint16_t ent_i_cue_find(const ent_i_lexicon *lexicon, const char *bytes,
                        size_t size)
{
    char word[LONGEST_WORD + 1];
    if (!size || size >= sizeof word)
        return ENT_I_NO_CUE;
    ent_i_ascii_lower(word, bytes, size);
    size_t low = 0, high = lexicon->cues_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (strncmp(lexicon->cues[middle].words, word, size) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    /* Words are separated by blanks, which sort before letters. */
    bool found = low < lexicon->cues_count &&
                 strncmp(lexicon->cues[low].words, word, size) == 0 &&
                 strchr(" ", lexicon->cues[low].words[size]);
    return found ? (uint16_t)low : ENT_I_NO_CUE;
}

/* The row for the word among n of `each` bytes, which begin with their words
 * and are sorted by them; NULL when there is none. */
static const void *row_of(const void *rows, size_t n, size_t each,
                          const char *word, size_t size)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const void *row = (const char *)rows + middle * each;
        int order = compare(word, size, *(const char *const *)row);
        if (order == 0)
            return row;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

ent_i_abbreviation ent_i_abbreviation_find(const ent_i_lexicon *lexicon,
                                           const char *word, size_t size)
{
    const ent_i_short *found =
        row_of(lexicon->abbreviations, lexicon->abbreviations_count,
               sizeof *found, word, size);
    return found ? (ent_i_abbreviation)found->kind : ENT_I_NO_ABBREVIATION;
}

const ent_i_foreign_day *ent_i_foreign_day_find(const ent_i_lexicon *lexicon,
                                                const char *bytes, size_t size)
{
    char word[LONGEST_WORD + 1];
    if (!size || size >= sizeof word)
        return NULL;
    ent_i_ascii_lower(word, bytes, size);
    return row_of(lexicon->foreign_days, lexicon->foreign_days_count,
                  sizeof *lexicon->foreign_days, word, size);
}

bool ent_i_is_firm(const ent_i_lexicon *lexicon, const char *bytes, size_t size)
{
    char key[ENT_I_PHRASE_ROOM];
    return ent_i_phrase_key(bytes, size, key) &&
           row_of(lexicon->firms, lexicon->firms_count, sizeof *lexicon->firms,
                  key, strlen(key));
}

const ent_i_usual *ent_i_usual_find(const ent_i_lexicon *lexicon,
                                    const char *form)
{
    return row_of(lexicon->usual_names, lexicon->usual_names_count,
                  sizeof *lexicon->usual_names, form, strlen(form));
}

const char *ent_i_state_called(const ent_i_lexicon *lexicon, const char *bytes,
                               size_t size)
{
    char key[ENT_I_PHRASE_ROOM];
    if (!ent_i_phrase_key(bytes, size, key))
        return NULL;
    const ent_i_state_form *found =
        row_of(lexicon->states, lexicon->states_count, sizeof *found, key,
               strlen(key));
    return found ? found->name : NULL;
}
