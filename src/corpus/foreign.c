#include "corpus/foreign.h"

#include <string.h>

#include "names/compare.h"

/* Somebody is so well known that the nicknames he has stand before his surname
 * somewhere, if this one is his in but one of so many articles. */
enum { WELL_KNOWN = 20 };

/* Who bears the short name is named in so many times more articles than the one
 * whose cluster it was in: else it may be a slip for his, or a name of his that
 * is seldom written. */
enum { KNOWN = 5, KNOWN_BETTER = 2 };

static uint64_t key_of(uint32_t full, uint32_t brief)
{
    return (uint64_t)full << 32 | brief;
}

/* How many times better known another must be; 0 where the name is surely one
 * of the cluster's: neither just like a part of it, nor a part that the
 * person's other names have not. */
static uint32_t times_known(const ent_i_resolution *r, uint32_t full,
                            uint32_t brief)
{
    const ent_i_known_name *nodes = r->nodes.items;
    const ent_i_name *name = &nodes[brief].name;
    if (ent_i_name_shortens(name, &nodes[full].name) == ENT_I_SHORT_ALIKE)
        return KNOWN;
    return ent_i_name_shortens(name, &nodes[ent_i_root(r, full)].name) ==
                   ENT_I_NOT_SHORT
               ? KNOWN_BETTER
               : 0;
}

static bool is_anothers(const ent_i_resolution *r, const ent_i_bearers *bearers,
                        uint32_t full, uint32_t brief)
{
    const ent_i_known_name *nodes = r->nodes.items;
    const ent_i_bearing *of = &bearers->of[brief];
    uint32_t own = ent_i_root(r, full);
    if (!nodes[full].full || ent_i_is_bound(&nodes[brief]) || !of->n ||
        of->roots[0] == own)
        return false;
    uint32_t times = times_known(r, full, brief);
    return times &&
           bearers->articles[of->roots[0]] >= times * bearers->articles[own];
}

/* ---- nicknames ---- */

static uint64_t called_key(const ent_i_name *name, size_t part, uint32_t root)
{
    const char *word = ent_i_name_part(name, part);
    uint64_t parts[2] = {root, ent_i_hash(word, strlen(word))};
    return ent_i_hash(parts, sizeof parts);
}

/* Which given names stand in each person's full names. */
static bool learn_given(ent_i_keymap *given, const ent_i_resolution *r)
{
    bool ok = true;
    for (uint32_t i = 0; ok && i < r->nodes.n; i++) {
        const ent_i_known_name *node = &r->nodes.items[i];
        for (size_t k = 0; ok && node->full && k < node->name.family; k++)
            ok = ent_i_keymap_put(given,
                                  called_key(&node->name, k, ent_i_root(r, i)),
                                  1) != NULL;
    }
    return ok;
}

/* "Jack" of a John Roe whom no article calls Jack Roe. */
static bool is_odd_nickname(const ent_i_keymap *given,
                            const ent_i_resolution *r,
                            const ent_i_bearers *bearers, uint32_t full,
                            uint32_t brief, uint32_t articles)
{
    const ent_i_known_name *nodes = r->nodes.items;
    const ent_i_name *name = &nodes[brief].name;
    uint32_t own = ent_i_root(r, full);
    return nodes[full].full && !ent_i_name_suffix(name) &&
           !ent_i_is_bound(&nodes[brief]) &&
           bearers->articles[own] >= (uint64_t)WELL_KNOWN * articles &&
           ent_i_name_shortens(name, &nodes[full].name) == ENT_I_SHORT_NICK &&
           ent_i_keymap_get(given, called_key(name, name->family, own)) ==
               ENT_I_ABSENT;
}

/* ---- all ---- */

static ent_i_foreign_kind kind_of(const ent_i_keymap *given,
                                  const ent_i_resolution *r,
                                  const ent_i_bearers *bearers, uint32_t full,
                                  uint32_t brief, uint32_t articles)
{
    if (is_anothers(r, bearers, full, brief))
        return ENT_I_ANOTHERS;
    return is_odd_nickname(given, r, bearers, full, brief, articles)
               ? ENT_I_ODD_NICKNAME
               : ENT_I_OWN_NAME;
}

static bool add_pair(ent_i_foreign *f, uint32_t full, uint32_t brief,
                     ent_i_foreign_kind kind)
{
    f->has[full] = true;
    return ent_i_keymap_put(&f->pairs, key_of(full, brief), kind) != NULL;
}

bool ent_i_foreign_learn(ent_i_foreign *f, const ent_i_resolution *r,
                         const ent_i_bearers *bearers)
{
    *f = (ent_i_foreign){.has = ent_i_calloc(r->nodes.n + 1, sizeof *f->has)};
    ent_i_keymap given = {0};
    bool ok = f->has != NULL && learn_given(&given, r);
    for (size_t i = 0; ok && i < r->habits.cap; i++) {
        const ent_i_keymap_slot *slot = &r->habits.slots[i];
        if (slot->value == ENT_I_ABSENT || !slot->value)
            continue;
        uint32_t brief = (uint32_t)(slot->key >> 32);
        uint32_t full = (uint32_t)slot->key;
        ent_i_foreign_kind kind =
            kind_of(&given, r, bearers, full, brief, slot->value);
        ok = kind == ENT_I_OWN_NAME || add_pair(f, full, brief, kind);
    }
    ent_i_keymap_free(&given);
    return ok;
}

void ent_i_foreign_free(ent_i_foreign *f)
{
    ent_i_keymap_free(&f->pairs);
    ent_i_free(f->has);
}

ent_i_foreign_kind ent_i_foreign_to(const ent_i_foreign *f, uint32_t full,
                                    uint32_t brief)
{
    uint32_t kind = f->has[full]
                        ? ent_i_keymap_get(&f->pairs, key_of(full, brief))
                        : ENT_I_ABSENT;
    return kind == ENT_I_ABSENT ? ENT_I_OWN_NAME : (ent_i_foreign_kind)kind;
}
