/* The network as the page reads it: one JSON object, in which every string that
 * can occur twice (sentences, articles, words) stands once. page/data.js reads
 * it. */
#ifndef ENTENTE_EXPORTERS_HTML_DATA_H
#define ENTENTE_EXPORTERS_HTML_DATA_H

#include "common/choose.h"
#include "common/writer.h"

/* Writes the object; nothing in it ends an HTML script. Returns 0, or -1 after
 * a failure, which is told to the host unless it came from the sink. */
int html_put_data(ent_i_writer *w, const ent_host *host, const ent_view *view,
                  const ent_i_choice *choice);

#endif
