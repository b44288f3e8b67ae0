/* The text of a document as its reader finds it, piece by piece, and the
 * article that it becomes. */
#ifndef ENTENTE_SOURCE_DOCUMENT_H
#define ENTENTE_SOURCE_DOCUMENT_H

#include "core/article.h"
#include "core/vec.h"
#include "entente/error.h"

/* Start from {0}. All text is UTF-8. */
typedef struct ent_i_document {
    ent_i_string text;  /* paragraphs, with an empty line between them */
    ent_i_string title; /* "": the text's first line, where it reads like one */
    const char *title_from; /* a static string: where the title was found */
    const char *left_out; /* what isn't in the text; a static string or NULL */
    bool gap;             /* a blank is due before what comes next */
    bool parted;          /* a new paragraph is */
    bool no_memory;
} ent_i_document;

/* Adds text to the paragraph; runs of white space become one blank. */
void ent_i_document_add(ent_i_document *document, const char *text,
                        size_t size);
/* Ends the paragraph; the next text begins another. */
void ent_i_document_part(ent_i_document *document);
/* Sets the title, white space likewise; an empty one changes nothing. */
void ent_i_document_title(ent_i_document *document, const char *title,
                          size_t size);
/* Fills the article, and frees the document in any case. A date is looked for
 * in the text where the article has none yet. Fails with ENT_ERR_FORMAT,
 * "expected text, found ...", when there is none; empty says what was found. */
ent_status ent_i_document_finish(ent_i_document *document, ent_article *article,
                                 const char *empty, ent_error *error);
void ent_i_document_free(ent_i_document *document);

#endif
