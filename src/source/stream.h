/* The bytes of one input, read piece by piece, so that memory depends on the
 * largest article rather than the whole input. */
#ifndef ENTENTE_SOURCE_STREAM_H
#define ENTENTE_SOURCE_STREAM_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "entente/error.h"

/* Larger articles are refused: offsets have 32 bits, and nothing larger is an
 * article. */
#define ENT_I_ARTICLE_LIMIT ((size_t)256 << 20)

typedef struct ent_i_stream {
    const char *path; /* for messages; borrowed */
    int fd;           /* -1: everything is in the buffer */
    char *buffer;     /* unread bytes: buffer[start] .. buffer[end - 1] */
    size_t start;
    size_t end;
    size_t cap;
    bool ended;              /* nothing follows the buffer */
    uint64_t offset;         /* in the file, of buffer[start] */
    int64_t line;            /* in the file, of buffer[start], from 1 */
    uint64_t articles;       /* returned or failed so far */
    _Atomic uint64_t *done;  /* counts bytes read; may be NULL */
    const atomic_bool *stop; /* once true, waiting ends; may be NULL */
} ent_i_stream;

/* Opens the file, or standard input when path is "-". */
ent_status ent_i_stream_open(ent_i_stream *stream, const char *path,
                             ent_error *error);
/* Opens a stream over a copy of the bytes. */
ent_status ent_i_stream_open_memory(ent_i_stream *stream, const char *path,
                                    const void *bytes, size_t size,
                                    ent_error *error);
void ent_i_stream_close(ent_i_stream *stream);

/* Reads more into the buffer; sets ended when there is no more. Fails with
 * ENT_ERR_LIMIT when the buffer already holds ENT_I_ARTICLE_LIMIT bytes. */
ent_status ent_i_stream_fill(ent_i_stream *stream, ent_error *error);
/* Fills until `size` bytes are there or the stream has ended. */
ent_status ent_i_stream_need(ent_i_stream *stream, size_t size,
                             ent_error *error);
/* Reads everything that is left into the buffer. */
ent_status ent_i_stream_need_all(ent_i_stream *stream, ent_error *error);
/* Marks the first n bytes as read. */
void ent_i_stream_skip(ent_i_stream *stream, size_t n);
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

#endif
