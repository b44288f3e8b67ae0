/* entente report: who is central, who connects groups, who met whom. */
#include "network.h"
#include "picture.h"
#include "reporting.h"

enum { ROWS = 20 };

typedef struct job {
    const ent_network *network;
    const cli_picture *picture;
    size_t skipped;
} job;

static ent_status write_report(void *ctx, const ent_report_options *options,
                               const ent_sink *sink, ent_error *error)
{
    const job *j = ctx;
    ent_report_options complete = *options;
    complete.skipped = (uint32_t)j->skipped;
    complete.picture = j->picture->svg;
    complete.picture_caption = j->picture->caption;
    return ent_report_write(j->network, &complete, sink, error);
}

static int write_all(const cli_network *made, const cli_settings *settings)
{
    cli_picture picture = {0};
    job j = {made->network, &picture, made->reading.skipped};
    int code = CLI_DONE;
    if (cli_reports_in(settings, ENT_REPORT_HTML) && !settings->report.brokers)
        code = cli_draw_picture(&picture, made, settings);
    if (!code)
        code = cli_write_reports(settings, ROWS, write_report, &j);
    cli_free_picture(&picture);
    return code;
}

int cli_report(const cli_settings *settings)
{
    cli_network made;
    int code = cli_check_reports(settings);
    if (code)
        return code;
    code = cli_make_network(&made, settings);
    if (!code)
        code = cli_measure_network(&made, settings);
    if (!code)
        code = write_all(&made, settings);
    if (!code) {
        cli_hint(&made, settings);
        code = cli_reading_code(&made.reading);
    }
    cli_free_network(&made);
    return code;
}
