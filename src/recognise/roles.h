/* Names outside the story: bylines, credits and website furniture. */
#ifndef ENTENTE_RECOGNISE_ROLES_H
#define ENTENTE_RECOGNISE_ROLES_H

#include "text/text.h"

/* Fills the role of each mention from its place, the shape of its paragraph and
 * the words around it. Mentions must be sorted and have their sentences. Fails
 * only with ENT_ERR_MEMORY. */
ent_status ent_i_roles_apply(ent_article *article, const ent_i_text *text,
                             ent_error *error);

#endif
