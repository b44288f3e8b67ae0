/* Decides who is meant by short names ("Roe", "Ida") whose article has no
 * full name for them. The evidence, from strongest to weakest: how articles
 * with the full name use the short one, who has the surname, and how often each
 * is named at all. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "corpus/across.h"
#include "corpus/bearers.h"
#include "corpus/context.h"
#include "names/compare.h"

/* How much evidence one article is: when it has both a full name and the short
 * one, when it only names somebody with this surname, and when the word is
 * somebody's given name. */
#define WORTH_HABIT 1.0
#define WORTH_FAMILY 0.3
#define WORTH_GIVEN 0.1
/* What it is worth that the article itself names a bearer in full, as a part of
 * the likeliest reading's. */
#define HERE 0.25
/* The same for a surname that cannot be the bearer's whom it stood with, as so
 * many times a reading's. */
#define BESIDE 8
/* A surname that stands alone in so many more articles than its bearers' worth
 * has others whom no article names in full. The more of the surnames several
 * bear, the likelier: a third do in an archive, few in a folder of one subject,
 * whose best known person may be named in full just once. */
#define UNNAMED 0.3
/* The share of the evidence that a reading needs to be accepted. */
#define ENOUGH 0.75

/* Somebody whom at most one article in so many names in full is known to none
 * but the readers of those: the bare name is another's elsewhere, if the
 * article has nobody in common with them who is named in less than such a part
 * of all. */
#define UNKNOWN 3000.0
#define ACQUAINTED 0.02

/* A relative may have another surname. */
static const float KIN_CONFIDENCE = 0.85f;

enum { MAX_OPEN = 6 }; /* readings weighed individually */

/* A person that a short name may mean. */
typedef struct reading {
    uint32_t brief;
    uint32_t root;
    float worth;
    const char *label; /* breaks ties */
    bool may_be;       /* false: only counts against others */
} reading;

typedef struct readings {
    ENT_I_VEC(reading) items;
    ent_i_resolution *r;
    const ent_i_bearers *bearers;
} readings;

/* Whether the resolver should decide what the short name means and may choose
 * the node. The alias file's decisions stand, but a name listed in several
 * entries is left to the article. */
static bool is_open(ent_i_resolution *r, uint32_t brief, uint32_t node)
{
    const ent_i_known_name *b = &r->nodes.items[brief];
    const ent_i_known_name *n = &r->nodes.items[ent_i_root(r, node)];
    return !b->full && (b->entry == ENT_NONE || b->shared) &&
           (b->shared || !ent_i_is_barred(r, b, n));
}

/* Only for short names that the corpus uses: most surnames never occur
 * alone. */
static bool add_reading(readings *list, const char *word, size_t size,
                        uint32_t node, double worth, bool may_be)
{
    ent_i_resolution *r = list->r;
    char key[ENT_I_NAME_ROOM + 1];
    key[0] = (char)('a' + ENT_PERSON);
    memcpy(key + 1, word, size);
    uint32_t brief = ent_i_strmap_get(&r->node_keys, key, size + 1);
    if (brief == ENT_I_ABSENT || !is_open(r, brief, node))
        return true;
    uint32_t root = ent_i_root(r, node);
    reading item = {brief, root, (float)worth, r->nodes.items[root].label,
                    may_be};
    return ent_i_vec_push(&list->items, item);
}

/* Adds "velde" and "vanvelde" for Louis van Velde. */
static bool add_family(readings *list, uint32_t index,
                       const ent_i_known_name *node)
{
    const ent_i_name *name = &node->name;
    char whole[ENT_I_NAME_ROOM];
    size_t n = 0, i = name->family;
    double worth = WORTH_FAMILY * node->articles;
    if (!ent_i_name_is_childs(name) &&
        !add_reading(list, ent_i_name_part(name, i), name->parts[i].size, index,
                     worth, true))
        return false;
    /* Some papers count particles as part of the surname, others do not. */
    while (i > 0 && name->parts[i - 1].kind == ENT_I_PART_PARTICLE)
        i--;
    if (i == name->family)
        return true;
    for (; i <= name->family; i++) {
        memcpy(whole + n, ent_i_name_part(name, i), name->parts[i].size);
        n += name->parts[i].size;
    }
    return add_reading(list, whole, n, index, worth, true);
}

