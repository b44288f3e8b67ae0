/* The table of layouts, and places in the network. */
#include <math.h>
#include <string.h>

#include "analyse/scene.h"
#include "core/error.h"
#include "graph/graph.h"

#define STAGE "layout"

/* ---- the table ---- */

static const ent_layout layouts[] = {
    {sizeof(ent_layout), "communities",
     "each community by itself, next to those it is tied to; around an ego "
     "as force does",
     "Kamada and Kawai 1989; Zheng, Pawar and Goodman 2019; Wang, Wang, Dai "
     "and Wang 2006"},
    {sizeof(ent_layout), "force",
     "near in the picture is near in the network, whatever the communities",
     "Kamada and Kawai 1989; Zheng, Pawar and Goodman 2019"}};

enum {
    FORCE = 1, /* the row without communities */
    LAYOUTS = sizeof layouts / sizeof *layouts
};

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
    const ent_layout *layout = find_layout(complete.layout);
    if (!layout)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, STAGE,
                          "expected a known layout, found '%s'",
                          complete.layout);
    /* Everybody is tied to an ego, which distances alone put into the middle.
     */
    bool whole = layout == &layouts[FORCE] || network->ego < network->nodes.n;
    ent_i_scene s;
    bool done = ent_i_scene_make(&s, network, whole, complete.seed) &&
                ent_i_scene_place(&s);
    /* Rounded, as files show them. */
    for (uint32_t i = 0; done && i < s.nodes; i++)
        out[i] = (ent_place){round(100 * s.boxes[i].x) / 100,
                             round(100 * s.boxes[i].y) / 100};
    ent_i_scene_free(&s);
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
