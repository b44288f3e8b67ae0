/* The measures of nodes, of ties and of the whole network. To add one, write a
 * file that defines ent_i_row_NAME and add its row here; reports, files and the
 * command line follow. */
#ifndef ENTENTE_ANALYSE_MEASURES_H
#define ENTENTE_ANALYSE_MEASURES_H

#include "analyse/communities.h"
#include "analyse/cuts.h"
#include "analyse/hops.h"
#include "analyse/paths.h"
#include "analyse/roles.h"
#include "analyse/triangles.h"
#include "entente/network.h"
#include "graph/igraph_adapter.h"

/* Each in the order of all output. */
#define ENT_I_MEASURES(ROW)                                                    \
    ROW(degree)                                                                \
    ROW(strength)                                                              \
    ROW(betweenness)                                                           \
    ROW(closeness)                                                             \
    ROW(eigenvector)                                                           \
    ROW(pagerank)                                                              \
    ROW(core)                                                                  \
    ROW(clustering)                                                            \
    ROW(constraint)                                                            \
    ROW(effective_size)                                                        \
    ROW(participation)                                                         \
    ROW(module_degree)                                                         \
    ROW(articulation)

#define ENT_I_TIE_MEASURES(ROW)                                                \
    ROW(edge_betweenness)                                                      \
    ROW(bridge)

#define ENT_I_GRAPH_MEASURES(ROW)                                              \
    ROW(density)                                                               \
    ROW(mean_degree)                                                           \
    ROW(components)                                                            \
    ROW(largest_component)                                                     \
    ROW(diameter)                                                              \
    ROW(mean_distance)                                                         \
    ROW(transitivity)                                                          \
    ROW(mean_clustering)                                                       \
    ROW(assortativity)                                                         \
    ROW(communities)                                                           \
    ROW(modularity)                                                            \
    ROW(stability)

/* What is measured, in the forms that measures need. */
typedef struct ent_i_subject {
    uint32_t nodes;
    const ent_i_link *links;
    size_t link_count;
    const ent_i_adjacency *adjacency;
    const uint32_t *component; /* by node */
    uint32_t components;
    const ent_i_communities *communities;
    const ent_i_paths *paths;
    const ent_i_hops *hops;
    const ent_i_cuts *cuts;
    const ent_i_triangles *triangles;
    const ent_i_roles *roles;
} ent_i_subject;

/* Exactly one of take and ask is set. */
typedef struct ent_i_measure {
    ent_measure shown;
    /* Fills values by node, or by tie, or the only one; they are 0 before. */
    void (*take)(const ent_i_subject *of, double *values);
    /* The same for nodes through igraph: called between enter and leave, with a
     * freshly seeded generator. values is initialised but empty. */
    igraph_error_t (*ask)(const ent_i_graph *graph, igraph_vector_t *values);
    /* The standard errors by node or tie, or NULL if the values are exact; the
     * pointer is NULL for measures that have none. */
    const double *(*errors)(const ent_i_paths *paths);
} ent_i_measure;

#define ENT_I_DECLARE_MEASURE(name) extern const ent_i_measure ent_i_row_##name;
ENT_I_MEASURES(ENT_I_DECLARE_MEASURE)
ENT_I_TIE_MEASURES(ENT_I_DECLARE_MEASURE)
ENT_I_GRAPH_MEASURES(ENT_I_DECLARE_MEASURE)

/* Row i of each table, below ent_measure_count(), ent_tie_measure_count() and
 * ent_graph_measure_count(). */
const ent_i_measure *ent_i_measure_at(size_t i);
const ent_i_measure *ent_i_tie_measure_at(size_t i);
const ent_i_measure *ent_i_graph_measure_at(size_t i);

#endif
