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

/** An actor who stands in the graph. Measures are NaN before analyse. For
 *  betweenness and closeness a tie is as long as the largest weight divided by
 *  its own: the strongest measures 1. */
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
    double degree;              /**< number of ties */
    double strength;            /**< sum of the ties' weights */
    double betweenness;         /**< part of the pairs of others, 0..1 */
    double closeness;           /**< harmonic: mean of 1 / distance, 0..1 */
    double eigenvector;         /**< largest 1; 0 outside its component */
    double pagerank;            /**< sums to 1 */
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
    double distance;                    /**< sum of exp(-d), d in sentences */
    double jaccard;                     /**< of the two sets of windows, 0..1 */
    double npmi;                        /**< -1..1 */
    double llr;                         /**< log-likelihood ratio G2, >= 0 */
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
    uint32_t actors;       /**< actors before filters */
    uint32_t nodes;        /**< nodes in the graph */
    uint32_t ties;         /**< ties in the graph */
    uint32_t components;   /**< 0 before analyse */
    uint32_t communities;  /**< 0 before analyse */
    double density;        /**< ties / possible ties; 0 with < 2 nodes */
    double modularity;     /**< of the communities; NaN before analyse */
    ent_date first;        /**< earliest dated article */
    ent_date last;         /**< latest dated article */
    bool sampled;          /**< path measures were estimated from a sample */
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
/** How many ties there are. */
ENT_API size_t ent_network_tie_count(const ent_network *network);
/** Tie i (sorted by source, then target), or NULL when out of range. */
ENT_API const ent_tie *ent_network_tie(const ent_network *network, size_t i);
/**
 * Evidence k of a tie, ordered by date, then article, then place.
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
