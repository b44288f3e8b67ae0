/* The features of a pair: the words around and between the two, the words of
 * contact with their place and prepositions, how the two are referred to, and
 * what the grammar reads. */
#include "core/map.h"
#include "encounter/pairs.h"

/* Kinds of features; the numbers are part of the model's format. */
enum {
    BIAS,
    DISTANCE,
    PERSONS_BETWEEN,
    PERSONS,
    ONE_NODE,
    OWNERS,
    REFERENCES,
    FIRST_REFERENCE,
    SECOND_REFERENCE,
    ONE_GROUP,
    HYPHENED,
    QUOTED,
    QUOTES_BETWEEN,
    FIRST_AROUND = 20, /* one for each distance */
    SECOND_AROUND = 30,
    FIRST_LEFT = 40,
    FIRST_RIGHT,
    SECOND_LEFT,
    SECOND_RIGHT,
    INNER,
    LEFT_OF_BOTH,
    BETWEEN,
    SKELETON,
    SHORT_SKELETON,
    TRIGGER = 60, /* one for each place */
    TRIGGER_FORM = 64,
    WITH_PREPOSITION = 68,
    WITH_PERSONS,
    WITH_CLAUSE,
    WITH_NEXT,
    AFTER_BOTH,
    AFTER_NEXT,
    BEFORE_BOTH,
    NO_TRIGGER,
    NEAREST,
    CUE_BEFORE,
    CUE_BEHIND,
    TRIGGER_LEFT,
    TRIGGER_LEFT_TWO,
    TRIGGER_RIGHT,
    SENTENCE_WORD = 90,
    FIRST_WORD,
    CAPTION,
    SUBJECTS,
    GRAMMAR = 100,
    GRAMMAR_KIND,
    GRAMMAR_STANDING,
    GRAMMAR_TRUST,
    GRAMMAR_OTHER,
    GRAMMAR_HALF
};

/* In nodes: how far words, cues and words of contact count. */
enum {
    AROUND = 3,
    BAG = 25,
    CUE_REACH = 6,
    TRIGGER_REACH = 20,
    SKELETON_MAX = 7,
    SHORT_MAX = 5,
    SENTENCE_MAX = 60
};

/* Words that shape what stands between two persons. */
static const uint32_t shaping =
    ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_NEG | ENT_I_W_PREP | ENT_I_W_CONJ |
    ENT_I_W_COMP | ENT_I_W_SAY | ENT_I_W_CONTROL | ENT_I_W_CONTACT_V |
    ENT_I_W_CONTACT_N | ENT_I_W_LIGHT;

typedef struct list {
    const ent_i_outline *outline;
    const ent_i_passage *r;
    uint32_t i, j; /* the two nodes */
    bool group;
    uint64_t *keys;
    size_t n;
} list;

/* As in XXH3's avalanche, with both numbers taking part. */
static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t x = (a ^ (b + 0x9E3779B97F4A7C15u + (a << 6) + (a >> 2))) *
                 0xBF58476D1CE4E5B9u;
    return x ^ (x >> 29);
}

static void add(list *l, unsigned what, uint64_t a, uint64_t b)
{
    uint64_t key = mix(mix(what + 1, a), b);
    if (l->n < ENT_I_PAIR_KEYS)
        l->keys[l->n++] = key;
}

/* ---- what a node reads as ---- */

static uint64_t word_at(const list *l, int64_t node)
{
    return node >= 0 && node < (int64_t)l->r->node_count
               ? l->outline->words[node]
               : 1;
}

/* Any name reads as a name, whoever is named, so that nothing is learned about
 * single persons. */
static uint64_t read_word(const ent_i_item *node)
{
    if (node->what == ENT_I_WORD && node->text[0])
        return ent_i_hash(node->text, strlen(node->text));
    return 2 + (uint64_t)node->what;
}

static uint64_t read_trigger(const ent_i_item *node)
{
    if (node->what != ENT_I_WORD)
        return 0;
    const ent_i_contact *contact =
        node->word->verb ? node->word->verb : node->word->noun;
    return contact ? ent_i_hash(contact->lemma, strlen(contact->lemma)) : 0;
}

static bool is_picture(const ent_i_item *node)
{
    return strcmp(node->text, "photo") == 0 ||
           strcmp(node->text, "photos") == 0 ||
           strcmp(node->text, "caption") == 0;
}

