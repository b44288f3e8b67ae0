#include "report/rank.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/vec.h"

/* NaN (not measured) comes last. */
static int descending(double a, double b)
{
    if (isnan(a) || isnan(b))
        return isnan(a) - isnan(b);
    return (a < b) - (a > b);
}

/* Equal values are common in small networks: betweenness, mentions and finally
 * the id make the order the same on every run. */
static int by_value(const void *a, const void *b)
{
    const ent_i_ranked_node *x = a;
    const ent_i_ranked_node *y = b;
    int order = descending(x->value, y->value);
    if (!order)
        order = descending(x->betweenness, y->betweenness);
    if (!order)
        order = (x->node->mentions < y->node->mentions) -
                (x->node->mentions > y->node->mentions);
    return order ? order : strcmp(x->node->id, y->node->id);
}

/* Equal weights are the rule when ties are counted in few articles: these go by
 * count, then by place, since qsort keeps no order. */
static int by_weight(const void *a, const void *b)
{
    const ent_tie *x = ((const ent_i_ranked_tie *)a)->tie;
    const ent_tie *y = ((const ent_i_ranked_tie *)b)->tie;
    int order = descending(x->weight, y->weight);
    if (!order)
        order = (x->count < y->count) - (x->count > y->count);
    if (!order)
        order = (x->source > y->source) - (x->source < y->source);
    return order ? order : (x->target > y->target) - (x->target < y->target);
}

void ent_i_ranking_free(ent_i_ranking *of)
{
    ent_i_free(of->nodes);
    ent_i_free(of->ties);
    *of = (ent_i_ranking){.network = NULL};
}

/* Sorts pointers rather than nodes: the network stays as it is, and several
 * threads may report on it. */
bool ent_i_rank(ent_i_ranking *of, const ent_network *network, size_t by)
{
    *of = (ent_i_ranking){.network = network,
                          .node_count = ent_network_node_count(network),
                          .tie_count = ent_network_tie_count(network)};
    of->nodes = ent_i_calloc(of->node_count, sizeof *of->nodes);
    of->ties = ent_i_calloc(of->tie_count, sizeof *of->ties);
    if (!of->nodes || !of->ties) {
        ent_i_ranking_free(of);
        return false;
    }
    double sign = ent_measure_at(by)->ascending ? -1 : 1;
    for (size_t i = 0; i < of->node_count; i++)
        of->nodes[i] = (ent_i_ranked_node){
            ent_network_node(network, i), i,
            sign * ent_network_measure(network, i, by),
            ent_network_measure(network, i, ent_measure_find("betweenness"))};
    for (size_t i = 0; i < of->tie_count; i++)
        of->ties[i] = (ent_i_ranked_tie){ent_network_tie(network, i), i};
    ent_i_sort(of->nodes, of->node_count, sizeof *of->nodes, by_value);
    ent_i_sort(of->ties, of->tie_count, sizeof *of->ties, by_weight);
    return true;
}
