/* The exporters that the options ask for. */
#ifndef ENTENTE_CLI_EXPORTERS_H
#define ENTENTE_CLI_EXPORTERS_H

#include "cli.h"

/* Collects the built-in exporters, those found by scanning, and each --plugin.
 * Returns CLI_DONE, or CLI_FAILED after a message; out is then NULL. */
int cli_open_exporters(ent_exporters **out, const cli_settings *settings);
/* Whether the command line names this exporter, or names none at all. */
bool cli_exporter_wanted(const ent_exporter_info *info,
                         const cli_settings *settings);
/* Prints the wanted exporters as a JSON array on standard output. Returns
 * CLI_DONE, or CLI_FAILED after a message. */
int cli_exporters_json(const ent_exporters *exporters,
                       const cli_settings *settings);

#endif
