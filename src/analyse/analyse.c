/* Every measure of a network.
 *
 * What a pass or two over the ties gives is done here, and paths by paths.c;
 * igraph, under its lock, does eigenvectors, ranks and communities. Nodes are
 * given their values only when a whole measure is there. */
#include <math.h>
#include <string.h>

#include "analyse/communities.h"
#include "analyse/paths.h"
#include "core/error.h"
#include "graph/graph.h"
#include "graph/igraph_versions.h"

enum {
    /* Sources of a sample: the error of a path measure is about 1/sqrt of
     * this, whatever the size of the graph. */
    SAMPLE = 256
};

/* An eigenvector centrality that can't be told from 0. */
static const double NOISE = 1e-12;

/* ---- by our own hands ---- */

/* From 0 and not from NaN: a node without ties has a degree. */
static void measure_degrees(ent_network *network)
{
    for (size_t i = 0; i < network->nodes.n; i++)
        network->nodes.items[i].degree = network->nodes.items[i].strength = 0;
    for (size_t i = 0; i < network->ties.n; i++) {
        const ent_tie *tie = &network->ties.items[i].tie;
        ent_node *ends[] = {&network->nodes.items[tie->source],
                            &network->nodes.items[tie->target]};
        for (int k = 0; k < 2; k++) {
            ends[k]->degree++;
            ends[k]->strength += tie->weight;
        }
    }
}

static bool build_adjacency(const ent_network *network, ent_i_adjacency *out)
{
    ent_i_link *links = ent_i_malloc(network->ties.n * sizeof *links);
    for (size_t i = 0; links && i < network->ties.n; i++) {
        const ent_tie *tie = &network->ties.items[i].tie;
        links[i] = (ent_i_link){tie->source, tie->target, tie->weight};
    }
    bool done = links && ent_i_adjacency_build(out, network->summary.nodes,
                                               links, network->ties.n);
    ent_i_free(links);
    return done;
}

/* By the walk that the filter for the largest component uses. */
static bool measure_components(ent_network *network,
                               const ent_i_adjacency *adjacency)
{
    uint32_t *component = ent_i_malloc(network->nodes.n * sizeof *component);
    bool done = component && ent_i_components(adjacency, component,
                                              &network->summary.components);
    for (size_t i = 0; done && i < network->nodes.n; i++)
        network->nodes.items[i].component = component[i];
    ent_i_free(component);
    return done;
}

/* All nodes are sources as long as that is affordable. */
static bool measure_paths(ent_network *network,
                          const ent_i_adjacency *adjacency,
                          const ent_analyse_options *options)
{
    uint32_t n = network->summary.nodes;
    uint32_t count = n;
    network->summary.sampled = options->exact_max && n > options->exact_max;
    if (network->summary.sampled)
        count = options->exact_max < SAMPLE ? options->exact_max : SAMPLE;
    uint32_t *sources = ent_i_malloc(n * sizeof *sources);
    double *betweenness = ent_i_malloc(n * sizeof *betweenness);
    double *closeness = ent_i_malloc(n * sizeof *closeness);
    bool done = sources && betweenness && closeness;
    if (done) {
        ent_i_sample_nodes(options->seed, n, count, sources);
        done = ent_i_measure_paths(adjacency, sources, count, betweenness,
                                   closeness);
    }
    for (uint32_t i = 0; done && i < n; i++) {
        network->nodes.items[i].betweenness = betweenness[i];
        network->nodes.items[i].closeness = closeness[i];
    }
    ent_i_free(sources);
    ent_i_free(betweenness);
    ent_i_free(closeness);
    return done;
}

static bool measure_alone(ent_network *network,
                          const ent_analyse_options *options)
{
    ent_i_adjacency adjacency = {0};
    measure_degrees(network);
    bool done = build_adjacency(network, &adjacency) &&
                measure_components(network, &adjacency) &&
                measure_paths(network, &adjacency, options);
    ent_i_adjacency_free(&adjacency);
    return done;
}

/* ---- by igraph ---- */

/* Weighted PageRank with damping 0.85 (Brin and Page 1998). ARPACK's, for
 * PRPACK's threads give other last digits on every run. */
static igraph_error_t rank_pages(const ent_i_graph *graph,
                                 igraph_vector_t *values)
{
    return ent_i_igraph_pagerank(graph, 0.85, values);
}

