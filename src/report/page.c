#include "report/page.h"
#include "core/ascii.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/control.h"
#include "core/error.h"

enum { FLUSH_AT = 1 << 16, MAX_DIGITS = 9 };

/* Indexed by ent_report_format. */
static const ent_i_format *const formats[] = {
    &ent_i_terminal_format, &ent_i_markdown_format, &ent_i_html_format,
    &ent_i_csv_format, &ent_i_json_format};

/* An older program's options are shorter: those it does not know keep their
 * defaults. */
ent_status ent_i_page_open(ent_i_page *page, ent_report_options *copy,
                           const ent_report_options *options,
                           const ent_sink *sink, ent_error *error)
{
    *copy = (ent_report_options)ENT_REPORT_OPTIONS_INIT;
    if (options)
        memcpy(copy, options,
               options->size < sizeof *copy ? options->size : sizeof *copy);
    if ((unsigned)copy->format >= sizeof formats / sizeof *formats)
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "report",
                          "expected a format from 0 to 4, found %u",
                          (unsigned)copy->format);
    *page = (ent_i_page){
        .format = formats[copy->format], .options = copy, .sink = sink};
    return ENT_OK;
}

/* After a failure the page goes on without a sink; ent_i_page_close reports it.
 */
void ent_i_page_flush(ent_i_page *page)
{
    if (page->text.n && !page->failed)
        page->failed = page->sink->write(page->sink->ctx, page->text.items,
                                         page->text.n) != 0;
    page->text.n = 0;
}

/* Lack of memory comes first: it may have truncated what the sink was given. */
ent_status ent_i_page_close(ent_i_page *page, ent_error *error)
{
    page->format->end(page);
    ent_i_page_flush(page);
    ent_i_vec_free(&page->text);
    ent_i_vec_free(&page->scratch);
    if (page->no_memory)
        return ent_i_no_memory(error, "report");
    if (page->failed)
        return ent_i_fail(error, ENT_ERR_IO, "report",
                          "cannot write the output");
    return ENT_OK;
}

/* Flushed when large, so that a report of all rows of a large network is never
 * entirely in memory. */
void ent_i_page_put(ent_i_page *page, const char *bytes, size_t n)
{
    if (!ent_i_string_add(&page->text, bytes, n))
        page->no_memory = true;
    if (page->text.n >= FLUSH_AT)
        ent_i_page_flush(page);
}

void ent_i_page_puts(ent_i_page *page, const char *text)
{
    ent_i_page_put(page, text, strlen(text));
}

void ent_i_page_ignore(ent_i_page *page, const char *text)
{
    (void)page;
    (void)text;
}

void ent_i_columns_add(ent_i_columns *columns, const ent_i_column *rows,
                       size_t n)
{
    for (size_t i = 0; i < n && columns->n < ENT_I_MAX_COLUMNS; i++)
        columns->items[columns->n++] = rows[i];
}

void ent_i_columns_add_measure(ent_i_columns *columns,
                               const ent_measure *measure)
{
    static const unsigned flags[] = {[ENT_SHOW_ALWAYS] = 0,
                                     [ENT_SHOW_WIDE] = ENT_I_COLUMN_WIDE,
                                     [ENT_SHOW_DATA] = ENT_I_COLUMN_DATA};
    ent_i_column column = {measure->name, measure->heading,
                           measure->whole ? ENT_I_CELL_WHOLE : ENT_I_CELL_REAL,
                           measure->digits, flags[measure->show]};
    ent_i_columns_add(columns, &column, 1);
}

void ent_i_add(ent_i_page *page, ent_i_table *table, ent_i_cell cell)
{
    if (!ent_i_vec_push(&table->cells, cell))
        page->no_memory = true;
}

void ent_i_add_text(ent_i_page *page, ent_i_table *table, const char *text)
{
    ent_i_add(page, table, (ent_i_cell){.text = text});
}

