/* The only door to igraph. igraph aborts on errors by default, prints warnings
 * and isn't thread-safe: every use stands between enter and leave, which hold
 * one lock and put the host's handlers back. */
#ifndef ENTENTE_GRAPH_IGRAPH_ADAPTER_H
#define ENTENTE_GRAPH_IGRAPH_ADAPTER_H

#include <igraph.h>

#include "entente/network.h"

/* What the host had installed. */
typedef struct ent_i_igraph_use {
    igraph_error_handler_t *on_error;
    igraph_warning_handler_t *on_warning;
    igraph_attribute_table_t *attributes;
} ent_i_igraph_use;

/* A tie and where its evidence stands in ent_i_ties.sightings. */
typedef struct ent_i_tie {
    ent_tie tie;
    size_t first_sighting;
} ent_i_tie;

/* Takes the lock (not recursive), installs handlers that only remember. */
void ent_i_igraph_enter(ent_i_igraph_use *use);
/* Restores the host's handlers and gives the lock back. */
void ent_i_igraph_leave(ent_i_igraph_use *use);
/* Between enter and leave: ENT_OK for IGRAPH_SUCCESS, else fills error with
 * igraph's message and returns ENT_ERR_MEMORY or ENT_ERR_LIBRARY. */
ent_status ent_i_igraph_check(igraph_error_t code, const char *stage,
                              ent_error *error);

/* The network as an igraph graph: node attributes id, label, type; tie
 * attributes weight, count, articles. Node and tie indices are the network's.
 */
typedef struct ent_i_graph {
    igraph_t graph;
    igraph_vector_t weights; /* by tie */
} ent_i_graph;

/* Makes the graph of these nodes and ties; enters igraph by itself. */
ent_status ent_i_graph_new(ent_i_graph **out, const ent_node *nodes,
                           size_t node_count, const ent_i_tie *ties,
                           size_t tie_count, ent_error *error);
/* Enters igraph by itself; NULL is allowed. */
void ent_i_graph_free(ent_i_graph *graph);

#endif
