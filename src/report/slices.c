/* The network through time: what each slice holds, who ranks where, what
 * changes from slice to slice, which ties last, which communities. People see
 * the latest slices that fit; programs get all. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "report/times.h"

enum { TERMINAL_SLICES = 12, PAGE_SLICES = 24 /* as columns */ };

void ent_i_add_string(const ent_i_times *t, ent_i_table *table,
                      ent_i_string *text, bool good)
{
    const char *copy =
        good ? ent_i_arena_strndup(&table->arena, text->n ? text->items : "",
                                   text->n)
             : NULL;
    t->page->no_memory = t->page->no_memory || !copy;
    ent_i_add_text(t->page, table, copy);
    text->n = 0;
}

/* ---- the slices ---- */

static const ent_i_column slice_columns[] = {
    {"slice", "Time", ENT_I_CELL_TEXT, 0, 0},
    {"first", "First day", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_DATA},
    {"last", "Last day", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_DATA},
    {"articles", "Articles", ENT_I_CELL_WHOLE, 0, 0},
    {"nodes", "Names", ENT_I_CELL_WHOLE, 0, 0},
    {"ties", "Ties", ENT_I_CELL_WHOLE, 0, 0},
    {"communities", "Groups", ENT_I_CELL_WHOLE, 0, 0},
    {"modularity", "Modularity", ENT_I_CELL_REAL, 3, ENT_I_COLUMN_WIDE},
    {"samples", "Samples", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"central", "Most central", ENT_I_CELL_NAMES, 0, 0},
};

static void add_slice(const ent_i_times *t, ent_i_table *table, size_t i,
                      const ent_i_moment *moment)
{
    const ent_slice *slice = ent_network_slice(t->network, i);
    size_t n = moment->n < ENT_I_NAMED ? moment->n : ENT_I_NAMED;
    const char **names =
        ent_i_arena_alloc(&table->arena, ENT_I_NAMED * sizeof *names);
    t->page->no_memory = t->page->no_memory || !names;
    for (size_t k = 0; names && k < n; k++)
        names[k] = ent_i_label_of(t, moment->order[k].node);
    ent_i_add_text(t->page, table, slice->name);
    ent_i_add_date(t->page, table, slice->first);
    ent_i_add_date(t->page, table, slice->last);
    ent_i_add_number(t->page, table, slice->articles);
    ent_i_add_number(t->page, table, slice->nodes);
    ent_i_add_number(t->page, table, slice->ties);
    ent_i_add_number(t->page, table, slice->communities);
    ent_i_add_number(t->page, table, slice->modularity);
    ent_i_add_number(t->page, table, slice->samples);
    ent_i_add(t->page, table,
              (ent_i_cell){.names = names, .count = names ? n : 0});
}

/* ---- who ranks where, for people ---- */

/* How many of the latest slices are columns. */
static size_t columns_of(const ent_i_times *t)
{
    size_t most = t->page->format->terminal ? TERMINAL_SLICES : PAGE_SLICES;
    return t->slices < most ? t->slices : most;
}

/* "03" for "2016-03" where all begin with "2016-". */
static size_t common_start(const ent_i_times *t, size_t from)
{
    const char *first = ent_i_slice_name(t, from);
    size_t same = 0;
    const char *dash = strchr(first, '-');
    if (!dash || strchr(first, '/'))
        return 0;
    same = (size_t)(dash - first) + 1;
    for (size_t i = from; i < t->slices; i++)
        if (strncmp(ent_i_slice_name(t, i), first, same) != 0)
            return 0;
    return same;
}

static void rank_columns(const ent_i_times *t, ent_i_columns *columns)
{
    size_t n = columns_of(t), from = t->slices - n;
    size_t skip = common_start(t, from);
    const ent_i_column name = {"label", "Name", ENT_I_CELL_TEXT, 0, 0};
    ent_i_columns_add(columns, &name, 1);
    for (size_t i = from; i < t->slices; i++) {
        const char *title = ent_i_slice_name(t, i) + skip;
        const ent_i_column column = {title, title, ENT_I_CELL_WHOLE, 0, 0};
        ent_i_columns_add(columns, &column, 1);
    }
}

