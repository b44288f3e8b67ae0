/**
 * @file pipeline.h
 * The straight line: inputs -> articles -> corpus -> network -> files.
 *
 *     ent_reader   source, text, recognise, clusters, encounters: one article
 *     ent_corpus   keeps the articles, decides who is who among them
 *     ent_network  relates the actors, filters, measures
 *     ent_exporters, ent_report: write files
 *
 * Option structs begin with their size; start from the _INIT macro. A call on
 * one object must not run at the same time as another call on the same object.
 */
#ifndef ENTENTE_PIPELINE_H
#define ENTENTE_PIPELINE_H

#include "article.h"
#include "exporter.h"
#include "network.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The library's version, "1.2.3". */
ENT_API const char *ent_version(void);

/* ---- Reading articles ------------------------------------------------- */

/** How far names are brought together. */
typedef enum ent_resolve_mode {
    ENT_RESOLVE_CORPUS,  /**< across all articles */
    ENT_RESOLVE_ARTICLE, /**< within each article only */
    ENT_RESOLVE_NONE     /**< not at all: mentions only */
} ent_resolve_mode;

/**
 * An article that the program at hand has in memory. Start from ENT_TEXT_INIT;
 * all strings are NUL-terminated UTF-8 and, but for text, may be NULL.
 */
typedef struct ent_text {
    size_t size;          /**< sizeof(ent_text) */
    const char *text;     /**< the body */
    const char *title;    /**< the headline */
    const char *id;       /**< what evidence calls it; NULL: "text#1" ... */
    const char *date;     /**< ISO 8601, "2014-03-29"; NULL: not known */
    const char *source;   /**< the publisher */
    const char *url;      /**< the address */
    const char *language; /**< a BCP 47 tag; NULL: English */
} ent_text;
/** A text of which nothing is known yet. */
#define ENT_TEXT_INIT                                                          \
    { sizeof(ent_text), NULL, NULL, NULL, NULL, NULL, NULL, NULL }

/** What a reader does with its inputs. */
typedef struct ent_read_options {
    size_t size;               /**< sizeof(ent_read_options) */
    const char *input_format;  /**< "text", "jsonl", "json"...; NULL: by
                                    content */
    const char *model;         /**< a model file; NULL: the one inside */
    const char *recogniser;    /**< a command that recognises; or NULL */
    const char *entities;      /**< a list of names to find as well; or NULL */
    double min_confidence;     /**< leave out mentions below, 0..1; negative:
                                    below 0.42 those found by a model, none
                                    found otherwise */
    unsigned threads;          /**< worker threads; 0: one per core */
    ent_resolve_mode resolve;  /**< NONE leaves clusters and encounters out */
    bool text_only;            /**< read and date only: nothing recognised */
    const ent_text *texts;     /**< articles to read after the inputs; they
                                    must live as long as the reader; or NULL */
    size_t text_count;         /**< how many texts */
    unsigned recogniser_seconds; /**< what recogniser may take for an article;
                                    0: any time */
    /** Asked now and then by ent_reader_next; nonzero ends the reading. NULL:
        never. */
    int (*cancelled)(void *ctx);
    void *cancelled_ctx;       /**< passed back to cancelled */
} ent_read_options;
/** Defaults: all formats, built-in model, its own threshold, one thread a core,
 * a minute for an outside recogniser's article. */
#define ENT_READ_OPTIONS_INIT                                                  \
    { sizeof(ent_read_options), NULL, NULL, NULL, NULL, -1.0, 0,               \
      ENT_RESOLVE_CORPUS, false, NULL, 0, 60, NULL, NULL }

/** Reads articles in the order of the inputs, whatever the threads. */
typedef struct ent_reader ent_reader;

