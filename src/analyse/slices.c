/* Cuts a network into slices of time. Each is counted again from the articles
 * of its days, which takes no more time in all than counting once, and measured
 * as the network was. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/findings.h"
#include "analyse/periods.h"
#include "analyse/tracks.h"
#include "core/error.h"
#include "graph/graph.h"

/* Nanoseconds that the path measures of all slices may take. */
static const double PATH_BUDGET = 4e9;

/* The network that is measured (the whole, or what is shown of it), and what
 * all slices need of it. */
typedef struct base {
    ent_network *network;
    uint32_t nodes;
    const ent_i_link *links; /* by ends */
    size_t link_count;
    ent_i_link *own_links; /* links, if they are not the network's */
    uint32_t *node_of;     /* by actor: its number here, or ENT_NONE */
    uint32_t *actors;      /* by node */
    uint32_t *shown;       /* by node: its number among those shown */
    ent_i_tracker tracker;
} base;

/* What a slice is measured from. Numbers run over the nodes named in it. */
typedef struct part {
    ent_i_ties ties;
    uint32_t *nodes; /* by number: the node of the base */
    uint32_t *track; /* by number */
    uint32_t *slot;  /* by node of the base: its number */
    uint32_t n;
    ENT_I_VEC(ent_i_link) links;
} part;

/* ---- the base ---- */

static void base_free(base *b)
{
    ent_i_free(b->own_links);
    ent_i_free(b->node_of);
    ent_i_free(b->actors);
    ent_i_free(b->shown);
    ent_i_free(b->tracker.last);
    ent_i_vec_free(&b->tracker.tracks);
}

static bool take_links(base *b, bool shown)
{
    const ent_network *network = b->network;
    b->links = network->whole.links.items;
    b->link_count = network->whole.links.n;
    if (!shown)
        return true;
    b->links = b->own_links = ent_i_links_shown(network);
    b->link_count = network->ties.n;
    return b->own_links != NULL;
}

static bool base_new(base *b, ent_network *network)
{
    bool shown = network->analysed.shown;
    size_t actors = network->related.presence.n;
    *b = (base){.network = network,
                .nodes =
                    shown ? (uint32_t)network->nodes.n : network->whole.nodes};
    b->node_of = ent_i_malloc(actors * sizeof *b->node_of);
    b->actors = ent_i_malloc(b->nodes * sizeof *b->actors);
    b->shown = ent_i_malloc(b->nodes * sizeof *b->shown);
    b->tracker.nodes = b->nodes;
    b->tracker.last = ent_i_malloc(b->nodes * sizeof *b->tracker.last);
    if (!b->node_of || !b->actors || !b->shown || !b->tracker.last ||
        !take_links(b, shown))
        return false;
    for (size_t i = 0; i < actors; i++)
        b->node_of[i] = ENT_NONE;
    for (uint32_t i = 0; i < b->nodes; i++) {
        b->actors[i] =
            shown ? network->nodes.items[i].actor : network->whole.actors[i];
        b->node_of[b->actors[i]] = i;
        b->shown[i] = ent_network_node_of(network, b->actors[i]);
        b->tracker.last[i] = ENT_NONE;
    }
    return true;
}

