/* Precision, recall and F1, and how they are written. */
#ifndef ENTENTE_EVALUATE_SCORE_H
#define ENTENTE_EVALUATE_SCORE_H

#include <stdbool.h>
#include <stddef.h>

#include "entente/error.h"
#include "entente/exporter.h"

/* What was right, wrong and missed. */
typedef struct ent_i_counts {
    size_t right;
    size_t wrong;  /* found, not in the gold */
    size_t missed; /* in the gold, not found */
} ent_i_counts;

typedef struct ent_i_score {
    double precision; /* 0 when nothing was found */
    double recall;    /* 0 when there is no gold */
    double f1;
} ent_i_score;

ent_i_score ent_i_score_of(const ent_i_counts *counts);

/* The harmonic mean of the two; 0 when both are 0. */
double ent_i_f1(double precision, double recall);

/* A share from 0 to 1 with a decimal point in any locale; returns buffer. */
enum { ENT_I_SHARE_SIZE = 24 };
char *ent_i_share(double value, int decimals, char *buffer);

/* Writes "FILE<tab>NAME<tab>P 0.900<tab>R 0.800<tab>F1 0.8471" and a newline,
 * with the number of gold items at the end when asked for. */
ent_status ent_i_score_write(const ent_sink *sink, const char *file,
                             const char *name, const ent_i_counts *counts,
                             bool with_gold, ent_error *error);

#endif
