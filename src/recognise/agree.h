/* Names that the article has explained elsewhere. */
#ifndef ENTENTE_RECOGNISE_AGREE_H
#define ENTENTE_RECOGNISE_AGREE_H

#include "core/article.h"

/* Reads a doubtful organisation or place as a person where it is the full name
 * or the surname of one whom the article surely names in full: "Odhiambo" in a
 * headline, when the text says "Grace Odhiambo". A sure one stays: Washington
 * is a city, though the article may speak of George Washington. */
ent_status ent_i_agree_apply(ent_article *article, ent_error *error);

#endif
