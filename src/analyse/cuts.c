/* A depth-first walk with a stack of its own, for recursion would overflow on a
 * long chain of names. */
#include "analyse/cuts.h"

#include "core/memory.h"

/* A node on the walk. */
typedef struct visit {
    uint32_t order; /* from 1; 0: not reached */
    uint32_t low;   /* the earliest node that its branch leads back to */
    uint32_t size;  /* of its branch, with itself */
    uint32_t above; /* the tie that led here */
    size_t next;    /* the tie to follow next */
} visit;

typedef struct walk {
    const ent_i_adjacency *adjacency;
    ent_i_cuts *out;
    visit *visits;
    uint32_t *stack;
    uint32_t *reached; /* nodes in the order of the walk */
    uint32_t depth;
    uint32_t count;
} walk;

static void enter(walk *w, uint32_t node, uint32_t above)
{
    w->reached[w->count++] = node;
    w->stack[w->depth++] = node;
    w->visits[node] = (visit){.order = w->count,
                              .low = w->count,
                              .size = 1,
                              .above = above,
                              .next = w->adjacency->first[node]};
}

static void lower(visit *v, uint32_t order)
{
    if (order < v->low)
        v->low = order;
}

/* The branch ends; a branch that leads back no further than the node above
 * hangs on that node alone. */
static void leave(walk *w)
{
    const visit *done = &w->visits[w->stack[--w->depth]];
    if (w->depth == 0)
        return;
    uint32_t above = w->stack[w->depth - 1];
    visit *v = &w->visits[above];
    lower(v, done->low);
    v->size += done->size;
    if (done->low >= v->order)
        w->out->parts[above]++;
}

static void follow(walk *w)
{
    uint32_t node = w->stack[w->depth - 1];
    visit *v = &w->visits[node];
    if (v->next == w->adjacency->first[node + 1]) {
        leave(w);
        return;
    }
    const ent_i_neighbour *to = &w->adjacency->neighbours[v->next++];
    if (to->tie == v->above)
        return;
    if (w->visits[to->node].order)
        lower(v, w->visits[to->node].order);
    else
        enter(w, to->node, to->tie);
}

/* A branch that leads back to nowhere above itself hangs on one tie. */
static void find_bridges(walk *w, uint32_t from)
{
    uint32_t all = w->count - from;
    for (uint32_t i = from + 1; i < w->count; i++) {
        const visit *v = &w->visits[w->reached[i]];
        if (v->low == v->order)
            w->out->cut_off[v->above] =
                v->size < all - v->size ? v->size : all - v->size;
    }
}

/* One component. Of the branches of its first node one takes that node's
 * place. */
static void walk_from(walk *w, uint32_t root)
{
    uint32_t from = w->count;
    enter(w, root, UINT32_MAX);
    while (w->depth)
        follow(w);
    if (w->out->parts[root])
        w->out->parts[root]--;
    find_bridges(w, from);
}

bool ent_i_find_cuts(ent_i_cuts *out, const ent_i_adjacency *adjacency)
{
    uint32_t n = adjacency->nodes;
    walk w = {.adjacency = adjacency, .out = out};
    out->parts = ent_i_calloc(n, sizeof *out->parts);
    out->cut_off = ent_i_calloc(adjacency->first[n] / 2, sizeof *out->cut_off);
    w.visits = ent_i_calloc(n, sizeof *w.visits);
    w.stack = ent_i_malloc(n * sizeof *w.stack);
    w.reached = ent_i_malloc(n * sizeof *w.reached);
    bool good = out->parts && out->cut_off && w.visits && w.stack && w.reached;
    for (uint32_t i = 0; good && i < n; i++)
        if (!w.visits[i].order)
            walk_from(&w, i);
    ent_i_free(w.visits);
    ent_i_free(w.stack);
    ent_i_free(w.reached);
    return good;
}

void ent_i_cuts_free(ent_i_cuts *cuts)
{
    ent_i_free(cuts->parts);
    ent_i_free(cuts->cut_off);
    *cuts = (ent_i_cuts){0};
}
