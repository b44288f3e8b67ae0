/* Short names that a cluster took in though they are another's over the
 * corpus: "Moeller" where an article names Matthew Miller alone, or "Ober"
 * where a headline ran "Jay Roe Ober" together. */
#ifndef ENTENTE_CORPUS_FOREIGN_H
#define ENTENTE_CORPUS_FOREIGN_H

#include "corpus/across.h"
#include "corpus/bearers.h"

typedef enum ent_i_foreign_kind {
    ENT_I_OWN_NAME,
    ENT_I_ANOTHERS,    /* the surname of somebody better known */
    ENT_I_ODD_NICKNAME /* one that nobody else calls the person by */
} ent_i_foreign_kind;

typedef struct ent_i_foreign {
    ent_i_keymap pairs; /* full node, short node -> an ent_i_foreign_kind */
    bool *has;          /* by full node: whether it is in a pair */
} ent_i_foreign;

/* Finds them among the habits; after merging. False when memory runs out. */
bool ent_i_foreign_learn(ent_i_foreign *f, const ent_i_resolution *r,
                         const ent_i_bearers *bearers);
void ent_i_foreign_free(ent_i_foreign *f);

/* What `brief` is to a cluster called `full`. */
ent_i_foreign_kind ent_i_foreign_to(const ent_i_foreign *f, uint32_t full,
                                    uint32_t brief);

#endif
