/* entente COMMAND [OPTIONS] INPUT...: the table of commands. */
#include <stdio.h>
#include <string.h>

#include "options.h"
#include "output.h"

const cli_command cli_commands[] = {
    {"mentions", cli_mentions, "the names in each article, as JSON Lines",
     "INPUT...",
     "Finds the names in each article and who they stand for, and the "
     "meetings\n"
     "that it states. Writes one JSON object an article; offsets are bytes of\n"
     "the text as UTF-8.",
     "  entente mentions articles/ > mentions.jsonl\n"
     "  entente mentions --types person,org --resolve article news.jsonl",
     CLI_READ | CLI_RESOLVE | CLI_TYPES, 1,
     1u << ENT_PERSON | 1u << ENT_ORG | 1u << ENT_PLACE},
    {"articles", cli_articles, "the articles as read, as JSON Lines",
     "INPUT...",
     "Writes what was read, one JSON object an article: id, title, date, "
     "source,\nurl, language, text. Nothing is recognised.",
     "  entente articles articles/ > articles.jsonl", CLI_READ, 1, 0},
    {"evaluate", cli_evaluate, "score the program on annotated text",
     "WHAT GOLD...",
     "Compares what the program finds with what annotators found. WHAT is ner\n"
     "(names, exact span and type). GOLD is a .conll file (a token and its "
     "BIO\ntag a line) or JSON Lines with labels.",
     "  entente evaluate ner dev.conll", CLI_READ, 2, 0},
    {"version", cli_show_version, "the program's version", NULL,
     "Prints the program's version.", NULL, 0, 0, 0},
    {"help", cli_help, "this overview, or the help of one command", "[COMMAND]",
     "Shows the overview, or the help of one command.", "  entente help build",
     0, 0, 0},
    {0}};

int cli_show_version(const cli_settings *settings)
{
    (void)settings;
    printf("entente %s\n", ent_version());
    return CLI_DONE;
}

/* The words that people try before they know the commands. */
static const char *alias_of(const char *word)
{
    static const char *const aliases[][2] = {
        {"--help", "help"},
        {"-h", "help"},
        {"--version", "version"},
        {"-V", "version"},
    };
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (strcmp(word, aliases[i][0]) == 0)
            return aliases[i][1];
    return word;
}

static int run(int argc, char **argv)
{
    if (argc < 1)
        return cli_usage_error(NULL, "expected a command, found nothing");
    const char *name = alias_of(argv[0]);
    if (name[0] == '-')
        return cli_usage_error(NULL, "expected a command before '%s'", name);
    const cli_command *command = cli_find_command(name);
    if (!command)
        return CLI_USAGE;
    cli_settings settings;
    int code = cli_parse(&settings, command, argc, argv);
    if (code)
        return code;
    return settings.help ? cli_command_help(command) : command->run(&settings);
}

int main(int argc, char **argv)
{
    int code = run(argc - 1, argv + 1);
    int closed = cli_close_stdout();
    /* Failed output is a failure even where inputs were only skipped. */
    return closed && code != CLI_USAGE ? closed : code;
}
