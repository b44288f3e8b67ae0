/* write_network NETWORK EXPORTER [NAME=VALUE...] > file
 * Writes one of the fake networks with an exporter: a built-in one, or
 * "MODULE.so:NAME". EXPORTER "expected" writes what a reader should find, as
 * lines of tab-separated hexadecimal cells. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "builtin.h"
#include "export/export.h"
#include "interop/fake_view.h"

static int to_file(void *ctx, const void *bytes, size_t n)
{
    return fwrite(bytes, 1, n, ctx) == n ? 0 : 1;
}

static const ent_exporter *in_chain(const ent_exporter *e, const char *name)
{
    while (e && strcmp(e->name, name) != 0)
        e = ent_i_exporter_next(e);
    return e;
}

static const ent_exporter *find(char *name)
{
    char *colon = strrchr(name, ':');
    if (!colon) {
        static const ent_exporter_entry_fn all[] = {
            ent_i_exporter_json,       ent_i_exporter_graphml,
            ent_i_exporter_gexf,       ent_i_exporter_csv,
            ent_i_exporter_graphology, ent_i_exporter_cytoscape,
            ent_i_exporter_gml,        ent_i_exporter_pajek,
            ent_i_exporter_neo4j,      ent_i_exporter_edges,
            ent_i_exporter_matrix,     ent_i_exporter_mermaid};
        for (size_t i = 0; i < sizeof all / sizeof *all; i++)
            if (strcmp(all[i](ENT_EXPORTER_ABI)->name, name) == 0)
                return all[i](ENT_EXPORTER_ABI);
        return NULL;
    }
    const ent_exporter *loaded;
    ent_error error;
    *colon = '\0';
    if (ent_i_plugin_load(name, &loaded, &error) == ENT_OK)
        return in_chain(loaded, colon + 1);
    fprintf(stderr, "%s\n", error.message);
    return NULL;
}

static void put_hex(const char *text)
{
    for (; *text; text++)
        printf("%02x", (unsigned char)*text);
    putchar('\t');
}

static void write_expected(const fake_network *n)
{
    for (size_t i = 0; i < n->node_count; i++) {
        printf("node\t");
        put_hex(n->nodes[i].id);
        put_hex(n->nodes[i].label);
        printf("%.17g\t%lld\n", n->nodes[i].strength,
               (long long)n->nodes[i].mentions);
    }
    for (size_t i = 0; i < n->tie_count; i++) {
        printf("tie\t");
        put_hex(n->nodes[n->ties[i].source].id);
        put_hex(n->nodes[n->ties[i].target].id);
        printf("%.17g\t%lld\n", n->ties[i].weight, (long long)n->ties[i].meet);
    }
}

int main(int argc, char **argv)
{
    fake_network network;
    char message[400];
    int result = 0;
    if (argc < 3 || !fake_make(&network, argv[1])) {
        fprintf(stderr, "usage: write_network NETWORK EXPORTER [OPTION...]\n");
        return 2;
    }
    if (strcmp(argv[2], "expected") == 0) {
        write_expected(&network);
    } else {
        const ent_exporter *exporter = find(argv[2]);
        const ent_sink sink = {to_file, stdout};
        result = exporter ? fake_export(exporter, &network, argv + 3, &sink,
                                        message, -1)
                          : -1;
        if (result != 0)
            fprintf(stderr, "failed: %s\n", exporter ? message : argv[2]);
    }
    fake_free(&network);
    return result != 0 || fflush(stdout) != 0;
}