static int by_ends(const void *a, const void *b)
{
    const ent_i_link *x = a;
    const ent_i_link *y = b;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

static bool is_link(const base *b, const ent_i_link *link)
{
    return b->link_count && bsearch(link, b->links, b->link_count,
                                    sizeof *b->links, by_ends) != NULL;
}

static int by_tie_ends(const void *key, const void *item)
{
    const ent_i_link *link = key;
    const ent_tie *tie = &((const ent_i_tie *)item)->tie;
    ent_i_link ends = {tie->source, tie->target, 0};
    return by_ends(link, &ends);
}

/* The tie between two nodes that are shown, or ENT_NONE. */
static uint32_t tie_between(const base *b, uint32_t x, uint32_t y)
{
    const ent_network *network = b->network;
    ent_i_link ends = {x < y ? x : y, x < y ? y : x, 0};
    if (x == ENT_NONE || y == ENT_NONE || !network->ties.n)
        return ENT_NONE;
    const ent_i_tie *found =
        bsearch(&ends, network->ties.items, network->ties.n,
                sizeof *network->ties.items, by_tie_ends);
    return found ? (uint32_t)(found - network->ties.items) : ENT_NONE;
}

/* ---- counting a slice ---- */

static bool add_nodes(ent_i_slice *slice, const base *b, part *p)
{
    p->nodes = ent_i_malloc(b->nodes * sizeof *p->nodes);
    p->slot = ent_i_malloc(b->nodes * sizeof *p->slot);
    p->track = ent_i_malloc(b->nodes * sizeof *p->track);
    if (!p->nodes || !p->slot || !p->track)
        return false;
    for (uint32_t i = 0; i < b->nodes; i++) {
        const ent_i_presence *of = &p->ties.presence.items[b->actors[i]];
        if (!of->mentions)
            continue;
        p->slot[i] = p->n;
        p->nodes[p->n++] = i;
        ent_slice_node node = {.size = sizeof node,
                               .node = b->shown[i],
                               .mentions = of->mentions,
                               .articles = of->articles,
                               .community = ENT_NONE};
        if (node.node != ENT_NONE && !ent_i_vec_push(&slice->nodes, node))
            return false;
    }
    return true;
}

static int by_tie(const void *a, const void *b)
{
    const ent_slice_tie *x = a;
    const ent_slice_tie *y = b;
    return (x->tie > y->tie) - (x->tie < y->tie);
}

/* Only ties of the network: its filters have left out the others. */
static bool add_ties(ent_i_slice *slice, const base *b, part *p)
{
    for (size_t i = 0; i < p->ties.pairs.n; i++) {
        const ent_i_pair *pair = &p->ties.pairs.items[i];
        uint32_t x = b->node_of[pair->source], y = b->node_of[pair->target];
        ent_i_link ends = {x < y ? x : y, x < y ? y : x, pair->weight};
        if (x == ENT_NONE || y == ENT_NONE || !(pair->weight > 0) ||
            !is_link(b, &ends))
            continue;
        ent_slice_tie tie = {.size = sizeof tie,
                             .tie = tie_between(b, b->shown[x], b->shown[y]),
                             .weight = pair->weight,
                             .count = pair->count,
                             .articles = pair->articles,
                             .events = pair->events};
        ends.a = p->slot[ends.a];
        ends.b = p->slot[ends.b];
        if (!ent_i_vec_push(&p->links, ends) ||
            (tie.tie != ENT_NONE && !ent_i_vec_push(&slice->ties, tie)))
            return false;
    }
    ent_i_sort(slice->ties.items, slice->ties.n, sizeof *slice->ties.items,
               by_tie);
    return true;
}

/* ---- measuring a slice ---- */

static bool keep_values(ent_i_slice *slice, const base *b, const part *p,
                        const ent_i_findings *f)
{
    size_t n = slice->nodes.n;
    slice->values = ent_i_malloc(ent_measure_count() * n * sizeof(double));
    if (!slice->values)
        return false;
    for (uint32_t i = 0, k = 0; i < p->n; i++) {
        if (b->shown[p->nodes[i]] == ENT_NONE)
            continue;
        slice->nodes.items[k].community = p->track[i];
        for (size_t m = 0; m < ent_measure_count(); m++)
            slice->values[m * n + k] = ent_i_finding(f, m)[i];
        k++;
    }
    return true;
}

static bool follow(ent_i_slice *slice, base *b, part *p,
                   const ent_i_findings *f)
{
    ent_i_step step = {
        .slice = (uint32_t)(slice - b->network->slices.items.items),
        .n = p->n,
        .nodes = p->nodes,
        .strength = ent_i_finding(f, ent_measure_find("strength")),
        .community = f->communities.of,
        .communities = f->communities.count};
    return ent_i_track(&b->tracker, &step, p->track,
                       &slice->shown.communities) &&
           keep_values(slice, b, p, f);
}

static ent_status measure(ent_i_slice *slice, base *b, part *p,
                          ent_error *error)
{
    const ent_network *network = b->network;
    ent_i_path_options how = {.seed = network->analysed.seed,
                              .samples = network->analysed.samples,
                              .exact = network->analysed.exact,
                              .budget = PATH_BUDGET /
                                        (double)network->slices.items.n};
    ent_i_findings f = {.of = {.nodes = p->n,
                               .links = p->links.items,
                               .link_count = p->links.n}};
    ent_status status =
        ent_i_find(&f, &how, network->analysed.resolution, error);
    if (!status && !follow(slice, b, p, &f))
        status = ent_i_no_memory(error, "analyse");
    slice->shown.articles = p->ties.articles;
    slice->shown.nodes = p->n;
    slice->shown.ties = (uint32_t)p->links.n;
    slice->shown.modularity = f.communities.modularity;
    slice->shown.samples = f.paths.samples;
    ent_i_findings_free(&f);
    return status;
}

static ent_status fill(ent_i_slice *slice, base *b, ent_error *error)
{
    part p = {0};
    ent_status status =
        ent_i_relate_part(&p.ties, &b->network->related, slice->shown.first,
                          slice->shown.last, error);
    if (!status && !(add_nodes(slice, b, &p) && add_ties(slice, b, &p)))
        status = ent_i_no_memory(error, "analyse");
    if (!status)
        status = measure(slice, b, &p, error);
    ent_i_ties_free(&p.ties);
    ent_i_free(p.nodes);
    ent_i_free(p.slot);
    ent_i_free(p.track);
    ent_i_vec_free(&p.links);
    return status;
}

/* ---- communities in the end ---- */

typedef struct standing {
    size_t members; /* shown, over all slices */
    uint32_t track;
} standing;

static int most_members(const void *a, const void *b)
{
    const standing *x = a;
    const standing *y = b;
    if (x->members != y->members)
        return x->members > y->members ? -1 : 1;
    return (x->track > y->track) - (x->track < y->track);
}

static void renumber(ent_i_slices *slices, const uint32_t *number)
{
    for (size_t i = 0; i < slices->items.n; i++)
        for (size_t k = 0; k < slices->items.items[i].nodes.n; k++) {
            ent_slice_node *node = &slices->items.items[i].nodes.items[k];
            if (node->community != ENT_NONE)
                node->community = number[node->community];
        }
    for (size_t i = 0; i < slices->tracks.n; i++) {
        uint32_t *parent = &slices->tracks.items[i].parent;
        *parent = *parent == ENT_NONE ? ENT_NONE : number[*parent];
    }
}

static void count_members(const ent_i_slices *slices, standing *standings)
{
    for (size_t i = 0; i < slices->items.n; i++)
        for (size_t k = 0; k < slices->items.items[i].nodes.n; k++) {
            uint32_t track = slices->items.items[i].nodes.items[k].community;
            if (track != ENT_NONE)
                standings[track].members++;
        }
}

/* Keeps the tracks that show, the largest first. */
static bool number_tracks(ent_i_slices *slices, const ent_i_tracker *tracker)
{
    size_t n = tracker->tracks.n;
    standing *standings = ent_i_calloc(n, sizeof *standings);
    uint32_t *number = ent_i_malloc(n * sizeof *number);
    bool done = standings && number && ent_i_vec_reserve(&slices->tracks, n);
    for (uint32_t i = 0; done && i < n; i++) {
        standings[i].track = i;
        number[i] = ENT_NONE;
    }
    if (done) {
        count_members(slices, standings);
        ent_i_sort(standings, n, sizeof *standings, most_members);
        for (uint32_t i = 0; i < n && standings[i].members; i++) {
            uint32_t track = standings[i].track;
            number[track] = i;
            slices->tracks.items[slices->tracks.n++] =
                tracker->tracks.items[track];
        }
        renumber(slices, number);
    }
    ent_i_free(standings);
    ent_i_free(number);
    return done;
}

/* ---- which slices ---- */

static const char *name_slice(ent_i_slices *slices, ent_slice_unit unit,
                              ent_date first, ent_date last, bool wide)
{
    char text[2 * ENT_I_PERIOD_NAME + 1];
    ent_i_period_name(unit, first, text);
    if (wide) {
        size_t n = strlen(text);
        text[n++] = '/';
        ent_i_period_name(unit, ent_i_period_start(unit, last), text + n);
    }
    return ent_i_arena_strdup(&slices->arena, text);
}

static bool add_slice(ent_i_slices *slices, const ent_slice_options *options,
                      ent_date first)
{
    ent_date end = first;
    for (uint32_t i = 0; i < options->width; i++)
        end = ent_i_period_next(options->unit, end);
    ent_i_slice slice = {
        .shown = {.size = sizeof(ent_slice),
                  .name = name_slice(slices, options->unit, first, end - 1,
                                     options->width > 1),
                  .first = first,
                  .last = end - 1,
                  .modularity = NAN}};
    return slice.shown.name && ent_i_vec_push(&slices->items, slice);
}

/* All that lie within the time, or the one that holds it. */
static ent_status add_slices(ent_network *network,
                             const ent_slice_options *options, ent_error *error)
{
    ent_date last = network->summary.last;
    ent_date from = ent_i_period_start(options->unit, network->summary.first);
    size_t units = 0;
    for (ent_date at = from; at <= last && units <= ENT_MAX_SLICES; units++)
        at = ent_i_period_next(options->unit, at);
    if (units > ENT_MAX_SLICES) {
        char days[2][16];
        return ent_i_fail(error, ENT_ERR_LIMIT, "analyse",
                          "expected at most %d slices, found more from %s to "
                          "%s; longer ones, or days to begin and end with, "
                          "would help",
                          ENT_MAX_SLICES,
                          ent_date_format(network->summary.first, days[0]),
                          ent_date_format(last, days[1]));
    }
    size_t n = units > options->width ? units - options->width + 1 : 1;
    for (size_t i = 0; i < n; i++) {
        if (!add_slice(&network->slices, options, from))
            return ent_i_no_memory(error, "analyse");
        from = ent_i_period_next(options->unit, from);
    }
    return ENT_OK;
}

/* ---- all of it ---- */

static ent_status check(const ent_network *network,
                        const ent_slice_options *options, ent_error *error)
{
    if ((unsigned)options->unit > ENT_SLICE_YEAR || !options->width ||
        options->width > ENT_MAX_SLICES)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "analyse",
                          "expected a known length of slices and a width from "
                          "1 to %d",
                          ENT_MAX_SLICES);
    if (!network->measured.nodes)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "analyse",
                          "expected an analysed network to cut");
    return ENT_OK;
}

