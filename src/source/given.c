/* Articles from the host's memory, read like a JSON object with the same
 * fields. */
#include <stdio.h>

#include "core/error.h"
#include "core/json.h"
#include "source/readers.h"

static ent_status refuse(size_t n, const char *expected, ent_error *error)
{
    char name[32];
    snprintf(name, sizeof name, "text#%zu", n);
    ent_status status =
        ent_i_fail(error, ENT_ERR_FORMAT, "source", "expected %s", expected);
    return ent_i_fail_at(error, status, name, 0, -1);
}

/* Names the article until its own id is read. */
static ent_status begin(size_t n, ent_article **out, ent_error *error)
{
    char name[32];
    snprintf(name, sizeof name, "text#%zu", n);
    *out = ent_i_article_new();
    if (*out)
        (*out)->path = (*out)->id = ent_i_arena_strdup(&(*out)->arena, name);
    return *out && (*out)->id ? ENT_OK : ent_i_no_memory(error, "source");
}

ent_status ent_i_read_given(const ent_text *text, size_t n, ent_article **out,
                            ent_error *error)
{
    ent_date date;
    if (!text->text)
        return refuse(n, "a text, found none", error);
    if (text->date && !ent_date_parse(text->date, &date))
        return refuse(n, "a date such as 2014-03-29", error);
    json_error_t why;
    json_t *object = json_pack_ex(
        &why, 0, "{s:s, s:s?, s:s?, s:s?, s:s?, s:s?, s:s?}", "text",
        text->text, "title", text->title, "id", text->id, "date", text->date,
        "source", text->source, "url", text->url, "language", text->language);
    if (!object)
        return ent_i_json_no_memory(&why)
                   ? ent_i_no_memory(error, "source")
                   : refuse(n, "strings in UTF-8", error);
    ent_status status = begin(n, out, error);
    if (!status)
        status = ent_i_article_from_json(*out, object, NULL, error);
    json_decref(object);
    return status;
}
