/* Names that a title or particles show to be persons'. */
#ifndef ENTENTE_RECOGNISE_TITLED_H
#define ENTENTE_RECOGNISE_TITLED_H

#include "recognise/gazetteer.h"
#include "text/text.h"

/* Makes persons of names behind titles ("Inspector Adeyo") and of those with
 * particles ("Joris ten Haven") that no mention holds, or a doubtful one. The
 * gazetteer says which words are names. Mentions must be sorted, with their
 * sentences; they stay so. Fails with ENT_ERR_MEMORY only. */
ent_status ent_i_titled_apply(ent_article *article, const ent_i_text *text,
                              const ent_i_gazetteer *gazetteer,
                              ent_error *error);

#endif
