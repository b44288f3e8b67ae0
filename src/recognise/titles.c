/* Corrects the spans of persons after tagging. The convention is that of the
 * annotated newswire the model learns from: the bare name without title or
 * possessive, with its particles and suffix. */
#include "recognise/titles.h"

#include <string.h>

#include "core/ascii.h"
#include "recognise/kinds.h"
#include "recognise/pairs.h"
#include "recognise/place.h"

/* Below it a mention is rarely kept; below every other is one that gave way. */
static const float DOUBTFUL = 0.45f, GONE = -1;

/* ---- trimming ---- */

/* Whether the token consists of marks only; an e-mail address doesn't. */
static bool is_mark(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    if (t->kind != ENT_I_TOKEN_PUNCT)
        return false;
    for (uint32_t at = t->start; at < t->end; at++)
        if ((p->bytes[at] >= '0' && p->bytes[at] <= '9') ||
            ((p->bytes[at] | 32) >= 'a' && (p->bytes[at] | 32) <= 'z'))
            return false;
    return true;
}

/* The tagger has learnt to leave it out; outside recognisers often don't. */
static bool is_possessive(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    return ent_i_is_possessive(p->bytes + t->start, t->end - t->start);
}

/* Whether the name ends before token i: at a dash, a colon or a bar, at a comma
 * without "Jr." after it, or at a bracket that isn't closed. */
static bool ends_name(const ent_i_place *p, size_t i)
{
    static const char *const ends[] = {"\xe2\x80\x94", "|", ":", ";"};
    if (ent_i_place_is_any(p, i, ends, sizeof ends / sizeof *ends))
        return true;
    if (ent_i_place_is(p, i, ","))
        return i + 1 == p->end || !ent_i_place_suffix(p, i + 1);
    if (ent_i_place_is(p, i, "\xe2\x80\x93"))
        return !p->tokens[i].glued;
    if (!ent_i_place_is(p, i, "("))
        return false;
    while (++i < p->end)
        if (ent_i_place_is(p, i, ")"))
            return false;
    return true;
}

/* "Jane Roe MSP": what stands behind a name in capitals is a seat or an
 * honour. */
static bool is_earned(const ent_i_place *p, size_t i)
{
    return p->tokens[i].kind == ENT_I_TOKEN_UPPER &&
           ent_i_place_word(p, i)->name & ENT_I_NAME_EARNED;
}

/* Marks at the edges: "(John Roe)", "'Roe", "Roe's", "Roe,"; and what
 * ends a name within the span. */
static void trim_edges(ent_i_place *p)
{
    while (p->first + 1 < p->end && is_mark(p, p->first))
        p->first++;
    for (size_t i = p->first + 1; i < p->end; i++)
        if (ends_name(p, i))
            p->end = i;
    while (p->first + 1 < p->end &&
           (is_mark(p, p->end - 1) || is_possessive(p, p->end - 1)))
        p->end--;
    while (p->first + 2 < p->end && is_earned(p, p->end - 1))
        p->end--;
}

/* "Ann Roe - Ministry of Works": a hyphen between blanks is a dash. */
static void cut_at_dash(ent_i_place *p)
{
    for (size_t i = p->first + 1; i + 1 < p->end; i++)
        if (ent_i_place_hyphen(p, i) && !p->tokens[i].glued &&
            !p->tokens[i + 1].glued)
            p->end = i;
}

/* Whether the text has its own spacing: in one that came in tokens no comma
 * follows a word directly. */
static bool has_spacing(const ent_article *article, const ent_i_text *text)
{
    for (size_t s = 0; s < article->sentences.n && s + 1 < text->first.n; s++) {
        ent_field field = (ent_field)article->sentences.items[s].field;
        const char *bytes = ent_article_field(article, field);
        for (size_t i = text->first.items[s]; i < text->first.items[s + 1]; i++)
            if (text->tokens.items[i].glued &&
                bytes[text->tokens.items[i].start] == ',')
                return true;
    }
    return false;
}

/* How many tokens from i on are one title of several words; 0: none. A word of
 * the span is left. */
static size_t title_of_words(const ent_i_place *p, size_t i)
{
    for (size_t n = ENT_I_TITLE_TOKENS; n > 1; n--)
        if (i + n < p->end && ent_i_place_titles(p, i, i + n - 1) &&
            ent_i_is_name_word(&p->tokens[i + n]))
            return n;
    return 0;
}

