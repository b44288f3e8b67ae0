#include "report/pairing.h"

#include <string.h>

#include "core/memory.h"

/* Several nodes have the name. */
#define SEVERAL (ENT_NONE - 1)

static bool claim(ent_i_strmap *names, const char *name, uint32_t node)
{
    uint32_t *owner = ent_i_strmap_put(names, name, strlen(name), node);
    if (owner && *owner != node)
        *owner = SEVERAL;
    return owner != NULL;
}

/* The names of the nodes that have no match, labels and aliases. */
static bool collect(ent_i_strmap *names, const ent_saved *of,
                    const uint32_t *matched)
{
    bool good = true;
    for (uint32_t i = 0; good && i < of->nodes.n; i++) {
        const ent_i_saved_node *node = &of->nodes.items[i];
        if (matched[i] != ENT_NONE)
            continue;
        good = claim(names, node->label, i);
        for (size_t k = 0; good && k < node->alias_count; k++)
            good = claim(names, node->aliases[k], i);
    }
    return good;
}

/* The one that the names of `of` point to through its label; ENT_NONE for none
 * or several. */
static uint32_t owner_of(const ent_i_strmap *names, const char *label)
{
    uint32_t owner = ent_i_strmap_get(names, label, strlen(label));
    return owner == ENT_I_ABSENT || owner == SEVERAL ? ENT_NONE : owner;
}

static void join(ent_i_pairing *match, uint32_t before, uint32_t after)
{
    if (before == ENT_NONE || after == ENT_NONE ||
        match->after[before] != ENT_NONE || match->before[after] != ENT_NONE)
        return;
    match->after[before] = after;
    match->before[after] = before;
}

static void by_id(ent_i_pairing *match, const ent_saved *before,
                  const ent_saved *after)
{
    for (uint32_t i = 0; i < after->nodes.n; i++)
        match->before[i] = ENT_NONE;
    for (uint32_t i = 0; i < before->nodes.n; i++) {
        const char *id = before->nodes.items[i].id;
        uint32_t found = ent_i_strmap_get(&after->by_id, id, strlen(id));
        match->after[i] = ENT_NONE;
        join(match, i, found == ENT_I_ABSENT ? ENT_NONE : found);
    }
}

static bool by_name(ent_i_pairing *match, const ent_saved *before,
                    const ent_saved *after)
{
    ent_i_strmap old = {0}, new = {0};
    bool good = collect(&old, before, match->after) &&
                collect(&new, after, match->before);
    for (uint32_t i = 0; good && i < before->nodes.n; i++)
        if (match->after[i] == ENT_NONE)
            join(match, i, owner_of(&new, before->nodes.items[i].label));
    for (uint32_t i = 0; good && i < after->nodes.n; i++)
        if (match->before[i] == ENT_NONE)
            join(match, owner_of(&old, after->nodes.items[i].label), i);
    ent_i_strmap_free(&old);
    ent_i_strmap_free(&new);
    return good;
}

bool ent_i_pair_up(ent_i_pairing *out, const ent_saved *before,
                   const ent_saved *after)
{
    out->after = ent_i_malloc(before->nodes.n * sizeof *out->after);
    out->before = ent_i_malloc(after->nodes.n * sizeof *out->before);
    if (!out->after || !out->before)
        return false;
    by_id(out, before, after);
    return by_name(out, before, after);
}

void ent_i_pairing_free(ent_i_pairing *match)
{
    ent_i_free(match->after);
    ent_i_free(match->before);
}
