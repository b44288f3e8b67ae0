#include "report/moments.h"

#include <math.h>

#include "core/memory.h"

bool ent_i_moment_new(ent_i_moment *out, const ent_network *network)
{
    size_t n = ent_network_node_count(network);
    *out = (ent_i_moment){.rank = ent_i_calloc(n, sizeof *out->rank),
                          .share = ent_i_calloc(n, sizeof *out->share),
                          .order = ent_i_calloc(n, sizeof *out->order)};
    return out->rank && out->share && out->order;
}

void ent_i_moment_free(ent_i_moment *moment)
{
    ent_i_free(moment->rank);
    ent_i_free(moment->share);
    ent_i_free(moment->order);
    *moment = (ent_i_moment){0};
}

/* Nodes are in the order of all output, which decides last. */
static int largest_first(const void *a, const void *b)
{
    const ent_i_placed *x = a;
    const ent_i_placed *y = b;
    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    if (x->mentions != y->mentions)
        return x->mentions > y->mentions ? -1 : 1;
    return (x->node > y->node) - (x->node < y->node);
}

void ent_i_moment_take(ent_i_moment *moment, const ent_network *network,
                       size_t slice, size_t measure)
{
    size_t nodes = ent_network_node_count(network);
    double sum = 0;
    moment->n = 0;
    for (uint32_t i = 0; i < nodes; i++) {
        const ent_slice_node *in = ent_network_slice_node(network, slice, i);
        moment->rank[i] = 0;
        moment->share[i] = 0;
        if (!in)
            continue;
        double value = ent_network_slice_measure(network, slice, i, measure);
        value = isfinite(value) ? value : 0;
        moment->order[moment->n++] = (ent_i_placed){i, in->mentions, value};
        sum += value;
    }
    ent_i_sort(moment->order, moment->n, sizeof *moment->order, largest_first);
    for (uint32_t i = 0; i < moment->n; i++) {
        const ent_i_placed *placed = &moment->order[i];
        moment->rank[placed->node] = i + 1;
        moment->share[placed->node] = sum > 0 ? placed->value / sum : 0;
    }
}

ent_i_span *ent_i_spans(const ent_network *network)
{
    size_t ties = ent_network_tie_count(network);
    ent_i_span *spans = ent_i_calloc(ties, sizeof *spans);
    for (uint32_t s = 0; spans && s < ent_network_slice_count(network); s++)
        for (size_t i = 0; i < ties; i++) {
            if (!ent_network_slice_tie(network, s, i))
                continue;
            if (!spans[i].slices++)
                spans[i].first = s;
            spans[i].last = s;
        }
    return spans;
}

bool ent_i_bars(ent_i_string *out, const double *values, size_t n)
{
    static const char *const bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    enum { LEVELS = sizeof bars / sizeof *bars };
    double largest = 0;
    bool good = true;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, values[i]);
    for (size_t i = 0; good && i < n; i++)
        good = ent_i_string_adds(
            out, values[i] > 0
                     ? bars[(int)ceil(values[i] / largest * LEVELS) - 1]
                     : "·");
    return good;
}
