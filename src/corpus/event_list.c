/* The events as they are shown: what their statements say together. */
#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "core/map.h"
#include "corpus/events.h"
#include "entente/events.h"

/* An event and where its statements are in ent_events.statements. */
typedef struct listed {
    ent_event event;
    size_t first;
} listed;

struct ent_events {
    const ent_corpus *corpus;
    ent_event_options options;
    ent_i_statements found;
    ENT_I_VEC(const ent_i_statement *)
    statements; /* that are read; those of an event follow one another */
    ENT_I_VEC(listed) items;
    ent_i_arena arena;
};

static const ent_article *article_of(const ent_events *events,
                                     const ent_i_statement *s)
{
    return ent_i_article_at(events->corpus, s->article);
}

static const ent_encounter *encounter_of(const ent_events *events,
                                         const ent_i_statement *s)
{
    return &article_of(events, s)->encounters.items[s->encounter];
}

/* ---- the statements of each event ---- */

static bool is_read(const ent_events *events, const ent_i_statement *s)
{
    const ent_encounter *e = encounter_of(events, s);
    return !(events->options.without & e->weak) &&
           (double)e->confidence >= events->options.min_encounter_confidence;
}

static int by_event(const void *a, const void *b)
{
    const ent_i_statement *x = *(const ent_i_statement *const *)a;
    const ent_i_statement *y = *(const ent_i_statement *const *)b;
    if (x->event != y->event)
        return x->event < y->event ? -1 : 1;
    return (x > y) - (x < y);
}

static bool read_statements(ent_events *events)
{
    for (size_t i = 0; i < events->found.items.n; i++) {
        const ent_i_statement *s = &events->found.items.items[i];
        if (is_read(events, s) && !ent_i_vec_push(&events->statements, s))
            return false;
    }
    ent_i_sort(events->statements.items, events->statements.n,
               sizeof *events->statements.items, by_event);
    return true;
}

/* ---- what they say together ---- */

/* The statements of one event. */
typedef struct group {
    const ent_events *events;
    const ent_i_statement **items;
    size_t n;
    ent_i_days days;
} group;

static const ent_encounter *said(const group *g, size_t i)
{
    return encounter_of(g->events, g->items[i]);
}

static ent_date reported(const group *g, size_t i)
{
    return ent_i_date_of(g->events->corpus, g->items[i]->article);
}

/* The number with the largest sum; the first of equals. */
static uint8_t most(const float *sums, uint8_t count)
{
    uint8_t best = 0;
    for (uint8_t i = 1; i < count; i++)
        if (sums[i] > sums[best])
            best = i;
    return best;
}

/* Mere words to somebody say little about the kind of a meeting. */
static uint8_t kind_of(const group *g)
{
    float sums[ENT_KIND_COUNT] = {0};
    for (size_t i = 0; i < g->n; i++)
        sums[said(g, i)->kind] +=
            said(g, i)->confidence *
            (said(g, i)->weak & ENT_WEAK_TOLD ? 0.01F : 1.0F);
    return most(sums, ENT_KIND_COUNT);
}

static uint8_t form_of(const group *g, uint8_t kind)
{
    float sums[ENT_FORM_COUNT] = {0};
    for (size_t i = 0; i < g->n; i++)
        if (said(g, i)->kind == kind && said(g, i)->form != ENT_FORM_OPEN)
            sums[said(g, i)->form] += said(g, i)->confidence;
    return most(sums, ENT_FORM_COUNT);
}

/* Whether the statement can know what became of a plan: its article is not
 * older than the event, or it says so. */
static bool is_afterwards(const group *g, size_t i)
{
    if (said(g, i)->standing == ENT_HELD)
        return true;
    return g->days.first != ENT_NO_DATE && reported(g, i) != ENT_NO_DATE &&
           reported(g, i) >= g->days.first && said(g, i)->standing == ENT_DENIED;
}

