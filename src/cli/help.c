#include <stdio.h>
#include <string.h>

#include "options.h"

enum { HELP_COLUMN = 28, HELP_WIDTH = 80 - HELP_COLUMN };

/* The option's forms: "-o, --output FILE". */
static void option_forms(const cli_option *option, char *out, size_t size)
{
    char letter[8] = "    ";
    if (option->letter)
        snprintf(letter, sizeof letter, "-%c, ", option->letter);
    snprintf(out, size, "  %s--%s%s%s", letter, option->name,
             option->value ? " " : "", option->value ? option->value : "");
}

/* Bytes of text that fit on a line, cut at a blank. Help is ASCII: bytes are
 * columns. */
static size_t fitting(const char *text, size_t width)
{
    size_t size = strlen(text);
    if (size <= width)
        return size;
    for (size = width; size > 0 && text[size] != ' ';)
        size--;
    return size ? size : width;
}

/* Help is wrapped to 80 columns even on wider terminals: it goes to files and
 * pagers as well, and tests compare it. */
void cli_print_entry(const char *forms, const char *help)
{
    /* Too long for the column: the help starts on a line of its own. */
    if (strlen(forms) >= HELP_COLUMN) {
        printf("%s\n", forms);
        forms = "";
    }
    while (*help) {
        size_t size = fitting(help, HELP_WIDTH);
        printf("%-*s%.*s\n", HELP_COLUMN, forms, (int)size, help);
        help += size + strspn(help + size, " ");
        forms = "";
    }
}

static void print_option(const cli_option *option)
{
    char forms[80];
    option_forms(option, forms, sizeof forms);
    cli_print_entry(forms, option->help);
}

/* Headings of the option list; an option stands under the first that fits. */
static const struct {
    const char *title;
    unsigned groups;
} sections[] = {
    {"Output", CLI_OUTPUT | CLI_OUTPUTS | CLI_EXPORT | CLI_REPORT |
                   CLI_EXPLAIN | CLI_LISTING},
    {"Who is tied to whom", CLI_NETWORK | CLI_TYPES},
    {"Who is who", CLI_RESOLVE | CLI_WHO},
    {"Reading", CLI_READ | CLI_GOLD},
    {"Exporters", CLI_PLUGINS},
    {"Other", CLI_COMMON},
};

enum { SECTION_COUNT = sizeof sections / sizeof *sections };

static size_t section_of(const cli_option *option)
{
    size_t i = 0;
    while (i < SECTION_COUNT - 1 && !(option->groups & sections[i].groups))
        i++;
    return i;
}

/* All options that the command takes, section by section. */
static void print_options(const cli_command *command)
{
    unsigned groups = command->groups | CLI_COMMON;
    for (size_t s = 0; s < SECTION_COUNT; s++) {
        bool titled = false;
        for (const cli_option *o = cli_options; o->name; o++) {
            if (section_of(o) != s || !(o->groups & groups))
                continue;
            if (!titled)
                printf("\n%s:\n", sections[s].title);
            titled = true;
            print_option(o);
        }
    }
}

int cli_command_help(const cli_command *command)
{
    printf("usage: entente %s [OPTIONS]%s%s\n\n%s\n", command->name,
           command->arguments ? " " : "",
           command->arguments ? command->arguments : "", command->about);
    if (command->examples)
        printf("\nExamples:\n%s\n", command->examples);
    print_options(command);
    return CLI_DONE;
}

static void print_overview(void)
{
    puts("entente: who meets whom, from a pile of news articles\n\n"
         "usage: entente COMMAND [OPTIONS] INPUT...\n\n"
         "An INPUT is a file, a folder (searched with all below it) or - for\n"
         "standard input: plain text, JSON or JSON Lines, told apart by "
         "content.\n\nCommands:");
    for (const cli_command *c = cli_commands; c->name; c++)
        printf("  %-12s%s\n", c->name, c->summary);
    puts("\nStart with:\n"
         "  entente build articles/ -o network.gexf -o network.svg\n"
         "  entente report articles/\n"
         "  entente explain articles/ --between Kerry Lavrov\n\n"
         "'entente COMMAND --help' shows a command's options.\n"
         "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs "
         "were\nskipped (each is named on standard error).");
}

static const char *command_name(size_t i) { return cli_commands[i].name; }

const cli_command *cli_find_command(const char *name)
{
    for (const cli_command *c = cli_commands; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    const char *near = cli_nearest(name, command_name);
    if (near)
        cli_usage_error(NULL, "unknown command '%s'; did you mean '%s'?", name,
                        near);
    else
        cli_usage_error(NULL, "unknown command '%s'", name);
    return NULL;
}

int cli_help(const cli_settings *settings)
{
    if (settings->input_count == 0) {
        print_overview();
        return CLI_DONE;
    }
    const cli_command *command = cli_find_command(settings->inputs[0]);
    if (!command)
        return CLI_USAGE;
    return cli_command_help(command);
}
