#include "common/choose.h"

#include <stdbool.h>
#include <stdlib.h>

#include "common/graph.h"

typedef struct ranked {
    size_t item;
    double size;
    bool kept;
} ranked;

/* Largest first; equals in the network's order. */
static int by_size(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->size != y->size)
        return x->size < y->size ? 1 : -1;
    return x->item < y->item ? -1 : x->item > y->item;
}

/* The items by the attribute, largest first. One element more than there are
 * items: calloc of 0 may return NULL, which would look like running out of
 * memory. */
static ranked *rank(const ent_host *host, const ent_view *view, ent_scope scope,
                    size_t n, const char *name, double otherwise)
{
    ranked *all = calloc(n + 1, sizeof *all);
    for (size_t i = 0; all && i < n; i++)
        all[i] = (ranked){
            i, ent_i_number(host, view, scope, i, name, otherwise), false};
    if (all)
        qsort(all, n, sizeof *all, by_size);
    return all;
}

static int choose_nodes(ent_i_choice *out, const ent_host *host,
                        const ent_view *view, size_t most)
{
    size_t n = host->node_count(view);
    ranked *all = rank(host, view, ENT_NODE, n, "strength", 0);
    out->nodes = calloc(n + 1, sizeof *out->nodes);
    out->place = calloc(n + 1, sizeof *out->place);
    if (all && out->nodes && out->place)
        for (size_t i = 0; i < n; i++) {
            out->place[all[i].item] = i < most ? i : SIZE_MAX;
            if (i < most)
                out->nodes[out->node_count++] = all[i].item;
        }
    free(all);
    return out->nodes && out->place && all ? 0 : -1;
}

/* Every node keeps its heaviest tie, so that none floats about unconnected; the
 * heaviest of the others make up the number to `most`. */
static void keep_heaviest(ent_i_choice *out, const ent_host *host,
                          const ent_view *view, ranked *ties, bool *reached,
                          size_t most)
{
    size_t n = host->tie_count(view), kept = 0;
    for (size_t i = 0; i < n; i++) {
        size_t a = 0, b = 0;
        host->tie_ends(view, ties[i].item, &a, &b);
        if (out->place[a] == SIZE_MAX || out->place[b] == SIZE_MAX) {
            ties[i].item = SIZE_MAX;
            continue;
        }
        ties[i].kept = !reached[a] || !reached[b];
        reached[a] = reached[b] = true;
        kept += ties[i].kept;
    }
    for (size_t i = 0; i < n; i++) {
        if (ties[i].item == SIZE_MAX)
            continue;
        if (!ties[i].kept && kept >= most)
            continue;
        kept += !ties[i].kept;
        out->ties[out->tie_count++] = ties[i].item;
    }
}

/* Where weaker nodes are left out, so are nodes tied only to them. */
static void drop_unreached(ent_i_choice *out, const bool *reached)
{
    size_t kept = 0;
    for (size_t i = 0; i < out->node_count; i++) {
        size_t node = out->nodes[i];
        out->place[node] = reached[node] ? kept : SIZE_MAX;
        if (reached[node])
            out->nodes[kept++] = node;
    }
    out->node_count = kept;
}

static int choose_ties(ent_i_choice *out, const ent_host *host,
                       const ent_view *view, size_t most)
{
    size_t n = host->tie_count(view);
    ranked *ties = rank(host, view, ENT_TIE, n, "weight", 1);
    bool *reached = calloc(host->node_count(view) + 1, sizeof *reached);
    out->ties = calloc(n + 1, sizeof *out->ties);
    int result = ties && reached && out->ties ? 0 : -1;
    if (result == 0)
        keep_heaviest(out, host, view, ties, reached, most);
    if (result == 0 && out->node_count < host->node_count(view))
        drop_unreached(out, reached);
    free(ties);
    free(reached);
    return result;
}

int ent_i_choose(ent_i_choice *out, const ent_host *host, const ent_view *view,
                 size_t most_nodes, size_t most_ties)
{
    *out = (ent_i_choice){0};
    if (choose_nodes(out, host, view, most_nodes) == 0 &&
        choose_ties(out, host, view, most_ties) == 0)
        return 0;
    host->set_error(view, "out of memory");
    return -1;
}

void ent_i_choice_free(ent_i_choice *choice)
{
    free(choice->nodes);
    free(choice->ties);
    free(choice->place);
}
