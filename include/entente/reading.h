/**
 * @file reading.h
 * Reading articles: files, folders, standard input and strings.
 *
 * A reader takes its inputs one after the other, works out what format each is
 * in, and runs every article through the stages that need nothing but that
 * article: sentences and tokens, names, who is who within the article, stated
 * contacts. Several articles are worked on at once; they are handed out in the
 * order of the inputs, so that the number of threads changes nothing.
 *
 *     ent_reader *reader;
 *     ent_article *article;
 *     status = ent_reader_open(&reader, NULL, inputs, count, &error);
 *     while (!status && !(status = ent_reader_next(reader, &article, &error))
 *     &&
 *            article)
 *         status = ent_corpus_add_take(corpus, article, &error);
 *     ent_reader_free(reader);
 *
 * An input that can't be read costs only itself: ent_reader_next reports it,
 * and the next call goes on.
 */
#ifndef ENTENTE_READING_H
#define ENTENTE_READING_H

#include <stdbool.h>
#include <stddef.h>

#include "article.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How far names are brought together. */
typedef enum ent_resolve_mode {
    ENT_RESOLVE_CORPUS,  /**< across all articles */
    ENT_RESOLVE_ARTICLE, /**< within each article only */
    ENT_RESOLVE_NONE     /**< not at all: mentions only */
} ent_resolve_mode;

/**
 * An article that the calling program has in memory. Start from ENT_TEXT_INIT.
 * All strings are NUL-terminated UTF-8; any of them but text may be NULL.
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
/** A text with nothing filled in. */
#define ENT_TEXT_INIT                                                          \
    { sizeof(ent_text), NULL, NULL, NULL, NULL, NULL, NULL, NULL }

/**
 * Which articles a reader takes. The others are read, but nothing more is done
 * with them. Start from ENT_CHOICE_INIT. A list ends with NULL; an article has
 * to fit one of its items, and a list that is NULL or empty takes all. In
 * patterns, * stands for any characters and ? for one; case is ignored.
 */
typedef struct ent_choice {
    size_t size;                  /**< sizeof(ent_choice) */
    ent_date since;               /**< leave out articles before; ENT_NO_DATE */
    ent_date until;               /**< leave out articles after; ENT_NO_DATE.
                                       With either, those without a date are
                                       left out too */
    const char *const *sources;   /**< patterns for the publisher, or where
                                       there is none the host of the address */
    const char *const *urls;      /**< patterns for the address */
    const char *const *languages; /**< tags; "en" takes "en-GB" too, and what
                                       has no known language */
    const char *const *matches;   /**< what title or text must contain: words,
                                       all of them whole and in any order,
                                       those in double quotes together; or a
                                       regular expression between slashes */
} ent_choice;
/** Takes every article. */
#define ENT_CHOICE_INIT                                                        \
    { sizeof(ent_choice), ENT_NO_DATE, ENT_NO_DATE, NULL, NULL, NULL, NULL }
/** Whether the choice can be made: ENT_ERR_ARGUMENT, saying why, for what is
 *  neither words nor a regular expression. */
ENT_API ENT_USE ent_status ent_choice_check(const ent_choice *choice,
                                            ent_error *error);

/** Whether it names a part of articles, as in ent_read_options.fields:
 *  ENT_ERR_ARGUMENT otherwise. */
ENT_API ENT_USE ent_status ent_field_check(const char *field,
                                           ent_error *error);

/** What a reader does with a store (store.h). */
typedef enum ent_store_use {
    ENT_STORE_READ,   /**< gives its articles, then those of the inputs that it
                           doesn't know */
    ENT_STORE_ADD,    /**< gives only those of the inputs that it doesn't
                           know */
    ENT_STORE_REFRESH /**< gives those of its articles that were read with other
                           options or by another version, read anew */
} ent_store_use;

/** What a reader does with its inputs. */
typedef struct ent_read_options {
    size_t size;               /**< sizeof(ent_read_options) */
    const char *input_format;  /**< "text", "jsonl", "json"...; NULL: by
                                    content */
    const char *model;         /**< a model file; NULL: the one inside */
    const char *recogniser;    /**< a command that recognises; or NULL */
    const char *entities;      /**< a list of names to find as well; or NULL */
    double min_confidence;     /**< leave out mentions below, 0..1; negative:
                                    below 0.45 those found by a model, none
                                    found otherwise */
    unsigned threads;          /**< worker threads; 0: one per core */
    ent_resolve_mode resolve;  /**< NONE leaves clusters and encounters out */
    bool text_only;            /**< read and date only: nothing recognised */
    const ent_text *texts;     /**< articles to read after the inputs; they
                                    must live as long as the reader; or NULL */
    size_t text_count;         /**< how many texts */
    unsigned recogniser_seconds; /**< how long recogniser may take for an
                                      article; 0: as long as it likes */
    /** Called now and then by ent_reader_next; a nonzero result ends the
        reading. NULL: never ends early. */
    int (*cancelled)(void *ctx);
    void *cancelled_ctx;       /**< passed back to cancelled */
    uint64_t max_unpacked;     /**< bytes that may come out of the archives and
                                    compressed data of an input */
    uint32_t max_ratio;        /**< bytes that may come out for each byte of
                                    such an input, beyond the first 64 MiB; at
                                    least 1 */
    uint32_t max_members;      /**< members that such an input may have */
    uint32_t max_depth;        /**< how deep archives may lie within one
                                    another, at most 16; 0: none is opened */
    const ent_choice *choice;  /**< which articles to take; NULL: all. Must
                                    live as long as the reader */
    /** Under which names of JSON objects or columns of tables the parts of
        articles stand, such as "text=body.content"; a list that ends with NULL
        and must live as long as the reader. NULL: under usual names. */
    const char *const *fields;
    bool any_language;         /**< read the names in articles of languages
                                    without a lexicon too */
    struct ent_store *store;   /**< a store of articles, which must live as long
                                    as the reader; or NULL */
    ent_store_use store_use;   /**< what to do with it */
    uint64_t max_article;      /**< bytes that an article may have in its input,
                                    65536 to 268435456; larger ones are passed
                                    over */
} ent_read_options;
/** Defaults: any format, the built-in model with its own threshold, one thread
 *  a core, a minute for each article given to an outside recogniser, archives
 *  within archives. */
