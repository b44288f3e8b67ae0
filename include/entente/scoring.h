/**
 * @file scoring.h
 * How good recognition, resolution and encounters are, against gold data.
 *
 * Each call compares what the library finds with what people annotated, and
 * writes precision, recall and F1 as tab-separated lines.
 */
#ifndef ENTENTE_SCORING_H
#define ENTENTE_SCORING_H

#include "exporter.h"
#include "reading.h"

#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif
#endif
