/* The alias file put to work. */
#include <string.h>

#include "core/error.h"
#include "corpus/across.h"
#include "names/fold.h"

/* ---- names to nodes ---- */

/* Through the spelling, so that a name in the file and one in the text meet by
 * the same comparable form. */
static uint32_t node_of(ent_i_resolution *r, uint8_t type, const char *text)
{
    uint32_t surface = ent_i_surface_of(r, (ent_type)type, text, strlen(text));
    return surface == ENT_NONE ? ENT_NONE : r->surfaces.items[surface].node;
}

/* A name in two entries (or in none for certain) is shared: the file knows
 * several bearers, and the article has to decide. */
static bool apply_names(ent_i_resolution *r)
{
    for (size_t i = 0; i < r->aliases.names.n; i++) {
        const ent_i_alias_name *name = &r->aliases.names.items[i];
        uint32_t index = node_of(r, name->type, name->text);
        if (index == ENT_NONE)
            return false;
        ent_i_known_name *node = &r->nodes.items[index];
        if (name->entry == ENT_NONE ||
            (node->entry != ENT_NONE && node->entry != name->entry))
            node->shared = true;
        else
            node->entry = name->entry;
    }
    return true;
}

/* A name under "not_the_same" that no entry lists gets one of its own: names of
 * two entries are never brought together. */
static bool set_apart(ent_i_resolution *r, const char *text)
{
    for (uint8_t type = 0; type < ENT_TYPE_COUNT; type++) {
        uint32_t index = node_of(r, type, text);
        if (index == ENT_NONE)
            return false;
        ent_i_known_name *node = &r->nodes.items[index];
        if (node->entry != ENT_NONE)
            continue;
        ent_i_alias_entry entry = {
            .label = text, .type = type, .only_separate = true};
        node->entry = (uint32_t)r->aliases.entries.n;
        if (!ent_i_vec_push(&r->aliases.entries, entry))
            return false;
    }
    return true;
}

bool ent_i_apply_aliases(ent_i_resolution *r)
{
    bool ok = apply_names(r);
    for (size_t i = 0; ok && i < r->aliases.pairs.n; i++)
        ok = set_apart(r, r->aliases.pairs.items[i].a) &&
             set_apart(r, r->aliases.pairs.items[i].b);
    return ok;
}

/* Shared names are never merged by spelling: they would bring two of the user's
 * actors together. */
bool ent_i_is_barred(const ent_i_known_name *a, const ent_i_known_name *b)
{
    return a->shared || b->shared ||
           (a->entry != ENT_NONE && b->entry != ENT_NONE &&
            a->entry != b->entry);
}

/* Names come entry by entry, so that the last head seen is this entry's. A name
 * that is shared, or merged already, stays out. */
void ent_i_merge_entries(ent_i_resolution *r)
{
    uint32_t head = ENT_NONE, entry = ENT_NONE;
    for (size_t i = 0; i < r->aliases.names.n; i++) {
        const ent_i_alias_name *name = &r->aliases.names.items[i];
        uint32_t index = ent_i_find_node(r, (ent_type)name->type, name->text,
                                         strlen(name->text));
        ent_i_known_name *node = &r->nodes.items[index];
        if (node->shared || node->parent != index)
            continue;
        if (name->entry != entry) {
            entry = name->entry;
            head = index;
        } else if (index != head) {
            node->parent = head;
            node->reason = ENT_BY_FILE;
            r->nodes.items[head].gender |= node->gender;
        }
    }
}

/* ---- clusters that hold two ---- */

/* Whether a user made the entry: one that was written by the program and not
 * edited changes nothing within an article. */
static bool is_users(const ent_i_resolution *r, uint32_t entry)
{
    const ent_i_alias_entry *e = &r->aliases.entries.items[entry];
    return e->edited || e->only_separate;
}

bool ent_i_are_parted(const ent_i_resolution *r, uint32_t brief, uint32_t full)
{
    const ent_i_known_name *a = &r->nodes.items[brief],
                           *b = &r->nodes.items[full];
    if (brief == full || a->entry == ENT_NONE || b->entry == ENT_NONE ||
        a->shared || b->shared || a->entry == b->entry ||
        (!is_users(r, a->entry) && !is_users(r, b->entry)))
        return false;
    /* That "Kerry" is John Kerry elsewhere doesn't take it from the article's
     * Bob Kerry; only a full name or "not_the_same" does. */
    if (a->full)
        return true;
    for (size_t i = 0; i < r->aliases.pairs.n; i++) {
        const ent_i_alias_pair *p = &r->aliases.pairs.items[i];
        uint32_t x = ent_i_find_node(r, (ent_type)a->type, p->a, strlen(p->a));
        uint32_t y = ent_i_find_node(r, (ent_type)a->type, p->b, strlen(p->b));
        if ((x == brief && y == full) || (y == brief && x == full))
            return true;
    }
    return false;
}

/* ---- names to leave out ---- */

/* A name of marks alone has no key and would match every other such. */
static bool is_listed(const ent_i_strmap *list, const char *text)
{
    char key[256];
    size_t n = ent_i_name_fold_key(text, strlen(text), key, sizeof key);
    return n && ent_i_strmap_get(list, key, n) != ENT_I_ABSENT;
}

/* A short form leaves out nobody who has a full name: "Bush" would take every
 * Bush along. */
static bool is_excluded(const ent_i_strmap *list, const ent_actor *actor)
{
    if (is_listed(list, actor->id) || is_listed(list, actor->label))
        return true;
    for (size_t i = 0; i < actor->alias_count; i++) {
        ent_i_name name;
        const char *alias = actor->aliases[i];
        ent_i_name_parse(&name, alias, strlen(alias));
        if ((actor->type != ENT_PERSON || ent_i_name_is_full(&name)) &&
            is_listed(list, alias))
            return true;
    }
    return false;
}

/* One name a line, remarks from "#" on; identifiers have no "#" and names
 * hardly any. */
static bool read_lines(ent_i_strmap *list, const char *bytes, size_t size)
{
    char key[256];
    for (size_t i = 0; i < size;) {
        const char *line = bytes + i;
        const char *end = memchr(line, '\n', size - i);
        size_t length = end ? (size_t)(end - line) : size - i;
        const char *remark = memchr(line, '#', length);
        size_t n = ent_i_name_fold_key(
            line, remark ? (size_t)(remark - line) : length, key, sizeof key);
        if (n && !ent_i_strmap_put(list, key, n, 0))
            return false;
        i += length + 1;
    }
    return true;
}

ent_status ent_i_exclude(ent_corpus *corpus, const char *path, ent_error *error)
{
    char *bytes;
    size_t size;
    ent_i_strmap list = {0};
    ent_status status = ent_i_read_list(path, &bytes, &size, error);
    if (status)
        return status;
    if (!read_lines(&list, bytes, size))
        status = ent_i_no_memory(error, "resolve");
    for (size_t i = 0; !status && i < corpus->actors.n; i++)
        if (is_excluded(&list, &corpus->actors.items[i]))
            corpus->actors.items[i].dropped = true;
    ent_i_strmap_free(&list);
    ent_i_free(bytes);
    return status;
}
