/* Betweenness and closeness as rows of the tables. */
#include <string.h>

#include "analyse/measures.h"

static void take_betweenness(const ent_i_subject *of, double *values)
{
    memcpy(values, of->paths->betweenness, of->nodes * sizeof *values);
}

static void take_closeness(const ent_i_subject *of, double *values)
{
    memcpy(values, of->paths->closeness, of->nodes * sizeof *values);
}

static void take_edge_betweenness(const ent_i_subject *of, double *values)
{
    memcpy(values, of->paths->along, of->link_count * sizeof *values);
}

static const double *betweenness_errors(const ent_i_paths *paths)
{
    return paths->betweenness_error;
}

static const double *closeness_errors(const ent_i_paths *paths)
{
    return paths->closeness_error;
}

static const double *edge_betweenness_errors(const ent_i_paths *paths)
{
    return paths->along_error;
}

const ent_i_measure ent_i_row_betweenness = {
    {.size = sizeof(ent_measure),
     .name = "betweenness",
     .heading = "Between",
     .help = "share of the pairs of others whose shortest paths run through "
             "it, 0..1",
     .gloss = "how often on shortest paths between others, 0 to 1",
     .formula = "2 / ((n - 1) (n - 2)) sum over pairs a,b of paths(a,b|v) / "
                "paths(a,b); a tie is max w / w long",
     .source = "L. C. Freeman 1977; U. Brandes, A faster algorithm for "
               "betweenness centrality, 2001",
     .digits = 3,
     .sampled = true,
     .weighted = true,
     .brokerage = true},
    .take = take_betweenness,
    .errors = betweenness_errors};

const ent_i_measure ent_i_row_closeness = {
    {.size = sizeof(ent_measure),
     .name = "closeness",
     .heading = "Close",
     .help = "harmonic: mean over the others of 1 / distance, 0..1",
     .gloss = "how near it is to all others, 0 to 1",
     .formula = "1 / (n - 1) sum over u of 1 / d(v,u); a tie is max w / w long",
     .source = "M. Marchiori and V. Latora, Harmony in the small-world, 2000",
     .digits = 4,
     .sampled = true,
     .weighted = true},
    .take = take_closeness,
    .errors = closeness_errors};

const ent_i_measure ent_i_row_edge_betweenness = {
    {.size = sizeof(ent_measure),
     .name = "edge_betweenness",
     .heading = "Between",
     .help = "share of all pairs whose shortest paths run along it, 0..1",
     .gloss = "how often on shortest paths, 0 to 1",
     .formula = "2 / (n (n - 1)) sum over pairs a,b of paths(a,b|e) / "
                "paths(a,b); a tie is max w / w long",
     .source = "M. Girvan and M. E. J. Newman, Community structure in social "
               "and biological networks, 2002; U. Brandes 2008",
     .digits = 4,
     .show = ENT_SHOW_WIDE,
     .sampled = true,
     .weighted = true,
     .brokerage = true},
    .take = take_edge_betweenness,
    .errors = edge_betweenness_errors};
