/* Reports as one self-contained HTML file. */
#include <string.h>

#include "report/html_look.h"
#include "report/plot.h"

void ent_i_html_text(ent_i_page *page, const char *text)
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
 * through ent_i_html_text. */
static void put_element(ent_i_page *page, const char *before, const char *text,
                        const char *after)
{
    ent_i_page_puts(page, before);
    ent_i_html_text(page, text);
    ent_i_page_puts(page, after);
}

static void begin(ent_i_page *page, const char *title)
{
    put_element(page,
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta "
                "charset=\"utf-8\">\n<meta name=\"viewport\" "
                "content=\"width=device-width, initial-scale=1\">\n<meta "
                "http-equiv=\"Content-Security-Policy\" content=\"",
                ent_i_html_policy, "\">\n");
    put_element(page, "<title>", title, "</title>\n<style>");
    ent_i_page_puts(page, ent_i_html_style);
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

/* Numbers and long texts are marked by a class, since alignment and breaks are
 * up to the style sheet: the table pastes into other documents as plain
 * cells. */
static const char *class_of(const ent_i_column *column, const char *text)
{
    enum { LONG = 36 };
    return ent_i_is_number(column) ? " class=\"n\""
           : strlen(text) > LONG   ? " class=\"x\""
                                   : "";
}

static void put_head(ent_i_page *page, const ent_i_table *table)
{
    ent_i_page_puts(page, "<div class=\"t\"><table>\n<thead><tr>");
    for (size_t c = 0; c < table->column_count; c++) {
        const ent_i_column *column = &table->columns[c];
        if (!ent_i_page_shows(page, column))
            continue;
        ent_i_page_puts(page, "<th scope=\"col\"");
        ent_i_page_puts(page, class_of(column, ""));
        put_element(page, ">", column->title, "</th>");
    }
    ent_i_page_puts(page, "</tr></thead>\n<tbody>\n");
}

static void grid(ent_i_page *page, const ent_i_table *table)
{
    put_head(page, table);
    for (size_t i = 0; i < table->cells.n; i++) {
        const ent_i_column *column = &table->columns[i % table->column_count];
        const ent_i_cell *cell = &table->cells.items[i];
        if (i % table->column_count == 0)
            ent_i_page_puts(page, "<tr>");
        if (ent_i_page_shows(page, column)) {
            const char *text = ent_i_page_cell(page, column, cell);
            ent_i_page_puts(page, "<td");
            ent_i_page_puts(page, class_of(column, text));
            ent_i_page_puts(page, ">");
            put_linked(page, cell, text);
            ent_i_page_puts(page, "</td>");
        }
        if ((i + 1) % table->column_count == 0)
            ent_i_page_puts(page, "</tr>\n");
    }
    ent_i_page_puts(page, "</tbody>\n</table></div>\n");
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

/* The exporter's own prologue is for files. White space and control characters
 * become blanks, as in all reports. */
static void picture(ent_i_page *page, const char *svg, const char *caption)
{
    ent_i_arena arena = {0};
    const char *from = strstr(svg, "<svg");
    const char *drawing =
        from ? ent_i_one_line(&arena, from, strlen(from)) : NULL;
    page->no_memory = page->no_memory || (from && !drawing);
    if (!drawing)
        return;
    ent_i_page_puts(page, "<figure>");
    if (caption)
        put_element(page, "<figcaption>", caption, "</figcaption>\n");
    ent_i_page_puts(page, "<div class=\"picture\">");
    ent_i_page_puts(page, drawing);
    ent_i_page_puts(page, "</div></figure>\n");
    ent_i_arena_free(&arena);
}

static void end(ent_i_page *page)
{
    ent_i_page_puts(page, "<script>");
    ent_i_page_puts(page, ent_i_html_script);
    ent_i_page_puts(page, "</script>\n</body>\n</html>\n");
}

const ent_i_format ent_i_html_format = {.links = true,
                                        .begin = begin,
                                        .heading = heading,
                                        .note = note,
                                        .table = table,
                                        .end = end,
                                        .plot = ent_i_html_plot,
                                        .picture = picture};