void ent_i_add_number(ent_i_page *page, ent_i_table *table, double number)
{
    ent_i_add(page, table, (ent_i_cell){.number = number});
}

void ent_i_add_date(ent_i_page *page, ent_i_table *table, ent_date date)
{
    ent_i_add(page, table, (ent_i_cell){.date = date});
}

/* A bit for each column with a number that has a fraction, so that counts are
 * not shown as 3.00, nor a share as 1 above 0.90. */
static uint64_t fractions_of(const ent_i_table *table)
{
    uint64_t columns = 0;
    for (size_t i = 0; i < table->cells.n; i++) {
        double number = table->cells.items[i].number;
        if (!isnan(number) && number != floor(number))
            columns |= UINT64_C(1) << i % table->column_count;
    }
    return columns;
}

void ent_i_page_table(ent_i_page *page, ent_i_table *table)
{
    page->table = table;
    page->fractions = fractions_of(table);
    if (!page->no_memory)
        page->format->table(page, table);
    page->tables++;
    page->grids += table->style != ENT_I_TABLE_FACTS;
    ent_i_vec_free(&table->cells);
    ent_i_arena_free(&table->arena);
}

void ent_i_page_section(ent_i_page *page, const char *title, size_t shown,
                        size_t total, ent_i_table *table)
{
    char text[80];
    /* The arena may hold texts of a row for which memory ran out. */
    if (!table->cells.n && !page->format->data) {
        ent_i_arena_free(&table->arena);
        return;
    }
    if (shown < total)
        snprintf(text, sizeof text, "%s (%zu of %zu)", title, shown, total);
    else
        snprintf(text, sizeof text, "%s", title);
    page->format->heading(page, text);
    ent_i_page_table(page, table);
}

void ent_i_page_plot(ent_i_page *page, const ent_i_plot *plot)
{
    if (page->format->plot && plot->n > 1)
        page->format->plot(page, plot);
}

void ent_i_page_picture(ent_i_page *page, const char *svg, const char *caption)
{
    if (page->format->picture && svg)
        page->format->picture(page, svg, caption);
}

/* 0 rows means all of them. */
size_t ent_i_page_rows(const ent_i_page *page, size_t n)
{
    size_t rows = page->options->rows;
    return rows && rows < n ? rows : n;
}

size_t ent_i_page_few(const ent_i_page *page, size_t n)
{
    size_t rows = (page->options->rows + 1) / 2;
    return rows && rows < n ? rows : n;
}

/* A terminal has 80 columns; the other formats for people can be scrolled. */
bool ent_i_page_shows(const ent_i_page *page, const ent_i_column *column)
{
    unsigned hidden =
        page->format->data ? ENT_I_COLUMN_HUMAN : ENT_I_COLUMN_DATA;
    if (page->format->terminal)
        hidden |= ENT_I_COLUMN_WIDE;
    if (page->format->links)
        hidden |= ENT_I_COLUMN_ADDRESS;
    return !(column->flags & hidden);
}

/* ---- cells as text ---- */

bool ent_i_is_web_address(const char *text)
{
    static const char *const schemes[] = {"http://", "https://"};
    const char *host = NULL;
    for (size_t i = 0; text && i < sizeof schemes / sizeof *schemes; i++)
        if (ent_i_ascii_same(text, schemes[i], strlen(schemes[i])))
            host = text + strlen(schemes[i]);
    if (!host || strcspn(host, "/?#") == 0)
        return false;
    for (const char *c = host; *c; c++)
        if ((unsigned char)*c <= ' ' || *c == 0x7f)
            return false;
    return true;
}

/* printf would use the decimal point of the host's locale, so the number is
 * split into two integers. */
