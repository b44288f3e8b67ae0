/* Everything that is measured of one graph, whether it is a whole network, what
 * is shown of it, or a slice of time. */
#ifndef ENTENTE_ANALYSE_FINDINGS_H
#define ENTENTE_ANALYSE_FINDINGS_H

#include "analyse/measures.h"

/* All results for one subject, by its nodes and links. Set nodes, links and
 * link_count of `of`; the rest starts as 0. */
typedef struct ent_i_findings {
    ent_i_subject of;
    ent_i_adjacency adjacency;
    uint32_t *component;
    ent_i_paths paths;
    ent_i_hops hops;
    ent_i_cuts cuts;
    ent_i_triangles triangles;
    ent_i_communities communities;
    ent_i_roles roles;
    ent_i_graph *graph;
    double *nodes; /* one row per measure, as the next two */
    double *ties;
    double *whole;
} ent_i_findings;

/* Computes every measure, the components and the communities (both numbered by
 * size, 0 the largest). Free the findings in any case. */
ent_status ent_i_find(ent_i_findings *f, const ent_i_path_options *how,
                      double resolution, ent_error *error);
void ent_i_findings_free(ent_i_findings *f);

/* A measure's values by node. */
static inline double *ent_i_finding(const ent_i_findings *f, size_t measure)
{
    return f->nodes + measure * f->of.nodes;
}

/* The network's ties, as they are shown, as links; NULL when memory runs
 * out. */
ent_i_link *ent_i_links_shown(const ent_network *network);

#endif
