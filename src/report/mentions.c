/* Writes what was found in one article as one JSON line. */
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "entente/output.h"
#include "report/json.h"

/* What a line is made from. */
typedef struct findings {
    const ent_article *article;
    const ent_corpus *corpus; /* or NULL */
    size_t index;             /* of the article in the corpus */
    unsigned types;
} findings;

/* The actor that the corpus resolved the mention to, or NULL. */
static const ent_actor *known_actor(const findings *of, size_t mention)
{
    const ent_assignment *who =
        of->corpus ? ent_corpus_assignment(of->corpus, of->index, mention)
                   : NULL;
    return who ? ent_corpus_actor(of->corpus, who->actor) : NULL;
}

/* The mention's actor as text in *out, which the caller releases; NULL when it
 * belongs to no cluster. False when memory is out, so that a lost actor is not
 * mistaken for none. If nobody decided who it is (no corpus; or a byline,
 * credit or teaser that names no actor of a story), the cluster stands for
 * itself, under a name that is unique across articles. */
static bool actor_of(const findings *of, size_t index, json_t **out)
{
    const ent_mention *mention = ent_article_mention(of->article, index);
    const ent_cluster *cluster =
        ent_article_cluster(of->article, mention->cluster);
    *out = NULL;
    if (!cluster)
        return true;
    const ent_actor *actor = known_actor(of, index);
    *out = actor ? json_string_nocheck(actor->id)
                 : json_sprintf("%s#%u:%s", ent_article_id(of->article),
                                (unsigned)mention->cluster, cluster->name);
    return *out != NULL;
}

/* What all articles together, or the user, say it is; else what its own article
 * does. */
static ent_type type_of(const findings *of, size_t mention)
{
    const ent_mention *m = ent_article_mention(of->article, mention);
    const ent_actor *actor =
        m->role == ENT_ROLE_STORY ? known_actor(of, mention) : NULL;
    return (ent_type)(actor ? actor->type : m->type);
}

/* Whether the user's alias file decided who it is. */
static bool is_curated(const findings *of, size_t mention)
{
    const ent_actor *actor = known_actor(of, mention);
    return actor && actor->curated;
}

/* Omitted, rather than null, for kinds of names that are not resolved. */
static bool set_actor(const findings *of, json_t *object, size_t mention)
{
    json_t *actor;
    if (!actor_of(of, mention, &actor))
        return false;
    return !actor || json_object_set_new_nocheck(object, "actor", actor) == 0;
}

static const char *bytes_of(const findings *of, uint8_t field)
{
    return ent_article_field(of->article, (ent_field)field);
}

/* Offsets refer to the text unless the field is given. */
static bool set_field(json_t *object, uint8_t field)
{
    return field != ENT_FIELD_TITLE ||
           ent_i_json_text(object, "field", "title");
}

/* The role of the mention, unless it is the usual one. */
static bool set_role(const findings *of, json_t *object, uint32_t mention)
{
    ent_role role = (ent_role)ent_article_mention(of->article, mention)->role;
    return role == ENT_ROLE_STORY ||
           ent_i_json_text(object, "role", ent_role_name(role));
}

/* Members that would say nothing (no honorific, part of the story, in the text)
 * are omitted: there are millions of mentions. */
static json_t *mention_json(const findings *of, size_t index)
{
    const ent_mention *m = ent_article_mention(of->article, index);
    const char *bytes = bytes_of(of, m->field);
    uint32_t title = m->honorific_end - m->honorific_start;
    json_t *o = json_object();
    bool good =
        o && ent_i_json_whole(o, "start", m->start) &&
        ent_i_json_whole(o, "end", m->end) &&
        ent_i_json_span(o, "text", bytes + m->start, m->end - m->start) &&
        (!title ||
         ent_i_json_span(o, "honorific", bytes + m->honorific_start, title)) &&
        ent_i_json_text(o, "type", ent_type_name(type_of(of, index))) &&
        ent_i_json_whole(o, "sentence", m->sentence) &&
        set_actor(of, o, index) &&
        (!is_curated(of, index) ||
         json_object_set_new_nocheck(o, "curated", json_true()) == 0) &&
        ent_i_json_real(o, "confidence", (double)m->confidence) &&
        set_role(of, o, (uint32_t)index) && set_field(o, m->field);
    return ent_i_json_done(o, good);
}

/* In the order of the text. Mentions left out by type leave no gap, so
 * encounters give participants by name, not by index. */
static ent_status put_mentions(const findings *of, const ent_sink *sink,
                               ent_error *error)
{
    ent_status status = ENT_OK;
    const char *gap = "";
    size_t n = ent_article_mention_count(of->article);
    for (size_t i = 0; !status && i < n; i++) {
        if (!(of->types & 1u << type_of(of, i)))
            continue;
        status = ent_i_json_put_raw(gap, sink, error);
        if (!status)
            status = ent_i_json_put(mention_json(of, i), sink, error);
        gap = ",";
    }
    return status;
}

/* Whether a participant before is the same actor, as other articles or the user
 * say. */
static bool is_repeated(const findings *of, const ent_encounter *e, uint32_t i)
{
    const ent_actor *who = known_actor(of, e->participants[i]);
    for (uint32_t k = 0; who && k < i; k++)
        if (known_actor(of, e->participants[k]) == who)
            return true;
    return false;
}

/* Nobody meets himself. */
static bool has_two(const findings *of, const ent_encounter *e)
{
    for (uint32_t i = 1; i < e->participant_count; i++)
        if (!is_repeated(of, e, i))
            return true;
    return false;
}

