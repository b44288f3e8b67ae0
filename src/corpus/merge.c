/* Merges full names that are one person's. How the names are alike says how
 * likely that is; how common the surname is, what is found near the two and
 * articles that name them apart say the rest. All this adds up to a score, a
 * logarithm of odds; its numbers were set by reading pairs of the 15,150
 * articles. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "corpus/across.h"
#include "corpus/alike.h"
#include "corpus/context.h"
#include "names/compare.h"

enum {
    MAX_RECORDS = 12, /* looked at for one name: the first say enough */
    MAX_MEMBERS = 32, /* of one person, looked at for rivals */
    MANY_RECORDS = 3, /* of a name before what is known near it counts half */
    PER_SON = 2       /* a son is apart from his father in one of so many
                         articles */
};

/* Where the average favour of companions and titles begins to speak for the
 * two being one, and what it is worth. */
#define BESIDE_EVEN 0.35
#define BESIDE_WORTH 6
#define TITLE_EVEN 0.1
#define TITLE_WORTH 4
#define OTHER_TITLE_WORTH 9
#define MONTH_WORTH 0.4
#define MOST_FAVOUR 6
/* What each bearer of the surname takes off, by his logarithm; and each article
 * with a name that may be a slip: slips are rare. */
#define BEARER 0.35
#define SLIP 0.3
/* What it is worth if a slip leaves the surname as it is. */
#define SAME_FAMILY 1
/* What it takes off if all articles with the rarer name keep the two apart. */
#define RIVALS 8
/* Names that agree less are parts of one another. */
#define PART_AGREED 0.9f
/* How large a part of two persons' names may contradict one another. */
#define MOST_UNLIKE 0.125
/* What it is worth if articles call somebody by the surname before the last. */
#define CALLED 3
/* An initial joins the best full name if no other comes so close to it. */
#define CLEAR 1

static const double likely[ENT_I_LIKENESSES] = {
    [ENT_I_ALIKE_INITIALS] = -2, [ENT_I_ALIKE_LOOSELY] = -1.5,
    [ENT_I_ALIKE_INNER] = -1,    [ENT_I_ALIKE_INITIAL] = 1.2,
    [ENT_I_ALIKE_SOUND] = -0.3,  [ENT_I_ALIKE_FORM] = 2.5};

typedef struct scored {
    ent_i_alike pair;
    double score;
    uint32_t place; /* in the order of sureness, which settles ties */
} scored;

typedef struct merging {
    ent_i_resolution *r;
    ent_i_context context;
    ent_i_strmap bearers;   /* surname -> full names with it */
    bool *part;             /* by node: joined as a part of a longer name */
    uint32_t *next;         /* by node: another of the same root, or ENT_NONE */
    uint32_t *last;         /* by root: the end of that list */
    uint32_t *first_record; /* by node, or ENT_NONE */
    uint32_t *next_record;  /* by record, of the same node, or ENT_NONE */
    ENT_I_VEC(scored) scores;
} merging;

static void clear(merging *m)
{
    ent_i_context_free(&m->context);
    ent_i_strmap_free(&m->bearers);
    ent_i_vec_free(&m->scores);
    ent_i_free(m->part);
    ent_i_free(m->next);
    ent_i_free(m->last);
    ent_i_free(m->first_record);
    ent_i_free(m->next_record);
}

static const char *family_of(const ent_i_known_name *node)
{
    return ent_i_name_part(&node->name, node->name.family);
}

static bool count_bearers(merging *m)
{
    for (size_t i = 0; i < m->r->nodes.n; i++) {
        const ent_i_known_name *node = &m->r->nodes.items[i];
        if (!node->full)
            continue;
        const char *family = family_of(node);
        uint32_t *slot =
            ent_i_strmap_put(&m->bearers, family, strlen(family), 0);
        if (!slot)
            return false;
        ++*slot;
    }
    return true;
}

/* Lists of records by node, of nodes by root. */
static bool prepare(merging *m)
{
    size_t n = m->r->nodes.n, records = m->r->records.n;
    m->part = ent_i_calloc(n + 1, sizeof *m->part);
    m->next = ent_i_malloc((n + 1) * sizeof *m->next);
    m->last = ent_i_malloc((n + 1) * sizeof *m->last);
    m->first_record = ent_i_malloc((n + 1) * sizeof *m->first_record);
    m->next_record = ent_i_malloc((records + 1) * sizeof *m->next_record);
    if (!m->part || !m->next || !m->last || !m->first_record || !m->next_record)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        m->last[i] = i;
        m->next[i] = m->first_record[i] = ENT_NONE;
    }
    for (size_t i = records; i-- > 0;) {
        uint32_t node = m->r->records.items[i].node;
        m->next_record[i] = m->first_record[node];
        m->first_record[node] = (uint32_t)i;
    }
    return count_bearers(m);
}

/* ---- the score ---- */

static double limited(double value)
{
    return value > MOST_FAVOUR ? MOST_FAVOUR : value;
}

