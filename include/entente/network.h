/**
 * @file network.h
 * The weighted, undirected graph of actors: nodes, ties, measures, evidence.
 *
 * ent_network_build counts who is named with whom, or who is said to meet whom,
 * and applies the filters; ent_network_analyse computes the measures. A network
 * borrows the corpus that it was built from, which must outlive it and must not
 * be resolved again meanwhile. Everything a getter returns is borrowed from the
 * network.
 *
 * Which weights and measures there are is told by ent_weight_at and
 * ent_measure_at: a new one needs no new call.
 */
#ifndef ENTENTE_NETWORK_H
#define ENTENTE_NETWORK_H

#include "corpus.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The graph of actors. */
typedef struct ent_network ent_network;

/** What makes a tie. */
typedef enum ent_tie_source {
    ENT_TIES_WINDOW,   /**< being named in one window */
    ENT_TIES_ENCOUNTER /**< being said to meet, call or appear together */
} ent_tie_source;

/** The stretch of text within which two names are together. */
typedef enum ent_window {
    ENT_WINDOW_SENTENCE,
    ENT_WINDOW_PARAGRAPH,
    ENT_WINDOW_ARTICLE,
    ENT_WINDOW_WORDS /**< neighbouring mentions of the two, no further apart
                          than window_words words; each used once */
} ent_window;

/** Whether actors without ties stay in the network. */
typedef enum ent_isolates {
    ENT_ISOLATES_AUTO, /**< while no tie is filtered away: everybody named in
                            the articles is a node; otherwise they go */
    ENT_ISOLATES_KEEP, /**< they stay */
    ENT_ISOLATES_DROP  /**< they go */
} ent_isolates;

/** Every kind or standing, those of later versions too. */
#define ENT_ALL (~0u)

/** What goes into the network. The members from types to until, with the three
 *  min_ members, define the network that the measures describe; ego and hops,
 *  top, backbone and largest_component only choose what is shown of it (but see
 *  ent_analyse_options.shown). */
typedef struct ent_network_options {
    size_t size;            /**< sizeof(ent_network_options) */
    unsigned types;         /**< bit set: 1u << ent_type */
    ent_tie_source ties;    /**< windows or encounters */
    unsigned kinds;         /**< encounters counted: 1u << ent_kind, or
                                 ENT_ALL */
    unsigned standings;     /**< encounters counted: 1u << ent_standing, or
                                 ENT_ALL */
    ent_window window;      /**< what holds two names together */
    uint32_t window_words;  /**< for ENT_WINDOW_WORDS, at least 1 */
    const char *weight;     /**< what a tie weighs: the name of one of
                                 ent_weight_at; NULL: "count". Two actors
                                 whose weight is not positive have no tie;
                                 by "llr" those have none whom chance alone
                                 would bring together as often */
    double min_weight;      /**< drop ties below */
    uint32_t min_articles;  /**< drop ties seen in fewer articles */
    uint32_t min_mentions;  /**< drop actors with fewer mentions */
    ent_date since;         /**< leave out articles before; ENT_NO_DATE */
    ent_date until;         /**< leave out articles after; ENT_NO_DATE */
    const char *ego;        /**< keep this actor's surroundings, or NULL */
    uint32_t hops;          /**< how far from ego, default 1 */
    uint32_t top;           /**< keep the N strongest nodes; 0: all */
    double backbone;        /**< disparity filter's alpha; 0: off */
    bool largest_component; /**< keep the largest component only */
    ent_isolates isolates;  /**< whether actors without ties stay */
    uint32_t max_names;     /**< a window that names more actors is a list
                                 and makes no ties; the summary counts such
                                 windows. 0: no limit. Not for
                                 ENT_WINDOW_WORDS */
    unsigned forms;         /**< encounters counted beside those of kinds:
                                 1u << ent_form */
    unsigned without;       /**< encounters not counted: ENT_WEAK_ bits */
    double min_encounter_confidence; /**< nor those less certain, 0 to 1 */
} ent_network_options;
/** Defaults: persons, sentence windows, counts, no filters. */
#define ENT_NETWORK_OPTIONS_INIT                                               \
    {                                                                          \
        sizeof(ent_network_options), 1u << ENT_PERSON, ENT_TIES_WINDOW,        \
            ENT_ALL, (1u << ENT_HELD) | (1u << ENT_PLANNED),                   \
            ENT_WINDOW_SENTENCE, 0, NULL, 0.0, 0, 0, ENT_NO_DATE, ENT_NO_DATE, \
            NULL, 1, 0, 0.0, false, ENT_ISOLATES_AUTO, 0, 0, 0, 0.0            \
    }

