/* entente explain: why a tie exists. People ask by name; the report works with
 * nodes. */
#include "network.h"
#include "reporting.h"

/* Whose ties to explain, as node indices. */
typedef struct question {
    const ent_network *network;
    uint32_t a;
    uint32_t b; /* or ENT_NONE */
    bool untied;
} question;

/* Distinguishes an actor whom the filters or windows left without a tie from a
 * name that does not occur at all. */
static int find(const cli_network *made, const cli_settings *settings,
                const char *name, uint32_t *out)
{
    uint32_t actor;
    ent_error error = {0};
    ent_remark remark;
    if (ent_network_find_actor(made->network, name, &actor, &remark, &error))
        return cli_library_error(&error);
    if (*remark.text)
        cli_error("%s", remark.text);
    *out = ent_network_node_of(made->network, actor);
    if (*out != ENT_NONE)
        return CLI_DONE;
    const ent_actor *found = ent_corpus_actor(made->corpus, actor);
    return cli_error("%s is mentioned %u time%s, but has no tie in this "
                     "network; try %s, or other --types",
                     found->label, (unsigned)found->mentions,
                     found->mentions == 1 ? "" : "s", cli_wider(settings));
}

static ent_status write_explanation(void *ctx,
                                    const ent_report_options *options,
                                    const ent_sink *sink, ent_error *error)
{
    question *q = ctx;
    ent_status status =
        ent_report_explain(q->network, q->a, q->b, options, sink, error);
    q->untied = status == ENT_ERR_NOT_FOUND;
    return status;
}

static int explain(const cli_settings *settings, const cli_network *made)
{
    question q = {made->network, ENT_NONE, ENT_NONE, false};
    int code = find(made, settings,
                    settings->of ? settings->of : settings->between[0], &q.a);
    if (!code && !settings->of)
        code = find(made, settings, settings->between[1], &q.b);
    if (!code && q.a == q.b)
        code = cli_error("--between: '%s' and '%s' are both %s",
                         settings->between[0], settings->between[1],
                         ent_network_node(made->network, q.a)->label);
    if (!code)
        code = cli_write_reports(settings, 0, write_explanation, &q);
    if (q.untied)
        cli_error("hint: try %s", cli_wider(settings));
    return code ? code : cli_reading_code(&made->reading);
}

int cli_explain(const cli_settings *settings)
{
    if (!settings->of == !settings->between[0])
        return cli_usage_error(settings->command,
                               "expected either --between A B or --of A");
    int code = cli_check_reports(settings);
    if (code)
        return code;
    cli_network made;
    code = cli_make_network(&made, settings);
    if (!code)
        code = explain(settings, &made);
    cli_free_network(&made);
    return code;
}
