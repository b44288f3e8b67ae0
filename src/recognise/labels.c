/* Transcripts, records of courts and of parliaments put the speaker's name
 * before what is said, often in capitals and with a title. The forms of such
 * labels are few, so that even a name that nobody has heard of is known by its
 * place. */
#include "recognise/labels.h"

/* In tokens. */
enum {
    LONGEST_NAME = 5,
    LONGEST_ROLE = 12, /* ", SENIOR ECONOMICS CORRESPONDENT (on camera)" */
    LONGEST_STAMP = 10 /* "[00:01:16]" */
};

bool ent_i_is_courtesy(const ent_i_lexeme *title)
{
    const unsigned other = ENT_I_TITLE_NAME | ENT_I_TITLE_MOD |
                           ENT_I_TITLE_COMP | ENT_I_TITLE_PLAIN;
    return title && title->title_gender != ENT_I_GENDER_UNKNOWN &&
           title->title & ENT_I_TITLE_UPPER && !(title->title & other);
}

static bool is_mark(const ent_i_place *p, size_t i)
{
    return p->tokens[i].kind == ENT_I_TOKEN_PUNCT;
}

/* The token after a time or a number. */
static size_t after_stamp(const ent_i_place *p)
{
    size_t i = 0;
    while (i < p->count && i < LONGEST_STAMP &&
           (is_mark(p, i) || p->tokens[i].kind == ENT_I_TOKEN_NUMBER))
        i++;
    return i;
}

bool ent_i_label_is(const ent_i_place *p, char letter, size_t *at)
{
    size_t i = *at = after_stamp(p);
    const ent_i_token *t = &p->tokens[i];
    return i < p->count && t->kind == ENT_I_TOKEN_LETTER &&
           p->bytes[t->start] == letter &&
           (p->bytes[t->end - 1] == '.' ||
            (i + 1 < p->count && ent_i_place_is(p, i + 1, ".")));
}

/* The token after the title that begins at token i; i when none does. */
static size_t after_title(const ent_i_place *p, size_t i)
{
    const ent_i_lexeme *title = NULL;
    for (size_t n = ENT_I_TITLE_TOKENS; n > 1; n--)
        if (i + n < p->count && (title = ent_i_place_titles(p, i, i + n - 1)) &&
            title->title & ENT_I_TITLE_HEAD)
            return i + n;
    title = ent_i_place_title(p, i);
    /* "Ms. KING" */
    if (title && title->title & ENT_I_TITLE_NAME && i > 0 &&
        ent_i_is_courtesy(ent_i_place_title(p, i - 1)))
        return i;
    return i + (title && p->tokens[i].kind != ENT_I_TOKEN_LOWER &&
                title->title & (ENT_I_TITLE_HEAD | ENT_I_TITLE_MOD));
}

/* The token after the titles from token i on; i when there are none, or when
 * the last one says nothing by itself ("Interim"). */
static size_t after_titles(const ent_i_place *p, size_t i)
{
    size_t last = i, end = i, next;
    while (end < p->count && (next = after_title(p, end)) > end) {
        last = end;
        end = next;
    }
    const ent_i_lexeme *title = end > i ? ent_i_place_title(p, last) : NULL;
    return !title || end > last + 1 || title->title & ENT_I_TITLE_HEAD ? end
                                                                       : i;
}

/* A word that may be a name's behind a title. Verbs and nouns may, since
 * "Grant" and "Field" are names too; small words may not. */
static bool is_name(const ent_i_place *p, size_t i)
{
    const unsigned small = ENT_I_U_ARTICLE | ENT_I_U_AND | ENT_I_U_OF |
                           ENT_I_U_THE | ENT_I_U_BY | ENT_I_U_TO | ENT_I_U_FOR;
    return ent_i_is_name_word(&p->tokens[i]) && !ent_i_place_has(p, i, small);
}

/* Whether a name that token i - 1 belongs to goes on with token i. */
static bool goes_on(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    if (ent_i_place_hyphen(p, i))
        return ent_i_place_joins(p, i) && ent_i_is_name_word(&t[1]);
    return (is_name(p, i) && (!t->glued || ent_i_place_hyphen(p, i - 1))) ||
           (ent_i_place_word(p, i)->name & ENT_I_NAME_PARTICLE &&
            !ent_i_place_has(p, i, ENT_I_U_OF));
}

static size_t after_name(const ent_i_place *p, size_t i)
{
    size_t end = i;
    while (end < p->count && end < i + LONGEST_NAME &&
           (end == i ? is_name(p, i) : goes_on(p, end)))
        end++;
    return end;
}

/* The token after "(on camera)" if that begins at token i, else i. */
static size_t after_bracket(const ent_i_place *p, size_t i)
{
    size_t k = i;
    if (i >= p->count || !ent_i_place_is(p, i, "("))
        return i;
    while (k < p->count && k < i + LONGEST_ROLE)
        if (ent_i_place_is(p, k++, ")"))
            return k;
    return i;
}

/* The token after "of Ohio" if that begins at token i, else i. */
static size_t after_land(const ent_i_place *p, size_t i)
{
    size_t end = i + 1;
    if (i >= p->count || !ent_i_place_has(p, i, ENT_I_U_OF))
        return i;
    while (end < p->count && ent_i_is_name_word(&p->tokens[end]))
        end++;
    return end;
}

