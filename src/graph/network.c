/* From the pairs of a corpus to a network, and the network's getters.
 *
 * Nodes and ties are copied from the pairs that the filters keep. Sightings
 * stay where counting left them and become evidence only on request, since most
 * are never shown. */
#include <math.h>
#include <string.h>

#include "core/article.h"
#include "core/error.h"
#include "corpus/corpus.h"
#include "corpus/find.h"
#include "corpus/given.h"
#include "graph/filters.h"
#include "graph/graph.h"

/* ---- options ---- */

/* Reports a caller's mistake in terms of the options. */
static ent_status refuse(ent_error *error, const char *message)
{
    return ent_i_fail(error, ENT_ERR_ARGUMENT, "graph", "%s", message);
}

/* The command line checks its own words; this is for users of the library. */
static ent_status check_options(const ent_network_options *options,
                                ent_error *error)
{
    if (!options->types || options->types >> ENT_TYPE_COUNT)
        return refuse(error, "expected at least one type of actor");
    if (!(options->kinds & ((1u << ENT_KIND_COUNT) - 1)) &&
        !(options->forms & ((1u << ENT_FORM_COUNT) - 1)))
        return refuse(error, "expected at least one kind of encounter");
    if (!(options->standings & ((1u << ENT_STANDING_COUNT) - 1)))
        return refuse(error, "expected at least one encounter status");
    if (options->window > ENT_WINDOW_WORDS ||
        options->ties > ENT_TIES_ENCOUNTER ||
        !ent_i_weight_named(options->weight))
        return refuse(error, "expected a known window, weight and tie source");
    if (options->window == ENT_WINDOW_WORDS && !options->window_words)
        return refuse(error, "expected a window of at least 1 word, found 0");
    if (!(options->min_encounter_confidence >= 0 &&
          options->min_encounter_confidence <= 1))
        return refuse(error, "expected a confidence between 0 and 1");
    if (!isfinite(options->min_weight))
        return refuse(error, "expected a finite minimum weight");
    if (!(options->backbone >= 0 && options->backbone <= 1))
        return refuse(error, "expected a backbone level between 0 and 1");
    if (options->until != ENT_NO_DATE && options->since > options->until)
        return refuse(error, "expected since to be no later than until");
    return ENT_OK;
}

/* ---- nodes ---- */

/* Counts cover only the counted articles, not all of the actor's in the
 * corpus. */
static ent_node make_node(const ent_actor *actor, uint32_t index,
                          const ent_i_presence *presence)
{
    return (ent_node){.size = sizeof(ent_node),
                      .id = actor->id,
                      .label = actor->label,
                      .aliases = actor->aliases,
                      .alias_count = actor->alias_count,
                      .actor = index,
                      .mentions = presence->mentions,
                      .articles = presence->articles,
                      .windows = presence->windows,
                      .first = presence->first,
                      .last = presence->last,
                      .component = ENT_NONE,
                      .community = ENT_NONE,
                      .type = actor->type,
                      .curated = actor->curated};
}

/* By mentions, then id. */
static int by_rank(const void *a, const void *b)
{
    const ent_node *x = a;
    const ent_node *y = b;
    if (x->mentions != y->mentions)
        return x->mentions > y->mentions ? -1 : 1;
    /* Ids are unique in a resolved corpus. In one made by hand the actor
     * decides, so that the order never depends on the sort. */
    int order = strcmp(x->id, y->id);
    return order ? order : (x->actor > y->actor) - (x->actor < y->actor);
}

/* The nodes of the whole network, sorted only here, in the order of all
 * output. */
