/* What exporters write in what time, on a made-up network:
 *     writers FOLDER ACTORS TIES EXPORTER[,OPTION=VALUE...]...
 * Each writes FOLDER/EXPORTER; on standard output come its name, seconds, bytes
 * and by how many kilobytes the memory of the program grew. writers.py
 * compares. */
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "bench/made_corpus.h"

typedef struct counted {
    FILE *file;
    size_t bytes;
} counted;

static int to_file(void *ctx, const void *bytes, size_t n)
{
    counted *c = ctx;
    c->bytes += n;
    return fwrite(bytes, 1, n, c->file) != n;
}

static long kilobytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/* Parts "NAME,OPTION=VALUE,..." where its commas are; out ends with NULL. */
static void split(char *text, const char **out, size_t most)
{
    while (text && most-- > 1) {
        *out++ = text;
        text = strchr(text, ',');
        if (text)
            *text++ = '\0';
    }
    *out = NULL;
}

static ent_status write_one(const ent_exporters *exporters, char *asked,
                            const char *folder, const ent_network *network,
                            ent_error *error)
{
    const char *parts[8], *name;
    char path[4096];
    split(asked, parts, sizeof parts / sizeof *parts);
    name = parts[0];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    counted c = {fopen(path, "wb"), 0};
    const ent_sink sink = {to_file, &c};
    if (!c.file)
        return ENT_ERR_IO;
    long before = kilobytes();
    double since = seconds();
    ent_status status =
        ent_export(exporters, name, NULL, parts + 1, network, &sink, error);
    if (fclose(c.file) != 0 && !status)
        status = ENT_ERR_IO;
    printf("%s %.4f %zu %ld\n", name, seconds() - since, c.bytes,
           kilobytes() - before);
    return status;
}

static ent_status run(const ent_corpus *corpus, char **arguments,
                      ent_error *error)
{
    ent_network *network = NULL;
    ent_exporters *exporters = NULL;
    ent_analyse_options options = ENT_ANALYSE_OPTIONS_INIT;
    options.samples = 8;
    ent_status status = ent_network_build(&network, corpus, NULL, error);
    if (!status)
        status = ent_network_analyse(network, &options, error);
    if (!status)
        status = ent_network_lay_out(network, NULL, error);
    if (!status)
        status = ent_exporters_new(&exporters, true,
                                   getenv("ENTENTE_EXPORTER_PATH"), error);
    for (char **name = arguments + 4; *name && !status; name++)
        status = write_one(exporters, *name, arguments[1], network, error);
    ent_exporters_free(exporters);
    ent_network_free(network);
    return status;
}

int main(int argc, char **argv)
{
    ent_corpus *corpus =
        argc > 4 ? make_corpus(atol(argv[2]), atol(argv[3])) : NULL;
    ent_error error = {0};
    ent_status status = corpus ? run(corpus, argv, &error) : ENT_ERR_ARGUMENT;
    if (status)
        fprintf(stderr, "writers FOLDER ACTORS TIES EXPORTER...: %s\n",
                error.message);
    ent_corpus_free(corpus);
    return status ? EXIT_FAILURE : EXIT_SUCCESS;
}
