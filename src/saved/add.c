/* Reads networks that entente wrote as JSON back into counts, so that they can
 * be written, measured and reported again, and added up. What articles said is
 * added as it is; everything else is computed anew from it. */
#include <stdlib.h>
#include <string.h>

#include "core/article.h"
#include "entente/saved.h"
#include "saved/adding.h"

/* ---- articles ---- */

uint32_t ent_i_adding_article(const ent_i_adding *a, const char *id)
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
        uint32_t of =
            ent_i_adding_article(a, ent_i_member_text(object, "copy_of"));
        if (of == ENT_NONE || of == a->first + i)
            return ent_i_adding_refuse(a, "a copy_of is no other article");
        a->corpus->copy_of.items[a->first + i] = of;
        a->corpus->copies.items[of]++;
    }
    return ENT_OK;
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
        given->largest_article = ent_i_adding_article(
            a, ent_i_member_text(counts, "largest_article"));
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
        status = add_list(a, json_object_get(tree, "nodes"), ent_i_adding_node);
    if (!status && !add_totals(a, graph))
        status = ent_i_adding_refuse(a, "its counts are not complete");
    if (!status)
        status = add_list(a, links, ent_i_adding_tie);
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
