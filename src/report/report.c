/* The centrality report: who is central, who is tied to whom, which groups. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "report/contact.h"
#include "report/page.h"
#include "report/rank.h"

enum { MEMBERS_SHOWN = 12 };

static const ent_i_column summary_columns[] = {
    {"articles", "Articles", ENT_I_CELL_WHOLE, 0, 0},
    {"first", "First day", ENT_I_CELL_DATE, 0, 0},
    {"last", "Last day", ENT_I_CELL_DATE, 0, 0},
    {"windows", "Windows", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"actors", "Names found", ENT_I_CELL_WHOLE, 0, 0},
    {"nodes", "In the network", ENT_I_CELL_WHOLE, 0, 0},
    {"ties", "Ties", ENT_I_CELL_WHOLE, 0, 0},
    {"density", "Density", ENT_I_CELL_REAL, 4, 0},
    {"components", "Components", ENT_I_CELL_WHOLE, 0, 0},
    {"communities", "Communities", ENT_I_CELL_WHOLE, 0, 0},
    {"modularity", "Modularity", ENT_I_CELL_REAL, 3, 0},
    {"options", "Options", ENT_I_CELL_PAIRS, 0, ENT_I_COLUMN_DATA},
    {"options_text", "Options", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
};

/* Names and values in turn; no names when memory is out. */
static ent_i_cell settings_cell(ent_i_arena *arena, const ent_network *network)
{
    size_t n = ent_network_setting_count(network);
    const char **names = ent_i_arena_alloc(arena, 2 * n * sizeof *names);
    for (size_t i = 0; names && i < n; i++) {
        names[2 * i] = ent_network_setting(network, i)->name;
        names[2 * i + 1] = ent_network_setting(network, i)->value;
    }
    return (ent_i_cell){.names = names, .count = names ? 2 * n : 0};
}

/* The settings that say something: people need not read which filters are off.
 * NULL when memory is out. */
static const char *settings_text(ent_i_arena *arena, const ent_network *network)
{
    ent_i_string text = {0};
    const ent_setting *s;
    bool good = ent_i_string_adds(&text, "");
    for (size_t i = 0; good && (s = ent_network_setting(network, i)); i++)
        if (s->value[0] && strcmp(s->value, "0") != 0)
            good = ent_i_string_addf(&text, "%s%s=%s", text.n ? ", " : "",
                                     s->name, s->value);
    const char *copy =
        good ? ent_i_arena_strndup(arena, text.items, text.n) : NULL;
    ent_i_vec_free(&text);
    return copy;
}

/* Figures of the whole, and how they came about. The options are part of the
 * report: without them its figures can't be made again. */
static void put_summary(ent_i_page *page, const ent_network *network)
{
    const ent_network_summary *s = ent_network_get_summary(network);
    ent_i_table table = {"summary",
                         ENT_I_TABLE_FACTS,
                         summary_columns,
                         sizeof summary_columns / sizeof *summary_columns,
                         {0},
                         {0}};
    ent_i_add_number(page, &table, s->articles);
    ent_i_add_date(page, &table, s->first);
    ent_i_add_date(page, &table, s->last);
    ent_i_add_number(page, &table, s->windows);
    ent_i_add_number(page, &table, s->actors);
    ent_i_add_number(page, &table, s->nodes);
    ent_i_add_number(page, &table, s->ties);
    ent_i_add_number(page, &table, s->density);
    ent_i_add_number(page, &table, s->components);
    ent_i_add_number(page, &table, s->communities);
    ent_i_add_number(page, &table, s->modularity);
    ent_i_cell options = settings_cell(&table.arena, network);
    const char *few = settings_text(&table.arena, network);
    page->no_memory = page->no_memory || !options.names || !few;
    ent_i_add(page, &table, options);
    ent_i_add_text(page, &table, few);
    ent_i_page_table(page, &table);
}

static const ent_i_column node_columns[] = {
    {"rank", "#", ENT_I_CELL_WHOLE, 0, 0},
    {"id", "Id", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"label", "Name", ENT_I_CELL_TEXT, 0, 0},
    {"type", "Type", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_WIDE},
    {"mentions", "Mentions", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_WIDE},
    {"articles", "Articles", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_WIDE},
    {"degree", "Ties", ENT_I_CELL_WHOLE, 0, 0},
    {"strength", "Strength", ENT_I_CELL_REAL, 2, 0},
    {"betweenness", "Between", ENT_I_CELL_REAL, 3, 0},
    {"closeness", "Close", ENT_I_CELL_REAL, 4, 0},
    {"eigenvector", "Eigen", ENT_I_CELL_REAL, 3, 0},
    {"pagerank", "PageRank", ENT_I_CELL_REAL, 4, 0},
    {"community", "Group", ENT_I_CELL_WHOLE, 0, 0},
    {"component", "Component", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"first", "First", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_DATA},
    {"last", "Last", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_DATA},
    {"curated", "Curated", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_WIDE},
};

