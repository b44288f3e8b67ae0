/* Which part of a large network is shown: the strongest nodes and the heaviest
 * ties among them. For modules alone: uses plain malloc. */
#ifndef ENTENTE_EXPORTERS_CHOOSE_H
#define ENTENTE_EXPORTERS_CHOOSE_H

#include "entente/exporter.h"

/* Nodes and ties by their indices in the view. */
typedef struct ent_i_choice {
    size_t *nodes; /* by strength, then in the network's order */
    size_t *ties;  /* by weight, heaviest first, then in the network's order */
    size_t *place; /* a node's index among `nodes`; SIZE_MAX if left out */
    size_t node_count, tie_count;
} ent_i_choice;

/* Chooses at most so many; SIZE_MAX: all. Every node keeps its heaviest tie,
 * which may make more ties than `most_ties`; where nodes are left out, so are
 * those tied only to them. Returns 0, or -1 when memory is out, which is told
 * to the host. Free the choice in either case. */
int ent_i_choose(ent_i_choice *out, const ent_host *host, const ent_view *view,
                 size_t most_nodes, size_t most_ties);
void ent_i_choice_free(ent_i_choice *choice);

#endif
