/* Finds the pairs of full names that may be one person's. Each name is filed
 * under the sounds of its surname and given name, in no order, and under other
 * readings of its parts; names in one file are compared, each with the most
 * frequent ones. */
#include "corpus/alike.h"

#include <string.h>

#include "names/compare.h"
#include "names/variants.h"

enum {
    MAX_KEYS = 12,     /* of one name */
    MAX_COMPARED = 16, /* limits the work on very common names */
    MAX_SLIPS = 3      /* of how many names one may be a slip */
};

typedef struct filed {
    uint64_t key;
    uint32_t node;
    uint32_t articles;
    const char *label; /* breaks ties */
} filed;

typedef struct keys {
    uint64_t items[MAX_KEYS];
    size_t n;
} keys;

/* ---- likeness ---- */

/* How many given names are initials, and whether all are. */
static size_t count_initials(const ent_i_name *name, bool *all)
{
    size_t n = 0, given = 0;
    for (size_t i = 0; i < name->count; i++) {
        n += ent_i_name_is_initial(name, i);
        given += i != name->family && name->parts[i].kind <= ENT_I_PART_INITIAL;
    }
    *all = n == given;
    return n;
}

/* What an initial leaves of a likeness. "H. R." is all of a name: one word is
 * not enough to agree with it. */
static ent_i_likeness with_initials(const ent_i_name *a, const ent_i_name *b,
                                    ent_i_likeness likeness)
{
    bool all_a, all_b;
    size_t n = count_initials(a, &all_a), m = count_initials(b, &all_b);
    if ((all_a && all_b) || !(ent_i_name_is_initial(a, a->given) ||
                              ent_i_name_is_initial(b, b->given)))
        return likeness;
    if ((all_a && n > 1 && b->core == 2 && m == 0) ||
        (all_b && m > 1 && a->core == 2 && n == 0))
        return ENT_I_ALIKE_INITIALS;
    return likeness == ENT_I_ALIKE_FORM ? ENT_I_ALIKE_INITIAL
                                        : ENT_I_ALIKE_LOOSELY;
}

ent_i_likeness ent_i_likeness_of(const ent_i_name *a, const ent_i_name *b,
                                 float *agreed)
{
    double weakest;
    *agreed = 0;
    if (ent_i_name_is_initial(a, a->family) ||
        ent_i_name_is_initial(b, b->family))
        return ENT_I_UNLIKE;
    *agreed = (float)ent_i_names_weigh(a, b, ENT_I_LIKE_ARTICLE, &weakest);
    if (*agreed > 0)
        return with_initials(a, b,
                             weakest >= ENT_I_LIKE_SPELT ? ENT_I_ALIKE_FORM
                             : weakest >= ENT_I_LIKE_CORPUS
                                 ? ENT_I_ALIKE_SOUND
                                 : ENT_I_ALIKE_LOOSELY);
    *agreed = (float)ent_i_names_agree_within(a, b);
    return *agreed > 0 ? ENT_I_ALIKE_INNER : ENT_I_UNLIKE;
}

/* ---- files ---- */

/* In no order, so that "Nagy Péter" meets "Péter Nagy". */
static void add_key(keys *list, const char *family, const char *given)
{
    char sound[2 * ENT_I_WORD_ROOM];
    char x[ENT_I_WORD_ROOM], y[ENT_I_WORD_ROOM];
    ent_i_sound_key(family, x);
    ent_i_sound_key(given, y);
    bool turned = strcmp(x, y) > 0;
    size_t n = strlen(turned ? y : x);
    memcpy(sound, turned ? y : x, n);
    sound[n++] = ' ';
    size_t m = strlen(turned ? x : y);
    memcpy(sound + n, turned ? x : y, m);
    uint64_t key = ent_i_hash(sound, n + m);
    for (size_t i = 0; i < list->n; i++)
        if (list->items[i] == key)
            return;
    if (list->n < MAX_KEYS)
        list->items[list->n++] = key;
}

static void add_forms(keys *list, const char *family, const char *given)
{
    const char *formal;
    for (size_t i = 0; (formal = ent_i_formal_name(given, i)); i++)
        add_key(list, family, formal);
}

