/* The articles read, and the actors that they are about. */
#ifndef ENTENTE_CORPUS_CORPUS_H
#define ENTENTE_CORPUS_CORPUS_H

#include "core/article.h"
#include "entente/pipeline.h"

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
