#include "train/clusters.h"

#include <math.h>
#include <string.h>

enum {
    OWN_CONTEXTS = 15000, /* neighbours that count by themselves */
    KINDS = ENT_I_TOKEN_PUNCT + 1,
    SIDE = OWN_CONTEXTS + KINDS + 1, /* contexts of one side, and boundary */
    TABLE = 65536
};

/* ---- counting ---- */

typedef struct ranked {
    uint64_t exact;
    uint32_t count;
    uint32_t word;
} ranked;

static int by_count(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return x->exact < y->exact ? -1 : x->exact > y->exact;
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* Returns each word's place by frequency. */
static uint32_t *rank_words(const ent_i_vocabulary *v, ent_i_contexts *out,
                            uint32_t least)
{
    size_t n = v->words.n;
    ranked *order = ent_i_malloc(n * sizeof *order);
    uint32_t *rank = ent_i_malloc(n * sizeof *rank);
    out->words = ent_i_malloc(n * sizeof *out->words);
    if (order && rank && out->words) {
        for (uint32_t i = 0; i < n; i++)
            order[i] =
                (ranked){v->words.items[i].exact, v->words.items[i].count, i};
        ent_i_sort(order, n, sizeof *order, by_count);
        for (uint32_t i = 0; i < n; i++) {
            rank[order[i].word] = i;
            out->words[i] = order[i].word;
            out->word_count += order[i].count >= least;
        }
    } else {
        ent_i_free(rank);
        rank = NULL;
    }
    ent_i_free(order);
    return rank;
}

static uint32_t context_of(const ent_i_vocabulary *v, const uint32_t *rank,
                           uint32_t word)
{
    if (word == ENT_I_BOUNDARY)
        return SIDE - 1;
    return rank[word] < OWN_CONTEXTS
               ? rank[word]
               : (uint32_t)OWN_CONTEXTS + v->words.items[word].kind;
}

/* Every word with the context on each side of it, sorted. */
static uint64_t *list_pairs(const ent_i_vocabulary *v, const uint32_t *rank,
                            size_t words, size_t *n)
{
    uint64_t *pairs = ent_i_malloc(v->stream.n * 2 * sizeof *pairs);
    *n = 0;
    for (size_t i = 1; pairs && i + 1 < v->stream.n; i++) {
        uint32_t word = v->stream.items[i];
        if (word == ENT_I_BOUNDARY || rank[word] >= words)
            continue;
        uint64_t high = (uint64_t)rank[word] << 32;
        pairs[(*n)++] = high | context_of(v, rank, v->stream.items[i - 1]);
        pairs[(*n)++] =
            high | (context_of(v, rank, v->stream.items[i + 1]) + SIDE);
    }
    if (pairs)
        ent_i_sort(pairs, *n, sizeof *pairs, by_value);
    return pairs;
}

static bool fill_pairs(ent_i_contexts *out, const uint64_t *sorted, size_t n)
{
    out->pairs = ent_i_malloc(n * sizeof *out->pairs);
    out->ends = ent_i_calloc(out->word_count, sizeof *out->ends);
    if (!out->pairs || !out->ends)
        return false;
    size_t m = 0;
    for (size_t i = 0; i < n; i++) {
        if (i && sorted[i] == sorted[i - 1])
            out->pairs[m - 1].count++;
        else
            out->pairs[m++] =
                (struct ent_i_context_pair){(uint32_t)sorted[i], 1};
        out->ends[sorted[i] >> 32] = m;
    }
    for (size_t i = 1; i < out->word_count; i++) {
        if (!out->ends[i])
            out->ends[i] = out->ends[i - 1];
    }
    return true;
}

bool ent_i_contexts_count(ent_i_contexts *out,
                          const ent_i_vocabulary *vocabulary, uint32_t least)
{
    memset(out, 0, sizeof *out);
    out->context_count = 2 * SIDE;
    size_t n = 0;
    uint32_t *rank = rank_words(vocabulary, out, least);
    uint64_t *sorted =
        rank ? list_pairs(vocabulary, rank, out->word_count, &n) : NULL;
    bool ok = sorted && fill_pairs(out, sorted, n);
    ent_i_free(rank);
    ent_i_free(sorted);
    if (!ok)
        ent_i_contexts_free(out);
    return ok;
}

void ent_i_contexts_free(ent_i_contexts *contexts)
{
    ent_i_free(contexts->words);
    ent_i_free(contexts->ends);
    ent_i_free(contexts->pairs);
    memset(contexts, 0, sizeof *contexts);
}

/* ---- exchanging ---- */

typedef struct exchange {
    const ent_i_contexts *contexts;
    unsigned clusters;
    int32_t *counts; /* of each context in each cluster */
    double *sums;    /* of each cluster */
    float *gains;    /* of moving the word at hand into each cluster */
    float *n_log_n;
    uint16_t *numbers;
} exchange;

static float weigh(const exchange *e, int32_t n)
{
    return n < TABLE ? e->n_log_n[n] : (float)(n * log((double)n));
}

static double log_sum(double n) { return n > 0.0 ? n * log(n) : 0.0; }

/* Puts the word into its cluster (sign 1) or takes it out (-1). */
static double move(exchange *e, size_t word, int32_t sign)
{
    const ent_i_contexts *c = e->contexts;
    double total = 0.0;
    unsigned cluster = e->numbers[word] - 1u;
    for (size_t i = word ? c->ends[word - 1] : 0; i < c->ends[word]; i++) {
        e->counts[(size_t)c->pairs[i].context * e->clusters + cluster] +=
            sign * (int32_t)c->pairs[i].count;
        total += c->pairs[i].count;
    }
    e->sums[cluster] += sign * total;
    return total;
}

static unsigned best_cluster(exchange *e, size_t word, double total)
{
    const ent_i_contexts *c = e->contexts;
    for (unsigned k = 0; k < e->clusters; k++)
        e->gains[k] =
            (float)(log_sum(e->sums[k]) - log_sum(e->sums[k] + total));
    for (size_t i = word ? c->ends[word - 1] : 0; i < c->ends[word]; i++) {
        const int32_t *row =
            e->counts + (size_t)c->pairs[i].context * e->clusters;
        int32_t more = (int32_t)c->pairs[i].count;
        float alone = weigh(e, more);
        for (unsigned k = 0; k < e->clusters; k++)
            e->gains[k] +=
                row[k] ? weigh(e, row[k] + more) - weigh(e, row[k]) : alone;
    }
    unsigned best = 0;
    for (unsigned k = 1; k < e->clusters; k++) {
        if (e->gains[k] > e->gains[best])
            best = k;
    }
    return best;
}

static double word_total(const ent_i_contexts *c, size_t word)
{
    double total = 0.0;
    for (size_t i = word ? c->ends[word - 1] : 0; i < c->ends[word]; i++)
        total += c->pairs[i].count;
    return total;
}

static void run_rounds(exchange *e, unsigned rounds)
{
    size_t n = e->contexts->word_count;
    /* The most frequent words start the clusters. */
    for (size_t i = 0; i < n && i < e->clusters; i++) {
        e->numbers[i] = (uint16_t)(i + 1);
        move(e, i, 1);
    }
    for (unsigned round = 0; round < rounds; round++) {
        for (size_t i = 0; i < n; i++) {
            double total =
                e->numbers[i] ? move(e, i, -1) : word_total(e->contexts, i);
            e->numbers[i] = (uint16_t)(best_cluster(e, i, total) + 1);
            move(e, i, 1);
        }
    }
}

bool ent_i_cluster(const ent_i_contexts *contexts, unsigned clusters,
                   unsigned rounds, uint16_t *numbers)
{
    exchange e = {contexts, clusters, NULL, NULL, NULL, NULL, numbers};
    e.counts = ent_i_calloc((size_t)contexts->context_count * clusters,
                            sizeof *e.counts);
    e.sums = ent_i_calloc(clusters, sizeof *e.sums);
    e.gains = ent_i_calloc(clusters, sizeof *e.gains);
    e.n_log_n = ent_i_calloc(TABLE, sizeof *e.n_log_n);
    bool ok = e.counts && e.sums && e.gains && e.n_log_n;
    if (ok) {
        for (int32_t i = 1; i < TABLE; i++)
            e.n_log_n[i] = (float)(i * log((double)i));
        memset(numbers, 0, contexts->word_count * sizeof *numbers);
        run_rounds(&e, rounds);
    }
    ent_i_free(e.counts);
    ent_i_free(e.sums);
    ent_i_free(e.gains);
    ent_i_free(e.n_log_n);
    return ok;
}
