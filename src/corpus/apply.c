/* Applies the alias file. */
#include <string.h>

#include "core/error.h"
#include "corpus/across.h"
#include "names/compare.h"
#include "names/fold.h"

/* ---- names to nodes ---- */

/* Goes through the spelling, so that a name in the file and one in the text
 * have the same comparable form. */
static uint32_t node_of(ent_i_resolution *r, uint8_t type, const char *text)
{
    uint32_t surface = ent_i_surface_of(r, (ent_type)type, text, strlen(text));
    return surface == ENT_NONE ? ENT_NONE : r->surfaces.items[surface].node;
}

static bool is_stated(const ent_i_resolution *r, uint32_t entry)
{
    return entry != ENT_NONE && r->aliases.entries.items[entry].stated;
}

/* Makes the nodes of the names in entries that are decisions. */
static bool find_names(ent_i_resolution *r)
{
    for (size_t i = 0; i < r->aliases.names.n; i++) {
        ent_i_alias_name *name = &r->aliases.names.items[i];
        if (name->node != ENT_NONE || !is_stated(r, name->entry))
            continue;
        name->node = node_of(r, name->type, name->text);
        if (name->node == ENT_NONE)
            return false;
    }
    return true;
}

/* Only the user's entries are decisions at first. */
static bool find_users_names(ent_i_resolution *r)
{
    ent_i_aliases *a = &r->aliases;
    for (size_t i = 0; i < a->entries.n; i++) {
        a->entries.items[i].stated = a->entries.items[i].edited;
        a->entries.items[i].given_up = false;
        a->entries.items[i].into = a->entries.items[i].head = ENT_NONE;
    }
    for (size_t i = 0; i < a->names.n; i++)
        a->names.items[i].node = ENT_NONE;
    return find_names(r);
}

/* Whether the program wrote the name elsewhere, too, or left it open, which the
 * user answers who adds it to an entry. */
static bool is_told_otherwise(const ent_i_known_name *node,
                              const ent_i_alias_name *name)
{
    return node->told != ENT_NONE && node->told != name->entry &&
           !(name->chosen && node->told == ENT_I_LEFT_OPEN);
}

/* A name in an entry of the user and in another one, or left open, is shared:
 * the file allows several people, and the article must decide. */
static void apply_names(ent_i_resolution *r)
{
    for (size_t i = 0; i < r->aliases.names.n; i++) {
        const ent_i_alias_name *name = &r->aliases.names.items[i];
        if (name->node == ENT_NONE)
            continue;
        ent_i_known_name *node = &r->nodes.items[name->node];
        if ((node->entry != ENT_NONE && node->entry != name->entry) ||
            is_told_otherwise(node, name))
            node->shared = true;
        else
            node->entry = name->entry;
    }
}

static uint32_t known_node(const ent_i_resolution *r, uint8_t type,
                           const char *text)
{
    return ent_i_find_node(r, (ent_type)type, text, strlen(text));
}

/* A full name in an entry of the user and in one that the program wrote is the
 * user's; and so is all of an entry that is called by a name of the user's. */
static void give_to_user(ent_i_resolution *r)
{
    ent_i_aliases *a = &r->aliases;
    for (size_t i = 0; i < a->names.n; i++) {
        ent_i_alias_name *name = &a->names.items[i];
        uint32_t node = known_node(r, name->type, name->text);
        if (name->entry == ENT_NONE || is_stated(r, name->entry) ||
            node == ENT_NONE || r->nodes.items[node].shared)
            continue;
        ent_i_alias_entry *entry = &a->entries.items[name->entry];
        if (known_node(r, entry->type, entry->name) == node)
            entry->into = r->nodes.items[node].entry;
        else if (r->nodes.items[node].full)
            name->entry = r->nodes.items[node].entry;
    }
    for (size_t i = 0; i < a->names.n; i++) {
        ent_i_alias_name *name = &a->names.items[i];
        if (name->entry != ENT_NONE &&
            a->entries.items[name->entry].into != ENT_NONE)
            name->entry = a->entries.items[name->entry].into;
    }
}

/* Entries that nobody edited are only noted. */
static bool tell_names(ent_i_resolution *r)
{
    bool ok = true;
    for (size_t i = 0; ok && i < r->aliases.names.n; i++) {
        const ent_i_alias_name *name = &r->aliases.names.items[i];
        ok = is_stated(r, name->entry) ||
             ent_i_tell(r, (ent_type)name->type, name->text, name->entry);
    }
    return ok;
}

/* ---- not the same ---- */

