/* The loop over the articles of the inputs. What is skipped is named at once,
 * above the progress line, and counted for the exit code. */
#include "reading.h"

#include "interrupt.h"
#include "progress.h"

/* One bad article is skipped and named, as archives always hold some; want of
 * memory would fail for the next one too. */
static int read_all(ent_reader *reader, cli_article_fn *fn, void *ctx,
                    cli_reading *reading)
{
    for (;;) {
        ent_article *article = NULL;
        ent_error error = {0};
        ent_status status = ent_reader_next(reader, &article, &error);
        if (status == ENT_ERR_MEMORY || status == ENT_ERR_CANCELLED)
            return cli_library_error(&error);
        if (status) {
            cli_library_error(&error);
            reading->skipped++;
            continue;
        }
        if (!article)
            return CLI_DONE;
        reading->articles++;
        uint64_t done;
        uint64_t total;
        ent_reader_progress(reader, &done, &total);
        cli_progress_update(done, total, reading->articles);
        int code = fn(ctx, article);
        if (!code && cli_interrupted())
            code = CLI_FAILED;
        if (code)
            return code;
    }
}

int cli_read(const cli_settings *settings, const ent_read_options *options,
             cli_article_fn *fn, void *ctx, cli_reading *reading)
{
    ent_reader *reader = NULL;
    ent_error error = {0};
    *reading = (cli_reading){0};
    if (ent_reader_open(&reader, options, settings->inputs,
                        settings->input_count, &error))
        return cli_library_error(&error);
    cli_progress_start(settings->quiet);
    int code = read_all(reader, fn, ctx, reading);
    cli_progress_clear();
    ent_reader_free(reader);
    return code;
}

int cli_reading_code(const cli_reading *reading)
{
    return reading->skipped ? CLI_SKIPPED : CLI_DONE;
}
