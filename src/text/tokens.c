/* Words and marks by the classes of UAX #29, split more finely for names
 * (hyphens, possessives) and less finely for abbreviations. ASCII goes by a
 * table; scripts written without blanks (Chinese, Thai) are left to ICU. */
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include "core/error.h"
#include "core/memory.h"
#include "lexicon/plain.h"
#include "text/parts.h"

typedef enum char_class {
    CLASS_SPACE,
    CLASS_LOWER,
    CLASS_UPPER,
    CLASS_CASELESS, /* a letter without case */
    CLASS_DIGIT,
    CLASS_EXTEND,   /* a mark or joiner: belongs to the character before */
    CLASS_UNSPACED, /* of a script written without blanks */
    CLASS_MARK      /* anything else */
} char_class;

#define S CLASS_SPACE
#define M CLASS_MARK
#define D CLASS_DIGIT
#define U CLASS_UPPER
#define L CLASS_LOWER
static const unsigned char ascii_class[128] = {
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* controls */
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* controls */
    S, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, /*  !"#$%&'()*+,-./ */
    D, D, D, D, D, D, D, D, D, D, M, M, M, M, M, M, /* 0-9:;<=>? */
    M, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* @A-O */
    U, U, U, U, U, U, U, U, U, U, U, M, M, M, M, M, /* P-Z[\]^_ */
    M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* `a-o */
    L, L, L, L, L, L, L, L, L, L, L, M, M, M, M, S, /* p-z{|}~ */
};
#undef S
#undef M
#undef D
#undef U
#undef L

/* Stands for "no character": ends words and numbers. */
enum { NO_CHARACTER = -1 };

/* Thai, Lao, Khmer, Burmese; Han, Kana. Korean is written with blanks. */
static bool is_unspaced(UChar32 c)
{
    return c >= 0x0E00 && (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) ==
                               U_LB_COMPLEX_CONTEXT ||
                           u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) ||
                           (c >= 0x3040 && c <= 0x30FF));
}

/* Goes by general category, since there are too many scripts to list. */
static char_class wide_class(UChar32 c)
{
    switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
        return CLASS_UPPER;
    case U_LOWERCASE_LETTER:
        return CLASS_LOWER;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
        return is_unspaced(c) ? CLASS_UNSPACED : CLASS_CASELESS;
    case U_DECIMAL_DIGIT_NUMBER:
        return CLASS_DIGIT;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
        return CLASS_EXTEND;
    case U_FORMAT_CHAR: /* the zero-width space and no-break space separate
                           words */
        return c == 0xFEFF || c == 0x200B ? CLASS_SPACE : CLASS_EXTEND;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
        return CLASS_SPACE;
    default:
        return CLASS_MARK;
    }
}

/* ---- reading characters ---- */

/* Reads one paragraph: nothing after `end` is looked at. */
typedef struct scanner {
    const char *bytes;
    uint32_t at;
    uint32_t end;
    uint32_t last; /* end of the last token */
    ent_i_text *text;
    bool roundabout; /* some words may have to be made plain */
} scanner;

static char_class class_of(UChar32 c)
{
    return c < 0x80 ? (char_class)ascii_class[c] : wide_class(c);
}

/* The class of the character at i, and where the next one begins. */
static inline char_class class_at(const scanner *s, uint32_t i, uint32_t *next)
{
    unsigned char byte = (unsigned char)s->bytes[i];
    UChar32 c;
    if (byte == '&' && (c = ent_i_entity(s->bytes, i, s->end, next)) > 0)
        return class_of(c);
    if (byte < 0x80) {
        *next = i + 1;
        return (char_class)ascii_class[byte];
    }
    U8_NEXT(s->bytes, i, s->end, c);
    *next = i;
    return c < 0 ? CLASS_MARK : wide_class(c);
}

/* The ASCII character at i, or NO_CHARACTER past the end and for others. */
static inline int ascii_at(const scanner *s, uint32_t i)
{
    return i < s->end && (unsigned char)s->bytes[i] < 0x80
               ? (unsigned char)s->bytes[i]
               : NO_CHARACTER;
}

/* The end counts as a blank. */
static char_class class_or_space(const scanner *s, uint32_t i)
{
    uint32_t next;
    return i < s->end ? class_at(s, i, &next) : CLASS_SPACE;
}

static bool is_letter(char_class c)
{
    return c == CLASS_LOWER || c == CLASS_UPPER || c == CLASS_CASELESS;
}

static bool is_word(char_class c) { return is_letter(c) || c == CLASS_DIGIT; }

/* The size of the straight or curly apostrophe at i, or 0. */
static uint32_t apostrophe(const scanner *s, uint32_t i)
{
    if (i >= s->end)
        return 0;
    uint32_t next;
    if (s->bytes[i] == '\'')
        return 1;
    if (s->bytes[i] == '&') {
        UChar32 c = ent_i_entity(s->bytes, i, s->end, &next);
        return c == '\'' || c == 0x2019 ? next - i : 0;
    }
    return s->end - i >= 3 && memcmp(s->bytes + i, "\xE2\x80\x99", 3) == 0 ? 3
                                                                           : 0;
}

/* The size of the "'s" at i, or 0. */
static uint32_t possessive(const scanner *s, uint32_t i)
{
    uint32_t size = apostrophe(s, i);
    int c = size ? ascii_at(s, i + size) : NO_CHARACTER;
    return (c == 's' || c == 'S') && !is_word(class_or_space(s, i + size + 1))
               ? size + 1
               : 0;
}

/* ---- tokens ---- */

/* Marks and periods within a word don't affect its kind. */
static uint8_t word_kind(const scanner *s, uint32_t start, uint32_t end)
{
    size_t letters = 0, lower = 0, others = 0;
    char_class first = CLASS_MARK;
    for (uint32_t i = start; i < end;) {
        char_class c = class_at(s, i, &i);
        if (is_letter(c) && first == CLASS_MARK)
            first = c;
        letters += is_letter(c);
        lower += c == CLASS_LOWER;
        others += c == CLASS_DIGIT;
    }
    if (first == CLASS_LOWER)
        return ENT_I_TOKEN_LOWER;
    if (first != CLASS_UPPER)
        return ENT_I_TOKEN_OTHER;
    if (lower)
        return ENT_I_TOKEN_TITLE;
    return letters + others > 1 ? ENT_I_TOKEN_UPPER : ENT_I_TOKEN_LETTER;
}

enum { LONGEST_PLAIN = 128 /* bytes */ };

/* Numbers the token's word, which has the key if it is written plainly. */
static bool find_word(const scanner *s, ent_i_token *token, uint64_t key)
{
    char plain[LONGEST_PLAIN];
    ent_i_wordbook *book = s->text->book;
    const char *bytes = s->bytes + token->start;
    size_t size = token->end - token->start;
    if (s->roundabout && ent_i_is_roundabout(bytes, size)) {
        size = ent_i_plain(book->lexicon, bytes, size, plain, sizeof plain);
        bytes = plain;
        key = ent_i_wordbook_key(book, bytes, size, token->kind);
    }
    return ent_i_wordbook_find(book, key, bytes, size, token->kind,
                               &token->word);
}

/* Numbers the words of the tokens from `first` on. The book is larger than the
 * inner caches, so some words are asked for together. */
static bool find_words(const scanner *s, size_t first)
{
    enum { TOGETHER = 32 };
    uint64_t keys[TOGETHER];
    size_t n = s->text->tokens.n;
    for (size_t end; first < n; first = end) {
        ent_i_token *tokens = s->text->tokens.items;
        end = n - first < TOGETHER ? n : first + TOGETHER;
        for (size_t i = first; i < end; i++)
            keys[i - first] = ent_i_wordbook_key(
                s->text->book, s->bytes + tokens[i].start,
                tokens[i].end - tokens[i].start, tokens[i].kind);
        for (size_t i = first; i < end; i++)
            if (!find_word(s, &tokens[i], keys[i - first]))
                return false;
    }
    return true;
}

/* Sets s->last, by which the next token knows whether it is glued to this
 * one. */
static bool add(scanner *s, uint32_t end, uint8_t kind)
{
    ent_i_token token = {s->at,
                         end,
                         0, /* not yet numbered */
                         kind,
                         s->text->tokens.n > 0 && s->last == s->at,
                         ENT_I_LIST_NONE};
    s->at = s->last = end;
    return ent_i_vec_push(&s->text->tokens, token);
}

/* Where the address ends: at a blank or most marks, without marks that belong
 * to the sentence. */
static uint32_t address_end(const scanner *s, uint32_t i)
{
    while (i < s->end && ascii_at(s, i) > ' ' &&
           !strchr("\"<>()[]{}|\\^`", s->bytes[i]))
        i++;
    while (i > s->at && strchr(".,;:!?'", s->bytes[i - 1]))
        i--;
    return i;
}

