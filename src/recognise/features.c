#include "recognise/features.h"

/* Kinds of features. The numbers are part of the model's format and differ from
 * those in traits.c. */
enum {
    LOWER_BEFORE = 100,
    LOWER_AFTER,
    SHAPES_AROUND,
    SHAPES_BEFORE,
    SHAPES_AFTER,
    CLUSTER_BEFORE,
    CLUSTER_AFTER,
    CLUSTERS_AROUND,
    BEFORE_SHAPE,
    AFTER_SHAPE,
    TWO_BEFORE,
    TWO_AFTER,
    LOWER_AROUND,
    START_SHAPE,
    START_CAPS,
    START_SEEN,
    STYLE_SHAPE,
    STYLE_CAPS,
    RUN_BEFORE,
    RUN_AFTER,
    RUN_LENGTH,
    RUN_HEAD,
    RUN_FIRST,
    RUN_HEAD_CLUSTER,
    RUN_BEFORE_CLUSTER,
    RUN_AFTER_CLUSTER,
    WIDE_FIRST,
    WIDE_HEAD,
    BRACKET,
    QUOTE,
    CASE_SEEN,
    BRACKET_SHAPE,
    RUN_LISTS,
    RUN_PERSONS,
    BEYOND_AFTER,
    BEYOND_AFTER_CLUSTER,
    BEYOND_AFTER_TWO,
    BEYOND_LATER,
    BEYOND_BEFORE,
    BEYOND_BEFORE_CLUSTER,
    RECALL_TYPE = 200,
    RECALL_BEST,
    RECALL_PAIR,
    RECALL_PAIR_BEFORE,
    RECALL_COUNT,
    STAGE_OWN,
    STAGE_NEAR,
    STAGE_RECALL,
    RECALL_MOST,
    RECALL_WITHIN,
    RECALL_ALONE,
};

typedef struct list {
    uint64_t *out;
    size_t n;
} list;

static void add(list *l, unsigned what, uint64_t a, uint64_t b)
{
    l->out[l->n++] = ent_i_mix(ent_i_mix(a, what), b);
}

static void add3(list *l, unsigned what, uint64_t a, uint64_t b, uint64_t c)
{
    add(l, what, ent_i_mix(a, b), c);
}

typedef const ent_i_traits *around[ENT_I_POSITIONS]; /* words -2..2 */

static void add_pairs(list *l, around w)
{
    const ent_i_traits *b2 = w[0], *b1 = w[1], *here = w[2], *a1 = w[3],
                       *a2 = w[4];
    add(l, LOWER_BEFORE, b1->lower, here->lower);
    add(l, LOWER_AFTER, here->lower, a1->lower);
    add3(l, SHAPES_AROUND, b1->shape, here->shape, a1->shape);
    add3(l, SHAPES_BEFORE, b2->shape, b1->shape, here->shape);
    add3(l, SHAPES_AFTER, here->shape, a1->shape, a2->shape);
    add(l, CLUSTER_BEFORE, b1->entry.middle, here->entry.middle);
    add(l, CLUSTER_AFTER, here->entry.middle, a1->entry.middle);
    add(l, CLUSTERS_AROUND, b1->entry.middle, a1->entry.middle);
    add(l, BEFORE_SHAPE, b1->lower, here->shape);
    add(l, AFTER_SHAPE, a1->lower, here->shape);
    add(l, TWO_BEFORE, b2->lower, b1->lower);
    add(l, TWO_AFTER, a1->lower, a2->lower);
    add(l, LOWER_AROUND, b1->lower, a1->lower);
}

static unsigned some(unsigned n) { return n > 2 ? 2 : n; }

