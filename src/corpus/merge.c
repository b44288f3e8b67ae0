/* Merges full names that are one person's, the likeliest first, unless articles
 * name them apart or other names of the two contradict one another. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "corpus/across.h"
#include "corpus/alike.h"
#include "corpus/likely.h"
#include "names/compare.h"

enum {
    MAX_MEMBERS = 32, /* of one person, looked at for rivals */
    PER_SON = 2,      /* a son is apart from his father in one of so many
                         articles */
    PER_BRIEF = 20,   /* and called "Roe Jr." once in so many times */
    PER_ELDER = 5,    /* "Roe Sr." is a relative of one named in so many times
                         more articles, */
    PER_HEIR = 10     /* and "Ann Roe Jr." */
};

/* What it takes off if all articles with the rarer name keep the two apart. */
#define RIVALS 8
/* Names that agree less are parts of one another. */
#define PART_AGREED 0.9f
/* How large a part of two persons' names may contradict one another. */
#define MOST_UNLIKE 0.125
/* An initial joins the best full name if no other comes so close to it. */
#define CLEAR 1

typedef struct scored {
    ent_i_alike pair;
    double score;
    uint32_t place; /* in the order of sureness, which settles ties */
} scored;

typedef struct merging {
    ent_i_resolution *r;
    ent_i_likely likely;
    bool *part;     /* by node: joined as a part of a longer name */
    uint32_t *next; /* by node: another of the same root, or ENT_NONE */
    uint32_t *last; /* by root: the end of that list */
    ENT_I_VEC(scored) scores;
    ent_i_keymap unlikely; /* pairs of nodes with scores below 0 -> index */
} merging;

static void clear(merging *m)
{
    ent_i_likely_free(&m->likely);
    ent_i_vec_free(&m->scores);
    ent_i_keymap_free(&m->unlikely);
    ent_i_free(m->part);
    ent_i_free(m->next);
    ent_i_free(m->last);
}

/* Each node is a list of its own. */
static bool prepare(merging *m)
{
    size_t n = m->r->nodes.n;
    m->part = ent_i_calloc(n + 1, sizeof *m->part);
    m->next = ent_i_malloc((n + 1) * sizeof *m->next);
    m->last = ent_i_malloc((n + 1) * sizeof *m->last);
    if (!m->part || !m->next || !m->last)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        m->last[i] = i;
        m->next[i] = ENT_NONE;
    }
    return true;
}

static bool score_all(merging *m, const ent_i_alikes *pairs)
{
    for (size_t i = 0; i < pairs->n; i++) {
        const ent_i_alike *pair = &pairs->items[i];
        scored s = {*pair, ent_i_likely_score(&m->likely, pair), (uint32_t)i};
        if (!ent_i_vec_push(&m->scores, s))
            return false;
    }
    return true;
}

/* ---- joining ---- */

/* Whether only one has a suffix. */
static bool are_kin(const merging *m, uint32_t a, uint32_t b)
{
    return !ent_i_name_suffix(&m->r->nodes.items[a].name) !=
           !ent_i_name_suffix(&m->r->nodes.items[b].name);
}

static double larger(double a, double b) { return a > b ? a : b; }

static double articles_of(const merging *m, uint32_t root)
{
    double n = 0;
    for (uint32_t i = root; i != ENT_NONE; i = m->next[i])
        n += m->r->nodes.items[i].articles;
    return larger(n, 1);
}

/* Two persons with the first of their names, as nodes. */
typedef struct couple {
    uint32_t a, b; /* roots */
    uint32_t one[MAX_MEMBERS], two[MAX_MEMBERS];
    size_t ones, twos;
} couple;

/* The first of a person's names; returns how many. */
static size_t names_of(const merging *m, uint32_t root,
                       uint32_t out[MAX_MEMBERS])
{
    size_t n = 0;
    for (uint32_t i = root; i != ENT_NONE && n < MAX_MEMBERS; i = m->next[i])
        out[n++] = i;
    return n;
}

static void look_at_names(const merging *m, uint32_t a, uint32_t b, couple *out)
{
    out->a = a;
    out->b = b;
    out->ones = names_of(m, a, out->one);
    out->twos = names_of(m, b, out->two);
}

/* How many pairs their names make, and pair k of them. */
static size_t count_pairs(const couple *c) { return c->ones * c->twos; }

static void pair_at(const couple *c, size_t k, uint32_t *x, uint32_t *y)
{
    *x = c->one[k / c->twos];
    *y = c->two[k % c->twos];
}

