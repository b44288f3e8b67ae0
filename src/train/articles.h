/* Reads one article after another and splits it into tokens. */
#ifndef ENTENTE_TRAIN_ARTICLES_H
#define ENTENTE_TRAIN_ARTICLES_H

#include "text/text.h"

/* Called with an article, which is freed afterwards; returns false when memory
 * is out. */
typedef bool ent_i_article_fn(void *ctx, ent_article *article,
                              const ent_i_text *text);

/* Calls use for each article of the inputs, in order. Fails like reading them,
 * or with ENT_ERR_MEMORY. */
ent_status ent_i_each_article(const char *const *inputs, size_t count,
                              ent_i_article_fn *use, void *ctx,
                              ent_error *error);

#endif