/* People count groups from 1; programs from 0, as in the exported files.
 * Nobody's group is no number, not 0, which is the largest group's. */
static double group_number(const ent_i_page *page, size_t index)
{
    if (index == ENT_NONE)
        return NAN;
    return (double)index + (page->format->data ? 0 : 1);
}

/* One row; its order is that of node_columns. */
static void add_node(ent_i_page *page, ent_i_table *table, const ent_node *node,
                     size_t place)
{
    ent_i_add_number(page, table, (double)place);
    ent_i_add_text(page, table, node->id);
    ent_i_add_text(page, table, node->label);
    ent_i_add_text(page, table, ent_type_name((ent_type)node->type));
    ent_i_add_number(page, table, node->mentions);
    ent_i_add_number(page, table, node->articles);
    ent_i_add_number(page, table, node->degree);
    ent_i_add_number(page, table, node->strength);
    ent_i_add_number(page, table, node->betweenness);
    ent_i_add_number(page, table, node->closeness);
    ent_i_add_number(page, table, node->eigenvector);
    ent_i_add_number(page, table, node->pagerank);
    ent_i_add_number(page, table, group_number(page, node->community));
    ent_i_add_number(page, table, group_number(page, node->component));
    ent_i_add_date(page, table, node->first);
    ent_i_add_date(page, table, node->last);
    ent_i_add_text(page, table, node->curated ? "yes" : "no");
}

/* Ranked by strength, which people can check against the ties; the other
 * measures stand beside it. */
static void put_nodes(ent_i_page *page, const ent_i_ranking *of)
{
    size_t rows = ent_i_page_rows(page, of->node_count);
    ent_i_table table = {
        "nodes",      ENT_I_TABLE_GRID,
        node_columns, sizeof node_columns / sizeof *node_columns,
        {0},          {0}};
    for (size_t i = 0; i < rows && !page->no_memory; i++)
        add_node(page, &table, of->nodes[i], i + 1);
    ent_i_page_section(page, "Most central", rows, of->node_count, &table);
    if (page->no_memory || page->format->data || !rows)
        return;
    page->format->note(
        page, "Strength: sum of the weights of the ties. Between: how often on "
              "the shortest paths of others. Close: how near to all others. "
              "Eigen: tied to those who are central. PageRank: how often a "
              "random walk comes by. Shown from 0 to 1 except Ties and "
              "Strength.");
    if (ent_network_get_summary(of->network)->sampled)
        page->format->note(page, "Between and Close are estimated from a "
                                 "sample, as the network is large.");
}

static const ent_i_column tie_columns[] = {
    {"rank", "#", ENT_I_CELL_WHOLE, 0, 0},
    {"source", "Who", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"target", "Whom", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_DATA},
    {"source_label", "Who", ENT_I_CELL_TEXT, 0, 0},
    {"target_label", "Whom", ENT_I_CELL_TEXT, 0, 0},
    {"weight", "Weight", ENT_I_CELL_REAL, 2, 0},
    {"count", "Together", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_WIDE},
    {"articles", "Articles", ENT_I_CELL_WHOLE, 0, 0},
    {"contact", "Contact", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"meet", "Meet", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"call", "Call", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"joint", "Joint", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"first", "First", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_WIDE},
    {"last", "Last", ENT_I_CELL_DATE, 0, ENT_I_COLUMN_WIDE},
};

/* One row; its order is that of tie_columns. People are told how often the two
 * met, and how often only a plan or a refusal is reported: going through the
 * evidence for that is worth it for the rows that they see. */
static void add_tie(ent_i_page *page, ent_i_table *table,
                    const ent_network *network, const ent_i_ranked_tie *ranked,
                    size_t place)
{
    const ent_tie *tie = ranked->tie;
    const ent_node *source = ent_network_node(network, tie->source);
    const ent_node *target = ent_network_node(network, tie->target);
    ent_i_contacts contacts = {0};
    if (!page->format->data)
        contacts = ent_i_count_contacts(network, ranked->index);
    ent_i_add_number(page, table, (double)place);
    ent_i_add_text(page, table, source->id);
    ent_i_add_text(page, table, target->id);
    ent_i_add_text(page, table, source->label);
    ent_i_add_text(page, table, target->label);
    ent_i_add_number(page, table, tie->weight);
    ent_i_add_number(page, table, tie->count);
    ent_i_add_number(page, table, tie->articles);
    ent_i_add_text(page, table, ent_i_contacts_text(&table->arena, &contacts));
    for (int kind = 0; kind < ENT_KIND_COUNT; kind++)
        ent_i_add_number(page, table, tie->encounters[kind]);
    ent_i_add_date(page, table, tie->first);
    ent_i_add_date(page, table, tie->last);
}

