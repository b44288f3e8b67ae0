/* Who is surrounded by a closed circle and who connects circles, as rows of the
 * tables. */
#include <string.h>

#include "analyse/measures.h"

static void take_clustering(const ent_i_subject *of, double *values)
{
    for (uint32_t i = 0; i < of->nodes; i++) {
        double k = (double)ent_i_degree_of(of->adjacency, i);
        values[i] = k > 1 ? of->triangles->through[i] / (k * (k - 1) / 2) : 0;
    }
}

static void take_constraint(const ent_i_subject *of, double *values)
{
    memcpy(values, of->triangles->constraint, of->nodes * sizeof *values);
}

static void take_effective_size(const ent_i_subject *of, double *values)
{
    memcpy(values, of->triangles->effective, of->nodes * sizeof *values);
}

static void take_participation(const ent_i_subject *of, double *values)
{
    memcpy(values, of->roles->participation, of->nodes * sizeof *values);
}

static void take_module_degree(const ent_i_subject *of, double *values)
{
    memcpy(values, of->roles->module_degree, of->nodes * sizeof *values);
}

static void take_articulation(const ent_i_subject *of, double *values)
{
    for (uint32_t i = 0; i < of->nodes; i++)
        values[i] = of->cuts->parts[i];
}

static void take_bridge(const ent_i_subject *of, double *values)
{
    for (size_t i = 0; i < of->link_count; i++)
        values[i] = of->cuts->cut_off[i];
}

/* ---- rows ---- */

const ent_i_measure ent_i_row_clustering = {
    {.size = sizeof(ent_measure),
     .name = "clustering",
     .heading = "Clustering",
     .help = "share of the pairs of neighbours that are tied, 0..1; 0 with "
             "fewer than two",
     .gloss = "how far its neighbours are tied to one another, 0 to 1",
     .formula = "2 T(v) / (k(v) (k(v) - 1)), T triangles, k degree",
     .source = "D. J. Watts and S. H. Strogatz, Collective dynamics of "
               "'small-world' networks, 1998",
     .digits = 3,
     .show = ENT_SHOW_WIDE},
    .take = take_clustering};

const ent_i_measure ent_i_row_constraint = {
    {.size = sizeof(ent_measure),
     .name = "constraint",
     .heading = "Constraint",
     .help = "Burt's constraint: how far its ties lead to the same people; "
             "low for brokers",
     .gloss = "how far its ties all lead to the same people; low for brokers",
     .formula = "sum over neighbours j of (p(v,j) + sum over q of p(v,q) "
                "p(q,j))^2, p(a,b) = w(a,b) / strength(a)",
     .source = "R. S. Burt, Structural Holes, 1992",
     .digits = 3,
     .show = ENT_SHOW_DATA,
     .weighted = true,
     .brokerage = true,
     .ascending = true},
    .take = take_constraint};

const ent_i_measure ent_i_row_effective_size = {
    {.size = sizeof(ent_measure),
     .name = "effective_size",
     .heading = "Effective",
     .help = "Burt's effective size: ties less those that are redundant",
     .gloss = "how many of its ties lead to different people",
     .formula = "sum over neighbours j of 1 - sum over q of p(v,q) m(j,q), "
                "m(a,b) = w(a,b) / max w(a,.)",
     .source = "R. S. Burt, Structural Holes, 1992",
     .digits = 1,
     .show = ENT_SHOW_DATA,
     .weighted = true,
     .brokerage = true},
    .take = take_effective_size};

const ent_i_measure ent_i_row_participation = {
    {.size = sizeof(ent_measure),
     .name = "participation",
     .heading = "Spread",
     .help = "participation coefficient: how evenly its ties spread over "
             "communities, 0..1",
     .gloss = "how evenly its ties spread over groups, 0 (one group) to 1",
     .formula = "1 - sum over communities s of (w(v,s) / strength(v))^2",
     .source = "R. Guimera and L. A. N. Amaral, Functional cartography of "
               "complex metabolic networks, 2005",
     .digits = 3,
     .show = ENT_SHOW_DATA,
     .weighted = true,
     .brokerage = true},
    .take = take_participation};

const ent_i_measure ent_i_row_module_degree = {
    {.size = sizeof(ent_measure),
     .name = "module_degree",
     .heading = "Within",
     .help = "within-module degree: strength within its community, in standard "
             "deviations from its members' mean",
     .gloss = "strength within its group, against the group's others",
     .formula = "(w(v,s) - mean) / deviation over the members of v's "
                "community s; 0 if all have the same",
     .source = "R. Guimera and L. A. N. Amaral, Functional cartography of "
               "complex metabolic networks, 2005",
     .digits = 2,
     .show = ENT_SHOW_WIDE,
     .weighted = true},
    .take = take_module_degree};

const ent_i_measure ent_i_row_articulation = {
    {.size = sizeof(ent_measure),
     .name = "articulation",
     .heading = "Cuts",
     .help = "more parts that the network has without it; 0: it is no "
             "articulation point",
     .gloss = "how many more parts the network falls into without it",
     .formula = "components of G - v, less those of G and less 1 if v is alone",
     .source = "J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms "
               "for graph manipulation, 1973",
     .show = ENT_SHOW_DATA,
     .whole = true,
     .brokerage = true},
    .take = take_articulation};

const ent_i_measure ent_i_row_bridge = {
    {.size = sizeof(ent_measure),
     .name = "bridge",
     .heading = "Bridge",
     .help = "names on the smaller side that it alone connects; 0: no bridge",
     .gloss = "how many names would be cut off without it",
     .formula = "nodes of the smaller of the two components that G - e has in "
                "place of one, else 0",
     .source = "J. Hopcroft and R. Tarjan, Algorithm 447: efficient algorithms "
               "for graph manipulation, 1973",
     .show = ENT_SHOW_WIDE,
     .whole = true,
     .brokerage = true},
    .take = take_bridge};
