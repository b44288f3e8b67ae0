/* Shares are written independently of the locale, so that tables of figures can
 * be compared anywhere. */
#include "evaluate/score.h"

#include <stdio.h>
#include <string.h>

#include "core/error.h"
#include "core/vec.h"

/* In the reference scorers' order of operations, since another could differ in
 * the last digit. */
double ent_i_f1(double precision, double recall)
{
    double sum = precision + recall;
    return sum > 0 ? 2 * precision * recall / sum : 0;
}

ent_i_score ent_i_score_of(const ent_i_counts *counts)
{
    /* Without findings or gold it is 0, never NaN, as in the CoNLL scorer. */
    size_t found = counts->right + counts->wrong;
    size_t gold = counts->right + counts->missed;
    ent_i_score score = {0, 0, 0};
    if (found)
        score.precision = (double)counts->right / (double)found;
    if (gold)
        score.recall = (double)counts->right / (double)gold;
    score.f1 = ent_i_f1(score.precision, score.recall);
    return score;
}

char *ent_i_share(double value, int decimals, char *buffer)
{
    /* The locale's decimal mark can be any character, so only the digits around
     * it are used. */
    char digits[ENT_I_SHARE_SIZE - 4];
    int n = snprintf(digits, sizeof digits, "%.*f", decimals, value);
    snprintf(buffer, ENT_I_SHARE_SIZE, "%c.%s", digits[0],
             digits + (n > decimals ? n - decimals : 0));
    return buffer;
}

ent_status ent_i_score_write(const ent_sink *sink, const char *file,
                             const char *name, const ent_i_counts *counts,
                             bool with_gold, ent_error *error)
{
    ent_i_score score = ent_i_score_of(counts);
    char p[ENT_I_SHARE_SIZE], r[ENT_I_SHARE_SIZE], f[ENT_I_SHARE_SIZE];
    ent_i_string line = {0};
    bool good = ent_i_string_addf(&line, "%s\t%s\tP %s\tR %s\tF1 %s", file,
                                  name, ent_i_share(score.precision, 3, p),
                                  ent_i_share(score.recall, 3, r),
                                  ent_i_share(score.f1, 4, f));
    if (good && with_gold)
        good = ent_i_string_addf(&line, "\tgold %zu",
                                 counts->right + counts->missed);
    good = good && ent_i_string_adds(&line, "\n");
    ent_status status = good ? ENT_OK : ent_i_no_memory(error, "evaluate");
    if (good && sink->write(sink->ctx, line.items, line.n) != 0)
        status = ent_i_fail(error, ENT_ERR_IO, "evaluate", "cannot write");
    ent_i_vec_free(&line);
    return status;
}
