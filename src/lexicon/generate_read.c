/* Tables are split into lines and at tabs, and every cell is checked against
 * what its column is declared to hold. Reading continues after a fault, so that
 * one run reports them all. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon/generate.h"

/* ---- lines and cells ---- */

typedef struct lines {
    char *at; /* NULL: no more */
    unsigned number;
} lines;

/* The whole file, in the arena; NULL after a fault. */
static char *read_file(ent_i_generation *g, const char *path)
{
    char part[4096];
    ent_i_string text = {0};
    FILE *file = fopen(path, "r");
    if (!file) {
        ent_i_fault(g, path, 0, "expected a table, found no such file");
        return NULL;
    }
    size_t n;
    while ((n = fread(part, 1, sizeof part, file)) > 0)
        if (!ent_i_string_add(&text, part, n))
            ent_i_generate_no_memory();
    fclose(file);
    char *kept =
        ent_i_arena_strndup(&g->arena, text.n ? text.items : "", text.n);
    ent_i_vec_free(&text);
    if (!kept)
        ent_i_generate_no_memory();
    return kept;
}

/* The next line, without its line end; NULL after the last. */
static char *next_line(lines *in)
{
    char *line = in->at;
    if (!line || !*line)
        return NULL;
    char *end = strchr(line, '\n');
    in->at = end ? end + 1 : NULL;
    if (end)
        *end = '\0';
    in->number++;
    return line;
}

/* Skips the comment at the start of a table and finds the header; false after a
 * fault. */
static bool skip_head(ent_i_generation *g, const char *path, lines *in,
                      char **header)
{
    char *line = next_line(in);
    if (!line || line[0] != '#') {
        ent_i_fault(g, path, 1, "expected a comment that begins with #");
        return false;
    }
    while (line && line[0] == '#')
        line = next_line(in);
    *header = line;
    if (!line)
        ent_i_fault(g, path, in->number, "expected a row of column names");
    return line != NULL;
}

/* Blanks that an editor left behind and nobody sees. */
static bool has_stray_blank(const char *cell)
{
    size_t n = strlen(cell);
    return n && (cell[0] == ' ' || cell[n - 1] == ' ' || strstr(cell, "  ") ||
                 strchr(cell, '\r'));
}

static ent_i_texts split_line(ent_i_generation *g, const char *path,
                              unsigned number, char *line)
{
    ent_i_texts cells = {0};
    for (char *cell = line; cell;) {
        char *tab = strchr(cell, '\t');
        if (tab)
            *tab = '\0';
        if (has_stray_blank(cell))
            ent_i_fault(g, path, number, "a stray blank in \"%s\"", cell);
        if (!ent_i_vec_push(&cells, cell))
            ent_i_generate_no_memory();
        cell = tab ? tab + 1 : NULL;
    }
    return cells;
}

/* ---- columns.tsv ---- */

static const char *const kind_names[ENT_I_COLUMN_KINDS] = {
    [ENT_I_COLUMN_WORD] = "word",   [ENT_I_COLUMN_LEMMA] = "lemma",
    [ENT_I_COLUMN_ROW] = "row",     [ENT_I_COLUMN_FLAGS] = "flags",
    [ENT_I_COLUMN_ONE] = "one",     [ENT_I_COLUMN_NUMBER] = "number",
    [ENT_I_COLUMN_TEXT] = "text",   [ENT_I_COLUMN_FORMAL] = "formal",
    [ENT_I_COLUMN_FORMS] = "forms", [ENT_I_COLUMN_NAMES] = "names"};

static ent_i_column_kind kind_of(ent_i_generation *g, const char *path,
                                 unsigned line, const char *name)
{
    for (unsigned i = 0; i < ENT_I_COLUMN_KINDS; i++)
        if (strcmp(kind_names[i], name) == 0)
            return (ent_i_column_kind)i;
    ent_i_fault(g, path, line, "expected a kind of column, found \"%s\"", name);
    return ENT_I_COLUMN_TEXT;
}

/* The columns of a table are adjacent. */
static ent_i_table *table_of(ent_i_tables *tables, const char *name)
{
    ent_i_table table = {.name = name};
    if (!tables->n || strcmp(tables->items[tables->n - 1].name, name) != 0)
        if (!ent_i_vec_push(tables, table))
            ent_i_generate_no_memory();
    return &tables->items[tables->n - 1];
}

void ent_i_read_columns(ent_i_generation *g, const char *path,
                        ent_i_tables *out)
{
    enum { TABLE, NAME, KIND, FIELD, PREFIX, VALUES, CELLS };
    lines in = {read_file(g, path), 0};
    char *line;
    if (!in.at || !skip_head(g, path, &in, &line))
        return;
    while ((line = next_line(&in))) {
        ent_i_texts cells = split_line(g, path, in.number, line);
        if (cells.n == CELLS) {
            ent_i_table *table = table_of(out, cells.items[TABLE]);
            ent_i_column column = {
                cells.items[NAME],
                kind_of(g, path, in.number, cells.items[KIND]),
                cells.items[FIELD], cells.items[PREFIX],
                ent_i_texts_split(g, cells.items[VALUES], " ")};
            if (!ent_i_vec_push(&table->columns, column))
                ent_i_generate_no_memory();
        } else {
            ent_i_fault(g, path, in.number, "expected %d columns, found %zu",
                        CELLS, cells.n);
        }
        ent_i_vec_free(&cells);
    }
}