/* Every full name offers its surname as a reading, and its given name as
 * evidence against others: "Fenwick" may also be a first name. A bare given
 * name is too weak to identify somebody. */
static bool collect_names(readings *list)
{
    const ent_i_resolution *r = list->r;
    for (uint32_t i = 0; i < r->nodes.n; i++) {
        const ent_i_known_name *node = &r->nodes.items[i];
        if (!node->full || node->cut)
            continue;
        const ent_i_part *given = &node->name.parts[node->name.given];
        if (!add_family(list, i, node) ||
            !add_reading(list, node->name.text + given->start, given->size, i,
                         WORTH_GIVEN * node->articles, false))
            return false;
    }
    return true;
}

/* The strongest evidence: articles that explain the short name by giving the
 * full one. */
static bool collect_habits(readings *list)
{
    ent_i_resolution *r = list->r;
    for (size_t i = 0; i < r->habits.cap; i++) {
        const ent_i_keymap_slot *slot = &r->habits.slots[i];
        if (slot->value == ENT_I_ABSENT)
            continue;
        uint32_t brief = (uint32_t)(slot->key >> 32);
        uint32_t full = (uint32_t)slot->key;
        uint32_t root = ent_i_root(r, full);
        reading item = {brief, root, (float)(WORTH_HABIT * slot->value),
                        r->nodes.items[root].label, true};
        if (!r->nodes.items[full].cut && is_open(r, brief, full) &&
            !ent_i_vec_push(&list->items, item))
            return false;
    }
    return true;
}

/* Puts readings of the same pair next to each other. Worth comes last, to fix
 * the order in which floating-point numbers are added. */
static int by_brief(const void *a, const void *b)
{
    const reading *x = a, *y = b;
    if (x->brief != y->brief)
        return x->brief < y->brief ? -1 : 1;
    if (x->root != y->root)
        return x->root < y->root ? -1 : 1;
    return x->may_be != y->may_be ? (x->may_be ? -1 : 1)
           : x->worth < y->worth  ? -1
                                  : x->worth > y->worth;
}

/* Keeps readings of one short name together, the most likely first. Labels
 * break ties, since node numbers depend on the order of articles. */
static int by_worth(const void *a, const void *b)
{
    const reading *x = a, *y = b;
    if (x->brief != y->brief)
        return x->brief < y->brief ? -1 : 1;
    if (x->may_be != y->may_be)
        return x->may_be ? -1 : 1;
    if (x->worth != y->worth)
        return x->worth > y->worth ? -1 : 1;
    int order = strcmp(x->label, y->label);
    return order ? order : (x->root > y->root) - (x->root < y->root);
}

/* Adds up the readings with the same short name and person. */
static void add_up(readings *list)
{
    size_t n = 0;
    reading *items = list->items.items;
    ent_i_sort(items, list->items.n, sizeof *items, by_brief);
    for (size_t i = 0; i < list->items.n; i++) {
        if (n && items[n - 1].brief == items[i].brief &&
            items[n - 1].root == items[i].root)
            items[n - 1].worth += items[i].worth;
        else
            items[n++] = items[i];
    }
    list->items.n = n;
    ent_i_sort(items, n, sizeof *items, by_worth);
}

/* ---- one record ---- */

/* Whether the article names this person in full as somebody separate: in
 * "Stroud and Ada Stroud", the first is not Ada. It says nothing of one whose
 * full name it took for another's. The records of an article are next to each
 * other. */
static bool is_apart(const ent_i_resolution *r, uint32_t root,
                     const ent_i_record *record)
{
    const ent_i_record *first = r->records.items, *end = first + r->records.n;
    const ent_i_record *at = record;
    while (at > first && at[-1].article == record->article)
        at--;
    for (; at < end && at->article == record->article; at++)
        if (at != record && at->left == ENT_NONE &&
            r->nodes.items[at->node].full && ent_i_root(r, at->node) == root)
            return true;
    return false;
}

