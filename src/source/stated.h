/* The encounters of a line of `entente mentions`. */
#ifndef ENTENTE_SOURCE_STATED_H
#define ENTENTE_SOURCE_STATED_H

#include <jansson.h>

#include "core/article.h"

/* Whether the mention or encounter of the line is in the title. */
bool ent_i_stated_in_title(const json_t *object);

/* Reads the encounters of the line into the article, whose text, mentions and
 * sentences must be there. A participant is the mention of that name, and of
 * that actor where both tell it, which is nearest. An encounter whose
 * participants are not among the mentions, as lines of fewer types leave them
 * out, is left out too. encounters may be NULL: there are none. ENT_ERR_FORMAT
 * when one lacks a member or has a wrong one. */
ent_status ent_i_stated_read(ent_article *article, const json_t *mentions,
                             const json_t *encounters, ent_error *error);

#endif
