/* Measures of a tie from counts alone: windows with both, with either, and all
 * of them. */
#include <math.h>

#include "relate/relate.h"

/* Falls off fast, as news tells of two people together in a sentence or in the
 * next one. */
double ent_i_nearness(uint32_t sentences) { return exp(-(double)sentences); }

/* P. Jaccard 1901: windows with both by windows with either. */
double ent_i_jaccard(uint32_t both, uint32_t a, uint32_t b)
{
    double either = (double)a + b - both;
    return either > 0 ? both / either : 0;
}

/* G. Bouma, Normalized (pointwise) mutual information in collocation
 * extraction, GSCL 2009: ln(p(a,b) / p(a) p(b)) / -ln p(a,b), with its limits
 * where the formula has none. */
double ent_i_npmi(uint32_t both, uint32_t a, uint32_t b, uint32_t n)
{
    if (both == 0)
        return -1;
    if (both == n)
        return 1;
    double total = n;
    double information = log(both * total / ((double)a * b));
    return information / log(total / both);
}

/* A cell's part of the sum; a count of 0 adds nothing. */
static double cell(double seen, double row, double column, double n)
{
    return seen > 0 ? seen * log(seen * n / (row * column)) : 0;
}

/* T. Dunning, Accurate methods for the statistics of surprise and coincidence,
 * Computational Linguistics 19(1), 1993: 2 sum k ln(k / expected) over the two
 * by two table. Rounding may leave independence just below 0. */
double ent_i_llr(uint32_t both, uint32_t a, uint32_t b, uint32_t n)
{
    double total = n;
    double not_a = total - a;
    double not_b = total - b;
    double sum = cell(both, a, b, total) +
                 cell((double)a - both, a, not_b, total) +
                 cell((double)b - both, not_a, b, total) +
                 cell(total - a - b + both, not_a, not_b, total);
    return sum > 0 ? 2 * sum : 0;
}
