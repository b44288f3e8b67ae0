/* How far a word is from a contact, for what is said of when and where. */
#ifndef ENTENTE_ENCOUNTER_NEARNESS_H
#define ENTENTE_ENCOUNTER_NEARNESS_H

#include "encounter/passage.h"

/* What it costs to pass, in nodes. */
enum {
    ENT_I_PART = 16, /* into another clause */
    ENT_I_ACT = 8    /* another verb */
};

/* Whether the sentence says that it is a picture's. */
bool ent_i_is_caption(const ent_i_passage *reading);
/* Whether the contact is told by a caption, as far as its sentence shows. */
bool ent_i_is_shown(const ent_i_passage *reading, const ent_i_finding *finding);

/* How far node i is from the contact: nodes between, and clauses. */
uint32_t ent_i_away(const ent_i_passage *reading, const ent_i_finding *finding,
                    uint32_t i);
/* ... in a caption. */
uint32_t ent_i_away_in_caption(const ent_i_finding *finding, uint32_t i);

#endif