enum { LONGEST_MAILBOX = 64 /* bytes; RFC 5321 */ };

/* Whether the mark at i stands before the "@" of a mail address: "ann.roe@". */
static bool is_in_mailbox(const scanner *s, uint32_t i)
{
    uint32_t most = i + LONGEST_MAILBOX;
    while (i < s->end && i < most &&
           (is_word(class_or_space(s, i)) || strchr("._+-", s->bytes[i])))
        i++;
    return i < s->end && s->bytes[i] == '@' &&
           is_word(class_or_space(s, i + 1));
}

/* A scheme, "www." or an "@" surely makes an address. A name such as
 * "example.com" stays a word. */
static bool is_address(const scanner *s, uint32_t i)
{
    if (is_in_mailbox(s, i))
        return true;
    uint32_t size = i - s->at;
    const char *word = s->bytes + s->at;
    const char *rest = s->bytes + i;
    if (s->end - i >= 4 && memcmp(rest, "://", 3) == 0)
        return size >= 3 && size <= 5;
    return size == 3 && s->end - i >= 2 && memcmp(word, "www.", 4) == 0;
}

/* Whether the period at i is inside the word, whose last part began at `part`
 * ("U.S.", "Ph.D.", "example.com"). */
static bool is_inner_period(const scanner *s, uint32_t part, uint32_t i)
{
    uint32_t after;
    char_class next = i + 1 < s->end ? class_at(s, i + 1, &after) : CLASS_SPACE;
    if (!is_letter(next))
        return false;
    bool single = i - part == 1 && ascii_at(s, after) == '.';
    if (single && is_letter(class_or_space(s, part)))
        return true;
    if (next == CLASS_UPPER)
        return i - part == 2 && ascii_at(s, after) == '.';
    return i - part > 1 || part > s->at;
}

