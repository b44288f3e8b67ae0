/* One buffer holds the bytes that were read and not yet used. It is compacted
 * when more than half of it is used up and doubled otherwise, so that each byte
 * is moved a limited number of times, however long an article is. */
#include "source/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"
#include "core/memory.h"

/* Large enough for most plain articles to take one read each. */
enum { FIRST_CAP = 1 << 17 };

/* How soon a stop is noticed while a pipe is silent. */
enum { STOP_MS = 100 };

/* errno is an argument because calls in between may change it. */
static ent_status io_failure(const ent_i_stream *stream, const char *doing,
                             int code, ent_error *error)
{
    ent_status status = code == ENOENT ? ENT_ERR_NOT_FOUND : ENT_ERR_IO;
    ent_i_fail(error, status, "source", "cannot %s: %s", doing, strerror(code));
    return ent_i_fail_at(error, status, stream->path, 0, -1);
}

/* Standard input is duplicated, so that closing the stream leaves the caller's
 * own descriptor open. */
ent_status ent_i_stream_open(ent_i_stream *stream, const char *path,
                             ent_error *error)
{
    bool standard = strcmp(path, "-") == 0;
    *stream = (ent_i_stream){.path = standard ? "stdin" : path,
                             .most = ENT_I_ARTICLE_MOST,
                             .line = 1,
                             .date = ENT_NO_DATE};
    stream->fd =
        standard ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);
    if (stream->fd < 0) {
        int code = errno;
        stream->ended = true;
        return io_failure(stream, "open", code, error);
    }
    return ENT_OK;
}

/* Copied, since readers decode in place and take over the buffer. */
ent_status ent_i_stream_open_memory(ent_i_stream *stream, const char *path,
                                    const void *bytes, size_t size,
                                    ent_error *error)
{
    *stream = (ent_i_stream){.path = path,
                             .fd = -1,
                             .most = ENT_I_ARTICLE_MOST,
                             .line = 1,
                             .date = ENT_NO_DATE,
                             .ended = true};
    stream->buffer = ent_i_malloc(size);
    if (!stream->buffer)
        return ent_i_no_memory(error, "source");
    if (size)
        memcpy(stream->buffer, bytes, size);
    stream->end = stream->cap = stream->taken = size;
    return ENT_OK;
}

void ent_i_stream_open_supply(ent_i_stream *stream, const char *path,
                              ent_i_supply *supply, void *ctx)
{
    *stream = (ent_i_stream){.path = path,
                             .fd = -1,
                             .most = ENT_I_ARTICLE_MOST,
                             .line = 1,
                             .date = ENT_NO_DATE,
                             .supply = supply,
                             .supply_ctx = ctx};
}

/* A closed stream reads like one that has ended, and may be closed again. */
void ent_i_stream_close(ent_i_stream *stream)
{
    if (stream->fd >= 0)
        close(stream->fd);
    ent_i_free(stream->buffer);
    ent_i_vec_free(&stream->head);
    if (stream->kept)
        stream->free_kept(stream->kept);
    stream->kept = NULL;
    stream->buffer = NULL;
    stream->start = stream->end = stream->cap = 0;
    stream->fd = -1;
    stream->supply = NULL;
    stream->ended = true;
}

/* ---- moving about ---- */

static bool is_regular(const ent_i_stream *stream, struct stat *info)
{
    return stream->fd >= 0 && fstat(stream->fd, info) == 0 &&
           S_ISREG(info->st_mode);
}

/* Nothing has been moved within a buffer that was filled at the start and never
 * since. */
static bool is_in_memory(const ent_i_stream *stream)
{
    return stream->ended && stream->offset == stream->start;
}

bool ent_i_stream_seekable(const ent_i_stream *stream)
{
    struct stat info;
    return is_in_memory(stream) || is_regular(stream, &info);
}

uint64_t ent_i_stream_size(const ent_i_stream *stream)
{
    struct stat info;
    return is_in_memory(stream)        ? stream->end
           : is_regular(stream, &info) ? (uint64_t)info.st_size
                                       : 0;
}

