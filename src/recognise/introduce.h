/* What the nouns next to a name say it is. */
#ifndef ENTENTE_RECOGNISE_INTRODUCE_H
#define ENTENTE_RECOGNISE_INTRODUCE_H

#include "recognise/place.h"

enum { ENT_I_NOT_INTRODUCED = ENT_TYPE_COUNT };

typedef struct ent_i_introduction {
    uint8_t type; /* an ent_type, or ENT_I_NOT_INTRODUCED */
    bool kin;     /* by a word of kinship, which only persons have */
    bool only;    /* by a word that is said of nothing else */
} ent_i_introduction;

/* The type that a noun right before the mention gives, or the noun of an
 * explanation after it: a person in "her daughter Ann", an organisation in 'the
 * newspaper "Echo"' and in "Echo, a weekly magazine"; MISC for the storm in "a
 * hurricane called Bo". */
ent_i_introduction ent_i_introduced(const ent_i_place *p);

/* Whether direct speech is ascribed to the mention and it is a single word
 * written like a surname: '"We go," said Roe'. Of 430 such speakers in the
 * annotated newswire 420 are persons; but well-known organisations are quoted
 * too. */
bool ent_i_is_speaker(const ent_i_place *p);

/* Whether token i, such as "Hurricane", announces a storm's name. It then
 * counts as part of the name, so that Bo isn't read as a person. */
bool ent_i_is_storm(const ent_i_place *p, size_t i);

#endif
