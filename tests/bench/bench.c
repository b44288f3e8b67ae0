/* How fast each stage that looks at one article is, on one core. Every stage
 * runs over all articles before the next one starts, so that each is timed
 * apart; `wc -w` runs over the same bytes in between, as the measure of what
 * this machine can do right now. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "cluster/cluster.h"
#include "core/article.h"
#include "corpus/corpus.h"
#include "encounter/encounter.h"
#include "recognise/recognise.h"
#include "relate/relate.h"
#include "source/source.h"

enum { MOST_ARTICLES = 20000, LOADS = 20 };

typedef struct bench {
    const char *path;
    ent_article *articles[MOST_ARTICLES];
    ent_i_text texts[MOST_ARTICLES];
    size_t n;
    double words; /* as wc -w counts them */
    ent_i_recogniser *recogniser;
    ent_i_recogniser_scratch *scratch;
} bench;

typedef ent_status stage(bench *b, size_t i, ent_error *error);

static double now(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int fail(const ent_error *error)
{
    char line[1200];
    ent_error_format(error, line, sizeof line);
    fprintf(stderr, "entente_bench: %s\n", line);
    return 1;
}

/* ---- stages ---- */

static ent_status read_all(bench *b, ent_error *error)
{
    ent_i_source *source = NULL;
    ent_article *article = NULL;
    ent_status status = ent_i_source_open(&source, &b->path, 1, NULL, error);
    while (!status && b->n < MOST_ARTICLES) {
        status = ent_i_source_next(source, &article, error);
        if (status || !article)
            break;
        b->articles[b->n++] = article;
    }
    ent_i_source_free(source);
    return status;
}

static ent_status cut(bench *b, size_t i, ent_error *error)
{
    return ent_i_text_read(&b->texts[i], b->articles[i], error);
}

static ent_status recognise(bench *b, size_t i, ent_error *error)
{
    return ent_i_recognise(b->recogniser, b->scratch, b->articles[i],
                           &b->texts[i], error);
}

static ent_status resolve(bench *b, size_t i, ent_error *error)
{
    return ent_i_cluster_article(b->articles[i], &b->texts[i], error);
}

static ent_status encounters(bench *b, size_t i, ent_error *error)
{
    return ent_i_find_encounters(b->articles[i], &b->texts[i], error);
}

/* ---- measuring ---- */

static void print(const bench *b, const char *name, double seconds,
                  double wc_seconds)
{
    printf("%-28s %8.3f s %12.0f words/s %8.2f of wc -w\n", name, seconds,
           seconds > 0 ? b->words / seconds : 0,
           seconds > 0 ? wc_seconds / seconds : 0);
}

static int time_stage(bench *b, const char *name, stage *run, double wc_seconds)
{
    ent_error error = {0};
    double start = now(CLOCK_PROCESS_CPUTIME_ID);
    for (size_t i = 0; i < b->n; i++)
        if (run(b, i, &error))
            return fail(&error);
    print(b, name, now(CLOCK_PROCESS_CPUTIME_ID) - start, wc_seconds);
    return 0;
}

/* Seconds of processor that `wc -w` takes for the file; fills b->words. */
static double run_wc(bench *b)
{
    char command[4096], line[64] = "";
    struct rusage before, after;
    snprintf(command, sizeof command, "LC_ALL=C.UTF-8 wc -w < '%s'", b->path);
    getrusage(RUSAGE_CHILDREN, &before);
    FILE *pipe = popen(command, "r");
    if (!pipe || !fgets(line, sizeof line, pipe))
        return 0;
    pclose(pipe);
    getrusage(RUSAGE_CHILDREN, &after);
    b->words = strtod(line, NULL);
    return (double)(after.ru_utime.tv_sec - before.ru_utime.tv_sec) +
           (double)(after.ru_utime.tv_usec - before.ru_utime.tv_usec) / 1e6;
}

/* The median of some loads, in milliseconds. */
static int time_loading(bench *b, const ent_i_recogniser_options *options)
{
    double took[LOADS];
    ent_error error = {0};
    for (int i = 0; i < LOADS; i++) {
        ent_i_recogniser_free(b->recogniser);
        double start = now(CLOCK_MONOTONIC);
        if (ent_i_recogniser_new(&b->recogniser, options, &error))
            return fail(&error);
        took[i] = (now(CLOCK_MONOTONIC) - start) * 1000;
        for (int k = i; k > 0 && took[k] < took[k - 1]; k--) {
            double swap = took[k];
            took[k] = took[k - 1];
            took[k - 1] = swap;
        }
    }
    printf("%-28s %8.3f ms (median of %d)\n", "loading the recogniser",
           took[LOADS / 2], LOADS);
    return 0;
}

int main(int argc, char **argv)
{
    static bench b;
    static const struct {
        const char *name;
        stage *run;
    } stages[] = {{"sentences and tokens", cut},
                  {"recognition", recognise},
                  {"resolution in the article", resolve},
                  {"encounters", encounters}};
    ent_i_recogniser_options options = {0};
    ent_error error = {0};
    if (argc < 2 || argc > 3) {
        fprintf(stderr, "usage: entente_bench ARTICLES.jsonl [MODEL]\n");
        return 2;
    }
    b.path = argv[1];
    options.model = argc > 2 ? argv[2] : NULL;
    double wc_seconds = run_wc(&b);
    double start = now(CLOCK_PROCESS_CPUTIME_ID);
    if (read_all(&b, &error))
        return fail(&error);
    double reading = now(CLOCK_PROCESS_CPUTIME_ID) - start;
    printf("%-28s %8zu\n%-28s %8.0f\n", "articles", b.n, "words by wc -w",
           b.words);
    if (time_loading(&b, &options) ||
        ent_i_recogniser_scratch_new(&b.scratch, b.recogniser, &error))
        return 1;
    print(&b, "wc -w", wc_seconds, wc_seconds);
    print(&b, "reading", reading, wc_seconds);
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
        if (time_stage(&b, stages[i].name, stages[i].run, wc_seconds))
            return 1;
    for (size_t i = 0; i < b.n; i++) {
        ent_article_free(b.articles[i]);
        ent_i_text_free(&b.texts[i]);
    }
    ent_i_recogniser_scratch_free(b.scratch);
    ent_i_recogniser_free(b.recogniser);
    return 0;
}
