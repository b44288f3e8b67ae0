#include "corpus/context.h"

#include <math.h>
#include <string.h>

/* Names near a person are not independent, so each counts only in part; more
 * than a few, less and less. */
#define NAME_WEIGHT 0.5
#define FREE_NAMES 8.0
/* How much of what is expected near a person comes from that person's own
 * articles; the rest is the corpus average (Jelinek and Mercer 1980). The part
 * is fixed, so that something never seen does not favour people about whom
 * little is known. */
#define OWN_PART 0.5

/* For people named in fewer articles, chance companions would count too
 * much. */
#define FEW 3.0

enum { MAX_BESIDE = 32, MAX_TITLE_WORDS = 6, DAYS_A_MONTH = 30 };

typedef enum feature_kind { BESIDE, MONTH, TITLE_WORD } feature_kind;

/* Features that do not fit are dropped: the nearest evidence comes first. */
static void add_feature(ent_i_surroundings *list, feature_kind kind,
                        uint32_t value)
{
    if (list->n < ENT_I_SIGHTS)
        list->items[list->n++] = (ent_i_sight){kind, value};
}

/* Skips words of two letters, such as "of". */
static void add_titles(ent_i_surroundings *list, const char *title)
{
    size_t start = 0, size = title ? strlen(title) : 0, words = 0;
    for (size_t i = 0; i <= size && words < MAX_TITLE_WORDS; i++) {
        if (i < size && title[i] != ' ')
            continue;
        if (i > start + 2) {
            add_feature(list, TITLE_WORD,
                        (uint32_t)ent_i_hash(title + start, i - start));
            words++;
        }
        start = i + 1;
    }
}

/* Collects everything around the record in its article. */
static void gather(const ent_i_context *c, const ent_i_record *record,
                   ent_i_surroundings *list)
{
    ent_date date = ent_i_date_of(c->corpus, record->article);
    uint32_t end = c->first_record[record->article + 1];
    list->n = 0;
    add_titles(list, record->title);
    if (date != ENT_NO_DATE)
        add_feature(list, MONTH, (uint32_t)(date / DAYS_A_MONTH));
    size_t limit = list->n + MAX_BESIDE;
    for (uint32_t i = c->first_record[record->article];
         i < end && list->n < limit; i++) {
        const ent_i_record *other = ent_i_record_at(c->r, i);
        const ent_i_known_name *node = &c->r->nodes.items[other->node];
        if (other != record && (node->full || node->type == ENT_ORG))
            add_feature(list, BESIDE, ent_i_root(c->r, other->node));
    }
}

/* A hash serves as the key: a rare collision only shifts a probability. */
static uint64_t key_of(uint32_t root, const ent_i_sight *f)
{
    uint32_t parts[3] = {root, f->kind, f->value};
    return ent_i_hash(parts, sizeof parts);
}

static bool count(ent_i_context *c, uint32_t root, const ent_i_sight *f)
{
    return ent_i_countmap_add(&c->counts, key_of(root, f));
}

/* Learns only from articles with the full name, which need no guessing. */
static bool learn(ent_i_context *c, const ent_i_record *record)
{
    ent_i_surroundings list;
    uint32_t root = ent_i_root(c->r, record->node);
    gather(c, record, &list);
    c->articles[root]++;
    for (size_t i = 0; i < list.n; i++)
        if (!count(c, root, &list.items[i]))
            return false;
    return true;
}

/* How many articles have each name, title and month. */
static bool learn_commonness(ent_i_context *c)
{
    for (size_t i = 0; i < c->r->records.n; i++) {
        const ent_i_record *record = ent_i_record_at(c->r, i);
        ent_i_surroundings list = {.n = 0};
        c->common[ent_i_root(c->r, record->node)]++;
        add_titles(&list, record->title);
        for (size_t j = 0; j < list.n; j++)
            if (!count(c, ENT_NONE, &list.items[j]))
                return false;
    }
    for (size_t i = 0; i < c->corpus->articles.n; i++) {
        ent_date date = ent_i_date_of(c->corpus, i);
        ent_i_sight f = {MONTH, (uint32_t)(date / DAYS_A_MONTH)};
        if (date != ENT_NO_DATE && !count(c, ENT_NONE, &f))
            return false;
    }
    return true;
}

/* Records are in article order: stores where each article's begin, plus one
 * entry for the end. */
static void index_records(ent_i_context *c)
{
    size_t at = 0;
    for (size_t i = 0; i <= c->corpus->articles.n; i++) {
        while (at < c->r->records.n && ent_i_record_at(c->r, at)->article < i)
            at++;
        c->first_record[i] = (uint32_t)at;
    }
}

bool ent_i_context_learn(ent_i_context *c, const ent_i_resolution *r,
                         const ent_corpus *corpus, const bool *marked)
{
    *c = (ent_i_context){.r = r, .corpus = corpus};
    c->first_record =
        ent_i_calloc(corpus->articles.n + 1, sizeof *c->first_record);
    c->articles = ent_i_calloc(r->nodes.n + 1, sizeof *c->articles);
    c->common = ent_i_calloc(r->nodes.n + 1, sizeof *c->common);
    if (!c->first_record || !c->articles || !c->common)
        return false;
    index_records(c);
    for (size_t i = 0; i < r->records.n; i++) {
        const ent_i_record *record = ent_i_record_at(r, i);
        const ent_i_known_name *node = &r->nodes.items[record->node];
        if (node->full && marked[ent_i_root(r, record->node)] &&
            !learn(c, record))
            return false;
    }
    return learn_commonness(c);
}

