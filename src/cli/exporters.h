/* The exporters as the options ask for them. */
#ifndef ENTENTE_CLI_EXPORTERS_H
#define ENTENTE_CLI_EXPORTERS_H

#include "cli.h"

/* Collects built-in exporters, those found by scanning, and each --plugin.
 * Returns CLI_DONE, or CLI_FAILED after a message; out is NULL then. */
int cli_open_exporters(ent_exporters **out, const cli_settings *settings);

#endif
