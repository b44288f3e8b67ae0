/* The fields of an article given as a JSON object. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/error.h"
#include "source/characters.h"
#include "source/dates.h"
#include "source/decode.h"
#include "source/fields.h"
#include "source/listed.h"
#include "source/placed.h"
#include "source/readers.h"

/* The object that an article is read from. */
typedef struct reading {
    ent_article *article;
    const json_t *object;
    const ent_i_fields *fields;
    ent_i_string value; /* of the part that is read at the moment */
    const char *name;   /* under which it stands */
} reading;

static ent_status refuse_value(const char *name, ent_error *error)
{
    return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                      "expected \"%s\" to be a string", name);
}

static bool is_given(const ent_i_fields *fields, ent_i_part part)
{
    return fields && fields->names[part].n;
}

/* Whether the path goes through what stands under the name: then it may be an
 * object. */
static bool leads_into(const char *name, const char *path)
{
    size_t n = strlen(name);
    return strncmp(name, path, n) == 0 && path[n] == '.';
}

/* Puts what stands under the first name that holds something into r->value;
 * *found is false when there is none. A wrong value is passed over under other
 * names than entente's own and those that the user gave: "source" and the like
 * mean something else in many files, and so does "author" in all. */
static ent_status gather(reading *r, ent_i_part part, const char *gap,
                         bool *found, ent_error *error)
{
    const char *name, *wrong = NULL;
    *found = false;
    for (size_t i = 0; (name = ent_i_field_name(r->fields, part, i)); i++) {
        r->value.n = 0;
        switch (ent_i_field_gather(&r->value, r->object, name, gap,
                                   part != ENT_I_PART_TEXT)) {
        case ENT_I_GATHERED:
            *found = true;
            r->name = name;
            return ENT_OK;
        case ENT_I_NO_ROOM:
            return ent_i_no_memory(error, "source");
        case ENT_I_WRONG_VALUE:
            if (is_given(r->fields, part) ||
                (i == 0 && part != ENT_I_PART_AUTHOR))
                wrong = name;
            break;
        case ENT_I_ABSENT_VALUE:
            if (wrong && leads_into(wrong, name))
                wrong = NULL;
            break;
        }
    }
    return wrong ? refuse_value(wrong, error) : ENT_OK;
}

/* Ids and addresses are taken as they are. In texts soft hyphens stay, for
 * those who look names up in theirs by offsets. */
static bool has_words(ent_i_part part)
{
    return part == ENT_I_PART_TITLE || part == ENT_I_PART_TEXT ||
           part == ENT_I_PART_SOURCE || part == ENT_I_PART_AUTHOR;
}

/* Where mentions come along, offsets count what is there. */
static bool is_annotated(const json_t *object)
{
    return json_object_get(object, "mentions") ||
           json_object_get(object, "ents");
}

/* Keeps under which name the part was found; the caller's may not last. */
static bool tell_place(reading *r, ent_i_part part)
{
    ent_article *article = r->article;
    const char **out = part == ENT_I_PART_TITLE  ? &article->title_from
                       : part == ENT_I_PART_TEXT ? &article->text_from
                                                 : NULL;
    if (!out)
        return true;
    *out = is_given(r->fields, part)
               ? ent_i_arena_strdup(&article->arena, r->name)
               : r->name;
    return *out != NULL;
}

/* Copies a part into the arena; *out is unchanged when it is absent. */
static ent_status take_string(reading *r, ent_i_part part, const char *gap,
                              const char **out, uint32_t *size,
                              ent_error *error)
{
    bool found;
    ent_status status = gather(r, part, gap, &found, error);
    if (status || !found)
        return status;
    char *copy =
        ent_i_arena_strndup(&r->article->arena, r->value.items, r->value.n);
    if (!copy || !tell_place(r, part))
        return ent_i_no_memory(error, "source");
    ent_i_blank_nul(copy, r->value.n);
    if (has_words(part) && !is_annotated(r->object))
        r->value.n =
            ent_i_resolve_characters(copy, r->value.n, part != ENT_I_PART_TEXT);
    *out = copy;
    if (size)
        *size = (uint32_t)r->value.n;
    return ENT_OK;
}

/* "id", "title" and so on, as many as fit. */
static void list_keys(const json_t *object, char *out, size_t room)
{
    const char *key;
    json_t *value;
    size_t used = 0;
    *out = '\0';
    json_object_foreach((json_t *)(uintptr_t)object, key,
                        value) if (used < room) used +=
        (size_t)snprintf(out + used, room - used, "%s\"%.40s\"",
                         used ? ", " : "", key);
}

static ent_status refuse_textless(const reading *r, ent_error *error)
{
    char keys[200];
    list_keys(r->object, keys, sizeof keys);
    return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                      "expected a text under \"%s\"%s (--field text=NAME gives "
                      "another name), found %s",
                      ent_i_field_name(r->fields, ENT_I_PART_TEXT, 0),
                      is_given(r->fields, ENT_I_PART_TEXT)
                          ? ""
                          : ", \"content\", \"body\" or the like",
                      *keys ? keys : "nothing");
}

