/* The tables of measures, and what the library says about them. */
#include "analyse/measures.h"

#include <math.h>
#include <string.h>

#include "graph/graph.h"

#define ROW(name) &ent_i_row_##name,
static const ent_i_measure *const rows[] = {ENT_I_MEASURES(ROW)};
static const ent_i_measure *const tie_rows[] = {ENT_I_TIE_MEASURES(ROW)};
static const ent_i_measure *const graph_rows[] = {ENT_I_GRAPH_MEASURES(ROW)};

enum {
    COUNT = sizeof rows / sizeof *rows,
    TIE_COUNT = sizeof tie_rows / sizeof *tie_rows,
    GRAPH_COUNT = sizeof graph_rows / sizeof *graph_rows
};

const ent_i_measure *ent_i_measure_at(size_t i) { return rows[i]; }
const ent_i_measure *ent_i_tie_measure_at(size_t i) { return tie_rows[i]; }
const ent_i_measure *ent_i_graph_measure_at(size_t i) { return graph_rows[i]; }

size_t ent_measure_count(void) { return COUNT; }
size_t ent_tie_measure_count(void) { return TIE_COUNT; }
size_t ent_graph_measure_count(void) { return GRAPH_COUNT; }

const ent_measure *ent_measure_at(size_t i)
{
    return i < COUNT ? &rows[i]->shown : NULL;
}

const ent_measure *ent_tie_measure_at(size_t i)
{
    return i < TIE_COUNT ? &tie_rows[i]->shown : NULL;
}

const ent_measure *ent_graph_measure_at(size_t i)
{
    return i < GRAPH_COUNT ? &graph_rows[i]->shown : NULL;
}

static size_t find(const ent_i_measure *const *table, size_t count,
                   const char *name)
{
    size_t i = 0;
    while (i < count && strcmp(table[i]->shown.name, name) != 0)
        i++;
    return i;
}

size_t ent_measure_find(const char *name) { return find(rows, COUNT, name); }

size_t ent_tie_measure_find(const char *name)
{
    return find(tie_rows, TIE_COUNT, name);
}

size_t ent_graph_measure_find(const char *name)
{
    return find(graph_rows, GRAPH_COUNT, name);
}

/* ---- values ---- */

/* `values` has `count` rows of `n` numbers, one row per measure. */
static double value_of(const double *values, size_t count, size_t n,
                       size_t item, size_t measure)
{
    if (!values || item >= n || measure >= count)
        return NAN;
    return values[measure * n + item];
}

double ent_network_measure(const ent_network *network, size_t node,
                           size_t measure)
{
    return value_of(network->measured.nodes, COUNT, network->nodes.n, node,
                    measure);
}

double ent_network_measure_error(const ent_network *network, size_t node,
                                 size_t measure)
{
    return value_of(network->measured.node_errors, COUNT, network->nodes.n,
                    node, measure);
}

double ent_network_tie_measure(const ent_network *network, size_t tie,
                               size_t measure)
{
    return value_of(network->measured.ties, TIE_COUNT, network->ties.n, tie,
                    measure);
}

double ent_network_tie_measure_error(const ent_network *network, size_t tie,
                                     size_t measure)
{
    return value_of(network->measured.tie_errors, TIE_COUNT, network->ties.n,
                    tie, measure);
}

double ent_network_graph_measure(const ent_network *network, size_t measure)
{
    return value_of(network->measured.graph, GRAPH_COUNT, 1, 0, measure);
}

double ent_network_stability(const ent_network *network, size_t community)
{
    return value_of(network->measured.stability, 1,
                    network->summary.communities, community, 0);
}

bool ent_network_degree(const ent_network *network, size_t i, uint32_t *degree,
                        uint32_t *nodes)
{
    if (i >= network->measured.degrees.n)
        return false;
    *degree = network->measured.degrees.items[i].degree;
    *nodes = network->measured.degrees.items[i].nodes;
    return true;
}
