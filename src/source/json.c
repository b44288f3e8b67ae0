/* JSON Lines, JSON arrays and single objects, one article at a time. Only the
 * extent of the next object is found here; jansson parses it. */
#include <string.h>

#include "core/error.h"
#include "core/json.h"
#include "source/decode.h"
#include "source/json_list.h"
#include "source/kept.h"
#include "source/readers.h"

/* ---- recognising ---- */

/* Skips the four kinds of blank that JSON has, and no others. */
static size_t skip_blank(const char *bytes, size_t i, size_t size)
{
    while (i < size && memchr(" \t\r\n", bytes[i], 4))
        i++;
    return i;
}

/* Whether an object begins at i: a brace, then a key or the closing brace. */
static bool is_object(const char *bytes, size_t i, size_t size)
{
    if (i >= size || bytes[i] != '{')
        return false;
    i = skip_blank(bytes, i + 1, size);
    return i < size && (bytes[i] == '"' || bytes[i] == '}');
}

/* An empty array counts as JSON too: it holds no article, but it isn't text
 * either. */
bool ent_i_sniff_json(const char *bytes, size_t size)
{
    size_t i = skip_blank(bytes, 0, size);
    if (i < size && bytes[i] == '[') {
        i = skip_blank(bytes, i + 1, size);
        if (i < size && bytes[i] == ']')
            return skip_blank(bytes, i + 1, size) == size;
    }
    return is_object(bytes, i, size);
}

/* The first line is a whole object, or it is longer than the part looked at, as
 * only lines of JSON Lines are; or it is broken but the second line begins with
 * an object again. */
bool ent_i_sniff_jsonl(const char *bytes, size_t size)
{
    size_t i = skip_blank(bytes, 0, size);
    if (!is_object(bytes, i, size))
        return false;
    const char *newline = memchr(bytes + i, '\n', size - i);
    if (!newline)
        return true;
    size_t end = (size_t)(newline - bytes);
    size_t next = skip_blank(bytes, end, size);
    while (memchr(" \t\r", bytes[end - 1], 3))
        end--;
    return bytes[end - 1] == '}' || (next < size && bytes[next] == '{');
}

/* ---- one object ---- */

/* NUL characters are accepted, since they become blanks. */
static ent_status load(json_t **object, const char *bytes, size_t size,
                       size_t *at, ent_error *error)
{
    json_error_t failure;
    *object = ent_i_json_load(bytes, size, JSON_ALLOW_NUL, &failure);
    *at = 0;
    if (!*object && ent_i_json_no_memory(&failure))
        return ent_i_no_memory(error, "source");
    if (!*object) {
        size_t position = failure.position > 0 ? (size_t)failure.position : 0;
        *at = position < size ? position : size;
        return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                          "expected a JSON object: %s", failure.text);
    }
    if (json_is_object(*object))
        return ENT_OK;
    json_decref(*object);
    *object = NULL;
    return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                      "expected an article as a JSON object, found another "
                      "JSON value");
}

/* Like load, but an object that isn't UTF-8 is decoded first. */
static ent_status load_decoded(json_t **object, const char *bytes, size_t size,
                               size_t *at, ent_error *error)
{
    if (ent_i_is_utf8(bytes, size))
        return load(object, bytes, size, at, error);
    ent_i_string text = {0};
    *at = 0;
    ent_status status = ent_i_decode(&text, bytes, size, NULL, error);
    if (!status)
        status = load(object, text.items, text.n, at, error);
    *at = 0; /* a position in the decoded text isn't one in the file */
    ent_i_vec_free(&text);
    return status;
}

/* The size without blanks at the end, so that an error at the end is reported
 * on the right line. */
static size_t trimmed(const char *bytes, size_t size)
{
    while (size && memchr(" \t\r\n", bytes[size - 1], 4))
        size--;
    return size;
}

/* Fills the article, by a record if there is one, or keeps what the object
 * lists; then there is no article yet. The stream is moved past the object. */
static ent_status use_object(ent_i_stream *stream, size_t size, json_t *object,
                             ent_article **out, ent_error *error)
{
    bool listed = false;
    const char *unnamed = (*out)->id;
    ent_status status = ent_i_kept_read(out, object, error);
    bool recorded = (*out)->kept;
    if (!status && !recorded)
        status = ent_i_json_list_keep(stream, object, &listed, error);
    if (!status && !recorded && !listed)
        status = ent_i_article_from_json(*out, object, stream->fields, error);
    if (status)
        ent_i_stream_fail(stream, status, error);
    ent_i_stream_skip(stream, size);
    if (!status && !recorded && !listed && (*out)->id == unnamed)
        status = ent_i_article_number(stream, *out, error);
    if (listed) {
        ent_article_free(*out);
        *out = NULL;
        stream->articles--;
    }
    return status;
}

