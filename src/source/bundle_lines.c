/* The lines of bundles, and what they announce. */
#include "source/bundle_lines.h"
#include "core/ascii.h"

#include <string.h>

typedef struct label {
    const char *name;
    ent_i_bundle_fact is;
} label;

/* As the services print them. */
static const label labels[] = {
    {"HEADLINE:", ENT_I_BUNDLE_TITLE},
    {"BYLINE:", ENT_I_BUNDLE_BYLINE},
    {"Author:", ENT_I_BUNDLE_BYLINE},
    {"BODY:", ENT_I_BUNDLE_BODY},
    {"Body:", ENT_I_BUNDLE_BODY},
    {"Full text:", ENT_I_BUNDLE_BODY},
    {"Publication date:", ENT_I_BUNDLE_DATE},
    {"LOAD-DATE:", ENT_I_BUNDLE_OTHER},
    {"Publication title:", ENT_I_BUNDLE_SOURCE},
    {"URL:", ENT_I_BUNDLE_ADDRESS},
    {"Document URL:", ENT_I_BUNDLE_ADDRESS},
    {"LANGUAGE:", ENT_I_BUNDLE_LANGUAGE},
    {"Language of publication:", ENT_I_BUNDLE_LANGUAGE},
    {"Title:", ENT_I_BUNDLE_TITLE},
    {"SECTION:", ENT_I_BUNDLE_OTHER},
    {"LENGTH:", ENT_I_BUNDLE_OTHER},
    {"DATELINE:", ENT_I_BUNDLE_OTHER},
    {"HIGHLIGHT:", ENT_I_BUNDLE_OTHER},
    {"GRAPHIC:", ENT_I_BUNDLE_OTHER},
    {"CORRECTION:", ENT_I_BUNDLE_OTHER},
    {"SUBJECT:", ENT_I_BUNDLE_OTHER},
    {"ORGANIZATION:", ENT_I_BUNDLE_OTHER},
    {"COMPANY:", ENT_I_BUNDLE_OTHER},
    {"PERSON:", ENT_I_BUNDLE_OTHER},
    {"PEOPLE:", ENT_I_BUNDLE_OTHER},
    {"GEOGRAPHIC:", ENT_I_BUNDLE_OTHER},
    {"LOCATION:", ENT_I_BUNDLE_OTHER},
    {"INDUSTRY:", ENT_I_BUNDLE_OTHER},
    {"TYPE:", ENT_I_BUNDLE_OTHER},
    {"PUBLICATION-TYPE:", ENT_I_BUNDLE_OTHER},
    {"JOURNAL-CODE:", ENT_I_BUNDLE_OTHER},
    {"Copyright:", ENT_I_BUNDLE_OTHER},
    {"Abstract:", ENT_I_BUNDLE_OTHER},
    {"Links:", ENT_I_BUNDLE_OTHER},
    {"Publication info:", ENT_I_BUNDLE_OTHER},
    {"Publication year:", ENT_I_BUNDLE_OTHER},
    {"Publication subject:", ENT_I_BUNDLE_OTHER},
    {"Section:", ENT_I_BUNDLE_OTHER},
    {"Pages:", ENT_I_BUNDLE_OTHER},
    {"Publisher:", ENT_I_BUNDLE_OTHER},
    {"Place of publication:", ENT_I_BUNDLE_OTHER},
    {"Country of publication:", ENT_I_BUNDLE_OTHER},
    {"ISSN:", ENT_I_BUNDLE_OTHER},
    {"Source type:", ENT_I_BUNDLE_OTHER},
    {"Document type:", ENT_I_BUNDLE_OTHER},
    {"ProQuest document ID:", ENT_I_BUNDLE_OTHER},
    {"Last updated:", ENT_I_BUNDLE_OTHER},
    {"Database:", ENT_I_BUNDLE_OTHER},
    {"Credit:", ENT_I_BUNDLE_OTHER},
};

/* Factiva's codes, which stand at the start of a line. */
static const label codes[] = {
    {"HD", ENT_I_BUNDLE_TITLE},    {"BY", ENT_I_BUNDLE_BYLINE},
    {"PD", ENT_I_BUNDLE_DATE},     {"SN", ENT_I_BUNDLE_SOURCE},
    {"LP", ENT_I_BUNDLE_BODY},     {"TD", ENT_I_BUNDLE_BODY},
    {"LA", ENT_I_BUNDLE_LANGUAGE}, {"SE", ENT_I_BUNDLE_OTHER},
    {"CR", ENT_I_BUNDLE_OTHER},    {"WC", ENT_I_BUNDLE_OTHER},
    {"ET", ENT_I_BUNDLE_OTHER},    {"SC", ENT_I_BUNDLE_OTHER},
    {"ED", ENT_I_BUNDLE_OTHER},    {"PG", ENT_I_BUNDLE_OTHER},
    {"CY", ENT_I_BUNDLE_OTHER},    {"CO", ENT_I_BUNDLE_OTHER},
    {"IN", ENT_I_BUNDLE_OTHER},    {"NS", ENT_I_BUNDLE_OTHER},
    {"RE", ENT_I_BUNDLE_OTHER},    {"IPD", ENT_I_BUNDLE_OTHER},
    {"IPC", ENT_I_BUNDLE_OTHER},   {"PUB", ENT_I_BUNDLE_OTHER},
    {"AN", ENT_I_BUNDLE_OTHER},    {"ART", ENT_I_BUNDLE_OTHER},
    {"RF", ENT_I_BUNDLE_OTHER},    {"CLM", ENT_I_BUNDLE_OTHER},
    {"VOL", ENT_I_BUNDLE_OTHER},
};