static bool make_nodes(ent_network *network, const ent_i_choice *whole)
{
    const ent_corpus *corpus = network->corpus;
    for (uint32_t i = 0; i < corpus->actors.n; i++)
        if (whole->actors[i] &&
            !ent_i_vec_push(&network->nodes,
                            make_node(&corpus->actors.items[i], i,
                                      &network->related.presence.items[i])))
            return false;
    ent_i_sort(network->nodes.items, network->nodes.n,
               sizeof *network->nodes.items, by_rank);
    network->whole.nodes = (uint32_t)network->nodes.n;
    network->whole.actors =
        ent_i_malloc(network->nodes.n * sizeof *network->whole.actors);
    for (size_t i = 0; network->whole.actors && i < network->nodes.n; i++)
        network->whole.actors[i] = network->nodes.items[i].actor;
    return network->whole.actors != NULL;
}

/* Drops the nodes that are not shown and records the places of the rest. */
static bool keep_shown(ent_network *network, const ent_i_choice *shown)
{
    uint32_t kept = 0;
    network->whole.place =
        ent_i_malloc(network->nodes.n * sizeof *network->whole.place);
    if (!network->whole.place)
        return false;
    for (uint32_t i = 0; i < network->nodes.n; i++)
        if (shown->actors[network->nodes.items[i].actor]) {
            network->whole.place[kept] = i;
            network->nodes.items[kept++] = network->nodes.items[i];
        }
    network->nodes.n = kept;
    return true;
}

/* ---- ties ---- */

/* Actors and nodes are ordered differently, so the ends may swap. */
static ent_i_tie make_tie(const ent_i_pair *pair, const uint32_t *node_of)
{
    uint32_t a = node_of[pair->source];
    uint32_t b = node_of[pair->target];
    ent_i_tie made = {.tie = {.size = sizeof(ent_tie),
                              .source = a < b ? a : b,
                              .target = a < b ? b : a,
                              .weight = pair->weight,
                              .count = pair->count,
                              .articles = pair->articles,
                              .first = pair->first,
                              .last = pair->last,
                              .evidence_count = pair->sighting_count,
                              .events = pair->events},
                      .nearness = pair->nearness,
                      .portion = pair->portion,
                      .first_sighting = pair->first_sighting};
    memcpy(made.encounters, pair->encounters, sizeof pair->encounters);
    return made;
}

static int by_ends(const void *a, const void *b)
{
    const ent_tie *x = &((const ent_i_tie *)a)->tie;
    const ent_tie *y = &((const ent_i_tie *)b)->tie;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->target > y->target) - (x->target < y->target);
}

/* The node number of each actor, ENT_NONE for actors without a node. */
static void number_nodes(const ent_network *network, uint32_t *node_of)
{
    for (size_t i = 0; i < network->related.presence.n; i++)
        node_of[i] = ENT_NONE;
    for (uint32_t i = 0; i < network->nodes.n; i++)
        node_of[network->nodes.items[i].actor] = i;
}

static bool add_ties(ent_network *network, const ent_i_choice *shown,
                     const uint32_t *node_of)
{
    const ent_i_ties *ties = &network->related;
    for (size_t i = 0; i < ties->pairs.n; i++)
        if (shown->pairs[i] &&
            !ent_i_vec_push(&network->ties,
                            make_tie(&ties->pairs.items[i], node_of)))
            return false;
    ent_i_sort(network->ties.items, network->ties.n,
               sizeof *network->ties.items, by_ends);
    return true;
}

