/* Degree and strength, from one pass over the ties. */
#include "analyse/measures.h"

static void take_degree(const ent_i_subject *of, double *values)
{
    for (size_t i = 0; i < of->link_count; i++) {
        values[of->links[i].a]++;
        values[of->links[i].b]++;
    }
}

static void take_strength(const ent_i_subject *of, double *values)
{
    for (size_t i = 0; i < of->link_count; i++) {
        values[of->links[i].a] += of->links[i].weight;
        values[of->links[i].b] += of->links[i].weight;
    }
}

const ent_i_measure ent_i_row_degree = {{.size = sizeof(ent_measure),
                                         .name = "degree",
                                         .heading = "Ties",
                                         .help = "number of ties",
                                         .formula = "k(v)",
                                         .whole = true},
                                        .take = take_degree};

const ent_i_measure ent_i_row_strength = {
    {.size = sizeof(ent_measure),
     .name = "strength",
     .heading = "Strength",
     .help = "sum of the ties' weights",
     .gloss = "sum of the weights of the ties",
     .source = "A. Barrat et al., The architecture of complex weighted "
               "networks, PNAS 101(11), 2004",
     .formula = "sum of w(v,u) over the neighbours u",
     .digits = 2,
     .weighted = true},
    .take = take_strength};
