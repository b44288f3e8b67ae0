/* Persons who share a surname that is written once: "Peter and Joan Roe",
 * "Mr. and Mrs. Roe". */
#ifndef ENTENTE_RECOGNISE_COUPLES_H
#define ENTENTE_RECOGNISE_COUPLES_H

#include "recognise/gazetteer.h"
#include "text/text.h"

/* Makes a person of what stands before "and" and the other's name: a given name
 * ("Peter") or, for want of one, the title ("Mr."). Mentions must be sorted,
 * with their sentences; they stay so. The gazetteer says which words are given
 * names. Fails with ENT_ERR_MEMORY only. */
ent_status ent_i_couples_apply(ent_article *article, const ent_i_text *text,
                               const ent_i_gazetteer *gazetteer,
                               ent_error *error);

/* Lists in article->joint the mentions of those whose surname is that of the
 * next mention. `gazetteer` may be NULL: then the lexicon alone says what is a
 * given name. Fails with ENT_ERR_MEMORY only. */
ent_status ent_i_couples_list(ent_article *article, const ent_i_text *text,
                              const ent_i_gazetteer *gazetteer,
                              ent_error *error);

#endif
