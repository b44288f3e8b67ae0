/* What the commands share: their table, the settings that the options fill in,
 * messages and exit codes. */
#ifndef ENTENTE_CLI_CLI_H
#define ENTENTE_CLI_CLI_H

#include <entente/entente.h>

/* How the program ends. */
enum {
    CLI_DONE = 0,
    CLI_FAILED = 1,
    CLI_USAGE = 2,  /* wrong options or arguments */
    CLI_SKIPPED = 3 /* done, but some inputs were skipped */
};

/* The groups of options that a command takes, one bit each. */
enum {
    CLI_COMMON = 1 << 0,    /* --help, --quiet */
    CLI_READ = 1 << 1,      /* reading and recognising */
    CLI_RESOLVE = 1 << 2,   /* who is who */
    CLI_NETWORK = 1 << 3,   /* ties and filters */
    CLI_OUTPUT = 1 << 4,    /* -o */
    CLI_EXPORT = 1 << 5,    /* --format, --exporter-option */
    CLI_PLUGINS = 1 << 6,   /* --plugin, --no-plugins */
    CLI_REPORT = 1 << 7,    /* --rows */
    CLI_EXPLAIN = 1 << 8,   /* --between, --of */
    CLI_TYPES = 1 << 9,     /* --types */
    CLI_WHO = 1 << 10,      /* --explain */
    CLI_GOLD = 1 << 11,     /* --gold-spans, --articles */
    CLI_OUTPUTS = 1 << 12,  /* -o, several times */
    CLI_TRAIN = 1 << 13,    /* --text, --names, --held-out */
    CLI_LISTING = 1 << 14,  /* --json */
    CLI_RANK = 1 << 15,     /* --sort */
    CLI_MET = 1 << 16,      /* which encounters: --kind, --status, ... */
    CLI_EVENTS = 1 << 17,   /* --format of events */
    CLI_ACTORS = 1 << 18,   /* --actor */
    CLI_SLICES = 1 << 19,   /* --slice, --slide */
    CLI_FORMATS = 1 << 20,  /* --formats */
    CLI_CHOOSE = 1 << 21,   /* which articles: --since, --match, ... */
    CLI_ARTICLES = 1 << 22, /* --explain, --stats of articles */
    CLI_STORE = 1 << 23,    /* --store */
    CLI_ADD = 1 << 24,      /* --refresh */
    CLI_REVIEW = 1 << 25,   /* --answers */
    CLI_MENTIONS = 1 << 26  /* --records */
};

/* An option that may be given several times. */
enum { CLI_LIST_MAX = 64 };
typedef struct cli_list {
    const char *items[CLI_LIST_MAX + 1]; /* NULL-terminated */
    size_t n;
} cli_list;

/* --rows was not given: the writer decides. */
#define CLI_ROWS_DEFAULT UINT32_MAX

/* What the command line asked for. Strings point into argv. */
typedef struct cli_settings {
    const struct cli_command *command;
    ent_read_options read;
    ent_resolve_options resolve;
    ent_network_options network;
    ent_analyse_options analyse;
    uint64_t memory; /* of articles, in bytes */
    ent_layout_options layout;
    ent_slice_options slice;
    ent_report_options report;
    ent_train_options train;
    cli_list outputs;
    cli_list plugins;
    cli_list texts;
    cli_list names;
    cli_list held_out;
    cli_list also;
    cli_list articles; /* where the gold's sentences come from */
    cli_list exporter_options;
    cli_list actors;   /* who takes part in the events */
    ent_choice choice; /* its lists are the four below */
    cli_list fields;   /* where the parts of articles stand */
    cli_list sources;
    cli_list urls;
    cli_list languages;
    cli_list matches;
    unsigned events_as;  /* a place in --format's choices */
    const char *format;  /* an exporter's name, or NULL */
    const char *theme;   /* of pictures, or NULL */
    const char *page;    /* of pictures, as --page has it, or NULL */
    const char *store;   /* a file, or NULL */
    const char *answers; /* to questions of review: a file, or NULL */
    bool refresh;        /* read the store's outdated articles again */
    bool report_format_given;
    const char *between[2];
    const char *of;
    const char *who;      /* whose names to explain */
    const char *counting; /* the first option given that says how articles are
                             read and counted, or NULL */
    bool sliced;          /* --slice was given */
    bool no_plugins;
    bool gold_spans;
    bool records;   /* articles as records instead of their mentions */
    bool explained; /* say how articles were read */
    bool stats;     /* say in figures what was read */
    bool formats;   /* list those of inputs */
    bool json;      /* write a list or figures as JSON */
    bool quiet;
    bool help;
    const char *const *inputs;
    size_t input_count;
} cli_settings;

/* A command. To add one, add a row in main.c and a file cmd_NAME.c. */
typedef struct cli_command {
    const char *name;
    int (*run)(const cli_settings *settings); /* returns an exit code */
    const char *summary;                      /* one line */
    const char *arguments;                    /* "INPUT..." */
    const char *about;                        /* paragraphs of --help */
    const char *examples;                     /* lines, or NULL */
    unsigned groups;                          /* options it takes */
    size_t min_arguments;
    unsigned types; /* the default of --types; 0: the library's */
} cli_command;

/* The commands, ending with one that has no name. */
extern const cli_command cli_commands[];

/* The command of that name; NULL, after a message, when there is none. */
const cli_command *cli_find_command(const char *name);
/* Prints a command's help on standard output; returns CLI_DONE. */
int cli_command_help(const cli_command *command);
/* Prints an option's forms and, beside them, its help, wrapped. */
void cli_print_entry(const char *forms, const char *help);

int cli_build(const cli_settings *settings);
int cli_report(const cli_settings *settings);
int cli_explain(const cli_settings *settings);
int cli_diff(const cli_settings *settings);
int cli_events(const cli_settings *settings);
int cli_exporters(const cli_settings *settings);
int cli_add(const cli_settings *settings);
int cli_articles(const cli_settings *settings);
int cli_mentions(const cli_settings *settings);
int cli_review(const cli_settings *settings);
int cli_resolve(const cli_settings *settings);
int cli_evaluate(const cli_settings *settings);
int cli_train(const cli_settings *settings);
int cli_show_version(const cli_settings *settings);
int cli_help(const cli_settings *settings);

/* Prints "entente: ..." as one line on stderr; returns CLI_FAILED. */
int cli_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Prints the library's error the same way; returns CLI_FAILED. */
int cli_library_error(const ent_error *error);
/* Prints what is wrong with the command line and where to find help; returns
 * CLI_USAGE. command may be NULL. */
int cli_usage_error(const cli_command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Reports what the library finds wrong with an option: CLI_USAGE; or that it
 * had no memory to find out: CLI_FAILED. */
int cli_option_error(const cli_command *command, const char *option,
                     const ent_error *error);

/* The plural ending, for "%s" in messages. */
#define CLI_S(n) ((n) == 1 ? "" : "s")

/* The name closest to a mistyped one, or NULL when none is close. next yields
 * the names in turn, then NULL; ctx is passed to it. */
const char *cli_nearest(const char *typed,
                        const char *(*next)(const void *ctx, size_t i),
                        const void *ctx);

#endif
