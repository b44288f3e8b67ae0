/* Feeds (RSS 0.9 to 2.0, RDF, Atom) and news in XML (NewsML-G2, NITF): files
 * of items, each of which is an article. */
#ifndef ENTENTE_SOURCE_FEED_H
#define ENTENTE_SOURCE_FEED_H

#include "source/readers.h"

/* Whether an element of that name, without prefix, is an item. */
bool ent_i_is_feed_item(const char *name);

/* The "<" of the next item at or behind `at`, or NULL; *stop is one past its
 * end. */
const char *ent_i_find_item(const char *at, const char *end, const char **stop);

/* Fills an article from one item and what stands before the first item of its
 * feed, in UTF-8. */
ent_i_parser ent_i_parse_feed_item;

#endif