static int by_link_ends(const void *a, const void *b)
{
    const ent_i_link *x = a;
    const ent_i_link *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

static bool add_links(ent_network *network, const ent_i_choice *whole,
                      const uint32_t *node_of)
{
    const ent_i_ties *ties = &network->related;
    for (size_t i = 0; i < ties->pairs.n; i++) {
        if (!whole->pairs[i])
            continue;
        uint32_t a = node_of[ties->pairs.items[i].source];
        uint32_t b = node_of[ties->pairs.items[i].target];
        ent_i_link link = {a < b ? a : b, a < b ? b : a,
                           ties->pairs.items[i].weight};
        if (!ent_i_vec_push(&network->whole.links, link))
            return false;
    }
    ent_i_sort(network->whole.links.items, network->whole.links.n,
               sizeof *network->whole.links.items, by_link_ends);
    return true;
}

/* First the whole network, then what is shown of it, where nodes have other
 * numbers. */
static bool add_all(ent_network *network, const ent_i_selection *chosen)
{
    size_t actors = network->related.presence.n;
    uint32_t *node_of = ent_i_malloc(actors * sizeof *node_of);
    network->node_of = node_of;
    bool done = node_of && make_nodes(network, &chosen->whole);
    if (done) {
        number_nodes(network, node_of);
        done = add_links(network, &chosen->whole, node_of) &&
               keep_shown(network, &chosen->shown);
    }
    if (done) {
        number_nodes(network, node_of);
        done = add_ties(network, &chosen->shown, node_of);
    }
    return done;
}

/* ---- building ---- */

static void summarise(ent_network *network, const ent_i_selection *chosen)
{
    const ent_i_ties *ties = &network->related;
    double nodes = network->whole.nodes;
    double links = (double)network->whole.links.n;
    /* Analysing again replaces whatever it added after this. */
    network->ego =
        chosen->ego == ENT_NONE ? ENT_NONE : network->node_of[chosen->ego];
    network->ego_remark = chosen->remark;
    network->built_settings = network->settings.list.n;
    network->summary = (ent_network_summary){
        .size = sizeof(ent_network_summary),
        .articles = ties->articles,
        .windows = ties->windows,
        .windows_left_out = ties->too_large,
        .large_windows = ties->large,
        .largest_window = ties->largest,
        .largest_article = ties->largest_article,
        .sentences_left_out = ties->repeated,
        .actors = chosen->named,
        .nodes = (uint32_t)network->nodes.n,
        .ties = (uint32_t)network->ties.n,
        .measured_nodes = network->whole.nodes,
        .measured_ties = (uint32_t)network->whole.links.n,
        .density = nodes < 2 ? 0 : links / (nodes * (nodes - 1) / 2),
        .modularity = NAN,
        .first = ties->first,
        .last = ties->last};
}

/* The pairs take most of the memory and are useless once there are ties. */
static ent_status fill(ent_network *network, const ent_network_options *options,
                       ent_error *error)
{
    ent_i_selection chosen = {0};
    ent_status status =
        ent_i_relate(&network->related, network->corpus, options, error);
    if (!status)
        status = ent_i_select(&chosen, &network->related, network->corpus,
                              options, error);
    if (!status &&
        (!add_all(network, &chosen) ||
         !ent_i_describe(&network->settings, options, network->corpus,
                         &network->related, chosen.valueless)))
        status = ent_i_no_memory(error, "graph");
    if (!status)
        summarise(network, &chosen);
    ent_i_selection_free(&chosen);
    ent_i_vec_free(&network->related.pairs);
    return status;
}

/* What was counted before is as it was counted. */
static void take_given(ent_network_options *options,
                       const struct ent_i_given *given)
{
    options->types = given->types;
    options->ties = given->by_encounters ? ENT_TIES_ENCOUNTER : ENT_TIES_WINDOW;
    options->max_names = given->max_names;
}

ent_status ent_network_build(ent_network **out, const ent_corpus *corpus,
                             const ent_network_options *options,
                             ent_error *error)
{
    /* A caller built with an older header has a shorter struct; the missing
     * options keep their defaults. */
    ent_network_options complete = ENT_NETWORK_OPTIONS_INIT;
    if (options)
        memcpy(&complete, options,
               options->size < sizeof complete ? options->size
                                               : sizeof complete);
    ent_status status = check_options(&complete, error);
    if (status)
        return status;
    ent_network *network = ent_i_calloc(1, sizeof *network);
    if (!network)
        return ent_i_no_memory(error, "graph");
    network->corpus = corpus;
    if (corpus->given)
        take_given(&complete, corpus->given);
    status = fill(network, &complete, error);
    if (status) {
        ent_network_free(network);
        return status;
    }
    *out = network;
    return ENT_OK;
}

void ent_i_measured_free(ent_i_measured *measured)
{
    ent_i_free(measured->nodes);
    ent_i_free(measured->node_errors);
    ent_i_free(measured->ties);
    ent_i_free(measured->tie_errors);
    ent_i_free(measured->graph);
    ent_i_free(measured->communities);
    ent_i_free(measured->stability);
    ent_i_vec_free(&measured->degrees);
}

/* The corpus is borrowed and not freed. */
void ent_network_free(ent_network *network)
{
    if (!network)
        return;
    ent_i_vec_free(&network->nodes);
    ent_i_vec_free(&network->ties);
    if (!network->borrows) {
        ent_i_settings_free(&network->settings);
        ent_i_ties_free(&network->related);
    }
    ent_i_vec_free(&network->whole.links);
    ent_i_free(network->whole.actors);
    ent_i_free(network->whole.place);
    ent_i_slices_free(&network->slices);
    ent_i_free(network->node_of);
    ent_i_measured_free(&network->measured);
    ent_i_free(network->places);
    ent_i_free(network);
}

/* ---- getters ---- */

ent_status ent_network_find_actor(const ent_network *network, const char *name,
                                  uint32_t *out, ent_remark *remark,
                                  ent_error *error)
{
    const ent_corpus *corpus = network->corpus;
    uint32_t *mentions = ent_i_calloc(corpus->actors.n, sizeof *mentions);
    if (!mentions)
        return ent_i_no_memory(error, "graph");
    for (size_t i = 0; i < network->nodes.n; i++)
        mentions[network->nodes.items[i].actor] =
            network->nodes.items[i].mentions;
    ent_status status =
        ent_i_find_actor(corpus, mentions, name, out, remark, error);
    ent_i_free(mentions);
    return status;
}

uint32_t ent_network_ego(const ent_network *network) { return network->ego; }

const char *ent_network_ego_remark(const ent_network *network)
{
    return network->ego_remark.text;
}

size_t ent_network_node_count(const ent_network *network)
{
    return network->nodes.n;
}

const ent_node *ent_network_node(const ent_network *network, size_t i)
{
    return i < network->nodes.n ? &network->nodes.items[i] : NULL;
}

size_t ent_network_tie_count(const ent_network *network)
{
    return network->ties.n;
}

const ent_tie *ent_network_tie(const ent_network *network, size_t i)
{
    return i < network->ties.n ? &network->ties.items[i].tie : NULL;
}

uint32_t ent_network_node_of(const ent_network *network, uint32_t actor)
{
    return actor < network->related.presence.n ? network->node_of[actor]
                                               : ENT_NONE;
}

uint32_t ent_network_encounters(const ent_network *network, size_t tie,
                                ent_kind kind)
{
    return tie < network->ties.n && (unsigned)kind < ENT_KIND_COUNT
               ? network->ties.items[tie].encounters[kind]
               : 0;
}

/* Rebuilds the pair; what else it needs belongs to the actors. */
double ent_network_weight(const ent_network *network, size_t tie, size_t weight)
{
    if (tie >= network->ties.n || weight >= ent_weight_count())
        return NAN;
    const ent_i_tie *found = &network->ties.items[tie];
    uint32_t a = network->nodes.items[found->tie.source].actor;
    uint32_t b = network->nodes.items[found->tie.target].actor;
    ent_i_pair pair = {.source = a < b ? a : b,
                       .target = a < b ? b : a,
                       .count = found->tie.count,
                       .articles = found->tie.articles,
                       .nearness = found->nearness,
                       .portion = found->portion};
    ent_i_tally tally = ent_i_tally_of(&network->related, &pair);
    return ent_i_weight_at(weight)->value(&tally);
}

const ent_corpus *ent_network_get_corpus(const ent_network *network)
{
    return network->corpus;
}

const ent_network_summary *ent_network_get_summary(const ent_network *network)
{
    return &network->summary;
}

uint32_t ent_network_counted_for(const ent_network *network, uint32_t article)
{
    return article < network->related.plan.counted.n
               ? ent_i_counted_for(&network->related.plan, article)
               : ENT_NONE;
}

size_t ent_network_setting_count(const ent_network *network)
{
    return network->settings.list.n;
}

const ent_setting *ent_network_setting(const ent_network *network, size_t i)
{
    const ent_i_settings *all = &network->settings;
    return i < all->list.n ? &all->list.items[i] : NULL;
}

/* Sets the stretch of sentences that a sighting points to. */
static void show_text(ent_evidence *out, const ent_corpus *corpus,
                      const ent_i_sighting *sighting)
{
    const ent_article *article = ent_i_article_at(corpus, sighting->article);
    const ent_sentence *first =
        ent_article_sentence(article, sighting->sentence);
    const ent_sentence *last = ent_article_sentence(article, sighting->last);
    /* An article annotated by hand may have mentions without sentences. */
    if (!first || !last) {
        out->text = "";
        return;
    }
    out->field = first->field;
    out->start = first->start;
    out->end = last->end;
    out->text =
        ent_article_field(article, (ent_field)first->field) + first->start;
    out->text_size = last->end - first->start;
}

/* The same where the text is not there. */
static void show_quote(ent_evidence *out, const ent_corpus *corpus,
                       const ent_i_sighting *seen)
{
    const ent_article *article = ent_i_article_at(corpus, seen->article);
    const ent_sentence *first = ent_article_sentence(article, seen->sentence);
    const ent_sentence *last = ent_article_sentence(article, seen->last);
    const ent_i_quote *quote = ent_i_given_quote(corpus->given, seen->article,
                                                 seen->sentence, seen->last);
    out->field = first->field;
    out->start = first->start;
    out->end = last->end;
    out->text = quote ? quote->text : "";
    out->text_size = quote ? quote->size : 0;
}

/* False when there is none. */
static bool sighting_of(const ent_network *network, size_t tie, size_t k,
                        ent_i_sighting *out)
{
    if (tie >= network->ties.n ||
        k >= network->ties.items[tie].tie.evidence_count)
        return false;
    *out = ent_i_sighting_at(&network->related.sightings,
                             network->ties.items[tie].first_sighting + k);
    return true;
}

/* Of a stretch of several sentences only the article can have copies. */
static size_t copies_of(const ent_network *network, const ent_i_sighting *seen,
                        uint32_t *articles, size_t room)
{
    uint32_t sentence = seen->sentence == seen->last ? seen->last : ENT_NONE;
    return ent_i_said_elsewhere(&network->related.plan.repeats, network->corpus,
                                seen->article, sentence, articles, room);
}

size_t ent_network_evidence_copies(const ent_network *network, size_t tie,
                                   size_t k, uint32_t *articles, size_t room)
{
    ent_i_sighting seen;
    return sighting_of(network, tie, k, &seen)
               ? copies_of(network, &seen, articles, room)
               : 0;
}

/* Made on request; `out` borrows from the articles. */
bool ent_network_evidence(const ent_network *network, size_t tie, size_t k,
                          ent_evidence *out)
{
    ent_i_sighting seen;
    if (!sighting_of(network, tie, k, &seen))
        return false;
    const ent_article *article =
        ent_i_article_at(network->corpus, seen.article);
    ent_evidence found = {
        .size = out->size,
        .article = article,
        .encounter = ent_article_encounter(article, seen.encounter),
        .copies = (uint32_t)copies_of(network, &seen, NULL, 0),
        .share = seen.share,
        .stretch = seen.last != seen.sentence,
        .apart = seen.apart,
        .names = seen.names,
        .sights = seen.sights};
    if (network->corpus->given)
        show_quote(&found, network->corpus, &seen);
    else
        show_text(&found, network->corpus, &seen);
    /* The caller may know fewer members, or more, which stay empty. */
    memset(out, 0, found.size);
    memcpy(out, &found, found.size < sizeof found ? found.size : sizeof found);
    return true;
}
