/* A record is a header, a block whose size the header states, and two line
 * ends. Where that doesn't hold, the record is reported and the next one is
 * looked for by its first line. Only the pages are held in memory. */
#include "source/warc.h"

#include <string.h>

#include "core/error.h"
#include "source/dates.h"
#include "source/http.h"
#include "source/sniff.h"

enum {
    HEADER_MOST = 1 << 16,
    PAGE_MOST = 64 << 20, /* a page and its header, packed and unpacked */
    NAME_MOST = 2048
};

typedef struct warc {
    ent_i_stream *stream;
    ent_i_string page; /* the member's bytes */
    size_t given;      /* how much of them was read */
    char url[NAME_MOST];
    char encoding[64];
    ent_date date;
    uint32_t warnings;
} warc;

static ent_status warc_open(void **out, ent_i_stream *stream, ent_error *error)
{
    warc *w = ent_i_calloc(1, sizeof *w);
    if (!w)
        return ent_i_no_memory(error, "source");
    w->stream = stream;
    *out = w;
    return ENT_OK;
}

static void warc_close(void *container)
{
    warc *w = container;
    ent_i_vec_free(&w->page);
    ent_i_free(w);
}

/* ---- one record ---- */

/* What is known of a record from its header. */
typedef struct record {
    ent_i_header head;
    ent_i_header type;
    ent_i_header content; /* the block's media type */
    uint64_t size;        /* of the block */
} record;

static bool read_size(const ent_i_header *value, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < value->size; i++) {
        if (value->at[i] < '0' || value->at[i] > '9' || *out >> 50)
            return false;
        *out = *out * 10 + (uint64_t)(value->at[i] - '0');
    }
    return value->size > 0;
}

/* Reports where the record began. */
static ent_status malformed(warc *w, const char *found, ent_error *error)
{
    ent_status status = ent_i_fail(error, ENT_ERR_FORMAT, "source",
                                   "expected a WARC record, found %s", found);
    return ent_i_fail_at(error, status, w->stream->path, 0,
                         (int64_t)w->stream->offset);
}

/* Moves to the next line that begins a record, beyond the one it stands on. */
static ent_status resume(warc *w, ent_error *error)
{
    ent_status status;
    do {
        status = ent_i_stream_skip_line(w->stream, error);
        if (!status)
            status = ent_i_stream_need(w->stream, 8, error);
    } while (!status && w->stream->start < w->stream->end &&
             !ent_i_sniff_warc(w->stream->buffer + w->stream->start,
                               w->stream->end - w->stream->start));
    return status;
}

/* The header stays in the stream's buffer. */
static ent_status read_header(warc *w, record *out, size_t *size,
                              ent_error *error)
{
    ent_i_stream *stream = w->stream;
    ent_i_header length;
    size_t had = 0;
    *size = 0;
    while (!*size) {
        size_t n = stream->end - stream->start;
        *size = ent_i_header_end(stream->buffer + stream->start, n);
        if (!*size && (n > HEADER_MOST || (n == had && stream->ended)))
            return malformed(w, "a header without end", error);
        had = n;
        ent_status status =
            *size ? ENT_OK : ent_i_stream_need(stream, n + 1, error);
        if (status)
            return status;
    }
    out->head = (ent_i_header){stream->buffer + stream->start, *size};
    if (!ent_i_sniff_warc(out->head.at, *size))
        return malformed(w, "something else", error);
    ent_i_header_find(&out->head, "WARC-Type", &out->type);
    ent_i_header_find(&out->head, "Content-Type", &out->content);
    ent_i_header_find(&out->head, "Content-Length", &length);
    return read_size(&length, &out->size)
               ? ENT_OK
               : malformed(w, "no Content-Length", error);
}

static bool is_page(const ent_i_header *type)
{
    return ent_i_header_is(type, "text/html") ||
           ent_i_header_is(type, "application/xhtml+xml");
}

/* Whether the record can hold a page: its own header tells, for a response only
 * that it is one. */
static bool may_hold_page(const record *r)
{
    if (ent_i_header_is(&r->type, "response"))
        return ent_i_header_is(&r->content, "application/http");
    if (ent_i_header_is(&r->type, "resource"))
        return is_page(&r->content);
    return ent_i_header_is(&r->type, "conversion") &&
           (is_page(&r->content) || ent_i_header_is(&r->content, "text/plain"));
}

/* Addresses stand in angle brackets in what some programs write. */
static void keep_facts(warc *w, const record *r)
{
    ent_i_header value;
    size_t used;
    ent_i_header_find(&r->head, "WARC-Target-URI", &value);
    if (value.size > 1 && value.at[0] == '<' &&
        value.at[value.size - 1] == '>') {
        value.at++;
        value.size -= 2;
    }
    size_t n = value.size < NAME_MOST ? value.size : NAME_MOST - 1;
    memcpy(w->url, value.at, n);
    w->url[n] = '\0';
    ent_i_header_find(&r->head, "WARC-Date", &value);
    w->date = ENT_NO_DATE;
    ent_i_read_date(value.at, value.size, &used, &w->date);
}

