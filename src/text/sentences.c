/* Sentence boundaries according to UAX #29 (terminators, closing marks, no
 * break before lower case), with the abbreviations of news added. */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "lexicon/plain.h"
#include "text/parts.h"

/* A sentence longer than CUT_MOST tokens has no end that can be found (tables,
 * lists); it is cut at a mark after CUT_LEAST. */
enum { CUT_LEAST = 300, CUT_MOST = 400 };

typedef enum mark {
    MARK_NONE,
    MARK_STOP,     /* a period */
    MARK_ELLIPSIS, /* three periods or their character */
    MARK_STRONG,   /* ? ! and their like in other scripts */
    MARK_CLOSE,    /* closing quote or bracket */
    MARK_OPEN,     /* opening quote or bracket */
    MARK_QUOTE,    /* a straight quote, which may be either */
    MARK_CONTINUE, /* comma, colon, dash: the sentence goes on */
    MARK_BULLET
} mark;

static UChar32 first_character(const char *bytes, const ent_i_token *token)
{
    uint32_t i = token->start, next;
    UChar32 c = ent_i_entity(bytes, i, token->end, &next);
    if (!c)
        U8_NEXT(bytes, i, token->end, c);
    return c;
}

/* A run of one mark is one token: "..." and "''" differ from "." and "'". */
static mark ascii_mark(char first, uint32_t size)
{
    switch (first) {
    case '.':
        return size == 1 ? MARK_STOP : MARK_ELLIPSIS;
    case '?':
    case '!':
        return MARK_STRONG;
    case ')':
    case ']':
    case '}':
        return MARK_CLOSE;
    case '(':
    case '[':
    case '{':
    case '`':
        return MARK_OPEN;
    case '\'':
        return size == 2 ? MARK_CLOSE : MARK_QUOTE;
    case '"':
        return MARK_QUOTE;
    case ',':
    case ';':
    case ':':
    case '-':
        return MARK_CONTINUE;
    default:
        return MARK_NONE;
    }
}

/* Unicode's properties decide for all but ASCII. */
static mark mark_of(const char *bytes, const ent_i_token *token)
{
    if (token->kind != ENT_I_TOKEN_PUNCT)
        return MARK_NONE;
    char first = bytes[token->start];
    if ((unsigned char)first < 0x80 && first != '&')
        return ascii_mark(first, token->end - token->start);
    UChar32 c = first_character(bytes, token);
    if (c < 0x80)
        return ascii_mark((char)c, 1);
    if (c == 0x2026)
        return MARK_ELLIPSIS;
    if (c == 0x2022 || c == 0x25CF || c == 0x25AA)
        return MARK_BULLET;
    switch (u_charType(c)) {
    case U_INITIAL_PUNCTUATION:
    case U_START_PUNCTUATION:
        return MARK_OPEN;
    case U_FINAL_PUNCTUATION:
    case U_END_PUNCTUATION:
        return MARK_CLOSE;
    case U_DASH_PUNCTUATION:
        return MARK_CONTINUE;
    default:
        break;
    }
    switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
    case U_SB_ATERM:
        return MARK_STOP;
    case U_SB_STERM:
        return MARK_STRONG;
    case U_SB_SCONTINUE:
        return MARK_CONTINUE;
    default:
        return MARK_NONE;
    }
}

/* A straight double quote, which may be an opening or a closing one. */
static bool is_straight(const char *bytes, const ent_i_token *token)
{
    return bytes[token->start] == '"' ||
           (bytes[token->start] == '&' && first_character(bytes, token) == '"');
}

/* Goes by the token's kind, so that its letters are not read again. */
static bool is_capital(const ent_i_token *token)
{
    return token->kind == ENT_I_TOKEN_TITLE ||
           token->kind == ENT_I_TOKEN_UPPER ||
           token->kind == ENT_I_TOKEN_LETTER;
}

/* The size of the token's word without a last period. */
static size_t bare_size(const char *bytes, const ent_i_token *token)
{
    return token->end - token->start - (bytes[token->end - 1] == '.');
}

/* Whether token i is a word that begins sentences but not names. The "A" of "R.
 * A. Dunn" is an initial, not an article. */
static bool is_starter(const ent_i_splitter *s, size_t i)
{
    const ent_i_token *token = &s->tokens[i];
    size_t size = bare_size(s->bytes, token);
    bool initial =
        size == 1 && (size < token->end - token->start ||
                      (i + 1 < s->to && s->bytes[token[1].start] == '.'));
    return is_capital(token) && !initial &&
           ent_i_is_starter(s->lexicon, s->bytes + token->start, size);
}

