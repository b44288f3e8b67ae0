/* Mentions to actors: within the article, then across articles. */
#ifndef ENTENTE_RESOLVE_RESOLVE_H
#define ENTENTE_RESOLVE_RESOLVE_H

#include "entente/pipeline.h"
#include "text/text.h"

/* Fills article->clusters and each mention's cluster. Looks at this article
 * alone; may run for several articles at a time. Mentions outside the story
 * (bylines, credits, furniture) get clusters of their own, never a story's;
 * they never get an actor. */
ent_status ent_i_resolve_article(ent_article *article, const ent_i_text *text,
                                 ent_error *error);

/* What was decided and why, kept for explaining (across.h). */
struct ent_i_resolution;

struct ent_corpus {
    ENT_I_VEC(ent_article *) articles;
    ENT_I_VEC(ent_actor) actors;
    ENT_I_VEC(uint32_t) copy_of; /* by article; ENT_NONE: not a copy */
    ENT_I_VEC(uint32_t) copies;  /* by article: how many copies it has */
    ent_i_arena arena;           /* strings of the actors */
    struct ent_i_resolution *resolution; /* NULL before resolve */
    bool count_copies;
};

#endif
