/* What kind of thing the nouns beside a name say that it names. */
#ifndef ENTENTE_RECOGNISE_INTRODUCE_H
#define ENTENTE_RECOGNISE_INTRODUCE_H

#include "recognise/place.h"

enum { ENT_I_NOT_INTRODUCED = ENT_TYPE_COUNT };

typedef struct ent_i_introduction {
    uint8_t type; /* an ent_type, or ENT_I_NOT_INTRODUCED */
    bool kin;     /* by a word of kinship, which is said of persons alone */
} ent_i_introduction;

/* The type of name that a noun right before the mention announces, or the noun
 * of an explanation behind it: a person in "her daughter Ann", an organisation
 * in 'the newspaper "Echo"' and in "Echo, a weekly magazine"; a storm, which is
 * none of the three, in "a hurricane called Bo". A single word that direct
 * speech is ascribed to is a person: '"We go," said Roe'. */
ent_i_introduction ent_i_introduced(const ent_i_place *p);

/* Whether direct speech is ascribed to the mention, a single word written as
 * surnames are: '"We go," said Roe'. Of 430 such speakers in the annotated
 * newswire 420 are persons; but well-known organisations speak, too. */
bool ent_i_is_speaker(const ent_i_place *p);

/* Whether token i says that a storm's name follows and is taken for a part of
 * it, as the first names that storms have are no persons': "Hurricane Bo". */
bool ent_i_is_storm(const ent_i_place *p, size_t i);

#endif
