/**
 * @file exporter.h
 * The plug-in ABI: write an exporter with this header alone.
 *
 * A plug-in is a shared object that exports one symbol, ent_exporter_entry. It
 * returns a static descriptor, whose write() receives a host table (what the
 * program offers), a view (the network, opaque) and a sink (where bytes go). A
 * plug-in need not link libentente.
 *
 * Compatibility: another major version is refused by either side. Within one
 * major version fields are only ever added at the end of a struct; every table
 * starts with its version and size, and nobody reads past the size. Strings are
 * NUL-terminated UTF-8, borrowed, and live until write() returns. Calls are
 * never made from two threads at once.
 */
#ifndef ENTENTE_EXPORTER_H
#define ENTENTE_EXPORTER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Major version in the high 16 bits, minor in the low. */
#define ENT_EXPORTER_ABI 0x00010003u
/** The major part of a version. */
#define ENT_EXPORTER_ABI_MAJOR(version) ((uint32_t)(version) >> 16)

/** Where bytes go. */
typedef struct ent_sink {
    /** Takes n bytes; returns 0, or nonzero once anything has failed. */
    int (*write)(void *ctx, const void *bytes, size_t n);
    /** Passed back to write. */
    void *ctx;
} ent_sink;

/** The network, as the host sees it. */
typedef struct ent_view ent_view;

/** What an attribute belongs to. */
typedef enum ent_scope { ENT_GRAPH, ENT_NODE, ENT_TIE } ent_scope;

/** The type of an attribute or option. */
typedef enum ent_value_type {
    ENT_STRING,     /**< string */
    ENT_INTEGER,    /**< integer */
    ENT_REAL,       /**< real; NaN and infinities never occur */
    ENT_BOOLEAN,    /**< integer, 0 or 1 */
    ENT_DATE,       /**< string, "YYYY-MM-DD" */
    ENT_STRING_LIST /**< list of count strings */
} ent_value_type;

/** An attribute that all nodes, all ties or the graph may have. */
typedef struct ent_attribute {
    const char *name;     /**< such as "label", "weight", "betweenness" */
    const char *help;     /**< one line on its meaning, unit and range */
    ent_value_type type;  /**< which member of ent_value holds it */
} ent_attribute;

/** A value; which member counts is told by the type. This struct and
 *  ent_sink stay as they are within a major version. */
typedef struct ent_value {
    const char *string;        /**< ENT_STRING, ENT_DATE */
    int64_t integer;           /**< ENT_INTEGER, ENT_BOOLEAN */
    double real;               /**< ENT_REAL */
    const char *const *list;   /**< ENT_STRING_LIST */
    size_t count;              /**< ENT_STRING_LIST: how many */
} ent_value;

/** One piece of evidence for a tie; append-only. */
typedef struct ent_proof {
    const char *article;   /**< id of the article */
    const char *title;     /**< its title, or "" */
    const char *source;    /**< its publisher, or NULL */
    const char *url;       /**< its address, or NULL */
    const char *date;      /**< "YYYY-MM-DD", or NULL */
    const char *sentence;  /**< the sentence, whitespace made single blanks */
    uint32_t start;        /**< bytes into the article's title or text */
    uint32_t end;          /**< one past the last byte */
    const char *field;     /**< "title" or "text" */
    const char *kind;      /**< "meet", "call", "joint", or NULL */
    const char *standing;  /**< "held", "planned", ..., or NULL */
    const char *when;      /**< the encounter's day, or NULL */
    const char *where;     /**< the encounter's place, or NULL */
    double share;          /**< part of the tie's weight, 0..1 */
    uint32_t copies;       /**< other articles that say the same, as
                                near-copies or in this sentence */
    const char *const *copy_articles; /**< their ids, `copies` of them */
    /* since 1.2 */
    double confidence;     /**< of the encounter, 0..1; 1 without one */
    const char *form;      /**< a finer kind where the words tell, such as
                                "interview" or "phone"; or NULL */
    uint32_t weak;         /**< what makes it weaker than a meeting, as bits: 1
                                only words to the other, 2 words for all to
                                read, 4 several told as one */
    /* since 1.3 */
    const char *when_text; /**< the words for the encounter's day, or NULL */
    uint32_t stretch;      /**< 1 when `sentence` is several sentences */
    uint32_t apart;        /**< in the window: sentences between the two */
    uint32_t names;        /**< names in the window */
    uint32_t sights;       /**< how many proofs of this tie the window is */
} ent_proof;

