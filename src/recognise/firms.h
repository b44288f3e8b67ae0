/* Firms that bear persons' names. */
#ifndef ENTENTE_RECOGNISE_FIRMS_H
#define ENTENTE_RECOGNISE_FIRMS_H

#include "recognise/gazetteer.h"
#include "text/text.h"

/* Makes one organisation of names that "&" joins, with those that commas put
 * before ("Cole, Hart & Dunn LLP"), unless they are given names or the surnames
 * of persons whom the article names in full. Makes organisations of persons of
 * whom the article says what is said of firms ("Karl Roe shares fell"), who
 * stand among firms, and who are short forms of such a firm ("Cole Hart").
 * gazetteer may be NULL. Mentions must be sorted and stay so. */
ent_status ent_i_firms_apply(ent_article *article, const ent_i_text *text,
                             const ent_i_gazetteer *gazetteer,
                             ent_error *error);

#endif
