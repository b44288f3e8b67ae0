/* Goes down into containers: each member is a stream of its own, whose format
 * is found by its content and which may be a container again. Whatever comes
 * out of a container passes through supply(), where it is counted. */
#include "source/opened.h"

#include <string.h>

#include "core/error.h"
#include "source/dates.h"
#include "source/decode.h"

/* How much of an input is looked at to find its format. */
enum { SNIFF_BYTES = 1 << 16 };

/* So much may come out whatever the ratio: tables and lists of a few megabytes
 * can shrink a thousandfold. */
enum { RATIO_FREE = 64 << 20 };

/* A month of a news crawl's archives has a few gigabytes in each; text shrinks
 * to a tenth, rarely to a fiftieth. */
const ent_i_limits ent_i_limits_default = {(uint64_t)64 << 30, 250, 1000000, 3,
                                           ENT_I_ARTICLE_MOST};

static ent_i_level *top_of(ent_i_opened *opened)
{
    return &opened->levels[opened->depth - 1];
}

/* ---- levels ---- */

static void pop(ent_i_opened *opened)
{
    ent_i_level *level = top_of(opened);
    if (level->container)
        level->format->container->close(level->container);
    ent_i_stream_close(&level->stream);
    ent_i_vec_free(&level->path);
    *level = (ent_i_level){0};
    opened->depth--;
}

void ent_i_opened_close(ent_i_opened *opened)
{
    while (opened->depth)
        pop(opened);
}

/* Text with two or four bytes per character is decoded as a whole: no reader
 * could find a line end in it. */
static ent_status widen(ent_i_stream *stream, ent_error *error)
{
    size_t mark;
    const char *wide = ent_i_wide_encoding(stream->buffer + stream->start,
                                           stream->end - stream->start, &mark);
    if (mark || wide)
        stream->encoding = "UTF-8";
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

/* The format that the user chose is that of the articles: containers are opened
 * all the same. */
static ent_status find_format(ent_i_level *level, ent_error *error)
{
    ent_i_stream *stream = &level->stream;
    const ent_i_format *forced = level->opened->forced;
    if (forced && forced->container && level->opened->depth > 1)
        forced = NULL;
    level->format = ent_i_format_sniff(stream->buffer + stream->start,
                                       stream->end - stream->start, true);
    if (level->format && (level->format->container || !forced))
        return ENT_OK;
    level->format = forced;
    ent_status status =
        forced && forced->binary ? ENT_OK : widen(stream, error);
    if (!status && !forced)
        level->format = ent_i_format_sniff(stream->buffer + stream->start,
                                           stream->end - stream->start, false);
    return status;
}

/* What is known but can't be read is refused by name. */
static ent_status check_readable(const ent_i_format *format, ent_error *error)
{
    if (format->next || format->whole || format->container)
        return ENT_OK;
    if (!format->shown.library)
        return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                          "expected articles, found %s", format->shown.about);
    return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                      "expected a format that can be read, found %s; entente "
                      "was built without %s",
                      format->shown.about, format->shown.library);
}

static ent_status open_container(ent_i_level *level, ent_error *error)
{
    ent_i_opened *opened = level->opened;
    if (!level->format->container)
        return ENT_OK;
    if (opened->depth > opened->limits.depth)
        return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                          "expected archives within archives %u deep at most "
                          "(max-depth), found more",
                          (unsigned)opened->limits.depth);
    return level->format->container->open(&level->container, &level->stream,
                                          error);
}

/* Looks at the beginning of the top level's stream. If that fails, the level is
 * closed. */
