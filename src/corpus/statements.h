/* The encounters of all articles, each a statement of who met whom. */
#ifndef ENTENTE_CORPUS_STATEMENTS_H
#define ENTENTE_CORPUS_STATEMENTS_H

#include "corpus/corpus.h"

/* An encounter of the corpus between two actors or more. */
typedef struct ent_i_statement {
    uint32_t article;
    uint32_t encounter; /* index in the article */
    uint32_t event;     /* numbers are in no special order */
    uint32_t actor_count;
    size_t first_actor; /* in ent_i_statements.actors; sorted, each once */
} ent_i_statement;

/* The days within which an event lies; ENT_NO_DATE when no statement tells. */
typedef struct ent_i_days {
    ent_date first;
    ent_date last;
} ent_i_days;

/* All statements by article, then encounter. Start from {0}. */
typedef struct ent_i_statements {
    ENT_I_VEC(ent_i_statement) items;
    ENT_I_VEC(uint32_t) actors;
    ENT_I_VEC(size_t) first;    /* by article, and one more: in items */
    ENT_I_VEC(ent_i_days) days; /* by event */
} ent_i_statements;

#endif
