/* The ties between communities. */
#include <math.h>
#include <string.h>

#include "report/sections.h"

static const ent_i_column head_columns[] = {
    {"rank", "#", ENT_I_CELL_WHOLE, 0, 0},
    {"source", "Who", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"target", "Whom", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"source_label", "Who", ENT_I_CELL_TEXT, 0, 0},
    {"target_label", "Whom", ENT_I_CELL_TEXT, 0, 0},
    {"weight", "Weight", ENT_I_CELL_REAL, 2, 0},
};

static const ent_i_column tail_columns[] = {
    {"source_community", "Group", ENT_I_CELL_WHOLE, 0, 0},
    {"target_community", "Group", ENT_I_CELL_WHOLE, 0, 0},
};

/* A tie and what it is ranked by. */
typedef struct joint {
    const ent_tie *tie;
    size_t index;
    double value;
} joint;

static int by_value(const void *a, const void *b)
{
    const joint *x = a;
    const joint *y = b;
    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

typedef ENT_I_VEC(joint) joints;

static bool collect(joints *out, const ent_network *network)
{
    size_t by = ent_tie_measure_find("edge_betweenness");
    for (size_t i = 0; i < ent_network_tie_count(network); i++) {
        const ent_tie *tie = ent_network_tie(network, i);
        double value = ent_network_tie_measure(network, i, by);
        if (ent_network_node(network, tie->source)->community !=
                ent_network_node(network, tie->target)->community &&
            !ent_i_vec_push(out, ((joint){tie, i, isnan(value) ? -1 : value})))
            return false;
    }
    ent_i_sort(out->items, out->n, sizeof *out->items, by_value);
    return true;
}

static void add_joint(ent_i_page *page, ent_i_table *table,
                      const ent_network *network, const joint *of, size_t place)
{
    const ent_node *source = ent_network_node(network, of->tie->source);
    const ent_node *target = ent_network_node(network, of->tie->target);
    ent_i_add_number(page, table, (double)place);
    ent_i_add_text(page, table, source->id);
    ent_i_add_text(page, table, target->id);
    ent_i_add_text(page, table, source->label);
    ent_i_add_text(page, table, target->label);
    ent_i_add_number(page, table, of->tie->weight);
    for (size_t i = 0; i < ent_tie_measure_count(); i++)
        ent_i_add_number(page, table,
                         ent_network_tie_measure(network, of->index, i));
    ent_i_add_number(page, table, ent_i_group_number(page, source->community));
    ent_i_add_number(page, table, ent_i_group_number(page, target->community));
}

void ent_i_put_between(ent_i_page *page, const ent_network *network)
{
    joints all = {0};
    ent_i_columns columns = {.n = 0};
    ent_i_columns_add(&columns, head_columns,
                      sizeof head_columns / sizeof *head_columns);
    for (size_t i = 0; i < ent_tie_measure_count(); i++) {
        ent_i_columns_add_measure(&columns, ent_tie_measure_at(i));
        columns.items[columns.n - 1].flags = 0;
    }
    ent_i_columns_add(&columns, tail_columns,
                      sizeof tail_columns / sizeof *tail_columns);
    ent_i_table table = {.key = "between",
                         .style = ENT_I_TABLE_GRID,
                         .columns = columns.items,
                         .column_count = columns.n};
    page->no_memory = page->no_memory || !collect(&all, network);
    size_t shown = ent_i_page_rows(page, all.n);
    for (size_t i = 0; i < shown && !page->no_memory; i++)
        add_joint(page, &table, network, &all.items[i], i + 1);
    ent_i_page_section(page, "Ties that join groups", shown, all.n, &table);
    ent_i_vec_free(&all);
}