/* "Tan Sri" of which the span holds the second word alone. */
static void leave_half_title(ent_i_place *p)
{
    if (p->first && p->first + 1 < p->end &&
        ent_i_place_titles(p, p->first - 1, p->first))
        p->first++;
}

/* Whether the title that token i is, a name too, is one here: "Queen" in "Queen
 * Ann", but not in "Queen Jr.", and "Dean" in "Dean Ann Roe". */
static bool is_title_here(const ent_i_place *p, size_t i)
{
    const ent_i_token *next = &p->tokens[i + 1];
    const ent_i_lexeme *word = ent_i_place_word(p, i + 1);
    if (next->kind != ENT_I_TOKEN_TITLE || next->glued ||
        ent_i_place_suffix(p, i + 1))
        return false;
    if (ent_i_place_reigns(p, i))
        return !(word->name & ENT_I_NAME_PARTICLE);
    const ent_i_lexeme *title = ent_i_place_word(p, i);
    return ent_i_place_title(p, i)->title & ENT_I_TITLE_WHOLE &&
           !(word->name & ENT_I_NAME_PARTICLE) &&
           (word->given_gender || !(title->given_gender || title->formal)) &&
           i + 2 < p->end && ent_i_is_name_word(&p->tokens[i + 2]) &&
           !ent_i_place_suffix(p, i + 2);
}

/* "Secretary of State John Roe" within the span: everything up to the last
 * title word before the name goes. */
static void strip_titles(ent_i_place *p)
{
    leave_half_title(p);
    size_t name = p->first;
    bool headed = false;
    for (size_t i = p->first; i + 1 < p->end; i++) {
        size_t words = title_of_words(p, i);
        if (words) {
            headed = true;
            name = i + words;
            i = name - 1;
            continue;
        }
        const ent_i_lexeme *word = ent_i_place_title(p, i);
        bool small = ent_i_place_has(p, i, ENT_I_U_OF | ENT_I_U_THE);
        bool link = headed &&
                    (small || ent_i_place_is(p, i, ".") ||
                     ent_i_place_hyphen(p, i) || ent_i_place_apostrophe(p, i));
        if (word ? word->title & ENT_I_TITLE_NAME && !is_title_here(p, i)
                 : !link)
            break;
        headed = headed || (word && word->title & ENT_I_TITLE_HEAD);
        bool ends = headed && !small;
        if (ends && ent_i_is_name_word(&p->tokens[i + 1]))
            name = i + 1;
    }
    p->first = name;
}

static bool same_word(const ent_i_place *p, size_t a, size_t b)
{
    const ent_i_token *x = &p->tokens[a], *y = &p->tokens[b];
    return x->end - x->start == y->end - y->start &&
           memcmp(p->bytes + x->start, p->bytes + y->start,
                  x->end - x->start) == 0;
}

/* Websites that link a name put the full name after it: in "Bob Dunn Robert
 * (Bob) Karl Dunn" Robert is not part of the first name. */
static void drop_repeated(ent_i_place *p)
{
    size_t last = p->end - 1;
    if (p->end - p->first < 3 || p->end + 2 >= p->count ||
        !ent_i_place_is(p, p->end, "(") || !ent_i_place_is(p, p->end + 2, ")"))
        return;
    if (same_word(p, p->first, last) || same_word(p, p->first, p->end + 1))
        p->end = last;
}

/* ---- making names whole ---- */

static bool is_particle(const ent_i_place *p, size_t i)
{
    return ent_i_place_word(p, i)->name & ENT_I_NAME_TIED;
}

/* A particle that is added to the word after it. */
static bool is_tied(const ent_i_place *p, size_t i)
{
    return p->tokens[i].kind == ENT_I_TOKEN_LOWER && is_particle(p, i);
}

/* Whether a given name in capitals stands before token i, which is in capitals
 * too: there the tagger often has the surname alone. */
static bool is_raised_given(const ent_i_place *p, size_t i)
{
    const ent_i_lexeme *word = ent_i_place_word(p, i - 1);
    return p->tokens[i].kind == ENT_I_TOKEN_UPPER &&
           p->tokens[i - 1].kind == ENT_I_TOKEN_UPPER &&
           word->given_gender != ENT_I_GENDER_UNKNOWN &&
           !(word->grammar || word->use || word->verb);
}

