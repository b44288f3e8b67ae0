/* The measures of nodes. To add one, write a file that defines ent_i_row_NAME
 * and add its row here; reports, files and the command line follow. */
#ifndef ENTENTE_ANALYSE_MEASURES_H
#define ENTENTE_ANALYSE_MEASURES_H

#include "analyse/paths.h"
#include "entente/network.h"
#include "graph/igraph_adapter.h"

/* In the order of all output. */
#define ENT_I_MEASURES(ROW)                                                    \
    ROW(degree)                                                                \
    ROW(strength)                                                              \
    ROW(betweenness)                                                           \
    ROW(closeness)                                                             \
    ROW(eigenvector)                                                           \
    ROW(pagerank)

/* What is measured, in the forms that measures need. */
typedef struct ent_i_subject {
    uint32_t nodes;
    const ent_i_link *links;
    size_t link_count;
    const ent_i_adjacency *adjacency;
    const ent_i_paths *paths;
} ent_i_subject;

/* Exactly one of take and ask is set. */
typedef struct ent_i_measure {
    ent_measure shown;
    /* Fills values by node; they are 0 before. */
    void (*take)(const ent_i_subject *of, double *values);
    /* The same through igraph: called between enter and leave, with a freshly
     * seeded generator. values is initialised but empty. */
    igraph_error_t (*ask)(const ent_i_graph *graph, igraph_vector_t *values);
    /* The standard errors by node, or NULL if the values are exact; the pointer
     * is NULL for measures that are never estimated. */
    const double *(*errors)(const ent_i_paths *paths);
} ent_i_measure;

#define ENT_I_DECLARE_MEASURE(name) extern const ent_i_measure ent_i_row_##name;
ENT_I_MEASURES(ENT_I_DECLARE_MEASURE)

/* Row i of the table, below ent_measure_count(). */
const ent_i_measure *ent_i_measure_at(size_t i);

#endif
