/* The bytes of one input, read piece by piece, so that memory depends on the
 * largest article rather than the whole input. */
#ifndef ENTENTE_SOURCE_STREAM_H
#define ENTENTE_SOURCE_STREAM_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/vec.h"
#include "entente/article.h"

/* The bounds of what an article may have in bytes: offsets have 32 bits, and
 * formats are told by the first bytes. */
#define ENT_I_ARTICLE_MOST ((size_t)256 << 20)
#define ENT_I_ARTICLE_LEAST ((size_t)64 << 10)

/* Gives the next bytes of a member of a container: at most `room` of them, none
 * at its end. */
typedef ent_status ent_i_supply(void *ctx, char *to, size_t room, size_t *got,
                                ent_error *error);

typedef struct ent_i_stream {
    const char *path;     /* for messages; borrowed */
    const char *url;      /* what a container says of its member, as are */
    const char *encoding; /* its encoding and its day: NULL and ENT_NO_DATE */
    ent_date date;        /* where unknown; borrowed */
    uint8_t day_order;    /* an ent_i_day_order of dates in it */
    uint32_t warnings;    /* ENT_WARN_ bits of all its articles */
    int fd;               /* -1: from supply, or all is in the buffer */
    ent_i_supply *supply; /* or NULL */
    void *supply_ctx;
    char *buffer; /* unread bytes: buffer[start] .. buffer[end - 1] */
    size_t start;
    size_t end;
    size_t cap;
    size_t most;     /* bytes of an article: more at once are not read */
    bool ended;      /* nothing follows the buffer */
    uint64_t offset; /* in the file, of buffer[start] */
    int64_t line;    /* in the file, of buffer[start], from 1 */
    const struct ent_i_fields *fields; /* as the user names them; or NULL */
    void *kept; /* what the reader keeps from article to article; or NULL */
    void (*free_kept)(void *kept); /* called when the stream is closed */
    uint64_t articles;             /* returned or failed so far */
    uint64_t taken;                /* bytes read so far */
    _Atomic uint64_t *done;        /* counts bytes read; may be NULL */
    const atomic_bool *stop;       /* once true, waiting ends; may be NULL */
    ent_i_string head; /* what a reader keeps of the input's beginning */
} ent_i_stream;

/* Opens the file, or standard input when path is "-". Articles may have
 * ENT_I_ARTICLE_MOST bytes unless `most` is changed. */
ent_status ent_i_stream_open(ent_i_stream *stream, const char *path,
                             ent_error *error);
/* Opens a stream over a copy of the bytes. */
ent_status ent_i_stream_open_memory(ent_i_stream *stream, const char *path,
                                    const void *bytes, size_t size,
                                    ent_error *error);
/* Opens a stream over what the supply gives. */
void ent_i_stream_open_supply(ent_i_stream *stream, const char *path,
                              ent_i_supply *supply, void *ctx);
void ent_i_stream_close(ent_i_stream *stream);

/* Whether ent_i_stream_seek can move in the stream: in regular files, and where
 * all of it is in memory. */
bool ent_i_stream_seekable(const ent_i_stream *stream);
/* Moves to this byte of the input; lines are no longer counted right. */
ent_status ent_i_stream_seek(ent_i_stream *stream, uint64_t offset,
                             ent_error *error);
/* The size of the input, where it is seekable. */
uint64_t ent_i_stream_size(const ent_i_stream *stream);

/* Reads more into the buffer; sets ended when there is no more. Fails with
 * ENT_ERR_LIMIT when the buffer already holds more than `most` bytes. */
ent_status ent_i_stream_fill(ent_i_stream *stream, ent_error *error);
/* Fills until `size` bytes are there or the stream has ended. */
ent_status ent_i_stream_need(ent_i_stream *stream, size_t size,
                             ent_error *error);
/* Reads everything that is left into the buffer. */
ent_status ent_i_stream_need_all(ent_i_stream *stream, ent_error *error);
/* Marks the first n bytes as read. */
void ent_i_stream_skip(ent_i_stream *stream, size_t n);
/* Reads on until a whole line is in the buffer, and gives its size with the
 * line end; 0 at the end of the stream. A line that is too long is dropped:
 * ENT_ERR_LIMIT. */
ent_status ent_i_stream_line(ent_i_stream *stream, size_t *size,
                             ent_error *error);
/* Drops what is in the buffer up to and including the next newline, reading on
 * as needed. */
ent_status ent_i_stream_skip_line(ent_i_stream *stream, ent_error *error);
/* Drops everything that is left. */
void ent_i_stream_abandon(ent_i_stream *stream);
/* Skips white space; *more is false when nothing else is left. */
ent_status ent_i_stream_skip_space(ent_i_stream *stream, bool *more,
                                   ent_error *error);
/* Replaces the buffer with these bytes, which it takes over; the stream has
 * ended. */
void ent_i_stream_take(ent_i_stream *stream, char *bytes, size_t size);
/* Reads all that is left and gives it away: *bytes belongs to the caller, to be
 * freed with ent_i_free, and a NUL byte follows it. The stream has ended. */
ent_status ent_i_stream_give(ent_i_stream *stream, char **bytes, size_t *size,
                             ent_error *error);

#endif
