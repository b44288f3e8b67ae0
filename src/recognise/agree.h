/* Names that the article has explained elsewhere. */
#ifndef ENTENTE_RECOGNISE_AGREE_H
#define ENTENTE_RECOGNISE_AGREE_H

#include "recognise/gazetteer.h"
#include "text/text.h"

/* Reads a doubtful organisation or place as a person where it is the full name
 * or the surname of one whom the article surely names in full: "Odhiambo" in a
 * headline, when the text says "Grace Odhiambo". A sure one stays: Washington
 * is a city, though the article may speak of George Washington. And a name that
 * a noun introduces somewhere ("her daughter Virginia", "the newspaper Echo")
 * is of that type throughout. So is a word that direct speech is ascribed to
 * and that the gazetteer doesn't have: a surname; gazetteer NULL: not asked. */
ent_status ent_i_agree_apply(ent_article *article, const ent_i_text *text,
                             const ent_i_gazetteer *gazetteer,
                             ent_error *error);

#endif