/* Weighted eigenvector centrality (Bonacich 1972), the largest 1. It is 0
 * outside the component with the largest eigenvalue; without ties there is no
 * such component and it is 0 everywhere. */
static igraph_error_t find_eigenvector(const ent_i_graph *graph,
                                       igraph_vector_t *values)
{
    if (igraph_ecount(&graph->graph) == 0)
        return igraph_vector_resize(values, igraph_vcount(&graph->graph));
    return ent_i_igraph_eigenvector(graph, values);
}

/* ARPACK leaves a centrality of 0 at some 1e-16 above or below, another number
 * on each machine; where the largest is 1, less than NOISE is 0. */
static igraph_error_t measure_ranks(ent_network *network)
{
    igraph_vector_t values;
    IGRAPH_CHECK(igraph_vector_init(&values, 0));
    IGRAPH_FINALLY(igraph_vector_destroy, &values);
    IGRAPH_CHECK(find_eigenvector(network->graph, &values));
    for (size_t i = 0; i < network->nodes.n; i++)
        network->nodes.items[i].eigenvector =
            VECTOR(values)[i] < NOISE ? 0 : VECTOR(values)[i];
    IGRAPH_CHECK(rank_pages(network->graph, &values));
    for (size_t i = 0; i < network->nodes.n; i++)
        network->nodes.items[i].pagerank = VECTOR(values)[i];
    igraph_vector_destroy(&values);
    IGRAPH_FINALLY_CLEAN(1);
    return IGRAPH_SUCCESS;
}

/* With a generator of our own, so that the same seed gives the same (ARPACK's
 * start is drawn, too) and the host's generator goes on undisturbed. */
static igraph_error_t measure_seeded(ent_network *network, uint64_t seed,
                                     uint32_t *community, uint32_t *count)
{
    igraph_rng_t ours;
    ent_i_igraph_rng hosts;
    IGRAPH_CHECK(igraph_rng_init(&ours, &igraph_rngtype_mt19937));
    igraph_error_t code = igraph_rng_seed(&ours, seed);
    ent_i_igraph_set_rng(&hosts, &ours);
    if (!code)
        code = measure_ranks(network);
    if (!code)
        code = ent_i_find_communities(network->graph, community, count,
                                      &network->summary.modularity);
    ent_i_igraph_put_rng_back(&hosts);
    igraph_rng_destroy(&ours);
    return code;
}

/* igraph's lock is held for as short as can be: renumbering and copying need it
 * no more. */
static ent_status measure_with_igraph(ent_network *network,
                                      const ent_analyse_options *options,
                                      uint32_t *community, ent_error *error)
{
    uint32_t count = 0;
    ent_i_igraph_use use;
    ent_i_igraph_enter(&use);
    ent_status status = ent_i_igraph_check(
        measure_seeded(network, options->seed, community, &count), "analyse",
        error);
    ent_i_igraph_leave(&use);
    if (status)
        return status;
    if (!ent_i_number_by_size(community, network->summary.nodes, count))
        return ent_i_no_memory(error, "analyse");
    network->summary.communities = count;
    for (size_t i = 0; i < network->nodes.n; i++)
        network->nodes.items[i].community = community[i];
    return ENT_OK;
}

/* ---- all of it ---- */

/* May be called again: values and settings are replaced. */
ent_status ent_network_analyse(ent_network *network,
                               const ent_analyse_options *options,
                               ent_error *error)
{
    ent_analyse_options complete = ENT_ANALYSE_OPTIONS_INIT;
    if (options)
        memcpy(&complete, options,
               options->size < sizeof complete ? options->size
                                               : sizeof complete);
    uint32_t *community = ent_i_malloc(network->nodes.n * sizeof *community);
    ent_status status = community && measure_alone(network, &complete)
                            ? ENT_OK
                            : ent_i_no_memory(error, "analyse");
    if (!status && network->nodes.n)
        status = measure_with_igraph(network, &complete, community, error);
    ent_i_free(community);
    if (status)
        return status;
    network->settings.list.n = network->built_settings;
    if (!ent_i_describe_number(&network->settings, "seed", complete.seed) ||
        !ent_i_describe_number(&network->settings, "exact-max",
                               complete.exact_max) ||
        !ent_i_describe_number(&network->settings, "sampled",
                               network->summary.sampled))
        return ent_i_no_memory(error, "analyse");
    return ENT_OK;
}
