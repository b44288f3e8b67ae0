/* Measures along shortest paths. */
#ifndef ENTENTE_ANALYSE_PATHS_H
#define ENTENTE_ANALYSE_PATHS_H

#include "graph/adjacency.h"

/* From how many sources to search. */
typedef struct ent_i_path_options {
    uint64_t seed;
    uint32_t samples; /* in each component; 0: all where that is affordable,
                         else as many as are */
    bool exact;       /* all, whatever it takes */
} ent_i_path_options;

/* By node, the path measures and the standard errors of those estimated.
 *   betweenness  part of the pairs of other nodes whose shortest paths run
 *                through the node, shared among equally short ones
 *   closeness    mean over the other nodes of 1 / distance, 0 if unreachable
 * Both lie in 0..1, estimates may lie beyond. */
typedef struct ent_i_paths {
    double *betweenness;
    double *closeness;
    double *betweenness_error; /* NULL, as the next, when all is exact */
    double *closeness_error;
    uint32_t samples; /* sources in each component of more nodes; 0: exact */
} ent_i_paths;

/* Betweenness (U. Brandes, A faster algorithm for betweenness centrality, 2001)
 * and harmonic closeness (Marchiori and Latora 2000) from one search a source.
 *
 * From fewer sources than nodes, drawn without putting back, both are estimated
 * without bias: a sum over all sources is their mean over those drawn, times
 * how many there are (U. Brandes and C. Pich, Centrality estimation in large
 * networks, 2007). A node is no source of its own betweenness, and distances
 * are the same both ways. What is near adds most to closeness and is drawn
 * seldom, so it is counted out and only what is far is estimated (E. Cohen, D.
 * Delling, T. Pajor and R. Werneck, Computing classic closeness centrality, at
 * scale, 2014). Components are drawn from each on their own; small ones are
 * exact.
 *
 * Whether all sources are affordable is told by the graph and not by a clock,
 * and sums are made in one order: the same on any machine with any number of
 * processors. component[node] numbers the components.
 * Returns false when memory is out; free the paths in any case. */
bool ent_i_measure_paths(ent_i_paths *out, const ent_i_adjacency *adjacency,
                         const uint32_t *component, uint32_t components,
                         const ent_i_path_options *options);
void ent_i_paths_free(ent_i_paths *paths);

#endif