/**
 * Starts reading.
 * @param out receives the reader, which the caller frees.
 * @param inputs files, folders (recursive, sorted) or "-" for standard input;
 *        the strings must live as long as the reader. May be NULL with a count
 *        of 0, when options->texts is all there is to read.
 * @return ENT_ERR_NOT_FOUND or ENT_ERR_IO when the model can't be loaded,
 *         ENT_ERR_NOT_FOUND when there is no such recogniser, ENT_ERR_ARGUMENT
 *         for wrong options. An input that can't be read is reported by
 *         ent_reader_next, so that the others still are.
 */
ENT_API ENT_USE ent_status ent_reader_open(ent_reader **out,
                                           const ent_read_options *options,
                                           const char *const *inputs,
                                           size_t count, ent_error *error);
/**
 * Reads on to the next article.
 * @param out receives the article, which the caller frees or gives to a
 *        corpus; NULL at the end.
 * @return ENT_ERR_MEMORY and ENT_ERR_CANCELLED end the reading. Any other
 *         failure concerns one article or input, which is skipped and counted:
 *         call again for the next.
 */
ENT_API ENT_USE ent_status ent_reader_next(ent_reader *reader,
                                           ent_article **out,
                                           ent_error *error);
/**
 * How many files and folders were reached again, by a second name, a link or
 * the same one twice. Each is read once, under the name it was reached by first.
 */
ENT_API size_t ent_reader_repeat_count(const ent_reader *reader);
/**
 * The name that was passed over.
 * @param first receives the name that is read instead; NULL is allowed.
 * @return borrowed; NULL when i is out of range.
 */
ENT_API const char *ent_reader_repeat(const ent_reader *reader, size_t i,
                                      const char **first);
/** How many articles or inputs were skipped so far. */
ENT_API size_t ent_reader_skipped(const ent_reader *reader);
/**
 * How many of the articles read so far are in a language whose words the
 * program does not know: names are found in them, and who is named near whom,
 * but no stated contacts. An article that names no language counts as English.
 * @param languages receives their tags, sorted, as "de, fr" ("" when there are
 *        none); borrowed until the next call of ent_reader_next.
 */
ENT_API size_t ent_reader_names_only(const ent_reader *reader,
                                     const char **languages);
/**
 * How far the reading is, in bytes of input.
 * @param done bytes handed out so far.
 * @param total bytes of all inputs, 0 when unknown (standard input).
 */
ENT_API void ent_reader_progress(const ent_reader *reader, uint64_t *done,
                                 uint64_t *total);
/** Stops the workers and frees the reader; NULL is allowed. */
ENT_API void ent_reader_free(ent_reader *reader);

/* ---- Who is who ------------------------------------------------------- */

/** A person, organisation or place of the corpus. */
typedef struct ent_actor {
    const char *id;             /**< stable for the same inputs: a-z, 0-9 and
                                     '-', never a number or a word such as
                                     "null" */
    const char *label;          /**< the name to show */
    const char *const *aliases; /**< other forms seen, most used first */
    uint32_t alias_count;       /**< how many aliases there are */
    uint32_t mentions;          /**< in all articles, story role only */
    uint32_t articles;          /**< how many articles mention it */
    uint32_t likely;            /**< the actor that a name left open probably
                                     stands for, or ENT_NONE */
    uint8_t type;               /**< an ent_type */
    bool curated;               /**< decided by the user's alias file */
    bool dropped;               /**< the alias file says: leave out */
} ent_actor;

/** Why a name was taken for its actor's. */
typedef enum ent_reason {
    ENT_BY_ITSELF,   /**< it is the name, or nothing else is known */
    ENT_BY_SPELLING, /**< another spelling, initial or middle name */
    ENT_BY_ONLY,     /**< the corpus's only bearer of the surname */
    ENT_BY_HABIT,    /**< articles with the full name use it for this one */
    ENT_BY_CONTEXT,  /**< the people and things named beside it */
    ENT_BY_FILE      /**< the alias file says so */
} ent_reason;

/** Who a mention is. The mentions of a cluster share it, but for those that
 * the alias file takes out of it. */
