/* Reads the inputs one after another: a walk over files and folders, a stream
 * over the open file, a reader for its format. Each failure is reported once
 * and skipped, so that one broken file doesn't end a run. */
#include "source/source.h"

#include <errno.h>
#include <string.h>

#include "core/error.h"
#include "core/map.h"
#include "source/opened.h"
#include "source/readers.h"
#include "source/walk.h"

struct ent_i_source {
    ent_i_walk walk;
    size_t next_file;
    ent_i_opened opened;
    ent_i_keymap ids;      /* hash of each id handed out -> how often */
    const ent_text *texts; /* from the host, read after all files */
    size_t text_count;
    size_t next_text;
    _Atomic uint64_t done;
    uint64_t total;
};

/* ---- the walk over the inputs ---- */

/* An unknown name is the caller's mistake and is reported at once, not at the
 * first article. */
static ent_status choose_format(ent_i_source **out, const char *format,
                                ent_error *error)
{
    char names[512];
    (*out)->opened.forced = format ? ent_i_format_named(format) : NULL;
    if (!format || (*out)->opened.forced)
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
    (*out)->opened.done = &(*out)->done;
    (*out)->opened.limits = ent_i_limits_default;
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
    return ent_i_opened_file(&source->opened, file->path, error);
}

/* For callers who have the text in memory; it is the only input. */
ent_status ent_i_source_open_memory(ent_i_source **out, const char *name,
                                    const void *bytes, size_t size,
                                    const char *format, ent_error *error)
{
    ent_status status = source_new(out, format, error);
    if (status)
        return status;
    status = ent_i_opened_memory(&(*out)->opened, name, bytes, size, error);
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
ent_status ent_i_source_name(ent_i_source *source, ent_article *article,
                             ent_error *error)
{
    const char *base = article->id;
    ent_i_string id = {0};
    article->id_size = (uint32_t)strlen(base);
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

/* An input that gives no article is at its end; then the next file is opened,
 * until there is an article or a failure to return. */
ent_status ent_i_source_draw(ent_i_source *source, ent_article **out,
                             ent_error *error)
{
    ent_status status = ENT_OK;
    *out = NULL;
    while (!status && !*out) {
        if (source->opened.depth)
            status = ent_i_opened_next(&source->opened, out, error);
        else if (source->next_file < source->walk.files.n)
            status = open_next(source, error);
        else if (source->next_text < source->text_count)
            status = next_text(source, out, error);
        else
            return ENT_OK;
    }
    if (!status)
        status = ent_i_source_name(source, *out, error);
    if (status) {
        ent_article_free(*out);
        *out = NULL;
    }
    return status;
}

/* The day on which a page was fetched stands in for its own: news are read when
 * they are new. */
ent_status ent_i_source_parse(ent_article *article, ent_error *error)
{
    ent_status status = ENT_OK;
    if (article->raw.parse)
        status = article->raw.parse(article, error);
    ent_i_free(article->raw.bytes);
    article->raw = (ent_i_raw){0};
    if (status && error && !error->file[0])
        ent_i_fail_at(error, status, article->path, 0, -1);
    if (!status && article->date == ENT_NO_DATE) {
        article->date = article->fetched;
        article->date_from = "fetched";
    }
    return status;
}

ent_status ent_i_source_next(ent_i_source *source, ent_article **out,
                             ent_error *error)
{
    ent_status status = ent_i_source_draw(source, out, error);
    if (!status && *out)
        status = ent_i_source_parse(*out, error);
    if (status) {
        ent_article_free(*out);
        *out = NULL;
    }
    return status;
}

/* Called from other threads, hence the atomic counter. total is 0 when
 * unknown. */
void ent_i_source_progress(const ent_i_source *source, uint64_t *done,
                           uint64_t *total)
{
    /* The index of an archive is read twice. */
    *total = source->total;
    *done = *total && source->done > *total ? *total : source->done;
}

const ent_i_walk_repeat *ent_i_source_repeats(const ent_i_source *source,
                                              size_t *count)
{
    *count = source->walk.repeats.n;
    return source->walk.repeats.items;
}

void ent_i_source_stop_at(ent_i_source *source, const atomic_bool *stop)
{
    source->opened.stop = stop;
}

void ent_i_source_limit(ent_i_source *source, const ent_i_limits *limits)
{
    source->opened.limits = *limits;
}

void ent_i_source_fields(ent_i_source *source,
                         const struct ent_i_fields *fields)
{
    ent_i_opened *opened = &source->opened;
    opened->fields = fields;
    for (size_t i = 0; i < opened->depth; i++)
        opened->levels[i].stream.fields = fields;
}

void ent_i_source_free(ent_i_source *source)
{
    if (!source)
        return;
    ent_i_opened_close(&source->opened);
    ent_i_walk_free(&source->walk);
    ent_i_keymap_free(&source->ids);
    ent_i_free(source);
}
