/* Web archives, WARC 1.0 and 1.1 (ISO 28500). */
#ifndef ENTENTE_SOURCE_WARC_H
#define ENTENTE_SOURCE_WARC_H

#include "source/readers.h"

/* Its members are the pages: responses with status 200 whose content is HTML,
 * resources that are, and text that was taken from pages. Each is called by its
 * address, and has that as its url. Other records are passed over: requests,
 * pictures, scripts, and pages that are the same as before. */
extern const ent_i_container ent_i_warc;

#endif