/* What became of it, told afterwards, outweighs all plans; before, the latest
 * report counts: a plan, or that it was called off, which is told together with
 * the plan that there was. */
static uint8_t standing_of(const group *g)
{
    enum { CALLED_OFF = 3 };
    float sums[ENT_STANDING_COUNT] = {0};
    bool after = false;
    ent_date latest = ENT_NO_DATE;
    for (size_t i = 0; i < g->n; i++) {
        after = after || is_afterwards(g, i);
        if (reported(g, i) > latest)
            latest = reported(g, i);
    }
    for (size_t i = 0; i < g->n; i++)
        if (after ? is_afterwards(g, i) : reported(g, i) == latest)
            sums[said(g, i)->standing] += said(g, i)->confidence;
    if (!after)
        sums[ENT_DENIED] *= CALLED_OFF;
    return most(sums, ENT_STANDING_COUNT);
}

static float weight_of_place(const group *g, const char *place)
{
    float sum = 0;
    for (size_t i = 0; i < g->n; i++)
        if (said(g, i)->where && strcmp(said(g, i)->where, place) == 0)
            sum += said(g, i)->confidence;
    return sum;
}

static const char *where_of(const group *g)
{
    const char *best = NULL;
    float most_told = 0;
    for (size_t i = 0; i < g->n; i++) {
        const char *place = said(g, i)->where;
        float told = place ? weight_of_place(g, place) : 0;
        if (told > most_told) {
            most_told = told;
            best = place;
        }
    }
    return best;
}

/* Articles with statements; near-copies count as their original. Statements
 * come by article. */
static uint32_t count_articles(const group *g)
{
    const ent_corpus *corpus = g->events->corpus;
    uint32_t count = 0;
    for (size_t i = 0; i < g->n; i++) {
        uint32_t article = g->items[i]->article;
        uint32_t of = article < corpus->copy_of.n && !corpus->count_copies
                          ? corpus->copy_of.items[article]
                          : ENT_NONE;
        bool known = i > 0 && g->items[i - 1]->article == article;
        for (size_t k = 0; !known && of != ENT_NONE && k < g->n; k++)
            known = g->items[k]->article == of;
        count += !known;
    }
    return count;
}

/* ---- who takes part ---- */

typedef struct seat {
    uint32_t actor;
    uint32_t times;
} seat;

static int by_times(const void *a, const void *b)
{
    const seat *x = a, *y = b;
    if (x->times != y->times)
        return x->times > y->times ? -1 : 1;
    return (x->actor > y->actor) - (x->actor < y->actor);
}

typedef ENT_I_VEC(seat) seats;

static bool add_seat(seats *to, uint32_t actor)
{
    for (size_t i = 0; i < to->n; i++)
        if (to->items[i].actor == actor) {
            to->items[i].times++;
            return true;
        }
    return ent_i_vec_push(to, (seat){actor, 1});
}

static bool collect_seats(const group *g, seats *out)
{
    const uint32_t *actors = g->events->found.actors.items;
    for (size_t i = 0; i < g->n; i++)
        for (uint32_t k = 0; k < g->items[i]->actor_count; k++)
            if (!add_seat(out, actors[g->items[i]->first_actor + k]))
                return false;
    ent_i_sort(out->items, out->n, sizeof *out->items, by_times);
    return true;
}

static bool set_actors(ent_events *events, const group *g, ent_event *out)
{
    seats all = {0};
    bool good = collect_seats(g, &all);
    uint32_t *actors =
        good ? ent_i_arena_alloc(&events->arena, all.n * sizeof *actors) : NULL;
    for (size_t i = 0; actors && i < all.n; i++)
        actors[i] = all.items[i].actor;
    out->actors = actors;
    out->actor_count = (uint32_t)all.n;
    ent_i_vec_free(&all);
    return actors != NULL;
}