char *ent_i_cell_real(double value, unsigned digits, bool exact, char *out)
{
    enum { ROOM = 40 };
    uint64_t scale = 1;
    for (unsigned i = 0; i < digits && i < MAX_DIGITS; i++)
        scale *= 10;
    /* Scaled by a billion at most, numbers below this fit into 64 bits; larger
     * ones have no fraction worth showing. Written so that NaN ends up here
     * too. */
    if (!(fabs(value) < 1e9)) {
        snprintf(out, ROOM, "%.0f", isnan(value) ? 0.0 : fmin(value, 1e30));
        return out;
    }
    uint64_t all = (uint64_t)llround(fabs(value) * (double)scale);
    int n = snprintf(out, ROOM, "%s%" PRIu64, value < 0 && all ? "-" : "",
                     all / scale);
    if (scale == 1)
        return out;
    n += snprintf(out + n, ROOM - (size_t)n, ".%0*" PRIu64, (int)digits,
                  all % scale);
    while (!exact && (out[n - 1] == '0' || out[n - 1] == '.')) {
        bool point = out[n - 1] == '.';
        out[--n] = '\0';
        if (point)
            break;
    }
    return out;
}

/* Control characters could move a terminal's cursor or break a row. A run of
 * them, or of blanks, becomes one blank. */
static size_t squeeze(char *out, const char *text, size_t size)
{
    size_t n = 0;
    for (size_t i = 0; i < size;) {
        size_t gap = ent_i_control_size(text + i, size - i);
        if (!gap && text[i] != ' ')
            out[n++] = text[i];
        else if (n && out[n - 1] != ' ')
            out[n++] = ' ';
        i += gap ? gap : 1;
    }
    return n && out[n - 1] == ' ' ? n - 1 : n;
}

char *ent_i_one_line(ent_i_arena *arena, const char *text, size_t size)
{
    char *out = ent_i_arena_alloc(arena, size + 1);
    if (out)
        out[squeeze(out, text, size)] = '\0';
    return out;
}

static bool add_text(ent_i_string *out, const char *text)
{
    size_t size = strlen(text);
    if (!ent_i_vec_reserve(out, size + 1))
        return false;
    out->n += squeeze(out->items + out->n, text, size);
    out->items[out->n] = '\0';
    return true;
}

/* Joined by comma and blank, for people: programs get an array, or CSV's own
 * quoting. */
static bool add_names(ent_i_string *out, const ent_i_cell *cell)
{
    bool good = true;
    for (size_t i = 0; good && i < cell->count; i++)
        good = (i == 0 || ent_i_string_adds(out, ", ")) &&
               add_text(out, cell->names[i]);
    return good;
}

/* People see as many digits as the column has; programs see them all. */
static const char *real_text(const ent_i_page *page, const ent_i_column *column,
                             double value, char *out)
{
    if (page->format->data && column->kind == ENT_I_CELL_REAL)
        return ent_i_cell_real(value, MAX_DIGITS, false, out);
    size_t index = (size_t)(column - page->table->columns);
    /* Measures from 0 to 1 keep their digits even when all are 0. */
    bool whole =
        column->digits < 3 && !(page->fractions & UINT64_C(1) << index);
    return ent_i_cell_real(value, whole ? 0 : column->digits, true, out);
}

const char *ent_i_page_cell(ent_i_page *page, const ent_i_column *column,
                            const ent_i_cell *cell)
{
    char small[40] = "";
    const char *text = small;
    bool good = true;
    page->scratch.n = 0;
    switch (column->kind) {
    case ENT_I_CELL_TEXT:
        text = cell->text ? cell->text : "";
        break;
    case ENT_I_CELL_NAMES:
        good = add_names(&page->scratch, cell);
        break;
    case ENT_I_CELL_PAIRS:
        break; /* CSV has no facts, and people have their own column */
    case ENT_I_CELL_DATE:
        ent_date_format(cell->date, small);
        break;
    case ENT_I_CELL_WHOLE:
    case ENT_I_CELL_REAL:
        if (!isnan(cell->number))
            real_text(page, column, cell->number, small);
        break;
    }
    good = good && add_text(&page->scratch, text);
    page->no_memory = page->no_memory || !good;
    return good ? page->scratch.items : "";
}
