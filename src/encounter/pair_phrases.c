/* The features of what stands between two persons and around their phrases. All
 * persons of a list, and all titles, leave the same words around a phrase, so
 * that a list is judged as one. */
#include "encounter/pair_keys.h"
#include "encounter/phrases.h"

/* In bones, and in nodes behind both phrases. */
enum { SKELETON_MAX = 7, SHORT_MAX = 5, BEHIND_REACH = 8 };

/* ---- what stands between the two ---- */

/* Words that shape what stands between two persons. */
static const uint32_t shaping =
    ENT_I_W_AUX | ENT_I_W_MODAL | ENT_I_W_NEG | ENT_I_W_PREP | ENT_I_W_CONJ |
    ENT_I_W_COMP | ENT_I_W_SAY | ENT_I_W_CONTROL | ENT_I_W_CONTACT_V |
    ENT_I_W_CONTACT_N | ENT_I_W_LIGHT;

/* What a node adds to the skeleton; 0: nothing. */
static uint64_t bone(const ent_i_keys *l, uint32_t k)
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
static bool is_main_bone(const ent_i_keys *l, uint32_t k)
{
    const ent_i_item *node = &l->r->nodes[k];
    return node->what == ENT_I_PERSON || node->what == ENT_I_COMMA ||
           l->outline->triggers[k] ||
           (node->what == ENT_I_WORD &&
            node->is & (ENT_I_W_PREP | ENT_I_W_CONJ | ENT_I_W_COMP));
}

/* Bones put together; the same twice in a row counts once. */
typedef struct skeleton {
    uint64_t sum;
    uint64_t last;
    unsigned n;
} skeleton;

static void add_bone(skeleton *s, uint64_t here)
{
    if (here == s->last)
        return;
    s->sum = ent_i_mix(s->sum, here);
    s->last = here;
    s->n++;
}

/* From node `from` to node `to`, exclusive. */
static void read_skeletons(const ent_i_keys *l, uint32_t from, uint32_t to,
                           skeleton *whole, skeleton *shorter)
{
    *whole = *shorter = (skeleton){.sum = 7};
    for (uint32_t k = from; k < to; k++) {
        uint64_t here = bone(l, k);
        if (!here)
            continue;
        add_bone(whole, here);
        if (is_main_bone(l, k))
            add_bone(shorter, here);
    }
}

void ent_i_add_skeletons(ent_i_keys *l)
{
    skeleton whole, shorter;
    read_skeletons(l, l->i + 1, l->j, &whole, &shorter);
    if (whole.n <= SKELETON_MAX)
        ent_i_add_key(l, SKELETON, whole.sum, 0);
    if (shorter.n <= SHORT_MAX)
        ent_i_add_key(l, SHORT_SKELETON, shorter.sum, l->group);
}

/* ---- phrases ---- */

/* The nodes beside a person's phrase. */
typedef struct sides {
    const ent_i_party *group; /* or NULL */
    int64_t left;             /* -1: the phrase begins the sentence */
    int64_t right;
} sides;

/* Whether the word before a person's name belongs to the phrase. Stricter than
 * elsewhere, where a verb decides in the end: here nothing undoes a mistake. */
static bool is_of_phrase(const ent_i_passage *r, uint32_t i)
{
    const ent_i_item *node = &r->nodes[i], *next = node + 1;
    if (!ent_i_is_modifier(r, i))
        return false;
    if (node->what != ENT_I_WORD ||
        node->is & (ENT_I_W_DET | ENT_I_W_ROLE | ENT_I_W_BELONGS))
        return true;
    if (node->capital)
        return i > 0;
    return !(node->is & ~(uint32_t)ENT_I_W_PREP) &&
           (next->capital || next->is & ENT_I_W_ROLE);
}