static bool takes_part(const ent_event *event, uint32_t actor)
{
    for (uint32_t i = 0; i < event->actor_count; i++)
        if (event->actors[i] == actor)
            return true;
    return false;
}

/* ---- the event ---- */

static bool is_earlier(const group *g, size_t a, size_t b)
{
    ent_date x = reported(g, a), y = reported(g, b);
    if (x != y)
        return y == ENT_NO_DATE || (x != ENT_NO_DATE && x < y);
    int order = strcmp(ent_article_id(article_of(g->events, g->items[a])),
                       ent_article_id(article_of(g->events, g->items[b])));
    return order < 0 || (order == 0 && g->items[a] < g->items[b]);
}

/* Named after its first statement, so that later ones don't rename it. */
static const char *name_event(ent_events *events, const group *g)
{
    size_t first = 0;
    char text[24];
    for (size_t i = 1; i < g->n; i++)
        if (is_earlier(g, i, first))
            first = i;
    const char *id = ent_article_id(article_of(events, g->items[first]));
    uint64_t hash = ent_i_hash(id, strlen(id));
    const uint32_t place[] = {said(g, first)->field, said(g, first)->start,
                              said(g, first)->end,
                              g->items[first]->encounter};
    hash ^= ent_i_hash(place, sizeof place);
    snprintf(text, sizeof text, "%016llx", (unsigned long long)hash);
    return ent_i_arena_strdup(&events->arena, text);
}

static bool describe(ent_events *events, const group *g, ent_event *out)
{
    *out = (ent_event){.size = sizeof *out,
                       .encounter_count = (uint32_t)g->n,
                       .articles = count_articles(g),
                       .first = g->days.first,
                       .last = g->days.last,
                       .reported = ENT_NO_DATE,
                       .where = where_of(g),
                       .kind = kind_of(g),
                       .standing = standing_of(g),
                       .weak = UINT8_MAX};
    out->form = form_of(g, out->kind);
    for (size_t i = 0; i < g->n; i++) {
        ent_date day = reported(g, i);
        if (day != ENT_NO_DATE &&
            (out->reported == ENT_NO_DATE || day < out->reported))
            out->reported = day;
        if (said(g, i)->confidence > out->confidence)
            out->confidence = said(g, i)->confidence;
        out->weak &= said(g, i)->weak;
    }
    out->id = name_event(events, g);
    return out->id && set_actors(events, g, out);
}

static bool is_listed(const ent_event_options *options, const ent_event *event)
{
    bool chosen = (options->kinds >> event->kind & 1 ||
                   options->forms >> event->form & 1) &&
                  options->standings >> event->standing & 1;
    for (size_t i = 0; chosen && i < options->actor_count; i++)
        chosen = takes_part(event, options->actors[i]);
    return chosen;
}

/* ---- evidence ---- */

/* The surest statement that agrees first. Insertion, since most events have few
 * statements and those are nearly in order. */
static bool is_better(const group *g, uint8_t standing, size_t a, size_t b)
{
    const ent_encounter *x = said(g, a), *y = said(g, b);
    if ((x->standing == standing) != (y->standing == standing))
        return x->standing == standing;
    if (x->confidence != y->confidence)
        return x->confidence > y->confidence;
    return is_earlier(g, a, b);
}

static void order_evidence(const group *g, uint8_t standing)
{
    for (size_t i = 1; i < g->n; i++)
        for (size_t k = i; k > 0 && is_better(g, standing, k, k - 1); k--) {
            const ent_i_statement *other = g->items[k];
            g->items[k] = g->items[k - 1];
            g->items[k - 1] = other;
        }
}

