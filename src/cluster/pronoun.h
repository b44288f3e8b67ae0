/* What the pronouns of a sentence say about the persons named in it. */
#ifndef ENTENTE_CLUSTER_PRONOUN_H
#define ENTENTE_CLUSTER_PRONOUN_H

#include "core/article.h"

/* The ent_i_gender of the first "he" or "she" soon after the mention, before
 * the clause ends or names another person; 0 when there is none. A hint: the
 * pronoun may mean somebody named earlier. */
unsigned ent_i_pronoun_gender(const ent_article *article, uint32_t mention);

#endif
