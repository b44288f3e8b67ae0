/* A progress line on a terminal's standard error; nothing elsewhere. */
#ifndef ENTENTE_CLI_PROGRESS_H
#define ENTENTE_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Seconds on a clock that never goes back. */
double cli_seconds(void);

/* Starts the clock. When quiet, or without a terminal, nothing is shown. */
void cli_progress_start(bool quiet);
/* Shows how far the work is; total is 0 when unknown. Redraws a few times a
 * second. */
void cli_progress_update(uint64_t done, uint64_t total, size_t articles);
/* Shows a word instead of the bar, for a stage that can't be measured. */
void cli_progress_stage(const char *what);
/* Erases the line, before something else is printed or at the end. */
void cli_progress_clear(void);
/* The bytes that erase the line on a terminal; "" when there is none. */
const char *cli_progress_eraser(void);

#endif
