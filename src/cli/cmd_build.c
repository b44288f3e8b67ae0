/* entente build: everything that can be known to be wrong (names of exporters,
 * endings) is checked first; then articles to network, then one file after the
 * other, each whole or not at all. */
#include <stdio.h>
#include <string.h>

#include "exporters.h"
#include "interrupt.h"
#include "network.h"
#include "output.h"
#include "progress.h"

/* One file to write. */
typedef struct export_job {
    const ent_exporters *exporters;
    const cli_settings *settings;
    const ent_network *network;
    const char *path;
} export_job;

static ent_status write_export(void *ctx, const ent_sink *sink,
                               ent_error *error)
{
    const export_job *job = ctx;
    return ent_export(job->exporters, job->settings->format, job->path,
                      job->settings->exporter_options.items, job->network, sink,
                      error);
}

/* What an exporter has to say of the file it writes. */
static void tell(void *ctx, ent_log_level level, const char *message)
{
    const export_job *job = ctx;
    if (level == ENT_LOG_WARNING || !job->settings->quiet)
        cli_error("%s%s: %s", level == ENT_LOG_WARNING ? "warning: " : "",
                  job->path, message);
}

static int interrupted(void *ctx)
{
    (void)ctx;
    return cli_interrupted();
}

/* By the same rule as ent_export: a name decides alone, else the ending. */
static bool fits(const ent_exporter_info *info, const char *name,
                 const char *path)
{
    if (info->failure)
        return false;
    return name ? strcmp(info->name, name) == 0
                : cli_has_extension(path, info->extensions);
}

static bool any_fits(const ent_exporters *exporters, const char *name,
                     const char *path)
{
    for (size_t i = 0; i < ent_exporters_count(exporters); i++)
        if (fits(ent_exporters_info(exporters, i), name, path))
            return true;
    return false;
}

/* A plug-in found by scanning may be broken without harm to the others. */
static void warn_of_failures(const ent_exporters *exporters)
{
    for (size_t i = 0; i < ent_exporters_count(exporters); i++) {
        const ent_exporter_info *info = ent_exporters_info(exporters, i);
        if (info->failure)
            cli_error("warning: %s: %s", info->path, info->failure);
    }
}

/* Wrong names are told before hours of reading, not after. */
static int check_outputs(const ent_exporters *exporters,
                         const cli_settings *settings)
{
    const cli_list *outputs = &settings->outputs;
    const char *name = settings->format;
    if (outputs->n == 0)
        return cli_usage_error(settings->command,
                               "expected -o FILE, such as -o network.gexf");
    for (size_t i = 0; i < outputs->n; i++) {
        const char *path = outputs->items[i];
        if (!name && strcmp(path, "-") == 0)
            return cli_usage_error(settings->command,
                                   "-o -: expected --format NAME, such as "
                                   "--format json");
        if (!any_fits(exporters, name, path))
            return cli_usage_error(settings->command,
                                   "%s '%s': no exporter fits (see entente "
                                   "exporters)",
                                   name ? "--format" : "-o",
                                   name ? name : path);
    }
    return CLI_DONE;
}

/* One file that cannot be written does not keep the others from it: the work of
 * reading is done by then. */
static int write_all(ent_exporters *exporters, const cli_settings *settings,
                     const ent_network *network)
{
    int code = CLI_DONE;
    for (size_t i = 0; i < settings->outputs.n; i++) {
        export_job job = {exporters, settings, network,
                          settings->outputs.items[i]};
        const ent_export_events events = {sizeof events, tell, interrupted,
                                          &job};
        ent_exporters_listen(exporters, &events);
        cli_progress_stage("writing");
        if (cli_write_output(job.path, write_export, &job))
            code = CLI_FAILED;
        cli_progress_clear();
    }
    return code;
}

/* The last line of a build: on standard error, since standard output may be one
 * of the files. */
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

static int build(ent_exporters *exporters, const cli_settings *settings)
{
    double start = cli_seconds();
    cli_network made;
    int code = cli_make_network(&made, settings);
    if (!code)
        code = write_all(exporters, settings, made.network);
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
    if (cli_open_exporters(&exporters, settings))
        return CLI_FAILED;
    warn_of_failures(exporters);
    int code = check_outputs(exporters, settings);
    if (!code)
        code = build(exporters, settings);
    ent_exporters_free(exporters);
    return code;
}