/** How to measure. */
typedef struct ent_analyse_options {
    size_t size;       /**< sizeof(ent_analyse_options) */
    uint64_t seed;     /**< of communities and samples */
    uint32_t samples;  /**< how many nodes of each larger component to
                            estimate path measures from, at least 2; 0: all
                            while that takes about half a minute, beyond that
                            as many as do */
    bool exact;        /**< measure paths from all nodes, however long it
                            takes; samples is ignored */
    bool shown;        /**< measure what top, ego, backbone and
                            largest_component have left; false: measure the
                            network before they choose from it */
    double resolution; /**< of communities, at least 0: above 1 they are
                            smaller, below 1 larger */
} ent_analyse_options;
/** Defaults: seed 1, exact while affordable, the whole network, resolution
 *  1. */
#define ENT_ANALYSE_OPTIONS_INIT                                               \
    {                                                                          \
        sizeof(ent_analyse_options), 1, 0, false, false, 1.0                   \
    }

/**
 * Relates the actors of a resolved corpus and applies the filters.
 * @param out receives the network, which the caller frees before the corpus.
 * @param options NULL: the defaults.
 * @return ENT_ERR_NOT_FOUND or ENT_ERR_ARGUMENT when ego names nobody or
 *         several; ENT_ERR_LIMIT, naming the article, when there are more
 *         pairs than the machine's memory holds.
 */
ENT_API ENT_USE ent_status ent_network_build(ent_network **out,
                                             const ent_corpus *corpus,
                                             const ent_network_options *options,
                                             ent_error *error);
/**
 * Like ent_corpus_find_actor, but among the actors in the network and with the
 * mentions counted there; when nobody in it bears the name, in the corpus.
 * @param out receives the actor's index in the corpus.
 */
ENT_API ENT_USE ent_status ent_network_find_actor(const ent_network *network,
                                                  const char *name,
                                                  uint32_t *out,
                                                  ent_remark *remark,
                                                  ent_error *error);
/** The node of options.ego; ENT_NONE when none was asked for. */
ENT_API uint32_t ent_network_ego(const ent_network *network);
/** Who was chosen for options.ego when others bear the name too; "" when there
 *  is nothing to say. */
ENT_API const char *ent_network_ego_remark(const ent_network *network);
/** The corpus that the network was built from. */
ENT_API const ent_corpus *ent_network_get_corpus(const ent_network *network);
/**
 * Computes every measure of the nodes, the ties and the whole, the components
 * and the communities. May be called again with other options.
 * @param options NULL: the defaults.
 * @return ENT_ERR_ARGUMENT for a resolution below 0, ENT_ERR_MEMORY, or
 * ENT_ERR_LIBRARY with igraph's message; the network keeps the measures it had.
 */
ENT_API ENT_USE ent_status ent_network_analyse(
    ent_network *network, const ent_analyse_options *options, ent_error *error);

/**
 * The strongest nodes of an analysed network, with the ties among them: a
 * network to draw where the whole is too large. Its measures are those of the
 * whole; it is not to be analysed itself.
 * @param out receives it; the caller frees it before `network`, from which it
 *        borrows.
 * @param count how many nodes; all if there are fewer.
 * @return ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_network_strongest(ent_network **out,
                                                 const ent_network *network,
                                                 uint32_t count,
                                                 ent_error *error);

/** Where a table has room for a column. */
typedef enum ent_show {
    ENT_SHOW_ALWAYS, /**< everywhere */
    ENT_SHOW_WIDE,   /**< not on a terminal of 80 columns */
    ENT_SHOW_DATA    /**< only for programs */
} ent_show;

/** A measure of nodes, ties or the whole, or a weight of ties: what options,
 *  tables and files show of it. */
