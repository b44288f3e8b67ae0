/* What a tie can weigh. */
#ifndef ENTENTE_RELATE_WEIGHTS_H
#define ENTENTE_RELATE_WEIGHTS_H

#include "entente/network.h"

/* Counts for actors a and b; both <= a, b and a + b - both <= all. */
typedef struct ent_i_tally {
    uint32_t both; /* windows with the two */
    uint32_t a;    /* windows with each */
    uint32_t b;
    uint32_t all;      /* windows with anybody */
    uint32_t articles; /* with such a window */
    double nearness;   /* ent_i_nearness summed over these windows */
    double portion;    /* ent_i_portion summed over them */
} ent_i_tally;

/* What each of a pair's sightings adds to its weight. */
typedef enum ent_i_sharing {
    ENT_I_SHARE_BY_WINDOW,   /* every window equally */
    ENT_I_SHARE_BY_ARTICLE,  /* every article equally */
    ENT_I_SHARE_BY_NEARNESS, /* each window by how near the two are in it */
    ENT_I_SHARE_BY_PORTION,  /* each window by how few it names */
} ent_i_sharing;

typedef struct ent_i_weight {
    ent_measure shown;
    double (*value)(const ent_i_tally *of);
    double (*tie)(const ent_i_tally *of); /* weight of the tie; <= 0: no tie */
    ent_i_sharing share;
} ent_i_weight;

/* Row i of the table, below ent_weight_count(). */
const ent_i_weight *ent_i_weight_at(size_t i);
/* The row with this name, the first for NULL; NULL when there is none. */
const ent_i_weight *ent_i_weight_named(const char *name);

/* exp(-d), with d in sentences: how much a window adds to a pair's nearness. */
double ent_i_nearness(uint32_t sentences);

/* 1 / (k - 1) for k actors in a window, at least 2: a window adds 1 in all to
 * each of them, however many they are. */
double ent_i_portion(uint32_t actors);

#endif
