/**
 * @file training.h
 * Training models.
 *
 * The model in the library was made by these calls. Training needs minutes and
 * gigabytes; its result is a few megabytes, which ent_read_options.model takes.
 */
#ifndef ENTENTE_TRAINING_H
#define ENTENTE_TRAINING_H

#include "exporter.h"
#include "reading.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Called at the beginning of each step of a training.
 * @param what the step, such as "clustering words".
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
    const char *const *also;      /**< annotated inputs that are less sure, such
                                       as a larger model's: only the first half
                                       of the rounds learns from them; or NULL */
    size_t also_count;            /**< how many also */
} ent_train_options;
/** Defaults: corpora alone, seed 1, eight rounds, two threads. */
#define ENT_TRAIN_OPTIONS_INIT                                                 \
    {                                                                          \
        sizeof(ent_train_options), NULL, 0, NULL, 0, NULL, 0, 1, 8, 2, NULL,   \
            NULL, NULL, 0                                                      \
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

/**
 * Trains a model of contacts: who is in contact with whom.
 * @param options NULL: defaults. Only seed and progress count.
 * @param sentences files with a record a line: "article", the id of an article;
 *        "start" and "end", bytes of its text; and "encounters", who is in
 *        contact as an annotator reads it, or "pairs" with the probabilities
 *        that a model gave. "weight" says how much an annotator's label counts
 *        (default 1). The first file's sentences are drawn as articles
 *        have them: they tell how often what the model says is right.
 * @param articles files or folders with these articles.
 * @param sink receives the model.
 * @return ENT_ERR_FORMAT when a record is wrong or none can be learned from,
 *         ENT_ERR_NOT_FOUND or ENT_ERR_IO for what can't be read.
 */
ENT_API ENT_USE ent_status ent_train_encounters(
    const ent_train_options *options, const char *const *sentences,
    size_t count, const char *const *articles, size_t article_count,
    const ent_sink *sink, ent_error *error);

#ifdef __cplusplus
}
#endif
#endif
