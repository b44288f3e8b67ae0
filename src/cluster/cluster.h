/* Who is who within one article. */
#ifndef ENTENTE_CLUSTER_CLUSTER_H
#define ENTENTE_CLUSTER_CLUSTER_H

#include "text/text.h"

/* Fills article->clusters and sets the cluster of each mention. Looks at this
 * article alone, so several articles can be processed at once. Mentions outside
 * the story (bylines, credits, furniture) get their own clusters, never a
 * story's, and never get an actor. */
ent_status ent_i_cluster_article(ent_article *article, const ent_i_text *text,
                                 ent_error *error);

#endif
