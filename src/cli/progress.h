/* A progress line on a terminal's standard error; nothing elsewhere. */
#ifndef ENTENTE_CLI_PROGRESS_H
#define ENTENTE_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Seconds of a clock that only goes forward. */
double cli_seconds(void);

/* Begins to count; quiet, or no terminal: nothing will be shown. */
void cli_progress_start(bool quiet);
/* Tells how far it is; total 0 when unknown. Redraws a few times a second. */
void cli_progress_update(uint64_t done, uint64_t total, size_t articles);
/* Shows a word instead of the bar, for a stage that can't be measured. */
void cli_progress_stage(const char *what);
/* Takes the line away, before something else is printed or at the end. */
void cli_progress_clear(void);
/* What a terminal is told to take the line away; "" while there is none. */
const char *cli_progress_eraser(void);

#endif