/* A word that can only be a name before the rest of one. */
static bool is_given(const ent_i_place *p, size_t i)
{
    const ent_i_lexeme *word = ent_i_place_word(p, i);
    return p->tokens[i].kind == ENT_I_TOKEN_TITLE &&
           !(word->grammar || word->use || word->announces) &&
           !ent_i_place_title(p, i);
}

/* Where a name begins of which the span, from token i on, holds the end: "Ann
 * te Loo", "Zhi (Howard) Hwang"; i when it is whole. */
static size_t begin_before(const ent_i_place *p, size_t room, size_t i)
{
    size_t first = i;
    while (first > room && p->tokens[first - 1].kind == ENT_I_TOKEN_LOWER &&
           ent_i_place_word(p, first - 1)->name & ENT_I_NAME_PARTICLE &&
           !ent_i_place_has(p, first - 1, ENT_I_U_OF))
        first--;
    if (first < i && first > room && is_given(p, first - 1))
        return first - 1;
    if (i >= room + 2 && ent_i_place_is(p, i - 1, "(") && i + 1 < p->end &&
        ent_i_place_is(p, i + 1, ")") && is_given(p, i) && is_given(p, i - 2))
        return i - 2;
    bool bracket = i >= room + 4 && ent_i_place_is(p, i - 1, ")") &&
                   ent_i_place_is(p, i - 3, "(");
    return bracket && is_given(p, i - 2) && is_given(p, i - 4) ? i - 4 : i;
}

/* Compounds that English makes with names: "Vell-led", "Stroud-era". */
static bool is_compound_end(const ent_i_place *p, size_t i)
{
    const ent_i_token *t = &p->tokens[i];
    size_t size = t->end - t->start;
    const char *word = p->bytes + t->start;
    if (ent_i_place_has(p, i, ENT_I_U_COMPOUND))
        return true;
    return size > 6 || (size > 2 && memcmp(word + size - 2, "ed", 2) == 0) ||
           (size > 4 && memcmp(word + size - 3, "ing", 3) == 0);
}

/* Whether a given name alone follows, which then is the surname's in front:
 * "Adeyo Anna". */
static bool is_given_behind(const ent_i_place *p, size_t room)
{
    size_t i = p->end;
    if (i != p->first + 1 || i >= room || p->tokens[i].glued ||
        p->tokens[p->first].kind != ENT_I_TOKEN_TITLE || !is_given(p, i) ||
        !ent_i_place_word(p, i)->given_gender)
        return false;
    const ent_i_lexeme *family = ent_i_place_word(p, p->first);
    return !family->given_gender && !family->formal &&
           (i + 1 >= p->count || p->tokens[i + 1].kind == ENT_I_TOKEN_LOWER ||
            ent_i_place_is(p, i + 1, ".") || ent_i_place_is(p, i + 1, ","));
}

/* "Ban Ki" becomes "Ban Ki-moon", "Kennedy" becomes "Kennedy, Jr.". room is the
 * first token that belongs to the next mention. */
static void extend_right(ent_i_place *p, size_t room)
{
    if (p->end + 1 < room && p->end - p->first >= 2 &&
        ent_i_place_joins(p, p->end) &&
        p->tokens[p->end + 1].kind == ENT_I_TOKEN_LOWER &&
        !is_compound_end(p, p->end + 1))
        p->end += 2;
    p->end += is_given_behind(p, room);
    size_t suffix = p->end + (p->end < room && ent_i_place_is(p, p->end, ","));
    if (suffix + 1 < p->count && ent_i_place_title(p, suffix) &&
        ent_i_is_name_word(&p->tokens[suffix + 1]))
        return; /* "Declan Roe, Sr. Agnes Tull": a sister */
    if (suffix < room && ent_i_place_suffix(p, suffix) &&
        !ent_i_place_suffix(p, p->end - 1))
        p->end = suffix + 1;
    if (p->end < room && p->end == p->first + 1 &&
        ent_i_place_number(p, p->end))
        p->end++;
}

/* Whether a place or an office may stand at token i: behind a comma, a name or
 * a small word that governs it ("Windham, N.H.", "Boston D.A.", "to the U.N.").
 */
