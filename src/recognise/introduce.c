#include "recognise/introduce.h"

#include <string.h>

/* Token i as a word that says what the name next to it is, or NULL. In
 * "pro-western" it says what somebody is for. */
static const ent_i_lexeme *find(const ent_i_place *p, size_t i)
{
    if (p->tokens[i].kind != ENT_I_TOKEN_LOWER)
        return NULL;
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    bool part = p->tokens[i].glued && word->announces == ENT_I_ANNOUNCES_PLACE;
    return word->announces && !part ? word : NULL;
}

static bool is_kin(const ent_i_lexeme *announcer)
{
    return announcer->announcer & ENT_I_ANNOUNCER_KIN;
}

/* "Ann Roe, under whose husband NAFTA was signed" */
static bool is_capitals(const ent_i_place *p)
{
    return p->end == p->first + 1 &&
           p->tokens[p->first].kind == ENT_I_TOKEN_UPPER;
}

static bool opens_quote(const ent_i_place *p, size_t i)
{
    static const char *const quotes[] = {"\"", "'", "\xe2\x80\x9c",
                                         "\xe2\x80\x98"};
    return ent_i_place_is_any(p, i, quotes, sizeof quotes / sizeof *quotes);
}

bool ent_i_is_storm(const ent_i_place *p, size_t i)
{
    return ent_i_place_word(p, i)->announcer & ENT_I_ANNOUNCER_STORM;
}

/* Tells "Their son, Ben, left" from "shot his son, Echo reported", and "works
 * for the newspaper Echo." from "the newspaper Roe founded". */
static bool stands_apart(const ent_i_place *p)
{
    return p->end == p->count || ent_i_place_has(p, p->end, ENT_I_U_AND) ||
           p->tokens[p->end].kind == ENT_I_TOKEN_PUNCT;
}

static const ent_i_lexeme *before_name(const ent_i_place *p)
{
    size_t i = p->first;
    i -= i && opens_quote(p, i - 1);
    i -= i && ent_i_place_has(p, i - 1, ENT_I_U_CALLED);
    bool marked = i < p->first;
    bool comma = i && ent_i_place_is(p, i - 1, ",");
    i -= comma;
    const ent_i_lexeme *found = i ? find(p, i - 1) : NULL;
    if (!found || (is_kin(found) ? is_capitals(p) : comma))
        return NULL;
    bool plain = marked || (is_kin(found) && !comma);
    return plain || stands_apart(p) ? found : NULL;
}

/* Whether the noun of an explanation has ended: "a maker | of toys". */
static bool ends_noun(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    if (t->kind == ENT_I_TOKEN_PUNCT)
        return t->end - t->start == 1 && strchr(",.;:()", p->bytes[t->start]);
    return ent_i_place_has(p, i, ENT_I_U_ENDS_NOUN);
}

enum { LONGEST_EXPLANATION = 8 };

static bool follows_preposition(const ent_i_place *p)
{
    size_t i = p->first;
    if (i && ent_i_place_has(p, i - 1, ENT_I_U_THE))
        i--;
    return i && ent_i_place_has(p, i - 1, ENT_I_U_GOVERNS);
}

/* "Bo, the fourth storm of the year", "Echo was a small newspaper"; but "Ann
 * Roe of Echo, the editor". */
static const ent_i_lexeme *after_name(const ent_i_place *p)
{
    size_t i = p->end;
    if (i + 2 >= p->count || follows_preposition(p) ||
        !(ent_i_place_is(p, i, ",") ||
          ent_i_place_has(p, i, ENT_I_U_EQUATES)) ||
        !ent_i_place_has(p, i + 1, ENT_I_U_ARTICLE))
        return NULL;
    i += 2;
    size_t most = i + LONGEST_EXPLANATION;
    while (i < p->count && i < most && !ends_noun(p, i))
        i++;
    const ent_i_lexeme *found =
        i < p->count && i < most ? find(p, i - 1) : NULL;
    return found && !(found->announcer & ENT_I_ANNOUNCER_BEFORE) ? found : NULL;
}

static bool is_maiden(const ent_i_place *p, size_t i)
{
    return ent_i_place_word(p, i)->name & ENT_I_NAME_MAIDEN;
}

/* "Ann Roe, née Doe", "Ann Roe (née Doe)" */
static bool is_by_maiden(const ent_i_place *p)
{
    size_t i = p->end;
    if (p->first && is_maiden(p, p->first - 1))
        return true;
    i += i < p->count &&
         (ent_i_place_is(p, i, ",") || ent_i_place_is(p, i, "("));
    return i < p->count && is_maiden(p, i);
}

ent_i_introduction ent_i_introduced(const ent_i_place *p)
{
    if (p->first && ent_i_is_storm(p, p->first - 1))
        return (ent_i_introduction){.type = ENT_MISC};
    if (is_by_maiden(p))
        return (ent_i_introduction){ENT_PERSON, .kin = true};
    static const ent_i_introduction none = {.type = ENT_I_NOT_INTRODUCED};
    const ent_i_lexeme *before = before_name(p);
    const ent_i_lexeme *found = before ? before : after_name(p);
    if (!found)
        return none;
    return (ent_i_introduction){.type = (uint8_t)(found->announces - 1),
                                .kin = before && is_kin(before),
                                .only = before && before->announcer &
                                                      ENT_I_ANNOUNCER_ONLY};
}

/* ---- direct speech ---- */

static bool is_saying(const ent_i_place *p, size_t i)
{
    return ent_i_place_has(p, i, ENT_I_U_QUOTES);
}

static bool closes_quote(const ent_i_place *p, size_t i)
{
    static const char *const quotes[] = {"\"", "'", "\xe2\x80\x9d",
                                         "\xe2\x80\x99"};
    return ent_i_place_is_any(p, i, quotes, sizeof quotes / sizeof *quotes);
}

static bool ends_clause(const ent_i_place *p, size_t i)
{
    return i == p->count || ent_i_place_is(p, i, ".") ||
           ent_i_place_is(p, i, ",");
}

/* '"We go," said Roe.', '"We go", according to Roe'; not "said Texas
 * senators". */
static bool speech_before(const ent_i_place *p)
{
    size_t i = p->first;
    if (!ends_clause(p, p->end))
        return false;
    if (i && is_saying(p, i - 1))
        i--;
    else if (i > 1 && ent_i_place_has(p, i - 1, ENT_I_U_TO) &&
             ent_i_place_has(p, i - 2, ENT_I_U_ACCORDING))
        i -= 2;
    else
        return false;
    if (i && ent_i_place_is(p, i - 1, ","))
        i--;
    return i && closes_quote(p, i - 1);
}

/* 'Roe said: "We go"' */
static bool speech_after(const ent_i_place *p)
{
    size_t i = p->end;
    if (i + 2 >= p->count || !is_saying(p, i) || follows_preposition(p))
        return false;
    i += 1 + (ent_i_place_is(p, i + 1, ",") || ent_i_place_is(p, i + 1, ":"));
    return opens_quote(p, i);
}

bool ent_i_is_speaker(const ent_i_place *p)
{
    return p->end == p->first + 1 &&
           p->tokens[p->first].kind == ENT_I_TOKEN_TITLE &&
           (speech_before(p) || speech_after(p));
}
