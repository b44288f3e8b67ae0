/* Who is said to be in contact with whom. */
#ifndef ENTENTE_ENCOUNTER_ENCOUNTER_H
#define ENTENTE_ENCOUNTER_ENCOUNTER_H

#include "text/text.h"

/* Fills article->encounters from its clusters. Looks at this article alone, so
 * several articles can be processed at once. */
ent_status ent_i_find_encounters(ent_article *article, const ent_i_text *text,
                                 ent_error *error);

#endif