/* The participants as written, and their actors if they have any. The object
 * takes both arrays even after a failure, so that they are freed with it. */
static bool set_participants(const findings *of, json_t *object,
                             const ent_encounter *encounter)
{
    json_t *names = json_array();
    json_t *actors = json_array();
    bool good = names && actors;
    for (uint32_t i = 0; good && i < encounter->participant_count; i++) {
        if (is_repeated(of, encounter, i))
            continue;
        const ent_mention *m =
            ent_article_mention(of->article, encounter->participants[i]);
        json_t *actor;
        good =
            actor_of(of, encounter->participants[i], &actor) &&
            (!actor || json_array_append_new(actors, actor) == 0) &&
            json_array_append_new(
                names, json_stringn_nocheck(bytes_of(of, m->field) + m->start,
                                            m->end - m->start)) == 0;
    }
    good =
        json_object_set_new_nocheck(object, "participants", names) == 0 && good;
    return json_object_set_new_nocheck(object, "actors", actors) == 0 && good;
}

/* A participant who is outside the story, if there is one: headlines also
 * speak of "he", who is in it. */
static uint32_t least_of(const findings *of, const ent_encounter *e)
{
    for (uint32_t i = 0; i < e->participant_count; i++)
        if (ent_article_mention(of->article, e->participants[i])->role !=
            ENT_ROLE_STORY)
            return e->participants[i];
    return e->participants[0];
}

/* Omitted where the words don't tell. */
static bool set_form(json_t *object, ent_form form)
{
    return form == ENT_FORM_OPEN ||
           ent_i_json_text(object, "form", ent_form_name(form));
}

static json_t *encounter_json(const findings *of, const ent_encounter *e)
{
    json_t *o = json_object();
    bool good =
        o && ent_i_json_text(o, "kind", ent_kind_name((ent_kind)e->kind)) &&
        set_form(o, (ent_form)e->form) &&
        ent_i_json_text(o, "status",
                        ent_standing_name((ent_standing)e->standing)) &&
        (!e->weak || ent_i_json_bits(o, "weak", e->weak, ent_weak_name)) &&
        set_participants(of, o, e) && ent_i_json_whole(o, "start", e->start) &&
        ent_i_json_whole(o, "end", e->end) &&
        ent_i_json_date(o, "when", e->when) &&
        ent_i_json_text(o, "when_text", e->when_text) &&
        ent_i_json_text(o, "when_from",
                        ent_when_from_name((ent_when_from)e->when_from)) &&
        ent_i_json_date(o, "when_first", e->when_first) &&
        ent_i_json_date(o, "when_last", e->when_last) &&
        ent_i_json_text(o, "when_precision",
                        ent_when_precision(e->when_first, e->when_last)) &&
        ent_i_json_text(o, "where", e->where) &&
        ent_i_json_real(o, "confidence", (double)e->confidence) &&
        set_role(of, o, least_of(of, e)) && set_field(o, e->field);
    return ent_i_json_done(o, good);
}

static ent_status put_encounters(const findings *of, const ent_sink *sink,
                                 ent_error *error)
{
    ent_status status = ENT_OK;
    const char *gap = "";
    size_t n = ent_article_encounter_count(of->article);
    for (size_t i = 0; !status && i < n; i++) {
        const ent_encounter *one = ent_article_encounter(of->article, i);
        if (!has_two(of, one))
            continue;
        status = ent_i_json_put_raw(gap, sink, error);
        if (!status)
            status = ent_i_json_put(encounter_json(of, one), sink, error);
        gap = ",";
    }
    return status;
}

/* What comes before the lists. */
static ent_status put_head(const ent_article *article, const ent_sink *sink,
                           ent_error *error)
{
    char day[16];
    ent_date_format(ent_article_date(article), day);
    const struct {
        const char *before;
        json_t *value;
    } members[] = {
        {"{\"id\":", json_string_nocheck(ent_article_id(article))},
        {",\"title\":", json_string_nocheck(ent_article_title(article))},
        {",\"date\":", day[0] ? json_string_nocheck(day) : json_null()}};
    ent_status status = ENT_OK;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        if (!status)
            status = ent_i_json_put_raw(members[i].before, sink, error);
        if (!status)
            status = ent_i_json_put(members[i].value, sink, error);
        else
            json_decref(members[i].value);
    }
    return status;
}

/* Written piece by piece: a long article as one value would take many times its
 * size in memory. */
static ent_status write_line(const findings *of, const ent_sink *sink,
                             ent_error *error)
{
    ent_status status = put_head(of->article, sink, error);
    if (!status)
        status = ent_i_json_put_raw(",\"mentions\":[", sink, error);
    if (!status)
        status = put_mentions(of, sink, error);
    if (!status)
        status = ent_i_json_put_raw("],\"encounters\":[", sink, error);
    if (!status)
        status = put_encounters(of, sink, error);
    return status ? status : ent_i_json_put_raw("]}\n", sink, error);
}

ent_status ent_article_write_mentions(const ent_article *article,
                                      unsigned types, const ent_sink *sink,
                                      ent_error *error)
{
    findings of = {.article = article, .types = types};
    return write_line(&of, sink, error);
}

ent_status ent_corpus_write_mentions(const ent_corpus *corpus, size_t i,
                                     unsigned types, const ent_sink *sink,
                                     ent_error *error)
{
    findings of = {ent_corpus_article(corpus, i), corpus, i, types};
    return of.article ? write_line(&of, sink, error)
                      : ent_i_fail(error, ENT_ERR_ARGUMENT, "report",
                                   "expected an article of the corpus");
}
