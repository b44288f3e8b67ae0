/* Who met whom and when, and what the articles say of it. */
#include <stdio.h>

#include "report/contact.h"
#include "report/sections.h"

static const ent_i_column met_columns[] = {
    {"rank", "#", ENT_I_CELL_WHOLE, 0, 0},
    {"source", "Who", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"target", "Whom", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"source_label", "Who", ENT_I_CELL_TEXT, 0, 0},
    {"target_label", "Whom", ENT_I_CELL_TEXT, 0, 0},
    {"contact", "Contact", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"encounters", "Said", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"events", "Events", ENT_I_CELL_WHOLE, 0, 0},
    {"first", "First", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_WIDE},
    {"last", "Last", ENT_I_CELL_DATE, 0, 0},
};

static const ent_i_column evidence_columns[] = {
    {"source", "Who", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"target", "Whom", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"pair", "Who", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"contact", "Contact", ENT_I_CELL_TEXT, 0, 0},
    {"date", "Date", ENT_I_CELL_DATE, 0, 0},
    {"title", "Title", ENT_I_CELL_TEXT, 0, 0},
    {"article", "Article", ENT_I_CELL_TEXT, 0, 0},
    {"article_source", "Source", ENT_I_CELL_TEXT, 0, 0},
    {"url", "Address", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_ADDRESS},
    {"sentence", "Sentence", ENT_I_CELL_TEXT, 0, 0},
};

/* One row, in the order of met_columns. */
static void add_met(ent_i_page *page, ent_i_table *table,
                    const ent_network *network, const ent_i_met *met,
                    size_t place)
{
    const ent_node *source = ent_network_node(network, met->tie->source);
    const ent_node *target = ent_network_node(network, met->tie->target);
    ent_i_contacts contacts = {0};
    if (!page->format->data)
        contacts = ent_i_count_contacts(network, met->index);
    const char *contact = ent_i_contacts_text(&table->arena, &contacts);
    page->no_memory = page->no_memory || !contact;
    ent_i_add_number(page, table, (double)place);
    ent_i_add_text(page, table, source->id);
    ent_i_add_text(page, table, target->id);
    ent_i_add_text(page, table, source->label);
    ent_i_add_text(page, table, target->label);
    ent_i_add_text(page, table, contact);
    ent_i_add_number(page, table, met->encounters);
    ent_i_add_number(page, table, met->tie->events);
    ent_i_add_date(page, table, met->first);
    ent_i_add_date(page, table, met->last);
}

static void put_met(ent_i_page *page, const ent_i_contents *of, size_t rows)
{
    ent_i_table table = {.key = "met",
                         .style = ENT_I_TABLE_GRID,
                         .columns = met_columns,
                         .column_count =
                             sizeof met_columns / sizeof *met_columns};
    for (size_t i = 0; i < rows && !page->no_memory; i++)
        add_met(page, &table, of->network, &of->met.items[i], i + 1);
    ent_i_page_section(page, "Who met whom", rows, of->met.n, &table);
    if (rows && !page->format->data)
        page->format->note(page,
                           "Events: different meetings and calls that the "
                           "reports tell of. Days are those told, else the "
                           "article's.");
}

/* "Ann Roe and John Poe"; NULL when memory is out. */
static const char *pair_text(ent_i_page *page, ent_i_table *table,
                             const ent_node *source, const ent_node *target)
{
    ent_i_string text = {0};
    const char *copy = NULL;
    if (ent_i_string_addf(&text, "%s and %s", source->label, target->label))
        copy = ent_i_arena_strndup(&table->arena, text.items, text.n);
    page->no_memory = page->no_memory || !copy;
    ent_i_vec_free(&text);
    return copy;
}

/* The best evidence comes first, and of two who met it is a contact. */
static void add_evidence(ent_i_page *page, ent_i_table *table,
                         const ent_network *network, const ent_i_met *met)
{
    const ent_node *source = ent_network_node(network, met->tie->source);
    const ent_node *target = ent_network_node(network, met->tie->target);
    ent_evidence e = ENT_EVIDENCE_INIT;
    if (!ent_network_evidence(network, met->index, 0, &e))
        return;
    const char *title = ent_article_title(e.article);
    const char *url = ent_article_url(e.article);
    const char *contact = ent_i_encounter_text(&table->arena, e.encounter);
    const char *sentence = ent_i_one_line(&table->arena, e.text, e.text_size);
    page->no_memory = page->no_memory || !contact || !sentence;
    ent_i_add_text(page, table, source->id);
    ent_i_add_text(page, table, target->id);
    ent_i_add_text(page, table, pair_text(page, table, source, target));
    ent_i_add_text(page, table, contact);
    ent_i_add_date(page, table, ent_article_date(e.article));
    ent_i_add(page, table,
              title[0] ? (ent_i_cell){.text = title, .link = url}
                       : (ent_i_cell){.text = NULL});
    ent_i_add(page, table,
              title[0] && !page->format->data
                  ? (ent_i_cell){.text = NULL}
                  : (ent_i_cell){.text = ent_article_id(e.article),
                                 .link = title[0] ? NULL : url});
    ent_i_add_text(page, table, ent_article_source(e.article));
    ent_i_add_text(page, table, url);
    ent_i_add_text(page, table, sentence);
}

static void put_evidence(ent_i_page *page, const ent_i_contents *of,
                         size_t rows)
{
    ent_i_table table = {.key = "evidence",
                         .style = ENT_I_TABLE_LIST,
                         .columns = evidence_columns,
                         .column_count = sizeof evidence_columns /
                                         sizeof *evidence_columns};
    for (size_t i = 0; i < rows && !page->no_memory; i++)
        add_evidence(page, &table, of->network, &of->met.items[i]);
    ent_i_page_section(page, "In the articles' words", rows, of->met.n, &table);
}

void ent_i_put_met(ent_i_page *page, const ent_i_contents *of)
{
    size_t rows = ent_i_page_few(page, of->met.n);
    put_met(page, of, rows);
    put_evidence(page, of, rows);
}
