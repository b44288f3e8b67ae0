/* Which actors and pairs go into the network. */
#ifndef ENTENTE_GRAPH_FILTERS_H
#define ENTENTE_GRAPH_FILTERS_H

#include "entente/network.h"
#include "relate/relate.h"

/* A set of actors and pairs; a pair is included only if both its actors are. */
typedef struct ent_i_choice {
    bool *actors; /* by actor of the corpus */
    bool *pairs;  /* by pair */
} ent_i_choice;

/* What is kept. */
typedef struct ent_i_selection {
    const ent_i_ties *ties;
    ent_i_choice shown;
    ent_i_choice whole; /* the network from which it is chosen */
    uint32_t ego;       /* an actor that no filter removes, or ENT_NONE */
    ent_remark remark;  /* who the ego's name was taken to mean */
    uint32_t named;     /* actors before the filters */
    uint32_t valueless; /* pairs whose weight is 0 or less */
} ent_i_selection;

/* Selects from all pairs. The filters apply in this order, each to what the one
 * before left:
 *   1 actors that the counted articles name; pairs of positive weight
 *   2 min_mentions   actors
 *   3 min_articles   ties
 *   4 min_weight     ties
 *   5 isolates       actors without ties, by ent_isolates
 * That is the whole network. What is shown of it:
 *   6 backbone       ties that stand out at one of their ends
 *   7 ego, hops      actors near one actor, and their ties
 *   8 largest_component
 *   9 top            N actors with the highest strength in the whole network
 *  10 isolates       once more
 * No filter removes the ego. The caller frees the selection, even after a
 * failure. */
ent_status ent_i_select(ent_i_selection *selection, const ent_i_ties *ties,
                        const ent_corpus *corpus,
                        const ent_network_options *options, ent_error *error);
void ent_i_selection_free(ent_i_selection *selection);

#endif