void ent_i_outline_read(ent_i_outline *out, const ent_i_passage *r,
                        const ent_i_finding *findings, size_t count)
{
    out->passage = r;
    out->findings = findings;
    out->finding_count = count;
    out->caption = false;
    uint16_t named = 0, quotes = 0;
    for (uint32_t i = 0; i < r->node_count; i++) {
        const ent_i_item *node = &r->nodes[i];
        out->words[i] = read_word(node);
        out->triggers[i] = read_trigger(node);
        out->named_before[i] = named;
        out->quotes_before[i] = quotes;
        named += node->what == ENT_I_PERSON;
        quotes += node->what == ENT_I_QUOTE;
        out->caption |= is_picture(node);
    }
    out->named_before[r->node_count] = named;
    out->quotes_before[r->node_count] = quotes;
    out->people = named;
}

/* ---- the two and what is around them ---- */

static uint64_t at_most(uint64_t n, uint64_t most)
{
    return n < most ? n : most;
}

static uint64_t distance_class(uint32_t n)
{
    return n < 4 ? n
                 : 4u + (n >= 6) + (n >= 9) + (n >= 13) + (n >= 20) + (n >= 30);
}

/* Persons from node `from` to node `to`, exclusive. */
static uint64_t persons(const list *l, uint32_t from, uint32_t to)
{
    return from < to ? (uint64_t)(l->outline->named_before[to] -
                                  l->outline->named_before[from])
                     : 0;
}

static void add_two(list *l)
{
    const ent_i_item *one = &l->r->nodes[l->i], *two = &l->r->nodes[l->j];
    const uint16_t *quotes = l->outline->quotes_before;
    add(l, BIAS, 0, 0);
    add(l, DISTANCE, distance_class(l->j - l->i), 0);
    add(l, PERSONS_BETWEEN, at_most(persons(l, l->i + 1, l->j), 4), 0);
    add(l, PERSONS, at_most(l->outline->people, 6), 0);
    if (l->i == l->j)
        add(l, ONE_NODE, 0, 0);
    add(l, OWNERS, one->possessive, two->possessive);
    add(l, REFERENCES, one->reference, two->reference);
    if (one->reference)
        add(l, FIRST_REFERENCE, ent_i_hash(one->text, strlen(one->text)), 0);
    if (two->reference)
        add(l, SECOND_REFERENCE, ent_i_hash(two->text, strlen(two->text)), 0);
    add(l, ONE_GROUP, l->group, 0);
    if (one->hyphen && l->j == l->i + 1)
        add(l, HYPHENED, 0, 0);
    add(l, QUOTED, quotes[l->i] & 1, quotes[l->j] & 1);
    add(l, QUOTES_BETWEEN, at_most((uint64_t)quotes[l->j] - quotes[l->i], 3),
        0);
}

static void add_around(list *l, uint32_t node, unsigned around, unsigned left)
{
    int64_t at = node;
    for (int k = 1; k <= AROUND; k++) {
        add(l, around + (unsigned)k, word_at(l, at - k), 0);
        add(l, around + AROUND + (unsigned)k, word_at(l, at + k), 0);
    }
    add(l, left, word_at(l, at - 2), word_at(l, at - 1));
    add(l, left + 1, word_at(l, at + 1), word_at(l, at + 2));
}

static void add_between(list *l)
{
    add(l, INNER, word_at(l, (int64_t)l->i + 1), word_at(l, (int64_t)l->j - 1));
    add(l, LEFT_OF_BOTH, word_at(l, (int64_t)l->i - 1),
        word_at(l, (int64_t)l->j - 1));
    if (l->j - l->i > BAG + 1)
        return;
    for (uint32_t k = l->i + 1; k < l->j; k++)
        add(l, BETWEEN, word_at(l, k), 0);
}

/* What a node adds to the skeleton; 0: nothing. */
static uint64_t bone(const list *l, uint32_t k)
{
    const ent_i_item *node = &l->r->nodes[k];
    if (node->what != ENT_I_WORD)
        return 2 + (uint64_t)node->what;
    if (l->outline->triggers[k])
        return l->outline->triggers[k];
    return node->is & shaping ? l->outline->words[k] : 0;
}

/* Whether the bone is also one of the short skeleton: persons, commas,
 * prepositions, conjunctions and words of contact. */
