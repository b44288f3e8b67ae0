/* Completes what the tagger leaves of persons' names. */
#ifndef ENTENTE_RECOGNISE_COMPLETE_H
#define ENTENTE_RECOGNISE_COMPLETE_H

#include "recognise/gazetteer.h"
#include "text/text.h"

/* Takes the given name before the rest of a name into it: "Loretta" before
 * "Scott Roe". Before titles are found. */
void ent_i_complete_apply(ent_article *article, const ent_i_text *text,
                          const ent_i_gazetteer *gazetteer);

#endif
