/**
 * @file output.h
 * Writing: files that appear whole, exporters, reports, JSON lines.
 *
 * Everything is written to an ent_sink. One comes with an ent_output, a file
 * that appears whole or not at all; a program may bring its own. The exporters
 * built into the library and those loaded as plug-ins write a network as GEXF,
 * GraphML, JSON, pictures and so on; reports are for people to read.
 */
#ifndef ENTENTE_OUTPUT_H
#define ENTENTE_OUTPUT_H

#include "events.h"
#include "exporter.h"
#include "network.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A file that appears whole or not at all; "-" is standard output. */
typedef struct ent_output ent_output;

/**
 * Finds out whether path can be written, before the work whose result goes
 * there: a temporary file is made beside it and removed. What is written in
 * place (pipes, devices) is not opened.
 * @return ENT_ERR_IO with the reason, as ent_output_open would.
 */
ENT_API ENT_USE ent_status ent_output_check(const char *path,
                                            ent_error *error);
/** Opens a temporary file beside path, or standard output for "-". */
ENT_API ENT_USE ent_status ent_output_open(ent_output **out, const char *path,
                                           ent_error *error);
/** Where to write to. Its errors are sticky and come back from commit. */
ENT_API const ent_sink *ent_output_sink(ent_output *output);
/** Flushes, syncs, renames into place and frees the output, even on failure. */
ENT_API ENT_USE ent_status ent_output_commit(ent_output *output,
                                             ent_error *error);
/** Removes the temporary file and frees the output; NULL is allowed. */
ENT_API void ent_output_discard(ent_output *output);
/**
 * Removes the temporary files of all open outputs. Async-signal-safe, for a
 * handler that is about to end the process.
 */
ENT_API void ent_output_abandon_all(void);

/** The exporters at hand, built-in and loaded. */
typedef struct ent_exporters ent_exporters;

/** An exporter, or a file that could not be loaded as one. */
typedef struct ent_exporter_info {
    size_t size;             /**< of this struct, in bytes */
    const char *name;        /**< or the file's base name when it failed */
    const char *extensions;  /**< separated by spaces, such as "graphml" */
    const char *version;     /**< the exporter's own version */
    const char *description; /**< one line */
    const char *path;        /**< "built-in" or the plug-in's file */
    const char *failure;     /**< why it could not be loaded, or NULL */
    const ent_exporter_option *options; /**< what it can be told */
    size_t option_count;     /**< how many options */
    bool binary;             /**< its output is not for a terminal */
    const char *mime;        /**< media type of what it writes, or "" */
    bool placed;             /**< shows where nodes are: see layout.h */
    bool unmeasured;         /**< writes no measures: the network need not be
                                  analysed */
} ent_exporter_info;

/** What the caller is told while exporters write. */
typedef struct ent_export_events {
    size_t size; /**< sizeof(ent_export_events) */
    /** Receives an exporter's remark, one line; NULL: not wanted. */
    void (*log)(void *ctx, ent_log_level level, const char *message);
    /** Called now and then; a nonzero result stops the exporter. NULL: never
        stops. */
    int (*cancelled)(void *ctx);
    void *ctx; /**< passed back to both */
} ent_export_events;
/** Defaults: no calls back. */
#define ENT_EXPORT_EVENTS_INIT { sizeof(ent_export_events), NULL, NULL, NULL }

/**
 * Collects the exporters: built-in first, then search_path (folders separated
 * by ':', or NULL), then the folders beside the program, beside the library and
 * where it was installed. A file that fails in the scan is kept with its
 * failure.
 * @param plugins false: built-in only.
 */
ENT_API ENT_USE ent_status ent_exporters_new(ent_exporters **out, bool plugins,
                                             const char *search_path,
                                             ent_error *error);
/** Loads one plug-in file; it goes before those found by scanning. */
ENT_API ENT_USE ent_status ent_exporters_load(ent_exporters *exporters,
                                              const char *path,
                                              ent_error *error);
/**
 * The plug-in file that this thread is loading, or NULL: a plug-in's own code
 * runs meanwhile, and a handler of signals can name the one that crashed.
 */
ENT_API const char *ent_exporters_loading(void);
/** How many entries there are, failures included. */
ENT_API size_t ent_exporters_count(const ent_exporters *exporters);
/** Entry i, borrowed; NULL when out of range. */
ENT_API const ent_exporter_info *
ent_exporters_info(const ent_exporters *exporters, size_t i);
/** Sets what is called back while exporters write; copied. */
ENT_API void ent_exporters_listen(ent_exporters *exporters,
                                  const ent_export_events *events);
/**
 * The exporter that ent_export would take, so that wrong names and options are
 * found before the long work begins.
 * @param out receives the entry, borrowed; NULL is allowed.
 * @return as ent_export.
 */
ENT_API ENT_USE ent_status ent_exporters_find(const ent_exporters *exporters,
                                              const char *name,
                                              const char *path,
                                              const char *const *options,
                                              const ent_exporter_info **out,
                                              ent_error *error);
/**
 * Writes the network with one exporter, compressed by gzip if path ends in
 * ".gz" ("net.gexf.gz"). An exporter with an option "part" (csv:
 * nodes or edges) takes the part that the file's name ends in, as in
 * "net-nodes.csv", unless an option says otherwise. If it shows where nodes are,
 * these are the places of ent_network_lay_out; a network without them is laid
 * out by the defaults, for this file alone.
 * @param name the exporter, or NULL to choose by path's extension.
 * @param path for the choice and for messages.
 * @param options "name=value" strings, NULL-terminated; or NULL.
 * @return ENT_ERR_NOT_FOUND when no exporter fits, naming those that exist;
 *         ENT_ERR_ARGUMENT for an option it does not take; ENT_ERR_IO when the
 *         sink failed (its owner knows why); ENT_ERR_PLUGIN with the
 *         exporter's own message.
 */
