/* CSV (RFC 4180) as Gephi imports it: one file of nodes and one of
 * edges, which are the two parts of this exporter. */
#include <string.h>

#include "builtin.h"
#include "common/cells.h"
#include "common/graph.h"

typedef struct csv {
    const ent_host *host;
    const ent_view *view;
    ent_i_writer w;
    ent_i_cells cells;
} csv;

static void put_value(csv *c, ent_scope scope, size_t item, size_t attribute)
{
    ent_value value;
    if (c->host->value(c->view, scope, item, attribute, &value) == 1)
        ent_i_put_cell_value(
            &c->cells, c->host->attribute(c->view, scope, attribute)->type,
            &value);
}

/* Gephi's own columns are written elsewhere, capitalised. */
static bool is_extra(ent_scope scope, const ent_attribute *a)
{
    return !ent_i_is_id(scope, a) &&
           strcmp(a->name, scope == ENT_NODE ? "label" : "weight") != 0;
}

/* A missing value is an empty cell, as Gephi and pandas read it, never a word
 * such as NaN. Header and rows both go through here, so they can't disagree. */
static void put_extra(csv *c, ent_scope scope, bool header, size_t item)
{
    for (size_t i = 0; i < c->host->attribute_count(c->view, scope); i++) {
        const ent_attribute *a = c->host->attribute(c->view, scope, i);
        if (!is_extra(scope, a))
            continue;
        ent_i_put_gap(&c->cells);
        if (header)
            ent_i_put_cell(&c->cells, ent_i_file_name(scope, a));
        else
            put_value(c, scope, item, i);
    }
    ent_i_puts(&c->w, "\n");
}

/* Checked once per row: often enough to stop within a moment, and the host's
 * answer may cost a system call. */
static bool stopped(csv *c)
{
    return c->w.failed || c->host->cancelled(c->view);
}

static void put_nodes(csv *c)
{
    ent_i_put_row(&c->cells, (const char *const[]){"Id", "Label"}, 2);
    put_extra(c, ENT_NODE, true, 0);
    for (size_t i = 0; i < c->host->node_count(c->view) && !stopped(c); i++) {
        const char *cells[] = {
            ent_i_node_id(c->host, c->view, i),
            ent_i_text(c->host, c->view, ENT_NODE, i, "label")};
        ent_i_put_row(&c->cells, cells, 2);
        put_extra(c, ENT_NODE, false, i);
    }
}

/* Source, Target and Type are Gephi's own names; without Type it would treat
 * ties as directed. The labels are for people who read the table. */
static void put_tie(csv *c, size_t tie)
{
    size_t ends[2] = {0, 0};
    char weight[40];
    c->host->tie_ends(c->view, tie, &ends[0], &ends[1]);
    ent_i_format_real(
        weight, ent_i_number(c->host, c->view, ENT_TIE, tie, "weight", 1));
    const char *cells[] = {
        ent_i_node_id(c->host, c->view, ends[0]),
        ent_i_node_id(c->host, c->view, ends[1]), "Undirected",
        ent_i_text(c->host, c->view, ENT_NODE, ends[0], "label"),
        ent_i_text(c->host, c->view, ENT_NODE, ends[1], "label")};
    ent_i_put_row(&c->cells, cells, 5);
    ent_i_put_gap(&c->cells);
    ent_i_puts(&c->w, weight);
    put_extra(c, ENT_TIE, false, tie);
}

static void put_ties(csv *c)
{
    ent_i_put_row(&c->cells,
                  (const char *const[]){"Source", "Target", "Type",
                                        "source_label", "target_label",
                                        "Weight"},
                  6);
    put_extra(c, ENT_TIE, true, 0);
    for (size_t i = 0; i < c->host->tie_count(c->view) && !stopped(c); i++)
        put_tie(c, i);
}

static char delimiter_named(const char *name)
{
    return strcmp(name, "tab") == 0         ? '\t'
           : strcmp(name, "semicolon") == 0 ? ';'
                                            : ',';
}

static int write_csv(const ent_host *host, const ent_view *view,
                     const ent_sink *sink)
{
    csv c = {.host = host, .view = view};
    c.cells = (ent_i_cells){
        .w = &c.w,
        .delimiter = delimiter_named(host->option(view, "delimiter")),
        .guard = strcmp(host->option(view, "guard"), "true") == 0};
    ent_i_writer_start(&c.w, sink);
    const char *part = host->option(view, "part");
    if (strcmp(part, "nodes") == 0)
        put_nodes(&c);
    else
        put_ties(&c);
    if (strcmp(part, "auto") == 0)
        host->log(view, ENT_LOG_INFO,
                  "holds only the ties; -o NAME-nodes.csv writes the nodes, "
                  "-o NAME-edges.csv the ties without this note");
    return stopped(&c) ? -1 : ent_i_writer_end(&c.w);
}

const ent_exporter *ent_i_exporter_csv(uint32_t host_abi)
{
    static const ent_exporter_option options[] = {
        {.name = "part",
         .type = ENT_STRING,
         .default_value = "auto",
         .help = "which table; auto: the nodes for ...nodes.csv, else the ties",
         .choices = "auto|edges|nodes"},
        {.name = "delimiter",
         .type = ENT_STRING,
         .default_value = "comma",
         .help = "what separates the cells",
         .choices = "comma|semicolon|tab"},
        {.name = "guard",
         .type = ENT_BOOLEAN,
         .default_value = "true",
         .help = "put ' before text that a spreadsheet would run as a "
                 "formula or pandas would read as a missing value"}};
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "csv",
        .description = "a table of ties or nodes for Gephi and spreadsheets",
        .version = "1.0",
        .extensions = "csv",
        .mime = "text/csv",
        .option_count = sizeof options / sizeof *options,
        .option_size = sizeof *options,
        .options = options,
        .write = write_csv};
    (void)host_abi;
    return &exporter;
}
