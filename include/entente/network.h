/**
 * @file network.h
 * The weighted, undirected graph of actors: nodes, ties, measures, evidence.
 *
 * A network borrows the corpus that it was built from, which must outlive it.
 * Everything a getter returns is borrowed from the network.
 */
#ifndef ENTENTE_NETWORK_H
#define ENTENTE_NETWORK_H

#include "article.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Where a table has room for a column. */
typedef enum ent_show {
    ENT_SHOW_ALWAYS, /**< everywhere */
    ENT_SHOW_WIDE,   /**< not on a terminal of 80 columns */
    ENT_SHOW_DATA    /**< only for programs */
} ent_show;

/** A measure of nodes or a weight of ties: what options, tables and files know
 *  of it. */
typedef struct ent_measure {
    const char *name;    /**< as an option's value and in files */
    const char *heading; /**< in tables for people */
    const char *help;    /**< one line on its meaning, unit and range */
    const char *gloss;   /**< in a few words for people, or NULL */
    const char *source;  /**< who defined it, or NULL */
    unsigned digits;     /**< worth showing to people, after the point */
    ent_show show;       /**< where there is room for it */
    bool whole;          /**< whole numbers */
    bool sampled;        /**< may be an estimate, with a standard error */
} ent_measure;

/** How many weights a tie can have. */
ENT_API size_t ent_weight_count(void);
/** Weight i, or NULL when out of range. */
ENT_API const ent_measure *ent_weight_at(size_t i);

/** How many measures of nodes there are. */
ENT_API size_t ent_measure_count(void);
/** Measure i, or NULL when out of range. For betweenness and closeness a tie is
 *  as long as the largest weight divided by its own: the strongest measures 1.
 */
ENT_API const ent_measure *ent_measure_at(size_t i);
/** The measure named so, such as "strength"; ent_measure_count() when there is
 *  none. */
ENT_API size_t ent_measure_find(const char *name);

/** An actor who stands in the graph; its measures are told by
 *  ent_network_measure. */
typedef struct ent_node {
    const char *id;             /**< stable, such as "sergey-lavrov" */
    const char *label;          /**< the name to show */
    const char *const *aliases; /**< other forms seen, sorted by use */
    uint32_t alias_count;       /**< how many aliases there are */
    uint32_t actor;             /**< index in the corpus */
    uint32_t mentions;          /**< in the articles that were counted */
    uint32_t articles;          /**< how many of them mention the actor */
    ent_date first;             /**< earliest dated article */
    ent_date last;              /**< latest dated article */
    uint32_t component;         /**< 0 is the largest; ENT_NONE before */
    uint32_t community;         /**< 0 is the largest; ENT_NONE before */
    uint8_t type;               /**< an ent_type */
    bool curated;               /**< decided by the user's alias file */
} ent_node;

/** Who appears with (or meets) whom. source < target as node indices. */
typedef struct ent_tie {
    uint32_t source;                    /**< node index */
    uint32_t target;                    /**< node index */
    double weight;                      /**< by the chosen measure */
    uint32_t count;                     /**< windows that hold both */
    uint32_t articles;                  /**< articles with such a window */
    ent_date first;                     /**< earliest dated article */
    ent_date last;                      /**< latest dated article */
    uint32_t encounters[ENT_KIND_COUNT]; /**< those counted, by ent_kind */
    uint32_t evidence_count;            /**< pieces of evidence */
} ent_tie;

/** One piece of evidence for a tie. */
typedef struct ent_evidence {
    const ent_article *article;     /**< where it stands */
    const ent_encounter *encounter; /**< the stated contact, or NULL when the
                                         two are only named together */
    const char *text;               /**< the sentence with both, else those
                                         from one name to the other, or where
                                         these are many that of the later name;
                                         not NUL-terminated */
    uint32_t text_size;             /**< how many bytes */
    uint32_t start;                 /**< offset of text in its field */
    uint32_t end;                   /**< start + text_size */
    uint32_t copies;                /**< near-copies of the article left out */
    uint8_t field;                  /**< an ent_field */
    double share;                   /**< part of the tie's weight, 0..1 */
} ent_evidence;

/** Figures about the whole network. */
typedef struct ent_network_summary {
    uint32_t articles;     /**< counted, within --since/--until */
    uint32_t windows;      /**< windows that hold at least one actor */
    uint32_t windows_left_out; /**< those of them with more than max_names */
    uint32_t actors;       /**< actors before filters */
    uint32_t nodes;        /**< nodes in the graph */
    uint32_t ties;         /**< ties in the graph */
    uint32_t measured_nodes; /**< nodes of what is measured: more than there
                                  are in the graph where top, ego, backbone or
                                  largest_component chose among them */
    uint32_t measured_ties; /**< ties of what is measured */
    uint32_t components;   /**< of what is measured; 0 before analyse */
    uint32_t communities;  /**< of what is measured; 0 before analyse */
    double density;        /**< of what is measured: ties / possible ties; 0
                                with < 2 nodes */
    double modularity;     /**< of the communities; NaN before analyse */
    ent_date first;        /**< earliest dated article */
    ent_date last;         /**< latest dated article */
    uint32_t samples;      /**< 0: all measures are exact; else betweenness
                                and closeness were estimated from so many
                                sources in each component that has more nodes */
} ent_network_summary;

/** An option that the network was made with, named as on the command line, or
 *  a figure of what was left out ("undated-left-out"). */
typedef struct ent_setting {
    const char *name;  /**< such as "min-weight" */
    const char *value; /**< as text; "" when it was not given */
} ent_setting;

/** The graph of actors. */
typedef struct ent_network ent_network;

/** How many nodes there are. */
ENT_API size_t ent_network_node_count(const ent_network *network);
/** Node i (sorted by mentions, then id), or NULL when out of range. */
ENT_API const ent_node *ent_network_node(const ent_network *network, size_t i);
/** Measure i of a node; NaN before analyse and when either is out of range. */
ENT_API double ent_network_measure(const ent_network *network, size_t node,
                                   size_t measure);
/** Its standard error where it is an estimate (summary's samples), else NaN. */
ENT_API double ent_network_measure_error(const ent_network *network,
                                         size_t node, size_t measure);
/** How many ties there are. */
ENT_API size_t ent_network_tie_count(const ent_network *network);
/** Tie i (sorted by source, then target), or NULL when out of range. */
ENT_API const ent_tie *ent_network_tie(const ent_network *network, size_t i);
/** What a tie weighs by weight i, whichever was chosen; NaN when either is out
 *  of range. */
ENT_API double ent_network_weight(const ent_network *network, size_t tie,
                                  size_t weight);
/**
 * Evidence k of a tie, the best first: stated contacts (held before planned,
 * proposed and denied; then the surest), then sentences that name both, then
 * stretches of several sentences. Of equals the newest article comes first,
 * those without a date last.
 * @return false when tie or k is out of range.
 */
ENT_API bool ent_network_evidence(const ent_network *network, size_t tie,
                                  size_t k, ent_evidence *out);
/** Figures about the whole network. */
ENT_API const ent_network_summary *
ent_network_get_summary(const ent_network *network);
/** How many settings the network was made with. */
ENT_API size_t ent_network_setting_count(const ent_network *network);
/** Setting i, or NULL when out of range: the version, then the options, then
 *  what was left out, then what analyse adds. */
ENT_API const ent_setting *ent_network_setting(const ent_network *network,
                                               size_t i);
/** Frees the network; NULL is allowed. */
ENT_API void ent_network_free(ent_network *network);

#ifdef __cplusplus
}
#endif
#endif