/* Whether the token is an abbreviation that includes its period. */
static bool ends_with_period(const char *bytes, const ent_i_token *token)
{
    return token->kind != ENT_I_TOKEN_PUNCT && token->end - token->start > 1 &&
           bytes[token->end - 1] == '.';
}

/* The kind of abbreviation that the token is. Its period is part of the token
 * or, in text that came in tokens, the next token. */
static ent_i_abbreviation abbreviation_at(const ent_i_splitter *s,
                                          const ent_i_token *token)
{
    const char *word = s->bytes + token->start;
    size_t size = bare_size(s->bytes, token);
    ent_i_abbreviation kind = ent_i_abbreviation_find(s->lexicon, word, size);
    if (kind == ENT_I_NO_ABBREVIATION && token->kind == ENT_I_TOKEN_LETTER)
        return ENT_I_INITIAL;
    if (kind == ENT_I_NO_ABBREVIATION && ends_with_period(s->bytes, token) &&
        (ent_i_is_raised_title(s->lexicon, word, size) ||
         ent_i_lexeme_of(s->lexicon, word, size)->title & ENT_I_TITLE_PERIOD))
        return ENT_I_BEFORE_NAME;
    if (kind == ENT_I_NO_ABBREVIATION && memchr(word, '.', size))
        return ENT_I_AFTER_NAME; /* "U.S.", "U.N." */
    return kind;
}

/* Whether the sentence continues after this abbreviation, with the token
 * `after`. */
static bool goes_on(const ent_i_splitter *s, ent_i_abbreviation kind,
                    size_t after)
{
    const ent_i_token *next = &s->tokens[after];
    const char *word = s->bytes + next->start;
    size_t size = next->end - next->start;
    if (kind == ENT_I_NO_ABBREVIATION)
        return false;
    if (kind == ENT_I_ANYWHERE || kind == ENT_I_BEFORE_NAME ||
        next->kind == ENT_I_TOKEN_NUMBER || *word == '(')
        return true;
    if (is_starter(s, after))
        return false;
    if (kind == ENT_I_OF_TIME)
        return ent_i_follows_time(s->lexicon, word, size);
    if (next->kind == ENT_I_TOKEN_PUNCT)
        return kind == ENT_I_INITIAL || kind == ENT_I_BEFORE_NUMBER;
    return true;
}

/* The first token after i that is neither a terminator nor a closing mark, at
 * most `limit`. In text with its own spacing a straight quote closes if it is
 * attached to the token before and not to the next one; otherwise, if a quote
 * is open. */
static size_t skip_closers(const ent_i_splitter *s, size_t i, size_t limit)
{
    bool in_quote = s->in_quote;
    for (i++; i < limit; i++) {
        const ent_i_token *token = &s->tokens[i];
        mark m = mark_of(s->bytes, token);
        bool hangs =
            token->glued && (i + 1 == s->to || !s->tokens[i + 1].glued);
        bool leads = !token->glued && i + 1 < s->to && s->tokens[i + 1].glued;
        bool closes = m == MARK_CLOSE || m == MARK_STRONG || m == MARK_STOP ||
                      m == MARK_ELLIPSIS;
        if (m == MARK_QUOTE)
            closes = hangs || (!leads && (in_quote || i + 1 == s->to));
        if (!closes)
            break;
        if (m == MARK_QUOTE && is_straight(s->bytes, token))
            in_quote = !in_quote;
    }
    return i;
}

/* "1." or "23." at the start of a list item; longer numbers are years. */
static bool is_list_number(const ent_i_splitter *s, size_t i)
{
    return i == s->at + 1 && s->tokens[i].glued &&
           s->tokens[s->at].kind == ENT_I_TOKEN_NUMBER &&
           s->tokens[s->at].end - s->tokens[s->at].start <= 3;
}

/* Whether the next word can begin a sentence. */
static bool can_begin(const ent_i_splitter *s, size_t i)
{
    while (i < s->to && (mark_of(s->bytes, &s->tokens[i]) == MARK_OPEN ||
                         mark_of(s->bytes, &s->tokens[i]) == MARK_QUOTE))
        i++;
    return i == s->to || s->tokens[i].kind != ENT_I_TOKEN_LOWER;
}

/* Whether the terminator at i ends the sentence; `next` is the first token
 * after its closing marks. */
