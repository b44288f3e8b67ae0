/* articles --stats: what was read, in figures. */
#ifndef ENTENTE_CLI_STATS_H
#define ENTENTE_CLI_STATS_H

#include "cli.h"

/* Reads the inputs and writes, as a table or as JSON, how many articles and
 * words they hold, from which days, sources, languages and formats, and what
 * was skipped and why. Returns an exit code. */
int cli_stats(const cli_settings *settings, const ent_read_options *options);

#endif
