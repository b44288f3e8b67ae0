/* Reports as one self-contained HTML file. */
#include <string.h>

#include "report/page.h"

/* No external fonts, scripts or pictures: the file may sit in an archive for
 * years, or be opened without a network. */
static const char style_sheet[] =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem "
    "auto;padding:0 1rem;color:#222;background:#fff}\n"
    "table{border-collapse:collapse;margin:1rem 0;display:block;"
    "overflow-x:auto}\n"
    "td:nth-child(-n+3){white-space:nowrap}" /* names stay on one line */
    "th,td{padding:.25rem .75rem;text-align:left;border-bottom:1px solid "
    "#ddd}\n"
    ".n{text-align:right;font-variant-numeric:tabular-nums}\n"
    "dt{float:left;clear:left;min-width:12rem;color:#555}\n"
    "dd{margin:0 0 0 13rem}\n"
    "li{margin:.75rem 0}.h{color:#555}\n"
    "a{color:#06c}"
    "blockquote{margin:.2rem 0;padding-left:.75rem;border-left:3px solid "
    "#ccc}\n"
    "@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}"
    "th,td{border-color:#444}dt,.h{color:#aaa}a{color:#6af}}\n";

/* Escapes text; the result is safe in text and in attribute values. */
static void put_text(ent_i_page *page, const char *text)
{
    static const struct {
        char c;
        const char *entity;
    } entities[] = {
        {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};
    while (*text) {
        size_t n = strcspn(text, "&<>\"");
        ent_i_page_put(page, text, n);
        text += n;
        if (!*text)
            return;
        for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
            if (entities[i].c == *text)
                ent_i_page_puts(page, entities[i].entity);
        text++;
    }
}

/* The one place where text meets markup: everything from articles passes
 * through put_text. */
static void put_element(ent_i_page *page, const char *before, const char *text,
                        const char *after)
{
    ent_i_page_puts(page, before);
    put_text(page, text);
    ent_i_page_puts(page, after);
}

static void begin(ent_i_page *page, const char *title)
{
    put_element(page,
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta "
                "charset=\"utf-8\">\n<meta name=\"viewport\" "
                "content=\"width=device-width, initial-scale=1\">\n<title>",
                title, "</title>\n<style>\n");
    ent_i_page_puts(page, style_sheet);
    put_element(page, "</style>\n</head>\n<body>\n<h1>", title, "</h1>\n");
}

static void heading(ent_i_page *page, const char *text)
{
    put_element(page, "<h2>", text, "</h2>\n");
}

static void note(ent_i_page *page, const char *text)
{
    put_element(page, "<p>", text, "</p>\n");
}

/* Numbers are marked by a class, since alignment is up to the style sheet: the
 * table pastes into other documents as plain cells. */
static void grid(ent_i_page *page, const ent_i_table *table)
{
    ent_i_page_puts(page, "<table>\n<thead><tr>");
    for (size_t c = 0; c < table->column_count; c++) {
        const ent_i_column *column = &table->columns[c];
        if (ent_i_page_shows(page, column))
            put_element(page,
                        ent_i_is_number(column) ? "<th class=\"n\">" : "<th>",
                        column->title, "</th>");
    }
    ent_i_page_puts(page, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < table->cells.n; i++) {
        const ent_i_column *column = &table->columns[i % table->column_count];
        if (i % table->column_count == 0)
            ent_i_page_puts(page, "<tr>");
        if (ent_i_page_shows(page, column))
            put_element(
                page, ent_i_is_number(column) ? "<td class=\"n\">" : "<td>",
                ent_i_page_cell(page, column, &table->cells.items[i]), "</td>");
        if ((i + 1) % table->column_count == 0)
            ent_i_page_puts(page, "</tr>\n");
    }
    ent_i_page_puts(page, "</tbody>\n</table>\n");
}

/* The page linked to learns neither where the reader came from nor which window
 * opened it. */
static void put_linked(ent_i_page *page, const ent_i_cell *cell,
                       const char *text)
{
    bool leads = ent_i_is_web_address(cell->link);
    if (leads)
        put_element(page, "<a rel=\"noopener noreferrer\" href=\"", cell->link,
                    "\">");
    put_element(page, "", text, leads ? "</a>" : "");
}

/* The evidence for a tie: the source is the head, the sentence a quotation. */
static void list(ent_i_page *page, const ent_i_table *table)
{
    size_t last = table->column_count - 1;
    ent_i_page_puts(page, "<ol>\n");
    for (size_t i = 0; i < table->cells.n; i += table->column_count) {
        const ent_i_cell *cells = &table->cells.items[i];
        const char *gap = "";
        ent_i_page_puts(page, "<li><span class=\"h\">");
        for (size_t c = 0; c < last; c++) {
            if (!ent_i_page_shows(page, &table->columns[c]))
                continue;
            const char *text =
                ent_i_page_cell(page, &table->columns[c], &cells[c]);
            if (!text[0])
                continue;
            ent_i_page_puts(page, gap);
            put_linked(page, &cells[c], text);
            gap = " · ";
        }
        put_element(page, "</span>\n<blockquote>",
                    ent_i_page_cell(page, &table->columns[last], &cells[last]),
                    "</blockquote></li>\n");
    }
    ent_i_page_puts(page, "</ol>\n");
}

/* A description list keeps terms and values apart without the style sheet, as
 * for screen readers. */
static void facts(ent_i_page *page, const ent_i_table *table)
{
    ent_i_page_puts(page, "<dl>\n");
    for (size_t c = 0; c < table->cells.n; c++) {
        const ent_i_column *column = &table->columns[c];
        if (!ent_i_page_shows(page, column))
            continue;
        const char *text =
            ent_i_page_cell(page, column, &table->cells.items[c]);
        if (!text[0])
            continue;
        put_element(page, "<dt>", column->title, "</dt>");
        put_element(page, "<dd>", text, "</dd>\n");
    }
    ent_i_page_puts(page, "</dl>\n");
}

static void table(ent_i_page *page, const ent_i_table *t)
{
    static void (*const styles[])(ent_i_page *,
                                  const ent_i_table *) = {grid, list, facts};
    styles[t->style](page, t);
}

static void end(ent_i_page *page)
{
    ent_i_page_puts(page, "</body>\n</html>\n");
}

const ent_i_format ent_i_html_format = {false,   false, true,  begin,
                                        heading, note,  table, end};
