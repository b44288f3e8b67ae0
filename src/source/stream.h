/* The bytes of one input, read piece by piece, so that memory follows the
 * largest article and not the input. */
#ifndef ENTENTE_SOURCE_STREAM_H
#define ENTENTE_SOURCE_STREAM_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "entente/error.h"

/* More than this in one article is refused: offsets are 32 bits, and what is
 * larger is no article. */
#define ENT_I_ARTICLE_LIMIT ((size_t)256 << 20)

typedef struct ent_i_stream {
    const char *path; /* for messages; borrowed */
    int fd;           /* -1: everything is in the buffer */
    char *buffer;     /* unread bytes: buffer[start] .. buffer[end - 1] */
    size_t start;
    size_t end;
    size_t cap;
    bool ended;              /* nothing comes after the buffer */
    uint64_t offset;         /* in the file, of buffer[start] */
    int64_t line;            /* in the file, of buffer[start], from 1 */
    uint64_t articles;       /* handed out or failed so far */
    _Atomic uint64_t *done;  /* counts bytes read; NULL: nobody asks */
    const atomic_bool *stop; /* once true, waiting ends; NULL: it never does */
} ent_i_stream;

/* Opens the file, or standard input when path is "-". */
ent_status ent_i_stream_open(ent_i_stream *stream, const char *path,
                             ent_error *error);
/* A stream of bytes that are copied. */
ent_status ent_i_stream_open_memory(ent_i_stream *stream, const char *path,
                                    const void *bytes, size_t size,
                                    ent_error *error);
void ent_i_stream_close(ent_i_stream *stream);

/* Brings more into the buffer; sets ended when there is no more.
 * ENT_ERR_LIMIT when the buffer already holds ENT_I_ARTICLE_LIMIT bytes. */
ent_status ent_i_stream_fill(ent_i_stream *stream, ent_error *error);
/* Fills until `size` bytes are there or the stream has ended. */
ent_status ent_i_stream_need(ent_i_stream *stream, size_t size,
                             ent_error *error);
/* Everything that is left comes into the buffer. */
ent_status ent_i_stream_need_all(ent_i_stream *stream, ent_error *error);
/* Marks the first n bytes as read. */
void ent_i_stream_skip(ent_i_stream *stream, size_t n);
/* Gives up on what is in the buffer and reads on to after the next newline. */
ent_status ent_i_stream_skip_line(ent_i_stream *stream, ent_error *error);
/* Gives up on everything that is left. */
void ent_i_stream_abandon(ent_i_stream *stream);
/* Skips white space; false when nothing else is left. */
ent_status ent_i_stream_skip_space(ent_i_stream *stream, bool *more,
                                   ent_error *error);
/* Replaces what is in the buffer, which it takes; the stream has ended. */
void ent_i_stream_take(ent_i_stream *stream, char *bytes, size_t size);

#endif
