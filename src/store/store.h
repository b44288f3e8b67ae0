/* What a reader and the store's own files see of a store. */
#ifndef ENTENTE_STORE_STORE_H
#define ENTENTE_STORE_STORE_H

#include "core/article.h"
#include "entente/store.h"

/* Says how articles are read now; what was read otherwise is outdated. To be
 * called before the next three, which may be called in several threads. */
ent_status ent_i_store_reading(ent_store *store,
                               const ent_read_options *options,
                               ent_error *error);

/* Draws the next article in the order of adding, or of the outdated ones alone;
 * *out is NULL at the end. ENT_ERR_FORMAT for one whose record is broken, after
 * which the next can be drawn. */
ent_status ent_i_store_draw(ent_store *store, bool outdated, ent_article **out,
                            ent_error *error);

/* Whether the store knows the article, which is then counted. */
ent_status ent_i_store_knows(ent_store *store, const ent_article *article,
                             bool *known, ent_error *error);

/* How many articles were drawn, and how many there are to draw. */
void ent_i_store_progress(ent_store *store, uint64_t *done, uint64_t *total);

#endif