static bool is_main_bone(const list *l, uint32_t k)
{
    const ent_i_item *node = &l->r->nodes[k];
    return node->what == ENT_I_PERSON || node->what == ENT_I_COMMA ||
           l->outline->triggers[k] ||
           (node->what == ENT_I_WORD &&
            node->is & (ENT_I_W_PREP | ENT_I_W_CONJ | ENT_I_W_COMP));
}

static void add_skeletons(list *l)
{
    uint64_t whole = 7, shorter = 7, last = 0, last_main = 0;
    unsigned n = 0, main = 0;
    for (uint32_t k = l->i + 1; k < l->j; k++) {
        uint64_t here = bone(l, k);
        if (here && here != last) {
            whole = mix(whole, here);
            last = here;
            n++;
        }
        if (here && here != last_main && is_main_bone(l, k)) {
            shorter = mix(shorter, here);
            last_main = here;
            main++;
        }
    }
    if (n <= SKELETON_MAX)
        add(l, SKELETON, whole, 0);
    if (main <= SHORT_MAX)
        add(l, SHORT_SKELETON, shorter, l->group);
}

/* ---- words of contact ---- */

/* The last preposition from node `from` to node `to`, exclusive. */
static uint64_t preposition_before(const list *l, uint32_t from, uint32_t to)
{
    for (uint32_t k = to; k-- > from;)
        if (l->r->nodes[k].what == ENT_I_WORD &&
            l->r->nodes[k].is & ENT_I_W_PREP)
            return l->outline->words[k];
    return 0;
}

static uint64_t preposition_behind(const list *l, uint32_t from, uint32_t to)
{
    for (uint32_t k = from; k < to; k++)
        if (l->r->nodes[k].what == ENT_I_WORD &&
            l->r->nodes[k].is & ENT_I_W_PREP)
            return l->outline->words[k];
    return 0;
}

static bool has_clause(const list *l, uint32_t from, uint32_t to)
{
    for (uint32_t k = from; k < to; k++)
        if (ent_i_is_word(l->r, k, ENT_I_W_SAY | ENT_I_W_COMP))
            return true;
    return false;
}

static void add_inner_trigger(list *l, uint32_t k, uint64_t what)
{
    add(l, WITH_PREPOSITION, what, preposition_before(l, k + 1, l->j));
    add(l, WITH_PERSONS, what,
        at_most(persons(l, l->i + 1, k), 3) * 4 +
            at_most(persons(l, k + 1, l->j), 3));
    add(l, WITH_CLAUSE, what, has_clause(l, l->i + 1, k));
    add(l, WITH_NEXT, what, word_at(l, (int64_t)k + 1));
}

static void add_trigger(list *l, uint32_t k)
{
    enum { BEFORE, INSIDE, BEHIND };
    const ent_i_item *node = &l->r->nodes[k];
    uint64_t what = l->outline->triggers[k];
    unsigned place = k < l->i ? BEFORE : k < l->j ? INSIDE : BEHIND;
    uint32_t away = place == BEFORE       ? l->i - k
                    : place == BEHIND     ? k - l->j
                    : k - l->i < l->j - k ? k - l->i
                                          : l->j - k;
    if (place != INSIDE && away > TRIGGER_REACH)
        return;
    add(l, TRIGGER + place, what, 0);
    add(l, TRIGGER_FORM + place,
        mix(what, node->word->verb ? node->form + 1 : 0),
        at_most(distance_class(away), 6));
    if (place == INSIDE)
        add_inner_trigger(l, k, what);
    if (place == BEHIND) {
        add(l, AFTER_BOTH, what,
            (uint64_t)l->group * 2 + (persons(l, l->j + 1, k) > 0));
        add(l, AFTER_NEXT, what, word_at(l, (int64_t)k + 1));
    }
    if (place == BEFORE)
        add(l, BEFORE_BOTH, mix(what, l->group),
            preposition_behind(l, k + 1, l->i));
}

/* Words near the word of contact that bear on whether it took place. */
static void add_cues(list *l, uint32_t at)
{
    const uint32_t cues = ENT_I_W_PLAN | ENT_I_W_PROPOSE | ENT_I_W_DENY |
                          ENT_I_W_NEG | ENT_I_W_MODAL | ENT_I_W_FAR |
                          ENT_I_W_NEAR;
    uint32_t from = at > CUE_REACH ? at - CUE_REACH : 0;
    for (uint32_t k = from; k < l->r->node_count && k < at + CUE_REACH; k++)
        if (ent_i_is_word(l->r, k, cues))
            add(l, k < at ? CUE_BEFORE : CUE_BEHIND, word_at(l, k), 0);
}

