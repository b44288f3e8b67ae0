/* entente COMMAND [OPTIONS] INPUT...: the table of commands. */
#include <stdio.h>
#include <string.h>

#include "options.h"
#include "output.h"
#include "standard.h"

enum {
    READ_GROUPS = CLI_READ | CLI_CHOOSE,
    NETWORK_GROUPS = CLI_OUTPUTS | READ_GROUPS | CLI_STORE | CLI_RESOLVE |
                     CLI_NETWORK | CLI_MET
};

const cli_command cli_commands[] = {
    {"build", cli_build, "turn articles into network files: the main job",
     "INPUT... -o FILE...",
     "Reads the articles, finds the people in them, works out who is who, and\n"
     "writes the network of those who are named together or are said to have\n"
     "met. FILE's ending chooses the exporter for each -o; .gz after it "
     "compresses\n"
     "(network.gexf.gz). -x passes an option\n"
     "to every exporter that has it (-x version=1.3) or to one of them\n"
     "(-x gexf:version=1.3); see entente exporters.\n"
     "\n"
     "Networks that build wrote as JSON, whole and with all evidence, are "
     "inputs,\n"
     "too, for report and explain as well. Several are added up: the parts of "
     "an\n"
     "archive make its network, as far as its names are read alike in each. "
     "They\n"
     "must be made with the same options, of different articles. What ties "
     "weigh\n"
     "and what is shown can still be chosen.",
     "  entente build articles/ -o network.gexf -o network.svg\n"
     "  entente build news.jsonl -o n-nodes.csv -o n-edges.csv --top 100\n"
     "  entente build news.jsonl -o meetings.json --ties encounters\n"
     "  entente build news.jsonl -o net.gexf --since 2014-03 --match Ukraine\n"
     "  entente build articles/ --format json -o - | less\n"
     "  entente build articles/ -o net.svg -o net.gexf -x svg:max-nodes=50\n"
     "  entente build 2014.json 2015.json -o both.json",
     NETWORK_GROUPS | CLI_SLICES | CLI_EXPORT | CLI_PLUGINS, 1, 0},
    {"report", cli_report, "who is central, who connects groups, who met whom",
     "INPUT...",
     "Writes who is central, who connects groups, who met whom and when, the\n"
     "strongest ties, the groups, the network in figures, and how all this "
     "was\n"
     "found. The report goes to the terminal, or to FILE in the format of its\n"
     "ending: .md, .html (with pictures), .csv (the first table), .json or "
     ".txt.",
     "  entente report articles/\n"
     "  entente report news.jsonl --since 2016 --until 2016 --slice month\n"
     "  entente report articles/ --brokers --sort constraint\n"
     "  entente report articles/ -o report.html -o nodes.csv --rows 50",
     NETWORK_GROUPS | CLI_SLICES | CLI_REPORT | CLI_RANK | CLI_PLUGINS, 1, 0},
    {"explain", cli_explain, "the evidence for a tie: article, date, sentence",
     "INPUT... --between A B | --of A",
     "Shows every piece of evidence for the tie between two people, or for "
     "all\n"
     "ties of one: the article, its date, the sentence, whether the two met "
     "or\n"
     "are only named together, and its share of the tie's weight.",
     "  entente explain articles/ --between Kerry Lavrov\n"
     "  entente explain articles/ --of \"John Kerry\" -o kerry.md",
     NETWORK_GROUPS | CLI_REPORT | CLI_EXPLAIN, 1, 0},
    {"events", cli_events, "who met when: one entry for each meeting",
     "INPUT...",
     "Lists the meetings, calls and joint appearances that the articles tell\n"
     "of, in order of time. The same meeting told in several sentences, "
     "articles\n"
     "and days is one entry. A day in brackets is that of the first report. "
     "The\n"
     "table goes to the terminal; FILE's ending chooses a table (.txt), JSON\n"
     "Lines with the evidence (.jsonl) or a calendar (.ics).",
     "  entente events articles/\n"
     "  entente events articles/ --actor Kerry --kind phone --status "
     "held,denied\n"
     "  entente events news.jsonl -o met.jsonl -o met.ics --without told",
     CLI_OUTPUTS | READ_GROUPS | CLI_STORE | CLI_RESOLVE | CLI_MET |
         CLI_EVENTS | CLI_ACTORS,
     1, 0},
    {"add", cli_add, "articles to a store, an archive that grows",
     "INPUT... --store FILE",
     "Reads the articles, finds the names in them, and keeps all that in FILE, "
     "so\nthat later commands with --store FILE answer without reading again. "
     "An article\nis added once: it is known by its own id, by its address, or "
     "by its content.\nWhat is added stays whenever the program is stopped; "
     "the same command goes on\nfrom there. --refresh reads again what other "
     "options or another version of\nentente read. FILE is an SQLite "
     "database.",
     "  entente add monday.jsonl --store archive.db\n"
     "  entente add tuesday/ --store archive.db\n"
     "  entente build --store archive.db -o network.gexf\n"
     "  entente add --refresh --store archive.db",
     READ_GROUPS | CLI_STORE | CLI_ADD, 0, 0},
    {"review", cli_review, "the doubtful decisions of a store, to answer",
     "--store FILE",
     "Asks who is meant where little speaks for it, what concerns most "
     "articles\nfirst: y (the same), n (not the same), s (skip) or q (quit). "
     "-o writes the\nquestions to a table instead; with y and n filled into "
     "its "
     "first column it is\nread by --answers. The store keeps the answers, and "
     "later commands obey them\nas they obey an alias file.",
     "  entente review --store archive.db\n"
     "  entente review --store archive.db -o questions.tsv\n"
     "  entente review --store archive.db --answers questions.tsv",
     CLI_OUTPUT | CLI_READ | CLI_STORE | CLI_REVIEW | CLI_TYPES, 0, 0},
    {"diff", cli_diff, "what changed from one network to another",
     "BEFORE.json AFTER.json",
     "Compares two networks that entente build wrote as JSON: who came, went, "
     "is\nnamed more or less often or has another name, and which ties came, "
     "went,\ngrew or shrank. The report goes to the terminal, or to FILE in "
     "the format of\nits ending: .md, .html, .csv, .json or .txt.",
     "  entente diff monday.json tuesday.json\n"
     "  entente diff before.json after.json -o changes.md -o changes.csv",
     CLI_OUTPUTS | CLI_REPORT, 2, 0},
    {"mentions", cli_mentions, "the names in each article, as JSON Lines",
     "INPUT...",
     "Finds the names in each article, who they stand for, and the meetings\n"
     "that the article reports. Writes one JSON object per article; offsets\n"
     "count bytes of the text in UTF-8.\n"
     "\n"
     "With --records the lines are the articles themselves as they were read: "
     "many\n"
     "machines or processes search a share each, and one command goes on from "
     "all\n"
     "of their lines in order, as if it had read the articles itself.",
     "  entente mentions articles/ > mentions.jsonl\n"
     "  entente mentions --records part1.jsonl > part1.records\n"
     "  entente mentions --types person,org --resolve article news.jsonl",
     CLI_OUTPUT | READ_GROUPS | CLI_STORE | CLI_RESOLVE | CLI_TYPES |
         CLI_MENTIONS,
     1, 1u << ENT_PERSON | 1u << ENT_ORG | 1u << ENT_PLACE},
    {"resolve", cli_resolve, "who is who, as an alias file to edit", "INPUT...",
     "Writes which names stand for whom, in the form that --aliases takes:\n"
     "edit it (merge, separate, rename, drop) and pass it back. --explain "
     "says\n"
     "instead why these names were taken to be one person's.",
     "  entente resolve articles/ -o aliases.json\n"
     "  entente build articles/ --aliases aliases.json -o network.gexf\n"
     "  entente resolve articles/ --explain \"John Kerry\"",
     CLI_OUTPUT | READ_GROUPS | CLI_STORE | CLI_RESOLVE | CLI_WHO, 1, 0},
    {"articles", cli_articles, "the articles as read, as JSON Lines",
     "INPUT...",
     "Writes the articles as read, one JSON object each: id, title, date,\n"
     "source, url, language, text. Does not look for names. --explain adds "
     "how\n"
     "each was read. --stats writes instead what was read in figures, as a "
     "table\nor with --json or a FILE ending in .json as JSON; words are what "
     "stands\nbetween white space, and # is any number in why something was "
     "skipped.",
     "  entente articles articles/ > articles.jsonl\n"
     "  entente articles --explain page.pdf\n"
     "  entente articles --stats archive.zip\n"
     "  entente articles news.jsonl --since 2014 --match 'Kerry Lavrov'",
     CLI_OUTPUT | READ_GROUPS | CLI_STORE | CLI_ARTICLES | CLI_LISTING, 1, 0},
    {"exporters", cli_exporters, "the formats that build can write",
     "[NAME...]",
     "Lists the exporters: name, file endings, version, what they write, "
     "where\n"
     "they come from, and their options. With a NAME, shows everything about\n"
     "that exporter. Plug-ins are looked for in the folders of\n"
     "ENTENTE_EXPORTER_PATH (separated by ':') and in the library's own.",
     "  entente exporters\n"
     "  entente exporters svg\n"
     "  entente exporters --plugin ./myformat.so --json",
     CLI_PLUGINS | CLI_LISTING, 0, 0},
    {"evaluate", cli_evaluate, "score the program on annotated text",
     "WHAT GOLD...",
     "Compares what the program finds with what annotators found. WHAT is ner\n"
     "(names, exact span and type), resolve (who is who, and the ties that\n"
     "follow) or encounters (who meets whom). GOLD is a .conll file (one "
     "token\n"
     "and its BIO tag per line; ner only) or JSON Lines with labels; for\n"
     "encounters, these label sentences of the articles that --articles names.",
     "  entente evaluate ner dev.conll\n"
     "  entente evaluate resolve --gold-spans linked.jsonl\n"
     "  entente evaluate encounters --articles news.jsonl met.jsonl",
     CLI_OUTPUT | CLI_READ | CLI_GOLD, 2, 0},
    {"train", cli_train, "train a model on annotated text",
     "WHAT CORPUS... -o MODEL",
     "Trains a model. WHAT is ner, for the one that finds names: a CORPUS is\n"
     "then a .conll file (one token and its BIO tag per line) or any input "
     "that\n"
     "has its mentions marked. Or it is encounters, for the one that reads "
     "who\n"
     "meets whom: then a CORPUS labels sentences of the articles that\n"
     "--articles names; the first CORPUS has them as articles do, not chosen,\n"
     "and tells how sure the model may be. Training takes minutes; the same\n"
     "inputs give the same model.",
     "  entente train ner train.conll --text news.jsonl -o model.bin\n"
     "  entente train encounters met.jsonl --articles news.jsonl -o met.bin\n"
     "  entente mentions --model model.bin articles/",
     CLI_OUTPUT | CLI_TRAIN, 2, 0},
    {"version", cli_show_version, "the program's version, and what it reads",
     NULL,
     "Prints the program's version, and with --formats the formats of inputs\n"
     "with the libraries that read them: what isn't available was built "
     "without\n"
     "its library.",
     "  entente version --formats", CLI_FORMATS, 0, 0},
    {"help", cli_help, "this overview, or the help for one command",
     "[man|bash|zsh|fish] [COMMAND]",
     "Shows the overview, or the help for one command. 'help man' prints it "
     "as\n"
     "a man page; 'help bash', 'help zsh' and 'help fish' print completions "
     "for\n"
     "these shells.",
     "  entente help build\n"
     "  entente help man build | man -l -\n"
     "  . <(entente help bash)",
     0, 0, 0},
    {0}};

/* A line a format, so that grep finds it. */
static void list_formats(void)
{
    const ent_input_format *format;
    for (size_t i = 0; (format = ent_input_format_at(i)); i++)
        printf("%-12s %-15s %-22s %s\n", format->name,
               format->available ? "available" : "not available",
               format->library ? format->library : "-", format->about);
}

int cli_show_version(const cli_settings *settings)
{
    printf("entente %s\n", ent_version());
    if (settings->formats)
        list_formats();
    if (settings->formats && !ent_store_available())
        printf("--store is not available: built without sqlite3\n");
    return CLI_DONE;
}

/* Words that people try before they know the commands. */
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

/* An option before the command gets its own message: users of git and others
 * put common options there. */
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
    if (settings.help)
        return cli_command_help(command);
    code = cli_check_outputs(&settings);
    return code ? code : command->run(&settings);
}

int main(int argc, char **argv)
{
    cli_fill_standard();
    int code = run(argc - 1, argv + 1);
    int closed = cli_close_stdout();
    /* Failed output counts as a failure even when inputs were only skipped. */
    return closed && code != CLI_USAGE ? closed : code;
}
