/* Names and ties in each slice, for programs. */
#include <math.h>

#include "report/times.h"

const ent_i_column ent_i_slice_node_columns[ENT_I_SLICE_NODE_COLUMNS] = {
    {"slice", "Time", ENT_I_CELL_TEXT, 0, 0},
    {"rank", "Rank", ENT_I_CELL_WHOLE, 0, 0},
    {"rank_before", "Before", ENT_I_CELL_WHOLE, 0, 0},
    {"id", "Id", ENT_I_CELL_TEXT, 0, 0},
    {"label", "Name", ENT_I_CELL_TEXT, 0, 0},
    {"mentions", "Mentions", ENT_I_CELL_WHOLE, 0, 0},
    {"articles", "Articles", ENT_I_CELL_WHOLE, 0, 0},
    {"measure", "Measure", ENT_I_CELL_TEXT, 0, 0},
    {"value", "Value", ENT_I_CELL_REAL, 4, 0},
    {"share", "Share", ENT_I_CELL_REAL, 4, 0},
    {"share_before", "Before", ENT_I_CELL_REAL, 4, 0},
    {"community", "Group", ENT_I_CELL_WHOLE, 0, 0},
};

void ent_i_add_slice_nodes(const ent_i_times *t, ent_i_table *table,
                           size_t slice, const ent_i_moment *before,
                           const ent_i_moment *now)
{
    for (size_t i = 0; i < now->n && !t->page->no_memory; i++) {
        uint32_t node = now->order[i].node;
        const ent_slice_node *in =
            ent_network_slice_node(t->network, slice, node);
        uint32_t rank = before->rank[node];
        ent_i_add_text(t->page, table, ent_i_slice_name(t, slice));
        ent_i_add_number(t->page, table, (double)i + 1);
        ent_i_add_number(t->page, table, rank ? rank : NAN);
        ent_i_add_text(t->page, table, ent_network_node(t->network, node)->id);
        ent_i_add_text(t->page, table, ent_i_label_of(t, node));
        ent_i_add_number(t->page, table, in->mentions);
        ent_i_add_number(t->page, table, in->articles);
        ent_i_add_text(t->page, table, ent_measure_at(t->by)->name);
        ent_i_add_number(t->page, table, now->order[i].value);
        ent_i_add_number(t->page, table, now->share[node]);
        ent_i_add_number(t->page, table, slice ? before->share[node] : NAN);
        ent_i_add_number(t->page, table,
                         ent_i_group_number(t->page, in->community));
    }
}

static const ent_i_column tie_columns[] = {
    {"slice", "Time", ENT_I_CELL_TEXT, 0, 0},
    {"source", "Who", ENT_I_CELL_TEXT, 0, 0},
    {"target", "Whom", ENT_I_CELL_TEXT, 0, 0},
    {"weight", "Weight", ENT_I_CELL_REAL, 2, 0},
    {"count", "Together", ENT_I_CELL_WHOLE, 0, 0},
    {"articles", "Articles", ENT_I_CELL_WHOLE, 0, 0},
    {"events", "Events", ENT_I_CELL_WHOLE, 0, 0},
    {"state", "State", ENT_I_CELL_TEXT, 0, 0},
};

/* "only": in this slice alone. */
static const char *state_of(const ent_i_span *span, size_t slice)
{
    if (span->first == slice)
        return span->last == slice ? "only" : "first";
    return span->last == slice ? "last" : "lasts";
}

void ent_i_put_slice_ties(const ent_i_times *t)
{
    ent_i_table table = {.key = "slice_ties",
                         .style = ENT_I_TABLE_GRID,
                         .columns = tie_columns,
                         .column_count =
                             sizeof tie_columns / sizeof *tie_columns};
    size_t ties = ent_network_tie_count(t->network);
    for (size_t s = 0; s < t->slices; s++)
        for (size_t i = 0; i < ties && !t->page->no_memory; i++) {
            const ent_slice_tie *in = ent_network_slice_tie(t->network, s, i);
            const ent_tie *tie = ent_network_tie(t->network, i);
            if (!in)
                continue;
            ent_i_add_text(t->page, &table, ent_i_slice_name(t, s));
            ent_i_add_text(t->page, &table,
                           ent_network_node(t->network, tie->source)->id);
            ent_i_add_text(t->page, &table,
                           ent_network_node(t->network, tie->target)->id);
            ent_i_add_number(t->page, &table, in->weight);
            ent_i_add_number(t->page, &table, in->count);
            ent_i_add_number(t->page, &table, in->articles);
            ent_i_add_number(t->page, &table, in->events);
            ent_i_add_text(t->page, &table, state_of(&t->spans[i], s));
        }
    ent_i_page_section(t->page, "Ties in time", 0, 0, &table);
}