/* Whether the reading is a monarch's, and the record a given name without his
 * title: "Charles" is anybody. */
static bool is_untitled(const ent_i_resolution *r, uint32_t root,
                        const ent_i_record *record)
{
    const ent_i_name *name = &r->nodes.items[root].name;
    const ent_i_name *brief = &r->nodes.items[record->node].name;
    return (name->numbered || ent_i_name_is_reign(name)) && !record->title &&
           ent_i_given_gender(ent_i_name_part(brief, brief->family));
}

/* Whether the short name is the person's surname. */
static bool is_surname_of(const ent_i_resolution *r, uint32_t brief,
                          uint32_t root)
{
    const ent_i_name *a = &r->nodes.items[brief].name;
    const ent_i_name *b = &r->nodes.items[root].name;
    return strcmp(ent_i_name_part(a, a->family),
                  ent_i_name_part(b, b->family)) == 0;
}

/* "Dunn's son Max" is nobody called Max by his surname, nor one of many Maxes
 * with another surname. */
static bool is_no_relative(const readings *list, uint32_t root,
                           const ent_i_record *record)
{
    enum { MANY = 5 };
    return record->kin && (is_surname_of(list->r, record->node, root) ||
                           (record->owned &&
                            ent_i_bearers_given(list->bearers, root) >= MANY));
}

/* "Mrs. Fenwick" is not Tom. An unknown gender on either side contradicts
 * nothing. */
static bool speaks_against(const readings *list, const reading *item,
                           const ent_i_record *record)
{
    const ent_i_resolution *r = list->r;
    unsigned known = r->nodes.items[item->root].gender;
    if ((record->gender && known && !(record->gender & known)) ||
        is_no_relative(list, item->root, record) ||
        is_untitled(r, item->root, record))
        return true;
    return record->leaving == ENT_I_STAYS
               ? is_apart(r, item->root, record)
               : record->leaving == ENT_I_LEAVES &&
                     ent_i_root(r, record->left) == item->root;
}

/* Readings of one record as they are weighed. */
typedef struct weights {
    double worth[MAX_OPEN]; /* of the first few */
    double first;           /* their sum */
    bool titled;            /* a title rules some of them out */
    double others;          /* bearers beyond them, as a part of the sum */
} weights;

/* "President Roe" is nobody who is never called so, if another reading
 * is. Whether that rules any reading out. */
static bool heed_title(const ent_i_bearers *bearers, const reading *items,
                       size_t open, const ent_i_record *record, weights *w)
{
    uint64_t words[ENT_I_TITLE_WORDS];
    bool against[MAX_OPEN] = {false};
    size_t n = record->title ? ent_i_title_hashes(record->title,
                                                  strlen(record->title), words)
                             : 0;
    for (size_t i = 0; n && i < open; i++)
        for (size_t j = 0; j < open && !against[i]; j++)
            against[i] = i != j && w->worth[j] > 0 && items[j].may_be &&
                         ent_i_title_prefers(bearers, words, n, items[j].root,
                                             items[i].root);
    bool any = false;
    for (size_t i = 0; i < open; i++) {
        w->worth[i] = against[i] ? 0 : w->worth[i];
        any |= against[i];
    }
    return any;
}

/* The greatest worth among the first few that nothing speaks against; those
 * have theirs in w, the others 0. */
static double take_worth(const readings *list, const reading *items,
                         size_t open, const ent_i_record *record, weights *w)
{
    double most = 0;
    for (size_t i = 0; i < open; i++) {
        bool against = speaks_against(list, &items[i], record);
        w->worth[i] = against ? 0 : items[i].worth;
    }
    w->titled = heed_title(list->bearers, items, open, record, w);
    for (size_t i = 0; i < open; i++)
        most = w->worth[i] > most ? w->worth[i] : most;
    return most;
}

