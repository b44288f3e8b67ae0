/* Stress, the sum over pairs of ((distance drawn - distance in the graph) /
 * distance in the graph)^2 (Kamada and Kawai 1989), is reduced pair by pair in
 * random order, each moved by ever smaller steps (Zheng, Pawar and Goodman,
 * "Graph drawing by stochastic gradient descent", 2019). In large graphs a few
 * pivots stand for all nodes near them (Ortmann, Klimenta and Brandes, "A
 * sparse stress model", 2017). Only + - * / and square roots are used, whose
 * results are the same on every machine. */
#include "analyse/stress.h"

#include <math.h>

#include "analyse/search.h"
#include "core/memory.h"
#include "core/random.h"
#include "core/vec.h"

enum {
    ALL_PAIRS = 500, /* nodes up to which every pair counts */
    PIVOTS = 48,
    HALVINGS = 5, /* 2^5 + 1 rounds */
    ROUNDS = (1 << HALVINGS) + 1
};

/* How far the last round moves the nearest pair, as part of what is wrong. */
static const double LAST_STEP = 0.1;

/* A pair that should be so far apart; its weight may count for one end only. */
typedef struct term {
    uint32_t a, b;
    double distance;
    double weight_a, weight_b;
} term;

typedef ENT_I_VEC(term) terms;

typedef struct stress {
    const ent_i_adjacency *lengths;
    ent_i_search search;
    terms terms;
    /* in large graphs: */
    uint32_t pivots[PIVOTS];
    double *distances; /* by pivot, then node */
    uint32_t *region;  /* by node: its nearest pivot */
    double *some;      /* room for one distance per node */
} stress;

/* ---- every pair ---- */

static bool add_all_pairs(stress *s)
{
    uint32_t n = s->lengths->nodes;
    if (!ent_i_vec_reserve(&s->terms, (size_t)n * (n - 1) / 2))
        return false;
    for (uint32_t a = 0; a < n; a++) {
        ent_i_search_from(&s->search, a);
        for (uint32_t b = a + 1; b < n; b++) {
            double d = s->search.visits[b].distance;
            s->terms.items[s->terms.n++] =
                (term){a, b, d, 1 / (d * d), 1 / (d * d)};
        }
    }
    return true;
}

/* ---- pivots ---- */

static uint32_t best_tied(const ent_i_adjacency *adjacency)
{
    uint32_t best = 0;
    size_t most = 0;
    for (uint32_t i = 0; i < adjacency->nodes; i++) {
        size_t ties = adjacency->first[i + 1] - adjacency->first[i];
        if (ties > most) {
            most = ties;
            best = i;
        }
    }
    return best;
}

static uint32_t farthest(const double *nearest, uint32_t n)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < n; i++)
        if (nearest[i] > nearest[best])
            best = i;
    return best;
}

/* Each pivot is as far as can be from those before it; nearest receives how
 * far. */
