/* What a list's items don't say of themselves, the feed says of all. */
#include "source/json_list.h"

#include <string.h>

#include "core/error.h"
#include "source/fields.h"

typedef struct list {
    json_t *whole;
    json_t *items; /* within the whole */
    size_t at;
} list;

static void free_list(void *kept)
{
    list *l = kept;
    json_decref(l->whole);
    ent_i_free(l);
}

/* The list of objects along the path, or NULL. */
static json_t *list_at(json_t *object, const char *path)
{
    size_t step = strcspn(path, ".");
    json_t *value = json_object_getn(object, path, step);
    if (path[step])
        return list_at(value, path + step + 1);
    return json_is_object(json_array_get(value, 0)) ? value : NULL;
}

/* In JSON Feed, NewsAPI and its like, the Guardian's and the New York Times'
 * interfaces. */
static json_t *find_list(json_t *object)
{
    static const char *const paths[] = {"items",   "articles",
                                        "results", "response.results",
                                        "docs",    "response.docs"};
    json_t *found = NULL;
    for (size_t i = 0; !found && i < sizeof paths / sizeof *paths; i++)
        found = list_at(object, paths[i]);
    return found;
}

/* Whether it is an article itself, which may list others. */
static ent_i_gathered own_text(const ent_i_stream *stream, const json_t *object)
{
    ent_i_gathered got = ENT_I_ABSENT_VALUE;
    const char *name;
    ent_i_string text = {0};
    for (size_t i = 0;
         got != ENT_I_GATHERED && got != ENT_I_NO_ROOM &&
         (name = ent_i_field_name(stream->fields, ENT_I_PART_TEXT, i));
         i++)
        got = ent_i_field_gather(&text, object, name, " ", false);
    ent_i_vec_free(&text);
    return got;
}

ent_status ent_i_json_list_keep(ent_i_stream *stream, json_t *object,
                                bool *kept, ent_error *error)
{
    json_t *items = find_list(object);
    ent_i_gathered own = items ? own_text(stream, object) : ENT_I_GATHERED;
    *kept = false;
    if (own == ENT_I_NO_ROOM)
        return ent_i_no_memory(error, "source");
    if (own == ENT_I_GATHERED || json_object_get(object, "mentions"))
        return ENT_OK;
    list *l = ent_i_calloc(1, sizeof *l);
    if (!l)
        return ent_i_no_memory(error, "source");
    *l = (list){json_incref(object), items, 0};
    stream->kept = l;
    stream->free_kept = free_list;
    *kept = true;
    return ENT_OK;
}

/* A feed's title is its publisher's name. */
static bool is_feed(const json_t *whole)
{
    const char *version = json_string_value(json_object_get(whole, "version"));
    return version && strstr(version, "jsonfeed.org/version/");
}

static bool take(ent_article *article, const json_t *whole, const char *key,
                 const char **out)
{
    const char *text = json_string_value(json_object_get(whole, key));
    if (*out || !text)
        return true;
    *out = ent_i_arena_strdup(&article->arena, text);
    return *out != NULL;
}

static ent_status read_item(ent_i_stream *stream, const list *l,
                            const json_t *item, ent_article *article,
                            ent_error *error)
{
    const char *unnamed = article->id;
    ent_status status =
        json_is_object(item)
            ? ent_i_article_from_json(article, item, stream->fields, error)
            : ent_i_fail(error, ENT_ERR_FORMAT, "source",
                         "expected an article as a JSON object");
    if (status)
        return ent_i_stream_fail(stream, status, error);
    if (is_feed(l->whole) &&
        !(take(article, l->whole, "title", &article->source) &&
          take(article, l->whole, "language", &article->language)))
        return ent_i_no_memory(error, "source");
    return article->id == unnamed ? ent_i_article_place(stream, article, error)
                                  : ENT_OK;
}

ent_status ent_i_json_list_next(ent_i_stream *stream, ent_article **out,
                                ent_error *error)
{
    list *l = stream->kept;
    if (!l)
        return ENT_OK;
    const json_t *item = json_array_get(l->items, l->at++);
    if (!item) {
        free_list(l);
        stream->kept = NULL;
        return ENT_OK;
    }
    stream->articles++;
    ent_status status = ent_i_article_begin(stream, out, error);
    if (!status)
        status = read_item(stream, l, item, *out, error);
    if (status) {
        ent_article_free(*out);
        *out = NULL;
    }
    return status;
}
