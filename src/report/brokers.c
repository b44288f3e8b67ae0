/* Who connects groups: the nodes with ties to several communities, which ones
 * they join and through whom, and the ties between communities. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "report/sections.h"

enum { GROUPS_SHOWN = 4, NAMES_SHOWN = 3 };

/* ---- ties by node ---- */

/* Those of node i are ties[first[i]] .. [first[i + 1] - 1]. */
typedef struct node_ties {
    size_t *first;
    size_t *ties;
} node_ties;

/* Counted two places ahead and filled one place ahead. */
static bool node_ties_make(node_ties *out, const ent_network *network)
{
    size_t n = ent_network_node_count(network);
    size_t m = ent_network_tie_count(network);
    out->first = ent_i_calloc(n + 2, sizeof *out->first);
    out->ties = ent_i_malloc(2 * m * sizeof *out->ties);
    if (!out->first || !out->ties)
        return false;
    for (size_t i = 0; i < m; i++) {
        out->first[ent_network_tie(network, i)->source + 2]++;
        out->first[ent_network_tie(network, i)->target + 2]++;
    }
    for (size_t i = 2; i < n + 2; i++)
        out->first[i] += out->first[i - 1];
    for (size_t i = 0; i < m; i++) {
        const ent_tie *tie = ent_network_tie(network, i);
        out->ties[out->first[tie->source + 1]++] = i;
        out->ties[out->first[tie->target + 1]++] = i;
    }
    return true;
}

static void node_ties_free(node_ties *of)
{
    ent_i_free(of->first);
    ent_i_free(of->ties);
}

/* ---- what a node joins ---- */

/* A tie of the node looked at, seen from it. */
typedef struct reach {
    const ent_node *far;
    double weight;
    double group_weight; /* of all its ties to that community */
} reach;

/* By community, that of most weight first; within it by weight. */
static int by_group(const void *a, const void *b)
{
    const reach *x = a;
    const reach *y = b;
    if (x->group_weight != y->group_weight)
        return x->group_weight > y->group_weight ? -1 : 1;
    if (x->far->community != y->far->community)
        return x->far->community < y->far->community ? -1 : 1;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return strcmp(x->far->id, y->far->id);
}

typedef ENT_I_VEC(reach) reaches;

/* `sums` has a 0 for each community, before and after. */
static bool look_around(reaches *out, const ent_network *network,
                        const node_ties *of, size_t node, double *sums)
{
    out->n = 0;
    for (size_t k = of->first[node]; k < of->first[node + 1]; k++) {
        const ent_tie *tie = ent_network_tie(network, of->ties[k]);
        const ent_node *far = ent_network_node(
            network, tie->source == node ? tie->target : tie->source);
        if (!ent_i_vec_push(out, ((reach){far, tie->weight, 0})))
            return false;
        sums[far->community] += tie->weight;
    }
    for (size_t k = 0; k < out->n; k++)
        out->items[k].group_weight = sums[out->items[k].far->community];
    for (size_t k = 0; k < out->n; k++)
        sums[out->items[k].far->community] = 0;
    ent_i_sort(out->items, out->n, sizeof *out->items, by_group);
    return true;
}

/* The end of the run of one community. */
static size_t run_end(const reaches *all, size_t from)
{
    size_t end = from;
    while (end < all->n &&
           all->items[end].far->community == all->items[from].far->community)
        end++;
    return end;
}

static size_t count_groups(const reaches *all)
{
    size_t groups = 0;
    for (size_t i = 0; i < all->n; i = run_end(all, i))
        groups++;
    return groups;
}

/* ---- the tables ---- */

typedef struct brokers {
    ent_i_page *page;
    const ent_i_contents *of;
    node_ties ties;
    reaches around;
    double *sums; /* by community; 0 between uses */
} brokers;

static const ent_i_column head_columns[] = {
    {"rank", "#", ENT_I_CELL_WHOLE, 0, 0},
    {"id", "Id", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"label", "Name", ENT_I_CELL_TEXT, 0, 0},
    {"groups", "Groups", ENT_I_CELL_WHOLE, 0, 0},
};