static void add_triggers(list *l, const ent_i_pair *pair)
{
    uint32_t nearest = ent_i_pair_trigger(l->outline, pair);
    if (nearest == ENT_NONE) {
        add(l, NO_TRIGGER, 0, 0);
        return;
    }
    for (uint32_t k = 0; k < l->r->node_count; k++)
        if (l->outline->triggers[k])
            add_trigger(l, k);
    int64_t at = nearest;
    add(l, NEAREST, l->outline->triggers[nearest], 0);
    add_cues(l, nearest);
    add(l, TRIGGER_LEFT, word_at(l, at - 1), 0);
    add(l, TRIGGER_LEFT_TWO, word_at(l, at - 2), word_at(l, at - 1));
    add(l, TRIGGER_RIGHT, word_at(l, at + 1), 0);
}

/* ---- the sentence and the grammar ---- */

static bool is_subject(const list *l, uint32_t node)
{
    return ent_i_is_word(l->r, node + 1,
                         ENT_I_W_VERB | ENT_I_W_SAY | ENT_I_W_AUX |
                             ENT_I_W_MODAL | ENT_I_W_CONTACT_V | ENT_I_W_LIGHT |
                             ENT_I_W_CONTROL);
}

static void add_sentence(list *l)
{
    for (uint32_t k = 0;
         l->r->node_count < SENTENCE_MAX && k < l->r->node_count; k++)
        if (l->r->nodes[k].what == ENT_I_WORD &&
            !(l->r->nodes[k].is & (ENT_I_W_PREP | ENT_I_W_DET | ENT_I_W_CONJ)))
            add(l, SENTENCE_WORD, word_at(l, k), 0);
    add(l, FIRST_WORD, word_at(l, 0), 0);
    if (l->outline->caption)
        add(l, CAPTION, 0, 0);
    add(l, SUBJECTS, is_subject(l, l->i), is_subject(l, l->j));
}

static bool names_either(const list *l, const ent_i_pair *pair)
{
    for (size_t i = 0; i < l->outline->finding_count; i++) {
        const ent_i_finding *f = &l->outline->findings[i];
        for (uint32_t k = 0; k < f->count; k++)
            for (unsigned p = 0; p < 2; p++)
                if (ent_i_same_person(l->r->article, f->people[k],
                                      pair->people[p]))
                    return true;
    }
    return false;
}

static void add_grammar(list *l, const ent_i_pair *pair)
{
    const ent_i_finding *f = ent_i_pair_finding(l->outline, pair);
    if (f) {
        add(l, GRAMMAR, 1, 0);
        add(l, GRAMMAR_KIND, f->kind, 0);
        add(l, GRAMMAR_STANDING, f->standing, 0);
        add(l, GRAMMAR_TRUST, (uint64_t)(f->confidence * 10), 0);
        return;
    }
    add(l, GRAMMAR, 0, 0);
    if (l->outline->finding_count)
        add(l, GRAMMAR_OTHER, 0, 0);
    if (names_either(l, pair))
        add(l, GRAMMAR_HALF, 0, 0);
}

static int by_key(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Each feature once: a word said twice says no more. */
static size_t unique(uint64_t *keys, size_t n)
{
    size_t kept = 0;
    ent_i_sort(keys, n, sizeof *keys, by_key);
    for (size_t i = 0; i < n; i++)
        if (!kept || keys[kept - 1] != keys[i])
            keys[kept++] = keys[i];
    return kept;
}

size_t ent_i_pair_features(const ent_i_outline *outline, const ent_i_pair *pair,
                           uint64_t *keys)
{
    const ent_i_passage *r = outline->passage;
    uint32_t i = pair->nodes[0], j = pair->nodes[1];
    list l = {outline,
              r,
              i,
              j,
              r->nodes[i].group != ENT_NONE &&
                  r->nodes[i].group == r->nodes[j].group,
              keys,
              0};
    add_two(&l);
    add_around(&l, i, FIRST_AROUND, FIRST_LEFT);
    add_around(&l, j, SECOND_AROUND, SECOND_LEFT);
    add_between(&l);
    add_skeletons(&l);
    add_triggers(&l, pair);
    add_sentence(&l);
    add_grammar(&l, pair);
    return unique(keys, l.n);
}
