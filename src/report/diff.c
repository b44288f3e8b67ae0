/* What changed from one saved network to another. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "report/page.h"
#include "report/pairing.h"

typedef struct diff {
    ent_i_page *page;
    const ent_saved *before;
    const ent_saved *after;
    ent_i_pairing match;
} diff;

/* A node or tie that changed; ENT_NONE where it isn't in a network. */
typedef struct change {
    uint32_t before;
    uint32_t after;
    double values[2]; /* mentions or weight, before and after; 0 without */
} change;

typedef ENT_I_VEC(change) changes;

/* In the order in which people read them. */
enum state { CAME, WENT, MORE, LESS, RENAMED, STATES };
static const char *const state_names[STATES] = {"new", "gone", "more", "less",
                                                "renamed"};

/* STATES when nothing changed. */
static enum state state_of(const change *c, bool renamed)
{
    if (c->before == ENT_NONE || c->after == ENT_NONE)
        return c->before == ENT_NONE ? CAME : WENT;
    if (c->values[0] != c->values[1])
        return c->values[0] < c->values[1] ? MORE : LESS;
    return renamed ? RENAMED : STATES;
}

/* The largest change first; then the larger value, then the place. */
static int largest_first(const void *a, const void *b)
{
    const change *x = a;
    const change *y = b;
    double dx = fabs(x->values[1] - x->values[0]);
    double dy = fabs(y->values[1] - y->values[0]);
    if (dx != dy)
        return dx > dy ? -1 : 1;
    if (x->values[1] != y->values[1])
        return x->values[1] > y->values[1] ? -1 : 1;
    if (x->after != y->after)
        return x->after < y->after ? -1 : 1;
    return (x->before > y->before) - (x->before < y->before);
}

/* ---- the networks ---- */

static const ent_i_column figure_columns[] = {
    {"figure", "What", ENT_I_CELL_TEXT, 0, 0},
    {"before", "Before", ENT_I_CELL_TEXT, 0, 0},
    {"after", "After", ENT_I_CELL_TEXT, 0, 0},
};

static void add_figure(diff *d, ent_i_table *table, const char *name,
                       const char *before, const char *after)
{
    const char *texts[] = {ent_i_arena_strdup(&table->arena, name),
                           ent_i_arena_strdup(&table->arena, before),
                           ent_i_arena_strdup(&table->arena, after)};
    for (size_t i = 0; i < 3; i++) {
        d->page->no_memory = d->page->no_memory || !texts[i];
        ent_i_add_text(d->page, table, texts[i]);
    }
}

static void add_count(diff *d, ent_i_table *table, const char *name,
                      size_t before, size_t after)
{
    char texts[2][24];
    snprintf(texts[0], sizeof texts[0], "%zu", before);
    snprintf(texts[1], sizeof texts[1], "%zu", after);
    add_figure(d, table, name, texts[0], texts[1]);
}

static const char *setting_of(const ent_saved *of, const char *name)
{
    for (size_t i = 0; i < of->settings.n; i++)
        if (strcmp(of->settings.items[i].name, name) == 0)
            return of->settings.items[i].value;
    return NULL;
}

/* Options that differ: what they change is no news. */
static void add_settings(diff *d, ent_i_table *table, const ent_saved *from,
                         bool both)
{
    for (size_t i = 0; i < from->settings.n; i++) {
        const char *name = from->settings.items[i].name;
        const char *before = setting_of(d->before, name);
        const char *after = setting_of(d->after, name);
        bool known = before && after;
        if (known == both && (!known || strcmp(before, after) != 0))
            add_figure(d, table, name, before ? before : "",
                       after ? after : "");
    }
}

static void put_figures(diff *d)
{
    char days[2][16];
    ent_i_table table = {.key = "networks",
                         .style = ENT_I_TABLE_GRID,
                         .columns = figure_columns,
                         .column_count = 3};
    add_figure(d, &table, "file", d->before->path, d->after->path);
    add_count(d, &table, "articles", d->before->articles, d->after->articles);
    add_count(d, &table, "names", d->before->nodes.n, d->after->nodes.n);
    add_count(d, &table, "ties", d->before->ties.n, d->after->ties.n);
    add_figure(d, &table, "first day",
               ent_date_format(d->before->first, days[0]),
               ent_date_format(d->after->first, days[1]));
    add_figure(d, &table, "last day", ent_date_format(d->before->last, days[0]),
               ent_date_format(d->after->last, days[1]));
    add_settings(d, &table, d->before, true);
    add_settings(d, &table, d->before, false);
    add_settings(d, &table, d->after, false);
    size_t rows = table.cells.n / 3;
    ent_i_page_section(d->page, "The two networks", rows, rows, &table);
}

/* ---- sections by state ---- */

static const char *const node_titles[STATES] = {
    "Who came", "Who went", "Who is named more", "Who is named less",
    "Who has another name"};
