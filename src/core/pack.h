/* An article as one block: the article, then its lists and strings. */
#ifndef ENTENTE_CORE_PACK_H
#define ENTENTE_CORE_PACK_H

#include "core/article.h"

/* The bytes of an article's strings, the items of its lists. */
typedef struct ent_i_sizes {
    uint32_t strings;
    uint32_t sentences;
    uint32_t mentions;
    uint32_t joint;
    uint32_t kin;
    uint32_t clusters;
    uint32_t encounters;
    uint32_t participants;
} ent_i_sizes;

/* Of the article, whose strings take so many bytes. */
ent_i_sizes ent_i_sizes_of(const ent_article *a, uint32_t strings);
/* The bytes of a block for an article of these sizes. */
size_t ent_i_block_size(const ent_i_sizes *n);
/* Begins an article in the block, whose lists, still to be filled, lie behind
 * it: those with pointers first, so that all are aligned; then the participants
 * and the strings. */
ent_article *ent_i_lay_out(void *block, const ent_i_sizes *n,
                           uint32_t **participants, char **strings);

/* The bytes that the article takes in a block. */
size_t ent_i_article_size(const ent_article *article);
/* Copies the article, of which nothing may be left to parse, into a block of
 * that size, aligned for any type: into itself all it points to, as with an
 * article made of a record. If the block is from ent_i_malloc, ent_article_free
 * frees it. */
ent_article *ent_i_article_pack(void *block, const ent_article *article);

/* Takes out what was found in the article, so that it can be read again; the
 * mentions of an annotated one stay. False when memory is out. */
bool ent_i_article_unread(ent_article *article);

#endif
