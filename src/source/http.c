/* Header lines, chunks (RFC 9112, 7.1) and content codings (RFC 9110, 8.4). */
#include "source/http.h"
#include "core/ascii.h"

#include <string.h>
#include <zlib.h>

#include "core/error.h"

/* ---- headers ---- */

static size_t line_end(const char *bytes, size_t at, size_t size)
{
    const char *newline = memchr(bytes + at, '\n', size - at);
    return newline ? (size_t)(newline - bytes) + 1 : size;
}

size_t ent_i_header_end(const char *bytes, size_t size)
{
    size_t at = 0;
    while (at < size) {
        size_t end = line_end(bytes, at, size);
        bool empty = bytes[at] == '\n' || (bytes[at] == '\r' && end == at + 2);
        if (empty && bytes[end - 1] == '\n')
            return end;
        at = end;
    }
    return 0;
}

static ent_i_header trimmed(const char *at, size_t size)
{
    while (size && memchr(" \t\r\n", at[size - 1], 4))
        size--;
    while (size && memchr(" \t", *at, 2)) {
        at++;
        size--;
    }
    return (ent_i_header){at, size};
}

bool ent_i_header_find(const ent_i_header *header, const char *name,
                       ent_i_header *value)
{
    size_t n = strlen(name);
    for (size_t at = 0; at < header->size;) {
        size_t end = line_end(header->at, at, header->size);
        const char *line = header->at + at;
        if (end - at > n && line[n] == ':' && ent_i_ascii_same(line, name, n)) {
            *value = trimmed(line + n + 1, end - at - n - 1);
            return true;
        }
        at = end;
    }
    *value = (ent_i_header){"", 0};
    return false;
}

bool ent_i_header_is(const ent_i_header *value, const char *word)
{
    size_t n = strlen(word);
    return value->size >= n && ent_i_ascii_same(value->at, word, n);
}

ent_i_response ent_i_response_read(const char *bytes, size_t size)
{
    static const char name[] = "HTTP/";
    ent_i_response made = {0};
    size_t end = ent_i_header_end(bytes, size);
    size_t line = size ? line_end(bytes, 0, size) : 0;
    const char *blank = line ? memchr(bytes, ' ', line) : NULL;
    if (!end || size < sizeof name || memcmp(bytes, name, sizeof name - 1) != 0)
        return made;
    for (size_t i = blank ? (size_t)(blank - bytes) + 1 : line;
         i < line && bytes[i] >= '0' && bytes[i] <= '9' && made.status < 1000;
         i++)
        made.status = made.status * 10 + (bytes[i] - '0');
    made.head = (ent_i_header){bytes + line, end - line};
    made.body = (ent_i_header){bytes + end, size - end};
    return made;
}

/* ---- bodies ---- */

/* The number at the start of a chunk; -1 when there is none. */
static int64_t chunk_size(const char *bytes, size_t size, size_t *used)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    int64_t number = 0;
    size_t i = 0;
    for (; i < size && i < 8; i++) {
        const char *found = memchr(digits, bytes[i], sizeof digits - 1);
        if (!found)
            break;
        number = number * 16 + (found - digits) % 16;
    }
    *used = i < size ? line_end(bytes, i, size) : size;
    bool ends = i < size && memchr("\r\n; \t", bytes[i], 5);
    return i && ends ? number : -1;
}

/* Joins the chunks. Where there is no chunk although one was announced, the
 * rest is taken as it is: many crawlers join chunks but keep the header. */
static bool join_chunks(const ent_i_header *body, ent_i_string *out,
                        bool *broken_off)
{
    const char *at = body->at;
    size_t left = body->size;
    while (left) {
        size_t used;
        int64_t size = chunk_size(at, left, &used);
        if (size == 0)
            break;
        if (size < 0)
            return ent_i_string_add(out, at, left);
        at += used;
        left -= used;
        size_t n = (size_t)size < left ? (size_t)size : left;
        *broken_off = n < (size_t)size;
        if (!ent_i_string_add(out, at, n))
            return false;
        at += n;
        left -= n;
        size_t end = left && *at == '\r' ? 2 : 1;
        end = end < left ? end : left;
        at += end;
        left -= end;
    }
    return true;
}