/* The less known somebody is, the less is his surname left unexplained: the
 * worth counts more than in proportion, but for whom the article names. A
 * name of many bearers is mostly a given name, too: those count in full. */
static void weigh_worth(const readings *list, const reading *items, size_t n,
                        const ent_i_record *record, weights *w)
{
    const ent_i_resolution *r = list->r;
    size_t open = n < MAX_OPEN ? n : MAX_OPEN;
    double most = take_worth(list, items, open, record, w), named = 0, rest = 0;
    w->first = w->others = 0;
    for (size_t i = 0; i < n && most > 0; i++) {
        double worth = items[i].worth;
        named += worth;
        if (i >= open)
            rest += worth;
        else if (w->worth[i] > 0 && record->leaving == ENT_I_MAY_LEAVE &&
                 ent_i_root(r, record->left) == items[i].root)
            w->worth[i] += HERE * most;
        else
            w->worth[i] *= w->worth[i] / most;
        if (i < open && w->worth[i] > 0 && record->leaving >= ENT_I_LEAVES &&
            is_apart(r, items[i].root, record))
            w->worth[i] *= BESIDE;
        w->first += i < open ? w->worth[i] : 0;
    }
    /* A title that the likeliest have not is no rarer one's, either. */
    if (most == 0 || w->titled)
        return;
    double unnamed =
        UNNAMED * list->bearers->shared * r->nodes.items[record->node].articles;
    w->others = rest / w->first + (unnamed > named ? unnamed / named - 1 : 0);
}

/* Weighs each reading's worth by how well the surroundings fit it. Returns the
 * best permitted reading and its share of the total. */
static const reading *weigh(const readings *list, const reading *items,
                            size_t n, const ent_i_record *record,
                            const ent_i_context *context, double *share)
{
    const reading *best = NULL;
    double fit[MAX_OPEN], total = 0, most = 0, top = -1e300;
    size_t open = n < MAX_OPEN ? n : MAX_OPEN;
    ent_i_surroundings seen = {.n = 0};
    weights w;
    weigh_worth(list, items, n, record, &w);
    if (context)
        ent_i_context_look(context, record, &seen);
    for (size_t i = 0; i < open; i++) {
        fit[i] = context && w.worth[i] > 0
                     ? ent_i_context_fit(context, &seen, items[i].root)
                     : 0;
        if (w.worth[i] > 0 && fit[i] > top)
            top = fit[i];
    }
    /* Fits are logarithms; the largest is taken off first so that exp() neither
     * overflows nor makes all of them 0. Readings beyond the first few have no
     * fit: they count like the first few on the whole. */
    for (size_t i = 0; i < open; i++) {
        double value = w.worth[i] > 0 ? w.worth[i] * exp(fit[i] - top) : 0;
        total += value;
        if (items[i].may_be && value > most) {
            most = value;
            best = &items[i];
        }
    }
    *share = total > 0 ? most / (total * (1 + w.others)) : 0;
    return best;
}

static bool is_unknown(const readings *list, size_t articles, uint32_t root)
{
    return list->bearers->articles[root] * UNKNOWN <= (double)articles &&
           list->r->nodes.items[root].entry == ENT_NONE;
}

/* Whether the article has nothing to do with those that name the person. */
static bool is_stranger(const readings *list, const ent_i_record *record,
                        uint32_t root, const ent_i_context *context)
{
    return is_unknown(list, context->corpus->articles.n, root) &&
           !is_apart(list->r, root, record) &&
           !ent_i_context_meets(context, record, root, ACQUAINTED);
}

/* What is likely in one article says nothing of others where it differs. */
static void note_likely(ent_i_known_name *brief, uint32_t root)
{
    brief->ambiguous |= brief->name.count == 1 && brief->likely != ENT_NONE &&
                        brief->likely != root;
    brief->likely = root;
}

