/* Who is who within one article. */
#ifndef ENTENTE_CLUSTER_CLUSTER_H
#define ENTENTE_CLUSTER_CLUSTER_H

#include "text/text.h"

/* Fills article->clusters and each mention's cluster. Looks at this article
 * alone; may run for several articles at a time. Mentions outside the story
 * (bylines, credits, furniture) get clusters of their own, never a story's;
 * they never get an actor. */
ent_status ent_i_cluster_article(ent_article *article, const ent_i_text *text,
                                 ent_error *error);

#endif
