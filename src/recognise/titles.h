/* Titles before names: they are kept apart from the name and used as hints. */
#ifndef ENTENTE_RECOGNISE_TITLES_H
#define ENTENTE_RECOGNISE_TITLES_H

#include "recognise/place.h"

/* Corrects the spans of persons: no titles, quotation marks, brackets or
 * possessives at the edges; hyphenated names, particles and "Jr." whole;
 * "Roe-Rokov talks" split into two persons. Then fills the honorifics.
 * Mentions must be sorted and have their sentences; they stay sorted. The spans
 * of an annotated article are left alone. Fails only with ENT_ERR_MEMORY. */
ent_status ent_i_titles_apply(ent_article *article, const ent_i_text *text,
                              ent_error *error);

/* The first token of the title that ends with this one; one past `last` when
 * there is no title. */
size_t ent_i_title_first(const ent_i_place *p, size_t last);

/* Fills the honorific of one mention from the words before it. */
void ent_i_honorific_find(const ent_article *article, const ent_i_text *text,
                          ent_mention *mention);

#endif
