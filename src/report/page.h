/* What a report is made of (headings, notes, tables of typed cells), and how a
 * format writes it. A report is built once; only this differs between formats.
 */
#ifndef ENTENTE_REPORT_PAGE_H
#define ENTENTE_REPORT_PAGE_H

#include "core/memory.h"
#include "core/vec.h"
#include "entente/output.h"

/* What a column's cells hold. */
typedef enum ent_i_cell_kind {
    ENT_I_CELL_TEXT,
    ENT_I_CELL_WHOLE,
    ENT_I_CELL_REAL,
    ENT_I_CELL_DATE,
    ENT_I_CELL_NAMES,
    ENT_I_CELL_PAIRS /* alternating names and values; for programs only */
} ent_i_cell_kind;

/* Where a column is shown; everywhere if no flag is set. */
enum {
    ENT_I_COLUMN_DATA = 1,   /* only in formats that programs read */
    ENT_I_COLUMN_HUMAN = 2,  /* only in formats that people read */
    ENT_I_COLUMN_WIDE = 4,   /* not on a terminal */
    ENT_I_COLUMN_ADDRESS = 8 /* not where other cells link to it */
};

typedef struct ent_i_column {
    const char *key;   /* in formats that programs read */
    const char *title; /* in formats that people read */
    ent_i_cell_kind kind;
    unsigned digits; /* after the point, for people */
    unsigned flags;
} ent_i_column;

/* Columns collected for a table, partly from the library's tables. */
enum { ENT_I_MAX_COLUMNS = 64 };
typedef struct ent_i_columns {
    ent_i_column items[ENT_I_MAX_COLUMNS];
    size_t n;
} ent_i_columns;

/* Columns beyond ENT_I_MAX_COLUMNS are ignored. */
void ent_i_columns_add(ent_i_columns *columns, const ent_i_column *rows,
                       size_t n);
void ent_i_columns_add_measure(ent_i_columns *columns,
                               const ent_measure *measure);

/* A value; its column says which members count. Borrowed. */
typedef struct ent_i_cell {
    const char *text; /* NULL: empty */
    const char *link; /* where the text leads to; NULL: nowhere. Any text: only
                         what ent_i_is_web_address takes may become a link */
    double number;    /* NaN: empty */
    ent_date date;
    const char *const *names;
    size_t count;
} ent_i_cell;

/* Numbers are right-aligned and never cut. */
static inline bool ent_i_is_number(const ent_i_column *column)
{
    return column->kind == ENT_I_CELL_WHOLE || column->kind == ENT_I_CELL_REAL;
}

/* How people see a table. */
typedef enum ent_i_table_style {
    ENT_I_TABLE_GRID,
    ENT_I_TABLE_LIST, /* one item per row; the last column is its body */
    ENT_I_TABLE_FACTS /* one row; one line per column */
} ent_i_table_style;

/* Cells are stored row by row. Start from {0} and set the members before cells.
 */
typedef struct ent_i_table {
    const char *key;
    ent_i_table_style style;
    const ent_i_column *columns;
    size_t column_count;
    ENT_I_VEC(ent_i_cell) cells;
    ent_i_arena arena; /* for the texts that cells need */
} ent_i_table;

/* ---- plots ---- */

typedef enum ent_i_plot_kind {
    ENT_I_PLOT_BARS,    /* a bar for each label, side by side with it */
    ENT_I_PLOT_COLUMNS, /* a column for each label, in order of time; the lower
                           part of it is `part` of the value */
    ENT_I_PLOT_POINTS   /* a point for each `part` (across) and value, both
                           logarithmic */
} ent_i_plot_kind;

typedef struct ent_i_mark {
    const char *label;
    double value; /* 0 or more */
    double part;
} ent_i_mark;

/* Borrowed. */
typedef struct ent_i_plot {
    ent_i_plot_kind kind;
    const char *title;
    const char *across; /* the axes, or NULL */
    const char *up;
    const ent_i_mark *marks;
    size_t n;
    unsigned digits; /* of the values, after the point */
} ent_i_plot;

