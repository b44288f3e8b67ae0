/* Filters only clear flags on actors and pairs, so each works on what the
 * previous one left, and none copies the pairs. After a filter of actors,
 * settle() clears the pairs that lost an end. */
#include "graph/filters.h"

#include <math.h>
#include <string.h>

#include "core/error.h"
#include "corpus/corpus.h"
#include "corpus/find.h"
#include "graph/adjacency.h"

typedef ent_i_selection selection;
/* False when memory runs out. */
typedef bool filter(selection *chosen, const ent_network_options *options);

static size_t actor_count(const selection *chosen)
{
    return chosen->ties->presence.n;
}

static const ent_i_pair *pair_at(const selection *chosen, size_t i)
{
    return &chosen->ties->pairs.items[i];
}

/* Drops the pairs of dropped actors; every filter of actors ends with this. */
static bool settle(selection *chosen)
{
    if (chosen->ego != ENT_NONE)
        chosen->shown.actors[chosen->ego] = true;
    for (size_t i = 0; i < chosen->ties->pairs.n; i++)
        if (!chosen->shown.actors[pair_at(chosen, i)->source] ||
            !chosen->shown.actors[pair_at(chosen, i)->target])
            chosen->shown.pairs[i] = false;
    return true;
}

/* ---- thresholds ---- */

/* The starting point. Ties need a positive weight: without one, a length, a
 * flow or a strength means nothing. */
static bool keep_named(selection *chosen, const ent_network_options *options)
{
    (void)options;
    for (size_t i = 0; i < actor_count(chosen); i++) {
        chosen->shown.actors[i] = chosen->ties->presence.items[i].mentions > 0;
        chosen->named += chosen->shown.actors[i];
    }
    for (size_t i = 0; i < chosen->ties->pairs.n; i++) {
        chosen->shown.pairs[i] = pair_at(chosen, i)->weight > 0;
        chosen->valueless += !chosen->shown.pairs[i];
    }
    return settle(chosen);
}

/* Counts mentions in the counted articles, not in the whole corpus. */
static bool by_mentions(selection *chosen, const ent_network_options *options)
{
    for (size_t i = 0; i < actor_count(chosen); i++)
        if (chosen->ties->presence.items[i].mentions < options->min_mentions)
            chosen->shown.actors[i] = false;
    return settle(chosen);
}

static bool by_articles(selection *chosen, const ent_network_options *options)
{
    for (size_t i = 0; i < chosen->ties->pairs.n; i++)
        if (pair_at(chosen, i)->articles < options->min_articles)
            chosen->shown.pairs[i] = false;
    return true;
}

/* By the measure that weighed the ties. */
static bool by_weight(selection *chosen, const ent_network_options *options)
{
    for (size_t i = 0; i < chosen->ties->pairs.n; i++)
        if (pair_at(chosen, i)->weight < options->min_weight)
            chosen->shown.pairs[i] = false;
    return true;
}

/* ---- strength and backbone ---- */

/* Degree and strength of an actor over the chosen pairs. */
typedef struct load {
    uint32_t degree;
    double strength;
} load;

/* The caller frees them; NULL when memory runs out. */
static load *measure_loads(const selection *chosen, const ent_i_choice *of)
{
    load *loads = ent_i_calloc(actor_count(chosen), sizeof *loads);
    for (size_t i = 0; loads && i < chosen->ties->pairs.n; i++) {
        const ent_i_pair *pair = pair_at(chosen, i);
        if (!of->pairs[i])
            continue;
        loads[pair->source].degree++;
        loads[pair->source].strength += pair->weight;
        loads[pair->target].degree++;
        loads[pair->target].strength += pair->weight;
    }
    return loads;
}

/* The probability that a node which distributes its strength at random gives
 * one of its ties at least this weight. */
static double chance(const load *end, double weight)
{
    return pow(fmax(1 - weight / end->strength, 0), end->degree - 1.0);
}

/* M. A. Serrano, M. Boguna and A. Vespignani, Extracting the multiscale
 * backbone of complex weighted networks, PNAS 106(16), 2009. A node with a
 * single tie has chance 1, so the tie's other end decides. */
static bool by_backbone(selection *chosen, const ent_network_options *options)
{
    if (options->backbone <= 0)
        return true;
    load *loads = measure_loads(chosen, &chosen->shown);
    for (size_t i = 0; loads && i < chosen->ties->pairs.n; i++) {
        const ent_i_pair *pair = pair_at(chosen, i);
        if (chosen->shown.pairs[i])
            chosen->shown.pairs[i] =
                chance(&loads[pair->source], pair->weight) <
                    options->backbone ||
                chance(&loads[pair->target], pair->weight) < options->backbone;
    }
    ent_i_free(loads);
    return loads != NULL;
}

