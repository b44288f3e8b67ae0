/* Lays out the connected parts of a network one by one, then puts them
 * together: the largest above, the others in rows below it. */
#include <math.h>
#include <string.h>

#include "analyse/boxes.h"
#include "analyse/parts.h"
#include "analyse/stress.h"
#include "core/error.h"
#include "graph/graph.h"

#define STAGE "layout"

/* ---- the table ---- */

static const ent_layout layouts[] = {
    {sizeof(ent_layout), "force",
     "near in the picture is near in the network: ties as springs",
     "Kamada and Kawai 1989; Zheng, Pawar and Goodman 2019"}};

enum { LAYOUTS = sizeof layouts / sizeof *layouts };

const ent_layout *ent_layout_at(size_t i)
{
    return i < LAYOUTS ? &layouts[i] : NULL;
}

static const ent_layout *find_layout(const char *name)
{
    for (size_t i = 0; name && i < LAYOUTS; i++)
        if (strcmp(layouts[i].name, name) == 0)
            return &layouts[i];
    return name ? NULL : &layouts[0];
}

/* ---- sizes ---- */

double ent_network_diameter(const ent_network *network, size_t node)
{
    const double least = 6, more = 44;
    if (node >= network->nodes.n)
        return 0;
    double strength =
        ent_network_measure(network, node, ent_measure_find("strength"));
    /* Weights such as npmi may be negative; NaN before analyse. */
    double share = network->strongest > 0 && strength > 0
                       ? fmin(strength / network->strongest, 1)
                       : 0;
    return round(100 * (least + more * sqrt(share))) / 100;
}

/* ---- the nodes and ties to be placed ---- */

enum {
    ROOM_X = 34, /* points between circles: labels are wide */
    ROOM_Y = 16,
    TIE = 40 /* length of the weakest ties, between the circles */
};

typedef struct scene {
    uint32_t nodes;
    size_t link_count;
    ent_i_link *links; /* with lengths for weights */
    ent_i_box *boxes;  /* by node */
    uint32_t *group;   /* by node: its connected part, the largest is 0 */
    uint32_t groups;
    ent_i_parts parts;
    uint64_t seed;
} scene;

static void scene_free(scene *s)
{
    ent_i_free(s->links);
    ent_i_free(s->boxes);
    ent_i_free(s->group);
    ent_i_parts_free(&s->parts);
}

/* Strong ties are short, by the root of their weight: weights are skewed. */
static void set_lengths(scene *s, const ent_network *network)
{
    double heaviest = 0;
    for (size_t i = 0; i < s->link_count; i++)
        heaviest = fmax(heaviest, network->ties.items[i].tie.weight);
    for (size_t i = 0; i < s->link_count; i++) {
        const ent_tie *tie = &network->ties.items[i].tie;
        double circles = (ent_network_diameter(network, tie->source) +
                          ent_network_diameter(network, tie->target)) /
                         2;
        s->links[i] =
            (ent_i_link){tie->source, tie->target,
                         circles + TIE * (1.5 - sqrt(tie->weight / heaviest))};
    }
}

static bool find_groups(scene *s)
{
    ent_i_adjacency adjacency;
    if (!ent_i_adjacency_build(&adjacency, s->nodes, s->links, s->link_count))
        return false;
    bool done = ent_i_components(&adjacency, s->group, &s->groups) &&
                ent_i_parts_make(&s->parts, s->group, s->nodes, s->groups,
                                 s->links, s->link_count);
    ent_i_adjacency_free(&adjacency);
    return done;
}

static bool scene_make(scene *s, const ent_network *network, uint64_t seed)
{
    *s = (scene){.nodes = (uint32_t)network->nodes.n,
                 .link_count = network->ties.n,
                 .seed = seed};
    s->links = ent_i_malloc(s->link_count * sizeof *s->links);
    s->boxes = ent_i_calloc(s->nodes, sizeof *s->boxes);
    s->group = ent_i_malloc(s->nodes * sizeof *s->group);
    if (!s->links || !s->boxes || !s->group)
        return false;
    for (uint32_t i = 0; i < s->nodes; i++) {
        double across = ent_network_diameter(network, i);
        s->boxes[i].width = across + ROOM_X;
        s->boxes[i].height = across + ROOM_Y;
    }
    set_lengths(s, network);
    return find_groups(s);
}

/* ---- one part, then all ---- */

