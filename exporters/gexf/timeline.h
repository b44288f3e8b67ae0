/* The network through time in GEXF, for Gephi's timeline: when nodes and edges
 * are there (spells), and what their values are meanwhile. Static and dynamic
 * columns stand in blocks of their own. */
#ifndef ENTENTE_EXPORTERS_GEXF_TIMELINE_H
#define ENTENTE_EXPORTERS_GEXF_TIMELINE_H

#include "common/writer.h"
#include "entente/exporter.h"

typedef struct ent_i_timeline {
    const ent_host *host;
    const ent_view *view;
    size_t slices; /* 0: the network is not cut, and nothing is written */
} ent_i_timeline;

ent_i_timeline ent_i_timeline_of(const ent_host *host, const ent_view *view);
/* The mode of the graph, how its times are written, when it begins and ends. */
void ent_i_put_timed_graph(ent_i_writer *w, const ent_i_timeline *time);
/* The columns whose values change. */
void ent_i_put_timed_columns(ent_i_writer *w, const ent_i_timeline *time,
                             ent_scope scope, const char *class);
/* Their values. */
void ent_i_put_timed_values(ent_i_writer *w, const ent_i_timeline *time,
                            ent_scope scope, size_t item);
/* When the item is there; slices that follow one another are one spell. An item
 * of which no slice knows, as it is named in undated articles alone, is there
 * all the time. */
void ent_i_put_spells(ent_i_writer *w, const ent_i_timeline *time,
                      ent_scope scope, size_t item);

#endif
