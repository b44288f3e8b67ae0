/* Gold data: articles and what annotators found in them.
 *
 * .conll: tokens and tags, as the source stage reads them. Anything else: JSON
 * Lines with "id", "title", "date", "text" and "labels": [{"start", "end",
 * "type", ...}], offsets in characters; or with "article", the id of an article
 * stored elsewhere, and the "start" and "end" of a sentence in bytes of its
 * text. */
#ifndef ENTENTE_EVALUATE_GOLD_H
#define ENTENTE_EVALUATE_GOLD_H

#include <jansson.h>

#include "core/article.h"

/* A labelled stretch of the text. */
typedef struct ent_i_gold_label {
    uint32_t start; /* bytes of the article's text */
    uint32_t end;
    const char *type;     /* "PER", "ORG", "LOC", "MISC", or "" */
    const json_t *object; /* the label as given; NULL for .conll */
} ent_i_gold_label;

/* One article, or one sentence of an article. */
typedef struct ent_i_gold {
    ent_article *article; /* as read, before recognition */
    json_t *object;       /* the line, borrowed by labels; NULL for .conll */
    ENT_I_VEC(ent_i_gold_label) labels;
    int64_t line;   /* in the file; 0 for .conll */
    uint32_t start; /* of the sentence; both 0 when not given */
    uint32_t end;
} ent_i_gold;

typedef ENT_I_VEC(ent_i_gold) ent_i_gold_list;

/* Adds the articles of a gold file; after a failure the list must still be
 * freed. Fails with ENT_ERR_FORMAT and the line, ENT_ERR_NOT_FOUND, ENT_ERR_IO
 * or ENT_ERR_MEMORY. */
ent_status ent_i_gold_load(ent_i_gold_list *list, const char *path,
                           ent_error *error);
void ent_i_gold_free(ent_i_gold_list *list);

/* The string under key, borrowed; "" when there is none, since optional fields
 * in gold may be missing. */
const char *ent_i_gold_string(const json_t *object, const char *key);

/* Finds the byte of a text where character n begins. *byte and *character hold
 * a known position before and the new one after; false when the text has fewer
 * characters. */
bool ent_i_gold_byte(const char *text, uint32_t size, uint64_t n,
                     uint32_t *byte, uint64_t *character);

#endif
