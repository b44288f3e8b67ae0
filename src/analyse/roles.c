#include "analyse/roles.h"

#include <math.h>

#include "core/memory.h"

/* The strengths within a community. */
typedef struct spread {
    double members;
    double sum;
    double squares; /* of the differences from the mean */
} spread;

/* Strengths that differ by less than this are the same: rounding makes no
 * z-score. */
static const double SAME = 1e-12;

/* `into` is 0 for every community before and after. */
static void look_at(ent_i_roles *out, const ent_i_adjacency *in, uint32_t node,
                    const uint32_t *community, double *into)
{
    double sum = 0, squares = 0;
    for (size_t i = in->first[node]; i < in->first[node + 1]; i++) {
        into[community[in->neighbours[i].node]] += in->neighbours[i].weight;
        sum += in->neighbours[i].weight;
    }
    out->module_degree[node] = into[community[node]];
    for (size_t i = in->first[node]; i < in->first[node + 1]; i++) {
        double *part = &into[community[in->neighbours[i].node]];
        squares += *part / sum * (*part / sum);
        *part = 0;
    }
    out->participation[node] = sum > 0 ? 1 - squares : NAN;
}

/* Two passes, for the difference of two large sums loses digits. */
static void standardise(ent_i_roles *out, const ent_i_adjacency *in,
                        const uint32_t *community, spread *of)
{
    double *z = out->module_degree;
    for (uint32_t i = 0; i < in->nodes; i++) {
        of[community[i]].members++;
        of[community[i]].sum += z[i];
    }
    for (uint32_t i = 0; i < in->nodes; i++) {
        spread *s = &of[community[i]];
        double away = z[i] - s->sum / s->members;
        s->squares += away * away;
    }
    for (uint32_t i = 0; i < in->nodes; i++) {
        const spread *s = &of[community[i]];
        double mean = s->sum / s->members;
        double deviation = sqrt(s->squares / s->members);
        z[i] = in->first[i] == in->first[i + 1] ? NAN
               : deviation > SAME * mean        ? (z[i] - mean) / deviation
                                                : 0;
    }
}

bool ent_i_find_roles(ent_i_roles *out, const ent_i_adjacency *adjacency,
                      const uint32_t *community, uint32_t communities)
{
    uint32_t n = adjacency->nodes;
    double *into = ent_i_calloc(communities, sizeof *into);
    spread *of = ent_i_calloc(communities, sizeof *of);
    out->participation = ent_i_malloc(n * sizeof *out->participation);
    out->module_degree = ent_i_malloc(n * sizeof *out->module_degree);
    bool good = into && of && out->participation && out->module_degree;
    for (uint32_t i = 0; good && i < n; i++)
        look_at(out, adjacency, i, community, into);
    if (good)
        standardise(out, adjacency, community, of);
    ent_i_free(into);
    ent_i_free(of);
    return good;
}

void ent_i_roles_free(ent_i_roles *roles)
{
    ent_i_free(roles->participation);
    ent_i_free(roles->module_degree);
    *roles = (ent_i_roles){0};
}
