/* CSV (RFC 4180) as Gephi and Neo4j import it: one file of nodes and one of
 * edges, which are the two parts of this exporter. */
#include <string.h>

#include "builtin.h"
#include "common/graph.h"
#include "common/writer.h"

typedef struct csv {
    const ent_host *host;
    const ent_view *view;
    char delimiter;
    bool guard;
    ent_i_writer w;
} csv;

/* The next character to be written, n bytes long; at the end of the text, n is
 * 0. Skips control characters and invalid UTF-8, which are dirt from the
 * article. */
static const char *plain(const char *text, size_t *n)
{
    while (*text && !ent_i_is_plain(text, *n = ent_i_utf8_length(text)))
        text += *n ? *n : 1;
    if (!*text)
        *n = 0;
    return text;
}

/* A spreadsheet takes a cell that begins like this for a formula and runs it
 * (CWE-1236). */
static bool is_formula(const char *text)
{
    size_t n;
    text = plain(text, &n);
    return n && strchr("=+-@\t\r", *text) != NULL;
}

static bool is_word(const char *text, const char *word)
{
    size_t n;
    text = plain(text, &n);
    while (n == 1 && *text == *word) {
        text = plain(text + 1, &n);
        word++;
    }
    return n == 0 && !*word;
}

/* pandas and R read these as missing values, even in quotes (pandas,
 * _libs/parsers.pyx, STR_NA_VALUES). */
static bool is_missing(const char *text)
{
    static const char *const words[] = {
        "#N/A", "#N/A N/A", "#NA",    "-1.#IND", "-1.#QNAN", "-NaN",
        "-nan", "<NA>",     "1.#IND", "N/A",     "1.#QNAN",  "NA",
        "NULL", "NaN",      "None",   "n/a",     "null",     "nan"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(text, words[i]))
            return true;
    return false;
}

/* An apostrophe in front turns either into text. */
static void put_guard(csv *c, bool wanted)
{
    ent_i_puts(&c->w, c->guard && wanted ? "'" : "");
}

/* Writes runs that need no quotes in one go, since tables of ties are long. */
static void put_text(csv *c, const char *text)
{
    while (*text) {
        size_t run = 0, n = 1;
        while (text[run] && text[run] != '"' &&
               ent_i_is_plain(text + run, n = ent_i_utf8_length(text + run)))
            run += n;
        ent_i_put(&c->w, text, run);
        text += run;
        if (*text == '"')
            ent_i_puts(&c->w, "\"\"");
        if (*text)
            text += *text == '"' || n == 0 ? 1 : n;
    }
}

/* A leading blank is quoted too, since importers trim unquoted ones. */
static void put_cell(csv *c, const char *text)
{
    char marks[] = {'"', '\n', '\r', '\'', c->delimiter, '\0'};
    size_t n;
    bool quoted = strpbrk(text, marks) != NULL || *plain(text, &n) == ' ';
    ent_i_puts(&c->w, quoted ? "\"" : "");
    put_guard(c, is_formula(text) || is_missing(text));
    put_text(c, text);
    ent_i_puts(&c->w, quoted ? "\"" : "");
}

static void put_gap(csv *c) { ent_i_put(&c->w, &c->delimiter, 1); }

/* Always in quotes: "; " may be the delimiter. The cell begins as its first
 * text does. */
static void put_list(csv *c, const ent_value *value)
{
    ent_i_puts(&c->w, "\"");
    put_guard(c, value->count &&
                     (is_formula(value->list[0]) ||
                      (value->count == 1 && is_missing(value->list[0]))));
    for (size_t i = 0; i < value->count; i++) {
        ent_i_puts(&c->w, i ? "; " : "");
        put_text(c, value->list[i]);
    }
    ent_i_puts(&c->w, "\"");
}

static void put_value(csv *c, ent_scope scope, size_t item, size_t attribute)
{
    ent_value value;
    if (c->host->value(c->view, scope, item, attribute, &value) != 1)
        return;
    ent_value_type type = c->host->attribute(c->view, scope, attribute)->type;
    if (type == ENT_STRING || type == ENT_DATE)
        put_cell(c, value.string);
    else if (type == ENT_STRING_LIST)
        put_list(c, &value);
    else
        ent_i_put_value(&c->w, type, &value, ent_i_puts);
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
        put_gap(c);
        if (header)
            put_cell(c, ent_i_file_name(scope, a));
        else
            put_value(c, scope, item, i);
    }
    ent_i_puts(&c->w, "\n");
}

static void put_row(csv *c, const char *const *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i)
            put_gap(c);
        put_cell(c, cells[i]);
    }
}

/* Checked once per row: often enough to stop within a moment, and the host's
 * answer may cost a system call. */
static bool stopped(csv *c)
{
    return c->w.failed || c->host->cancelled(c->view);
}

static void put_nodes(csv *c)
{
    put_row(c, (const char *const[]){"Id", "Label"}, 2);
    put_extra(c, ENT_NODE, true, 0);
    for (size_t i = 0; i < c->host->node_count(c->view) && !stopped(c); i++) {
        const char *cells[] = {
            ent_i_node_id(c->host, c->view, i),
            ent_i_text(c->host, c->view, ENT_NODE, i, "label")};
        put_row(c, cells, 2);
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
    put_row(c, cells, 5);
    put_gap(c);
    ent_i_puts(&c->w, weight);
    put_extra(c, ENT_TIE, false, tie);
}

static void put_ties(csv *c)
{
    put_row(c,
            (const char *const[]){"Source", "Target", "Type", "source_label",
                                  "target_label", "Weight"},
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
    c.delimiter = delimiter_named(host->option(view, "delimiter"));
    c.guard = strcmp(host->option(view, "guard"), "true") == 0;
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