/* Whether a number or the like follows. It decides whether a month or "No." is
 * an abbreviation here, since "No" and "Sun" are words too. */
static bool number_follows(const scanner *s, uint32_t i)
{
    uint32_t next;
    while (i < s->end && class_at(s, i, &next) == CLASS_SPACE)
        i = next;
    char_class c = class_or_space(s, i);
    return c == CLASS_DIGIT || c == CLASS_LOWER ||
           (c == CLASS_MARK && strchr(",-", s->bytes[i]));
}

/* Whether an initial or a word in capitals follows, perhaps with a particle:
 * "McCALL". */
static bool capitals_follow(const scanner *s, uint32_t i)
{
    uint32_t next = i, capitals = 0, letters = 0;
    while (i < s->end && class_at(s, i, &next) == CLASS_SPACE)
        i = next;
    for (; i < s->end; i = next, letters++) {
        char_class c = class_at(s, i, &next);
        if (!is_letter(c))
            break;
        capitals += c == CLASS_UPPER;
    }
    return capitals > 1 || (capitals && letters == 1);
}

/* The size of the letters from i on. */
static uint32_t word_size(const scanner *s, uint32_t i)
{
    uint32_t end = i, next;
    while (end < s->end && is_letter(class_at(s, end, &next)))
        end = next;
    return end - i;
}

