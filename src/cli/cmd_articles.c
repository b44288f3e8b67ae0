/* entente articles: the first stage alone, to see what the later ones are
 * given. Its output can be read back in: id, date and text stay the same. */
#include "output.h"
#include "reading.h"
#include "stats.h"

typedef ent_status article_writer(const ent_article *article,
                                  const ent_sink *sink, ent_error *error);

typedef struct writing {
    cli_output out;
    article_writer *write;
} writing;

/* Articles are written as they arrive, so that the input may be an endless
 * pipe. */
static int write_article(void *ctx, ent_article *article)
{
    const writing *w = ctx;
    ent_error error = {0};
    ent_status status = w->write(article, &w->out.sink, &error);
    ent_article_free(article);
    return status ? cli_output_failure(&w->out, &error) : CLI_DONE;
}

int cli_articles(const cli_settings *settings)
{
    ent_read_options options = settings->read;
    options.text_only = true;
    if (settings->stats)
        return cli_stats(settings, &options);
    writing w = {.write = settings->explained ? ent_article_write_explained
                                              : ent_article_write_json};
    cli_reading reading;
    int code = cli_output_open_one(&w.out, settings);
    if (code)
        return code;
    code = cli_read(settings, &options, write_article, NULL, &w, &reading);
    return cli_output_close(&w.out, code ? code : cli_reading_code(&reading));
}
