/* When and where a contact took place or will take place. */
#ifndef ENTENTE_ENCOUNTER_DETAILS_H
#define ENTENTE_ENCOUNTER_DETAILS_H

#include "encounter/passage.h"

/* Fills the day and the words that give it, and the standing where the day
 * tells more about it. The article owns the words. True also when nothing says
 * when; false when memory is out. */
bool ent_i_add_when(ent_article *article, const ent_i_passage *reading,
                    const ent_i_finding *finding, ent_encounter *out);
/* Fills the place, in the same way. */
bool ent_i_add_where(ent_article *article, const ent_i_passage *reading,
                     const ent_i_finding *finding, ent_encounter *out);

#endif
