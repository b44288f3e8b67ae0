/* What was skipped: the first few failures of a kind are printed, the rest are
 * counted and told at the end. */
#ifndef ENTENTE_CLI_TALLY_H
#define ENTENTE_CLI_TALLY_H

#include "cli.h"

/* Printed of each kind, and kinds that are told apart. */
enum { CLI_TALLY_SHOWN = 10, CLI_TALLY_KINDS = 64 };

/* Failures that differ in nothing but their place and figures. */
typedef struct cli_tally_kind {
    /* With its stage, without its place, figures as one #. */
    char text[sizeof((ent_error *)0)->message + 32];
    char last[sizeof((ent_error *)0)->message]; /* as it was last said */
    size_t n;
} cli_tally_kind;

/* Start from {0}. */
typedef struct cli_tally {
    cli_tally_kind kinds[CLI_TALLY_KINDS]; /* the last takes all further ones */
    size_t n;
} cli_tally;

/* Prints the failure, or only counts it. */
void cli_tally_add(cli_tally *tally, const ent_error *error);
/* Prints a line for each kind of which some were not printed. */
void cli_tally_end(const cli_tally *tally);
/* The same for anything that comes in numbers: whether the nth, from 1, is to
 * be printed. */
static inline bool cli_tally_shows(size_t nth)
{
    return nth <= CLI_TALLY_SHOWN;
}
/* Prints how many were not. what: "more like it: ..." */
void cli_tally_rest(size_t n, const char *what);

#endif
