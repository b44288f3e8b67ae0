/* Computes every measure of a network.
 *
 * What several measures need is made once: rows of neighbours, components,
 * paths. Then the table of measures is worked through, igraph's rows under its
 * lock. A network keeps its old values until all new ones are ready. */
#include <math.h>
#include <string.h>

#include "analyse/communities.h"
#include "analyse/measures.h"
#include "core/error.h"
#include "graph/graph.h"
#include "graph/igraph_versions.h"

/* All results for one subject, by its nodes. */
typedef struct findings {
    ent_i_subject of;
    ent_i_adjacency adjacency;
    ent_i_paths paths;
    ent_i_graph *graph;
    double *values; /* one row per measure */
    uint32_t *component;
    uint32_t *community;
    uint32_t components;
    uint32_t communities;
    double modularity;
} findings;

static void findings_free(findings *f)
{
    ent_i_adjacency_free(&f->adjacency);
    ent_i_paths_free(&f->paths);
    ent_i_graph_free(f->graph);
    ent_i_free(f->values);
    ent_i_free(f->component);
    ent_i_free(f->community);
}

static double *row(const findings *f, size_t measure)
{
    return f->values + measure * f->of.nodes;
}

/* ---- our own measures ---- */

static bool prepare(findings *f, const ent_analyse_options *options)
{
    ent_i_path_options how = {.seed = options->seed,
                              .samples = options->samples,
                              .exact = options->exact};
    size_t n = f->of.nodes;
    f->values = ent_i_calloc(n * ent_measure_count(), sizeof *f->values);
    f->component = ent_i_malloc(n * sizeof *f->component);
    f->community = ent_i_malloc(n * sizeof *f->community);
    return f->values && f->component && f->community &&
           ent_i_adjacency_build(&f->adjacency, f->of.nodes, f->of.links,
                                 f->of.link_count) &&
           ent_i_components(&f->adjacency, f->component, &f->components) &&
           ent_i_measure_paths(&f->paths, &f->adjacency, f->component,
                               f->components, &how);
}

static void take_measures(findings *f)
{
    f->of.adjacency = &f->adjacency;
    f->of.paths = &f->paths;
    for (size_t i = 0; i < ent_measure_count(); i++)
        if (ent_i_measure_at(i)->take)
            ent_i_measure_at(i)->take(&f->of, row(f, i));
}

/* ---- igraph's measures ---- */

