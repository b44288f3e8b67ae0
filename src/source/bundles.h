/* What Nexis, Factiva and ProQuest give as plain text: many documents in a
 * file, each with its facts in lines of its own. */
#ifndef ENTENTE_SOURCE_BUNDLES_H
#define ENTENTE_SOURCE_BUNDLES_H

#include "source/readers.h"

bool ent_i_sniff_bundle(const char *bytes, size_t size);
/* Each document is an article: headline, source, day, address and language as
 * its lines state them; its byline stands before its text. */
ent_status ent_i_read_bundle(ent_i_stream *stream, ent_article **out,
                             ent_error *error);

#endif
