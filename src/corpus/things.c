/* Organisations and places across articles: what initials and first words stand
 * for that an article doesn't explain, also initials of persons ("LBJ"), and
 * which type a name has that the recogniser reads in two ways. */
#include <stdlib.h>
#include <string.h>

#include "corpus/across.h"
#include "lexicon/lexicon.h"
#include "names/things.h"

/* The share of the articles that explain initials which must explain them by
 * one name, and how many articles that must be at least. */
#define AGREED 0.9
#define LEAST 2
/* How many times as often as its full name a first word may stand alone. */
#define ALONE 2
/* Of well-known bodies the name is seldom given; but where few articles of many
 * explain initials, they mostly mean something else: two articles that say
 * "PAC" are about a public affairs committee. So the cube of those that explain
 * must be so many times those that don't. By these limits 143 initials of
 * the news are read, of which all but a few can mean little else there. */
#define EVIDENCE 0.75

/* Never certain, since the article itself does not say so. */
static const float CONFIDENCE = 0.9f;

/* An organisation or person that articles explain initials by. */
typedef struct meaning {
    uint32_t brief;
    uint32_t root;
    uint32_t articles;
} meaning;

typedef struct things {
    ent_i_resolution *r;
    ENT_I_VEC(meaning) meanings;
    uint32_t *means; /* by node; ENT_NONE */
} things;

static int by_initials(const void *a, const void *b)
{
    const meaning *x = a, *y = b;
    if (x->brief != y->brief)
        return x->brief < y->brief ? -1 : 1;
    return (x->root > y->root) - (x->root < y->root);
}

static bool are_initials(const ent_i_known_name *node)
{
    return ent_i_is_acronym(node->label, strlen(node->label));
}

/* Of persons only letters are read here. */
static bool may_be_brief(const ent_i_known_name *node)
{
    return node->type == ENT_ORG || are_initials(node);
}

/* Of the short names in the map those of organisations, and initials. */
static bool collect_from(things *t, const ent_i_keymap *map)
{
    for (size_t i = 0; i < map->cap; i++) {
        const ent_i_keymap_slot *slot = &map->slots[i];
        meaning one = {(uint32_t)(slot->key >> 32), 0, slot->value};
        if (slot->value == ENT_I_ABSENT ||
            !may_be_brief(&t->r->nodes.items[one.brief]))
            continue;
        one.root = ent_i_root(t->r, (uint32_t)slot->key);
        if (!ent_i_vec_push(&t->meanings, one))
            return false;
    }
    return true;
}

static bool collect(things *t)
{
    if (!collect_from(t, &t->r->briefs) || !collect_from(t, &t->r->habits))
        return false;
    ent_i_sort(t->meanings.items, t->meanings.n, sizeof *t->meanings.items,
               by_initials);
    return true;
}

/* A word may itself be the name of what has divisions and programmes: it is
 * short for a name that is mostly given in full. */
static bool may_be_short(const ent_i_known_name *brief,
                         const ent_i_known_name *full)
{
    return are_initials(brief) || ALONE * full->mentions >= brief->mentions;
}

/* What n meanings of the same initials, sorted by root, come to. */
static uint32_t choose(const ent_i_resolution *r, const meaning *list, size_t n)
{
    const ent_i_known_name *brief = &r->nodes.items[list->brief];
    uint32_t all = 0, most = 0, best = ENT_NONE;
    for (size_t i = 0, j; i < n; i = j) {
        uint32_t articles = 0;
        for (j = i; j < n && list[j].root == list[i].root; j++)
            articles += list[j].articles;
        all += articles;
        if (articles > most) {
            most = articles;
            best = list[i].root;
        }
    }
    bool clear = most >= LEAST && most >= AGREED * all &&
                 (double)most * most * most >= EVIDENCE * brief->articles;
    return clear && may_be_short(brief, &r->nodes.items[best]) &&
                   !ent_i_is_barred(r, brief, &r->nodes.items[best])
               ? best
               : ENT_NONE;
}

static void read_initials(things *t)
{
    for (size_t i = 0, j; i < t->meanings.n; i = j) {
        const meaning *first = &t->meanings.items[i];
        for (j = i;
             j < t->meanings.n && t->meanings.items[j].brief == first->brief;)
            j++;
        if (t->r->nodes.items[first->brief].entry == ENT_NONE)
            t->means[first->brief] = choose(t->r, first, j - i);
    }
}

