/* What exporters that write item by item have in common: the network, the
 * writer, and the loops over items and their values. */
#ifndef ENTENTE_EXPORTERS_FORMAT_H
#define ENTENTE_EXPORTERS_FORMAT_H

#include "common/graph.h"
#include "common/writer.h"

typedef struct ent_i_format {
    const ent_host *host;
    const ent_view *view;
    const char *gap; /* for formats that separate: what comes before the next
                        piece */
    void *own;       /* for the format's own use */
    int id;          /* attributes that are asked for with each tie */
    int weight;
    ent_i_writer w;
} ent_i_format;

void ent_i_format_start(ent_i_format *f, const ent_host *host,
                        const ent_view *view, const ent_sink *sink);
/* Whether to stop early: the sink failed, or the user wants to. */
bool ent_i_format_stopped(ent_i_format *f);
/* Stops, and tells the host why. */
void ent_i_format_fail(ent_i_format *f, const char *message);
/* Passes the rest to the sink; returns 0, or -1 when anything has failed or was
 * stopped. */
int ent_i_format_end(ent_i_format *f);

/* Calls put for each node or tie, until stopped. */
void ent_i_format_items(ent_i_format *f, ent_scope scope,
                        void (*put)(ent_i_format *f, size_t item));

/* Writes one value; name is that of the attribute in files. */
typedef void ent_i_put_named(ent_i_format *f, const char *name,
                             ent_value_type type, const ent_value *value);
/* Calls put for each attribute of the item that has a value, but for a node's
 * id and the attribute called `except` (NULL: none). */
void ent_i_format_values(ent_i_format *f, ent_scope scope, size_t item,
                         const char *except, ent_i_put_named *put);

/* Whether an option is set to the value. */
bool ent_i_format_chosen(const ent_i_format *f, const char *option,
                         const char *value);
/* The ids of a tie's nodes, by `ends` 0 and 1. */
const char *ent_i_format_end_id(const ent_i_format *f, size_t tie, int end);
/* A tie's weight, 1 if it has none. */
double ent_i_format_weight(const ent_i_format *f, size_t tie);

#endif
