#include "recognise/introduce.h"

#include <stdlib.h>
#include <string.h>

#include "core/ascii.h"

typedef struct announcer {
    const char *word;
    uint8_t type;
    uint8_t use;
} announcer;

/* KIN: a comma may follow, "their son, Ben". BEFORE: right before a name alone,
 * since an explanation may say it of anything: "Turkey, a major player". */
enum { ANY, KIN, BEFORE };

/* Sorted by bytes. In the annotated newswire those that stand before names at
 * all announce the type given in 19 of 20 places or more, and so do those at
 * the head of an explanation; the rest are words of the same kind. */
static const announcer announcers[] = {
    {"activist", ENT_PERSON, ANY},     {"actor", ENT_PERSON, ANY},
    {"actress", ENT_PERSON, ANY},      {"adviser", ENT_PERSON, ANY},
    {"advocate", ENT_PERSON, BEFORE},  {"agency", ENT_ORG, ANY},
    {"airline", ENT_ORG, ANY},         {"album", ENT_MISC, ANY},
    {"analyst", ENT_PERSON, ANY},      {"archaeologist", ENT_PERSON, ANY},
    {"artist", ENT_PERSON, ANY},       {"aunt", ENT_PERSON, KIN},
    {"author", ENT_PERSON, ANY},       {"band", ENT_ORG, ANY},
    {"billionaire", ENT_PERSON, ANY},  {"book", ENT_MISC, ANY},
    {"boxer", ENT_PERSON, ANY},        {"boyfriend", ENT_PERSON, KIN},
    {"brewer", ENT_ORG, ANY},          {"broadcaster", ENT_ORG, ANY},
    {"brother", ENT_PERSON, KIN},      {"brothers", ENT_PERSON, KIN},
    {"businessman", ENT_PERSON, ANY},  {"businesswoman", ENT_PERSON, ANY},
    {"capital", ENT_PLACE, ANY},       {"carmaker", ENT_ORG, ANY},
    {"chain", ENT_ORG, BEFORE},        {"chairman", ENT_PERSON, ANY},
    {"chairwoman", ENT_PERSON, ANY},   {"charity", ENT_ORG, ANY},
    {"chef", ENT_PERSON, ANY},         {"city", ENT_PLACE, ANY},
    {"coach", ENT_PERSON, ANY},        {"company", ENT_ORG, ANY},
    {"composer", ENT_PERSON, ANY},     {"conglomerate", ENT_ORG, ANY},
    {"consultancy", ENT_ORG, ANY},     {"consultant", ENT_PERSON, ANY},
    {"country", ENT_PLACE, ANY},       {"cousin", ENT_PERSON, KIN},
    {"cyclone", ENT_MISC, ANY},        {"daughter", ENT_PERSON, KIN},
    {"daughters", ENT_PERSON, KIN},    {"defender", ENT_PERSON, BEFORE},
    {"designer", ENT_PERSON, ANY},     {"diplomat", ENT_PERSON, ANY},
    {"director", ENT_PERSON, BEFORE},  {"district", ENT_PLACE, ANY},
    {"doctor", ENT_PERSON, ANY},       {"economist", ENT_PERSON, ANY},
    {"engineer", ENT_PERSON, ANY},     {"entrepreneur", ENT_PERSON, ANY},
    {"executive", ENT_PERSON, ANY},    {"expert", ENT_PERSON, ANY},
    {"farmer", ENT_PERSON, ANY},       {"father", ENT_PERSON, KIN},
    {"film", ENT_MISC, ANY},           {"firm", ENT_ORG, ANY},
    {"founder", ENT_PERSON, BEFORE},   {"girlfriend", ENT_PERSON, KIN},
    {"goalkeeper", ENT_PERSON, ANY},   {"governor", ENT_PERSON, ANY},
    {"graduate", ENT_PERSON, ANY},     {"granddaughter", ENT_PERSON, KIN},
    {"grandson", ENT_PERSON, KIN},     {"group", ENT_ORG, BEFORE},
    {"historian", ENT_PERSON, ANY},    {"hurricane", ENT_MISC, ANY},
    {"husband", ENT_PERSON, KIN},      {"insurer", ENT_ORG, ANY},
    {"island", ENT_PLACE, ANY},        {"journalist", ENT_PERSON, ANY},
    {"lawmaker", ENT_PERSON, ANY},     {"lawyer", ENT_PERSON, ANY},
    {"leader", ENT_PERSON, BEFORE},    {"lecturer", ENT_PERSON, ANY},
    {"lender", ENT_ORG, ANY},          {"magazine", ENT_ORG, ANY},
    {"maker", ENT_ORG, BEFORE},        {"manager", ENT_PERSON, ANY},
    {"manufacturer", ENT_ORG, BEFORE}, {"midfielder", ENT_PERSON, ANY},
    {"militia", ENT_ORG, ANY},         {"minister", ENT_PERSON, ANY},
    {"mother", ENT_PERSON, KIN},       {"movie", ENT_MISC, ANY},
    {"municipality", ENT_PLACE, ANY},  {"musician", ENT_PERSON, ANY},
    {"negotiator", ENT_PERSON, ANY},   {"nephew", ENT_PERSON, KIN},
    {"nephews", ENT_PERSON, KIN},      {"network", ENT_ORG, BEFORE},
    {"newspaper", ENT_ORG, ANY},       {"newspapers", ENT_ORG, ANY},
    {"niece", ENT_PERSON, KIN},        {"nieces", ENT_PERSON, KIN},
    {"novel", ENT_MISC, ANY},          {"novelist", ENT_PERSON, ANY},
    {"nurse", ENT_PERSON, ANY},        {"officer", ENT_PERSON, BEFORE},
    {"organisation", ENT_ORG, ANY},    {"organization", ENT_ORG, ANY},
    {"pensioner", ENT_PERSON, ANY},    {"photographer", ENT_PERSON, ANY},
    {"physician", ENT_PERSON, ANY},    {"player", ENT_PERSON, BEFORE},
    {"politician", ENT_PERSON, ANY},   {"president", ENT_PERSON, ANY},
    {"producer", ENT_PERSON, BEFORE},  {"professor", ENT_PERSON, ANY},
    {"prosecutor", ENT_PERSON, ANY},   {"province", ENT_PLACE, ANY},
    {"publisher", ENT_ORG, BEFORE},    {"rapper", ENT_PERSON, ANY},
    {"region", ENT_PLACE, ANY},        {"researcher", ENT_PERSON, ANY},
    {"resident", ENT_PERSON, ANY},     {"retailer", ENT_ORG, ANY},
    {"river", ENT_PLACE, ANY},         {"scientist", ENT_PERSON, ANY},
    {"singer", ENT_PERSON, ANY},       {"sister", ENT_PERSON, KIN},
    {"sisters", ENT_PERSON, KIN},      {"son", ENT_PERSON, KIN},
    {"song", ENT_MISC, ANY},           {"sons", ENT_PERSON, KIN},
    {"spokesman", ENT_PERSON, ANY},    {"spokesperson", ENT_PERSON, ANY},
    {"spokeswoman", ENT_PERSON, ANY},  {"startup", ENT_ORG, ANY},
    {"stepson", ENT_PERSON, KIN},      {"stockbroker", ENT_PERSON, ANY},
    {"storm", ENT_MISC, ANY},          {"striker", ENT_PERSON, ANY},
    {"student", ENT_PERSON, ANY},      {"subsidiary", ENT_ORG, ANY},
    {"supermarket", ENT_ORG, ANY},     {"surgeon", ENT_PERSON, ANY},
    {"teacher", ENT_PERSON, ANY},      {"town", ENT_PLACE, ANY},
    {"typhoon", ENT_MISC, ANY},        {"uncle", ENT_PERSON, KIN},
    {"village", ENT_PLACE, ANY},       {"watchdog", ENT_ORG, ANY},
    {"widow", ENT_PERSON, KIN},        {"wife", ENT_PERSON, KIN},
    {"writer", ENT_PERSON, ANY},
};

