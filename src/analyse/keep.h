/* Puts what was measured into a network. */
#ifndef ENTENTE_ANALYSE_KEEP_H
#define ENTENTE_ANALYSE_KEEP_H

#include "analyse/findings.h"
#include "graph/graph.h"

/* Values of what is shown, figures, settings. A network that was measured
 * before forgets that; on failure it keeps it. */
ent_status ent_i_keep_findings(ent_network *network, const ent_i_findings *f,
                               const ent_analyse_options *options,
                               ent_error *error);

#endif