static bool may_be_other(const ent_i_place *p, size_t i)
{
    if (i == 0)
        return false;
    const ent_i_lexeme *before = ent_i_place_word(p, i - 1);
    return ent_i_place_is(p, i - 1, ",") ||
           ent_i_is_name_word(&p->tokens[i - 1]) || before->use ||
           before->grammar & (ENT_I_W_PREP | ENT_I_W_DET);
}

/* "M.S." before a name, but not "U.S." or "Ph.D.". */
static bool is_initials(const ent_i_place *p, size_t i)
{
    const ent_i_lexicon *lexicon = p->text->book->lexicon;
    const char *word = p->bytes + p->tokens[i].start;
    size_t size = ent_i_token_size(&p->tokens[i]), count;
    return size == 4 && word[0] >= 'A' && word[0] <= 'Z' && word[1] == '.' &&
           word[2] >= 'A' && word[2] <= 'Z' && word[3] == '.' &&
           !ent_i_place_title(p, i) && !may_be_other(p, i) &&
           !ent_i_abbreviation_find(lexicon, word, size - 1) &&
           !ent_i_country_names(lexicon, word, size, &count);
}

/* "Hamdan" becomes "al-Hamdan", "Leyen" becomes "von der Leyen", "Ann Roe" "J.
 * Ann Roe". room is the first token that the mention before leaves free. */
static void extend_left(ent_i_place *p, size_t room)
{
    size_t first = p->first;
    if (first >= room + 2 && ent_i_place_hyphen(p, first - 1) &&
        p->tokens[first].glued &&
        (is_particle(p, first - 2) ||
         (p->end > first + 1 && ent_i_place_word(p, first - 2)->given_gender)))
        first -= 2;
    while (first > room && (is_tied(p, first - 1) || is_raised_given(p, first)))
        first--;
    first = begin_before(p, room, first);
    bool whole = p->end > first + 1;
    if (first > room && (is_initials(p, first - 1) ||
                         (whole && ent_i_place_initial(p, first - 1))))
        first--;
    p->first = first;
}

static void set_span(const ent_i_place *p, ent_mention *mention)
{
    mention->start = p->tokens[p->first].start;
    mention->end = p->tokens[p->end - 1].end;
}

/* "Sen. Jane Roe (R-Ga.)", "John Doe, D-Texas, said": the letter of a party
 * before a politician's state; neither person nor place. */
static bool is_party_tag(const ent_i_place *p)
{
    return p->end >= p->first + 3 && p->first > 0 &&
           ent_i_place_word(p, p->first)->name & ENT_I_NAME_PARTY &&
           ent_i_place_hyphen(p, p->first + 1) &&
           p->tokens[p->first + 1].glued && p->tokens[p->first + 2].glued &&
           (ent_i_place_is(p, p->first - 1, ",") ||
            ent_i_place_is(p, p->first - 1, "("));
}

/* "Jane Roe, M.D.": a degree is not a person. */
static bool is_degree(const ent_i_place *p)
{
    return p->end == p->first + 1 && p->first > 0 &&
           ent_i_place_is(p, p->first - 1, ",") &&
           ent_i_place_word(p, p->first)->name & ENT_I_NAME_EARNED;
}

/* "the Roe family", "a Roe impersonator", "Roe's disease": nobody of that name
 * is meant. */
static bool is_of_many(const ent_i_place *p, const ent_mention *m)
{
    size_t next = p->end;
    bool possessive = next < p->count &&
                      ent_i_token_is_possessive(p->bytes, &p->tokens[next]);
    next += possessive;
    unsigned class = next < p->count ? ent_i_place_word(p, next)->grammar : 0;
    return (class & ENT_I_W_NAMESAKE) ||
           (class & ENT_I_W_HOUSEHOLD && !possessive &&
            p->end == p->first + 1 && m->honorific_start == m->honorific_end);
}

/* Whether the other mention, of the same sentence, is one that the name may
 * grow over: one too doubtful to be kept, or the first half of a double given
 * name ("Anna" in "Anna-Lena Roe"). */
