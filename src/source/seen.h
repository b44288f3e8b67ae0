/* Articles that come a second time in one run: pages crawled again, feeds that
 * overlap, an archive beside its parts. */
#ifndef ENTENTE_SOURCE_SEEN_H
#define ENTENTE_SOURCE_SEEN_H

#include "core/article.h"
#include "core/map.h"

/* What was seen, as hashes. Start from {0}. */
typedef struct ent_i_seen {
    ent_i_keymap keys;
} ent_i_seen;

/* Adds the article; *before tells whether one was there with the same id or the
 * same address, and the same title, or where it has none the same text: ids
 * alone are numbers in many files, and an address can be that of the site.
 * False when memory is out. */
bool ent_i_seen_add(ent_i_seen *seen, const ent_article *article, bool *before);
void ent_i_seen_free(ent_i_seen *seen);

#endif
