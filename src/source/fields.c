/* The names of fields and columns, and the way to what stands under them. */
#include "source/fields.h"

#include <string.h>

#include "core/error.h"
#include "entente/reading.h"

/* As in what newspapers' interfaces, crawlers (news-please, newspaper,
 * trafilatura), schema.org and collections of articles call them. Within a
 * part the earlier name wins; the first is entente's own. */
static const struct {
    ent_i_part part;
    const char *name;
} usual[] = {
    {ENT_I_PART_ID, "id"},
    {ENT_I_PART_ID, "article_id"},
    {ENT_I_PART_ID, "doc_id"},
    {ENT_I_PART_ID, "guid"},
    {ENT_I_PART_ID, "uuid"},
    {ENT_I_PART_TITLE, "title"},
    {ENT_I_PART_TITLE, "headline"},
    {ENT_I_PART_TITLE, "headline.main"},
    {ENT_I_PART_TITLE, "article_title"},
    {ENT_I_PART_TITLE, "webTitle"},
    {ENT_I_PART_TEXT, "text"},
    {ENT_I_PART_TEXT, "content"},
    {ENT_I_PART_TEXT, "body"},
    {ENT_I_PART_TEXT, "maintext"},
    {ENT_I_PART_TEXT, "main_text"},
    {ENT_I_PART_TEXT, "articleBody"},
    {ENT_I_PART_TEXT, "article_body"},
    {ENT_I_PART_TEXT, "article_text"},
    {ENT_I_PART_TEXT, "full_text"},
    {ENT_I_PART_TEXT, "fulltext"},
    {ENT_I_PART_TEXT, "body_text"},
    {ENT_I_PART_TEXT, "bodyText"},
    {ENT_I_PART_TEXT, "fields.bodyText"},
    {ENT_I_PART_TEXT, "content_text"},
    {ENT_I_PART_TEXT, "paragraphs"},
    {ENT_I_PART_DATE, "date"},
    {ENT_I_PART_DATE, "published"},
    {ENT_I_PART_DATE, "date_publish"},
    {ENT_I_PART_DATE, "date_published"},
    {ENT_I_PART_DATE, "datePublished"},
    {ENT_I_PART_DATE, "publish_date"},
    {ENT_I_PART_DATE, "published_at"},
    {ENT_I_PART_DATE, "publishedAt"},
    {ENT_I_PART_DATE, "published_date"},
    {ENT_I_PART_DATE, "publication_date"},
    {ENT_I_PART_DATE, "publicationDate"},
    {ENT_I_PART_DATE, "pub_date"},
    {ENT_I_PART_DATE, "pubDate"},
    {ENT_I_PART_DATE, "webPublicationDate"},
    {ENT_I_PART_DATE, "date_modified"},
    {ENT_I_PART_DATE, "timestamp"},
    {ENT_I_PART_SOURCE, "source"},
    {ENT_I_PART_SOURCE, "source.name"},
    {ENT_I_PART_SOURCE, "outlet"},
    {ENT_I_PART_SOURCE, "publication"},
    {ENT_I_PART_SOURCE, "publisher"},
    {ENT_I_PART_SOURCE, "publisher.name"},
    {ENT_I_PART_SOURCE, "source_name"},
    {ENT_I_PART_SOURCE, "newspaper"},
    {ENT_I_PART_SOURCE, "site_name"},
    {ENT_I_PART_SOURCE, "source_domain"},
    {ENT_I_PART_SOURCE, "domain"},
    {ENT_I_PART_SOURCE, "sources"},
    {ENT_I_PART_URL, "url"},
    {ENT_I_PART_URL, "link"},
    {ENT_I_PART_URL, "web_url"},
    {ENT_I_PART_URL, "webUrl"},
    {ENT_I_PART_URL, "article_url"},
    {ENT_I_PART_URL, "permalink"},
    {ENT_I_PART_URL, "source_urls"},
    {ENT_I_PART_LANGUAGE, "language"},
    {ENT_I_PART_LANGUAGE, "lang"},
    {ENT_I_PART_LANGUAGE, "inLanguage"},
    {ENT_I_PART_AUTHOR, "author"},
    {ENT_I_PART_AUTHOR, "author.name"},
    {ENT_I_PART_AUTHOR, "authors"},
    {ENT_I_PART_AUTHOR, "authors.name"},
    {ENT_I_PART_AUTHOR, "byline"},
    {ENT_I_PART_PERSONS, "persons"},
    {ENT_I_PART_PERSONS, "people"},
    {ENT_I_PART_ORGANISATIONS, "organisations"},
    {ENT_I_PART_ORGANISATIONS, "organizations"},
    {ENT_I_PART_PLACES, "places"},
    {ENT_I_PART_PLACES, "locations"},
};
enum { USUAL = sizeof usual / sizeof *usual };

const char *ent_i_part_name(ent_i_part part)
{
    return ent_i_field_name(NULL, part, 0);
}

/* ---- what the user gives ---- */

static ent_i_part part_named(const char *name, size_t size)
{
    for (int part = 0; part < ENT_I_PARTS; part++) {
        const char *known = ent_i_part_name((ent_i_part)part);
        if (strlen(known) == size && memcmp(known, name, size) == 0)
            return (ent_i_part)part;
    }
    return ENT_I_PARTS;
}

