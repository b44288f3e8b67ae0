/* Where results go. */
#ifndef ENTENTE_CLI_OUTPUT_H
#define ENTENTE_CLI_OUTPUT_H

#include "cli.h"

/* Finds what is wrong with the command's outputs before any work is done: two
 * that are the same file, a folder that is missing or can't be written to, a
 * --format that applies to none of them. Returns CLI_DONE, or CLI_USAGE after a
 * message. */
int cli_check_outputs(const cli_settings *settings);
/* Whether --format, if given, applies to this -o: the only one, or the one
 * without an ending. */
bool cli_format_is_for(const cli_settings *settings, const char *path);

/* Writes a result; returns an ent_status, as library calls do. */
typedef ent_status cli_write_fn(void *ctx, const ent_sink *sink,
                                ent_error *error);

/* Writes a file whole or not at all; "-" is standard output. Returns CLI_DONE,
 * or CLI_FAILED after a message. A signal during the writing removes the
 * temporary file, then ends the program. */
int cli_write_output(const char *path, cli_write_fn *write, void *ctx);

/* An output that stays open for long, while articles are read. */
typedef struct cli_output {
    ent_output *output;
    const ent_sink *inner;
    ent_sink sink; /* fails after a signal */
    bool failed;
    bool watched; /* for signals */
} cli_output;

int cli_output_open(cli_output *out, const char *path);
/* The only -o of the command, or standard output. */
int cli_output_open_one(cli_output *out, const cli_settings *settings);
/* Prints why writing failed, unless close will; returns CLI_FAILED. */
int cli_output_failure(const cli_output *out, const ent_error *error);
/* Puts the file in place when code is CLI_DONE or CLI_SKIPPED, else removes
 * it. Returns code, or CLI_FAILED after a message. */
int cli_output_close(cli_output *out, int code);

/* Whether the path ends in "." and one of the blank-separated endings. */
bool cli_has_extension(const char *path, const char *extensions);

#endif
