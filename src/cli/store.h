/* The store that --store names. */
#ifndef ENTENTE_CLI_STORE_H
#define ENTENTE_CLI_STORE_H

#include "cli.h"

/* Opens it; returns CLI_DONE, or an exit code after a message. */
int cli_open_store(ent_store **out, const cli_settings *settings, bool create);

#endif
