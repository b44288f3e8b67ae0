/* entente articles: the first stage alone, to see what the later ones are
 * given. Its output can be read back in: id, date and text stay the same. */
#include "output.h"
#include "reading.h"

/* Articles are written as they arrive, so that the input may be an endless
 * pipe. */
static int write_article(void *ctx, ent_article *article)
{
    const cli_output *out = ctx;
    ent_error error = {0};
    ent_status status = ent_article_write_json(article, &out->sink, &error);
    ent_article_free(article);
    return status ? cli_output_failure(out, &error) : CLI_DONE;
}

int cli_articles(const cli_settings *settings)
{
    ent_read_options options = settings->read;
    options.text_only = true;
    cli_output out;
    cli_reading reading;
    int code = cli_output_open_one(&out, settings);
    if (code)
        return code;
    code = cli_read(settings, &options, write_article, NULL, &out, &reading);
    return cli_output_close(&out, code ? code : cli_reading_code(&reading));
}