#define ENT_READ_OPTIONS_INIT                                                  \
    { sizeof(ent_read_options), NULL, NULL, NULL, NULL, -1.0, 0,               \
      ENT_RESOLVE_CORPUS, false, NULL, 0, 60, NULL, NULL, 68719476736u, 250,   \
      1000000, 3, NULL, NULL, false, NULL, ENT_STORE_READ, 268435456 }

/** A format of inputs. Read it through the pointer: it may grow. */
typedef struct ent_input_format {
    const char *name;    /**< as input_format names it */
    const char *about;   /**< what it is, such as "a ZIP archive" */
    const char *library; /**< the library that reads it; NULL: none is needed */
    bool available;      /**< whether it can be read */
} ent_input_format;

/** Format i, in the order in which they are tried; NULL when i is out of
 *  range. */
ENT_API const ent_input_format *ent_input_format_at(size_t i);

/** Reads articles; they come in the order of the inputs. */
typedef struct ent_reader ent_reader;

/**
 * Opens the inputs and starts the worker threads.
 * @param out receives the reader, which the caller frees.
 * @param options NULL: the defaults.
 * @param inputs files, folders (searched recursively, in sorted order) or "-"
 *        for standard input; the strings must live as long as the reader. May
 *        be NULL with a count of 0 when options->texts is all there is to read.
 * @return ENT_ERR_NOT_FOUND or ENT_ERR_IO when the model can't be loaded,
 *         ENT_ERR_NOT_FOUND when the recogniser doesn't exist, ENT_ERR_ARGUMENT
 *         for wrong options. An input that can't be read is no failure here:
 *         ent_reader_next reports it when its turn comes.
 */
ENT_API ENT_USE ent_status ent_reader_open(ent_reader **out,
                                           const ent_read_options *options,
                                           const char *const *inputs,
                                           size_t count, ent_error *error);
/**
 * Gives the next article.
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
 * How many files and folders were reached a second time, named twice or by a
 * link. Each is read once, under the name by which it was reached first.
 */
ENT_API size_t ent_reader_repeat_count(const ent_reader *reader);
/**
 * The name of repeat i, which was passed over.
 * @param first receives the name under which it was read; NULL is allowed.
 * @return borrowed; NULL when i is out of range.
 */
ENT_API const char *ent_reader_repeat(const ent_reader *reader, size_t i,
                                      const char **first);
/** How many articles or inputs were skipped so far. */
ENT_API size_t ent_reader_skipped(const ent_reader *reader);
/** The choice that the reader was opened with; borrowed. */
ENT_API const ent_choice *ent_reader_choice(const ent_reader *reader);
/** How many articles were read so far, those that the choice left out too. */
ENT_API size_t ent_reader_count(const ent_reader *reader);
/** How many of these the choice left out because they have no date, though they
 *  fit otherwise. */
ENT_API size_t ent_reader_undated(const ent_reader *reader);
/** How many articles of the store were read anew, since they had been read with
 *  other options or by another version. */
ENT_API size_t ent_reader_read_again(const ent_reader *reader);
/**
 * How many of these were passed over because they came before: another had the
 * same id or the same address, and the same title (or without one the same
 * text). The first is read.
 */
ENT_API size_t ent_reader_duplicates(const ent_reader *reader);
/**
 * How many of the articles read so far are in a language for which there is no
 * lexicon. They are skipped, unless any_language or a choice of languages asks
 * for them: then names are found in them, but no encounters. The language is
 * what the input states, unless a long text clearly contradicts it, or where
 * it states none, what the text is clearly written in; failing that it is
 * English.
 * @param languages receives their tags, sorted, such as "de, fr" ("" when there
 *        are none); borrowed until the next call of ent_reader_next.
 * @param skipped receives whether they are skipped.
 */
ENT_API size_t ent_reader_foreign(const ent_reader *reader,
                                  const char **languages, bool *skipped);
/**
 * How far the reading is, in bytes of input.
 * @param done bytes handed out so far.
 * @param total bytes of all inputs, 0 when unknown (standard input).
 */
ENT_API void ent_reader_progress(const ent_reader *reader, uint64_t *done,
                                 uint64_t *total);
/** Stops the workers and frees the reader; NULL is allowed. */
ENT_API void ent_reader_free(ent_reader *reader);

#ifdef __cplusplus
}
#endif
#endif
