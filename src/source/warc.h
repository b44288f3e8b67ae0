/* Web archives, WARC 1.0 and 1.1 (ISO 28500). */
#ifndef ENTENTE_SOURCE_WARC_H
#define ENTENTE_SOURCE_WARC_H

#include "source/readers.h"

bool ent_i_sniff_warc(const char *bytes, size_t size);
/* ARC, which WARC replaced; it is known only to be refused. */
bool ent_i_sniff_arc(const char *bytes, size_t size);

/* Its members are the pages: responses with status 200 whose content is HTML,
 * resources that are, and text that was taken from pages. Each is called by its
 * address, and has that as its url. Other records are passed over: requests,
 * pictures, scripts, and pages that are the same as before. */
extern const ent_i_container ent_i_warc;

#endif