static const ent_i_column tail_columns[] = {
    {"community", "Group", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
};

/* Every measure of brokerage, even those that other tables have no room for. */
static void make_columns(ent_i_columns *columns)
{
    ent_i_columns_add(columns, head_columns,
                      sizeof head_columns / sizeof *head_columns);
    for (size_t i = 0; i < ent_measure_count(); i++)
        if (ent_measure_at(i)->brokerage) {
            ent_i_columns_add_measure(columns, ent_measure_at(i));
            columns->items[columns->n - 1].flags = 0;
        }
    ent_i_columns_add(columns, tail_columns,
                      sizeof tail_columns / sizeof *tail_columns);
}

static void add_broker(brokers *b, ent_i_table *table, size_t place)
{
    const ent_i_ranked_node *at = b->of->brokers[place];
    const ent_network *network = b->of->network;
    if (!look_around(&b->around, network, &b->ties, at->index, b->sums)) {
        b->page->no_memory = true;
        return;
    }
    ent_i_add_number(b->page, table, (double)place + 1);
    ent_i_add_text(b->page, table, at->node->id);
    ent_i_add_text(b->page, table, at->node->label);
    ent_i_add_number(b->page, table, (double)count_groups(&b->around));
    for (size_t i = 0; i < ent_measure_count(); i++)
        if (ent_measure_at(i)->brokerage)
            ent_i_add_number(b->page, table,
                             ent_network_measure(network, at->index, i));
    ent_i_add_number(b->page, table,
                     ent_i_group_number(b->page, at->node->community));
}

static bool is_brokerage(const ent_i_page *page, const ent_measure *measure)
{
    (void)page;
    return measure->brokerage;
}

static void put_brokers(brokers *b, size_t rows)
{
    ent_i_columns columns = {.n = 0};
    ent_i_table table = {.key = "brokers", .style = ENT_I_TABLE_GRID};
    make_columns(&columns);
    table.columns = columns.items;
    table.column_count = columns.n;
    for (size_t i = 0; i < rows && !b->page->no_memory; i++)
        add_broker(b, &table, i);
    ent_i_page_section(b->page, "Who connects groups", rows,
                       b->of->broker_count, &table);
    if (rows && !b->page->format->data)
        ent_i_put_glosses(b->page, is_brokerage);
}

/* ---- which groups they join ---- */

static const ent_i_column join_columns[] = {
    {"id", "Id", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"label", "Who", ENT_I_CELL_TEXT, 0, 0},
    {"community", "Group", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"group", "Group", ENT_I_CELL_TEXT, 0, 0},
    {"ties", "Ties", ENT_I_CELL_WHOLE, 0, 0},
    {"weight", "Weight", ENT_I_CELL_REAL, 2, 0},
    {"share", "Share", ENT_I_CELL_REAL, 4, ENT_I_COLUMN_DATA},
    {"through", "Through", ENT_I_CELL_NAMES, 0, 0},
};

/* The names that tie the node to one community, the strongest first; people get
 * a few. */
static ent_i_cell through_cell(brokers *b, ent_i_table *table, size_t from,
                               size_t end)
{
    size_t n = end - from;
    if (!b->page->format->data && n > NAMES_SHOWN)
        n = NAMES_SHOWN;
    const char **names = ent_i_arena_alloc(&table->arena, n * sizeof *names);
    b->page->no_memory = b->page->no_memory || !names;
    for (size_t i = 0; names && i < n; i++)
        names[i] = b->around.items[from + i].far->label;
    return (ent_i_cell){.names = names, .count = names ? n : 0};
}

static void add_join(brokers *b, ent_i_table *table, const ent_node *node,
                     size_t from, size_t end, double strength)
{
    const reach *first = &b->around.items[from];
    ent_i_add_text(b->page, table, node->id);
    ent_i_add_text(b->page, table,
                   from && b->page->format->terminal ? NULL : node->label);
    ent_i_add_number(b->page, table,
                     ent_i_group_number(b->page, first->far->community));
    ent_i_add_text(
        b->page, table,
        ent_i_group_name(b->page, &table->arena, b->of, first->far->community));
    ent_i_add_number(b->page, table, (double)(end - from));
    ent_i_add_number(b->page, table, first->group_weight);
    ent_i_add_number(b->page, table, first->group_weight / strength);
    ent_i_add(b->page, table, through_cell(b, table, from, end));
}

static void add_joins(brokers *b, ent_i_table *table, size_t place)
{
    const ent_i_ranked_node *at = b->of->brokers[place];
    double strength = 0;
    if (!look_around(&b->around, b->of->network, &b->ties, at->index,
                     b->sums)) {
        b->page->no_memory = true;
        return;
    }
    for (size_t i = 0; i < b->around.n; i++)
        strength += b->around.items[i].weight;
    size_t groups = 0;
    for (size_t i = 0, end; i < b->around.n && !b->page->no_memory; i = end) {
        end = run_end(&b->around, i);
        if (b->page->format->data || groups++ < GROUPS_SHOWN)
            add_join(b, table, at->node, i, end, strength);
    }
}

static void put_joins(brokers *b, size_t rows)
{
    ent_i_table table = {.key = "joins",
                         .style = ENT_I_TABLE_GRID,
                         .columns = join_columns,
                         .column_count =
                             sizeof join_columns / sizeof *join_columns};
    for (size_t i = 0; i < rows && !b->page->no_memory; i++)
        add_joins(b, &table, i);
    ent_i_page_section(b->page, "Which groups they join, and through whom",
                       rows, rows, &table);
}

/* ---- both ---- */

void ent_i_put_brokers(ent_i_page *page, const ent_i_contents *of)
{
    brokers b = {.page = page, .of = of};
    b.sums = ent_i_calloc(of->group_count, sizeof *b.sums);
    page->no_memory =
        page->no_memory || !b.sums || !node_ties_make(&b.ties, of->network);
    if (!page->no_memory) {
        size_t rows = ent_i_page_few(page, of->broker_count);
        put_brokers(&b, rows);
        put_joins(&b, rows);
    }
    node_ties_free(&b.ties);
    ent_i_vec_free(&b.around);
    ent_i_free(b.sums);
}
