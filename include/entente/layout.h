/**
 * @file layout.h
 * Where the nodes of a network are in pictures.
 *
 * One layout serves all that draws: pictures, pages, GEXF, GraphML. Places are
 * in points (1/72 inch), x to the right, y up, around the middle of the
 * picture; circles of ent_network_diameter neither touch nor overlap there. The
 * same network, options and seed give the same places on every machine.
 */
#ifndef ENTENTE_LAYOUT_H
#define ENTENTE_LAYOUT_H

#include "network.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A place, in points. */
typedef struct ent_place {
    double x; /**< to the right */
    double y; /**< up */
} ent_place;

/** How to lay out. */
typedef struct ent_layout_options {
    size_t size;        /**< sizeof(ent_layout_options) */
    const char *layout; /**< a name of ent_layout_at; NULL: the first */
    uint64_t seed;      /**< of what is left to chance */
} ent_layout_options;
/** Defaults: the first layout, seed 1. */
#define ENT_LAYOUT_OPTIONS_INIT                                                \
    {                                                                          \
        sizeof(ent_layout_options), NULL, 1                                    \
    }

/** A way to lay out. */
typedef struct ent_layout {
    size_t size;        /**< of this struct, in bytes */
    const char *name;   /**< as an option's value */
    const char *help;   /**< one line: what it shows */
    const char *source; /**< whose method it is */
} ent_layout;

/** Layout i, the default first; NULL when out of range. */
ENT_API const ent_layout *ent_layout_at(size_t i);

/**
 * Lays out an analysed network: its communities say what belongs together, its
 * strengths how much room nodes need.
 * @param options NULL: the defaults.
 * @param out receives the place of each node.
 * @return ENT_ERR_ARGUMENT for an unknown layout; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_network_places(const ent_network *network,
                                              const ent_layout_options *options,
                                              ent_place *out, ent_error *error);
/** The same, kept in the network for all that draws it; the network keeps the
 *  places it had when this fails. */
ENT_API ENT_USE ent_status ent_network_lay_out(
    ent_network *network, const ent_layout_options *options, ent_error *error);
/** The place of a node; false when it is out of range or before lay_out. */
ENT_API bool ent_network_position(const ent_network *network, size_t node,
                                  ent_place *out);
/** The diameter of a node's circle in points, its area by strength: 6 to 50;
 *  0 when out of range. */
ENT_API double ent_network_diameter(const ent_network *network, size_t node);

#ifdef __cplusplus
}
#endif
#endif
