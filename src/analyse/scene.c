#include "analyse/scene.h"

#include <math.h>
#include <string.h>

#include "analyse/islands.h"
#include "core/memory.h"
#include "entente/layout.h"
#include "graph/graph.h"

enum {
    ROOM = 14,   /* points between circles */
    LINE = 14,   /* height of a name */
    LETTER = 6,  /* width of a letter */
    NAMED = 150, /* the strongest nodes, whose names need room */
    LENGTH = 34  /* of the weakest ties, between the circles */
};

/* ---- nodes ---- */

static int largest_first(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x < *y) - (*x > *y);
}

/* The diameter from which on nodes have names; INFINITY when memory runs
 * out. */
static double least_named(const ent_network *network)
{
    size_t n = network->nodes.n;
    double *all = ent_i_malloc(n * sizeof *all);
    if (!all)
        return INFINITY;
    for (size_t i = 0; i < n; i++)
        all[i] = ent_network_diameter(network, i);
    ent_i_sort(all, n, sizeof *all, largest_first);
    double least = n > NAMED ? all[NAMED - 1] : 0;
    ent_i_free(all);
    return least;
}

/* Letters, not bytes: continuation bytes of UTF-8 don't count. */
static double width_of_name(const char *name)
{
    double letters = 0;
    for (; *name; name++)
        letters += (*name & 0xC0) != 0x80;
    return LETTER * letters;
}

/* A name stands below its circle or beside it; this leaves room for either, if
 * not always for both. */
static bool make_boxes(ent_i_scene *s, const ent_network *network)
{
    double least = least_named(network);
    if (isinf(least))
        return false;
    for (uint32_t i = 0; i < s->nodes; i++) {
        double across = ent_network_diameter(network, i);
        s->radii[i] = across / 2;
        s->boxes[i] =
            (ent_i_box){.width = across + ROOM, .height = across + ROOM};
        if (across >= least) {
            double name = width_of_name(network->nodes.items[i].label);
            s->boxes[i].width = fmax(across, name) + ROOM;
            s->boxes[i].height += LINE;
        }
    }
    return true;
}

/* ---- ties ---- */

/* Strong ties are short, by the root of their weight: weights are skewed. */
static void make_ties(ent_i_scene *s, const ent_network *network)
{
    double heaviest = 0;
    for (size_t i = 0; i < s->tie_count; i++)
        heaviest = fmax(heaviest, network->ties.items[i].tie.weight);
    for (size_t i = 0; i < s->tie_count; i++) {
        const ent_tie *tie = &network->ties.items[i].tie;
        double circles = (ent_network_diameter(network, tie->source) +
                          ent_network_diameter(network, tie->target)) /
                         2;
        double loose = 1.5 - sqrt(tie->weight / heaviest);
        s->ties[i] = (ent_i_link){tie->source, tie->target, tie->weight};
        s->lengths[i] =
            (ent_i_link){tie->source, tie->target, circles + LENGTH * loose};
    }
}

/* ---- islands and components ---- */

/* Islands are connected within, so a component is what islands make together.
 */
static bool find_components(ent_i_scene *s)
{
    ent_i_link *between = ent_i_malloc(s->tie_count * sizeof *between);
    ent_i_adjacency adjacency = {0};
    size_t n = between ? ent_i_between(s->island, s->islands, s->ties,
                                       s->tie_count, between)
                       : SIZE_MAX;
    s->component = ent_i_malloc(s->islands * sizeof *s->component);
    bool done = n != SIZE_MAX && s->component &&
                ent_i_adjacency_build(&adjacency, s->islands, between, n) &&
                ent_i_components(&adjacency, s->component, &s->components);
    ent_i_adjacency_free(&adjacency);
    ent_i_free(between);
    return done;
}

static bool find_islands(ent_i_scene *s, const ent_network *network, bool whole)
{
    uint32_t *community = ent_i_calloc(s->nodes, sizeof *community);
    for (uint32_t i = 0; community && !whole && i < s->nodes; i++)
        community[i] = network->nodes.items[i].community;
    bool done =
        community && ent_i_islands(community, s->nodes, s->ties, s->tie_count,
                                   s->island, &s->islands);
    ent_i_free(community);
    return done && find_components(s) &&
           ent_i_parts_make(&s->parts, s->island, s->nodes, s->islands,
                            s->lengths, s->tie_count);
}

bool ent_i_scene_make(ent_i_scene *s, const ent_network *network, bool whole,
                      uint64_t seed)
{
    *s = (ent_i_scene){.nodes = (uint32_t)network->nodes.n,
                       .tie_count = network->ties.n,
                       .seed = seed};
    s->ties = ent_i_malloc(s->tie_count * sizeof *s->ties);
    s->lengths = ent_i_malloc(s->tie_count * sizeof *s->lengths);
    s->boxes = ent_i_malloc(s->nodes * sizeof *s->boxes);
    s->radii = ent_i_malloc(s->nodes * sizeof *s->radii);
    s->island = ent_i_malloc(s->nodes * sizeof *s->island);
    if (!s->ties || !s->lengths || !s->boxes || !s->radii || !s->island ||
        !make_boxes(s, network))
        return false;
    make_ties(s, network);
    return find_islands(s, network, whole);
}

void ent_i_scene_free(ent_i_scene *s)
{
    ent_i_free(s->ties);
    ent_i_free(s->lengths);
    ent_i_free(s->boxes);
    ent_i_free(s->radii);
    ent_i_free(s->island);
    ent_i_free(s->component);
    ent_i_parts_free(&s->parts);
}
