/* Counts what was skipped: prints the first few failures of each kind, and the
 * number of the rest at the end. */
#ifndef ENTENTE_CLI_TALLY_H
#define ENTENTE_CLI_TALLY_H

#include "cli.h"

/* How many of each kind are printed, and how many kinds are told apart. */
enum { CLI_TALLY_SHOWN = 10, CLI_TALLY_KINDS = 64 };

/* Failures that differ only in their place and numbers. */
typedef struct cli_tally_kind {
    /* With its stage but without its place; each number becomes one #. */
    char text[sizeof((ent_error *)0)->message + 32];
    char last[sizeof((ent_error *)0)->message]; /* the most recent message */
    size_t n;
} cli_tally_kind;

/* Start from {0}. */
typedef struct cli_tally {
    cli_tally_kind kinds[CLI_TALLY_KINDS]; /* the last one collects the rest */
    size_t n;
} cli_tally;

/* Prints the failure, or only counts it. */
void cli_tally_add(cli_tally *tally, const ent_error *error);
/* Prints a line for each kind that was not printed in full. */
void cli_tally_end(const cli_tally *tally);
/* The same rule for other messages: whether to print the nth, counting from 1.
 */
static inline bool cli_tally_shows(size_t nth)
{
    return nth <= CLI_TALLY_SHOWN;
}
/* Writes a number as "22,394" into at least 32 bytes; returns out. */
char *cli_with_commas(size_t n, char *out);
/* Prints how many were not shown. what: "more like it: ..." */
void cli_tally_rest(size_t n, const char *what);

#endif
