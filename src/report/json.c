/* Articles and mentions as JSON Lines. */
#include "report/json.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/article.h"
#include "core/control.h"
#include "core/error.h"
#include "core/json.h"
#include "entente/output.h"

/* The reference for a character that ent_i_control_size tells. */
static int put_escaped(const ent_sink *sink, const char *text, size_t size)
{
    const unsigned char *c = (const unsigned char *)text;
    unsigned code = size == 3 ? 0x2000u + (c[2] & 0x3Fu) : c[size - 1];
    char escape[8];
    snprintf(escape, sizeof escape, "\\u%04X", code & 0xFFFFu);
    return sink->write(sink->ctx, escape, strlen(escape));
}

/* jansson writes in small pieces of whole characters; the sink is expected to
 * buffer. It leaves characters beyond ASCII as they are, some of which a
 * terminal would obey. */
static int to_sink(const char *bytes, size_t n, void *ctx)
{
    const ent_sink *sink = ctx;
    size_t from = 0, size;
    int failed = 0;
    for (size_t i = 0; i < n && !failed; i += size ? size : 1) {
        size = ent_i_control_size(bytes + i, n - i);
        if (!size)
            continue;
        failed = sink->write(sink->ctx, bytes + from, i - from) ||
                 put_escaped(sink, bytes + i, size);
        from = i + size;
    }
    return failed || sink->write(sink->ctx, bytes + from, n - from) ? -1 : 0;
}

ent_status ent_i_json_write(const json_t *value, size_t flags,
                            const ent_sink *sink)
{
    ent_sink copy = *sink;
    return ent_i_json_dump(value, to_sink, &copy, JSON_COMPACT | flags);
}

static ent_status not_written(ent_error *error)
{
    return ent_i_fail(error, ENT_ERR_IO, "report", "cannot write the output");
}

ent_status ent_i_json_put(json_t *value, const ent_sink *sink, ent_error *error)
{
    ent_status status =
        ent_i_json_write(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(6), sink);
    json_decref(value);
    if (status == ENT_ERR_MEMORY)
        return ent_i_no_memory(error, "report");
    return status ? not_written(error) : ENT_OK;
}

ent_status ent_i_json_put_raw(const char *text, const ent_sink *sink,
                              ent_error *error)
{
    return sink->write(sink->ctx, text, strlen(text)) ? not_written(error)
                                                      : ENT_OK;
}

ent_status ent_i_json_line(json_t *value, const ent_sink *sink,
                           ent_error *error)
{
    ent_status status = ent_i_json_put(value, sink, error);
    return status ? status : ent_i_json_put_raw("\n", sink, error);
}

/* jansson's _nocheck functions save checking each text's UTF-8 again, which the
 * source stage has ensured. */
bool ent_i_json_text(json_t *object, const char *key, const char *text)
{
    return json_object_set_new_nocheck(object, key,
                                       text ? json_string_nocheck(text)
                                            : json_null()) == 0;
}

bool ent_i_json_span(json_t *object, const char *key, const char *text,
                     size_t size)
{
    return json_object_set_new_nocheck(object, key,
                                       json_stringn_nocheck(text, size)) == 0;
}

bool ent_i_json_whole(json_t *object, const char *key, uint64_t value)
{
    return json_object_set_new_nocheck(object, key,
                                       json_integer((json_int_t)value)) == 0;
}

bool ent_i_json_real(json_t *object, const char *key, double value)
{
    if (value == 0)
        value = 0; /* no "-0.0" */
    /* NaN (not measured) becomes null, since JSON cannot write it. */
    return json_object_set_new_nocheck(object, key,
                                       isfinite(value) ? json_real(value)
                                                       : json_null()) == 0;
}

bool ent_i_json_date(json_t *object, const char *key, ent_date date)
{
    char day[16];
    ent_date_format(date, day);
    return ent_i_json_text(object, key, day[0] ? day : NULL);
}

bool ent_i_json_bits(json_t *object, const char *key, unsigned bits,
                     const char *(*name)(unsigned bit))
{
    json_t *list = json_array();
    bool good = list != NULL;
    for (unsigned i = 0; good && bits >> i; i++)
        good = !(bits >> i & 1) ||
               json_array_append_new(list, json_string_nocheck(name(i))) == 0;
    return json_object_set_new_nocheck(object, key, list) == 0 && good;
}

/* Returns the object if all members could be set, otherwise NULL, so that
 * setters can be chained with && and failures freed in one place. */
json_t *ent_i_json_done(json_t *object, bool good)
{
    if (good)
        return object;
    json_decref(object);
    return NULL;
}

/* Few inputs tell these. */
static bool if_known(json_t *object, const char *key, const char *text)
{
    return !text || ent_i_json_text(object, key, text);
}

static bool warnings(json_t *object, unsigned found)
{
    return !found ||
           ent_i_json_bits(object, "warnings", found, ent_warning_name);
}

/* NULL when memory is out. */
static json_t *article_line(const ent_article *article)
{
    json_t *line = json_object();
    bool good =
        line && ent_i_json_text(line, "id", ent_article_id(article)) &&
        ent_i_json_text(line, "title", ent_article_title(article)) &&
        ent_i_json_date(line, "date", ent_article_date(article)) &&
        if_known(line, "date_from", ent_article_date_from(article)) &&
        if_known(line, "author", ent_article_author(article)) &&
        ent_i_json_text(line, "source", ent_article_source(article)) &&
        ent_i_json_text(line, "url", ent_article_url(article)) &&
        ent_i_json_text(line, "language", ent_article_language(article)) &&
        warnings(line, ent_article_warnings(article)) &&
        ent_i_json_text(line, "text", ent_article_text(article));
    return ent_i_json_done(line, good);
}

ent_status ent_article_write_json(const ent_article *article,
                                  const ent_sink *sink, ent_error *error)
{
    return ent_i_json_line(article_line(article), sink, error);
}

/* Where a reader says nothing of the title, there is none, or it is the first
 * line. */
static json_t *explanation(const ent_article *article)
{
    const char *title = article->title_from      ? article->title_from
                        : !article->title_size   ? NULL
                        : article->title_in_text ? "first line"
                                                 : "field";
    const char *language = article->language_from ? article->language_from
                           : article->language    ? "field"
                                                  : NULL;
    json_t *made = json_object();
    bool good = made && ent_i_json_text(made, "format", article->format) &&
                ent_i_json_text(made, "format_from",
                                article->format_given ? "option" : "content") &&
                ent_i_json_text(made, "title_from", title) &&
                ent_i_json_text(made, "text_from", article->text_from) &&
                ent_i_json_text(made, "language_from", language) &&
                ent_i_json_text(made, "left_out", article->left_out);
    return ent_i_json_done(made, good);
}

ent_status ent_article_write_explained(const ent_article *article,
                                       const ent_sink *sink, ent_error *error)
{
    json_t *line = article_line(article);
    bool good = line && json_object_set_new_nocheck(line, "explain",
                                                    explanation(article)) == 0;
    return ent_i_json_line(ent_i_json_done(line, good), sink, error);
}
