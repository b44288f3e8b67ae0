/* Reports as GitHub-flavoured Markdown. */
#include <stdio.h>
#include <string.h>

#include "report/page.h"

/* Escapes everything that Markdown, or HTML inside it, would take as markup.
 * Escapes everywhere, though most marks matter only at the start of a line:
 * names appear in headings, tables and lists alike. '<' and '&' become
 * entities, since Markdown allows HTML. */
static void put_text(ent_i_page *page, const char *text)
{
    while (*text) {
        size_t n = strcspn(text, "\\`*_{}[]<>#|~&");
        ent_i_page_put(page, text, n);
        text += n;
        if (!*text)
            return;
        if (*text == '<')
            ent_i_page_puts(page, "&lt;");
        else if (*text == '&')
            ent_i_page_puts(page, "&amp;");
        else
            ent_i_page_put(page, (char[]){'\\', *text}, 2);
        text++;
    }
}

static void begin(ent_i_page *page, const char *title)
{
    ent_i_page_puts(page, "# ");
    put_text(page, title);
    ent_i_page_puts(page, "\n\n");
}

static void heading(ent_i_page *page, const char *text)
{
    ent_i_page_puts(page, "## ");
    put_text(page, text);
    ent_i_page_puts(page, "\n\n");
}

static void note(ent_i_page *page, const char *text)
{
    put_text(page, text);
    ent_i_page_puts(page, "\n\n");
}

/* An address in angle brackets may contain anything except these and line ends;
 * ent_i_is_web_address has kept the latter out. */
static void put_address(ent_i_page *page, const char *address)
{
    ent_i_page_puts(page, "](<");
    for (; *address; address++)
        if (*address == '<' || *address == '>')
            ent_i_page_puts(page, *address == '<' ? "%3C" : "%3E");
        else if (*address == '\\')
            ent_i_page_puts(page, "%5C");
        else
            ent_i_page_put(page, address, 1);
    ent_i_page_puts(page, ">)");
}

static void put_linked(ent_i_page *page, const ent_i_cell *cell,
                       const char *text)
{
    bool leads = ent_i_is_web_address(cell->link);
    ent_i_page_puts(page, leads ? "[" : "");
    put_text(page, text);
    if (leads)
        put_address(page, cell->link);
}

static void put_row(ent_i_page *page, const ent_i_table *table,
                    const ent_i_cell *cells)
{
    for (size_t c = 0; c < table->column_count; c++)
        if (ent_i_page_shows(page, &table->columns[c])) {
            ent_i_page_puts(page, "| ");
            put_linked(page, &cells[c],
                       ent_i_page_cell(page, &table->columns[c], &cells[c]));
            ent_i_page_puts(page, " ");
        }
    ent_i_page_puts(page, "|\n");
}

/* A table in the form that GitHub, GitLab and pandoc read. */
static void grid(ent_i_page *page, const ent_i_table *table)
{
    for (size_t c = 0; c < table->column_count; c++)
        if (ent_i_page_shows(page, &table->columns[c])) {
            ent_i_page_puts(page, "| ");
            put_text(page, table->columns[c].title);
            ent_i_page_puts(page, " ");
        }
    ent_i_page_puts(page, "|\n");
    for (size_t c = 0; c < table->column_count; c++)
        if (ent_i_page_shows(page, &table->columns[c]))
            ent_i_page_puts(page, ent_i_is_number(&table->columns[c]) ? "|--:"
                                                                      : "|---");
    ent_i_page_puts(page, "|\n");
    for (size_t i = 0; i < table->cells.n; i += table->column_count)
        put_row(page, table, &table->cells.items[i]);
}

/* A numbered list in which the sentence is quoted below its item. We number the
 * items, though renderers would too, because the file is also read as plain
 * text. */
static void list(ent_i_page *page, const ent_i_table *table)
{
    size_t last = table->column_count - 1;
    size_t number = 0;
    for (size_t i = 0; i < table->cells.n; i += table->column_count) {
        const ent_i_cell *cells = &table->cells.items[i];
        char mark[32];
        snprintf(mark, sizeof mark, "%zu.", ++number);
        ent_i_page_puts(page, mark);
        const char *gap = " ";
        for (size_t c = 0; c <= last; c++) {
            if (!ent_i_page_shows(page, &table->columns[c]))
                continue;
            const char *text =
                ent_i_page_cell(page, &table->columns[c], &cells[c]);
            if (!text[0])
                continue;
            ent_i_page_puts(page, c == last ? "\n   > " : gap);
            gap = " · ";
            put_linked(page, &cells[c], text);
        }
        ent_i_page_puts(page, "\n");
    }
}

/* A list rather than a table of one row, which would be too wide to read. */
static void facts(ent_i_page *page, const ent_i_table *table)
{
    for (size_t c = 0; c < table->cells.n; c++) {
        const ent_i_column *column = &table->columns[c];
        if (!ent_i_page_shows(page, column))
            continue;
        const char *text =
            ent_i_page_cell(page, column, &table->cells.items[c]);
        if (!text[0])
            continue;
        ent_i_page_puts(page, "- ");
        put_text(page, column->title);
        ent_i_page_puts(page, ": ");
        put_text(page, text);
        ent_i_page_puts(page, "\n");
    }
}

static void table(ent_i_page *page, const ent_i_table *t)
{
    static void (*const styles[])(ent_i_page *,
                                  const ent_i_table *) = {grid, list, facts};
    styles[t->style](page, t);
    ent_i_page_puts(page, "\n");
}

static void end(ent_i_page *page) { (void)page; }

const ent_i_format ent_i_markdown_format = {.links = true,
                                            .begin = begin,
                                            .heading = heading,
                                            .note = note,
                                            .table = table,
                                            .end = end};
