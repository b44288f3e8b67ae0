/* The table of ties: who with whom, the weights, the contacts. */
#include "report/contact.h"
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
    {"contact", "Contact", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"meet", "Meet", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"call", "Call", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"joint", "Joint", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"events", "Events", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"first", "First", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_WIDE},
    {"last", "Last", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_WIDE},
};

/* One row, in the order of the columns. People see how often the two met, and
 * how often only a plan or a refusal is reported; for the rows that they see,
 * that is worth going through the evidence. */
static void add_tie(ent_i_page *page, ent_i_table *table,
                    const ent_network *network, const ent_i_ranked_tie *ranked,
                    size_t place)
{
    const ent_tie *tie = ranked->tie;
    const ent_node *source = ent_network_node(network, tie->source);
    const ent_node *target = ent_network_node(network, tie->target);
    ent_i_contacts contacts = {0};
    if (!page->format->data)
        contacts = ent_i_count_contacts(network, ranked->index);
    const char *contact = ent_i_contacts_text(&table->arena, &contacts);
    page->no_memory = page->no_memory || !contact;
    ent_i_add_number(page, table, (double)place);
    ent_i_add_text(page, table, source->id);
    ent_i_add_text(page, table, target->id);
    ent_i_add_text(page, table, source->label);
    ent_i_add_text(page, table, target->label);
    ent_i_add_number(page, table, tie->weight);
    for (size_t i = 0; i < ent_weight_count(); i++)
        ent_i_add_number(page, table,
                         ent_network_weight(network, ranked->index, i));
    ent_i_add_text(page, table, contact);
    for (int kind = 0; kind < ENT_KIND_COUNT; kind++)
        ent_i_add_number(
            page, table,
            ent_network_encounters(network, ranked->index, (ent_kind)kind));
    ent_i_add_number(page, table, tie->events);
    ent_i_add_date(page, table, tie->first);
    ent_i_add_date(page, table, tie->last);
}

void ent_i_put_ties(ent_i_page *page, const ent_i_ranking *of)
{
    size_t rows = ent_i_page_rows(page, of->tie_count);
    ent_i_columns columns = {.n = 0};
    ent_i_columns_add(&columns, head_columns,
                      sizeof head_columns / sizeof *head_columns);
    for (size_t i = 0; i < ent_weight_count(); i++)
        ent_i_columns_add_measure(&columns, ent_weight_at(i));
    ent_i_columns_add(&columns, tail_columns,
                      sizeof tail_columns / sizeof *tail_columns);
    ent_i_table table = {.key = "ties",
                         .style = ENT_I_TABLE_GRID,
                         .columns = columns.items,
                         .column_count = columns.n};
    for (size_t i = 0; i < rows && !page->no_memory; i++)
        add_tie(page, &table, of->network, &of->ties[i], i + 1);
    ent_i_page_section(page, "Strongest ties", rows, of->tie_count, &table);
}
