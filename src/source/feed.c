/* Reads feeds item by item. Each is parsed later, as an article of its own, so
 * that this can be done in several threads. */
#include <string.h>

#include "core/ascii.h"
#include "core/error.h"
#include "source/decode.h"
#include "source/feed.h"

/* The encoding that the XML declaration states, or NULL. */
static const char *declared(const char *bytes, size_t size, char *name,
                            size_t room)
{
    const char *end = memchr(bytes, '>', size < 256 ? size : 256);
    const char *at = bytes;
    while (end && at + 8 < end && memcmp(at, "encoding", 8) != 0)
        at++;
    if (!end || at + 8 >= end)
        return NULL;
    for (at += 8; at < end && strchr(" =\"'", *at);)
        at++;
    size_t n = 0;
    while (at + n < end && !strchr("\"' ?", at[n]))
        n++;
    if (n == 0 || n >= room)
        return NULL;
    memcpy(name, at, n);
    name[n] = '\0';
    return name;
}

/* The whole file as UTF-8, in the stream's buffer. */
static ent_status load(ent_i_stream *stream, ent_error *error)
{
    char name[40];
    ent_i_string text = {0};
    ent_status status = ent_i_stream_need_all(stream, error);
    if (status)
        return status;
    const char *bytes = stream->buffer + stream->start;
    size_t size = stream->end - stream->start;
    if (ent_i_is_utf8(bytes, size))
        return ENT_OK;
    const char *encoding = stream->encoding
                               ? stream->encoding
                               : declared(bytes, size, name, sizeof name);
    if (!encoding || ent_i_ascii_same(encoding, "utf-8", 5) ||
        ent_i_decode(&text, bytes, size, encoding, NULL) != ENT_OK) {
        text.n = 0;
        status = ent_i_decode(&text, bytes, size, NULL, error);
    }
    if (status)
        ent_i_vec_free(&text);
    else
        ent_i_stream_take(stream, text.items, text.n);
    return status;
}

/* The head of the feed and the item, as one piece. */
static ent_status give(ent_i_stream *stream, const char *item, size_t size,
                       ent_article **out, ent_error *error)
{
    ent_i_string raw = {0};
    if (!ent_i_string_add(&raw, stream->head.items, stream->head.n) ||
        !ent_i_string_add(&raw, item, size)) {
        ent_i_vec_free(&raw);
        return ent_i_no_memory(error, "source");
    }
    return ent_i_article_defer(stream, raw.items, raw.n, ent_i_parse_feed_item,
                               out, error);
}

static ent_status keep_head(ent_i_stream *stream, size_t size, ent_error *error)
{
    return ent_i_string_add(&stream->head, stream->buffer + stream->start, size)
               ? ENT_OK
               : ent_i_no_memory(error, "source");
}

static ent_status no_items(ent_i_stream *stream, ent_error *error)
{
    ent_status status = ent_i_fail(error, ENT_ERR_FORMAT, "source",
                                   "expected a feed with items, found none");
    ent_i_stream_fail(stream, status, error);
    ent_i_stream_abandon(stream);
    return status;
}

ent_status ent_i_read_feed(ent_i_stream *stream, ent_article **out,
                           ent_error *error)
{
    bool first = stream->articles == 0;
    const char *stop;
    ent_status status = first ? load(stream, error) : ENT_OK;
    if (status)
        return status;
    const char *bytes = stream->buffer + stream->start;
    const char *end = stream->buffer + stream->end;
    const char *item = bytes < end ? ent_i_find_item(bytes, end, &stop) : NULL;
    if (!item) {
        stream->articles += first;
        if (first)
            return no_items(stream, error);
        ent_i_stream_abandon(stream);
        return ENT_OK;
    }
    stream->articles++;
    if (first)
        status = keep_head(stream, (size_t)(item - bytes), error);
    if (!status)
        status = give(stream, item, (size_t)(stop - item), out, error);
    ent_i_stream_skip(stream, (size_t)(stop - bytes));
    if (!status)
        status = ent_i_article_number(stream, *out, error);
    return status;
}
