#include "output.h"
#include "reading.h"

static int write_article(void *ctx, ent_article *article)
{
    ent_error error = {0};
    ent_status status = ent_article_write_json(article, ctx, &error);
    ent_article_free(article);
    return status ? cli_library_error(&error) : CLI_DONE;
}

int cli_articles(const cli_settings *settings)
{
    ent_read_options options = settings->read;
    options.text_only = true;
    cli_reading reading;
    int code = cli_read(settings, &options, write_article, cli_stdout_sink(),
                        &reading);
    return code ? code : cli_reading_code(&reading);
}
