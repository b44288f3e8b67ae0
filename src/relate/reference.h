/* Whom "he", "the president" or "his Russian counterpart" stands for. */
#ifndef ENTENTE_RELATE_REFERENCE_H
#define ENTENTE_RELATE_REFERENCE_H

#include "relate/encounters.h"

/* Turns the pronouns and roles of the sentence that the article explains into
 * persons; others stay words. Call between reading nodes and groups. */
void ent_i_read_references(ent_i_reading *reading);

#endif
