/* Holds the articles and actors. */
#include "corpus/corpus.h"

#include <string.h>

#include "core/error.h"
#include "core/pack.h"
#include "corpus/across.h"
#include "corpus/bearers.h"
#include "corpus/copies.h"
#include "corpus/effects.h"
#include "corpus/given.h"
#include "corpus/verdicts.h"

ent_status ent_corpus_new(ent_corpus **out, ent_error *error)
{
    *out = ent_i_calloc(1, sizeof **out);
    if (!*out)
        return ent_i_no_memory(error, "resolve");
    (*out)->room = UINT64_MAX;
    return ENT_OK;
}

ent_status ent_corpus_limit(ent_corpus *corpus, uint64_t bytes,
                            const char *folder, ent_error *error)
{
    char *copy = ent_i_strdup(folder ? folder : "/tmp");
    if (!copy)
        return ent_i_no_memory(error, "resolve");
    ent_i_free(corpus->spill_folder);
    corpus->spill_folder = copy;
    corpus->room = bytes;
    return ENT_OK;
}

/* Once one article lies in the file all later ones do. */
static ent_status find_room(ent_corpus *corpus, size_t size, void **out,
                            ent_error *error)
{
    if (!corpus->spill && size <= corpus->room) {
        *out = ent_i_malloc(size);
        return *out ? ENT_OK : ent_i_no_memory(error, "resolve");
    }
    ent_status status =
        corpus->spill
            ? ENT_OK
            : ent_i_spill_new(&corpus->spill, corpus->spill_folder, error);
    return status ? status : ent_i_spill_alloc(corpus->spill, size, out, error);
}

/* Reserves first, so that the lists by article always have the same length. */
static ent_status make_place(ent_corpus *corpus, ent_error *error)
{
    if (corpus->articles.n >= ENT_NONE - 1)
        return ent_i_fail(error, ENT_ERR_LIMIT, "resolve",
                          "expected fewer than 2^32 - 1 articles");
    return ent_i_vec_reserve(&corpus->first_mention, 1) &&
                   ent_i_vec_reserve(&corpus->copy_of, 1) &&
                   ent_i_vec_reserve(&corpus->copies, 1) &&
                   ent_i_vec_reserve(&corpus->dates, 1) &&
                   ent_i_vec_reserve(&corpus->articles, 1)
               ? ENT_OK
               : ent_i_no_memory(error, "resolve");
}

static void enlist(ent_corpus *corpus, ent_article *article)
{
    size_t n = corpus->articles.n, first = 0;
    if (n)
        first = corpus->first_mention.items[n - 1] +
                ent_i_article_at(corpus, n - 1)->mentions.n;
    corpus->in_memory += !corpus->spill;
    corpus->articles.items[corpus->articles.n++] = article;
    corpus->first_mention.items[corpus->first_mention.n++] = first;
    corpus->copy_of.items[corpus->copy_of.n++] = ENT_NONE;
    corpus->copies.items[corpus->copies.n++] = 0;
    corpus->dates.items[corpus->dates.n++] = article->date;
}

ent_status ent_i_corpus_add_open(ent_corpus *corpus, ent_article *article,
                                 ent_error *error)
{
    ent_status status = make_place(corpus, error);
    if (!status)
        enlist(corpus, article);
    return status;
}

/* A packed copy takes half the memory of an article as it was read. */
ent_status ent_corpus_add_take(ent_corpus *corpus, ent_article *article,
                               ent_error *error)
{
    size_t size = ent_i_article_size(article);
    void *block = NULL;
    ent_status status = make_place(corpus, error);
    if (!status)
        status = find_room(corpus, size, &block, error);
    if (status)
        return status;
    enlist(corpus, ent_i_article_pack(block, article));
    corpus->room -= corpus->spill ? 0 : size;
    ent_article_free(article);
    return ENT_OK;
}

void ent_corpus_forget_reasons(ent_corpus *corpus)
{
    if (corpus->resolution)
        ent_i_resolution_clear(corpus->resolution);
    ent_i_free(corpus->resolution);
    corpus->resolution = NULL;
}

