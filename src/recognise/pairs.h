/* Two persons joined by a hyphen, dash or slash: "Roe-Rokov talks". */
#ifndef ENTENTE_RECOGNISE_PAIRS_H
#define ENTENTE_RECOGNISE_PAIRS_H

#include "text/text.h"

/* Splits mentions of several persons, and adds the person on the other side of
 * a hyphen if the article names him or her elsewhere. Fails with
 * ENT_ERR_MEMORY. */
ent_status ent_i_pairs_apply(ent_article *article, const ent_i_text *text,
                             ent_error *error);

#endif
