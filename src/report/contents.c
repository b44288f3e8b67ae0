/* What several sections of a report need, found once. */
#include <math.h>
#include <string.h>

#include "report/contact.h"
#include "report/sections.h"

/* ---- brokers ---- */

/* A participation of 0, but for rounding, means a single community. */
static bool choose_brokers(ent_i_contents *out)
{
    const ent_i_ranking *of = &out->between;
    size_t spread = ent_measure_find("participation");
    out->brokers = ent_i_malloc(of->node_count * sizeof *out->brokers);
    for (size_t i = 0; out->brokers && i < of->node_count; i++)
        if (ent_network_measure(out->network, of->nodes[i].index, spread) >
            1e-9)
            out->brokers[out->broker_count++] = &of->nodes[i];
    return out->brokers != NULL;
}

/* ---- groups ---- */

/* The strongest members come first in the ranking by strength. */
static bool name_groups(ent_i_contents *out)
{
    ent_i_ranking strong;
    out->group_count = ent_network_get_summary(out->network)->communities;
    out->groups = ent_i_calloc(out->group_count, sizeof *out->groups);
    if (!out->groups ||
        !ent_i_rank(&strong, out->network, ent_measure_find("strength")))
        return false;
    for (size_t i = 0; i < strong.node_count; i++) {
        const ent_node *node = strong.nodes[i].node;
        if (node->community >= out->group_count)
            continue;
        ent_i_group *group = &out->groups[node->community];
        if (group->size < ENT_I_LEADERS)
            group->leaders[group->size] = node;
        group->size++;
    }
    ent_i_ranking_free(&strong);
    return true;
}

double ent_i_group_number(const ent_i_page *page, size_t index)
{
    if (index == ENT_NONE)
        return NAN;
    return (double)index + (page->format->data ? 0 : 1);
}

const char *ent_i_group_name(ent_i_page *page, ent_i_arena *arena,
                             const ent_i_contents *of, uint32_t community)
{
    ent_i_string text = {0};
    bool good = ent_i_string_adds(&text, "");
    if (community >= of->group_count)
        return "";
    const ent_i_group *group = &of->groups[community];
    if (!page->format->data)
        good = ent_i_string_addf(&text, "%u · ", (unsigned)community + 1);
    for (size_t i = 0; good && i < ENT_I_LEADERS && group->leaders[i]; i++)
        good = ent_i_string_addf(&text, "%s%s", i ? ", " : "",
                                 group->leaders[i]->label);
    const char *copy =
        good ? ent_i_arena_strndup(arena, text.items, text.n) : NULL;
    ent_i_vec_free(&text);
    page->no_memory = page->no_memory || !copy;
    return copy;
}

/* ---- who met ---- */

/* The day that is told, or else the article's. */
static void add_day(ent_i_met *met, const ent_evidence *evidence)
{
    ent_date day = evidence->encounter->when != ENT_NO_DATE
                       ? evidence->encounter->when
                       : ent_article_date(evidence->article);
    met->held++;
    if (day == ENT_NO_DATE)
        return;
    if (met->first == ENT_NO_DATE || day < met->first)
        met->first = day;
    if (met->last == ENT_NO_DATE || day > met->last)
        met->last = day;
}

static int by_events(const void *a, const void *b)
{
    const ent_i_met *x = a;
    const ent_i_met *y = b;
    if (x->tie->events != y->tie->events)
        return x->tie->events > y->tie->events ? -1 : 1;
    if (x->encounters != y->encounters)
        return x->encounters > y->encounters ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static bool find_met(ent_i_contents *out)
{
    ent_evidence evidence = ENT_EVIDENCE_INIT;
    for (size_t i = 0; i < ent_network_tie_count(out->network); i++) {
        ent_i_met met = {.tie = ent_network_tie(out->network, i),
                         .index = i,
                         .first = ENT_NO_DATE,
                         .last = ENT_NO_DATE};
        for (int kind = 0; kind < ENT_KIND_COUNT; kind++)
            met.encounters +=
                ent_network_encounters(out->network, i, (ent_kind)kind);
        if (!met.encounters)
            continue;
        for (size_t k = 0; ent_network_evidence(out->network, i, k, &evidence);
             k++)
            if (evidence.encounter && evidence.encounter->standing == ENT_HELD)
                add_day(&met, &evidence);
        if (!ent_i_vec_push(&out->met, met))
            return false;
    }
    ent_i_sort(out->met.items, out->met.n, sizeof *out->met.items, by_events);
    return true;
}

/* ---- all ---- */

bool ent_i_contents_make(ent_i_contents *out, const ent_network *network,
                         size_t by, size_t brokers_by)
{
    out->network = network;
    out->by = by;
    return ent_i_rank(&out->central, network, by) &&
           ent_i_rank(&out->between, network, brokers_by) &&
           choose_brokers(out) && name_groups(out) && find_met(out);
}

void ent_i_contents_free(ent_i_contents *of)
{
    ent_i_ranking_free(&of->central);
    ent_i_ranking_free(&of->between);
    ent_i_free(of->brokers);
    ent_i_free(of->groups);
    ent_i_vec_free(&of->met);
}