bool ent_events_evidence(const ent_events *events, size_t i, size_t k,
                         ent_evidence *out)
{
    if (i >= events->items.n ||
        k >= events->items.items[i].event.encounter_count)
        return false;
    const ent_i_statement *s =
        events->statements.items[events->items.items[i].first + k];
    const ent_article *article = article_of(events, s);
    const ent_encounter *e = encounter_of(events, s);
    const ent_sentence *sentence = &article->sentences.items[e->sentence];
    ent_evidence found = {
        .size = out->size,
        .article = article,
        .encounter = e,
        .text = ent_article_field(article, (ent_field)sentence->field) +
                sentence->start,
        .text_size = sentence->end - sentence->start,
        .start = sentence->start,
        .end = sentence->end,
        .field = sentence->field};
    /* The caller may know fewer members, or more, which stay empty. */
    memset(out, 0, found.size);
    memcpy(out, &found, found.size < sizeof found ? found.size : sizeof found);
    return true;
}

/* ---- all of them ---- */

static bool list_event(ent_events *events, size_t first, size_t end)
{
    group g = {events, events->statements.items + first, end - first,
               {ENT_NO_DATE, ENT_NO_DATE}};
    listed one = {.first = first};
    g.days = events->found.days.items[g.items[0]->event];
    if (!describe(events, &g, &one.event))
        return false;
    if (!is_listed(&events->options, &one.event))
        return true;
    order_evidence(&g, one.event.standing);
    return ent_i_vec_push(&events->items, one);
}

static ent_date day_of(const ent_event *e)
{
    ent_date day = e->first != ENT_NO_DATE ? e->first : e->reported;
    return day != ENT_NO_DATE ? day : INT32_MAX;
}

static int by_day(const void *a, const void *b)
{
    const ent_event *x = &((const listed *)a)->event;
    const ent_event *y = &((const listed *)b)->event;
    if (day_of(x) != day_of(y))
        return day_of(x) < day_of(y) ? -1 : 1;
    return strcmp(x->id, y->id);
}

static bool list_events(ent_events *events)
{
    const ent_i_statement *const *all = events->statements.items;
    size_t n = events->statements.n;
    for (size_t first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n && all[end]->event == all[first]->event;
             end++)
            ;
        if (!list_event(events, first, end))
            return false;
    }
    ent_i_sort(events->items.items, events->items.n,
               sizeof *events->items.items, by_day);
    return true;
}

static ent_status check_options(const ent_event_options *options,
                                ent_error *error)
{
    if (!(options->min_encounter_confidence >= 0 &&
          options->min_encounter_confidence <= 1))
        return ent_i_fail(error, ENT_ERR_ARGUMENT, "events",
                          "expected a confidence between 0 and 1");
    return ENT_OK;
}

ent_status ent_events_find(ent_events **out, const ent_corpus *corpus,
                           const ent_event_options *options, ent_error *error)
{
    *out = NULL;
    ent_events *events = ent_i_calloc(1, sizeof *events);
    if (!events)
        return ent_i_no_memory(error, "events");
    events->corpus = corpus;
    events->options = (ent_event_options)ENT_EVENT_OPTIONS_INIT;
    if (options)
        memcpy(&events->options, options,
               options->size < sizeof events->options
                   ? options->size
                   : sizeof events->options);
    ent_status status = check_options(&events->options, error);
    if (!status && !(ent_i_find_events(&events->found, corpus) &&
                     read_statements(events) && list_events(events)))
        status = ent_i_no_memory(error, "events");
    if (status)
        ent_events_free(events);
    else
        *out = events;
    return status;
}

const ent_corpus *ent_events_get_corpus(const ent_events *events)
{
    return events->corpus;
}

size_t ent_events_count(const ent_events *events) { return events->items.n; }

const ent_event *ent_events_get(const ent_events *events, size_t i)
{
    return i < events->items.n ? &events->items.items[i].event : NULL;
}

void ent_events_free(ent_events *events)
{
    if (!events)
        return;
    ent_i_statements_free(&events->found);
    ent_i_vec_free(&events->statements);
    ent_i_vec_free(&events->items);
    ent_i_arena_free(&events->arena);
    ent_i_free(events);
}
