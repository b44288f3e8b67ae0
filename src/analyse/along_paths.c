/* Betweenness and closeness as rows of the table. */
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

static const double *betweenness_errors(const ent_i_paths *paths)
{
    return paths->betweenness_error;
}

static const double *closeness_errors(const ent_i_paths *paths)
{
    return paths->closeness_error;
}

const ent_i_measure ent_i_row_betweenness = {
    {.size = sizeof(ent_measure),
     .name = "betweenness",
     .heading = "Between",
     .help = "share of the pairs of others whose shortest paths run through "
             "it, 0..1",
     .gloss = "how often on shortest paths between others, 0 to 1",
     .source = "L. C. Freeman 1977; U. Brandes, A faster algorithm for "
               "betweenness centrality, 2001",
     .digits = 3,
     .sampled = true},
    .take = take_betweenness,
    .errors = betweenness_errors};

const ent_i_measure ent_i_row_closeness = {
    {.size = sizeof(ent_measure),
     .name = "closeness",
     .heading = "Close",
     .help = "harmonic: mean over the others of 1 / distance, 0..1",
     .gloss = "how near it is to all others, 0 to 1",
     .source = "M. Marchiori and V. Latora, Harmony in the small-world, 2000",
     .digits = 4,
     .sampled = true},
    .take = take_closeness,
    .errors = closeness_errors};