/* Under surname and given name, and also under each middle name in the place
 * of either: people are called by their middle names, and may drop the second
 * of two surnames. */
static void file_name(const ent_i_name *name, keys *list)
{
    char joined[ENT_I_NAME_ROOM];
    const char *family =
        ent_i_usual_spelling(ent_i_name_part(name, name->family));
    const char *given = ent_i_name_part(name, name->given);
    list->n = 0;
    add_forms(list, family, given);
    for (size_t i = 0; i < name->count; i++) {
        const char *part = ent_i_name_part(name, i);
        if (i == name->family || i == name->given ||
            name->parts[i].kind != ENT_I_PART_CORE)
            continue;
        add_key(list, family, part);
        add_forms(list, part, given);
    }
    if (ent_i_name_join_given(name, joined) && strcmp(joined, given) != 0)
        add_key(list, family, joined);
    if (ent_i_name_is_reign(name)) /* "Elizabeth II" has no other word */
        add_key(list, family, family);
}

/* The surname and the letter that a given name begins with. */
static void add_initial(keys *list, const char *family, char letter)
{
    char initial[2] = {letter, '\0'};
    add_key(list, family, initial);
}

static void file_initials(const ent_i_name *name, keys *list)
{
    const char *family =
        ent_i_usual_spelling(ent_i_name_part(name, name->family));
    const char *formal, *given = ent_i_name_part(name, name->given);
    list->n = 0;
    add_initial(list, family, given[0]);
    for (size_t i = 0; (formal = ent_i_formal_name(given, i)); i++)
        add_initial(list, family, formal[0]);
}

typedef ENT_I_VEC(filed) files;

static bool put(files *list, const ent_i_resolution *r, uint32_t node,
                uint64_t key)
{
    const ent_i_known_name *known = &r->nodes.items[node];
    filed f = {key, node, known->articles, known->label};
    return ent_i_vec_push(list, f);
}

static bool is_root(const ent_i_resolution *r, uint32_t node)
{
    return r->nodes.items[node].full && r->nodes.items[node].parent == node;
}

static bool file_all(const ent_i_resolution *r, files *list)
{
    keys found;
    for (uint32_t i = 0; i < r->nodes.n; i++) {
        if (!is_root(r, i))
            continue;
        file_name(&r->nodes.items[i].name, &found);
        for (size_t k = 0; k < found.n; k++)
            if (!put(list, r, i, found.items[k]))
                return false;
    }
    return true;
}

/* Only where some name has an initial for a given name: few do. */
static bool file_all_initials(const ent_i_resolution *r, files *list)
{
    ent_i_keymap wanted = {0};
    keys found;
    bool ok = true;
    for (int pass = 0; ok && pass < 2; pass++)
        for (uint32_t i = 0; ok && i < r->nodes.n; i++) {
            const ent_i_name *name = &r->nodes.items[i].name;
            if (!is_root(r, i) ||
                (!pass && !ent_i_name_is_initial(name, name->given)))
                continue;
            file_initials(name, &found);
            for (size_t k = 0; ok && k < found.n; k++) {
                uint64_t key = found.items[k];
                if (!pass)
                    ok = ent_i_keymap_put(&wanted, key, 0) != NULL;
                else if (ent_i_keymap_get(&wanted, key) != ENT_I_ABSENT)
                    ok = put(list, r, i, key);
            }
        }
    ent_i_keymap_free(&wanted);
    return ok;
}

/* Frequent names first: rarer spellings join them. */
static int by_key(const void *a, const void *b)
{
    const filed *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    if (x->articles != y->articles)
        return x->articles > y->articles ? -1 : 1;
    int order = strcmp(x->label, y->label);
    return order ? order : (x->node > y->node) - (x->node < y->node);
}

/* ---- pairs ---- */

static bool is_slip(const ent_i_alike *pair)
{
    return pair->likeness == ENT_I_ALIKE_SOUND ||
           pair->likeness == ENT_I_ALIKE_LOOSELY;
}

