/* Parses the command line with getopt_long, whose tables are made from ours: a
 * command takes the options that share a group with it. Messages are our own,
 * since getopt's name neither what is allowed nor what may have been meant. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "options.h"

/* Option i of those that the command takes; NULL after the last. */
static const char *option_name(const void *command, size_t i)
{
    unsigned groups = ((const cli_command *)command)->groups | CLI_COMMON;
    const cli_option *option = cli_options;
    for (; option->name; option++)
        if ((option->groups & groups) && i-- == 0)
            break;
    return option->name;
}

/* Fills getopt's own tables with the options that the command takes; a long
 * option's val is 256 plus its index in cli_options. */
static void make_getopt_tables(unsigned groups, struct option *longs,
                               char *shorts)
{
    /* A leading ':' distinguishes a missing value from an unknown option. */
    *shorts++ = ':';
    for (size_t i = 0; cli_options[i].name; i++) {
        const cli_option *option = &cli_options[i];
        if (!(option->groups & groups))
            continue;
        *longs++ = (struct option){option->name, option->value != NULL, NULL,
                                   256 + (int)i};
        if (option->letter) {
            *shorts++ = option->letter;
            if (option->value)
                *shorts++ = ':';
        }
    }
    *longs = (struct option){0};
    *shorts = '\0';
}

/* value is a letter, or 256 plus an index in the table. */
static const cli_option *find_option(const cli_command *command, int value)
{
    if (value >= 256)
        return &cli_options[value - 256];
    for (size_t i = 0; cli_options[i].name; i++)
        if (cli_options[i].letter == value &&
            (cli_options[i].groups & (command->groups | CLI_COMMON)))
            return &cli_options[i];
    return NULL;
}

/* How many of the command's options start with this; lists their names. */
static size_t options_from(const cli_command *command, const char *start,
                           char *list, size_t room)
{
    size_t n = 0, used = 0;
    *list = '\0';
    for (size_t i = 0; cli_options[i].name; i++) {
        const cli_option *option = &cli_options[i];
        if (!(option->groups & (command->groups | CLI_COMMON)) ||
            strncmp(option->name, start, strlen(start)) != 0)
            continue;
        if (used < room)
            used += (size_t)snprintf(list + used, room - used, "%s--%s",
                                     n ? ", " : "", option->name);
        n++;
    }
    return n;
}

/* Reports what getopt rejected: '?' for an unknown or ambiguous option, ':' for
 * a missing value. optopt is 0 for an unknown long option, otherwise the letter
 * or val. */
static int refuse(const cli_command *command, int what, char **argv)
{
    const cli_option *known = optopt ? find_option(command, optopt) : NULL;
    if (what == ':')
        return cli_usage_error(command, "--%s: expected %s, found nothing",
                               known->name, cli_allowed(known));
    if (known && optopt >= 256)
        return cli_usage_error(command, "--%s takes no value", known->name);
    if (optopt)
        return cli_usage_error(command, "'%s' has no option '-%c'",
                               command->name, optopt);
    char name[64];
    const char *typed = argv[optind - 1] + strspn(argv[optind - 1], "-");
    snprintf(name, sizeof name, "%.*s", (int)strcspn(typed, "="), typed);
    for (size_t i = 0; cli_options[i].name; i++)
        if (strcmp(cli_options[i].name, name) == 0)
            return cli_usage_error(command, "'%s' has no option '--%s'",
                                   command->name, name);
    char list[300];
    if (options_from(command, name, list, sizeof list) > 1)
        return cli_usage_error(
            command, "ambiguous option '--%s': could be any of %s", name, list);
    const char *near = cli_nearest(name, option_name, command);
    if (near)
        return cli_usage_error(
            command, "unknown option '--%s'; did you mean '--%s'?", name, near);
    return cli_usage_error(command, "unknown option '--%s'", name);
}

/* Passes getopt's value to the option's setter. getopt only knows options with
 * one value: of "A B" it sees A, so B is taken from argv here, before getopt
 * counts it as an input. */
static int set_option(cli_settings *settings, const cli_option *option,
                      int argc, char **argv)
{
    void *place = (char *)settings + option->place;
    if (!option->set(option, place, optarg))
        return cli_usage_error(settings->command,
                               "--%s: expected %s, found '%s'", option->name,
                               cli_allowed(option), optarg ? optarg : "");
    if (!option->value || !strchr(option->value, ' '))
        return CLI_DONE;
    if (optind >= argc)
        return cli_usage_error(settings->command,
                               "--%s: expected %s, found one", option->name,
                               cli_allowed(option));
    const char **pair = place;
    pair[1] = argv[optind++];
    return CLI_DONE;
}

