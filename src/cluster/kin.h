/* Given names that a word of kinship introduces. */
#ifndef ENTENTE_CLUSTER_KIN_H
#define ENTENTE_CLUSTER_KIN_H

#include "core/article.h"

/* Finds them in the article. False when memory runs out. */
bool ent_i_find_kin(ent_article *article);

/* Whether the mention is one. */
bool ent_i_is_kin(const ent_article *article, uint32_t mention);

/* The nearest mention of a person before it, whose kin it most likely is;
 * ENT_NONE if there is none, or the mention is no relative's. */
uint32_t ent_i_kin_owner(const ent_article *article, uint32_t mention);

#endif
