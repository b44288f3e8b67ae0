/* What was decided for an actor, name by name. */
#ifndef ENTENTE_CORPUS_DECISIONS_H
#define ENTENTE_CORPUS_DECISIONS_H

#include "corpus/across.h"

/* Records of one actor under one name, decided for one reason. */
typedef struct ent_i_decision {
    uint32_t actor;
    uint32_t node;
    const char *label; /* of the node */
    uint32_t articles;
    uint32_t example;  /* an article */
    double confidence; /* mean */
    uint8_t reason;    /* an ent_reason */
} ent_i_decision;

typedef ENT_I_VEC(ent_i_decision) ent_i_decision_list;

/* All decisions, by actor, then the most frequent first. */
bool ent_i_decisions(ent_i_decision_list *list, const ent_corpus *corpus);

#endif
