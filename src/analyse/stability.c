/* How far communities depend on the start of the search. */
#include <math.h>

#include "analyse/communities.h"
#include "core/memory.h"

static double pairs_of(double n) { return n * (n - 1) / 2; }

/* Nodes by community: those of c are nodes[first[c]] .. [first[c + 1] - 1]. */
typedef struct members {
    uint32_t *first;
    uint32_t *nodes;
    uint32_t *cells; /* by group of a run: members in it; 0 between uses */
} members;

/* Counted two places ahead and filled one place ahead. */
static bool collect(members *m, const ent_i_communities *of, uint32_t nodes)
{
    m->first = ent_i_calloc((size_t)of->count + 2, sizeof *m->first);
    m->nodes = ent_i_malloc(nodes * sizeof *m->nodes);
    m->cells = ent_i_calloc(nodes, sizeof *m->cells);
    if (!m->first || !m->nodes || !m->cells)
        return false;
    for (uint32_t i = 0; i < nodes; i++)
        m->first[of->of[i] + 2]++;
    for (uint32_t c = 2; c < of->count + 2; c++)
        m->first[c] += m->first[c - 1];
    for (uint32_t i = 0; i < nodes; i++)
        m->nodes[m->first[of->of[i] + 1]++] = i;
    return true;
}

/* Pairs of the community that a run has together. */
static double together(const members *m, uint32_t community,
                       const uint32_t *run)
{
    double pairs = 0;
    for (uint32_t i = m->first[community]; i < m->first[community + 1]; i++)
        pairs += m->cells[run[m->nodes[i]]]++;
    for (uint32_t i = m->first[community]; i < m->first[community + 1]; i++)
        m->cells[run[m->nodes[i]]] = 0;
    return pairs;
}

static void compare(ent_i_communities *of, const members *m, uint32_t nodes)
{
    double all = 0, kept = 0, others = (double)of->run_count - 1;
    for (uint32_t c = 0; c < of->count; c++) {
        double pairs = pairs_of(m->first[c + 1] - m->first[c]) * others;
        double same = 0;
        for (uint32_t run = 0; run < of->run_count; run++)
            if (run != of->best)
                same += together(m, c, of->runs + (size_t)run * nodes);
        of->stability[c] = pairs > 0 ? same / pairs : NAN;
        all += pairs;
        kept += same;
    }
    of->all_stability = all > 0 ? kept / all : NAN;
}

bool ent_i_settle_communities(ent_i_communities *communities, uint32_t nodes)
{
    members m = {0};
    communities->stability =
        ent_i_malloc(communities->count * sizeof *communities->stability);
    bool good =
        communities->stability &&
        ent_i_number_by_size(communities->of, nodes, communities->count) &&
        collect(&m, communities, nodes);
    if (good)
        compare(communities, &m, nodes);
    ent_i_free(m.first);
    ent_i_free(m.nodes);
    ent_i_free(m.cells);
    return good;
}

void ent_i_communities_free(ent_i_communities *communities)
{
    ent_i_free(communities->of);
    ent_i_free(communities->runs);
    ent_i_free(communities->stability);
    *communities = (ent_i_communities){0};
}
