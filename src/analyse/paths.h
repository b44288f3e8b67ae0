/* Measures along shortest paths. */
#ifndef ENTENTE_ANALYSE_PATHS_H
#define ENTENTE_ANALYSE_PATHS_H

#include "graph/adjacency.h"

/* How many sources to search from. */
typedef struct ent_i_path_options {
    uint64_t seed;
    uint32_t samples; /* per component; 0: all if affordable, otherwise as many
                       * as are */
    bool exact;       /* all, at any cost */
    double budget;    /* nanoseconds of one core that these measures are worth,
                       * where affordable sources are sought; 0: half a minute
                       * for exact ones, eight seconds for estimates */
} ent_i_path_options;

/* The path measures, and the standard errors of estimated ones.
 *   betweenness  by node: the share of pairs of other nodes whose shortest
 *                paths run through the node, divided among equally short ones
 *   closeness    by node: mean over the other nodes of 1 / distance, 0 if
 *                unreachable
 *   along        by tie: the share of all pairs whose shortest paths run along
 *                the tie, divided likewise
 * All are in 0..1, but estimates may fall outside. */
typedef struct ent_i_paths {
    double *betweenness;
    double *closeness;
    double *along;
    double *betweenness_error; /* NULL, like the next two, if all is exact */
    double *closeness_error;
    double *along_error;
    uint32_t samples; /* sources in each larger component; 0: exact */
} ent_i_paths;

/* Betweenness of nodes and ties (U. Brandes, A faster algorithm for betweenness
 * centrality, 2001; On variants of shortest-path betweenness centrality and
 * their generic computation, 2008) and harmonic closeness (Marchiori and Latora
 * 2000) from one search per source.
 *
 * When fewer sources than nodes are drawn, without replacement, both are
 * estimated without bias: a sum over all sources is the mean over those drawn
 * times their number (U. Brandes and C. Pich, Centrality estimation in large
 * networks, 2007). A node is not a source for its own betweenness, and
 * distances are the same in both directions. Near nodes add most to closeness
 * but are seldom drawn, so they are counted in full and only the far ones are
 * estimated (E. Cohen, D. Delling, T. Pajor and R. Werneck, Computing classic
 * closeness centrality, at scale, 2014). Sources are drawn from each component
 * separately; small components are exact.
 *
 * Whether all sources are affordable depends on the graph and not on a clock,
 * and sums are made in a fixed order, so the results are the same on any
 * machine with any number of processors. component[node] numbers the
 * components. Returns false when memory runs out; free the paths in any
 * case. */
bool ent_i_measure_paths(ent_i_paths *out, const ent_i_adjacency *adjacency,
                         const uint32_t *component, uint32_t components,
                         const ent_i_path_options *options);
void ent_i_paths_free(ent_i_paths *paths);

#endif
