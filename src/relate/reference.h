/* Whom "he", "the president" or "his Russian counterpart" stands for. */
#ifndef ENTENTE_RELATE_REFERENCE_H
#define ENTENTE_RELATE_REFERENCE_H

#include "relate/encounters.h"

/* Turns the pronouns and roles of the sentence that the article explains into
 * persons; others stay words. Call between reading nodes and groups. */
void ent_i_read_references(ent_i_reading *reading);

/* The node of who says the quotation that node `i` stands in: a person, or "he"
 * or "she"; ENT_NONE when it stands in none or nobody is named with it. */
uint32_t ent_i_speaker_of(const ent_i_reading *reading, uint32_t i);

#endif