static void add_style(list *l, const ent_i_reading *reading,
                      const ent_i_spot *spot, const ent_i_traits *here)
{
    uint64_t caps = (uint64_t)here->entry.caps << 8 | here->kind;
    uint32_t word = reading->text->tokens.items[spot->token].word;
    const ent_i_cases *cases =
        &reading->cases.items[reading->briefs.items[word].trace];
    unsigned seen = some(cases->lower) * 3 + some(cases->middle);
    add(l, CASE_SEEN, seen, here->kind);
    if (spot->token == spot->first) {
        add(l, START_SHAPE, here->shape, 0);
        add(l, START_CAPS, caps, 0);
        add(l, START_SEEN, seen, caps);
    }
    if (spot->style != ENT_I_STYLE_PLAIN) {
        add(l, STYLE_SHAPE, here->shape, spot->style);
        add(l, STYLE_CAPS, caps, spot->style);
    }
    if (spot->bracket) {
        add(l, BRACKET, here->kind, 0);
        add(l, BRACKET_SHAPE, here->shape, 0);
    }
    if (spot->quote)
        add(l, QUOTE, here->kind, 0);
}

static const ent_i_traits *token_word(const ent_i_reading *reading,
                                      const ent_i_spot *spot, int64_t token)
{
    uint32_t word = token < spot->first || token >= spot->end
                        ? 0
                        : reading->text->tokens.items[token].word;
    return &reading->traits.items[word];
}

/* Whether the spot begins its run (bit 0) and whether it ends it (bit 1). */
static unsigned place_in_run(const ent_i_spot *spot)
{
    return (spot->token == spot->run_first) | (spot->token + 1 == spot->run_end)
                                                  << 1;
}

static unsigned at_most(unsigned n, unsigned most)
{
    return n < most ? n : most;
}

/* The first and the last word of a run say most about what it names. */
static void add_ends(list *l, const ent_i_reading *reading,
                     const ent_i_spot *spot)
{
    unsigned place = place_in_run(spot);
    unsigned length = spot->run_end - spot->run_first;
    const ent_i_traits *head =
        token_word(reading, spot, (int64_t)spot->run_end - 1);
    const ent_i_traits *first = token_word(reading, spot, spot->run_first);
    add(l, RUN_LENGTH, at_most(length, 6), place);
    if (spot->token + 1 != spot->run_end) {
        add(l, RUN_HEAD, head->lower, place);
        add(l, RUN_HEAD_CLUSTER, head->entry.middle, place);
    }
    if (spot->token != spot->run_first)
        add(l, RUN_FIRST, first->lower, place);
    if (token_word(reading, spot, spot->token)->capital) {
        place += 4 * at_most(length, 4);
        add3(l, RUN_LISTS, first->entry.lists, head->entry.lists, place);
        add3(l, RUN_PERSONS, ent_i_entry_silver(&first->entry, ENT_PERSON),
             ent_i_entry_silver(&head->entry, ENT_PERSON), place);
    }
}

static void add_run(list *l, const ent_i_reading *reading,
                    const ent_i_spot *spot)
{
    unsigned place = place_in_run(spot);
    const ent_i_traits *before =
        token_word(reading, spot, (int64_t)spot->run_first - 1);
    const ent_i_traits *after = token_word(reading, spot, spot->run_end);
    add_ends(l, reading, spot);
    add(l, RUN_BEFORE, before->lower, place);
    add(l, RUN_AFTER, after->lower, place);
    add(l, RUN_BEFORE_CLUSTER, before->entry.middle, place);
    add(l, RUN_AFTER_CLUSTER, after->entry.middle, place);
    if (spot->wide_first != spot->run_first)
        add(l, WIDE_FIRST, token_word(reading, spot, spot->wide_first)->lower,
            place);
    if (spot->wide_end != spot->run_end)
        add(l, WIDE_HEAD,
            token_word(reading, spot, (int64_t)spot->wide_end - 1)->lower,
            place);
}

static bool is_mark(const ent_i_traits *word)
{
    return word->kind == ENT_I_TOKEN_PUNCT;
}

/* How far an explanation after a name is read. */
enum { LATER = 6 };

/* "X, the country's largest lender": the explanation of a name often stands
 * after one or two marks. */
