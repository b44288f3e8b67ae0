/* What the readers share: a new article, its text, its number, the place of a
 * failure. */
#include <string.h>
#include <unicode/utf8.h>

#include "core/error.h"
#include "source/decode.h"
#include "source/readers.h"

/* Names of files and members and their addresses can be any bytes; those that
 * are no UTF-8 become question marks. */
static const char *copy_name(ent_article *article, const char *name)
{
    char *copy = ent_i_arena_strdup(&article->arena, name);
    int32_t size = copy ? (int32_t)strlen(copy) : 0;
    for (int32_t i = 0; i < size;) {
        int32_t at = i;
        UChar32 c;
        U8_NEXT(copy, i, size, c);
        if (c < 0)
            memset(copy + at, '?', (size_t)(i - at));
    }
    return copy;
}

/* The path serves as the id until the article's own id is read. */
ent_status ent_i_article_begin(ent_i_stream *stream, ent_article **out,
                               ent_error *error)
{
    *out = ent_i_article_new();
    if (!*out)
        return ent_i_no_memory(error, "source");
    const char *path = copy_name(*out, stream->path);
    if (!path) {
        ent_article_free(*out);
        *out = NULL;
        return ent_i_no_memory(error, "source");
    }
    (*out)->path = (*out)->id = path;
    (*out)->fetched = stream->date;
    (*out)->day_order = stream->day_order;
    (*out)->warnings = stream->warnings;
    if (stream->url)
        (*out)->url = copy_name(*out, stream->url);
    return !stream->url || (*out)->url ? ENT_OK
                                       : ent_i_no_memory(error, "source");
}

ent_status ent_i_article_defer(ent_i_stream *stream, char *bytes, size_t size,
                               ent_i_parser *parse, ent_article **out,
                               ent_error *error)
{
    ent_status status = ent_i_article_begin(stream, out, error);
    const char *encoding = NULL;
    if (!status && stream->encoding) {
        encoding = ent_i_arena_strdup(&(*out)->arena, stream->encoding);
        status = encoding ? ENT_OK : ent_i_no_memory(error, "source");
    }
    if (!status)
        (*out)->raw = (ent_i_raw){parse, bytes, size, encoding};
    else
        ent_i_free(bytes);
    return status;
}

/* Copied, because the stream's buffer will change. */
bool ent_i_article_set_text(ent_article *article, const char *text, size_t size)
{
    char *copy = ent_i_arena_strndup(&article->arena, text, size);
    if (!copy)
        return false;
    ent_i_blank_nul(copy, size);
    article->text = copy;
    article->text_size = (uint32_t)size;
    return true;
}

ent_status ent_i_article_place(const ent_i_stream *stream, ent_article *article,
                               ent_error *error)
{
    ent_i_string id = {0};
    bool fine =
        ent_i_string_addf(&id, "%s#%llu", stream->path,
                          (unsigned long long)stream->articles) &&
        (article->id = ent_i_arena_strndup(&article->arena, id.items, id.n));
    ent_i_vec_free(&id);
    return fine ? ENT_OK : ent_i_no_memory(error, "source");
}

/* A file with one article needs no "#n". */
ent_status ent_i_article_number(ent_i_stream *stream, ent_article *article,
                                ent_error *error)
{
    bool more = true;
    ent_status status = stream->articles == 1
                            ? ent_i_stream_skip_space(stream, &more, error)
                            : ENT_OK;
    return status || !more ? status
                           : ent_i_article_place(stream, article, error);
}

ent_status ent_i_stream_fail(const ent_i_stream *stream, ent_status status,
                             ent_error *error)
{
    return ent_i_fail_at(error, status, stream->path, stream->line,
                         (int64_t)stream->offset);
}