/* charset=utf-8, perhaps in quotes */
static void keep_encoding(warc *w, const ent_i_header *type)
{
    static const char key[] = "charset=";
    size_t n = 0;
    w->encoding[0] = '\0';
    for (size_t i = 0; i < type->size && !n; i++) {
        ent_i_header rest = {type->at + i, type->size - i};
        if (!ent_i_header_is(&rest, key))
            continue;
        const char *at = rest.at + sizeof key - 1;
        const char *end = rest.at + rest.size;
        at += at < end && memchr("\"'", *at, 2);
        while (at + n < end && n + 1 < sizeof w->encoding &&
               !memchr("\"'; ,", at[n], 5))
            n++;
        memcpy(w->encoding, at, n);
        w->encoding[n] = '\0';
    }
}

/* Takes a page from a record's block; *found is false when it holds none. A
 * response that doesn't say what it is may be a page: its content tells. */
static ent_status take_page(warc *w, const record *r, const char *block,
                            bool *found, ent_error *error)
{
    ent_i_response response = {0};
    ent_i_header type = r->content;
    size_t size = (size_t)r->size;
    w->page.n = w->given = 0;
    w->warnings = 0;
    if (!ent_i_header_is(&r->type, "response")) {
        keep_encoding(w, &type);
        *found = true;
        return ent_i_string_add(&w->page, block, size)
                   ? ENT_OK
                   : ent_i_no_memory(error, "source");
    }
    response = ent_i_response_read(block, size);
    bool told = ent_i_header_find(&response.head, "Content-Type", &type);
    *found = response.status == 200 && (is_page(&type) || !told);
    if (!*found)
        return ENT_OK;
    keep_encoding(w, &type);
    ent_status status =
        ent_i_response_body(&response, PAGE_MOST, &w->page, error);
    w->warnings = response.broken_off ? ENT_WARN_BROKEN_OFF : 0;
    *found = told || (!status && w->page.n &&
                      ent_i_sniff_html(w->page.items, w->page.n));
    return status;
}

/* A block that isn't needed passes through without being kept. */
static ent_status skip_block(warc *w, uint64_t size, ent_error *error)
{
    ent_i_stream *stream = w->stream;
    ent_status status = ENT_OK;
    while (size && !status) {
        size_t n = stream->end - stream->start;
        n = n < size ? n : (size_t)size;
        ent_i_stream_skip(stream, n);
        size -= n;
        if (!size)
            break;
        if (stream->ended)
            return malformed(w, "its end before that of the record", error);
        status = ent_i_stream_fill(stream, error);
    }
    return status;
}

/* Reads the record on which the stream stands, and passes it. */
static ent_status read_record(warc *w, bool *found, ent_error *error)
{
    ent_i_stream *stream = w->stream;
    record r;
    size_t head;
    *found = false;
    ent_status status = read_header(w, &r, &head, error);
    if (status) {
        ent_status moved = resume(w, NULL);
        return moved == ENT_ERR_MEMORY ? ent_i_no_memory(error, "source")
                                       : status;
    }
    bool wanted = may_hold_page(&r);
    if (wanted)
        keep_facts(w, &r);
    if (!wanted || r.size > PAGE_MOST) {
        status = wanted ? ent_i_fail(error, ENT_ERR_LIMIT, "source",
                                     "expected a page of at most %d MiB, found "
                                     "more",
                                     PAGE_MOST >> 20)
                        : ENT_OK;
        ent_status skipped =
            skip_block(w, head + r.size, status ? NULL : error);
        return status ? status : skipped;
    }
    /* The buffer may move. */
    status = ent_i_stream_need(stream, head + (size_t)r.size, error);
    if (status)
        return status;
    if (stream->end - stream->start < head + r.size) {
        malformed(w, "its end before that of the record", error);
        ent_i_stream_skip(stream, stream->end - stream->start);
        return ENT_ERR_FORMAT;
    }
    r.head.at = stream->buffer + stream->start;
    ent_i_header_find(&r.head, "WARC-Type", &r.type);
    ent_i_header_find(&r.head, "Content-Type", &r.content);
    status = take_page(w, &r, r.head.at + head, found, error);
    if (status)
        ent_i_fail_at(error, status, w->url, 0, (int64_t)stream->offset);
    ent_i_stream_skip(stream, head + (size_t)r.size);
    return status;
}

/* ---- the container ---- */

static ent_status warc_next(void *container, ent_i_member *out, bool *more,
                            ent_error *error)
{
    warc *w = container;
    bool found = false;
    ent_status status = ENT_OK;
    *more = true;
    while (!status && *more && !found) {
        status = ent_i_stream_skip_space(w->stream, more, error);
        if (!status && *more)
            status = read_record(w, &found, error);
    }
    *out = (ent_i_member){.name = w->url,
                          .url = w->url,
                          .encoding = w->encoding[0] ? w->encoding : NULL,
                          .date = w->date,
                          .warnings = w->warnings};
    return status;
}

static ent_status warc_read(void *container, char *to, size_t room, size_t *got,
                            ent_error *error)
{
    warc *w = container;
    (void)error;
    size_t left = w->page.n - w->given;
    *got = left < room ? left : room;
    if (*got)
        memcpy(to, w->page.items + w->given, *got);
    w->given += *got;
    return ENT_OK;
}

static bool warc_skips(const void *container)
{
    (void)container;
    return true;
}

const ent_i_container ent_i_warc = {warc_open, warc_next, warc_read, warc_skips,
                                    warc_close};
