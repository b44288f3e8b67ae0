/* Reads the inputs of a command and names what had to be skipped. */
#ifndef ENTENTE_CLI_READING_H
#define ENTENTE_CLI_READING_H

#include "tally.h"

/* The outcome of reading. */
typedef struct cli_reading {
    size_t read;       /* articles */
    size_t articles;   /* of them, chosen */
    size_t duplicates; /* of them, those that came before */
    size_t skipped;
    cli_tally tally; /* of what was skipped */
} cli_reading;

/* Receives each article and must free it or pass it on. Returns CLI_DONE, or an
 * exit code after a message, which stops the reading. */
typedef int cli_article_fn(void *ctx, ent_article *article);

/* Called when all is read; returns what a cli_article_fn does. */
typedef int cli_reader_fn(void *ctx, const ent_reader *reader);

/* Reads all inputs and shows progress. end may be NULL. Returns CLI_DONE (also
 * when some inputs were skipped, but not all), CLI_FAILED after a message, or
 * what fn returned.
 */
int cli_read(const cli_settings *settings, const ent_read_options *options,
             cli_article_fn *fn, cli_reader_fn *end, void *ctx,
             cli_reading *reading);

/* Fails, saying so, when there was no article to choose from. */
int cli_check_reading(const cli_reading *reading);

/* CLI_SKIPPED when inputs were skipped, otherwise CLI_DONE. */
int cli_reading_code(const cli_reading *reading);

#endif