/* Reads the first `size` bytes of the stream as one article and skips them. */
static ent_status read_object(ent_i_stream *stream, size_t size,
                              ent_article **out, ent_error *error)
{
    size_t at;
    json_t *object;
    const char *bytes = stream->buffer + stream->start;
    stream->articles++;
    ent_status status = ent_i_article_begin(stream, out, error);
    if (status) {
        ent_i_stream_skip(stream, size);
        return status;
    }
    status = load_decoded(&object, bytes, trimmed(bytes, size), &at, error);
    if (!status) {
        status = use_object(stream, size, object, out, error);
        json_decref(object);
    } else {
        /* Report the line of the error, not the one where the object begins. */
        ent_i_stream_skip(stream, at);
        ent_i_stream_fail(stream, status, error);
        ent_i_stream_skip(stream, size - at);
    }
    if (status) {
        ent_article_free(*out);
        *out = NULL;
    }
    return status;
}

/* ---- finding the extent ---- */

/* Skips what can't be an article, up to the next line. */
static ent_status skip_failed(ent_i_stream *stream, ent_status status,
                              ent_error *error)
{
    ent_status skipped = ent_i_stream_skip_line(stream, NULL);
    return skipped == ENT_ERR_MEMORY ? ent_i_no_memory(error, "source")
                                     : status;
}

/* Splits by lines, not by braces as below, so that a broken object spoils only
 * its own line. */
static ent_status read_line(ent_i_stream *stream, ent_article **out,
                            ent_error *error)
{
    bool more;
    size_t size = 0;
    ent_status status = ent_i_stream_skip_space(stream, &more, error);
    if (!status && more)
        status = ent_i_stream_line(stream, &size, error);
    return status || !size ? status : read_object(stream, size, out, error);
}

/* The search for the end of an object, which goes on as more bytes come in. */
typedef struct extent {
    size_t at;
    size_t depth;
    bool in_string;
} extent;

/* Returns true when the object that begins at bytes[0] is closed. */
static bool scan(extent *e, const char *bytes, size_t size)
{
    while (e->at < size) {
        char c = bytes[e->at++];
        if (e->in_string) {
            if (c == '\\') {
                if (e->at == size) { /* what it escapes isn't here yet */
                    e->at--;
                    return false;
                }
                e->at++;
            }
            e->in_string = c != '"';
        } else if (c == '"') {
            e->in_string = true;
        } else if (c == '{') {
            e->depth++;
        } else if (c == '}' && --e->depth == 0) {
            return true;
        }
    }
    return false;
}

/* Skips the brackets and commas around and between the objects. */
static ent_status skip_array_marks(ent_i_stream *stream, bool *more,
                                   ent_error *error)
{
    for (;;) {
        ent_status status = ent_i_stream_skip_space(stream, more, error);
        if (status || !*more ||
            !memchr("[],", stream->buffer[stream->start], 3))
            return status;
        ent_i_stream_skip(stream, 1);
    }
}

/* A file with one object, several in a row, or arrays of them. It doesn't
 * matter which brackets and commas stand between them. */
static ent_status read_next(ent_i_stream *stream, ent_article **out,
                            ent_error *error)
{
    bool more;
    ent_status status = skip_array_marks(stream, &more, error);
    if (status || !more)
        return status;
    if (stream->buffer[stream->start] != '{') {
        stream->articles++;
        status = ent_i_fail(error, ENT_ERR_FORMAT, "source",
                            "expected an article as a JSON object");
        ent_i_stream_fail(stream, status, error);
        return skip_failed(stream, status, error);
    }
    extent e = {0};
    while (!scan(&e, stream->buffer + stream->start,
                 stream->end - stream->start)) {
        if (stream->ended) /* unfinished: jansson says what is missing */
            return read_object(stream, stream->end - stream->start, out, error);
        status = ent_i_stream_fill(stream, error);
        if (status == ENT_ERR_LIMIT)
            return skip_failed(stream, status, error);
        if (status)
            return status;
    }
    status = read_object(stream, e.at, out, error);
    return status;
}

/* ---- objects and the lists within them ---- */

/* An object that is a list gives no article itself. */
static ent_status read_listed(ent_i_stream *stream, ent_article **out,
                              ent_status (*read)(ent_i_stream *, ent_article **,
                                                 ent_error *),
                              ent_error *error)
{
    ent_status status = ent_i_json_list_next(stream, out, error);
    while (!status && !*out) {
        status = read(stream, out, error);
        if (status || *out || !stream->kept)
            break;
        status = ent_i_json_list_next(stream, out, error);
    }
    return status;
}

ent_status ent_i_read_jsonl(ent_i_stream *stream, ent_article **out,
                            ent_error *error)
{
    return read_listed(stream, out, read_line, error);
}

ent_status ent_i_read_json(ent_i_stream *stream, ent_article **out,
                           ent_error *error)
{
    return read_listed(stream, out, read_next, error);
}
