/* The table of nodes: what each actor is, its measures, where it belongs. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "report/sections.h"

static const ent_i_column head_columns[] = {
    {"rank", "#", ENT_I_CELL_WHOLE, 0, 0},
    {"id", "Id", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"label", "Name", ENT_I_CELL_TEXT, 0, 0},
    {"type", "Type", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_WIDE},
    {"mentions", "Mentions", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_WIDE},
    {"articles", "Articles", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_WIDE},
};

static const ent_i_column tail_columns[] = {
    {"community", "Group", ENT_I_CELL_WHOLE, 0, 0},
    {"component", "Component", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"first", "First", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_DATA},
    {"last", "Last", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_DATA},
    {"curated", "Curated", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
};

/* Whether the measure's values are estimates in this network. */
static bool is_estimated(const ent_network *network, size_t measure)
{
    return ent_measure_at(measure)->sampled &&
           ent_network_get_summary(network)->samples > 0;
}

/* "betweenness_error" beside "betweenness". */
static void add_error_column(ent_i_page *page, ent_i_table *table,
                             ent_i_columns *columns, const ent_measure *measure)
{
    ent_i_string key = {0};
    ent_i_column column = {NULL, "±", ENT_I_CELL_REAL, measure->digits + 1,
                           ENT_I_COLUMN_WIDE};
    if (ent_i_string_addf(&key, "%s_error", measure->name))
        column.key = ent_i_arena_strndup(&table->arena, key.items, key.n);
    ent_i_vec_free(&key);
    page->no_memory = page->no_memory || !column.key;
    if (column.key)
        ent_i_columns_add(columns, &column, 1);
}

/* People need not read "person" in every row. */
static bool is_of_one_type(const ent_network *network)
{
    const ent_node *first = ent_network_node(network, 0), *node;
    for (size_t i = 0; (node = ent_network_node(network, i)); i++)
        if (node->type != first->type)
            return false;
    return true;
}

static void make_columns(ent_i_page *page, ent_i_table *table,
                         ent_i_columns *columns, const ent_network *network)
{
    ent_i_columns_add(columns, head_columns,
                      sizeof head_columns / sizeof *head_columns);
    for (size_t i = 0; i < columns->n && is_of_one_type(network); i++)
        if (strcmp(columns->items[i].key, "type") == 0)
            columns->items[i].flags = ENT_I_COLUMN_DATA;
    for (size_t i = 0; i < ent_measure_count(); i++) {
        ent_i_columns_add_measure(columns, ent_measure_at(i));
        if (is_estimated(network, i))
            add_error_column(page, table, columns, ent_measure_at(i));
    }
    ent_i_columns_add(columns, tail_columns,
                      sizeof tail_columns / sizeof *tail_columns);
}

/* One row, in the order of make_columns. */
static void add_node(ent_i_page *page, ent_i_table *table,
                     const ent_network *network, const ent_i_ranked_node *of,
                     size_t place)
{
    const ent_node *node = of->node;
    ent_i_add_number(page, table, (double)place);
    ent_i_add_text(page, table, node->id);
    ent_i_add_text(page, table, node->label);
    ent_i_add_text(page, table, ent_type_name((ent_type)node->type));
    ent_i_add_number(page, table, node->mentions);
    ent_i_add_number(page, table, node->articles);
    for (size_t i = 0; i < ent_measure_count(); i++) {
        ent_i_add_number(page, table,
                         ent_network_measure(network, of->index, i));
        if (is_estimated(network, i))
            ent_i_add_number(page, table,
                             ent_network_measure_error(network, of->index, i));
    }
    ent_i_add_number(page, table, ent_i_group_number(page, node->community));
    ent_i_add_number(page, table, ent_i_group_number(page, node->component));
    ent_i_add_date(page, table, node->first);
    ent_i_add_date(page, table, node->last);
    ent_i_add_text(page, table, node->curated ? "yes" : "no");
}

/* ---- notes ---- */

/* The largest standard error among the rows. */
static double largest_error(const ent_i_ranking *of, size_t rows,
                            size_t measure)
{
    double largest = 0;
    for (size_t i = 0; i < rows; i++)
        largest = fmax(largest, ent_network_measure_error(
                                    of->network, of->nodes[i].index, measure));
    return largest;
}

/* Says which values are estimates, and how good they are. */
static bool write_estimates(ent_i_string *out, const ent_i_ranking *of,
                            size_t rows)
{
    char digits[40];
    unsigned samples = ent_network_get_summary(of->network)->samples;
    bool good = ent_i_string_addf(out, "Estimated from %u names:", samples);
    for (size_t i = 0; good && i < ent_measure_count(); i++)
        if (is_estimated(of->network, i))
            good = ent_i_string_addf(
                out, " %s (standard error up to %s in these rows).",
                ent_measure_at(i)->heading,
                ent_i_cell_real(largest_error(of, rows, i), 6, false, digits));
    return good;
}

static bool is_in_table(const ent_i_page *page, const ent_measure *measure)
{
    ent_show room = page->format->terminal ? ENT_SHOW_ALWAYS : ENT_SHOW_WIDE;
    return measure->show <= room;
}

static void put_notes(ent_i_page *page, const ent_i_ranking *of, size_t rows)
{
    ent_i_string text = {0};
    ent_i_put_glosses(page, is_in_table);
    if (ent_network_get_summary(of->network)->samples)
        ent_i_put_note(page, &text, write_estimates(&text, of, rows));
    ent_i_vec_free(&text);
}

/* The rows as bars. */
static void plot_ranking(ent_i_page *page, const ent_i_contents *contents,
                         size_t rows)
{
    const ent_i_ranking *of = &contents->central;
    const ent_measure *measure = ent_measure_at(contents->by);
    char title[120];
    ent_i_mark *marks = ent_i_calloc(rows, sizeof *marks);
    size_t n = 0;
    page->no_memory = page->no_memory || !marks;
    for (size_t i = 0; !page->no_memory && i < rows; i++) {
        double value =
            ent_network_measure(of->network, of->nodes[i].index, contents->by);
        if (!isnan(value))
            marks[n++] =
                (ent_i_mark){.label = of->nodes[i].node->label, .value = value};
    }
    snprintf(title, sizeof title, "%s: %s", measure->heading, measure->help);
    ent_i_plot plot = {.kind = ENT_I_PLOT_BARS,
                       .title = title,
                       .marks = marks,
                       .n = n,
                       .digits = measure->digits};
    if (!page->no_memory)
        ent_i_page_plot(page, &plot);
    ent_i_free(marks);
}

void ent_i_put_nodes(ent_i_page *page, const ent_i_contents *contents)
{
    const ent_i_ranking *of = &contents->central;
    size_t rows = ent_i_page_rows(page, of->node_count);
    ent_i_columns columns = {.n = 0};
    ent_i_table table = {.key = "nodes", .style = ENT_I_TABLE_GRID};
    make_columns(page, &table, &columns, of->network);
    table.columns = columns.items;
    table.column_count = columns.n;
    for (size_t i = 0; i < rows && !page->no_memory; i++)
        add_node(page, &table, of->network, &of->nodes[i], i + 1);
    ent_i_page_section(page, "Most central", rows, of->node_count, &table);
    if (!page->no_memory && !page->format->data && rows)
        put_notes(page, of, rows);
    plot_ranking(page, contents, ent_i_page_few(page, of->node_count));
}