/* Whether somebody with a suffix is called "Roe Jr.", not just once. */
static bool is_called_junior(const merging *m, const ent_i_known_name *marked,
                             const char *suffix)
{
    uint32_t brief = ent_i_brief_node(
        m->r, ent_i_name_part(&marked->name, marked->name.family), suffix);
    return brief != ENT_I_ABSENT &&
           PER_BRIEF * m->r->nodes.items[brief].label_count >=
               marked->label_count;
}

/* Whether a name and the same with a suffix, which so many articles keep apart,
 * are father's and son's: most articles with the rarer one do, or the son is
 * called "Roe Jr.", or nobody would be called so who has no son. Other articles
 * with both just drop the suffix later on. */
static bool are_two(const merging *m, uint32_t a, uint32_t b, uint32_t apart)
{
    const ent_i_known_name *x = &m->r->nodes.items[a];
    const ent_i_known_name *y = &m->r->nodes.items[b];
    const ent_i_known_name *marked = ent_i_name_suffix(&x->name) ? x : y;
    const char *suffix = ent_i_name_suffix(&marked->name);
    uint32_t fewer = x->articles < y->articles ? x->articles : y->articles;
    return PER_SON * apart >= fewer || ent_i_is_elder(suffix) ||
           is_called_junior(m, marked, suffix);
}

/* Whether a name with a suffix that hardly any article has is a relative's of
 * whom most call without one: "Roe Sr.", who is only called so beside the son;
 * or "Ann Roe Jr.", where formal texts would also give her middle name. */
static bool is_relative(const merging *m, uint32_t a, uint32_t b)
{
    bool turned = ent_i_name_suffix(&m->r->nodes.items[b].name);
    uint32_t marked = turned ? b : a, plain = ent_i_root(m->r, turned ? a : b);
    const ent_i_name *name = &m->r->nodes.items[marked].name;
    const char *suffix = ent_i_name_suffix(name);
    double times =
        articles_of(m, plain) / articles_of(m, ent_i_root(m->r, marked));
    if (ent_i_is_elder(suffix))
        return times >= PER_ELDER;
    return times >= PER_HEIR && !ent_i_is_number(suffix) &&
           name->count - 1 <= m->r->nodes.items[plain].name.count;
}

/* What articles that keep two of the persons' names apart take off. */
static double rivalry(const merging *m, const couple *c)
{
    double apart = 0, x = articles_of(m, c->a), y = articles_of(m, c->b);
    for (size_t k = 0; k < count_pairs(c); k++) {
        uint32_t one, two;
        pair_at(c, k, &one, &two);
        uint32_t seen =
            ent_i_keymap_get(&m->r->rivals, ent_i_pair_key(one, two));
        if (seen == ENT_I_ABSENT)
            continue;
        if (are_kin(m, one, two) && are_two(m, one, two, seen))
            return INFINITY;
        apart += seen;
    }
    return RIVALS * apart / (x < y ? x : y);
}

static bool may_agree(const merging *m, uint32_t a, uint32_t b)
{
    float agreed;
    return ent_i_likeness_of(&m->r->nodes.items[a].name,
                             &m->r->nodes.items[b].name,
                             &agreed) != ENT_I_UNLIKE;
}

/* Whether too many of the names on both sides contradict one another: "George
 * Dunn" agrees with both Georges, "George H. M. Dunn" not with what another is
 * mostly called. A slip or a nickname in quotes is too rare to count; a part
 * of a name, such as "Dunn Roe", says nothing of its other parts. */
static bool contradict(const merging *m, const couple *c)
{
    const ent_i_known_name *nodes = m->r->nodes.items;
    double all = 0, unlike = 0;
    for (size_t k = 0; k < count_pairs(c); k++) {
        uint32_t one, two;
        pair_at(c, k, &one, &two);
        if (m->part[one] || m->part[two])
            continue;
        double weight =
            (nodes[one].articles + 0.1) * (nodes[two].articles + 0.1);
        all += weight;
        unlike += may_agree(m, one, two) ? 0 : weight;
    }
    return unlike > MOST_UNLIKE * all;
}

/* The initial behind the given name: "s" of "Roe, Ann S."; 0 without one. */
static char middle_initial(const ent_i_name *name)
{
    size_t i = name->given + (size_t)1;
    return i < name->family && ent_i_name_is_initial(name, i)
               ? *ent_i_name_part(name, i)
               : '\0';
}

