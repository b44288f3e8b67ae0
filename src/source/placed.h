/* Lines of `entente mentions` without their text: names, their places, and the
 * stated contacts. */
#ifndef ENTENTE_SOURCE_PLACED_H
#define ENTENTE_SOURCE_PLACED_H

#include <jansson.h>

#include "core/article.h"

/* Gives the article a text in which every name stands at its place and nothing
 * else is, so that offsets mean what they mean in the line; "..." stands
 * where words are missing. Then come the mentions, the sentences by their
 * numbers, each a paragraph of its own, as the line tells no paragraphs, and
 * the encounters. The title must be set. ENT_ERR_FORMAT for places and numbers
 * that can't be right. */
ent_status ent_i_placed_read(ent_article *article, const json_t *object,
                             ent_error *error);

#endif
