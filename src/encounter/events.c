/* News describes one meeting in several sentences: the first may give the day,
 * the next the place. The statements stay apart, since each is evidence, but
 * each takes missing details from the others where these agree. */
#include "encounter/events.h"

#include <string.h>

/* In sentences. Farther apart, two statements about the same people usually
 * describe two meetings. */
enum { NEAR = 10 };

/* How many of a's participants are also b's. Each participant is listed once,
 * so pairs can be counted. */
static uint32_t shared_people(const ent_article *article,
                              const ent_encounter *a, const ent_encounter *b)
{
    uint32_t shared = 0;
    for (uint32_t i = 0; i < a->participant_count; i++)
        for (uint32_t k = 0; k < b->participant_count; k++)
            shared += ent_i_same_person(article, a->participants[i],
                                        b->participants[k]);
    return shared;
}

static bool same_people(const ent_article *article, const ent_encounter *a,
                        const ent_encounter *b)
{
    return a->participant_count == b->participant_count &&
           shared_people(article, a, b) == a->participant_count;
}

/* Sentences are numbered from the title on; what the title says about a meeting
 * applies to the one in the text. */
static bool is_near(const ent_encounter *a, const ent_encounter *b)
{
    uint32_t apart = a->sentence > b->sentence ? a->sentence - b->sentence
                                               : b->sentence - a->sentence;
    return apart <= NEAR;
}

static bool same_text(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

static bool same_day(const ent_encounter *a, const ent_encounter *b)
{
    return a->when != ENT_NO_DATE || b->when != ENT_NO_DATE
               ? a->when == b->when
               : same_text(a->when_text, b->when_text);
}

/* The range of encounters near number i; they are in sentence order. */
static void near_ones(const ent_article *article, size_t i, size_t *first,
                      size_t *end)
{
    const ent_encounter *all = article->encounters.items;
    *first = i;
    while (*first > 0 && is_near(&all[*first - 1], &all[i]))
        --*first;
    *end = i + 1;
    while (*end < article->encounters.n && is_near(&all[*end], &all[i]))
        ++*end;
}

/* ---- when and where ---- */

/* The statements near number i that can complete it: one that says when, one
 * that says where. NULL when none says so. */
typedef struct event {
    const ent_encounter *when;
    const ent_encounter *where;
    bool disagree;
} event;

static void add_statement(event *of, const ent_encounter *e)
{
    if (e->when_text) {
        of->disagree |= of->when && !same_day(of->when, e);
        of->when = e;
    }
    if (e->where) {
        of->disagree |= of->where && !same_text(of->where->where, e->where);
        of->where = e;
    }
}

static event event_of(const ent_article *article, const bool *told, size_t i)
{
    const ent_encounter *all = article->encounters.items;
    event found = {NULL, NULL, false};
    size_t first, end;
    near_ones(article, i, &first, &end);
    for (size_t k = first; k < end; k++)
        if (all[k].kind == all[i].kind && all[k].standing == all[i].standing &&
            !told[k] && same_people(article, &all[k], &all[i]))
            add_statement(&found, &all[k]);
    return found;
}

static void complete(ent_article *article, const bool *told, size_t i)
{
    ent_encounter *e = &article->encounters.items[i];
    event of = event_of(article, told, i);
    if (of.disagree)
        return;
    if (!e->when_text && of.when) {
        e->when_text = of.when->when_text;
        e->when = of.when->when;
        e->when_first = of.when->when_first;
        e->when_last = of.when->when_last;
        e->when_from = ENT_WHEN_NEARBY;
    }
    if (!e->where && of.where)
        e->where = of.where->where;
}

void ent_i_settle_events(ent_article *article, const bool *told)
{
    for (size_t i = 0; i < article->encounters.n; i++)
        if (!told[i])
            complete(article, told, i);
}
