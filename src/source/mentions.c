/* Mentions that come with an article: in our own form, with offsets in bytes,
 * or as spaCy's "ents", with offsets in characters. */
#include <string.h>
#include <unicode/utf8.h>

#include "core/error.h"
#include "core/utf8.h"
#include "source/readers.h"

/* Counted from 0, as the array is. */
static ent_status bad_mention(size_t i, const char *what, ent_error *error)
{
    return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                      "mention %zu: expected %s", i, what);
}

/* Annotators mark headlines too. */
static uint32_t field_size(const ent_article *article, uint8_t field)
{
    return field == ENT_FIELD_TITLE ? article->title_size : article->text_size;
}

/* Whether a character begins or the field ends there. In text that isn't ASCII,
 * this mostly catches offsets that were counted in characters or UTF-16 units
 * by mistake. */
static bool is_boundary(const ent_article *article, uint8_t field, uint32_t at)
{
    const char *text = ent_article_field(article, (ent_field)field);
    return at == field_size(article, field) || ent_i_is_boundary(text, at);
}

/* Reads an offset within the field; false when it isn't one. */
static bool take_offset(const json_t *object, const char *key, uint32_t most,
                        uint32_t *out)
{
    const json_t *value = json_object_get(object, key);
    json_int_t n = json_integer_value(value);
    if (!json_is_integer(value) || n < 0 || n > (json_int_t)most)
        return false;
    *out = (uint32_t)n;
    return true;
}

/* A mention without a role is part of the story. */
static bool take_role(const json_t *value, ent_mention *out)
{
    out->role_stated = value && !json_is_null(value);
    return !out->role_stated ||
           ent_i_role_parse(json_string_value(value), &out->role);
}

/* A mention without a field is in the text. */
static bool take_field(const json_t *value, uint8_t *out)
{
    const char *text = json_string_value(value);
    *out =
        text && strcmp(text, "title") == 0 ? ENT_FIELD_TITLE : ENT_FIELD_TEXT;
    return !value ||
           (text && (*out == ENT_FIELD_TITLE || strcmp(text, "text") == 0));
}

/* Whether the byte is part of a word: "Mr" must not be found at the end of
 * another word. */
static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (unsigned char)c >= 0x80;
}

/* Looks for the given honorific right before the name, perhaps with a
 * period. */
static void find_honorific(const ent_article *article, const json_t *value,
                           ent_mention *mention)
{
    const char *text = ent_article_field(article, (ent_field)mention->field);
    size_t n = json_string_length(value);
    uint32_t end = mention->start;
    mention->honorific_start = mention->honorific_end = mention->start;
    while (end > 0 && strchr(" \t\r\n", text[end - 1]))
        end--;
    uint32_t bare = end;
    if (n && bare > n && text[bare - 1] == '.' &&
        json_string_value(value)[n - 1] != '.')
        bare--;
    if (!n || bare < n ||
        memcmp(text + bare - n, json_string_value(value), n) != 0 ||
        (bare > n && is_word_byte(text[bare - n - 1])))
        return;
    mention->honorific_start = bare - (uint32_t)n;
    mention->honorific_end = end;
}

/* Reports the first error. The article is then refused, because offsets that
 * are wrong once are usually wrong everywhere. */
static ent_status read_mention(const ent_article *article, size_t i,
                               const json_t *object, ent_mention *out,
                               ent_error *error)
{
    const char *type = json_string_value(json_object_get(object, "type"));
    const json_t *confidence = json_object_get(object, "confidence");
    ent_type parsed;
    *out = (ent_mention){.size = sizeof *out,
                         .cluster = ENT_NONE,
                         .confidence = 1,
                         .role = ENT_ROLE_STORY};
    if (!json_is_object(object))
        return bad_mention(i, "an object", error);
    if (!take_field(json_object_get(object, "field"), &out->field))
        return bad_mention(i, "\"field\" to be title or text", error);
    uint32_t size = field_size(article, out->field);
    if (!take_offset(object, "start", size, &out->start) ||
        !take_offset(object, "end", size, &out->end) || out->start >= out->end)
        return bad_mention(
            i,
            "\"start\" and \"end\" to be byte offsets in the text, "
            "start before end",
            error);
    if (!is_boundary(article, out->field, out->start) ||
        !is_boundary(article, out->field, out->end))
        return bad_mention(
            i, "\"start\" and \"end\" to fall between characters", error);
    if (!type || !ent_type_parse(type, &parsed))
        return bad_mention(i, "\"type\" to be person, org, place or misc",
                           error);
    if (!take_role(json_object_get(object, "role"), out))
        return bad_mention(
            i, "\"role\" to be story, byline, credit or furniture", error);
    out->type = (uint8_t)parsed;
    if (json_is_number(confidence))
        out->confidence = (float)json_number_value(confidence);
    if (!(out->confidence >= 0 && out->confidence <= 1))
        return bad_mention(i, "\"confidence\" to be from 0 to 1", error);
    find_honorific(article, json_object_get(object, "honorific"), out);
    return ENT_OK;
}

/* By place; when two begin together, the longer one first. */
static int compare_mentions(const void *a, const void *b)
{
    const ent_mention *x = a, *y = b;
    if (x->field != y->field)
        return x->field < y->field ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->end < y->end) - (x->end > y->end);
}

