/* The only door to igraph. igraph aborts on errors by default, prints warnings
 * and isn't thread-safe: every use stands between enter and leave, which hold
 * one lock and put the host's handlers back. */
#ifndef ENTENTE_GRAPH_IGRAPH_ADAPTER_H
#define ENTENTE_GRAPH_IGRAPH_ADAPTER_H

#include <igraph.h>

#include "entente/network.h"
#include "graph/adjacency.h"

/* What the host had installed. */
typedef struct ent_i_igraph_use {
    igraph_error_handler_t *on_error;
    igraph_warning_handler_t *on_warning;
    igraph_attribute_table_t *attributes;
} ent_i_igraph_use;

/* Takes the lock (not recursive), installs handlers that only remember. */
void ent_i_igraph_enter(ent_i_igraph_use *use);
/* Restores the host's handlers and gives the lock back. */
void ent_i_igraph_leave(ent_i_igraph_use *use);
/* Between enter and leave: ENT_OK for IGRAPH_SUCCESS, else fills error with
 * igraph's message and returns ENT_ERR_MEMORY or ENT_ERR_LIBRARY. */
ent_status ent_i_igraph_check(igraph_error_t code, const char *stage,
                              ent_error *error);

/* A network as an igraph graph. Node and tie indices are those of the links. */
typedef struct ent_i_graph {
    igraph_t graph;
    igraph_vector_t weights; /* by tie */
} ent_i_graph;

/* Enters igraph by itself. */
ent_status ent_i_graph_new(ent_i_graph **out, uint32_t nodes,
                           const ent_i_link *links, size_t n, ent_error *error);
/* Enters igraph by itself; NULL is allowed. */
void ent_i_graph_free(ent_i_graph *graph);

#endif