static void decide(const readings *list, ent_i_record *record,
                   const reading *items, size_t n, const ent_i_context *context)
{
    const ent_i_resolution *r = list->r;
    double plain, share;
    if (record->leaving == ENT_I_MAY_LEAVE)
        record->stands_for = ent_i_root(r, record->left);
    /* Also weighed without the surroundings, to see what made the
     * difference. */
    const reading *usual = weigh(list, items, n, record, NULL, &plain);
    /* With no alternative, the surroundings add nothing. */
    const reading *best =
        weigh(list, items, n, record, n > 1 ? context : NULL, &share);
    bool enough = share >= ENOUGH &&
                  !(best && is_stranger(list, record, best->root, context));
    if (!best || (!enough && record->leaving == ENT_I_MAY_LEAVE))
        return;
    /* Left open rather than guessed, since a wrong link makes two actors wrong.
     * The most likely one is kept for readers. */
    if (!enough) {
        note_likely(&list->r->nodes.items[record->node], best->root);
        record->likely = best->root;
        record->confidence = (float)(1 - share);
        return;
    }
    record->stands_for = best->root;
    record->reason = n == 1                             ? ENT_BY_ONLY
                     : best == usual && plain >= ENOUGH ? ENT_BY_HABIT
                                                        : ENT_BY_CONTEXT;
    /* Never fully certain, since the article itself does not say so. */
    record->confidence = (float)(0.95 * share);
}

/* A bare given name that nothing explains is a different person each time. */
static void mark_separate(ent_i_resolution *r, const ent_i_bearers *bearers)
{
    for (uint32_t i = 0; i < r->nodes.n; i++) {
        ent_i_known_name *node = &r->nodes.items[i];
        if (node->type != ENT_PERSON || node->full)
            continue;
        const ent_i_name *name = &node->name;
        node->separate =
            (node->entry == ENT_NONE || node->shared) &&
            (name->nominal ||
             (name->core == 1 && !name->titled &&
              (ent_i_given_gender(ent_i_name_part(name, name->family)) ||
               (name->count == 1 && ent_i_bearers_is_given(bearers, i)))));
    }
}

/* ---- all records ---- */

/* The persons whose surroundings should be learned: those who share a short
 * name with others, and those whom few articles name. */
static bool *mark_doubted(const readings *list, size_t articles)
{
    const ent_i_resolution *r = list->r;
    const reading *items = list->items.items;
    bool *marked = ent_i_calloc(r->nodes.n, sizeof *marked);
    for (size_t i = 0, j; marked && i < list->items.n; i = j) {
        for (j = i + 1; j < list->items.n && items[j].brief == items[i].brief;)
            j++;
        for (size_t k = i; k < j && k < i + MAX_OPEN; k++)
            marked[items[k].root] |=
                j - i > 1 || is_unknown(list, articles, items[k].root);
    }
    return marked;
}

/* Returns the organisation or place that a bare word marked as a person means,
 * when no person has that name and the corpus mostly uses it for that. */
static uint32_t thing_instead(const ent_i_resolution *r, uint32_t index)
{
    /* How many times more often it must be a thing: recognisers err now and
     * then, not mostly. */
    enum { TIMES = 3 };
    const ent_i_known_name *node = &r->nodes.items[index];
    uint32_t best = index, most = TIMES * node->mentions;
    if (node->type != ENT_PERSON || node->full || node->entry != ENT_NONE)
        return index;
    for (int type = ENT_ORG; type <= ENT_MISC; type++) {
        uint32_t other = ent_i_find_node(r, (ent_type)type, node->label,
                                         strlen(node->label));
        if (other != ENT_NONE && r->nodes.items[other].mentions >= most &&
            r->nodes.items[other].mentions > 0) {
            best = other;
            most = r->nodes.items[other].mentions;
        }
    }
    return best;
}

/* ---- relatives ---- */