/* Whether the name with this key is one thing's, whichever type is read. Words
 * that stand alone are often different things, such as Amazon, unless they are
 * those of bodies. */
static bool is_one_things(const char *key)
{
    return strchr(key, ' ') ||
           ent_i_lexeme_of(ent_i_lexicon_default(), key, strlen(key))
                   ->organisation &
               ENT_I_ORG_WHOLE;
}

/* The same name as that of the other type, which most mentions have; else
 * ENT_NONE. VA is Virginia or Veterans Affairs. */
static uint32_t other_type(const ent_i_resolution *r, uint32_t index)
{
    const ent_i_known_name *node = &r->nodes.items[index];
    ent_type other = node->type == ENT_ORG ? ENT_PLACE : ENT_ORG;
    char one[ENT_I_THING_ROOM], two[ENT_I_THING_ROOM];
    size_t size = strlen(node->label);
    uint32_t found = ent_i_find_node(r, other, node->label, size);
    ent_i_thing_key((ent_type)node->type, node->label, size, one, sizeof one);
    ent_i_thing_key(other, node->label, size, two, sizeof two);
    return found != ENT_NONE && strcmp(one, two) == 0 && is_one_things(one) &&
                   r->nodes.items[found].mentions > node->mentions
               ? found
               : ENT_NONE;
}

static int compare_brief(const void *key, const void *item)
{
    uint32_t brief = *(const uint32_t *)key;
    const meaning *m = item;
    return (brief > m->brief) - (brief < m->brief);
}

/* Whether articles explain the initials, clearly or not. */
static bool is_explained(const things *t, uint32_t brief)
{
    return t->meanings.n && bsearch(&brief, t->meanings.items, t->meanings.n,
                                    sizeof *t->meanings.items, compare_brief);
}

/* What initials mean: what they are explained by as an organisation, or else,
 * if they are taken for one, whose letters they are; ENT_NONE. */
static uint32_t meaning_of(const things *t, const ent_i_known_name *node)
{
    const ent_i_resolution *r = t->r;
    size_t size = strlen(node->label);
    uint32_t org = ent_i_find_node(r, ENT_ORG, node->label, size);
    if (org == ENT_NONE)
        return ENT_NONE;
    if (node->type != ENT_ORG || is_explained(t, org))
        return t->means[org];
    uint32_t person = ent_i_find_node(r, ENT_PERSON, node->label, size);
    return person == ENT_NONE ? ENT_NONE : t->means[person];
}

/* Sets what a name that isn't decided by the user stands for. */
static void read_thing(things *t, uint32_t index)
{
    const ent_i_resolution *r = t->r;
    const ent_i_known_name *node = &r->nodes.items[index];
    bool thing = node->type == ENT_ORG || node->type == ENT_PLACE;
    if (!thing || !node->seen || node->entry != ENT_NONE ||
        t->means[index] != ENT_NONE)
        return;
    if (are_initials(node))
        t->means[index] = meaning_of(t, node);
    if (t->means[index] == ENT_NONE)
        t->means[index] = other_type(r, index);
}

/* What each name stands for. */
static bool read_names(things *t)
{
    size_t n = t->r->nodes.n;
    t->means = ent_i_malloc((n + 1) * sizeof *t->means);
    for (size_t i = 0; t->means && i < n; i++)
        t->means[i] = ENT_NONE;
    if (!t->means || !collect(t))
        return false;
    read_initials(t);
    for (size_t i = 0; i < n; i++)
        read_thing(t, (uint32_t)i);
    return true;
}

/* Initials may be those of a name that is mostly another type's. */
static void attach(const things *t, ent_i_record *record)
{
    uint32_t means = t->means[record->stands_for];
    if (means == ENT_NONE)
        return;
    uint32_t other = t->means[ent_i_root(t->r, means)];
    record->stands_for = ent_i_root(t->r, other == ENT_NONE ? means : other);
    record->reason = ENT_BY_HABIT;
    record->confidence = CONFIDENCE;
}

bool ent_i_attach_things(ent_i_resolution *r)
{
    things t = {.r = r};
    bool ok = read_names(&t);
    for (size_t i = 0; ok && i < r->records.n; i++)
        attach(&t, ent_i_record_at(r, i));
    ent_i_free(t.means);
    ent_i_vec_free(&t.meanings);
    return ok;
}
