/* How a report came about: what its measures mean, with which options, what was
 * left out, and how to cite it. */
#include <stdio.h>
#include <string.h>

#include "entente/entente.h"
#include "report/sections.h"

/* ---- definitions ---- */

static const ent_i_column definition_columns[] = {
    {"of", "Of", ENT_I_CELL_TEXT, 0, 0},
    {"measure", "Measure", ENT_I_CELL_TEXT, 0, 0},
    {"weighted", "Weights count", ENT_I_CELL_TEXT, 0, 0},
    {"value", "Value", ENT_I_CELL_TEXT, 0, 0},
    {"meaning", "Meaning", ENT_I_CELL_TEXT, 0, 0},
    {"formula", "Formula", ENT_I_CELL_TEXT, 0, 0},
    {"defined_by", "Source", ENT_I_CELL_TEXT, 0, 0},
};

/* A list has a head and a body, which is the formula with its source. */
static const ent_i_column list_columns[] = {
    {"head", "Measure", ENT_I_CELL_TEXT, 0, 0},
    {"body", "Formula", ENT_I_CELL_TEXT, 0, 0},
};

typedef const ent_measure *measure_source(size_t i);

static const struct {
    const char *of;
    measure_source *at;
} tables[] = {{"names", ent_measure_at},
              {"ties", ent_tie_measure_at},
              {"the network", ent_graph_measure_at}};

/* Distances in steps are counted apart from those by weight. */
static bool is_estimated(const ent_network *network, const ent_measure *measure)
{
    const ent_network_summary *s = ent_network_get_summary(network);
    return measure->sampled &&
           (measure->weighted ? s->samples : s->distance_samples) > 0;
}

static void add_definition(ent_i_page *page, ent_i_table *table,
                           const ent_network *network, const char *of,
                           const ent_measure *m)
{
    ent_i_add_text(page, table, of);
    ent_i_add_text(page, table, m->name);
    ent_i_add_text(page, table, m->weighted ? "yes" : "no");
    ent_i_add_text(page, table,
                   is_estimated(network, m) ? "estimate" : "exact");
    ent_i_add_text(page, table, m->help);
    ent_i_add_text(page, table, m->formula);
    ent_i_add_text(page, table, m->source);
}

/* A terminal gets those that its tables show. */
static void add_entry(ent_i_page *page, ent_i_table *table,
                      const ent_network *network, const ent_measure *m)
{
    ent_i_string head = {0}, body = {0};
    if (m->show != ENT_SHOW_ALWAYS && !m->brokerage)
        return;
    bool good =
        ent_i_string_addf(&head, "%s: %s%s", m->heading, m->help,
                          is_estimated(network, m) ? " (estimate)" : "") &&
        ent_i_string_addf(&body, "%s%s%s", m->formula ? m->formula : "",
                          m->formula && m->source ? ". " : "",
                          m->source ? m->source : "");
    const char *texts[] = {
        good ? ent_i_arena_strndup(&table->arena, head.items, head.n) : NULL,
        good ? ent_i_arena_strndup(&table->arena, body.items, body.n) : NULL};
    page->no_memory = page->no_memory || !texts[0] || !texts[1];
    ent_i_add_text(page, table, texts[0]);
    ent_i_add_text(page, table, texts[1]);
    ent_i_vec_free(&head);
    ent_i_vec_free(&body);
}

static void put_list(ent_i_page *page, const ent_network *network)
{
    ent_i_table table = {.key = "measures",
                         .style = ENT_I_TABLE_LIST,
                         .columns = list_columns,
                         .column_count =
                             sizeof list_columns / sizeof *list_columns};
    for (size_t i = 0; i < ent_measure_count(); i++)
        add_entry(page, &table, network, ent_measure_at(i));
    ent_i_page_table(page, &table);
}

static void put_definitions(ent_i_page *page, const ent_network *network)
{
    ent_i_table table = {.key = "measures",
                         .style = ENT_I_TABLE_GRID,
                         .columns = definition_columns,
                         .column_count = sizeof definition_columns /
                                         sizeof *definition_columns};
    const ent_measure *m;
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++)
        for (size_t i = 0; (m = tables[t].at(i)); i++)
            add_definition(page, &table, network, tables[t].of, m);
    ent_i_page_table(page, &table);
}

/* ---- how it was made ---- */