static bool is_end(const ent_i_splitter *s, size_t i, mark m, size_t next)
{
    const ent_i_token *token = &s->tokens[i];
    const ent_i_token *after = &s->tokens[next];
    const ent_i_token *before = i > s->at ? &s->tokens[i - 1] : NULL;
    if (mark_of(s->bytes, after) == MARK_CONTINUE || !can_begin(s, next))
        return false;
    if (m == MARK_STRONG || m == MARK_ELLIPSIS)
        return true;
    if (m == MARK_NONE) {
        ent_i_abbreviation kind = abbreviation_at(s, token);
        bool quoted = next > i + 1 && !strchr(")]", s->bytes[token[1].start]);
        /* "Q. Is it so?", or the initial that a name begins with */
        if (kind == ENT_I_INITIAL && (i == s->at || quoted))
            return quoted;
        return !goes_on(s, kind, next);
    }
    if (is_list_number(s, i))
        return false;
    /* In "left.The" a blank was lost, unlike in "v2.0" or "a.B". */
    if (next == i + 1 && after->glued && token->glued)
        return before && before->kind == ENT_I_TOKEN_LOWER &&
               before->end - before->start > 1 && is_capital(after);
    return !before || token->glued || next > i + 1 ||
           ends_with_period(s->bytes, before) ||
           !goes_on(s, abbreviation_at(s, before), next);
}

/* Where a sentence without an end is cut: after a comma or the like. */
static size_t cut(const ent_i_splitter *s)
{
    size_t most = s->at + CUT_MOST;
    for (size_t i = most; i > s->at + CUT_LEAST; i--)
        if (mark_of(s->bytes, &s->tokens[i - 1]) == MARK_CONTINUE)
            return i;
    return most;
}

/* An abbreviation that includes its period may still be the last word. */
static bool may_end(const ent_i_splitter *s, size_t i, mark m)
{
    return m == MARK_STOP || m == MARK_STRONG || m == MARK_ELLIPSIS ||
           (m == MARK_NONE && ends_with_period(s->bytes, &s->tokens[i]));
}

/* The terminator that decides in a run of terminators and closing marks: the
 * last one or, in "D.C.?", the one that is more than a period. */
static size_t last_terminator(const ent_i_splitter *s, size_t i, size_t next,
                              mark *m)
{
    size_t last = i;
    for (i++; i < next; i++) {
        mark other = mark_of(s->bytes, &s->tokens[i]);
        if (other == MARK_STRONG || other == MARK_ELLIPSIS ||
            (other == MARK_STOP && (*m == MARK_NONE || *m == MARK_STOP))) {
            *m = other;
            last = i;
        }
    }
    return last;
}

/* Whether token i or the next one belongs to a list of links, which interrupts
 * its sentence. */
static bool is_interrupted(const ent_i_splitter *s, size_t i)
{
    return s->tokens[i].list || (i + 1 < s->to && s->tokens[i + 1].list);
}

/* The index after the last token of the sentence that begins at s->at. */
static size_t find_end(ent_i_splitter *s)
{
    size_t limit = s->to - s->at > CUT_MOST ? s->at + CUT_MOST : s->to;
    for (size_t i = s->at; i < limit; i++) {
        if (is_interrupted(s, i))
            continue;
        mark m = mark_of(s->bytes, &s->tokens[i]);
        if (m == MARK_BULLET && i > s->at)
            return i;
        if (m == MARK_QUOTE && is_straight(s->bytes, &s->tokens[i]))
            s->in_quote = !s->in_quote;
        if (!may_end(s, i, m))
            continue;
        size_t next = skip_closers(s, i, limit);
        size_t last = last_terminator(s, i, next, &m);
        if (next == limit || is_end(s, last, m, next))
            return next;
        /* The sentence doesn't end at these marks. They are skipped, so that a
         * long run of them takes linear time. */
        for (; i + 1 < next; i++)
            if (is_straight(s->bytes, &s->tokens[i + 1]))
                s->in_quote = !s->in_quote;
    }
    return limit < s->to ? cut(s) : limit;
}

/* Quotes are counted again from the start, since find_end may have looked
 * beyond the end that it chose. */
void ent_i_next_sentence(ent_i_splitter *s)
{
    size_t from = s->at;
    bool in_quote = s->in_quote;
    s->at = find_end(s);
    s->in_quote = in_quote;
    for (; from < s->at; from++)
        if (s->tokens[from].kind == ENT_I_TOKEN_PUNCT &&
            !is_interrupted(s, from) && is_straight(s->bytes, &s->tokens[from]))
            s->in_quote = !s->in_quote;
}
