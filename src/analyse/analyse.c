/* Computes every measure of a network, which keeps its old values until all new
 * ones are ready. */
#include <math.h>
#include <string.h>

#include "analyse/findings.h"
#include "core/error.h"
#include "graph/graph.h"

/* ---- into the network ---- */

/* The values of the nodes shown, taken from those of the nodes measured. NULL
 * when memory runs out. */
static double *pick_values(const ent_network *network, const ent_i_findings *f,
                           bool shown)
{
    size_t n = network->nodes.n;
    size_t count = ent_measure_count();
    double *out = ent_i_malloc(count * n * sizeof *out);
    for (size_t i = 0; out && i < count; i++)
        for (size_t k = 0; k < n; k++)
            out[i * n + k] =
                ent_i_finding(f, i)[shown ? k : network->whole.place[k]];
    return out;
}

/* Measures that are not estimated have no errors. */
static double *pick_errors(const ent_network *network, const ent_i_findings *f,
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

static void summarise(ent_network *network, const ent_i_findings *f, bool shown)
{
    ent_network_summary *s = &network->summary;
    double n = f->of.nodes;
    size_t strength = ent_measure_find("strength");
    network->strongest = 0;
    for (size_t k = 0; k < network->nodes.n; k++) {
        size_t at = shown ? k : network->whole.place[k];
        network->nodes.items[k].component = f->component[at];
        network->nodes.items[k].community = f->community[at];
        network->strongest =
            fmax(network->strongest, ent_network_measure(network, k, strength));
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
static ent_status keep(ent_network *network, const ent_i_findings *f,
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
    ent_i_path_options how = {.seed = complete.seed,
                              .samples = complete.samples,
                              .exact = complete.exact};
    ent_i_findings f = {
        .of = {.nodes = complete.shown ? (uint32_t)network->nodes.n
                                       : network->whole.nodes,
               .links = shown ? shown : network->whole.links.items,
               .link_count = shown ? network->ties.n : network->whole.links.n}};
    ent_status status = ent_i_find(&f, &how, error);
    if (!status)
        status = keep(network, &f, &complete, error);
    ent_i_findings_free(&f);
    ent_i_free(shown);
    return status;
}