static const ent_i_column made_columns[] = {
    {"program", "Program", ENT_I_CELL_TEXT, 0, 0},
    {"options", "Options", ENT_I_CELL_PAIRS, 0, ENT_I_COLUMN_DATA},
    {"options_text", "Options", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"left_out", "Left out", ENT_I_CELL_TEXT, 0, ENT_I_COLUMN_HUMAN},
    {"skipped", "Inputs skipped", ENT_I_CELL_WHOLE, 0, 0},
    {"estimates", "Estimates", ENT_I_CELL_TEXT, 0, 0},
    {"cite", "Cite as", ENT_I_CELL_TEXT, 0, 0},
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

/* Counts of what was left out are settings too. */
static bool is_count(const ent_setting *s)
{
    return strstr(s->name, "-left-out") || strstr(s->name, "-without-");
}

/* The settings worth showing, of one of the two sorts: people need not read
 * which filters are off. */
static bool write_settings(ent_i_string *out, const ent_network *network,
                           bool counts)
{
    const ent_setting *s;
    bool good = ent_i_string_adds(out, "");
    for (size_t i = 0; good && (s = ent_network_setting(network, i)); i++)
        if (is_count(s) == counts && s->value[0] &&
            strcmp(s->value, "0") != 0 && strcmp(s->name, "entente") != 0)
            good = ent_i_string_addf(out, "%s%s=%s", out->n ? ", " : "",
                                     s->name, s->value);
    return good;
}

static bool write_estimates(ent_i_string *out, const ent_network *network)
{
    const ent_network_summary *s = ent_network_get_summary(network);
    bool good = ent_i_string_adds(out, "");
    if (s->samples)
        good = ent_i_string_addf(
            out,
            "betweenness and closeness, from %u names, drawn by the seed, with "
            "standard errors",
            (unsigned)s->samples);
    if (good && s->distance_samples)
        good = ent_i_string_addf(
            out,
            "%smean distance and diameter (at least so much), from %u "
            "names",
            out->n ? "; " : "", (unsigned)s->distance_samples);
    return good;
}

static bool write_citation(ent_i_string *out, const ent_network *network)
{
    const ent_network_summary *s = ent_network_get_summary(network);
    char first[16], last[16];
    ent_date_format(s->first, first);
    ent_date_format(s->last, last);
    ent_i_string options = {0};
    bool good =
        write_settings(&options, network, false) &&
        ent_i_string_addf(out,
                          "Who meets whom in %u article%s%s%s%s%s, as found by "
                          "entente %s (%s)",
                          (unsigned)s->articles, s->articles == 1 ? "" : "s",
                          first[0] ? ", " : "", first, last[0] ? " to " : "",
                          last, ent_version(), options.items);
    ent_i_vec_free(&options);
    return good;
}

/* NULL when memory is out. */
static const char *keep(ent_i_page *page, ent_i_table *table,
                        ent_i_string *text, bool good)
{
    const char *copy =
        good ? ent_i_arena_strndup(&table->arena, text->items, text->n) : NULL;
    page->no_memory = page->no_memory || !copy;
    ent_i_vec_free(text);
    return copy;
}

static void put_making(ent_i_page *page, const ent_network *network)
{
    ent_i_string text = {0};
    ent_i_table table = {.key = "method",
                         .style = ENT_I_TABLE_FACTS,
                         .columns = made_columns,
                         .column_count =
                             sizeof made_columns / sizeof *made_columns};
    ent_i_cell options = settings_cell(&table.arena, network);
    page->no_memory = page->no_memory || !options.names;
    bool good = ent_i_string_addf(&text, "entente %s", ent_version());
    ent_i_add_text(page, &table, keep(page, &table, &text, good));
    ent_i_add(page, &table, options);
    good = write_settings(&text, network, false);
    ent_i_add_text(page, &table, keep(page, &table, &text, good));
    good = write_settings(&text, network, true);
    ent_i_add_text(page, &table, keep(page, &table, &text, good));
    ent_i_add_number(page, &table, page->options->skipped);
    good = write_estimates(&text, network);
    ent_i_add_text(page, &table, keep(page, &table, &text, good));
    good = write_citation(&text, network);
    ent_i_add_text(page, &table, keep(page, &table, &text, good));
    ent_i_page_table(page, &table);
}

void ent_i_put_method(ent_i_page *page, const ent_network *network)
{
    page->format->heading(page, "How this was found");
    if (page->format->terminal)
        put_list(page, network);
    else
        put_definitions(page, network);
    if (!page->format->data)
        page->format->note(page,
                           "n names, m ties, w(a,b) the weight of a tie, k(v) "
                           "the ties of v, strength(v) their weight, d(a,b) a "
                           "distance.");
    put_making(page, network);
}
