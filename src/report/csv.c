/* Reports as CSV (RFC 4180). Only the page's first table is written: no
 * spreadsheet could read a file with several. */
#include <string.h>

#include "report/page.h"

/* A spreadsheet takes a cell that begins like this for a formula and runs it
 * (CWE-1236). An apostrophe in front makes it text, as in the CSV exporter.
 * Numbers are ours and need none. */
static bool needs_guard(const ent_i_column *column, const char *text)
{
    bool words =
        column->kind == ENT_I_CELL_TEXT || column->kind == ENT_I_CELL_NAMES;
    return words && *text && strchr("=+-@", *text);
}

/* Quoted only where necessary, which keeps ids and numbers plain. A cell
 * contains no line break: ent_i_page_cell has turned them into blanks. */
static void put_field(ent_i_page *page, const char *text, bool guarded)
{
    const char *mark = guarded ? "'" : "";
    bool quoted = text[strcspn(text, ",\"\r\n")] != '\0';
    ent_i_page_puts(page, quoted ? "\"" : "");
    ent_i_page_puts(page, mark);
    if (!quoted) {
        ent_i_page_puts(page, text);
        return;
    }
    for (const char *quote; (quote = strchr(text, '"')); text = quote + 1) {
        ent_i_page_put(page, text, (size_t)(quote - text) + 1);
        ent_i_page_puts(page, "\"");
    }
    ent_i_page_puts(page, text);
    ent_i_page_puts(page, "\"");
}

/* Lines end in CR LF, as RFC 4180 requires: this file is for spreadsheets. */
static void put_header(ent_i_page *page, const ent_i_table *t)
{
    const char *gap = "";
    for (size_t c = 0; c < t->column_count; c++)
        if (ent_i_page_shows(page, &t->columns[c])) {
            ent_i_page_puts(page, gap);
            put_field(page, t->columns[c].key, false);
            gap = ",";
        }
    ent_i_page_puts(page, "\r\n");
}

static void table(ent_i_page *page, const ent_i_table *t)
{
    const char *gap = "";
    if (page->grids || t->style == ENT_I_TABLE_FACTS)
        return;
    put_header(page, t);
    for (size_t i = 0; i < t->cells.n; i++) {
        const ent_i_column *column = &t->columns[i % t->column_count];
        if (ent_i_page_shows(page, column)) {
            ent_i_page_puts(page, gap);
            const char *text =
                ent_i_page_cell(page, column, &t->cells.items[i]);
            put_field(page, text, needs_guard(column, text));
            gap = ",";
        }
        if ((i + 1) % t->column_count == 0) {
            ent_i_page_puts(page, "\r\n");
            gap = "";
        }
    }
}

static void end(ent_i_page *page) { (void)page; }

const ent_i_format ent_i_csv_format = {.data = true,
                                       .begin = ent_i_page_ignore,
                                       .heading = ent_i_page_ignore,
                                       .note = ent_i_page_ignore,
                                       .table = table,
                                       .end = end};