/* ---- checking a cell ---- */

typedef struct place {
    ent_i_generation *g;
    const char *path;
    unsigned line;
} place;

/* Whether it has a capital, in ASCII or among the accented letters of
 * Latin-1. */
static bool has_capital(const char *text)
{
    for (const unsigned char *c = (const unsigned char *)text; *c; c++)
        if ((*c >= 'A' && *c <= 'Z') ||
            (*c == 0xC3 && c[1] >= 0x80 && c[1] <= 0x9E))
            return true;
    return false;
}

static void check_word(place at, const char *word)
{
    if (has_capital(word))
        ent_i_fault(at.g, at.path, at.line, "a capital letter in \"%s\"", word);
    if (strchr(word, ' '))
        ent_i_fault(at.g, at.path, at.line, "expected one word, found \"%s\"",
                    word);
}

static void check_values(place at, const ent_i_column *column,
                         const ent_i_texts *found)
{
    for (size_t i = 0; i < found->n; i++) {
        const char *text = found->items[i];
        ent_i_texts before = {(const char **)found->items, i, i};
        if (!ent_i_texts_hold(&column->values, text))
            ent_i_fault(at.g, at.path, at.line, "unknown %s \"%s\"",
                        column->name, text);
        if (ent_i_texts_hold(&before, text))
            ent_i_fault(at.g, at.path, at.line, "\"%s\" appears twice", text);
    }
}

static void check_number(place at, const ent_i_column *column, const char *cell)
{
    char *end;
    long n = strtol(cell, &end, 10), least = 0, most = -1;
    if (column->values.n == 2) {
        least = strtol(column->values.items[0], NULL, 10);
        most = strtol(column->values.items[1], NULL, 10);
    }
    if (*end || n < least || n > most)
        ent_i_fault(at.g, at.path, at.line,
                    "expected a %s from %ld to %ld, found \"%s\"", column->name,
                    least, most, cell);
}

static void check_list(place at, ent_i_column_kind kind, const char *cell)
{
    ent_i_texts list = ent_i_texts_split(at.g, cell, ", ");
    for (size_t i = 0; i < list.n; i++) {
        if (kind == ENT_I_COLUMN_FORMS)
            check_word(at, list.items[i]);
        if (!list.items[i][0] || strchr(list.items[i], ','))
            ent_i_fault(at.g, at.path, at.line,
                        "expected a comma and a blank between two items in "
                        "\"%s\"",
                        cell);
    }
    ent_i_vec_free(&list);
}

static void check_cell(place at, const ent_i_column *column, const char *cell)
{
    ent_i_texts list = {0};
    switch (column->kind) {
    case ENT_I_COLUMN_WORD:
    case ENT_I_COLUMN_LEMMA:
        check_word(at, cell);
        break;
    case ENT_I_COLUMN_FORMAL:
        list = ent_i_texts_split(at.g, cell, " ");
        for (size_t i = 0; i < list.n; i++)
            check_word(at, list.items[i]);
        break;
    case ENT_I_COLUMN_FLAGS:
    case ENT_I_COLUMN_ONE:
        list = ent_i_texts_split(at.g, cell, " ");
        if (column->kind == ENT_I_COLUMN_ONE && list.n > 1)
            ent_i_fault(at.g, at.path, at.line, "expected one %s, found \"%s\"",
                        column->name, cell);
        check_values(at, column, &list);
        break;
    case ENT_I_COLUMN_NUMBER:
        if (*cell)
            check_number(at, column, cell);
        break;
    case ENT_I_COLUMN_FORMS:
    case ENT_I_COLUMN_NAMES:
        check_list(at, column->kind, cell);
        break;
    default:
        break;
    }
    ent_i_vec_free(&list);
}

/* ---- checking a table ---- */

/* Two rows for one word either say the same or contradict each other. */
static void check_twice(place at, const ent_i_table *table,
                        const ent_i_row *one, const ent_i_row *two)
{
    for (size_t i = 1; i < table->columns.n; i++)
        if (strcmp(one->cells[i], two->cells[i]) != 0) {
            ent_i_fault(at.g, at.path, at.line,
                        "\"%s\" has %s \"%s\" here and \"%s\" on line %u",
                        two->cells[0], table->columns.items[i].name,
                        two->cells[i], one->cells[i], one->line);
            return;
        }
    ent_i_fault(at.g, at.path, at.line, "\"%s\" is already on line %u",
                two->cells[0], one->line);
}

