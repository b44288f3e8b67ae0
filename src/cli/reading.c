/* The loop over the articles of the inputs. Whatever is skipped is named at
 * once, above the progress line, and counted for the exit code. */
#include "reading.h"

#include <stdio.h>

#include "interrupt.h"
#include "progress.h"
#include "store.h"

/* One bad article is skipped and named, since archives always contain some;
 * running out of memory would also hit the next one. */
static int read_all(ent_reader *reader, cli_article_fn *fn, void *ctx,
                    cli_reading *reading)
{
    for (;;) {
        ent_article *article = NULL;
        ent_error error = {0};
        ent_status status = ent_reader_next(reader, &article, &error);
        /* The user stopped it and needs no message. */
        if (status == ENT_ERR_CANCELLED)
            return CLI_FAILED;
        if (status == ENT_ERR_MEMORY)
            return cli_library_error(&error);
        if (status) {
            cli_tally_add(&reading->tally, &error);
            reading->skipped++;
            continue;
        }
        if (!article)
            return CLI_DONE;
        reading->articles++;
        uint64_t done;
        uint64_t total;
        ent_reader_progress(reader, &done, &total);
        cli_progress_update(done, total, reading->articles);
        int code = fn(ctx, article);
        if (code)
            return code;
    }
}

/* Not an error, since everything asked for is read; but a user who named a file
 * twice may have meant another. */
static void tell_repeats(const ent_reader *reader)
{
    size_t n = ent_reader_repeat_count(reader);
    for (size_t i = 0; i < n && cli_tally_shows(i + 1); i++) {
        const char *first;
        const char *path = ent_reader_repeat(reader, i, &first);
        cli_error("%s: the same as %s, read once", path, first);
    }
    cli_tally_rest(n, "more that were read already");
}

/* A second crawl is no error, but whoever counts articles should know. */
static void tell_duplicates(const cli_reading *reading)
{
    char number[32];
    if (reading->duplicates)
        cli_error("%s article%s came again, with the same title under the same "
                  "id or address, and counted once",
                  cli_with_commas(reading->duplicates, number),
                  CLI_S(reading->duplicates));
}

static int is_interrupted(void *ctx)
{
    (void)ctx;
    return cli_interrupted();
}

/* Where they are read, the network rests on names alone, which nobody would
 * guess. */
static void tell_languages(const ent_reader *reader, bool quiet,
                           cli_reading *reading)
{
    const char *languages;
    bool skipped;
    size_t articles = ent_reader_foreign(reader, &languages, &skipped);
    reading->skipped += skipped ? articles : 0;
    if (articles && (skipped || !quiet))
        cli_error("%zu article%s in %s: %s", articles, CLI_S(articles),
                  languages,
                  skipped ? "skipped (--any-language reads the names)"
                          : "names and windows only, no contacts");
}

static bool chooses(const ent_choice *choice)
{
    return choice->since != ENT_NO_DATE || choice->until != ENT_NO_DATE ||
           *choice->sources || *choice->urls || *choice->languages ||
           *choice->matches;
}

/* Articles without a date are easily lost to a period without anybody
 * noticing. */
static void tell_choice(const ent_reader *reader, const cli_reading *reading)
{
    char chosen[32], read[32], undated[48] = "";
    size_t n = ent_reader_undated(reader);
    if (n)
        snprintf(undated, sizeof undated, "; %s more %s no date",
                 cli_with_commas(n, chosen), n == 1 ? "has" : "have");
    if (chooses(ent_reader_choice(reader)))
        cli_error("%s of %s article%s chosen%s",
                  cli_with_commas(reading->articles, chosen),
                  cli_with_commas(reading->read, read), CLI_S(reading->read),
                  undated);
}

/* Slow, and what it found is lost. */
static void tell_again(const ent_reader *reader, const cli_settings *settings)
{
    size_t n = ent_reader_read_again(reader);
    if (n && settings->read.resolve != ENT_RESOLVE_NONE)
        cli_error("%zu article%s of %s had been read by other rules or options "
                  "and %s read again; entente add --refresh keeps that",
                  n, CLI_S(n), settings->store, n == 1 ? "was" : "were");
}

static int read_with(const cli_settings *settings, const ent_read_options *how,
                     cli_article_fn *fn, cli_reader_fn *end, void *ctx,
                     cli_reading *reading)
{
    ent_reader *reader = NULL;
    ent_error error = {0};
    if (ent_reader_open(&reader, how, settings->inputs, settings->input_count,
                        &error))
        return cli_library_error(&error);
    tell_repeats(reader);
    cli_progress_start(settings->quiet);
    int code = read_all(reader, fn, ctx, reading);
    cli_progress_clear();
    cli_tally_end(&reading->tally);
    reading->read = ent_reader_count(reader);
    reading->duplicates = ent_reader_duplicates(reader);
    if (!code && !settings->quiet && how->store_use == ENT_STORE_READ) {
        tell_choice(reader, reading);
        tell_again(reader, settings);
    }
    if (!code && !settings->quiet)
        tell_duplicates(reading);
    if (!code)
        tell_languages(reader, settings->quiet, reading);
    if (!code && end)
        code = end(ctx, reader);
    ent_reader_free(reader);
    return !code && reading->skipped ? cli_check_reading(reading) : code;
}

int cli_read(const cli_settings *settings, const ent_read_options *options,
             cli_article_fn *fn, cli_reader_fn *end, void *ctx,
             cli_reading *reading)
{
    ent_read_options how = *options;
    ent_store *own = NULL;
    *reading = (cli_reading){0};
    how.cancelled = is_interrupted;
    if (settings->store && !how.store) {
        if (cli_open_store(&own, settings, false))
            return CLI_FAILED;
        how.store = own;
    }
    int code = read_with(settings, &how, fn, end, ctx, reading);
    ent_store_free(own);
    return code;
}

int cli_check_reading(const cli_reading *reading)
{
    return reading->read
               ? CLI_DONE
               : cli_error("no article %s; inputs may be files in any format "
                           "that entente version --formats lists, folders of "
                           "them, or - for standard input",
                           reading->skipped ? "could be read" : "found");
}

int cli_reading_code(const cli_reading *reading)
{
    return reading->skipped ? CLI_SKIPPED : CLI_DONE;
}
