/* What the lexicon says about the words of names. Names come from all over the
 * world and from lists without an article, so this uses the default lexicon. */
#include <string.h>

#include "names/names.h"

static const ent_i_lexeme *lexeme(const char *word)
{
    return ent_i_lexeme_of(ent_i_lexicon_default(), word, strlen(word));
}

/* Spans keep some titles, as in "Lady Gaga", but titles do not tell who
 * somebody is. */
bool ent_i_is_title(const char *word)
{
    unsigned title = lexeme(word)->title;
    return title & ENT_I_TITLE_PEELED ||
           (title & (ENT_I_TITLE_HEAD | ENT_I_TITLE_MOD) &&
            !(title &
              (ENT_I_TITLE_NAME | ENT_I_TITLE_CAPITALS | ENT_I_TITLE_PERIOD)));
}

bool ent_i_is_reign(const char *word)
{
    return lexeme(word)->title & ENT_I_TITLE_REIGN;
}

bool ent_i_is_number(const char *word)
{
    return lexeme(word)->name & ENT_I_NAME_NUMBER;
}

bool ent_i_is_degree(const char *word)
{
    return lexeme(word)->name & ENT_I_NAME_DEGREE;
}

bool ent_i_is_elder(const char *word)
{
    return lexeme(word)->name & ENT_I_NAME_ELDER;
}

bool ent_i_is_suffix(const char *word)
{
    return lexeme(word)->name & ENT_I_NAME_SUFFIX;
}

bool ent_i_is_particle(const char *word)
{
    return lexeme(word)->name & ENT_I_NAME_PARTICLE;
}

bool ent_i_is_given_particle(const char *word)
{
    return lexeme(word)->name & ENT_I_NAME_GIVEN;
}

bool ent_i_is_son_of(const char *word)
{
    return lexeme(word)->name & ENT_I_NAME_SON;
}

bool ent_i_is_respect(const char *word)
{
    return lexeme(word)->name & ENT_I_NAME_RESPECT;
}

bool ent_i_is_servant(const char *word)
{
    return lexeme(word)->name & ENT_I_NAME_SERVANT;
}

bool ent_i_is_the(const char *word) { return lexeme(word)->use & ENT_I_U_THE; }

bool ent_i_is_of(const char *word) { return lexeme(word)->use & ENT_I_U_OF; }

bool ent_i_is_eastern_family(const char *word, bool *sure)
{
    uint32_t name = lexeme(word)->name;
    *sure = name & ENT_I_NAME_SURE;
    return name & ENT_I_NAME_FAMILY;
}

unsigned ent_i_given_gender(const char *word)
{
    return lexeme(word)->given_gender;
}

const char *ent_i_usual_spelling(const char *word)
{
    const char *usual = lexeme(word)->usual;
    return usual ? usual : word;
}

const char *ent_i_formal_name(const char *word, size_t i)
{
    const char *formal = lexeme(word)->formal;
    if (!formal)
        return i == 0 ? ent_i_usual_spelling(word) : NULL;
    for (; i > 0 && *formal; i--)
        formal += strlen(formal) + 1;
    return *formal ? formal : NULL;
}

const char *ent_i_suffix_form(const char *word)
{
    const char *form = lexeme(word)->suffix;
    return form ? form : word;
}

bool ent_i_is_behind_family(const char *word)
{
    return lexeme(word)->name & ENT_I_NAME_BEHIND;
}

bool ent_i_is_form(const char *word)
{
    return lexeme(word)->formal || lexeme(word)->usual;
}

bool ent_i_is_formal(const char *word, const char *nickname)
{
    const char *formal = lexeme(nickname)->formal;
    while (formal && *formal && strcmp(formal, word) != 0)
        formal += strlen(formal) + 1;
    return formal && *formal;
}

/* Whether one of the names that the nickname stands for is the other's. */
static bool stands_for(const char *nickname, const char *word)
{
    const char *usual = ent_i_usual_spelling(word), *formal;
    for (size_t i = 0; (formal = ent_i_formal_name(nickname, i)); i++)
        if (strcmp(formal, usual) == 0)
            return true;
    return false;
}

/* "bob" and "bobby", "zack" and "zach", but not "liz" and "libby": people keep
 * to one nickname. */
static bool are_cognate(const char *a, const char *b)
{
    enum { STEM = 3 };
    size_t same = 0;
    while (a[same] && a[same] == b[same])
        same++;
    return (same >= STEM || !a[same] || !b[same]) &&
           strcmp(ent_i_formal_name(a, 0), ent_i_formal_name(b, 0)) == 0;
}

bool ent_i_same_nickname(const char *a, const char *b)
{
    return stands_for(a, b) || stands_for(b, a) || are_cognate(a, b);
}
