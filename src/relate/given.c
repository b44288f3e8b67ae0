/* Adds up what networks counted before: their windows one by one, in the order
 * of their articles, so that sums come out as if the articles had been read. */
#include "corpus/given.h"
#include "relate/counter.h"

/* A sighting, and when its article counts. */
typedef struct placed {
    uint32_t place; /* of the article in the plan */
    const ent_i_seen *seen;
} placed;

/* Within an article by pair, then as the text goes, so that the sightings of
 * one window are next to each other. */
static int by_place(const void *a, const void *b)
{
    const placed *x = a, *y = b;
    const uint32_t keys[][2] = {{x->place, y->place},
                                {x->seen->a, y->seen->a},
                                {x->seen->b, y->seen->b},
                                {x->seen->sentence, y->seen->sentence},
                                {x->seen->last, y->seen->last},
                                {x->seen->encounter, y->seen->encounter}};
    return ent_i_compare_keys(keys, sizeof keys / sizeof *keys);
}

/* NULL when memory runs out. */
static placed *order_windows(const ent_i_counter *counter)
{
    const struct ent_i_given *given = counter->corpus->given;
    const ent_i_plan *plan = counter->plan;
    uint32_t *place = ent_i_calloc(counter->corpus->articles.n, sizeof *place);
    placed *sorted = ent_i_malloc(given->seen.n * sizeof *sorted);
    for (uint32_t i = 0; place && i < plan->articles.n; i++)
        place[plan->articles.items[i].article] = i;
    for (size_t i = 0; place && sorted && i < given->seen.n; i++)
        sorted[i] = (placed){place[given->seen.items[i].article],
                             &given->seen.items[i]};
    if (place && sorted)
        ent_i_sort(sorted, given->seen.n, sizeof *sorted, by_place);
    ent_i_free(place);
    return sorted;
}

static ent_status add_window(ent_i_counter *counter, const ent_i_seen *seen,
                             bool first)
{
    uint32_t pair;
    ent_i_count count = {seen->a, seen->b, seen->apart, seen->names};
    ent_status status = first
                            ? ent_i_count_window(counter, &count, &pair)
                            : ent_i_find_pair(counter, seen->a, seen->b, &pair);
    if (status)
        return status;
    return ent_i_count_sighting(counter,
                                (ent_i_sighting){.pair = pair,
                                                 .sentence = seen->sentence,
                                                 .last = seen->last,
                                                 .encounter = seen->encounter,
                                                 .apart = seen->apart,
                                                 .names = seen->names,
                                                 .sights = seen->sights});
}

static bool is_of_same(const placed *x, const placed *y)
{
    return x->place == y->place && x->seen->a == y->seen->a &&
           x->seen->b == y->seen->b;
}

/* Several sightings may stand for one window, which counts with the first. */
static ent_status add_windows(ent_i_counter *counter, const placed *sorted,
                              size_t n)
{
    uint32_t more = 0;
    ent_status status = ENT_OK;
    for (size_t i = 0; i < n && !status; i++) {
        const ent_i_seen *seen = sorted[i].seen;
        const ent_i_dated *when =
            &counter->plan->articles.items[sorted[i].place];
        counter->article = when->article;
        counter->date = when->date;
        status = add_window(counter, seen, more == 0);
        more = more ? more - 1 : seen->sights - 1;
        if (i + 1 < n && !is_of_same(&sorted[i], &sorted[i + 1]))
            more = 0;
    }
    return status;
}

static ent_status add_contacts(ent_i_counter *counter)
{
    const struct ent_i_given *given = counter->corpus->given;
    for (size_t i = 0; i < given->met.n; i++) {
        const ent_i_met *met = &given->met.items[i];
        uint32_t number;
        ent_status status = ent_i_find_pair(counter, met->a, met->b, &number);
        if (status)
            return status;
        ent_i_pair *pair = &counter->ties->pairs.items[number];
        for (size_t k = 0; k < ENT_KIND_COUNT; k++)
            pair->encounters[k] += met->encounters[k];
        pair->events += met->events;
    }
    return ENT_OK;
}

static void add_actors(ent_i_counter *counter)
{
    const struct ent_i_given *given = counter->corpus->given;
    for (size_t i = 0; i < given->named.n; i++) {
        const ent_i_named *named = &given->named.items[i];
        counter->ties->presence.items[i] =
            (ent_i_presence){.mentions = named->mentions,
                             .articles = named->articles,
                             .windows = named->windows,
                             .first = named->first,
                             .last = named->last};
    }
}

static void add_totals(ent_i_counter *counter)
{
    const struct ent_i_given *given = counter->corpus->given;
    const ent_i_plan *plan = counter->plan;
    ent_i_ties *ties = counter->ties;
    ties->articles = (uint32_t)plan->articles.n;
    ties->windows = given->windows;
    ties->too_large = given->too_large;
    ties->large = given->large;
    ties->largest = given->largest;
    ties->largest_article = given->largest_article;
    ties->repeated = given->repeated;
    for (size_t i = 0; i < plan->articles.n; i++)
        ent_i_widen(&ties->first, &ties->last, plan->articles.items[i].date);
}

ent_status ent_i_count_given(ent_i_counter *counter)
{
    placed *sorted = order_windows(counter);
    ent_status status =
        sorted ? add_windows(counter, sorted, counter->corpus->given->seen.n)
               : ent_i_no_memory(counter->error, "relate");
    ent_i_free(sorted);
    add_actors(counter);
    add_totals(counter);
    return status ? status : add_contacts(counter);
}
