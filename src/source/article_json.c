/* The fields of an article given as a JSON object. */
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/error.h"
#include "source/dates.h"
#include "source/decode.h"
#include "source/readers.h"

/* Copies a string field into the arena; *out is unchanged when the field is
 * absent or null. Integers are taken as they are written, for ids. */
static ent_status take_string(ent_article *article, const json_t *object,
                              const char *key, const char **out, uint32_t *size,
                              ent_error *error)
{
    const json_t *value = json_object_get(object, key);
    char number[32];
    const char *bytes = number;
    size_t n;
    if (!value || json_is_null(value))
        return ENT_OK;
    if (json_is_string(value)) {
        bytes = json_string_value(value);
        n = json_string_length(value);
    } else if (json_is_integer(value)) {
        n = (size_t)snprintf(number, sizeof number, "%lld",
                             (long long)json_integer_value(value));
    } else {
        return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                          "expected \"%s\" to be a string", key);
    }
    char *copy = ent_i_arena_strndup(&article->arena, bytes, n);
    if (!copy)
        return ent_i_no_memory(error, "source");
    ent_i_blank_nul(copy, n);
    *out = copy;
    if (size)
        *size = (uint32_t)n;
    return ENT_OK;
}

/* "text" is our own name for the field and comes first. It is the only field
 * that an article can't do without. */
static ent_status take_text(ent_article *article, const json_t *object,
                            ent_error *error)
{
    static const char *const keys[] = {"text", "content"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (json_is_string(json_object_get(object, keys[i])))
            return take_string(article, object, keys[i], &article->text,
                               &article->text_size, error);
    return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                      "expected \"text\" or \"content\" as a string, found "
                      "neither");
}

/* A date in an unknown form is no reason to refuse the article. */
static ent_date read_date(const json_t *value)
{
    ent_date date = ENT_NO_DATE;
    size_t used;
    if (json_is_number(value))
        date = ent_i_epoch_date(json_number_value(value));
    else if (json_is_string(value))
        ent_i_read_date(json_string_value(value), json_string_length(value),
                        &used, &date);
    return date;
}

/* ---- whether the text begins with the title ---- */

/* The next character, folded: a headline and its copy may differ in case and
 * white space. */
static UChar32 next_folded(const char *text, size_t *i, size_t size)
{
    UChar32 c = ' ';
    U8_NEXT_OR_FFFD(text, *i, size, c);
    return u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

/* Skips white space; returns whether there was any. */
static bool skip_space(const char *text, size_t *i, size_t size)
{
    size_t from = *i;
    while (*i < size) {
        size_t next = *i;
        if (!u_isUWhiteSpace(next_folded(text, &next, size)))
            break;
        *i = next;
    }
    return *i > from;
}

/* Compares in place, without normalised copies: this runs for every article. */
static bool same_words(const char *a, size_t a_size, const char *b,
                       size_t b_size)
{
    size_t i = 0, j = 0;
    skip_space(a, &i, a_size);
    skip_space(b, &j, b_size);
    while (i < a_size && j < b_size) {
        if (next_folded(a, &i, a_size) != next_folded(b, &j, b_size))
            return false;
        if (skip_space(a, &i, a_size) != skip_space(b, &j, b_size) &&
            i < a_size && j < b_size)
            return false;
    }
    return i >= a_size && j >= b_size;
}

/* Otherwise the names in the title would count twice. The title is compared
 * with the whole first line, since a text may well begin with the words of its
 * title. */
bool ent_i_begins_with_title(const ent_article *article)
{
    size_t from = 0;
    skip_space(article->text, &from, article->text_size);
    const char *start = article->text + from;
    return article->title_size > 0 &&
           same_words(start, strcspn(start, "\r\n"), article->title,
                      article->title_size);
}

/* What other programs may have under the same names in other forms. */
static ent_status take_optional(ent_article *article, const json_t *object,
                                ent_error *error)
{
    const struct {
        const char *key;
        const char **out;
    } fields[] = {{"author", &article->author},
                  {"date_from", &article->date_from}};
    ent_status status = ENT_OK;
    for (size_t i = 0; !status && i < sizeof fields / sizeof *fields; i++)
        if (json_is_string(json_object_get(object, fields[i].key)))
            status = take_string(article, object, fields[i].key, fields[i].out,
                                 NULL, error);
    return status;
}

static void take_date(ent_article *article, const json_t *object)
{
    article->date = read_date(json_object_get(object, "date"));
    if (article->date != ENT_NO_DATE) {
        if (!article->date_from)
            article->date_from = "field";
        return;
    }
    article->date = ent_i_find_date(article->text, article->text_size);
    article->date_from = "text";
}

/* The id is read first, because messages about the other fields name it. */
ent_status ent_i_article_from_json(ent_article *article, const json_t *object,
                                   ent_error *error)
{
    const struct {
        const char *key;
        const char **out;
        uint32_t *size;
    } fields[] = {
        {"id", &article->id, NULL},
        {"title", &article->title, &article->title_size},
        {"source", &article->source, NULL},
        {"url", &article->url, NULL},
        {"language", &article->language, NULL},
    };
    ent_status status = ENT_OK;
    for (size_t i = 0; !status && i < sizeof fields / sizeof *fields; i++)
        status = take_string(article, object, fields[i].key, fields[i].out,
                             fields[i].size, error);
    if (!status)
        status = take_text(article, object, error);
    if (status)
        return status;
    status = take_optional(article, object, error);
    if (status)
        return status;
    take_date(article, object);
    article->title_in_text = ent_i_begins_with_title(article);
    return ent_i_article_mentions(article, object, error);
}