/* Whether "Ann S. Roe" and "Ann D. Roe" are among the two persons' names,
 * though most articles say just "Ann Roe". What one article says may be a slip.
 */
static bool differ_by_initial(const merging *m, const couple *c)
{
    double same = 0, other = 0;
    for (size_t k = 0; k < count_pairs(c); k++) {
        uint32_t one, two;
        pair_at(c, k, &one, &two);
        const ent_i_known_name *x = &m->r->nodes.items[one];
        const ent_i_known_name *y = &m->r->nodes.items[two];
        char left = middle_initial(&x->name), right = middle_initial(&y->name);
        if (!left || !right || x->articles < 2 || y->articles < 2)
            continue;
        *(left == right ? &same : &other) += (double)x->articles * y->articles;
    }
    return other > same;
}

/* What the least likely two of the persons' names take off: "Steve Roe" can be
 * Steven or Stephen, who are two. */
static double doubt(const merging *m, const couple *c)
{
    double most = 0;
    for (size_t k = 0; k < count_pairs(c); k++) {
        uint32_t one, two;
        pair_at(c, k, &one, &two);
        uint32_t at = ent_i_keymap_get(&m->unlikely, ent_i_pair_key(one, two));
        if (at != ENT_I_ABSENT)
            most = larger(most, -m->scores.items[at].score);
    }
    return most;
}

/* Whether the shorter name is a former one, though it contradicts the last
 * surname: "Ann Dunn" before "Ann Dunn Roe". A longer name that
 * is rarer is mostly one with something run on. */
static bool is_former(const merging *m, const ent_i_alike *pair)
{
    const ent_i_known_name *x = &m->r->nodes.items[pair->node];
    const ent_i_known_name *y = &m->r->nodes.items[pair->other];
    return pair->likeness == ENT_I_ALIKE_INNER && x->name.core > y->name.core &&
           x->articles > y->articles;
}

static bool may_unite(const merging *m, uint32_t a, uint32_t b, const scored *s)
{
    const ent_i_known_name *x = &m->r->nodes.items[a];
    const ent_i_known_name *y = &m->r->nodes.items[b];
    couple c;
    if (a == b || ent_i_is_barred(m->r, x, y) ||
        (x->gender && y->gender && !(x->gender & y->gender)) ||
        (are_kin(m, s->pair.node, s->pair.other) &&
         is_relative(m, s->pair.node, s->pair.other)))
        return false;
    look_at_names(m, a, b, &c);
    return (is_former(m, &s->pair) || !contradict(m, &c)) &&
           !differ_by_initial(m, &c) &&
           s->score > rivalry(m, &c) + doubt(m, &c);
}

void ent_i_stand_for(ent_i_resolution *r, uint32_t into, uint32_t node,
                     ent_reason reason)
{
    ent_i_known_name *child = &r->nodes.items[node];
    ent_i_known_name *parent = &r->nodes.items[into];
    child->parent = into;
    child->reason = (uint8_t)reason;
    parent->gender |= child->gender;
    if (child->entry != ENT_NONE)
        parent->entry = child->entry;
}

static void unite(merging *m, uint32_t into, uint32_t node,
                  const ent_i_alike *pair)
{
    ent_i_known_name *child = &m->r->nodes.items[node];
    ent_i_stand_for(m->r, into, node, ENT_BY_SPELLING);
    child->confidence = pair->agreed;
    child->cut = pair->likeness == ENT_I_ALIKE_INNER &&
                 child->name.core > m->r->nodes.items[into].name.core;
    m->part[node] = pair->agreed < PART_AGREED;
    m->next[m->last[into]] = node;
    m->last[into] = m->last[node];
}

static bool is_named_more(const ent_i_known_name *a, const ent_i_known_name *b)
{
    if (a->articles != b->articles)
        return a->articles > b->articles;
    return a->mentions != b->mentions ? a->mentions > b->mentions
                                      : strcmp(a->label, b->label) < 0;
}

static void try_pair(merging *m, const scored *s)
{
    const ent_i_known_name *nodes = m->r->nodes.items;
    uint32_t a = ent_i_root(m->r, s->pair.node);
    uint32_t b = ent_i_root(m->r, s->pair.other);
    if (!may_unite(m, a, b, s))
        return;
    bool turned = is_named_more(&nodes[b], &nodes[a]);
    unite(m, turned ? b : a, turned ? a : b, &s->pair);
}

