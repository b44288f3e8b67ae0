/* Nodes and ties in the order in which reports show them. */
#ifndef ENTENTE_REPORT_RANK_H
#define ENTENTE_REPORT_RANK_H

#include <stdbool.h>

#include "entente/network.h"

typedef struct ent_i_ranked_tie {
    const ent_tie *tie;
    size_t index; /* in the network */
} ent_i_ranked_tie;

typedef struct ent_i_ranked_node {
    const ent_node *node;
    size_t index; /* in the network */
    double value; /* that it is ranked by, negative if low ones come first */
    double betweenness;
} ent_i_ranked_node;

typedef struct ent_i_ranking {
    const ent_network *network;
    ent_i_ranked_node *nodes; /* by a measure, largest first (lowest where the
                                 table says so) */
    ent_i_ranked_tie *ties;   /* by weight, largest first */
    size_t node_count;
    size_t tie_count;
} ent_i_ranking;

/* Ranks the network, its nodes by the measure numbered `by`. The network must
 * outlive the ranking. False when memory is out. */
bool ent_i_rank(ent_i_ranking *of, const ent_network *network, size_t by);
void ent_i_ranking_free(ent_i_ranking *of);

#endif
