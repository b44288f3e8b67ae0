/* Ctrl-C and SIGTERM while a file is being written: the temporary file must be
 * removed before the program ends. At other times they end it at once. */
#ifndef ENTENTE_CLI_INTERRUPT_H
#define ENTENTE_CLI_INTERRUPT_H

#include <stdbool.h>

/* From now on a signal only sets the flag. */
void cli_interrupt_watch(void);
/* Whether a signal has arrived since. */
bool cli_interrupted(void);
/* Ends the watch; a signal that arrived during it now ends the program as it
 * would have. */
void cli_interrupt_unwatch(void);

#endif
