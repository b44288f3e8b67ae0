/* Corrects the types of names that the article explains elsewhere. */
#ifndef ENTENTE_RECOGNISE_AGREE_H
#define ENTENTE_RECOGNISE_AGREE_H

#include "recognise/gazetteer.h"
#include "text/text.h"

/* Turns a doubtful organisation or place into a person if it is the full name
 * or the surname of somebody whose full name is certain elsewhere in the
 * article: "Odhiambo" in a headline, when the text says "Grace Odhiambo". A
 * full name of two words, one a given name, is also a person's if the article
 * has the other alone as one. A certain one stays: Washington is a city, even
 * if the article mentions George Washington. A name that a noun introduces
 * somewhere ("her daughter Virginia", "the newspaper Echo") gets that type
 * throughout. A word that direct speech is ascribed to and that the gazetteer
 * doesn't have is a surname; without a gazetteer (NULL) this is not checked. */
ent_status ent_i_agree_apply(ent_article *article, const ent_i_text *text,
                             const ent_i_gazetteer *gazetteer,
                             ent_error *error);

#endif
