/* entente events: who met when, one entry for each meeting. */
#include <string.h>

#include "network.h"
#include "output.h"
#include "reporting.h"

enum { TABLE, JSONL, ICS }; /* in the order of --format's choices */

/* ---- formats ---- */

static const cli_ending endings[] = {
    {"txt", TABLE}, {"jsonl", JSONL}, {"ics", ICS}};

static bool format_of(const cli_settings *settings, const char *path,
                      unsigned *out)
{
    return cli_format_of(settings, path, settings->events_as, endings,
                         sizeof endings / sizeof *endings, out);
}

/* Checked before reading, which may take hours. */
static int check_formats(const cli_settings *settings)
{
    unsigned format;
    for (size_t i = 0; i < settings->outputs.n; i++)
        if (!format_of(settings, settings->outputs.items[i], &format))
            return cli_usage_error(settings->command,
                                   "-o: expected a file ending in .txt, .jsonl "
                                   "or .ics, found '%s'",
                                   settings->outputs.items[i]);
    return CLI_DONE;
}

/* ---- writing ---- */

typedef struct job {
    const ent_events *events;
    unsigned format;
    ent_report_options table;
    size_t left_out;
} job;

static ent_status write_events(void *ctx, const ent_sink *sink,
                               ent_error *error)
{
    job *j = ctx;
    if (j->format == JSONL)
        return ent_events_write_json(j->events, sink, error);
    if (j->format == ICS)
        return ent_events_write_calendar(j->events, sink, &j->left_out, error);
    return ent_events_report(j->events, &j->table, sink, error);
}

static int write_one(const cli_settings *settings, const ent_events *events,
                     const char *path)
{
    job j = {events, TABLE, settings->report, 0};
    format_of(settings, path, &j.format);
    if (strcmp(path, "-") == 0)
        cli_fit_terminal(&j.table);
    int code = cli_write_output(path, write_events, &j);
    if (!code && j.left_out && !settings->quiet)
        cli_error("%zu event%s without a known day left out of %s", j.left_out,
                  CLI_S(j.left_out), path);
    return code;
}

/* A file that can't be written does not stop the others. */
static int write_all(const cli_settings *settings, const ent_events *events)
{
    int code = CLI_DONE;
    if (settings->outputs.n == 0)
        return write_one(settings, events, "-");
    for (size_t i = 0; i < settings->outputs.n; i++)
        if (write_one(settings, events, settings->outputs.items[i]))
            code = CLI_FAILED;
    return code;
}

/* ---- which events ---- */

static int find_actors(const cli_settings *settings, const ent_corpus *corpus,
                       uint32_t *actors)
{
    for (size_t i = 0; i < settings->actors.n; i++) {
        ent_error error = {0};
        ent_remark remark;
        if (ent_corpus_find_actor(corpus, settings->actors.items[i], &actors[i],
                                  &remark, &error))
            return cli_library_error(&error);
        if (*remark.text)
            cli_error("%s", remark.text);
    }
    return CLI_DONE;
}

static int find_events(const cli_settings *settings, const ent_corpus *corpus,
                       ent_events **out)
{
    uint32_t actors[CLI_LIST_MAX];
    ent_event_options options = ENT_EVENT_OPTIONS_INIT;
    ent_error error = {0};
    options.kinds = settings->network.kinds;
    options.forms = settings->network.forms;
    options.standings = settings->network.standings;
    options.without = settings->network.without;
    options.min_encounter_confidence =
        settings->network.min_encounter_confidence;
    options.actors = actors;
    options.actor_count = settings->actors.n;
    int code = find_actors(settings, corpus, actors);
    if (!code && ent_events_find(out, corpus, &options, &error))
        code = cli_library_error(&error);
    return code;
}

/* An empty list is no failure, but whoever gets one wonders why. */
static void hint(const ent_events *events)
{
    if (ent_events_count(events) == 0)
        cli_error("hint: no such event; try --status "
                  "held,planned,proposed,denied");
}

int cli_events(const cli_settings *settings)
{
    cli_network made;
    ent_events *events = NULL;
    int code = check_formats(settings);
    if (!code)
        code = cli_check_resolve(settings);
    if (code)
        return code;
    code = cli_make_corpus(&made, settings);
    if (!code)
        code = cli_check_reading(&made.reading);
    if (!code)
        code = find_events(settings, made.corpus, &events);
    if (!code)
        code = write_all(settings, events);
    if (!code) {
        hint(events);
        code = cli_reading_code(&made.reading);
    }
    ent_events_free(events);
    cli_free_network(&made);
    return code;
}
