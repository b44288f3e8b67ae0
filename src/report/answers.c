/* The answers first: who is central, who connects groups, who met whom and
 * when. */
#include <stdio.h>
#include <string.h>

#include "report/sections.h"

enum { NAMED = 3 };

static const ent_i_column columns[] = {
    {"read", "Read", ENT_I_CELL_TEXT, 0, 0},
    {"central", "Most central", ENT_I_CELL_TEXT, 0, 0},
    {"brokers", "Connect groups", ENT_I_CELL_TEXT, 0, 0},
    {"met", "Met most often", ENT_I_CELL_TEXT, 0, 0},
    {"groups", "Largest groups", ENT_I_CELL_TEXT, 0, 0},
};

static const char *plural(size_t n) { return n == 1 ? "" : "s"; }

static bool say_read(ent_i_string *out, const ent_i_contents *of)
{
    const ent_network_summary *s = ent_network_get_summary(of->network);
    char first[16], last[16];
    ent_date_format(s->first, first);
    ent_date_format(s->last, last);
    return ent_i_string_addf(out, "%u article%s", (unsigned)s->articles,
                             plural(s->articles)) &&
           (!first[0] ||
            ent_i_string_addf(
                out, strcmp(first, last) == 0 ? " of %s" : ", %s to %s", first,
                last)) &&
           ent_i_string_addf(out, ": %u name%s, %u tie%s", (unsigned)s->nodes,
                             plural(s->nodes), (unsigned)s->ties,
                             plural(s->ties));
}

/* Who has no tie is not central. */
static bool say_central(ent_i_string *out, const ent_i_contents *of)
{
    size_t degree = ent_measure_find("degree");
    bool good = true;
    for (size_t i = 0; good && i < of->central.node_count && i < NAMED; i++) {
        const ent_i_ranked_node *at = &of->central.nodes[i];
        if (ent_network_measure(of->network, at->index, degree) > 0)
            good = ent_i_string_addf(out, "%s%s", out->n ? ", " : "",
                                     at->node->label);
    }
    return good && (!out->n || ent_i_string_addf(out, " (by %s)",
                                                 ent_measure_at(of->by)->name));
}

static bool say_brokers(ent_i_string *out, const ent_i_contents *of)
{
    bool good = true;
    for (size_t i = 0; good && i < of->broker_count && i < NAMED; i++)
        good = ent_i_string_addf(out, "%s%s", i ? ", " : "",
                                 of->brokers[i]->node->label);
    return good;
}

static bool say_met(ent_i_string *out, const ent_i_contents *of)
{
    bool good = true;
    char day[16];
    for (size_t i = 0; good && i < of->met.n && i < NAMED; i++) {
        const ent_i_met *met = &of->met.items[i];
        ent_date_format(met->last, day);
        good = ent_i_string_addf(
            out, "%s%s and %s (%u event%s%s%s)", i ? "; " : "",
            ent_network_node(of->network, met->tie->source)->label,
            ent_network_node(of->network, met->tie->target)->label,
            (unsigned)met->tie->events, plural(met->tie->events),
            day[0] ? ", last " : "", day);
    }
    return good;
}

/* "Ann Roe, Bo Lee and 3 more". */
static bool say_group(ent_i_string *out, const ent_i_group *group)
{
    return ent_i_string_addf(
               out, "%s%s%s%s", out->n ? "; " : "", group->leaders[0]->label,
               group->size > 2 ? ", " : " and ", group->leaders[1]->label) &&
           (group->size == 2 ||
            ent_i_string_addf(out, " and %u more", (unsigned)group->size - 2));
}

/* A group of one is none. */
static bool say_groups(ent_i_string *out, const ent_i_contents *of)
{
    bool good = true;
    for (size_t c = 0; good && c < of->group_count && c < NAMED; c++)
        if (of->groups[c].size > 1)
            good = say_group(out, &of->groups[c]);
    return good;
}

void ent_i_put_answers(ent_i_page *page, const ent_i_contents *of)
{
    static bool (*const say[])(ent_i_string *, const ent_i_contents *) = {
        say_read, say_central, say_brokers, say_met, say_groups};
    ent_i_table table = {.key = "answers",
                         .style = ENT_I_TABLE_FACTS,
                         .columns = columns,
                         .column_count = sizeof columns / sizeof *columns};
    if (page->format->data)
        return;
    for (size_t i = 0; i < sizeof say / sizeof *say; i++) {
        ent_i_string text = {0};
        bool good = ent_i_string_adds(&text, "") && say[i](&text, of);
        const char *copy =
            good ? ent_i_arena_strndup(&table.arena, text.items, text.n) : NULL;
        page->no_memory = page->no_memory || !copy;
        ent_i_add_text(page, &table, copy);
        ent_i_vec_free(&text);
    }
    ent_i_page_table(page, &table);
}
