/* Man pages in man(7)'s macros: entente(1), and entente-COMMAND(1) for each
 * command. They carry no date, so that the same program gives the same bytes.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "help.h"

/* ---- text ---- */

/* Escapes what troff would take for a request or a hyphen. */
static void put_span(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if ((i == 0 || text[i - 1] == '\n') && strchr(".'", text[i]))
            fputs("\\&", stdout);
        if (text[i] == '\\')
            fputs("\\e", stdout);
        else if (text[i] == '-')
            fputs("\\-", stdout);
        else
            putchar(text[i]);
    }
}

static void put_text(const char *text) { put_span(text, strlen(text)); }

/* Paragraphs are separated by empty lines; their lines are filled again. */
static void put_paragraphs(const char *text)
{
    for (const char *stop; (stop = strstr(text, "\n\n")); text = stop + 2) {
        put_span(text, (size_t)(stop - text));
        puts("\n.PP");
    }
    put_text(text);
    putchar('\n');
}

static void put_section(const char *title, const char *text)
{
    printf(".SH %s\n", title);
    put_paragraphs(text);
}

/* Printed line by line, unfilled. */
static void put_examples(const char *lines)
{
    puts(".SH EXAMPLES\n.nf");
    put_text(lines);
    puts("\n.fi");
}

/* command "" stands for the program itself. */
static void put_head(const char *command, const char *summary)
{
    const char *dash = *command ? "-" : "";
    char title[64];
    snprintf(title, sizeof title, "entente%s%s", dash, command);
    for (char *c = title; *c; c++)
        *c = (char)toupper((unsigned char)*c);
    printf(".TH \"%s\" 1 \"\" \"entente %s\" \"User Commands\"\n"
           ".SH NAME\n",
           title, ent_version());
    put_text("entente");
    put_text(dash);
    put_text(command);
    fputs(" \\- ", stdout);
    put_text(summary);
    putchar('\n');
}

/* ---- one command ---- */

static void put_title(const char *title) { printf(".SS %s\n", title); }

static void put_option(const cli_command *command, const cli_option *option)
{
    (void)command;
    puts(".TP");
    fputs(".B ", stdout);
    if (option->letter)
        printf("\\-%c\\fR, \\fB", option->letter);
    fputs("\\-\\-", stdout);
    put_text(option->name);
    if (option->value)
        printf("\\fR \\fI%s\\fR", option->value);
    putchar('\n');
    put_paragraphs(cli_option_help(option));
}

static void put_command(const cli_command *command)
{
    put_head(command->name, command->summary);
    printf(".SH SYNOPSIS\n.B entente %s\n[\\fIOPTIONS\\fR]\n", command->name);
    if (command->arguments)
        put_paragraphs(command->arguments);
    put_section("DESCRIPTION", command->about);
    puts(".SH OPTIONS");
    cli_walk_options(command, put_title, put_option);
    if (command->examples)
        put_examples(command->examples);
    put_section("EXIT STATUS", cli_about_exit);
    puts(".SH SEE ALSO\n.BR entente (1)");
}

/* ---- the program ---- */

static void put_program(void)
{
    put_head("", "who meets whom, from a pile of news articles");
    puts(".SH SYNOPSIS\n.B entente\n.I COMMAND\n[\\fIOPTIONS\\fR]\n"
         ".IR INPUT ...");
    put_section("DESCRIPTION",
                "Finds the people in news articles, works out who is who, and\n"
                "builds the weighted graph of who appears with whom and who\n"
                "meets whom. Every tie comes with its evidence: the article,\n"
                "the date, the sentence.\n\n"
                "Each command has its own page, entente-COMMAND(1).");
    puts(".PP");
    put_paragraphs(cli_about_inputs);
    puts(".SH COMMANDS");
    for (const cli_command *c = cli_commands; c->name; c++) {
        printf(".TP\n.B %s\n", c->name);
        put_paragraphs(c->summary);
    }
    put_examples(cli_first_examples);
    puts(".SH ENVIRONMENT\n.TP\n.B ENTENTE_EXPORTER_PATH");
    put_paragraphs(
        "Folders to search for plug-in exporters, separated by ':'.");
    puts(".TP\n.B NO_COLOR");
    put_paragraphs(
        "If set and not empty, reports on a terminal have no colours.");
    put_section("EXIT STATUS", cli_about_exit);
    puts(".SH SEE ALSO");
    for (const cli_command *c = cli_commands; c->name; c++)
        printf(".BR entente\\-%s (1)%s\n", c->name, c[1].name ? "," : "");
}

int cli_manual(const cli_command *command)
{
    if (command)
        put_command(command);
    else
        put_program();
    return CLI_DONE;
}
