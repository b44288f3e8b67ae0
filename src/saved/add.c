/* Reads networks that entente wrote as JSON back into counts, so that they can
 * be written, measured and reported again, and added up. What articles said is
 * added as it is; everything else is computed anew from it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/article.h"
#include "entente/saved.h"
#include "saved/adding.h"

/* ---- articles ---- */

static uint32_t article_named(const ent_i_adding *a, const char *id)
{
    uint32_t found = id ? ent_i_strmap_get(&a->given->articles, id, strlen(id))
                        : ENT_I_ABSENT;
    return found == ENT_I_ABSENT || found < a->first ? ENT_NONE : found;
}

/* One article in two networks would count twice. */
static ent_status shared(const ent_i_adding *a, const char *id)
{
    ent_i_fail(a->error, ENT_ERR_FORMAT, "saved",
               "expected articles that no other of the networks counts, found "
               "%s",
               id);
    return ent_i_fail_at(a->error, ENT_ERR_FORMAT, a->path, 0, -1);
}

static ent_status add_article(ent_i_adding *a, const json_t *object)
{
    const char *id = ent_i_member_text(object, "id");
    ent_date date;
    if (!id || !ent_i_member_date(object, "date", &date))
        return ent_i_adding_refuse(a, "an article has no id, or a wrong date");
    uint32_t number = (uint32_t)a->corpus->articles.n;
    uint32_t *slot =
        ent_i_strmap_put(&a->given->articles, id, strlen(id), number);
    if (slot && *slot != number)
        return shared(a, id);
    ent_article *article = slot ? ent_i_article_new() : NULL;
    if (!article)
        return ent_i_adding_no_memory(a);
    article->date = date;
    article->id = ent_i_arena_strdup(&article->arena, id);
    ent_status status =
        article->id ? ent_i_corpus_add_open(a->corpus, article, a->error)
                    : ent_i_adding_no_memory(a);
    if (status)
        ent_article_free(article);
    return status;
}

/* Copies may come before what they are copies of. */
static ent_status link_copies(ent_i_adding *a, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *object = json_array_get(list, i);
        if (!json_object_get(object, "copy_of"))
            continue;
        uint32_t of = article_named(a, ent_i_member_text(object, "copy_of"));
        if (of == ENT_NONE || of == a->first + i)
            return ent_i_adding_refuse(a, "a copy_of is no other article");
        a->corpus->copy_of.items[a->first + i] = of;
        a->corpus->copies.items[of]++;
    }
    return ENT_OK;
}

/* ---- nodes ---- */

static bool is_known_as(const ent_actor *actor, const char *name)
{
    for (size_t i = 0; i < actor->alias_count; i++)
        if (strcmp(actor->aliases[i], name) == 0)
            return true;
    return strcmp(actor->label, name) == 0;
}

/* Adds the names that the actor doesn't have yet. */
static bool add_names(const ent_i_adding *a, ent_actor *actor,
                      const char *label, const json_t *list)
{
    size_t n = json_array_size(list);
    const char **names = ent_i_arena_alloc(
        &a->corpus->arena, (actor->alias_count + n + 1) * sizeof *names);
    if (!names)
        return false;
    if (actor->alias_count)
        memcpy(names, actor->aliases, actor->alias_count * sizeof *names);
    actor->aliases = names;
    for (size_t i = 0; i <= n; i++) {
        const char *name =
            i ? json_string_value(json_array_get(list, i - 1)) : label;
        if (!name || is_known_as(actor, name))
            continue;
        name = ent_i_adding_keep(a, name);
        if (!name)
            return false;
        names[actor->alias_count++] = name;
    }
    return true;
}

/* Two things of different types can have one id in two networks: the second is
 * told apart by its type. */
