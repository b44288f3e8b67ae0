/* The one option table: it drives parsing, help and messages. */
#ifndef ENTENTE_CLI_OPTIONS_H
#define ENTENTE_CLI_OPTIONS_H

#include "cli.h"

typedef struct cli_option cli_option;

/* Puts a value into the settings; false when it is not allowed. */
typedef bool cli_setter(const cli_option *option, void *place,
                        const char *value);

struct cli_option {
    const char *name;
    char letter; /* of the short form, or 0 */
    cli_setter *set;
    size_t place;        /* offset in cli_settings */
    const char *value;   /* its name in help; NULL: a flag */
    const char *allowed; /* for messages: "sentence, paragraph or N" */
    const char *choices; /* "a|b|c" for setters that look there, or NULL */
    double min;          /* for numbers */
    double max;
    const char *help;
    unsigned groups; /* commands with any of these take it */
};

/* Room for the table's rows; options.c checks it. */
enum { CLI_OPTION_MAX = 96 };

/* The options, ending with one that has no name. */
extern const cli_option cli_options[];

/* What the option takes, for messages: "count, articles or llr". Valid until
 * the next call. */
const char *cli_allowed(const cli_option *option);
/* Its help, including the choices that come from a table. Valid until the next
 * call. */
const char *cli_option_help(const cli_option *option);

/* Its choices, "a|b|c", or NULL. Valid until the next call. */
const char *cli_option_choices(const cli_option *option);

/* Fills settings from argv, argv[0] being the command's name. The operands are
 * moved to the end of argv. Returns CLI_DONE, or CLI_USAGE after a message. */
int cli_parse(cli_settings *settings, const cli_command *command, int argc,
              char **argv);

#endif
