/* The readers, one for each format, and what they share. */
#ifndef ENTENTE_SOURCE_READERS_H
#define ENTENTE_SOURCE_READERS_H

#include <jansson.h>

#include "core/article.h"
#include "entente/reading.h"
#include "source/stream.h"

/* What a container says about one of its members; borrowed until the next
 * call. */
typedef struct ent_i_member {
    const char *name;     /* in the container; "": that of the container */
    const char *url;      /* its address, or NULL */
    const char *encoding; /* as stated, or NULL */
    ent_date date;        /* on which it was fetched, or ENT_NO_DATE */
    uint32_t warnings;    /* ENT_WARN_ bits */
    bool resumed;         /* goes on behind what was broken */
} ent_i_member;

/* An input of inputs: an archive, compressed data, a file of web pages. The
 * functions get what open made. */
typedef struct ent_i_container {
    /* Starts on the stream, which outlives the container. */
    ent_status (*open)(void **out, ent_i_stream *stream, ent_error *error);
    /* Moves on to the next member; *more is false at the end. A failure
     * concerns one member: call again for the next. */
    ent_status (*next)(void *container, ent_i_member *out, bool *more,
                       ent_error *error);
    ent_i_supply *read; /* the member's bytes */
    /* Whether moving on passes over a member without unpacking it. */
    bool (*skips)(const void *container);
    void (*close)(void *container);
} ent_i_container;

/* A format has one of next, whole and container; where its library was missing
 * at build time, it has none, and its inputs are refused by name. */
typedef struct ent_i_format {
    ent_input_format shown;
    /* Whether the first bytes of an input look like this format. */
    bool (*sniff)(const char *bytes, size_t size);
    /* Its bytes are no text, so that they must not be decoded first. */
    bool binary;
    /* Reads the next article; *out is NULL at the end of the input. After a
     * failure the stream stands after the part that failed. */
    ent_status (*next)(ent_i_stream *stream, ent_article **out,
                       ent_error *error);
    /* For inputs of one article: fills it from the input's bytes, article->raw.
     * Runs in the threads of the readers, several at a time. */
    ent_i_parser *whole;
    const ent_i_container *container;
} ent_i_format;

/* The format of that name, or NULL. */
const ent_i_format *ent_i_format_named(const char *name);
/* The first format that the bytes look like: of the binary ones, NULL when it
 * is none of them; of the others, never NULL, as plain text accepts
 * everything. */
const ent_i_format *ent_i_format_sniff(const char *bytes, size_t size,
                                       bool binary);
/* Writes "jsonl, json, ..." into a buffer of at least 512 bytes. */
char *ent_i_format_names(char *buffer, size_t size);

ent_status ent_i_read_plain(ent_i_stream *stream, ent_article **out,
                            ent_error *error);
ent_status ent_i_read_json(ent_i_stream *stream, ent_article **out,
                           ent_error *error);
ent_status ent_i_read_jsonl(ent_i_stream *stream, ent_article **out,
                            ent_error *error);
ent_status ent_i_read_conll(ent_i_stream *stream, ent_article **out,
                            ent_error *error);
ent_status ent_i_read_gkg(ent_i_stream *stream, ent_article **out,
                          ent_error *error);
ent_status ent_i_read_table(ent_i_stream *stream, ent_article **out,
                            ent_error *error);
/* Reads the nth text of the host, counted from 1. */
ent_status ent_i_read_given(const ent_text *text, size_t n, ent_article **out,
                            ent_error *error);
bool ent_i_sniff_conll(const char *bytes, size_t size);
bool ent_i_sniff_json(const char *bytes, size_t size);
bool ent_i_sniff_jsonl(const char *bytes, size_t size);
bool ent_i_sniff_gkg(const char *bytes, size_t size);
bool ent_i_sniff_table(const char *bytes, size_t size);

/* The article of a web page. */
ent_i_parser ent_i_parse_html;
/* Appends all the text of markup in UTF-8, paragraphs apart by a blank line:
 * for pieces of HTML within feeds, mail and books. */
ent_status ent_i_html_plain(ent_i_string *out, const char *bytes, size_t size,
                            ent_error *error);

/* Feeds and news in XML. */
ent_status ent_i_read_feed(ent_i_stream *stream, ent_article **out,
                           ent_error *error);

/* The kind of binary file that begins like this ("a PNG image"), or NULL for
 * text. */
const char *ent_i_binary_kind(const char *bytes, size_t size);

/* ---- shared by the readers ---- */

/* Makes a new article of this stream with its path, which is also its id for
 * now. */
ent_status ent_i_article_begin(ent_i_stream *stream, ent_article **out,
                               ent_error *error);
/* Makes an article of this stream whose other members come later, from these
 * bytes, by parse; the bytes, from ent_i_malloc, now belong to the article, or
 * are freed on failure. A NUL byte must follow them. */
ent_status ent_i_article_defer(ent_i_stream *stream, char *bytes, size_t size,
                               ent_i_parser *parse, ent_article **out,
                               ent_error *error);
/* Gives an article without an id one made from its place: the path, with "#n"
 * unless it is the stream's only article. The stream must stand after it. */
ent_status ent_i_article_number(ent_i_stream *stream, ent_article *article,
                                ent_error *error);
/* The same where there may always be others: the path with "#n". */
ent_status ent_i_article_place(const ent_i_stream *stream, ent_article *article,
                               ent_error *error);
/* Copies the decoded text into the article; NUL bytes become blanks. False when
 * memory is out. */
bool ent_i_article_set_text(ent_article *article, const char *text,
                            size_t size);
/* Takes the text's first line for the title, where it reads like one; returns
 * whether it does. The title is NULL when memory is out. */
bool ent_i_plain_title(ent_article *article);
/* Whether the text's first line is the title. */
bool ent_i_begins_with_title(const ent_article *article);
/* Adds the stream's file, line and byte to the failure. */
ent_status ent_i_stream_fail(const ent_i_stream *stream, ent_status status,
                             ent_error *error);
/* Fills the article from an object with our own fields or spaCy's, or with
 * fields under the names given; fields may be NULL. */
ent_status ent_i_article_from_json(ent_article *article, const json_t *object,
                                   const struct ent_i_fields *fields,
                                   ent_error *error);
/* Reads the mentions that come with the article. Its text must be set. */
ent_status ent_i_article_mentions(ent_article *article, const json_t *object,
                                  ent_error *error);
/* The type for another program's label ("PER", "GPE"); false for labels that
 * don't mean names. */
bool ent_i_label_type(const char *label, ent_type *out);

#endif
