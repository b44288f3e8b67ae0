/* Who is who and in which community: kept for the next time, so that ids,
 * labels and the numbers of communities stay. */
#include <string.h>

#include "core/error.h"
#include "core/map.h"
#include "corpus/corpus.h"
#include "entente/review.h"
#include "graph/graph.h"
#include "store/database.h"

/* Whether the corpus is the store's: others may be without some of its
 * persons. */
static bool is_whole(ent_store *store, const ent_corpus *corpus)
{
    int64_t n = 0;
    if (ent_i_store_number(store, store->queries[ENT_I_COUNT], &n, NULL))
        return false;
    for (size_t i = 0; i < corpus->articles.n; i++)
        if (!ent_i_article_at(corpus, i)->stored)
            return false;
    return (size_t)n == corpus->articles.n;
}

/* Receives the number of each actor. */
static ent_status keep_actors(ent_store *store, const ent_corpus *corpus,
                              int64_t *numbers, ent_error *error)
{
    ent_status status = ENT_OK;
    sqlite3_stmt *keep = store->queries[ENT_I_KEEP_ACTOR];
    sqlite3_stmt *find = store->queries[ENT_I_FIND_ACTOR];
    for (size_t i = 0; !status && i < corpus->actors.n; i++) {
        const ent_actor *actor = &corpus->actors.items[i];
        ent_i_store_bind(keep, 1, actor->id);
        ent_i_store_bind(keep, 2, actor->label);
        ent_i_store_bind(keep, 3, ent_type_name((ent_type)actor->type));
        sqlite3_bind_int64(keep, 4, actor->mentions);
        sqlite3_bind_int64(keep, 5, actor->articles);
        status = ent_i_store_do(store, keep, error);
        ent_i_store_bind(find, 1, actor->id);
        if (!status)
            status = ent_i_store_number(store, find, &numbers[i], error);
    }
    return status;
}

/* Who is named no more has no mentions, and keeps the id. */
static ent_status retire_actors(ent_store *store, const ent_corpus *corpus,
                                ent_error *error)
{
    ent_i_strmap ids = {0};
    ent_status status = ENT_OK;
    sqlite3_stmt *retire = store->queries[ENT_I_RETIRE_ACTOR];
    bool done = true;
    for (size_t i = 0; done && i < corpus->actors.n; i++)
        done = ent_i_strmap_put(&ids, corpus->actors.items[i].id,
                                strlen(corpus->actors.items[i].id), 0) != NULL;
    if (!done)
        status = ent_i_no_memory(error, "store");
    for (size_t i = 0; !status && i < corpus->former.n; i++) {
        const char *id = corpus->former.items[i].id;
        if (ent_i_strmap_get(&ids, id, strlen(id)) != ENT_I_ABSENT)
            continue;
        ent_i_store_bind(retire, 1, id);
        status = ent_i_store_do(store, retire, error);
    }
    ent_i_strmap_free(&ids);
    return status;
}

static bool list_assignments(ent_i_string *out, const ent_corpus *corpus,
                             size_t i, const int64_t *numbers)
{
    const ent_article *article = ent_i_article_at(corpus, i);
    const char *before = "";
    out->n = 0;
    bool done = ent_i_string_adds(out, "[");
    for (uint32_t k = 0; done && k < article->mentions.n; k++) {
        const ent_mention *m = &article->mentions.items[k];
        const ent_assignment *who = ent_i_assignment(corpus, i, k);
        if (!who)
            continue;
        done =
            ent_i_string_addf(out, "%s[%d,%u,%u,%lld]", before,
                              m->field == ENT_FIELD_TEXT, (unsigned)m->start,
                              (unsigned)m->end, (long long)numbers[who->actor]);
        before = ",";
    }
    return done && ent_i_string_adds(out, "]");
}

static ent_status keep_assignments(ent_store *store, const ent_corpus *corpus,
                                   const int64_t *numbers, ent_error *error)
{
    ent_status status = ENT_OK;
    sqlite3_stmt *keep = store->queries[ENT_I_KEEP_ASSIGNMENT];
    for (size_t i = 0; !status && i < corpus->articles.n; i++) {
        if (!list_assignments(&store->spans, corpus, i, numbers))
            return ent_i_no_memory(error, "store");
        sqlite3_bind_int64(keep, 1, ent_i_article_at(corpus, i)->stored);
        ent_i_store_bind(keep, 2, store->spans.items);
        status = ent_i_store_do(store, keep, error);
    }
    return status;
}

static ent_status keep(ent_store *store, const ent_corpus *corpus,
                       ent_error *error)
{
    int64_t *numbers = ent_i_calloc(corpus->actors.n, sizeof *numbers);
    ent_status status = numbers ? ent_i_store_begin(store, error)
                                : ent_i_no_memory(error, "store");
    if (!status)
        status = keep_actors(store, corpus, numbers, error);
    if (!status)
        status = retire_actors(store, corpus, error);
    if (!status)
        status = keep_assignments(store, corpus, numbers, error);
    ent_i_free(numbers);
    return status;
}

ent_status ent_store_keep(ent_store *store, const ent_corpus *corpus,
                          ent_error *error)
{
    pthread_mutex_lock(&store->lock);
    ent_status status = corpus->resolution && is_whole(store, corpus)
                            ? keep(store, corpus, error)
                            : ENT_OK;
    pthread_mutex_unlock(&store->lock);
    return status ? status : ent_store_commit(store, error);
}

/* ---- communities ---- */

/* Who is not in the network stays where he or she was last. */
static ent_status keep_communities(ent_store *store, const ent_network *network,
                                   ent_error *error)
{
    ent_status status = ent_i_store_begin(store, error);
    sqlite3_stmt *keep = store->queries[ENT_I_KEEP_COMMUNITY];
    for (uint32_t i = 0; !status && i < network->whole.nodes; i++) {
        uint32_t actor = network->whole.actors[i];
        ent_i_store_bind(keep, 1, network->corpus->actors.items[actor].id);
        sqlite3_bind_int64(keep, 2, network->measured.communities[i]);
        status = ent_i_store_do(store, keep, error);
    }
    return status;
}

ent_status ent_store_keep_communities(ent_store *store,
                                      const ent_network *network,
                                      ent_error *error)
{
    bool measured = network->measured.nodes && !network->analysed.shown;
    pthread_mutex_lock(&store->lock);
    ent_status status = measured && is_whole(store, network->corpus)
                            ? keep_communities(store, network, error)
                            : ENT_OK;
    pthread_mutex_unlock(&store->lock);
    return status ? status : ent_store_commit(store, error);
}

/* ---- what the user said ---- */

ent_status ent_store_answer(ent_store *store, const char *name,
                            const char *whom, ent_type type, bool same,
                            ent_error *error)
{
    sqlite3_stmt *query = store->queries[ENT_I_KEEP_ANSWER];
    pthread_mutex_lock(&store->lock);
    ent_status status = ent_i_store_begin(store, error);
    ent_i_store_bind(query, 1, name);
    ent_i_store_bind(query, 2, whom);
    ent_i_store_bind(query, 3, ent_type_name(type));
    sqlite3_bind_int(query, 4, same);
    if (!status)
        status = ent_i_store_do(store, query, error);
    pthread_mutex_unlock(&store->lock);
    return status ? status : ent_store_commit(store, error);
}