/** How loud a log line is. */
typedef enum ent_log_level { ENT_LOG_INFO, ENT_LOG_WARNING } ent_log_level;

/** What the program offers to an exporter; append-only. */
typedef struct ent_host {
    uint32_t abi_version; /**< ENT_EXPORTER_ABI of the host */
    uint32_t struct_size; /**< sizeof(ent_host) of the host */
    /** How many nodes; their indices run from 0. */
    size_t (*node_count)(const ent_view *view);
    /** How many ties; their indices run from 0. */
    size_t (*tie_count)(const ent_view *view);
    /** The two nodes of a tie; returns 0, or -1 when tie is out of range. */
    int (*tie_ends)(const ent_view *view, size_t tie, size_t *source,
                    size_t *target);
    /** How many attributes a scope has. */
    size_t (*attribute_count)(const ent_view *view, ent_scope scope);
    /** Attribute i of a scope, or NULL when out of range. */
    const ent_attribute *(*attribute)(const ent_view *view, ent_scope scope,
                                      size_t i);
    /** The index of the attribute named so, or -1. */
    int (*attribute_find)(const ent_view *view, ent_scope scope,
                          const char *name);
    /**
     * Attribute `attribute` of node or tie `item` (0 for the graph). Returns 1
     * with the value, 0 when it has none (an unknown date, a measure that is
     * not computed), -1 when an index is out of range or memory is out.
     */
    int (*value)(const ent_view *view, ent_scope scope, size_t item,
                 size_t attribute, ent_value *out);
    /** How many pieces of evidence a tie has. */
    size_t (*proof_count)(const ent_view *view, size_t tie);
    /** Evidence k of a tie, or NULL when out of range or out of memory. It
     *  lives until the next call of proof. */
    const ent_proof *(*proof)(const ent_view *view, size_t tie, size_t k);
    /** The value of one of the exporter's own options, given or default; NULL
     *  when it has no such option. Booleans read "true" or "false". */
    const char *(*option)(const ent_view *view, const char *name);
    /** Says why write() is about to fail: one line, what was expected. */
    void (*set_error)(const ent_view *view, const char *message);
    /** Passes a line to the program's log. */
    void (*log)(const ent_view *view, ent_log_level level,
                const char *message);
    /** Nonzero when the user wants to stop: return as soon as possible. */
    int (*cancelled)(const ent_view *view);
    /** How many settings the network was made with; since 1.1. */
    size_t (*setting_count)(const ent_view *view);
    /** Setting i, the pairs that the graph's attribute "options" shows as text;
     *  returns 0, or -1 when i is out of range. Since 1.1. */
    int (*setting)(const ent_view *view, size_t i, const char **name,
                   const char **value);
    /** Where a node is drawn: points (1/72 inch), x to the right, y up. All
     *  formats show the same places. Returns 0, or -1 when node is out of
     *  range or nothing was laid out: see ENT_EXPORTER_PLACED. Since 1.2. */
    int (*position)(const ent_view *view, size_t node, double *x, double *y);
    /** How large the node's circle is there, in points across, by its strength:
     *  the places leave room for it. 0 when out of range. Since 1.2. */
    double (*diameter)(const ent_view *view, size_t node);
    /** How many slices the network's time is cut into, in order of time; 0
     *  where it is not cut. Since 1.2. */
    size_t (*slice_count)(const ent_view *view);
    /** Slice i: its name ("2016-03"), its first and last day; slices may
     *  overlap. Returns 0, or -1 when i is out of range or memory is out.
     *  Since 1.2. */
    int (*slice)(const ent_view *view, size_t i, const char **name,
                 const char **first, const char **last);
    /** What an attribute of value() is within a slice: of a node its measures,
     *  its counts and the community followed through time, of a tie its weight
     *  and counts, of the graph its counts. Returns 1 with the value; 0 when it
     *  has none or is not in the slice, and for attributes that time does not
     *  change; -1 when an index is out of range. A node has "mentions" and a
     *  tie "weight" where and only where it is in the slice. Since 1.2. */
    int (*slice_value)(const ent_view *view, size_t slice, ent_scope scope,
                       size_t item, size_t attribute, ent_value *out);
    /** How many articles there are, counted or not. Since 1.3. */
    size_t (*article_count)(const ent_view *view);
    /** Article i: its id, its day, and the id of the article that counts in
     *  its stead, of which it is a near-copy; the last two may be NULL. Returns
     *  1 when it belongs to the network, by itself or as a copy, 0 when it is
     *  outside the period, -1 when i is out of range or memory is out. Since
     *  1.3. */
    int (*article)(const ent_view *view, size_t i, const char **id,
                   const char **date, const char **counted_for);
} ent_host;