static bool describe(ent_network *network, const ent_slice_options *options)
{
    static const char *const units[] = {"day", "week", "month", "quarter",
                                        "year"};
    return ent_i_describe_text(&network->settings, "slice",
                               units[options->unit]) &&
           ent_i_describe_number(&network->settings, "slide", options->width);
}

static ent_status fill_all(ent_network *network, ent_error *error)
{
    base b;
    ent_i_slices *slices = &network->slices;
    ent_status status =
        base_new(&b, network) ? ENT_OK : ent_i_no_memory(error, "analyse");
    for (size_t i = 0; i < slices->items.n && !status; i++)
        status = fill(&slices->items.items[i], &b, error);
    if (!status && !number_tracks(slices, &b.tracker))
        status = ent_i_no_memory(error, "analyse");
    base_free(&b);
    return status;
}

ent_status ent_network_cut(ent_network *network,
                           const ent_slice_options *options, ent_error *error)
{
    ent_slice_options complete = ENT_SLICE_OPTIONS_INIT;
    if (options)
        memcpy(&complete, options,
               options->size < sizeof complete ? options->size
                                               : sizeof complete);
    ent_status status = check(network, &complete, error);
    if (status)
        return status;
    ent_i_slices_free(&network->slices);
    network->settings.list.n = network->analysed_settings;
    if (network->summary.first != ENT_NO_DATE)
        status = add_slices(network, &complete, error);
    if (!status)
        status = fill_all(network, error);
    if (!status && !describe(network, &complete))
        status = ent_i_no_memory(error, "analyse");
    if (status)
        ent_i_slices_free(&network->slices);
    return status;
}
