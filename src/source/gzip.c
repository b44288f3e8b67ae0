/* Each piece (a "member" of RFC 1952) is checked by its sum. What was unpacked
 * ends at a fault, which is told when the records before it have been read. */
#include "source/gzip.h"

#include <string.h>
#include <zlib.h>

#include "core/error.h"
#include "source/sniff.h"

/* What zlib adds to a window of 32 KiB to ask for gzip's header and sum. */
enum { GZIP_WINDOW = 15 + 16 };
enum { HEADER = 10, RECORD = 8, LOOK = 1 << 12 };
/* Bytes of a file that may be read again behind faults: pieces made to be
 * broken could each lead to the file's end. */
enum { MOST_AGAIN = 1 << 28 };

typedef struct unpacker {
    ent_i_stream *stream;
    z_stream z;
    uint64_t piece;    /* where the piece begins that is being unpacked */
    uint64_t again;    /* bytes that were gone back behind faults */
    bool within;       /* it has begun and not ended */
    const char *fault; /* what was found instead; NULL: nothing */
    bool told;         /* the fault was reported */
    bool begun;        /* the first member was reached */
} unpacker;

/* ---- the beginning of a piece ---- */

static bool is_header(const unsigned char *bytes, size_t size)
{
    enum { DEFLATE = 8, RESERVED = 0xE0 };
    return size >= HEADER && bytes[0] == 0x1F && bytes[1] == 0x8B &&
           bytes[2] == DEFLATE && !(bytes[3] & RESERVED);
}

bool ent_i_sniff_gzip(const char *bytes, size_t size)
{
    char record[RECORD];
    z_stream z = {.next_in = (Bytef *)(uintptr_t)bytes,
                  .avail_in = size < LOOK ? (uInt)size : LOOK,
                  .next_out = (Bytef *)record,
                  .avail_out = sizeof record};
    if (!is_header((const unsigned char *)bytes, size) ||
        inflateInit2(&z, GZIP_WINDOW) != Z_OK)
        return false;
    inflate(&z, Z_SYNC_FLUSH);
    inflateEnd(&z);
    return ent_i_sniff_warc(record, sizeof record - z.avail_out);
}

/* ---- unpacking ---- */

static ent_status gzip_open(void **out, ent_i_stream *stream, ent_error *error)
{
    unpacker *u = ent_i_calloc(1, sizeof *u);
    if (!u || inflateInit2(&u->z, GZIP_WINDOW) != Z_OK) {
        ent_i_free(u);
        return ent_i_no_memory(error, "source");
    }
    u->stream = stream;
    *out = u;
    return ENT_OK;
}

static void gzip_close(void *container)
{
    unpacker *u = container;
    inflateEnd(&u->z);
    ent_i_free(u);
}

/* Begins the piece on which the stream stands, or ends at zeros, with which
 * tapes are filled up. */
static ent_status begin_piece(unpacker *u, bool *more, ent_error *error)
{
    ent_i_stream *stream = u->stream;
    ent_status status = ent_i_stream_need(stream, HEADER, error);
    const char *bytes = stream->buffer + stream->start;
    size_t size = stream->end - stream->start;
    *more = !status && size && *bytes;
    if (!*more)
        return status;
    u->piece = stream->offset;
    u->within = is_header((const unsigned char *)bytes, size);
    if (!u->within)
        u->fault = "something else behind one";
    return inflateReset(&u->z) == Z_OK ? ENT_OK
                                       : ent_i_no_memory(error, "source");
}

/* Unpacks what is in the stream's buffer. */
static ent_status go_on(unpacker *u, ent_error *error)
{
    ent_i_stream *stream = u->stream;
    ent_status status = ent_i_stream_need(stream, 1, error);
    size_t size = stream->end - stream->start;
    if (status)
        return status;
    u->z.next_in = (Bytef *)(stream->buffer + stream->start);
    u->z.avail_in = (uInt)size;
    int got = inflate(&u->z, Z_NO_FLUSH);
    ent_i_stream_skip(stream, size - u->z.avail_in);
    if (got == Z_MEM_ERROR)
        return ent_i_no_memory(error, "source");
    u->within = got != Z_STREAM_END;
    if (got != Z_OK && got != Z_STREAM_END)
        u->fault = size ? "a broken one" : "its end within one";
    return ENT_OK;
}

static ent_status report(unpacker *u, ent_error *error)
{
    ent_status status =
        ent_i_fail(error, ENT_ERR_FORMAT, "source",
                   "expected compressed records, found %s", u->fault);
    u->told = true;
    return ent_i_fail_at(error, status, u->stream->path, 0, (int64_t)u->piece);
}

static ent_status gzip_read(void *container, char *to, size_t room, size_t *got,
                            ent_error *error)
{
    unpacker *u = container;
    ent_status status = ENT_OK;
    bool more = true;
    u->z.next_out = (Bytef *)to;
    u->z.avail_out = (uInt)room;
    while (!status && more && !u->fault && u->z.avail_out)
        status = u->within ? go_on(u, error) : begin_piece(u, &more, error);
    *got = room - u->z.avail_out;
    return status;
}

/* ---- behind a fault ---- */

/* Moves on to the next piece that can be read; *more is false when there is
 * none. A broken piece may have led far beyond its end, so that the search
 * begins at its own, where that is possible. */
static ent_status find_piece(unpacker *u, bool *more, ent_error *error)
{
    ent_i_stream *stream = u->stream;
    ent_status status = ENT_OK;
    if (ent_i_stream_seekable(stream) && u->again < MOST_AGAIN) {
        u->again += stream->offset - u->piece;
        status = ent_i_stream_seek(stream, u->piece + 1, error);
    }
    while (!status) {
        status = ent_i_stream_need(stream, LOOK, error);
        const char *bytes = stream->buffer + stream->start;
        size_t size = stream->end - stream->start;
        *more = !status && size;
        if (!*more || ent_i_sniff_gzip(bytes, size))
            break;
        const char *next = memchr(bytes + 1, 0x1F, size - 1);
        ent_i_stream_skip(stream, next ? (size_t)(next - bytes) : size);
    }
    u->within = u->told = false;
    u->fault = NULL;
    return status;
}

static ent_status gzip_next(void *container, ent_i_member *out, bool *more,
                            ent_error *error)
{
    unpacker *u = container;
    *out = (ent_i_member){.name = "", .date = ENT_NO_DATE, .resumed = u->told};
    *more = !u->begun;
    u->begun = true;
    return u->told    ? find_piece(u, more, error)
           : u->fault ? report(u, error)
                      : ENT_OK;
}

/* There is nothing behind a member but what find_piece finds. */
static bool gzip_skips(const void *container)
{
    (void)container;
    return true;
}

const ent_i_container ent_i_gzip = {gzip_open, gzip_next, gzip_read, gzip_skips,
                                    gzip_close};