static void add_beyond_after(list *l, const ent_i_reading *reading,
                             const ent_i_spot *spot)
{
    unsigned place = place_in_run(spot);
    int64_t at = spot->run_end;
    const ent_i_traits *mark = token_word(reading, spot, at++);
    if (!is_mark(mark))
        return;
    if (is_mark(token_word(reading, spot, at)))
        at++;
    const ent_i_traits *next = token_word(reading, spot, at);
    const ent_i_traits *second = token_word(reading, spot, at + 1);
    add3(l, BEYOND_AFTER, next->lower, place, mark->lower);
    add3(l, BEYOND_AFTER_CLUSTER, next->entry.middle, place, mark->lower);
    add3(l, BEYOND_AFTER_TWO, next->entry.middle, place, second->entry.middle);
    for (int k = 1; k < LATER && at + k < spot->end; k++) {
        const ent_i_traits *later = token_word(reading, spot, at + k);
        if (is_mark(later))
            break;
        if (!later->capital)
            add(l, BEYOND_LATER, later->entry.fine, place);
    }
}

static void add_beyond_before(list *l, const ent_i_reading *reading,
                              const ent_i_spot *spot)
{
    unsigned place = place_in_run(spot);
    int64_t at = (int64_t)spot->run_first - 1;
    const ent_i_traits *mark = token_word(reading, spot, at--);
    if (!is_mark(mark))
        return;
    if (is_mark(token_word(reading, spot, at)))
        at--;
    const ent_i_traits *next = token_word(reading, spot, at);
    add3(l, BEYOND_BEFORE, next->lower, place, mark->lower);
    add3(l, BEYOND_BEFORE_CLUSTER, next->entry.middle, place, mark->lower);
}

size_t ent_i_joint_features(const ent_i_reading *reading, size_t i,
                            uint64_t *out)
{
    list l = {out, 0};
    const ent_i_spot *spot = &reading->spots.items[i];
    around w;
    for (int k = -2; k <= 2; k++)
        w[k + 2] = &reading->traits.items[ent_i_reading_word(reading, spot, k)];
    add_pairs(&l, w);
    add_style(&l, reading, spot, w[2]);
    add_run(&l, reading, spot);
    if (w[2]->capital) {
        add_beyond_after(&l, reading, spot);
        add_beyond_before(&l, reading, spot);
    }
    return l.n;
}

/* ---- the second stage ---- */

/* From these sums of probabilities on, shares are used, and count as
 * certain. */
static const float LEAST_SAID = 0.3f;
static const float MUCH_SAID = 0.8f;

/* A probability as one of a few steps, finer near the ends. */
static unsigned step(float p)
{
    static const float edges[] = {0.05f, 0.2f, 0.4f, 0.6f, 0.8f, 0.95f};
    unsigned k = 0;
    while (k < sizeof edges / sizeof *edges && p >= edges[k])
        k++;
    return k;
}

/* What was said of a word at its other spots, on average, and how many there
 * are. */
typedef struct others {
    ent_i_verdict said;
    float many;
} others;

/* The trace without this spot; false when the word occurs nowhere else. */
static bool elsewhere(const ent_i_trace *t, const ent_i_verdict *own,
                      others *out)
{
    float many = t->count - 1.0f;
    if (many < 0.5f)
        return false;
    out->said.marginal[0] = 1.0f;
    for (unsigned k = 1; k < ENT_I_LABELS; k++) {
        float p = (t->sum[k - 1] - own->marginal[k]) / many;
        out->said.marginal[k] = p > 0.0f ? p : 0.0f;
        out->said.marginal[0] -= out->said.marginal[k];
    }
    ent_i_verdict_choose(&out->said);
    out->many = many;
    return true;
}

/* The share of each type in what was said of the word, as part of longer names
 * and as a name of its own: a surname alone is less clear than a full name. */
