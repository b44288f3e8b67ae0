/* The sentences of an article that may state a contact. */
#ifndef ENTENTE_ENCOUNTER_SCAN_H
#define ENTENTE_ENCOUNTER_SCAN_H

#include "encounter/pairs.h"

/* Called with a sentence that may state a contact; false when memory is out. */
typedef bool ent_i_outline_fn(void *ctx, const ent_i_outline *outline);

/* Calls `use` for each such sentence of an article with its clusters. Fails
 * with ENT_ERR_MEMORY only. */
ent_status ent_i_scan(const ent_article *article, const ent_i_text *text,
                      ent_i_outline_fn *use, void *ctx, ent_error *error);

#endif
