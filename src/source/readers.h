/* The readers, one a format, and what they share. */
#ifndef ENTENTE_SOURCE_READERS_H
#define ENTENTE_SOURCE_READERS_H

#include <jansson.h>

#include "core/article.h"
#include "entente/reading.h"
#include "source/stream.h"

typedef struct ent_i_format {
    const char *name; /* as --input-format takes it */
    /* Whether the first bytes of an input look like this format. */
    bool (*sniff)(const char *bytes, size_t size);
    /* The next article; *out NULL at the end of the input. After a failure
     * the stream stands behind what failed. */
    ent_status (*next)(ent_i_stream *stream, ent_article **out,
                       ent_error *error);
} ent_i_format;

/* The format named so, or NULL. */
const ent_i_format *ent_i_format_named(const char *name);
/* The format that the bytes look like: the first that claims them; never NULL,
 * as plain text claims everything. */
const ent_i_format *ent_i_format_sniff(const char *bytes, size_t size);
/* "text, jsonl, ...", in a buffer of at least 256 bytes. */
char *ent_i_format_names(char *buffer, size_t size);

ent_status ent_i_read_plain(ent_i_stream *stream, ent_article **out,
                            ent_error *error);
ent_status ent_i_read_json(ent_i_stream *stream, ent_article **out,
                           ent_error *error);
ent_status ent_i_read_jsonl(ent_i_stream *stream, ent_article **out,
                            ent_error *error);
ent_status ent_i_read_conll(ent_i_stream *stream, ent_article **out,
                            ent_error *error);
/* The nth text that the host has, from 1. */
ent_status ent_i_read_given(const ent_text *text, size_t n, ent_article **out,
                            ent_error *error);
bool ent_i_sniff_conll(const char *bytes, size_t size);
bool ent_i_sniff_json(const char *bytes, size_t size);
bool ent_i_sniff_jsonl(const char *bytes, size_t size);

/* What kind of binary file begins so ("a PNG image"), or NULL for text. */
const char *ent_i_binary_kind(const char *bytes, size_t size);

/* ---- shared by the readers ---- */

/* A new article of this stream with its path and, for now, its id. */
ent_status ent_i_article_begin(ent_i_stream *stream, ent_article **out,
                               ent_error *error);
/* Gives an article without an id of its own one by its place: the path, with
 * "#n" unless it is the stream's only article. The stream stands behind it. */
ent_status ent_i_article_number(ent_i_stream *stream, ent_article *article,
                                ent_error *error);
/* The decoded text becomes the article's; NUL bytes become blanks. */
bool ent_i_article_set_text(ent_article *article, const char *text,
                            size_t size);
/* Adds file, line and byte of the stream to the failure. */
ent_status ent_i_stream_fail(const ent_i_stream *stream, ent_status status,
                             ent_error *error);
/* Fills the article from an object of our own fields or of spaCy's. */
ent_status ent_i_article_from_json(ent_article *article, const json_t *object,
                                   ent_error *error);
/* Takes the mentions given with the article's text, which must be set. */
ent_status ent_i_article_mentions(ent_article *article, const json_t *object,
                                  ent_error *error);
/* The type of a label of other programs ("PER", "GPE"); false for those that
 * are no names. */
bool ent_i_label_type(const char *label, ent_type *out);

#endif
