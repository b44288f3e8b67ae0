/* The text is made first, then the sentences from the names in them; encounters
 * come last, as their sentences may have no names. */
#include "source/placed.h"

#include <string.h>

#include "core/error.h"
#include "source/readers.h"
#include "source/stated.h"

/* A wrong place must not cost more memory than any article would. */
enum { TEXT_LIMIT = 16 << 20 };

static ent_status refuse(const char *list, size_t i, const char *expected,
                         ent_error *error)
{
    return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                      "%s %zu: expected %s, as the line has no text", list, i,
                      expected);
}

/* A whole number below the limit, or TEXT_LIMIT. */
static uint32_t number(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    json_int_t n = json_integer_value(value);
    return json_is_integer(value) && n >= 0 && n < TEXT_LIMIT ? (uint32_t)n
                                                              : TEXT_LIMIT;
}

/* ---- the text ---- */

static ent_status measure(const json_t *list, const char *what, uint32_t *size,
                          ent_error *error)
{
    size_t i;
    const json_t *object;
    json_array_foreach(list, i, object)
    {
        uint32_t start = number(object, "start"), end = number(object, "end");
        if (start >= end || end == TEXT_LIMIT)
            return refuse(what, i,
                          "\"start\" and \"end\" to be byte offsets below 16 "
                          "MiB, start before end",
                          error);
        if (!ent_i_stated_in_title(object) && end > *size)
            *size = end;
    }
    return ENT_OK;
}

/* False where something else stands. */
static bool put(char *text, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (text[i] != ' ' && text[i] != bytes[i])
            return false;
    memcpy(text, bytes, size);
    return true;
}

/* An honorific usually stands a blank before the name. */
static void put_honorific(char *text, uint32_t start, const json_t *object)
{
    const json_t *value = json_object_get(object, "honorific");
    size_t n = json_string_length(value);
    if (n && n < start && text[start - 1] == ' ')
        put(text + start - 1 - n, json_string_value(value), n);
}

static ent_status put_name(char *text, size_t i, const json_t *object,
                           ent_error *error)
{
    const json_t *name = json_object_get(object, "text");
    uint32_t start = number(object, "start"), end = number(object, "end");
    if (ent_i_stated_in_title(object))
        return ENT_OK;
    if (json_string_length(name) != end - start ||
        !put(text + start, json_string_value(name), end - start))
        return refuse("mention", i,
                      "\"text\" to be the name that stands at its place",
                      error);
    return ENT_OK;
}

static ent_status make_text(ent_article *article, const json_t *mentions,
                            const json_t *encounters, char **out,
                            ent_error *error)
{
    uint32_t size = 0;
    size_t i;
    const json_t *object;
    ent_status status = measure(mentions, "mention", &size, error);
    if (!status)
        status = measure(encounters, "encounter", &size, error);
    if (status)
        return status;
    char *text = ent_i_arena_alloc(&article->arena, (size_t)size + 1);
    if (!text)
        return ent_i_no_memory(error, "source");
    memset(text, ' ', size);
    text[size] = '\0';
    json_array_foreach(mentions, i, object) if (!status) status =
        put_name(text, i, object, error);
    json_array_foreach(mentions, i,
                       object) if (!status && !ent_i_stated_in_title(object))
        put_honorific(text, number(object, "start"), object);
    article->text = *out = text;
    article->text_size = size;
    return status;
}

/* ---- sentences ---- */

static void widen(ent_sentence *s, uint32_t start, uint32_t end)
{
    if (s->start == ENT_NONE || start < s->start)
        s->start = start;
    if (end > s->end)
        s->end = end;
}

/* Until its names are known a sentence begins at ENT_NONE. */
static ent_status add_sentence(ent_article *article, size_t i,
                               const json_t *object, ent_error *error)
{
    uint32_t n = number(object, "sentence");
    if (n > article->title_size + article->text_size)
        return refuse("mention", i, "\"sentence\" to be its number", error);
    while (article->sentences.n <= n) {
        ent_sentence none = {ENT_NONE, 0, (uint32_t)article->sentences.n,
                             ENT_FIELD_TEXT, sizeof none};
        if (!ent_i_vec_push(&article->sentences, none))
            return ent_i_no_memory(error, "source");
    }
    ent_sentence *s = &article->sentences.items[n];
    uint8_t field =
        ent_i_stated_in_title(object) ? ENT_FIELD_TITLE : ENT_FIELD_TEXT;
    if (s->start != ENT_NONE && s->field != field)
        return refuse("mention", i, "the sentences of the title before others",
                      error);
    s->field = field;
    widen(s, number(object, "start"), number(object, "end"));
    return ENT_OK;
}

