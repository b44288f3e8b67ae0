/* Turns inputs into articles: file, folder or standard input -> format ->
 * reader. */
#ifndef ENTENTE_SOURCE_SOURCE_H
#define ENTENTE_SOURCE_SOURCE_H

#include <stdatomic.h>

#include "core/article.h"
#include "entente/reading.h"

struct ent_i_limits;
struct ent_i_fields;

/* Reads the inputs in order; for one caller at a time. */
typedef struct ent_i_source ent_i_source;

/* inputs must live as long as the source. If format is NULL, the content
 * decides. A missing input is reported by next, so that the others are still
 * read; so is an empty file, but not empty standard input. ENT_ERR_ARGUMENT for
 * an unknown format, naming those that are known. */
ent_status ent_i_source_open(ent_i_source **out, const char *const *inputs,
                             size_t count, const char *format,
                             ent_error *error);

/* Like ent_i_source_open, for bytes in memory, which are copied. name stands in
 * for the path. */
ent_status ent_i_source_open_memory(ent_i_source **out, const char *name,
                                    const void *bytes, size_t size,
                                    const char *format, ent_error *error);

/* Adds texts of the host, to be read after the inputs; they must live as long
 * as the source. */
void ent_i_source_add_texts(ent_i_source *source, const ent_text *texts,
                            size_t count);

/* Gives the article another id if one that was drawn has it, as drawing does;
 * for articles from elsewhere. ENT_ERR_MEMORY. */
ent_status ent_i_source_name(ent_i_source *source, ent_article *article,
                             ent_error *error);

/* Draws the next article, whose other members may still be to parse; *out is
 * NULL at the end. Failures are those of ent_i_source_next. */
ent_status ent_i_source_draw(ent_i_source *source, ent_article **out,
                             ent_error *error);
/* Makes the rest of a drawn article, in any thread. */
ent_status ent_i_source_parse(ent_article *article, ent_error *error);

/* Both in one: reads the next article with its id, title, text, date and so on,
 * and the mentions if the input has them; *out is NULL at the end. A failure
 * other than ENT_ERR_MEMORY concerns one article or input; call again for the
 * next one. */
ent_status ent_i_source_next(ent_i_source *source, ent_article **out,
                             ent_error *error);

/* The number of bytes read so far and of all inputs (0 when unknown). */
void ent_i_source_progress(const ent_i_source *source, uint64_t *done,
                           uint64_t *total);

/* The *count inputs that were reached more than once; each is read only
 * once. */
const struct ent_i_walk_repeat *ent_i_source_repeats(const ent_i_source *source,
                                                     size_t *count);

/* The limits on what comes out of containers; before the first article. */
void ent_i_source_limit(ent_i_source *source,
                        const struct ent_i_limits *limits);

/* Where the parts of articles stand; before the first article. The fields must
 * live as long as the source. */
void ent_i_source_fields(ent_i_source *source,
                         const struct ent_i_fields *fields);

/* Once *stop is true, waiting for input ends with ENT_ERR_CANCELLED. */
void ent_i_source_stop_at(ent_i_source *source, const atomic_bool *stop);

void ent_i_source_free(ent_i_source *source);

#endif