/* Names of few articles are looked at as they are; of the others, everything
 * has been learned. */
static bool is_many(const merging *m, uint32_t node)
{
    return m->r->nodes.items[node].articles > MAX_RECORDS;
}

static void look_at(const merging *m, uint32_t node, ent_i_profile *profile)
{
    profile->root = is_many(m, node) ? node : ENT_NONE;
    profile->n = 0;
    profile->articles = is_many(m, node) ? m->context.articles[node] : 0;
    size_t n = 0;
    for (uint32_t i = m->first_record[node];
         i != ENT_NONE && n < MAX_RECORDS && !is_many(m, node);
         i = m->next_record[i], n++)
        ent_i_profile_add(&m->context, &m->r->records.items[i], profile);
    ent_i_profile_close(profile);
}

/* What is found near the one name, by what is known of the other. */
static ent_i_favour favour_of(const merging *m, uint32_t node,
                              const ent_i_profile *known)
{
    ent_i_favour sum = {0};
    for (uint32_t i = m->first_record[node];
         i != ENT_NONE && sum.records < MAX_RECORDS; i = m->next_record[i])
        ent_i_context_weigh(&m->context, &m->r->records.items[i], known, &sum);
    return sum;
}

/* The less is known of the other, the less its companions say. */
static double company(const ent_i_favour *sum, const ent_i_profile *known)
{
    double articles = known->articles, score = 0;
    if (sum->with_beside)
        score += BESIDE_WORTH * articles / (articles + MANY_RECORDS) *
                 (sum->beside / (double)sum->with_beside + BESIDE_EVEN);
    if (sum->records)
        score += MONTH_WORTH * sum->month / (double)sum->records;
    return limited(score);
}

static double larger(double a, double b) { return a > b ? a : b; }

/* Only if both have titles. */
static double titles(const ent_i_favour *a, const ent_i_favour *b)
{
    size_t fewer =
        a->with_title < b->with_title ? a->with_title : b->with_title;
    if (!fewer)
        return 0;
    double n = (double)fewer;
    double most = TITLE_EVEN + larger(a->title / (double)a->with_title,
                                      b->title / (double)b->with_title);
    /* Somebody may have two titles, so it takes some that differ. */
    return most > 0 ? limited(TITLE_WORTH * most * n / (n + 1))
                    : OTHER_TITLE_WORTH * most * n * n / (n * n + 9);
}

static double context_score(const merging *m, uint32_t a, uint32_t b)
{
    ent_i_profile x, y;
    look_at(m, a, &x);
    look_at(m, b, &y);
    ent_i_favour there = favour_of(m, b, &x), back = favour_of(m, a, &y);
    return larger(company(&there, &x), company(&back, &y)) +
           titles(&there, &back);
}

static double count_of_bearers(const merging *m, uint32_t node)
{
    const char *family = family_of(&m->r->nodes.items[node]);
    uint32_t n = ent_i_strmap_get(&m->bearers, family, strlen(family));
    return n == ENT_I_ABSENT ? 1 : (double)n;
}

/* The node of a surname that stands alone, or with the suffix; ENT_I_ABSENT
 * where nobody is called so. */
static uint32_t brief_name(const merging *m, const char *family,
                           const char *suffix)
{
    char key[2 * ENT_I_NAME_ROOM];
    int n =
        snprintf(key, sizeof key, "%c%s%s", 'a' + ENT_PERSON, family, suffix);
    return ent_i_strmap_get(&m->r->node_keys, key, (size_t)n);
}

/* Whether an article calls the person of the longer name by the surname of the
 * shorter one: "Lucía Fernández Rojas ... Ms. Fernández". */
static bool is_called(const merging *m, uint32_t a, uint32_t b)
{
    const ent_i_known_name *nodes = m->r->nodes.items;
    bool turned = nodes[a].name.core > nodes[b].name.core;
    uint32_t brief = brief_name(m, family_of(&nodes[turned ? b : a]), "");
    uint64_t habit = (uint64_t)brief << 32 | (turned ? a : b);
    return brief != ENT_I_ABSENT &&
           ent_i_keymap_get(&m->r->habits, habit) != ENT_I_ABSENT;
}

static double score_of(const merging *m, const ent_i_alike *pair)
{
    const ent_i_known_name *other = &m->r->nodes.items[pair->other];
    double score = likely[pair->likeness];
    score -= BEARER * log(larger(count_of_bearers(m, pair->node),
                                 count_of_bearers(m, pair->other)));
    if (pair->likeness == ENT_I_ALIKE_SOUND ||
        pair->likeness == ENT_I_ALIKE_LOOSELY) {
        score -= SLIP * log((double)other->articles + 1);
        if (strcmp(family_of(&m->r->nodes.items[pair->node]),
                   family_of(other)) == 0)
            score += SAME_FAMILY;
    }
    if (pair->likeness == ENT_I_ALIKE_INNER &&
        is_called(m, pair->node, pair->other))
        score += CALLED;
    return score + context_score(m, pair->node, pair->other);
}

