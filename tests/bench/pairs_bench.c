/* pairs_bench INPUT...: how fast inputs of any format become pairs, without the
 * measures of the network, on one core: each stage in seconds of the processor,
 * and the whole in megabytes of the inputs a second, beside what `wc -w` takes
 * for the same bytes. made_gkg.py makes an input. */
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <entente/entente.h>

typedef struct pile {
    ent_corpus *corpus;
    ent_network *network;
    size_t skipped;
} pile;

/* Children, such as those that read PDFs, count. */
static double seconds(int who)
{
    struct rusage used;
    getrusage(who, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static double so_far(void)
{
    return seconds(RUSAGE_SELF) + seconds(RUSAGE_CHILDREN);
}

static ent_status read_all(pile *p, char **inputs, int count, ent_error *error)
{
    ent_read_options options = ENT_READ_OPTIONS_INIT;
    ent_reader *reader = NULL;
    ent_article *article = NULL;
    options.threads = 1;
    ent_status status = ent_corpus_new(&p->corpus, error);
    if (!status)
        status = ent_reader_open(&reader, &options, (const char *const *)inputs,
                                 (size_t)count, error);
    while (!status) {
        status = ent_reader_next(reader, &article, error);
        if (status != ENT_OK && status != ENT_ERR_MEMORY)
            status = ENT_OK;
        else if (status || !article)
            break;
        else
            status = ent_corpus_add_take(p->corpus, article, error);
    }
    p->skipped = reader ? ent_reader_skipped(reader) : 0;
    ent_reader_free(reader);
    return status;
}

/* Seconds that wc takes, and the bytes. */
static double run_wc(char **inputs, int count, double *bytes)
{
    char command[4096], line[64];
    double before = seconds(RUSAGE_CHILDREN);
    for (int i = 0; i < count; i++) {
        struct stat info;
        snprintf(command, sizeof command, "LC_ALL=C.UTF-8 wc -w < '%s'",
                 inputs[i]);
        FILE *pipe = popen(command, "r");
        while (pipe && fgets(line, sizeof line, pipe))
            ;
        if (pipe)
            pclose(pipe);
        if (stat(inputs[i], &info) == 0)
            *bytes += (double)info.st_size;
    }
    return seconds(RUSAGE_CHILDREN) - before;
}

static void print(const char *name, double took, double bytes, double wc)
{
    printf("%-20s %8.3f s %8.1f MB/s %8.3f of wc -w\n", name, took,
           took > 0 ? bytes / took / 1e6 : 0, took > 0 ? wc / took : 0);
}

int main(int argc, char **argv)
{
    pile p = {0};
    ent_error error = {0};
    double bytes = 0, times[4];
    if (argc < 2) {
        fprintf(stderr, "usage: pairs_bench INPUT...\n");
        return 2;
    }
    double wc = run_wc(argv + 1, argc - 1, &bytes);
    times[0] = so_far();
    ent_status status = read_all(&p, argv + 1, argc - 1, &error);
    times[1] = so_far();
    if (!status)
        status = ent_corpus_resolve(p.corpus, NULL, &error);
    times[2] = so_far();
    if (!status)
        status = ent_network_build(&p.network, p.corpus, NULL, &error);
    times[3] = so_far();
    if (status) {
        fprintf(stderr, "pairs_bench: %s\n", error.message);
        return 1;
    }
    printf("articles %zu, skipped %zu, actors %zu, pairs %zu\n",
           ent_corpus_article_count(p.corpus), p.skipped,
           ent_network_node_count(p.network), ent_network_tie_count(p.network));
    print("wc -w", wc, bytes, wc);
    print("reading", times[1] - times[0], bytes, wc);
    print("who is who", times[2] - times[1], bytes, wc);
    print("pairs", times[3] - times[2], bytes, wc);
    print("all", times[3] - times[0], bytes, wc);
    ent_network_free(p.network);
    ent_corpus_free(p.corpus);
    return 0;
}
