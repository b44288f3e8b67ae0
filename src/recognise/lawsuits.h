/* Lawsuits, which are called by the names of their parties. */
#ifndef ENTENTE_RECOGNISE_LAWSUITS_H
#define ENTENTE_RECOGNISE_LAWSUITS_H

#include "text/text.h"

/* Makes "Roe v. Dunn" one name of another thing: nobody in it acts. Between
 * rivals ("Roe vs. Dunn") a word about courts must be in the sentence. */
void ent_i_lawsuits_apply(ent_article *article, const ent_i_text *text);

#endif
