/* The network in figures. */
#include <stdio.h>
#include <string.h>

#include "report/sections.h"

static const ent_i_column head_columns[] = {
    {"articles", "Articles", ENT_I_CELL_WHOLE, 0, 0},
    {"first", "First day", ENT_I_CELL_DATE, 0, 0},
    {"last", "Last day", ENT_I_CELL_DATE, 0, 0},
    {"windows", "Windows", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"windows_left_out", "Too large", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"left_out_text", "Left out", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"actors", "Names found", ENT_I_CELL_WHOLE, 0, 0},
    {"nodes", "In the network", ENT_I_CELL_WHOLE, 0, 0},
    {"ties", "Ties", ENT_I_CELL_WHOLE, 0, 0},
    {"measured_nodes", "Measured", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"measured_ties", "Measured", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"measured_text", "Measured", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"samples", "Samples", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"distance_samples", "Samples", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
};

/* How many windows named too many; NULL when there are none, or when memory is
 * out. */
static const char *left_out_text(ent_i_arena *arena,
                                 const ent_network_summary *s)
{
    char text[80];
    if (!s->windows_left_out)
        return NULL;
    snprintf(text, sizeof text, "%u of %u windows, which name too many",
             (unsigned)s->windows_left_out, (unsigned)s->windows);
    return ent_i_arena_strdup(arena, text);
}

/* What the measures describe, when it is more than what is shown; otherwise
 * NULL, as when memory is out. */
static const char *measured_text(ent_i_arena *arena,
                                 const ent_network_summary *s)
{
    char text[120];
    if (s->measured_nodes == s->nodes && s->measured_ties == s->ties)
        return NULL;
    snprintf(text, sizeof text,
             "the whole network, of which this is a part: %u names, %u ties",
             (unsigned)s->measured_nodes, (unsigned)s->measured_ties);
    return ent_i_arena_strdup(arena, text);
}

static void add_head(ent_i_page *page, ent_i_table *table,
                     const ent_network_summary *s)
{
    ent_i_add_number(page, table, s->articles);
    ent_i_add_date(page, table, s->first);
    ent_i_add_date(page, table, s->last);
    ent_i_add_number(page, table, s->windows);
    ent_i_add_number(page, table, s->windows_left_out);
    ent_i_add_text(page, table, left_out_text(&table->arena, s));
    ent_i_add_number(page, table, s->actors);
    ent_i_add_number(page, table, s->nodes);
    ent_i_add_number(page, table, s->ties);
    ent_i_add_number(page, table, s->measured_nodes);
    ent_i_add_number(page, table, s->measured_ties);
    ent_i_add_text(page, table, measured_text(&table->arena, s));
    ent_i_add_number(page, table, s->samples);
    ent_i_add_number(page, table, s->distance_samples);
}

static void put_summary(ent_i_page *page, const ent_network *network)
{
    ent_i_columns columns = {.n = 0};
    ent_i_columns_add(&columns, head_columns,
                      sizeof head_columns / sizeof *head_columns);
    for (size_t i = 0; i < ent_graph_measure_count(); i++)
        ent_i_columns_add_measure(&columns, ent_graph_measure_at(i));
    ent_i_table table = {.key = "summary",
                         .style = ENT_I_TABLE_FACTS,
                         .columns = columns.items,
                         .column_count = columns.n};
    add_head(page, &table, ent_network_get_summary(network));
    for (size_t i = 0; i < ent_graph_measure_count(); i++)
        ent_i_add_number(page, &table, ent_network_graph_measure(network, i));
    page->format->heading(page, "The network in figures");
    ent_i_page_table(page, &table);
}

/* ---- degrees ---- */

static const ent_i_column degree_columns[] = {
    {"degree", "Ties", ENT_I_CELL_WHOLE, 0, 0},
    {"nodes", "Names", ENT_I_CELL_WHOLE, 0, 0},
};

typedef ENT_I_VEC(ent_i_mark) marks;

/* Nobody has a place for 0 ties on a logarithmic axis. */
static bool collect(marks *out, const ent_network *network)
{
    uint32_t degree, nodes;
    bool good = true;
    for (size_t i = 0; good && ent_network_degree(network, i, &degree, &nodes);
         i++)
        if (degree > 0)
            good = ent_i_vec_push(
                out, ((ent_i_mark){.value = nodes, .part = degree}));
    return good;
}

static void plot_degrees(ent_i_page *page, const ent_network *network)
{
    marks all = {0};
    page->no_memory = page->no_memory || !collect(&all, network);
    ent_i_plot plot = {.kind = ENT_I_PLOT_POINTS,
                       .title = "How many names have how many ties",
                       .across = "ties",
                       .up = "names",
                       .marks = all.items,
                       .n = all.n};
    if (!page->no_memory)
        ent_i_page_plot(page, &plot);
    ent_i_vec_free(&all);
}

/* People see a plot, programs the numbers. */
static void put_degrees(ent_i_page *page, const ent_network *network)
{
    uint32_t degree, nodes;
    ent_i_table table = {.key = "degrees",
                         .style = ENT_I_TABLE_GRID,
                         .columns = degree_columns,
                         .column_count =
                             sizeof degree_columns / sizeof *degree_columns};
    if (!page->format->data) {
        plot_degrees(page, network);
        return;
    }
    for (size_t i = 0; ent_network_degree(network, i, &degree, &nodes); i++) {
        ent_i_add_number(page, &table, degree);
        ent_i_add_number(page, &table, nodes);
    }
    ent_i_page_table(page, &table);
}

void ent_i_put_figures(ent_i_page *page, const ent_network *network)
{
    put_summary(page, network);
    put_degrees(page, network);
}