static const char *const tie_titles[STATES] = {
    "Ties that came", "Ties that went", "Ties that grew", "Ties that shrank",
    ""};

typedef void add_fn(diff *d, ent_i_table *table, const change *c,
                    enum state state);

/* Programs get one table with all states, people one for each. */
static void put_changes(diff *d, const changes *found, const enum state *states,
                        ent_i_table table, const char *const *titles,
                        add_fn *add)
{
    bool data = d->page->format->data;
    for (int state = 0; state < (data ? 1 : STATES); state++) {
        ent_i_table part = table;
        size_t total = 0;
        for (size_t i = 0; i < found->n; i++)
            total +=
                data ? states[i] != STATES : states[i] == (enum state)state;
        size_t rows = ent_i_page_rows(d->page, total), n = 0;
        for (size_t i = 0; i < found->n && n < rows; i++) {
            if (data ? states[i] == STATES : states[i] != (enum state)state)
                continue;
            add(d, &part, &found->items[i], states[i]);
            n++;
        }
        ent_i_page_section(d->page, titles[state], rows, total, &part);
    }
}

/* ---- nodes ---- */

static const ent_i_column node_columns[] = {
    {"state", "State", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"id", "Id", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"label", "Name", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"id_before", "Id before", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"label_before", "Name before", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"name", "Name", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"mentions_before", "Named before", ENT_I_CELL_WHOLE, 0, 0},
    {"mentions", "Named", ENT_I_CELL_WHOLE, 0, 0},
    {"strength_before", "Strength before", ENT_I_CELL_REAL, 2,
     ENT_I_COLUMN_WIDE},
    {"strength", "Strength", ENT_I_CELL_REAL, 2, ENT_I_COLUMN_WIDE},
};

static const ent_i_saved_node *node_at(const ent_saved *of, uint32_t i)
{
    return i == ENT_NONE ? NULL : &of->nodes.items[i];
}

static bool is_renamed(const diff *d, const change *c)
{
    const ent_i_saved_node *a = node_at(d->before, c->before);
    const ent_i_saved_node *b = node_at(d->after, c->after);
    return a && b &&
           (strcmp(a->id, b->id) != 0 || strcmp(a->label, b->label) != 0);
}

/* "New Name (was Old Name)"; NULL when memory is out. */
static const char *full_name(ent_i_arena *arena, const char *label,
                             const char *before)
{
    ent_i_string text = {0};
    bool good = ent_i_string_adds(&text, label) &&
                (!before || strcmp(before, label) == 0 ||
                 ent_i_string_addf(&text, " (was %s)", before));
    const char *copy =
        good ? ent_i_arena_strndup(arena, text.items, text.n) : NULL;
    ent_i_vec_free(&text);
    return copy;
}

/* Who went has its name in the column of names, as all others have. */
static void add_node(diff *d, ent_i_table *table, const change *c,
                     enum state state)
{
    const ent_i_saved_node *a = node_at(d->before, c->before);
    const ent_i_saved_node *b = node_at(d->after, c->after);
    const ent_i_saved_node *shown = b ? b : a;
    const ent_i_saved_node *other = is_renamed(d, c) ? a : NULL;
    ent_i_add_text(d->page, table, state_names[state]);
    ent_i_add_text(d->page, table, shown->id);
    ent_i_add_text(d->page, table, shown->label);
    ent_i_add_text(d->page, table, other ? other->id : NULL);
    ent_i_add_text(d->page, table, other ? other->label : NULL);
    const char *name =
        full_name(&table->arena, shown->label, other ? other->label : NULL);
    d->page->no_memory = d->page->no_memory || !name;
    ent_i_add_text(d->page, table, name);
    ent_i_add_number(d->page, table, a ? a->mentions : NAN);
    ent_i_add_number(d->page, table, b ? b->mentions : NAN);
    ent_i_add_number(d->page, table, a ? a->strength : NAN);
    ent_i_add_number(d->page, table, b ? b->strength : NAN);
}

static bool collect_nodes(const diff *d, changes *out)
{
    bool good = true;
    for (uint32_t i = 0; good && i < d->before->nodes.n; i++) {
        const ent_i_saved_node *b = node_at(d->after, d->match.after[i]);
        good = ent_i_vec_push(out, (change){i,
                                            d->match.after[i],
                                            {d->before->nodes.items[i].mentions,
                                             b ? b->mentions : 0}});
    }
    for (uint32_t i = 0; good && i < d->after->nodes.n; i++)
        if (d->match.before[i] == ENT_NONE)
            good = ent_i_vec_push(
                out,
                (change){ENT_NONE, i, {0, d->after->nodes.items[i].mentions}});
    return good;
}

/* ---- ties ---- */

