#include "output.h"
#include "reading.h"

typedef struct writing {
    const cli_settings *settings;
    const ent_sink *sink;
} writing;

static int write_at_once(void *ctx, ent_article *article)
{
    const writing *to = ctx;
    ent_error error = {0};
    ent_status status = ent_article_write_mentions(
        article, NULL, to->settings->network.types, to->sink, &error);
    ent_article_free(article);
    return status ? cli_library_error(&error) : CLI_DONE;
}

int cli_mentions(const cli_settings *settings)
{
    writing to = {settings, cli_stdout_sink()};
    cli_reading reading;
    int code =
        cli_read(settings, &settings->read, write_at_once, &to, &reading);
    return code ? code : cli_reading_code(&reading);
}