static bool gives_way(const ent_i_place *p, const ent_mention *m,
                      const ent_mention *other)
{
    if (other->sentence != m->sentence)
        return false;
    if (other->confidence < DOUBTFUL)
        return true;
    size_t first = p->first, at = ent_i_place_after(p, other->start);
    return first >= 2 && at == first - 2 && other->type != ENT_PERSON &&
           p->end > first + 1 && other->end == p->tokens[at].end &&
           ent_i_place_hyphen(p, first - 1) && p->tokens[first].glued &&
           ent_i_place_word(p, at)->given_gender;
}

/* Whether the person before is the beginning of the name, which goes on with a
 * particle: "Adeyo" in "Adeyo al-Umbal". */
static bool begins(const ent_i_place *p, const ent_mention *m,
                   const ent_mention *other)
{
    size_t at = ent_i_place_after(p, other->start);
    if (other->sentence != m->sentence || other->type != ENT_PERSON ||
        m->honorific_start < m->honorific_end || at >= p->first ||
        other->end != p->tokens[at].end || !is_given(p, at))
        return false;
    bool tied = is_tied(p, p->first);
    for (size_t i = at + 1; i < p->first; i++) {
        if (!is_tied(p, i) && !ent_i_place_hyphen(p, i))
            return false;
        tied |= is_tied(p, i);
    }
    return tied;
}

/* A name may grow only into words that no other mention covers for good. */
static void make_right(ent_article *article, const ent_i_text *text,
                       bool spacing, size_t i)
{
    ent_mention *m = &article->mentions.items[i];
    ent_i_place p;
    if (!ent_i_place_find(&p, article, text, m))
        return;
    if (is_party_tag(&p) || is_degree(&p) ||
        (m->type == ENT_PERSON && is_of_many(&p, m)))
        m->type = ENT_MISC;
    if (m->type != ENT_PERSON)
        return;
    if (spacing)
        cut_at_dash(&p);
    trim_edges(&p);
    strip_titles(&p);
    drop_repeated(&p);
    size_t left = 0, right = p.count;
    ent_mention *end = article->mentions.items + article->mentions.n;
    ent_mention *before = m, *after = m + 1;
    if (i > 0 && begins(&p, m, m - 1)) {
        before--;
        p.first = ent_i_place_after(&p, before->start);
    }
    while (before-- > article->mentions.items && gives_way(&p, m, before))
        ;
    while (after < end && gives_way(&p, m, after))
        after++;
    if (before >= article->mentions.items && before->sentence == m->sentence)
        left = ent_i_place_after(&p, before->end - 1) + 1;
    if (after < end && after->sentence == m->sentence)
        right = ent_i_place_after(&p, after->start);
    /* Mentions that already overlap stay as they are. */
    if (p.first >= left && p.end <= right) {
        extend_left(&p, left);
        extend_right(&p, right);
        ent_i_take_kind(&p, m, right);
    }
    set_span(&p, m);
    while (++before < after)
        if (before != m && before->start < m->end && before->end > m->start)
            before->confidence = GONE;
}

static void drop_gone(ent_article *article)
{
    size_t kept = 0;
    for (size_t i = 0; i < article->mentions.n; i++)
        if (article->mentions.items[i].confidence > GONE)
            article->mentions.items[kept++] = article->mentions.items[i];
    article->mentions.n = kept;
}

/* Drops the persons that lie in the title before another: "Dato" in "Tan Sri
 * Dato' Roe". */
static void drop_within_titles(ent_article *article)
{
    for (size_t i = 1; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        ent_mention *before = &article->mentions.items[i - 1];
        if (before->field == m->field && before->type == ENT_PERSON &&
            before->start >= m->honorific_start &&
            before->end <= m->honorific_end)
            before->confidence = GONE;
    }
    drop_gone(article);
}

ent_status ent_i_titles_apply(ent_article *article, const ent_i_text *text,
                              ent_error *error)
{
    ent_status status = ENT_OK;
    if (!article->annotated) {
        bool spacing = has_spacing(article, text);
        for (size_t i = 0; i < article->mentions.n; i++)
            make_right(article, text, spacing, i);
        drop_gone(article);
        status = ent_i_pairs_apply(article, text, error);
    }
    for (size_t i = 0; i < article->mentions.n && !status; i++) {
        ent_mention *m = &article->mentions.items[i];
        /* An honorific from the input stays. */
        if (!article->annotated || m->honorific_start >= m->honorific_end)
            ent_i_honorific_find(article, text, m);
    }
    if (!article->annotated)
        drop_within_titles(article);
    return status;
}
