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
 * gives each a range of the sightings. place[old index] is set to where that
 * pair's next sighting goes. */
static void order_pairs(ent_i_counter *counter, size_t *place)
{
    ent_i_ties *ties = counter->ties;
    size_t kept = 0;
    for (uint32_t i = 0; i < ties->pairs.n; i++) {
        ent_i_pair *pair = &ties->pairs.items[i];
        if (!pair->count)
            continue;
        pair->last_seat = i; /* the old index, kept through the sort */
        ties->pairs.items[kept++] = *pair;
    }
    ties->pairs.n = kept;
    ent_i_sort(ties->pairs.items, kept, sizeof *ties->pairs.items, by_ends);
    size_t next = 0;
    for (size_t i = 0; i < kept; i++) {
        ent_i_pair *pair = &ties->pairs.items[i];
        pair->first_sighting = next;
        place[pair->last_seat] = next;
        next += pair->sighting_count;
    }
}

/* A counting sort: within each pair, sightings keep their order by date and
 * article. */
static ent_status order_sightings(ent_i_counter *counter, size_t *place)
{
    ent_i_ties *ties = counter->ties;
    size_t n = ties->sightings.n;
    ent_i_sighting *sorted = ent_i_malloc(n * sizeof *sorted);
    if (!sorted)
        return ent_i_no_memory(counter->error, "relate");
    for (size_t i = 0; i < n; i++)
        sorted[place[ties->sightings.items[i].pair]++] =
            ties->sightings.items[i];
    ent_i_vec_free(&ties->sightings);
    ties->sightings.items = sorted;
    ties->sightings.n = ties->sightings.cap = n;
    return ENT_OK;
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
    const ent_article *article = ent_i_article_at(corpus, seen->article);
    const ent_encounter *contact =
        ent_article_encounter(article, seen->encounter);
    uint64_t class = contact                        ? contact->standing
                     : seen->sentence == seen->last ? TOGETHER
                                                    : APART;
    uint64_t doubt =
        contact ? (uint64_t)lround(fmax(1 - (double)contact->confidence, 0) *
                                   FINE) *
                      STEPS / FINE
                : 0;
    uint64_t age = article->date == ENT_NO_DATE
                       ? UINT32_MAX
                       : (uint64_t)((int64_t)INT32_MAX - article->date);
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

/* place is needed only until the sightings are sorted. */
ent_status ent_i_finish_pairs(ent_i_counter *counter)
{
    ent_i_ties *ties = counter->ties;
    size_t *place = ent_i_malloc(ties->pairs.n * sizeof *place);
    if (!place)
        return ent_i_no_memory(counter->error, "relate");
    count_events(counter);
    order_pairs(counter, place);
    ent_status status = order_sightings(counter, place);
    ent_i_free(place);
    if (status)
        return status;
    for (size_t i = 0; i < ties->pairs.n && !status; i++) {
        ent_i_pair *pair = &ties->pairs.items[i];
        ent_i_sighting *first = ties->sightings.items + pair->first_sighting;
        ent_i_tally tally = ent_i_tally_of(ties, pair);
        pair->weight = counter->weight->tie(&tally);
        share_out(first, first + pair->sighting_count, counter->weight->share);
        if (pair->sighting_count > 1)
            status = order_evidence(counter, first, pair->sighting_count);
    }
    return status;
}
