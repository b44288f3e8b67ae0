/* Turns counted pairs into ties: order, measures, the share of each
 * sighting. */
#include <math.h>

#include "relate/counter.h"

/* ---- order ---- */

/* The order of ties in all output; pairs are unique, so nothing else is
 * needed. */
static int by_ends(const void *a, const void *b)
{
    const ent_i_pair *x = a;
    const ent_i_pair *y = b;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->target > y->target) - (x->target < y->target);
}

static int by_told(const void *a, const void *b)
{
    const ent_i_told *x = a, *y = b;
    if (x->pair != y->pair)
        return x->pair < y->pair ? -1 : 1;
    return (x->event > y->event) - (x->event < y->event);
}

/* Each event counts once for a pair, however many encounters tell of it. */
static void count_events(ent_i_counter *counter)
{
    const ent_i_told *told = counter->told.items;
    ent_i_sort(counter->told.items, counter->told.n, sizeof *told, by_told);
    for (size_t i = 0; i < counter->told.n; i++)
        if (i == 0 || by_told(&told[i - 1], &told[i]) != 0)
            counter->ties->pairs.items[told[i].pair].events++;
}

/* Drops pairs without a window (they have only encounters), sorts the rest and
 * gives each a range of the sightings. rank[old index] is set to the new one.
 */
static void order_pairs(ent_i_counter *counter, uint32_t *rank)
{
    ent_i_ties *ties = counter->ties;
    size_t kept = 0;
    for (uint32_t i = 0; i < ties->pairs.n; i++) {
        ent_i_pair *pair = &ties->pairs.items[i];
        rank[i] = ENT_NONE;
        if (!pair->count)
            continue;
        pair->last_seat = i; /* the old index, kept through the sort */
        ties->pairs.items[kept++] = *pair;
    }
    ties->pairs.n = kept;
    ent_i_sort(ties->pairs.items, kept, sizeof *ties->pairs.items, by_ends);
    size_t next = 0;
    for (uint32_t i = 0; i < kept; i++) {
        ent_i_pair *pair = &ties->pairs.items[i];
        pair->first_sighting = next;
        rank[pair->last_seat] = i;
        next += pair->sighting_count;
    }
}

/* ---- weights and shares ---- */

ent_i_tally ent_i_tally_of(const ent_i_ties *ties, const ent_i_pair *pair)
{
    return (ent_i_tally){.both = pair->count,
                         .a = ties->presence.items[pair->source].windows,
                         .b = ties->presence.items[pair->target].windows,
                         .all = ties->windows,
                         .articles = pair->articles,
                         .nearness = pair->nearness,
                         .portion = pair->portion};
}

/* Makes the shares sum to 1. They become equal when all are too small to
 * compare, as exp(-d) is for distant names. */
static void scale(ent_i_sighting *first, const ent_i_sighting *end)
{
    double sum = 0;
    double n = (double)(end - first);
    for (const ent_i_sighting *s = first; s < end; s++)
        sum += s->share;
    for (; first < end; first++)
        first->share = (float)(sum > 0 ? first->share / sum : 1 / n);
}

/* When all articles have equal shares, it does not matter how often one names
 * the two. */
static void share_out(ent_i_sighting *first, ent_i_sighting *end,
                      ent_i_sharing share)
{
    if (share == ENT_I_SHARE_BY_ARTICLE)
        for (ent_i_sighting *from = first, *to; from < end; from = to) {
            for (to = from + 1; to < end && to->article == from->article; to++)
                ;
            scale(from, to);
        }
    scale(first, end);
}

/* ---- which evidence comes first ---- */

/* How useful a sighting is to readers: the lowest rank comes first. */
typedef struct ent_i_ranked {
    uint64_t rank;
    ent_i_sighting seen;
} ranked;

static int best_first(const void *a, const void *b)
{
    const ranked *x = a;
    const ranked *y = b;
    const uint32_t keys[][2] = {{x->seen.article, y->seen.article},
                                {x->seen.sentence, y->seen.sentence},
                                {x->seen.encounter, y->seen.encounter}};
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return ent_i_compare_keys(keys, sizeof keys / sizeof *keys);
}

/* Contacts come first, by standing (held before the others) and confidence,
 * then single sentences that name both, then longer stretches. Among equals the
 * newest comes first, and those without a date last. Confidences are compared
 * by the six digits that files have, so that one read back has the same
 * order. */
