/* Reads the inputs of a command and names what had to be skipped. */
#ifndef ENTENTE_CLI_READING_H
#define ENTENTE_CLI_READING_H

#include "cli.h"

/* The outcome of reading. */
typedef struct cli_reading {
    size_t articles;
    size_t skipped;
} cli_reading;

/* Receives each article and must free it or pass it on. Returns CLI_DONE, or an
 * exit code after a message, which stops the reading. */
typedef int cli_article_fn(void *ctx, ent_article *article);

/* Reads all inputs and shows progress. Returns CLI_DONE (also when some inputs
 * were skipped, but not all), CLI_FAILED after a message, or what fn returned.
 */
int cli_read(const cli_settings *settings, const ent_read_options *options,
             cli_article_fn *fn, void *ctx, cli_reading *reading);

/* Says that there is no article; returns CLI_FAILED. */
int cli_nothing_read(const cli_reading *reading);

/* CLI_SKIPPED when inputs were skipped, otherwise CLI_DONE. */
int cli_reading_code(const cli_reading *reading);

#endif