bool ent_i_is_users(const ent_i_resolution *r, uint32_t entry)
{
    const ent_i_alias_entry *e = &r->aliases.entries.items[entry];
    return e->edited || e->only_separate;
}

static bool find_sides(ent_i_resolution *r)
{
    for (size_t i = 0; i < r->aliases.pairs.n; i++) {
        ent_i_alias_pair *pair = &r->aliases.pairs.items[i];
        for (uint8_t type = 0; type < ENT_TYPE_COUNT; type++) {
            pair->a_nodes[type] = node_of(r, type, pair->a);
            pair->b_nodes[type] = node_of(r, type, pair->b);
            if (pair->a_nodes[type] == ENT_NONE ||
                pair->b_nodes[type] == ENT_NONE)
                return false;
        }
    }
    return true;
}

/* The entry that the program wrote for a name under "not_the_same", or NULL. */
static ent_i_alias_entry *told_entry(ent_i_resolution *r, uint32_t node)
{
    uint32_t told = r->nodes.items[node].told;
    return told < r->aliases.entries.n ? &r->aliases.entries.items[told] : NULL;
}

/* If the program wrote an entry that contains both names of a pair, the entry
 * is given up: the resolver must decide its names again. */
static void give_way(ent_i_resolution *r, uint32_t a, uint32_t b)
{
    ent_i_alias_entry *x = told_entry(r, a), *y = told_entry(r, b);
    if (a != b && x && x == y)
        x->given_up = true;
}

/* An entry with one name of a pair is what the user means by that side. */
static void take_side(ent_i_resolution *r, uint32_t node)
{
    ent_i_alias_entry *entry = told_entry(r, node);
    if (entry && !entry->given_up)
        entry->stated = true;
}

static void state_sides(ent_i_resolution *r)
{
    const ent_i_aliases *a = &r->aliases;
    for (size_t i = 0; i < a->pairs.n; i++)
        for (size_t type = 0; type < ENT_TYPE_COUNT; type++)
            give_way(r, a->pairs.items[i].a_nodes[type],
                     a->pairs.items[i].b_nodes[type]);
    for (size_t i = 0; i < a->pairs.n; i++)
        for (size_t type = 0; type < ENT_TYPE_COUNT; type++) {
            take_side(r, a->pairs.items[i].a_nodes[type]);
            take_side(r, a->pairs.items[i].b_nodes[type]);
        }
}

/* A name under "not_the_same" that no entry lists gets its own entry, since
 * names of two entries are never merged. */
static bool set_apart(ent_i_resolution *r, const char *text, uint8_t type,
                      uint32_t index)
{
    ent_i_known_name *node = &r->nodes.items[index];
    ent_i_alias_entry entry = {.name = text,
                               .label = text,
                               .type = type,
                               .only_separate = true,
                               .into = ENT_NONE,
                               .head = ENT_NONE};
    if (node->entry != ENT_NONE)
        return true;
    node->entry = (uint32_t)r->aliases.entries.n;
    return ent_i_vec_push(&r->aliases.entries, entry);
}

/* Marks the entries of both sides, so that other forms of their names are kept
 * apart too. */
static bool part_sides(ent_i_resolution *r, const ent_i_alias_pair *pair,
                       uint8_t type)
{
    uint32_t a = pair->a_nodes[type], b = pair->b_nodes[type];
    if (!set_apart(r, pair->a, type, a) || !set_apart(r, pair->b, type, b))
        return false;
    uint32_t x = r->nodes.items[a].entry, y = r->nodes.items[b].entry;
    r->aliases.entries.items[x].apart = true;
    r->aliases.entries.items[y].apart = true;
    return x == y ||
           ent_i_keymap_put(&r->apart, ent_i_pair_key(x, y), 0) != NULL;
}

static bool add_side(ent_i_resolution *r, uint32_t index)
{
    const ent_i_known_name *node = &r->nodes.items[index];
    return !node->full || node->shared || node->entry == ENT_NONE ||
           !r->aliases.entries.items[node->entry].apart ||
           ent_i_vec_push(&r->sides, index);
}

/* Collects the full names that others are compared with. */
static bool collect_sides(ent_i_resolution *r)
{
    bool ok = true;
    for (size_t i = 0; ok && i < r->aliases.pairs.n; i++)
        ok = add_side(r, r->aliases.pairs.items[i].a_nodes[ENT_PERSON]) &&
             add_side(r, r->aliases.pairs.items[i].b_nodes[ENT_PERSON]);
    for (size_t i = 0; ok && r->aliases.pairs.n && i < r->aliases.names.n; i++)
        ok = r->aliases.names.items[i].node == ENT_NONE ||
             add_side(r, r->aliases.names.items[i].node);
    return ok;
}