/* ranks: by row, then slice. */
static void put_ranks(const ent_i_times *t, const uint32_t *ranks, size_t rows)
{
    ent_i_columns columns = {.n = 0};
    rank_columns(t, &columns);
    ent_i_table table = {.key = "slice_ranks",
                         .style = ENT_I_TABLE_GRID,
                         .columns = columns.items,
                         .column_count = columns.n};
    size_t shown = columns.n - 1;
    char title[120], note[160];
    for (size_t i = 0; i < rows; i++) {
        ent_i_add_text(t->page, &table, t->of->nodes[i].node->label);
        for (size_t s = 0; s < shown; s++) {
            uint32_t rank = ranks[i * shown + s];
            ent_i_add_number(t->page, &table, rank ? rank : NAN);
        }
    }
    snprintf(title, sizeof title, "Rank in each %s to %s",
             ent_i_slice_name(t, t->slices - shown),
             ent_i_slice_name(t, t->slices - 1));
    ent_i_page_section(t->page, title, rows, t->of->node_count, &table);
    snprintf(note, sizeof note,
             "By %s, among the names shown. Empty: not "
             "named at that time.%s",
             ent_measure_at(t->by)->name,
             shown < t->slices ? " Earlier times are in CSV and JSON." : "");
    if (rows)
        t->page->format->note(t->page, note);
}

/* ---- all of it ---- */

/* What one walk over the slices fills. */
typedef struct walk {
    ent_i_table slices;
    ent_i_table nodes;   /* for programs */
    ent_i_table changes; /* for people */
    uint32_t *ranks;     /* for people */
    size_t rows;
} walk;

static void walk_slices(const ent_i_times *t, walk *w, ent_i_moment moments[2])
{
    size_t columns = columns_of(t), from = t->slices - columns;
    for (size_t s = 0; s < t->slices && !t->page->no_memory; s++) {
        ent_i_moment *now = &moments[s % 2], *before = &moments[(s + 1) % 2];
        ent_i_moment_take(now, t->network, s, t->by);
        add_slice(t, &w->slices, s, now);
        if (t->page->format->data) {
            ent_i_add_slice_nodes(t, &w->nodes, s, before, now);
            continue;
        }
        for (size_t i = 0; s >= from && i < w->rows; i++)
            w->ranks[i * columns + s - from] = now->rank[t->of->nodes[i].index];
        if (s)
            ent_i_add_change(t, &w->changes, s, before, now);
    }
}

/* Programs get names first: a CSV has only one table. */
static void put_walk(const ent_i_times *t, walk *w)
{
    size_t changes = w->changes.cells.n / 2;
    if (t->page->format->data) {
        ent_i_page_section(t->page, "Names in time", 0, 0, &w->nodes);
        ent_i_page_section(t->page, "Slices", t->slices, t->slices, &w->slices);
        ent_i_put_slice_ties(t);
    } else {
        ent_i_page_section(t->page, "In time", t->slices, t->slices,
                           &w->slices);
        put_ranks(t, w->ranks, w->rows);
        ent_i_page_section(t->page, "What changed", changes, changes,
                           &w->changes);
        ent_i_put_lasting(t);
    }
    ent_i_put_tracks(t);
}

void ent_i_put_slices(ent_i_page *page, const ent_i_ranking *of, size_t by)
{
    ent_i_times t = {.page = page,
                     .of = of,
                     .network = of->network,
                     .by = by,
                     .slices = ent_network_slice_count(of->network)};
    walk w = {
        .slices = {"slices",
                   ENT_I_TABLE_GRID,
                   slice_columns,
                   sizeof slice_columns / sizeof *slice_columns,
                   {0},
                   {0}},
        .nodes = {"slice_nodes",
                  ENT_I_TABLE_GRID,
                  ent_i_slice_node_columns,
                  ENT_I_SLICE_NODE_COLUMNS,
                  {0},
                  {0}},
        .changes =
            {"changes", ENT_I_TABLE_LIST, ent_i_change_columns, 2, {0}, {0}},
        .rows = ent_i_page_rows(page, of->node_count)};
    ent_i_moment moments[2] = {{0}, {0}};
    if (!t.slices)
        return;
    ent_i_span *spans = ent_i_spans(t.network);
    t.spans = spans;
    w.ranks = ent_i_calloc(w.rows * columns_of(&t), sizeof *w.ranks);
    if (!ent_i_moment_new(&moments[0], t.network) ||
        !ent_i_moment_new(&moments[1], t.network) || !spans || !w.ranks)
        page->no_memory = true;
    if (!page->no_memory) {
        walk_slices(&t, &w, moments);
        put_walk(&t, &w);
    }
    ent_i_moment_free(&moments[0]);
    ent_i_moment_free(&moments[1]);
    ent_i_free(spans);
    ent_i_free(w.ranks);
}
