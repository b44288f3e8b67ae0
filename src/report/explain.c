/* The evidence for ties: which article says so, where and in what words. */
#include <stdio.h>

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
    {"article_source", "Source", ENT_I_CELL_TEXT, 0, 0},
    {"url", "Address", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_ADDRESS},
    {"copies_text", "Copies", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"share_text", "Share", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"kind", "Kind", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"status", "Status", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"when", "When", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_DATA},
    {"where", "Where", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"copies", "Copies", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"copy_articles", "Copies", ENT_I_CELL_NAMES, 0, ENT_I_COLUMN_DATA},
    {"share", "Share", ENT_I_CELL_REAL, 4, ENT_I_COLUMN_DATA},
    {"field", "Field", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"start", "Start", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"end", "End", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"sentence", "Sentence", ENT_I_CELL_TEXT, 0, 0},
};

/* The same rows serve one tie's section and the table of all ties. */
static ent_i_table evidence_table(void)
{
    return (ent_i_table){"evidence",
                         ENT_I_TABLE_LIST,
                         evidence_columns,
                         sizeof evidence_columns / sizeof *evidence_columns,
                         {0},
                         {0}};
}

/* "8 % of the tie" in the table's arena; NULL when memory is out. */
static const char *share_text(ent_i_page *page, ent_i_table *table,
                              double share)
{
    char text[80];
    char digits[40];
    ent_i_cell_real(share * 100, 0, true, digits);
    /* A no-break space. */
    snprintf(text, sizeof text, "%s\u00a0%% of the tie", digits);
    const char *copy = ent_i_arena_strdup(&table->arena, text);
    page->no_memory = page->no_memory || !copy;
    return copy;
}

/* The ids of the other articles that say the same, as a cell of names. The
 * corpus that the network was made from has them. */
static ent_i_cell copies_cell(ent_i_page *page, ent_i_table *table,
                              const ent_network *network, size_t tie, size_t k,
                              uint32_t n)
{
    const ent_corpus *corpus = ent_network_get_corpus(network);
    if (!n)
        return (ent_i_cell){.names = NULL};
    uint32_t *articles = ent_i_arena_alloc(&table->arena, n * sizeof *articles);
    const char **ids = ent_i_arena_alloc(&table->arena, n * sizeof *ids);
    if (!articles || !ids) {
        page->no_memory = true;
        return (ent_i_cell){.names = NULL};
    }
    ent_network_evidence_copies(network, tie, k, articles, n);
    for (uint32_t i = 0; i < n; i++)
        ids[i] = ent_article_id(ent_corpus_article(corpus, articles[i]));
    return (ent_i_cell){.names = ids, .count = n};
}

/* "also in A, B", of many only the first, since a caption may stand in dozens;
 * NULL when there are no copies. */
static const char *copies_text(ent_i_page *page, ent_i_table *table,
                               const ent_i_cell *copies)
{
    enum { SHOWN = 5 };
    ent_i_string text = {0};
    bool good = true;
    size_t shown = copies->count > SHOWN + 1 ? SHOWN : copies->count;
    for (size_t i = 0; good && i < shown; i++)
        good = ent_i_string_adds(&text, i ? ", " : "also in ") &&
               ent_i_string_adds(&text, copies->names[i]);
    if (good && shown < copies->count)
        good = ent_i_string_addf(&text, " and %zu more articles",
                                 copies->count - shown);
    const char *copy =
        text.n ? ent_i_arena_strndup(&table->arena, text.items, text.n) : NULL;
    page->no_memory = page->no_memory || !good || (text.n && !copy);
    ent_i_vec_free(&text);
    return copy;
}

/* What the encounter says; empty cells if the two are only named together. */
static void add_encounter(ent_i_page *page, ent_i_table *table,
                          const ent_encounter *e)
{
    ent_i_add_text(page, table, e ? ent_kind_name((ent_kind)e->kind) : NULL);
    ent_i_add_text(page, table,
                   e ? ent_standing_name((ent_standing)e->standing) : NULL);
    ent_i_add_date(page, table, e ? e->when : ENT_NO_DATE);
    ent_i_add_text(page, table, e ? e->where : NULL);
}

/* Title, id, publisher and address. The title links to the article; if there is
 * no title, the id does. */