typedef struct ent_assignment {
    uint32_t actor;   /**< index in the corpus */
    float confidence; /**< of the cluster and its link to the actor, 0 to 1 */
    uint8_t reason;   /**< an ent_reason: why the link */
} ent_assignment;

/** How to resolve. */
typedef struct ent_resolve_options {
    size_t size;           /**< sizeof(ent_resolve_options) */
    ent_resolve_mode mode; /**< corpus or article */
    const char *aliases;   /**< an alias file (JSON), or NULL */
    const char *exclude;   /**< a list of names to leave out, or NULL */
    bool count_copies;     /**< count each near-copy as its own article */
} ent_resolve_options;
/** Defaults: across the corpus, no alias file, copies counted once. */
#define ENT_RESOLVE_OPTIONS_INIT                                               \
    { sizeof(ent_resolve_options), ENT_RESOLVE_CORPUS, NULL, NULL, false }

/** Articles and the actors in them. */
typedef struct ent_corpus ent_corpus;

/** Makes an empty corpus, which the caller frees. */
ENT_API ENT_USE ent_status ent_corpus_new(ent_corpus **out, ent_error *error);
/** Adds an article and takes it; on failure the caller keeps it. */
ENT_API ENT_USE ent_status ent_corpus_add_take(ent_corpus *corpus,
                                               ent_article *article,
                                               ent_error *error);
/**
 * Decides who is who: gives each mention its actor. May be called again after
 * more articles were added or with other options; earlier decisions are
 * replaced, and the articles themselves never change.
 * @return ENT_ERR_FORMAT when the alias file is wrong, with line and byte.
 */
ENT_API ENT_USE ent_status ent_corpus_resolve(
    ent_corpus *corpus, const ent_resolve_options *options, ent_error *error);
/**
 * How many things the user should know of the last resolve: names in the alias
 * file that fit nobody in the articles, and decisions that change nothing.
 */
ENT_API size_t ent_corpus_warning_count(const ent_corpus *corpus);
/** Warning i as one line that begins with the file's name; NULL when out of
 * range. Borrowed, until the next resolve. */
ENT_API const char *ent_corpus_warning(const ent_corpus *corpus, size_t i);
/** How many articles the corpus holds. */
ENT_API size_t ent_corpus_article_count(const ent_corpus *corpus);
/** Article i in the order added, or NULL when out of range. */
ENT_API const ent_article *ent_corpus_article(const ent_corpus *corpus,
                                              size_t i);
/** The article that article i is a near-copy of, or ENT_NONE. */
ENT_API uint32_t ent_corpus_copy_of(const ent_corpus *corpus, size_t i);
/** How many actors there are; 0 before resolve. */
ENT_API size_t ent_corpus_actor_count(const ent_corpus *corpus);
/** Actor i (sorted by mentions, then id), or NULL when out of range. */
ENT_API const ent_actor *ent_corpus_actor(const ent_corpus *corpus, size_t i);
/**
 * Who mention m of article i is, or NULL: before resolve, for bylines, credits
 * and furniture, for mentions without a cluster, or out of range. Borrowed,
 * until the next resolve.
 */
ENT_API const ent_assignment *ent_corpus_assignment(const ent_corpus *corpus,
                                                    size_t i, size_t m);
/** One line for the user on what was done; "" when there is nothing to say. */
typedef struct ent_remark {
    char text[512]; /**< UTF-8, ended with NUL; cut when too long */
} ent_remark;
/**
 * The actor that a user's words mean: an id, a full label, else the one of all
 * who bear the name (as alias or last name) who is mentioned at least five
 * times as often as the next. Case and accents are ignored.
 * @param out receives the actor's index.
 * @param remark receives, where others bear the name too, whom it was taken for
 *        and who they are; NULL is allowed.
 * @return ENT_ERR_NOT_FOUND naming the nearest actors, ENT_ERR_ARGUMENT naming
 *         the bearers with their mentions when it is close.
 */
