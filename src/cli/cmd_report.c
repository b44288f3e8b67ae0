/* entente report: who is central, who is tied to whom. */
#include "network.h"
#include "reporting.h"

enum { ROWS = 20 };

static ent_status write_report(void *ctx, const ent_report_options *options,
                               const ent_sink *sink, ent_error *error)
{
    return ent_report_write(ctx, options, sink, error);
}

int cli_report(const cli_settings *settings)
{
    cli_network made;
    int code = cli_check_reports(settings);
    if (code)
        return code;
    code = cli_make_network(&made, settings);
    if (!code)
        code = cli_write_reports(settings, ROWS, write_report, made.network);
    if (!code) {
        cli_hint(&made, settings);
        code = cli_reading_code(&made.reading);
    }
    cli_free_network(&made);
    return code;
}
