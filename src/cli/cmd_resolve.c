/* entente resolve INPUT...: who is who, to be read or edited. */
#include "network.h"
#include "output.h"

/* What to write: all decisions, or the reasons for one actor. */
typedef struct question {
    const ent_corpus *corpus;
    uint32_t min_mentions;
    uint32_t actor;
} question;

static ent_status write_aliases(void *ctx, const ent_sink *sink,
                                ent_error *error)
{
    const question *q = ctx;
    return ent_corpus_write_aliases(q->corpus, q->min_mentions, sink, error);
}

static ent_status write_reasons(void *ctx, const ent_sink *sink,
                                ent_error *error)
{
    const question *q = ctx;
    return ent_corpus_explain(q->corpus, q->actor, sink, error);
}

/* The name is looked up before the output is opened, so that a typing error
 * does not overwrite a file. */
static int resolve(const cli_settings *settings, const cli_network *made)
{
    question q = {made->corpus, settings->network.min_mentions, ENT_NONE};
    const char *path = settings->outputs.n ? settings->outputs.items[0] : "-";
    ent_error error = {0};
    if (!settings->who)
        return cli_write_output(path, write_aliases, &q);
    ent_remark remark;
    if (ent_corpus_find_actor(made->corpus, settings->who, &q.actor, &remark,
                              &error))
        return cli_library_error(&error);
    if (*remark.text)
        cli_error("%s", remark.text);
    return cli_write_output(path, write_reasons, &q);
}

int cli_resolve(const cli_settings *settings)
{
    if (settings->resolve.mode != ENT_RESOLVE_CORPUS ||
        settings->read.resolve == ENT_RESOLVE_NONE)
        return cli_usage_error(settings->command,
                               "--resolve: expected corpus, since this command "
                               "brings names together across articles");
    cli_network made;
    int code = cli_make_corpus(&made, settings);
    if (!code)
        code = resolve(settings, &made);
    if (!code)
        code = cli_reading_code(&made.reading);
    cli_free_network(&made);
    return code;
}
