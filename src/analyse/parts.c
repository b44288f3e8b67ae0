#include "analyse/parts.h"

#include "core/memory.h"

/* Counting sorts: first[g] counts two places ahead and is filled one place
 * ahead, so that it ends up right. */
static void sort_nodes(ent_i_parts *parts, const uint32_t *group,
                       uint32_t nodes, uint32_t *place)
{
    for (uint32_t i = 0; i < nodes; i++)
        parts->first[group[i] + 2]++;
    for (uint32_t g = 2; g < parts->count + 2; g++)
        parts->first[g] += parts->first[g - 1];
    for (uint32_t i = 0; i < nodes; i++)
        parts->nodes[parts->first[group[i] + 1]++] = i;
    /* Only now does first[g] say where each part begins. */
    for (uint32_t k = 0; k < nodes; k++) {
        uint32_t i = parts->nodes[k];
        place[i] = (uint32_t)(k - parts->first[group[i]]);
    }
}

static void sort_links(ent_i_parts *parts, const uint32_t *group,
                       const ent_i_link *links, size_t n, const uint32_t *place)
{
    for (size_t i = 0; i < n; i++)
        if (group[links[i].a] == group[links[i].b])
            parts->first_link[group[links[i].a] + 2]++;
    for (uint32_t g = 2; g < parts->count + 2; g++)
        parts->first_link[g] += parts->first_link[g - 1];
    for (size_t i = 0; i < n; i++)
        if (group[links[i].a] == group[links[i].b])
            parts->links[parts->first_link[group[links[i].a] + 1]++] =
                (ent_i_link){place[links[i].a], place[links[i].b],
                             links[i].weight};
}

bool ent_i_parts_make(ent_i_parts *parts, const uint32_t *group, uint32_t nodes,
                      uint32_t count, const ent_i_link *links, size_t n)
{
    uint32_t *place = ent_i_malloc(nodes * sizeof *place);
    *parts = (ent_i_parts){.count = count};
    parts->first = ent_i_calloc((size_t)count + 2, sizeof *parts->first);
    parts->first_link =
        ent_i_calloc((size_t)count + 2, sizeof *parts->first_link);
    parts->nodes = ent_i_malloc(nodes * sizeof *parts->nodes);
    parts->links = ent_i_malloc(n * sizeof *parts->links);
    bool done = place && parts->first && parts->first_link && parts->nodes &&
                parts->links;
    if (done) {
        sort_nodes(parts, group, nodes, place);
        sort_links(parts, group, links, n, place);
    }
    ent_i_free(place);
    return done;
}

void ent_i_parts_free(ent_i_parts *parts)
{
    ent_i_free(parts->first);
    ent_i_free(parts->first_link);
    ent_i_free(parts->nodes);
    ent_i_free(parts->links);
    *parts = (ent_i_parts){0};
}

bool ent_i_part_adjacency(const ent_i_parts *parts, uint32_t g,
                          ent_i_adjacency *out)
{
    return ent_i_adjacency_build(
        out, ent_i_part_size(parts, g), parts->links + parts->first_link[g],
        parts->first_link[g + 1] - parts->first_link[g]);
}
