/* Burt's constraint and effective size are sums over the triangles of a node,
 * so that both are made while these are found. */
#include "analyse/triangles.h"

#include <math.h>

#include "core/memory.h"

/* A node's strength and its heaviest tie. */
typedef struct weights {
    double sum;
    double most;
} weights;

typedef struct search {
    const ent_i_adjacency *adjacency;
    ent_i_triangles *out;
    weights *of;
    double (*indirect)[2];        /* by tie: what its lower, then its higher end
                                     invests in the other through third ones */
    const ent_i_neighbour **seen; /* by node: the tie to the node looked at */
} search;

/* Two ends of a triangle's tie are a and b, c is the third: what a invests in b
 * through c, and how far b makes c superfluous to a. */
static void add_way(search *s, uint32_t a, uint32_t b, uint32_t c,
                    const ent_i_neighbour *ab, const ent_i_neighbour *ac,
                    const ent_i_neighbour *bc)
{
    double in_c = ac->weight / s->of[a].sum;
    s->indirect[ab->tie][a > b] += in_c * (bc->weight / s->of[c].sum);
    s->out->effective[a] -= in_c * (bc->weight / s->of[b].most);
}

static void add_triangle(search *s, uint32_t a, uint32_t b, uint32_t c,
                         const ent_i_neighbour *ab, const ent_i_neighbour *ac,
                         const ent_i_neighbour *bc)
{
    add_way(s, a, b, c, ab, ac, bc);
    add_way(s, a, c, b, ac, ab, bc);
    add_way(s, b, a, c, ab, bc, ac);
    add_way(s, b, c, a, bc, ab, ac);
    add_way(s, c, a, b, ac, bc, ab);
    add_way(s, c, b, a, bc, ac, ab);
    s->out->through[a]++;
    s->out->through[b]++;
    s->out->through[c]++;
}

/* The order in which triangles are looked for: by degree, then number. */
static bool is_later(const ent_i_adjacency *in, uint32_t a, uint32_t b)
{
    size_t x = in->first[a + 1] - in->first[a];
    size_t y = in->first[b + 1] - in->first[b];
    return x != y ? x > y : a > b;
}

/* The later neighbours of a node, marked, and those of their later neighbours
 * that are marked too. */
static void look_from(search *s, uint32_t a)
{
    const ent_i_adjacency *in = s->adjacency;
    const ent_i_neighbour *row = in->neighbours;
    for (size_t i = in->first[a]; i < in->first[a + 1]; i++)
        if (is_later(in, row[i].node, a))
            s->seen[row[i].node] = &row[i];
    for (size_t i = in->first[a]; i < in->first[a + 1]; i++) {
        uint32_t b = row[i].node;
        if (!s->seen[b])
            continue;
        for (size_t k = in->first[b]; k < in->first[b + 1]; k++) {
            uint32_t c = row[k].node;
            if (s->seen[c] && is_later(in, c, b))
                add_triangle(s, a, b, c, &row[i], s->seen[c], &row[k]);
        }
    }
    for (size_t i = in->first[a]; i < in->first[a + 1]; i++)
        s->seen[row[i].node] = NULL;
}

/* Before the triangles: the effective size is the degree. */
static void weigh(search *s)
{
    const ent_i_adjacency *in = s->adjacency;
    for (uint32_t i = 0; i < in->nodes; i++) {
        for (size_t k = in->first[i]; k < in->first[i + 1]; k++) {
            s->of[i].sum += in->neighbours[k].weight;
            s->of[i].most = fmax(s->of[i].most, in->neighbours[k].weight);
        }
        size_t degree = in->first[i + 1] - in->first[i];
        s->out->effective[i] = degree ? (double)degree : NAN;
    }
}

/* After them: the direct and indirect investments meet. */
static void constrain(search *s)
{
    const ent_i_adjacency *in = s->adjacency;
    for (uint32_t i = 0; i < in->nodes; i++) {
        double sum = 0;
        for (size_t k = in->first[i]; k < in->first[i + 1]; k++) {
            const ent_i_neighbour *to = &in->neighbours[k];
            double share =
                to->weight / s->of[i].sum + s->indirect[to->tie][i > to->node];
            sum += share * share;
        }
        s->out->constraint[i] = s->of[i].sum > 0 ? sum : NAN;
    }
}

bool ent_i_find_triangles(ent_i_triangles *out,
                          const ent_i_adjacency *adjacency)
{
    uint32_t n = adjacency->nodes;
    search s = {.adjacency = adjacency, .out = out};
    out->through = ent_i_calloc(n, sizeof *out->through);
    out->constraint = ent_i_malloc(n * sizeof *out->constraint);
    out->effective = ent_i_malloc(n * sizeof *out->effective);
    s.of = ent_i_calloc(n, sizeof *s.of);
    s.indirect = ent_i_calloc(adjacency->first[n] / 2, sizeof *s.indirect);
    s.seen = ent_i_calloc(n, sizeof *s.seen);
    bool good = out->through && out->constraint && out->effective && s.of &&
                s.indirect && s.seen;
    if (good) {
        weigh(&s);
        for (uint32_t i = 0; i < n; i++)
            look_from(&s, i);
        constrain(&s);
    }
    ent_i_free(s.of);
    ent_i_free(s.indirect);
    ent_i_free(s.seen);
    return good;
}

void ent_i_triangles_free(ent_i_triangles *triangles)
{
    ent_i_free(triangles->through);
    ent_i_free(triangles->constraint);
    ent_i_free(triangles->effective);
    *triangles = (ent_i_triangles){0};
}
