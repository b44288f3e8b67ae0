/* What the lexicon and the model's word list say of a word as a given name. */
#ifndef ENTENTE_RECOGNISE_GIVEN_H
#define ENTENTE_RECOGNISE_GIVEN_H

#include "recognise/gazetteer.h"
#include "recognise/place.h"

/* Whether texts have token i's word more often in names of places or firms than
 * in those of persons. gazetteer may be NULL: then nothing is known. */
bool ent_i_is_thing_word(const ent_i_place *p, const ent_i_gazetteer *gazetteer,
                         size_t i);
/* Whether token i can be somebody's given name. */
bool ent_i_is_given_word(const ent_i_place *p, const ent_i_gazetteer *gazetteer,
                         size_t i);

/* Whether texts have the word in names of persons more often than in others. */
bool ent_i_is_known_name(const ent_i_place *p, const ent_i_gazetteer *gazetteer,
                         size_t i);

#endif