typedef struct spelling {
    const char *bytes;
    size_t size;
} spelling;

static int by_word(const void *key, const void *item)
{
    const spelling *wanted = key;
    const char *word = ((const announcer *)item)->word;
    int order = strncmp(wanted->bytes, word, wanted->size);
    return order || !word[wanted->size] ? order : -1;
}

static const announcer *find(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    spelling wanted = {p->bytes + t->start, t->end - t->start};
    if (t->kind != ENT_I_TOKEN_LOWER)
        return NULL;
    return bsearch(&wanted, announcers, sizeof announcers / sizeof *announcers,
                   sizeof *announcers, by_word);
}

static bool opens_quote(const ent_i_place *p, size_t i)
{
    static const char *const quotes[] = {"\"", "'", "\xe2\x80\x9c",
                                         "\xe2\x80\x98"};
    return ent_i_place_is_any(p, i, quotes, sizeof quotes / sizeof *quotes);
}

static bool is_called(const ent_i_place *p, size_t i)
{
    static const char *const called[] = {"called", "named"};
    return ent_i_place_is_any(p, i, called, sizeof called / sizeof *called);
}

bool ent_i_is_storm(const ent_i_place *p, size_t i)
{
    static const char *const storms[] = {"cyclone", "hurricane", "storm",
                                         "typhoon"};
    return ent_i_place_is_any(p, i, storms, sizeof storms / sizeof *storms);
}