enum { INFLATE_ROOM = 1 << 16, GZIP_OR_ZLIB = 15 + 32 };

/* What was decoded before an error is kept, as browsers do with a page that
 * breaks off. */
static ent_status inflate_all(const ent_i_header *body, int window, size_t most,
                              ent_i_string *out, bool *broken_off,
                              ent_error *error)
{
    z_stream z = {0};
    int got = inflateInit2(&z, window);
    size_t before = out->n;
    z.next_in = (Bytef *)(uintptr_t)body->at;
    z.avail_in = (uInt)body->size;
    if (got != Z_OK)
        return ent_i_no_memory(error, "source");
    bool room = true;
    while (got == Z_OK && out->n <= most &&
           (room = ent_i_vec_reserve(out, INFLATE_ROOM + 1))) {
        z.next_out = (Bytef *)out->items + out->n;
        z.avail_out = INFLATE_ROOM;
        got = inflate(&z, Z_NO_FLUSH);
        out->n += INFLATE_ROOM - z.avail_out;
    }
    inflateEnd(&z);
    if (!room || got == Z_MEM_ERROR)
        return ent_i_no_memory(error, "source");
    if (out->n > most)
        return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                          "expected a page of at most %zu MiB, found more",
                          most >> 20);
    *broken_off |= got != Z_STREAM_END;
    return out->n > before || got == Z_STREAM_END
               ? ENT_OK
               : ent_i_fail(error, ENT_ERR_FORMAT, "source",
                            "expected compressed data in a response, found "
                            "broken ones");
}

static ent_status undo_coding(const ent_i_header *coding,
                              const ent_i_header *body, size_t most,
                              ent_i_string *out, bool *broken_off,
                              ent_error *error)
{
    const unsigned char *bytes = (const unsigned char *)body->at;
    bool gzip = body->size > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
    if (ent_i_header_is(coding, "gzip") || ent_i_header_is(coding, "x-gzip"))
        if (gzip)
            return inflate_all(body, GZIP_OR_ZLIB, most, out, broken_off,
                               error);
    if (ent_i_header_is(coding, "deflate")) {
        bool zlib = body->size > 2 && (bytes[0] & 15) == 8 &&
                    (bytes[0] * 256 + bytes[1]) % 31 == 0;
        if (gzip || zlib)
            return inflate_all(body, GZIP_OR_ZLIB, most, out, broken_off,
                               error);
        if (body->size && bytes[0] != '<')
            return inflate_all(body, -15, most, out, broken_off, error);
    }
    if (ent_i_header_is(coding, "br") || ent_i_header_is(coding, "zstd"))
        return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                          "expected a response in gzip or deflate, found one "
                          "in %.*s",
                          coding->size > 8 ? 8 : (int)coding->size, coding->at);
    return ent_i_string_add(out, body->at, body->size)
               ? ENT_OK
               : ent_i_no_memory(error, "source");
}

ent_status ent_i_response_body(ent_i_response *response, size_t most,
                               ent_i_string *out, ent_error *error)
{
    ent_i_header transfer, coding;
    ent_i_string joined = {0};
    ent_i_header body = response->body;
    if (ent_i_header_find(&response->head, "Transfer-Encoding", &transfer) &&
        ent_i_header_is(&transfer, "chunked")) {
        if (!join_chunks(&body, &joined, &response->broken_off)) {
            ent_i_vec_free(&joined);
            return ent_i_no_memory(error, "source");
        }
        body = (ent_i_header){joined.items ? joined.items : "", joined.n};
    }
    ent_i_header_find(&response->head, "Content-Encoding", &coding);
    ent_status status =
        undo_coding(&coding, &body, most, out, &response->broken_off, error);
    ent_i_vec_free(&joined);
    return status;
}
