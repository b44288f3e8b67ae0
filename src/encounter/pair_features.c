/* The features of a pair: the words around and between the two, the words of
 * contact with their place and prepositions, how the two are referred to, and
 * what the grammar reads. */
#include "core/map.h"
#include "encounter/pair_keys.h"

/* In nodes: how far words, cues and words of contact count. */
enum {
    AROUND = 3,
    BAG = 25,
    CUE_REACH = 6,
    TRIGGER_REACH = 20,
    SENTENCE_MAX = 60
};

/* Any name reads as its type, whoever is named, so that nothing is learned
 * about single persons. */
static uint64_t read_word(const ent_article *article, const ent_i_item *node)
{
    enum { MARK = 2, NAME = 16 };
    if (node->what == ENT_I_WORD && node->text[0])
        return ent_i_hash(node->text, strlen(node->text));
    if (node->what == ENT_I_NAME && node->mention != ENT_NONE)
        return NAME + (uint64_t)article->mentions.items[node->mention].type;
    return MARK + (uint64_t)node->what;
}

static uint64_t read_trigger(const ent_i_item *node)
{
    if (node->what != ENT_I_WORD)
        return 0;
    const ent_i_contact *contact =
        node->word->verb ? node->word->verb : node->word->noun;
    return contact ? ent_i_hash(contact->lemma, strlen(contact->lemma)) : 0;
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
        out->words[i] = read_word(r->article, node);
        out->triggers[i] = read_trigger(node);
        out->named_before[i] = named;
        out->quotes_before[i] = quotes;
        named += node->what == ENT_I_PERSON;
        quotes += node->what == ENT_I_QUOTE;
        out->caption |= ent_i_is_around(r, i, ENT_I_AROUND_PICTURE);
    }
    out->named_before[r->node_count] = named;
    out->quotes_before[r->node_count] = quotes;
    out->people = named;
}

/* ---- the two and what is around them ---- */

static uint64_t distance_class(uint32_t n)
{
    return n < 4 ? n
                 : 4u + (n >= 6) + (n >= 9) + (n >= 13) + (n >= 20) + (n >= 30);
}

/* Persons from node `from` to node `to`, exclusive. */
static uint64_t persons(const ent_i_keys *l, uint32_t from, uint32_t to)
{
    return from < to ? (uint64_t)(l->outline->named_before[to] -
                                  l->outline->named_before[from])
                     : 0;
}

static void add_two(ent_i_keys *l)
{
    const ent_i_item *one = &l->r->nodes[l->i], *two = &l->r->nodes[l->j];
    const uint16_t *quotes = l->outline->quotes_before;
    ent_i_add_key(l, BIAS, 0, 0);
    ent_i_add_key(l, DISTANCE, distance_class(l->j - l->i), 0);
    ent_i_add_key(l, PERSONS_BETWEEN,
                  ent_i_at_most(persons(l, l->i + 1, l->j), 4), 0);
    ent_i_add_key(l, PERSONS, ent_i_at_most(l->outline->people, 6), 0);
    if (l->i == l->j)
        ent_i_add_key(l, ONE_NODE, 0, 0);
    ent_i_add_key(l, OWNERS, one->possessive, two->possessive);
    ent_i_add_key(l, REFERENCES, one->reference, two->reference);
    if (one->reference)
        ent_i_add_key(l, FIRST_REFERENCE,
                      ent_i_hash(one->text, strlen(one->text)), 0);
    if (two->reference)
        ent_i_add_key(l, SECOND_REFERENCE,
                      ent_i_hash(two->text, strlen(two->text)), 0);
    ent_i_add_key(l, ONE_GROUP, l->group, 0);
    if (one->hyphen && l->j == l->i + 1)
        ent_i_add_key(l, HYPHENED, 0, 0);
    ent_i_add_key(l, QUOTED, quotes[l->i] & 1, quotes[l->j] & 1);
    ent_i_add_key(l, QUOTES_BETWEEN,
                  ent_i_at_most((uint64_t)quotes[l->j] - quotes[l->i], 3), 0);
}

