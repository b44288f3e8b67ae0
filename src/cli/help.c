#include <stdio.h>
#include <string.h>

#include "help.h"

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

/* How many bytes of text fit on a line, cut at a blank. Help is ASCII: bytes
 * are columns. */
static size_t fitting(const char *text, size_t width)
{
    size_t size = strlen(text);
    if (size <= width)
        return size;
    for (size = width; size > 0 && text[size] != ' ';)
        size--;
    return size ? size : width;
}

/* Help is wrapped to 80 columns even on wider terminals: it also goes to files
 * and pagers, and tests compare it. */
void cli_print_entry(const char *forms, const char *help)
{
    /* Forms too long for the column: the help starts on its own line. */
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

static void print_option(const cli_command *command, const cli_option *option)
{
    (void)command;
    char forms[80];
    option_forms(option, forms, sizeof forms);
    cli_print_entry(forms, cli_option_help(option));
}

/* Headings of the option list. An option appears under the first that fits. */
static const struct {
    const char *title;
    unsigned groups;
} sections[] = {
    {"Output", CLI_OUTPUT | CLI_OUTPUTS | CLI_EXPORT | CLI_REPORT |
                   CLI_EXPLAIN | CLI_RANK | CLI_LISTING | CLI_EVENTS},
    {"Which articles", CLI_CHOOSE},
    {"Who is tied to whom", CLI_NETWORK | CLI_TYPES},
    {"Who met whom", CLI_MET | CLI_ACTORS},
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

void cli_walk_options(const cli_command *command, cli_title_fn *title,
                      cli_option_fn *each)
{
    unsigned groups = command->groups | CLI_COMMON;
    for (size_t s = 0; s < SECTION_COUNT; s++) {
        bool titled = false;
        for (const cli_option *o = cli_options; o->name; o++) {
            if (section_of(o) != s || !(o->groups & groups))
                continue;
            if (!titled)
                title(sections[s].title);
            titled = true;
            each(command, o);
        }
    }
}

static void print_title(const char *title) { printf("\n%s:\n", title); }

int cli_command_help(const cli_command *command)
{
    printf("usage: entente %s [OPTIONS]%s%s\n\n%s\n", command->name,
           command->arguments ? " " : "",
           command->arguments ? command->arguments : "", command->about);
    if (command->examples)
        printf("\nExamples:\n%s\n", command->examples);
    cli_walk_options(command, print_title, print_option);
    return CLI_DONE;
}

const char cli_about_inputs[] =
    "An INPUT is a file, a folder (searched with everything below it) or -\n"
    "for standard input: plain text, JSON or JSON Lines, recognised by\n"
    "content.";
const char cli_first_examples[] =
    "  entente build articles/ -o network.gexf -o network.svg\n"
    "  entente report articles/\n"
    "  entente explain articles/ --between Kerry Lavrov";
const char cli_about_exit[] =
    "0 done, 1 failed, 2 wrong usage, 3 done but some inputs were\n"
    "skipped (each is named on standard error).";

static void print_overview(void)
{
    printf("entente: who meets whom, from a pile of news articles\n\n"
           "usage: entente COMMAND [OPTIONS] INPUT...\n\n%s\n\nCommands:\n",
           cli_about_inputs);
    for (const cli_command *c = cli_commands; c->name; c++)
        printf("  %-12s%s\n", c->name, c->summary);
    printf("\nStart with:\n%s\n\n"
           "'entente COMMAND --help' shows a command's options.\n"
           "Exit codes: %s\n",
           cli_first_examples, cli_about_exit);
}

static const char *command_name(const void *ctx, size_t i)
{
    (void)ctx;
    return cli_commands[i].name;
}

const cli_command *cli_find_command(const char *name)
{
    for (const cli_command *c = cli_commands; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    const char *near = cli_nearest(name, command_name, NULL);
    if (near)
        cli_usage_error(NULL, "unknown command '%s'; did you mean '%s'?", name,
                        near);
    else
        cli_usage_error(NULL, "unknown command '%s'", name);
    return NULL;
}

/* The forms of help for readers other than people at a terminal. */
static const struct {
    const char *name;
    int (*write)(const cli_command *command);
} documents[] = {{"man", cli_manual},
                 {"bash", cli_complete_bash},
                 {"zsh", cli_complete_zsh},
                 {"fish", cli_complete_fish}};

int cli_help(const cli_settings *settings)
{
    size_t n = settings->input_count;
    if (n == 0) {
        print_overview();
        return CLI_DONE;
    }
    int (*write)(const cli_command *command) = cli_command_help;
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        if (strcmp(settings->inputs[0], documents[i].name) == 0)
            write = documents[i].write;
    bool asked = write == cli_command_help || n > 1;
    const cli_command *command =
        asked ? cli_find_command(settings->inputs[write != cli_command_help])
              : NULL;
    return asked && !command ? CLI_USAGE : write(command);
}