static int by_score(const void *a, const void *b)
{
    const scored *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static bool has_initial(const scored *s)
{
    return s->pair.likeness == ENT_I_ALIKE_INITIAL ||
           s->pair.likeness == ENT_I_ALIKE_INITIALS;
}

/* When a pair's turn is. A name without "Jr." is first of all another's without
 * it: the father's, if there is one. Those without their last surnames come
 * last, since they can't show what else contradicts. */
typedef enum turn { TURN_SAME, TURN_KIN, TURN_INNER, TURNS } turn;

static turn turn_of(const merging *m, const ent_i_alike *pair)
{
    if (pair->likeness == ENT_I_ALIKE_INNER)
        return TURN_INNER;
    return are_kin(m, pair->node, pair->other) ? TURN_KIN : TURN_SAME;
}

/* A name of one article may be a slip, and says nothing against others. */
static bool note_unlikely(merging *m)
{
    for (size_t i = m->scores.n; i-- > 0 && m->scores.items[i].score < 0;) {
        const ent_i_alike *pair = &m->scores.items[i].pair;
        if (pair->likeness == ENT_I_ALIKE_FORM &&
            m->r->nodes.items[pair->other].articles > 1 &&
            !ent_i_keymap_put(&m->unlikely,
                              ent_i_pair_key(pair->node, pair->other),
                              (uint32_t)i))
            return false;
    }
    return true;
}

static void join_names(merging *m, turn now)
{
    for (size_t i = 0; i < m->scores.n && m->scores.items[i].score > 0; i++) {
        const scored *s = &m->scores.items[i];
        if (!has_initial(s) && turn_of(m, &s->pair) == now)
            try_pair(m, s);
    }
}

/* ---- initials ---- */

/* The name of the pair whose given name is an initial. */
static uint32_t initial_of(const merging *m, const ent_i_alike *pair)
{
    const ent_i_name *name = &m->r->nodes.items[pair->node].name;
    return ent_i_name_is_initial(name, name->given) ? pair->node : pair->other;
}

/* Who an initial may be. */
typedef struct meanings {
    double best, next; /* scores of the best two persons */
    uint32_t root;     /* the best */
} meanings;

static void note_meaning(merging *m, const scored *s, meanings *list)
{
    uint32_t initial = initial_of(m, &s->pair);
    uint32_t root = ent_i_root(m->r, s->pair.node == initial ? s->pair.other
                                                             : s->pair.node);
    meanings *known = &list[initial];
    if (known->root == ENT_NONE) {
        known->root = root;
        known->best = s->score;
    } else if (root != known->root && s->score > known->next) {
        known->next = s->score;
    }
}

/* "J. Roe" joins "John Roe" unless "James Roe" could as well be meant.
 * After the full names, so that the persons an initial can mean are known. */
static bool join_initials(merging *m)
{
    meanings *list = ent_i_malloc((m->r->nodes.n + 1) * sizeof *list);
    if (!list)
        return false;
    for (size_t i = 0; i < m->r->nodes.n; i++)
        list[i] = (meanings){-INFINITY, -INFINITY, ENT_NONE};
    for (size_t i = 0; i < m->scores.n; i++)
        if (has_initial(&m->scores.items[i]))
            note_meaning(m, &m->scores.items[i], list);
    for (size_t i = 0; i < m->scores.n && m->scores.items[i].score > 0; i++) {
        const scored *s = &m->scores.items[i];
        if (!has_initial(s))
            continue;
        const meanings *known = &list[initial_of(m, &s->pair)];
        if (s->score == known->best && known->best >= known->next + CLEAR)
            try_pair(m, s);
    }
    ent_i_free(list);
    return true;
}

bool ent_i_merge(ent_i_resolution *r, const ent_corpus *corpus)
{
    merging m = {.r = r};
    ent_i_alikes pairs = {0};
    ent_i_merge_entries(r);
    bool ok = prepare(&m) && ent_i_find_alike(r, &pairs) &&
              ent_i_likely_learn(&m.likely, r, corpus, &pairs) &&
              score_all(&m, &pairs);
    if (ok) {
        ent_i_sort(m.scores.items, m.scores.n, sizeof *m.scores.items,
                   by_score);
        ok = note_unlikely(&m);
        for (turn now = 0; ok && now < TURNS; now++)
            join_names(&m, now);
        ok = ok && join_initials(&m);
        ent_i_recall_spellings(r);
    }
    clear(&m);
    ent_i_vec_free(&pairs);
    return ok;
}
