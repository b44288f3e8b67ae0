/* A network made of arrays and a host table of its own, so that exporters are
 * tested apart from the library, as somebody else's host would run them. */
#ifndef ENTENTE_TESTS_FAKE_VIEW_H
#define ENTENTE_TESTS_FAKE_VIEW_H

#include <stdbool.h>

#include "entente/exporter.h"

typedef struct fake_node {
    char id[64];
    const char *label;
    const char *aliases[2]; /* NULL when fewer */
    double strength;
    int64_t mentions;
    int64_t community; /* -1: none */
} fake_node;

typedef struct fake_tie {
    size_t source, target;
    double weight;
    int64_t count, meet;
} fake_tie;

typedef struct fake_network {
    fake_node *nodes;
    fake_tie *ties;
    size_t node_count, tie_count;
} fake_network;

/* The network called so ("empty", "one", "nasty", "seven", "small", "large",
 * "huge"), the same each time; freed with fake_free. False for another name. */
bool fake_make(fake_network *out, const char *name);
void fake_free(fake_network *network);

/* Runs an exporter on the network. options are NAME=VALUE, the rest default.
 * message (400 bytes) receives what set_error said; log lines go to stderr.
 * cancel_after: how often `cancelled` says no before it says yes; -1: ever. */
int fake_export(const ent_exporter *exporter, const fake_network *network,
                char *const *options, const ent_sink *sink, char *message,
                long cancel_after);

#endif