/* Moves the boxes so that the middle of all is 0, 0; returns their hull. */
static ent_i_box centre(ent_i_box *boxes, size_t n)
{
    double left = INFINITY, right = -INFINITY, low = INFINITY, top = -INFINITY;
    for (size_t i = 0; i < n; i++) {
        left = fmin(left, boxes[i].x - boxes[i].width / 2);
        right = fmax(right, boxes[i].x + boxes[i].width / 2);
        low = fmin(low, boxes[i].y - boxes[i].height / 2);
        top = fmax(top, boxes[i].y + boxes[i].height / 2);
    }
    for (size_t i = 0; i < n; i++) {
        boxes[i].x -= (left + right) / 2;
        boxes[i].y -= (low + top) / 2;
    }
    return (ent_i_box){.width = right - left, .height = top - low};
}

/* The boxes of a part, by their places in it. */
static bool lay_out_part(const scene *s, uint32_t g, ent_i_box *boxes)
{
    uint32_t n = ent_i_part_size(&s->parts, g);
    ent_i_adjacency lengths = {0};
    ent_place *places = ent_i_malloc(n * sizeof *places);
    bool done = places && ent_i_part_adjacency(&s->parts, g, &lengths) &&
                ent_i_stress(&lengths, s->seed, places);
    for (uint32_t i = 0; done && i < n; i++) {
        boxes[i] = s->boxes[s->parts.nodes[s->parts.first[g] + i]];
        boxes[i].x = places[i].x;
        boxes[i].y = places[i].y;
    }
    done = done && ent_i_boxes_part(boxes, n);
    ent_i_adjacency_free(&lengths);
    ent_i_free(places);
    return done;
}

/* The largest part in the middle, the others in rows below it. */
static void put_together(ent_i_box *hulls, size_t n)
{
    if (n < 2)
        return;
    double width = fmax(hulls[0].width, 10 * hulls[1].width);
    ent_i_boxes_line_up(hulls + 1, n - 1, width);
    for (size_t i = 1; i < n; i++)
        hulls[i].y -= hulls[0].height / 2 + 2 * ROOM_X;
}

/* Boxes are in the order of the parts, until the places are given out. */
static bool lay_out_all(const scene *s, ent_place *out)
{
    ent_i_box *boxes = ent_i_malloc(s->nodes * sizeof *boxes);
    ent_i_box *hulls = ent_i_malloc(s->groups * sizeof *hulls);
    bool done = boxes && hulls;
    for (uint32_t g = 0; done && g < s->groups; g++) {
        ent_i_box *of_part = boxes + s->parts.first[g];
        done = lay_out_part(s, g, of_part);
        if (done)
            hulls[g] = centre(of_part, ent_i_part_size(&s->parts, g));
    }
    if (done)
        put_together(hulls, s->groups);
    for (size_t k = 0; done && k < s->nodes; k++) {
        const ent_i_box *hull = &hulls[s->group[s->parts.nodes[k]]];
        boxes[k].x += hull->x;
        boxes[k].y += hull->y;
    }
    if (done)
        centre(boxes, s->nodes);
    for (size_t k = 0; done && k < s->nodes; k++)
        out[s->parts.nodes[k]] = (ent_place){round(100 * boxes[k].x) / 100,
                                             round(100 * boxes[k].y) / 100};
    ent_i_free(boxes);
    ent_i_free(hulls);
    return done;
}

/* ---- into the network ---- */

ent_status ent_network_places(const ent_network *network,
                              const ent_layout_options *options, ent_place *out,
                              ent_error *error)
{
    ent_layout_options complete = ENT_LAYOUT_OPTIONS_INIT;
    if (options)
        memcpy(&complete, options,
               options->size < sizeof complete ? options->size
                                               : sizeof complete);
    if (!find_layout(complete.layout))
        return ent_i_fail(error, ENT_ERR_ARGUMENT, STAGE,
                          "expected a known layout, found '%s'",
                          complete.layout);
    scene s;
    bool done = scene_make(&s, network, complete.seed) && lay_out_all(&s, out);
    scene_free(&s);
    return done ? ENT_OK : ent_i_no_memory(error, STAGE);
}

ent_status ent_network_lay_out(ent_network *network,
                               const ent_layout_options *options,
                               ent_error *error)
{
    ent_place *places = ent_i_malloc(network->nodes.n * sizeof *places);
    if (!places)
        return ent_i_no_memory(error, STAGE);
    ent_status status = ent_network_places(network, options, places, error);
    if (status) {
        ent_i_free(places);
        return status;
    }
    ent_i_free(network->places);
    network->places = places;
    return ENT_OK;
}

bool ent_network_position(const ent_network *network, size_t node,
                          ent_place *out)
{
    if (!network->places || node >= network->nodes.n)
        return false;
    *out = network->places[node];
    return true;
}
