/* entente diff: what changed from one network to another. */
#include "reporting.h"

enum { ROWS = 20 };

typedef struct job {
    ent_saved *networks[2]; /* before and after */
} job;

static ent_status write_diff(void *ctx, const ent_report_options *options,
                             const ent_sink *sink, ent_error *error)
{
    const job *j = ctx;
    return ent_report_diff(j->networks[0], j->networks[1], options, sink,
                           error);
}

static int compare(job *j, const cli_settings *settings)
{
    ent_error error = {0};
    for (size_t i = 0; i < 2; i++)
        if (ent_saved_read(&j->networks[i], settings->inputs[i], &error))
            return cli_library_error(&error);
    return cli_write_reports(settings, ROWS, write_diff, j);
}

int cli_diff(const cli_settings *settings)
{
    job j = {{NULL, NULL}};
    if (settings->input_count != 2)
        return cli_usage_error(settings->command,
                               "expected two networks, found %zu inputs",
                               settings->input_count);
    int code = cli_check_reports(settings);
    if (!code)
        code = compare(&j, settings);
    ent_saved_free(j.networks[0]);
    ent_saved_free(j.networks[1]);
    return code;
}
