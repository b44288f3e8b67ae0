/* What the words of a contact tell about it beyond its kind. */
#ifndef ENTENTE_ENCOUNTER_MANNER_H
#define ENTENTE_ENCOUNTER_MANNER_H

#include "encounter/passage.h"

/* Fills in the encounter's form and in what it is weak; its kind is known. */
void ent_i_add_manner(const ent_i_passage *passage,
                      const ent_i_finding *finding, ent_encounter *out);

#endif
