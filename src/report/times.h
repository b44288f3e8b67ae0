/* The parts of the report on a network through time. */
#ifndef ENTENTE_REPORT_TIMES_H
#define ENTENTE_REPORT_TIMES_H

#include "report/moments.h"
#include "report/sections.h"

enum {
    ENT_I_NAMED = 3, /* in a sentence */
    ENT_I_BARS = 48  /* the latest slices, as bars */
};

typedef struct ent_i_times {
    ent_i_page *page;
    const ent_i_ranking *of;
    const ent_network *network;
    const ent_i_span *spans; /* by tie */
    size_t by;               /* the measure */
    size_t slices;
} ent_i_times;

static inline const char *ent_i_label_of(const ent_i_times *t, size_t node)
{
    return ent_network_node(t->network, node)->label;
}

static inline const char *ent_i_slice_name(const ent_i_times *t, size_t slice)
{
    return ent_network_slice(t->network, slice)->name;
}

/* Adds the text, which the table keeps, and empties it; `good` is false when
 * memory ran out while it was written. */
void ent_i_add_string(const ent_i_times *t, ent_i_table *table,
                      ent_i_string *text, bool good);

/* For people: a row on what changes from the slice before, in columns. */
extern const ent_i_column ent_i_change_columns[2];
void ent_i_add_change(const ent_i_times *t, ent_i_table *table, size_t slice,
                      const ent_i_moment *before, const ent_i_moment *now);
/* For people: the strongest ties, and when they are seen. */
void ent_i_put_lasting(const ent_i_times *t);

/* For programs: a row for each name in the slice, in columns. */
enum { ENT_I_SLICE_NODE_COLUMNS = 12 };
extern const ent_i_column ent_i_slice_node_columns[ENT_I_SLICE_NODE_COLUMNS];
void ent_i_add_slice_nodes(const ent_i_times *t, ent_i_table *table,
                           size_t slice, const ent_i_moment *before,
                           const ent_i_moment *now);
/* For programs: each tie in each slice. */
void ent_i_put_slice_ties(const ent_i_times *t);

/* The communities that are followed, and who is in them. */
void ent_i_put_tracks(const ent_i_times *t);

#endif