static sides sides_of(const ent_i_passage *r, uint32_t node)
{
    uint32_t group = r->nodes[node].group, first = node, last = node;
    sides s = {group == ENT_NONE ? NULL : &r->groups[group], 0, 0};
    if (s.group) {
        first = s.group->first;
        last = s.group->last;
    }
    for (unsigned n = 0;
         first > 0 && n < ENT_I_NP_MAX && is_of_phrase(r, first - 1); n++)
        first--;
    s.left = (int64_t)first - 1;
    s.right = ent_i_skip_apposition(r, ent_i_skip_origin(r, last + 1));
    return s;
}

static void add_sides(ent_i_keys *l, const sides *s, unsigned which)
{
    ent_i_add_key(l, PHRASE_LEFT + which, ent_i_word_at(l, s->left), 0);
    ent_i_add_key(l, PHRASE_RIGHT + which, ent_i_word_at(l, s->right), 0);
    ent_i_add_key(l, PHRASE_LEFT_TWO + which, ent_i_word_at(l, s->left - 1),
                  ent_i_word_at(l, s->left));
    ent_i_add_key(l, PHRASE_RIGHT_TWO + which, ent_i_word_at(l, s->right),
                  ent_i_word_at(l, s->right + 1));
}

/* What part the group has in its clause. */
static uint64_t part_of(const ent_i_party *group)
{
    return group ? (uint64_t)(group->governed * 4 + group->subject * 2 +
                              group->possessive)
                 : 8;
}

/* Two of one list. */
static void add_one_phrase(ent_i_keys *l, const sides *s)
{
    ent_i_add_key(l, PHRASE_SIDES, ent_i_word_at(l, s->left),
                  ent_i_word_at(l, s->right));
    ent_i_add_key(l, PHRASE_GROUP, ent_i_at_most(s->group->count, 5),
                  part_of(s->group));
}

static bool is_list(const ent_i_party *group)
{
    return group && group->count > 1;
}

static void add_two_phrases(ent_i_keys *l, const sides *one, const sides *two)
{
    uint64_t before = ent_i_word_at(l, two->left);
    uint32_t from = one->right > l->i ? (uint32_t)one->right : l->i + 1;
    skeleton whole, shorter;
    ent_i_add_key(l, PHRASE_INNER, ent_i_word_at(l, one->right), before);
    ent_i_add_key(l, PHRASE_LEFTS, ent_i_word_at(l, one->left), before);
    ent_i_add_key(l, PHRASE_PARTS,
                  part_of(one->group) * 2 + is_list(one->group),
                  part_of(two->group) * 2 + is_list(two->group));
    read_skeletons(l, from, (uint32_t)(two->left + 1), &whole, &shorter);
    if (shorter.n <= SHORT_MAX)
        ent_i_add_key(l, PHRASE_SKELETON, shorter.sum, 0);
    for (uint32_t k = from; (int64_t)k <= two->left; k++) {
        uint64_t what = l->outline->triggers[k];
        if (!what)
            continue;
        ent_i_add_key(l, PHRASE_TRIGGER, what, before);
        ent_i_add_key(l, PHRASE_TRIGGER_NEXT, ent_i_mix(what, before),
                      k == one->right);
    }
}

/* The first word of contact behind both. */
static void add_behind(ent_i_keys *l, const sides *last)
{
    uint32_t from = (uint32_t)last->right;
    for (uint32_t k = from; k < l->r->node_count && k < from + BEHIND_REACH;
         k++) {
        uint64_t what = l->outline->triggers[k];
        if (!what)
            continue;
        ent_i_add_key(l, PHRASE_BEHIND, what, l->group);
        ent_i_add_key(l, PHRASE_BEHIND_NEXT, ent_i_mix(what, l->group),
                      ent_i_word_at(l, (int64_t)k + 1));
        return;
    }
}

void ent_i_add_phrases(ent_i_keys *l)
{
    sides one = sides_of(l->r, l->i), two = sides_of(l->r, l->j);
    add_sides(l, &one, 0);
    add_sides(l, &two, 1);
    if (l->group)
        add_one_phrase(l, &two);
    else
        add_two_phrases(l, &one, &two);
    add_behind(l, &two);
}