static ent_status start(ent_i_opened *opened, ent_error *error)
{
    ent_i_level *level = top_of(opened);
    ent_i_stream *stream = &level->stream;
    stream->stop = opened->stop;
    stream->fields = opened->fields;
    stream->most = opened->limits.article;
    ent_status status = ent_i_stream_need(stream, SNIFF_BYTES, error);
    if (!status)
        status = find_format(level, error);
    if (!status && !level->format->binary)
        stream->day_order = ent_i_find_day_order(stream->buffer + stream->start,
                                                 stream->end - stream->start);
    if (!status)
        status = check_readable(level->format, error);
    if (!status)
        status = open_container(level, error);
    if (!status)
        return ENT_OK;
    if (error && !error->file[0])
        ent_i_fail_at(error, status, stream->path, 0, -1);
    pop(opened);
    return status;
}

static ent_i_level *push(ent_i_opened *opened)
{
    ent_i_level *level = &opened->levels[opened->depth++];
    level->opened = opened;
    return level;
}

static void begin(ent_i_opened *opened)
{
    opened->unpacked = 0;
    opened->members = 0;
    opened->over = false;
    push(opened);
}

ent_status ent_i_opened_file(ent_i_opened *opened, const char *path,
                             ent_error *error)
{
    begin(opened);
    ent_i_stream *stream = &top_of(opened)->stream;
    ent_status status = ent_i_stream_open(stream, path, error);
    if (status) {
        pop(opened);
        return status;
    }
    stream->done = opened->done;
    status = start(opened, error);
    /* Empty standard input is no error, as in any filter; an empty file is. */
    if (!status && strcmp(path, "-") == 0 && !stream->taken)
        ent_i_opened_close(opened);
    return status;
}

ent_status ent_i_opened_memory(ent_i_opened *opened, const char *path,
                               const void *bytes, size_t size, ent_error *error)
{
    begin(opened);
    ent_status status = ent_i_stream_open_memory(&top_of(opened)->stream, path,
                                                 bytes, size, error);
    if (!status)
        return start(opened, error);
    pop(opened);
    return status;
}

/* ---- what comes out of containers ---- */

static ent_status pass_limit(ent_i_opened *opened, ent_error *error,
                             const char *what, uint64_t most)
{
    opened->over = true;
    return ent_i_fail(error, ENT_ERR_LIMIT, "source",
                      "expected at most %llu %s, found more",
                      (unsigned long long)most, what);
}

static ent_status check_size(ent_i_opened *opened, ent_error *error)
{
    const ent_i_limits *limits = &opened->limits;
    uint64_t taken = opened->levels[0].stream.taken;
    if (opened->unpacked > limits->unpacked)
        return pass_limit(opened, error, "unpacked bytes (max-unpacked)",
                          limits->unpacked);
    if (opened->unpacked > RATIO_FREE &&
        opened->unpacked / limits->ratio > taken)
        return pass_limit(opened, error,
                          "unpacked bytes for each packed one (max-ratio)",
                          limits->ratio);
    return ENT_OK;
}

static ent_status supply(void *ctx, char *to, size_t room, size_t *got,
                         ent_error *error)
{
    ent_i_level *from = ctx;
    *got = 0;
    if (from->opened->over)
        return ENT_OK;
    ent_status status =
        from->format->container->read(from->container, to, room, got, error);
    from->opened->unpacked += *got;
    from->broken = status != ENT_OK;
    return status ? status : check_size(from->opened, error);
}

/* ---- members ---- */

/* Without the steps that lead out of the archive: nothing is written there, but
 * nobody should take the name for a file of the system. */
static bool add_name(ent_i_string *path, const char *name)
{
    bool fine = true;
    name += strspn(name, "/");
    while (*name && fine) {
        size_t n = strcspn(name, "/");
        if (n > 2 || strncmp(name, "..", n) != 0 || !n)
            fine =
                ent_i_string_adds(path, "/") && ent_i_string_add(path, name, n);
        name += n + (name[n] == '/');
    }
    return fine;
}

/* Reads the rest of a member that was left unread, where moving on would do the
 * same without counting. */
