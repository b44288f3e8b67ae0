/* The three descriptors that a program normally starts with. */
#ifndef ENTENTE_CLI_STANDARD_H
#define ENTENTE_CLI_STANDARD_H

/* Fills in those that were closed when the program started, so that no file
 * opened later becomes standard output or receives the messages. Call this
 * before anything else. */
void cli_fill_standard(void);
/* Flushes standard output. Returns CLI_DONE, or CLI_FAILED after a message. */
int cli_close_stdout(void);

#endif