ENT_API ENT_USE ent_status ent_corpus_find_actor(const ent_corpus *corpus,
                                                 const char *name,
                                                 uint32_t *out,
                                                 ent_remark *remark,
                                                 ent_error *error);
/**
 * Writes the current decisions as an alias file: who goes by which names.
 * Given back as ent_resolve_options.aliases it changes nothing; edited, or used
 * with other articles, it decides.
 * @param min_mentions leaves out actors with fewer, but for those that the
 *        alias file decided on, which would be lost; 0: none.
 * @return ENT_ERR_ARGUMENT before resolve, ENT_ERR_IO when the sink fails.
 */
ENT_API ENT_USE ent_status ent_corpus_write_aliases(const ent_corpus *corpus,
                                                    uint32_t min_mentions,
                                                    const ent_sink *sink,
                                                    ent_error *error);
/**
 * Writes why names were taken for this actor: a line on the actor, then each
 * name with its articles, the reason and its confidence, as plain text.
 * @return ENT_ERR_ARGUMENT when there is no such actor.
 */
ENT_API ENT_USE ent_status ent_corpus_explain(const ent_corpus *corpus,
                                              uint32_t actor,
                                              const ent_sink *sink,
                                              ent_error *error);
/** Frees the corpus and its articles; NULL is allowed. */
ENT_API void ent_corpus_free(ent_corpus *corpus);

/* ---- Who meets whom --------------------------------------------------- */

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

/** What goes into the network. types to until and the three min_ make the
 *  network, which is what measures describe; top, ego with hops, backbone and
 *  largest_component choose what is shown of it (ent_analyse_options.shown). */
typedef struct ent_network_options {
    size_t size;              /**< sizeof(ent_network_options) */
    unsigned types;           /**< bit set: 1u << ent_type */
    ent_tie_source ties;      /**< windows or encounters */
    unsigned kinds;           /**< encounters counted: 1u << ent_kind */
    unsigned standings;       /**< encounters counted: 1u << ent_standing */
    ent_window window;        /**< what holds two names together */
    uint32_t window_words;    /**< for ENT_WINDOW_WORDS, at least 1 */
    const char *weight;       /**< what a tie weighs: a name of
                                   ent_weight_at; NULL: "count". Without
                                   positive weight two actors have no tie; by
                                   "llr" those have none whom chance alone
                                   would bring together as often */
    double min_weight;        /**< drop ties below */
    uint32_t min_articles;    /**< drop ties seen in fewer articles */
    uint32_t min_mentions;    /**< drop actors with fewer mentions */
    ent_date since;           /**< leave out articles before; ENT_NO_DATE */
    ent_date until;           /**< leave out articles after; ENT_NO_DATE */
    const char *ego;          /**< keep this actor's surroundings, or NULL */
    uint32_t hops;            /**< how far from ego, default 1 */
    uint32_t top;             /**< keep the N strongest nodes; 0: all */
    double backbone;          /**< disparity filter's alpha; 0: off */
    bool largest_component;   /**< keep the largest component only */
    ent_isolates isolates;    /**< whether actors without ties stay */
    uint32_t max_names;       /**< windows that name more actors make no ties
                                   (lists, not stories) and are counted in
                                   the summary; 0: every window does. Not for
                                   ENT_WINDOW_WORDS */
} ent_network_options;
/** Defaults: persons, sentence windows, counts, no filters. */
#define ENT_NETWORK_OPTIONS_INIT                                               \
    { sizeof(ent_network_options), 1u << ENT_PERSON, ENT_TIES_WINDOW,          \
      (1u << ENT_KIND_COUNT) - 1, (1u << ENT_HELD) | (1u << ENT_PLANNED),      \
      ENT_WINDOW_SENTENCE, 0, NULL, 0.0, 0, 0, ENT_NO_DATE,        \
      ENT_NO_DATE, NULL, 1, 0, 0.0, false, ENT_ISOLATES_AUTO, 0 }

