/* The network behind its getters. */
#ifndef ENTENTE_GRAPH_GRAPH_H
#define ENTENTE_GRAPH_GRAPH_H

#include "core/memory.h"
#include "core/vec.h"
#include "entente/network.h"
#include "graph/adjacency.h"
#include "relate/relate.h"

/* A tie, what its other weights need, and where its evidence stands in
 * ent_i_ties.sightings. */
typedef struct ent_i_tie {
    ent_tie tie;
    uint32_t encounters[ENT_KIND_COUNT]; /* of the chosen standings */
    double nearness;
    size_t first_sighting;
} ent_i_tie;

/* What a network was made with, in pairs. Start from {0}. */
typedef struct ent_i_settings {
    ENT_I_VEC(ent_setting) list;
    ent_i_arena arena; /* of the values; names are constants */
} ent_i_settings;

void ent_i_settings_free(ent_i_settings *settings);

/* The network before the filters that choose what is shown: what measures
 * describe. Nodes are in the order of all output, links by their ends. */
typedef struct ent_i_whole {
    uint32_t nodes;
    ENT_I_VEC(ent_i_link) links;
    uint32_t *place; /* by node shown: its number here */
} ent_i_whole;

struct ent_network {
    const ent_corpus *corpus;
    ENT_I_VEC(ent_node) nodes;
    uint32_t *node_of; /* by actor: the index of its node, or ENT_NONE */
    ENT_I_VEC(ent_i_tie) ties;
    ent_i_ties related; /* its pairs are given up once the ties are made */
    ent_network_summary summary;
    ent_remark ego_remark;
    ent_i_settings settings;
    size_t built_settings; /* how many of them, before what analyse adds */
    ent_i_whole whole;
    double *values; /* by measure, then node; NULL before analyse */
    double *errors; /* the same, NaN where there is none; NULL: none at all */
};

/* Adds the options and what was left out. Returns false when memory is out. */
bool ent_i_describe(ent_i_settings *out, const ent_network_options *options,
                    const ent_i_ties *ties, uint32_t valueless);
/* Add a setting; real numbers have a decimal point whatever the locale. */
bool ent_i_describe_text(ent_i_settings *out, const char *name,
                         const char *value);
bool ent_i_describe_real(ent_i_settings *out, const char *name, double value);
bool ent_i_describe_number(ent_i_settings *out, const char *name,
                           uint64_t value);

#endif