static void choose_pivots(stress *s, double *nearest)
{
    uint32_t n = s->lengths->nodes;
    uint32_t pivot = best_tied(s->lengths);
    for (uint32_t p = 0; p < PIVOTS; p++) {
        double *row = s->distances + (size_t)p * n;
        ent_i_search_from(&s->search, pivot);
        s->pivots[p] = pivot;
        for (uint32_t i = 0; i < n; i++) {
            row[i] = s->search.visits[i].distance;
            if (p == 0 || row[i] < nearest[i]) {
                s->region[i] = p;
                nearest[i] = row[i];
            }
        }
        pivot = farthest(nearest, n);
    }
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* How many of n ascending numbers are at most `most`. */
static size_t count_up_to(const double *sorted, size_t n, double most)
{
    size_t low = 0;
    while (low < n) {
        size_t middle = low + (n - low) / 2;
        if (sorted[middle] <= most)
            low = middle + 1;
        else
            n = middle;
    }
    return low;
}

/* For a node far away, the pivot stands for all nodes of its region that are
 * less than half as far from it. */
static void add_pivot_terms(stress *s, uint32_t p)
{
    uint32_t n = s->lengths->nodes;
    const double *row = s->distances + (size_t)p * n;
    size_t in_region = 0;
    for (uint32_t i = 0; i < n; i++)
        if (s->region[i] == p)
            s->some[in_region++] = row[i];
    ent_i_sort(s->some, in_region, sizeof(double), ascending);
    for (uint32_t i = 0; i < n; i++) {
        double d = row[i];
        double stands_for = (double)count_up_to(s->some, in_region, d / 2);
        if (i != s->pivots[p])
            s->terms.items[s->terms.n++] =
                (term){i, s->pivots[p], d, fmax(stands_for, 1) / (d * d), 0};
    }
}

static void add_ties(stress *s)
{
    const ent_i_adjacency *all = s->lengths;
    for (uint32_t a = 0; a < all->nodes; a++)
        for (size_t i = all->first[a]; i < all->first[a + 1]; i++) {
            double d = all->neighbours[i].weight;
            if (all->neighbours[i].node > a)
                s->terms.items[s->terms.n++] = (term){
                    a, all->neighbours[i].node, d, 1 / (d * d), 1 / (d * d)};
        }
}

static bool add_sparse(stress *s)
{
    size_t n = s->lengths->nodes;
    s->distances = ent_i_malloc(n * PIVOTS * sizeof *s->distances);
    s->region = ent_i_calloc(n, sizeof *s->region);
    s->some = ent_i_malloc(n * sizeof *s->some);
    if (!s->distances || !s->region || !s->some ||
        !ent_i_vec_reserve(&s->terms, n * PIVOTS + s->lengths->first[n] / 2))
        return false;
    choose_pivots(s, s->some);
    for (uint32_t p = 0; p < PIVOTS; p++)
        add_pivot_terms(s, p);
    add_ties(s);
    return true;
}

/* ---- the descent ---- */

/* Moves both ends along the line between them; no step goes beyond the pair's
 * own distance. */
static void relax(const term *t, double step, ent_place *places)
{
    ent_place *a = &places[t->a], *b = &places[t->b];
    double dx = a->x - b->x, dy = a->y - b->y;
    double apart = sqrt(dx * dx + dy * dy);
    if (apart < 1e-9) {
        dx = t->a < t->b ? 1e-9 : -1e-9;
        apart = 1e-9;
    }
    double wrong = (apart - t->distance) / 2 / apart;
    double move_a = wrong * fmin(1, t->weight_a * step);
    double move_b = wrong * fmin(1, t->weight_b * step);
    a->x -= move_a * dx;
    a->y -= move_a * dy;
    b->x += move_b * dx;
    b->y += move_b * dy;
}

/* Fisher and Yates 1938. */
static void shuffle(terms *all, uint64_t *state)
{
    for (size_t i = all->n; i > 1; i--) {
        size_t k = ent_i_random(state) % i;
        term other = all->items[k];
        all->items[k] = all->items[i - 1];
        all->items[i - 1] = other;
    }
}

static void descend(terms *all, uint64_t *state, ent_place *places)
{
    double lightest = INFINITY, heaviest = 0;
    for (size_t i = 0; i < all->n; i++) {
        lightest = fmin(lightest, all->items[i].weight_a);
        heaviest = fmax(heaviest, all->items[i].weight_a);
    }
    /* Each round's step is the one before times a root of the whole ratio. */
    double step = 1 / lightest, ratio = LAST_STEP * lightest / heaviest;
    for (int i = 0; i < HALVINGS; i++)
        ratio = sqrt(ratio);
    for (int round = 0; round < ROUNDS; round++, step *= ratio) {
        shuffle(all, state);
        for (size_t i = 0; i < all->n; i++)
            relax(&all->items[i], step, places);
    }
}

/* Numbers from -1 to 1. */
static double random_part(uint64_t *state)
{
    return (double)(ent_i_random(state) >> 11) / (double)(1ULL << 52) - 1;
}

static void scatter(const stress *s, uint64_t *state, ent_place *places)
{
    double far = 1;
    for (size_t i = 0; i < s->terms.n; i++)
        far = fmax(far, s->terms.items[i].distance);
    for (uint32_t i = 0; i < s->lengths->nodes; i++)
        places[i] = (ent_place){far / 2 * random_part(state),
                                far / 2 * random_part(state)};
}

/* Lengths as the search wants them. */
static bool make_roads(ent_i_roads *roads, const ent_i_adjacency *lengths)
{
    size_t n = lengths->first[lengths->nodes];
    *roads = (ent_i_roads){.nodes = lengths->nodes, .first = lengths->first};
    roads->steps = ent_i_malloc(n * sizeof *roads->steps);
    for (size_t i = 0; roads->steps && i < n; i++)
        roads->steps[i] = (ent_i_step){lengths->neighbours[i].weight,
                                       lengths->neighbours[i].node,
                                       lengths->neighbours[i].tie};
    return roads->steps != NULL;
}

bool ent_i_stress(const ent_i_adjacency *lengths, uint64_t seed,
                  ent_place *places)
{
    stress s = {.lengths = lengths};
    ent_i_roads roads = {0};
    if (lengths->nodes < 2) {
        if (lengths->nodes)
            places[0] = (ent_place){0, 0};
        return true;
    }
    bool done =
        make_roads(&roads, lengths) && ent_i_search_new(&s.search, &roads) &&
        (lengths->nodes <= ALL_PAIRS ? add_all_pairs(&s) : add_sparse(&s));
    if (done) {
        scatter(&s, &seed, places);
        descend(&s.terms, &seed, places);
    }
    ent_i_search_free(&s.search);
    ent_i_roads_free(&roads);
    ent_i_vec_free(&s.terms);
    ent_i_free(s.distances);
    ent_i_free(s.region);
    ent_i_free(s.some);
    return done;
}