static const ent_i_column tie_columns[] = {
    {"state", "State", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"source", "Who", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"target", "Whom", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"source_label", "Who", ENT_I_CELL_TEXT, 0, 0},
    {"target_label", "Whom", ENT_I_CELL_TEXT, 0, 0},
    {"weight_before", "Weight before", ENT_I_CELL_REAL, 2, 0},
    {"weight", "Weight", ENT_I_CELL_REAL, 2, 0},
    {"articles_before", "Articles before", ENT_I_CELL_WHOLE, 0,
     ENT_I_COLUMN_WIDE},
    {"articles", "Articles", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_WIDE},
};

static const ent_i_saved_tie *tie_at(const ent_saved *of, uint32_t i)
{
    return i == ENT_NONE ? NULL : &of->ties.items[i];
}

static void add_tie(diff *d, ent_i_table *table, const change *c,
                    enum state state)
{
    const ent_i_saved_tie *a = tie_at(d->before, c->before);
    const ent_i_saved_tie *b = tie_at(d->after, c->after);
    const ent_saved *of = b ? d->after : d->before;
    const ent_i_saved_tie *shown = b ? b : a;
    const ent_i_saved_node *source = &of->nodes.items[shown->source];
    const ent_i_saved_node *target = &of->nodes.items[shown->target];
    ent_i_add_text(d->page, table, state_names[state]);
    ent_i_add_text(d->page, table, source->id);
    ent_i_add_text(d->page, table, target->id);
    ent_i_add_text(d->page, table, source->label);
    ent_i_add_text(d->page, table, target->label);
    ent_i_add_number(d->page, table, a ? a->weight : NAN);
    ent_i_add_number(d->page, table, b ? b->weight : NAN);
    ent_i_add_number(d->page, table, a ? a->articles : NAN);
    ent_i_add_number(d->page, table, b ? b->articles : NAN);
}

/* The tie between the same two in the other network, or ENT_NONE. */
static uint32_t counterpart(const ent_saved *other, const uint32_t *match,
                            const ent_i_saved_tie *tie)
{
    uint32_t a = match[tie->source], b = match[tie->target];
    if (a == ENT_NONE || b == ENT_NONE)
        return ENT_NONE;
    uint32_t found = ent_i_keymap_get(&other->by_ends, ent_i_pair_key(a, b));
    return found == ENT_I_ABSENT ? ENT_NONE : found;
}

static bool collect_ties(const diff *d, changes *out)
{
    bool good = true;
    for (uint32_t i = 0; good && i < d->before->ties.n; i++) {
        const ent_i_saved_tie *a = &d->before->ties.items[i];
        uint32_t after = counterpart(d->after, d->match.after, a);
        const ent_i_saved_tie *b = tie_at(d->after, after);
        good = ent_i_vec_push(
            out, (change){i, after, {a->weight, b ? b->weight : 0}});
    }
    for (uint32_t i = 0; good && i < d->after->ties.n; i++) {
        const ent_i_saved_tie *b = &d->after->ties.items[i];
        if (counterpart(d->before, d->match.before, b) == ENT_NONE)
            good = ent_i_vec_push(out, (change){ENT_NONE, i, {0, b->weight}});
    }
    return good;
}

/* ---- all of it ---- */

static void put_all(diff *d, bool nodes)
{
    changes found = {0};
    bool good = nodes ? collect_nodes(d, &found) : collect_ties(d, &found);
    enum state *states = ent_i_malloc(found.n * sizeof *states);
    d->page->no_memory = d->page->no_memory || !good || !states;
    if (!d->page->no_memory) {
        ent_i_sort(found.items, found.n, sizeof *found.items, largest_first);
        for (size_t i = 0; i < found.n; i++)
            states[i] = state_of(&found.items[i],
                                 nodes && is_renamed(d, &found.items[i]));
        ent_i_table table = {
            .key = nodes ? "nodes" : "ties",
            .style = ENT_I_TABLE_GRID,
            .columns = nodes ? node_columns : tie_columns,
            .column_count = nodes ? sizeof node_columns / sizeof *node_columns
                                  : sizeof tie_columns / sizeof *tie_columns};
        put_changes(d, &found, states, table, nodes ? node_titles : tie_titles,
                    nodes ? add_node : add_tie);
    }
    ent_i_free(states);
    ent_i_vec_free(&found);
}

ent_status ent_report_diff(const ent_saved *before, const ent_saved *after,
                           const ent_report_options *options,
                           const ent_sink *sink, ent_error *error)
{
    ent_i_page page;
    ent_report_options copy;
    ent_status status = ent_i_page_open(&page, &copy, options, sink, error);
    if (status)
        return status;
    diff d = {.page = &page, .before = before, .after = after};
    page.no_memory = !ent_i_pair_up(&d.match, before, after);
    page.format->begin(&page, "What changed");
    if (!page.no_memory) {
        if (!page.format->data)
            put_figures(&d);
        put_all(&d, true);
        put_all(&d, false);
        if (page.format->data)
            put_figures(&d);
    }
    ent_i_pairing_free(&d.match);
    return ent_i_page_close(&page, error);
}