void ent_i_context_free(ent_i_context *c)
{
    ent_i_countmap_free(&c->counts);
    ent_i_free(c->first_record);
    ent_i_free(c->articles);
    ent_i_free(c->common);
}

static double count_of(const ent_i_context *c, uint32_t root,
                       const ent_i_sight *f)
{
    return ent_i_countmap_of(&c->counts, key_of(root, f));
}

void ent_i_context_look(const ent_i_context *c, const ent_i_record *record,
                        ent_i_surroundings *out)
{
    double total = (double)c->corpus->articles.n + 1;
    gather(c, record, out);
    for (size_t i = 0; i < out->n; i++) {
        const ent_i_sight *f = &out->items[i];
        double seen = f->kind == BESIDE ? (double)c->common[f->value]
                                        : count_of(c, ENT_NONE, f);
        out->common[i] = (seen + 0.5) / total;
    }
}

static double name_weight(const ent_i_surroundings *seen)
{
    double n = 0;
    for (size_t i = 0; i < seen->n; i++)
        n += seen->items[i].kind == BESIDE;
    return n > FREE_NAMES ? NAME_WEIGHT * sqrt(FREE_NAMES / n) : NAME_WEIGHT;
}

/* How often each sight was near the person. The counts of an archive lie far
 * apart in memory, so all are asked for before the first is looked at. */
static void count_all(const ent_i_context *c, const ent_i_surroundings *seen,
                      uint32_t root, uint32_t counts[ENT_I_SIGHTS])
{
    uint64_t keys[ENT_I_SIGHTS];
    for (size_t i = 0; i < seen->n; i++) {
        keys[i] = key_of(root, &seen->items[i]);
        ent_i_countmap_prefetch(&c->counts, keys[i]);
    }
    for (size_t i = 0; i < seen->n; i++)
        counts[i] = ent_i_countmap_of(&c->counts, keys[i]);
}

/* A naive Bayes sum of logarithms; only differences between the readings of one
 * record are meaningful. */
double ent_i_context_fit(const ent_i_context *c, const ent_i_surroundings *seen,
                         uint32_t root)
{
    double own = (double)c->articles[root], sum = 0, names = name_weight(seen);
    uint32_t counts[ENT_I_SIGHTS] = {0};
    if (own > 0)
        count_all(c, seen, root, counts);
    for (size_t i = 0; i < seen->n; i++) {
        const ent_i_sight *f = &seen->items[i];
        double share = counts[i] / (own + FEW);
        share = OWN_PART * share + (1 - OWN_PART) * seen->common[i];
        sum += (f->kind == BESIDE ? names : 1) * log(share);
    }
    return sum;
}

bool ent_i_context_meets(const ent_i_context *c, const ent_i_record *record,
                         uint32_t root, double share)
{
    ent_i_surroundings seen;
    ent_i_context_look(c, record, &seen);
    for (size_t i = 0; i < seen.n; i++)
        if (seen.items[i].kind != MONTH && seen.items[i].value != root &&
            seen.common[i] <= share && count_of(c, root, &seen.items[i]) > 0)
            return true;
    return false;
}

/* ---- two names ---- */

/* A number for the sight; kinds are few. */
static uint64_t number_of(const ent_i_sight *f)
{
    return (uint64_t)f->kind << 32 | f->value;
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

void ent_i_profile_add(const ent_i_context *c, const ent_i_record *record,
                       ent_i_profile *profile)
{
    ent_i_surroundings seen;
    gather(c, record, &seen);
    for (size_t i = 0; i < seen.n && profile->n < ENT_I_PROFILE; i++)
        profile->sights[profile->n++] = number_of(&seen.items[i]);
    profile->articles++;
}

void ent_i_profile_close(ent_i_profile *profile)
{
    ent_i_sort(profile->sights, profile->n, sizeof *profile->sights, by_number);
}

static double profiled(const ent_i_profile *profile, const ent_i_sight *f)
{
    uint64_t wanted = number_of(f);
    size_t low = 0, high = profile->n, n = 0;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (profile->sights[middle] < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    while (low + n < profile->n && profile->sights[low + n] == wanted)
        n++;
    return (double)n;
}

/* How many times likelier the sight is near the known person than near anybody,
 * as a logarithm. */
static double favour(const ent_i_context *c, const ent_i_surroundings *seen,
                     size_t i, const ent_i_profile *known)
{
    const ent_i_sight *f = &seen->items[i];
    double count = known->root != ENT_NONE ? count_of(c, known->root, f)
                                           : profiled(known, f);
    double share = count / (known->articles + FEW);
    return log(OWN_PART * share / seen->common[i] + 1 - OWN_PART);
}

void ent_i_context_weigh(const ent_i_context *c, const ent_i_record *record,
                         const ent_i_profile *known, ent_i_favour *sum)
{
    ent_i_surroundings seen;
    double by[TITLE_WORD + 1] = {0};
    size_t n[TITLE_WORD + 1] = {0};
    ent_i_context_look(c, record, &seen);
    for (size_t i = 0; i < seen.n; i++) {
        by[seen.items[i].kind] += favour(c, &seen, i, known);
        n[seen.items[i].kind]++;
    }
    sum->month += by[MONTH];
    sum->records++;
    if (n[BESIDE])
        sum->beside += by[BESIDE] / (double)n[BESIDE];
    sum->with_beside += n[BESIDE] > 0;
    if (n[TITLE_WORD])
        sum->title += by[TITLE_WORD] / (double)n[TITLE_WORD];
    sum->with_title += n[TITLE_WORD] > 0;
}
