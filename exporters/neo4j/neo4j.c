/* What Neo4j's own importer takes (neo4j-admin database import full --nodes
 * FILE --relationships FILE): tables whose heads say what a column is, one of
 * nodes and one of relationships, which are the two parts of this exporter. A
 * cell ends with its line there, and nothing within a list can hold its
 * separator. */
#include <string.h>

#include "builtin.h"
#include "common/cells.h"
#include "common/format.h"
#include "common/look.h"

static const char *const types[] = {
    [ENT_STRING] = "string", [ENT_INTEGER] = "long",
    [ENT_REAL] = "double",   [ENT_BOOLEAN] = "boolean",
    [ENT_DATE] = "date",     [ENT_STRING_LIST] = "string[]"};

static void put_heads(ent_i_format *f, ent_scope scope)
{
    size_t n = f->host->attribute_count(f->view, scope);
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = f->host->attribute(f->view, scope, i);
        if (ent_i_is_id(scope, a))
            continue;
        ent_i_puts(&f->w, ",");
        ent_i_puts(&f->w, ent_i_file_name(scope, a));
        ent_i_puts(&f->w, ":");
        ent_i_puts(&f->w, types[a->type]);
    }
    ent_i_puts(&f->w, "\n");
}

/* An empty cell is no value. */
static void put_values(ent_i_format *f, ent_scope scope, size_t item)
{
    size_t n = f->host->attribute_count(f->view, scope);
    for (size_t i = 0; i < n; i++) {
        const ent_attribute *a = f->host->attribute(f->view, scope, i);
        ent_value value;
        if (ent_i_is_id(scope, a))
            continue;
        ent_i_put_gap(f->own);
        if (f->host->value(f->view, scope, item, i, &value) == 1)
            ent_i_put_cell_value(f->own, a->type, &value);
    }
    ent_i_puts(&f->w, "\n");
}

/* "person" is written "Person", as labels are there. */
static void put_label(ent_i_format *f, size_t node)
{
    const char *type = ent_i_text(f->host, f->view, ENT_NODE, node, "type");
    char first = *type >= 'a' && *type <= 'z' ? (char)(*type - 32) : *type;
    if (!first)
        return;
    ent_i_put(&f->w, &first, 1);
    ent_i_puts(&f->w, type + 1);
}

static void put_node(ent_i_format *f, size_t i)
{
    ent_i_put_cell(f->own, ent_i_node_id(f->host, f->view, i));
    ent_i_put_gap(f->own);
    put_label(f, i);
    put_values(f, ENT_NODE, i);
}

static void put_tie(ent_i_format *f, size_t i)
{
    ent_i_put_cell(f->own, ent_i_format_end_id(f, i, 0));
    ent_i_put_gap(f->own);
    ent_i_put_cell(f->own, ent_i_format_end_id(f, i, 1));
    ent_i_puts(&f->w,
               ent_i_look_met(f->host, f->view, i) ? ",MET" : ",NAMED_WITH");
    put_values(f, ENT_TIE, i);
}

static int write_neo4j(const ent_host *host, const ent_view *view,
                       const ent_sink *sink)
{
    ent_i_format f;
    ent_i_format_start(&f, host, view, sink);
    ent_i_cells cells = {
        .w = &f.w, .delimiter = ',', .array = ';', .one_line = true};
    bool nodes = ent_i_format_chosen(&f, "part", "nodes");
    ent_scope scope = nodes ? ENT_NODE : ENT_TIE;
    f.own = &cells;
    ent_i_puts(&f.w, nodes ? "id:ID,:LABEL" : ":START_ID,:END_ID,:TYPE");
    put_heads(&f, scope);
    ent_i_format_items(&f, scope, nodes ? put_node : put_tie);
    if (ent_i_format_chosen(&f, "part", "auto"))
        host->log(view, ENT_LOG_INFO,
                  "holds only the ties; -o NAME-nodes.neo4j.csv writes the "
                  "nodes, -o NAME-edges.neo4j.csv the ties without this note");
    return ent_i_format_end(&f);
}

const ent_exporter *ent_i_exporter_neo4j(uint32_t host_abi)
{
    static const ent_exporter_option options[] = {
        {.name = "part",
         .type = ENT_STRING,
         .default_value = "auto",
         .help = "which table; auto: the nodes for ...nodes.neo4j.csv, else "
                 "the ties",
         .choices = "auto|edges|nodes"}};
    static const ent_exporter exporter = {
        .abi_version = ENT_EXPORTER_ABI,
        .struct_size = sizeof exporter,
        .name = "neo4j",
        .description = "a table of nodes or ties for neo4j-admin import",
        .version = "1.0",
        .extensions = "neo4j neo4j.csv",
        .mime = "text/csv",
        .option_count = 1,
        .option_size = sizeof *options,
        .options = options,
        .write = write_neo4j};
    (void)host_abi;
    return &exporter;
}