/* Compares a name with the most frequent ones before it. One that could be a
 * slip for many of them is a slip for none. */
static bool compare_one(const ent_i_resolution *r, const filed *list, size_t at,
                        ent_i_alikes *out)
{
    ent_i_alike found[MAX_COMPARED];
    size_t n = 0, slips = 0;
    for (size_t i = 0; i < at && i < MAX_COMPARED; i++) {
        ent_i_alike pair = {list[i].node, list[at].node, 0, ENT_I_UNLIKE};
        pair.likeness = (uint8_t)ent_i_likeness_of(
            &r->nodes.items[pair.node].name, &r->nodes.items[pair.other].name,
            &pair.agreed);
        slips += is_slip(&pair);
        if (pair.likeness != ENT_I_UNLIKE)
            found[n++] = pair;
    }
    for (size_t i = 0; i < n; i++)
        if ((slips <= MAX_SLIPS || !is_slip(&found[i])) &&
            !ent_i_vec_push(out, found[i]))
            return false;
    return true;
}

static bool compare_file(const ent_i_resolution *r, const filed *list, size_t n,
                         ent_i_alikes *out)
{
    for (size_t i = 1; i < n; i++)
        if (!compare_one(r, list, i, out))
            return false;
    return true;
}

static bool compare_files(const ent_i_resolution *r, files *list,
                          ent_i_alikes *out)
{
    ent_i_sort(list->items, list->n, sizeof *list->items, by_key);
    for (size_t i = 0, j; i < list->n; i = j) {
        for (j = i + 1;
             j < list->n && list->items[j].key == list->items[i].key;)
            j++;
        if (!compare_file(r, list->items + i, j - i, out))
            return false;
    }
    return true;
}

typedef struct order {
    const ent_i_resolution *r;
    ent_i_alike pair;
} order;

/* The surest first; then the most frequent, as of equals they are likelier to
 * be meant. Labels break ties, since the numbers of nodes depend on the order
 * of articles. */
static int by_sureness(const void *a, const void *b)
{
    const order *x = a, *y = b;
    if (x->pair.likeness != y->pair.likeness)
        return x->pair.likeness > y->pair.likeness ? -1 : 1;
    if (x->pair.agreed != y->pair.agreed)
        return x->pair.agreed > y->pair.agreed ? -1 : 1;
    const ent_i_known_name *nodes = x->r->nodes.items;
    const uint32_t xs[] = {x->pair.node, x->pair.other};
    const uint32_t ys[] = {y->pair.node, y->pair.other};
    for (int i = 0; i < 2; i++) {
        const ent_i_known_name *p = &nodes[xs[i]], *q = &nodes[ys[i]];
        if (p->articles != q->articles)
            return p->articles > q->articles ? -1 : 1;
        int labels = strcmp(p->label, q->label);
        if (labels || xs[i] != ys[i])
            return labels ? labels : xs[i] < ys[i] ? -1 : 1;
    }
    return 0;
}

/* Each pair once: two names may be filed together several times. */
static bool put_in_order(const ent_i_resolution *r, ent_i_alikes *pairs)
{
    order *list = ent_i_malloc(pairs->n * sizeof *list);
    size_t n = 0;
    if (!list)
        return pairs->n == 0;
    for (size_t i = 0; i < pairs->n; i++)
        list[i] = (order){r, pairs->items[i]};
    ent_i_sort(list, pairs->n, sizeof *list, by_sureness);
    for (size_t i = 0; i < pairs->n; i++)
        if (i == 0 || by_sureness(&list[i - 1], &list[i]) != 0)
            pairs->items[n++] = list[i].pair;
    pairs->n = n;
    ent_i_free(list);
    return true;
}

bool ent_i_find_alike(const ent_i_resolution *r, ent_i_alikes *out)
{
    files names = {0}, initials = {0};
    bool ok = file_all(r, &names) && file_all_initials(r, &initials) &&
              compare_files(r, &names, out) &&
              compare_files(r, &initials, out) && put_in_order(r, out);
    ent_i_vec_free(&names);
    ent_i_vec_free(&initials);
    return ok;
}
