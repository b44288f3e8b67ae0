/* Groups in braces, control words after backslashes, text between. Only what
 * makes up the text is looked at: paragraphs, characters, and the groups that
 * hold something else. */
#include "source/rtf.h"

#include <stdio.h>
#include <string.h>
#include <unicode/utf8.h>

#include "core/error.h"
#include "source/decode.h"
#include "source/document.h"

enum { DEPTH_MOST = 1000, WORD_ROOM = 33, WESTERN = 1252 };

/* What a control word does. */
typedef enum effect {
    NOTHING,
    ADD,       /* text */
    PART,      /* ends a paragraph */
    LEAVE_OUT, /* its group holds no text of the document */
    UNICODE,   /* a character, with others for older readers after it */
    FALLBACKS, /* how many those are */
    CODE_PAGE, /* of bytes in the text */
    BINARY     /* so many bytes follow */
} effect;

typedef struct control {
    const char *word;
    effect does;
    const char *text;
} control;

static const control controls[] = {
    {"par", PART, NULL},
    {"sect", PART, NULL},
    {"page", PART, NULL},
    {"cell", PART, NULL},
    {"row", PART, NULL},
    {"line", ADD, " "},
    {"tab", ADD, " "},
    {"emdash", ADD, "\xE2\x80\x94"},
    {"endash", ADD, "\xE2\x80\x93"},
    {"lquote", ADD, "\xE2\x80\x98"},
    {"rquote", ADD, "\xE2\x80\x99"},
    {"ldblquote", ADD, "\xE2\x80\x9C"},
    {"rdblquote", ADD, "\xE2\x80\x9D"},
    {"bullet", ADD, "\xE2\x80\xA2"},
    {"u", UNICODE, NULL},
    {"uc", FALLBACKS, NULL},
    {"ansicpg", CODE_PAGE, NULL},
    {"bin", BINARY, NULL},
    {"fonttbl", LEAVE_OUT, NULL},
    {"colortbl", LEAVE_OUT, NULL},
    {"stylesheet", LEAVE_OUT, NULL},
    {"info", LEAVE_OUT, NULL},
    {"pict", LEAVE_OUT, NULL},
    {"object", LEAVE_OUT, NULL},
    {"header", LEAVE_OUT, NULL},
    {"headerl", LEAVE_OUT, NULL},
    {"headerr", LEAVE_OUT, NULL},
    {"headerf", LEAVE_OUT, NULL},
    {"footer", LEAVE_OUT, NULL},
    {"footerl", LEAVE_OUT, NULL},
    {"footerr", LEAVE_OUT, NULL},
    {"footerf", LEAVE_OUT, NULL},
    {"footnote", LEAVE_OUT, NULL},
    {"annotation", LEAVE_OUT, NULL},
    {"fldinst", LEAVE_OUT, NULL},
    {"listtext", LEAVE_OUT, NULL},
    {"deleted", LEAVE_OUT, NULL},
};

typedef struct group {
    bool left_out;
    int fallbacks; /* characters that follow each of UNICODE */
} group;

typedef struct rtf {
    const char *at;
    const char *end;
    ent_i_document out;
    ent_i_string bytes; /* of the code page, not yet decoded */
    int code_page;
    int skip;      /* characters yet to be passed over */
    int32_t first; /* of a pair of surrogates, or 0 */
    group groups[DEPTH_MOST];
    size_t depth;
} rtf;

static group *top(rtf *r) { return &r->groups[r->depth]; }

/* ---- text ---- */

static ent_status flush(rtf *r, ent_error *error)
{
    char encoding[32];
    ent_i_string text = {0};
    if (!r->bytes.n)
        return ENT_OK;
    snprintf(encoding, sizeof encoding, "windows-%d", r->code_page);
    ent_status status =
        ent_i_decode(&text, r->bytes.items, r->bytes.n, encoding, error);
    /* A code page that ICU doesn't know is one that nobody has. */
    if (status == ENT_ERR_FORMAT)
        status = ent_i_decode(&text, r->bytes.items, r->bytes.n, "windows-1252",
                              error);
    if (!status)
        ent_i_document_add(&r->out, text.items, text.n);
    ent_i_vec_free(&text);
    r->bytes.n = 0;
    return status;
}

static ent_status add(rtf *r, const char *text, ent_error *error)
{
    ent_status status = flush(r, error);
    if (!status && !top(r)->left_out)
        ent_i_document_add(&r->out, text, strlen(text));
    return status;
}

static ent_status add_byte(rtf *r, char byte, ent_error *error)
{
    if (r->skip) {
        r->skip--;
        return ENT_OK;
    }
    if (top(r)->left_out || !byte)
        return ENT_OK;
    return ent_i_string_add(&r->bytes, &byte, 1)
               ? ENT_OK
               : ent_i_no_memory(error, "source");
}

/* Numbers above 32767 are written as negative ones, characters beyond the first
 * plane as two surrogates. */