/* Whether the next token begins a paragraph or something in a list. */
static bool begins_item(const scanner *s)
{
    if (s->last == UINT32_MAX)
        return true;
    const ent_i_token *t = &s->text->tokens.items[s->text->tokens.n - 1];
    return t->kind == ENT_I_TOKEN_PUNCT ||
           ent_i_lexeme_of(s->text->book->lexicon, s->bytes + t->start,
                           t->end - t->start)
                   ->use &
               ENT_I_U_AND;
}

/* Whether two words with capitals follow, or brackets. */
static bool full_name_follows(const scanner *s, uint32_t i)
{
    for (int words = 0; words < 2; words++) {
        uint32_t next = i;
        while (i < s->end && class_at(s, i, &next) == CLASS_SPACE)
            i = next;
        if (i < s->end && s->bytes[i] == '(')
            return true;
        if (class_or_space(s, i) != CLASS_UPPER ||
            ent_i_is_starter(s->text->book->lexicon, s->bytes + i,
                             word_size(s, i)))
            return false;
        i += word_size(s, i);
    }
    return true;
}

/* "Barr. Ann Roe", "Poe and Barr. Ann Roe"; but "he told Barr. Ann Roe left" */
static bool is_title_here(const scanner *s, uint32_t i)
{
    return class_or_space(s, s->at) == CLASS_UPPER &&
           ent_i_lexeme_of(s->text->book->lexicon, s->bytes + s->at, i - s->at)
                   ->title &
               ENT_I_TITLE_PERIOD &&
           begins_item(s) && full_name_follows(s, i + 1);
}

/* Whether the period at i, after the word, belongs to the word. */
static bool is_own_period(const scanner *s, uint32_t part, uint32_t i)
{
    bool last = i + 1 >= s->end;
    uint32_t next;
    if (part > s->at) /* "U.S." */
        return i - part == 1;
    if (class_at(s, s->at, &next) == CLASS_UPPER && next == i)
        return !last;
    ent_i_abbreviation kind = ent_i_abbreviation_find(
        s->text->book->lexicon, s->bytes + s->at, i - s->at);
    if (kind == ENT_I_BEFORE_NUMBER)
        return number_follows(s, i + 1);
    return kind != ENT_I_NO_ABBREVIATION ||
           (ent_i_is_raised_title(s->text->book->lexicon, s->bytes + s->at,
                                  i - s->at) &&
            capitals_follow(s, i + 1)) ||
           is_title_here(s, i);
}

/* "AT&T", "R&D": capitals around the sign, which takes up to `next`. */
static bool is_inner_ampersand(const scanner *s, uint32_t i, uint32_t next)
{
    uint32_t after;
    return i > s->at && s->bytes[i] == '&' &&
           (next == i + 1 ||
            ent_i_entity(s->bytes, i, s->end, &after) == '&') &&
           class_or_space(s, i - 1) == CLASS_UPPER &&
           class_or_space(s, next) == CLASS_UPPER;
}

/* Whether a capitalised word is attached to the digits by mistake. */
static bool is_glued_word(const scanner *s, uint32_t i)
{
    return i - s->at >= 4 && class_or_space(s, i) == CLASS_UPPER &&
           class_or_space(s, i + 1) == CLASS_LOWER &&
           class_or_space(s, s->at) == CLASS_DIGIT;
}

/* Whether a name is attached at i to another word by mistake: "saidAnn",
 * "HostAnn"; but "deRoe", "MacRoe" and "iPhone" are one. */
static bool is_glued_name(const scanner *s, uint32_t i)
{
    enum { SHORTEST = 4 };
    uint32_t size = i - s->at;
    if (size < SHORTEST || class_or_space(s, i - 1) != CLASS_LOWER ||
        class_or_space(s, i + 1) != CLASS_LOWER ||
        class_or_space(s, i + 2) != CLASS_LOWER)
        return false;
    if (word_kind(s, s->at, i) == ENT_I_TOKEN_LOWER)
        return true;
    const ent_i_lexeme *word =
        ent_i_lexeme_of(s->text->book->lexicon, s->bytes + s->at, size);
    return word->grammar & (ENT_I_W_SAY | ENT_I_W_ROLE);
}

