/**
 * @file slices.h
 * A network through time: cut into days, weeks, months, quarters or years.
 *
 * ent_network_cut counts and measures each slice of an analysed network again:
 * the same actors and ties, but only the articles of that time. What the whole
 * network counts once counts in one slice (or, where slices overlap, in each
 * that holds its article's day), so that counts add up to those of the whole.
 * Articles without a day are in no slice.
 *
 * Communities are found in each slice by itself and then followed: what was a
 * community before keeps its number, see ent_network_track. Everything that a
 * getter returns is borrowed from the network until it is cut or analysed
 * again.
 */
#ifndef ENTENTE_SLICES_H
#define ENTENTE_SLICES_H

#include "network.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How long slices are. */
typedef enum ent_slice_unit {
    ENT_SLICE_DAY,
    ENT_SLICE_WEEK, /**< from Monday, numbered as in ISO 8601 */
    ENT_SLICE_MONTH,
    ENT_SLICE_QUARTER,
    ENT_SLICE_YEAR
} ent_slice_unit;

/** More slices are refused: it is one wrong date that makes so many. */
#define ENT_MAX_SLICES 4000

/** How to cut. */
typedef struct ent_slice_options {
    size_t size;         /**< sizeof(ent_slice_options) */
    ent_slice_unit unit; /**< what a slice begins with */
    uint32_t width;      /**< units in a slice, 1 or more; a slice begins with
                              each unit, so that wider ones overlap: a window
                              that slides */
} ent_slice_options;
/** Defaults: months, side by side. */
#define ENT_SLICE_OPTIONS_INIT                                                 \
    { sizeof(ent_slice_options), ENT_SLICE_MONTH, 1 }

/** A slice of time. Of the figures all but `articles` are those of the network
 *  that is measured, like those of ent_network_summary. */
typedef struct ent_slice {
    size_t size;          /**< of this struct, in bytes */
    const char *name;     /**< "2016-03-01", "2016-W09", "2016-03", "2016-Q1",
                               "2016"; for wider ones "2016-01/2016-03" */
    ent_date first;       /**< its first day */
    ent_date last;        /**< its last day */
    uint32_t articles;    /**< counted in it */
    uint32_t nodes;       /**< of the network, named in it */
    uint32_t ties;        /**< of the network, seen in it */
    uint32_t communities; /**< with three members or more */
    double modularity;    /**< of all its communities; NaN without ties */
    uint32_t samples;     /**< 0: measures are exact; else, as in the summary,
                               betweenness and closeness are estimates from so
                               many sources */
} ent_slice;

/** A node within a slice. */
typedef struct ent_slice_node {
    size_t size;        /**< of this struct, in bytes */
    uint32_t node;      /**< index in the network */
    uint32_t mentions;  /**< in the slice's articles, 1 or more */
    uint32_t articles;  /**< of the slice, that mention it */
    uint32_t community; /**< index of a track, ENT_NONE for none */
} ent_slice_node;

/** A tie within a slice. */
typedef struct ent_slice_tie {
    size_t size;       /**< of this struct, in bytes */
    uint32_t tie;      /**< index in the network */
    double weight;     /**< by the chosen weight, from the slice's counts */
    uint32_t count;    /**< windows of the slice that hold both */
    uint32_t articles; /**< articles with such a window */
    uint32_t events;   /**< events that encounters in these articles tell of */
} ent_slice_tie;

/** A community followed through time. */
typedef struct ent_track {
    size_t size;     /**< of this struct, in bytes */
    uint32_t first;  /**< the slice in which it appears */
    uint32_t last;   /**< the last slice that has it */
    uint32_t slices; /**< how many have it */
    uint32_t parent; /**< the track that it split from; ENT_NONE: none */
} ent_track;

/**
 * Cuts the network, which must have been analysed, into slices, from that of
 * the earliest article that counts to that of the latest. They are measured
 * as the network was (seed, exact or not, shown or whole); all together may
 * spend about four seconds on betweenness and closeness before these are
 * estimated from samples.
 * @param options NULL: the defaults.
 * @return ENT_ERR_ARGUMENT for wrong options, or before analyse; ENT_ERR_LIMIT
 *         for more than ENT_MAX_SLICES; ENT_ERR_MEMORY or ENT_ERR_LIBRARY. The
 *         network then has no slices.
 */
ENT_API ENT_USE ent_status ent_network_cut(ent_network *network,
                                           const ent_slice_options *options,
                                           ent_error *error);
/** How many slices there are, in order of time; 0 before ent_network_cut. */
ENT_API size_t ent_network_slice_count(const ent_network *network);
/** Slice i, or NULL when out of range. */
ENT_API const ent_slice *ent_network_slice(const ent_network *network,
                                           size_t i);
/** A node in a slice; NULL when none of its articles names it, and when either
 *  is out of range. */
ENT_API const ent_slice_node *ent_network_slice_node(const ent_network *network,
                                                     size_t slice, size_t node);
/** A measure of a node within a slice; NaN where the node is not in it. */
ENT_API double ent_network_slice_measure(const ent_network *network,
                                         size_t slice, size_t node,
                                         size_t measure);
/** A tie in a slice; NULL when it isn't seen there, and when either is out of
 *  range. */
ENT_API const ent_slice_tie *ent_network_slice_tie(const ent_network *network,
                                                   size_t slice, size_t tie);
/**
 * How many communities are followed. A community of three or more continues
 * the one of earlier slices with which it shares most: of the actors in the
 * slice whose last community is known, those in both by those in either
 * (Jaccard), each counted by its strength. From 0.3 on it takes that number,
 * the most alike first, one each; others are new. After D. Greene, D. Doyle and
 * P. Cunningham, Tracking the evolution of communities in dynamic social
 * networks, ASONAM 2010; but an actor who is absent for some time stays a
 * member, and one who has not been seen before decides nothing.
 */
ENT_API size_t ent_network_track_count(const ent_network *network);
/** Track i, or NULL when out of range. 0 is the one with most members that are
 *  shown, added over the slices; tracks without any are left out. */
ENT_API const ent_track *ent_network_track(const ent_network *network,
                                           size_t i);

#ifdef __cplusplus
}
#endif
#endif