ent_status ent_i_stream_seek(ent_i_stream *stream, uint64_t offset,
                             ent_error *error)
{
    if (is_in_memory(stream)) {
        stream->start = offset < stream->end ? (size_t)offset : stream->end;
        stream->offset = stream->start;
        return ENT_OK;
    }
    if (lseek(stream->fd, (off_t)offset, SEEK_SET) < 0)
        return io_failure(stream, "seek", errno, error);
    stream->start = stream->end = 0;
    stream->offset = offset;
    stream->ended = false;
    return ENT_OK;
}

/* ---- reading ---- */

/* Makes room after `end` by moving the unread bytes to the front or by growing:
 * *room bytes, which tell at most that there is one byte too much. */
static ent_status make_room(ent_i_stream *stream, size_t *room,
                            ent_error *error)
{
    size_t unread = stream->end - stream->start;
    if (unread > stream->most) {
        ent_i_fail(error, ENT_ERR_LIMIT, "source",
                   "expected an article of at most %zu bytes (max-article), "
                   "found more",
                   stream->most);
        return ent_i_fail_at(error, ENT_ERR_LIMIT, stream->path, stream->line,
                             (int64_t)stream->offset);
    }
    if (stream->start > stream->cap / 2) {
        memmove(stream->buffer, stream->buffer + stream->start, unread);
        stream->start = 0;
        stream->end = unread;
    }
    if (stream->end == stream->cap) {
        size_t cap = stream->cap ? stream->cap * 2 : FIRST_CAP;
        char *grown = ent_i_realloc(stream->buffer, cap);
        if (!grown)
            return ent_i_no_memory(error, "source");
        stream->buffer = grown;
        stream->cap = cap;
    }
    *room = stream->cap - stream->end;
    if (*room > stream->most + 1 - unread)
        *room = stream->most + 1 - unread;
    return ENT_OK;
}

/* A pipe may be silent for ever; files are always ready. */
static ent_status wait_for_bytes(ent_i_stream *stream, ent_error *error)
{
    struct pollfd wait = {stream->fd, POLLIN, 0};
    while (stream->stop) {
        if (atomic_load(stream->stop))
            return ent_i_fail(error, ENT_ERR_CANCELLED, "source", "stopped");
        /* Errors of poll are left for read to report. */
        if (poll(&wait, 1, STOP_MS) != 0)
            break;
    }
    return ENT_OK;
}

static ent_status read_file(ent_i_stream *stream, size_t room, size_t *got,
                            ent_error *error)
{
    ssize_t n;
    ent_status status = wait_for_bytes(stream, error);
    if (status)
        return status;
    do {
        n = read(stream->fd, stream->buffer + stream->end, room);
    } while (n < 0 && errno == EINTR);
    *got = n > 0 ? (size_t)n : 0;
    return n < 0 ? io_failure(stream, "read", errno, error) : ENT_OK;
}

/* After a failed read the rest of the buffer is dropped, since what it begins
 * can't be completed. EINTR is not a failure: the program's signal handlers
 * only set a flag. */
ent_status ent_i_stream_fill(ent_i_stream *stream, ent_error *error)
{
    if (stream->ended)
        return ENT_OK;
    size_t got = 0, room = 0;
    ent_status status = make_room(stream, &room, error);
    if (status)
        return status;
    status = stream->supply ? stream->supply(stream->supply_ctx,
                                             stream->buffer + stream->end, room,
                                             &got, error)
                            : read_file(stream, room, &got, error);
    if (status) {
        ent_i_stream_abandon(stream);
        return status;
    }
    stream->ended = got == 0;
    stream->end += got;
    stream->taken += got;
    if (stream->done)
        atomic_fetch_add(stream->done, (uint64_t)got);
    return ENT_OK;
}

