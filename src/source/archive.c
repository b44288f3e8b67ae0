/* Archives are read from front to back, a member at a time, and nothing is
 * written to disk. libarchive gets the bytes of a stream, which may itself be a
 * member: it reads a tar file in a ZIP archive without unpacking it first. */
#define _XOPEN_SOURCE 700 /* uselocale */

#include "source/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "source/sniff.h"

typedef struct unpacker {
    ent_i_stream *stream;
    struct archive *reader;
    size_t lent;      /* bytes of the stream's buffer that the reader has */
    ent_error broken; /* why the stream failed */
    bool raw;         /* compressed data, perhaps of a tar file */
    bool single;      /* of none: nothing follows its only member */
    bool ended;
    locale_t utf8; /* without it libarchive can't spell names beyond ASCII */
} unpacker;

/* ---- the bytes for libarchive ---- */

static int report(unpacker *u)
{
    archive_set_error(u->reader, EIO, "%s", u->broken.message);
    return ARCHIVE_FATAL;
}

static la_ssize_t give(struct archive *reader, void *ctx, const void **bytes)
{
    unpacker *u = ctx;
    ent_i_stream *stream = u->stream;
    (void)reader;
    ent_i_stream_skip(stream, u->lent);
    u->lent = 0;
    if (stream->start == stream->end && ent_i_stream_fill(stream, &u->broken))
        return report(u);
    *bytes = stream->buffer + stream->start;
    u->lent = stream->end - stream->start;
    return (la_ssize_t)u->lent;
}

static la_int64_t seek(struct archive *reader, void *ctx, la_int64_t offset,
                       int whence)
{
    unpacker *u = ctx;
    (void)reader;
    /* What was lent is not yet skipped, but the reader is beyond it. */
    uint64_t base = whence == SEEK_SET   ? 0
                    : whence == SEEK_CUR ? u->stream->offset + u->lent
                                         : ent_i_stream_size(u->stream);
    int64_t to = (int64_t)base + offset;
    u->lent = 0;
    if (to < 0 ||
        ent_i_stream_seek(u->stream, (uint64_t)to, &u->broken) != ENT_OK)
        return ARCHIVE_FATAL;
    return to;
}

/* ---- opening ---- */

/* Named one by one: "all" would include filters that start other programs, and
 * WARC, which libarchive reads wrongly. */
static bool choose(unpacker *u)
{
    struct archive *a = u->reader;
    bool fine = archive_read_support_filter_gzip(a) == ARCHIVE_OK &&
                archive_read_support_filter_bzip2(a) == ARCHIVE_OK &&
                archive_read_support_filter_xz(a) == ARCHIVE_OK &&
                archive_read_support_filter_zstd(a) == ARCHIVE_OK &&
                archive_read_support_filter_lz4(a) == ARCHIVE_OK &&
                archive_read_support_filter_compress(a) == ARCHIVE_OK &&
                archive_read_support_format_tar(a) == ARCHIVE_OK;
    if (u->raw)
        return fine && archive_read_support_format_raw(a) == ARCHIVE_OK;
    return fine && archive_read_support_format_zip(a) == ARCHIVE_OK &&
           archive_read_support_format_7zip(a) == ARCHIVE_OK;
}

static ent_status fail(const unpacker *u, ent_error *error)
{
    if (u->broken.code) {
        if (error)
            *error = u->broken;
        return u->broken.code;
    }
    const char *why = archive_error_string(u->reader);
    return ent_i_fail(error, ENT_ERR_FORMAT, "source", "cannot unpack: %s",
                      why ? why : "no reason given");
}

static void archive_close(void *container)
{
    unpacker *u = container;
    if (u->reader)
        archive_read_free(u->reader);
    if (u->utf8)
        freelocale(u->utf8);
    ent_i_free(u);
}

/* Of a ZIP or 7z archive the index stands at its end. A 7z archive that isn't a
 * file is taken into memory; a ZIP archive can also be read without it. */
static ent_status prepare(unpacker *u, ent_error *error)
{
    ent_i_stream *stream = u->stream;
    ent_status status = ENT_OK;
    const char *bytes = stream->buffer + stream->start;
    size_t size = stream->end - stream->start;
    u->raw = ent_i_sniff_compressed(bytes, size);
    if (ent_i_sniff_7z(bytes, size) && !ent_i_stream_seekable(stream))
        status = ent_i_stream_need_all(stream, error);
    return status;
}

