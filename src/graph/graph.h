/* The network behind its getters. */
#ifndef ENTENTE_GRAPH_GRAPH_H
#define ENTENTE_GRAPH_GRAPH_H

#include "core/vec.h"
#include "entente/pipeline.h"
#include "graph/igraph_adapter.h"
#include "relate/relate.h"

struct ent_network {
    const ent_corpus *corpus;
    ENT_I_VEC(ent_node) nodes;
    ENT_I_VEC(ent_i_tie) ties;
    ent_i_ties related; /* its pairs are given up once the ties are made */
    ent_network_summary summary;
    ent_remark ego_remark;
    ent_i_string description;
    size_t options_size; /* of the description, before what analyse adds */
    ent_i_graph *graph;
};

/* Writes the options and what was left out as "name=value" lines. Returns false
 * when memory is out. */
bool ent_i_describe(ent_i_string *out, const ent_network_options *options,
                    const ent_i_ties *ties, uint32_t valueless);
/* Adds a line to a description; real numbers have a decimal point whatever the
 * locale. */
bool ent_i_describe_real(ent_i_string *out, const char *name, double value);
bool ent_i_describe_number(ent_i_string *out, const char *name, uint64_t value);

#endif