static uint64_t rank_of(const ent_corpus *corpus, const ent_i_sighting *seen)
{
    enum { TOGETHER = ENT_STANDING_COUNT, APART, STEPS = 4095, FINE = 1000000 };
    const ent_encounter *contact =
        seen->encounter == ENT_NONE
            ? NULL
            : ent_article_encounter(ent_i_article_at(corpus, seen->article),
                                    seen->encounter);
    ent_date date = ent_i_date_of(corpus, seen->article);
    uint64_t class = contact                        ? contact->standing
                     : seen->sentence == seen->last ? TOGETHER
                                                    : APART;
    uint64_t doubt =
        contact ? (uint64_t)lround(fmax(1 - (double)contact->confidence, 0) *
                                   FINE) *
                      STEPS / FINE
                : 0;
    uint64_t age = date == ENT_NO_DATE ? UINT32_MAX
                                       : (uint64_t)((int64_t)INT32_MAX - date);
    return class << 44 | doubt << 32 | age;
}

static ent_status order_evidence(ent_i_counter *counter, ent_i_sighting *first,
                                 size_t n)
{
    counter->ranked.n = 0;
    if (!ent_i_vec_reserve(&counter->ranked, n))
        return ent_i_no_memory(counter->error, "relate");
    for (size_t i = 0; i < n; i++)
        counter->ranked.items[i] =
            (ranked){rank_of(counter->corpus, &first[i]), first[i]};
    ent_i_sort(counter->ranked.items, n, sizeof(ranked), best_first);
    for (size_t i = 0; i < n; i++)
        first[i] = counter->ranked.items[i].seen;
    return ENT_OK;
}

/* ---- all sightings ---- */

/* The end of the pairs from this one whose sightings are unpacked together;
 * there may be one pair with more. */
static uint32_t end_of_some(const ent_i_counter *counter, uint32_t from,
                            size_t *n)
{
    const ent_i_pair *pairs = counter->ties->pairs.items;
    uint32_t to = from + 1;
    *n = pairs[from].sighting_count;
    while (to < counter->ties->pairs.n &&
           *n + pairs[to].sighting_count <= counter->at_once)
        *n += pairs[to++].sighting_count;
    return to;
}

/* A counting sort: within each pair, sightings keep their order by date and
 * article. */
static void collect_some(const ent_i_counter *counter, const uint32_t *rank,
                         uint32_t from, uint32_t to, ent_i_sighting *out)
{
    ent_i_pair *pairs = counter->ties->pairs.items;
    size_t first = pairs[from].first_sighting;
    ent_i_sightings_walk walk = {.list = &counter->counted};
    ent_i_sighting seen;
    for (uint32_t i = from; i < to; i++)
        pairs[i].last_seat = 0; /* from here on: how many are in place */
    while (ent_i_sightings_next(&walk, &seen)) {
        seen.pair = rank[seen.pair];
        if (seen.pair < from || seen.pair >= to)
            continue;
        ent_i_pair *pair = &pairs[seen.pair];
        out[pair->first_sighting - first + pair->last_seat++] = seen;
    }
}

static ent_status finish_pair(ent_i_counter *counter, ent_i_pair *pair,
                              ent_i_sighting *first)
{
    ent_i_ties *ties = counter->ties;
    ent_i_tally tally = ent_i_tally_of(ties, pair);
    ent_status status = ENT_OK;
    pair->weight = counter->weight->tie(&tally);
    share_out(first, first + pair->sighting_count, counter->weight->share);
    if (pair->sighting_count > 1)
        status = order_evidence(counter, first, pair->sighting_count);
    for (uint32_t i = 0; i < pair->sighting_count && !status; i++)
        if (!ent_i_sightings_add(&ties->sightings, &first[i]))
            status = ent_i_no_memory(counter->error, "relate");
    return status;
}

static ent_status finish_some(ent_i_counter *counter, const uint32_t *rank,
                              uint32_t from, uint32_t *to)
{
    size_t n;
    *to = end_of_some(counter, from, &n);
    ent_i_sighting *some = ent_i_malloc(n * sizeof *some);
    if (!some)
        return ent_i_no_memory(counter->error, "relate");
    collect_some(counter, rank, from, *to, some);
    ent_i_sighting *first = some;
    ent_status status = ENT_OK;
    for (uint32_t i = from; i < *to && !status; i++) {
        ent_i_pair *pair = &counter->ties->pairs.items[i];
        status = finish_pair(counter, pair, first);
        first += pair->sighting_count;
    }
    ent_i_free(some);
    return status;
}

/* Each batch goes through all sightings, so there are never many. */
enum { MOST_BATCHES = 8 };

ent_status ent_i_finish_pairs(ent_i_counter *counter)
{
    ent_i_ties *ties = counter->ties;
    size_t share = counter->counted.n / MOST_BATCHES;
    if (counter->at_once < share)
        counter->at_once = share;
    uint32_t *rank = ent_i_malloc(ties->pairs.n * sizeof *rank);
    if (!rank)
        return ent_i_no_memory(counter->error, "relate");
    count_events(counter);
    order_pairs(counter, rank);
    ent_status status = ENT_OK;
    for (uint32_t i = 0; i < ties->pairs.n && !status;)
        status = finish_some(counter, rank, i, &i);
    ent_i_free(rank);
    return status;
}
