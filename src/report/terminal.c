/* Reports for a terminal: aligned columns, wrapped text. */
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "report/page.h"

enum { DEFAULT_WIDTH = 80, GAP = 2, MIN_NAME = 10, INDENT = 5 };

static int width_of(const ent_i_page *page)
{
    return page->options->width ? (int)page->options->width : DEFAULT_WIDTH;
}

/* Columns that a code point takes: none if it combines, two if it is wide
 * (Unicode Standard Annex 11). */
static int columns_of(UChar32 c)
{
    if (u_getIntPropertyValue(c, UCHAR_CANONICAL_COMBINING_CLASS) ||
        u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_FORMAT_CHAR)
        return 0;
    int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/* How many bytes of text fit into this many columns; *taken receives the
 * columns used. Combining marks take no column, so they always stay with the
 * character before them. */
static size_t fit(const char *text, int columns, int *taken)
{
    const uint8_t *bytes = (const uint8_t *)text;
    int32_t at = 0;
    int32_t size = (int32_t)strlen(text);
    *taken = 0;
    while (at < size) {
        int32_t next = at;
        UChar32 c;
        U8_NEXT(bytes, next, size, c);
        int width = c < 0 ? 1 : columns_of(c);
        if (*taken + width > columns)
            break;
        *taken += width;
        at = next;
    }
    return (size_t)at;
}

/* 1 << 20 is far more columns than any text has. */
static int text_columns(const char *text)
{
    int taken;
    fit(text, 1 << 20, &taken);
    return taken;
}

static void put_blanks(ent_i_page *page, int n)
{
    while (n-- > 0)
        ent_i_page_put(page, " ", 1);
}

/* Uses colours only if the caller found a terminal that wants them. */
static void put_escape(ent_i_page *page, const char *escape)
{
    if (page->options->colour)
        ent_i_page_puts(page, escape);
}

static void begin(ent_i_page *page, const char *title)
{
    put_escape(page, "\033[1m");
    ent_i_page_puts(page, title);
    put_escape(page, "\033[0m");
    ent_i_page_puts(page, "\n");
}

static void heading(ent_i_page *page, const char *text)
{
    ent_i_page_puts(page, "\n");
    begin(page, text);
}

/* Wraps text at blanks; the cursor is already at `indent`. */
static void wrap(ent_i_page *page, const char *text, int indent)
{
    int room = width_of(page) - indent;
    if (room < MIN_NAME)
        room = MIN_NAME;
    for (;;) {
        int taken;
        size_t n = fit(text, room, &taken);
        if (!text[n]) {
            ent_i_page_puts(page, text);
            ent_i_page_puts(page, "\n");
            return;
        }
        size_t cut = n;
        while (cut > 0 && text[cut] != ' ')
            cut--;
        if (cut == 0)
            cut = n;
        ent_i_page_put(page, text, cut);
        ent_i_page_puts(page, "\n");
        put_blanks(page, indent);
        text += cut + (text[cut] == ' ');
    }
}

static void note(ent_i_page *page, const char *text)
{
    put_escape(page, "\033[2m");
    wrap(page, text, 0);
    put_escape(page, "\033[0m");
}

/* ---- grids ---- */

/* The columns' natural widths; 0 for hidden ones. Looks at all rows before the
 * first is written, which is why cells are kept: a column that grew later would
 * not line up. */
static void measure(ent_i_page *page, const ent_i_table *table, int *widths)
{
    size_t n = table->column_count;
    for (size_t c = 0; c < n; c++) {
        const ent_i_column *column = &table->columns[c];
        widths[c] =
            ent_i_page_shows(page, column) ? text_columns(column->title) : 0;
        for (size_t i = c; widths[c] && i < table->cells.n; i += n) {
            int width = text_columns(
                ent_i_page_cell(page, column, &table->cells.items[i]));
            if (width > widths[c])
                widths[c] = width;
        }
    }
}

/* Narrows the widest text until the row fits. Numbers are never cut, since a
 * number that lost a digit is another number. When names are as narrow as
 * allowed, lines become too long. */
static void narrow(const ent_i_page *page, const ent_i_table *table,
                   int *widths)
{
    int total = -GAP;
    for (size_t c = 0; c < table->column_count; c++)
        total += widths[c] ? widths[c] + GAP : 0;
    for (; total > width_of(page); total--) {
        size_t widest = table->column_count;
        for (size_t c = 0; c < table->column_count; c++)
            if (!ent_i_is_number(&table->columns[c]) && widths[c] > MIN_NAME &&
                (widest == table->column_count || widths[c] > widths[widest]))
                widest = c;
        if (widest == table->column_count)
            return;
        widths[widest]--;
    }
}

/* One cell, cut with an ellipsis when it is too long. A wide character that
 * would straddle the end is left out; `taken` makes up for the missing blank.
 */
static void put_cell(ent_i_page *page, const char *text, int width, bool right,
                     bool last)
{
    int taken;
    size_t n = fit(text, width, &taken);
    bool cut = text[n] != '\0';
    if (cut)
        n = fit(text, width - 1, &taken);
    if (right)
        put_blanks(page, width - taken);
    ent_i_page_put(page, text, n);
    if (cut)
        ent_i_page_puts(page, "…");
    if (!right && !last)
        put_blanks(page, width - taken - cut);
    if (!last)
        put_blanks(page, GAP);
}

/* cells is NULL for the headings. */
static const char *text_at(ent_i_page *page, const ent_i_table *table,
                           const ent_i_cell *cells, size_t c)
{
    const ent_i_column *column = &table->columns[c];
    return cells ? ent_i_page_cell(page, column, &cells[c]) : column->title;
}

/* What is not padded: the last column that has something to show. */
static void put_row(ent_i_page *page, const ent_i_table *table,
                    const int *widths, const ent_i_cell *cells)
{
    size_t last = table->column_count;
    while (last > 0 &&
           (!widths[last - 1] || !*text_at(page, table, cells, last - 1)))
        last--;
    for (size_t c = 0; c < last; c++)
        if (widths[c])
            put_cell(page, text_at(page, table, cells, c), widths[c],
                     ent_i_is_number(&table->columns[c]), c + 1 == last);
    ent_i_page_puts(page, "\n");
}

static void grid(ent_i_page *page, const ent_i_table *table)
{
    int widths[ENT_I_MAX_COLUMNS];
    measure(page, table, widths);
    narrow(page, table, widths);
    put_escape(page, "\033[4m");
    put_row(page, table, widths, NULL);
    put_escape(page, "\033[0m");
    for (size_t i = 0; i < table->cells.n; i += table->column_count)
        put_row(page, table, widths, &table->cells.items[i]);
}

/* ---- lists and facts ---- */

/* The visible cells before the body, joined by dots; empty if there are none.
 */
static void list_head(ent_i_page *page, const ent_i_table *table,
                      const ent_i_cell *cells, ent_i_string *head)
{
    head->n = 0;
    for (size_t c = 0; c + 1 < table->column_count; c++) {
        if (!ent_i_page_shows(page, &table->columns[c]))
            continue;
        const char *text = ent_i_page_cell(page, &table->columns[c], &cells[c]);
        if (text[0] && !((!head->n || ent_i_string_adds(head, " · ")) &&
                         ent_i_string_adds(head, text)))
            page->no_memory = true;
    }
}

/* Each item's head and body begin in the same column, whatever its number. */
static void list(ent_i_page *page, const ent_i_table *table)
{
    ent_i_string head = {0};
    size_t last = table->column_count - 1;
    size_t number = 0;
    for (size_t i = 0; i < table->cells.n; i += table->column_count) {
        const ent_i_cell *cells = &table->cells.items[i];
        char mark[32];
        snprintf(mark, sizeof mark, "%3zu. ", ++number);
        list_head(page, table, cells, &head);
        ent_i_page_puts(page, mark);
        if (head.n)
            wrap(page, head.items, INDENT);
        put_blanks(page, head.n ? INDENT : 0);
        wrap(page, ent_i_page_cell(page, &table->columns[last], &cells[last]),
             INDENT);
    }
    ent_i_vec_free(&head);
}

/* Unknown facts (a day, a modularity) take no line. */
static void facts(ent_i_page *page, const ent_i_table *table)
{
    int width = 0;
    for (size_t c = 0; c < table->cells.n; c++) {
        int columns = text_columns(table->columns[c].title);
        if (columns > width)
            width = columns;
    }
    for (size_t c = 0; c < table->cells.n; c++) {
        const ent_i_column *column = &table->columns[c];
        if (!ent_i_page_shows(page, column))
            continue;
        const char *text =
            ent_i_page_cell(page, column, &table->cells.items[c]);
        if (!text[0])
            continue;
        ent_i_page_puts(page, column->title);
        put_blanks(page, width + GAP - text_columns(column->title));
        wrap(page, text, width + GAP);
    }
}

static void table(ent_i_page *page, const ent_i_table *t)
{
    static void (*const styles[])(ent_i_page *,
                                  const ent_i_table *) = {grid, list, facts};
    styles[t->style](page, t);
}

static void end(ent_i_page *page) { (void)page; }

const ent_i_format ent_i_terminal_format = {.terminal = true,
                                            .begin = begin,
                                            .heading = heading,
                                            .note = note,
                                            .table = table,
                                            .end = end};
