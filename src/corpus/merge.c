/* Merges full names that are spellings of one another. Names are hashed by the
 * sound of surname and first given name; only names in one bucket are compared,
 * each with the bucket's first few persons. */
#include <string.h>

#include "corpus/across.h"
#include "names/compare.h"
#include "names/variants.h"

/* Limits the comparisons in buckets of very common names; a name beyond it
 * stays by itself. */
enum { MAX_HEADS = 16 };

typedef struct bucketed {
    uint64_t bucket;
    uint32_t node;
    uint32_t articles;
    const char *label; /* breaks ties */
} bucketed;

/* A person in the bucket: the most frequent name and the fullest one. */
typedef struct head {
    uint32_t node;
    uint32_t fullest;
} head;

/* Frequent names first: they become the heads that rarer spellings join. */
static int by_bucket(const void *a, const void *b)
{
    const bucketed *x = a, *y = b;
    if (x->bucket != y->bucket)
        return x->bucket < y->bucket ? -1 : 1;
    if (x->articles != y->articles)
        return x->articles > y->articles ? -1 : 1;
    int order = strcmp(x->label, y->label);
    return order ? order : (x->node > y->node) - (x->node < y->node);
}

/* Only names that sound alike are ever compared. When initials are to be
 * joined, the given name counts by its initial. */
static uint64_t bucket_of(const ent_i_name *name, bool initial)
{
    char key[2 * ENT_I_WORD_ROOM];
    size_t n = ent_i_sound_key(ent_i_name_part(name, name->family), key);
    key[n++] = ' ';
    const char *given =
        ent_i_formal_name(ent_i_name_part(name, name->given), 0);
    if (initial)
        key[n++] = given[0];
    else
        n += ent_i_sound_key(given, key + n);
    return ent_i_hash(key, n);
}

/* *out belongs to the caller. Names that are already merged stay so and are
 * left out. */
static bool collect(const ent_i_resolution *r, bool initial, bucketed **out,
                    size_t *count)
{
    bucketed *list = ent_i_malloc(r->nodes.n * sizeof *list);
    size_t n = 0;
    if (!list)
        return false;
    for (uint32_t i = 0; i < r->nodes.n; i++) {
        const ent_i_known_name *node = &r->nodes.items[i];
        if (node->full && node->parent == i)
            list[n++] = (bucketed){bucket_of(&node->name, initial), i,
                                   node->articles, node->label};
    }
    ent_i_sort(list, n, sizeof *list, by_bucket);
    *out = list;
    *count = n;
    return true;
}

/* Passes what is known about the child to the parent, which now represents
 * both: gender, entry in the alias file, fullest name. */
static void unite(ent_i_resolution *r, uint32_t node, head *into,
                  double confidence, ent_reason reason)
{
    ent_i_known_name *child = &r->nodes.items[node];
    ent_i_known_name *parent = &r->nodes.items[into->node];
    child->parent = into->node;
    child->confidence = (float)confidence;
    child->reason = (uint8_t)reason;
    parent->gender |= child->gender;
    if (child->entry != ENT_NONE)
        parent->entry = child->entry;
    if (child->name.count > r->nodes.items[into->fullest].name.count)
        into->fullest = node;
}

static bool are_rivals(const ent_i_resolution *r, uint32_t a, uint32_t b)
{
    return ent_i_keymap_get(&r->rivals, ent_i_pair_key(a, b)) != ENT_I_ABSENT;
}

/* Compares with the head's fullest name as well as its most frequent one:
 * "George Bush" agrees with both Georges, "George H. W." with only one of
 * them. */
static double agreement(const ent_i_resolution *r, uint32_t index,
                        const head *h, double like)
{
    const ent_i_known_name *node = &r->nodes.items[index];
    const ent_i_known_name *known = &r->nodes.items[h->node];
    if (ent_i_is_barred(r, node, known) || are_rivals(r, index, h->node) ||
        are_rivals(r, index, h->fullest))
        return 0;
    unsigned gender = node->gender & known->gender;
    if (node->gender && known->gender && !gender)
        return 0;
    double a = ent_i_names_agree(&node->name, &known->name, like);
    if (a == 0 || h->fullest == h->node)
        return a;
    double b =
        ent_i_names_agree(&node->name, &r->nodes.items[h->fullest].name, like);
    return b < a ? b : a;
}

/* A bare name that agrees with two persons joins the one who is named far more
 * often, or else stays apart. */
static void join_bucket(ent_i_resolution *r, const bucketed *list, size_t n,
                        double like)
{
    head heads[MAX_HEADS];
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t node = list[i].node;
        size_t best = MAX_HEADS;
        double best_score = 0;
        for (size_t j = 0; j < count; j++) {
            double score = agreement(r, node, &heads[j], like);
            /* Heads are ordered by frequency: of equals, the first is more
             * likely. */
            if (score > best_score) {
                best = j;
                best_score = score;
            }
        }
        /* Joins the best head, or becomes a head itself while there is room. */
        if (best < MAX_HEADS)
            unite(r, node, &heads[best], best_score, ENT_BY_SPELLING);
        else if (count < MAX_HEADS)
            heads[count++] = (head){node, node};
    }
}

/* Goes through the sorted list bucket by bucket. */
static bool join_all(ent_i_resolution *r)
{
    bucketed *list;
    size_t n;
    if (!collect(r, false, &list, &n))
        return false;
    for (size_t i = 0, j; i < n; i = j) {
        for (j = i + 1; j < n && list[j].bucket == list[i].bucket;)
            j++;
        join_bucket(r, list + i, j - i, ENT_I_LIKE_CORPUS);
    }
    ent_i_free(list);
    return true;
}

/* ---- initials ---- */

static bool is_initial_only(const ent_i_known_name *node)
{
    return node->name.parts[node->name.given].kind == ENT_I_PART_INITIAL;
}

/* "J. Kerry" joins "John Kerry" unless "James Kerry" could also be meant. */
static void join_initials(ent_i_resolution *r, const bucketed *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        ent_i_known_name *node = &r->nodes.items[list[i].node];
        if (!is_initial_only(node))
            continue;
        uint32_t best = ENT_NONE;
        double score = 0;
        size_t open = 0;
        for (size_t j = 0; j < n && j < 4 * MAX_HEADS && open < 2; j++) {
            const ent_i_known_name *other = &r->nodes.items[list[j].node];
            head h = {list[j].node, list[j].node};
            if (is_initial_only(other) || other->parent != list[j].node)
                continue;
            double agreed = agreement(r, list[i].node, &h, ENT_I_LIKE_CORPUS);
            if (agreed == 0)
                continue;
            open++;
            best = list[j].node;
            score = agreed;
        }
        /* If two people could be meant, the initial stays by itself. */
        if (open == 1) {
            head h = {best, best};
            /* Less certain than a full given name: an initial may hide another
             * name. */
            unite(r, list[i].node, &h, score * 0.95, ENT_BY_SPELLING);
        }
    }
}

/* After the full names, so that the persons an initial can mean are known. */
static bool join_all_initials(ent_i_resolution *r)
{
    bucketed *list;
    size_t n;
    if (!collect(r, true, &list, &n))
        return false;
    for (size_t i = 0, j; i < n; i = j) {
        for (j = i + 1; j < n && list[j].bucket == list[i].bucket;)
            j++;
        join_initials(r, list + i, j - i);
    }
    ent_i_free(list);
    return true;
}

bool ent_i_merge(ent_i_resolution *r)
{
    ent_i_merge_entries(r);
    return join_all(r) && join_all_initials(r);
}
