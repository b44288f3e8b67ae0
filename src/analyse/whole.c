/* Measures of the whole network, each a row of the table. */
#include <math.h>

#include "analyse/measures.h"

static double pairs_of(double n) { return n * (n - 1) / 2; }

static void take_density(const ent_i_subject *of, double *value)
{
    *value = of->nodes < 2 ? 0 : (double)of->link_count / pairs_of(of->nodes);
}

static void take_mean_degree(const ent_i_subject *of, double *value)
{
    *value = of->nodes ? 2 * (double)of->link_count / of->nodes : NAN;
}

static void take_components(const ent_i_subject *of, double *value)
{
    *value = of->components;
}

/* Components are numbered by size. */
static void take_largest_component(const ent_i_subject *of, double *value)
{
    for (uint32_t i = 0; i < of->nodes; i++)
        *value += of->component[i] == 0;
    *value = of->nodes ? *value / of->nodes : NAN;
}

static void take_diameter(const ent_i_subject *of, double *value)
{
    *value = isnan(of->hops->mean) ? NAN : of->hops->diameter;
}

static void take_mean_distance(const ent_i_subject *of, double *value)
{
    *value = of->hops->mean;
}

/* A triangle is counted at each of its corners. */
static void take_transitivity(const ent_i_subject *of, double *value)
{
    double corners = 0, forks = 0;
    for (uint32_t i = 0; i < of->nodes; i++) {
        corners += of->triangles->through[i];
        forks += pairs_of((double)ent_i_degree_of(of->adjacency, i));
    }
    *value = forks > 0 ? corners / forks : NAN;
}

static void take_mean_clustering(const ent_i_subject *of, double *value)
{
    for (uint32_t i = 0; i < of->nodes; i++) {
        double pairs = pairs_of((double)ent_i_degree_of(of->adjacency, i));
        *value += pairs > 0 ? of->triangles->through[i] / pairs : 0;
    }
    *value = of->nodes ? *value / of->nodes : NAN;
}

/* Pearson's correlation over the ends of all ties, each tie taken both ways, as
 * moments of whole numbers, which are exact. */
static void take_assortativity(const ent_i_subject *of, double *value)
{
    double n = 2 * (double)of->link_count, sum = 0, squares = 0, products = 0;
    for (uint32_t i = 0; i < of->nodes; i++) {
        double k = (double)ent_i_degree_of(of->adjacency, i);
        sum += k * k;
        squares += k * k * k;
    }
    for (size_t i = 0; i < of->link_count; i++)
        products += 2 * (double)ent_i_degree_of(of->adjacency, of->links[i].a) *
                    (double)ent_i_degree_of(of->adjacency, of->links[i].b);
    double variance = n * squares - sum * sum;
    *value = variance > 0 ? (n * products - sum * sum) / variance : NAN;
}

static void take_communities(const ent_i_subject *of, double *value)
{
    *value = of->communities->count;
}

static void take_modularity(const ent_i_subject *of, double *value)
{
    *value = of->communities->modularity;
}

static void take_stability(const ent_i_subject *of, double *value)
{
    *value = of->communities->all_stability;
}

/* ---- rows ---- */

const ent_i_measure ent_i_row_density = {{.size = sizeof(ent_measure),
                                          .name = "density",
                                          .heading = "Density",
                                          .help = "ties / possible ties",
                                          .formula = "m / (n (n - 1) / 2)",
                                          .digits = 4},
                                         .take = take_density};

const ent_i_measure ent_i_row_mean_degree = {
    {.size = sizeof(ent_measure),
     .name = "mean_degree",
     .heading = "Ties per name",
     .help = "mean number of ties of a node",
     .formula = "2 m / n",
     .digits = 1},
    .take = take_mean_degree};

const ent_i_measure ent_i_row_components = {
    {.size = sizeof(ent_measure),
     .name = "components",
     .heading = "Components",
     .help = "parts without ties between them",
     .whole = true},
    .take = take_components};