static igraph_error_t ask_measures(findings *f, uint64_t seed)
{
    igraph_vector_t values;
    IGRAPH_CHECK(igraph_vector_init(&values, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &values);
    for (size_t i = 0; i < ent_measure_count(); i++) {
        if (!ent_i_measure_at(i)->ask)
            continue;
        IGRAPH_CHECK(igraph_rng_seed(igraph_rng_default(), seed));
        IGRAPH_CHECK(ent_i_measure_at(i)->ask(f->graph, &values));
        memcpy(row(f, i), VECTOR(values), f->of.nodes * sizeof(double));
    }
    igraph_vector_destroy(&values);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* Uses our own generator, so that the same seed gives the same result (ARPACK
 * also starts from random numbers) and the host's generator is left alone. It
 * is seeded anew each time, so that no measure depends on those before it. */
static igraph_error_t ask_igraph(findings *f, uint64_t seed)
{
    igraph_rng_t ours;
    ent_i_igraph_rng hosts;
    IGRAPH_CHECK(igraph_rng_init(&ours, &igraph_rngtype_mt19937));
    ent_i_igraph_set_rng(&hosts, &ours);
    igraph_error_t code = ask_measures(f, seed);
    if (!code)
        code = igraph_rng_seed(&ours, seed);
    if (!code)
        code = ent_i_find_communities(f->graph, f->community, &f->communities,
                                      &f->modularity);
    ent_i_igraph_put_rng_back(&hosts);
    igraph_rng_destroy(&ours);
    return code;
}

/* Holds igraph's lock as briefly as possible: renumbering no longer needs
 * it. */
static ent_status measure_with_igraph(findings *f, uint64_t seed,
                                      ent_error *error)
{
    ent_status status = ent_i_graph_new(&f->graph, f->of.nodes, f->of.links,
                                        f->of.link_count, error);
    if (status)
        return status;
    ent_i_igraph_use use;
    ent_i_igraph_enter(&use);
    status = ent_i_igraph_check(ask_igraph(f, seed), "analyse", error);
    ent_i_igraph_leave(&use);
    if (!status &&
        !ent_i_number_by_size(f->community, f->of.nodes, f->communities))
        status = ent_i_no_memory(error, "analyse");
    return status;
}

/* ---- into the network ---- */

/* The values of the nodes shown, taken from those of the nodes measured. NULL
 * when memory runs out. */
static double *pick_values(const ent_network *network, const findings *f,
                           bool shown)
{
    size_t n = network->nodes.n;
    size_t count = ent_measure_count();
    double *out = ent_i_malloc(count * n * sizeof *out);
    for (size_t i = 0; out && i < count; i++)
        for (size_t k = 0; k < n; k++)
            out[i * n + k] = row(f, i)[shown ? k : network->whole.place[k]];
    return out;
}

/* Measures that are not estimated have no errors. */
static double *pick_errors(const ent_network *network, const findings *f,
                           bool shown)
{
    size_t n = network->nodes.n;
    size_t count = ent_measure_count();
    double *out = ent_i_malloc(count * n * sizeof *out);
    for (size_t i = 0; out && i < count; i++) {
        const ent_i_measure *measure = ent_i_measure_at(i);
        const double *errors =
            measure->errors ? measure->errors(&f->paths) : NULL;
        for (size_t k = 0; k < n; k++)
            out[i * n + k] =
                errors ? errors[shown ? k : network->whole.place[k]] : NAN;
    }
    return out;
}

static void summarise(ent_network *network, const findings *f, bool shown)
{
    ent_network_summary *s = &network->summary;
    double n = f->of.nodes;
    for (size_t k = 0; k < network->nodes.n; k++) {
        size_t at = shown ? k : network->whole.place[k];
        network->nodes.items[k].component = f->component[at];
        network->nodes.items[k].community = f->community[at];
    }
    s->components = f->components;
    s->communities = f->communities;
    s->modularity = f->modularity;
    s->density = n < 2 ? 0 : (double)f->of.link_count / (n * (n - 1) / 2);
    s->samples = f->paths.samples;
    s->measured_nodes = f->of.nodes;
    s->measured_ties = (uint32_t)f->of.link_count;
}

/* May be called again: values and settings are then replaced. */
static ent_status keep(ent_network *network, const findings *f,
                       const ent_analyse_options *options, ent_error *error)
{
    bool sampled = f->paths.samples > 0;
    double *values = pick_values(network, f, options->shown);
    double *errors = sampled ? pick_errors(network, f, options->shown) : NULL;
    network->settings.list.n = network->built_settings;
    if (!values || (sampled && !errors) ||
        !ent_i_describe_number(&network->settings, "seed", options->seed) ||
        !ent_i_describe_text(&network->settings, "measure",
                             options->shown ? "shown" : "all") ||
        !ent_i_describe_number(&network->settings, "samples",
                               f->paths.samples)) {
        ent_i_free(values);
        ent_i_free(errors);
        return ent_i_no_memory(error, "analyse");
    }
    ent_i_free(network->values);
    ent_i_free(network->errors);
    network->values = values;
    network->errors = errors;
    summarise(network, f, options->shown);
    return ENT_OK;
}

/* ---- all of it ---- */

/* The shown ties as links; NULL when memory runs out. */
static ent_i_link *links_shown(const ent_network *network)
{
    ent_i_link *links = ent_i_malloc(network->ties.n * sizeof *links);
    for (size_t i = 0; links && i < network->ties.n; i++) {
        const ent_tie *tie = &network->ties.items[i].tie;
        links[i] = (ent_i_link){tie->source, tie->target, tie->weight};
    }
    return links;
}

static ent_status measure(ent_network *network, findings *f,
                          const ent_analyse_options *options, ent_error *error)
{
    ent_status status =
        prepare(f, options) ? ENT_OK : ent_i_no_memory(error, "analyse");
    if (status)
        return status;
    take_measures(f);
    if (f->of.nodes)
        status = measure_with_igraph(f, options->seed, error);
    return status ? status : keep(network, f, options, error);
}

ent_status ent_network_analyse(ent_network *network,
                               const ent_analyse_options *options,
                               ent_error *error)
{
    ent_analyse_options complete = ENT_ANALYSE_OPTIONS_INIT;
    if (options)
        memcpy(&complete, options,
               options->size < sizeof complete ? options->size
                                               : sizeof complete);
    ent_i_link *shown = complete.shown ? links_shown(network) : NULL;
    if (complete.shown && !shown)
        return ent_i_no_memory(error, "analyse");
    findings f = {
        .of = {.nodes = complete.shown ? (uint32_t)network->nodes.n
                                       : network->whole.nodes,
               .links = shown ? shown : network->whole.links.items,
               .link_count = shown ? network->ties.n : network->whole.links.n},
        .modularity = NAN};
    ent_status status = measure(network, &f, &complete, error);
    findings_free(&f);
    ent_i_free(shown);
    return status;
}
