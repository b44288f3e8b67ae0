/* entente add: articles to a store, each once. */
#include "interrupt.h"
#include "progress.h"
#include "reading.h"
#include "store.h"

/* What is committed together: little is lost when the program is stopped, and
 * few commits wait for the disk. */
enum { BATCH = 256, BATCH_SECONDS = 2 };

typedef struct adding {
    ent_store *store;
    size_t batch; /* articles since the last commit */
    double since;
} adding;

static int commit(adding *a)
{
    ent_error error = {0};
    a->batch = 0;
    a->since = cli_seconds();
    return ent_store_commit(a->store, &error) ? cli_library_error(&error)
                                              : CLI_DONE;
}

static int add_article(void *ctx, ent_article *article)
{
    adding *a = ctx;
    ent_error error = {0};
    ent_status status = ent_store_add(a->store, article, &error);
    ent_article_free(article);
    if (status)
        return cli_library_error(&error);
    bool full = ++a->batch == BATCH || cli_seconds() - a->since > BATCH_SECONDS;
    return full ? commit(a) : CLI_DONE;
}

static void tell_known(const ent_store_counts *done)
{
    size_t id = done->known[ENT_KNOWN_BY_ID];
    size_t url = done->known[ENT_KNOWN_BY_URL];
    size_t content = done->known[ENT_KNOWN_BY_CONTENT];
    if (id + url + content)
        cli_error("%zu known already: %zu by id, %zu by address, %zu by "
                  "content",
                  id + url + content, id, url, content);
    if (done->changed)
        cli_error("%zu of these differ%s from what is kept, which stays",
                  done->changed, done->changed == 1 ? "s" : "");
}

static void tell(const cli_settings *settings, ent_store *store)
{
    ent_store_counts done = ent_store_done(store);
    char all[32];
    tell_known(&done);
    if (settings->refresh)
        cli_error("%zu article%s read again", done.refreshed,
                  CLI_S(done.refreshed));
    cli_error("%zu article%s added to %s, which now has %s", done.added,
              CLI_S(done.added), settings->store,
              cli_with_commas(ent_store_article_count(store), all));
}

/* Reads inputs, or the store's own articles; what was added before it was
 * stopped or failed stays. */
static int read_into(adding *a, const cli_settings *settings, ent_store_use use,
                     cli_reading *reading)
{
    ent_read_options options = settings->read;
    options.store = a->store;
    options.store_use = use;
    int code = cli_read(settings, &options, add_article, NULL, a, reading);
    int last = code == CLI_DONE || cli_interrupted() ? commit(a) : CLI_DONE;
    return code ? code : last;
}

static int check(const cli_settings *settings)
{
    if (!settings->store)
        return cli_usage_error(settings->command, "expected --store FILE");
    if (!settings->input_count && !settings->refresh)
        return cli_usage_error(settings->command,
                               "expected INPUT... or --refresh, found neither");
    return CLI_DONE;
}

int cli_add(const cli_settings *settings)
{
    adding a = {.since = cli_seconds()};
    cli_reading reading = {0}, again = {0};
    cli_settings none = *settings;
    none.input_count = 0;
    int code = check(settings);
    if (!code)
        code = cli_open_store(&a.store, settings, true);
    if (!code && settings->input_count)
        code = read_into(&a, settings, ENT_STORE_ADD, &reading);
    if (!code && settings->refresh)
        code = read_into(&a, &none, ENT_STORE_REFRESH, &again);
    if (!code && !settings->quiet)
        tell(settings, a.store);
    ent_store_free(a.store);
    reading.skipped += again.skipped;
    return code ? code : cli_reading_code(&reading);
}
