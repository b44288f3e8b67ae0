/* The network that the getters read. */
#ifndef ENTENTE_GRAPH_GRAPH_H
#define ENTENTE_GRAPH_GRAPH_H

#include "core/memory.h"
#include "core/vec.h"
#include "entente/layout.h"
#include "graph/adjacency.h"
#include "graph/sliced.h"
#include "relate/relate.h"

/* A tie, what its other weights need, and where its evidence is in
 * ent_i_ties.sightings. */
typedef struct ent_i_tie {
    ent_tie tie;
    uint32_t encounters[ENT_KIND_COUNT]; /* of the chosen standings */
    double nearness;
    double portion;
    size_t first_sighting;
} ent_i_tie;

/* How a network was made, as pairs of name and value. Start from {0}. */
typedef struct ent_i_settings {
    ENT_I_VEC(ent_setting) list;
    ent_i_arena arena; /* for the values; names are constants */
} ent_i_settings;

void ent_i_settings_free(ent_i_settings *settings);

/* The network before the filters that choose what is shown; measures describe
 * this one. Nodes are in the order of all output, links are ordered by their
 * ends. */
typedef struct ent_i_whole {
    uint32_t nodes;
    ENT_I_VEC(ent_i_link) links;
    uint32_t *actors; /* by node */
    uint32_t *place;  /* by shown node: its number here */
} ent_i_whole;

/* How many nodes have a degree. */
typedef struct ent_i_degree {
    uint32_t degree;
    uint32_t nodes;
} ent_i_degree;

/* What analyse found, a row of numbers per measure: by node shown, by tie
 * shown, or one. Start from {0}. */
typedef struct ent_i_measured {
    double *nodes;
    double *node_errors; /* the same, NaN if exact; NULL: none at all */
    double *ties;
    double *tie_errors;
    double *graph;
    uint32_t *communities;           /* by node measured */
    double *stability;               /* by community */
    ENT_I_VEC(ent_i_degree) degrees; /* of what is measured, ascending */
} ent_i_measured;

void ent_i_measured_free(ent_i_measured *measured);

struct ent_network {
    const ent_corpus *corpus;
    ENT_I_VEC(ent_node) nodes;
    uint32_t *node_of; /* by actor: the index of its node, or ENT_NONE */
    ENT_I_VEC(ent_i_tie) ties;
    ent_i_ties related; /* its pairs are freed once the ties are made */
    ent_network_summary summary;
    uint32_t ego; /* its node, or ENT_NONE */
    ent_remark ego_remark;
    ent_i_settings settings;
    size_t built_settings; /* how many there are before analyse adds its own */
    ent_i_whole whole;
    ent_i_measured measured;
    double strongest;  /* the largest strength shown; 0 before analyse */
    ent_place *places; /* by node; NULL before it is laid out */
    ent_analyse_options analysed; /* as it was last */
    size_t analysed_settings;     /* how many there are before cutting */
    ent_i_slices slices;
    bool borrows;      /* what is related and settings: an excerpt */
};

/* Adds the options and what was left out. False when memory runs out. */
bool ent_i_describe(ent_i_settings *out, const ent_network_options *options,
                    const ent_corpus *corpus, const ent_i_ties *ties,
                    uint32_t valueless);
/* Adds a setting; real numbers have a decimal point in any locale. */
bool ent_i_describe_text(ent_i_settings *out, const char *name,
                         const char *value);
bool ent_i_describe_real(ent_i_settings *out, const char *name, double value);
bool ent_i_describe_number(ent_i_settings *out, const char *name,
                           uint64_t value);

#endif
