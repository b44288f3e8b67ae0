/* Where results go. */
#ifndef ENTENTE_CLI_OUTPUT_H
#define ENTENTE_CLI_OUTPUT_H

#include "cli.h"

/* Standard output, buffered; main checks that all of it arrived. */
ent_sink *cli_stdout_sink(void);
/* Flushes standard output. Returns CLI_DONE, or CLI_FAILED after a message. */
int cli_close_stdout(void);

#endif