/** How to measure. */
typedef struct ent_analyse_options {
    size_t size;        /**< sizeof(ent_analyse_options) */
    uint64_t seed;      /**< of communities and samples */
    uint32_t samples;   /**< estimate path measures from so many nodes of each
                             larger component, at least 2; 0: all of them up to
                             what takes about half a minute, beyond that as
                             many as do */
    bool exact;         /**< path measures from all nodes, whatever it takes;
                             samples is of no account then */
    bool shown;         /**< measure what top, ego, backbone and
                             largest_component have left; false: measure the
                             network before they chose from it */
} ent_analyse_options;
/** Defaults: seed 1, exact while affordable, the whole network. */
#define ENT_ANALYSE_OPTIONS_INIT                                               \
    { sizeof(ent_analyse_options), 1, 0, false, false }

/**
 * Relates the actors of a resolved corpus and applies the filters.
 * @param out receives the network, which the caller frees before the corpus.
 * @return ENT_ERR_NOT_FOUND or ENT_ERR_ARGUMENT when ego names nobody or
 *         several; ENT_ERR_LIMIT, naming the article, when there are more
 *         pairs than the machine's memory holds.
 */
ENT_API ENT_USE ent_status ent_network_build(ent_network **out,
                                             const ent_corpus *corpus,
                                             const ent_network_options *options,
                                             ent_error *error);
/**
 * As ent_corpus_find_actor, among the actors that are in the network, with the
 * mentions counted there; where nobody in it bears the name, in the corpus.
 * @param out receives the actor's index in the corpus.
 */
ENT_API ENT_USE ent_status ent_network_find_actor(const ent_network *network,
                                                  const char *name,
                                                  uint32_t *out,
                                                  ent_remark *remark,
                                                  ent_error *error);
/** Whom the name of options.ego was taken for, where others bear it too; ""
 * when there is nothing to say. Borrowed. */
ENT_API const char *ent_network_ego_remark(const ent_network *network);
/** The corpus that the network was built from, borrowed. */
ENT_API const ent_corpus *ent_network_get_corpus(const ent_network *network);
/** Computes every measure of the nodes, components and communities. May be
 *  called again with other options.
 *  @return ENT_ERR_MEMORY, or ENT_ERR_LIBRARY with igraph's message; the
 *          network keeps the measures it had. */
ENT_API ENT_USE ent_status ent_network_analyse(
    ent_network *network, const ent_analyse_options *options, ent_error *error);

/* ---- Training --------------------------------------------------------- */

/**
 * Told of each step of a training.
 * @param what the step that begins, such as "clustering words".
 * @param step its number, from 1.
 * @param steps how many there are.
 */
typedef void ent_train_progress(void *ctx, const char *what, unsigned step,
                                unsigned steps);

/** How to train a recogniser model. */
typedef struct ent_train_options {
    size_t size;                  /**< sizeof(ent_train_options) */
    const char *const *texts;     /**< inputs with plain articles, to learn
                                       classes of words from; or NULL */
    size_t text_count;            /**< how many texts */
    const char *const *lists;     /**< files of "LIST<tab>WORD", LIST 1 to 7:
                                       words of name lists; or NULL */
    size_t list_count;            /**< how many lists */
    const char *const *held_out;  /**< annotated inputs to measure confidences
                                       on, not trained on; or NULL */
    size_t held_out_count;        /**< how many held_out */
    uint64_t seed;                /**< of all that is drawn, at least 1 */
    unsigned rounds;              /**< over the corpora, at least 1 */
    unsigned threads;             /**< at work at once; the model is the same */
    ent_train_progress *progress; /**< called in this thread; or NULL */
    void *progress_ctx;           /**< passed back to progress */
} ent_train_options;
/** Defaults: corpora alone, seed 1, eight rounds, two threads. */
#define ENT_TRAIN_OPTIONS_INIT                                                 \
    {                                                                          \
        sizeof(ent_train_options), NULL, 0, NULL, 0, NULL, 0, 1, 8, 2, NULL,   \
            NULL                                                               \
    }

