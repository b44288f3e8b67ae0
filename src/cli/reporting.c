/* Writes reports, for both report and explain. */
#include "reporting.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "output.h"

/* The endings, in the order of --format's choices. */
static const cli_ending endings[] = {{"txt", ENT_REPORT_TERMINAL},
                                     {"md markdown", ENT_REPORT_MARKDOWN},
                                     {"html htm", ENT_REPORT_HTML},
                                     {"csv", ENT_REPORT_CSV},
                                     {"json", ENT_REPORT_JSON}};

bool cli_format_of(const cli_settings *settings, const char *path,
                   unsigned chosen, const cli_ending *from, size_t n,
                   unsigned *out)
{
    *out = chosen;
    if (strcmp(path, "-") == 0 ||
        (settings->report_format_given && cli_format_is_for(settings, path)))
        return true;
    for (size_t i = 0; i < n; i++)
        if (cli_has_extension(path, from[i].extensions)) {
            *out = from[i].format;
            return true;
        }
    return false;
}

static bool format_of(const cli_settings *settings, const char *path,
                      unsigned *out)
{
    return cli_format_of(settings, path, settings->report.format, endings,
                         sizeof endings / sizeof *endings, out);
}

/* Checked before reading, which may take hours. */
int cli_check_reports(const cli_settings *settings)
{
    for (size_t i = 0; i < settings->outputs.n; i++) {
        unsigned format;
        if (!format_of(settings, settings->outputs.items[i], &format))
            return cli_usage_error(
                settings->command,
                "-o: expected a file ending in .txt, .md, .html, .csv or "
                ".json, found '%s'",
                settings->outputs.items[i]);
    }
    return CLI_DONE;
}

bool cli_reports_in(const cli_settings *settings, ent_report_format format)
{
    unsigned found;
    if (settings->outputs.n == 0)
        return settings->report.format == format;
    for (size_t i = 0; i < settings->outputs.n; i++)
        if (format_of(settings, settings->outputs.items[i], &found) &&
            found == format)
            return true;
    return false;
}

/* See no-color.org: set to anything but "" means no colour. */
static bool wants_colour(void)
{
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    return isatty(STDOUT_FILENO) && !(no_color && *no_color) && term &&
           strcmp(term, "dumb") != 0;
}

/* Elsewhere the report is 80 columns wide, whatever the terminal. */
void cli_fit_terminal(ent_report_options *options)
{
    struct winsize size;
    options->colour = wants_colour();
    if (isatty(STDOUT_FILENO) && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) &&
        size.ws_col)
        options->width = size.ws_col;
}

typedef struct report_job {
    ent_report_options options;
    cli_report_fn *write;
    void *ctx;
} report_job;

static ent_status write_report(void *ctx, const ent_sink *sink,
                               ent_error *error)
{
    const report_job *job = ctx;
    return job->write(job->ctx, &job->options, sink, error);
}

/* Tables are cut for people, who read the top; a program given part of the data
 * would not know. */
static int write_one(const cli_settings *settings, const char *path,
                     uint32_t rows, cli_report_fn *write, void *ctx)
{
    report_job job = {settings->report, write, ctx};
    unsigned format;
    format_of(settings, path, &format);
    job.options.format = (ent_report_format)format;
    if (settings->report.rows == CLI_ROWS_DEFAULT)
        job.options.rows =
            format == ENT_REPORT_CSV || format == ENT_REPORT_JSON ? 0 : rows;
    if (format == ENT_REPORT_TERMINAL && strcmp(path, "-") == 0)
        cli_fit_terminal(&job.options);
    return cli_write_output(path, write_report, &job);
}

/* A file that can't be written does not stop the others. */
int cli_write_reports(const cli_settings *settings, uint32_t rows,
                      cli_report_fn *write, void *ctx)
{
    int code = CLI_DONE;
    if (settings->outputs.n == 0)
        return write_one(settings, "-", rows, write, ctx);
    for (size_t i = 0; i < settings->outputs.n; i++)
        if (write_one(settings, settings->outputs.items[i], rows, write, ctx))
            code = CLI_FAILED;
    return code;
}
