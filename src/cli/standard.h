/* The three descriptors that a program is started with. */
#ifndef ENTENTE_CLI_STANDARD_H
#define ENTENTE_CLI_STANDARD_H

/* Takes the place of those that the program was started without, so that no
 * file that is opened later becomes standard output or gets the messages. To
 * be called first of all. */
void cli_fill_standard(void);
/* Flushes standard output. Returns CLI_DONE, or CLI_FAILED after a message. */
int cli_close_stdout(void);

#endif