/* Annotators nest names ("[Mr [Blake]]", "[[Popov] government]"). A name inside
 * another stays; one that is there twice or overlaps another's end is
 * dropped. */
static void sort_mentions(ent_article *article)
{
    ent_mention *items = article->mentions.items;
    size_t n = article->mentions.n, kept = 0;
    ent_i_sort(items, n, sizeof *items, compare_mentions);
    for (size_t i = 0; i < n; i++) {
        const ent_mention *last = kept ? &items[kept - 1] : NULL;
        bool apart = !last || items[i].field != last->field ||
                     items[i].start >= last->end;
        bool inside =
            !apart && items[i].end <= last->end &&
            (items[i].start > last->start || items[i].end < last->end);
        if (apart || inside)
            items[kept++] = items[i];
    }
    article->mentions.n = kept;
}

/* ---- spaCy's doc.to_json() ---- */

/* Labels of spaCy's models for the kinds of name that entente knows; others,
 * such as dates and amounts, are left out. */
static const struct {
    const char *label;
    ent_type type;
} labels[] = {
    {"PERSON", ENT_PERSON}, {"PER", ENT_PERSON},       {"ORG", ENT_ORG},
    {"GPE", ENT_PLACE},     {"LOC", ENT_PLACE},        {"FAC", ENT_PLACE},
    {"NORP", ENT_MISC},     {"MISC", ENT_MISC},        {"EVENT", ENT_MISC},
    {"PRODUCT", ENT_MISC},  {"WORK_OF_ART", ENT_MISC}, {"LAW", ENT_MISC},
};

/* False for labels such as DATE or MONEY, whose spans aren't names. */
bool ent_i_label_type(const char *label, ent_type *out)
{
    for (size_t i = 0; label && i < sizeof labels / sizeof *labels; i++)
        if (strcmp(labels[i].label, label) == 0) {
            *out = labels[i].type;
            return true;
        }
    return false;
}

/* Converts offsets in characters to bytes. Entities usually come in order, so
 * one pass is enough. */
typedef struct walker {
    const char *text;
    uint32_t size;
    uint32_t byte;
    uint32_t character;
} walker;

/* Continues from the last position; entities out of order only cost time. */
static bool byte_of(walker *w, uint32_t character, uint32_t *out)
{
    if (character < w->character)
        w->byte = w->character = 0;
    while (w->character < character && w->byte < w->size) {
        U8_FWD_1(w->text, w->byte, w->size);
        w->character++;
    }
    *out = w->byte;
    return w->character == character;
}

/* Like read_mention, for spaCy's offsets. */
static ent_status read_entity(const ent_article *article, size_t i,
                              const json_t *object, walker *w, ent_mention *out,
                              ent_error *error)
{
    uint32_t start, end;
    if (!take_offset(object, "start", article->text_size, &start) ||
        !take_offset(object, "end", article->text_size, &end) || start >= end ||
        !byte_of(w, start, &out->start) || !byte_of(w, end, &out->end))
        return bad_mention(
            i,
            "\"start\" and \"end\" to be character offsets in the text, "
            "start before end",
            error);
    out->honorific_start = out->honorific_end = out->start;
    return ENT_OK;
}

/* Labels that entente doesn't know aren't errors. */
static ent_status take_entities(ent_article *article, const json_t *array,
                                ent_error *error)
{
    walker w = {article->text, article->text_size, 0, 0};
    ent_status status = ENT_OK;
    for (size_t i = 0; !status && i < json_array_size(array); i++) {
        const json_t *object = json_array_get(array, i);
        ent_mention mention = {.size = sizeof(ent_mention),
                               .cluster = ENT_NONE,
                               .confidence = 1,
                               .field = ENT_FIELD_TEXT};
        ent_type type;
        if (!ent_i_label_type(
                json_string_value(json_object_get(object, "label")), &type))
            continue;
        mention.type = (uint8_t)type;
        status = read_entity(article, i, object, &w, &mention, error);
        if (!status && !ent_i_vec_push(&article->mentions, mention))
            status = ent_i_no_memory(error, "source");
    }
    return status;
}

/* Mentions may come in any order; they are sorted afterwards. */
static ent_status take_mentions(ent_article *article, const json_t *array,
                                ent_error *error)
{
    ent_status status = ENT_OK;
    for (size_t i = 0; !status && i < json_array_size(array); i++) {
        ent_mention mention;
        status =
            read_mention(article, i, json_array_get(array, i), &mention, error);
        if (!status && !ent_i_vec_push(&article->mentions, mention))
            status = ent_i_no_memory(error, "source");
    }
    return status;
}

/* Our own form takes precedence over spaCy's. An empty array counts too: the
 * annotator found nobody. */
ent_status ent_i_article_mentions(ent_article *article, const json_t *object,
                                  ent_error *error)
{
    const json_t *own = json_object_get(object, "mentions");
    const json_t *spacy = json_object_get(object, "ents");
    ent_status status = ENT_OK;
    if (json_is_array(own))
        status = take_mentions(article, own, error);
    else if (json_is_array(spacy))
        status = take_entities(article, spacy, error);
    else
        return ENT_OK;
    if (status)
        return status;
    article->annotated = true;
    sort_mentions(article);
    /* A title with mentions must be read even though the text repeats it. */
    if (article->mentions.n &&
        article->mentions.items[0].field == ENT_FIELD_TITLE)
        article->title_in_text = false;
    return ENT_OK;
}