/**
 * Trains a recogniser model on annotated articles: any input that brings its
 * mentions, such as token and tag files. The same inputs and options give the
 * same bytes on one kind of machine.
 * @param options NULL: defaults.
 * @param corpora files or folders with the annotated articles.
 * @param sink receives the model, which ent_read_options.model takes.
 * @return ENT_ERR_FORMAT when an article brings no annotation or a list is
 *         wrong, ENT_ERR_NOT_FOUND or ENT_ERR_IO for what can't be read.
 */
ENT_API ENT_USE ent_status ent_train_ner(const ent_train_options *options,
                                         const char *const *corpora,
                                         size_t count, const ent_sink *sink,
                                         ent_error *error);

/* ---- Quality ---------------------------------------------------------- */

/**
 * Scores the recogniser on gold files, .conll (a token and its BIO tag a line)
 * or JSON Lines with "labels": precision, recall and F1 of PER, ORG, LOC and
 * all of them, exact span and type, a line each.
 * @param options model, recogniser, entities and min_confidence count; NULL:
 *        defaults.
 * @param sink receives tab-separated lines beginning with the file's name.
 * @return ENT_ERR_NOT_FOUND, ENT_ERR_IO or ENT_ERR_FORMAT for a gold file that
 *         can't be read, with its name and line.
 */
ENT_API ENT_USE ent_status ent_evaluate_ner(const ent_read_options *options,
                                            const char *const *gold,
                                            size_t gold_count,
                                            const ent_sink *sink,
                                            ent_error *error);

/**
 * Scores the encounters on gold files: JSON Lines, a sentence each, with
 * "article" (its id), "start" and "end" (bytes of the article's text) and
 * "encounters". Precision, recall and F1 of the pairs of persons whose
 * encounter was held or is planned, then how many of those found have the kind
 * and the status right; two lines a file.
 * @param options as for ent_reader_open; "resolve" and "text_only" are not
 *        used. NULL: defaults.
 * @param articles files, folders or "-" with the articles, as for
 *        ent_reader_open. They are read whole; those that the gold doesn't name
 *        are passed over, and where one that it names is missing nothing is
 *        found.
 * @param article_count how many articles.
 * @param sink receives tab-separated lines beginning with the file's name.
 * @return ENT_ERR_NOT_FOUND, ENT_ERR_IO or ENT_ERR_FORMAT for a gold file or an
 *         article that can't be read, with its name and line.
 */
ENT_API ENT_USE ent_status ent_evaluate_encounters(
    const ent_read_options *options, const char *const *articles,
    size_t article_count, const char *const *gold, size_t gold_count,
    const ent_sink *sink, ent_error *error);
/**
 * Scores who is who against gold with "entity" in its labels: persons found,
 * B3 over their mentions, and the ties of persons in one article; three lines a
 * file.
 * @param options as for ent_evaluate_ner.
 * @param gold_spans hands the gold's persons in, so that the resolver alone is
 *        scored.
 * @return ENT_ERR_FORMAT with the line when a gold file is wrong.
 */
ENT_API ENT_USE ent_status ent_evaluate_resolve(
    const ent_read_options *options, bool gold_spans, const char *const *gold,
    size_t gold_count, const ent_sink *sink, ent_error *error);

/* ---- Writing ---------------------------------------------------------- */

/** A file that appears whole or not at all; "-" is standard output. */
typedef struct ent_output ent_output;

/**
 * Finds out whether path can be written, before the work that gives the result:
 * a temporary file is made beside it and removed. What is written in place
 * (pipes, devices) is not opened.
 * @return ENT_ERR_IO with the reason, as ent_output_open would.
 */