static void free_lists(ent_corpus *corpus)
{
    if (corpus->list_room) {
        corpus->assigned.cap = corpus->assignments.cap = 0;
        corpus->assigned.items = NULL;
        corpus->assignments.items = NULL;
    }
    ent_i_vec_free(&corpus->assigned);
    ent_i_vec_free(&corpus->assignments);
    corpus->list_room = 0;
}

static void forget_actors(ent_corpus *corpus)
{
    corpus->actors.n = corpus->assignments.n = corpus->assigned.n = 0;
    ent_i_arena_free(&corpus->arena);
    corpus->warnings.n = 0;
    ent_corpus_forget_reasons(corpus);
}

/* Whose the short names are. */
static bool read_short_names(ent_i_resolution *r, ent_corpus *corpus)
{
    ent_i_bearers bearers;
    bool ok = ent_i_bearers_learn(&bearers, r, corpus) &&
              ent_i_release(r, corpus, &bearers) &&
              ent_i_attach(r, corpus, &bearers);
    ent_i_bearers_free(&bearers);
    return ok;
}

bool ent_i_decide(ent_i_resolution *r, ent_corpus *corpus,
                  ent_resolve_mode mode)
{
    bool ok = ent_i_apply_aliases(r) && ent_i_gather(r, corpus);
    if (ok && mode == ENT_RESOLVE_CORPUS)
        ok = ent_i_judge(r, corpus) && ent_i_merge(r, corpus) &&
             ent_i_join_other_names(r, corpus) &&
             ent_i_divide_namesakes(r, corpus) && read_short_names(r, corpus) &&
             ent_i_attach_things(r) && ent_i_recall_meanings(r);
    if (ok)
        ent_i_keep_verdicts(r, corpus);
    return ok && ent_i_make_actors(r, corpus, mode) &&
           ent_i_assign_outside(r, corpus, mode);
}

/* A mention makes one record at most, and another if it leaves that. */
enum { RECORDS_A_MENTION = 2 };

static size_t count_mentions(const ent_corpus *corpus)
{
    size_t n = corpus->articles.n;
    return n ? corpus->first_mention.items[n - 1] +
                   ent_i_article_at(corpus, n - 1)->mentions.n
             : 0;
}

static ent_status place_list(ent_i_spill *spill, void **items, size_t *cap,
                             size_t room, size_t item_size, ent_error *error)
{
    ent_status status =
        ent_i_spill_alloc(spill, room * item_size, items, error);
    *cap = status ? 0 : room;
    return status;
}

/* Beyond the memory allowed, what is kept of each mention lies in the file as
 * the articles do. Room for all that there may be is taken at once. */
static ent_status place_lists(ent_corpus *c, ent_error *error)
{
    size_t n = count_mentions(c), most = RECORDS_A_MENTION * n;
    if (!c->spill || n <= c->list_room)
        return ENT_OK;
    free_lists(c);
    c->list_room = n;
    ent_status status =
        place_list(c->spill, (void **)&c->assigned.items, &c->assigned.cap, n,
                   sizeof *c->assigned.items, error);
    if (!status)
        status = place_list(c->spill, (void **)&c->assignments.items,
                            &c->assignments.cap, most,
                            sizeof *c->assignments.items, error);
    if (!status)
        status = ent_i_spill_alloc(c->spill, most * sizeof(ent_i_record),
                                   &c->record_room, error);
    return status;
}

/* The room is the corpus's. */
static void place_records(ent_i_resolution *r, const ent_corpus *corpus)
{
    if (!corpus->list_room)
        return;
    r->spill = corpus->spill;
    r->records.items = corpus->record_room;
    r->records.cap = RECORDS_A_MENTION * corpus->list_room;
}

/* On failure, whatever was made is in corpus->resolution, which forget_actors
 * frees. */
