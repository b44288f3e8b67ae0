/* The evidence of ties: which article says so, where and in what words. */
#include <math.h>
#include <string.h>

#include "core/error.h"
#include "report/contact.h"
#include "report/page.h"
#include "report/rank.h"

static const ent_i_column fact_columns[] = {
    {"weight", "Weight", ENT_I_CELL_REAL, 2, 0},
    {"count", "Named together", ENT_I_CELL_WHOLE, 0, 0},
    {"articles", "Articles", ENT_I_CELL_WHOLE, 0, 0},
    {"contact", "Contact", ENT_I_CELL_TEXT, 0, 0},
    {"first", "First day", ENT_I_CELL_DATE, 0, 0},
    {"last", "Last day", ENT_I_CELL_DATE, 0, 0},
};

static const ent_i_column evidence_columns[] = {
    {"source", "Who", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"target", "Whom", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"date", "Date", ENT_I_CELL_DATE, 0, 0},
    {"contact", "Contact", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"title", "Title", ENT_I_CELL_TEXT, 0, 0},
    {"article", "Article", ENT_I_CELL_TEXT, 0, 0},
    {"copies_text", "Copies", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"share_text", "Share", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"kind", "Kind", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"status", "Status", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"when", "When", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_DATA},
    {"where", "Where", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"copies", "Copies", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"share", "Share", ENT_I_CELL_REAL, 4, ENT_I_COLUMN_DATA},
    {"field", "Field", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"start", "Start", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"end", "End", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"sentence", "Sentence", ENT_I_CELL_TEXT, 0, 0},
};

/* The same rows serve a tie's section and the table of all ties. */
static ent_i_table evidence_table(void)
{
    return (ent_i_table){"evidence",
                         ENT_I_TABLE_LIST,
                         evidence_columns,
                         sizeof evidence_columns / sizeof *evidence_columns,
                         {0},
                         {0}};
}

/* printf into the table's arena; NULL when memory is out. */
static const char *count_text(ent_i_page *page, ent_i_table *table,
                              const char *before, double number,
                              const char *after)
{
    char digits[40];
    ent_i_string text = {0};
    ent_i_cell_real(number, 0, true, digits);
    bool good = ent_i_string_addf(&text, "%s%s%s", before, digits, after);
    const char *copy =
        good ? ent_i_arena_strndup(&table->arena, text.items, text.n) : NULL;
    ent_i_vec_free(&text);
    page->no_memory = page->no_memory || !copy;
    return copy;
}

/* What the encounter says; empty cells where two are only named together. */
static void add_encounter(ent_i_page *page, ent_i_table *table,
                          const ent_encounter *e)
{
    ent_i_add_text(page, table, e ? ent_kind_name((ent_kind)e->kind) : NULL);
    ent_i_add_text(page, table,
                   e ? ent_standing_name((ent_standing)e->standing) : NULL);
    ent_i_add_date(page, table, e ? e->when : ENT_NO_DATE);
    ent_i_add_text(page, table, e ? e->where : NULL);
}

/* One row; its order is that of evidence_columns. */
static void add_evidence(ent_i_page *page, ent_i_table *table,
                         const ent_node *source, const ent_node *target,
                         const ent_evidence *e)
{
    const char *title = ent_article_title(e->article);
    const char *sentence = ent_i_one_line(&table->arena, e->text, e->text_size);
    const char *contact = ent_i_encounter_text(&table->arena, e->encounter);
    page->no_memory = page->no_memory || !sentence || !contact;
    ent_i_add_text(page, table, source->label);
    ent_i_add_text(page, table, target->label);
    ent_i_add_date(page, table, ent_article_date(e->article));
    ent_i_add_text(page, table, contact);
    ent_i_add_text(page, table, title[0] ? title : NULL);
    ent_i_add_text(page, table, ent_article_id(e->article));
    ent_i_add_text(
        page, table,
        e->copies ? count_text(page, table, "and ", e->copies,
                               e->copies == 1 ? " near-copy" : " near-copies")
                  : NULL);
    ent_i_add_text(
        page, table,
        count_text(page, table, "", e->share * 100, "\u00a0% of the tie"));
    add_encounter(page, table, e->encounter);
    ent_i_add_number(page, table, e->copies);
    ent_i_add_number(page, table, e->share);
    ent_i_add_text(page, table, e->field == ENT_FIELD_TITLE ? "title" : "text");
    ent_i_add_number(page, table, e->start);
    ent_i_add_number(page, table, e->end);
    ent_i_add_text(page, table, sentence);
}

