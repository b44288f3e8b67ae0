/* Help in its several forms, all made from the tables of commands and options:
 * for a terminal (help.c), as man pages (manual.c), and as completions for
 * bash, zsh and fish (complete.c). */
#ifndef ENTENTE_CLI_HELP_H
#define ENTENTE_CLI_HELP_H

#include "options.h"

/* Paragraphs of the overview, wrapped to 72 columns. */
extern const char cli_about_inputs[];
extern const char cli_first_examples[];
extern const char cli_about_exit[];

typedef void cli_title_fn(const char *title);
typedef void cli_option_fn(const cli_command *command,
                           const cli_option *option);

/* All options that the command takes, section by section. */
void cli_walk_options(const cli_command *command, cli_title_fn *title,
                      cli_option_fn *each);

/* Each prints to standard output, for one command or, when command is NULL, for
 * the whole program, and returns CLI_DONE. */
int cli_manual(const cli_command *command);
/* Completions always cover the whole program; command is ignored. */
int cli_complete_bash(const cli_command *command);
int cli_complete_zsh(const cli_command *command);
int cli_complete_fish(const cli_command *command);

#endif