/* "Their son, Ben, left", not "shot his son, Echo reported"; "works for the
 * newspaper Echo.", not "the newspaper Roe founded". */
static bool stands_apart(const ent_i_place *p)
{
    return p->end == p->count || ent_i_place_is(p, p->end, "and") ||
           p->tokens[p->end].kind == ENT_I_TOKEN_PUNCT;
}

static const announcer *before_name(const ent_i_place *p)
{
    size_t i = p->first;
    i -= i && opens_quote(p, i - 1);
    i -= i && is_called(p, i - 1);
    bool marked = i < p->first;
    bool comma = i && ent_i_place_is(p, i - 1, ",");
    i -= comma;
    const announcer *found = i ? find(p, i - 1) : NULL;
    if (!found || (comma && found->use != KIN))
        return NULL;
    bool plain = marked || (found->use == KIN && !comma);
    return plain || stands_apart(p) ? found : NULL;
}

/* Whether the noun of an explanation is over: "a maker | of toys". */
static bool ends_noun(const ent_i_place *p, size_t i)
{
    static const char *const ends[] = {
        "of", "that",  "which", "who",  "whom", "whose", "in",  "for",
        "at", "on",    "from",  "with", "to",   "by",    "and", "or",
        "as", "where", "based", "is",   "was",  "has",   "had"};
    const ent_i_token *t = &p->tokens[i];
    if (t->kind == ENT_I_TOKEN_PUNCT)
        return t->end - t->start == 1 && strchr(",.;:()", p->bytes[t->start]);
    return ent_i_place_is_any(p, i, ends, sizeof ends / sizeof *ends);
}

enum { LONGEST_EXPLANATION = 8 };

static bool follows_preposition(const ent_i_place *p)
{
    static const char *const words[] = {"of", "at", "in",   "for", "from",
                                        "on", "to", "with", "by",  "and"};
    size_t i = p->first;
    if (i && ent_i_place_is(p, i - 1, "the"))
        i--;
    return i &&
           ent_i_place_is_any(p, i - 1, words, sizeof words / sizeof *words);
}

/* "Bo, the fourth storm of the year", "Echo was a small newspaper"; but "Ann
 * Roe of Echo, the editor". */
static const announcer *after_name(const ent_i_place *p)
{
    static const char *const links[] = {",", "is", "was"};
    static const char *const articles[] = {"a", "an", "the"};
    size_t i = p->end;
    if (i + 2 >= p->count || follows_preposition(p) ||
        !ent_i_place_is_any(p, i, links, sizeof links / sizeof *links) ||
        !ent_i_place_is_any(p, i + 1, articles,
                            sizeof articles / sizeof *articles))
        return NULL;
    i += 2;
    size_t most = i + LONGEST_EXPLANATION;
    while (i < p->count && i < most && !ends_noun(p, i))
        i++;
    const announcer *found = i < p->count && i < most ? find(p, i - 1) : NULL;
    return found && found->use != BEFORE ? found : NULL;
}

ent_i_introduction ent_i_introduced(const ent_i_place *p)
{
    if (p->first && ent_i_is_storm(p, p->first - 1))
        return (ent_i_introduction){ENT_MISC, false};
    static const ent_i_introduction none = {ENT_I_NOT_INTRODUCED, false};
    const announcer *before = before_name(p);
    const announcer *found = before ? before : after_name(p);
    if (!found)
        return none;
    return (ent_i_introduction){found->type, before && before->use == KIN};
}

/* ---- direct speech ---- */

static bool is_saying(const ent_i_place *p, size_t i)
{
    static const char *const verbs[] = {
        "said",  "says",   "added",   "explained", "recalled",
        "told",  "argued", "asked",   "wrote",     "insisted",
        "noted", "warned", "replied", "admitted"};
    return ent_i_place_is_any(p, i, verbs, sizeof verbs / sizeof *verbs);
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

/* '"We go," said Roe.', '"We go", according to Roe'; not "said Texas senators"
 */
static bool speech_before(const ent_i_place *p)
{
    size_t i = p->first;
    if (!ends_clause(p, p->end))
        return false;
    if (i && is_saying(p, i - 1))
        i--;
    else if (i > 1 && ent_i_place_is(p, i - 1, "to") &&
             ent_i_place_is(p, i - 2, "according"))
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