/* Options that mean nothing without another. */
static const char *const beside[][2] = {{"hops", "ego"}, {"slide", "slice"}};

static bool is_given(const bool *given, const char *name)
{
    for (size_t i = 0; cli_options[i].name; i++)
        if (given[i] && strcmp(cli_options[i].name, name) == 0)
            return true;
    return false;
}

/* Those that say how articles are read, resolved and counted: what networks
 * that are read back were made with. */
static const char *counting_option(const bool *given)
{
    static const char *const network[] = {"types", "ties", "window",
                                          "window-max"};
    enum {
        ARTICLES = CLI_READ | CLI_RESOLVE | CLI_CHOOSE | CLI_MET | CLI_STORE
    };
    for (size_t i = 0; cli_options[i].name; i++) {
        const char *name = cli_options[i].name;
        bool counts =
            cli_options[i].groups & ARTICLES && strcmp(name, "threads") != 0;
        for (size_t k = 0; k < sizeof network / sizeof *network; k++)
            counts = counts || strcmp(name, network[k]) == 0;
        if (given[i] && counts)
            return name;
    }
    return NULL;
}

/* The network is told the period too, for its settings. */
static int take_choice(cli_settings *settings)
{
    ent_choice *choice = &settings->choice;
    ent_error error = {0};
    choice->sources = settings->sources.items;
    choice->urls = settings->urls.items;
    choice->languages = settings->languages.items;
    choice->matches = settings->matches.items;
    settings->network.since = choice->since;
    settings->network.until = choice->until;
    settings->read.choice = choice;
    settings->read.fields = settings->fields.items;
    if (choice->since != ENT_NO_DATE && choice->until != ENT_NO_DATE &&
        choice->since > choice->until) {
        char since[16], until[16];
        return cli_usage_error(settings->command,
                               "--since: expected a day no later than --until, "
                               "%s, found %s",
                               ent_date_format(choice->until, until),
                               ent_date_format(choice->since, since));
    }
    return ent_choice_check(choice, &error)
               ? cli_option_error(settings->command, "--match", &error)
               : CLI_DONE;
}

/* Checks for options that are right by themselves but not together. */
static int check_together(cli_settings *settings, const bool *given)
{
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
        if (is_given(given, beside[i][0]) && !is_given(given, beside[i][1]))
            return cli_usage_error(settings->command,
                                   "--%s: expected --%s as well", beside[i][0],
                                   beside[i][1]);
    return take_choice(settings);
}

int cli_parse(cli_settings *settings, const cli_command *command, int argc,
              char **argv)
{
    struct option longs[CLI_OPTION_MAX];
    char shorts[2 * CLI_OPTION_MAX];
    bool given[CLI_OPTION_MAX] = {false};
    *settings = (cli_settings){.command = command,
                               .read = ENT_READ_OPTIONS_INIT,
                               .choice = ENT_CHOICE_INIT,
                               .resolve = ENT_RESOLVE_OPTIONS_INIT,
                               .memory = (uint64_t)256 << 20,
                               .network = ENT_NETWORK_OPTIONS_INIT,
                               .analyse = ENT_ANALYSE_OPTIONS_INIT,
                               .layout = ENT_LAYOUT_OPTIONS_INIT,
                               .slice = ENT_SLICE_OPTIONS_INIT,
                               .report = ENT_REPORT_OPTIONS_INIT,
                               .train = ENT_TRAIN_OPTIONS_INIT};
    settings->report.rows = CLI_ROWS_DEFAULT;
    if (command->types)
        settings->network.types = command->types;
    make_getopt_tables(command->groups | CLI_COMMON, longs, shorts);
    opterr = 0;
    optind = 0; /* restarts getopt */
    int value;
    while ((value = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        if (value == '?' || value == ':')
            return refuse(command, value, argv);
        const cli_option *option = find_option(command, value);
        int code = set_option(settings, option, argc, argv);
        if (code)
            return code;
        given[option - cli_options] = true;
    }
    settings->counting = counting_option(given);
    settings->inputs = (const char *const *)(argv + optind);
    settings->input_count = (size_t)(argc - optind);
    if (settings->analyse.exact && settings->analyse.samples)
        return cli_usage_error(command, "--exact and --samples: expected one "
                                        "of the two");
    if (settings->explained && settings->stats)
        return cli_usage_error(command, "--explain and --stats: expected one "
                                        "of the two");
    if (!settings->help && !settings->store &&
        settings->input_count < command->min_arguments)
        return cli_usage_error(command, "expected %s, found nothing",
                               command->arguments);
    return settings->help ? CLI_DONE : check_together(settings, given);
}