static void put_ties(ent_i_page *page, const ent_i_ranking *of)
{
    size_t rows = ent_i_page_rows(page, of->tie_count);
    ent_i_table table = {"ties",      ENT_I_TABLE_GRID,
                         tie_columns, sizeof tie_columns / sizeof *tie_columns,
                         {0},         {0}};
    for (size_t i = 0; i < rows && !page->no_memory; i++)
        add_tie(page, &table, of->network, &of->ties[i], i + 1);
    ent_i_page_section(page, "Strongest ties", rows, of->tie_count, &table);
}

static const ent_i_column group_columns[] = {
    {"community", "Group", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"size", "Size", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"members", "Members", ENT_I_CELL_NAMES, 0, ENT_I_COLUMN_DATA},
    {"head", "Size", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"body", "Members", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
};

/* "A, B, C and 4 more"; NULL when memory is out. The strongest members stand
 * first, so those that are left out matter least. */
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

/* One row; its order is that of group_columns. Both forms are filled, as the
 * columns decide which one is seen. */
static void add_group(ent_i_page *page, ent_i_table *table, size_t community,
                      const char *const *names, size_t n)
{
    char head[40];
    snprintf(head, sizeof head, "%zu names", n);
    const char *size = ent_i_arena_strdup(&table->arena, head);
    const char *members = shortened(&table->arena, names, n);
    page->no_memory = page->no_memory || !size || !members;
    ent_i_add_number(page, table, group_number(page, community));
    ent_i_add_number(page, table, (double)n);
    ent_i_add(page, table, (ent_i_cell){.names = names, .count = n});
    ent_i_add_text(page, table, size);
    ent_i_add_text(page, table, members);
}

/* The labels of each community's members, strongest first: those of community
 * c are names[first[c]] .. names[first[c + 1] - 1]. */
static bool collect_members(const ent_i_ranking *of, const char **names,
                            size_t *first, size_t communities)
{
    for (size_t i = 0; i < of->node_count; i++) {
        if (of->nodes[i]->community >= communities)
            return false;
        first[of->nodes[i]->community + 1]++;
    }
    for (size_t c = 0; c < communities; c++)
        first[c + 1] += first[c];
    for (size_t i = of->node_count; i-- > 0;)
        names[--first[of->nodes[i]->community + 1]] = of->nodes[i]->label;
    /* Each entry now holds its community's start, one place too far on. */
    memmove(first, first + 1, communities * sizeof *first);
    first[communities] = of->node_count;
    return true;
}

/* Communities are numbered by size; those of one are left to programs. */
static void put_groups(ent_i_page *page, const ent_i_ranking *of)
{
    size_t communities = ent_network_get_summary(of->network)->communities;
    const char **names = ent_i_calloc(of->node_count, sizeof *names);
    size_t *first = ent_i_calloc(communities + 2, sizeof *first);
    page->no_memory = page->no_memory || !names || !first;
    if (!page->no_memory && collect_members(of, names, first, communities)) {
        while (!page->format->data && communities &&
               first[communities] - first[communities - 1] < 2)
            communities--;
        size_t rows = ent_i_page_rows(page, communities);
        ent_i_table table = {
            "communities", ENT_I_TABLE_LIST,
            group_columns, sizeof group_columns / sizeof *group_columns,
            {0},           {0}};
        for (size_t c = 0; c < rows && !page->no_memory; c++)
            add_group(page, &table, c, names + first[c],
                      first[c + 1] - first[c]);
        ent_i_page_section(page, "Groups", rows, communities, &table);
    }
    ent_i_free(names);
    ent_i_free(first);
}

ent_status ent_report_write(const ent_network *network,
                            const ent_report_options *options,
                            const ent_sink *sink, ent_error *error)
{
    ent_i_page page;
    ent_report_options copy;
    ent_i_ranking of;
    ent_status status = ent_i_page_open(&page, &copy, options, sink, error);
    if (status)
        return status;
    if (!ent_i_rank(&of, network))
        return ent_i_no_memory(error, "report");
    page.format->begin(&page, "Who meets whom");
    put_summary(&page, network);
    put_nodes(&page, &of);
    put_ties(&page, &of);
    put_groups(&page, &of);
    ent_i_ranking_free(&of);
    return ent_i_page_close(&page, error);
}
