/* entente evaluate WHAT GOLD...: one row below for each WHAT. */
#include <string.h>

#include "output.h"

typedef ent_status evaluation(const cli_settings *settings,
                              const char *const *gold, size_t count,
                              const ent_sink *sink, ent_error *error);

static ent_status evaluate_ner(const cli_settings *settings,
                               const char *const *gold, size_t count,
                               const ent_sink *sink, ent_error *error)
{
    return ent_evaluate_ner(&settings->read, gold, count, sink, error);
}

static ent_status evaluate_encounters(const cli_settings *settings,
                                      const char *const *gold, size_t count,
                                      const ent_sink *sink, ent_error *error)
{
    return ent_evaluate_encounters(&settings->read, settings->articles.items,
                                   settings->articles.n, gold, count, sink,
                                   error);
}

static ent_status evaluate_resolve(const cli_settings *settings,
                                   const char *const *gold, size_t count,
                                   const ent_sink *sink, ent_error *error)
{
    return ent_evaluate_resolve(&settings->read, settings->gold_spans, gold,
                                count, sink, error);
}

static const struct {
    const char *name;
    evaluation *run;
    bool articles; /* whether it needs --articles */
} evaluations[] = {{"ner", evaluate_ner, false},
                   {"encounters", evaluate_encounters, true},
                   {"resolve", evaluate_resolve, false}};

/* The output is opened once WHAT is known to be right, but before the scoring,
 * which may take minutes, so that a file that can't be written is noticed at
 * once. */
int cli_evaluate(const cli_settings *settings)
{
    const char *what = settings->inputs[0];
    for (size_t i = 0; i < sizeof evaluations / sizeof *evaluations; i++) {
        if (strcmp(what, evaluations[i].name) != 0)
            continue;
        if (evaluations[i].articles != (settings->articles.n > 0))
            return cli_usage_error(
                settings->command,
                evaluations[i].articles
                    ? "%s: expected --articles INPUT, which the gold's "
                      "sentences come from"
                    : "%s: expected no --articles: its gold has the texts",
                what);
        cli_output out;
        int code = cli_output_open_one(&out, settings);
        if (code)
            return code;
        ent_error error = {0};
        if (evaluations[i].run(settings, settings->inputs + 1,
                               settings->input_count - 1, &out.sink, &error))
            code = cli_output_failure(&out, &error);
        return cli_output_close(&out, code);
    }
    return cli_usage_error(
        settings->command,
        "expected ner, encounters or resolve as WHAT, found '%s'", what);
}