static ent_status open_reader(unpacker *u, ent_error *error)
{
    u->reader = archive_read_new();
    if (!u->reader || !choose(u))
        return ent_i_no_memory(error, "source");
    archive_read_set_read_callback(u->reader, give);
    if (!u->raw && ent_i_stream_seekable(u->stream))
        archive_read_set_seek_callback(u->reader, seek);
    archive_read_set_callback_data(u->reader, u);
    return archive_read_open1(u->reader) == ARCHIVE_OK ? ENT_OK
                                                       : fail(u, error);
}

static ent_status archive_open(void **out, ent_i_stream *stream,
                               ent_error *error)
{
    unpacker *u = ent_i_calloc(1, sizeof *u);
    if (!u)
        return ent_i_no_memory(error, "source");
    u->stream = stream;
    u->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    ent_status status = prepare(u, error);
    if (!status)
        status = open_reader(u, error);
    if (status) {
        archive_close(u);
        return status;
    }
    *out = u;
    return ENT_OK;
}

/* ---- members ---- */

/* After ARCHIVE_FATAL nothing more can be read. */
static ent_status next_entry(unpacker *u, struct archive_entry **entry,
                             ent_error *error)
{
    int got = archive_read_next_header(u->reader, entry);
    if (got == ARCHIVE_EOF || got == ARCHIVE_FATAL)
        u->ended = true;
    if (got == ARCHIVE_FATAL || got == ARCHIVE_FAILED)
        return fail(u, error);
    /* The raw format takes anything for data that were never compressed. */
    u->ended = u->ended || (u->raw && archive_filter_count(u->reader) == 1);
    return !u->ended || got == ARCHIVE_EOF
               ? ENT_OK
               : ent_i_fail(error, ENT_ERR_FORMAT, "source",
                            "cannot unpack: broken compressed data");
}

static const char *name_of(struct archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);
    name = name ? name : archive_entry_pathname(entry);
    return name ? name : "?";
}

/* As in folders, hidden files belong to programs, not to readers. */
static bool is_hidden(const char *name)
{
    static const char apple[] = "__MACOSX/";
    bool hidden = strncmp(name, apple, sizeof apple - 1) == 0;
    while (*name && !hidden) {
        size_t n = strcspn(name, "/");
        hidden = name[0] == '.' && n > 1 && strncmp(name, "..", n) != 0;
        name += n + (name[n] == '/');
    }
    return hidden;
}

/* Folders, links and devices hold no text. */
static ent_status archive_next(void *container, ent_i_member *out, bool *more,
                               ent_error *error)
{
    unpacker *u = container;
    struct archive_entry *entry = NULL;
    ent_status status = ENT_OK;
    *out = (ent_i_member){.name = "", .date = ENT_NO_DATE};
    u->ended = u->ended || u->single;
    locale_t before = uselocale(u->utf8);
    do {
        if (!u->ended)
            status = next_entry(u, &entry, error);
        u->single = archive_format(u->reader) == ARCHIVE_FORMAT_RAW;
    } while (!status && !u->ended && !u->single &&
             (archive_entry_filetype(entry) != AE_IFREG ||
              is_hidden(name_of(entry))));
    *more = !u->ended || status;
    if (!status && *more && !u->single)
        out->name = name_of(entry);
    uselocale(before);
    return status;
}

static ent_status archive_read(void *container, char *to, size_t room,
                               size_t *got, ent_error *error)
{
    unpacker *u = container;
    la_ssize_t n = archive_read_data(u->reader, to, room);
    *got = n > 0 ? (size_t)n : 0;
    if (n == ARCHIVE_FATAL)
        u->ended = true;
    return n < 0 && n != ARCHIVE_WARN ? fail(u, error) : ENT_OK;
}

/* A compressed archive has to be unpacked up to the next member. */
static bool archive_skips(const void *container)
{
    const unpacker *u = container;
    return u->single || archive_filter_count(u->reader) == 1;
}

const ent_i_container ent_i_archive = {archive_open, archive_next, archive_read,
                                       archive_skips, archive_close};