typedef struct rank {
    double strength;
    uint32_t mentions;
    uint32_t actor;
} rank;

/* Mentions break ties, then the corpus's own order. */
static int stronger_first(const void *a, const void *b)
{
    const rank *x = a;
    const rank *y = b;
    if (x->strength != y->strength)
        return x->strength > y->strength ? -1 : 1;
    if (x->mentions != y->mentions)
        return x->mentions > y->mentions ? -1 : 1;
    return (x->actor > y->actor) - (x->actor < y->actor);
}

/* By the strength that people will see. The ego comes first, so that it is
 * among the N. */
static bool by_top(selection *chosen, const ent_network_options *options)
{
    size_t n = 0;
    if (!options->top)
        return true;
    load *loads = measure_loads(chosen, &chosen->whole);
    rank *ranks = ent_i_malloc(actor_count(chosen) * sizeof *ranks);
    for (uint32_t i = 0; loads && ranks && i < actor_count(chosen); i++)
        if (chosen->shown.actors[i])
            ranks[n++] = (rank){i == chosen->ego ? HUGE_VAL : loads[i].strength,
                                chosen->ties->presence.items[i].mentions, i};
    if (n > options->top) {
        ent_i_sort(ranks, n, sizeof *ranks, stronger_first);
        for (size_t i = options->top; i < n; i++)
            chosen->shown.actors[ranks[i].actor] = false;
    }
    bool done = loads && ranks;
    ent_i_free(loads);
    ent_i_free(ranks);
    return done && settle(chosen);
}

/* ---- neighbourhoods ---- */

/* Takes only the kept pairs. Dropped actors remain as nodes without neighbours,
 * which saves numbering again. */
static bool build_adjacency(const selection *chosen, ent_i_adjacency *out)
{
    const ent_i_ties *ties = chosen->ties;
    size_t n = 0;
    ent_i_link *links = ent_i_malloc(ties->pairs.n * sizeof *links);
    if (!links)
        return false;
    for (size_t i = 0; i < ties->pairs.n; i++)
        if (chosen->shown.pairs[i])
            links[n++] = (ent_i_link){ties->pairs.items[i].source,
                                      ties->pairs.items[i].target,
                                      ties->pairs.items[i].weight};
    bool done =
        ent_i_adjacency_build(out, (uint32_t)actor_count(chosen), links, n);
    ent_i_free(links);
    return done;
}

/* Uses what the earlier filters left: a path through a dropped tie does not
 * count. */
static bool by_ego(selection *chosen, const ent_network_options *options)
{
    if (chosen->ego == ENT_NONE)
        return true;
    ent_i_adjacency adjacency = {0};
    bool *within = ent_i_calloc(actor_count(chosen), sizeof *within);
    bool done = within && build_adjacency(chosen, &adjacency) &&
                ent_i_reach(&adjacency, chosen->ego, options->hops, within);
    for (size_t i = 0; done && i < actor_count(chosen); i++)
        chosen->shown.actors[i] = chosen->shown.actors[i] && within[i];
    ent_i_adjacency_free(&adjacency);
    ent_i_free(within);
    return done && settle(chosen);
}

/* Dropped actors are alone in the adjacency. Their components never have more
 * than one node, but one may come first when all other nodes are alone too. */
static bool by_component(selection *chosen, const ent_network_options *options)
{
    if (!options->largest_component)
        return true;
    uint32_t count, best = UINT32_MAX;
    ent_i_adjacency adjacency = {0};
    uint32_t *component = ent_i_malloc(actor_count(chosen) * sizeof *component);
    bool done = component && build_adjacency(chosen, &adjacency) &&
                ent_i_components(&adjacency, component, &count);
    for (size_t i = 0; done && i < actor_count(chosen); i++)
        if (chosen->shown.actors[i] && component[i] < best)
            best = component[i];
    for (size_t i = 0; done && i < actor_count(chosen); i++)
        chosen->shown.actors[i] =
            chosen->shown.actors[i] && component[i] == best;
    ent_i_adjacency_free(&adjacency);
    ent_i_free(component);
    return done && settle(chosen);
}

/* Drops actors without ties. With "auto" this happens only if the options
 * choose among the ties: an actor that lost its ties to such a choice says
 * nothing, while one that was named alone is still a finding. */
static bool by_isolation(selection *chosen, const ent_network_options *options,
                         bool chooses)
{
    if (options->isolates == ENT_ISOLATES_KEEP ||
        (options->isolates == ENT_ISOLATES_AUTO && !chooses))
        return true;
    load *loads = measure_loads(chosen, &chosen->shown);
    for (size_t i = 0; loads && i < actor_count(chosen); i++)
        chosen->shown.actors[i] =
            chosen->shown.actors[i] && loads[i].degree > 0;
    ent_i_free(loads);
    return loads && settle(chosen);
}

