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
    uint8_t title = lexeme(word)->title;
    return title & ENT_I_TITLE_PEELED ||
           (title & (ENT_I_TITLE_HEAD | ENT_I_TITLE_MOD) &&
            !(title & (ENT_I_TITLE_NAME | ENT_I_TITLE_CAPITALS)));
}

bool ent_i_is_degree(const char *word)
{
    return lexeme(word)->name & ENT_I_NAME_DEGREE;
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

bool ent_i_is_the(const char *word) { return lexeme(word)->use & ENT_I_U_THE; }

bool ent_i_is_of(const char *word) { return lexeme(word)->use & ENT_I_U_OF; }

bool ent_i_is_eastern_family(const char *word, bool *sure)
{
    uint16_t name = lexeme(word)->name;
    *sure = name & ENT_I_NAME_SURE;
    return name & ENT_I_NAME_FAMILY;
}

unsigned ent_i_given_gender(const char *word)
{
    return lexeme(word)->given_gender;
}

const char *ent_i_formal_name(const char *word)
{
    const char *formal = lexeme(word)->formal;
    return formal ? formal : word;
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

bool ent_i_same_nickname(const char *a, const char *b)
{
    return strcmp(ent_i_formal_name(a), ent_i_formal_name(b)) == 0;
}