/* Fewer bytes are there only when the stream has ended. */
ent_status ent_i_stream_need(ent_i_stream *stream, size_t size,
                             ent_error *error)
{
    ent_status status = ENT_OK;
    while (!status && !stream->ended && stream->end - stream->start < size)
        status = ent_i_stream_fill(stream, error);
    return status;
}

/* The limit in make_room applies. */
ent_status ent_i_stream_need_all(ent_i_stream *stream, ent_error *error)
{
    return ent_i_stream_need(stream, SIZE_MAX, error);
}

/* The only place where lines are counted, since each byte is skipped just
 * once. */
void ent_i_stream_skip(ent_i_stream *stream, size_t n)
{
    const char *at = stream->buffer + stream->start;
    const char *end = at + n;
    while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
        stream->line++;
        at++;
    }
    stream->start += n;
    stream->offset += n;
}

/* The buffer is emptied before each fill, so that a line of any length passes
 * through without making it grow. */
ent_status ent_i_stream_skip_line(ent_i_stream *stream, ent_error *error)
{
    for (;;) {
        size_t unread = stream->end - stream->start;
        const char *from = stream->buffer + stream->start;
        const char *newline = unread ? memchr(from, '\n', unread) : NULL;
        if (newline) {
            ent_i_stream_skip(stream, (size_t)(newline - from) + 1);
            return ENT_OK;
        }
        if (unread)
            ent_i_stream_skip(stream, unread);
        if (stream->ended)
            return ENT_OK;
        ent_status status = ent_i_stream_fill(stream, error);
        if (status)
            return status;
    }
}

ent_status ent_i_stream_line(ent_i_stream *stream, size_t *size,
                             ent_error *error)
{
    size_t looked = 0;
    for (;;) {
        *size = stream->end - stream->start;
        const char *from = stream->buffer + stream->start;
        const char *newline =
            *size > looked ? memchr(from + looked, '\n', *size - looked) : NULL;
        if (newline)
            *size = (size_t)(newline - from) + 1;
        if (newline || stream->ended)
            return ENT_OK;
        looked = *size;
        ent_status status = ent_i_stream_fill(stream, error);
        if (status == ENT_ERR_LIMIT &&
            ent_i_stream_skip_line(stream, NULL) == ENT_ERR_MEMORY)
            return ent_i_no_memory(error, "source");
        if (status)
            return status;
    }
}

/* The rest of the file is left unread. */
void ent_i_stream_abandon(ent_i_stream *stream)
{
    stream->start = stream->end;
    stream->ended = true;
}

ent_status ent_i_stream_skip_space(ent_i_stream *stream, bool *more,
                                   ent_error *error)
{
    for (;;) {
        size_t n = 0;
        while (stream->start + n < stream->end &&
               strchr(" \t\r\n\f\v", stream->buffer[stream->start + n]) &&
               stream->buffer[stream->start + n])
            n++;
        if (n)
            ent_i_stream_skip(stream, n);
        *more = stream->start < stream->end;
        if (*more || stream->ended)
            return ENT_OK;
        ent_status status = ent_i_stream_fill(stream, error);
        if (status)
            return status;
    }
}

/* For text decoded as a whole: the stream then reads as if the file had always
 * been in UTF-8. */
void ent_i_stream_take(ent_i_stream *stream, char *bytes, size_t size)
{
    ent_i_free(stream->buffer);
    stream->buffer = bytes;
    stream->start = 0;
    stream->end = stream->cap = size;
    stream->ended = true;
}

ent_status ent_i_stream_give(ent_i_stream *stream, char **bytes, size_t *size,
                             ent_error *error)
{
    ent_status status = ent_i_stream_need_all(stream, error);
    if (status)
        return status;
    *size = stream->end - stream->start;
    if (*size)
        memmove(stream->buffer, stream->buffer + stream->start, *size);
    *bytes = ent_i_realloc(stream->buffer, *size + 1);
    if (!*bytes)
        return ent_i_no_memory(error, "source");
    (*bytes)[*size] = '\0';
    stream->buffer = NULL;
    stream->start = stream->end = stream->cap = 0;
    return ENT_OK;
}
