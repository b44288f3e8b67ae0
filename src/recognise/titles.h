/* Titles before names: kept apart from the name, and read for hints. */
#ifndef ENTENTE_RECOGNISE_TITLES_H
#define ENTENTE_RECOGNISE_TITLES_H

#include "text/text.h"

/* Makes the spans of persons right for the job: no titles, quotation marks,
 * brackets or possessives at the edges; hyphenated names, particles and "Jr."
 * whole; "Kerry-Lavrov talks" two persons. Then fills the honorifics. Mentions
 * must be sorted, with their sentences; they stay so. The spans of an annotated
 * article are left alone. Fails with ENT_ERR_MEMORY only. */
ent_status ent_i_titles_apply(ent_article *article, const ent_i_text *text,
                              ent_error *error);

/* Fills the honorific of one mention from the words before it. */
void ent_i_honorific_find(const ent_article *article, const ent_i_text *text,
                          ent_mention *mention);

#endif
