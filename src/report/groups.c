/* The communities and their members. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "report/sections.h"

enum { MEMBERS_SHOWN = 12 };

static const ent_i_column group_columns[] = {
    {"community", "Group", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"size", "Size", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"stability", "Stability", ENT_I_CELL_REAL, 2, ENT_I_COLUMN_DATA},
    {"members", "Members", ENT_I_CELL_NAMES, 0, ENT_I_COLUMN_DATA},
    {"head", "Size", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"body", "Members", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
};

/* "A, B, C and 4 more"; NULL when memory is out. The strongest members come
 * first, so those left out matter least. */
static const char *shortened(ent_i_arena *arena, const char *const *names,
                             size_t n)
{
    ent_i_string text = {0};
    bool good = true;
    for (size_t i = 0; good && i < n && i < MEMBERS_SHOWN; i++)
        good = (i == 0 || ent_i_string_adds(&text, ", ")) &&
               ent_i_string_adds(&text, names[i]);
    if (good && n > MEMBERS_SHOWN)
        good = ent_i_string_addf(&text, " and %zu more", n - MEMBERS_SHOWN);
    const char *copy =
        good && n ? ent_i_arena_strndup(arena, text.items, text.n) : NULL;
    ent_i_vec_free(&text);
    return copy;
}

/* One row, in the order of group_columns. Both forms are filled in; the columns
 * decide which is shown. */
static void add_group(ent_i_page *page, ent_i_table *table, size_t community,
                      double stability, const char *const *names, size_t n)
{
    char head[80], digits[40];
    int used = snprintf(head, sizeof head, "%zu names", n);
    if (!isnan(stability))
        snprintf(head + used, sizeof head - (size_t)used, ", stability %s",
                 ent_i_cell_real(stability, 2, true, digits));
    const char *size = ent_i_arena_strdup(&table->arena, head);
    const char *members = shortened(&table->arena, names, n);
    page->no_memory = page->no_memory || !size || !members;
    ent_i_add_number(page, table, ent_i_group_number(page, community));
    ent_i_add_number(page, table, (double)n);
    ent_i_add_number(page, table, stability);
    ent_i_add(page, table, (ent_i_cell){.names = names, .count = n});
    ent_i_add_text(page, table, size);
    ent_i_add_text(page, table, members);
}

/* Lists the labels of each community's members, strongest first: those of
 * community c are names[first[c]] .. names[first[c + 1] - 1]. */
static bool collect_members(const ent_i_ranking *of, const char **names,
                            size_t *first, size_t communities)
{
    for (size_t i = 0; i < of->node_count; i++) {
        if (of->nodes[i].node->community >= communities)
            return false;
        first[of->nodes[i].node->community + 1]++;
    }
    for (size_t c = 0; c < communities; c++)
        first[c + 1] += first[c];
    for (size_t i = of->node_count; i-- > 0;)
        names[--first[of->nodes[i].node->community + 1]] =
            of->nodes[i].node->label;
    /* Each entry now holds its community's start, one place too late. */
    memmove(first, first + 1, communities * sizeof *first);
    first[communities] = of->node_count;
    return true;
}

/* Only programs get communities of one. When part of the network is shown, a
 * community may have one visible member, or none. */
static void put_rows(ent_i_page *page, ent_i_table *table,
                     const ent_network *network, const char *const *names,
                     const size_t *first)
{
    size_t communities = ent_network_get_summary(network)->communities;
    size_t fewest = page->format->data ? 1 : 2;
    size_t total = 0;
    for (size_t c = 0; c < communities; c++)
        total += first[c + 1] - first[c] >= fewest;
    size_t rows = ent_i_page_rows(page, total);
    for (size_t c = 0, n = 0; n < rows && !page->no_memory; c++) {
        size_t members = first[c + 1] - first[c];
        if (members < fewest)
            continue;
        add_group(page, table, c, ent_network_stability(network, c),
                  names + first[c], members);
        n++;
    }
    ent_i_page_section(page, "Groups", rows, total, table);
    if (rows && !page->format->data)
        page->format->note(page,
                           "Groups: communities found by Leiden's algorithm. "
                           "Stability: the share of a group's pairs that other "
                           "runs of the search put together too, 0 to 1.");
}

/* The largest groups by their members shown. */
static void plot_groups(ent_i_page *page, const ent_i_contents *of)
{
    enum { BARS = 12 };
    ent_i_mark marks[BARS];
    ent_i_arena arena = {0};
    size_t n = 0;
    for (uint32_t c = 0; c < of->group_count && n < BARS; c++)
        if (of->groups[c].size > 1)
            marks[n++] =
                (ent_i_mark){.label = ent_i_group_name(page, &arena, of, c),
                             .value = of->groups[c].size};
    ent_i_plot plot = {.kind = ENT_I_PLOT_BARS,
                       .title = "Size of the largest groups, in names",
                       .marks = marks,
                       .n = n};
    if (!page->no_memory)
        ent_i_page_plot(page, &plot);
    ent_i_arena_free(&arena);
}

void ent_i_put_groups(ent_i_page *page, const ent_i_contents *contents)
{
    const ent_i_ranking *of = &contents->central;
    size_t communities = ent_network_get_summary(of->network)->communities;
    const char **names = ent_i_calloc(of->node_count, sizeof *names);
    size_t *first = ent_i_calloc(communities + 2, sizeof *first);
    ent_i_table table = {.key = "communities",
                         .style = ENT_I_TABLE_LIST,
                         .columns = group_columns,
                         .column_count =
                             sizeof group_columns / sizeof *group_columns};
    page->no_memory = page->no_memory || !names || !first;
    if (!page->no_memory && collect_members(of, names, first, communities))
        put_rows(page, &table, of->network, names, first);
    plot_groups(page, contents);
    ent_i_free(names);
    ent_i_free(first);
}
