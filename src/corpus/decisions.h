/* What was decided for an actor, name by name. */
#ifndef ENTENTE_CORPUS_DECISIONS_H
#define ENTENTE_CORPUS_DECISIONS_H

#include "corpus/across.h"

/* An actor's records with the same name that were decided for the same
 * reason. */
typedef struct ent_i_decision {
    uint32_t actor;
    uint32_t node;
    const char *label; /* of the node */
    uint32_t articles;
    uint32_t example;  /* an article, for example */
    double confidence; /* mean */
    uint8_t reason;    /* an ent_reason */
} ent_i_decision;

typedef ENT_I_VEC(ent_i_decision) ent_i_decision_list;

/* All decisions, by actor, then the most frequent first. False when memory runs
 * out. */
bool ent_i_decisions(ent_i_decision_list *list, const ent_corpus *corpus);

/* The reason in words. */
const char *ent_i_reason_text(ent_reason reason);

#endif
