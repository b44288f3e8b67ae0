/* Reports as one JSON object with a member for each table. */
#include <math.h>

#include "report/json.h"
#include "report/page.h"

static void begin(ent_i_page *page, const char *title)
{
    (void)title;
    ent_i_page_puts(page, "{");
}

/* Names stay an array: in a joined text their commas would be ambiguous. */
static json_t *names_json(const ent_i_cell *cell)
{
    json_t *list = json_array();
    for (size_t i = 0; list && i < cell->count; i++)
        if (json_array_append_new(list, json_string_nocheck(cell->names[i])))
            list = ent_i_json_done(list, false);
    return list;
}

static json_t *pairs_json(const ent_i_cell *cell)
{
    json_t *object = json_object();
    for (size_t i = 0; object && i + 1 < cell->count; i += 2)
        if (!ent_i_json_text(object, cell->names[i], cell->names[i + 1]))
            object = ent_i_json_done(object, false);
    return object;
}

static bool set_cell(json_t *row, const ent_i_column *column,
                     const ent_i_cell *cell)
{
    switch (column->kind) {
    case ENT_I_CELL_TEXT:
        return ent_i_json_text(row, column->key, cell->text);
    case ENT_I_CELL_DATE:
        return ent_i_json_date(row, column->key, cell->date);
    case ENT_I_CELL_REAL:
        return ent_i_json_real(row, column->key, cell->number);
    case ENT_I_CELL_NAMES:
        return json_object_set_new_nocheck(row, column->key,
                                           names_json(cell)) == 0;
    case ENT_I_CELL_PAIRS:
        return json_object_set_new_nocheck(row, column->key,
                                           pairs_json(cell)) == 0;
    case ENT_I_CELL_WHOLE:
        break;
    }
    /* An unknown count is null, because 0 would be a claim. */
    if (isnan(cell->number))
        return ent_i_json_text(row, column->key, NULL);
    return ent_i_json_whole(row, column->key, (uint64_t)cell->number);
}

/* The page remembers its own failures. */
static int to_page(void *ctx, const void *bytes, size_t n)
{
    ent_i_page_put(ctx, bytes, n);
    return 0;
}

/* Written row by row, so that a large table is never in memory as one value. */
static void put_row(ent_i_page *page, const ent_i_table *t,
                    const ent_i_cell *cells)
{
    json_t *row = json_object();
    bool good = row != NULL;
    for (size_t c = 0; good && c < t->column_count; c++)
        if (ent_i_page_shows(page, &t->columns[c]))
            good = set_cell(row, &t->columns[c], &cells[c]);
    const ent_sink sink = {to_page, page};
    if (!good || ent_i_json_write(row, JSON_REAL_PRECISION(12), &sink))
        page->no_memory = true;
    json_decref(row);
}

/* Facts are an object, everything else an array of objects. */
static void table(ent_i_page *page, const ent_i_table *t)
{
    bool array = t->style != ENT_I_TABLE_FACTS;
    ent_i_page_puts(page, page->tables ? ",\n\"" : "\n\"");
    ent_i_page_puts(page, t->key);
    ent_i_page_puts(page, array ? "\":[" : "\":");
    for (size_t i = 0; i < t->cells.n; i += t->column_count) {
        ent_i_page_puts(page, !array ? "" : i ? ",\n" : "\n");
        put_row(page, t, &t->cells.items[i]);
    }
    ent_i_page_puts(page, array ? "\n]" : "");
}

static void end(ent_i_page *page) { ent_i_page_puts(page, "\n}\n"); }

const ent_i_format ent_i_json_format = {.data = true,
                                        .begin = begin,
                                        .heading = ent_i_page_ignore,
                                        .note = ent_i_page_ignore,
                                        .table = table,
                                        .end = end};