ENT_API ENT_USE ent_status ent_export(const ent_exporters *exporters,
                                      const char *name, const char *path,
                                      const char *const *options,
                                      const ent_network *network,
                                      const ent_sink *sink, ent_error *error);
/** Frees the collection (loaded code stays loaded); NULL is allowed. */
ENT_API void ent_exporters_free(ent_exporters *exporters);

/** How a report is written. */
typedef enum ent_report_format {
    ENT_REPORT_TERMINAL,
    ENT_REPORT_MARKDOWN,
    ENT_REPORT_HTML,
    ENT_REPORT_CSV,
    ENT_REPORT_JSON
} ent_report_format;

/** What a report shows. */
typedef struct ent_report_options {
    size_t size;              /**< sizeof(ent_report_options) */
    ent_report_format format; /**< how it is written */
    uint32_t rows;            /**< nodes and ties shown; 0: all */
    uint32_t width;           /**< terminal columns; 0: 80 */
    bool colour;              /**< terminal escapes */
    const char *by;           /**< ranks the nodes: a name of ent_measure_at;
                                   NULL: "strength" */
    bool brokers;             /**< only who connects groups, ranked by `by`;
                                   NULL there: "betweenness" */
    uint32_t skipped;         /**< inputs that could not be read, to be told */
    const char *picture;      /**< the network as SVG, shown in HTML; or NULL */
    const char *picture_caption; /**< what it shows, or NULL */
} ent_report_options;
/** Defaults: plain terminal text, 20 rows, by strength. */
#define ENT_REPORT_OPTIONS_INIT                                                \
    { sizeof(ent_report_options), ENT_REPORT_TERMINAL, 20, 0, false, NULL,     \
      false, 0, NULL, NULL }

/**
 * Writes the centrality report of an analysed network.
 * @param options NULL: the defaults.
 * @return ENT_ERR_ARGUMENT for an unknown format or measure, or before analyse;
 *         ENT_ERR_IO when the sink fails; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_report_write(const ent_network *network,
                                            const ent_report_options *options,
                                            const ent_sink *sink,
                                            ent_error *error);
/**
 * Writes the evidence of one tie, or of one actor's ties.
 * @param a a node index.
 * @param b the other node, or ENT_NONE for all ties of a.
 * @param options by is not used; NULL: the defaults.
 * @return ENT_ERR_ARGUMENT when a or b is no node or the format is unknown;
 *         ENT_ERR_NOT_FOUND when the two, or a, have no tie; ENT_ERR_IO when
 *         the sink fails; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_report_explain(const ent_network *network,
                                              uint32_t a, uint32_t b,
                                              const ent_report_options *options,
                                              const ent_sink *sink,
                                              ent_error *error);
/**
 * Writes the events as a table, in the options' format.
 * @param options rows and by are not used: all events are written; NULL: the
 *        defaults.
 * @return ENT_ERR_ARGUMENT when the format is unknown; ENT_ERR_IO when the sink
 *         fails; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_events_report(const ent_events *events,
                                             const ent_report_options *options,
                                             const ent_sink *sink,
                                             ent_error *error);
/**
 * Writes each event as one JSON line, with its evidence.
 * @return ENT_ERR_IO when the sink fails; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_events_write_json(const ent_events *events,
                                                 const ent_sink *sink,
                                                 ent_error *error);
/**
 * Writes the events as a calendar (iCalendar, RFC 5545), for programs that show
 * one. It holds the events whose days are known to a month.
 * @param left_out receives how many are not; NULL is allowed.
 * @return ENT_ERR_IO when the sink fails; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_events_write_calendar(const ent_events *events,
                                                     const ent_sink *sink,
                                                     size_t *left_out,
                                                     ent_error *error);
/**
 * Writes the article as one JSON line: id, title, date, ..., text.
 * @return ENT_ERR_IO when the sink fails; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_article_write_json(const ent_article *article,
                                                  const ent_sink *sink,
                                                  ent_error *error);
/**
 * Like ent_article_write_json, with one more member, "explain": an object that
 * says how the input was read. "format" is its format, "format_from" what told
 * it ("content" or "option"), "title_from" and "text_from" where these were
 * found, "left_out" what of the input isn't in the text; null where there is
 * nothing to tell.
 */
ENT_API ENT_USE ent_status ent_article_write_explained(
    const ent_article *article, const ent_sink *sink, ent_error *error);
/**
 * Writes the article's mentions and encounters as one JSON line. Each cluster
 * stands for itself: "actor" is "ARTICLE#NUMBER:NAME".
 * @param types the mentions to write, as a bit set: 1u << ent_type.
 * @return ENT_ERR_IO when the sink fails; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_article_write_mentions(
    const ent_article *article, unsigned types, const ent_sink *sink,
    ent_error *error);
/**
 * The same for article i of a resolved corpus, with the actor's id as "actor";
 * bylines and credits stand for themselves.
 * @return ENT_ERR_ARGUMENT when i is out of range; ENT_ERR_IO when the sink
 *         fails; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_corpus_write_mentions(const ent_corpus *corpus,
                                                     size_t i, unsigned types,
                                                     const ent_sink *sink,
                                                     ent_error *error);
/**
 * Writes the article with all that was found in it as one JSON line: "id" and
 * "record", which is read back as the same article, without searching it again,
 * by any machine with a library that keeps articles alike.
 * @return ENT_ERR_IO when the sink fails; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_article_write_record(const ent_article *article,
                                                    const ent_sink *sink,
                                                    ent_error *error);

#ifdef __cplusplus
}
#endif
#endif
