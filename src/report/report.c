/* The centrality report: figures for the whole, who is central, who is tied to
 * whom, and in which groups. */
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "report/sections.h"

static const ent_i_column summary_columns[] = {
    {"articles", "Articles", ENT_I_CELL_WHOLE, 0, 0},
    {"first", "First day", ENT_I_CELL_DATE, 0, 0},
    {"last", "Last day", ENT_I_CELL_DATE, 0, 0},
    {"windows", "Windows", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"windows_left_out", "Too large", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"left_out_text", "Left out", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"actors", "Names found", ENT_I_CELL_WHOLE, 0, 0},
    {"nodes", "In the network", ENT_I_CELL_WHOLE, 0, 0},
    {"ties", "Ties", ENT_I_CELL_WHOLE, 0, 0},
    {"measured_nodes", "Measured", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"measured_ties", "Measured", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"measured_text", "Measured", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"samples", "Samples", ENT_I_CELL_WHOLE, 0, ENT_I_COLUMN_DATA},
    {"density", "Density", ENT_I_CELL_REAL, 4, 0},
    {"components", "Components", ENT_I_CELL_WHOLE, 0, 0},
    {"communities", "Communities", ENT_I_CELL_WHOLE, 0, 0},
    {"modularity", "Modularity", ENT_I_CELL_REAL, 3, 0},
    {"options", "Options", ENT_I_CELL_PAIRS, 0, ENT_I_COLUMN_DATA},
    {"options_text", "Options", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
};

/* Alternating names and values; no names when memory is out. */
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

/* The settings worth showing: people need not read which filters are off. NULL
 * when memory is out. */
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

/* How many windows named too many; NULL when there are none, or when memory is
 * out. */
static const char *left_out_text(ent_i_arena *arena,
                                 const ent_network_summary *s)
{
    char text[80];
    if (!s->windows_left_out)
        return NULL;
    snprintf(text, sizeof text, "%u of %u windows, which name too many",
             (unsigned)s->windows_left_out, (unsigned)s->windows);
    return ent_i_arena_strdup(arena, text);
}

/* What the measures describe, when it is more than what is shown; otherwise
 * NULL, as when memory is out. */
static const char *measured_text(ent_i_arena *arena,
                                 const ent_network_summary *s)
{
    char text[120];
    if (s->measured_nodes == s->nodes && s->measured_ties == s->ties)
        return NULL;
    snprintf(text, sizeof text,
             "the whole network, of which this is a part: %u names, %u ties",
             (unsigned)s->measured_nodes, (unsigned)s->measured_ties);
    return ent_i_arena_strdup(arena, text);
}

/* Figures for the whole, and how they came about. The options are part of the
 * report: without them its figures can't be reproduced. */
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
    ent_i_add_number(page, &table, s->windows_left_out);
    ent_i_add_text(page, &table, left_out_text(&table.arena, s));
    ent_i_add_number(page, &table, s->actors);
    ent_i_add_number(page, &table, s->nodes);
    ent_i_add_number(page, &table, s->ties);
    ent_i_add_number(page, &table, s->measured_nodes);
    ent_i_add_number(page, &table, s->measured_ties);
    ent_i_add_text(page, &table, measured_text(&table.arena, s));
    ent_i_add_number(page, &table, s->samples);
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
    size_t by = ent_measure_find(copy.by ? copy.by : "strength");
    if (by == ent_measure_count())
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "report",
                          "expected the name of a measure to rank by, found "
                          "\"%s\"",
                          copy.by);
    if (!ent_i_rank(&of, network, by))
        return ent_i_no_memory(error, "report");
    page.format->begin(&page, "Who meets whom");
    put_summary(&page, network);
    ent_i_put_slices(&page, &of, by);
    ent_i_put_nodes(&page, &of);
    ent_i_put_ties(&page, &of);
    ent_i_put_groups(&page, &of);
    ent_i_ranking_free(&of);
    return ent_i_page_close(&page, error);
}
