/* Inputs to articles: file, folder or standard input -> format -> reader. */
#ifndef ENTENTE_SOURCE_SOURCE_H
#define ENTENTE_SOURCE_SOURCE_H

#include <stdatomic.h>

#include "core/article.h"
#include "entente/reading.h"

/* Walks the inputs in order; one caller at a time. */
typedef struct ent_i_source ent_i_source;

/* inputs must live as long as the source. format NULL: by content. A missing
 * input is reported by next, so that the others are still read; so is an empty
 * file, but not empty standard input. ENT_ERR_ARGUMENT for a format that isn't
 * known, with the names of those that are. */
ent_status ent_i_source_open(ent_i_source **out, const char *const *inputs,
                             size_t count, const char *format,
                             ent_error *error);

/* As ent_i_source_open, for bytes in memory, which are copied. name stands for
 * the path. */
ent_status ent_i_source_open_memory(ent_i_source **out, const char *name,
                                    const void *bytes, size_t size,
                                    const char *format, ent_error *error);

/* Adds texts that the host has, to be read after the inputs; they must live as
 * long as the source. */
void ent_i_source_add_texts(ent_i_source *source, const ent_text *texts,
                            size_t count);

/* The next article, its id, title, text, date... filled, mentions too where
 * the input brought them; *out NULL at the end. A failure other than
 * ENT_ERR_MEMORY concerns one article or input; call again for the next. */
ent_status ent_i_source_next(ent_i_source *source, ent_article **out,
                             ent_error *error);

/* Bytes read so far, and of all inputs (0 when unknown). */
void ent_i_source_progress(const ent_i_source *source, uint64_t *done,
                           uint64_t *total);

/* What was reached again and is read once, item i of *count. */
const struct ent_i_walk_repeat *ent_i_source_repeats(const ent_i_source *source,
                                                     size_t *count);

/* Once *stop is true, waiting for input ends with ENT_ERR_CANCELLED. */
void ent_i_source_stop_at(ent_i_source *source, const atomic_bool *stop);

void ent_i_source_free(ent_i_source *source);

#endif