static uint32_t *actor_slot(const ent_i_adding *a, const char *id,
                            ent_type type, const char **kept)
{
    ent_i_string other = {0};
    uint32_t number = (uint32_t)a->corpus->actors.n;
    uint32_t *slot =
        ent_i_strmap_put(&a->given->actors, id, strlen(id), number);
    if (slot && *slot != number &&
        a->corpus->actors.items[*slot].type != (uint8_t)type) {
        bool made = ent_i_string_addf(&other, "%s-%s", id, ent_type_name(type));
        slot = made ? ent_i_strmap_put(&a->given->actors, other.items, other.n,
                                       number)
                    : NULL;
        id = other.items;
    }
    *kept = slot && *slot == number ? ent_i_adding_keep(a, id) : NULL;
    ent_i_vec_free(&other);
    return slot;
}

/* The actor of an id, a new one if no network before had it. */
static uint32_t find_actor(const ent_i_adding *a, const char *id,
                           const char *label, ent_type type)
{
    ent_corpus *corpus = a->corpus;
    const char *kept;
    uint32_t *slot = actor_slot(a, id, type, &kept);
    if (!slot || *slot < corpus->actors.n)
        return slot ? *slot : ENT_NONE;
    ent_actor actor = {.size = sizeof actor,
                       .id = kept,
                       .label = ent_i_adding_keep(a, label),
                       .likely = ENT_NONE,
                       .type = (uint8_t)type};
    ent_i_named named = {.first = ENT_NO_DATE, .last = ENT_NO_DATE};
    return actor.id && actor.label && ent_i_vec_push(&a->given->named, named) &&
                   ent_i_vec_push(&corpus->actors, actor)
               ? *slot
               : ENT_NONE;
}

/* Days come in any order here. */
static void widen(ent_i_named *named, const ent_i_named *more)
{
    if (more->first != ENT_NO_DATE &&
        (named->first == ENT_NO_DATE || more->first < named->first))
        named->first = more->first;
    if (more->last != ENT_NO_DATE &&
        (named->last == ENT_NO_DATE || more->last > named->last))
        named->last = more->last;
}

/* The name most used in all networks is shown: that of the one with most
 * mentions. */
static bool add_counts(const ent_i_adding *a, uint32_t number,
                       const ent_i_named *more, const char *label,
                       const json_t *object)
{
    ent_actor *actor = &a->corpus->actors.items[number];
    ent_i_named *named = &a->given->named.items[number];
    const char *former = actor->label;
    if (more->mentions > named->mentions && strcmp(label, former) != 0 &&
        !(actor->label = ent_i_adding_keep(a, label)))
        return false;
    named->mentions += more->mentions;
    named->articles += more->articles;
    named->windows += more->windows;
    widen(named, more);
    actor->mentions = named->mentions;
    actor->articles = named->articles;
    actor->curated |= json_is_true(json_object_get(object, "curated"));
    return add_names(a, actor, actor->label == former ? label : former,
                     json_object_get(object, "aliases"));
}

static ent_status add_node(ent_i_adding *a, const json_t *object)
{
    const char *id = ent_i_member_text(object, "id");
    const char *label = ent_i_member_text(object, "label");
    const char *type_name = ent_i_member_text(object, "type");
    ent_type type;
    ent_i_named more;
    if (!id || !*id || !label || !type_name ||
        !ent_type_parse(type_name, &type) ||
        !ent_i_member_count(object, "mentions", &more.mentions) ||
        !ent_i_member_count(object, "articles", &more.articles) ||
        !ent_i_member_count(object, "windows", &more.windows) ||
        !ent_i_member_date(object, "first", &more.first) ||
        !ent_i_member_date(object, "last", &more.last))
        return ent_i_adding_refuse(
            a, "a node has no id, label, type, mentions, articles or windows");
    uint32_t actor = find_actor(a, id, label, type);
    uint32_t *slot =
        actor == ENT_NONE
            ? NULL
            : ent_i_strmap_put(&a->actors, id, strlen(id), ENT_NONE - 1);
    if (slot && *slot != ENT_NONE - 1)
        return ent_i_adding_refuse(a, "two nodes have one id");
    if (!slot || !add_counts(a, actor, &more, label, object))
        return ent_i_adding_no_memory(a);
    *slot = actor;
    return ENT_OK;
}

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
    proof->article = article_named(a, ent_i_member_text(object, "article"));
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
static ent_status add_tie(ent_i_adding *a, const json_t *object)
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