static ent_status add_unicode(rtf *r, int number, ent_error *error)
{
    int32_t c = (int32_t)(uint16_t)number;
    char text[5] = "";
    int32_t n = 0;
    r->skip = top(r)->fallbacks;
    if (c >= 0xD800 && c < 0xDC00) {
        r->first = c;
        return ENT_OK;
    }
    if (c >= 0xDC00 && c < 0xE000)
        c = r->first ? 0x10000 + ((r->first - 0xD800) << 10) + (c - 0xDC00)
                     : 0xFFFD;
    r->first = 0;
    if (c)
        U8_APPEND_UNSAFE(text, n, c);
    return add(r, text, error);
}

/* ---- control words ---- */

static const control *find_control(const char *word)
{
    static const control none = {"", NOTHING, NULL};
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++)
        if (strcmp(controls[i].word, word) == 0)
            return &controls[i];
    return &none;
}

static ent_status obey(rtf *r, const control *found, int number,
                       ent_error *error)
{
    ent_status status = ENT_OK;
    switch (found->does) {
    case ADD:
        return add(r, found->text, error);
    case PART:
        status = flush(r, error);
        if (!top(r)->left_out)
            ent_i_document_part(&r->out);
        return status;
    case LEAVE_OUT:
        status = flush(r, error);
        top(r)->left_out = true;
        r->out.left_out = "headers, footers, notes and pictures";
        return status;
    case UNICODE:
        return add_unicode(r, number, error);
    case FALLBACKS:
        top(r)->fallbacks = number >= 0 && number < 16 ? number : 1;
        return ENT_OK;
    case CODE_PAGE:
        r->code_page = number > 0 ? number : WESTERN;
        return ENT_OK;
    case BINARY:
        r->at += number > 0 && number < r->end - r->at ? number : 0;
        return ENT_OK;
    case NOTHING:
        break;
    }
    return ENT_OK;
}

/* "\word-12 " */
static ent_status read_word(rtf *r, ent_error *error)
{
    char word[WORD_ROOM];
    size_t n = 0;
    int number = 0;
    while (r->at < r->end && *r->at >= 'a' && *r->at <= 'z') {
        if (n + 1 < sizeof word)
            word[n++] = *r->at;
        r->at++;
    }
    word[n] = '\0';
    bool negative = r->at < r->end && *r->at == '-';
    r->at += negative;
    for (; r->at < r->end && *r->at >= '0' && *r->at <= '9'; r->at++)
        number = number < 100000000 ? number * 10 + (*r->at - '0') : number;
    r->at += r->at < r->end && *r->at == ' ';
    return obey(r, find_control(word), negative ? -number : number, error);
}

static int hex(char c)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = c ? strchr(digits, c) : NULL;
    return found ? (int)(found - digits) % 16 : -1;
}

/* What follows a backslash: a word, a byte in hexadecimal, or a character. */
static ent_status read_control(rtf *r, ent_error *error)
{
    if (r->at >= r->end)
        return ENT_OK;
    char c = *r->at;
    if (c >= 'a' && c <= 'z')
        return read_word(r, error);
    r->at++;
    switch (c) {
    case '\'': {
        int high = r->end - r->at >= 2 ? hex(r->at[0]) : -1;
        int low = high >= 0 ? hex(r->at[1]) : -1;
        r->at += low >= 0 ? 2 : 0;
        return low < 0 ? ENT_OK : add_byte(r, (char)(high * 16 + low), error);
    }
    case '*':
        top(r)->left_out = true;
        return ENT_OK;
    case '~':
        return add(r, " ", error);
    case '_':
        return add(r, "-", error);
    case '\n':
    case '\r':
        return obey(r, &controls[0], 0, error);
    default:
        return strchr("\\{}", c) ? add_byte(r, c, error) : ENT_OK;
    }
}

static ent_status read_all(rtf *r, ent_error *error)
{
    ent_status status = ENT_OK;
    while (!status && r->at < r->end) {
        char c = *r->at++;
        if (c == '\\') {
            status = read_control(r, error);
        } else if (c == '{') {
            if (r->depth + 1 == DEPTH_MOST)
                return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                                  "expected groups at most %d deep, found more",
                                  DEPTH_MOST);
            r->groups[r->depth + 1] = r->groups[r->depth];
            r->depth++;
        } else if (c == '}') {
            status = flush(r, error);
            r->depth -= r->depth > 0;
            r->skip = 0;
        } else if (c != '\r' && c != '\n') {
            status = add_byte(r, c, error);
        }
    }
    return status ? status : flush(r, error);
}

ent_status ent_i_read_rtf(ent_article *article, ent_error *error)
{
    rtf *r = ent_i_calloc(1, sizeof *r);
    if (!r)
        return ent_i_no_memory(error, "source");
    r->at = article->raw.bytes;
    r->end = r->at + article->raw.size;
    r->code_page = WESTERN;
    r->groups[0].fallbacks = 1;
    ent_status status = read_all(r, error);
    if (!status)
        status = ent_i_document_finish(&r->out, article,
                                       "an RTF document without any", error);
    ent_i_document_free(&r->out);
    ent_i_vec_free(&r->bytes);
    ent_i_free(r);
    return status;
}