static ent_status drain(ent_i_level *from, ent_error *error)
{
    ent_status status = ENT_OK;
    char bytes[1 << 14];
    size_t got = 1;
    if (!from->members || from->format->container->skips(from->container))
        return ENT_OK;
    while (!status && got)
        status = supply(from, bytes, sizeof bytes, &got, error);
    return status;
}

static ent_status enter(ent_i_level *from, const ent_i_member *member,
                        ent_error *error)
{
    ent_i_opened *opened = from->opened;
    ent_i_level *level = push(opened);
    if (!ent_i_string_adds(&level->path, from->stream.path) ||
        !add_name(&level->path, member->name)) {
        pop(opened);
        return ent_i_no_memory(error, "source");
    }
    ent_i_stream_open_supply(&level->stream, level->path.items, supply, from);
    level->resumed = member->resumed;
    level->stream.url = member->url ? member->url : from->stream.url;
    level->stream.encoding = member->encoding;
    level->stream.warnings = member->warnings;
    level->stream.date =
        member->date != ENT_NO_DATE ? member->date : from->stream.date;
    return start(opened, error);
}

static ent_status end_container(ent_i_opened *opened, ent_error *error)
{
    ent_i_level *level = top_of(opened);
    ent_status status = ENT_OK;
    if (!level->members && !level->resumed) {
        status = ent_i_fail(error, ENT_ERR_FORMAT, "source",
                            "expected articles, found %s without any",
                            level->format->shown.about);
        ent_i_fail_at(error, status, level->stream.path, 0, -1);
    }
    pop(opened);
    return status;
}

/* Enters the next member of the container on top, or leaves that. */
static ent_status next_member(ent_i_opened *opened, ent_error *error)
{
    ent_i_level *level = top_of(opened);
    ent_i_member member;
    bool more = true;
    /* What follows a broken member can't be found by unpacking on. */
    if (level->broken && !level->format->container->skips(level->container)) {
        pop(opened);
        return ENT_OK;
    }
    level->broken = false;
    ent_status status = drain(level, error);
    if (!status)
        status = level->format->container->next(level->container, &member,
                                                &more, error);
    if (!status && !more)
        return end_container(opened, error);
    level->members++;
    if (!status && ++opened->members > opened->limits.members)
        status = pass_limit(opened, error, "members (max-members)",
                            opened->limits.members);
    if (!status)
        return enter(level, &member, error);
    if (error && !error->file[0])
        ent_i_fail_at(error, status, level->stream.path, 0, -1);
    return status;
}

/* ---- articles ---- */

static ent_status next_whole(ent_i_level *level, ent_article **out,
                             ent_error *error)
{
    char *bytes;
    size_t size;
    if (level->stream.articles++)
        return ENT_OK;
    ent_status status = ent_i_stream_give(&level->stream, &bytes, &size, error);
    return status ? status
                  : ent_i_article_defer(&level->stream, bytes, size,
                                        level->format->whole, out, error);
}

static ent_status next_article(ent_i_opened *opened, ent_article **out,
                               ent_error *error)
{
    ent_i_level *level = top_of(opened);
    ent_status status = level->format->whole
                            ? next_whole(level, out, error)
                            : level->format->next(&level->stream, out, error);
    /* What was kept tells itself what it was read from. */
    if (!status && *out && !(*out)->kept) {
        (*out)->format = level->format->shown.name;
        (*out)->format_given = level->format == opened->forced;
    }
    if (status && error && !error->file[0])
        ent_i_fail_at(error, status, level->stream.path, 0, -1);
    if (!status && !*out)
        pop(opened);
    return status;
}

ent_status ent_i_opened_next(ent_i_opened *opened, ent_article **out,
                             ent_error *error)
{
    ent_status status = ENT_OK;
    *out = NULL;
    while (opened->depth && !status && !*out) {
        status = top_of(opened)->container ? next_member(opened, error)
                                           : next_article(opened, out, error);
        if (opened->over)
            ent_i_opened_close(opened);
    }
    return status;
}
