#include "source/subtitles.h"

#include <string.h>

#include "core/error.h"
#include "source/decode.h"
#include "source/document.h"

/* A silence after which something new begins. */
enum { PAUSE_MS = 4000 };

typedef struct line {
    const char *at;
    size_t size;
} line;

static bool next_line(const char **at, const char *end, line *out)
{
    if (*at >= end)
        return false;
    const char *stop = memchr(*at, '\n', (size_t)(end - *at));
    *out = (line){*at, (size_t)((stop ? stop : end) - *at)};
    *at = stop ? stop + 1 : end;
    while (out->size && strchr(" \t\r", out->at[out->size - 1]))
        out->size--;
    return true;
}

/* Reads "01:02:03,456" or "02:03.456"; the number of bytes, or 0. */
static size_t read_time(const char *at, size_t size, long *ms)
{
    long part = 0, total = 0;
    int colons = 0;
    size_t i = 0, digits = 0;
    for (; i < size; i++) {
        if (at[i] >= '0' && at[i] <= '9' && digits < 6) {
            part = part * 10 + (at[i] - '0');
            digits++;
        } else if (at[i] == ':' && digits && colons < 2) {
            total = (total + part) * 60;
            part = (long)(digits = 0);
            colons++;
        } else {
            break;
        }
    }
    if (!colons || !digits || i + 4 > size || !strchr(",.", at[i]))
        return 0;
    *ms = (total + part) * 1000;
    return i + 4;
}

/* "00:00:01,000 --> 00:00:04,000", perhaps with a place on the screen. */
static bool is_timing(const line *l, long *from, long *to)
{
    static const char arrow[] = "-->";
    size_t n = read_time(l->at, l->size, from);
    if (!n)
        return false;
    while (n < l->size && l->at[n] == ' ')
        n++;
    if (l->size - n < sizeof arrow || memcmp(l->at + n, arrow, 3) != 0)
        return false;
    n += 3;
    while (n < l->size && l->at[n] == ' ')
        n++;
    return read_time(l->at + n, l->size - n, to) > 0;
}

static bool is_number(const line *l)
{
    size_t i = 0;
    while (i < l->size && l->at[i] >= '0' && l->at[i] <= '9')
        i++;
    return i == l->size && i;
}

bool ent_i_sniff_subtitles(const char *bytes, size_t size)
{
    static const char vtt[] = "WEBVTT";
    const char *at = bytes, *end = bytes + size;
    line l;
    long from, to;
    if (size >= sizeof vtt - 1 && memcmp(bytes, vtt, sizeof vtt - 1) == 0)
        return size == sizeof vtt - 1 || strchr(" \t\r\n", bytes[6]);
    bool more = next_line(&at, end, &l);
    while (more && !l.size)
        more = next_line(&at, end, &l);
    return more && is_number(&l) && next_line(&at, end, &l) &&
           is_timing(&l, &from, &to);
}

/* ---- the text ---- */

typedef struct cues {
    ent_i_document out;
    long last;   /* when the last cue ended */
    bool in_cue; /* a timing was read, and no empty line since */
    bool ended;  /* a sentence did */
} cues;

static bool ends_sentence(const line *l)
{
    size_t n = l->size;
    while (n && strchr("\"')]>", l->at[n - 1]))
        n--;
    return n && strchr(".!?", l->at[n - 1]);
}

/* Without tags such as <i>, <v Ann Roe> and {\an8}; a voice tag names the
 * speaker, which becomes a label as in transcripts. */
static void add_line(cues *c, const line *l)
{
    size_t i = 0;
    bool speaks = l->size && l->at[0] == '-';
    if (speaks && c->ended)
        ent_i_document_part(&c->out);
    i += speaks;
    ent_i_document_add(&c->out, " ", 1);
    while (i < l->size) {
        size_t from = i;
        while (i < l->size && l->at[i] != '<' && l->at[i] != '{')
            i++;
        ent_i_document_add(&c->out, l->at + from, i - from);
        if (i == l->size)
            break;
        const char *close =
            memchr(l->at + i, l->at[i] == '<' ? '>' : '}', l->size - i);
        if (!close)
            break;
        size_t n = (size_t)(close - l->at) - i;
        if (n > 3 && memcmp(l->at + i, "<v ", 3) == 0) {
            ent_i_document_part(&c->out);
            ent_i_document_add(&c->out, l->at + i + 3, n - 3);
            ent_i_document_add(&c->out, ": ", 2);
        }
        i += n + 1;
    }
    if (l->size)
        c->ended = ends_sentence(l);
}

static void read_lines(cues *c, const char *at, const char *end)
{
    line l;
    long from, to;
    while (next_line(&at, end, &l)) {
        if (is_timing(&l, &from, &to)) {
            if (c->ended && from - c->last > PAUSE_MS)
                ent_i_document_part(&c->out);
            c->last = to;
            c->in_cue = true;
        } else if (!l.size) {
            c->in_cue = false;
        } else if (c->in_cue) {
            add_line(c, &l);
        }
    }
}

ent_status ent_i_read_subtitles(ent_article *article, ent_error *error)
{
    ent_i_string text = {0};
    cues c = {.last = 0};
    ent_status status =
        ent_i_decode(&text, article->raw.bytes, article->raw.size, NULL, error);
    if (!status) {
        read_lines(&c, text.items, text.items + text.n);
        status = ent_i_document_finish(&c.out, article, "subtitles without any",
                                       error);
    }
    /* What is said first is no headline. */
    if (!status) {
        article->title = "";
        article->title_size = 0;
        article->title_in_text = false;
    }
    ent_i_document_free(&c.out);
    ent_i_vec_free(&text);
    return status;
}
