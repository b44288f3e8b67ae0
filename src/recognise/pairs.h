/* Two persons that a hyphen, dash or slash joins: "Kerry-Lavrov talks". */
#ifndef ENTENTE_RECOGNISE_PAIRS_H
#define ENTENTE_RECOGNISE_PAIRS_H

#include "text/text.h"

/* Splits mentions of several persons, and adds the person at the other side of
 * a hyphen whom the article names elsewhere. Fails with ENT_ERR_MEMORY. */
ent_status ent_i_pairs_apply(ent_article *article, const ent_i_text *text,
                             ent_error *error);

#endif
