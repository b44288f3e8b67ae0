/**
 * @file saved.h
 * Networks read back from the JSON that the exporter "json" wrote.
 */
#ifndef ENTENTE_SAVED_H
#define ENTENTE_SAVED_H

#include "corpus.h"
#include "output.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A network as a file holds it. */
typedef struct ent_saved ent_saved;

/**
 * Reads a network that entente wrote as JSON.
 * @param out receives the network, which the caller frees.
 * @return ENT_ERR_NOT_FOUND, ENT_ERR_IO; ENT_ERR_FORMAT when the file is cut
 *         off, is no JSON, or holds something else, with the line where
 *         that is known; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_saved_read(ent_saved **out, const char *path,
                                          ent_error *error);
/**
 * Whether a file begins like a network that entente wrote as JSON. False for
 * what can't be read.
 */
ENT_API bool ent_saved_is_network(const char *path);
/**
 * Adds the counts of a network that entente wrote as JSON to a corpus, of which
 * ent_network_build then makes a network as if the articles had been read.
 * Several are added up: actors of the same id and type are one. A network must
 * be whole (no filter left anything out) and have all its evidence; several
 * must be made with the same options, but for those that choose articles, of
 * different articles, with actors resolved across them. How was counted is then
 * as in the files, whatever the options of ent_network_build say of types,
 * ties, windows and encounters; their weight and filters hold. Such a corpus is
 * not to be resolved, its network not to be cut into slices; actors are in the
 * order in which they came. After a failure the corpus is only to be freed.
 * @return ENT_ERR_ARGUMENT when the corpus has articles of its own;
 *         ENT_ERR_NOT_FOUND, ENT_ERR_IO; ENT_ERR_FORMAT when the file is none
 *         of these, with what was expected; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_corpus_add_network(ent_corpus *corpus,
                                                  const char *path,
                                                  ent_error *error);
/** Frees the network; NULL is allowed. */
ENT_API void ent_saved_free(ent_saved *saved);
/**
 * Writes what changed from one network to another: who came, went, is named
 * more or less often, and the same for ties. Nodes are matched by their ids;
 * one that went and one that came are the same, renamed, when one's label is
 * the other's label or alias and nobody else fits.
 * @param options by and brokers are not used; NULL: the defaults.
 * @return ENT_ERR_ARGUMENT when the format is unknown; ENT_ERR_IO when the sink
 *         fails; ENT_ERR_MEMORY.
 */
ENT_API ENT_USE ent_status ent_report_diff(const ent_saved *before,
                                           const ent_saved *after,
                                           const ent_report_options *options,
                                           const ent_sink *sink,
                                           ent_error *error);

#ifdef __cplusplus
}
#endif
#endif