static void check_order(place at, const ent_i_table *table)
{
    const ent_i_row *last = &table->rows.items[table->rows.n - 1];
    if (!*last->cells[0])
        ent_i_fault(at.g, at.path, at.line, "expected a %s",
                    table->columns.items[0].name);
    if (table->rows.n < 2)
        return;
    int order = strcmp(last[-1].cells[0], last->cells[0]);
    if (order == 0)
        check_twice(at, table, last - 1, last);
    else if (order > 0)
        ent_i_fault(at.g, at.path, at.line,
                    "\"%s\" comes after \"%s\", but rows must be sorted",
                    last->cells[0], last[-1].cells[0]);
}

/* Whether the word is a form of others, in any column. */
static bool has_formal(const ent_i_table *table, const ent_i_row *row)
{
    for (size_t i = 0; i < table->columns.n; i++)
        if (table->columns.items[i].kind == ENT_I_COLUMN_FORMAL &&
            *row->cells[i])
            return true;
    return false;
}

static void check_form(ent_i_generation *g, const ent_i_table *table,
                       const ent_i_row *row, const char *formal)
{
    if (strcmp(formal, row->cells[0]) == 0)
        ent_i_fault(g, table->path, row->line, "\"%s\" stands for itself",
                    formal);
    for (size_t k = 0; k < table->rows.n; k++) {
        const ent_i_row *other = &table->rows.items[k];
        if (other != row && has_formal(table, other) &&
            strcmp(other->cells[0], formal) == 0)
            ent_i_fault(g, table->path, row->line,
                        "\"%s\" stands for \"%s\", which itself stands for "
                        "another on line %u",
                        row->cells[0], formal, other->line);
    }
}

/* A word must not stand for itself, nor for a word that stands for a third: two
 * forms of one name would then not be found equal. */
static void check_formal(ent_i_generation *g, const ent_i_table *table,
                         size_t column)
{
    for (size_t i = 0; i < table->rows.n; i++) {
        const ent_i_row *row = &table->rows.items[i];
        ent_i_texts list = ent_i_texts_split(g, row->cells[column], " ");
        for (size_t k = 0; k < list.n; k++)
            check_form(g, table, row, list.items[k]);
        ent_i_vec_free(&list);
    }
}

static bool check_header(ent_i_generation *g, const ent_i_table *table,
                         unsigned number, char *line)
{
    ent_i_texts cells = split_line(g, table->path, number, line);
    bool good = cells.n == table->columns.n;
    if (!good)
        ent_i_fault(g, table->path, number, "expected %zu columns, found %zu",
                    table->columns.n, cells.n);
    for (size_t i = 0; good && i < cells.n; i++)
        if (strcmp(cells.items[i], table->columns.items[i].name) != 0) {
            ent_i_fault(g, table->path, number,
                        "expected the column \"%s\", found \"%s\"",
                        table->columns.items[i].name, cells.items[i]);
            good = false;
        }
    ent_i_vec_free(&cells);
    return good;
}

static void add_row(ent_i_generation *g, ent_i_table *table, unsigned number,
                    char *line)
{
    place at = {g, table->path, number};
    ent_i_texts cells = split_line(g, table->path, number, line);
    size_t size = cells.n * sizeof *cells.items;
    ent_i_row row = {number, ent_i_arena_alloc(&g->arena, size)};
    if (!row.cells)
        ent_i_generate_no_memory();
    for (size_t i = 0; i < cells.n; i++)
        row.cells[i] = cells.items[i];
    ent_i_vec_free(&cells);
    if (size != table->columns.n * sizeof *row.cells) {
        ent_i_fault(g, table->path, number, "expected %zu columns, found %zu",
                    table->columns.n, size / sizeof *row.cells);
        return;
    }
    if (!ent_i_vec_push(&table->rows, row))
        ent_i_generate_no_memory();
    check_order(at, table);
    for (size_t i = 0; i < table->columns.n; i++)
        check_cell(at, &table->columns.items[i], row.cells[i]);
}

void ent_i_read_rows(ent_i_generation *g, const char *folder,
                     ent_i_table *table)
{
    ent_i_string path = {0};
    if (!ent_i_string_addf(&path, "%s/%s.tsv", folder, table->name) ||
        !(table->path = ent_i_arena_strdup(&g->arena, path.items)))
        ent_i_generate_no_memory();
    ent_i_vec_free(&path);
    lines in = {read_file(g, table->path), 0};
    char *line;
    if (!in.at || !skip_head(g, table->path, &in, &line) ||
        !check_header(g, table, in.number, line))
        return;
    while ((line = next_line(&in)))
        add_row(g, table, in.number, line);
    for (size_t i = 0; i < table->columns.n; i++)
        if (table->columns.items[i].kind == ENT_I_COLUMN_FORMAL)
            check_formal(g, table, i);
}