static ent_status refuse(const char *given, ent_error *error)
{
    char names[160] = "";
    for (int part = 0; part < ENT_I_PARTS; part++) {
        strcat(names, part ? ", " : "");
        strcat(names, ent_i_part_name((ent_i_part)part));
    }
    return ent_i_fail(error, ENT_ERR_ARGUMENT, "source",
                      "expected FIELD=NAME with one of the fields %s, found "
                      "\"%s\"",
                      names, given);
}

ent_status ent_i_fields_read(ent_i_fields *out, const char *const *given,
                             ent_error *error)
{
    for (; given && *given; given++) {
        const char *mark = strchr(*given, '=');
        ent_i_part part =
            mark ? part_named(*given, (size_t)(mark - *given)) : ENT_I_PARTS;
        if (part == ENT_I_PARTS || !mark[1])
            return refuse(*given, error);
        if (!ent_i_vec_push(&out->names[part], mark + 1))
            return ent_i_no_memory(error, "source");
    }
    return ENT_OK;
}

void ent_i_fields_free(ent_i_fields *fields)
{
    for (int part = 0; part < ENT_I_PARTS; part++)
        ent_i_vec_free(&fields->names[part]);
}

ent_status ent_field_check(const char *field, ent_error *error)
{
    const char *const list[] = {field, NULL};
    ent_i_fields fields = {0};
    ent_status status = ent_i_fields_read(&fields, list, error);
    ent_i_fields_free(&fields);
    return status;
}

/* ---- looking up ---- */

const char *ent_i_field_name(const ent_i_fields *fields, ent_i_part part,
                             size_t n)
{
    int i = 0;
    if (fields && fields->names[part].n)
        return n < fields->names[part].n ? fields->names[part].items[n] : NULL;
    while (usual[i].part != part)
        i++;
    size_t at = (size_t)i + n;
    return at < USUAL && usual[at].part == part ? usual[at].name : NULL;
}

/* The next letter or digit of a name, in lower case; '\0' at its end. */
static char next_plain(const char *name, size_t size, size_t *i)
{
    while (*i < size) {
        char c = name[(*i)++];
        if (c >= 'A' && c <= 'Z')
            return (char)(c + 'a' - 'A');
        if (!strchr("_- .", c))
            return c;
    }
    return '\0';
}

/* "Publish Date" is publish_date. */
static bool same_name(const char *a, size_t a_size, const char *b)
{
    size_t i = 0, j = 0, b_size = strlen(b);
    char x, y;
    do {
        x = next_plain(a, a_size, &i);
        y = next_plain(b, b_size, &j);
    } while (x == y && x);
    return x == y;
}

ent_i_part ent_i_field_of(const ent_i_fields *fields, const char *name,
                          size_t size, size_t *rank)
{
    const char *known;
    for (int part = 0; size && part < ENT_I_PARTS; part++)
        for (*rank = 0;
             (known = ent_i_field_name(fields, (ent_i_part)part, *rank));
             ++*rank)
            if (same_name(name, size, known))
                return (ent_i_part)part;
    return ENT_I_PARTS;
}

/* ---- values ---- */

static ent_i_gathered add_value(ent_i_string *out, const json_t *value,
                                const char *gap, bool numbers)
{
    bool fine = !out->n || ent_i_string_adds(out, gap);
    if (json_is_string(value))
        fine = fine && ent_i_string_add(out, json_string_value(value),
                                        json_string_length(value));
    else if (numbers && json_is_integer(value))
        fine = fine && ent_i_string_addf(out, "%lld",
                                         (long long)json_integer_value(value));
    else
        return ENT_I_WRONG_VALUE;
    return fine ? ENT_I_GATHERED : ENT_I_NO_ROOM;
}

static ent_i_gathered add_path(ent_i_string *out, const json_t *value,
                               const char *path, const char *gap, bool numbers);

/* Items that are nothing are passed over; one that is wrong spoils the rest. */
static ent_i_gathered add_items(ent_i_string *out, const json_t *array,
                                const char *path, const char *gap, bool numbers)
{
    ent_i_gathered all = ENT_I_ABSENT_VALUE;
    for (size_t i = 0; i < json_array_size(array); i++) {
        ent_i_gathered one =
            add_path(out, json_array_get(array, i), path, gap, numbers);
        if (one > ENT_I_GATHERED)
            return one;
        all = one == ENT_I_GATHERED ? one : all;
    }
    return all;
}

/* A key may contain dots itself, and then it is meant. Arrays can't lie so deep
 * that this goes far: jansson allows 2048 levels. */
static ent_i_gathered add_path(ent_i_string *out, const json_t *value,
                               const char *path, const char *gap, bool numbers)
{
    if (!value || json_is_null(value))
        return ENT_I_ABSENT_VALUE;
    if (json_is_array(value))
        return add_items(out, value, path, gap, numbers);
    if (!*path)
        return add_value(out, value, gap, numbers);
    const json_t *whole = json_object_get(value, path);
    size_t step = strcspn(path, ".");
    if (whole || !path[step])
        return add_path(out, whole, "", gap, numbers);
    return add_path(out, json_object_getn(value, path, step), path + step + 1,
                    gap, numbers);
}

ent_i_gathered ent_i_field_gather(ent_i_string *out, const json_t *object,
                                  const char *path, const char *gap,
                                  bool numbers)
{
    return json_is_object(object) ? add_path(out, object, path, gap, numbers)
                                  : ENT_I_ABSENT_VALUE;
}