static void add_around(ent_i_keys *l, uint32_t node, unsigned around,
                       unsigned left)
{
    int64_t at = node;
    for (int k = 1; k <= AROUND; k++) {
        ent_i_add_key(l, around + (unsigned)k, ent_i_word_at(l, at - k), 0);
        ent_i_add_key(l, around + AROUND + (unsigned)k,
                      ent_i_word_at(l, at + k), 0);
    }
    ent_i_add_key(l, left, ent_i_word_at(l, at - 2), ent_i_word_at(l, at - 1));
    ent_i_add_key(l, left + 1, ent_i_word_at(l, at + 1),
                  ent_i_word_at(l, at + 2));
}

static void add_between(ent_i_keys *l)
{
    ent_i_add_key(l, INNER, ent_i_word_at(l, (int64_t)l->i + 1),
                  ent_i_word_at(l, (int64_t)l->j - 1));
    ent_i_add_key(l, LEFT_OF_BOTH, ent_i_word_at(l, (int64_t)l->i - 1),
                  ent_i_word_at(l, (int64_t)l->j - 1));
    if (l->j - l->i > BAG + 1)
        return;
    for (uint32_t k = l->i + 1; k < l->j; k++)
        ent_i_add_key(l, BETWEEN, ent_i_word_at(l, k), 0);
}

/* ---- words of contact ---- */

/* The last preposition from node `from` to node `to`, exclusive. */
static uint64_t preposition_before(const ent_i_keys *l, uint32_t from,
                                   uint32_t to)
{
    for (uint32_t k = to; k-- > from;)
        if (l->r->nodes[k].what == ENT_I_WORD &&
            l->r->nodes[k].is & ENT_I_W_PREP)
            return l->outline->words[k];
    return 0;
}

static uint64_t preposition_behind(const ent_i_keys *l, uint32_t from,
                                   uint32_t to)
{
    for (uint32_t k = from; k < to; k++)
        if (l->r->nodes[k].what == ENT_I_WORD &&
            l->r->nodes[k].is & ENT_I_W_PREP)
            return l->outline->words[k];
    return 0;
}

static bool has_clause(const ent_i_keys *l, uint32_t from, uint32_t to)
{
    for (uint32_t k = from; k < to; k++)
        if (ent_i_is_word(l->r, k, ENT_I_W_SAY | ENT_I_W_COMP))
            return true;
    return false;
}

static void add_inner_trigger(ent_i_keys *l, uint32_t k, uint64_t what)
{
    ent_i_add_key(l, WITH_PREPOSITION, what,
                  preposition_before(l, k + 1, l->j));
    ent_i_add_key(l, WITH_PERSONS, what,
                  ent_i_at_most(persons(l, l->i + 1, k), 3) * 4 +
                      ent_i_at_most(persons(l, k + 1, l->j), 3));
    ent_i_add_key(l, WITH_CLAUSE, what, has_clause(l, l->i + 1, k));
    ent_i_add_key(l, WITH_NEXT, what, ent_i_word_at(l, (int64_t)k + 1));
}

static void add_trigger(ent_i_keys *l, uint32_t k)
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
    ent_i_add_key(l, TRIGGER + place, what, 0);
    ent_i_add_key(l, TRIGGER_FORM + place,
                  ent_i_mix(what, node->word->verb ? node->form + 1 : 0),
                  ent_i_at_most(distance_class(away), 6));
    if (place == INSIDE)
        add_inner_trigger(l, k, what);
    if (place == BEHIND) {
        ent_i_add_key(l, AFTER_BOTH, what,
                      (uint64_t)l->group * 2 + (persons(l, l->j + 1, k) > 0));
        ent_i_add_key(l, AFTER_NEXT, what, ent_i_word_at(l, (int64_t)k + 1));
    }
    if (place == BEFORE)
        ent_i_add_key(l, BEFORE_BOTH, ent_i_mix(what, l->group),
                      preposition_behind(l, k + 1, l->i));
}