/** An option that an exporter takes; append-only. What is given is checked
 *  against it before write() runs. */
typedef struct ent_exporter_option {
    const char *name;           /**< as the user types it */
    ent_value_type type;        /**< STRING, INTEGER, REAL or BOOLEAN */
    const char *default_value;  /**< as text */
    const char *help;           /**< one line */
    const char *choices;        /**< "a|b|c" when limited, or NULL */
    /* since 1.1 */
    const char *least;          /**< smallest number allowed, or NULL */
    const char *most;           /**< largest number allowed, or NULL */
} ent_exporter_option;

/** Flags of a descriptor. */
enum {
    ENT_EXPORTER_BINARY = 1, /**< not for a terminal */
    ENT_EXPORTER_PLACED = 2, /**< wants the nodes' places: the network is laid
                                  out before write() runs; since 1.2 */
    ENT_EXPORTER_UNMEASURED = 4 /**< wants no measures: the network need not be
                                     analysed; since 1.3 */
};

/** What an exporter is; static, append-only. */
typedef struct ent_exporter {
    uint32_t abi_version;    /**< ENT_EXPORTER_ABI it was compiled with */
    uint32_t struct_size;    /**< sizeof(ent_exporter) it was compiled with */
    const char *name;        /**< lower-case letters, digits, '-' */
    const char *description; /**< one line */
    const char *version;     /**< its own version */
    const char *extensions;  /**< separated by blanks, without dots */
    const char *mime;        /**< media type of what it writes */
    uint32_t flags;          /**< ENT_EXPORTER_* */
    uint32_t option_count;   /**< how many options */
    uint32_t option_size;    /**< sizeof(ent_exporter_option) */
    const ent_exporter_option *options; /**< NULL when there are none */
    /**
     * Writes the network to the sink.
     * @return 0, or nonzero after a failure, explained through set_error (a
     *         failing sink needs no explanation).
     */
    int (*write)(const ent_host *host, const ent_view *view,
                 const ent_sink *sink);
    /** The next exporter of the same plug-in, or NULL. */
    const struct ent_exporter *next;
} ent_exporter;

/** The one symbol of a plug-in. Returns a static descriptor, or NULL when it
 *  can't serve a host of this version. */
typedef const ent_exporter *(*ent_exporter_entry_fn)(uint32_t host_abi);

/** Shows the entry symbol where a plug-in hides its others. */
#if defined(__GNUC__) || defined(__clang__)
#define ENT_EXPORTER_EXPORT __attribute__((visibility("default")))
#else
#define ENT_EXPORTER_EXPORT
#endif

/** Name of the entry symbol. */
#define ENT_EXPORTER_ENTRY "ent_exporter_entry"

#ifdef __cplusplus
}
#endif
#endif
