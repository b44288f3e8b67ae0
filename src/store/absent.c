/* In the place of the other files where SQLite is missing: no store can be
 * opened, and so the rest is never reached. */
#include "core/error.h"
#include "entente/review.h"
#include "store/store.h"

static ent_status refuse(ent_error *error)
{
    return ent_i_fail(error, ENT_ERR_LIBRARY, "store",
                      "this build has no stores, since it was made without "
                      "SQLite");
}

bool ent_store_available(void) { return false; }

ent_status ent_store_open(ent_store **out, const char *path, bool create,
                          ent_error *error)
{
    (void)out;
    (void)create;
    return ent_i_fail_at(error, refuse(error), path, 0, -1);
}

size_t ent_store_article_count(ent_store *store)
{
    (void)store;
    return 0;
}

ent_status ent_store_add(ent_store *store, const ent_article *article,
                         ent_error *error)
{
    (void)store;
    (void)article;
    return refuse(error);
}

ent_status ent_store_commit(ent_store *store, ent_error *error)
{
    (void)store;
    return refuse(error);
}

ent_status ent_store_recall(ent_store *store, ent_corpus *corpus,
                            ent_error *error)
{
    (void)store;
    (void)corpus;
    return refuse(error);
}

ent_status ent_store_keep(ent_store *store, const ent_corpus *corpus,
                          ent_error *error)
{
    (void)store;
    (void)corpus;
    return refuse(error);
}

ent_status ent_store_keep_communities(ent_store *store,
                                      const ent_network *network,
                                      ent_error *error)
{
    (void)store;
    (void)network;
    return refuse(error);
}

ent_status ent_store_answer(ent_store *store, const char *name,
                            const char *whom, ent_type type, bool same,
                            ent_error *error)
{
    (void)store;
    (void)name;
    (void)whom;
    (void)type;
    (void)same;
    return refuse(error);
}

ent_store_counts ent_store_done(const ent_store *store)
{
    (void)store;
    return (ent_store_counts){0};
}

void ent_store_free(ent_store *store) { (void)store; }

ent_status ent_i_store_reading(ent_store *store,
                               const ent_read_options *options,
                               ent_error *error)
{
    (void)store;
    (void)options;
    return refuse(error);
}

ent_status ent_i_store_draw(ent_store *store, bool outdated, ent_article **out,
                            ent_error *error)
{
    (void)store;
    (void)outdated;
    (void)out;
    return refuse(error);
}

ent_status ent_i_store_knows(ent_store *store, const ent_article *article,
                             bool *known, ent_error *error)
{
    (void)store;
    (void)article;
    (void)known;
    return refuse(error);
}

void ent_i_store_progress(ent_store *store, uint64_t *done, uint64_t *total)
{
    (void)store;
    *done = *total = 0;
}
