/* What ties can weigh, one table row each. A new weight is a function of the
 * counts plus its row; options, reports and exporters pick it up from there. */
#include "relate/weights.h"

#include <math.h>
#include <string.h>

/* Falls quickly, since news mentions people who belong together in one sentence
 * or the next. */
double ent_i_nearness(uint32_t sentences) { return exp(-(double)sentences); }

double ent_i_portion(uint32_t actors) { return 1.0 / (actors - 1); }

static double windows(const ent_i_tally *of) { return of->both; }
static double articles(const ent_i_tally *of) { return of->articles; }
static double nearness(const ent_i_tally *of) { return of->nearness; }
static double portion(const ent_i_tally *of) { return of->portion; }

static double jaccard(const ent_i_tally *of)
{
    double either = (double)of->a + of->b - of->both;
    return either > 0 ? of->both / either : 0;
}

/* ln(p(a,b) / p(a) p(b)) / -ln p(a,b), with its limits where the formula is
 * undefined. */
static double npmi(const ent_i_tally *of)
{
    if (of->both == 0)
        return -1;
    if (of->both == of->all)
        return 1;
    double all = of->all;
    double information = log(of->both * all / ((double)of->a * of->b));
    return information / log(all / of->both);
}

/* One cell's part of the sum; a count of 0 adds nothing. */
static double cell(double seen, double row, double column, double n)
{
    return seen > 0 ? seen * log(seen * n / (row * column)) : 0;
}

/* 2 sum k ln(k / expected) over the two-by-two table. Rounding may put
 * independence just below 0. */
static double llr(const ent_i_tally *of)
{
    double all = of->all;
    double a = of->a;
    double b = of->b;
    double both = of->both;
    double sum = cell(both, a, b, all) + cell(a - both, a, all - b, all) +
                 cell(b - both, all - a, b, all) +
                 cell(all - a - b + both, all - a, all - b, all);
    return sum > 0 ? 2 * sum : 0;
}

/* G2 is as large for pairs that avoid each other as for pairs that attract each
 * other; the former have no tie. */
static double llr_of_the_attracted(const ent_i_tally *of)
{
    return npmi(of) > 0 ? llr(of) : 0;
}

static const ent_i_weight weights[] = {
    {{.size = sizeof(ent_measure),
      .name = "count",
      .heading = "Together",
      .help = "windows that hold both",
      .whole = true,
      .show = ENT_SHOW_WIDE},
     windows,
     windows,
     ENT_I_SHARE_BY_WINDOW},
    {{.size = sizeof(ent_measure),
      .name = "articles",
      .heading = "Articles",
      .help = "articles with such a window",
      .whole = true},
     articles,
     articles,
     ENT_I_SHARE_BY_ARTICLE},
    {{.size = sizeof(ent_measure),
      .name = "distance",
      .heading = "Nearness",
      .help = "sum over the windows of exp(-d), d in sentences",
      .source = "decay of A. Spitz and M. Gertz, Terms over LOAD, SIGIR 2016",
      .digits = 2,
      .show = ENT_SHOW_DATA},
     nearness,
     nearness,
     ENT_I_SHARE_BY_NEARNESS},
    {{.size = sizeof(ent_measure),
      .name = "newman",
      .heading = "Newman",
      .help = "sum over the windows of 1/(k-1), k names in the window: long "
              "lists count little",
      .source = "M. E. J. Newman, Scientific collaboration networks II, "
                "Physical Review E 64, 016132, 2001",
      .digits = 2,
      .show = ENT_SHOW_DATA},
     portion,
     portion,
     ENT_I_SHARE_BY_PORTION},
    {{.size = sizeof(ent_measure),
      .name = "jaccard",
      .heading = "Jaccard",
      .help = "shared windows / windows of either, 0..1",
      .source = "P. Jaccard 1901",
      .digits = 3,
      .show = ENT_SHOW_DATA},
     jaccard,
     jaccard,
     ENT_I_SHARE_BY_WINDOW},
    {{.size = sizeof(ent_measure),
      .name = "npmi",
      .heading = "NPMI",
      .help = "normalised pointwise mutual information, -1..1: 1 always "
              "together, 0 independent",
      .source = "G. Bouma, Normalized (pointwise) mutual information in "
                "collocation extraction, GSCL 2009",
      .digits = 3,
      .show = ENT_SHOW_DATA},
     npmi,
     npmi,
     ENT_I_SHARE_BY_WINDOW},
    {{.size = sizeof(ent_measure),
      .name = "llr",
      .heading = "G2",
      .help = "log-likelihood ratio G2, 0 or more",
      .source = "T. Dunning, Accurate methods for the statistics of surprise "
                "and coincidence, Computational Linguistics 19(1), 1993",
      .digits = 2,
      .show = ENT_SHOW_DATA},
     llr,
     llr_of_the_attracted,
     ENT_I_SHARE_BY_WINDOW},
};

enum { COUNT = sizeof weights / sizeof *weights };

size_t ent_weight_count(void) { return COUNT; }

const ent_measure *ent_weight_at(size_t i)
{
    return i < COUNT ? &weights[i].shown : NULL;
}

const ent_i_weight *ent_i_weight_at(size_t i) { return &weights[i]; }

const ent_i_weight *ent_i_weight_named(const char *name)
{
    for (size_t i = 0; name && i < COUNT; i++)
        if (strcmp(weights[i].shown.name, name) == 0)
            return &weights[i];
    return name ? NULL : &weights[0];
}
