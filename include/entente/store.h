/**
 * @file store.h
 * An archive of articles that grows: read once, kept with what was found in
 * them, and read from there again without looking for names.
 *
 * A store is an SQLite database; src/store/README.md describes its tables. One
 * program may add to it while others read it. What was committed survives
 * whatever happens to the program. One that is read-only, or in a read-only
 * folder, is read as it is, without looking for who else may write to it.
 */
#ifndef ENTENTE_STORE_H
#define ENTENTE_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "corpus.h"
#include "network.h"
#include "reading.h"

#ifdef __cplusplus
extern "C" {
#endif

/** An archive; for one thread at a time, but a reader may draw from it while
 *  articles are added. */
typedef struct ent_store ent_store;

/** By what an article that is to be added is known already. */
typedef enum ent_known {
    ENT_NOT_KNOWN,       /**< it is new and was added */
    ENT_KNOWN_BY_ID,     /**< one with the same id of its own is there */
    ENT_KNOWN_BY_URL,    /**< one with the same address is there, and one of
                              the two has no id of its own */
    ENT_KNOWN_BY_CONTENT /**< one that is the same but for its id is there */
} ent_known;
/** How many values ent_known has. */
#define ENT_KNOWN_COUNT 4

/** What was done since a store was opened. This struct never grows. */
typedef struct ent_store_counts {
    size_t added;                  /**< articles */
    size_t known[ENT_KNOWN_COUNT]; /**< not added, by an ent_known */
    size_t changed;                /**< of these, with another title or text,
                                        which were not kept */
    size_t refreshed;              /**< read again, and replaced */
} ent_store_counts;

/** Whether this build has SQLite; without it, opening a store fails. */
ENT_API bool ent_store_available(void);
/**
 * Opens a store.
 * @param out receives the store, which the caller frees.
 * @param path the database file.
 * @param create makes an empty store where there is no file.
 * @return ENT_ERR_NOT_FOUND when there is no file, ENT_ERR_FORMAT when it is no
 *         store or of a newer version, ENT_ERR_IO when it can't be opened or is
 *         locked, ENT_ERR_LIBRARY in a build without SQLite.
 */
ENT_API ENT_USE ent_status ent_store_open(ent_store **out, const char *path,
                                          bool create, ent_error *error);
/** How many articles are in the store. */
ENT_API size_t ent_store_article_count(ent_store *store);
/**
 * Adds an article that a reader gave whose options name this store, unless it
 * is known; one that was drawn from the store replaces what was kept of it.
 * Nothing is sure to last until ent_store_commit.
 * @return ENT_ERR_IO when it can't be written.
 */
ENT_API ENT_USE ent_status ent_store_add(ent_store *store,
                                         const ent_article *article,
                                         ent_error *error);
/** Makes what was added last. */
ENT_API ENT_USE ent_status ent_store_commit(ent_store *store, ent_error *error);
/**
 * Tells the corpus who the actors were when ent_store_keep was called last, so
 * that the next resolve keeps their ids and labels: an actor is who it shares
 * the most mentions with, else who has its name. A network that is measured
 * then keeps the numbers of its communities: one is what it was while, by the
 * strength of those who were in a community before, it shares three tenths or
 * more with that, the most alike first, as in ent_network_track_count; another
 * of three or more is new. What has no number takes the lowest that is free.
 * Articles that came from the
 * store must be in the corpus already.
 */
ENT_API ENT_USE ent_status ent_store_recall(ent_store *store,
                                            ent_corpus *corpus,
                                            ent_error *error);
/**
 * Keeps who the actors are, for ent_store_recall; nothing, unless the corpus
 * was resolved across articles and holds all articles of the store and no
 * others. Committed at once.
 * @return ENT_ERR_IO when it can't be written.
 */
ENT_API ENT_USE ent_status ent_store_keep(ent_store *store,
                                          const ent_corpus *corpus,
                                          ent_error *error);
/**
 * Keeps which community each actor of a measured network is in, for
 * ent_store_recall; nothing under the conditions of ent_store_keep, and where
 * only what is shown was measured. Who is not in it stays where he or she was.
 * Committed at once.
 * @return ENT_ERR_IO when it can't be written.
 */
ENT_API ENT_USE ent_status ent_store_keep_communities(
    ent_store *store, const ent_network *network, ent_error *error);
/** What was done since the store was opened. */
ENT_API ent_store_counts ent_store_done(const ent_store *store);
/** Closes the store, forgetting what was not committed; NULL is allowed. */
ENT_API void ent_store_free(ent_store *store);

#ifdef __cplusplus
}
#endif
#endif