/* Whether the word says what somebody is. */
static bool is_role(const ent_i_place *p, size_t i)
{
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    return word->title & (ENT_I_TITLE_HEAD | ENT_I_TITLE_PLAIN) ||
           word->press & ENT_I_PRESS_NEWSMAN || word->grammar & ENT_I_W_ROLE ||
           word->announces == ENT_I_ANNOUNCES_PERSON;
}

/* The colon after what the speaker is, as in ", HOST:"; i when none is. Sets
 * whether a word there is known to say so. */
static size_t after_role(const ent_i_place *p, size_t i, bool *known)
{
    size_t end = i;
    *known = false;
    if (i >= p->count || !ent_i_place_is(p, i, ","))
        return i;
    while (end < p->count && end < i + LONGEST_ROLE) {
        if (ent_i_place_is(p, end, ":"))
            return end;
        *known |= is_role(p, end);
        if (p->tokens[end].kind == ENT_I_TOKEN_LOWER ||
            ent_i_place_is(p, end, "."))
            return i;
        end++;
    }
    return i;
}

/* "ANN ROE", "ANN T. ROE": two words in capitals, as a third could be a
 * headline's. */
static bool is_full(const ent_i_place *p, size_t first, size_t end)
{
    size_t words = 0;
    for (size_t i = first; i < end; i++) {
        words += p->tokens[i].kind == ENT_I_TOKEN_UPPER;
        if (p->tokens[i].kind == ENT_I_TOKEN_TITLE || ent_i_place_title(p, i))
            return false;
    }
    return words == 2;
}

static bool is_given(const ent_i_place *p, size_t i)
{
    return ent_i_place_word(p, i)->given_gender != ENT_I_GENDER_UNKNOWN;
}

/* "Mr. McCALL": the particle keeps its case. */
static bool is_raised(const ent_i_place *p, size_t i)
{
    const char *byte = p->bytes + p->tokens[i].end;
    return byte[-1] >= 'A' && byte[-1] <= 'Z' &&
           p->tokens[i].end - p->tokens[i].start > 2;
}

/* Whether token i ends the label of a name whose last word is given: with a
 * colon or, if the name is in capitals, with a period. */
static bool ends_label(const ent_i_place *p, size_t last, size_t i)
{
    return i < p->count && (ent_i_place_is(p, i, ":") ||
                            (is_raised(p, last) && ent_i_place_is(p, i, ".")));
}

bool ent_i_label_find(const ent_i_place *p, size_t *first, size_t *end)
{
    size_t title = after_stamp(p), name = after_titles(p, title);
    bool titled = name > title;
    size_t last = after_name(p, name);
    *first = name;
    *end = last;
    if (last == name)
        return false;
    size_t i = titled ? after_land(p, last) : last;
    bool role;
    i = after_role(p, after_bracket(p, i), &role);
    if (!titled && !(is_full(p, name, last) && (role || is_given(p, name))))
        return false;
    return ends_label(p, last - 1, after_bracket(p, i));
}

bool ent_i_label_is_short(const ent_i_place *p, size_t *at)
{
    size_t i = after_stamp(p);
    *at = i;
    if (i >= p->count || !is_name(p, i) || ent_i_place_title(p, i))
        return false;
    i = after_bracket(p, i + 1);
    return i < p->count && ent_i_place_is(p, i, ":");
}

/* Where the rank begins that ends with token i; 0 when none does. */
static size_t begin_rank(const ent_i_place *p, size_t i)
{
    size_t first = i;
    if (!ent_i_is_name_word(&p->tokens[i]) ||
        !(ent_i_place_word(p, i)->name & ENT_I_NAME_BENCH))
        return 0;
    while (first > 2 && p->tokens[i].kind == ENT_I_TOKEN_TITLE &&
           p->tokens[first - 1].kind == ENT_I_TOKEN_TITLE)
        first--;
    return first > 1 && ent_i_place_is(p, first - 1, ",") ? first : 0;
}

bool ent_i_is_bench(const ent_i_place *p, size_t i, size_t *first)
{
    *first = begin_rank(p, i);
    if (*first == 0)
        return false;
    bool raised = is_raised(p, *first - 2);
    bool last = i + 1 == p->count || !ent_i_is_name_word(&p->tokens[i + 1]);
    switch (p->tokens[i].kind) {
    case ENT_I_TOKEN_TITLE: /* "ROE, Circuit Judge" */
        return raised && last;
    case ENT_I_TOKEN_LETTER:
        return raised || (i + 2 < p->count && ent_i_place_is(p, i + 1, ",") &&
                          p->tokens[i + 2].kind == ENT_I_TOKEN_LOWER);
    case ENT_I_TOKEN_UPPER:
        return last;
    default:
        return false;
    }
}

/* Whether token i stands between two judges; *first is the first token of what
 * does. */
static bool joins_judges(const ent_i_place *p, size_t i, size_t *first)
{
    *first = i;
    return ent_i_place_is(p, i, ",") || ent_i_place_has(p, i, ENT_I_U_AND) ||
           ent_i_is_bench(p, i, first);
}

bool ent_i_judge_before(const ent_i_place *p, size_t *at, size_t *end)
{
    size_t i = *at, first;
    while (i > 0 && joins_judges(p, i - 1, &first))
        i = first;
    *end = i;
    while (i > 0 && is_name(p, i - 1) && !ent_i_place_title(p, i - 1) &&
           !ent_i_place_has(p, i - 1, ENT_I_U_STARTER) &&
           !joins_judges(p, i - 1, &first))
        i--;
    bool found = i < *end && *end < *at && *end - i <= LONGEST_NAME;
    *at = i;
    return found;
}