/* ---- the whole ---- */

static bool add_totals(const ent_i_adding *a, const json_t *graph)
{
    struct ent_i_given *given = a->given;
    const json_t *counts = json_object_get(graph, "counts");
    const json_t *options = json_object_get(graph, "options");
    const char *repeated = ent_i_member_text(options, "repeats-left-out");
    const char *undated = ent_i_member_text(options, "undated-left-out");
    uint32_t windows, too_large, large, largest;
    if (!repeated || !undated ||
        !ent_i_member_count(counts, "windows", &windows) ||
        !ent_i_member_count(counts, "windows_left_out", &too_large) ||
        !ent_i_member_count(counts, "large_windows", &large) ||
        !ent_i_member_count(counts, "largest_window", &largest))
        return false;
    given->windows += windows;
    given->too_large += too_large;
    given->large += large;
    given->repeated += (uint32_t)strtoul(repeated, NULL, 10);
    a->corpus->undated += (uint32_t)strtoul(undated, NULL, 10);
    if (largest > given->largest) {
        given->largest = largest;
        given->largest_article =
            article_named(a, ent_i_member_text(counts, "largest_article"));
    }
    return true;
}

typedef ent_status add_item(ent_i_adding *a, const json_t *object);

static ent_status add_list(ent_i_adding *a, const json_t *list, add_item *add)
{
    ent_status status = ENT_OK;
    for (size_t i = 0; !status && i < json_array_size(list); i++)
        status = add(a, json_array_get(list, i));
    return status;
}

static ent_status add_tree(ent_i_adding *a, const json_t *tree)
{
    const json_t *graph = json_object_get(tree, "graph");
    const json_t *articles = json_object_get(tree, "articles");
    const json_t *links = json_object_get(tree, "links");
    const char *program = ent_i_member_text(graph, "program");
    links = links ? links : json_object_get(tree, "edges");
    if (!program || strcmp(program, "entente") != 0)
        return ent_i_adding_refuse(
            a, "\"graph\" does not name entente as its program");
    if (!json_is_array(articles))
        return ent_i_adding_refuse(a, "it has no list of \"articles\": it was "
                                      "written with evidence=N, or by an "
                                      "older version");
    ent_status status = ent_i_adding_options(a, graph);
    if (!status)
        status = add_list(a, articles, add_article);
    if (!status)
        status = link_copies(a, articles);
    if (!status)
        status = add_list(a, json_object_get(tree, "nodes"), add_node);
    if (!status && !add_totals(a, graph))
        status = ent_i_adding_refuse(a, "its counts are not complete");
    if (!status)
        status = add_list(a, links, add_tie);
    return status ? status : ent_i_adding_quotes(a);
}

static ent_status start(ent_corpus *corpus, ent_error *error)
{
    if (corpus->given)
        return ENT_OK;
    if (corpus->articles.n)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "saved",
                          "expected a corpus without articles of its own");
    corpus->given = ent_i_calloc(1, sizeof *corpus->given);
    if (!corpus->given)
        return ent_i_no_memory(error, "saved");
    corpus->given->largest_article = ENT_NONE;
    return ENT_OK;
}

ent_status ent_corpus_add_network(ent_corpus *corpus, const char *path,
                                  ent_error *error)
{
    json_t *tree = NULL;
    ent_status status = start(corpus, error);
    if (!status)
        status = ent_i_saved_load(&tree, path, error);
    if (status)
        return status;
    ent_i_adding a = {.corpus = corpus,
                      .given = corpus->given,
                      .path = path,
                      .error = error,
                      .first = (uint32_t)corpus->articles.n};
    status = add_tree(&a, tree);
    json_decref(tree);
    ent_i_strmap_free(&a.actors);
    ent_i_vec_free(&a.proofs);
    return status;
}