bool ent_i_bundle_next_line(const char **at, const char *end,
                            ent_i_bundle_line *out)
{
    if (*at >= end)
        return false;
    const char *stop = memchr(*at, '\n', (size_t)(end - *at));
    *out = (ent_i_bundle_line){*at, (size_t)((stop ? stop : end) - *at)};
    *at = stop ? stop + 1 : end;
    while (out->size && strchr(" \t\r\f", out->at[out->size - 1]))
        out->size--;
    while (out->size && strchr(" \t\f", *out->at)) {
        out->at++;
        out->size--;
    }
    return true;
}

/* Skips digits and commas; false when there are none. */
static bool skip_number(ent_i_bundle_line *l)
{
    size_t n = 0;
    while (n < l->size &&
           ((l->at[n] >= '0' && l->at[n] <= '9') || (n && l->at[n] == ',')))
        n++;
    l->at += n;
    l->size -= n;
    return n > 0;
}

bool ent_i_bundle_skip_word(ent_i_bundle_line *l, const char *word)
{
    size_t n = strlen(word);
    if (l->size < n || !ent_i_ascii_same(l->at, word, n))
        return false;
    l->at += n;
    l->size -= n;
    return true;
}

/* "12 of 100 DOCUMENTS", "Document 12 of 100": a document begins. */
bool ent_i_bundle_is_opening(ent_i_bundle_line l)
{
    bool before = ent_i_bundle_skip_word(&l, "Document ");
    return skip_number(&l) && ent_i_bundle_skip_word(&l, " of ") &&
           skip_number(&l) &&
           ((ent_i_bundle_skip_word(&l, " DOCUMENTS") && !before) || before) &&
           !l.size;
}

/* "Document NYTF000020140329ea3t0000x", "End of Document": one ends. */
bool ent_i_bundle_is_closing(ent_i_bundle_line l)
{
    enum { CODE_LEAST = 14 };
    ent_i_bundle_line copy = l;
    if (ent_i_bundle_skip_word(&copy, "End of Document"))
        return !copy.size;
    if (!ent_i_bundle_skip_word(&l, "Document ") || l.size < CODE_LEAST)
        return false;
    size_t digits = 0;
    for (size_t i = 0; i < l.size; i++) {
        if (l.at[i] == ' ')
            return false;
        digits += l.at[i] >= '0' && l.at[i] <= '9';
    }
    return digits >= 8;
}

/* "1,234 words" */
bool ent_i_bundle_is_count(ent_i_bundle_line l)
{
    return skip_number(&l) && ent_i_bundle_skip_word(&l, " words") && !l.size;
}

bool ent_i_bundle_is_rule(const ent_i_bundle_line *l)
{
    enum { RULE_LEAST = 20 };
    size_t n = 0;
    while (n < l->size && l->at[n] == '_')
        n++;
    return n >= RULE_LEAST && n == l->size;
}

static void skip_blanks(ent_i_bundle_line *l)
{
    while (l->size && strchr(" \t", *l->at)) {
        l->at++;
        l->size--;
    }
}

/* Codes stand in the first column, in capitals. */
ent_i_bundle_fact ent_i_bundle_coded(ent_i_bundle_line *l)
{
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        size_t n = strlen(codes[i].name);
        if (l->size >= n && memcmp(l->at, codes[i].name, n) == 0 &&
            (l->size == n || strchr(" \t", l->at[n]))) {
            ent_i_bundle_skip_word(l, codes[i].name);
            return codes[i].is;
        }
    }
    return ENT_I_BUNDLE_NONE;
}

/* Which fact the line announces; what follows its label is left in l. */
ent_i_bundle_fact ent_i_bundle_labelled(ent_i_bundle_line *l, bool by_codes)
{
    static const char whole[] = "Body";
    ent_i_bundle_fact is = by_codes ? ent_i_bundle_coded(l) : ENT_I_BUNDLE_NONE;
    ent_i_bundle_line copy = *l;
    for (size_t i = 0; !is && i < sizeof labels / sizeof *labels; i++)
        if (ent_i_bundle_skip_word(l, labels[i].name))
            is = labels[i].is;
    if (!is && l->size == sizeof whole - 1 && ent_i_bundle_skip_word(l, whole))
        is = ENT_I_BUNDLE_BODY;
    if (!is && ent_i_bundle_skip_word(&copy, "Copyright ") && copy.size &&
        strchr("0123456789(\xC2", *copy.at))
        is = ENT_I_BUNDLE_OTHER;
    skip_blanks(l);
    return is;
}
