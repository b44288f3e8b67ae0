/* Computes every measure of a network, which keeps its old values until all new
 * ones are ready. */
#include <math.h>
#include <string.h>

#include "analyse/keep.h"
#include "analyse/lasting.h"
#include "core/error.h"

ent_i_link *ent_i_links_shown(const ent_network *network)
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
    if (!isfinite(complete.resolution) || complete.resolution < 0)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "analyse",
                          "expected a resolution of 0 or more, found %g",
                          complete.resolution);
    ent_i_link *shown = complete.shown ? ent_i_links_shown(network) : NULL;
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
    ent_status status = ent_i_find(&f, &how, complete.resolution, error);
    if (!status && !ent_i_number_as_before(&f, network, complete.shown))
        status = ent_i_no_memory(error, "analyse");
    if (!status)
        status = ent_i_keep_findings(network, &f, &complete, error);
    ent_i_findings_free(&f);
    ent_i_free(shown);
    return status;
}