static bool chooses_ties(const ent_network_options *options)
{
    return options->ties == ENT_TIES_ENCOUNTER || options->min_articles > 1 ||
           options->min_weight > 0;
}

static bool isolates_of_whole(selection *chosen,
                              const ent_network_options *options)
{
    return by_isolation(chosen, options, chooses_ties(options));
}

static bool isolates_of_shown(selection *chosen,
                              const ent_network_options *options)
{
    return by_isolation(chosen, options,
                        chooses_ties(options) || options->backbone > 0 ||
                            options->ego || options->largest_component ||
                            options->top);
}

/* Here the network is whole, and choosing what to show begins. */
static bool keep_whole(selection *chosen, const ent_network_options *options)
{
    (void)options;
    memcpy(chosen->whole.actors, chosen->shown.actors,
           actor_count(chosen) * sizeof *chosen->whole.actors);
    memcpy(chosen->whole.pairs, chosen->shown.pairs,
           chosen->ties->pairs.n * sizeof *chosen->whole.pairs);
    return true;
}

/* ---- all of them ---- */

/* By actor: how often the counted articles name it. 0 for those who cannot be
 * in the network, such as actors without an encounter when only encounters
 * count. NULL when memory runs out. */
static uint32_t *count_candidates(const ent_i_ties *ties,
                                  const ent_network_options *options)
{
    uint32_t *mentions = ent_i_calloc(ties->presence.n, sizeof *mentions);
    if (!mentions)
        return NULL;
    for (size_t i = 0; i < ties->pairs.n; i++) {
        const ent_i_pair *pair = &ties->pairs.items[i];
        mentions[pair->source] = ties->presence.items[pair->source].mentions;
        mentions[pair->target] = ties->presence.items[pair->target].mentions;
    }
    for (size_t i = 0; i < ties->presence.n; i++)
        if (options->ties == ENT_TIES_WINDOW)
            mentions[i] = ties->presence.items[i].mentions;
    return mentions;
}

/* An ego that cannot be in the network is the user's mistake: this is reported
 * rather than writing an empty file. */
static ent_status find_ego(selection *chosen, const ent_corpus *corpus,
                           const ent_network_options *options, ent_error *error)
{
    chosen->ego = ENT_NONE;
    if (!options->ego)
        return ENT_OK;
    uint32_t ego;
    uint32_t *mentions = count_candidates(chosen->ties, options);
    ent_status status = mentions
                            ? ent_i_find_actor(corpus, mentions, options->ego,
                                               &ego, &chosen->remark, error)
                            : ent_i_no_memory(error, "graph");
    ent_i_free(mentions);
    if (status)
        return status;
    const ent_actor *actor = &corpus->actors.items[ego];
    if (!(options->types >> actor->type & 1))
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "graph",
                          "expected an ego of the chosen types, found \"%s\", "
                          "which is of type %s",
                          actor->label, ent_type_name((ent_type)actor->type));
    if (!chosen->ties->presence.items[ego].mentions)
        return ent_i_fail(error, ENT_ERR_NOT_FOUND, "graph",
                          "expected an ego named in the counted articles, "
                          "found \"%s\", who is in none of them",
                          actor->label);
    chosen->ego = ego;
    return ENT_OK;
}

static bool new_choice(ent_i_choice *out, const ent_i_ties *ties)
{
    out->actors = ent_i_calloc(ties->presence.n, sizeof *out->actors);
    out->pairs = ent_i_calloc(ties->pairs.n, sizeof *out->pairs);
    return out->actors && out->pairs;
}

static void free_choice(ent_i_choice *choice)
{
    ent_i_free(choice->actors);
    ent_i_free(choice->pairs);
    *choice = (ent_i_choice){0};
}

ent_status ent_i_select(ent_i_selection *chosen, const ent_i_ties *ties,
                        const ent_corpus *corpus,
                        const ent_network_options *options, ent_error *error)
{
    static filter *const filters[] = {
        keep_named,        by_mentions, by_articles,      by_weight,
        isolates_of_whole, keep_whole,  by_backbone,      by_ego,
        by_component,      by_top,      isolates_of_shown};
    *chosen = (ent_i_selection){.ties = ties};
    ent_status status = find_ego(chosen, corpus, options, error);
    if (status)
        return status;
    if (!new_choice(&chosen->shown, ties) || !new_choice(&chosen->whole, ties))
        return ent_i_no_memory(error, "graph");
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++)
        if (!filters[i](chosen, options))
            return ent_i_no_memory(error, "graph");
    return ENT_OK;
}

void ent_i_selection_free(ent_i_selection *chosen)
{
    free_choice(&chosen->shown);
    free_choice(&chosen->whole);
}
