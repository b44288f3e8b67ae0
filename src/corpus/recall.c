/* Recalls what the program wrote in an alias file and nobody edited, for names
 * that the articles leave open: those of other articles may not. All that these
 * articles decide stays as it is, so a file that was written for them changes
 * nothing. */
#include <string.h>

#include "corpus/across.h"

/* Whether the program wrote the name in this entry alone, and the user says
 * nothing of it. */
static bool is_recalled(const ent_i_resolution *r, const ent_i_known_name *node,
                        uint32_t entry)
{
    return node->told == entry && node->entry == ENT_NONE && !node->shared &&
           !r->aliases.entries.items[entry].given_up;
}

/* The node of a full name that the articles have; else ENT_NONE. */
static uint32_t full_name(const ent_i_resolution *r,
                          const ent_i_alias_name *name)
{
    uint32_t index =
        name->entry == ENT_NONE
            ? ENT_NONE
            : ent_i_find_node(r, name->type, name->text, strlen(name->text));
    if (index == ENT_NONE)
        return ENT_NONE;
    const ent_i_known_name *node = &r->nodes.items[index];
    return node->full && node->seen && is_recalled(r, node, name->entry)
               ? index
               : ENT_NONE;
}

/* Two roots, under the name that more of these articles use. */
static void join(ent_i_resolution *r, uint32_t head, uint32_t index)
{
    const ent_i_known_name *x = &r->nodes.items[head];
    const ent_i_known_name *y = &r->nodes.items[index];
    bool differ = x->gender && y->gender && !(x->gender & y->gender);
    bool more = y->articles > x->articles;
    if (head != index && !differ && !ent_i_is_barred(r, x, y))
        ent_i_stand_for(r, more ? index : head, more ? head : index,
                        ENT_BY_FILE);
}

/* Names come entry by entry. */
void ent_i_recall_spellings(ent_i_resolution *r)
{
    uint32_t head = ENT_NONE, entry = ENT_NONE;
    for (size_t i = 0; i < r->aliases.names.n; i++) {
        const ent_i_alias_name *name = &r->aliases.names.items[i];
        uint32_t index = full_name(r, name);
        if (index == ENT_NONE)
            continue;
        if (name->entry == entry)
            join(r, ent_i_root(r, head), ent_i_root(r, index));
        else
            head = index;
        entry = name->entry;
    }
}

/* The node that the entry is named after, added if new; ENT_NONE when memory
 * runs out. */
static uint32_t node_of_entry(ent_i_resolution *r, uint32_t entry)
{
    const ent_i_alias_entry *e = &r->aliases.entries.items[entry];
    uint32_t node = ent_i_node_called(r, (ent_type)e->type, e->name);
    return node == ENT_NONE ? ENT_NONE : ent_i_root(r, node);
}

/* Whether nothing in the articles says whom the record means. */
static bool is_open(const ent_i_resolution *r, const ent_i_record *record)
{
    const ent_i_known_name *node = &r->nodes.items[record->node];
    return record->reason == ENT_BY_ITSELF && node->reason == ENT_BY_ITSELF &&
           node->parent == record->node && !node->full && !node->separate &&
           node->told < r->aliases.entries.n &&
           is_recalled(r, node, node->told);
}

/* What each thing's name stands for in these articles, by node; ENT_NONE for
 * what they lack. NULL when memory runs out. */
static uint32_t *learn_things(const ent_i_resolution *r)
{
    uint32_t *means = ent_i_malloc((r->nodes.n + 1) * sizeof *means);
    for (size_t i = 0; means && i < r->nodes.n; i++)
        means[i] = ENT_NONE;
    for (size_t i = 0; means && i < r->records.n; i++) {
        const ent_i_record *record = ent_i_record_at(r, i);
        if (r->nodes.items[record->node].type != ENT_PERSON)
            means[record->node] = record->stands_for;
    }
    return means;
}

static void recall(ent_i_record *record, uint32_t means)
{
    if (means == record->node)
        return;
    record->stands_for = means;
    record->likely = ENT_NONE;
    record->reason = ENT_BY_FILE;
}

bool ent_i_recall_meanings(ent_i_resolution *r)
{
    size_t known = r->nodes.n;
    uint32_t *things = learn_things(r);
    bool ok = things != NULL;
    for (size_t i = 0; ok && i < r->records.n; i++) {
        ent_i_record *record = ent_i_record_at(r, i);
        if (!is_open(r, record))
            continue;
        uint32_t means = node_of_entry(r, r->nodes.items[record->node].told);
        ok = means != ENT_NONE;
        if (ok && means < known && things[means] != ENT_NONE)
            means = things[means];
        if (ok)
            recall(record, means);
    }
    ent_i_free(things);
    return ok;
}
