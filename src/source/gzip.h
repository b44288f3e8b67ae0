/* WARC files that are compressed record by record, or as one. */
#ifndef ENTENTE_SOURCE_GZIP_H
#define ENTENTE_SOURCE_GZIP_H

#include "source/readers.h"

/* Gives what was compressed as one member. Where a piece is broken, and there
 * is another that begins like a record behind it, another member begins there:
 * a crawl of gigabytes must not end at its first bad byte. */
extern const ent_i_container ent_i_gzip;

/* Whether a piece of gzip begins here that holds the beginning of a record. */
bool ent_i_sniff_gzip(const char *bytes, size_t size);

#endif
