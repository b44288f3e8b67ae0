/* What was found in one article, as one JSON line. */
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "entente/pipeline.h"
#include "report/json.h"

/* What a line is made from. */
typedef struct findings {
    const ent_article *article;
    const ent_corpus *corpus; /* or NULL */
    unsigned types;
} findings;

/* The mention's actor as text in *out, for the caller to release; NULL when it
 * belongs to no cluster. False when memory is out, so that a lost actor isn't
 * taken for none. Where nobody decided who it is (no corpus; a byline or
 * credit, which is no actor), the cluster stands for itself, told apart from
 * those of other articles. */
static bool actor_of(const findings *of, const ent_mention *mention,
                     json_t **out)
{
    const ent_cluster *cluster =
        ent_article_cluster(of->article, mention->cluster);
    *out = NULL;
    if (!cluster)
        return true;
    const ent_actor *actor =
        of->corpus ? ent_corpus_actor(of->corpus, cluster->actor) : NULL;
    *out = actor ? json_string_nocheck(actor->id)
                 : json_sprintf("%s#%u:%s", ent_article_id(of->article),
                                (unsigned)mention->cluster, cluster->name);
    return *out != NULL;
}

/* Whether the user's alias file decided who it is. */
static bool is_curated(const findings *of, const ent_mention *mention)
{
    const ent_cluster *cluster =
        ent_article_cluster(of->article, mention->cluster);
    const ent_actor *actor = cluster && of->corpus
                                 ? ent_corpus_actor(of->corpus, cluster->actor)
                                 : NULL;
    return actor && actor->curated;
}

/* Left out, and not null, for kinds of names that nobody resolves. */
static bool set_actor(const findings *of, json_t *object,
                      const ent_mention *mention)
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

/* Offsets are of the text unless said otherwise. */
static bool set_field(json_t *object, uint8_t field)
{
    return field != ENT_FIELD_TITLE ||
           ent_i_json_text(object, "field", "title");
}

/* Members that would say nothing (no title, part of the story, in the text) are
 * left out: there are millions of mentions. */
static json_t *mention_json(const findings *of, const ent_mention *m)
{
    const char *bytes = bytes_of(of, m->field);
    uint32_t title = m->honorific_end - m->honorific_start;
    json_t *o = json_object();
    bool good =
        o && ent_i_json_whole(o, "start", m->start) &&
        ent_i_json_whole(o, "end", m->end) &&
        ent_i_json_span(o, "text", bytes + m->start, m->end - m->start) &&
        (!title ||
         ent_i_json_span(o, "honorific", bytes + m->honorific_start, title)) &&
        ent_i_json_text(o, "type", ent_type_name((ent_type)m->type)) &&
        ent_i_json_whole(o, "sentence", m->sentence) && set_actor(of, o, m) &&
        (!is_curated(of, m) ||
         json_object_set_new_nocheck(o, "curated", json_true()) == 0) &&
        ent_i_json_real(o, "confidence", (double)m->confidence) &&
        (m->role == ENT_ROLE_STORY ||
         ent_i_json_text(o, "role", ent_role_name((ent_role)m->role))) &&
        set_field(o, m->field);
    return ent_i_json_done(o, good);
}

/* In the order of the text. What is left out by type leaves no gap behind, so
 * encounters name participants by words and not by index. */
static json_t *mentions_json(const findings *of)
{
    json_t *list = json_array();
    size_t n = ent_article_mention_count(of->article);
    for (size_t i = 0; list && i < n; i++) {
        const ent_mention *mention = ent_article_mention(of->article, i);
        if (!(of->types & 1u << mention->type))
            continue;
        if (json_array_append_new(list, mention_json(of, mention)))
            list = ent_i_json_done(list, false);
    }
    return list;
}

/* The participants as written, and their actors when they have some. Both
 * arrays are handed over to the object even after a failure, so that they are
 * freed with it. */
static bool set_participants(const findings *of, json_t *object,
                             const ent_encounter *encounter)
{
    json_t *names = json_array();
    json_t *actors = json_array();
    bool good = names && actors;
    for (uint32_t i = 0; good && i < encounter->participant_count; i++) {
        const ent_mention *m =
            ent_article_mention(of->article, encounter->participants[i]);
        json_t *actor;
        good =
            actor_of(of, m, &actor) &&
            (!actor || json_array_append_new(actors, actor) == 0) &&
            json_array_append_new(
                names, json_stringn_nocheck(bytes_of(of, m->field) + m->start,
                                            m->end - m->start)) == 0;
    }
    good =
        json_object_set_new_nocheck(object, "participants", names) == 0 && good;
    return json_object_set_new_nocheck(object, "actors", actors) == 0 && good;
}

static json_t *encounter_json(const findings *of, const ent_encounter *e)
{
    json_t *o = json_object();
    bool good =
        o && ent_i_json_text(o, "kind", ent_kind_name((ent_kind)e->kind)) &&
        ent_i_json_text(o, "status",
                        ent_standing_name((ent_standing)e->standing)) &&
        set_participants(of, o, e) && ent_i_json_whole(o, "start", e->start) &&
        ent_i_json_whole(o, "end", e->end) &&
        ent_i_json_date(o, "when", e->when) &&
        ent_i_json_text(o, "when_text", e->when_text) &&
        ent_i_json_text(o, "where", e->where) &&
        ent_i_json_real(o, "confidence", (double)e->confidence) &&
        set_field(o, e->field);
    return ent_i_json_done(o, good);
}

static json_t *encounters_json(const findings *of)
{
    json_t *list = json_array();
    size_t n = ent_article_encounter_count(of->article);
    for (size_t i = 0; list && i < n; i++)
        if (json_array_append_new(
                list,
                encounter_json(of, ent_article_encounter(of->article, i))))
            list = ent_i_json_done(list, false);
    return list;
}

ent_status ent_article_write_mentions(const ent_article *article,
                                      const ent_corpus *corpus, unsigned types,
                                      const ent_sink *sink, ent_error *error)
{
    findings of = {article, corpus, types};
    json_t *line = json_object();
    bool good = line && ent_i_json_text(line, "id", ent_article_id(article)) &&
                ent_i_json_text(line, "title", ent_article_title(article)) &&
                ent_i_json_date(line, "date", ent_article_date(article)) &&
                json_object_set_new_nocheck(line, "mentions",
                                            mentions_json(&of)) == 0 &&
                json_object_set_new_nocheck(line, "encounters",
                                            encounters_json(&of)) == 0;
    return ent_i_json_line(ent_i_json_done(line, good), sink, error);
}
