/* How long a network takes to build and to measure, on a made-up corpus:
 *     graph_bench [ACTORS [TIES [FILE]]]
 * FILE receives the ties, a line "who whom weight" each, for other programs to
 * measure (measures.py). */
#include <stdlib.h>
#include <sys/resource.h>

#include "bench/made_corpus.h"

static void print_time(const char *what, double *since)
{
    struct rusage usage;
    double now = seconds();
    getrusage(RUSAGE_SELF, &usage);
    printf("%-8s %8.2f s, %ld MB at most\n", what, now - *since,
           usage.ru_maxrss / 1024);
    *since = now;
}

static ent_status write_ties(const ent_network *network, const char *path)
{
    FILE *file = fopen(path, "w");
    const ent_tie *tie;
    if (!file)
        return ENT_ERR_IO;
    for (size_t i = 0; (tie = ent_network_tie(network, i)); i++)
        fprintf(file, "%u %u %g\n", (unsigned)tie->source,
                (unsigned)tie->target, tie->weight);
    return fclose(file) ? ENT_ERR_IO : ENT_OK;
}

static int run(ent_corpus *corpus, double since, const char *path)
{
    ent_error error = {0};
    ent_network *network = NULL;
    ent_status status = ent_network_build(&network, corpus, NULL, &error);
    print_time("build", &since);
    if (!status) {
        printf("%zu nodes, %zu ties\n", ent_network_node_count(network),
               ent_network_tie_count(network));
        status = ent_network_analyse(network, NULL, &error);
        print_time("analyse", &since);
    }
    if (!status && path)
        status = write_ties(network, path);
    if (status)
        fprintf(stderr, "%s\n", error.message);
    ent_network_free(network);
    return status ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    long actors = argc > 1 ? atol(argv[1]) : 500;
    long ties = argc > 2 ? atol(argv[2]) : 3000;
    double since = seconds();
    ent_corpus *corpus = make_corpus(actors, ties);
    print_time("corpus", &since);
    int code =
        corpus ? run(corpus, since, argc > 3 ? argv[3] : NULL) : EXIT_FAILURE;
    ent_corpus_free(corpus);
    return code;
}
