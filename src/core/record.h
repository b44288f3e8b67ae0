/* A read article as bytes that stand for themselves: kept in a store or spilled
 * to disk, and an article again later. Everything that later stages use is in
 * it. The bytes are the same on every machine. */
#ifndef ENTENTE_CORE_RECORD_H
#define ENTENTE_CORE_RECORD_H

#include "core/article.h"

/* Changes with the form of the bytes; records of another are refused. */
enum { ENT_I_RECORD_VERSION = 1 };

/* Appends the article, of which nothing may be left to parse, to the string;
 * false when memory is out. */
bool ent_i_record_write(ent_i_string *out, const ent_article *article);

/* Where the article's text begins in its record. */
size_t ent_i_record_text(const char *bytes, size_t size);

/* Makes an article of a record. It lies in one block together with its strings
 * and lists, which can't grow: see ent_i_article_unread.
 * @return ENT_ERR_FORMAT unless the bytes are a record of this version that is
 *         sound: every place and number is checked, so that whatever the bytes
 *         are, later stages can rely on the article. */
ent_status ent_i_record_read(ent_article **out, const char *bytes, size_t size,
                             ent_error *error);

#endif