/* Words near the word of contact that bear on whether it took place. */
static void add_cues(ent_i_keys *l, uint32_t at)
{
    const uint32_t cues = ENT_I_W_PLAN | ENT_I_W_PROPOSE | ENT_I_W_DENY |
                          ENT_I_W_NEG | ENT_I_W_MODAL | ENT_I_W_FAR |
                          ENT_I_W_NEAR;
    uint32_t from = at > CUE_REACH ? at - CUE_REACH : 0;
    for (uint32_t k = from; k < l->r->node_count && k < at + CUE_REACH; k++)
        if (ent_i_is_word(l->r, k, cues))
            ent_i_add_key(l, k < at ? CUE_BEFORE : CUE_BEHIND,
                          ent_i_word_at(l, k), 0);
}

static void add_triggers(ent_i_keys *l, const ent_i_pair *pair)
{
    uint32_t nearest = ent_i_pair_trigger(l->outline, pair);
    if (nearest == ENT_NONE) {
        ent_i_add_key(l, NO_TRIGGER, 0, 0);
        return;
    }
    for (uint32_t k = 0; k < l->r->node_count; k++)
        if (l->outline->triggers[k])
            add_trigger(l, k);
    int64_t at = nearest;
    ent_i_add_key(l, NEAREST, l->outline->triggers[nearest], 0);
    add_cues(l, nearest);
    ent_i_add_key(l, TRIGGER_LEFT, ent_i_word_at(l, at - 1), 0);
    ent_i_add_key(l, TRIGGER_LEFT_TWO, ent_i_word_at(l, at - 2),
                  ent_i_word_at(l, at - 1));
    ent_i_add_key(l, TRIGGER_RIGHT, ent_i_word_at(l, at + 1), 0);
}

/* ---- the sentence and the grammar ---- */

static bool is_subject(const ent_i_keys *l, uint32_t node)
{
    return ent_i_is_word(l->r, node + 1,
                         ENT_I_W_VERB | ENT_I_W_SAY | ENT_I_W_AUX |
                             ENT_I_W_MODAL | ENT_I_W_CONTACT_V | ENT_I_W_LIGHT |
                             ENT_I_W_CONTROL);
}

static void add_sentence(ent_i_keys *l)
{
    for (uint32_t k = 0;
         l->r->node_count < SENTENCE_MAX && k < l->r->node_count; k++)
        if (l->r->nodes[k].what == ENT_I_WORD &&
            !(l->r->nodes[k].is & (ENT_I_W_PREP | ENT_I_W_DET | ENT_I_W_CONJ)))
            ent_i_add_key(l, SENTENCE_WORD, ent_i_word_at(l, k), 0);
    ent_i_add_key(l, FIRST_WORD, ent_i_word_at(l, 0), 0);
    if (l->outline->caption)
        ent_i_add_key(l, CAPTION, 0, 0);
    ent_i_add_key(l, SUBJECTS, is_subject(l, l->i), is_subject(l, l->j));
}

static bool has_person(const ent_i_keys *l, const ent_i_finding *f,
                       uint32_t person)
{
    for (uint32_t k = 0; k < f->count; k++)
        if (ent_i_same_person(l->r->article, f->people[k], person))
            return true;
    return false;
}

/* How many of the two the finding has. */
static unsigned shares(const ent_i_keys *l, const ent_i_finding *f,
                       const ent_i_pair *pair)
{
    return (unsigned)has_person(l, f, pair->people[0]) +
           has_person(l, f, pair->people[1]);
}

/* What the grammar reads of others, of one of the two, or of both apart. */
static void add_other_grammar(ent_i_keys *l, const ent_i_pair *pair)
{
    unsigned most = 0;
    for (size_t i = 0; i < l->outline->finding_count; i++) {
        unsigned n = shares(l, &l->outline->findings[i], pair);
        most = n > most ? n : most;
    }
    if (l->outline->finding_count)
        ent_i_add_key(l, GRAMMAR_OTHER, 0, 0);
    if (most)
        ent_i_add_key(l, GRAMMAR_HALF, 0, 0);
    if (most == 2)
        ent_i_add_key(l, GRAMMAR_APART, 0, 0);
}

