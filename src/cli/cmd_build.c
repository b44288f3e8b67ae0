/* entente build: checks everything about the outputs that can be checked, then
 * turns the articles into a network, then writes one file after another, each
 * whole or not at all. */
#include <stdio.h>

#include "crash.h"
#include "exporters.h"
#include "interrupt.h"
#include "network.h"
#include "output.h"
#include "progress.h"
#include "targets.h"

/* One file to write. */
typedef struct export_job {
    const ent_exporters *exporters;
    const cli_target *target;
    const ent_network *network;
    bool quiet;
} export_job;

static ent_status write_export(void *ctx, const ent_sink *sink,
                               ent_error *error)
{
    const export_job *job = ctx;
    const cli_target *target = job->target;
    cli_crash_watch(target->exporter->name, target->path);
    ent_status status = ent_export(job->exporters, target->format, target->path,
                                   target->options, job->network, sink, error);
    cli_crash_unwatch();
    return status;
}

/* Prints an exporter's messages about the file it is writing. */
static void tell(void *ctx, ent_log_level level, const char *message)
{
    const export_job *job = ctx;
    if (level == ENT_LOG_WARNING || !job->quiet)
        cli_error("%s%s: %s", level == ENT_LOG_WARNING ? "warning: " : "",
                  job->target->path, message);
}

static int interrupted(void *ctx)
{
    (void)ctx;
    return cli_interrupted();
}

/* A broken plug-in found by scanning does no harm to the others. */
static void warn_of_failures(const ent_exporters *exporters)
{
    for (size_t i = 0; i < ent_exporters_count(exporters); i++) {
        const ent_exporter_info *info = ent_exporters_info(exporters, i);
        if (info->failure)
            cli_error("warning: %s: %s", info->path, info->failure);
    }
}

/* A file that cannot be written does not stop the others: by then the work of
 * reading is done. */
static int write_all(ent_exporters *exporters, const cli_targets *targets,
                     const ent_network *network, bool quiet)
{
    int code = CLI_DONE;
    for (size_t i = 0; i < targets->n; i++) {
        export_job job = {exporters, &targets->items[i], network, quiet};
        const ent_export_events events = {sizeof events, tell, interrupted,
                                          &job};
        ent_exporters_listen(exporters, &events);
        cli_progress_stage("writing");
        if (cli_write_output(job.target->path, write_export, &job))
            code = CLI_FAILED;
        cli_progress_clear();
    }
    return code;
}

/* The last line of a build. It goes to standard error, since standard output
 * may be one of the files. */
static void summarise(const cli_network *made, const cli_settings *settings,
                      double seconds)
{
    char files[600] = "";
    size_t used = 0;
    for (size_t i = 0; i < settings->outputs.n && used < sizeof files; i++)
        used += (size_t)snprintf(files + used, sizeof files - used, "%s%s",
                                 i ? ", " : "", settings->outputs.items[i]);
    const ent_network_summary *summary = ent_network_get_summary(made->network);
    unsigned articles = summary->articles;
    unsigned nodes = summary->nodes;
    unsigned ties = summary->ties;
    cli_error("%u article%s, %u %s%s, %u tie%s in %.1f s; wrote %s", articles,
              CLI_S(articles), nodes, cli_node_word(settings), CLI_S(nodes),
              ties, CLI_S(ties), seconds, files);
}

/* Once for all files, and only if one of them shows places. */
static int lay_out(const cli_network *made, const cli_targets *targets,
                   const cli_settings *settings)
{
    ent_layout_options options = settings->layout;
    ent_error error = {0};
    size_t i = 0;
    while (i < targets->n && !targets->items[i].exporter->placed)
        i++;
    if (i == targets->n) {
        if (settings->layout.layout)
            cli_error("warning: --layout changes nothing: none of the outputs "
                      "shows places");
        return CLI_DONE;
    }
    options.seed = settings->analyse.seed;
    cli_progress_stage("laying out");
    ent_status status = ent_network_lay_out(made->network, &options, &error);
    cli_progress_clear();
    return status ? cli_library_error(&error) : CLI_DONE;
}

/* Most of the time of a large network goes into its measures, so they are taken
 * only if they are written, or kept: slices have theirs, a store the
 * communities. */
static bool wants_measures(const cli_targets *targets,
                           const cli_settings *settings)
{
    size_t i = 0;
    while (i < targets->n && targets->items[i].exporter->unmeasured)
        i++;
    return i < targets->n || settings->sliced || settings->store;
}

static int build(ent_exporters *exporters, const cli_targets *targets,
                 const cli_settings *settings)
{
    double start = cli_seconds();
    cli_network made;
    int code = cli_make_network(&made, settings);
    if (!code && wants_measures(targets, settings))
        code = cli_measure_network(&made, settings);
    if (!code)
        cli_keep_communities(&made);
    if (!code)
        code = lay_out(&made, targets, settings);
    if (!code)
        code = write_all(exporters, targets, made.network, settings->quiet);
    if (!code) {
        cli_hint(&made, settings);
        if (!settings->quiet)
            summarise(&made, settings, cli_seconds() - start);
        code = cli_reading_code(&made.reading);
    }
    cli_free_network(&made);
    return code;
}

int cli_build(const cli_settings *settings)
{
    ent_exporters *exporters;
    cli_targets targets;
    if (cli_open_exporters(&exporters, settings))
        return CLI_FAILED;
    warn_of_failures(exporters);
    int code = cli_find_targets(&targets, exporters, settings);
    if (!code)
        code = build(exporters, &targets, settings);
    ent_exporters_free(exporters);
    return code;
}
