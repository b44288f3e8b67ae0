#include "corpus/signs.h"

#include <string.h>

#include "lexicon/lexicon.h"
#include "names/speech.h"

enum {
    REACH = 8,   /* words after a name in which a pronoun means it */
    PER_CASE = 4 /* a well-known case has a "v." beside it once in so many */
};

static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/* What ends a clause, and a field. */
static bool ends_clause(char c)
{
    return !c || c == '\n' || c == '.' || c == ';' || c == '?' || c == '!';
}

/* The next word in lower case before the clause ends, or NULL; *at goes past
 * it. */
static const char *next_word(const char **at, size_t *size)
{
    const char *c = *at;
    while (!is_lower(*c) && !ends_clause(*c))
        c++;
    const char *word = c;
    while (is_lower(*c))
        c++;
    *at = c;
    *size = (size_t)(c - word);
    return *size ? word : NULL;
}

static const ent_i_lexeme *lexeme(const char *word, size_t size)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(), word, size);
}

static bool is_meant(const char *after)
{
    enum { SHORTEST = 2, LONGEST = 4 }; /* "he", "hers" */
    const char *word;
    size_t size;
    for (int i = 0; i < REACH && (word = next_word(&after, &size)); i++)
        if (size >= SHORTEST && size <= LONGEST &&
            lexeme(word, size)->use & ENT_I_U_SINGULAR)
            return true;
    return false;
}

/* The word in lower case right before the name; an empty one if there is
 * none. */
static const ent_i_lexeme *word_before(const char *field, size_t start,
                                       size_t *size)
{
    *size = 0;
    if (!start || field[--start] != ' ')
        return lexeme("", 0);
    size_t end = start;
    while (start && is_lower(field[start - 1] | 32))
        start--;
    *size = is_lower(field[start]) ? end - start : 0;
    return lexeme(field + start, end - start);
}

/* Whether the word in lower case before the name shows that it stands within a
 * sentence: what headlines write so, too, must have another before it. */
static bool is_inside(const char *field, size_t start,
                      const ent_i_lexeme *before, size_t size)
{
    while (size && before->use & ENT_I_U_SMALL && start > size) {
        start -= size + 1;
        before = word_before(field, start, &size);
    }
    return size && !(before->use & ENT_I_U_SMALL);
}

/* What closes a quotation, or the clause that is quoted. */
static bool ends_quotation(const char *field, size_t end)
{
    static const char *const marks[] = {
        ",", "?", "!", "\"", "'", "\xe2\x80\x9d", "\xe2\x80\x99"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t n = strlen(marks[i]);
        if (end >= n && memcmp(field + end - n, marks[i], n) == 0)
            return true;
    }
    return false;
}

/* '"We go," said Roe'; the word in lower case is right before the name. */
static bool is_said_by(const char *field, size_t start,
                       const ent_i_lexeme *before, size_t size)
{
    return size && before->grammar & ENT_I_W_SAY && start > size + 2 &&
           ends_quotation(field, start - size - 2);
}

void ent_i_signs_add(ent_i_signs *signs, const ent_article *article,
                     const ent_mention *mention)
{
    const char *field = ent_article_field(article, (ent_field)mention->field);
    const char *after = field + mention->end;
    bool titled =
        article->annotated || mention->honorific_start < mention->honorific_end;
    bool speaking = ent_i_speaks_next(after), meant = is_meant(after);
    size_t size;
    const ent_i_lexeme *before = word_before(field, mention->start, &size);
    signs->mentions++;
    signs->titled += titled;
    signs->speaking += speaking;
    signs->quoted += is_said_by(field, mention->start, before, size);
    signs->meant += meant;
    signs->articled += (before->use & ENT_I_U_ARTICLE) != 0;
    signs->placed += (before->organisation & ENT_I_ORG_BEFORE) != 0;
    signs->inside += is_inside(field, mention->start, before, size);
}

bool ent_i_is_of_case(const ent_i_signs *signs)
{
    return signs->cased && PER_CASE * signs->cased >= signs->mentions;
}

void ent_i_signs_sum(ent_i_signs *signs, const ent_i_signs *more)
{
    signs->mentions += more->mentions;
    signs->titled += more->titled;
    signs->speaking += more->speaking;
    signs->quoted += more->quoted;
    signs->meant += more->meant;
    signs->articled += more->articled;
    signs->placed += more->placed;
    signs->inside += more->inside;
    signs->cased += more->cased;
}
