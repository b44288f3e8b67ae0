/* Headlines, wires and transcripts write names in capitals. Ordinary case is
 * the likeliest reading where no text shows another one. */
#include "names/lettering.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "lexicon/lexicon.h"

enum {
    LEAST = 4,   /* letters: shorter words may be initials or acronyms */
    LETTERS = 48 /* longer words are no names */
};

/* A run of letters and apostrophes. */
typedef struct word {
    UChar32 letters[LETTERS];
    size_t n;
    size_t lower;   /* how many are in lower case */
    size_t raised;  /* where its last run of capitals begins */
    bool vowel;     /* in capitals */
    bool caseless;  /* has a letter that has no case */
    bool first;     /* of the name */
    bool all_upper; /* as is the whole name */
} word;

static bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019; }

/* Reads on to the end of the word that begins at *i. */
static bool read_word(word *w, const char *name, size_t size, size_t *i)
{
    w->n = w->lower = w->raised = 0;
    w->vowel = w->caseless = false;
    while (*i < size) {
        size_t at = *i;
        UChar32 c;
        U8_NEXT(name, *i, size, c);
        if (c < 0 || w->n == LETTERS ||
            !(u_isalpha(c) || (w->n && is_apostrophe(c)))) {
            *i = at;
            break;
        }
        if (u_islower(c)) {
            w->lower++;
            w->raised = w->n + 1;
        }
        w->caseless |= u_isalpha(c) && u_toupper(c) == u_tolower(c);
        w->vowel |= c >= 0x80 || strchr("AEIOUY", (int)c);
        w->letters[w->n++] = c;
    }
    return w->n > 0;
}

/* "III": a number, but not "XI", which is a name too. */
static bool is_number(const word *w)
{
    size_t i = 0;
    while (i < w->n && w->letters[i] < 0x80 &&
           strchr("IVX", (int)w->letters[i]))
        i++;
    return i == w->n && (i > 2 || (i == 2 && w->letters[0] != 'X'));
}

/* Whether the word stays as it is: it is no run of capitals, or one that may
 * be initials. "JFK", "JK ROWLING", "DJ Roe". */
static bool stays(const word *w)
{
    if (w->caseless)
        return true;
    if (w->lower)
        return w->raised > 4 || w->raised < 2 || w->n < w->raised + 3;
    if (w->all_upper)
        return is_number(w) || (w->first && w->n < LEAST && !w->vowel);
    return w->n < LEAST || !w->vowel;
}

/* How many letters are a particle that is written in one with the rest:
 * "MCCALL". */
static size_t glued(const word *w)
{
    char prefix[3];
    size_t n = 0;
    for (; n < 2 && n < w->n && w->letters[n] < 0x80; n++)
        prefix[n] = (char)w->letters[n];
    const ent_i_lexeme *found =
        ent_i_lexeme_of(ent_i_lexicon_default(), prefix, n);
    return found->name & ENT_I_NAME_GLUED && w->n >= n + 3 ? n : 0;
}

static void lower(word *w)
{
    size_t particle = w->lower ? w->raised : glued(w);
    for (size_t i = 1; i < w->n; i++) {
        bool begins = i == particle || (i == 2 && is_apostrophe(w->letters[1]));
        if (!begins && !u_islower(w->letters[i]))
            w->letters[i] = u_tolower(w->letters[i]);
    }
}

/* Whether the name has several words and is all in capitals, enough of them to
 * be no initials. */
static bool is_all_upper(const char *name, size_t size)
{
    size_t letters = 0;
    for (size_t i = 0; i < size;) {
        UChar32 c;
        U8_NEXT(name, i, size, c);
        if (c >= 0 && u_islower(c))
            return false;
        letters += c >= 0 && u_isalpha(c);
    }
    return letters >= LEAST && strpbrk(name, " -");
}

const char *ent_i_ordinary_case(ent_i_arena *arena, const char *name)
{
    size_t size = strlen(name), n = 0;
    /* The lower case of a letter may be a byte longer. */
    char *out = ent_i_arena_alloc(arena, 2 * size + 1);
    word w = {.all_upper = is_all_upper(name, size), .first = true};
    for (size_t i = 0; out && i < size;) {
        if (!read_word(&w, name, size, &i)) {
            out[n++] = name[i++];
            continue;
        }
        if (!stays(&w))
            lower(&w);
        w.first = false;
        for (size_t k = 0; k < w.n; k++)
            U8_APPEND_UNSAFE(out, n, w.letters[k]);
    }
    if (out)
        out[n] = '\0';
    return out;
}