/* A page being written. */
typedef struct ent_i_page {
    const struct ent_i_format *format;
    const ent_report_options *options;
    const ent_sink *sink;
    ent_i_string text; /* not yet in the sink */
    ent_i_string scratch;
    size_t tables;            /* written so far */
    size_t grids;             /* those that are not facts */
    const ent_i_table *table; /* being written */
    uint64_t fractions;       /* its columns with fractional numbers */
    bool no_memory;
    bool failed; /* the sink failed */
} ent_i_page;

/* A format: each function adds to the page's text. */
typedef struct ent_i_format {
    bool data; /* programs read it: no headings and notes, all columns */
    bool terminal;
    bool links; /* can write links */
    void (*begin)(ent_i_page *page, const char *title);
    void (*heading)(ent_i_page *page, const char *text);
    void (*note)(ent_i_page *page, const char *text);
    void (*table)(ent_i_page *page, const ent_i_table *table);
    void (*end)(ent_i_page *page);
    /* NULL in formats without pictures: the tables have it all. */
    void (*plot)(ent_i_page *page, const ent_i_plot *plot);
    /* A drawing, given as SVG; NULL likewise. */
    void (*picture)(ent_i_page *page, const char *svg, const char *caption);
} ent_i_format;

extern const ent_i_format ent_i_terminal_format;
extern const ent_i_format ent_i_markdown_format;
extern const ent_i_format ent_i_html_format;
extern const ent_i_format ent_i_csv_format;
extern const ent_i_format ent_i_json_format;

/* Starts a page in the options' format. copy receives the options, as far as
 * their size goes. */
ent_status ent_i_page_open(ent_i_page *page, ent_report_options *copy,
                           const ent_report_options *options,
                           const ent_sink *sink, ent_error *error);
/* Ends the page and frees it; returns what went wrong meanwhile. */
ent_status ent_i_page_close(ent_i_page *page, ent_error *error);
/* Hands the text so far to the sink. */
void ent_i_page_flush(ent_i_page *page);
/* Adds text as it is. */
void ent_i_page_put(ent_i_page *page, const char *bytes, size_t n);
void ent_i_page_puts(ent_i_page *page, const char *text);

/* For formats without headings or notes. */
void ent_i_page_ignore(ent_i_page *page, const char *text);

/* Whether a text from an article may become a link: http or https, a host, and
 * nothing that would end the address. Other schemes could run scripts. */
bool ent_i_is_web_address(const char *text);

/* Adds the next cell of a row. */
void ent_i_add(ent_i_page *page, ent_i_table *table, ent_i_cell cell);
void ent_i_add_text(ent_i_page *page, ent_i_table *table, const char *text);
void ent_i_add_number(ent_i_page *page, ent_i_table *table, double number);
void ent_i_add_date(ent_i_page *page, ent_i_table *table, ent_date date);
/* Writes a table, then frees its cells, so that it can be filled again. */
void ent_i_page_table(ent_i_page *page, ent_i_table *table);

/* The same under a heading, "TITLE (20 of 143)". In formats for people an empty
 * table and its heading are omitted. */
void ent_i_page_section(ent_i_page *page, const char *title, size_t shown,
                        size_t total, ent_i_table *table);

/* A plot or a picture, in formats that have them; a plot needs two marks. */
void ent_i_page_plot(ent_i_page *page, const ent_i_plot *plot);
void ent_i_page_picture(ent_i_page *page, const char *svg, const char *caption);

/* How many of n rows to show. */
size_t ent_i_page_rows(const ent_i_page *page, size_t n);
/* The same for tables that support others: people see half as many. */
size_t ent_i_page_few(const ent_i_page *page, size_t n);

/* Whether the format shows the column. */
bool ent_i_page_shows(const ent_i_page *page, const ent_i_column *column);
/* The cell as text, in the page's scratch, valid until the next call; "" for an
 * empty cell. Line breaks and control characters become blanks. */
const char *ent_i_page_cell(ent_i_page *page, const ent_i_column *column,
                            const ent_i_cell *cell);

/* A number with up to `digits` decimals, whatever the locale. exact: all of
 * them; otherwise without trailing zeros. out has room for 40 bytes. */
char *ent_i_cell_real(double value, unsigned digits, bool exact, char *out);

/* Copies text, turning each run of white space and control characters into one
 * blank; NULL when memory is out. */
char *ent_i_one_line(ent_i_arena *arena, const char *text, size_t size);

#endif