typedef struct ent_measure {
    size_t size;         /**< of this struct, in bytes */
    const char *name;    /**< as an option's value and in files */
    const char *heading; /**< in tables for people */
    const char *help;    /**< one line on its meaning, unit and range */
    const char *gloss;   /**< in a few words for people, or NULL */
    const char *source;  /**< who defined it, or NULL */
    unsigned digits;     /**< after the point that people want to see */
    ent_show show;       /**< where there is room for it */
    bool whole;          /**< whole numbers */
    bool sampled;        /**< may be an estimate */
    const char *formula; /**< how it is computed, in one line, or NULL */
    bool weighted;       /**< depends on what ties weigh */
    bool brokerage;      /**< tells who connects groups */
    bool ascending;      /**< the lowest come first when ranked */
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
/** The number of the measure with this name, such as "strength";
 *  ent_measure_count() when there is none. */
ENT_API size_t ent_measure_find(const char *name);

/** How many measures of ties there are. */
ENT_API size_t ent_tie_measure_count(void);
/** Measure i of ties, or NULL when out of range. */
ENT_API const ent_measure *ent_tie_measure_at(size_t i);
/** The number of the measure with this name, such as "bridge";
 *  ent_tie_measure_count() when there is none. */
ENT_API size_t ent_tie_measure_find(const char *name);

/** How many measures of the whole network there are. */
ENT_API size_t ent_graph_measure_count(void);
/** Measure i of the whole network, or NULL when out of range. */
ENT_API const ent_measure *ent_graph_measure_at(size_t i);
/** The number of the measure with this name, such as "diameter";
 *  ent_graph_measure_count() when there is none. */
ENT_API size_t ent_graph_measure_find(const char *name);

/** An actor who stands in the graph; ent_network_measure gives its measures. */
typedef struct ent_node {
    size_t size;                /**< of this struct, in bytes */
    const char *id;             /**< stable, such as "sergey-rokov" */
    const char *label;          /**< the name to show */
    const char *const *aliases; /**< other forms seen, most used first */
    uint32_t alias_count;       /**< how many aliases there are */
    uint32_t actor;             /**< index in the corpus */
    uint32_t mentions;          /**< in the articles that were counted */
    uint32_t articles;          /**< how many of them mention the actor */
    ent_date first;             /**< earliest dated article */
    ent_date last;              /**< latest dated article */
    uint32_t component;         /**< 0 is the largest; ENT_NONE before */
    uint32_t community;         /**< 0 is the largest, except as a store
                                     remembers it; ENT_NONE before */
    uint8_t type;               /**< an ent_type */
    bool curated;               /**< decided by the user's alias file */
    uint32_t windows;           /**< how many windows name the actor */
} ent_node;

/** Who appears with (or meets) whom. source < target as node indices. */
typedef struct ent_tie {
    size_t size;             /**< of this struct, in bytes */
    uint32_t source;         /**< node index */
    uint32_t target;         /**< node index */
    double weight;           /**< by the chosen weight */
    uint32_t count;          /**< windows that hold both */
    uint32_t articles;       /**< articles with such a window */
    ent_date first;          /**< earliest dated article */
    ent_date last;           /**< latest dated article */
    uint32_t evidence_count; /**< pieces of evidence */
    uint32_t events;         /**< different events that the counted encounters
                                  tell of */
} ent_tie;

/** One piece of evidence for a tie. Start from ENT_EVIDENCE_INIT. */
typedef struct ent_evidence {
    size_t size;                    /**< sizeof(ent_evidence) */
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
    uint32_t copies;                /**< other articles that say the same, see
                                         ent_network_evidence_copies */
    uint8_t field;                  /**< an ent_field */
    double share;                   /**< part of the tie's weight, 0..1 */
    uint32_t apart;                 /**< in the window: sentences between the
                                         closest mentions of the two */
    uint32_t names;                 /**< actors in the window */
    uint32_t sights;                /**< how many pieces of evidence the window
                                         has for the two */
    bool stretch;                   /**< text is several sentences */
} ent_evidence;
/** Evidence to be filled in by ent_network_evidence. */
#define ENT_EVIDENCE_INIT                                                      \
    {                                                                          \
        sizeof(ent_evidence), NULL, NULL, NULL, 0, 0, 0, 0, 0, 0.0, 0, 0, 0,   \
            false                                                              \
    }

/** A window that makes more ties than this is probably a list. */
#define ENT_MANY_TIES 50

/** Figures about the whole network. */
typedef struct ent_network_summary {
    size_t size;               /**< of this struct, in bytes */
    uint32_t articles;         /**< counted, within --since/--until */
    uint32_t windows;          /**< windows that hold at least one actor */
    uint32_t windows_left_out; /**< those of them with more than max_names */
    uint32_t actors;           /**< actors before filters */
    uint32_t nodes;            /**< nodes in the graph */
    uint32_t ties;             /**< ties in the graph */
    uint32_t measured_nodes;   /**< nodes of what is measured: more than in
                                    the graph when top, ego, backbone or
                                    largest_component left some out */
    uint32_t measured_ties;    /**< ties of what is measured */
    uint32_t components;       /**< of what is measured; 0 before analyse */
    uint32_t communities;      /**< of what is measured; 0 before analyse */
    double density;            /**< of what is measured: ties / possible ties; 0
                                    with < 2 nodes */
    double modularity;         /**< of the communities; NaN before analyse */
    ent_date first;            /**< earliest dated article */
    ent_date last;             /**< latest dated article */
    uint32_t samples;          /**< 0: all measures are exact; else betweenness
                                    and closeness were estimated from so many
                                    sources in each component that has more nodes */
    uint32_t sentences_left_out; /**< repetitions of sentences that had counted
                                  before, by date */
    uint32_t large_windows;      /**< windows that made more than ENT_MANY_TIES
                                      ties, as lists of names do */
    uint32_t largest_window;     /**< the most names in one of these */
    uint32_t largest_article;    /**< the article with that one, index in the
                                     corpus; ENT_NONE when there is none */
    uint32_t distance_samples;   /**< 0: mean distance and diameter are exact;
                                    else they were taken from so many nodes, and
                                    the diameter is a lower bound */
    uint32_t community_runs; /**< runs of the search for communities, of which
                                  the best was taken; 0 before analyse */
} ent_network_summary;

/** An option that the network was made with, named as on the command line, or a
 *  count of what was left out ("undated-left-out"). */
typedef struct ent_setting {
    size_t size;       /**< of this struct, in bytes */
    const char *name;  /**< such as "min-weight" */
    const char *value; /**< as text; "" when it was not given */
} ent_setting;

/** How many nodes there are. */
ENT_API size_t ent_network_node_count(const ent_network *network);
/** Node i, or NULL when out of range. Nodes are sorted by mentions, then id. */
ENT_API const ent_node *ent_network_node(const ent_network *network, size_t i);
/**
 * The node of an actor.
 * @param actor index in the corpus.
 * @return the node's index, or ENT_NONE when the actor is not in the graph.
 */
ENT_API uint32_t ent_network_node_of(const ent_network *network,
                                     uint32_t actor);
/** Measure i of a node; NaN before analyse and when either is out of range. */
ENT_API double ent_network_measure(const ent_network *network, size_t node,
                                   size_t measure);
/** Its standard error where it is an estimate (summary's samples), else NaN. */
ENT_API double ent_network_measure_error(const ent_network *network,
                                         size_t node, size_t measure);
/** Measure i of a tie; NaN before analyse and when either is out of range. */
ENT_API double ent_network_tie_measure(const ent_network *network, size_t tie,
                                       size_t measure);
/** Its standard error where it is an estimate (summary's samples), else NaN. */
ENT_API double ent_network_tie_measure_error(const ent_network *network,
                                             size_t tie, size_t measure);
/** Measure i of the whole network; NaN before analyse, where it is not defined
 *  and when i is out of range. */
ENT_API double ent_network_graph_measure(const ent_network *network,
                                         size_t measure);
/** The share of the pairs within a community that the other runs of the search
 *  put together too, 0..1; NaN before analyse, without a pair or another run
 *  and when it is out of range. */
ENT_API double ent_network_stability(const ent_network *network,
                                     size_t community);
/**
 * Row i of the degree distribution of what is measured, by degree.
 * @param degree receives a number of ties.
 * @param nodes receives how many nodes have so many.
 * @return false when i is out of range, and before analyse.
 */
ENT_API bool ent_network_degree(const ent_network *network, size_t i,
                                uint32_t *degree, uint32_t *nodes);
/** How many ties there are. */
ENT_API size_t ent_network_tie_count(const ent_network *network);
/** Tie i, or NULL when out of range. Ties are sorted by source, then target. */
ENT_API const ent_tie *ent_network_tie(const ent_network *network, size_t i);
/** How many encounters of this kind a tie has, of those counted; 0 when either
 *  is out of range. */
ENT_API uint32_t ent_network_encounters(const ent_network *network, size_t tie,
                                        ent_kind kind);
/** What a tie weighs by weight i, whichever weight was chosen; NaN when either
 *  is out of range. */
ENT_API double ent_network_weight(const ent_network *network, size_t tie,
                                  size_t weight);
/**
 * Evidence k of a tie, the best first: stated contacts (held, planned,
 * proposed, denied; the surest first), then single sentences that name both,
 * then stretches of several sentences. Among equals the newest article comes
 * first; undated ones come last.
 * @param out is filled up to its size.
 * @return false when tie or k is out of range.
 */
ENT_API bool ent_network_evidence(const ent_network *network, size_t tie,
                                  size_t k, ent_evidence *out);
/**
 * The other articles in which evidence k of a tie stands too: near-copies of
 * its article, and articles with the same sentence, if it has eight words and
 * more. All of them count once; the evidence is the earliest.
 * @param articles receives the first `room` of them, indices in the corpus, in
 *        order; NULL when room is 0.
 * @return how many there are; 0 where the corpus counts copies.
 */
ENT_API size_t ent_network_evidence_copies(const ent_network *network,
                                           size_t tie, size_t k,
                                           uint32_t *articles, size_t room);
/**
 * The article that counts for an article of the corpus: itself, the one that it
 * is a near-copy of, or another copy where that one is outside the period.
 * @return an index in the corpus; ENT_NONE outside the period and when the
 *         article is out of range.
 */
ENT_API uint32_t ent_network_counted_for(const ent_network *network,
                                         uint32_t article);
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
