/* Which actors and pairs go into the network. */
#ifndef ENTENTE_GRAPH_FILTERS_H
#define ENTENTE_GRAPH_FILTERS_H

#include "entente/pipeline.h"
#include "relate/relate.h"

/* What is kept. */
typedef struct ent_i_selection {
    const ent_i_ties *ties;
    bool *actors;       /* by actor of the corpus */
    bool *pairs;        /* by pair; true only when both actors are kept */
    uint32_t ego;       /* an actor that stays whatever the filters, ENT_NONE */
    ent_remark remark;  /* on whom the ego's name was taken for */
    uint32_t named;     /* actors before the filters */
    uint32_t valueless; /* pairs whose weight is 0 or less */
} ent_i_selection;

/* Selects from all pairs. The filters come in this order, each on what the one
 * before has left:
 *   1 actors that the counted articles name; pairs of positive weight
 *   2 min_mentions   actors
 *   3 min_articles   ties
 *   4 min_weight     ties
 *   5 backbone       ties that stand out at one of their ends
 *   6 ego, hops      what is near one actor
 *   7 largest_component
 *   8 top            the N actors of highest strength
 *   9 isolates       actors without ties, by ent_isolates
 * The ego itself is never filtered away. The selection is freed by the caller,
 * after a failure too. */
ent_status ent_i_select(ent_i_selection *selection, const ent_i_ties *ties,
                        const ent_corpus *corpus,
                        const ent_network_options *options, ent_error *error);
void ent_i_selection_free(ent_i_selection *selection);

#endif