static void add_tie(ent_i_page *page, ent_i_table *table,
                    const ent_network *network, size_t index)
{
    const ent_tie *tie = ent_network_tie(network, index);
    const ent_node *source = ent_network_node(network, tie->source);
    const ent_node *target = ent_network_node(network, tie->target);
    ent_evidence evidence;
    size_t rows = ent_i_page_rows(page, tie->evidence_count);
    for (size_t k = 0; k < rows && !page->no_memory; k++)
        if (ent_network_evidence(network, index, k, &evidence))
            add_evidence(page, table, source, target, &evidence);
}

/* ---- for people: a section for each tie ---- */

/* What the evidence adds up to. */
static void put_facts(ent_i_page *page, const ent_network *network,
                      size_t index)
{
    const ent_tie *tie = ent_network_tie(network, index);
    ent_i_contacts contacts = ent_i_count_contacts(network, index);
    ent_i_table table = {
        "tie",        ENT_I_TABLE_FACTS,
        fact_columns, sizeof fact_columns / sizeof *fact_columns,
        {0},          {0}};
    ent_i_add_number(page, &table, tie->weight);
    ent_i_add_number(page, &table, tie->count);
    ent_i_add_number(page, &table, tie->articles);
    const char *contact = ent_i_contacts_text(&table.arena, &contacts);
    page->no_memory = page->no_memory || !contact;
    ent_i_add_text(page, &table, contact);
    ent_i_add_date(page, &table, tie->first);
    ent_i_add_date(page, &table, tie->last);
    ent_i_page_table(page, &table);
}

static void put_tie(ent_i_page *page, const ent_network *network, size_t index)
{
    const ent_tie *tie = ent_network_tie(network, index);
    ent_i_string title = {0};
    bool good = ent_i_string_addf(
        &title, "%s – %s", ent_network_node(network, tie->source)->label,
        ent_network_node(network, tie->target)->label);
    page->no_memory = page->no_memory || !good;
    if (good)
        page->format->heading(page, title.items);
    ent_i_vec_free(&title);
    put_facts(page, network, index);
    ent_i_table table = evidence_table();
    add_tie(page, &table, network, index);
    ent_i_page_table(page, &table);
}

/* ---- choosing the ties ---- */

/* b may be ENT_NONE: any tie of a. */
static bool is_between(const ent_tie *tie, uint32_t a, uint32_t b)
{
    bool has_a = tie->source == a || tie->target == a;
    return has_a && (b == ENT_NONE || tie->source == b || tie->target == b);
}

/* People get a section for each tie, the strongest first; programs get one
 * table in the same order, since they can group it themselves. */
static void put_ties(ent_i_page *page, const ent_i_ranking *of, uint32_t a,
                     uint32_t b)
{
    ent_i_table all = evidence_table();

    for (size_t i = 0; i < of->tie_count && !page->no_memory; i++) {
        if (!is_between(of->ties[i].tie, a, b))
            continue;

        if (page->format->data)
            add_tie(page, &all, of->network, of->ties[i].index);
        else
            put_tie(page, of->network, of->ties[i].index);
    }
    if (page->format->data)
        ent_i_page_table(page, &all);
}

/* Asked before anything is written, so that a failure leaves no half page. */
static bool are_tied(const ent_i_ranking *of, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < of->tie_count; i++)
        if (is_between(of->ties[i].tie, a, b))
            return true;
    return false;
}

static ent_status no_tie(const ent_node *a, const ent_node *b, ent_error *error)
{
    if (!b)
        return ent_i_fail(error, ENT_ERR_NOT_FOUND, "report",
                          "%s has no tie in this network", a->label);
    return ent_i_fail(error, ENT_ERR_NOT_FOUND, "report",
                      "there is no tie between %s and %s in this network",
                      a->label, b->label);
}

ent_status ent_report_explain(const ent_network *network, uint32_t a,
                              uint32_t b, const ent_report_options *options,
                              const ent_sink *sink, ent_error *error)
{
    const ent_node *node = ent_network_node(network, a);
    const ent_node *other = ent_network_node(network, b);
    if (!node || (b != ENT_NONE && !other))
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "report",
                          "expected nodes from 0 to %zu, found %u and %u",
                          ent_network_node_count(network), (unsigned)a,
                          (unsigned)b);
    ent_i_page page;
    ent_report_options copy;
    ent_i_ranking of;
    ent_status status = ent_i_page_open(&page, &copy, options, sink, error);
    if (status)
        return status;
    if (!ent_i_rank(&of, network))
        return ent_i_no_memory(error, "report");
    if (!are_tied(&of, a, b)) {
        ent_i_ranking_free(&of);
        return no_tie(node, other, error);
    }
    page.format->begin(&page, "Evidence");
    put_ties(&page, &of, a, b);
    ent_i_ranking_free(&of);
    return ent_i_page_close(&page, error);
}
