/* How fast each stage is, on one core. The stages that look at one article run
 * over it in turn, as in the program, with a wordbook for all; then those that
 * see all of them. `wc -w` runs over the same bytes before, as the measure of
 * what this machine can do right now. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "cluster/cluster.h"
#include "core/article.h"
#include "corpus/corpus.h"
#include "encounter/encounter.h"
#include "entente/network.h"
#include "recognise/recognise.h"
#include "source/language.h"
#include "source/source.h"

enum { LOADS = 20 };

typedef struct bench {
    const char *path;
    ent_i_source *source;
    ent_article *article; /* the current one; NULL: there are no more */
    ent_i_text text;
    size_t n;
    double words; /* as wc -w counts them */
    double wc_seconds;
    ent_i_recogniser *recogniser;
    ent_i_recogniser_scratch *scratch;
    ent_corpus *corpus;
    ent_network *network;
} bench;

typedef ent_status step(bench *b, ent_error *error);

/* A step, and the seconds of processor that it took. */
typedef struct stage {
    const char *name;
    step *run;
    double seconds;
} stage;

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

static ent_status read_next(bench *b, ent_error *error)
{
    ent_status status = ent_i_source_next(b->source, &b->article, error);
    return status || !b->article ? status
                                 : ent_i_detect_language(b->article, error);
}

static ent_status cut(bench *b, ent_error *error)
{
    return ent_i_text_read(&b->text, b->article, error);
}

static ent_status recognise(bench *b, ent_error *error)
{
    return ent_i_recognise(b->recogniser, b->scratch, b->article, &b->text,
                           error);
}

static ent_status cluster(bench *b, ent_error *error)
{
    return ent_i_cluster_article(b->article, &b->text, error);
}

static ent_status encounters(bench *b, ent_error *error)
{
    return ent_i_find_encounters(b->article, &b->text, error);
}

static ent_status add(bench *b, ent_error *error)
{
    return ent_corpus_add_take(b->corpus, b->article, error);
}

static ent_status resolve(bench *b, ent_error *error)
{
    return ent_corpus_resolve(b->corpus, NULL, error);
}

static ent_status tie(bench *b, ent_error *error)
{
    return ent_network_build(&b->network, b->corpus, NULL, error);
}

/* ---- measuring ---- */

static void print(const bench *b, const char *name, double seconds)
{
    printf("%-28s %8.3f s %12.0f words/s %8.3f of wc -w\n", name, seconds,
           seconds > 0 ? b->words / seconds : 0,
           seconds > 0 ? b->wc_seconds / seconds : 0);
}

static ent_status run(bench *b, stage *s, ent_error *error)
{
    double start = now(CLOCK_PROCESS_CPUTIME_ID);
    ent_status status = s->run(b, error);
    s->seconds += now(CLOCK_PROCESS_CPUTIME_ID) - start;
    return status;
}

/* The first stage ends it. */
static ent_status run_articles(bench *b, stage *stages, size_t n,
                               ent_error *error)
{
    for (;; b->n++) {
        for (size_t i = 0; i < n; i++) {
            ent_status status = run(b, &stages[i], error);
            if (status || !b->article)
                return status;
        }
    }
}

static void print_sum(const bench *b, const char *name, const stage *stages,
                      size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += stages[i].seconds;
    print(b, name, sum);
}

/* All stages and what they come to together. */
static int time_stages(bench *b)
{
    enum { NAMES = 3, CONTACTS = 5, ARTICLES = 6, ALL = 8 };
    stage stages[ALL] = {{"reading", read_next, 0},
                         {"sentences and tokens", cut, 0},
                         {"recognition", recognise, 0},
                         {"resolution in the article", cluster, 0},
                         {"encounters", encounters, 0},
                         {"packing", add, 0},
                         {"resolution across articles", resolve, 0},
                         {"ties", tie, 0}};
    ent_error error = {0};
    ent_status status = run_articles(b, stages, ARTICLES, &error);
    for (size_t i = ARTICLES; !status && i < ALL; i++)
        status = run(b, &stages[i], &error);
    if (status)
        return fail(&error);
    printf("%-28s %8zu\n", "articles", b->n);
    for (size_t i = 0; i < ALL; i++)
        print(b, stages[i].name, stages[i].seconds);
    print_sum(b, "article to names", stages, NAMES);
    print_sum(b, "article to contacts", stages, CONTACTS);
    print_sum(b, "article to graph", stages, ALL);
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

static int open_all(bench *b, const char *model)
{
    ent_i_recogniser_options options = {.model = model};
    ent_error error = {0};
    if (time_loading(b, &options))
        return 1;
    return ent_i_recogniser_scratch_new(&b->scratch, b->recogniser, &error) ||
                   ent_i_source_open(&b->source, &b->path, 1, NULL, &error) ||
                   ent_corpus_new(&b->corpus, &error)
               ? fail(&error)
               : 0;
}

static void close_all(bench *b)
{
    ent_network_free(b->network);
    ent_corpus_free(b->corpus);
    ent_i_source_free(b->source);
    ent_i_text_free(&b->text);
    ent_i_recogniser_scratch_free(b->scratch);
    ent_i_recogniser_free(b->recogniser);
}

int main(int argc, char **argv)
{
    bench b = {0};
    if (argc < 2 || argc > 3) {
        fprintf(stderr, "usage: entente_bench ARTICLES.jsonl [MODEL]\n");
        return 2;
    }
    b.path = argv[1];
    b.wc_seconds = run_wc(&b);
    printf("%-28s %8.0f\n", "words by wc -w", b.words);
    print(&b, "wc -w", b.wc_seconds);
    if (open_all(&b, argc > 2 ? argv[2] : NULL) || time_stages(&b))
        return 1;
    close_all(&b);
    return 0;
}