static void add_article(ent_i_page *page, ent_i_table *table,
                        const ent_article *article)
{
    const char *title = ent_article_title(article);
    const char *url = ent_article_url(article);
    ent_i_add(page, table,
              title[0] ? (ent_i_cell){.text = title, .link = url}
                       : (ent_i_cell){.text = NULL});
    ent_i_add(page, table,
              (ent_i_cell){.text = ent_article_id(article),
                           .link = title[0] ? NULL : url});
    ent_i_add_text(page, table, ent_article_source(article));
    ent_i_add_text(page, table, url);
}

/* One row, in the order of evidence_columns. */
static void add_evidence(ent_i_page *page, ent_i_table *table,
                         const ent_network *network, size_t index, size_t k,
                         const ent_evidence *e)
{
    const ent_tie *tie = ent_network_tie(network, index);
    ent_i_cell copies = copies_cell(page, table, network, index, k, e->copies);
    const char *sentence = ent_i_one_line(&table->arena, e->text, e->text_size);
    const char *contact = ent_i_encounter_text(&table->arena, e->encounter);
    page->no_memory = page->no_memory || !sentence || !contact;
    ent_i_add_text(page, table, ent_network_node(network, tie->source)->label);
    ent_i_add_text(page, table, ent_network_node(network, tie->target)->label);
    ent_i_add_date(page, table, ent_article_date(e->article));
    ent_i_add_text(page, table, contact);
    add_article(page, table, e->article);
    ent_i_add_text(page, table, copies_text(page, table, &copies));
    ent_i_add_text(page, table, share_text(page, table, e->share));
    add_encounter(page, table, e->encounter);
    ent_i_add_number(page, table, e->copies);
    ent_i_add(page, table, copies);
    ent_i_add_number(page, table, e->share);
    ent_i_add_text(page, table, e->field == ENT_FIELD_TITLE ? "title" : "text");
    ent_i_add_number(page, table, e->start);
    ent_i_add_number(page, table, e->end);
    ent_i_add_text(page, table, sentence);
}

/* Rows are limited for each tie, not overall, so that the ties of a name all
 * show something. */
static void add_tie(ent_i_page *page, ent_i_table *table,
                    const ent_network *network, size_t index)
{
    const ent_tie *tie = ent_network_tie(network, index);
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    size_t rows = ent_i_page_rows(page, tie->evidence_count);
    for (size_t k = 0; k < rows && !page->no_memory; k++)
        if (ent_network_evidence(network, index, k, &evidence))
            add_evidence(page, table, network, index, k, &evidence);
}

/* ---- for people: a section for each tie ---- */

/* Summarises the evidence. */
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

/* An en dash between the two, since names contain hyphens. */
static void put_tie(ent_i_page *page, const ent_network *network, size_t index)
{
    const ent_tie *tie = ent_network_tie(network, index);
    ent_i_table table = evidence_table();
    ent_i_string title = {0};
    bool good = ent_i_string_addf(
        &title, "%s – %s", ent_network_node(network, tie->source)->label,
        ent_network_node(network, tie->target)->label);
    /* Labels come from the alias file and may contain line ends or worse. */
    const char *line =
        good ? ent_i_one_line(&table.arena, title.items, title.n) : NULL;
    page->no_memory = page->no_memory || !line;
    if (line)
        page->format->heading(page, line);
    ent_i_vec_free(&title);
    put_facts(page, network, index);
    add_tie(page, &table, network, index);
    ent_i_page_table(page, &table);
}

/* ---- choosing the ties ---- */

/* b may be ENT_NONE, for any tie of a. */
static bool is_between(const ent_tie *tie, uint32_t a, uint32_t b)
{
    bool has_a = tie->source == a || tie->target == a;
    return has_a && (b == ENT_NONE || tie->source == b || tie->target == b);
}

/* People get a section for each tie, strongest first; programs get one table in
 * the same order, which they can group themselves. */
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

/* Checked before anything is written, so that a failure leaves no half-written
 * page. */
static bool are_tied(const ent_i_ranking *of, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < of->tie_count; i++)
        if (is_between(of->ties[i].tie, a, b))
            return true;
    return false;
}

/* An empty page would look like an answer. */
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
    if (!ent_i_rank(&of, network, 0))
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
