/* The table of measures, and what the library says about them. */
#include "analyse/measures.h"

#include <math.h>
#include <string.h>

#include "graph/graph.h"

#define ROW(name) &ent_i_row_##name,
static const ent_i_measure *const rows[] = {ENT_I_MEASURES(ROW)};

enum { COUNT = sizeof rows / sizeof *rows };

const ent_i_measure *ent_i_measure_at(size_t i) { return rows[i]; }

size_t ent_measure_count(void) { return COUNT; }

const ent_measure *ent_measure_at(size_t i)
{
    return i < COUNT ? &rows[i]->shown : NULL;
}

size_t ent_measure_find(const char *name)
{
    size_t i = 0;
    while (i < COUNT && strcmp(rows[i]->shown.name, name) != 0)
        i++;
    return i;
}

/* `rows_of` has one row of numbers per measure. */
static double value_of(const ent_network *network, const double *rows_of,
                       size_t node, size_t measure)
{
    if (!rows_of || node >= network->nodes.n || measure >= COUNT)
        return NAN;
    return rows_of[measure * network->nodes.n + node];
}

double ent_network_measure(const ent_network *network, size_t node,
                           size_t measure)
{
    return value_of(network, network->values, node, measure);
}

double ent_network_measure_error(const ent_network *network, size_t node,
                                 size_t measure)
{
    return value_of(network, network->errors, node, measure);
}
