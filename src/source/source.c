/* Reads the inputs one after another: a walk over files and folders, a stream
 * over the open file, a reader for its format. Each failure is reported once
 * and skipped, so that one broken file doesn't end a run. */
#include "source/source.h"

#include <errno.h>
#include <string.h>

#include "core/error.h"
#include "core/map.h"
#include "source/decode.h"
#include "source/readers.h"
#include "source/walk.h"

/* How much of an input is looked at to find its format. */
enum { SNIFF_BYTES = 1 << 16 };

struct ent_i_source {
    ent_i_walk walk;
    size_t next_file;
    const ent_i_format *forced; /* NULL: by content */
    const ent_i_format *format; /* of the open stream */
    ent_i_stream stream;
    bool open;
    ent_i_keymap ids;      /* hash of each id handed out -> how often */
    const ent_text *texts; /* from the host, read after all files */
    size_t text_count;
    size_t next_text;
    const atomic_bool *stop; /* or NULL */
    _Atomic uint64_t done;
    uint64_t total;
};

/* ---- shared by the readers ---- */

/* The path serves as the id until the article's own id is read. */
ent_status ent_i_article_begin(ent_i_stream *stream, ent_article **out,
                               ent_error *error)
{
    *out = ent_i_article_new();
    if (!*out)
        return ent_i_no_memory(error, "source");
    const char *path = ent_i_arena_strdup(&(*out)->arena, stream->path);
    if (!path) {
        ent_article_free(*out);
        *out = NULL;
        return ent_i_no_memory(error, "source");
    }
    (*out)->path = (*out)->id = path;
    return ENT_OK;
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

/* "#n" tells the articles of a file apart; a file with one article needs
 * none. */
ent_status ent_i_article_number(ent_i_stream *stream, ent_article *article,
                                ent_error *error)
{
    bool more = true;
    if (stream->articles == 1) {
        ent_status status = ent_i_stream_skip_space(stream, &more, error);
        if (status)
            return status;
    }
    ent_i_string id = {0};
    bool fine =
        !more ||
        (ent_i_string_addf(&id, "%s#%llu", stream->path,
                           (unsigned long long)stream->articles) &&
         (article->id = ent_i_arena_strndup(&article->arena, id.items, id.n)));
    ent_i_vec_free(&id);
    return fine ? ENT_OK : ent_i_no_memory(error, "source");
}

ent_status ent_i_stream_fail(const ent_i_stream *stream, ent_status status,
                             ent_error *error)
{
    return ent_i_fail_at(error, status, stream->path, stream->line,
                         (int64_t)stream->offset);
}

/* ---- the walk over the inputs ---- */

/* An unknown name is the caller's mistake and is reported at once, not at the
 * first article. */
static ent_status choose_format(ent_i_source **out, const char *format,
                                ent_error *error)
{
    char names[256];
    (*out)->forced = format ? ent_i_format_named(format) : NULL;
    if (!format || (*out)->forced)
        return ENT_OK;
    return ent_i_fail(error, ENT_ERR_ARGUMENT, "source",
                      "expected one of the input formats %s, found \"%s\"",
                      ent_i_format_names(names, sizeof names), format);
}

static ent_status source_new(ent_i_source **out, const char *format,
                             ent_error *error)
{
    *out = ent_i_calloc(1, sizeof **out);
    if (!*out)
        return ent_i_no_memory(error, "source");
    (*out)->walk.sized = true;
    (*out)->stream.fd = -1;
    /* A random seed, against keys made to collide. It is set here because
     * jansson would set it on first use, perhaps in two threads at once.
     * jansson keeps the order of the input, whatever the seed. */
    json_object_seed(0);
    ent_status status = choose_format(out, format, error);
    if (status) {
        ent_i_source_free(*out);
        *out = NULL;
    }
    return status;
}

/* All inputs are walked before the first is read, so that a misspelt name is
 * found at once, and the total for the progress is known. */
ent_status ent_i_source_open(ent_i_source **out, const char *const *inputs,
                             size_t count, const char *format, ent_error *error)
{
    ent_status status = source_new(out, format, error);
    for (size_t i = 0; !status && i < count; i++)
        status = ent_i_walk_add(&(*out)->walk, inputs[i], error);
    if (status) {
        ent_i_source_free(*out);
        *out = NULL;
        return status;
    }
    const ent_i_walk *walk = &(*out)->walk;
    for (size_t i = 0; walk->sized && i < walk->files.n; i++)
        (*out)->total += walk->files.items[i].size;
    return ENT_OK;
}

/* Text with two or four bytes per character is decoded as a whole: no reader
 * could find a line end in it. */
static ent_status widen(ent_i_source *source, ent_error *error)
{
    ent_i_stream *stream = &source->stream;
    size_t mark;
    const char *wide = ent_i_wide_encoding(stream->buffer + stream->start,
                                           stream->end - stream->start, &mark);
    if (mark)
        ent_i_stream_skip(stream, mark);
    if (!wide)
        return ENT_OK;
    ent_i_string text = {0};
    ent_status status = ent_i_stream_need_all(stream, error);
    if (!status)
        status = ent_i_decode(&text, stream->buffer + stream->start,
                              stream->end - stream->start, wide, error);
    if (!status) {
        ent_i_stream_take(stream, text.items, text.n);
        return ENT_OK;
    }
    ent_i_vec_free(&text);
    return status;
}

/* Looks at the beginning of the stream: encoding first, then format. */
static ent_status start_stream(ent_i_source *source, ent_error *error)
{
    ent_i_stream *stream = &source->stream;
    stream->done = &source->done;
    stream->stop = source->stop;
    source->open = true;
    ent_status status = ent_i_stream_need(stream, SNIFF_BYTES, error);
    if (!status)
        status = widen(source, error);
    if (!status)
        source->format =
            source->forced ? source->forced
                           : ent_i_format_sniff(stream->buffer + stream->start,
                                                stream->end - stream->start);
    return status;
}

/* The next file may have another format, so it is sniffed anew. */
static void close_stream(ent_i_source *source)
{
    ent_i_stream_close(&source->stream);
    source->open = false;
}

/* Moves on to the next file even if this one can't be opened, so that a failure
 * is reported only once. */
static ent_status open_next(ent_i_source *source, ent_error *error)
{
    const ent_i_walk_file *file = &source->walk.files.items[source->next_file];
    source->next_file++;
    ent_status status;
    if (file->code) {
        status = ent_i_fail(
            error, file->code == ENOENT ? ENT_ERR_NOT_FOUND : ENT_ERR_IO,
            "source", "cannot read: %s", strerror(file->code));
        return ent_i_fail_at(error, status, file->path, 0, -1);
    }
    status = ent_i_stream_open(&source->stream, file->path, error);
    if (!status)
        status = start_stream(source, error);
    /* Empty standard input is no error, as in any filter; an empty file is. */
    if (!status && strcmp(file->path, "-") == 0 &&
        source->stream.start == source->stream.end)
        close_stream(source);
    if (status) {
        if (error && !error->file[0])
            ent_i_fail_at(error, status, file->path, 0, -1);
        close_stream(source);
    }
    return status;
}

/* For callers who have the text in memory; it is the only input. */
ent_status ent_i_source_open_memory(ent_i_source **out, const char *name,
                                    const void *bytes, size_t size,
                                    const char *format, ent_error *error)
{
    ent_status status = source_new(out, format, error);
    if (status)
        return status;
    status =
        ent_i_stream_open_memory(&(*out)->stream, name, bytes, size, error);
    if (!status)
        status = start_stream(*out, error);
    if (status) {
        ent_i_source_free(*out);
        *out = NULL;
    } else {
        (*out)->total = size;
        (*out)->done = size;
    }
    return status;
}

void ent_i_source_add_texts(ent_i_source *source, const ent_text *texts,
                            size_t count)
{
    source->texts = texts;
    source->text_count = count;
}

static ent_status next_text(ent_i_source *source, ent_article **out,
                            ent_error *error)
{
    const ent_text *first = source->texts;
    size_t i = source->next_text++;
    /* The host may have been compiled with a smaller struct. */
    const void *at = (const char *)first + i * first->size;
    ent_text text = ENT_TEXT_INIT;
    memcpy(&text, at, first->size < sizeof text ? first->size : sizeof text);
    return ent_i_read_given(&text, i + 1, out, error);
}

/* Ids must be unique within a run: the second article with an id gets "id#2",
 * and so on. */
static ent_status make_unique(ent_i_source *source, ent_article *article,
                              ent_error *error)
{
    const char *base = article->id;
    ent_i_string id = {0};
    for (;;) {
        uint32_t *seen = ent_i_keymap_put(
            &source->ids, ent_i_hash(article->id, strlen(article->id)), 0);
        if (!seen)
            break;
        if (++*seen == 1) {
            ent_i_vec_free(&id);
            return ENT_OK;
        }
        id.n = 0;
        if (!ent_i_string_addf(&id, "%s#%u", base, (unsigned)*seen))
            break;
        article->id = ent_i_arena_strndup(&article->arena, id.items, id.n);
        if (!article->id)
            break;
    }
    ent_i_vec_free(&id);
    return ent_i_no_memory(error, "source");
}

/* A reader that returns no article is at its end; then the next file is opened,
 * until there is an article or a failure to return. */
ent_status ent_i_source_next(ent_i_source *source, ent_article **out,
                             ent_error *error)
{
    *out = NULL;
    for (;;) {
        ent_status status;
        if (!source->open) {
            if (source->next_file < source->walk.files.n)
                status = open_next(source, error);
            else if (source->next_text < source->text_count)
                status = next_text(source, out, error);
            else
                return ENT_OK;
        } else {
            status = source->format->next(&source->stream, out, error);
            if (status && error && !error->file[0])
                ent_i_fail_at(error, status, source->stream.path, 0, -1);
            if (!status && !*out)
                close_stream(source);
        }
        if (!status && *out)
            status = make_unique(source, *out, error);
        if (status) {
            ent_article_free(*out);
            *out = NULL;
        }
        if (status || *out)
            return status;
    }
}

/* Called from other threads, hence the atomic counter. total is 0 when
 * unknown. */
void ent_i_source_progress(const ent_i_source *source, uint64_t *done,
                           uint64_t *total)
{
    *done = source->done;
    *total = source->total;
}

const ent_i_walk_repeat *ent_i_source_repeats(const ent_i_source *source,
                                              size_t *count)
{
    *count = source->walk.repeats.n;
    return source->walk.repeats.items;
}

void ent_i_source_stop_at(ent_i_source *source, const atomic_bool *stop)
{
    source->stop = stop;
}

void ent_i_source_free(ent_i_source *source)
{
    if (!source)
        return;
    ent_i_stream_close(&source->stream);
    ent_i_walk_free(&source->walk);
    ent_i_keymap_free(&source->ids);
    ent_i_free(source);
}