static ent_status resolve(ent_corpus *corpus,
                          const ent_resolve_options *options, ent_error *error)
{
    ent_i_resolution *r = ent_i_calloc(1, sizeof *r);
    ent_status status = ENT_OK;
    corpus->resolution = r;
    if (r)
        status = place_lists(corpus, error);
    if (r && !status)
        place_records(r, corpus);
    if (r && !status && options->aliases)
        status = ent_i_aliases_read(&r->aliases, options->aliases, error);
    if (status)
        return status;
    if (!r || !ent_i_take_verdicts(r, corpus) || !ent_i_find_copies(corpus) ||
        !ent_i_decide(r, corpus, options->mode) ||
        (options->aliases && !ent_i_warn_of_decisions(corpus, options)))
        return ent_i_no_memory(error, "resolve");
    return options->exclude ? ent_i_exclude(corpus, options->exclude, error)
                            : ENT_OK;
}

ent_status ent_corpus_resolve(ent_corpus *corpus,
                              const ent_resolve_options *options,
                              ent_error *error)
{
    /* A caller built with an older header has a shorter struct; the other
     * options keep their defaults. */
    ent_resolve_options o = ENT_RESOLVE_OPTIONS_INIT;
    if (options)
        memcpy(&o, options,
               options->size < sizeof o ? options->size : sizeof o);
    if (corpus->given)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "resolve",
                          "expected articles, found networks, in which it is "
                          "decided who is who");
    forget_actors(corpus);
    corpus->count_copies = o.count_copies;
    corpus->by_article = o.mode == ENT_RESOLVE_ARTICLE;
    ent_status status = resolve(corpus, &o, error);
    if (status)
        forget_actors(corpus);
    return status;
}

size_t ent_corpus_article_count(const ent_corpus *corpus)
{
    return corpus->articles.n;
}

const ent_article *ent_corpus_article(const ent_corpus *corpus, size_t i)
{
    return i < corpus->articles.n ? ent_i_article_at(corpus, i) : NULL;
}

uint32_t ent_corpus_copy_of(const ent_corpus *corpus, size_t i)
{
    return i < corpus->copy_of.n ? corpus->copy_of.items[i] : ENT_NONE;
}

size_t ent_corpus_actor_count(const ent_corpus *corpus)
{
    return corpus->actors.n;
}

const ent_actor *ent_corpus_actor(const ent_corpus *corpus, size_t i)
{
    return i < corpus->actors.n ? &corpus->actors.items[i] : NULL;
}

const ent_assignment *ent_corpus_assignment(const ent_corpus *corpus, size_t i,
                                            size_t m)
{
    return i < corpus->articles.n && m < ent_i_article_at(corpus, i)->mentions.n
               ? ent_i_assignment(corpus, i, (uint32_t)m)
               : NULL;
}

size_t ent_corpus_warning_count(const ent_corpus *corpus)
{
    return corpus->warnings.n;
}

const char *ent_corpus_warning(const ent_corpus *corpus, size_t i)
{
    return i < corpus->warnings.n ? corpus->warnings.items[i] : NULL;
}

void ent_corpus_free(ent_corpus *corpus)
{
    if (!corpus)
        return;
    forget_actors(corpus);
    ent_i_given_free(corpus->given);
    for (size_t i = 0; i < corpus->in_memory; i++)
        ent_article_free(corpus->articles.items[i]);
    free_lists(corpus);
    ent_i_spill_free(corpus->spill);
    ent_i_free(corpus->spill_folder);
    ent_i_vec_free(&corpus->articles);
    ent_i_vec_free(&corpus->first_mention);
    ent_i_vec_free(&corpus->actors);
    ent_i_vec_free(&corpus->warnings);
    ent_i_vec_free(&corpus->copy_of);
    ent_i_vec_free(&corpus->copies);
    ent_i_vec_free(&corpus->dates);
    ent_i_vec_free(&corpus->reading);
    ent_i_arena_free(&corpus->reading_arena);
    ent_i_vec_free(&corpus->former);
    ent_i_vec_free(&corpus->former_of);
    ent_i_vec_free(&corpus->answers);
    ent_i_arena_free(&corpus->former_arena);
    ent_i_free(corpus);
}
