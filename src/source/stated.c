/* Participants are given by name, so each is looked up among the mentions. */
#include "source/stated.h"

#include <string.h>

#include "core/error.h"

static ent_status refuse(size_t i, const char *expected, ent_error *error)
{
    return ent_i_fail(error, ENT_ERR_FORMAT, "source",
                      "encounter %zu: expected %s", i, expected);
}

/* ---- values ---- */

static const char *text_at(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

bool ent_i_stated_in_title(const json_t *object)
{
    const char *field = text_at(object, "field");
    return field && strcmp(field, "title") == 0;
}

/* Other words are left out. */
static uint8_t read_weak(const json_t *list)
{
    uint8_t weak = 0, bit;
    size_t i;
    const json_t *name;
    json_array_foreach(list, i, name)
    {
        if (ent_i_weak_parse(json_string_value(name), &bit))
            weak |= (uint8_t)(1u << bit);
    }
    return weak;
}

static ent_date day_of(const json_t *object, const char *key)
{
    const char *text = text_at(object, key);
    ent_date day;
    return text && ent_date_parse(text, &day) ? day : ENT_NO_DATE;
}

/* ---- participants ---- */

static bool same_text(const json_t *a, const json_t *b)
{
    return json_is_string(a) && json_is_string(b) && json_equal(a, b);
}

/* How far the mention is from the encounter, in bytes. Those of the other field
 * are farther than all of the same. */
static uint64_t distance(const json_t *mention, const ent_encounter *e)
{
    json_int_t at = json_integer_value(json_object_get(mention, "start"));
    json_int_t apart = at < e->start  ? e->start - at
                       : at >= e->end ? at - e->end + 1
                                      : 0;
    return (uint64_t)apart +
           (ent_i_stated_in_title(mention) == (e->field == ENT_FIELD_TITLE)
                ? 0
                : UINT32_MAX);
}

/* The line's mention that is meant, or NULL. */
static const json_t *meant(const json_t *mentions, const json_t *name,
                           const json_t *actor, const ent_encounter *e)
{
    const json_t *best = NULL, *mention;
    size_t i;
    json_array_foreach(mentions, i, mention)
    {
        const json_t *own = json_object_get(mention, "actor");
        if (same_text(json_object_get(mention, "text"), name) &&
            (!actor || !own || same_text(actor, own)) &&
            (!best || distance(mention, e) < distance(best, e)))
            best = mention;
    }
    return best;
}

/* The index of the article's mention at the place of the line's, or
 * ENT_NONE. */
static uint32_t index_of(const ent_article *article, const json_t *mention)
{
    json_int_t start = json_integer_value(json_object_get(mention, "start"));
    json_int_t end = json_integer_value(json_object_get(mention, "end"));
    bool title = ent_i_stated_in_title(mention);
    for (uint32_t i = 0; i < article->mentions.n; i++) {
        const ent_mention *m = &article->mentions.items[i];
        if (m->start == start && m->end == end &&
            (m->field == ENT_FIELD_TITLE) == title)
            return i;
    }
    return ENT_NONE;
}

static ent_status read_participants(ent_article *article,
                                    const json_t *mentions,
                                    const json_t *object, ent_encounter *e,
                                    ent_error *error)
{
    const json_t *names = json_object_get(object, "participants");
    const json_t *actors = json_object_get(object, "actors");
    size_t n = json_array_size(names), i;
    bool known = json_array_size(actors) == n; /* each by its own */
    const json_t *name;
    uint32_t *list = ent_i_arena_alloc(&article->arena, n * sizeof *list);
    if (!list)
        return ent_i_no_memory(error, "source");
    json_array_foreach(names, i, name)
    {
        const json_t *mention =
            meant(mentions, name, known ? json_array_get(actors, i) : NULL, e);
        uint32_t at = mention ? index_of(article, mention) : ENT_NONE;
        if (at != ENT_NONE)
            list[e->participant_count++] = at;
    }
    e->participants = list;
    return ENT_OK;
}

/* ---- one encounter ---- */

/* The last sentence of the field that begins before its end. */
static uint32_t sentence_of(const ent_article *article, const ent_encounter *e)
{
    uint32_t found = ENT_NONE;
    for (uint32_t i = 0; i < article->sentences.n; i++) {
        const ent_sentence *s = &article->sentences.items[i];
        if (s->field == e->field && s->start < e->end && s->end > e->start)
            return i;
        if (s->field == e->field && s->start <= e->start)
            found = i;
    }
    return found;
}

static bool copy_text(ent_article *article, const json_t *object,
                      const char *key, const char **out)
{
    const char *text = text_at(object, key);
    *out = text ? ent_i_arena_strdup(&article->arena, text) : NULL;
    return !text || *out;
}

static ent_status read_values(ent_article *article, size_t i,
                              const json_t *object, ent_encounter *e,
                              ent_error *error)
{
    const json_t *sure = json_object_get(object, "confidence");
    ent_i_when_from_parse(text_at(object, "when_from"), &e->when_from);
    e->weak = read_weak(json_object_get(object, "weak"));
    e->when = day_of(object, "when");
    e->when_first = day_of(object, "when_first");
    e->when_last = day_of(object, "when_last");
    e->confidence = sure ? (float)json_number_value(sure) : 1;
    if (!ent_i_kind_parse(text_at(object, "kind"), &e->kind) ||
        !ent_i_standing_parse(text_at(object, "status"), &e->standing) ||
        (json_object_get(object, "form") &&
         !ent_i_form_parse(text_at(object, "form"), &e->form)))
        return refuse(i, "a known \"kind\", \"status\" and \"form\"", error);
    if (!(e->confidence >= 0 && e->confidence <= 1))
        return refuse(i, "\"confidence\" to be from 0 to 1", error);
    return copy_text(article, object, "when_text", &e->when_text) &&
                   copy_text(article, object, "where", &e->where)
               ? ENT_OK
               : ent_i_no_memory(error, "source");
}

static ent_status read_encounter(ent_article *article, const json_t *mentions,
                                 size_t i, const json_t *object,
                                 ent_error *error)
{
    ent_encounter e = {
        .start = (uint32_t)json_integer_value(json_object_get(object, "start")),
        .end = (uint32_t)json_integer_value(json_object_get(object, "end")),
        .field =
            ent_i_stated_in_title(object) ? ENT_FIELD_TITLE : ENT_FIELD_TEXT,
        .size = sizeof e};
    ent_status status = read_values(article, i, object, &e, error);
    if (!status)
        status = read_participants(article, mentions, object, &e, error);
    e.sentence = sentence_of(article, &e);
    if (status || e.participant_count < 2 || e.sentence == ENT_NONE)
        return status;
    return ent_i_vec_push(&article->encounters, e)
               ? ENT_OK
               : ent_i_no_memory(error, "source");
}

ent_status ent_i_stated_read(ent_article *article, const json_t *mentions,
                             const json_t *encounters, ent_error *error)
{
    ent_status status = ENT_OK;
    size_t i;
    const json_t *object;
    json_array_foreach(encounters, i, object)
    {
        if (!status)
            status = read_encounter(article, mentions, i, object, error);
    }
    return status;
}
