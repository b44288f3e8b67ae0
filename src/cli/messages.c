/* What the program prints to standard error: always one line, always starting
 * with its name, so that it can be found in a log shared with other programs.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "progress.h"

/* A single write, so that lines of several processes don't mix. */
static void print_line(const char *line)
{
    cli_progress_clear();
    fputs(line, stderr);
}

/* A message that is too long is cut, since paths may be long: printing one must
 * never fail for lack of memory. */
int cli_error(const char *format, ...)
{
    char text[1500];
    char line[1600];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    snprintf(line, sizeof line, "entente: %s\n", text);
    print_line(line);
    return CLI_FAILED;
}

int cli_library_error(const ent_error *error)
{
    char text[1200];
    ent_error_format(error, text, sizeof text);
    return cli_error("%s", text);
}

int cli_usage_error(const cli_command *command, const char *format, ...)
{
    char text[1200];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    cli_error("%s", text);
    if (command)
        cli_error("try 'entente %s --help'", command->name);
    else
        cli_error("try 'entente help'");
    return CLI_USAGE;
}

int cli_option_error(const cli_command *command, const char *option,
                     const ent_error *error)
{
    if (error->code == ENT_ERR_MEMORY)
        return cli_library_error(error);
    return cli_usage_error(command, "%s: %s", option, error->message);
}

enum { NAME_MAX_SIZE = 31 };

/* Levenshtein distance; names that are too long are far from everything. */
static size_t distance(const char *a, const char *b)
{
    size_t row[NAME_MAX_SIZE + 1];
    size_t size = strlen(b);
    if (size > NAME_MAX_SIZE)
        return NAME_MAX_SIZE;
    for (size_t i = 0; i <= size; i++)
        row[i] = i;
    for (size_t i = 0; a[i]; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t k = 0; k < size; k++) {
            size_t cost = diagonal + (a[i] != b[k]);
            diagonal = row[k + 1];
            if (row[k] + 1 < cost)
                cost = row[k] + 1;
            if (row[k + 1] + 1 < cost)
                cost = row[k + 1] + 1;
            row[k + 1] = cost;
        }
    }
    return row[size];
}

const char *cli_nearest(const char *typed,
                        const char *(*next)(const void *ctx, size_t i),
                        const void *ctx)
{
    const char *nearest = NULL;
    /* Up to a third of the letters may be wrong; beyond that it is guessing. */
    size_t best = strlen(typed) / 3 + 1;
    for (size_t i = 0; next(ctx, i); i++) {
        size_t d = distance(typed, next(ctx, i));
        if (d < best || (d == best && !nearest)) {
            nearest = next(ctx, i);
            best = d;
        }
    }
    return nearest;
}