ENT_API ENT_USE ent_status ent_output_check(const char *path,
                                            ent_error *error);
/** Opens a temporary file beside path, or standard output for "-". */
ENT_API ENT_USE ent_status ent_output_open(ent_output **out, const char *path,
                                           ent_error *error);
/** Where to write; its errors are sticky and come back from commit. */
ENT_API const ent_sink *ent_output_sink(ent_output *output);
/** Flushes, syncs, renames into place and frees the output, even on failure. */
ENT_API ENT_USE ent_status ent_output_commit(ent_output *output,
                                             ent_error *error);
/** Removes the temporary file and frees the output; NULL is allowed. */
ENT_API void ent_output_discard(ent_output *output);
/**
 * Removes the temporary files of all outputs that are open. For a signal
 * handler that is about to end the process: async-signal-safe.
 */
ENT_API void ent_output_abandon_all(void);

/** The exporters at hand, built-in and loaded. */
typedef struct ent_exporters ent_exporters;

/** An exporter, or a file that could not be loaded as one. */
typedef struct ent_exporter_info {
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
} ent_exporter_info;

/** What the caller hears of while exporters write. */
typedef struct ent_export_events {
    size_t size; /**< sizeof(ent_export_events) */
    /** Takes an exporter's remark, one line; NULL: not wanted. */
    void (*log)(void *ctx, ent_log_level level, const char *message);
    /** Asked now and then; nonzero stops the exporter. NULL: never stop. */
    int (*cancelled)(void *ctx);
    void *ctx; /**< passed back to both */
} ent_export_events;
/** Nothing is listened to. */
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
 * Writes the network with one exporter. An exporter with an option "part" (csv:
 * nodes or edges) takes the part that the file's name ends in, as in
 * "net-nodes.csv", unless an option says otherwise.
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
} ent_report_options;
/** Defaults: plain terminal text, 20 rows, by strength. */
#define ENT_REPORT_OPTIONS_INIT                                                \
    { sizeof(ent_report_options), ENT_REPORT_TERMINAL, 20, 0, false, NULL }

/** Writes the centrality report of an analysed network.
 *  @return ENT_ERR_ARGUMENT for an unknown format or measure, ENT_ERR_IO when
 *          the sink fails. */
ENT_API ENT_USE ent_status ent_report_write(const ent_network *network,
                                            const ent_report_options *options,
                                            const ent_sink *sink,
                                            ent_error *error);
/**
 * Writes the evidence of one tie, or of one actor's ties.
 * @param a a node index.
 * @param b the other node, or ENT_NONE for all ties of a.
 */
ENT_API ENT_USE ent_status ent_report_explain(const ent_network *network,
                                              uint32_t a, uint32_t b,
                                              const ent_report_options *options,
                                              const ent_sink *sink,
                                              ent_error *error);
/** Writes the article as one JSON line: id, title, date, ..., text. */
ENT_API ENT_USE ent_status ent_article_write_json(const ent_article *article,
                                                  const ent_sink *sink,
                                                  ent_error *error);
/**
 * Writes the article's mentions and encounters as one JSON line. Each cluster
 * stands for itself: "actor" is "ARTICLE#NUMBER:NAME".
 * @param types the mentions to write, as a bit set: 1u << ent_type.
 */
ENT_API ENT_USE ent_status ent_article_write_mentions(
    const ent_article *article, unsigned types, const ent_sink *sink,
    ent_error *error);
/**
 * The same for article i of a resolved corpus, where "actor" is an actor's id;
 * bylines and credits stand for themselves.
 * @return ENT_ERR_ARGUMENT when i is out of range.
 */
ENT_API ENT_USE ent_status ent_corpus_write_mentions(const ent_corpus *corpus,
                                                     size_t i, unsigned types,
                                                     const ent_sink *sink,
                                                     ent_error *error);

#ifdef __cplusplus
}
#endif
#endif