/* "Max Roe" for Roe's son Max, if the corpus has him; else ENT_NONE. */
static uint32_t relative(const ent_i_resolution *r, const ent_i_record *record,
                         const ent_i_record *owner)
{
    const ent_i_known_name *given = &r->nodes.items[record->node];
    const ent_i_known_name *node = &r->nodes.items[owner->node];
    char name[2 * ENT_I_NAME_ROOM + 1];
    if (node->type != ENT_PERSON || !node->name.count)
        return ENT_NONE;
    int n = snprintf(name, sizeof name, "%s %s", given->label,
                     ent_i_name_part(&node->name, node->name.family));
    uint32_t found = n > 0 && (size_t)n < sizeof name
                         ? ent_i_find_node(r, ENT_PERSON, name, (size_t)n)
                         : ENT_NONE;
    return found != ENT_NONE && r->nodes.items[found].full
               ? ent_i_root(r, found)
               : ENT_NONE;
}

static ent_i_record *record_of(ent_i_resolution *r, const ent_corpus *corpus,
                               size_t article, uint32_t mention)
{
    if (mention == ENT_NONE)
        return NULL;
    uint32_t record = ent_i_assigned_in(corpus, article)[mention];
    return record == ENT_NONE ? NULL : ent_i_record_at(r, record);
}

/* Gives relatives the surnames of their kin, and marks those whom no article
 * names so as given names, which nobody else has. */
static void attach_relatives(ent_i_resolution *r, const ent_corpus *corpus)
{
    for (size_t i = 0; i < corpus->articles.n; i++) {
        const ent_article *article = ent_i_article_at(corpus, i);
        for (size_t k = 0; k < article->kin.n; k++) {
            const ent_i_kin *kin = &article->kin.items[k];
            ent_i_record *record = record_of(r, corpus, i, kin->mention);
            const ent_i_record *owner = record_of(r, corpus, i, kin->owner);
            if (!record || r->nodes.items[record->node].full)
                continue;
            record->kin = true;
            record->owned |= owner != NULL;
            if (owner && record->kin_root == ENT_NONE)
                record->kin_root = relative(r, record, owner);
        }
    }
}

/* Decides each record separately, since "Dunn" in one year is not "Dunn" in
 * another. Readings are sorted by short name, so a scan from the first one
 * finds them all. */
static bool attach_records(ent_i_resolution *r, const readings *list,
                           const ent_i_context *context)
{
    const reading *items = list->items.items;
    ent_i_keymap first = {0}; /* short node -> its first reading */
    bool ok = true;
    for (size_t i = 0; ok && i < list->items.n; i++)
        ok = ent_i_keymap_put(&first, items[i].brief, (uint32_t)i) != NULL;
    for (size_t i = 0; ok && i < r->records.n; i++) {
        ent_i_record *record = ent_i_record_at(r, i);
        uint32_t at = ent_i_keymap_get(&first, record->node);
        record->stands_for = ent_i_root(r, record->node);
        if (r->nodes.items[record->node].full)
            continue;
        if (record->kin_root != ENT_NONE) {
            record->stands_for = record->kin_root;
            record->reason = ENT_BY_CONTEXT;
            record->confidence = KIN_CONFIDENCE;
            continue;
        }
        size_t end = at;
        while (at != ENT_I_ABSENT && end < list->items.n &&
               items[end].brief == record->node)
            end++;
        if (end > at)
            decide(list, record, items + at, end - at, context);
        /* "Mr. Israel" is none. */
        if (record->stands_for == ent_i_root(r, record->node) &&
            !record->title && !record->kin)
            record->stands_for = ent_i_root(r, thing_instead(r, record->node));
    }
    ent_i_keymap_free(&first);
    return ok;
}

bool ent_i_attach(ent_i_resolution *r, const ent_corpus *corpus,
                  const ent_i_bearers *bearers)
{
    readings list = {.r = r, .bearers = bearers};
    ent_i_context context = {0};
    bool *marked = NULL;
    bool ok = collect_names(&list) && collect_habits(&list);
    mark_separate(r, bearers);
    attach_relatives(r, corpus);
    if (ok) {
        add_up(&list);
        marked = mark_doubted(&list, corpus->articles.n);
        ok = marked && ent_i_context_learn(&context, r, corpus, marked) &&
             attach_records(r, &list, &context);
    }
    ent_i_free(marked);
    ent_i_context_free(&context);
    ent_i_vec_free(&list.items);
    return ok;
}
