/* entente mentions: one article at a time unless names are brought together
 * across articles; then it first reads all articles and writes afterwards. */
#include "network.h"
#include "output.h"

typedef struct writing {
    const cli_settings *settings;
    cli_output out;
} writing;

static int write_at_once(void *ctx, ent_article *article)
{
    writing *to = ctx;
    ent_error error = {0};
    ent_status status =
        to->settings->records
            ? ent_article_write_record(article, &to->out.sink, &error)
            : ent_article_write_mentions(article, to->settings->network.types,
                                         &to->out.sink, &error);
    ent_article_free(article);
    return status ? cli_output_failure(&to->out, &error) : CLI_DONE;
}

static int write_one(writing *to, const ent_corpus *corpus, size_t i)
{
    ent_error error = {0};
    ent_status status = ent_corpus_write_mentions(
        corpus, i, to->settings->network.types, &to->out.sink, &error);
    return status ? cli_output_failure(&to->out, &error) : CLI_DONE;
}

/* Who is who is known only after the last article. */
static int write_resolved(writing *to, cli_reading *reading)
{
    cli_network made;
    int code = cli_make_corpus(&made, to->settings);
    size_t n = code ? 0 : ent_corpus_article_count(made.corpus);
    for (size_t i = 0; !code && i < n; i++)
        code = write_one(to, made.corpus, i);
    *reading = made.reading;
    cli_free_network(&made);
    return code;
}

int cli_mentions(const cli_settings *settings)
{
    writing to = {.settings = settings};
    ent_read_options options = settings->read;
    cli_reading reading;
    /* Who is who among all articles is for those who read the records. */
    if (settings->records)
        options.resolve = ENT_RESOLVE_ARTICLE;
    int code = cli_output_open_one(&to.out, settings);
    if (code)
        return code;
    code =
        options.resolve == ENT_RESOLVE_CORPUS
            ? write_resolved(&to, &reading)
            : cli_read(settings, &options, write_at_once, NULL, &to, &reading);
    return cli_output_close(&to.out, code ? code : cli_reading_code(&reading));
}
