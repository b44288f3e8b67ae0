/* Ties, counted again from their evidence. */
#include <math.h>
#include <string.h>

#include "core/article.h"
#include "saved/adding.h"

/* ---- evidence ---- */

/* What is not said is the first of the values. */
static bool word_of(const json_t *object, const char *name,
                    bool (*parse)(const char *, uint8_t *), uint8_t *out)
{
    const char *text = ent_i_member_text(object, name);
    return !text || parse(text, out);
}

/* Sets *number to the encounter that the proof tells of, or to ENT_NONE. */
static ent_status add_encounter(ent_i_adding *a, ent_article *article,
                                const json_t *object, uint32_t *number)
{
    ent_encounter said = {.size = sizeof said,
                          .when_first = ENT_NO_DATE,
                          .when_last = ENT_NO_DATE};
    uint32_t weak;
    *number = ENT_NONE;
    if (!json_object_get(object, "kind"))
        return ENT_OK;
    said.confidence =
        (float)json_number_value(json_object_get(object, "confidence"));
    if (!word_of(object, "kind", ent_i_kind_parse, &said.kind) ||
        !word_of(object, "status", ent_i_standing_parse, &said.standing) ||
        !word_of(object, "form", ent_i_form_parse, &said.form) ||
        !ent_i_member_usual(object, "weak", 0, &weak) ||
        weak >> ENT_WEAK_COUNT || !(said.confidence >= 0) ||
        said.confidence > 1 || !ent_i_member_date(object, "when", &said.when))
        return ent_i_adding_refuse(a, "evidence has no kind, status, "
                                      "confidence or day that is known");
    said.weak = (uint8_t)weak;
    const char *words = ent_i_member_text(object, "when_text");
    const char *where = ent_i_member_text(object, "where");
    said.when_text = ent_i_adding_keep(a, words);
    said.where = ent_i_adding_keep(a, where);
    *number = (uint32_t)article->encounters.n;
    return (!words || said.when_text) && (!where || said.where) &&
                   ent_i_vec_push(&article->encounters, said)
               ? ENT_OK
               : ent_i_adding_no_memory(a);
}

/* What the file says of the article stands with each piece of evidence. */
static bool describe(ent_article *article, const json_t *object)
{
    const char *title = ent_i_member_text(object, "title");
    const char *source = ent_i_member_text(object, "source");
    const char *url = ent_i_member_text(object, "url");
    if (*article->title || article->source || article->url)
        return true;
    if (title)
        article->title = ent_i_arena_strdup(&article->arena, title);
    if (source)
        article->source = ent_i_arena_strdup(&article->arena, source);
    if (url)
        article->url = ent_i_arena_strdup(&article->arena, url);
    return article->title && !article->source == !source &&
           !article->url == !url;
}

static bool read_proof(const ent_i_adding *a, const json_t *object,
                       ent_i_proof *proof, ent_i_seen *seen)
{
    const char *field = ent_i_member_text(object, "field");
    proof->article =
        ent_i_adding_article(a, ent_i_member_text(object, "article"));
    proof->text = ent_i_member_text(object, "sentence");
    proof->copies = json_object_get(object, "copy_articles");
    proof->stretch = json_is_true(json_object_get(object, "stretch"));
    proof->number = (uint32_t)a->given->seen.n;
    seen->article = proof->article;
    if (!field || !proof->text || proof->article == ENT_NONE ||
        a->corpus->copy_of.items[proof->article] != ENT_NONE)
        return false;
    proof->field =
        strcmp(field, "title") == 0 ? ENT_FIELD_TITLE : ENT_FIELD_TEXT;
    return ent_i_member_count(object, "start", &proof->start) &&
           ent_i_member_count(object, "end", &proof->end) &&
           proof->start < proof->end &&
           ent_i_member_usual(object, "apart", 0, &seen->apart) &&
           ent_i_member_usual(object, "names", 2, &seen->names) &&
           ent_i_member_usual(object, "sights", 1, &seen->sights) &&
           seen->names > 1 && seen->sights;
}

static ent_status add_proof(ent_i_adding *a, const json_t *object,
                            ent_i_seen *seen)
{
    ent_i_proof proof;
    if (!read_proof(a, object, &proof, seen))
        return ent_i_adding_refuse(a, "evidence has no article that counts, "
                                      "field, start, end or sentence");
    ent_article *article = a->corpus->articles.items[proof.article];
    ent_status status = add_encounter(a, article, object, &seen->encounter);
    if (status)
        return status;
    proof.text = ent_i_adding_keep(a, proof.text);
    return proof.text && describe(article, object) &&
                   ent_i_vec_push(&a->proofs, proof) &&
                   ent_i_vec_push(&a->given->seen, *seen)
               ? ENT_OK
               : ent_i_adding_no_memory(a);
}

/* ---- ties ---- */

static uint32_t end_of(const ent_i_adding *a, const json_t *object,
                       const char *name)
{
    const char *id = ent_i_member_text(object, name);
    return id ? ent_i_strmap_get(&a->actors, id, strlen(id)) : ENT_I_ABSENT;
}

static ent_status add_contacts(ent_i_adding *a, const json_t *object,
                               const ent_i_seen *ends)
{
    const json_t *kinds = json_object_get(object, "encounters");
    ent_i_met met = {.a = ends->a, .b = ends->b};
    bool known = ent_i_member_count(object, "events", &met.events);
    for (int i = 0; known && i < ENT_KIND_COUNT; i++)
        known = ent_i_member_count(kinds, ent_kind_name((ent_kind)i),
                                   &met.encounters[i]);
    if (!known)
        return ent_i_adding_refuse(a, "a tie has no encounters or events");
    return ent_i_vec_push(&a->given->met, met) ? ENT_OK
                                               : ent_i_adding_no_memory(a);
}

/* Its windows are counted again, from the evidence: all of it must be there. */
ent_status ent_i_adding_tie(ent_i_adding *a, const json_t *object)
{
    const json_t *evidence = json_object_get(object, "evidence");
    ent_i_seen seen = {.a = end_of(a, object, "source"),
                       .b = end_of(a, object, "target")};
    uint32_t count;
    double windows = 0;
    if (seen.a == ENT_I_ABSENT || seen.b == ENT_I_ABSENT || seen.a == seen.b ||
        !ent_i_member_count(object, "count", &count))
        return ent_i_adding_refuse(a, "a tie has no two nodes, or no count");
    if (seen.a > seen.b)
        seen = (ent_i_seen){.a = seen.b, .b = seen.a};
    ent_status status = add_contacts(a, object, &seen);
    for (size_t i = 0; !status && i < json_array_size(evidence); i++) {
        status = add_proof(a, json_array_get(evidence, i), &seen);
        windows += status ? 0 : 1.0 / seen.sights;
    }
    if (!status && fabs(windows - count) > 0.5)
        return ent_i_adding_refuse(a, "the evidence of a tie is not complete");
    return status;
}
