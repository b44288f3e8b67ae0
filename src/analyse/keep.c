/* From what was measured to what the network shows of it: a network may show a
 * part of what its measures describe. */
#include "analyse/keep.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/error.h"

/* ---- places of what is shown among what was measured ---- */

typedef struct places {
    uint32_t *nodes; /* by node shown */
    uint32_t *ties;  /* by tie shown */
} places;

static int by_ends(const void *a, const void *b)
{
    const ent_i_link *x = a;
    const ent_i_link *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

/* Links are ordered by their ends, and the order of nodes is the same. Every
 * tie shown is a link of the whole. */
static uint32_t link_of(const ent_network *network, size_t tie)
{
    const ent_tie *shown = &network->ties.items[tie].tie;
    ent_i_link key = {network->whole.place[shown->source],
                      network->whole.place[shown->target], 0};
    const ent_i_link *found =
        bsearch(&key, network->whole.links.items, network->whole.links.n,
                sizeof key, by_ends);
    return (uint32_t)(found - network->whole.links.items);
}

static bool find_places(places *out, const ent_network *network, bool shown)
{
    out->nodes = ent_i_malloc(network->nodes.n * sizeof *out->nodes);
    out->ties = ent_i_malloc(network->ties.n * sizeof *out->ties);
    if (!out->nodes || !out->ties)
        return false;
    for (uint32_t i = 0; i < network->nodes.n; i++)
        out->nodes[i] = shown ? i : network->whole.place[i];
    for (uint32_t i = 0; i < network->ties.n; i++)
        out->ties[i] = shown ? i : link_of(network, i);
    return true;
}

/* ---- values ---- */

typedef const ent_i_measure *measure_source(size_t i);

/* `all` has a row of `total` values per measure. NULL when memory runs out. */
static double *pick_values(const double *all, size_t total, size_t measures,
                           const uint32_t *place, size_t n)
{
    double *out = ent_i_malloc(measures * n * sizeof *out);
    for (size_t i = 0; out && i < measures; i++)
        for (size_t k = 0; k < n; k++)
            out[i * n + k] = all[i * total + place[k]];
    return out;
}

/* NaN for measures that are exact. NULL when memory runs out. */
static double *pick_errors(const ent_i_findings *f, measure_source *at,
                           size_t measures, const uint32_t *place, size_t n)
{
    double *out = ent_i_malloc(measures * n * sizeof *out);
    for (size_t i = 0; out && i < measures; i++) {
        const double *errors = at(i)->errors ? at(i)->errors(&f->paths) : NULL;
        for (size_t k = 0; k < n; k++)
            out[i * n + k] = errors ? errors[place[k]] : NAN;
    }
    return out;
}

static void *copy(const void *values, size_t n, size_t each)
{
    void *out = ent_i_malloc(n * each);
    if (out && n)
        memcpy(out, values, n * each);
    return out;
}

/* Counted by degree, of which few occur. */
static bool count_degrees(ent_i_measured *out, const ent_i_findings *f)
{
    uint32_t n = f->of.nodes;
    uint32_t *counts = ent_i_calloc((size_t)n + 1, sizeof *counts);
    bool good = counts != NULL;
    for (uint32_t i = 0; good && i < n; i++)
        counts[ent_i_degree_of(&f->adjacency, i)]++;
    for (uint32_t k = 0; good && k < n; k++)
        if (counts[k])
            good =
                ent_i_vec_push(&out->degrees, ((ent_i_degree){k, counts[k]}));
    ent_i_free(counts);
    return good;
}

static bool collect(ent_i_measured *out, const ent_network *network,
                    const ent_i_findings *f, const places *p)
{
    size_t nodes = network->nodes.n, ties = network->ties.n;
    out->nodes = pick_values(f->nodes, f->of.nodes, ent_measure_count(),
                             p->nodes, nodes);
    out->ties = pick_values(f->ties, f->of.link_count, ent_tie_measure_count(),
                            p->ties, ties);
    out->graph = copy(f->whole, ent_graph_measure_count(), sizeof *f->whole);
    out->communities =
        copy(f->communities.of, f->of.nodes, sizeof *out->communities);
    out->stability = copy(f->communities.stability, f->communities.count,
                          sizeof *out->stability);
    if (!out->nodes || !out->ties || !out->graph || !out->communities ||
        !out->stability || !count_degrees(out, f))
        return false;
    if (!f->paths.samples)
        return true;
    out->node_errors =
        pick_errors(f, ent_i_measure_at, ent_measure_count(), p->nodes, nodes);
    out->tie_errors = pick_errors(f, ent_i_tie_measure_at,
                                  ent_tie_measure_count(), p->ties, ties);
    return out->node_errors && out->tie_errors;
}

/* ---- figures ---- */

static void summarise(ent_network *network, const ent_i_findings *f,
                      const places *p)
{
    ent_network_summary *s = &network->summary;
    double n = f->of.nodes;
    size_t strength = ent_measure_find("strength");
    network->strongest = 0;
    for (size_t k = 0; k < network->nodes.n; k++) {
        network->nodes.items[k].component = f->component[p->nodes[k]];
        network->nodes.items[k].community = f->communities.of[p->nodes[k]];
        network->strongest =
            fmax(network->strongest, ent_network_measure(network, k, strength));
    }
    s->components = f->of.components;
    s->communities = f->communities.count;
    s->modularity = f->communities.modularity;
    s->density = n < 2 ? 0 : (double)f->of.link_count / (n * (n - 1) / 2);
    s->samples = f->paths.samples;
    s->distance_samples = f->hops.samples;
    s->community_runs = f->communities.run_count;
    s->measured_nodes = f->of.nodes;
    s->measured_ties = (uint32_t)f->of.link_count;
}

static bool describe(ent_network *network, const ent_i_findings *f,
                     const ent_analyse_options *options)
{
    ent_i_settings *settings = &network->settings;
    settings->list.n = network->built_settings;
    return ent_i_describe_number(settings, "seed", options->seed) &&
           ent_i_describe_real(settings, "resolution", options->resolution) &&
           ent_i_describe_text(settings, "measure",
                               options->shown ? "shown" : "all") &&
           ent_i_describe_number(settings, "samples", f->paths.samples);
}

ent_status ent_i_keep_findings(ent_network *network, const ent_i_findings *f,
                               const ent_analyse_options *options,
                               ent_error *error)
{
    ent_i_measured measured = {0};
    places p = {0};
    bool good = find_places(&p, network, options->shown) &&
                collect(&measured, network, f, &p) &&
                describe(network, f, options);
    if (good) {
        ent_i_measured_free(&network->measured);
        network->measured = measured;
        network->analysed = *options;
        network->analysed_settings = network->settings.list.n;
        ent_i_slices_free(&network->slices);
        summarise(network, f, &p);
    } else {
        ent_i_measured_free(&measured);
    }
    ent_i_free(p.nodes);
    ent_i_free(p.ties);
    return good ? ENT_OK : ent_i_no_memory(error, "analyse");
}
