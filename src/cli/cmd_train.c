/* entente train WHAT CORPUS... -o MODEL. */
#include <stdio.h>
#include <string.h>

#include "output.h"
#include "progress.h"

static void show(void *ctx, const char *what, unsigned step, unsigned steps)
{
    const cli_settings *settings = ctx;
    char line[96];
    if (settings->quiet)
        return;
    snprintf(line, sizeof line, "%u of %u: %s", step, steps, what);
    cli_progress_stage(line);
}

/* The output is opened when the model is ready: until then a signal simply ends
 * the program, as it should during minutes of work. */
typedef struct late_output {
    const cli_settings *settings;
    cli_output out;
    bool open;
} late_output;

static int write_late(void *ctx, const void *bytes, size_t n)
{
    late_output *late = ctx;
    if (!late->open) {
        cli_progress_clear();
        if (cli_output_open_one(&late->out, late->settings))
            return -1;
        late->open = true;
    }
    return late->out.sink.write(late->out.sink.ctx, bytes, n);
}

/* Calls the trainer with the arguments behind WHAT. */
typedef ent_status trainer(const cli_settings *settings,
                           const ent_train_options *options,
                           const ent_sink *sink, ent_error *error);

static ent_status train_ner(const cli_settings *settings,
                            const ent_train_options *options,
                            const ent_sink *sink, ent_error *error)
{
    return ent_train_ner(options, settings->inputs + 1,
                         settings->input_count - 1, sink, error);
}

static ent_status train_encounters(const cli_settings *settings,
                                   const ent_train_options *options,
                                   const ent_sink *sink, ent_error *error)
{
    return ent_train_encounters(options, settings->inputs + 1,
                                settings->input_count - 1,
                                settings->articles.items, settings->articles.n,
                                sink, error);
}

static int train(const cli_settings *settings, trainer *run)
{
    cli_settings copy = *settings;
    late_output late = {.settings = settings};
    const ent_sink sink = {write_late, &late};
    ent_train_options options = settings->train;
    options.texts = settings->texts.items;
    options.text_count = settings->texts.n;
    options.lists = settings->names.items;
    options.list_count = settings->names.n;
    options.also = settings->also.items;
    options.also_count = settings->also.n;
    options.held_out = settings->held_out.items;
    options.held_out_count = settings->held_out.n;
    options.progress = show;
    options.progress_ctx = &copy;
    ent_error error = {0};
    cli_progress_start(settings->quiet);
    ent_status status = run(settings, &options, &sink, &error);
    cli_progress_clear();
    if (!late.open)
        return cli_library_error(&error);
    return cli_output_close(
        &late.out, status ? cli_output_failure(&late.out, &error) : CLI_DONE);
}

int cli_train(const cli_settings *settings)
{
    const char *what = settings->inputs[0];
    bool encounters = strcmp(what, "encounters") == 0;
    if (!encounters && strcmp(what, "ner") != 0)
        return cli_usage_error(settings->command,
                               "expected ner or encounters as WHAT, found "
                               "'%s'",
                               what);
    if (!settings->outputs.n)
        return cli_usage_error(settings->command,
                               "expected -o MODEL, found nothing");
    if (encounters != (settings->articles.n > 0))
        return cli_usage_error(
            settings->command,
            encounters ? "expected --articles INPUT, where the sentences stand"
                       : "expected no --articles: a corpus has the texts");
    return train(settings, encounters ? train_encounters : train_ner);
}
