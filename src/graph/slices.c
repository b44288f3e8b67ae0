/* The getters of slices. */
#include <math.h>
#include <stdlib.h>

#include "graph/graph.h"

void ent_i_slices_free(ent_i_slices *slices)
{
    for (size_t i = 0; i < slices->items.n; i++) {
        ent_i_vec_free(&slices->items.items[i].nodes);
        ent_i_vec_free(&slices->items.items[i].ties);
        ent_i_free(slices->items.items[i].values);
    }
    ent_i_vec_free(&slices->items);
    ent_i_vec_free(&slices->tracks);
    ent_i_arena_free(&slices->arena);
    *slices = (ent_i_slices){0};
}

size_t ent_network_slice_count(const ent_network *network)
{
    return network->slices.items.n;
}

static const ent_i_slice *slice_at(const ent_network *network, size_t i)
{
    return i < network->slices.items.n ? &network->slices.items.items[i] : NULL;
}

const ent_slice *ent_network_slice(const ent_network *network, size_t i)
{
    const ent_i_slice *slice = slice_at(network, i);
    return slice ? &slice->shown : NULL;
}

static int compared(size_t wanted, size_t found)
{
    return (wanted > found) - (wanted < found);
}

static int to_node(const void *wanted, const void *item)
{
    return compared(*(const size_t *)wanted,
                    ((const ent_slice_node *)item)->node);
}

static int to_tie(const void *wanted, const void *item)
{
    return compared(*(const size_t *)wanted,
                    ((const ent_slice_tie *)item)->tie);
}

const ent_slice_node *ent_network_slice_node(const ent_network *network,
                                             size_t slice, size_t node)
{
    const ent_i_slice *of = slice_at(network, slice);
    return of && of->nodes.n ? bsearch(&node, of->nodes.items, of->nodes.n,
                                       sizeof *of->nodes.items, to_node)
                             : NULL;
}

double ent_network_slice_measure(const ent_network *network, size_t slice,
                                 size_t node, size_t measure)
{
    const ent_slice_node *found = ent_network_slice_node(network, slice, node);
    if (!found || measure >= ent_measure_count())
        return NAN;
    const ent_i_slice *of = slice_at(network, slice);
    return of
        ->values[measure * of->nodes.n + (size_t)(found - of->nodes.items)];
}

const ent_slice_tie *ent_network_slice_tie(const ent_network *network,
                                           size_t slice, size_t tie)
{
    const ent_i_slice *of = slice_at(network, slice);
    return of && of->ties.n ? bsearch(&tie, of->ties.items, of->ties.n,
                                      sizeof *of->ties.items, to_tie)
                            : NULL;
}

size_t ent_network_track_count(const ent_network *network)
{
    return network->slices.tracks.n;
}

const ent_track *ent_network_track(const ent_network *network, size_t i)
{
    return i < network->slices.tracks.n ? &network->slices.tracks.items[i]
                                        : NULL;
}