bool ent_i_apply_aliases(ent_i_resolution *r)
{
    bool ok = find_users_names(r);
    if (ok) {
        apply_names(r);
        give_to_user(r);
    }
    ok = ok && tell_names(r) && find_sides(r);
    if (ok)
        state_sides(r);
    ok = ok && find_names(r);
    if (ok)
        apply_names(r);
    for (size_t i = 0; ok && i < r->aliases.pairs.n; i++)
        for (uint8_t type = 0; ok && type < ENT_TYPE_COUNT; type++)
            ok = part_sides(r, &r->aliases.pairs.items[i], type);
    return ok && collect_sides(r);
}

uint32_t ent_i_side_of(const ent_i_resolution *r, const ent_i_name *name)
{
    uint32_t best = ENT_NONE;
    double most = 0;
    for (size_t i = 0; i < r->sides.n; i++) {
        const ent_i_known_name *side = &r->nodes.items[r->sides.items[i]];
        double agreed = ent_i_names_agree(name, &side->name, ENT_I_LIKE_CORPUS);
        if (agreed > most)
            best = side->entry;
        else if (agreed == most && side->entry != best)
            best = ENT_NONE;
        most = agreed > most ? agreed : most;
    }
    return best;
}

/* ---- what may not be together ---- */

uint32_t ent_i_entry_of(const ent_i_known_name *node)
{
    if (node->shared)
        return ENT_NONE;
    return node->entry != ENT_NONE ? node->entry : node->side;
}

/* Whether the two belong to different sides of a pair. */
static bool are_apart(const ent_i_resolution *r, const ent_i_known_name *a,
                      const ent_i_known_name *b)
{
    uint32_t x = ent_i_entry_of(a), y = ent_i_entry_of(b);
    return x != ENT_NONE && y != ENT_NONE && x != y &&
           ent_i_keymap_get(&r->apart, ent_i_pair_key(x, y)) != ENT_I_ABSENT;
}

/* Whether the two are in different entries, of which the user made one. */
static bool are_in_two(const ent_i_known_name *a, const ent_i_known_name *b)
{
    uint32_t x = a->entry != ENT_NONE ? a->entry : a->told;
    uint32_t y = b->entry != ENT_NONE ? b->entry : b->told;
    return (a->entry != ENT_NONE || b->entry != ENT_NONE) && x != ENT_NONE &&
           y != ENT_NONE && x != y;
}

/* Shared names are never merged by spelling: that could merge two of the user's
 * actors. */
bool ent_i_is_barred(const ent_i_resolution *r, const ent_i_known_name *a,
                     const ent_i_known_name *b)
{
    return a->shared || b->shared || are_in_two(a, b) || are_apart(r, a, b);
}

static bool is_users(const ent_i_resolution *r, const ent_i_known_name *node)
{
    return node->entry != ENT_NONE && ent_i_is_users(r, node->entry);
}

/* Even if "Roe" is John Roe elsewhere, it stays with the article's Bob
 * Roe. Only a full name or "not_the_same" removes it. */
bool ent_i_are_parted(const ent_i_resolution *r, uint32_t brief, uint32_t full)
{
    const ent_i_known_name *a = &r->nodes.items[brief],
                           *b = &r->nodes.items[full];
    if (brief == full || a->shared || b->shared)
        return false;
    return are_apart(r, a, b) ||
           (a->full && are_in_two(a, b) && (is_users(r, a) || is_users(r, b)));
}

/* ---- names to join ---- */

/* A name that is shared, already merged, or no longer in its entry stays
 * out. */
void ent_i_merge_entries(ent_i_resolution *r)
{
    for (size_t i = 0; i < r->aliases.names.n; i++) {
        const ent_i_alias_name *name = &r->aliases.names.items[i];
        uint32_t index = name->node;
        if (index == ENT_NONE)
            continue;
        ent_i_known_name *node = &r->nodes.items[index];
        if (node->shared || node->parent != index || node->entry != name->entry)
            continue;
        uint32_t *head = &r->aliases.entries.items[name->entry].head;
        if (*head == ENT_NONE) {
            *head = index;
        } else if (index != *head) {
            node->parent = *head;
            node->reason = ENT_BY_FILE;
            /* "Mr. Fenwick" may be her husband elsewhere: a short name says
             * nothing about the gender of the full one. */
            if (node->full)
                r->nodes.items[*head].gender |= node->gender;
        }
    }
}
