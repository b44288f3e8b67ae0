/* The only way to igraph. By default igraph aborts on errors, prints warnings
 * and is not thread-safe. So every use goes between enter and leave, which hold
 * one lock and restore the host's handlers. */
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

/* Takes the lock (not recursive) and installs handlers that only remember. */
void ent_i_igraph_enter(ent_i_igraph_use *use);
/* Restores the host's handlers and releases the lock. */
void ent_i_igraph_leave(ent_i_igraph_use *use);
/* To be called between enter and leave. Returns ENT_OK for IGRAPH_SUCCESS;
 * otherwise fills error with igraph's message and returns ENT_ERR_MEMORY or
 * ENT_ERR_LIBRARY. */
ent_status ent_i_igraph_check(igraph_error_t code, const char *stage,
                              ent_error *error);

/* A network as an igraph graph. Node and tie indices are those of the links. */
typedef struct ent_i_graph {
    igraph_t graph;
    igraph_vector_t weights; /* by tie */
} ent_i_graph;

/* Enters igraph itself. */
ent_status ent_i_graph_new(ent_i_graph **out, uint32_t nodes,
                           const ent_i_link *links, size_t n, ent_error *error);
/* Enters igraph itself; accepts NULL. */
void ent_i_graph_free(ent_i_graph *graph);

#endif