static void add_grammar(ent_i_keys *l, const ent_i_pair *pair)
{
    const ent_i_finding *f = ent_i_pair_finding(l->outline, pair);
    if (f) {
        ent_i_add_key(l, GRAMMAR, 1, 0);
        ent_i_add_key(l, GRAMMAR_KIND, f->kind, 0);
        ent_i_add_key(l, GRAMMAR_STANDING, f->standing, 0);
        ent_i_add_key(l, GRAMMAR_TRUST, (uint64_t)(f->confidence * 10), 0);
        return;
    }
    ent_i_add_key(l, GRAMMAR, 0, 0);
    add_other_grammar(l, pair);
}

/* ---- what the article knows of the two ---- */

static uint64_t fame_class(const ent_i_keys *l, uint32_t mention)
{
    const ent_article *article = l->r->article;
    uint32_t cluster = article->mentions.items[mention].cluster;
    uint32_t n =
        cluster == ENT_NONE ? 1 : article->clusters.items[cluster].mentions;
    return (uint64_t)(n > 1) + (n > 2) + (n > 4) + (n > 9);
}

/* How far before a pronoun or role the person is named; 0 for a name. */
static uint64_t far_class(const ent_i_keys *l, uint32_t node, uint32_t mention)
{
    enum { NAMED, OTHER_FIELD, LATER, HERE };
    const ent_mention *m = &l->r->article->mentions.items[mention];
    if (!l->r->nodes[node].reference)
        return NAMED;
    if (m->field != l->r->field)
        return OTHER_FIELD;
    if (m->sentence > l->r->sentence)
        return LATER;
    uint32_t n = l->r->sentence - m->sentence;
    return (uint64_t)HERE + (n > 0) + (n > 1) + (n > 2) + (n > 5);
}

static void add_reference(ent_i_keys *l, unsigned what, uint32_t node,
                          uint64_t far, uint64_t fame)
{
    const char *text = l->r->nodes[node].text;
    if (far)
        ent_i_add_key(l, what, far,
                      ent_i_mix(fame, ent_i_hash(text, strlen(text))));
}

static void add_known(ent_i_keys *l, const ent_i_pair *pair)
{
    uint64_t one = far_class(l, l->i, pair->people[0]),
             two = far_class(l, l->j, pair->people[1]);
    uint64_t first = fame_class(l, pair->people[0]),
             second = fame_class(l, pair->people[1]);
    ent_i_add_key(l, FAR, one, two);
    add_reference(l, FIRST_FAR, l->i, one, first);
    add_reference(l, SECOND_FAR, l->j, two, second);
    ent_i_add_key(l, FAME, first, second);
}

/* Keys are evenly spread, so that after one pass by their first eight bits they
 * are nearly sorted. */
static void sort_keys(uint64_t *keys, size_t n)
{
    enum { SHIFT = 56, HEADS = 256 };
    uint64_t sorted[ENT_I_PAIR_KEYS];
    uint16_t at[HEADS + 1] = {0};
    for (size_t i = 0; i < n; i++)
        at[(keys[i] >> SHIFT) + 1]++;
    for (size_t i = 1; i < HEADS; i++)
        at[i] = (uint16_t)(at[i] + at[i - 1]);
    for (size_t i = 0; i < n; i++)
        sorted[at[keys[i] >> SHIFT]++] = keys[i];
    for (size_t i = 0; i < n; i++) {
        size_t k = i;
        for (; k && keys[k - 1] > sorted[i]; k--)
            keys[k] = keys[k - 1];
        keys[k] = sorted[i];
    }
}

/* Each feature once: a word said twice says no more. */
static size_t unique(uint64_t *keys, size_t n)
{
    size_t kept = 0;
    sort_keys(keys, n);
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
    ent_i_keys l = {outline,
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
    ent_i_add_skeletons(&l);
    add_triggers(&l, pair);
    add_sentence(&l);
    add_grammar(&l, pair);
    ent_i_add_phrases(&l);
    add_known(&l, pair);
    return unique(keys, l.n);
}