/* Where the word goes on that the hyphen at i breaks at a line's end, or 0. */
static uint32_t break_end(const scanner *s, uint32_t i)
{
    return s->bytes[i] == '-' ? ent_i_break_end(s->text->book->lexicon,
                                                s->bytes, s->at, i, s->end)
                              : 0;
}

/* Moves from part to part of the word; each mark on the way either belongs to
 * the word or ends it. */
static bool add_word(scanner *s)
{
    uint32_t i = s->at, part = s->at, next, size;
    while (i < s->end) {
        char_class c = class_at(s, i, &next);
        if (is_word(c) || c == CLASS_EXTEND || s->bytes[i] == '_') {
            if (c == CLASS_UPPER && is_glued_name(s, i))
                break;
            i = next;
        } else if (c != CLASS_MARK) {
            break;
        } else if (s->bytes[i] == '.') {
            if (is_address(s, i))
                return add(s, address_end(s, i), ENT_I_TOKEN_PUNCT);
            if (!is_inner_period(s, part, i)) {
                i += is_own_period(s, part, i);
                break;
            }
            part = ++i;
        } else if ((size = apostrophe(s, i)) > 0) {
            if (possessive(s, i) || !is_letter(class_or_space(s, i + size)))
                break;
            i += size;
        } else if (is_inner_ampersand(s, i, next)) {
            i = next;
        } else if ((size = break_end(s, i)) > 0) {
            i = size;
        } else if (s->bytes[i] == '@' && is_word(class_or_space(s, i + 1))) {
            return add(s, address_end(s, i), ENT_I_TOKEN_PUNCT);
        } else {
            if (is_address(s, i))
                return add(s, address_end(s, i), ENT_I_TOKEN_PUNCT);
            break;
        }
    }
    return add(s, i, word_kind(s, s->at, i));
}

/* "3.5", "1,000", "10:30", "4th": a mark between digits belongs to the
 * number. */
static bool add_number(scanner *s)
{
    uint32_t i = s->at, next;
    while (i < s->end) {
        char_class c = class_at(s, i, &next);
        bool inner =
            s->bytes[i] == '.' || s->bytes[i] == ',' || s->bytes[i] == ':';
        if (is_glued_word(s, i))
            break;
        if (!is_word(c) && c != CLASS_EXTEND &&
            !(inner && class_or_space(s, i + 1) == CLASS_DIGIT))
            break;
        i = next;
    }
    return add(s, i, ENT_I_TOKEN_NUMBER);
}

/* "@name", "#topic" */
static bool add_handle(scanner *s)
{
    uint32_t i = s->at + 1, next;
    while (i < s->end && (is_word(class_at(s, i, &next)) || s->bytes[i] == '_'))
        i = next;
    return add(s, i, ENT_I_TOKEN_PUNCT);
}

/* A run of the same ASCII mark is one token where it has one meaning. */
static bool add_mark(scanner *s)
{
    uint32_t i = s->at, next;
    char c = s->bytes[i];
    if (c == '&') {
        class_at(s, i, &next);
        return add(s, next, ENT_I_TOKEN_PUNCT);
    }
    if ((unsigned char)c < 0x80) {
        i++;
        while (strchr(".-!?*=_~`'", c) && i < s->end && s->bytes[i] == c)
            i++;
        return add(s, i, ENT_I_TOKEN_PUNCT);
    }
    /* Emoji may be several characters, tied together by joiners and modifiers.
     * A stray joiner doesn't tie a blank or word to itself. */
    bool joined = false;
    while (i < s->end) {
        char_class class = class_at(s, i, &next);
        if (i > s->at && class != CLASS_EXTEND &&
            !(joined && class == CLASS_MARK))
            break;
        joined = next - i == 3 && memcmp(s->bytes + i, "\xE2\x80\x8D", 3) == 0;
        i = next;
    }
    return add(s, i, ENT_I_TOKEN_PUNCT);
}