static bool score_all(merging *m, const ent_i_alikes *pairs)
{
    for (size_t i = 0; i < pairs->n; i++) {
        scored s = {pairs->items[i], score_of(m, &pairs->items[i]),
                    (uint32_t)i};
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

static double articles_of(const merging *m, uint32_t root)
{
    double n = 0;
    for (uint32_t i = root; i != ENT_NONE; i = m->next[i])
        n += m->r->nodes.items[i].articles;
    return larger(n, 1);
}

/* The first of a person's names, as nodes; returns how many. */
static size_t names_of(const merging *m, uint32_t root,
                       uint32_t out[MAX_MEMBERS])
{
    size_t n = 0;
    for (uint32_t i = root; i != ENT_NONE && n < MAX_MEMBERS; i = m->next[i])
        out[n++] = i;
    return n;
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
           brief_name(m, family_of(marked), suffix) != ENT_I_ABSENT;
}

/* What articles that keep two of the persons' names apart take off. */
static double rivalry(const merging *m, uint32_t a, uint32_t b)
{
    uint32_t one[MAX_MEMBERS], two[MAX_MEMBERS];
    size_t ones = names_of(m, a, one), twos = names_of(m, b, two);
    double apart = 0, x = articles_of(m, a), y = articles_of(m, b);
    for (size_t i = 0; i < ones; i++)
        for (size_t j = 0; j < twos; j++) {
            uint64_t both = ent_i_pair_key(one[i], two[j]);
            uint32_t seen = ent_i_keymap_get(&m->r->rivals, both);
            if (seen == ENT_I_ABSENT)
                continue;
            if (are_kin(m, one[i], two[j]) && are_two(m, one[i], two[j], seen))
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
 * Bush" agrees with both Georges, "George H. W. Bush" not with what another is
 * mostly called. A slip or a nickname in quotes is too rare to count; a part
 * of a name, such as "Dunn Roe", says nothing of its other parts. */
static bool contradict(const merging *m, uint32_t a, uint32_t b)
{
    const ent_i_known_name *nodes = m->r->nodes.items;
    uint32_t one[MAX_MEMBERS], two[MAX_MEMBERS];
    size_t ones = names_of(m, a, one), twos = names_of(m, b, two);
    double all = 0, unlike = 0;
    for (size_t i = 0; i < ones; i++)
        for (size_t j = 0; j < twos; j++) {
            if (m->part[one[i]] || m->part[two[j]])
                continue;
            double weight =
                (nodes[one[i]].articles + 0.1) * (nodes[two[j]].articles + 0.1);
            all += weight;
            unlike += may_agree(m, one[i], two[j]) ? 0 : weight;
        }
    return unlike > MOST_UNLIKE * all;
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
    return a != b && !ent_i_is_barred(m->r, x, y) &&
           !(x->gender && y->gender && !(x->gender & y->gender)) &&
           (is_former(m, &s->pair) || !contradict(m, a, b)) &&
           s->score > rivalry(m, a, b);
}

/* Passes what is known about the child to the parent, which now represents
 * both: gender and entry in the alias file. */
static void unite(merging *m, uint32_t into, uint32_t node,
                  const ent_i_alike *pair)
{
    ent_i_known_name *child = &m->r->nodes.items[node];
    ent_i_known_name *parent = &m->r->nodes.items[into];
    child->parent = into;
    child->confidence = pair->agreed;
    child->reason = ENT_BY_SPELLING;
    parent->gender |= child->gender;
    if (child->entry != ENT_NONE)
        parent->entry = child->entry;
    child->cut = pair->likeness == ENT_I_ALIKE_INNER &&
                 child->name.core > parent->name.core;
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

/* "J. Kerry" joins "John Kerry" unless "James Kerry" could as well be meant.
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

static bool learn(merging *m, const ent_corpus *corpus,
                  const ent_i_alikes *pairs)
{
    bool *marked = ent_i_calloc(m->r->nodes.n + 1, sizeof *marked);
    for (size_t i = 0; marked && i < pairs->n; i++) {
        const ent_i_alike *pair = &pairs->items[i];
        marked[pair->node] = is_many(m, pair->node);
        marked[pair->other] = is_many(m, pair->other);
    }
    bool ok = marked && ent_i_context_learn(&m->context, m->r, corpus, marked);
    ent_i_free(marked);
    return ok;
}

bool ent_i_merge(ent_i_resolution *r, const ent_corpus *corpus)
{
    merging m = {.r = r};
    ent_i_alikes pairs = {0};
    ent_i_merge_entries(r);
    bool ok = prepare(&m) && ent_i_find_alike(r, &pairs) &&
              learn(&m, corpus, &pairs) && score_all(&m, &pairs);
    if (ok) {
        ent_i_sort(m.scores.items, m.scores.n, sizeof *m.scores.items,
                   by_score);
        for (turn now = 0; now < TURNS; now++)
            join_names(&m, now);
        ok = join_initials(&m);
    }
    clear(&m);
    ent_i_vec_free(&pairs);
    return ok;
}
