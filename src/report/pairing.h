/* Who in one saved network is who in another. */
#ifndef ENTENTE_REPORT_PAIRING_H
#define ENTENTE_REPORT_PAIRING_H

#include "saved/saved.h"

typedef struct ent_i_pairing {
    uint32_t *after;  /* by node before: its node after, or ENT_NONE */
    uint32_t *before; /* by node after: its node before, or ENT_NONE */
} ent_i_pairing;

/* By id, then by names that fit one alone: see ent_report_diff. False when
 * memory runs out; free the match in any case. */
bool ent_i_pair_up(ent_i_pairing *out, const ent_saved *before,
                   const ent_saved *after);
void ent_i_pairing_free(ent_i_pairing *match);

#endif