static void add_shares(list *l, const others *other)
{
    float within[ENT_TYPE_COUNT], alone[ENT_TYPE_COUNT];
    float all_within = 0.0f, all_alone = 0.0f, many = other->many;
    for (unsigned t = 0; t < ENT_TYPE_COUNT; t++) {
        alone[t] = many * other->said.marginal[ent_i_label(t, ENT_I_SINGLE)];
        within[t] = many * ent_i_verdict_type(&other->said, t) - alone[t];
        all_alone += alone[t];
        all_within += within[t];
    }
    for (unsigned t = 0; t < ENT_TYPE_COUNT; t++) {
        if (all_within > LEAST_SAID && step(within[t] / all_within))
            add3(l, RECALL_WITHIN, t, step(within[t] / all_within),
                 all_within > MUCH_SAID);
        if (all_alone > LEAST_SAID && step(alone[t] / all_alone))
            add3(l, RECALL_ALONE, t, step(alone[t] / all_alone),
                 all_alone > MUCH_SAID);
    }
}

static void add_recall(list *l, const others *other, unsigned own)
{
    unsigned many = other->many > 5.5 ? 3 : other->many > 1.5 ? 2 : 1;
    for (unsigned t = 0; t < ENT_TYPE_COUNT; t++) {
        float p = ent_i_verdict_type(&other->said, t);
        if (step(p)) {
            add(l, RECALL_TYPE, t, step(p));
            add3(l, RECALL_COUNT, t, step(p), many);
        }
    }
    unsigned best = other->said.best;
    add(l, RECALL_BEST, best, step(other->said.marginal[best]));
    add(l, STAGE_RECALL, best, own);
    add_shares(l, other);
}

/* One place where a name is clear outweighs many where it is not. */
static void add_most(list *l, const ent_i_trace *trace,
                     const ent_i_verdict *own)
{
    for (unsigned t = 0; t < ENT_TYPE_COUNT; t++) {
        bool is_own = trace->most[t] <= ent_i_verdict_type(own, t);
        float most = is_own ? trace->second[t] : trace->most[t];
        if (step(most))
            add(l, RECALL_MOST, t, step(most));
    }
}

size_t ent_i_recall_features(const ent_i_reading *reading, size_t i,
                             const ent_i_verdict *verdicts, uint64_t *out)
{
    list l = {out, 0};
    const ent_i_spot *spot = &reading->spots.items[i];
    unsigned own = verdicts[i].best;
    add(&l, STAGE_OWN, own, step(verdicts[i].marginal[own]));
    for (int k = -2; k <= 2; k++) {
        int64_t near = (int64_t)i + k;
        unsigned label = ENT_I_LABELS;
        if (near >= 0 && near < (int64_t)reading->spots.n &&
            reading->spots.items[near].token == spot->token + (unsigned)k)
            label = verdicts[near].best;
        if (k)
            add3(&l, STAGE_NEAR, label, own, (uint64_t)k + 2);
    }
    others other;
    uint32_t word = reading->text->tokens.items[spot->token].word;
    if (!reading->traits.items[word].capital)
        return l.n;
    const ent_i_trace *trace =
        &reading->words.items[reading->briefs.items[word].trace];
    if (elsewhere(trace, &verdicts[i], &other)) {
        add_recall(&l, &other, own);
        add_most(&l, trace, &verdicts[i]);
    } else {
        add(&l, RECALL_BEST, ENT_I_LABELS, 0);
    }
    const ent_i_trace *pairs = reading->pairs.items;
    const uint32_t *pair = &reading->pair_of.items[i];
    if (elsewhere(&pairs[*pair], &verdicts[i], &other)) {
        unsigned best = other.said.best;
        add(&l, RECALL_PAIR, best, step(other.said.marginal[best]));
    }
    if (i && spot[-1].token + 1 == spot->token && pair[-1] != ENT_I_ABSENT &&
        elsewhere(&pairs[pair[-1]], &verdicts[i - 1], &other)) {
        unsigned best = other.said.best;
        add(&l, RECALL_PAIR_BEFORE, best, step(other.said.marginal[best]));
    }
    return l.n;
}
