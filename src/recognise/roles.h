/* Names outside the story: bylines, credits and website furniture. */
#ifndef ENTENTE_RECOGNISE_ROLES_H
#define ENTENTE_RECOGNISE_ROLES_H

#include "text/text.h"

/* Fills the role of each mention of the article from where it stands, the
 * shape of its paragraph and the words around it. Mentions must be sorted,
 * with their sentences. Fails with ENT_ERR_MEMORY only. */
ent_status ent_i_roles_apply(ent_article *article, const ent_i_text *text,
                             ent_error *error);

#endif
