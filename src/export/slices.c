/* What exporters see of a network's slices. */
#include <math.h>
#include <string.h>

#include "common/decimal.h"
#include "export/export.h"

/* A figure of an item in a slice, by the name of its attribute. */
typedef struct figure {
    const char *name;
    double value;
} figure;

/* Counts, which are whole. ENT_NONE is no value. */
static int give_count(const figure *figures, size_t n, const char *name,
                      ent_value *out)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(figures[i].name, name) == 0) {
            out->integer = (int64_t)figures[i].value;
            return figures[i].value != ENT_NONE;
        }
    return 0;
}

static int give_real(double value, ent_value *out)
{
    if (!isfinite(value))
        return 0;
    out->real = ent_i_round_real(value, 15);
    return 1;
}

static int graph_value(const ent_network *network, size_t slice,
                       const char *name, ent_value *out)
{
    const ent_slice *in = ent_network_slice(network, slice);
    const figure counts[] = {{"articles", in->articles},
                             {"nodes", in->nodes},
                             {"ties", in->ties},
                             {"communities", in->communities},
                             {"samples", in->samples}};
    if (strcmp(name, "modularity") == 0)
        return give_real(in->modularity, out);
    return give_count(counts, sizeof counts / sizeof *counts, name, out);
}

static int node_value(const ent_network *network, size_t slice, size_t node,
                      const char *name, ent_value *out)
{
    const ent_slice_node *in = ent_network_slice_node(network, slice, node);
    size_t measure = ent_measure_find(name);
    if (!in)
        return 0;
    if (measure < ent_measure_count()) {
        double value = ent_network_slice_measure(network, slice, node, measure);
        if (!ent_measure_at(measure)->whole || isnan(value))
            return give_real(value, out);
        out->integer = (int64_t)value;
        return 1;
    }
    const figure counts[] = {{"mentions", in->mentions},
                             {"articles", in->articles},
                             {"community", in->community}};
    return give_count(counts, sizeof counts / sizeof *counts, name, out);
}

static int tie_value(const ent_network *network, size_t slice, size_t tie,
                     const char *name, ent_value *out)
{
    const ent_slice_tie *in = ent_network_slice_tie(network, slice, tie);
    if (!in)
        return 0;
    const figure counts[] = {{"count", in->count},
                             {"articles", in->articles},
                             {"events", in->events}};
    if (strcmp(name, "weight") == 0)
        return give_real(in->weight, out);
    return give_count(counts, sizeof counts / sizeof *counts, name, out);
}

int ent_i_slice_value(const ent_network *network, size_t slice, ent_scope scope,
                      size_t item, const char *attribute, ent_value *out)
{
    switch (scope) {
    case ENT_GRAPH:
        return graph_value(network, slice, attribute, out);
    case ENT_NODE:
        return node_value(network, slice, item, attribute, out);
    case ENT_TIE:
        return tie_value(network, slice, item, attribute, out);
    }
    return 0;
}
