/* A small network out of a large one. */
#include <math.h>
#include <string.h>

#include "core/error.h"
#include "graph/graph.h"

/* A node and what decides whether it stays. */
typedef struct candidate {
    double strength;
    uint32_t node;
} candidate;

/* Nodes are in the order of all output, which decides among equals. */
static int strongest_first(const void *a, const void *b)
{
    const candidate *x = a;
    const candidate *y = b;
    if (x->strength != y->strength)
        return x->strength > y->strength ? -1 : 1;
    return (x->node > y->node) - (x->node < y->node);
}

/* kept[node] is its number among those kept, in the same order, or ENT_NONE.
 * The ego stays. False when memory runs out. */
static bool choose(uint32_t *kept, const ent_network *of, uint32_t count)
{
    size_t n = of->nodes.n;
    size_t strength = ent_measure_find("strength");
    candidate *all = ent_i_malloc(n * sizeof *all);
    if (!all)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        double value = ent_network_measure(of, i, strength);
        all[i] = (candidate){i == of->ego   ? INFINITY
                             : isnan(value) ? 0
                                            : value,
                             i};
        kept[i] = ENT_NONE;
    }
    ent_i_sort(all, n, sizeof *all, strongest_first);
    for (size_t i = 0; i < n && i < count; i++)
        kept[all[i].node] = 0;
    for (uint32_t i = 0, next = 0; i < n; i++)
        if (kept[i] != ENT_NONE)
            kept[i] = next++;
    ent_i_free(all);
    return true;
}

static bool take_nodes(ent_network *out, const ent_network *of,
                       const uint32_t *kept)
{
    for (size_t i = 0; i < of->nodes.n; i++)
        if (kept[i] != ENT_NONE &&
            !ent_i_vec_push(&out->nodes, of->nodes.items[i]))
            return false;
    out->ego = of->ego == ENT_NONE ? ENT_NONE : kept[of->ego];
    size_t actors = of->related.presence.n;
    out->node_of = ent_i_malloc(actors * sizeof *out->node_of);
    for (size_t i = 0; out->node_of && i < actors; i++)
        out->node_of[i] =
            of->node_of[i] == ENT_NONE ? ENT_NONE : kept[of->node_of[i]];
    return out->node_of != NULL;
}

static bool take_ties(ent_network *out, const ent_network *of,
                      const uint32_t *kept)
{
    for (size_t i = 0; i < of->ties.n; i++) {
        ent_i_tie tie = of->ties.items[i];
        tie.tie.source = kept[tie.tie.source];
        tie.tie.target = kept[tie.tie.target];
        if (tie.tie.source != ENT_NONE && tie.tie.target != ENT_NONE &&
            !ent_i_vec_push(&out->ties, tie))
            return false;
    }
    return true;
}

/* Values of nodes alone: pictures show no others. */
static bool take_values(ent_network *out, const ent_network *of,
                        const uint32_t *kept)
{
    size_t n = out->nodes.n, measures = ent_measure_count();
    out->measured.nodes =
        ent_i_malloc(measures * n * sizeof *out->measured.nodes);
    for (size_t m = 0; out->measured.nodes && m < measures; m++)
        for (size_t i = 0; i < of->nodes.n; i++)
            if (kept[i] != ENT_NONE)
                out->measured.nodes[m * n + kept[i]] =
                    ent_network_measure(of, i, m);
    return out->measured.nodes != NULL;
}

/* What has to live as long as the whole network is borrowed from it. */
static ent_network *borrow(const ent_network *of)
{
    ent_network *out = ent_i_calloc(1, sizeof *out);
    if (!out)
        return NULL;
    out->corpus = of->corpus;
    out->related = of->related;
    out->settings = of->settings;
    out->built_settings = of->built_settings;
    out->summary = of->summary;
    out->strongest = of->strongest;
    out->borrows = true;
    return out;
}

ent_status ent_network_strongest(ent_network **out, const ent_network *network,
                                 uint32_t count, ent_error *error)
{
    ent_network *made = borrow(network);
    uint32_t *kept = ent_i_malloc(network->nodes.n * sizeof *kept);
    bool good = made && kept && choose(kept, network, count) &&
                take_nodes(made, network, kept) &&
                take_ties(made, network, kept) &&
                take_values(made, network, kept);
    ent_i_free(kept);
    if (!good) {
        ent_network_free(made);
        return ent_i_no_memory(error, "analyse");
    }
    made->summary.nodes = (uint32_t)made->nodes.n;
    made->summary.ties = (uint32_t)made->ties.n;
    *out = made;
    return ENT_OK;
}