const ent_i_measure ent_i_row_largest_component = {
    {.size = sizeof(ent_measure),
     .name = "largest_component",
     .heading = "Largest component",
     .help = "share of the nodes in the largest component, 0..1",
     .digits = 3},
    .take = take_largest_component};

const ent_i_measure ent_i_row_diameter = {
    {.size = sizeof(ent_measure),
     .name = "diameter",
     .heading = "Diameter",
     .help =
         "most steps between two nodes that are connected; at least so many "
         "where distances are estimated",
     .formula = "max of d(a,b) over connected pairs, d in steps",
     .whole = true,
     .sampled = true},
    .take = take_diameter};

const ent_i_measure ent_i_row_mean_distance = {
    {.size = sizeof(ent_measure),
     .name = "mean_distance",
     .heading = "Mean distance",
     .help = "mean number of steps between two nodes that are connected",
     .formula = "mean of d(a,b) over connected pairs, d in steps",
     .digits = 2,
     .sampled = true},
    .take = take_mean_distance};

const ent_i_measure ent_i_row_transitivity = {
    {.size = sizeof(ent_measure),
     .name = "transitivity",
     .heading = "Transitivity",
     .help = "share of the pairs of ties at one node whose other ends are tied "
             "too, 0..1",
     .formula = "3 triangles / pairs of adjacent ties",
     .source = "M. E. J. Newman, S. H. Strogatz and D. J. Watts, Random graphs "
               "with arbitrary degree distributions, 2001",
     .digits = 3},
    .take = take_transitivity};

const ent_i_measure ent_i_row_mean_clustering = {
    {.size = sizeof(ent_measure),
     .name = "mean_clustering",
     .heading = "Mean clustering",
     .help = "mean clustering coefficient of the nodes, 0..1",
     .formula = "mean of 2 T(v) / (k(v) (k(v) - 1)), 0 where k(v) < 2",
     .source = "D. J. Watts and S. H. Strogatz, Collective dynamics of "
               "'small-world' networks, 1998",
     .digits = 3},
    .take = take_mean_clustering};

const ent_i_measure ent_i_row_assortativity = {
    {.size = sizeof(ent_measure),
     .name = "assortativity",
     .heading = "Assortativity",
     .help = "correlation of the degrees at the ends of ties, -1..1: above 0 "
             "the well tied are tied to the well tied",
     .formula = "Pearson's r of k(a), k(b) over all ties",
     .source = "M. E. J. Newman, Assortative mixing in networks, 2002",
     .digits = 3},
    .take = take_assortativity};

const ent_i_measure ent_i_row_communities = {
    {.size = sizeof(ent_measure),
     .name = "communities",
     .heading = "Groups",
     .help = "groups with more ties among themselves than chance would make",
     .formula = "best of several runs of Leiden's algorithm by modularity",
     .source = "V. A. Traag, L. Waltman and N. J. van Eck, From Louvain to "
               "Leiden, 2019",
     .whole = true,
     .weighted = true},
    .take = take_communities};

const ent_i_measure ent_i_row_modularity = {
    {.size = sizeof(ent_measure),
     .name = "modularity",
     .heading = "Modularity",
     .help = "how far the weight within communities exceeds what chance would "
             "put there, at the resolution chosen",
     .formula = "sum over communities of w(s) / W - r (strength(s) / 2 W)^2, r "
                "the resolution",
     .source = "M. E. J. Newman and M. Girvan 2004; J. Reichardt and S. "
               "Bornholdt, Statistical mechanics of community detection, 2006",
     .digits = 3,
     .weighted = true},
    .take = take_modularity};

const ent_i_measure ent_i_row_stability = {
    {.size = sizeof(ent_measure),
     .name = "stability",
     .heading = "Group stability",
     .help = "share of the pairs within a community that other runs of the "
             "search put together too, 0..1",
     .formula = "mean over the other runs of pairs together in both / pairs "
                "together",
     .source = "D. L. Wallace, A method for comparing two hierarchical "
               "clusterings: comment, 1983",
     .digits = 2,
     .weighted = true},
    .take = take_stability};