/* Lists of names do in place of a text. */
static ent_status take_names(reading *r, ent_error *error)
{
    static const struct {
        ent_i_part part;
        ent_type type;
    } lists[] = {{ENT_I_PART_PERSONS, ENT_PERSON},
                 {ENT_I_PART_ORGANISATIONS, ENT_ORG},
                 {ENT_I_PART_PLACES, ENT_PLACE}};
    ent_i_listed listing = {.article = r->article};
    bool any = false, found;
    ent_status status = ENT_OK;
    for (size_t i = 0; !status && i < sizeof lists / sizeof *lists; i++) {
        status = gather(r, lists[i].part, ";", &found, error);
        any = any || found;
        if (!status && found &&
            !ent_i_listed_add_all(&listing, lists[i].type, r->value.items,
                                  r->value.n))
            status = ent_i_no_memory(error, "source");
    }
    if (!status && any && !ent_i_listed_end(&listing))
        status = ent_i_no_memory(error, "source");
    ent_i_listed_free(&listing);
    return status || any ? status : refuse_textless(r, error);
}

/* JSON Feed has the text as HTML where it is not plain. */
static ent_status take_html(reading *r, const char **out, ent_error *error)
{
#ifdef ENTENTE_GUMBO
    const json_t *value = json_object_get(r->object, "content_html");
    if (!json_is_string(value))
        return ENT_OK;
    r->value.n = 0;
    ent_status status = ent_i_html_plain(&r->value, json_string_value(value),
                                         json_string_length(value), error);
    if (status)
        return status;
    *out = ent_i_arena_strndup(&r->article->arena,
                               r->value.n ? r->value.items : "", r->value.n);
    r->article->text_size = (uint32_t)r->value.n;
    r->article->text_from = "content_html";
    return *out ? ENT_OK : ent_i_no_memory(error, "source");
#else
    (void)r, (void)out, (void)error;
    return ENT_OK;
#endif
}

/* The only part that an article can't do without; an array holds its
 * paragraphs. */
static ent_status take_text(reading *r, ent_error *error)
{
    const char *text = NULL;
    ent_status status = take_string(r, ENT_I_PART_TEXT, "\n\n", &text,
                                    &r->article->text_size, error);
    if (status)
        return status;
    if (!text && json_is_array(json_object_get(r->object, "mentions")))
        return ent_i_placed_read(r->article, r->object, error);
    if (!text)
        status = take_html(r, &text, error);
    if (!text && !status)
        status = take_names(r, error);
    if (!text)
        return status;
    r->article->text = text;
    return ENT_OK;
}

/* A date in an unknown form is no reason to refuse the article. */
static ent_status take_date(reading *r, ent_error *error)
{
    const char *name;
    ent_date *out = &r->article->date;
    for (size_t i = 0; (name = ent_i_field_name(r->fields, ENT_I_PART_DATE, i));
         i++) {
        const json_t *value = json_object_get(r->object, name);
        r->value.n = 0;
        if (json_is_number(value))
            *out = ent_i_number_date(json_number_value(value));
        else if (ent_i_field_gather(&r->value, r->object, name, " ", false) ==
                 ENT_I_NO_ROOM)
            return ent_i_no_memory(error, "source");
        size_t n = r->value.n;
        if (n &&
            !ent_i_stated_date(r->value.items, n, r->article->day_order, out))
            r->article->warnings |= ENT_WARN_UNREAD_DAY;
        if (*out != ENT_NO_DATE || n)
            break;
    }
    return ENT_OK;
}

/* Where the date was found, which entente's own lines tell. */
static ent_status take_date_from(reading *r, ent_error *error)
{
    ent_article *article = r->article;
    const json_t *told = json_object_get(r->object, "date_from");
    article->date_from = "field";
    if (article->date == ENT_NO_DATE) {
        article->date_from = "text";
        if (!article->names_only)
            article->date = ent_i_find_date(article->text, article->text_size);
    } else if (json_is_string(told)) {
        article->date_from =
            ent_i_arena_strdup(&article->arena, json_string_value(told));
        if (!article->date_from)
            return ent_i_no_memory(error, "source");
    }
    return ENT_OK;
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

/* The id is read first, because messages about the other fields name it. */
static ent_status take_parts(reading *r, ent_error *error)
{
    ent_article *article = r->article;
    const struct {
        ent_i_part part;
        const char **out;
        uint32_t *size;
    } strings[] = {
        {ENT_I_PART_ID, &article->id, NULL},
        {ENT_I_PART_TITLE, &article->title, &article->title_size},
        {ENT_I_PART_SOURCE, &article->source, NULL},
        {ENT_I_PART_URL, &article->url, NULL},
        {ENT_I_PART_LANGUAGE, &article->language, NULL},
        {ENT_I_PART_AUTHOR, &article->author, NULL},
    };
    ent_status status = ENT_OK;
    for (size_t i = 0; !status && i < sizeof strings / sizeof *strings; i++)
        status = take_string(r, strings[i].part, ", ", strings[i].out,
                             strings[i].size, error);
    if (!status)
        status = take_text(r, error);
    if (!status)
        status = take_date(r, error);
    if (!status)
        status = take_date_from(r, error);
    if (status || article->names_only)
        return status;
    article->title_in_text = ent_i_begins_with_title(article);
    return ent_i_article_mentions(article, r->object, error);
}

ent_status ent_i_article_from_json(ent_article *article, const json_t *object,
                                   const ent_i_fields *fields, ent_error *error)
{
    reading r = {article, object, fields, {0}, NULL};
    ent_status status = take_parts(&r, error);
    ent_i_vec_free(&r.value);
    return status;
}
