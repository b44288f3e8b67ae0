/* Rows of neighbours made by a counting sort, and walks along them. The walks
 * keep their own stack, because recursion would overflow on a long chain of
 * names. */
#include "graph/adjacency.h"

#include "core/memory.h"

/* Each tie is in two rows, one for each end. */
bool ent_i_adjacency_build(ent_i_adjacency *adjacency, uint32_t nodes,
                           const ent_i_link *links, size_t n)
{
    size_t *first = ent_i_calloc((size_t)nodes + 2, sizeof *first);
    ent_i_neighbour *neighbours = ent_i_malloc(2 * n * sizeof *neighbours);
    if (!first || !neighbours) {
        ent_i_free(first);
        ent_i_free(neighbours);
        return false;
    }
    /* Counted two places ahead and filled one place ahead, so first[i] ends up
     * right. */
    for (size_t i = 0; i < n; i++) {
        first[links[i].a + 2]++;
        first[links[i].b + 2]++;
    }
    for (size_t i = 2; i < (size_t)nodes + 2; i++)
        first[i] += first[i - 1];
    for (uint32_t i = 0; i < n; i++) {
        neighbours[first[links[i].a + 1]++] =
            (ent_i_neighbour){links[i].b, i, links[i].weight};
        neighbours[first[links[i].b + 1]++] =
            (ent_i_neighbour){links[i].a, i, links[i].weight};
    }
    *adjacency = (ent_i_adjacency){first, neighbours, nodes};
    return true;
}

void ent_i_adjacency_free(ent_i_adjacency *adjacency)
{
    ent_i_free(adjacency->first);
    ent_i_free(adjacency->neighbours);
    *adjacency = (ent_i_adjacency){0};
}

/* ---- groups ---- */

/* The size of a component or community. */
typedef struct group_size {
    uint32_t size;
    uint32_t lowest; /* its lowest node */
    uint32_t group;
} group_size;

/* By size alone, the order of equals would be left to the sort. */
static int larger_first(const void *a, const void *b)
{
    const group_size *x = a;
    const group_size *y = b;
    if (x->size != y->size)
        return x->size > y->size ? -1 : 1;
    return (x->lowest > y->lowest) - (x->lowest < y->lowest);
}

/* Goes downwards, so that the last value written to lowest is the lowest
 * node. */
bool ent_i_number_by_size(uint32_t *group, uint32_t nodes, uint32_t count)
{
    group_size *sizes = ent_i_calloc(count, sizeof *sizes);
    uint32_t *number = ent_i_malloc(count * sizeof *number);
    if (sizes && number && count) {
        for (uint32_t i = nodes; i-- > 0;) {
            sizes[group[i]].size++;
            sizes[group[i]].lowest = i;
            sizes[group[i]].group = group[i];
        }
        ent_i_sort(sizes, count, sizeof *sizes, larger_first);
        for (uint32_t i = 0; i < count; i++)
            number[sizes[i].group] = i;
        for (uint32_t i = 0; i < nodes; i++)
            group[i] = number[group[i]];
    }
    /* With no groups there is nothing to number, which is not a failure. */
    bool done = sizes && number;
    ent_i_free(sizes);
    ent_i_free(number);
    return done;
}

/* ---- walks ---- */

/* Marks all unmarked nodes that can be reached from `from`. */
static void flood(const ent_i_adjacency *adjacency, uint32_t from,
                  uint32_t mark, uint32_t *marks, uint32_t *stack)
{
    size_t n = 0;
    marks[from] = mark;
    stack[n++] = from;
    while (n) {
        uint32_t node = stack[--n];
        for (size_t i = adjacency->first[node]; i < adjacency->first[node + 1];
             i++) {
            uint32_t next = adjacency->neighbours[i].node;
            if (marks[next] != UINT32_MAX)
                continue;
            marks[next] = mark;
            stack[n++] = next;
        }
    }
}

bool ent_i_components(const ent_i_adjacency *adjacency, uint32_t *component,
                      uint32_t *count)
{
    uint32_t *stack = ent_i_malloc(adjacency->nodes * sizeof *stack);
    if (!stack)
        return false;
    *count = 0;
    for (uint32_t i = 0; i < adjacency->nodes; i++)
        component[i] = UINT32_MAX;
    for (uint32_t i = 0; i < adjacency->nodes; i++)
        if (component[i] == UINT32_MAX)
            flood(adjacency, i, (*count)++, component, stack);
    ent_i_free(stack);
    return ent_i_number_by_size(component, adjacency->nodes, *count);
}

/* Breadth first: each round of the outer loop is a hop. */
bool ent_i_reach(const ent_i_adjacency *adjacency, uint32_t from, uint32_t hops,
                 bool *within)
{
    uint32_t *queue = ent_i_malloc(adjacency->nodes * sizeof *queue);
    if (!queue)
        return false;
    size_t n = 0;
    within[from] = true;
    queue[n++] = from;
    for (size_t at = 0; hops > 0 && at < n; hops--)
        for (size_t end = n; at < end; at++)
            for (size_t i = adjacency->first[queue[at]];
                 i < adjacency->first[queue[at] + 1]; i++) {
                uint32_t next = adjacency->neighbours[i].node;
                if (within[next])
                    continue;
                within[next] = true;
                queue[n++] = next;
            }
    ent_i_free(queue);
    return true;
}