/* ---- scripts without blanks ---- */

struct ent_i_breaker {
    UBreakIterator *words;
    UText *utext;
};

void ent_i_breaker_free(struct ent_i_breaker *breaker)
{
    if (!breaker)
        return;
    if (breaker->words)
        ubrk_close(breaker->words);
    if (breaker->utext)
        utext_close(breaker->utext);
    ent_i_free(breaker);
}

enum { BREAKER_ROOM = 8 << 20 };

/* Opened when first needed: most runs never need it, and opening it costs more
 * than an article. */
static ent_status need_breaker(ent_i_text *text, ent_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    if (text->breaker)
        return ENT_OK;
    /* ICU doesn't check its allocations. */
    struct ent_i_breaker *breaker = ent_i_memory_spare(BREAKER_ROOM)
                                        ? ent_i_calloc(1, sizeof *breaker)
                                        : NULL;
    if (!breaker)
        return ent_i_no_memory(error, "text");
    breaker->words = ubrk_open(UBRK_WORD, "", NULL, 0, &code);
    if (U_FAILURE(code)) {
        ent_i_breaker_free(breaker);
        return ent_i_fail(error, ENT_ERR_LIBRARY, "text",
                          "ICU cannot break words: %s", u_errorName(code));
    }
    text->breaker = breaker;
    return ENT_OK;
}

/* ICU's dictionaries split such a run. They get the whole run, since they need
 * the context. */
static ent_status add_unspaced(scanner *s, ent_error *error)
{
    uint32_t end = s->at, next, start = s->at;
    UErrorCode code = U_ZERO_ERROR;
    while (end < s->end) {
        char_class c = class_at(s, end, &next);
        if (c != CLASS_UNSPACED && c != CLASS_EXTEND)
            break;
        end = next;
    }
    ent_status status = need_breaker(s->text, error);
    if (status)
        return status;
    struct ent_i_breaker *b = s->text->breaker;
    b->utext = utext_openUTF8(b->utext, s->bytes + start, end - start, &code);
    if (U_SUCCESS(code))
        ubrk_setUText(b->words, b->utext, &code);
    if (U_FAILURE(code))
        return ent_i_fail(error, ENT_ERR_LIBRARY, "text",
                          "ICU cannot break words: %s", u_errorName(code));
    for (int32_t at = ubrk_next(b->words); at != UBRK_DONE;
         at = ubrk_next(b->words))
        if (!add(s, start + (uint32_t)at, ENT_I_TOKEN_OTHER))
            return ent_i_no_memory(error, "text");
    return ENT_OK;
}

/* The first character decides what kind of token it can be. */
static bool add_next(scanner *s, char_class c)
{
    uint32_t size;
    if (is_letter(c))
        return add_word(s);
    if (c == CLASS_DIGIT)
        return add_number(s);
    if ((size = possessive(s, s->at)) > 0)
        return add(s, s->at + size, ENT_I_TOKEN_LOWER);
    if ((s->bytes[s->at] == '@' || s->bytes[s->at] == '#') &&
        is_word(class_or_space(s, s->at + 1)))
        return add_handle(s);
    return add_mark(s);
}

ent_status ent_i_tokens(ent_i_text *text, const char *bytes, ent_i_span span,
                        ent_error *error)
{
    scanner s = {
        bytes,
        span.start,
        span.end,
        UINT32_MAX,
        text,
        ent_i_is_roundabout(bytes + span.start, span.end - span.start)};
    size_t first = text->tokens.n;
    while (s.at < s.end) {
        uint32_t next;
        char_class c = class_at(&s, s.at, &next);
        if (c == CLASS_SPACE) {
            s.at = next;
        } else if (c == CLASS_UNSPACED) {
            ent_status status = add_unspaced(&s, error);
            if (status)
                return status;
        } else if (!add_next(&s, c)) {
            return ent_i_no_memory(error, "text");
        }
    }
    return find_words(&s, first) ? ENT_OK : ent_i_no_memory(error, "text");
}