/* The title is known, and the first sentence of its names is mostly all. */
static void complete_title(ent_article *article)
{
    ent_sentence *first = article->sentences.items;
    size_t n = article->sentences.n, last = n;
    for (size_t i = 0; i < n; i++)
        if (first[i].field == ENT_FIELD_TITLE)
            last = i;
    for (size_t i = 0; last < n && i <= last; i++)
        first[i].field = ENT_FIELD_TITLE;
    if (last == 0 && n)
        widen(first, 0, article->title_size);
}

/* A contact told without names ("they met") may be all that is known of its
 * sentence. */
static void place_encounter(ent_article *article, const json_t *object)
{
    ent_sentence *s = article->sentences.items;
    size_t n = article->sentences.n, at = n, next;
    uint32_t start = number(object, "start"), end = number(object, "end");
    uint8_t field =
        ent_i_stated_in_title(object) ? ENT_FIELD_TITLE : ENT_FIELD_TEXT;
    for (size_t i = 0; i < n; i++)
        if (s[i].field == field && s[i].start <= start)
            at = i;
    if (at == n || (start >= s[at].end && at + 1 < n &&
                    s[at + 1].field == field && s[at + 1].start == ENT_NONE))
        at = at == n ? 0 : at + 1;
    for (next = at + 1; next < n && s[next].start == ENT_NONE;)
        next++;
    if (n && s[at].field == field &&
        (next == n || s[next].field != field || end <= s[next].start))
        widen(&s[at], start, end);
}

/* Gives those of which nothing is known the place after the one before. */
static ent_status settle(ent_article *article, ent_error *error)
{
    uint32_t end[2] = {0, 0};
    for (size_t i = 0; i < article->sentences.n; i++) {
        ent_sentence *s = &article->sentences.items[i];
        if (s->start == ENT_NONE)
            s->start = s->end = end[s->field];
        if (s->start < end[s->field])
            return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                              "sentence %zu: expected its names after those of "
                              "the sentence before",
                              i);
        end[s->field] = s->end;
    }
    return ENT_OK;
}

static ent_status make_sentences(ent_article *article, const json_t *mentions,
                                 const json_t *encounters, ent_error *error)
{
    size_t i;
    const json_t *object;
    ent_status status = ENT_OK;
    json_array_foreach(mentions, i, object) if (!status) status =
        add_sentence(article, i, object, error);
    if (status)
        return status;
    complete_title(article);
    json_array_foreach(encounters, i, object) place_encounter(article, object);
    return settle(article, error);
}

/* ---- what is missing ---- */

/* The names must not seem to follow one another. */
static void mark_gap(char *gap, size_t size)
{
    static const char dots[] = " \xE2\x80\xA6";
    if (size > sizeof dots - 1)
        memcpy(gap, dots, sizeof dots - 1);
    else if (size > 1)
        gap[0] = ',';
}

/* Between names of one sentence; what parts sentences needs no mark. */
static void mark_gaps(ent_article *article, char *text)
{
    const ent_sentence *s = article->sentences.items;
    uint32_t from = 0;
    for (size_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (m->field != ENT_FIELD_TEXT)
            continue;
        while (s->field != ENT_FIELD_TEXT || s->end < m->end)
            s++;
        if (from > s->start && m->honorific_start > from)
            mark_gap(text + from, m->honorific_start - from);
        if (m->end > from)
            from = m->end;
    }
}

/* Each participant is looked for among all mentions, which are few in news; a
 * line made to take hours is refused. */
static ent_status check_work(const json_t *mentions, const json_t *encounters,
                             ent_error *error)
{
    enum { LOOKS_MOST = 1 << 26 };
    size_t looks = json_array_size(encounters), i;
    const json_t *object;
    json_array_foreach(encounters, i, object) looks +=
        json_array_size(json_object_get(object, "participants"));
    return !looks || json_array_size(mentions) <= LOOKS_MOST / looks
               ? ENT_OK
               : ent_i_fail(error, ENT_ERR_LIMIT, "source",
                            "expected at most %d pairs of a mention and a "
                            "participant of an encounter, found more",
                            LOOKS_MOST);
}

ent_status ent_i_placed_read(ent_article *article, const json_t *object,
                             ent_error *error)
{
    const json_t *mentions = json_object_get(object, "mentions");
    const json_t *encounters = json_object_get(object, "encounters");
    char *text = NULL;
    ent_status status = check_work(mentions, encounters, error);
    if (!status)
        status = make_text(article, mentions, encounters, &text, error);
    if (!status)
        status = ent_i_article_mentions(article, object, error);
    if (!status)
        status = make_sentences(article, mentions, encounters, error);
    if (status)
        return status;
    mark_gaps(article, text);
    article->names_only = true;
    return ent_i_stated_read(article, mentions, encounters, error);
}
