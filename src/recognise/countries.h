/* Countries that the lexicon knows and the model's word list does not. */
#ifndef ENTENTE_RECOGNISE_COUNTRIES_H
#define ENTENTE_RECOGNISE_COUNTRIES_H

#include "recognise/gazetteer.h"

/* Fills the `country` of a gazetteer that has its entries. */
void ent_i_gazetteer_learn_countries(ent_i_gazetteer *gazetteer);

#endif
