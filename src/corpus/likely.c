/* The score of two names. How they are alike says how likely they are one
 * person's; how common the surname is and what is found near the two say the
 * rest. All this adds up to a logarithm of odds; its numbers were set by
 * reading pairs of the 15,150 articles. */
#include "corpus/likely.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "names/compare.h"

enum {
    MAX_RECORDS = 12, /* looked at for one name: the first say enough */
    MANY_RECORDS = 3  /* of a name before what is known near it counts half */
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
/* What forms of names that are written otherwise take off: an other surname, by
 * the logarithm of those who bear the rarer of the two; an other given name, by
 * that of those who bear the surname, beside what is usual; and each way but
 * the first. */
#define OTHER_FAMILY 0.3
#define FAMILIES 0.7
#define NAMESAKE 0.3
#define NICKNAME 0.6
#define TWICE 0.5
/* What it is worth if a slip leaves the surname as it is. */
#define SAME_FAMILY 1
/* What it is worth if articles call somebody by the surname before the last. */
#define CALLED 3

static const double likely[ENT_I_LIKENESSES] = {
    [ENT_I_ALIKE_INITIALS] = -2, [ENT_I_ALIKE_LOOSELY] = -1.5,
    [ENT_I_ALIKE_INNER] = -1,    [ENT_I_ALIKE_INITIAL] = 1.2,
    [ENT_I_ALIKE_SOUND] = -0.3,  [ENT_I_ALIKE_FORM] = 2.5};

void ent_i_likely_free(ent_i_likely *l)
{
    ent_i_context_free(&l->context);
    ent_i_strmap_free(&l->bearers);
    ent_i_free(l->first_record);
    ent_i_free(l->next_record);
}

static const char *family_of(const ent_i_known_name *node)
{
    return ent_i_name_part(&node->name, node->name.family);
}

static bool count_bearers(ent_i_likely *l)
{
    for (size_t i = 0; i < l->r->nodes.n; i++) {
        const ent_i_known_name *node = &l->r->nodes.items[i];
        if (!node->full)
            continue;
        const char *family = family_of(node);
        uint32_t *slot =
            ent_i_strmap_put(&l->bearers, family, strlen(family), 0);
        if (!slot)
            return false;
        ++*slot;
    }
    return true;
}

/* Lists of records by node. */
static bool list_records(ent_i_likely *l)
{
    size_t n = l->r->nodes.n, records = l->r->records.n;
    l->first_record = ent_i_malloc((n + 1) * sizeof *l->first_record);
    l->next_record = ent_i_malloc((records + 1) * sizeof *l->next_record);
    if (!l->first_record || !l->next_record)
        return false;
    for (size_t i = 0; i < n; i++)
        l->first_record[i] = ENT_NONE;
    for (size_t i = records; i-- > 0;) {
        uint32_t node = ent_i_record_at(l->r, i)->node;
        l->next_record[i] = l->first_record[node];
        l->first_record[node] = (uint32_t)i;
    }
    return true;
}

static double limited(double value)
{
    return value > MOST_FAVOUR ? MOST_FAVOUR : value;
}

/* Names of few articles are looked at as they are; of the others, everything
 * has been learned. */
static bool is_many(const ent_i_likely *l, uint32_t node)
{
    return l->r->nodes.items[node].articles > MAX_RECORDS;
}

static void look_at(const ent_i_likely *l, uint32_t node,
                    ent_i_profile *profile)
{
    profile->root = is_many(l, node) ? node : ENT_NONE;
    profile->n = 0;
    profile->articles = is_many(l, node) ? l->context.articles[node] : 0;
    size_t n = 0;
    for (uint32_t i = l->first_record[node];
         i != ENT_NONE && n < MAX_RECORDS && !is_many(l, node);
         i = l->next_record[i], n++)
        ent_i_profile_add(&l->context, ent_i_record_at(l->r, i), profile);
    ent_i_profile_close(profile);
}

/* What is found near the one name, by what is known of the other. */
static ent_i_favour favour_of(const ent_i_likely *l, uint32_t node,
                              const ent_i_profile *known)
{
    ent_i_favour sum = {0};
    for (uint32_t i = l->first_record[node];
         i != ENT_NONE && sum.records < MAX_RECORDS; i = l->next_record[i])
        ent_i_context_weigh(&l->context, ent_i_record_at(l->r, i), known, &sum);
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

static double context_score(const ent_i_likely *l, uint32_t a, uint32_t b)
{
    ent_i_profile x, y;
    look_at(l, a, &x);
    look_at(l, b, &y);
    ent_i_favour there = favour_of(l, b, &x), back = favour_of(l, a, &y);
    return larger(company(&there, &x), company(&back, &y)) +
           titles(&there, &back);
}

static double count_of_bearers(const ent_i_likely *l, uint32_t node)
{
    const char *family = family_of(&l->r->nodes.items[node]);
    uint32_t n = ent_i_strmap_get(&l->bearers, family, strlen(family));
    return n == ENT_I_ABSENT ? 1 : (double)n;
}

uint32_t ent_i_brief_node(const ent_i_resolution *r, const char *family,
                          const char *suffix)
{
    char key[2 * ENT_I_NAME_ROOM];
    int n =
        snprintf(key, sizeof key, "%c%s%s", 'a' + ENT_PERSON, family, suffix);
    return ent_i_strmap_get(&r->node_keys, key, (size_t)n);
}

/* Whether an article calls the person of the longer name by the surname of the
 * shorter one: "Lucía Fernández Rojas ... Ms. Fernández". */
static bool is_called(const ent_i_likely *l, uint32_t a, uint32_t b)
{
    const ent_i_known_name *nodes = l->r->nodes.items;
    bool turned = nodes[a].name.core > nodes[b].name.core;
    uint32_t brief =
        ent_i_brief_node(l->r, family_of(&nodes[turned ? b : a]), "");
    uint64_t habit = (uint64_t)brief << 32 | (turned ? a : b);
    return brief != ENT_I_ABSENT &&
           ent_i_keymap_get(&l->r->habits, habit) != ENT_I_ABSENT;
}

/* What the ways in which two forms of a name are written otherwise take off:
 * the first is usual, and each one more is likelier another person's. */
static double otherwise(const ent_i_likely *l, const ent_i_alike *pair)
{
    ent_i_otherwise way =
        ent_i_names_otherwise(&l->r->nodes.items[pair->node].name,
                              &l->r->nodes.items[pair->other].name);
    double x = count_of_bearers(l, pair->node);
    double y = count_of_bearers(l, pair->other), off = 0;
    if (way.family)
        off += OTHER_FAMILY + FAMILIES * log(x < y ? x : y);
    if (way.given)
        off += NAMESAKE * log(larger(x, y)) - NICKNAME;
    int ways = way.family + way.given + way.middle + way.later;
    return off + (ways > 1 ? TWICE * (ways - 1) : 0);
}

double ent_i_likely_score(const ent_i_likely *l, const ent_i_alike *pair)
{
    const ent_i_known_name *other = &l->r->nodes.items[pair->other];
    double score = likely[pair->likeness];
    score -= BEARER * log(larger(count_of_bearers(l, pair->node),
                                 count_of_bearers(l, pair->other)));
    if (pair->likeness == ENT_I_ALIKE_FORM)
        score -= otherwise(l, pair);
    if (pair->likeness == ENT_I_ALIKE_SOUND ||
        pair->likeness == ENT_I_ALIKE_LOOSELY) {
        score -= SLIP * log((double)other->articles + 1);
        if (strcmp(family_of(&l->r->nodes.items[pair->node]),
                   family_of(other)) == 0)
            score += SAME_FAMILY;
    }
    if (pair->likeness == ENT_I_ALIKE_INNER &&
        is_called(l, pair->node, pair->other))
        score += CALLED;
    return score + context_score(l, pair->node, pair->other);
}

bool ent_i_likely_learn(ent_i_likely *l, const ent_i_resolution *r,
                        const ent_corpus *corpus, const ent_i_alikes *pairs)
{
    l->r = r;
    if (!list_records(l) || !count_bearers(l))
        return false;
    bool *marked = ent_i_calloc(l->r->nodes.n + 1, sizeof *marked);
    for (size_t i = 0; marked && i < pairs->n; i++) {
        const ent_i_alike *pair = &pairs->items[i];
        marked[pair->node] = is_many(l, pair->node);
        marked[pair->other] = is_many(l, pair->other);
    }
    bool ok = marked && ent_i_context_learn(&l->context, l->r, corpus, marked);
    ent_i_free(marked);
    return ok;
}
