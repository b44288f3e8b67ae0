/* Names written surname first: "Roe, Ann M.", in lists and in running text. */
#ifndef ENTENTE_RECOGNISE_REVERSED_H
#define ENTENTE_RECOGNISE_REVERSED_H

#include "recognise/gazetteer.h"
#include "text/text.h"

/* Makes one person of surname and given name where several such stand in a
 * list, or one is sure by its form. The gazetteer says which words are given
 * names. Mentions must be sorted, with their sentences; they stay so. Fails
 * with ENT_ERR_MEMORY only. */
ent_status ent_i_reversed_apply(ent_article *article, const ent_i_text *text,
                                const ent_i_gazetteer *gazetteer,
                                ent_error *error);

#endif
